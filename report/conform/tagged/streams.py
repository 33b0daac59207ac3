"""A content stream as the few events that tagging is made of (ISO 32000-1, 14.6).

In: a page or a form, with its resources. Out: a `Strokes`: where marked content begins and ends, what text is shown,
that something is painted, and which forms and images are called; beside it the codes of every font, the device colours.
Each stream is read once, however often it is painted.
"""

from __future__ import annotations

import warnings
from typing import Any, NamedTuple

import msgspec
import pikepdf
from pikepdf.models import PdfParsingError

from report.conform.tagged.decoding import Decoder

Id = tuple[int, int]  # an object's number and generation; (0, 0) for one that stands within another
PATHS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"}
SHOWN = {"Tj", "TJ", "'", '"'}
FILLS = {
    "g": "DeviceGray",
    "G": "DeviceGray",
    "rg": "DeviceRGB",
    "RG": "DeviceRGB",
    "k": "DeviceCMYK",
    "K": "DeviceCMYK",
}
DEVICES = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK"}


class Begin(NamedTuple):
    """BMC or BDC. mcid: None without; actual, lang: from its property list."""

    tag: str
    mcid: int | None = None
    actual: str | None = None
    lang: str = ""


class End(NamedTuple):
    """EMC."""


class Shown(NamedTuple):
    """Text shown, as characters."""

    text: str


class Painted(NamedTuple):
    """Something was painted that is no text: the first operator of a run of them."""

    operator: str


class Called(NamedTuple):
    """Do: a form, or an image."""

    target: pikepdf.Object
    is_form: bool


Event = Begin | End | Shown | Painted | Called


class Used(msgspec.Struct):
    """A font in use: its dictionary, how it decodes, the codes shown in it."""

    font: pikepdf.Object
    decoder: Decoder
    codes: set[bytes]


class Strokes(msgspec.Struct, frozen=True):
    """One stream. devices: the device colour spaces of its operators and of what it calls. sound: all made sense."""

    events: tuple[Event, ...]
    devices: frozenset[str]
    sound: bool


class Streams:
    """All streams of a file, each parsed when first asked for; `fonts` gathers what they show."""

    def __init__(self) -> None:
        self.fonts: dict[Id, Used] = {}
        self._read: dict[Id, Strokes] = {}

    def strokes(self, stream: pikepdf.Object, resources: pikepdf.Object | None) -> Strokes:
        """The events of a page (its Contents) or a form. resources: the page's, for a form that has none."""
        key = stream.objgen
        if key == (0, 0) or key not in self._read:
            self._read[key] = _Parser(self.fonts, resources).parse(stream)
        return self._read[key]


