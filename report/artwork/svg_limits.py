"""What of SVG is not taken, and what to say about it.

In: an element's tag, or an attribute with its value. Out: an Objection, message and hint, or None where it is harmless.
A drawing that holds anything which would change the picture and is not taken is refused, so that no picture comes
out different from the one its maker saw.
"""

from __future__ import annotations

from report.artwork.svg_shapes import GEOMETRY, OUTLINES
from report.diagnostics import did_you_mean

Objection = tuple[str, str]  # message, hint

CONVERT = "convert the file with picosvg, or simplify it in the drawing program"
FLATTEN = "use flat, opaque colours of the palette"
# What an author most likely meant by an element that is not taken.
_HINTS = {
    "text": "turn the text into outlines (paths) in the drawing program",
    "tspan": "turn the text into outlines (paths) in the drawing program",
    "image": "keep a photo as a JPEG or PNG of its own; a drawing holds no pixels",
    "use": "convert the file with picosvg, which copies what `use` refers to",
    "style": "write the properties on the elements themselves (picosvg does)",
    "script": "take the script out; a drawing is still",
    "linearGradient": FLATTEN,
    "radialGradient": FLATTEN,
    "pattern": FLATTEN,
    "filter": FLATTEN,
    "mask": FLATTEN,
}
_NEUTRAL = {
    "opacity": ("1", FLATTEN),
    "fill-opacity": ("1", FLATTEN),
    "stroke-opacity": ("1", FLATTEN),
    "stroke-dashoffset": ("0", CONVERT),
    "stroke-miterlimit": ("4", "leave the mitre limit out, or use round joins"),
    "display": ("inline", "delete what is not shown"),
    "visibility": ("visible", "delete what is not shown"),
    "filter": ("none", FLATTEN),
    "mask": ("none", FLATTEN),
    "clip-path": ("none", CONVERT),
    "mix-blend-mode": ("normal", FLATTEN),
    "paint-order": ("normal", CONVERT),
    "marker-start": ("none", CONVERT),
    "marker-mid": ("none", CONVERT),
    "marker-end": ("none", CONVERT),
    "vector-effect": ("none", CONVERT),
}
_PLAIN = frozenset({"id", "class", "role", "version", "baseProfile", "preserveAspectRatio", "clip-rule", "overflow"})
_LOOKS = ("fill", "stroke", "stroke-width", "fill-rule", "transform", "clip-path")  # offered in hints


def element(tag: str) -> Objection:
    """What to say about an element that is not taken."""
    return f"<{tag}> is not taken", _HINTS.get(tag) or did_you_mean(tag, OUTLINES)


def objection(tag: str, name: str, value: str) -> Objection | None:
    """What to say about an attribute that is not read, if it is not harmless."""
    if name in _NEUTRAL:
        neutral, hint = _NEUTRAL[name]
        return None if _same(value, neutral) else (f'{name}="{value}" is not taken', hint)
    if name == "href" or name.endswith(" href"):
        return f'a reference ("{value[:60]}") is not taken', "a drawing stands alone, in one file"
    if name.startswith("on"):
        return f"the event {name} is not taken", _HINTS["script"]
    if " " in name or name in _PLAIN or name in GEOMETRY or name.startswith(("data-", "aria-")):
        return None
    return f'<{tag}> has an attribute "{name}" that is not taken', did_you_mean(name, (*_LOOKS, *GEOMETRY))


def _same(value: str, neutral: str) -> bool:
    """Equal as words or as numbers: "1.0" is "1"."""
    try:
        return value == neutral or float(value) == float(neutral)
    except ValueError:
        return False
