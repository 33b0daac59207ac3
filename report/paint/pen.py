"""Content streams: marks as the operators of a page description (ISO 32000-1, 8 and 9).

In: paths, strokes and glyphs in a plane with y down. Out: the bytes of a stream, with no operator that changes nothing.
The plane is turned over once (`1 0 0 -1 0 h cm`), so numbers go in as they are; only glyphs, whose own y runs up, are
turned back by their text matrix.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from report.page import IDENTITY, Cut, GlyphRun, Matrix, Paint, Path, Stroke
from report.paint.colours import NOT_OVER, OVER, Colours
from report.paint.embed import EmbeddedFace
from report.paint.numbers import number, numbers
from report.units import Rect

CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}
# Six digits, without trailing zeros: to a thousandth of a point anywhere on a sheet.
SEGMENTS = {"M": "%.6g %.6g m\n", "L": "%.6g %.6g l\n", "C": "%.6g %.6g %.6g %.6g %.6g %.6g c\n", "Z": "h\n"}
RECTANGLE = ("M", "L", "L", "L", "Z")
SLACK = 1  # thousandths of an em by which a glyph may miss its place: a hundredth of a point in text
SPACE_LIKE = 90  # thousandths of an em: from some such gap on, programs that extract text put a space (Poppler: 0.1 em)


class Pen:
    """Writes one content stream. places: decimals of coordinates, 2 where the plane's unit is about a point.

    Knows the graphics state it has set; of the state it starts in (a form inherits its user's) it assumes nothing.
    """

    def __init__(self, colours: Colours, places: int = 2):
        self._colours = colours
        self._places = places
        self._out: list[str] = []
        self._fill: Paint = ""
        self._stroke: Paint = ""
        self._alpha = 1.0
        self._width = -1.0
        self._cap = -1
        self._corner: tuple[int, float] | None = None  # the join; of mitres their limit
        self._dash: tuple[tuple[float, ...], float] | None = None  # lengths, phase
        self._font: tuple[str, float] | None = None
        self._in_text = False
        self._line: tuple[float, float] | None = None  # where the text line starts, while its matrix is upright
        self._tag: object = None  # what the marked-content sequence that is open belongs to
        self._hidden = False  # text in no ink
        self._over = False  # overprinting; whoever paints a form has turned it off

    def finished(self) -> bytes:
        self.end_tag()
        return "".join(self._out).encode("ascii")

    def tag(self, key: object, opening: Callable[[], str]) -> None:
        """What follows is marked content of `key`; opening: the operator that begins it. A new key ends the old one's
        (14.6.1: sequences and text objects nest properly, so that a text object ends here, too)."""
        if key is not self._tag:
            self.end_tag()
            self._out.append(opening())
            self._tag = key

    def end_tag(self) -> None:
        """What follows belongs to no marked content."""
        self._end_text()
        if self._tag is not None:
            self._out.append("EMC\n")
            self._tag = None

    def turn_over(self, matrix: Matrix) -> None:
        """The coordinate system of all that follows."""
        self._out.append(f"{numbers(matrix)} cm\n")

    def shape(self, path: Path, fill: Paint | None, stroke: Stroke | None, evenodd: bool, alpha: float = 1.0) -> None:
        if stroke is not None and stroke.width <= 0:  # to PDF the thinnest line of the device, to us none
            stroke = None
        if len(path) < 3 or (fill is None and stroke is None):
            return
        self._end_text()
        self._overprint(False)
        self._see_through(alpha)
        if fill is not None:
            self._use_fill(fill)
        if stroke is not None:
            self._use_stroke(stroke)
        paint = ("B" if stroke else "f") if fill is not None else "S"
        if evenodd and fill is not None:
            paint += "*"
        self._out.append(self._written(path) + paint + "\n")

    def xobject(
        self, resource: str, matrix: Matrix, clip: Rect | None = None, cuts: Sequence[Cut] = (), states: str = ""
    ) -> None:
        """Paints a form or an image through a matrix; the clips are in the plane outside it. states: the operators that
        set graphics states for it."""
        self._end_text()
        self._overprint(False)
        self._see_through(1.0)
        window = f"{self._coordinates(clip)} re W n\n" if clip else ""
        window += "".join(f"{self._written(path)}{'W*' if evenodd else 'W'} n\n" for path, evenodd in cuts)
        self._out.append(f"q\n{window}{states}{numbers(matrix, 5)} cm\n/{resource} Do\nQ\n")

    def glyphs(self, run: GlyphRun, face: EmbeddedFace) -> None:
        if not run.gids or run.size <= 0:
            return
        if self._alpha != 1:
            self._end_text()
            self._see_through(1.0)
        if not self._in_text:
            self._out.append("BT\n")
            self._in_text, self._line = True, None
        self._show(bool(run.ink))
        if run.ink:
            self._overprint(self._colours.overprints(run.ink))
            self._use_fill(run.ink)
        if self._font != (face.resource, run.size):
            self._font = (face.resource, run.size)
            self._out.append(f"/{face.resource} {number(run.size)} Tf\n")
        a, b, c, d, _, _ = run.matrix or IDENTITY
        levels = list(_levels(run))
        whole = len(levels) > 1 and any(map(_is_mark, run.texts))  # or readers take a mark's step for a word space
        self._out.append(_said("".join(run.texts)) if whole else "")
        for start, end in levels:
            dx, dy = run.xs[start] if start else 0.0, run.ys[start] if run.ys else 0.0
            self._move(run.x + a * dx + c * dy, run.y + b * dx + d * dy, run.matrix)
            self._out.append(_shown(run, face, start, end, dx, whole))
        self._out.append("EMC\n" if whole else "")

    def _move(self, x: float, y: float, matrix: Matrix | None) -> None:
        """Starts a text line at a point; an upright one by the step from the last."""
        x, y = round(x, self._places), round(y, self._places)
        if matrix is not None and matrix[:4] != IDENTITY[:4]:
            a, b, c, d, _, _ = matrix
            self._out.append(f"{numbers((a, b, -c, -d), 5)} {self._coordinates((x, y))} Tm\n")
            self._line = None
        elif self._line is None:
            self._out.append(f"1 0 0 -1 {self._coordinates((x, y))} Tm\n")
            self._line = (x, y)
        elif self._line != (x, y):
            self._out.append(f"{self._coordinates((x - self._line[0], self._line[1] - y))} Td\n")
            self._line = (x, y)
        else:
            self._out.append("0 0 Td\n")  # back to the start of the same line

    def _overprint(self, on: bool) -> None:
        if on is not self._over:
            self._over = on
            self._out.append(f"/{OVER if on else NOT_OVER} gs\n")

    def _see_through(self, alpha: float) -> None:
        if alpha != self._alpha:
            self._alpha = alpha
            self._out.append(f"/{self._colours.alpha(alpha)} gs\n")

    def _show(self, visible: bool) -> None:
        """The text rendering mode: filled, or in no ink (9.3.6)."""
        if visible is self._hidden:
            self._hidden = not visible
            self._out.append("0 Tr\n" if visible else "3 Tr\n")

    def _end_text(self) -> None:
        if self._in_text:
            self._out.append("ET\n")
            self._in_text = False

    def _written(self, path: Path) -> str:
        if len(path) == 13 and path[0::3] == RECTANGLE:
            _, x, y, _, right, y2, _, right2, bottom, _, x2, bottom2, _ = path
            if (x, y, right, bottom) == (x2, y2, right2, bottom2):
                return f"{self._coordinates((x, y, right - x, bottom - y))} re\n"
        form = "".join([SEGMENTS[part] for part in path if part.__class__ is str])
        values = [part for part in path if part.__class__ is not str]
        written = form % tuple(values)
        if "e" in written:  # PDF knows no exponents: some number is next to nothing, or very large
            written = form.replace("%.6g", "%.4f") % tuple(values)
        if "n" in written:
            raise ValueError(f"a path with a coordinate that is no number: {path}")
        return written

    def _coordinates(self, values: Sequence[float]) -> str:
        written = " ".join([f"{round(value, self._places):.7g}" for value in values])
        return numbers(values, self._places) if "e" in written else written  # PDF knows no exponents

    def _use_fill(self, ink: Paint) -> None:
        if ink != self._fill:
            self._fill = ink
            self._out.append(self._colours.operators(ink)[0])

    def _use_stroke(self, stroke: Stroke) -> None:
        out = self._out
        if stroke.ink != self._stroke:
            self._stroke = stroke.ink
            out.append(self._colours.operators(stroke.ink)[1])
        if stroke.width != self._width:
            self._width = stroke.width
            out.append(f"{number(stroke.width, self._places + 1)} w\n")
        cap, join = CAPS[stroke.cap], JOINS[stroke.join]
        if cap != self._cap:
            self._cap = cap
            out.append(f"{cap} J\n")
        corner = (join, 0.0 if join else stroke.mitre)
        if corner != self._corner:
            self._corner = corner
            out.append(f"{join} j\n" if join else f"{join} j {number(stroke.mitre)} M\n")
        if (stroke.dash, stroke.phase) != self._dash:
            self._dash = (stroke.dash, stroke.phase)
            out.append(f"[{numbers(stroke.dash)}] {number(stroke.phase)} d\n")


def _is_mark(text: str) -> bool:
    """Whether a glyph stands for a mark on the character before it."""
    return len(text) == 1 and unicodedata.combining(text) != 0


def _levels(run: GlyphRun) -> Iterator[tuple[int, int]]:
    """The stretches of a run whose glyphs stand on one level."""
    start = 0
    for i in range(1, len(run.ys)):
        if run.ys[i] != run.ys[start]:
            yield start, i
            start = i
    yield start, len(run.gids)


def _shown(run: GlyphRun, face: EmbeddedFace, start: int, end: int, origin: float, said: bool) -> str:
    """Glyphs from a line's origin on; where a gap looks like a space but is none, their text is said (14.9.4). said:
    that of the whole run is."""
    codes, widths = face.codes, face.widths
    scale = 1000 / run.size
    pen = 0
    offs: list[int] = []
    for gid, x in zip(run.gids[start:end], run.xs[start:end], strict=True):
        off = round((x - origin) * scale) - pen
        offs.append(off if not -SLACK <= off <= SLACK else 0)
        pen += offs[-1] + widths[gid]
    hexes = [codes[gid] for gid in run.gids[start:end]]
    texts = run.texts[start:end]
    told = face.texts
    other = [i for i, gid in enumerate(run.gids[start:end]) if told[gid] != texts[i]]
    if said or (not other and max(offs[1:], default=0) < SPACE_LIKE):
        return _array(offs, hexes)
    parts: list[str] = []
    done = 0
    for first, last in _merged(_closed_up(offs, texts), _clusters(other, texts)):
        if first > done:
            parts.append(_array(offs[done:first], hexes[done:first]))
        parts.append(_actual("".join(texts[first:last]), _array(offs[first:last], hexes[first:last])))
        done = last
    if done < len(hexes):
        parts.append(_array(offs[done:], hexes[done:]))
    return "".join(parts)


def _actual(words: str, painted: str) -> str:
    """Marked content that says which characters its glyphs stand for (ISO 32000-1, 14.9.4)."""
    return f"{_said(words)}{painted}EMC\n"


def _said(words: str) -> str:
    return f"/Span<</ActualText<FEFF{words.encode('utf-16-be').hex().upper()}>>>BDC\n"


def _clusters(glyphs: list[int], texts: tuple[str, ...]) -> list[tuple[int, int]]:
    """The clusters that the glyphs are of: a cluster's characters lie on its first glyph."""
    spans: list[tuple[int, int]] = []
    for i in glyphs:
        if spans and spans[-1][0] <= i < spans[-1][1]:
            continue
        first = i
        while first and not texts[first]:
            first -= 1
        last = i + 1
        while last < len(texts) and not texts[last]:
            last += 1
        spans.append((first, last))
    return spans


def _merged(*spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that overlap as one."""
    made: list[tuple[int, int]] = []
    for first, last in sorted(span for each in spans for span in each):
        if made and first < made[-1][1]:
            made[-1] = (made[-1][0], max(last, made[-1][1]))
        else:
            made.append((first, last))
    return made


def _closed_up(offs: list[int], texts: tuple[str, ...]) -> list[tuple[int, int]]:
    """Stretches around gaps that readers of the file would take for word spaces though no space was written."""
    spans: list[tuple[int, int]] = []
    for i in range(1, len(offs)):
        if offs[i] < SPACE_LIKE or not texts[i].strip() or not texts[i - 1].strip():
            continue
        if spans and i - 1 < spans[-1][1]:
            spans[-1] = (spans[-1][0], i + 1)
        else:
            spans.append((i - 1, i + 1))
    return spans


def _array(offs: list[int], hexes: list[str]) -> str:
    """Operands and operator that show glyphs, each after its correction (thousandths of an em)."""
    parts: list[str] = []
    now: list[str] = []
    for off, code in zip(offs, hexes, strict=True):
        if off:
            if now:
                parts.append(f"<{''.join(now)}>")
                now = []
            parts.append(str(-off))
        now.append(code)
    shown = f"<{''.join(now)}>"
    return f"[{''.join(parts)}{shown}] TJ\n" if parts else f"{shown} Tj\n"
