"""What of SVG is not taken, and what to say about it.

In: an element's tag, or an attribute with its value. Out: an Objection, message and hint, or None where it is harmless.
A drawing that holds anything which would change the picture and is not taken is refused, so that no picture comes
out different from the one its maker saw.
"""

from __future__ import annotations

from report.artwork.svg_shapes import GEOMETRY, OUTLINES
from report.messages import Message, did_you_mean, message

Objection = tuple[Message, Message | None]  # message, hint

CONVERT = message("convert")
FLATTEN = message("flatten")
# What an author most likely meant by an element that is not taken.
_HINTS = {
    "text": message("outline-text"),
    "tspan": message("outline-text"),
    "image": message("photo-beside"),
    "use": message("copy-uses"),
    "style": message("style-on-elements"),
    "script": message("no-scripts"),
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
    "stroke-miterlimit": ("4", message("no-mitre-limit")),
    "display": ("inline", message("delete-hidden")),
    "visibility": ("visible", message("delete-hidden")),
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
    return message("element-not-taken", tag=tag), _HINTS.get(tag) or did_you_mean(tag, OUTLINES)


def objection(tag: str, name: str, value: str) -> Objection | None:
    """What to say about an attribute that is not read, if it is not harmless."""
    if name in _NEUTRAL:
        neutral, hint = _NEUTRAL[name]
        return None if _same(value, neutral) else (message("value-not-taken", name=name, value=value), hint)
    if name == "href" or name.endswith(" href"):
        return message("reference", target=value[:60]), None
    if name.startswith("on"):
        return message("event", name=name), None
    if " " in name or name in _PLAIN or name in GEOMETRY or name.startswith(("data-", "aria-")):
        return None
    return message("attribute-not-taken", tag=tag, name=name), did_you_mean(name, (*_LOOKS, *GEOMETRY))


def _same(value: str, neutral: str) -> bool:
    """Equal as words or as numbers: "1.0" is "1"."""
    try:
        return value == neutral or float(value) == float(neutral)
    except ValueError:
        return False