class _Parser:
    def __init__(self, fonts: dict[Id, Used], resources: pikepdf.Object | None):
        self._fonts = fonts
        self._resources = resources
        self._events: list[Event] = []
        self._devices: set[str] = set()
        self._font: Used | None = None
        self._saved: list[Used | None] = []
        self._sound = True
        self._others = {
            "BMC": self._begin,
            "BDC": self._begin,
            "Do": self._call,
            "Tf": self._set_font,
            "cs": self._space,
            "CS": self._space,
            "sh": self._shading,
        }

    def parse(self, stream: pikepdf.Object) -> Strokes:
        try:
            with warnings.catch_warnings(record=True) as told:
                warnings.simplefilter("always")
                instructions = pikepdf.parse_content_stream(stream)
        except (pikepdf.PdfError, PdfParsingError, TypeError):
            return Strokes((), frozenset(), False)
        self._sound = not told
        for operands, operator in instructions:
            try:
                self._step(str(operator), operands)
            except UnicodeDecodeError:  # an operator that is none
                self._sound = False
        return Strokes(tuple(self._events), frozenset(self._devices), self._sound)

    def _step(self, operator: str, operands: Any) -> None:
        if operator in PATHS and not (self._events and isinstance(self._events[-1], Painted)):
            self._events.append(Painted("BI" if operator == "INLINE IMAGE" else operator))
        if operator in SHOWN:
            self._show(operands[-1] if len(operands) else b"")
        elif operator in FILLS:
            self._devices.add(FILLS[operator])
        elif operator == "EMC":
            self._events.append(End())
        elif operator == "q":
            self._saved.append(self._font)
        elif operator == "Q":
            self._font = self._saved.pop() if self._saved else self._font
        elif operator in self._others:
            try:
                self._others[operator](operands)
            except (AttributeError, KeyError, TypeError, ValueError, IndexError):
                self._sound = False  # operands of the wrong kind: the checker tells, the reader goes on

    def _show(self, shown: Any) -> None:
        """Tj, ', " show a string; TJ an array of strings and of moves, none of which is a space."""
        strings = [part for part in shown if isinstance(part, pikepdf.String)] if _is_array(shown) else [shown]
        for string in strings:
            data = bytes(string)
            if data and self._font is None:
                self._events.append(Shown(""))
            elif data:
                codes = list(self._font.decoder.codes(data))
                self._font.codes.update(codes)
                self._events.append(Shown("".join(self._font.decoder.text(code) or "\ufffd" for code in codes)))

    def _begin(self, operands: Any) -> None:
        tag = str(operands[0])[1:]
        listed = operands[1] if len(operands) > 1 else None
        if isinstance(listed, pikepdf.Name):
            listed = self._resource("/Properties", listed)
        if not isinstance(listed, pikepdf.Dictionary):
            self._events.append(Begin(tag))
            return
        mcid, actual = listed.get("/MCID"), listed.get("/ActualText")
        self._events.append(
            Begin(
                tag,
                int(mcid) if isinstance(mcid, int) else None,
                str(actual) if isinstance(actual, pikepdf.String) else None,
                str(listed.get("/Lang", "")),
            )
        )

    def _call(self, operands: Any) -> None:
        target = self._resource("/XObject", operands[0])
        is_form = target.get("/Subtype") == "/Form"
        self._devices.update(devices_of_group(target) if is_form else devices_of(target.get("/ColorSpace")))
        self._events.append(Called(target, is_form))

    def _set_font(self, operands: Any) -> None:
        font = self._resource("/Font", operands[0])
        if font.objgen == (0, 0) or font.objgen not in self._fonts:
            self._fonts[font.objgen] = Used(font, Decoder(font), set())
        self._font = self._fonts[font.objgen]

    def _space(self, operands: Any) -> None:
        name = operands[0]
        if str(name) in DEVICES:
            self._devices.add(str(name)[1:])
        else:
            self._devices.update(devices_of(self._resource("/ColorSpace", name)))

    def _shading(self, operands: Any) -> None:
        self._devices.update(devices_of(self._resource("/Shading", operands[0]).get("/ColorSpace")))

    def _resource(self, kind: str, name: Any) -> pikepdf.Object:
        if self._resources is None:
            raise KeyError(kind)
        return self._resources[kind][str(name)]


def devices_of(space: Any) -> set[str]:
    """The device colour spaces within a colour space: its own, and what Indexed, Separation and DeviceN lead to."""
    if isinstance(space, pikepdf.Name):
        return {str(space)[1:]} if str(space) in DEVICES else set()
    if not _is_array(space) or len(space) < 2:
        return set()
    family = str(space[0])
    if family in ("/Indexed", "/I", "/Pattern"):
        return devices_of(space[1])
    return devices_of(space[2]) if family in ("/Separation", "/DeviceN") and len(space) > 2 else set()


def devices_of_group(holder: pikepdf.Object) -> set[str]:
    """The device colour space in which the transparency group of a page or a form is blended (11.6.6)."""
    group = holder.get("/Group")
    return devices_of(group.get("/CS")) if isinstance(group, pikepdf.Dictionary) else set()


def _is_array(value: Any) -> bool:
    return isinstance(value, pikepdf.Array)
