"""Pictures of pixels as objects of the file (ISO 32000-1, 8.9.5).

In: Images, and for targets that want other pixels than the pages hold, a function that makes them. Out: image objects.
Streams are stored as they come. Gray is printed with the black plate, and says so: a press takes no untagged gray.
"""

from __future__ import annotations

from report.page import Image, Raster
from report.paint.colours import separation
from report.paint.document import Document, Ref, Value, array
from report.paint.target import Develop

COMPONENTS = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}


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
