"""Gradients, opacity and masks of drawings as a PDF has them: their colour spaces, and what a viewer shows."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest

from report.page import IDENTITY, Cut, Drawing, Page, PageBoxes, Placed, Shade, Shape, Sheer, Stop
from report.page.shapes import rectangle
from report.paint.canvas import paint
from report.paint.shades import _sum
from report.paint.target import PRINT, SCREEN, Metadata, Target
from report.style.fonts import FontBook
from report.style.palette import Ink, Palette, kept
from report.units import Rect, Size

SIZE = Size(100, 100)
ALL = Rect(0, 0, 100, 100)
PALETTE = Palette(
    {
        "red": Ink("red", (1, 0, 0), (0, 1, 1, 0)),
        "paper": Ink("paper", (1, 1, 1), (0, 0, 0, 0)),
        "gold": Ink("gold", (0.8, 0.6, 0), (0, 0.2, 1, 0.2), "DIC 619"),
        "pale gold": Ink("pale gold", (0.9, 0.8, 0.5), (0, 0.1, 0.5, 0.1), "DIC 619", 0.5),
    },
    {},
)


def shaded(*inks: str) -> Drawing:
    """From the left to the right."""
    stops = tuple(Stop(i / (len(inks) - 1), ink) for i, ink in enumerate(inks))
    shade = Shade((0, 0, 1, 0), (100, 0, 0, 100, 0, 0), stops)
    return Drawing("shaded:" + "-".join(inks), SIZE, (Shape(path=rectangle(ALL).path, fill=shade),))


def painted(*placed: Placed, target: Target = SCREEN) -> bytes:
    return paint([Page(1, "1", PageBoxes(SIZE, 0.0), placed)], PALETTE, FontBook({}), target, Metadata(title="x"))


def placed(drawing: Drawing, **more: Any) -> Placed:
    return Placed(drawing=drawing, matrix=IDENTITY, **more)


def pixel(data: bytes, x: float, y: float) -> tuple[int, ...]:
    with pypdfium2.PdfDocument(data) as document:
        return document[0].render(scale=2).to_pil().convert("RGB").getpixel((round(2 * x), round(2 * y)))  # type: ignore[return-value]


def near(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 4 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("inks", "target", "space"),
    [
        (("red", "paper"), SCREEN, "/DeviceRGB"),
        (("red", "paper"), PRINT, "/DeviceCMYK"),
        (("gold", "paper"), PRINT, ["/Separation", "/DIC#20619", "/DeviceCMYK"]),
        (("gold", "pale gold"), PRINT, ["/Separation", "/DIC#20619", "/DeviceCMYK"]),
        (("gold", "red"), PRINT, ["/DeviceN", "[ /Cyan /Magenta /Yellow /Black /DIC#20619 ]", "/DeviceCMYK"]),
        (("gold", "red"), SCREEN, "/DeviceRGB"),
    ],
)
def test_the_colours_of_a_gradient_are_those_of_the_target(inks: tuple[str, ...], target: Target, space: Any) -> None:
    with pikepdf.open(io.BytesIO(painted(placed(shaded(*inks)), target=target))) as pdf:
        form = next(iter(pdf.pages[0].Resources.XObject.values()))
        (pattern,) = form.Resources.Pattern.values()
        found = pattern.Shading.ColorSpace
        written = [p.unparse().decode() for p in found][:3] if isinstance(found, pikepdf.Array) else str(found)
        assert written == space


def test_inks_that_are_mixed_come_to_the_sum_of_what_stands_for_them() -> None:
    """The program of a DeviceN, run by hand: five components in, four out."""
    stack: list[float] = [0.1, 0.2, 0.3, 0.0, 0.5]
    program = _sum([[0.0, 0.2, 1.0, 0.2]]).removeprefix("{ ").removesuffix(" }")
    for word in program.replace("dup 1 gt {pop 1} if", "cap").split():
        if word == "index":
            stack.append(stack[-1 - int(stack.pop())])
        elif word in ("mul", "add"):
            one, other = stack.pop(), stack.pop()
            stack.append(one * other if word == "mul" else one + other)
        elif word == "cap":
            stack[-1] = min(stack[-1], 1)
        elif word == "roll":
            by, count = int(stack.pop()), int(stack.pop())
            stack[-count:] = stack[-by:] + stack[-count:-by]
        elif word == "pop":
            stack.pop()
        else:
            stack.append(float(word))
    assert [round(v, 6) for v in stack] == [0.1, 0.3, 0.8, 0.1]


def test_a_gradient_goes_from_ink_to_ink() -> None:
    data = painted(placed(shaded("red", "paper")))
    assert near(pixel(data, 1, 50), (255, 3, 3)) and near(pixel(data, 50, 50), (255, 128, 128))


def test_a_group_is_seen_through_as_a_whole() -> None:
    """Where two squares lie on one another there is no more of them."""
    group = Drawing("g", SIZE, (rectangle(Rect(0, 0, 60, 60), "red"), rectangle(Rect(40, 40, 60, 60), "red")))
    data = painted(placed(group, alpha=0.5))
    assert pixel(data, 50, 50) == pixel(data, 10, 10) and near(pixel(data, 50, 50), (255, 128, 128))


def test_shapes_that_are_seen_through_add_up() -> None:
    one = Sheer(path=rectangle(ALL).path, fill="red", alpha=0.5)
    assert near(pixel(painted(placed(Drawing("g", SIZE, (one, one)))), 50, 50), (255, 64, 64))


def test_a_mask_takes_away_what_it_is_dark_over() -> None:
    white, gray = rectangle(Rect(0, 0, 30, 100), "#FFFFFF"), rectangle(Rect(30, 0, 30, 100), "#808080")
    mask = Drawing("m", SIZE, (white, gray))
    data = painted(placed(Drawing("g", SIZE, (rectangle(ALL, "red"),)), mask=mask))
    wanted = ((10, (255, 0, 0)), (45, (255, 127, 127)), (80, (255, 255, 255)))
    assert [near(pixel(data, x, 50), colour) for x, colour in wanted] == [True] * 3


def test_a_cut_shows_what_is_inside_a_path() -> None:
    cut = Cut(("M", 0, 0, "L", 100, 0, "L", 0, 100, "Z"))
    data = painted(placed(Drawing("g", SIZE, (rectangle(ALL, "red"),)), cuts=(cut,)))
    assert (pixel(data, 20, 20), pixel(data, 80, 80)) == ((255, 0, 0), (255, 255, 255))


@pytest.mark.parametrize(("alpha", "group"), [(1.0, False), (0.5, True)])
def test_a_page_says_in_which_colours_what_is_seen_through_is_blended(alpha: float, group: bool) -> None:
    path = rectangle(ALL).path
    shape = Shape(path=path, fill="red") if alpha == 1 else Sheer(path=path, fill="red", alpha=alpha)
    inner = Drawing("i", SIZE, (shape,))
    with pikepdf.open(io.BytesIO(painted(placed(Drawing("o", SIZE, (placed(inner),))), target=PRINT))) as pdf:
        found = pdf.pages[0].get("/Group")
        assert (found is not None) is group and (not group or found.CS == "/DeviceCMYK")


def test_a_colour_that_is_kept_is_an_ink_of_its_own() -> None:
    assert PALETTE.ink("#336699") == kept("#336699") and PALETTE.ink("#336699").hex == "#336699"
    assert {ink.name for ink in PALETTE.inks} == {"red", "paper", "gold", "pale gold"}
