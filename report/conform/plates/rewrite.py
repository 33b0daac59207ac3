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

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator

from report.conform.plates.ink import is_indexed, palette
from report.conform.plates.shadings import shading
from report.conform.plates.state import PlateInk, PlateJob, State
from report.conform.plates.within import copied, pattern, type3
from report.conform.preflight.colour import CMYK, GRAY, RGB, Colour, Space, first, space
from report.conform.preflight.objects import BROKEN, get, identity, name, number
from report.conform.preflight.text import FILLED, STROKED
from report.conform.preflight.tiles import is_endless

PATHS = {  # what is left of each operator without its fill, and without its stroke; "": it has none
    **dict.fromkeys(("f", "F", "f*"), ("n", "")),
    **dict.fromkeys(("S", "s"), ("", "n")),
    "B": ("S", "f"),
    "B*": ("S", "f*"),
    "b": ("s", "f"),
    "b*": ("s", "f*"),
}
REPLACED = ("/XObject", "/Pattern", "/Shading")  # resources of which only what is written again goes over
SHOWS = ("Tj", "TJ", "'", '"')
UNCOLOURED = Name("/PlateOfPattern")


def page_content(plate: PlateJob, page: Any, resources: Any) -> tuple[bytes, Dictionary]:
    """A page's content for a plate, and the resources that it names."""
    writer = Writer(plate, resources, plate.start())
    writer.begin()
    return writer.written(page), writer.named


class Writer:
    """One stream while it is written again."""

    def __init__(self, plate: PlateJob, resources: Any, state: State, colourless: bool = False):
        self.plate = plate
        self.resources = resources
        self.state = state
        self.colourless = colourless  # an uncoloured cell or glyph: its user says the colour
        self.named = Dictionary()
        for key, held in resources.items() if isinstance(resources, Dictionary) else ():
            kept = held if isinstance(held, Dictionary) and key not in REPLACED else Dictionary()
            self.named[key] = Dictionary(dict(kept.items())) if isinstance(held, Dictionary) else held
        self._stack: list[State] = []
        self._out: list[Any] = []

    def nested(self, resources: Any, state: State, colourless: bool) -> Writer:
        """For a stream within this one."""
        return Writer(self.plate, resources, state, self.colourless or colourless)

    def begin(self) -> None:
        """Content begins in black (8.4.1, 8.7.3.1): that is K alone, but black in a plate's gray is all of its ink."""
        for operator, ground in (("G", self.state.stroke), ("g", self.state.fill)):
            self.say(operator, round(1 - ground.amount, 4))

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
        key = Name("/" + (called or self.plate.fresh()))
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
        self._out.append(instruction)
        font = get(self.resources, "Font", name(instruction.operands[0]))
        self.state.type3 = (font, instruction.operands[1]) if name(get(font, "Subtype")) == "Type3" else None

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
            self.patterned(stroking, Colour(now.space, parts), called)
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
        self._set(stroking, PlateInk(colour, "", amount))
        if not self.colourless:
            self.say("G" if stroking else "g", round(1 - amount, 4))

    def _set(self, stroking: bool, ground: PlateInk) -> None:
        if stroking:
            self.state.stroke = ground
        else:
            self.state.fill = ground

    def patterned(self, stroking: bool, colour: Colour, called: str) -> None:
        found = get(self.resources, "Pattern", called)
        base = Colour(colour.space.base, colour.parts) if colour.space.base else colour
        shaded = get(found, "Shading")
        if shaded is not None:
            base = Colour(space(get(shaded, "ColorSpace"), self.resources))
        self._set(
            stroking, PlateInk(Colour(base.space, base.parts), called, self.plate.press.amount(base, self.plate.on))
        )
        if is_endless(found):
            self.plate.unread = True
            return
        if found is None or self.colourless:
            return
        if number(get(found, "PaintType")) == 2:
            self.add("Pattern", found, called)
            self.add("ColorSpace", Array([Name.Pattern, Name.DeviceGray]), str(UNCOLOURED)[1:])
            self.say("CS" if stroking else "cs", UNCOLOURED)
            amount = self.plate.press.amount(base, self.plate.on)
            self.say("SCN" if stroking else "scn", round(1 - amount, 4), Name("/" + called))
            return
        self.add("Pattern", pattern(self, found), called)
        self.say("CS" if stroking else "cs", Name.Pattern)
        self.say("SCN" if stroking else "scn", Name("/" + called))

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
        if self.state.type3:  # its procedures paint, in the state of now
            font, size = self.state.type3
            self.say("Tf", self.add("Font", type3(self, font)), size)
            self._out.append(instruction)
            return
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
            made = copied(self, stream, copy.copy(self.state), self.resources if own is None else own)
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
        self.say("Do", self.add("XObject", made))

    def inline(self, operator: str, instruction: Any) -> None:
        found = instruction.operands[0]
        stream = self.plate.pdf.make_stream(bytes(found.read_raw_bytes()))
        for key in found.obj.keys():  # noqa: SIM118
            stream[key] = found.obj[key]
        stream.Type, stream.Subtype = Name.XObject, Name.Image
        self.image(stream, instruction)


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
