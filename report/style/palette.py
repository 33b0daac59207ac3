"""Inks: every colour of the house has a name, an sRGB twin and a CMYK twin. And what a print file is made for.

In: the sheet's `palette:`, its `print:`. Out: `Palette.ink(name)`; PrintStyle, whose defaults stand for a sheet without
the entry. Names are "ink", "accent", … or "family.role" ("blue.base").
"name@55" is a tint: 55 % of the ink, the rest paper. "#RRGGBB" is a colour that a drawing keeps; a press file has it
converted (deliver.targets).
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from report.messages import Origin, Report, message
from report.source import Length, Name, PositiveLength
from report.units import MM

COLOUR = re.compile(r"#([0-9A-Fa-f]{6})\s+(\d{1,3})/(\d{1,3})/(\d{1,3})/(\d{1,3})")
ROLES = ("dark", "base", "mid", "soft", "tint", "pale")
ALL_ROLES = (*ROLES, "counter", "counter-dark")
SHARE = re.compile(r"@(?:100|\d{1,2}(?:\.\d+)?)", re.ASCII)  # per cent


class Ink(msgspec.Struct, frozen=True):
    """rgb and cmyk: components from 0 to 1. spot: the plate it is printed with instead of the four; share: of full."""

    name: str
    rgb: tuple[float, float, float]
    cmyk: tuple[float, float, float, float]
    spot: str = ""
    share: float = 1.0

    @property
    def is_kept(self) -> bool:
        """Is it no ink of the sheet, but a colour as a drawing has it?"""
        return self.name.startswith("#")

    @property
    def hex(self) -> str:
        return "#" + "".join(f"{round(c * 255):02X}" for c in self.rgb)

    @property
    def coverage(self) -> float:
        """Total area coverage, per cent."""
        return sum(self.cmyk) * 100

    def tint(self, share: float) -> Ink:
        rgb = tuple(1 - share * (1 - c) for c in self.rgb)
        cmyk = tuple(share * c for c in self.cmyk)
        return Ink(f"{self.name}@{share * 100:g}", rgb, cmyk, self.spot, share)  # type: ignore[arg-type]


def kept(colour: str) -> Ink:
    """A colour that a drawing keeps, "#RRGGBB", and what four inks come to without a press's profile."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    black = 1 - max(red, green, blue)
    rest = (1 - red - black, 1 - green - black, 1 - blue - black)
    return Ink(colour, (red, green, blue), (*rest, black))


class InkEntry(msgspec.Struct, frozen=True, kw_only=True):
    """colour: "#rrggbb c/m/y/k". spot: the name of an ink that the printer mixes ("DIC 256") and prints with a plate of
    its own; colour then says what stands for it on screens, and where there is no such plate."""

    SHORTHAND = "colour"
    colour: str
    spot: str = ""


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """The six inks of a field, "#rrggbb c/m/y/k" each, and the names of its counter colour, light and dark."""

    dark: InkEntry
    base: InkEntry
    mid: InkEntry
    soft: InkEntry
    tint: InkEntry
    pale: InkEntry
    counter: str
    counter_dark: str


class PaletteEntry(msgspec.Struct, frozen=True, kw_only=True):
    inks: dict[str, InkEntry]
    families: dict[str, Family]

    def __post_init__(self) -> None:
        if not self.families:
            raise ValueError(message("families-empty"))


# Colorants that stand for other things than an ink of that name (ISO 32000-1, 8.6.6.4).
RESERVED = ("All", "None", "Cyan", "Magenta", "Yellow", "Black")
# Inks of the press, in no palette: marks take them (ISO 32000-1, 8.6.6.4: All is every plate).
PRESS = {
    "press.all": Ink("press.all", (0, 0, 0), (1, 1, 1, 1), "All"),
    "press.cyan": Ink("press.cyan", (0, 0.68, 0.94), (1, 0, 0, 0)),
    "press.magenta": Ink("press.magenta", (0.93, 0, 0.55), (0, 1, 0, 0)),
    "press.yellow": Ink("press.yellow", (1, 0.95, 0), (0, 0, 1, 0)),
    "press.black": Ink("press.black", (0.14, 0.12, 0.13), (0, 0, 0, 1)),
}


