"""How much ink a page can come to at most, read off its colour operators: most pages need no plates to be cleared.

In: a page. Out: the most that any place may get, in per cent; infinity where colours are not simple: images, shadings,
patterns, blend modes. Paint that does not overprint gives its own inks; what overprints may lie on any of it.
Where paint lies is looked at only in so far as it is outside the bleed box, where printer's marks are.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import msgspec
import pikepdf

from report.conform.plates_ink import Press
from report.conform.preflight.colour import BLACK, CMYK, GRAY, RGB, Colour, first, space
from report.conform.preflight.objects import BROKEN, elements, get, identity, items, name, numbers
from report.conform.preflight.shapes import Bounds, Matrix, around, matrix
from report.conform.preflight.subject import Sheet, inherited
from report.conform.preflight.text import FILLED, STROKED

SMALL = (
    12.0  # pt: no character of such type has strokes of 9 mm² (plates_excess.LEAST): half of an em is 9 mm² at 12 pt
)
PLAIN = "q Q gs cm k K g G rg RG cs CS sc scn SC SCN f F f* B B* b b* S s Do sh BT Tf Tm Tr Tj TJ ' \" BI ID EI"
Shares = tuple[float, ...]


class Use(msgspec.Struct):
    """What a stream paints with. base: inks of all paint; over: of paint that overprints; wild: one cannot say."""

    base: set[Shares] = msgspec.field(default_factory=set)
    over: set[Shares] = msgspec.field(default_factory=set)
    wild: bool = False


class Most(NamedTuple):
    """percent: of all inks together. black: only black overprints."""

    percent: float
    black: bool


class State(msgspec.Struct):
    ctm: Matrix
    fill: Colour = BLACK
    stroke: Colour = BLACK
    over: bool = False
    width: float = 1.0
    size: float = 0.0
    mode: int = 0


class Survey:
    """A file's streams while they are looked at; forms once for each state that they begin in."""

    def __init__(self, pdf: Any, press: Press):
        self.pdf = pdf
        self.press = press
        self.made: dict[object, Use] = {}

    def most(self, sheet: Sheet) -> Most:
        """What a place of the page may get."""
        look = Look(self, inherited(sheet.entries, "Resources"), State(Matrix()), sheet.bleed)
        look.read(sheet.entries)
        use = look.use
        black = not use.wild and all(not any(shares[:3]) for shares in use.over)
        if use.wild:
            return Most(math.inf, black)
        on_top = tuple(map(max, zip(*use.over, strict=True))) if use.over else (0.0,) * len(self.press.names)
        return Most(max((sum(map(max, base, on_top)) * 100 for base in use.base), default=0.0), black)

    def form(self, stream: Any, resources: Any, state: State) -> Use | None:
        state.ctm = matrix(numbers(get(stream, "Matrix"))).before(state.ctm)
        key = (identity(stream), state.fill, state.stroke, state.over, round(state.ctm.up, 3))
        if key not in self.made:
            self.made[key] = Use(wild=True)  # for a form within itself
            look = Look(self, resources, state, None)
            look.read(stream)
            self.made[key] = look.use
        return self.made[key]


