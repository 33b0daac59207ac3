"""A line in which a number stands big among its words: 約 8,500 人.

In: a Text whose number is marked `__8,500__`, a text style with a mark `number`, the gaps around the number. Out: a
`FigureLine` that knows its size and places itself. All parts stand on one baseline; the number's line box is the
style's `line_box` of its size, so that rules sit close to the digits (styles/README.md, Type). Where a word stands in
the number's place, the style's mark `word` sets it, on a line box of the style's leading.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from report.compose.context import BlockContext
from report.compose.textblock import TextBlock
from report.messages import message
from report.page import Item
from report.style.text import CharStyle, ParagraphStyle
from report.text import Break, Inline, Paragraph, Run, Text, words_of

ENDLESS = 1e6  # pt; a figure line is never broken


class Gaps(NamedTuple):
    """pt. number: between a number and the words at its side. strong: where **strong** words begin or end.

    stack: text style of words that turn at the author's breaks because one line is too narrow; stack_gap: before them.
    smaller: text style that takes the place of one in which the line is too long.
    """

    number: float
    strong: float = 0.0
    stack: str = ""
    stack_gap: float = 0.0
    smaller: str = ""


class Piece(NamedTuple):
    """Words of one look, their last line on the line's baseline. x: from the line's left edge, pt."""

    block: TextBlock
    x: float


class FigureLine(msgspec.Struct, frozen=True):
    """width, height: of the line box; baseline: from its top. pt."""

    parts: tuple[Piece, ...]
    width: float
    height: float
    baseline: float

    def place(self, x: float, y: float, owner: object = None) -> list[Item]:
        """The items with the line box's upper left corner at (x, y)."""
        return self.place_on(x, y + self.baseline, owner)

    def place_on(self, x: float, baseline: float, owner: object = None) -> list[Item]:
        """The items with the baseline at a height of the page."""
        items: list[Item] = []
        for block, offset in self.parts:
            if block.lines:
                items += block.place(x + offset, baseline - block.baselines[-1], owner)
        return items


class _Piece(NamedTuple):
    """Neighbouring inlines of one look."""

    inlines: Paragraph
    chars: CharStyle
    number: bool
    strong: bool


def figure_line(text: Text, style: str, gaps: Gaps, measure: float, ctx: BlockContext) -> FigureLine:
    """The text on one line. An error at its place when even the stacked words do not bring it into the measure (pt)."""
    paragraph = ctx.sheet.text(style)
    pieces = _pieces(_one_line(text, ctx), paragraph)
    blocks = [_set(piece.inlines, _alone(paragraph, piece.chars), ctx) for piece in pieces]
    height, baseline = _line_box(pieces, paragraph, ctx)
    parts, width = _side_by_side(pieces, blocks, gaps, set())
    if width > measure and gaps.stack:
        stacked = {i for i, piece in enumerate(pieces) if not piece.number and _breaks(piece.inlines)}
        for i in stacked:
            blocks[i] = _stacked(pieces[i].inlines, gaps.stack, ctx)
        parts, width = _side_by_side(pieces, blocks, gaps, stacked)
    if width > measure and gaps.smaller:
        return figure_line(text, gaps.smaller, gaps._replace(smaller=""), measure, ctx)
    line = FigureLine(tuple(parts), width, height, baseline)
    ctx.must_fit(line, measure, height, text)
    return line


def _one_line(text: Text, ctx: BlockContext) -> list[Inline]:
    """The inlines of the text, whose author may not end the line."""
    if not text.is_one_line:
        ctx.report.error(text.origin, message("number-on-two-lines"))
    return [inline for inline in text.inlines if not (isinstance(inline, Break) and inline.kind == "must")]


def _pieces(inlines: Iterable[Inline], style: ParagraphStyle) -> list[_Piece]:
    """A break goes with the words at its side, not with a number."""
    looks: list[tuple[bool, bool]] = []
    parts: list[list[Inline]] = []
    waiting: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Break):
            (parts[-1] if parts and not looks[-1][0] else waiting).append(inline)
            continue
        look = ("number" in inline.marks, "strong" in inline.marks)
        if not looks or look != looks[-1]:
            looks.append(look)
            parts.append(waiting)
            waiting = []
        parts[-1].append(_bare(inline))
    return [
        _Piece(tuple(part), _look(part, number, strong, style), number, strong)
        for (number, strong), part in zip(looks, parts, strict=True)
    ]


def _look(part: Iterable[Inline], number: bool, strong: bool, style: ParagraphStyle) -> CharStyle:
    plain = style.mark("strong") or style.char if strong else style.char
    if not number:
        return plain
    word = None if any(c.isdigit() for c in words_of(part)) else style.mark("word")
    look = word or style.mark("number") or plain
    return msgspec.structs.replace(look, ink=plain.ink) if strong else look


def _bare(run: Run) -> Run:
    """The run without the marks that the line itself has turned into a look."""
    return msgspec.structs.replace(run, marks=tuple(m for m in run.marks if m not in ("number", "strong")))


def _alone(style: ParagraphStyle, chars: CharStyle) -> ParagraphStyle:
    return msgspec.structs.replace(style, char=chars, align="left", breaks="kinsoku", last_line=0.0, line_box=None)


def _set(inlines: Paragraph, style: ParagraphStyle, ctx: BlockContext) -> TextBlock:
    return ctx.compose((inlines,), style, ENDLESS)


def _breaks(inlines: Iterable[Inline]) -> bool:
    return any(isinstance(inline, Break) and inline.kind == "may" for inline in inlines)


def _stacked(inlines: Paragraph, style: str, ctx: BlockContext) -> TextBlock:
    forced = (Break("must", each.origin) if _breaks((each,)) else each for each in inlines)
    return _set(tuple(forced), ctx.sheet.text(style), ctx)


def _line_box(pieces: Sequence[_Piece], style: ParagraphStyle, ctx: BlockContext) -> tuple[float, float]:
    """Height and baseline of the line, as its biggest characters make them (CSS 2.2, 10.8.1)."""
    biggest = max((piece.chars for piece in pieces), key=lambda chars: chars.size, default=style.char)
    worded = biggest == style.mark("word")
    height = style.leading if worded or style.line_box is None else style.line_box * biggest.size
    face = ctx.sheet.fonts.face(biggest.fonts[0])
    return height, height / 2 + (face.ascender - face.descender) / 2 * biggest.size


def _side_by_side(
    pieces: Sequence[_Piece], blocks: Sequence[TextBlock], gaps: Gaps, stacked: set[int]
) -> tuple[list[Piece], float]:
    parts: list[Piece] = []
    x = 0.0
    for i, (piece, block) in enumerate(zip(pieces, blocks, strict=True)):
        if i:
            changes = piece.strong != pieces[i - 1].strong
            x += gaps.stack_gap if i in stacked else gaps.strong if changes else gaps.number
        parts.append(Piece(block, x))
        x += block.width
    return parts, x
