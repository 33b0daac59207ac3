"""Areas that take more ink than the press can dry.

In: the bytes of a PDF. Out: `Coverage`, each area with its bounds in default user space and the most ink within.
Printer's marks, outside the bleed box, have all inks by design and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from report.conform.plates.ink import Separation
from report.conform.plates.separate import pixels, separating, total
from report.conform.preflight.finding import Coverage
from report.conform.preflight.shapes import Bounds, millimetres
from report.conform.preflight.subject import PdfPage

# mm²: 3 mm × 3 mm, below which preflight tools pass over it: what is so small dries into the bare paper beside it.
LEAST = 9.0
SLACK = 1.0  # per cent: three roundings to 1/255
LIMIT = 300.0  # per cent: coated paper on a sheet-fed press; printers in Japan ask for 300 to 350
RUN = re.compile(b"\xff+")


def over_limit(
    pdf: bytes, limit: float = LIMIT, dpi: float = 72, pages: Sequence[int] | None = None, black: bool = False
) -> tuple[Coverage, ...]:
    """Connected areas of at least 9 mm² above the limit (per cent), page by page, from the top. pages: only these.

    black: no ink but black overprints on them, so that one plate does for the three colours.
    Failure for what is no PDF.
    """
    with separating(pdf) as separator:
        spots: list[Separation] = [(spot,) for spot in separator.press.spots]
        process: list[Separation] = [("C", "M", "Y"), ("K",)] if black else [("C",), ("M",), ("Y",), ("K",)]
        separations = [*process, *spots]
        asked = [sheet.number for sheet in separator.sheets if pages is None or sheet.number in pages]
        found: list[Coverage] = []
        for sheet, images in separator.rendered(asked, separations, dpi):
            sums = total([(image, len(on)) for image, on in zip(images, separations, strict=True)])
            found += _areas(sheet, sums, limit)
        return tuple(found)


def _areas(sheet: PdfPage, image: Any, limit: float) -> Iterator[Coverage]:
    from PIL import Image

    media, within = sheet.media, pixels(sheet, sheet.bleed, image.size, whole=True)
    if within is None:
        return
    beyond = image.crop(within).point(lambda value: value * 10.0 - (limit + SLACK) * 10.0)
    over = Image.new("L", image.size)
    over.paste(beyond.convert("L").point([0] + [255] * 255), within)
    wide, high = media.width / image.width, media.height / image.height  # of a pixel, pt
    for left, top, right, bottom, count in regions(over):
        if count * millimetres(wide) * millimetres(high) >= LEAST:
            peak = image.crop((left, top, right, bottom)).getextrema()[1]
            where = Bounds(
                media.left + left * wide, media.top - bottom * high, media.left + right * wide, media.top - top * high
            )
            yield Coverage(sheet.number, where, round(peak, 1))


def regions(mask: Any) -> list[tuple[int, int, int, int, int]]:
    """The connected regions of 255 in an image of mode L, from the top: left, top, right, bottom, number of pixels."""
    if mask.getbbox() is None:
        return []
    width, content = mask.width, mask.tobytes()
    known: list[list[int]] = []  # a region, or where it went: [left, top, right, bottom, pixels, its number]
    above: list[tuple[int, int, int]] = []
    for y in range(mask.height):
        row = []
        for run in RUN.finditer(content[y * width : (y + 1) * width]):
            start, end = run.span()
            touched = {_root(known, at) for left, right, at in above if left < end and start < right}
            at = min(touched, default=len(known))
            if not touched:
                known.append([start, y, end, y + 1, 0, at])
            for other in touched - {at}:
                _join(known[at], known[other], at)
            _join(known[at], [start, y, end, y + 1, end - start, at], at)
            row.append((start, end, at))
        above = row
    return [tuple(region[:5]) for at, region in enumerate(known) if region[5] == at]  # type: ignore[misc]


def _root(known: list[list[int]], at: int) -> int:
    while known[at][5] != at:
        at = known[at][5]
    return at


def _join(region: list[int], other: list[int], at: int) -> None:
    region[:5] = [*map(min, region[:2], other[:2]), *map(max, region[2:4], other[2:4]), region[4] + other[4]]
    other[5] = at
