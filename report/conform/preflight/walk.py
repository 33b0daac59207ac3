"""Content streams, walked: every act of painting of a page as a Paint event (ISO 32000-1, 8 and 9).

In: a page, and a PaintLog. Out: in the log, the events in the order of painting and the resources that were used.
Forms, tiling patterns, glyph procedures of Type 3 fonts and groups of soft masks are walked where they are used.
Optional content counts as shown. A stream that cannot be read is noted as trouble; what came before it stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import pikepdf

from report.conform.preflight.coded import own_space
from report.conform.preflight.colour import CMYK, DEFAULTS, GRAY, RGB, Colour, Space, first, space
from report.conform.preflight.events import Extent, ImageFacts, Inside, Kind, Paint
from report.conform.preflight.fonts import Font
from report.conform.preflight.lexer import NAMES, instructions
from report.conform.preflight.objects import BROKEN, elements, get, identity, inherited, name, number, numbers
from report.conform.preflight.paint_log import A_FORM, PaintLog
from report.conform.preflight.paths import PATHS
from report.conform.preflight.shapes import Bounds, bounds, matrix, turned
from report.conform.preflight.state import Changes, State, Trail, changes
from report.conform.preflight.text import TEXT, TextPlace
from report.conform.preflight.tiles import is_endless

DEPTH = 12  # of forms within forms
UNIT = Bounds(0, 0, 1, 1)
PT_AN_INCH = 72
FAMILIES = ("DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern")  # spaces that need no resource


def walk(log: PaintLog, page: int, content: Any, start: State) -> None:
    """Adds to the log what a page paints. content: the page; page: its number, from 1; start: what it begins with."""
    log.begin(page)
    Reader(log, inherited(content, "Resources"), start, "page").read(content)


class Reader:
    """One stream while it is walked. base: the space of patterns, that of the stream's own start (8.7.3.1)."""

    def __init__(self, log: PaintLog, resources: Any, state: State, inside: Inside):
        self.log = log
        self.resources = resources
        self.state = state
        self.inside = inside
        self.base = state.ctm
        self.shown: set[Font] = set()  # fonts that were noted
        self.trail = Trail()
        self.place = TextPlace()
        self._stack: list[State] = []
        self._spaces = get(resources, "ColorSpace")
        self._changes: dict[str, Changes] = {}
        self._devices: dict[Space, Space] = {}  # the device's own, and what it stands for here
        self.fonts: dict[str, Font | None] = {}  # those asked for, by the name they have here
        self.clipping = False

    def read(self, content: Any) -> None:
        try:
            found, complaint = instructions(content)
        except BROKEN as error:
            self.log.note("Trouble", str(error), None)
            return
        if complaint:
            self.log.note("Trouble", complaint, None)
        for operator, operands in found:
            self.log.left -= 1
            if self.log.left < 0:
                self.log.note("Trouble", "too much content", None)
                return
            run = OPERATORS.get(operator)
            if run is None:
                if operator not in NAMES:
                    self.log.note("Trouble", f'"{operator}" is no operator', None)
                continue
            try:
                run(self, operands)
            except BROKEN:
                self.log.note("Trouble", f"{operator} with wrong operands", None)

    def lacks(self, kind: str, called: str) -> None:
        """A resource that the content names and nothing brings along."""
        self.log.note("Trouble", f"no {kind} /{called}", None)

    # -- state

    def save(self, operands: Sequence[Any]) -> None:
        self._stack.append(self.state.copied())

    def restore(self, operands: Sequence[Any]) -> None:
        if self._stack:
            self.state = self._stack.pop()

    def concatenate(self, operands: Sequence[Any]) -> None:
        self.state.ctm = matrix([float(v) for v in operands]).before(self.state.ctm)

    def width(self, operands: Sequence[Any]) -> None:
        self.state.line = float(operands[0])

    def parameters(self, operands: Sequence[Any]) -> None:
        called = name(operands[0])
        entries = get(self.resources, "ExtGState", called)
        if entries is None:
            self.lacks("ExtGState", called)
            return
        if called not in self._changes:
            self.log.note("ExtGState", called, entries)
            self._changes[called] = changes(entries)
        self.state.apply(self._changes[called])
        if chosen := elements(get(entries, "Font")):
            self.state.font, self.state.size = self.log.font(chosen[0]), number(chosen[1])
        group = get(entries, "SMask", "G")
        if group is not None:
            self.form(group, "softmask")

    # -- colours

    def device(self, of: Space, stroking: bool, operands: Sequence[Any]) -> None:
        """A device's own space, or the default one that stands in for it."""
        if of not in self._devices:
            default = get(self._spaces, DEFAULTS[of.family])
            self._devices[of] = of if default is None else space(pikepdf.Name("/" + of.family), self.resources)
        self.set_colour(self.log.colour(self._devices[of], tuple(map(float, operands))), None, stroking)

    def choose(self, stroking: bool, operands: Sequence[Any]) -> None:
        found = get(self.resources, "ColorSpace", name(operands[0]))
        if found is None and name(operands[0]) not in FAMILIES:
            self.lacks("ColorSpace", name(operands[0]))
        self.set_colour(first(self.log.space(operands[0] if found is None else found, self.resources)), None, stroking)

    def colour(self, stroking: bool, operands: Sequence[Any]) -> None:
        now = self.state.stroke if stroking else self.state.fill
        pattern = None
        if operands and (called := name(operands[-1])):
            pattern = get(self.resources, "Pattern", called)
            if pattern is None:
                self.lacks("Pattern", called)
            operands = operands[:-1]
        self.set_colour(self.log.colour(now.space, tuple(map(float, operands))), pattern, stroking)

    def set_colour(self, colour: Colour, pattern: Any, stroking: bool) -> None:
        if stroking:
            self.state.stroke, self.state.stroke_pattern = colour, pattern
        else:
            self.state.fill, self.state.fill_pattern = colour, pattern

    def cut(self, to: Bounds | None) -> None:
        """Narrow the clip; with nothing left, to a point far off."""
        nowhere = Bounds(-1e9, -1e9, -1e9, -1e9)
        self.state.clip = (to.cut(self.state.clip) if to else None) or nowhere

    # -- what paints

    def add(self, kind: Kind, where: Bounds, stroking: bool, colour: Colour | None = None, **facts: Any) -> None:
        """An event, and what its pattern paints. colour: that of an image or a shading."""
        state = self.state
        pattern = state.stroke_pattern if stroking else state.fill_pattern
        shading = get(pattern, "Shading") if pattern is not None and kind in ("text", "fill", "stroke") else None
        if shading is not None:
            kind = "shading" if kind != "text" else kind
            colour = Colour(self.log.space(get(shading, "ColorSpace"), self.resources))
        paint = Paint(
            kind=kind,
            page=self.log.page,
            bounds=where,
            colour=colour or (state.stroke if stroking else state.fill),
            overprint=state.over_stroke if stroking else state.over_fill,
            opm=state.opm,
            opacity=state.opacity_stroke if stroking else state.opacity_fill,
            blend=state.laid,
            masked=facts.pop("masked", state.masked),
            inside=self.inside,
            **facts,
        )
        self.log.paints.append(paint)
        if pattern is not None and shading is None:
            self.tiles(pattern, where)

    def tiles(self, pattern: Any, where: Bounds) -> None:
        """One cell of a tiling pattern stands for all."""
        if is_endless(pattern):
            self.log.note("Trouble", "a Pattern of too many cells", None)
            return
        state = self.state.copied()
        state.ctm = matrix(numbers(get(pattern, "Matrix"))).before(self.base)
        state.fill_pattern = state.stroke_pattern = None
        state.clip = Bounds(-1e9, -1e9, 1e9, 1e9)
        at = len(self.log.paints)
        self.inner(pattern, get(pattern, "Resources"), state, "pattern")
        tiles = [msgspec.structs.replace(paint, bounds=where, parts=()) for paint in self.log.paints[at:]]
        self.log.paints[at:] = tiles

    def shading(self, operands: Sequence[Any]) -> None:
        entries = get(self.resources, "Shading", name(operands[0]))
        if entries is None:
            self.lacks("Shading", name(operands[0]))
            return
        colour = Colour(self.log.space(get(entries, "ColorSpace"), self.resources))
        if self.state.clip.width > 0:
            self.add("shading", self.state.clip, False, colour=colour)

    def xobject(self, operands: Sequence[Any]) -> None:
        called = name(operands[0])
        stream = get(self.resources, "XObject", called)
        if stream is None:
            self.lacks("XObject", called)
            return
        self.log.note("XObject", called, stream)
        if name(get(stream, "Subtype")) == "Form":
            self.form(stream, "form" if self.inside == "page" else self.inside)
        elif name(get(stream, "Subtype")) == "Image":
            self.image(stream)

    def form(self, stream: Any, inside: Inside) -> None:
        state = self.state.copied()
        state.ctm = matrix(numbers(get(stream, "Matrix"))).before(state.ctm)
        if get(stream, "Group") is not None:
            state.enter_group()
        resources = get(stream, "Resources")
        reader = self.inner(stream, self.resources if resources is None else resources, state, inside, walk=False)
        box = bounds(numbers(get(stream, "BBox")))
        if box and reader:
            reader.cut(turned(box, state.ctm))
        self._go(reader, stream)

    def inner(self, stream: Any, resources: Any, state: State, inside: Inside, walk: bool = True) -> Reader | None:
        """A reader for a stream within this one; None where streams hold one another."""
        if identity(stream) in self.log.open or len(self.log.open) >= DEPTH:
            self.log.note("Trouble", "forms within one another", None)
            return None
        reader = Reader(self.log, resources, state, inside)
        if walk:
            self._go(reader, stream)
        return reader

    def _go(self, reader: Reader | None, stream: Any) -> None:
        if reader is None:
            return
        self.log.open.append(identity(stream))
        self.log.left -= A_FORM
        try:
            reader.read(stream)
        finally:
            self.log.open.pop()

    def image(self, stream: Any) -> None:
        mask = bool(get(stream, "ImageMask"))
        where = turned(UNIT, self.state.ctm).cut(self.state.clip)
        if where is None:
            return
        width, height = int(number(get(stream, "Width"))), int(number(get(stream, "Height")))
        ppi = min(
            pixels * PT_AN_INCH / length if length else float("inf")
            for pixels, length in ((width, self.state.ctm.across), (height, self.state.ctm.up))
        )
        facts = ImageFacts(width, height, 1 if mask else int(number(get(stream, "BitsPerComponent"), 8)), ppi, mask)
        upright = min(abs(self.state.ctm.a), abs(self.state.ctm.b)) < 1e-6 * max(self.state.ctm.across, 1e-9)
        written = get(stream, "ColorSpace")
        own = own_space(stream) if written is None and not mask else None
        colour = None if mask else Colour(own or self.log.space(written, self.resources))
        masked = self.state.masked or get(stream, "SMask") is not None
        self.add("image", where, False, colour, image=facts, parts=(Extent(where, upright),), masked=masked)

    def inline_image(self, operands: Sequence[Any]) -> None:
        self.image(operands[0].obj)


def _device(of: Space, stroking: bool) -> Callable[[Reader, Sequence[Any]], None]:
    return lambda reader, operands: reader.device(of, stroking, operands)


OPERATORS: dict[str, Callable[[Reader, Sequence[Any]], None]] = {
    "q": Reader.save,
    "Q": Reader.restore,
    "cm": Reader.concatenate,
    "w": Reader.width,
    "gs": Reader.parameters,
    "g": _device(GRAY, False),
    "G": _device(GRAY, True),
    "rg": _device(RGB, False),
    "RG": _device(RGB, True),
    "k": _device(CMYK, False),
    "K": _device(CMYK, True),
    "cs": lambda reader, operands: reader.choose(False, operands),
    "CS": lambda reader, operands: reader.choose(True, operands),
    "sc": lambda reader, operands: reader.colour(False, operands),
    "scn": lambda reader, operands: reader.colour(False, operands),
    "SC": lambda reader, operands: reader.colour(True, operands),
    "SCN": lambda reader, operands: reader.colour(True, operands),
    "sh": Reader.shading,
    "Do": Reader.xobject,
    "INLINE IMAGE": Reader.inline_image,
    **PATHS,
    **TEXT,
}
