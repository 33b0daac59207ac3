"""What a colour lays on a plate (ISO 32000-1, 8.6), and which plates it leaves alone where it overprints (8.6.7).

In: Colours as content streams set them, the file's output intent. Out: amounts of ink, 0 to 1. Gray is black ink. RGB
goes through the intent's profile as a press would convert it, relative colorimetric with black point compensation;
in a file without such a profile, by the formula of 10.3.5. Lab counts by its lightness alone, as black.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterable, Mapping
from typing import Any

from pikepdf import Stream

from report.conform.preflight.colour import PROCESS, Colour, Space, inks, is_rgb, space
from report.conform.preflight.objects import data, elements, get, identity, items, name, number

INKS = ("C", "M", "Y", "K")
Separation = tuple[str, ...]  # the inks of one plate; several: of their mean, which is all that a sum needs


class Press:
    """The plates of a file. spots: the names of its other inks, in the order in which the pages bring them."""

    def __init__(self, pdf: Any):
        self.spots = tuple(_spots(pdf))
        self._pdf = pdf
        self._known: dict[Colour, Mapping[str, float] | None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return (*INKS, *self.spots)

    def inks(self, colour: Colour) -> Mapping[str, float]:
        """Each ink's share; none for a pattern and for what cannot be read."""
        if colour not in self._known:
            self._known[colour] = self._made(colour)
        return self._known[colour] or {}

    def _made(self, colour: Colour) -> Mapping[str, float] | None:
        of, parts = colour.space, colour.parts
        if "All" in of.names and parts:
            return dict.fromkeys(self.names, parts[of.names.index("All")])
        if is_rgb(of) and len(parts) == 3:
            return {"K": 1 - parts[0] / 100} if of.family == "Lab" else self._converted(parts)
        found = inks(colour)
        return None if found is None else {ink: min(max(share, 0.0), 1.0) for ink, share in found.items()}

    def _converted(self, parts: tuple[float, ...]) -> Mapping[str, float]:
        from PIL import Image

        pixel = Image.new("RGB", (1, 1), tuple(round(min(max(part, 0.0), 1.0) * 255) for part in parts))
        return dict(zip(INKS, (value / 255 for value in self.convert(pixel).getpixel((0, 0))), strict=True))

    def convert(self, rgb: Any) -> Any:
        """A CMYK image from an RGB one."""
        from PIL import ImageCms

        return ImageCms.applyTransform(rgb, self._transform) if self._transform else undercolour(rgb)

    @functools.cached_property
    def _transform(self) -> Any:
        """Made when the first RGB is met, which good files never have."""
        return _transform(self._pdf)

    def amount(self, colour: Colour, on: Separation) -> float:
        """The mean of a plate's inks."""
        shares = self.inks(colour)
        return sum(shares.get(ink, 0.0) for ink in on) / len(on)

    def spares(self, colour: Colour, on: Separation, mode: int, direct: bool = True) -> bool:
        """Whether overprinting in this colour leaves a plate as it is (table 148).

        mode: OPM. direct: the colour is the current one, not one of an image or a shading.
        """
        of = colour.space
        if of.family in ("Separation", "DeviceN"):
            return "All" not in of.names and not any(PROCESS.get(each, each) in on for each in of.names)
        if of.family == "DeviceCMYK" and direct and mode == 1:
            shares = self.inks(colour)
            return not any(shares.get(ink, 0.0) > 0 for ink in on)
        return not set(on) & set(INKS)


def undercolour(rgb: Any) -> Any:
    """CMYK with all gray as black (10.3.5)."""
    from PIL import Image, ImageChops

    cyan, magenta, yellow = ImageChops.invert(rgb).split()
    black = ImageChops.darker(ImageChops.darker(cyan, magenta), yellow)
    return Image.merge("CMYK", [*(ImageChops.subtract(each, black) for each in (cyan, magenta, yellow)), black])


def _transform(pdf: Any) -> Any:
    """From sRGB to the first output intent with a CMYK profile; None without one."""
    from PIL import ImageCms

    for intent in elements(get(pdf.Root, "OutputIntents")):
        content = data(get(intent, "DestOutputProfile"))
        if content[16:20] == b"CMYK":
            try:
                target = ImageCms.ImageCmsProfile(io.BytesIO(content))
                flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
                how = ImageCms.Intent.RELATIVE_COLORIMETRIC
                return ImageCms.buildTransform(ImageCms.createProfile("sRGB"), target, "RGB", "CMYK", how, flags)
            except (ImageCms.PyCMSError, OSError):
                continue
    return None


def _spots(pdf: Any) -> Iterable[str]:
    """The colorants of all spaces that pages and what they use bring along, without the process inks."""
    found: dict[str, None] = {}
    seen: set[object] = set()
    pending = [(holder, "Resources") for page in pdf.pages for holder in _line(page.obj)]
    while pending:
        holder, key = pending.pop()
        resources = get(holder, key)
        if resources is None or (resources.is_indirect and identity(resources) in seen):
            continue
        if resources.is_indirect:
            seen.add(identity(resources))
        for _, written in _sorted(get(resources, "ColorSpace")):
            found |= dict.fromkeys(_colorants(space(written, resources)))
        for kind in ("XObject", "Pattern", "Font", "Shading"):
            for _, thing in _sorted(get(resources, kind)):
                if thing.is_indirect and identity(thing) in seen:
                    continue
                seen.add(identity(thing) if thing.is_indirect else id(thing))
                for written in (get(thing, "ColorSpace"), get(thing, "Shading", "ColorSpace")):
                    found |= dict.fromkeys(_colorants(space(written, resources)))
                pending.append((thing, "Resources"))
    return found


def _sorted(holder: Any) -> list[tuple[str, Any]]:
    """The entries of a dictionary, which pikepdf has in no order."""
    return sorted(items(holder), key=lambda entry: entry[0])


def _line(page: Any) -> Iterable[Any]:
    """A page and the nodes above it, as resources may be inherited."""
    for _ in range(50):
        if page is None:
            return
        yield page
        page = get(page, "Parent")


def _colorants(of: Space | None) -> list[str]:
    found: list[str] = []
    while of is not None:
        if of.family in ("Separation", "DeviceN"):
            return [each for each in of.names if each not in PROCESS and each not in ("All", "None")]
        of = of.base
    return found


def palette(written: Any, resources: Any, press: Press, on: Separation) -> list[float]:
    """A plate's amount of ink for each entry of an Indexed space (8.6.6.3)."""
    _, base, most, table = elements(written)
    of = space(base, resources)
    content = data(table) if isinstance(table, Stream) else bytes(table)
    entries = [content[i : i + of.count] for i in range(0, of.count * (int(number(most)) + 1), of.count)]
    return [press.amount(Colour(of, tuple(v / 255 for v in entry)), on) for entry in entries if len(entry) == of.count]


def is_indexed(written: Any) -> bool:
    parts = elements(written)
    return len(parts) == 4 and name(parts[0]) in ("Indexed", "I")
