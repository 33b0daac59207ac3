"""A brochure laid out becomes its Record.

In: LaidOut: pages with their regions, the figures in use. Out: the Record; the same pages give the same one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from report.figures.format import parse_date, parse_year, year_of_date
from report.figures.model import Figure, Figures
from report.layout.laid_out import LaidOut
from report.page import GlyphRun, Item, Page, Placed, Region, headings
from report.page.areas import around
from report.record.looks import Looks
from report.record.model import VERSION, Printed, PrintedBlock, PrintedFigure, PrintedPage, Record
from report.record.uses import SILENT, by_place, shown_in, uses_in
from report.text import Text, words_of
from report.units import Point, Rect


def record(laid: LaidOut) -> Record:
    looks = Looks(laid.sheet.palette, laid.sheet.fonts)
    brochure = laid.brochure
    blocks: list[PrintedBlock] = []
    printed: list[Printed] = []
    used: dict[str, Figure] = {}
    names = _Names(laid.pages)
    places = by_place(laid.uses)
    pages: list[PrintedPage] = []
    for page in laid.pages:
        first, corners = len(blocks), []
        for region in page.regions:
            rect = region.rect or around(region.items) or Rect(0.0, 0.0, 0.0, 0.0)
            words = "\n".join(_words(region.items, names.is_part(region)))
            look = looks.look(region.items, Point(rect.x, rect.y))
            kind, pictures = region.told.kind, region.pictures
            block = PrintedBlock(names.of(region), kind, page.number, _rounded(rect), words, pictures, look)
            blocks.append(block)
            corners.append(Point(rect.x, rect.y))
            for use, sentence in uses_in(region, places, names.is_part(region)):
                used.setdefault(use.id, use.figure)
                printed.append(Printed(str(use.id), page.number, block.id, use.words, sentence))
        pages.append(_page(page, zip(blocks[first:], corners, strict=True), looks))
    return Record(
        version=VERSION,
        edition=str(brochure.id),
        title=brochure.title.plain,
        year=parse_year(brochure.year) or 0,
        date=str(brochure.date),
        pages=tuple(pages),
        blocks=tuple(blocks),
        figures=tuple(_figure(figure, laid.figures) for figure in used.values()),
        printed=tuple(printed),
        publisher=brochure.publisher.plain,
    )


class _Names:
    """Ids of regions, no two alike. What a block that is higher than a page has on further ones is called after it:
    "rules/text-1~2"."""

    def __init__(self, pages: Iterable[Page]):
        self._parts = Counter(_node(region) for page in pages for region in page.regions)
        self._counts: Counter[tuple[str, str]] = Counter()
        self._known: dict[int, list[str]] = {}

    def is_part(self, region: Region) -> bool:
        """Whether it shows a part of what it was made of."""
        return self._parts[_node(region)] > 1

    def of(self, region: Region) -> str:
        scope, told = region.scope, region.told
        before = self._known.setdefault(_node(region), [])
        if before:
            before.append(f"{before[0]}~{len(before) + 1}")
        else:
            self._counts[scope, told.kind] += 1
            before.append(f"{scope}/{told.name or f'{told.kind}-{self._counts[scope, told.kind]}'}")
        return before[-1]


def _node(region: Region) -> int:
    """One number for all regions of one block."""
    return id(region.told.shows[0]) if region.told.shows and not region.told.name else id(region)


def _page(page: Page, blocks: Iterable[tuple[PrintedBlock, Point]], looks: Looks) -> PrintedPage:
    width, height = page.boxes.trim
    within = {id(item) for region in page.regions for item in region.items}
    parts = [(block.look, corner) for block, corner in blocks]
    look = looks.together(parts, (item for item in page.items if id(item) not in within))
    return PrintedPage(page.label, round(width, 1), round(height, 1), headings(page), look)


def _rounded(rect: Rect) -> tuple[float, float, float, float]:
    x, y, width, height = (round(value, 1) + 0.0 for value in rect)  # no -0.0
    return x, y, width, height


def _words(items: Iterable[Item], as_shown: bool) -> Iterator[str]:
    """A paragraph after another, whole as its author wrote it: where its lines end is nothing of it. The words of a
    drawing are one line. as_shown: of a part of a block, what it shows."""
    seen: set[tuple[int, int]] = set()
    for owner, each in groupby(items, lambda item: (id(item.owner), getattr(item, "paragraph", 0))):
        group = list(each)
        if as_shown:
            yield from [words] if (words := shown_in(group)) else []
            continue
        for item in group:
            if isinstance(item, Placed):
                shown = [_shown(run) for run in item.drawing.items if isinstance(run, GlyphRun)]
                yield from [" ".join(shown)] if shown else []
            elif not isinstance(item, GlyphRun) or item.role in SILENT:
                continue
            elif not isinstance(item.owner, Text):
                yield _shown(item)
            elif owner not in seen:
                seen.add(owner)
                yield words_of(item.owner.paragraphs[item.paragraph])


def _shown(run: GlyphRun) -> str:
    return "".join(run.texts)


def _figure(figure: Figure, figures: Figures) -> PrintedFigure:
    detail, date = figures.detail(figure), parse_date(figure.as_of)
    return PrintedFigure(
        id=str(figure.id),
        name=str(figure.name or detail.definition or figure.id),
        value=figure.value,
        unit=str(figure.unit),
        year=figure.year or (year_of_date(date) if date else parse_year(figure.as_of)),
        status=figure.status,
        approximate=figure.approximate,
        as_of=str(figure.as_of),
        definition=str(detail.definition),
        source=str(detail.source),
        department=str(detail.department),
        planned=figure.planned,
    )
