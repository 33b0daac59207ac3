"""Images as one plate sees them (ISO 32000-1, 8.9.5).

In: an image XObject in any colours. Out: one in DeviceGray, white where the plate gets no ink. Images of one component
keep their data, whatever coded them, under another Decode array or another table; those of several are decoded once,
made no finer than the plates need, and taken apart. SMask, Mask and their like stay as they are. An image that cannot
be read is solid in all process inks: nobody overlooks it.
"""

from __future__ import annotations

import io
import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Name

from report.conform.plates.ink import INKS, Press, Separation, is_indexed, palette
from report.conform.preflight.coded import own_space
from report.conform.preflight.colour import GRAY, Colour, Space, is_rgb, space
from report.conform.preflight.objects import BROKEN, data, filters, get, identity, number, numbers

COLOURS = ("ColorSpace", "Decode", "Filter", "DecodeParms", "BitsPerComponent", "Length", "SMaskInData", "Intent")
MOST = 100_000_000  # pixels of an image that is taken apart; a page of A3 has a fifth of it at 400 ppi
PALE = {1: "L", 3: "RGB", 4: "CMYK"}


class Channels:
    """The images of a file, each taken apart once: its ink on each plate as an 8-bit image, 255 = full ink.

    finest: pixels that the longer side of an image keeps at least, where it has so many.
    """

    def __init__(self, pdf: Any, press: Press, finest: int):
        self.pdf = pdf
        self.press = press
        self.finest = finest
        self._apart: dict[object, dict[str, Any]] = {}

    def on(self, image: Any, resources: Any, on: Separation) -> Any:
        """The image for one plate."""
        written = get(image, "ColorSpace")
        try:
            of = space(written, resources) if written is not None else own_space(image) or GRAY
            if is_indexed(written):
                return self._table(image, written, resources, on)
            simple = of.count == 1 and "JPXDecode" not in filters(image)  # (of JPEG 2000 PDFium ignores Decode)
            return self._line(image, of, on) if simple else self._taken(image, of, on)
        except (*BROKEN, OSError, zlib.error):
            return self._solid(on)

    def _solid(self, on: Separation) -> Any:
        gray = b"\0" if set(on) & set(INKS) else b"\xff"
        entries = {"Width": 1, "Height": 1, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
        return self.pdf.make_stream(gray, Type=Name.XObject, Subtype=Name.Image, **entries)

    def _table(self, image: Any, written: Any, resources: Any, on: Separation) -> Any:
        grays = bytes(round(255 * (1 - amount)) for amount in palette(written, resources, self.press, on))
        made = self._kept(image)
        made.ColorSpace = Array([Name.Indexed, Name.DeviceGray, len(grays) - 1, pikepdf.String(grays)])
        return made

    def _line(self, image: Any, of: Space, on: Separation) -> Any:
        """Gray goes in a straight line from one end of Decode to the other."""
        ends = numbers(get(image, "Decode")) or (0.0, 1.0)
        made = self._kept(image)
        made.ColorSpace = Name.DeviceGray
        made.Decode = Array([round(1 - self.press.amount(Colour(of, (end,)), on), 4) for end in ends[:2]])
        return made

    def _kept(self, image: Any) -> Any:
        """A copy over the same coded data."""
        made = self.pdf.make_stream(bytes(image.read_raw_bytes()))
        for key in image.keys():  # noqa: SIM118  a pikepdf dictionary does not iterate
            if key != "/Length":
                made[key] = image[key]
        return made

    def _taken(self, image: Any, of: Space, on: Separation) -> Any:
        from PIL import Image, ImageChops, ImageMath

        apart = self.apart(image, of)
        if not apart:
            raise TypeError("an image in no ink")
        inks = [apart[ink] for ink in on if ink in apart]
        size = next(iter(apart.values())).size
        if not inks:
            ink = Image.new("L", size)
        elif len(on) == 1:
            ink = inks[0]
        else:
            mean = ImageMath.lambda_eval(lambda args: sum(args[f"i{n}"] for n in range(len(inks))) / len(on),
                                         **{f"i{n}": each.convert("F") for n, each in enumerate(inks)})  # fmt: skip
            ink = mean.convert("L")
        entries = {key: image[key] for key in image.keys() if key[1:] not in COLOURS}  # noqa: SIM118
        made = self.pdf.make_stream(ImageChops.invert(ink).tobytes(), entries)  # packing it would take longest of all
        made.ColorSpace, made.BitsPerComponent = Name.DeviceGray, 8
        made.Width, made.Height = ink.size
        if key := numbers(get(image, "Mask")):
            made.Mask = self._mask(samples(image, of.count), key)
        return made

    def apart(self, image: Any, of: Space) -> dict[str, Any]:
        """Each ink's image."""
        key = identity(image) if image.is_indirect else None
        if key is None or key not in self._apart:
            parts = [self._coarser(part) for part in samples(image, of.count)]
            found = _inks(_decoded(parts, image, of), of, self.press)
            if key is None:
                return found
            self._apart[key] = found
        return self._apart[key]

    def _coarser(self, part: Any) -> Any:
        factor = max(part.size) // self.finest
        return part.reduce(factor) if factor > 1 else part

    def _mask(self, parts: list[Any], key: tuple[float, ...]) -> Any:
        """A stencil of the pixels whose samples all lie within a colour key (8.9.6.4): 1 where nothing is painted."""
        from PIL import Image, ImageChops

        hidden = Image.new("L", parts[0].size, 255)
        for part, low, high in zip(parts, key[::2], key[1::2], strict=False):
            within = part.point([255 if low <= value <= high else 0 for value in range(256)])
            hidden = ImageChops.darker(hidden, within)
        stencil = self.pdf.make_stream(hidden.convert("1").tobytes(), Type=Name.XObject, Subtype=Name.Image)
        stencil.Width, stencil.Height = hidden.size
        stencil.ImageMask, stencil.BitsPerComponent = True, 1
        return stencil


def samples(image: Any, count: int) -> list[Any]:
    """The components of an image as its data has them, each an 8-bit image; of 16 bits, the upper 8.

    JPEG: Pillow turns four components over, as Photoshop writes them; PDF takes them as they are (7.4.8).
    """
    from PIL import Image, ImageChops

    if coded := {"DCTDecode", "JPXDecode"} & set(filters(image)):
        with Image.open(io.BytesIO(_coded(image))) as picture:
            if picture.width * picture.height > MOST:
                raise OverflowError("too many pixels, or none")
            parts = list((picture if picture.mode != "RGBA" else picture.convert("RGB")).split())
        return [ImageChops.invert(part) for part in parts] if coded == {"DCTDecode"} and len(parts) == 4 else parts
    width, height, bits = (int(number(get(image, key), 8)) for key in ("Width", "Height", "BitsPerComponent"))
    if width * height > MOST or width < 1 or height < 1:
        raise OverflowError("too many pixels, or none")
    content = data(image)
    if bits == 16:
        content, bits = content[::2], 8
    if bits < 8:
        mode = "1" if bits == 1 else "L"
        row = (width * count * bits + 7) // 8
        lines = Image.frombytes(
            mode, (width * count, height), content[: row * height], "raw", mode if bits == 1 else f"L;{bits}"
        )
        content = lines.convert("L").tobytes()
    content = content.ljust(width * height * count, b"\0")[: width * height * count]
    return [Image.frombytes("L", (width, height), content[i::count]) for i in range(count)]


def _coded(image: Any) -> bytes:
    """What the last filter decodes, after those before it."""
    if len(filters(image)) == 1:
        return bytes(image.read_raw_bytes())
    out = io.BytesIO()
    pikepdf.PdfImage(image).extract_to(stream=out)
    return out.getvalue()


def _decoded(parts: list[Any], image: Any, of: Space) -> list[Any]:
    """Samples through Decode; what a colour space ranges over is 0 to 255."""
    ends = numbers(get(image, "Decode"))
    if len(ends) != 2 * len(parts) or of.family == "Lab":
        return parts
    made = []
    for part, low, high in zip(parts, ends[::2], ends[1::2], strict=True):
        table = [min(max(round(255 * low + value * (high - low)), 0), 255) for value in range(256)]
        made.append(part if (low, high) == (0, 1) else part.point(table))
    return made


def _between(low: float, high: float) -> list[int]:
    """A table of 256 entries, from one share of an ink to another."""
    return [round(255 * low + value * (high - low)) for value in range(256)]


def _inks(parts: list[Any], of: Space, press: Press) -> dict[str, Any]:
    from PIL import Image, ImageChops

    if of.family == "Lab":
        return {"K": ImageChops.invert(parts[0])}
    if is_rgb(of):
        return dict(zip("CMYK", press.convert(Image.merge("RGB", parts[:3])).split(), strict=True))
    if len(parts) < of.count or (len(parts) > of.count and of.count != 1):
        raise TypeError("the data have other components than the colour space")
    if of.count == 1:
        none, full = press.inks(Colour(of, (0.0,))), press.inks(Colour(of, (1.0,)))
        return {ink: parts[0].point(_between(none.get(ink, 0.0), full.get(ink, 0.0))) for ink in {**none, **full}}
    ends = [press.inks(Colour(of, tuple(float(i == at) for i in range(of.count)))) for at in range(of.count)]
    found: dict[str, Any] = {}
    for part, shares in zip(parts, ends, strict=True):
        for ink in (ink for ink, share in shares.items() if share == 1):
            found[ink] = ImageChops.lighter(found[ink], part) if ink in found else part
    return found