def contrast(one: Ink, other: Ink) -> float:
    """Contrast ratio of two inks (WCAG 2.1, 1.4.3), from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(ink: Ink) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in ink.rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


class Palette:
    """Inks by name, and by colour for drawings that come with sRGB values."""

    def __init__(self, inks: dict[str, Ink], counters: dict[str, tuple[str, str]]):
        self._inks = inks
        self.places: dict[str, Origin] = {}  # where the sheet says what an ink is
        self._counters = counters
        self._by_hex: dict[str, str] = {}
        for ink in inks.values():
            self._by_hex.setdefault(ink.hex, ink.name)

    @property
    def inks(self) -> tuple[Ink, ...]:
        return tuple(ink for ink in self._inks.values() if "@" not in ink.name and not ink.is_kept)

    @property
    def spots(self) -> tuple[str, ...]:
        """For each spot, the name of an ink that is printed with it."""
        return tuple({ink.spot: ink.name for ink in reversed(self.inks) if ink.spot}.values())[::-1]

    @property
    def families(self) -> tuple[str, ...]:
        return tuple(self._counters)

    def ink(self, name: str) -> Ink:
        found = self._inks.get(name) or PRESS.get(name)
        if found is None and name.startswith("#"):
            found = self._inks[name] = kept(name)
        if found is None:
            plain, _, share = name.partition("@")
            found = self._inks[name] = self.ink(plain).tint(float(share) / 100)
        return found

    def named(self, colour: str) -> str | None:
        """The ink of "#RRGGBB", if there is one."""
        return self._by_hex.get(colour.upper())

    def role(self, role: str, family: str) -> str:
        """The name of the ink that plays a role ("base", "counter", "ink", "soft@55") in a family; else KeyError."""
        plain, at, share = role.partition("@")
        if plain in ROLES:
            name = f"{family}.{plain}"
        elif plain == "counter":
            name = self._counters[family][0]
        elif plain == "counter-dark":
            name = self._counters[family][1]
        else:
            name = plain
        if name not in self._inks or not (SHARE.fullmatch(at + share) or not at):
            raise KeyError(role)
        return name + at + share


def read_palette(entry: PaletteEntry, report: Report) -> Palette:
    """Inks from their written form; a bad colour or an unknown counter ink is an error with its place."""
    inks: dict[str, Ink] = {}
    places: dict[str, Origin] = {}
    alternates: dict[str, tuple[float, ...]] = {}  # of spot inks, what stands for them in four inks

    def add(name: str, entry: InkEntry) -> None:
        written = entry.colour
        found = COLOUR.fullmatch(written)
        origin = written.origin if isinstance(written, Name) else None
        if origin:
            places[name] = origin
        if found is None or any(int(part) > 100 for part in found.groups()[1:]):
            report.error(origin, message("colour-wrong", written=written))
            inks[name] = Ink(
                name, (0, 0, 0), (0, 0, 0, 1)
            )  # so that its name is known, and one mistake is reported once
            return
        if entry.spot in RESERVED:
            report.error(getattr(entry.spot, "origin", origin), message("spot-reserved", name=entry.spot))
        rgb = tuple(int(found[1][i : i + 2], 16) / 255 for i in (0, 2, 4))
        cmyk = tuple(int(part) / 100 for part in found.groups()[1:])
        inks[name] = Ink(name, rgb, cmyk, str(entry.spot))  # type: ignore[arg-type]
        if entry.spot and alternates.setdefault(entry.spot, cmyk) != cmyk:
            report.error(getattr(entry.spot, "origin", origin), message("spot-in-two-colours", name=entry.spot))

    for name, family in entry.families.items():
        for role in ROLES:
            add(f"{name}.{role}", getattr(family, role))
    for name, written in entry.inks.items():
        add(name, written)
    counters = {name: (family.counter, family.counter_dark) for name, family in entry.families.items()}
    for family in entry.families.values():
        for ink in (family.counter, family.counter_dark):
            if ink not in inks and isinstance(ink, Name):
                report.error(ink.origin, message("ink-unknown", ink=ink))
    palette = Palette(inks, counters)
    palette.places = places
    return palette


class PrintStyle(msgspec.Struct, frozen=True, kw_only=True):
    """What a print file is made for. profile: of the press, a file of styles/icc/. coverage: the most ink, per cent.

    resolution: dpi of photos. photos: convert (into the press's inks) or keep (their own colours, with the profile that
    says what they mean; inks without one are the press's). marks: tombo (トンボ) or none, for printers who want none;
    their length, weight, and offset from the bleed. slug: a line with title, page, date, 校正 or 下版, and the
    provisional figures. paper: the thickness of a sheet of a booklet.
    """

    profile: str = "FOGRA39L_coated.icc"
    coverage: float = 300.0
    resolution: float = 350.0
    photos: Literal["convert", "keep"] = "convert"
    marks: Literal["tombo", "none"] = "tombo"
    mark_length: PositiveLength = PositiveLength(9 * MM)
    mark_weight: PositiveLength = PositiveLength(0.1 * MM)
    mark_offset: Length = Length(0.3 * MM)
    slug: bool = True
    colour_bar: bool = False
    paper: Length = Length(0.1 * MM)

    def __post_init__(self) -> None:
        if not 100 <= self.coverage <= 400:
            raise ValueError(message("coverage-wrong"))
        if self.resolution <= 0 or self.mark_offset < 0:
            raise ValueError(message("resolution-wrong"))
        if not 0 <= self.paper <= MM:
            raise ValueError(message("paper-wrong"))
