"""A difference in words, Japanese first, page by page: what every output says.

In: a Difference. Out: what there is to tell of a page as `Entry`, each with where it stands on both pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from report.difference import BlockChange, Difference, FigureChange, Op, PageChange, Rewording, Shift, Span
from report.difference.amounts import fact_lines, figure_title, value_line
from report.difference.naming import block_title, called, shortened, stem
from report.record.model import PrintedBlock
from report.units import MM, Rect

LABELS = {
    "figure": "数値",
    "text": "文章",
    "picture": "絵",
    "added": "追加",
    "removed": "削除",
    "look": "見た目",
    "size": "大きさ",
    "numbers": "番号",
    "moved": "移動",
    "around": "柱など",
}


class Sought(NamedTuple):
    """Words that changed (+, -) among those that did not, to be found within a rectangle of a page."""

    rect: Rect
    spans: tuple[Span, ...]


class Entry(NamedTuple):
    """what: a key of LABELS. lines: what there is to say beside the title. blocks: their ids, the new ones where there
    are. old, new: where, on either page; old_words, new_words: where more exactly."""

    what: str
    title: str
    lines: tuple[str, ...] = ()
    texts: tuple[Rewording, ...] = ()
    blocks: tuple[str, ...] = ()
    old: tuple[Rect, ...] = ()
    new: tuple[Rect, ...] = ()
    old_words: tuple[Sought, ...] = ()
    new_words: tuple[Sought, ...] = ()

    @property
    def label(self) -> str:
        return LABELS[self.what]


def entries(difference: Difference, page: PageChange) -> tuple[Entry, ...]:
    """What is to be told of a page: figures, blocks in their order, then together those of another size or look and
    those that moved, then the rest."""
    made = [_figure_on(difference, difference.figures[place], page) for place in page.figures]
    if page.old is None or page.new is None:
        made += [_whole(page)] if page.blocks else []
    else:
        made += [entry for change in page.blocks for entry in _block(change)]
    for what, told in TOGETHER.items():
        alike = [change for change in page.blocks if what in change.what]
        made += [told(alike)] if alike else []
    made += [_shifts(difference, page.shifts)] if page.shifts else []
    if page.around:
        made.append(Entry("around", "ページの地・柱・ノンブルなどが変わりました"))
    return tuple(made)


def _figure_on(difference: Difference, change: FigureChange, page: PageChange) -> Entry:
    """A figure as it is told on one page of those where it is printed."""
    places = [p for p in change.places if (p.new_page == page.new if p.new_page else p.old_page == page.old)]
    old, new = ({block.id: block for block in record.blocks} for record in (difference.old, difference.new))
    line = "、".join(filter(None, (value_line(change), *fact_lines(change))))
    worded = dict.fromkeys(_worded(place.old, place.new, place.sentence) for place in places)
    was = [
        (old[place.old_block], place.old, place.old_sentence)
        for place in places
        if page.old and place.old_page == page.old
    ]
    now = [
        (new[place.new_block], place.new, place.new_sentence)
        for place in places
        if page.new and place.new_page == page.new
    ]
    return Entry(
        "figure",
        figure_title(change),
        (line, *filter(None, worded)),
        blocks=tuple(dict.fromkeys(place.new_block or place.old_block for place in places)),
        old=_rects(block for block, _, _ in was),
        new=_rects(block for block, _, _ in now),
        old_words=tuple(sought for block, words, sentence in was for sought in _sought(block, words, sentence, "-")),
        new_words=tuple(sought for block, words, sentence in now for sought in _sought(block, words, sentence, "+")),
    )


def _sought(block: PrintedBlock, words: str, sentence: str, op: Op) -> Iterator[Sought]:
    """Words of a figure in the part of their sentence where they stand; those of a chart are not looked for."""
    part = next((part for part in sentence.split("／") if words and words in part), "")
    if part and block.kind != "chart":
        before, _, after = part.partition(words)
        yield Sought(Rect(*block.rect), (Span("=", before), Span(op, words), Span("=", after)))


def _worded(old: str, new: str, sentence: str) -> str:
    """Where words of the page changed: 「0人」→「2人」 …2人になりました。"""
    changed = f"「{old}」→「{new}」" if old and new and old != new else f"「{new or old}」" if new or old else ""
    return f"{changed}　{shortened(sentence, 60)}" if sentence and sentence not in (old, new) else changed


def _rects(blocks: Iterable[PrintedBlock | None]) -> tuple[Rect, ...]:
    return tuple(dict.fromkeys(Rect(*block.rect) for block in blocks if block))


def _block(change: BlockChange) -> Iterator[Entry]:
    for what in change.what:
        if what in TOGETHER:
            continue
        old, new = _rects((change.old,)), _rects((change.new,))
        shown = change.new or change.old
        assert shown
        lines: tuple[str, ...] = ()
        if what in ("added", "removed") and shown.words:
            lines = (shown.words,)
        elif what == "picture" and change.old and change.new:
            lines = tuple(_names(change.old, change.new))
        made = Entry(what, block_title(shown), lines, blocks=(shown.id,), old=old, new=new)
        yield _reworded(made, change.texts) if what == "text" else made


def _reworded(entry: Entry, texts: tuple[Rewording, ...]) -> Entry:
    was = tuple(Sought(rect, text.old) for rect in entry.old for text in texts if text.old)
    now = tuple(Sought(rect, text.new) for rect in entry.new for text in texts if text.new)
    return entry._replace(texts=texts, old_words=was, new_words=now)


def _names(old: PrintedBlock, new: PrintedBlock) -> Iterator[str]:
    was, now = ({stem(name): digest for name, digest in block.pictures} for block in (old, new))
    yield from (f"{name} を差し替え" for name in now if name in was and was[name] != now[name])
    gone, come = [name for name in was if name not in now], [name for name in now if name not in was]
    if gone or come:
        yield f"{'、'.join(gone) or 'なし'} → {'、'.join(come) or 'なし'}"


def _whole(page: PageChange) -> Entry:
    """All that is new on a new page, or went with one that is gone."""
    blocks = [block for change in page.blocks for block in (change.new or change.old,) if block]
    made = Entry("added", f"{len(blocks)}個", tuple(map(block_title, blocks)), blocks=tuple(each.id for each in blocks))
    return made if page.new else made._replace(what="removed")


def _numbers(changes: Sequence[BlockChange]) -> Entry:
    """All fields of a table of contents that differ by nothing else."""
    pairs = [(change.old, change.new) for change in changes if change.old and change.new]
    return _gathered("numbers", "", (f"目次の{len(pairs)}分野で、テーマやページの番号だけが変わりました",), pairs)


def _sizes(changes: Sequence[BlockChange]) -> Entry:
    """All of a page whose size alone is another one."""
    pairs = [(change.old, change.new) for change in changes if change.old and change.new]
    lines = tuple(f"{block_title(new)} {_size(old)} → {_size(new)}" for old, new in pairs)
    return _gathered("size", f"{len(pairs)}個の大きさ", lines, pairs)


def _looks(changes: Sequence[BlockChange]) -> Entry:
    """All of a page that say the same and look different."""
    pairs = [(change.old, change.new) for change in changes if change.old and change.new]
    return _gathered("look", f"{len(pairs)}個の見た目", tuple(block_title(new) for _, new in pairs), pairs)


def _gathered(
    what: str, title: str, lines: tuple[str, ...], pairs: Sequence[tuple[PrintedBlock, PrintedBlock]]
) -> Entry:
    """One entry for several blocks; of one line, that is its title."""
    title, lines = (lines[0], ()) if len(lines) == 1 else (title, lines)
    old, new = _rects(old for old, _ in pairs), _rects(new for _, new in pairs)
    return Entry(what, title, lines, blocks=tuple(block.id for _, block in pairs), old=old, new=new)


def _size(block: PrintedBlock) -> str:
    rect = Rect(*block.rect)
    return f"{rect.width / MM:.1f} × {rect.height / MM:.1f} mm"


def _shifts(difference: Difference, shifts: Sequence[Shift]) -> Entry:
    """All of a page that moved, a line for each way."""
    lines = []
    for shift in shifts:
        first, count = shift.blocks[0][1], len(shift.blocks)
        lines.append(f"{block_title(first)}{f'以下{count}個' if count > 1 else ''}が{_way(difference, shift)}")
    pairs = [pair for shift in shifts for pair in shift.blocks]
    made = _gathered("moved", f"{len(pairs)}個の位置", tuple(lines), pairs)
    here = [pair for shift in shifts if not shift.came_from for pair in shift.blocks]
    there = [pair for shift in shifts if not shift.went_to for pair in shift.blocks]
    return made._replace(old=_rects(old for old, _ in here), new=_rects(new for _, new in there))


def _way(difference: Difference, shift: Shift) -> str:
    if shift.came_from:
        return f"前の版の{called(difference.old, shift.came_from)}から移動"
    if shift.went_to:
        return f"{called(difference.new, shift.went_to)}へ移動"
    far: Sequence[tuple[float, str, str]] = ((shift.dx, "右", "左"), (shift.dy, "下", "上"))
    ways = [f"{abs(by) / MM:.1f} mm {more if by > 0 else less}" for by, more, less in far if abs(by) / MM >= 0.05]
    return f" {'、'.join(ways)}へ移動"


TOGETHER = {"numbers": _numbers, "size": _sizes, "look": _looks}  # what is told in one entry of all blocks of a page
