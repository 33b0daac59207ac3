"""Shadings as one plate sees them (ISO 32000-1, 8.7.4.5).

In: a shading in any colours. Out: the same shading, its colour space one that turns into gray by itself: a DeviceN of
as many components, whose tint transform is the plate's. So its geometry and its functions need not be understood.
Inks go in straight lines, as a calculator function (7.10.5); RGB through the intent's profile, sampled (7.10.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, Stream

from report.conform.plates.ink import Press, Separation
from report.conform.preflight.colour import Colour, Space, is_rgb, space
from report.conform.preflight.objects import get

if TYPE_CHECKING:
    from report.conform.plates.state import PlateJob

GRID = 9  # samples along each side of the RGB cube; a profile's own table has 9 to 33


def shading(plate: PlateJob, found: Any, resources: Any) -> Any:
    """A shading in the gray of a plate."""
    of = space(get(found, "ColorSpace"), resources)
    made = plate.pdf.make_stream(bytes(found.read_raw_bytes())) if isinstance(found, Stream) else Dictionary()
    for key in found.keys():  # noqa: SIM118  a pikepdf dictionary does not iterate
        if key != "/Length":
            made[key] = found[key]
    function = _sampled(of, plate) if is_rgb(of) else _calculated(of, plate)
    names = Array([Name(f"/Plate{i}") for i in range(max(of.count, 1))])
    made.ColorSpace = Array([Name.DeviceN, names, Name.DeviceGray, function])
    return plate.pdf.make_indirect(made)


def _calculated(of: Space, plate: PlateJob) -> Any:
    """1 − the mean of the plate's inks, each of which is one component or 1 − gray."""
    count = max(of.count, 1)
    zero = plate.press.amount(Colour(of, (0.0,) * count), plate.on)
    slopes = [_at(of, i, plate.press, plate.on) - zero for i in range(count)]
    parts = ["{", str(round(1 - zero, 6))]
    for slope in reversed(slopes):  # the components lie on the stack, the last on top, and above it what is left
        parts += ["exch", str(round(slope, 6)), "mul", "sub"] if slope else ["exch", "pop"]
    program = " ".join([*parts, "}"])
    return plate.pdf.make_stream(
        program.encode(), FunctionType=4, Domain=Array([0, 1] * count), Range=Array([0, 1])
    )  # fmt: skip


def _at(of: Space, index: int, press: Press, on: Separation) -> float:
    return press.amount(Colour(of, tuple(float(i == index) for i in range(max(of.count, 1)))), on)


def _sampled(of: Space, plate: PlateJob) -> Any:
    steps = [i / (GRID - 1) for i in range(GRID)]
    scale = 100 if of.family == "Lab" else 1
    table = bytes(
        round(255 * (1 - plate.press.amount(Colour(of, (r * scale, g, b)), plate.on)))
        for b in steps
        for g in steps
        for r in steps
    )
    return plate.pdf.make_stream(
        table, FunctionType=0, Domain=Array([0, scale, 0, 1, 0, 1]), Range=Array([0, 1]),
        Size=Array([GRID] * 3), BitsPerSample=8,
    )  # fmt: skip
