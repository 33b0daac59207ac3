"""Inks as operators and pictures of pixels as objects (ISO 32000-1, 8.6 and 8.9.5): what a target makes of each.

In: names of inks, a palette, a Target; Images. Out: lines of a content stream; the colour spaces of plates and the
graphics states of overprinting, kept in the document once one is needed; image objects, whose streams are stored as
they come. With overprint mode 1 a plate of which black text says nothing keeps what is there (8.6.7); white, which is
no ink at all, knocks out. Gray pixels are printed with the black plate, and say so: a press takes no untagged gray.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from report.page import Image, Raster
from report.paint.document import Document, Ref, Value, array, dictionary
from report.paint.target import Develop, Target
from report.style.palette import Ink, Palette

SETTERS = {1: "g", 3: "rg", 4: "k"}  # the operators that set a fill, by number of components; in capitals, a stroke
OVER, NOT_OVER = "O1", "O0"
SPECIAL = re.compile(r"[^!-~]|[#()<>\[\]{}/%]")
COMPONENTS = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}


def number(value: float, places: int = 4) -> str:
    """A real as PDF takes it (7.3.3): no exponent, no trailing zeros."""
    written = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def numbers(values: Sequence[float], places: int = 4) -> str:
    return " ".join([number(value, places) for value in values])


class Colours:
    """Inks, each worked out once."""

    def __init__(self, document: Document, palette: Palette, target: Target):
        self._document, self._palette, self._target = document, palette, target
        self._known: dict[str, tuple[str, str]] = {}
        self._plates: dict[str, str] = {}  # spot -> resource name of its colour space
        self._blacks: dict[str, bool] = {}
        if target.overprint:
            document.share("ExtGState", OVER, "<</OP true/op true/OPM 1>>")
            document.share("ExtGState", NOT_OVER, "<</OP false/op false/OPM 1>>")

    def operators(self, ink: str) -> tuple[str, str]:
        """The line that makes an ink the fill, and the line that makes it the stroke."""
        found = self._known.get(ink)
        if found is None:
            found = self._known[ink] = self._written(self._palette.ink(ink))
        return found

    def overprints(self, ink: str) -> bool:
        """Whether text in this ink is to overprint: full black, and nothing but black."""
        found = self._blacks.get(ink)
        if found is None:
            of = self._palette.ink(ink)
            found = self._blacks[ink] = self._target.overprint and of.cmyk == (0, 0, 0, 1) and not of.spot
        return found

    def _written(self, ink: Ink) -> tuple[str, str]:
        if ink.spot and self._target.spots:
            space, share = self._plate(ink), number(ink.share, 3)
            return f"/{space} cs {share} scn\n", f"/{space} CS {share} SCN\n"
        parts = self._target.colour(ink)
        operands, setter = numbers(parts, 3), SETTERS[len(parts)]
        return f"{operands} {setter}\n", f"{operands} {setter.upper()}\n"

    def _plate(self, ink: Ink) -> str:
        """The colour space of an ink's plate; its four-colour twin stands for it where there is no such plate."""
        if ink.spot not in self._plates:
            full = [c / ink.share if ink.share else 0.0 for c in ink.cmyk]
            self._plates[ink.spot] = resource = f"P{len(self._plates) + 1}"
            self._document.share("ColorSpace", resource, separation(self._document, ink.spot, full))
        return self._plates[ink.spot]


def separation(document: Document, plate: str, cmyk: list[float]) -> object:
    """A Separation colour space (8.6.6.4) as an object of its own; the tint goes evenly from paper to `cmyk`."""
    written = SPECIAL.sub(lambda found: "".join(f"#{byte:02X}" for byte in found[0].encode()), plate)
    tint = dictionary({"FunctionType": 2, "Domain": "[0 1]", "C0": "[0 0 0 0]", "C1": f"[{numbers(cmyk, 3)}]", "N": 1})
    return document.add(["/Separation", f"/{written}", "/DeviceCMYK", tint])


class Images:
    """develop: for a press; None: the pixels of the pages are those of the target."""

    def __init__(self, document: Document, develop: Develop | None):
        self._document, self._develop = document, develop
        self._profiles: dict[bytes, Ref] = {}
        self._black: Value = None

    def raster(self, image: Image) -> Raster:
        return self._develop(image) if self._develop else image.data

    def stored(self, raster: Raster) -> Ref:
        entries: dict[str, Value] = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": raster.width,
            "Height": raster.height,
            "BitsPerComponent": raster.bits,
            "Filter": f"/{raster.filter}",
        }
        entries |= self._space(raster)
        if raster.smask is not None:
            mask = entries | {"ColorSpace": "/DeviceGray", "BitsPerComponent": 8, "Filter": "/FlateDecode"}
            mask.pop("Decode", None)
            entries["SMask"] = self._document.stream(mask, raster.smask)
        return self._document.stream(entries, raster.stream)

    def _space(self, raster: Raster) -> dict[str, Value]:
        if raster.icc is not None:
            return {"ColorSpace": array(["/ICCBased", self._profile(raster)])}
        if raster.colorspace == "DeviceGray" and self._develop:
            self._black = self._black or separation(self._document, "Black", [0.0, 0.0, 0.0, 1.0])
            return {"ColorSpace": self._black, "Decode": "[1 0]"}  # of gray, 0 is the dark end; of a plate, no ink
        return {"ColorSpace": f"/{raster.colorspace}"}

    def _profile(self, raster: Raster) -> Ref:
        assert raster.icc is not None
        if raster.icc not in self._profiles:
            entries = {"N": COMPONENTS[raster.colorspace], "Alternate": f"/{raster.colorspace}"}
            self._profiles[raster.icc] = self._document.stream(entries, raster.icc)
        return self._profiles[raster.icc]
