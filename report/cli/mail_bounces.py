"""`report mail bounces`: what came back, read and written into the ledger."""

from __future__ import annotations

import argparse
import time
from collections import Counter

from report.cli.mail_sending import existing, line_of
from report.cli.terminal import progress
from report.mail.bounced import Letters, Mark
from report.mail.mailboxes import messages_in
from report.mail.results import STATES
from report.mail.returned import notice_of
from report.messages import Origin, Report, message

COUNTED = {
    "marked": "marked 記録",
    "known": "known already 記録済み",
    "delayed": "still being tried 配送を継続中",
    "arrived": "passed on 配送済",
}


def bounces(options: argparse.Namespace, report: Report, begun: float) -> str:
    """Read notices, and mark the letters that they are about. The same ones may be read again."""
    counts, lines = Counter[str](), list[str]()
    with existing(options) as ledger:
        letters, now = Letters(ledger), time.time()
        for origin, data in messages_in(options.files, report):
            progress(f"reading 読込 {sum(counts.values()):,}")
            notice = notice_of(data)
            if notice.kind != "bounce":
                counts["other"] += 1
                kinds = {
                    "automatic": message("bounce-automatic"),
                    "receipt": message("bounce-receipt"),
                    "unclear": message("bounce-unclear"),
                }
                report.warning(origin, kinds.get(notice.kind) or message("bounce-none"))
            for mark in letters.mark(notice, now):
                counts[mark.done if mark.done in COUNTED else "other"] += 1
                if mark.done in ("marked", "delayed"):
                    lines.append(f"{origin}: {_told(mark)}")
                else:
                    _warn(mark, origin, report)
    progress("")
    told = [f"{words} {counts[done]:,}" for done, words in COUNTED.items() if counts[done] or done == "marked"]
    if counts["other"]:
        told.append(f"no bounce of these letters 対象外 {counts['other']:,}")
    return "\n".join((*lines, ", ".join(told)))


def _told(mark: Mark) -> str:
    assert mark.entry
    if mark.done == "marked":
        return line_of(mark.entry)
    return f"{COUNTED['delayed']}  {mark.entry.address}  {mark.said.code or ''} {mark.said.words}"


def _warn(mark: Mark, origin: Origin, report: Report) -> None:
    if mark.done == "unknown":
        report.warning(origin, message("bounce-unknown", address=mark.said.address, words=mark.said.words))
    elif mark.done in STATES:
        assert mark.entry
        state = " ".join(STATES[mark.done])
        report.warning(origin, message("bounce-unfit", address=mark.entry.address, state=state))


COMMANDS = {"mail bounces": bounces}
