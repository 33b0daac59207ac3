"""Colours as content streams set them (ISO 32000-1, 8.6), and which inks they lay down.

In: colour space objects and components. Out: `Colour`, its inks, whether it is white or near black. Default colour
spaces (8.6.5.6) stand in for the device's own where a page has them.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import msgspec

from report.conform.preflight.objects import data, digest, elements, get, name, number, numbers

PROCESS = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
DEVICE = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}
SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}  # of inline images
DEFAULTS = {"DeviceGray": "DefaultGray", "DeviceRGB": "DefaultRGB", "DeviceCMYK": "DefaultCMYK"}
DEPTH = 6  # of spaces within spaces; Indexed over DeviceN over ICCBased has 3
KNOWN = 4096  # colours whose inks are remembered
TRACE = 0.005  # half a per cent: an ink below is not printed


class Space(msgspec.Struct, frozen=True, cache_hash=True):
    """family: as ISO 32000-1 names it. names: of the colorants. base: what it is an index, a pattern or a tint of.

    profile: a digest of an ICC profile. by_default: a device's own space that a default one stands in for.
    """

    family: str
    count: int = 0
    names: tuple[str, ...] = ()
    base: Space | None = None
    profile: str = ""
    by_default: bool = False
    tint: str = ""

    def __str__(self) -> str:
        named = f" {'/'.join(self.names)}" if self.names else ""
        return f"{self.family}{named}" + (
            f" ({self.base})" if self.base and self.family in ("Indexed", "Pattern") else ""
        )


class Colour(msgspec.Struct, frozen=True, cache_hash=True):
    space: Space
    parts: tuple[float, ...] = ()

    def __str__(self) -> str:
        found = inks(self)
        if found is None:
            return " ".join([str(self.space), *(f"{part:.3g}" for part in self.parts)])
        return " ".join(f"{ink}{' ' if len(ink) > 1 else ''}{share * 100:.0f}" for ink, share in found.items())


GRAY, RGB, CMYK = (Space(family, count) for family, count in DEVICE.items())
UNKNOWN = Space("unknown")
BLACK = Colour(GRAY, (0.0,))


def space(written: Any, resources: Any, depth: int = 0) -> Space:
    """A colour space from a name or an array; UNKNOWN for what is neither."""
    if depth > DEPTH or written is None:
        return UNKNOWN
    if word := name(written):
        return _named(word, resources, depth)
    parts = elements(written)
    family = SHORT.get(name(parts[0]), name(parts[0])) if parts else ""
    read = ARRAYS.get(family)
    if read:
        return read(family, parts, resources, depth)
    return space(parts[0], resources, depth + 1) if len(parts) == 1 and family else UNKNOWN


def _named(word: str, resources: Any, depth: int) -> Space:
    word = SHORT.get(word, word)
    spaces = get(resources, "ColorSpace")
    if word in DEVICE:
        stand_in = get(spaces, DEFAULTS[word])
        if stand_in is not None:
            made = space(stand_in, None, depth + 1)
            return msgspec.structs.replace(made, by_default=True)
        return Space(word, DEVICE[word])
    if word == "Pattern":
        return Space("Pattern")
    found = get(spaces, word)
    return space(found, resources, depth + 1) if found is not None else UNKNOWN


def _icc(family: str, parts: list[Any], resources: Any, depth: int) -> Space:
    stream = parts[1]
    return Space(family, int(number(get(stream, "N"))), profile=digest(data(stream)))


def _indexed(family: str, parts: list[Any], resources: Any, depth: int) -> Space:
    return Space(family, 1, base=space(parts[1], resources, depth + 1))


def _tint(family: str, parts: list[Any], resources: Any, depth: int) -> Space:
    """Separation and DeviceN. tint: what tells two definitions of one colorant apart."""
    names = tuple(name(each) for each in elements(parts[1]))
    function = parts[3]
    written = data(function) if hasattr(function, "read_bytes") and get(function, "Length") is not None else b""
    told = [str(numbers(get(function, key))) for key in ("C0", "C1", "Domain", "Range", "N")]
    alternate = space(parts[2], resources, depth + 1)
    return Space(family, len(names), names, alternate, tint=digest(written + "".join(told).encode()))


def _calibrated(family: str, parts: list[Any], resources: Any, depth: int) -> Space:
    return Space(family, 1 if family == "CalGray" else 3)


def _pattern(family: str, parts: list[Any], resources: Any, depth: int) -> Space:
    return Space(family, base=space(parts[1], resources, depth + 1) if len(parts) > 1 else None)


ARRAYS = {
    "ICCBased": _icc,
    "Indexed": _indexed,
    "Separation": _tint,
    "DeviceN": _tint,
    "Lab": _calibrated,
    "CalRGB": _calibrated,
    "CalGray": _calibrated,
    "Pattern": _pattern,
}


def first(of: Space) -> Colour:
    """The colour that choosing a space sets (8.6.8)."""
    if of.family in ("Separation", "DeviceN"):
        return Colour(of, (1.0,) * of.count)
    if of.count == 4:
        return Colour(of, (0.0, 0.0, 0.0, 1.0))
    return Colour(of, (0.0,) * of.count)


@functools.lru_cache(KNOWN)
def inks(colour: Colour) -> Mapping[str, float] | None:
    """Each ink's share (0 to 1) in a colour of inks or greys; None for RGB, Lab, patterns and what is unknown."""
    family, count, parts = colour.space.family, colour.space.count, colour.parts
    if len(parts) != count or not parts:
        return None
    if family == "DeviceCMYK" or (family == "ICCBased" and count == 4):
        return dict(zip("CMYK", parts, strict=True))
    if family in ("DeviceGray", "CalGray") or (family == "ICCBased" and count == 1):
        return {"K": 1 - parts[0]}
    if family not in ("Separation", "DeviceN"):
        return None
    shares: dict[str, float] = {}
    for colorant, share in zip(colour.space.names, parts, strict=True):
        if colorant == "All":
            shares |= dict.fromkeys("CMYK", share)
        elif colorant != "None":
            shares[PROCESS.get(colorant, colorant)] = share
    return shares


