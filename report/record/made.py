"""A brochure laid out becomes its Record.

In: LaidOut: pages with their regions, the figures in use. Out: the Record; the same pages give the same one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import msgspec

from report.blocks import Block
from report.blocks.chart import Chart, ChartSeries
from report.figures.format import parse_year
from report.figures.model import Figure, FigureRef, Figures
from report.layout.laid_out import LaidOut
from report.messages import Origin
from report.page import GlyphRun, Item, Page, Placed, Region, headings
from report.page.areas import around
from report.record.looks import Looks
from report.record.model import VERSION, Printed, PrintedBlock, PrintedFigure, PrintedPage, Record
from report.record.sentences import of_chart, of_reference, of_text
from report.text import Text, words_of
from report.text.edition import Use
from report.units import Point, Rect

SILENT = ("reading", "emphasis")  # roles of glyphs that are no words of their own


def record(laid: LaidOut) -> Record:
    looks = Looks(laid.sheet.palette, laid.sheet.fonts)
    brochure = laid.brochure
    blocks: list[PrintedBlock] = []
    printed: list[Printed] = []
    used: dict[str, Figure] = {}
    names = _Names()
    places = _by_place(laid.uses)
    pages: list[PrintedPage] = []
    for page in laid.pages:
        first = len(blocks)
        for region in page.regions:
            blocks.append(block := _block(names.of(region), page, region, looks))
            for use, sentence in _uses(region, places):
                used.setdefault(use.id, use.figure)
                printed.append(Printed(str(use.id), page.number, block.id, use.words, sentence))
        pages.append(_page(page, blocks[first:], looks))
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
    )


class _Names:
    """Ids of regions, no two alike."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._given: Counter[str] = Counter()

    def of(self, region: Region) -> str:
        scope, told = region.scope, region.told
        self._counts[scope, told.kind] += 1
        id = f"{scope}/{told.name or f'{told.kind}-{self._counts[scope, told.kind]}'}"
        self._given[id] += 1
        return id if self._given[id] == 1 else f"{id}~{self._given[id]}"  # a second cover; a section named as a sheet


def _page(page: Page, blocks: Iterable[PrintedBlock], looks: Looks) -> PrintedPage:
    width, height = page.boxes.trim
    within = {id(item) for region in page.regions for item in region.items}
    parts = [(block.look, _corner(region)) for block, region in zip(blocks, page.regions, strict=True)]
    look = looks.together(parts, (item for item in page.items if id(item) not in within))
    return PrintedPage(page.label, round(width, 1), round(height, 1), headings(page), look)


def _block(id: str, page: Page, region: Region, looks: Looks) -> PrintedBlock:
    rect = tuple(round(value, 1) + 0.0 for value in _rect(region))
    words = "\n".join(_words(region.items))
    look = looks.look(region.items, _corner(region))
    return PrintedBlock(id, region.told.kind, page.number, rect, words, region.pictures, look)


def _rect(region: Region) -> Rect:
    return region.rect or around(region.items) or Rect(0.0, 0.0, 0.0, 0.0)


def _corner(region: Region) -> Point:
    return Point(*_rect(region)[:2])


def _words(items: Iterable[Item]) -> Iterator[str]:
    """A paragraph after another, whole as its author wrote it: where its lines end is nothing of it. The words of a
    drawing are one line."""
    seen: set[tuple[int, int]] = set()
    for owner, group in groupby(items, lambda item: (id(item.owner), getattr(item, "paragraph", 0))):
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


def _by_place(uses: Iterable[Use]) -> dict[Origin, list[Use]]:
    found: dict[Origin, list[Use]] = {}
    for use in uses:
        found.setdefault(use.where, []).append(use)
    return found


def _uses(region: Region, places: dict[Origin, list[Use]]) -> Iterator[tuple[Use, str]]:
    """Those that a region shows, each with its sentence."""
    shows = region.told.shows
    together = shows if region.told.kind == "heading" else None
    for node in shows:
        if isinstance(node, Text):
            for use in places.get(node.origin, ()):
                yield use, of_text(use, node, together or (node,))
        elif node is not None:
            yield from _within(node, node, places)


def _within(block: Block, node: Any, places: dict[Origin, list[Use]]) -> Iterator[tuple[Use, str]]:
    """Of a node of a block. What only readers hear of (alt) is not printed."""
    for name in node.__struct_fields__:
        if name == "alt" or name in getattr(node, "FILLED", ()):
            continue
        value = getattr(node, name)
        for each in _flat(value):
            if isinstance(each, Text):
                for use in places.get(each.origin, ()):
                    yield use, of_text(use, each, node)
            elif isinstance(each, FigureRef):
                for use in places.get(each.origin, ()):
                    yield use, of_reference(block, each)
            elif isinstance(each, ChartSeries):
                assert isinstance(block, Chart)
                for use in places.get(each.origin, ()):
                    yield use, of_chart(use, block, each.origin)
                yield from _within(block, each, places)
            elif isinstance(each, msgspec.Struct):
                yield from _within(block, each, places)


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple) and not isinstance(value, Origin):
        for each in value:
            yield from _flat(each)
    else:
        yield value


def _figure(figure: Figure, figures: Figures) -> PrintedFigure:
    detail = figures.detail(figure)
    return PrintedFigure(
        id=str(figure.id),
        name=str(figure.name or detail.definition or figure.id),
        value=figure.value,
        unit=str(figure.unit),
        year=figure.year,
        status=figure.status,
        approximate=figure.approximate,
        as_of=str(figure.as_of),
        definition=str(detail.definition),
        source=str(detail.source),
        department=str(detail.department),
    )
