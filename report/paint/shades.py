"""Gradients as shading patterns (ISO 32000-1, 8.7.4.5), in the colours of a target.

In: a Shade, its inks, a Target. Out: a pattern, kept in the document. Between two stops the components go in a straight
line: of RGB on screens, as SVG wants it, of the press's inks in print. An ink with a plate of its own keeps it: alone
as a Separation, with others as one of the names of a DeviceN (8.6.6.5).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from report.page import Shade
from report.paint.document import Document, Ref, Value, array, dictionary
from report.paint.numbers import name_of, number, numbers, separation
from report.paint.target import Target
from report.style.palette import Ink

DEVICES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
LEAST = 1e-6  # of the way; nearer stops are one after the other at one place


class Colourants(NamedTuple):
    """A colour space, and the components of each stop in it."""

    space: Value
    parts: list[tuple[float, ...]]


def pattern(document: Document, shade: Shade, inks: Sequence[Ink], target: Target) -> Ref:
    """inks: of the stops."""
    of = _colourants(document, inks, target)
    shading = {
        "ShadingType": 2 if len(shade.ends) == 4 else 3,
        "ColorSpace": of.space,
        "Coords": f"[{numbers(shade.ends, 5)}]",
        "Extend": "[true true]",
        "Function": _function([stop.at for stop in shade.stops], of.parts),
    }
    matrix = f"[{numbers(shade.matrix, 6)}]"
    return document.add({"Type": "/Pattern", "PatternType": 2, "Matrix": matrix, "Shading": dictionary(shading)})


def _colourants(document: Document, inks: Sequence[Ink], target: Target) -> Colourants:
    full = {ink.spot: [c / ink.share if ink.share else 0.0 for c in ink.cmyk] for ink in inks if ink.spot}
    if not (full and target.spots):
        parts = [target.colour(ink) for ink in inks]
        return Colourants(DEVICES[len(parts[0])], parts)
    mixed = [(0.0,) * 4 if ink.spot else target.colour(ink) for ink in inks]
    shares = [tuple(ink.share * (ink.spot == plate) for plate in full) for ink in inks]
    if len(full) == 1 and not any(map(any, mixed)):
        [(plate, cmyk)] = full.items()
        return Colourants(separation(document, plate, cmyk), shares)
    names = array(f"/{name_of(plate)}" for plate in (*PROCESS, *full))
    tint = document.stream(
        {
            "FunctionType": 4,
            "Domain": f"[{'0 1 ' * (4 + len(full))}]",
            "Range": "[0 1 0 1 0 1 0 1]",
        },
        _sum(list(full.values())).encode(),
    )
    space = document.add(["/DeviceN", names, "/DeviceCMYK", tint])
    return Colourants(space, [(*one, *other) for one, other in zip(mixed, shares, strict=True)])


def _sum(twins: list[list[float]]) -> str:
    """A program (7.10.5) that adds to the four inks what stands for each plate."""
    count = 4 + len(twins)
    words = ["{"]
    for ink in range(4):
        words.append(f"{count - 1} index")  # what is done lies above
        words += [f"{count - 4 - i + ink} index {number(twin[ink])} mul add" for i, twin in enumerate(twins)]
        words.append("dup 1 gt {pop 1} if")
    return " ".join([*words, f"{count + 4} 4 roll", *["pop"] * count, "}"])


def _function(places: list[float], parts: list[tuple[float, ...]]) -> Value:
    """One that is stitched together from stop to stop (7.10.4)."""
    steps = [(a, b, i) for i, (a, b) in enumerate(pairwise(places)) if b - a > LEAST]
    made = [
        dictionary(
            {
                "FunctionType": 2,
                "Domain": "[0 1]",
                "C0": f"[{numbers(parts[i])}]",
                "C1": f"[{numbers(parts[i + 1])}]",
                "N": 1,
            }
        )
        for _, _, i in steps
    ]
    if len(made) == 1:
        return made[0]
    entries = {"FunctionType": 3, "Domain": "[0 1]", "Functions": array(made)}
    bounds = numbers([b for _, b, _ in steps[:-1]], 6)
    return dictionary({**entries, "Bounds": f"[{bounds}]", "Encode": f"[{'0 1 ' * len(made)}]"})
