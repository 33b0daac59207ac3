"""A difference as one page of HTML that needs nothing beside itself.

In: a Difference, how both editions are called, pictures of the pages that changed. Out: the page. It is a list with
both pictures of each page where scripts are off; with them, one page at a time, side by side, one over the other with
a slider, or one in the place of the other. On paper it is a sheet with a place to sign and a sheet for each page.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from report.difference import Difference, FigureChange, PageChange, Rewording, Span
from report.difference.amounts import fact_lines, figure_title, value_line
from report.difference.naming import called, head_lines, page_title, summary, told_of
from report.difference.telling import Entry, Sought, entries
from report.record.model import PrintedPage, Record
from report.units import Rect

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
MODES = (  # of looking at a page: name, words, key, what it does
    ("side", "並べる", "s", "前と後を左右に並べます"),
    ("swipe", "スライダー", "w", "前の上に後を重ね、境目を動かします"),
    ("flip", "切替え", "space", "前と後を同じ場所で切り替えます"),
    ("blend", "差を強調", "d", "同じ所は黒く、違う所だけが明るく見えます"),
)
EDGE = 0.03  # of a page's height: nearer to its head, a mark's number stands within
SIGNERS = ("担当", "係長", "課長")


class Picture(NamedTuple):
    """A page as it looks. kind: as in image/webp. size: pixels."""

    content: bytes
    kind: str
    size: tuple[int, int]


class Shown(NamedTuple):
    """An edition. name: what it was asked for by. pictures: by page, of those that changed. found: where words stand
    that were sought."""

    name: str
    record: Record
    pictures: Mapping[int, Picture]
    found: Mapping[Sought, tuple[Rect, ...]] = {}


def page_of(difference: Difference, old: Shown, new: Shown) -> str:
    """The HTML."""
    return "\n".join(_document(difference, old, new)) + "\n"


def _document(difference: Difference, old: Shown, new: Shown) -> Iterator[str]:
    title = f"新旧対照　{new.record.title}"
    yield "<!DOCTYPE html>"
    yield f'<html lang="ja"><head><meta charset="utf-8"><title>{escape(title)}</title>'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>\n{_beside('page.css')}</style></head><body>"
    yield '<a class="skip" href="#main">本文へ</a>'
    yield from _index(difference)
    yield '<main id="main">'
    yield from _head(difference, title, old, new)
    for place, page in enumerate(difference.pages, 1):
        yield from _page(difference, place, page, old, new)
    yield f"</main><script>\n{_beside('page.js')}</script></body></html>"


def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _index(difference: Difference) -> Iterator[str]:
    """The pages that changed, and how to look at them; the buttons are there when scripts are."""
    yield '<nav aria-label="変更のあるページ"><ol class="index">'
    yield '<li><a href="#top">概要</a></li>'
    for place, page in enumerate(difference.pages, 1):
        count = len(entries(difference, page))
        words = escape(page_title(difference, page))
        yield f'<li><a href="#p{place}" title="{words}">{_short(difference, page)} <small>{count}件</small></a></li>'
    yield "</ol>"
    yield '<div class="modes" role="group" aria-label="見かた" hidden>'
    for name, words, key, about in MODES:
        pressed = "true" if name == "side" else "false"
        label = f'{words} <kbd aria-hidden="true">{key}</kbd>'
        yield f'<button type="button" data-mode="{name}" aria-pressed="{pressed}" title="{about}">{label}</button>'
    yield '<label class="slider">境目 <input type="range" value="50" aria-label="前と後の境目"></label>'
    yield '<button type="button" data-marks aria-pressed="true" title="枠を出す・消す">枠 <kbd>m</kbd></button>'
    yield '<span class="keys">← → でページ</span></div></nav>'


def _short(difference: Difference, page: PageChange) -> str:
    now = called(difference.new, page.new)
    return escape(now + ("＋" if page.old is None else "") if now else f"−{called(difference.old, page.old)}")


def _head(difference: Difference, title: str, old: Shown, new: Shown) -> Iterator[str]:
    """Which editions, what differs, all figures, and who has seen it."""
    yield f'<section id="top" class="sheet" aria-labelledby="title"><h1 id="title">{escape(title)}</h1>'
    yield '<table class="editions"><tr><th></th><th scope="col">指定</th><th scope="col">題名</th>'
    yield '<th scope="col">年度</th><th scope="col">日付</th></tr>'
    for label, shown in (("前の版", old), ("後の版", new)):
        cells = "".join(f"<td>{escape(words)}</td>" for words in (shown.name, *told_of(shown.record).values()))
        yield f'<tr><th scope="row">{label}</th>{cells}</tr>'
    yield "</table>"
    told = [words.format(f"<b>{count}</b>") for words, _, count in summary(difference)]
    if difference:
        yield f'<p class="sum">{"、".join(told) or "版の見出しかページ番号だけが違います"}</p>'
    else:
        yield '<p class="sum">違いはありません。</p>'
    yield from (f"<p>{escape(line)}</p>" for line in head_lines(difference))
    yield from _signing()
    yield from _figures(difference)
    yield "</section>"


def _signing() -> Iterator[str]:
    cells = "".join(f'<th scope="row">{each}</th><td></td><td></td>' for each in SIGNERS)
    heads = '<th></th><th scope="col">氏名</th><th scope="col">日付</th>' * len(SIGNERS)
    yield f'<table class="signing"><caption>確認欄</caption><tr>{heads}</tr><tr>{cells}</tr></table>'


def _figures(difference: Difference) -> Iterator[str]:
    if not difference.figures:
        return
    places = {page.new: place for place, page in enumerate(difference.pages, 1) if page.new}
    yield '<h2>変わった数値</h2><table class="figures"><thead><tr><th scope="col">数値</th>'
    yield '<th scope="col">前 → 後</th><th scope="col">ページ</th><th scope="col">そのほか</th></tr></thead><tbody>'
    for change in difference.figures:
        title = f"{escape(figure_title(change))}<br><small>{escape(change.figure.id)}</small>"
        facts = "<br>".join(map(escape, fact_lines(change)))
        where = "、".join(_pages_of(difference, change, places))
        cells = "".join(f"<td>{each}</td>" for each in (escape(value_line(change)), where, facts))
        yield f'<tr><th scope="row">{title}</th>{cells}</tr>'
    yield "</tbody></table>"


def _pages_of(difference: Difference, change: FigureChange, places: Mapping[int | None, int]) -> Iterator[str]:
    for page in dict.fromkeys(place.new_page for place in change.places):
        words = escape(called(difference.new, page).removesuffix("ページ"))
        if page:
            yield f'<a href="#p{places[page]}">{words}</a>' if page in places else words
    if change.places and not any(place.new_page for place in change.places):
        was = dict.fromkeys(called(difference.old, place.old_page) for place in change.places)
        yield escape(f"前の版の{'、'.join(was)}")


def _page(difference: Difference, place: int, page: PageChange, old: Shown, new: Shown) -> Iterator[str]:
    told = entries(difference, page)
    title = escape(page_title(difference, page))
    yield f'<section id="p{place}" class="page" tabindex="-1" aria-labelledby="h{place}"><h2 id="h{place}">{title}'
    yield '<span class="seen" aria-hidden="true">確認 <i></i></span></h2><div class="view">'
    sides = ((old, page.old, "old", "前"), (new, page.new, "new", "後"))
    number = sum(1 for side in sides if side[1])
    yield f'<div class="sheets" data-sides="{number}">'
    for shown, at, name, label in sides:
        if at and (picture := shown.pictures.get(at)):
            yield from _sheet(shown, at, name, label, picture)
            yield from _marks(shown, shown.record.pages[at - 1], name, told)
            yield "</div></figure>"
    yield f'</div><ol class="changes" aria-label="{title}の変更">'
    for n, entry in enumerate(told, 1):
        yield from _entry(f"p{place}-{n}", entry)
    yield "</ol></div></section>"


def _sheet(shown: Shown, at: int, name: str, label: str, picture: Picture) -> Iterator[str]:
    """A page, to be marked."""
    data = f"data:{picture.kind};base64,{base64.b64encode(picture.content).decode()}"
    about = escape(f"{label}の版の{called(shown.record, at)}の紙面")
    width, height = picture.size
    yield f'<figure class="{name}"><figcaption>{label}　{escape(shown.name)}　{called(shown.record, at)}</figcaption>'
    yield f'<div class="paper"><img width="{width}" height="{height}" alt="{about}" src="{data}">'


def _marks(shown: Shown, page: PrintedPage, side: str, told: Sequence[Entry]) -> Iterator[str]:
    """A colour over words, and a frame around each block with the numbers of its changes."""
    frames: dict[Rect, list[int]] = {}
    for n, entry in enumerate(told, 1):
        words = [rect for each in getattr(entry, f"{side}_words") for rect in shown.found.get(each, ())]
        yield from (_mark(page, rect, "word", [n]) for rect in words)
        for rect in getattr(entry, side):
            frames.setdefault(rect, []).append(n)
    for rect, numbers in frames.items():
        badge = f"<b>{'・'.join(map(str, numbers))}</b>"
        yield _mark(page, rect, f"mark {told[numbers[0] - 1].what}", numbers, badge)


def _mark(page: PrintedPage, rect: Rect, kind: str, numbers: Sequence[int], shown: str = "") -> str:
    parts = (rect.x / page.width, rect.y / page.height, rect.width / page.width, rect.height / page.height)
    names = ("left", "top", "width", "height")
    box = ";".join(f"{key}:{100 * part:.2f}%" for key, part in zip(names, parts, strict=True))
    edge = " edge" if parts[1] < EDGE else ""
    of = " ".join(map(str, numbers))
    return f'<span class="{kind}{edge}" data-n="{of}" aria-hidden="true" style="{box}">{shown}</span>'


def _entry(id: str, entry: Entry) -> Iterator[str]:
    yield f'<li id="{id}" class="{entry.what}" tabindex="0">'
    yield f'<span class="what">{entry.label}</span> {escape(entry.title)}'
    yield from (f"<p>{_lines(line)}</p>" for line in entry.lines if line)
    for text in entry.texts:
        yield from _rewording(text)
    yield "</li>"


def _rewording(text: Rewording) -> Iterator[str]:
    yield '<dl class="words">'
    for label, spans in (("前", text.old), ("後", text.new)):
        if spans:
            yield f"<dt>{label}</dt><dd>{''.join(map(_span, spans))}</dd>"
    yield "</dl>"


def _span(span: Span) -> str:
    tag = {"-": "del", "+": "ins"}.get(span.op)
    return f"<{tag}>{_lines(span.words)}</{tag}>" if tag else _lines(span.words)


def _lines(words: str) -> str:
    return escape(words).strip("\n").replace("\n", "<br>")
