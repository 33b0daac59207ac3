"""PREPRESS: what the office and the printer have to say to each other about a print file.

In: a LaidOut brochure. Out: the words of the slug lines, of pages and of a booklet's sheets; what the desk finds in the
finished file, each finding with its place in the YAML if that is known. Like the pipeline it sees all rooms.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from report.conform.booklet.folding import Side, creep, sheets
from report.conform.preflight.finding import OF_SHEETS, Finding, Provisional, Wishes
from report.figures.format import parse_date, wareki
from report.messages import Origin, Report
from report.page import Page, PageBoxes
from report.paint.inventory import Box, page_finder, places
from report.units import MM, Size

if TYPE_CHECKING:
    from report.layout.laid_out import LaidOut

STAGES = {"proof": "校正", "final": "下版"}


class _Side(NamedTuple):
    """index: of the sheet, 0 is the cover's. creep: by which its pages move to the spine, pt."""

    index: int
    back: bool
    pages: Side
    creep: float


class Prepress:
    """One brochure at the desk."""

    def __init__(self, laid: LaidOut):
        self._laid = laid
        self._pages = page_finder(laid.pages)
        self._uses: dict[int, list[str]] = {}  # page -> names of its provisional figures
        for use in laid.provisional:
            for page in self._pages(use.place):
                self._uses.setdefault(page, []).append(use.name)
        thickness = laid.sheet.print.paper / MM
        self._sides = [
            _Side(index, bool(back), pages, creep(index, thickness))
            for index, sheet in enumerate(sheets(len(laid.pages), laid.brochure.binding))
            for back, pages in enumerate(sheet)
        ]

    @property
    def sides(self) -> tuple[Page, ...]:
        """Every side of the booklet's sheets as a page of its own, empty, in the order of the file. The trim is that of
        two pages as they are cut: less at both fore-edges by the creep."""
        (width, height), bleed = self._laid.pages[0].boxes.trim, self._laid.pages[0].boxes.bleed
        sizes = (Size(2 * (width - side.creep), height) for side in self._sides)
        return tuple(
            Page(number, str(number), PageBoxes(size, bleed), ()) for number, size in enumerate(sizes, self._first)
        )

    @property
    def _first(self) -> int:
        """The first side's number: they follow the pages."""
        return len(self._laid.pages) + 1

    def page_slug(self, page: Page) -> tuple[str, str]:
        """In two halves: title, page, date, 校正 or 下版; and the page's provisional figures."""
        return self._slug(f"{page.label}／{len(self._laid.pages)}ページ", [page.number])

    def side_slug(self, page: Page) -> tuple[str, str]:
        """The same for the two pages of a side."""
        side = self._sides[page.number - self._first]
        shown = "｜".join("白" if number is None else str(number) for number in side.pages)
        place = f"{side.index + 1}枚目／{len(self._sides) // 2}枚　{'裏' if side.back else '表'}　{shown}ページ"
        return self._slug(place, [number for number in side.pages if number is not None])

    def _slug(self, place: str, pages: Iterable[int]) -> tuple[str, str]:
        brochure = self._laid.brochure
        date = parse_date(brochure.date)
        dated = wareki(date) if date else brochure.date
        words = "　".join((brochure.title.plain, place, dated, STAGES[brochure.stage]))
        names = list(dict.fromkeys(name for page in pages for name in self._uses.get(page, ())))
        return words, f"仮の値 {len(names)}件：{'、'.join(names)}" if names else ""

    def check_slug(self, report: Report) -> None:
        """An error for each character that no face has, where it is written; of our own words, at the style."""
        sheet, title = self._laid.sheet, self._laid.brochure.title
        if sheet.print.marks == "none" or not sheet.print.slug:
            return
        slugs = (*map(self.page_slug, self._laid.pages), *map(self.side_slug, self.sides))
        words = "".join(itertools.chain.from_iterable(slugs))
        segments = sheet.fonts.segments(words, sheet.fonts.names)
        lost = dict.fromkeys(char for face, start, end in segments if face is None for char in words[start:end])
        sources = {title.origin: title.plain} | {use.given: use.name for use in self._laid.provisional}
        for origin, said in (sources | {Origin(sheet.file): words}).items() if lost else ():
            if here := "".join(char for char in lost if char in said):
                report.add(sheet.fonts.uncovered(here, sheet.fonts.names, origin))
                lost = {char: None for char in lost if char not in said}

    def findings(self, content: bytes) -> tuple[Finding, ...]:
        """In a file of these pages."""
        uses = self._laid.provisional
        leaning = tuple(Provisional(use.id, use.place, page) for use in uses for page in self._pages(use.place) or (0,))
        return self._findings(content, origin=places(self._laid.pages), provisional=leaning)

    def findings_on_sheets(self, content: bytes) -> tuple[Finding, ...]:
        """In a file of these pages' booklet."""
        find, width = places(self._laid.pages), self._laid.pages[0].boxes.trim.width

        def origin(number: int, box: Box) -> Origin | None:
            """The middle of a box says on which page it is; the right one begins as far before the fold as it moved."""
            side = self._sides[number - 1]
            fold = width - side.creep
            right = box[0] + box[2] / 2 > fold
            page = side.pages[right]
            return None if page is None else find(page, (box[0] - (fold - side.creep if right else 0), *box[1:]))

        leaning = tuple(Provisional(use.id, use.place) for use in self._laid.provisional)
        return self._findings(content, origin=origin, provisional=leaning, **OF_SHEETS)

    def _findings(self, content: bytes, **wishes: Any) -> tuple[Finding, ...]:
        from report.conform.preflight.run import preflight

        limit, final = self._laid.sheet.print.coverage, self._laid.brochure.stage == "final"
        return preflight(content, Wishes(limit=limit, final=final, **wishes))
