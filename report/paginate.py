"""PAGINATE: rows of blocks and page masters become Pages, every page filled to its foot.

In: the resolved Brochure, the style sheet, the studio. Out: Pages in order. A topic is never cut; a heading stays with
its rows; what no page can hold is an error with its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from report.artwork.studio import Studio
from report.compose import sheets
from report.compose.boxes import Box, column, row
from report.compose.evenness import Composed
from report.compose.furniture import field_of, folio, tabs
from report.compose.opener import opener, panorama
from report.compose.room import Room
from report.compose.topic import lay_topic, rows_of_topics
from report.content.model import BackCover, Brochure, Contents, Cover, Section, SectionFile, Topic
from report.diagnostics import Report
from report.page import Item, Page, PageBoxes
from report.style.sheet import StyleSheet
from report.units import MM

SLACK = 0.1 * MM  # how far from the foot a page may end and count as full (styles/README.md, Quality limits)


class Strip:
    """Topics side by side. `box(scale)` is they made ready with their charts' heights scaled; new: begins a page."""

    def __init__(self, topics: tuple[Topic, ...], room: Room):
        self.new = topics[0].page == "new"
        self.origin = topics[0].origin
        self._topics = topics
        self._room = room
        self._boxes: dict[float, Box] = {}

    def box(self, scale: float = 1.0) -> Box:
        if scale not in self._boxes:
            room = msgspec.structs.replace(self._room, chart_scale=scale)
            page = room.sheet.page
            offset = 0.0
            cells = []
            for topic in self._topics:
                width = page.span(topic.span or page.columns)
                cells.append((offset, width, lay_topic(topic, width, room)))
                offset += width + page.gutter
            self._boxes[scale] = cells[0][2] if len(cells) == 1 else row(cells)
        return self._boxes[scale]


class Leaf(NamedTuple):
    """One page to be: a section's strips (first: with the opener), or a sheet of its own."""

    section: Section | None = None
    strips: tuple[Strip, ...] = ()
    first: bool = False
    sheet: Cover | Contents | BackCover | None = None

    @property
    def head(self) -> bool:
        """Whether a band or a picture takes the page's top."""
        return self.first or bool(self.section and self.section.panorama)


