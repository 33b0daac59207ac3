"""PAGINATE: rows of blocks and page masters become Pages, every page filled to its foot.

In: the resolved Brochure, the style sheet, the studio. Out: Pages in order. A topic is cut where it is higher than a
page, or its section flows: between the lines of a text, the rows of a table, the rows of the topic; a heading stays
with what follows it. What no page can hold is an error with its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from report.artwork.studio import Studio
from report.compose.boxes import Box, column, row
from report.compose.composer import Composer
from report.compose.context import BlockContext
from report.compose.textblock import Composed
from report.content.model import BackCover, Brochure, Contents, Cover, PageEntry, Section, SectionFile, Topic
from report.layout.back_cover import lay_back_cover
from report.layout.contents import lay_contents
from report.layout.cover import lay_cover
from report.layout.furniture import field_of, folio, tabs
from report.layout.opener import opener, panorama
from report.layout.topic import lay_topic, rows_of_topics
from report.messages import Origin, Report, message
from report.page import Body, Item, Page, PageBoxes, Region, Told
from report.style.sheet import StyleSheet
from report.units import MM, Rect

SHEETS = {kind: name for name, kind in PageEntry.kinds().items()}
SLACK = 0.1 * MM  # how far from the foot a page may end and count as full (styles/README.md, Quality limits)


class Strip:
    """Topics side by side. `box(scale)` is they made ready with their charts' heights scaled; new: begins a page."""

    def __init__(self, topics: tuple[Topic, ...], ctx: BlockContext):
        self.new = topics[0].page == "new"
        self.origin = topics[0].origin
        self._topics = topics
        self._ctx = ctx
        self._boxes: dict[float, Box] = {}

    def box(self, scale: float = 1.0) -> Box:
        if scale not in self._boxes:
            ctx = msgspec.structs.replace(self._ctx, chart_scale=scale)
            page = ctx.sheet.page
            offset = 0.0
            cells = []
            for topic in self._topics:
                width = page.span(topic.span or page.columns)
                cells.append((offset, width, lay_topic(topic, width, ctx)))
                offset += width + page.gutter
            self._boxes[scale] = cells[0][2] if len(cells) == 1 else row(cells)
        return self._boxes[scale]


class Part(NamedTuple):
    """Part of a strip, which is cut. goes_on: it ends on a further page."""

    whole: Box
    origin: Origin
    goes_on: bool

    def box(self, scale: float = 1.0) -> Box:
        return self.whole