@functools.lru_cache(KNOWN)
def printed(colour: Colour) -> list[str]:
    """The inks that a colour lays down."""
    return [ink for ink, share in (inks(colour) or {}).items() if share > TRACE]


@functools.lru_cache(KNOWN)
def light(colour: Colour) -> tuple[float, float, float] | None:
    """Red, green, blue, roughly, as far as one can tell without a profile; spot colours cannot be told."""
    family, parts = colour.space.family, colour.parts
    shares = inks(colour)
    if shares is not None:
        if set(shares) - set("CMYK"):
            return None if printed(colour) else (1.0, 1.0, 1.0)
        left = 1 - shares.get("K", 0.0)
        return tuple((1 - shares.get(ink, 0.0)) * left for ink in "CMY")  # type: ignore[return-value]
    if family in ("DeviceRGB", "CalRGB", "ICCBased") and len(parts) == 3:
        return parts  # type: ignore[return-value]
    return (parts[0] / 100,) * 3 if family == "Lab" and parts else None


@functools.lru_cache(KNOWN)
def is_white(colour: Colour) -> bool:
    """Paper: no ink, or full light."""
    shares = inks(colour)
    if shares is not None:
        return not printed(colour)
    seen = light(colour)
    return seen is not None and min(seen) > 0.995


@functools.lru_cache(KNOWN)
def is_blackish(colour: Colour) -> bool:
    """Near black: dark, and of no colour one would name. A navy (C95 M80 Y40 K15) is not."""
    seen = light(colour)
    return seen is not None and max(seen) < 0.35 and max(seen) - min(seen) < 0.12


def is_rgb(of: Space) -> bool:
    """Whether its colours must still be turned into inks: RGB, Lab; an index or a pattern of such."""
    if of.family in ("DeviceRGB", "CalRGB", "Lab") or (of.family == "ICCBased" and of.count == 3):
        return True
    return of.family in ("Indexed", "Pattern") and of.base is not None and is_rgb(of.base)
