"""What the properties of SVG mean here: read, told where they would change the picture, or passed over.

In: names and values. Out: values in one form; what to say of one that is not taken. A name that no table holds is
passed over, as every program that draws SVG does, unless it looks like a slip of one that is read.
"""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple

from report.artwork.svg.document import Node
from report.artwork.svg.faults import COMMENT, CONVERT, FLATTEN, SvgError, short
from report.artwork.svg.lengths import length
from report.messages import Message, did_you_mean, message

INHERITED = {
    "fill": "#000000",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "clip-rule": "nonzero",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-linejoin": "miter",
    "stroke-linecap": "butt",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "color": "#000000",
    "visibility": "visible",
    "paint-order": "normal",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
    "font-size": "medium",
    "font-family": "",
    "font-weight": "normal",
    "font-style": "normal",
    "text-anchor": "start",
    "letter-spacing": "normal",
    "word-spacing": "normal",
    "white-space": "normal",
    "writing-mode": "horizontal-tb",
    "direction": "ltr",
    "dominant-baseline": "auto",
    "text-decoration": "none",
}
_GEOMETRY = ("x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "points", "d", "viewBox")
_OWN = ("opacity", "display", "clip-path", "mask", "transform", "transform-origin", "transform-box", "overflow", "href")
# What would change the picture and is not taken, by the values that change nothing.
DOUBTFUL = {
    "filter": (("none",), FLATTEN),
    "mask-image": (("none",), FLATTEN),
    "mix-blend-mode": (("normal",), FLATTEN),
    "backdrop-filter": (("none",), FLATTEN),
    "vector-effect": (("none",), CONVERT),
    "clip": (("auto",), CONVERT),
    "translate": (("none", "0"), CONVERT),
    "rotate": (("none", "0", "0deg"), CONVERT),
    "scale": (("none", "1"), CONVERT),
    "offset-path": (("none",), CONVERT),
    "perspective": (("none",), CONVERT),
    "zoom": (("1", "100%", "normal"), CONVERT),
    "animation": (("none",), message("still")),
    "animation-name": (("none",), message("still")),
    "d": (("none",), CONVERT),
    "all": ((), CONVERT),
}
_STYLE_ONLY = frozenset(DOUBTFUL) - {"filter", "mix-blend-mode", "vector-effect", "clip"}
# Looks like a slip of what is read, and is none.
_IDLE = frozenset({
    "stop-opacity", "flood-opacity", "solid-opacity", "stroke-dashadjust", "stroke-linealign", "overflow-x",
    "overflow-y",
})  # fmt: skip
_ONCE_READ = (*INHERITED, *_GEOMETRY, *_OWN, "preserveAspectRatio")

# What an author most likely meant by an element that is not taken.
_HINTS = {
    "text": message("outline-text"),
    "image": message("photo-beside"),
    "foreignObject": message("outline-text"),
    "script": message("still"),
    "flowRoot": message("outline-text"),
}
SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
# What paints nothing where it stands.
UNPAINTED = frozenset({
    "", "defs", "clipPath", "symbol", "linearGradient", "radialGradient", "pattern", "filter", "mask", "marker",
    "style", "meshgradient", "hatch", "solidColor", "solidcolor", "font", "font-face", "color-profile", "cursor",
    "view", "glyph", "missing-glyph", "title", "desc", "metadata", "stop", "animate", "animateColor", "animateMotion",
    "animateTransform", "set", "discard", "script",
})  # fmt: skip


MARKERS = ("marker-start", "marker-mid", "marker-end")


class Doubt(NamedTuple):
    """What is to be told of an element if it paints anything."""

    node: Node
    message: Message
    hint: Message | None = None


def value_of(text: str) -> str:
    """A value in one form: no comments, no space around it, in small letters unless it names something."""
    if "/*" in text:
        text = re.sub(COMMENT, " ", text)
    text = text.strip()
    return text if "(" in text and "url(" in text.lower() else text.lower()


def untaken(tag: str) -> tuple[Message, Message | None]:
    """What to say about an element that is not taken."""
    return message("element-not-taken", tag=tag), _HINTS.get(tag) or did_you_mean(tag, SHAPES)


def not_taken(name: str, value: str, hint: Message | None) -> tuple[Message, Message | None]:
    return message("value-not-taken", name=name, value=short(value)), hint


def objection(name: str, value: str, in_style: bool) -> tuple[Message, Message | None] | None:
    """What to say about an attribute or a property that is not read, if it changes the picture."""
    if name in DOUBTFUL and (in_style or name not in _STYLE_ONLY):
        neutral, hint = DOUBTFUL[name]
        plain = value_of(value).lower()
        idle = plain in neutral or plain in ("initial", "unset", "revert", "auto", "")
        return None if idle else not_taken(name, value, hint)
    if name.startswith("on") and not in_style:
        return message("event", name=short(name)), None
    return None


def slip_of(name: str) -> str:
    """The name that is read and of which this is a slip; "" of one that is none."""
    if name in _ONCE_READ or name in _IDLE or len(name) < 4 or name.startswith(("-", "data-", "aria-", "font", "text")):
        return ""
    return next(iter(difflib.get_close_matches(name, _ONCE_READ, n=1, cutoff=0.8)), "")


def handed_down(attributes: dict[str, str], css: dict[str, str], above: dict[str, str]) -> dict[str, str]:
    """The inherited properties of an element, on top of those around it."""
    looks = above
    for names in (attributes, css):
        for name, text in names.items():
            kept = (name,) if name in INHERITED else MARKERS if name == "marker" and names is css else ()
            if not kept or (names is attributes and name in css):
                continue
            value = value_of(text)
            if value in ("inherit", "unset", "revert", "revert-layer", ""):
                continue
            if looks is above:
                looks = dict(above)
            for one in kept:
                looks[one] = INHERITED[one] if value == "initial" else value
    return looks


def size_of_type(text: str, above: float | None) -> float | None:
    """font-size in user units; None of one that depends on the program."""
    try:
        return length(text, "font-size", above, above)
    except SvgError:
        return None