class Leaf(NamedTuple):
    """One page to be: a section's strips (first: with the opener), or a sheet of its own."""

    section: Section | None = None
    strips: tuple[Strip | Part, ...] = ()
    first: bool = False
    sheet: Cover | Contents | BackCover | None = None

    @property
    def goes_on(self) -> bool:
        """Whether its last topic ends on a further page."""
        return any(isinstance(strip, Part) and strip.goes_on for strip in self.strips)

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
    ):
        self.brochure = brochure
        self.composed: list[Composed] = []
        self.regions: list[Region] = []
        self.composer = Composer(sheet, studio.cache)
        self.sheet = sheet
        self.studio = studio
        self.report = report
        self.boxes = PageBoxes(sheet.page.trim, sheet.page.bleed)
        self.numbers = {section.id: f"{i + 1:02}" for i, section in enumerate(brochure.sections)}

    def context(self, colour: str, scope: str) -> BlockContext:
        return BlockContext(
            sheet=self.sheet, family=colour, studio=self.studio, composer=self.composer, report=self.report,
            composed=self.composed, regions=self.regions, scope=scope,
        )  # fmt: skip

    def pages(self) -> tuple[Page, ...]:
        leaves = self.leaves()
        starts: dict[str, int] = {}
        for number, leaf in enumerate(leaves, 1):
            if leaf.section is not None and leaf.first:
                starts[leaf.section.id] = number
        made = []
        for number, leaf in enumerate(leaves, 1):
            body, first = None, len(self.regions)
            if leaf.section:
                items, body = self.section_page(leaf, number)
            else:
                items = self.sheet_page(leaf, number, starts)
            made.append(Page(number, str(number), self.boxes, tuple(items), body, tuple(self.regions[first:])))
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

    def parted(self, section: Section) -> list[tuple[Strip | Part, ...]]:
        """The section's strips, page by page: as many as fit with pictures, then charts, at their lowest."""
        ctx = self.context(self.colour(section), section.id)
        pages: list[list[Strip | Part]] = [[]]
        later = self.height(bool(section.panorama))
        for topics in rows_of_topics(section.topics, self.sheet.page.columns):
            strip = Strip(topics, ctx)
            if pages[-1] and strip.new:
                pages.append([])
            height = self.height(head=True) if len(pages) == 1 else later
            if self.fits([*pages[-1], strip], height):
                pages[-1].append(strip)
            elif section.flow or not self.fits([strip], later):
                room = height - sum(each.box().extent.natural + self.sheet.gaps.topic for each in pages[-1])
                pages[-1:] = self.cut(strip, pages[-1], room, later)
            else:
                pages += [[strip]] if pages[-1] else []
                pages[-1] = pages[-1] or [strip]
        return [tuple(page) for page in pages]

    def cut(self, strip: Strip, page: list[Strip | Part], room: float, height: float) -> list[list[Strip | Part]]:
        """A strip over several pages, of which a page in the making has room for some, and others their whole height.

        What cannot be cut further stands on a page of its own.
        """
        pages, rest = [page], strip.box()
        while not rest.extent.least <= room + SLACK:
            parts = rest.within(room)
            if parts is None and not pages[-1]:
                break
            if parts:
                pages[-1].append(Part(parts[0], strip.origin, True))
                rest = parts[1]
            pages.append([])
            room = height
        pages[-1].append(Part(rest, strip.origin, False))
        return pages

    def fits(self, strips: Sequence[Strip | Part], height: float) -> bool:
        scales = (1.0, self.sheet.page.lowest_charts)
        return any(self.stack(strips, scale).extent.least <= height + SLACK for scale in scales)

    def stack(self, strips: Sequence[Strip | Part], scale: float) -> Box:
        return column([strip.box(scale) for strip in strips], lambda above, below: self.sheet.gaps.topic)

    def height(self, head: bool) -> float:
        """Of a page's body, pt."""
        return self.sheet.page.body(right_hand=True, head=head).height

    def filled(self, strips: Sequence[Strip | Part], height: float) -> Box:
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

    def section_page(self, leaf: Leaf, number: int) -> tuple[list[Item], Body]:
        section = leaf.section
        assert section is not None
        right = number % 2 == 1
        ctx = self.context(self.colour(section), section.id)
        field = field_of(self.brochure, section)
        ticks, own = tabs(self.brochure.fields, field, right, ctx)
        items = list(ticks)
        if leaf.first:
            head = Told("opener", (field.label, section.title, section.lead), "opener")
            items += ctx.region(partial(opener, section, self.numbers[section.id], field, right, ctx), head)
        elif section.panorama:
            items += ctx.region(partial(panorama, section, ctx), Told("panorama"))
        frame = self.sheet.page.body(right, leaf.head)
        body, overfull = self.body(leaf, frame, number)
        first = len(items)
        items += body
        running = section.title if right else self.brochure.title
        where = Body(frame, first, len(items), overfull)
        return [*items, *folio(str(number), running, right, ctx), *own], where

    def body(self, leaf: Leaf, rect: Rect, number: int) -> tuple[list[Item], bool]:
        """The strips, sharing the height of the page's body, and whether they are too high for it."""
        stack = self.filled(leaf.strips, rect.height)
        over, spare = stack.extent.least - rect.height, rect.height - stack.extent.most
        if over > SLACK:
            self.report.error(leaf.strips[-1].origin, message("topic-too-high", over=over / MM, page=number))
        elif spare > self.sheet.page.hole and stack.fills == "never" and not leaf.goes_on:
            self.report.warning(leaf.strips[-1].origin, message("page-not-full", page=number, spare=spare / MM))
        return stack.place(rect), over > SLACK

    def sheet_page(self, leaf: Leaf, number: int, starts: dict[str, int]) -> list[Item]:
        ctx = self.context(self.brochure.fields[0].colour, SHEETS[type(leaf.sheet)])
        match leaf.sheet:
            case Cover() as cover:
                return lay_cover(cover, self.brochure, ctx)
            case Contents() as contents:
                labels = {id_: str(start) for id_, start in starts.items()}
                right = number % 2 == 1
                items = lay_contents(contents, self.brochure, labels, ctx, right)
                return [*items, *folio(str(number), self.brochure.title, right, ctx)]
            case BackCover() as back:
                return lay_back_cover(back, self.brochure, ctx)
        raise TypeError(leaf)


class Paginated(NamedTuple):
    """composed: the texts of the pages, each with style and measure."""

    pages: tuple[Page, ...]
    composed: tuple[Composed, ...]


def paginate(brochure: Brochure, sheet: StyleSheet, studio: Studio, report: Report) -> Paginated:
    """All pages of the brochure; mistakes go to the report. A page count that is no multiple of 4 is a warning."""
    paginator = Paginator(brochure, sheet, studio, report)
    pages = paginator.pages()
    if len(pages) % 4:
        odd = message("pages-not-by-four", pages=len(pages), missing=-len(pages) % 4, over=len(pages) % 4)
        report.warning(brochure.origin, odd)
    return Paginated(pages, tuple(paginator.composed))
