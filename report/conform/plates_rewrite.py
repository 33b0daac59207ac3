"""Content for one plate: every colour operator becomes the gray that the plate gets (ISO 32000-1, 8.6 to 8.9, 11.7.4).

In: pages, forms, patterns, glyph procedures. Out: the same in DeviceGray, 1 − ink. Paint that overprints and leaves the
plate alone is left out; paint that does not overprint knocks out, in white. Normal blending and the separable blend
modes work in each plate by itself, so that the result is right; Hue, Saturation, Color and Luminosity are not.
Luminosity masks stay as they are: they are light, not ink.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator

from report.conform.plates_images import Channels
from report.conform.plates_ink import Press, Separation, is_indexed, palette
from report.conform.plates_shadings import shading
from report.conform.preflight.colour import BLACK, CMYK, GRAY, RGB, Colour, Space, first, space
from report.conform.preflight.objects import BROKEN, get, identity, name, number
from report.conform.preflight.text import FILLED, STROKED

DEPTH = 12  # of forms within forms
PATHS = {  # what is left of each operator without its fill, and without its stroke; "": it has none
    **dict.fromkeys(("f", "F", "f*"), ("n", "")),
    **dict.fromkeys(("S", "s"), ("", "n")),
    "B": ("S", "f"),
    "B*": ("S", "f*"),
    "b": ("s", "f"),
    "b*": ("s", "f*"),
}
SHOWS = ("Tj", "TJ", "'", '"')
UNCOLOURED = Name("/PlateOfPattern")


class Ground(msgspec.Struct, frozen=True):
    """What a colour operator left: the colour, its pattern's name, and how much ink that is on the plate."""

    colour: Colour = BLACK
    pattern: str = ""
    amount: float = 0.0


class State(msgspec.Struct):
    """The part of the graphics state that decides what a plate gets. shown: the text rendering mode as written."""

    fill: Ground
    stroke: Ground
    over_fill: bool = False
    over_stroke: bool = False
    opm: int = 0
    mode: int = 0
    shown: int = 0

    def key(self) -> object:
        return msgspec.structs.astuple(self)


class Sheetfed:
    """What the streams of one plate share. streams: content, parsed once for all plates of a file."""

    def __init__(self, pdf: Any, on: Separation, press: Press, channels: Channels, streams: dict[object, Any]):
        self.pdf, self.on, self.press, self.channels, self.streams = pdf, on, press, channels, streams
        self.made: dict[object, Any] = {}
        self.open: list[object] = []

    def parsed(self, content: Any) -> Sequence[Any]:
        key = identity(content) if content.is_indirect else None
        if key is None:
            return _parsed(content)
        if key not in self.streams:
            self.streams[key] = _parsed(content)
        return self.streams[key]

    def start(self) -> State:
        black = Ground(BLACK, "", self.press.amount(BLACK, self.on))
        return State(black, black)


def _parsed(content: Any) -> Sequence[Any]:
    try:
        return [(str(each.operator), each) for each in pikepdf.parse_content_stream(content)]
    except BROKEN:
        return ()


def page_content(plate: Sheetfed, page: Any, resources: Any) -> tuple[bytes, Dictionary]:
    """A page's content for a plate, and the resources that it names."""
    writer = Writer(plate, resources, plate.start())
    return writer.written(page), writer.named