class Paginator:
    """Turns one brochure into pages; complains to the report."""

    def __init__(
        self,
        brochure: Brochure,
        sheet: StyleSheet,
        studio: Studio,
        report: Report,
        composed: list[Composed] | None = None,
    ):
        self.brochure = brochure
        self.composed = composed
        self.sheet = sheet
        self.studio = studio
        self.report = report
        self.boxes = PageBoxes(sheet.page.trim, sheet.page.bleed)
        self.numbers = {section.id: f"{i + 1:02}" for i, section in enumerate(brochure.sections)}

    def room(self, colour: str) -> Room:
        return Room(sheet=self.sheet, family=colour, studio=self.studio, report=self.report, composed=self.composed)

    def pages(self) -> tuple[Page, ...]:
        leaves = self.leaves()
        starts: dict[str, int] = {}
        for number, leaf in enumerate(leaves, 1):
            if leaf.section is not None and leaf.first:
                starts[leaf.section.id] = number
        made = []
        for number, leaf in enumerate(leaves, 1):
            items = self.section_page(leaf, number) if leaf.section else self.sheet_page(leaf, number, starts)
            made.append(Page(number, str(number), self.boxes, tuple(items)))
        return tuple(made)

    def leaves(self) -> list[Leaf]:
        """What goes on which page."""
        sections = iter(self.brochure.sections)
        leaves: list[Leaf] = []
        for sheet in self.brochure.pages:
            if isinstance(sheet, SectionFile):
                section = next(sections)
                parts = self.parted(section)
                leaves += [Leaf(section=section, strips=part, first=i == 0) for i, part in enumerate(parts)]
            else:
                leaves.append(Leaf(sheet=sheet))
        return leaves

    def parted(self, section: Section) -> list[tuple[Strip, ...]]:
        """The section's strips, page by page: as many as fit with pictures, then charts, at their lowest."""
        room = self.room(self.colour(section))
        pages: list[list[Strip]] = [[]]
        height = self.height(head=True)
        for topics in rows_of_topics(section.topics, self.sheet.page.columns):
            strip = Strip(topics, room)
            if pages[-1] and (strip.new or not self.fits([*pages[-1], strip], height)):
                pages.append([])
                height = self.height(bool(section.panorama))
            pages[-1].append(strip)
        return [tuple(page) for page in pages]

    def fits(self, strips: Sequence[Strip], height: float) -> bool:
        scales = (1.0, self.sheet.page.lowest_charts)
        return any(self.stack(strips, scale).extent.least <= height + SLACK for scale in scales)

    def stack(self, strips: Sequence[Strip], scale: float) -> Box:
        return column([strip.box(scale) for strip in strips], lambda above, below: self.sheet.gaps.topic)

    def height(self, head: bool) -> float:
        """Of a page's body, pt."""
        return self.sheet.page.body(right_hand=True, head=head).height

    def filled(self, strips: Sequence[Strip], height: float) -> Box:
        """The strips of a page, with charts lowered or raised if pictures alone cannot make them its height."""
        plain = self.stack(strips, 1.0)
        least, _, most = plain.extent
        full = least - SLACK <= height <= most + SLACK
        if full or (plain.fills == "always" and least <= height):
            return plain
        lower = height < least
        limit = self.sheet.page.lowest_charts if lower else self.sheet.page.highest_charts
        edge = self.stack(strips, limit).extent
        reached, begun = (edge.least, least) if lower else (edge.most, most)
        if abs(reached - begun) < SLACK:
            return plain
        share = min(1.0, (height - begun) / (reached - begun))
        return self.stack(strips, round(1 + share * (limit - 1), 4))

    def colour(self, section: Section) -> str:
        return field_of(self.brochure, section).colour

    def section_page(self, leaf: Leaf, number: int) -> list[Item]:
        section = leaf.section
        assert section is not None
        right = number % 2 == 1
        room = self.room(self.colour(section))
        field = field_of(self.brochure, section)
        ticks, own = tabs(self.brochure.fields, field, right, room)
        items = list(ticks)
        if leaf.first:
            items += opener(section, self.numbers[section.id], field, right, room)
        elif section.panorama:
            items += panorama(section, room)
        items += self.body(leaf, right, number)
        head = section.title if right else self.brochure.title
        return [*items, *folio(str(number), head, right, room), *own]

    def body(self, leaf: Leaf, right: bool, number: int) -> list[Item]:
        """The strips, sharing the height of the page's body."""
        rect = self.sheet.page.body(right, leaf.head)
        stack = self.filled(leaf.strips, rect.height)
        over, spare = stack.extent.least - rect.height, rect.height - stack.extent.most
        if over > SLACK:
            self.report.error(
                leaf.strips[-1].origin,
                f"this topic is {over / MM:.1f} mm too high for page {number}",
                "shorten its text, lower a chart, or part it in two topics",
            )
        elif spare > self.sheet.page.hole and stack.fills == "never":
            hint = "make a picture higher, or give a topic more"
            self.report.warning(leaf.strips[-1].origin, f"page {number} ends {spare / MM:.0f} mm above its foot", hint)
        return stack.place(rect)

    def sheet_page(self, leaf: Leaf, number: int, starts: dict[str, int]) -> list[Item]:
        room = self.room(self.brochure.fields[0].colour)
        match leaf.sheet:
            case Cover() as cover:
                return sheets.lay_cover(cover, self.brochure, room)
            case Contents() as contents:
                labels = {id_: str(start) for id_, start in starts.items()}
                right = number % 2 == 1
                items = sheets.lay_contents(contents, self.brochure, labels, room, right)
                return [*items, *folio(str(number), self.brochure.title, right, room)]
            case BackCover() as back:
                return sheets.lay_back_cover(back, self.brochure, room)
        raise TypeError(leaf)


def paginate(
    brochure: Brochure, sheet: StyleSheet, studio: Studio, report: Report, composed: list[Composed] | None = None
) -> tuple[Page, ...]:
    """All pages of the brochure; mistakes go to the report. A page count that is no multiple of 4 is a warning.

    composed: takes down what text was composed.
    """
    pages = Paginator(brochure, sheet, studio, report, composed).pages()
    if len(pages) % 4:
        missing = -len(pages) % 4
        report.warning(
            brochure.origin,
            f"{len(pages)} pages cannot be saddle-stitched: the number must be a multiple of 4",
            f"add {missing} page{'s' if missing > 1 else ''}, or take {len(pages) % 4} away",
        )
    return pages
