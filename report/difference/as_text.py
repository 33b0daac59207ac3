"""A difference as plain text, for a terminal.

In: a Difference and how both editions are called. Out: lines, Japanese first; what differs of a sentence is in 【】.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.difference import Difference, FigureChange, Span
from report.difference.amounts import fact_lines, figure_title, value_line
from report.difference.naming import called, head_lines, page_title, summary, told_of
from report.difference.telling import Entry, entries


def in_words(difference: Difference, old: str, new: str) -> str:
    """old, new: how the editions are called."""
    return "\n".join(_lines(difference, old, new))


def heading(difference: Difference, old: str, new: str) -> Iterator[str]:
    """Which editions, and how much differs."""
    for label, name, record in (("前 old", old, difference.old), ("後 new", new, difference.new)):
        yield f"{label}: {'　'.join((name, *told_of(record).values()))}"
    if not difference:
        yield "違いはありません no difference"
        return
    told = summary(difference)
    japanese = "、".join(words.format(count) for words, _, count in told) or "版の見出しかページ番号のみ"
    english = ", ".join(f"{words}: {count}" for _, words, count in told) or "head or page numbers only"
    yield f"違い: {japanese}"
    yield f"differences: {english}"


def _lines(difference: Difference, old: str, new: str) -> Iterator[str]:
    yield from heading(difference, old, new)
    yield from (f"  {line}" for line in head_lines(difference))
    if difference.figures:
        yield "\n数値 figures"
        for change in difference.figures:
            yield from _figure(difference, change)
    for page in difference.pages:
        yield f"\n{page_title(difference, page)}"
        for entry in entries(difference, page):
            yield from _entry(entry)


def _figure(difference: Difference, change: FigureChange) -> Iterator[str]:
    yield f"  {figure_title(change)}  {value_line(change)}".rstrip()
    yield f"      {change.figure.id}"
    yield from (f"      {line}" for line in fact_lines(change))
    where = [called(difference.new, place.new_page) for place in change.places if place.new_page]
    where += [f"前の版の{called(difference.old, each.old_page)}" for each in change.places if not each.new_page]
    yield f"      {'、'.join(dict.fromkeys(where))}"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"  {entry.label}  {entry.title}"
    yield from (f"      {' '.join(line.split())}" for line in entry.lines if line)
    for text in entry.texts:
        for label, spans in (("前", text.old), ("後", text.new)):
            if spans:
                yield f"      {label} {bracketed(spans)}"


def bracketed(spans: tuple[Span, ...]) -> str:
    words = "".join(each.words if each.op == "=" else f"【{each.words}】" for each in spans)
    return " ".join(words.split("\n")).strip()