class Look:
    """One stream. bleed: paint outside is of no account; None: a stream of which nobody knows where it lies."""

    def __init__(self, survey: Survey, resources: Any, state: State, bleed: Bounds | None):
        self.survey, self.resources, self.state, self.bleed = survey, resources, state, bleed
        self.use = Use()
        self._parts: list[list[tuple[float, float]]] = []  # the points of each subpath
        self._text = Matrix()
        self._stack: list[State] = []
        self._last: tuple[Colour | None, bool] = (None, False)  # what was added last: most colours paint many times

    def read(self, content: Any) -> None:
        try:
            found = pikepdf.parse_content_stream(content, "" if self.bleed else PLAIN)
        except BROKEN:
            self.use.wild = True
            return
        for instruction in found:
            run = OPERATORS.get(str(instruction.operator))
            if run is not None:
                try:
                    run(self, str(instruction.operator), instruction.operands)
                except BROKEN:
                    self.use.wild = True

    def save(self, operator: str, operands: Any) -> None:
        self._stack.append(msgspec.structs.replace(self.state))

    def restore(self, operator: str, operands: Any) -> None:
        if self._stack:
            self.state = self._stack.pop()

    def concatenate(self, operator: str, operands: Any) -> None:
        self.state.ctm = matrix([float(v) for v in operands]).before(self.state.ctm)

    def parameters(self, operator: str, operands: Any) -> None:
        """OP and op as one; a blend mode or a font of its own ends what can be said."""
        entries = get(self.resources, "ExtGState", name(operands[0]))
        flags = [bool(value) for key in ("OP", "op") if (value := get(entries, key)) is not None]
        if flags:
            self.state.over = any(flags)
        blend = [name(each) for each in elements(get(entries, "BM"))]
        if blend and blend[0] not in ("Normal", "Compatible"):
            self.use.wild = True

    def device(self, operator: str, operands: Any) -> None:
        of = {"g": GRAY, "rg": RGB, "k": CMYK}[operator.lower()]
        self._set(operator, Colour(of, tuple(float(v) for v in operands)))

    def choose(self, operator: str, operands: Any) -> None:
        found = get(self.resources, "ColorSpace", name(operands[0]))
        self._set(operator, first(space(operands[0] if found is None else found, self.resources)))

    def colour(self, operator: str, operands: Any) -> None:
        now = self.state.stroke if operator.isupper() else self.state.fill
        parts = () if name(operands[-1]) else tuple(float(v) for v in operands)
        self._set(operator, Colour(now.space, parts))

    def _set(self, operator: str, colour: Colour) -> None:
        if operator.isupper():
            self.state.stroke = colour
        else:
            self.state.fill = colour

    def line_width(self, operator: str, operands: Any) -> None:
        self.state.width = float(operands[0])

    def point(self, operator: str, operands: Any) -> None:
        values = [float(v) for v in operands]
        at = self.state.ctm.at
        if operator == "re":
            x, y, w, h = values
            values = [x, y, x + w, y, x + w, y + h, x, y + h]
        if operator in ("m", "re") or not self._parts:
            self._parts.append([])
        self._parts[-1] += [at(*values[i : i + 2]) for i in range(0, len(values) - 1, 2)]

    def path(self, operator: str, operands: Any) -> None:
        parts, self._parts = self._parts, []
        if operator == "n":
            return
        stroked = operator not in ("f", "F", "f*")
        if self.bleed and parts and not self._within(self.bleed, parts, stroked):
            return
        if operator not in "Ss":
            self.add(self.state.fill)
        if stroked:
            self.add(self.state.stroke)

    def _within(self, bleed: Bounds, parts: list[list[tuple[float, float]]], stroked: bool) -> bool:
        """Whether a path paints in the bleed box: a fill lies within its subpaths' bounds, a stroke with a square cap
        seven tenths of its width around them. Marks begin less than a point from the bleed, so no more may be added."""
        ctm = self.state.ctm
        around_it = self.state.width * max(ctm.across, ctm.up) if stroked else 0.0
        return any(around(part).grown(around_it).meets(bleed) for part in parts)

    def text_place(self, operator: str, operands: Any) -> None:
        self._text = matrix([float(v) for v in operands]) if operator == "Tm" else Matrix()

    def font(self, operator: str, operands: Any) -> None:
        """Glyphs of a Type 3 font may have any colour."""
        self.state.size = abs(float(operands[1]))
        if name(get(self.resources, "Font", name(operands[0]), "Subtype")) == "Type3":
            self.use.wild = True

    def text_mode(self, operator: str, operands: Any) -> None:
        self.state.mode = int(operands[0])

    def show(self, operator: str, operands: Any) -> None:
        """Small type that overprints is of no account; registration colour by where its line begins."""
        to_page = self._text.before(self.state.ctm)
        if self.bleed and "All" in self.state.fill.space.names:
            x, y = to_page.at(0, 0)
            if not self.bleed.holds(Bounds(x, y, x, y)):
                return
        if self.state.over and self.state.size * to_page.up <= SMALL:
            return
        if self.state.mode in FILLED:
            self.add(self.state.fill)
        if self.state.mode in STROKED:
            self.add(self.state.stroke)

    def add(self, colour: Colour) -> None:
        """Paint in a colour. A space that gives no inks is one of patterns, tables or the unknown."""
        if colour is self._last[0] and self.state.over == self._last[1]:
            return
        self._last = (colour, self.state.over)
        shares = self.survey.press.inks(colour)
        if not shares and set(colour.space.names) != {"None"}:
            self.use.wild = True
            return
        found = tuple(shares.get(ink, 0.0) for ink in self.survey.press.names)
        self.use.base.add(found)
        if self.state.over:
            self.use.over.add(found)

    def xobject(self, operator: str, operands: Any) -> None:
        stream = get(self.resources, "XObject", name(operands[0]))
        if name(get(stream, "Subtype")) != "Form":
            mask = bool(get(stream, "ImageMask"))
            if mask:
                self.add(self.state.fill)
            self.use.wild |= not mask
            return
        own = get(stream, "Resources")
        own = self.resources if own is None else own
        if self.bleed and _has_all(own):  # marks: where they lie must be known
            ctm = matrix(numbers(get(stream, "Matrix"))).before(self.state.ctm)
            inner = Look(self.survey, own, msgspec.structs.replace(self.state, ctm=ctm), self.bleed)
            inner.read(stream)
            self._join(inner.use)
        else:
            self._join(self.survey.form(stream, own, msgspec.structs.replace(self.state)))

    def _join(self, use: Use | None) -> None:
        if use is not None:
            self.use.base |= use.base
            self.use.over |= use.over
            self.use.wild |= use.wild

    def unknown(self, operator: str, operands: Any) -> None:
        self.use.wild = True


def _has_all(resources: Any) -> bool:
    return any("All" in space(written, resources).names for _, written in items(get(resources, "ColorSpace")))


def _each(operators: str, run: Callable[[Look, str, Any], None]) -> Iterable[tuple[str, Any]]:
    return ((operator, run) for operator in operators.split())


OPERATORS: dict[str, Callable[[Look, str, Any], None]] = dict(
    (
        *_each("q", Look.save),
        *_each("Q", Look.restore),
        *_each("cm", Look.concatenate),
        *_each("gs", Look.parameters),
        *_each("g G rg RG k K", Look.device),
        *_each("cs CS", Look.choose),
        *_each("sc scn SC SCN", Look.colour),
        *_each("w", Look.line_width),
        *_each("m l c v y re", Look.point),
        *_each("f F f* B B* b b* S s n", Look.path),
        *_each("BT Tm", Look.text_place),
        *_each("Tf", Look.font),
        *_each("Tr", Look.text_mode),
        *_each("Tj TJ ' \"", Look.show),
        *_each("Do", Look.xobject),
        ("sh", Look.unknown),
        ("INLINE IMAGE", Look.unknown),
        ("BI", Look.unknown),
    )
)
