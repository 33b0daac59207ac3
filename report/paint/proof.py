"""Pages as plain text, for tests and eyes: what stands where, without a PDF.

In: pages. Out: a line for each line of text, in painting order: page, x and y of its start, size (pt), ink, text:
`p3 51.0 240.5 9.6 ink 練馬区は`. Runs that follow one another on one baseline, in whatever face, are one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from report.page import IDENTITY, GlyphRun, Item, Matrix, Page, Placed

SAME_BASELINE = 0.05  # pt
WORD_GAP, LINE_GAP = 0.15, 1.05  # em between two runs: from the first on a space is shown, from the second a new line


class Line(NamedTuple):
    """x, y: the start of its baseline; end: where it ends, pt. size and ink: of its first run."""

    x: float
    y: float
    end: float
    size: float
    ink: str
    text: str

    def __str__(self) -> str:
        return f"{self.x:.1f} {self.y:.1f} {self.size:g} {self.ink} {self.text}"


def proof(pages: Sequence[Page]) -> str:
    """All lines of text of the pages."""
    return "".join(f"p{page.label} {line}\n" for page in pages for line in lines(page.items))


def lines(items: Iterable[Item]) -> list[Line]:
    """The lines of text among items, those in drawings too."""
    made: list[Line] = []
    for run, matrix in _runs(items, IDENTITY):
        line = _line(run, matrix)
        before = made[-1] if made else None
        if before and _continues(before, line):
            gap = " " if line.x - before.end > WORD_GAP * before.size else ""
            made[-1] = before._replace(text=before.text + gap + line.text, end=line.end)
        else:
            made.append(line)
    return made


def _runs(items: Iterable[Item], matrix: Matrix) -> Iterator[tuple[GlyphRun, Matrix]]:
    for item in items:
        if isinstance(item, GlyphRun):
            yield item, matrix
        elif isinstance(item, Placed):
            yield from _runs(item.drawing.items, _within(item.matrix, matrix))


def _within(inner: Matrix, outer: Matrix) -> Matrix:
    """First the inner map, then the outer."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _line(run: GlyphRun, matrix: Matrix) -> Line:
    a, b, c, d, e, f = matrix
    scale = abs(a * d - b * c) ** 0.5
    x, y = a * run.x + c * run.y + e, b * run.x + d * run.y + f
    return Line(x, y, x + run.width * scale, round(run.size * scale, 2), run.ink, "".join(run.texts))


def _continues(before: Line, line: Line) -> bool:
    """Whether a run goes on where the line before it ended: on its baseline, to its right, nearby."""
    gap = line.x - before.end
    return abs(line.y - before.y) < SAME_BASELINE and -0.6 * before.size < gap < LINE_GAP * before.size