class Writer:
    """One stream while it is written again."""

    def __init__(self, plate: Sheetfed, resources: Any, state: State, colourless: bool = False):
        self.plate = plate
        self.resources = resources
        self.state = state
        self.colourless = colourless  # an uncoloured cell or glyph: its user says the colour
        self.named = Dictionary()
        for key in resources.keys() if isinstance(resources, Dictionary) else ():
            self.named[key] = resources[key] if key not in ("/XObject", "/Pattern", "/Shading") else Dictionary()
        self._stack: list[State] = []
        self._out: list[Any] = []

    def written(self, content: Any) -> bytes:
        out, operators = self._out, OPERATORS
        for operator, instruction in self.plate.parsed(content):
            run = operators.get(operator)
            if run is None:
                out.append(instruction)
                continue
            try:
                run(self, operator, instruction)
            except BROKEN:  # an operand that is none; what it would have set or painted is left out
                continue
        return pikepdf.unparse_content_stream(out)

    def say(self, operator: str, *operands: Any) -> None:
        self._out.append(ContentStreamInstruction(list(operands), Operator(operator)))

    def add(self, kind: str, thing: Any, called: str = "") -> Name:
        """A name for a resource of the new stream; called: its own, or else one more."""
        holder = self.named.get("/" + kind)
        if holder is None:
            holder = self.named["/" + kind] = Dictionary()
        key = Name("/" + (called or f"Plate{len(holder.keys())}"))
        holder[key] = thing
        return key

    # -- state

    def save(self, operator: str, instruction: Any) -> None:
        self._stack.append(copy.copy(self.state))
        self._out.append(instruction)

    def restore(self, operator: str, instruction: Any) -> None:
        if self._stack:
            self.state = self._stack.pop()
            self._out.append(instruction)

    def parameters(self, operator: str, instruction: Any) -> None:
        entries = get(self.resources, "ExtGState", name(instruction.operands[0]))
        self._out.append(instruction)
        stroking, filling = get(entries, "OP"), get(entries, "op")
        if stroking is not None:
            self.state.over_stroke = bool(stroking)
        if filling is not None or stroking is not None:
            self.state.over_fill = bool(stroking if filling is None else filling)
        self.state.opm = int(number(get(entries, "OPM"), self.state.opm))

    def text_mode(self, operator: str, instruction: Any) -> None:
        self.state.mode = int(number(instruction.operands[0]))

    def font(self, operator: str, instruction: Any) -> None:
        """Procedures of a Type 3 font are written again; what they inherit is the state of now."""
        self._out.append(instruction)
        called = name(instruction.operands[0])
        font = get(self.resources, "Font", called)
        if name(get(font, "Subtype")) != "Type3":
            return
        key = ("font", identity(font), self.state.key())
        made = self.plate.made.get(key)
        if made is None:
            made = Dictionary({each: font[each] for each in font.keys()})  # noqa: SIM118
            own = get(font, "Resources")
            procedures, resources = Dictionary(), Dictionary()
            for glyph, stream in list(font.CharProcs.items()):
                inner = self._inner(stream, self.resources if own is None else own, copy.copy(self.state))
                procedures[glyph] = self.plate.pdf.make_stream(inner[0]) if inner else stream
                _together(resources, inner[1] if inner else own)
            made.CharProcs, made.Resources = procedures, resources
            self.plate.made[key] = made = self.plate.pdf.make_indirect(made)
        self.named.Font = Dictionary({each: self.named.Font[each] for each in self.named.Font.keys()})  # noqa: SIM118
        self.named.Font["/" + called] = made

    # -- colours

    def device(self, operator: str, instruction: Any) -> None:
        of = DEVICES[operator.lower()]
        if get(self.resources, "ColorSpace", of.family.replace("Device", "Default")) is not None:
            of = space(Name("/" + of.family), self.resources)
        self.paint(operator.isupper(), Colour(of, tuple(float(v) for v in instruction.operands)))

    def choose(self, operator: str, instruction: Any) -> None:
        called = instruction.operands[0]
        found = get(self.resources, "ColorSpace", name(called))
        of = space(called if found is None else found, self.resources)
        table = palette(found, self.resources, self.plate.press, self.plate.on)[:1] if is_indexed(found) else []
        self.paint(operator.isupper(), first(of), table)

    def colour(self, operator: str, instruction: Any) -> None:
        stroking, operands = operator.isupper(), list(instruction.operands)
        now = (self.state.stroke if stroking else self.state.fill).colour
        called = name(operands.pop()) if operands and isinstance(operands[-1], Name) else ""
        parts = tuple(float(v) for v in operands)
        if called:
            self.pattern(stroking, Colour(now.space, parts), called)
        else:
            self.paint(stroking, Colour(now.space, parts), self._entry(now.space, parts))

    def _entry(self, of: Space, parts: tuple[float, ...]) -> list[float]:
        """The amount of an Indexed colour; the space that was chosen is found again by what it says."""
        if of.family != "Indexed" or not parts:
            return []
        for _, written in list((get(self.resources, "ColorSpace") or {}).items()):
            if is_indexed(written) and space(written, self.resources) == of:
                return palette(written, self.resources, self.plate.press, self.plate.on)[int(parts[0]) :][:1]
        return []

    def paint(self, stroking: bool, colour: Colour, known: Sequence[float] = ()) -> None:
        amount = known[0] if known else self.plate.press.amount(colour, self.plate.on)
        self._set(stroking, Ground(colour, "", amount))
        if not self.colourless:
            self.say("G" if stroking else "g", round(1 - amount, 4))

    def _set(self, stroking: bool, ground: Ground) -> None:
        if stroking:
            self.state.stroke = ground
        else:
            self.state.fill = ground

    def pattern(self, stroking: bool, colour: Colour, called: str) -> None:
        found = get(self.resources, "Pattern", called)
        base = Colour(colour.space.base, colour.parts) if colour.space.base else colour
        shaded = get(found, "Shading")
        if shaded is not None:
            base = Colour(space(get(shaded, "ColorSpace"), self.resources))
        self._set(
            stroking, Ground(Colour(base.space, base.parts), called, self.plate.press.amount(base, self.plate.on))
        )
        if found is None or self.colourless:
            return
        if number(get(found, "PaintType")) == 2:
            self.add("Pattern", found, called)
            self.add("ColorSpace", Array([Name.Pattern, Name.DeviceGray]), str(UNCOLOURED)[1:])
            self.say("CS" if stroking else "cs", UNCOLOURED)
            amount = self.plate.press.amount(base, self.plate.on)
            self.say("SCN" if stroking else "scn", round(1 - amount, 4), Name("/" + called))
            return
        self.add("Pattern", self._pattern(found, shaded), called)
        self.say("CS" if stroking else "cs", Name.Pattern)
        self.say("SCN" if stroking else "scn", Name("/" + called))

    def _pattern(self, found: Any, shaded: Any) -> Any:
        if shaded is not None:
            made = Dictionary({key: found[key] for key in found.keys()})  # noqa: SIM118
            made.Shading = shading(self.plate, shaded, self.resources)
            return self.plate.pdf.make_indirect(made)
        return self._copied(found, self.plate.start())

    # -- what paints

    def spared(self, stroking: bool, direct: bool = True) -> bool:
        """Whether what is painted now leaves the plate alone; the colorant /None leaves every plate alone (8.6.6.4)."""
        state = self.state
        if set((state.stroke if stroking else state.fill).colour.space.names) == {"None"}:
            return True
        if not (state.over_stroke if stroking else state.over_fill):
            return False
        ground = state.stroke if stroking else state.fill
        if ground.pattern:
            found = get(self.resources, "Pattern", ground.pattern)
            if number(get(found, "PaintType")) == 1:  # its cell sees to that itself
                return False
            direct = get(found, "Shading") is None
        return self.plate.press.spares(ground.colour, self.plate.on, state.opm, direct)

    def path(self, operator: str, instruction: Any) -> None:
        without_fill, without_stroke = PATHS[operator]
        filling, stroking = without_fill != "", without_stroke != ""
        fill, stroke = filling and not self.spared(False), stroking and not self.spared(True)
        if fill == filling and stroke == stroking:
            self._out.append(instruction)
        else:
            self.say(without_stroke if fill else without_fill if stroke else "n")

    def show(self, operator: str, instruction: Any) -> None:
        """Text in a rendering mode without what is spared (9.3.6)."""
        mode = self.state.mode
        fill = mode in FILLED and not self.spared(False)
        stroke = mode in STROKED and not self.spared(True)
        wanted = {(True, False): 0, (False, True): 1, (True, True): 2, (False, False): 3}[fill, stroke]
        wanted += 4 if mode >= 4 else 0
        if wanted != self.state.shown:
            self.say("Tr", wanted)
            self.state.shown = wanted
        self._out.append(instruction)

    def shade(self, operator: str, instruction: Any) -> None:
        called = name(instruction.operands[0])
        found = get(self.resources, "Shading", called)
        of = space(get(found, "ColorSpace"), self.resources)
        if self.state.over_fill and self.plate.press.spares(Colour(of), self.plate.on, self.state.opm, False):
            return
        self.add("Shading", shading(self.plate, found, self.resources), called)
        self._out.append(instruction)

    def xobject(self, operator: str, instruction: Any) -> None:
        stream = get(self.resources, "XObject", name(instruction.operands[0]))
        kind = name(get(stream, "Subtype"))
        if kind == "Image":
            self.image(stream, instruction)
        elif kind == "Form":
            own = get(stream, "Resources")
            made = self._copied(stream, copy.copy(self.state), self.resources if own is None else own)
            if made is not None:
                self.say("Do", self.add("XObject", made))

    def image(self, stream: Any, instruction: Any) -> None:
        """A stencil in the current colour, or a picture."""
        if bool(get(stream, "ImageMask")):
            if not self.spared(False):
                self.say("Do", self.add("XObject", stream))
            return
        of = space(get(stream, "ColorSpace"), self.resources)
        if of.family == "Indexed" and of.base:
            of = of.base
        if self.state.over_fill and self.plate.press.spares(Colour(of), self.plate.on, self.state.opm, False):
            return
        key = ("image", identity(stream)) if stream.is_indirect else None
        made = self.plate.made.get(key) if key else None
        if made is None:
            made = self.plate.channels.on(stream, self.resources, self.plate.on)
            if key:
                self.plate.made[key] = made
        if made is not None:
            self.say("Do", self.add("XObject", made))

    def inline(self, operator: str, instruction: Any) -> None:
        found = instruction.operands[0]
        stream = self.plate.pdf.make_stream(bytes(found.read_raw_bytes()))
        for key in found.obj.keys():  # noqa: SIM118
            stream[key] = found.obj[key]
        stream.Type, stream.Subtype = Name.XObject, Name.Image
        self.image(stream, instruction)

    def _copied(self, stream: Any, state: State, resources: Any = None) -> Any:
        """A form or a cell, written again once for each state that it may begin in."""
        state.shown = state.mode
        key = (identity(stream), state.key())
        if key not in self.plate.made:
            inner = self._inner(stream, get(stream, "Resources") if resources is None else resources, state)
            if inner is None:
                return None
            made = self.plate.pdf.make_stream(inner[0])
            for each in stream.keys():  # noqa: SIM118
                if each not in ("/Length", "/Filter", "/DecodeParms", "/Resources", "/Group"):
                    made[each] = stream[each]
            if get(stream, "Group") is not None:
                made.Group = _gray(stream.Group)
            made.Resources = inner[1]
            self.plate.made[key] = made
        return self.plate.made[key]

    def _inner(self, stream: Any, resources: Any, state: State) -> tuple[bytes, Dictionary] | None:
        """Content and resources of a stream within this one; None where streams hold one another."""
        plate = self.plate
        if identity(stream) in plate.open or len(plate.open) >= DEPTH:
            return None
        writer = Writer(plate, resources, state, self.colourless or _is_colourless(plate, stream))
        plate.open.append(identity(stream))
        try:
            return writer.written(stream), writer.named
        finally:
            plate.open.pop()


