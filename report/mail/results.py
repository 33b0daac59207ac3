"""What became of a mailing, as a file for a spreadsheet.

In: the ledger's entries, the recipients of the list. Out: CSV that Excel opens as it is: UTF-8 with BOM, CRLF, and
nothing in a cell that it would take for a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable

from report.mail.ledger import Entry
from report.mail.model import Recipient

HEAD = ("名前", "団体", "敬称", "アドレス", "区分", "状態", "日時", "コード", "応答")
STATES = {
    "sent": ("sent", "送信済"),
    "refused": ("refused", "拒否"),
    "bounced": ("bounced", "不達"),
    "bounced-now": ("bounced for now", "一時的な不達"),
    "uncertain": ("uncertain", "不明"),
    "waiting": ("not yet", "未送信"),
    "claimed": ("being sent", "送信中"),
    "committing": ("being sent", "送信中"),
    "deferred": ("put off", "保留"),
    "withdrawn": ("no longer on the list", "名簿から除外"),
}
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so


def table(entries: Iterable[Entry], recipients: Iterable[Recipient], when: Callable[[float], str]) -> bytes:
    """when: seconds since 1970 in words."""
    known = {recipient.address: recipient for recipient in recipients}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for entry in entries:
        who = known.get(entry.address)
        about = (who.name, who.organisation, who.honorific) if who else ("", "", "")
        at = when(entry.at) if entry.at else ""
        cells = (*about, entry.address, who.group if who else "", STATES[entry.state][1], at)
        writer.writerow(map(_plain, (*cells, str(entry.code or ""), entry.reply or "")))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
