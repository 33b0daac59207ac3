"""Colours in the notations of CSS.

In: a colour as written. Out: "#RRGGBB" and how opaque it is, 0…1. Raises SvgError for what is no colour, or one whose
sRGB is not settled by its text alone (system colours, other colour spaces).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from report.artwork.svg.faults import SvgError, short
from report.artwork.svg.lengths import NUMBER
from report.messages import message


class Colour(NamedTuple):
    rgb: str
    alpha: float = 1.0


_hex = re.compile(r"#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})").fullmatch
_function = re.compile(r"(rgb|hsl)a?\(([^()]*)\)").fullmatch
_parts = re.compile(rf"({NUMBER})(%|deg|grad|rad|turn)?").fullmatch
_TURN = {"": 360.0, "deg": 360.0, "grad": 400.0, "rad": 6.283185307179586, "turn": 1.0}


@lru_cache(1024)
def parse_colour(text: str) -> Colour:
    if _hex(text):
        return _of_digits(text[1:])
    name = text.strip().lower()
    if name == "transparent":
        return Colour("#000000", 0.0)
    if name.startswith("light-dark(") and name.endswith(")"):  # paper is light
        return parse_colour(_first(name[11:-1]))
    if found := _function(name):
        return _of_function(found[1], found[2], text)
    words = _NAMES.split()
    if name in words[::2]:
        return _of_digits(words[words.index(name) + 1])
    raise SvgError(message("colour-not-taken", colour=short(text)))


def _of_digits(digits: str) -> Colour:
    if len(digits) < 6:
        digits = "".join(c + c for c in digits)
    return Colour("#" + digits[:6].upper(), int(digits[6:] or "ff", 16) / 255)


def _of_function(kind: str, inside: str, text: str) -> Colour:
    """rgb() and hsl(), with commas or without, alpha or none."""
    values, _, alpha = inside.partition("/")
    parts = [part for part in re.split(r"\s*,\s*|\s+", values.strip())]
    if len(parts) == 4 and not alpha:
        alpha = parts.pop()
    found = [_parts(part) for part in parts]
    if len(found) != 3 or None in found:
        raise SvgError(message("colour-not-taken", colour=short(text)))
    pairs = [(float(part[1]), part[2] or "") for part in found if part]
    if kind == "rgb" and "," in values and len({unit for _, unit in pairs}) > 1:  # of which programs make this or that
        raise SvgError(message("colour-not-taken", colour=short(text)))
    if kind == "rgb" and all(unit in ("", "%") for _, unit in pairs):
        rgb = [value / 100 if unit else value / 255 for value, unit in pairs]
    elif kind == "hsl" and pairs[0][1] in _TURN and all(unit in ("", "%") for _, unit in pairs[1:]):
        rgb = _of_hue(pairs[0][0] / _TURN[pairs[0][1]], pairs[1][0] / 100, pairs[2][0] / 100)
    else:
        raise SvgError(message("colour-not-taken", colour=short(text)))
    opaque = _parts(alpha.strip()) if alpha.strip() else None
    if alpha.strip() and (not opaque or opaque[2] not in (None, "%")):
        raise SvgError(message("colour-not-taken", colour=short(text)))
    share = float(opaque[1]) / (100 if opaque[2] else 1) if opaque else 1.0
    return Colour("#" + "".join(f"{int(_kept(c) * 255 + 0.5):02X}" for c in rgb), _kept(share))


def _of_hue(turn: float, saturation: float, lightness: float) -> list[float]:
    """CSS Color 4, 7.1."""
    saturation, lightness = _kept(saturation), _kept(lightness)

    def channel(n: int) -> float:
        k = (n + turn * 12) % 12
        return lightness - saturation * min(lightness, 1 - lightness) * max(-1.0, min(k - 3, 9 - k, 1.0))

    return [channel(0), channel(8), channel(4)]


def _kept(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _first(arguments: str) -> str:
    """Of arguments apart by commas the first; commas within parentheses part none."""
    depth = 0
    for at, sign in enumerate(arguments):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            return arguments[:at]
    return arguments


_NAMES = """
    aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 black
    000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse
    7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue
    00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b
    darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a
    darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet
    9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222
    floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520
    gray 808080 green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo
    4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue
    add8e6 lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey
    d3d3d3 lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899
    lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 magenta
    ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db
    mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585
    midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6
    olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98
    paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd
    powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513
    salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue
    6a5acd slategray 708090 slategrey 708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080
    thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow
    ffff00 yellowgreen 9acd32
"""