def _is_colourless(plate: Sheetfed, stream: Any) -> bool:
    """Whether a glyph procedure is a shape alone (9.6.5): it begins with d1."""
    return any(operator == "d1" for operator, _ in list(plate.parsed(stream))[:1])


def _gray(group: Any) -> Dictionary:
    made = Dictionary({key: group[key] for key in group.keys()})  # noqa: SIM118
    if "/CS" in made:
        made.CS = Name.DeviceGray
    return made


def _together(all_of: Dictionary, more: Any) -> None:
    """Resources of several procedures as one."""
    for kind in more.keys() if isinstance(more, Dictionary) else ():
        if not isinstance(more[kind], Dictionary):
            all_of[kind] = more[kind]
            continue
        held = all_of.get(kind)
        all_of[kind] = Dictionary({**(dict(held.items()) if held is not None else {}), **dict(more[kind].items())})


DEVICES = {"g": GRAY, "rg": RGB, "k": CMYK}
OPERATORS: dict[str, Callable[[Writer, str, Any], None]] = {
    "q": Writer.save,
    "Q": Writer.restore,
    "gs": Writer.parameters,
    "Tr": Writer.text_mode,
    "Tf": Writer.font,
    **dict.fromkeys(("g", "G", "rg", "RG", "k", "K"), Writer.device),
    **dict.fromkeys(("cs", "CS"), Writer.choose),
    **dict.fromkeys(("sc", "scn", "SC", "SCN"), Writer.colour),
    **dict.fromkeys(PATHS, Writer.path),
    **dict.fromkeys(SHOWS, Writer.show),
    "sh": Writer.shade,
    "Do": Writer.xobject,
    "INLINE IMAGE": Writer.inline,
}
