"""Plates as pictures: what `report preview-plates` writes.

In: a PDF, a page or all. Out: names and PNG files: each plate, ink dark on white, and a map of the total coverage, from
pale blue over yellow to red at 300 per cent and violet beyond, with a scale at its foot.
"""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from report.conform.plates.ink import INKS
from report.conform.plates.ink_limit import LIMIT
from report.conform.plates.separate import Plates, Separator, coverage, pixels, separating
from report.messages import failure, message

HEAT = ((0, "#FFFFFF"), (20, "#E4EEF6"), (100, "#8FBBDD"), (200, "#F2D65C"), (260, "#F08A24"), (300, "#D7191C"))
BEYOND = ("#7A0177", "#2B003A")  # just above the limit, and at 400 per cent
STEP = 2  # per cent a colour of the map: 400 per cent in 200 colours of a palette
HIGHEST = 400 // STEP
OTHER = re.compile(r"[^\w-]+")
SCALE, MARGIN = 14, 4  # pixels: the scale's height, and around it


class Picture(NamedTuple):
    """A file to be written. told: what the page comes to, with its map; "" with its plates."""

    name: str
    content: bytes
    told: str = ""


def pictures(content: bytes, stem: str, called: str, page: int | None = None, dpi: float = 72) -> Iterator[Picture]:
    """`stem.p03.C.png` for each plate and `stem.p03.coverage.png`. Failure for no PDF, or no such page."""
    with separating(content, called) as separator:
        count = len(separator.sheets)
        if page is not None and not 1 <= page <= count:
            raise failure(None, message("named-page-missing", file=called, page=page, pages=count))
        for number in (page,) if page else range(1, count + 1):
            yield from _page(separator, number, stem, dpi)


def _page(separator: Separator, number: int, stem: str, dpi: float) -> Iterator[Picture]:
    from PIL import ImageChops

    made = next(separator.plates([number], dpi))
    for index, (name, image) in enumerate(zip(made.names, made.images, strict=True), start=1):
        yield Picture(f"{stem}.p{number:02}.{_plain(name, index)}.png", _png(ImageChops.invert(image), dpi))
    sum_of = coverage(made)
    yield Picture(f"{stem}.p{number:02}.coverage.png", _png(heat(sum_of), dpi), _told(made, sum_of))


def _plain(name: str, index: int) -> str:
    """A plate's name as a part of a file's; a spot's begins with its number, as two may differ by a sign alone."""
    return name if name in INKS else f"{index}-{OTHER.sub('_', name)}"


def _told(made: Plates, sum_of: Any) -> str:
    """`p. 3: C 17.2, M 12.4, Y 6.4, K 4.4 %; at most 280 %`, within the bleed box: marks have all inks."""
    from PIL import ImageStat

    page = f"p. {made.sheet.number}" + ("" if made.whole else " (not all could be read 読めない内容あり)")
    within, wholly = (pixels(made.sheet, made.sheet.bleed, sum_of.size, whole) for whole in (False, True))
    if within is None or wholly is None:
        return page
    means = [f"{ImageStat.Stat(image.crop(within)).mean[0] / 2.55:.1f}" for image in made.images]
    shares = ", ".join(map(" ".join, zip(made.names, means, strict=True)))
    return f"{page}: {shares} %; at most 最大 {sum_of.crop(wholly).getextrema()[1]:.0f} %"


def heat(sum_of: Any) -> Any:
    """A coverage as a picture in the colours of HEAT, and their scale below it."""
    from PIL import Image, ImageDraw

    steps = sum_of.point(lambda value: value * (1 / STEP) + 0.5).convert("L").point([*range(HIGHEST), *[HIGHEST] * 56])
    foot = SCALE + 2 * MARGIN
    shown = Image.new("P", (steps.width, steps.height + foot))
    shown.putpalette([part for value in range(HIGHEST + 1) for part in _colour(value * STEP)])
    shown.paste(steps, (0, 0))
    pen, width = ImageDraw.Draw(shown), max(steps.width - 2 * MARGIN, 1)
    for x in range(width):
        line = (MARGIN + x, steps.height + MARGIN, MARGIN + x, steps.height + MARGIN + SCALE - 1)
        pen.line(line, fill=round(x / width * HIGHEST))
    for percent in (0, 100, 200, 300):
        at = MARGIN + round(percent / 400 * width)
        pen.text((at + 2, steps.height + MARGIN + 1), f"{percent} %", fill=0 if percent >= LIMIT else HIGHEST)
    return shown


def _colour(percent: float) -> tuple[int, int, int]:
    from PIL import ImageColor

    stops = (*HEAT, (LIMIT + STEP, BEYOND[0]), (400, BEYOND[1]))
    for (low, first), (high, last) in itertools.pairwise(stops):
        if percent <= high:
            share = (percent - low) / (high - low)
            ends = zip(ImageColor.getrgb(first)[:3], ImageColor.getrgb(last)[:3], strict=True)
            return tuple(round(a + share * (b - a)) for a, b in ends)  # type: ignore[return-value]
    return ImageColor.getrgb(BEYOND[1])[:3]  # type: ignore[return-value]


def _png(image: Any, dpi: float) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()
