"""Inks as operators and pictures of pixels as objects (ISO 32000-1, 8.6 and 8.9.5): what a target makes of each.

In: names of inks, a palette, a Target; Images. Out: lines of a content stream; the colour spaces of plates and the
graphics states of overprinting, kept in the document once one is needed; image objects, whose streams are stored as
they come. With overprint mode 1 a plate of which black text says nothing keeps what is there (8.6.7); white, which is
no ink at all, knocks out. Gray pixels are printed with the black plate, and say so: a press takes no untagged gray.
"""

from __future__ import annotations

from report.page import Image, Paint, Raster, Shade
from report.paint.document import Document, Ref, Value, array
from report.paint.numbers import number, numbers, separation
from report.paint.shades import pattern
from report.paint.target import Develop, Target
from report.style.palette import Ink, Palette

SETTERS = {1: "g", 3: "rg", 4: "k"}  # the operators that set a fill, by number of components; in capitals, a stroke
OVER, NOT_OVER = "O1", "O0"
COMPONENTS = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}


class Colours:
    """Inks and gradients, each worked out once. prefix: of the names of resources, for a second set of them."""

    def __init__(self, document: Document, palette: Palette, target: Target, prefix: str = ""):
        self._document, self.palette, self._target, self.prefix = document, palette, target, prefix
        self._known: dict[Paint, tuple[str, str]] = {}
        self._patterns = 0
        self._alphas: dict[float, str] = {}
        self._plates: dict[str, str] = {}  # spot -> resource name of its colour space
        self._blacks: dict[str, bool] = {}
        if target.overprint:
            document.share("ExtGState", OVER, "<</OP true/op true/OPM 1>>")
            document.share("ExtGState", NOT_OVER, "<</OP false/op false/OPM 1>>")

    def operators(self, paint: Paint) -> tuple[str, str]:
        """The line that makes an ink or a gradient the fill, and the line that makes it the stroke."""
        found = self._known.get(paint)
        if found is None:
            made = self._shaded(paint) if isinstance(paint, Shade) else self._written(self.palette.ink(paint))
            found = self._known[paint] = made
        return found

    def alpha(self, value: float) -> str:
        """The name of the graphics state in which all is as opaque."""
        value = round(value, 4)
        if value not in self._alphas:
            self._alphas[value] = resource = f"{self.prefix}T{len(self._alphas) + 1}"
            self._document.share("ExtGState", resource, f"<</ca {number(value)}/CA {number(value)}>>")
        return self._alphas[value]

    def overprints(self, ink: str) -> bool:
        """Whether text in this ink is to overprint: full black, and nothing but black."""
        found = self._blacks.get(ink)
        if found is None:
            of = self.palette.ink(ink)
            found = self._blacks[ink] = self._target.overprint and of.cmyk == (0, 0, 0, 1) and not of.spot
        return found

    def _written(self, ink: Ink) -> tuple[str, str]:
        if ink.spot and self._target.spots:
            space, share = self._plate(ink), number(ink.share, 3)
            return f"/{space} cs {share} scn\n", f"/{space} CS {share} SCN\n"
        parts = self._target.colour(ink)
        operands, setter = numbers(parts, 3), SETTERS[len(parts)]
        return f"{operands} {setter}\n", f"{operands} {setter.upper()}\n"

    def _shaded(self, shade: Shade) -> tuple[str, str]:
        self._patterns += 1
        resource = f"{self.prefix}H{self._patterns}"
        inks = [self.palette.ink(stop.ink) for stop in shade.stops]
        self._document.share("Pattern", resource, pattern(self._document, shade, inks, self._target))
        return f"/Pattern cs /{resource} scn\n", f"/Pattern CS /{resource} SCN\n"

    def _plate(self, ink: Ink) -> str:
        """The colour space of an ink's plate; its four-colour twin stands for it where there is no such plate."""
        if ink.spot not in self._plates:
            full = [c / ink.share if ink.share else 0.0 for c in ink.cmyk]
            self._plates[ink.spot] = resource = f"{self.prefix}P{len(self._plates) + 1}"
            self._document.share("ColorSpace", resource, separation(self._document, ink.spot, full))
        return self._plates[ink.spot]


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
