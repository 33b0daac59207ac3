"""A mailing on the disk instead of on its way: letters as .eml files, and one page that shows what would be sent.

In: a Post and a folder. Out: files, each written whole; nothing leaves the machine. Letters of an earlier preview in
the same folder go.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from report.deliver.files import write_whole
from report.mail.mailing import Post
from report.mail.message import Said
from report.mail.model import Recipient

OVERVIEW = "index.html"
LETTER = r"\d{4,}-[\w@.-]+\.eml"
STYLE = """body { font: 15px/1.7 sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222 }
table { border-collapse: collapse; width: 100% } th, td { border-bottom: 1px solid #ccc; padding: .3rem .6rem;
text-align: left; vertical-align: top } td.n { text-align: right } pre { white-space: pre-wrap; background: #f6f6f4;
padding: 1rem } iframe { width: 100%; height: 60rem; border: 1px solid #ccc } h2 { margin-top: 3rem }"""


class Previewed(NamedTuple):
    """letters: how many files were written."""

    overview: Path
    letters: int


class _Row(NamedTuple):
    recipient: Recipient
    said: Said
    size: int
    file: str  # "" where none was written


def preview(post: Post, folder: Path, most: int, step: Callable[[int], None] = lambda count: None) -> Previewed:
    """most: letters that become files, beside the first of each language and group. Raises Failure, or OSError."""
    rows: list[_Row] = []
    shown: dict[tuple[str, str], _Row] = {}
    for number, recipient in enumerate(post.recipients, 1):
        letter, kind = post.letter(recipient), (recipient.language, recipient.group)
        is_written = number <= most or kind not in shown
        file = _file_name(number, recipient.address) if is_written else ""
        if is_written:
            write_whole(folder / file, b"".join(letter.parts))
        rows.append(_Row(recipient, post.said(recipient), sum(map(len, letter.parts)), file))
        shown.setdefault(kind, rows[-1])
        rows[-1] = rows[-1] if shown[kind] is rows[-1] else _short(rows[-1])
        step(number)
    write_whole(folder / OVERVIEW, _overview(post, rows, list(shown.values())).encode())
    written = {row.file for row in rows}
    for old in folder.iterdir():
        if re.fullmatch(LETTER, old.name) and old.name not in written:
            old.unlink()
    return Previewed(folder / OVERVIEW, len(written - {""}))


def _short(row: _Row) -> _Row:
    """Without the texts, which only the letters that are shown need: a list may be long."""
    return row._replace(said=row.said._replace(text="", html=""))


def _file_name(number: int, address: str) -> str:
    return f"{number:04}-{re.sub(r'[^A-Za-z0-9@.-]', '_', address)[:100]}.eml"


def _overview(post: Post, rows: list[_Row], shown: list[_Row]) -> str:
    count, largest = len(rows), max(row.size for row in rows)
    return "\n".join(
        [
            '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">',
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
            "style-src 'unsafe-inline'\">",
            f"<title>{_e(post.subject)}</title><style>{STYLE}</style></head><body>",
            f"<h1>送信の確認 Preview</h1><p>{count}通 letters、最大 at most {largest / 1000:,.0f} kB。"
            "まだ何も送っていません。Nothing was sent.</p>",
            "<table><thead><tr><th>宛先 To</th><th>区分 Group</th><th>件名 Subject</th><th>kB</th></tr></thead><tbody>",
            *map(_line, rows),
            "</tbody></table>",
            *(_letter(post, row) for row in shown),
            "</body></html>",
            "",
        ]
    )


def _line(row: _Row) -> str:
    to = f"{_e(row.said.to.name)} &lt;{_e(row.recipient.address)}&gt;"
    linked = f'<a href="{_e(row.file)}">{to}</a>' if row.file else to
    group = _e(" ".join(filter(None, (row.recipient.language, row.recipient.group))))
    return (
        f'<tr><td>{linked}</td><td>{group}</td><td>{_e(row.said.subject)}</td><td class="n">{row.size / 1000:,.0f}</td>'
    )


def _letter(post: Post, row: _Row) -> str:
    said = row.said
    lines = [
        f"<h2>{_e(' '.join(filter(None, (row.recipient.language, row.recipient.group))))}</h2>",
        f"<p>From: {_e(said.from_name or post.shared.sender.name)} &lt;{_e(post.sender)}&gt;<br>"
        f"To: {_e(said.to.name)} &lt;{_e(said.to.address)}&gt;<br>Subject: {_e(said.subject)}</p>",
    ]
    if post.shared.pdf:
        lines.append(f"<p>添付 Attached: {_e(said.file_name)}</p>")
    lines.append(f"<pre>{_e(said.text)}</pre>")
    if said.html:
        cover = "".join((post.shared.cover or b"").decode().split())
        page = said.html.replace("cid:cover", f"data:image/png;base64,{cover}")
        lines.append(f'<iframe sandbox title="HTML" srcdoc="{_e(page)}"></iframe>')
    return "\n".join(lines)


def _e(words: str) -> str:
    return html.escape(words)
