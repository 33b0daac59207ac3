"""What a brochure says, as a tree: what a reader who cannot see the pages gets, in the author's order.

In: the resolved Brochure. Out: the Document element: nothing in it depends on where a line breaks
or what is painted first. Headings step down one level at a time whatever an author leaves out (ISO 14289-1, 7.4): a
heading's level is that of what it stands under and one.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.blocks import Block
from report.content.model import BackCover, Brochure, Contents, Cover, Field, Section, SectionFile, Topic
from report.text.tags import Content, Kid, Part, StructElem, Voice, note, paragraphs, said

NUMBER, TITLE, PAGE, LABEL, ROW = "number", "title", "page", "label", "row"  # parts of openers and of contents


def structure(brochure: Brochure) -> StructElem:
    """The brochure's structure tree."""
    voice = Voice()
    sections = iter(brochure.sections)
    kids: list[StructElem] = []
    for sheet in brochure.pages:
        match sheet:
            case SectionFile():
                kids.append(_section(next(sections), voice))
            case Cover():
                words = (said("Title", sheet.title), *paragraphs(sheet.subtitle, brochure.publisher))
                kids.append(StructElem("Sect", words))
            case Contents():
                kids.append(_contents(sheet, brochure, voice))
            case BackCover():
                small = [note(text) for text in sheet.notes]
                kids.append(StructElem("Sect", (*paragraphs(sheet.title, sheet.publisher), *small)))
    return StructElem("Document", tuple(kids), lang=brochure.language, origin=brochure.origin)


def _section(section: Section, voice: Voice) -> StructElem:
    number = StructElem("Lbl", (Content(Part(section.origin, NUMBER)),))
    head = (
        StructElem("P", (Content(Part(section.origin, LABEL)),)),
        voice.heading(number, section.title),
        *paragraphs(section.lead),
    )
    below = voice.under()
    topics = (kid for topic in section.topics for kid in _topic(topic, below))
    return StructElem("Sect", (*head, *topics), origin=section.origin)


def _topic(topic: Topic, voice: Voice) -> Iterator[StructElem]:
    """A topic with a heading is a part of its own; the rows of one without belong to what stands around them."""
    blocks = [block for row in topic.rows for cell in row.cells for block in cell.blocks]
    if not topic.heading:
        yield from _blocks(blocks, voice)
        return
    head = (voice.heading(topic.heading), *paragraphs(topic.figure))
    yield StructElem("Sect", (*head, *_blocks(blocks, voice.under())), origin=topic.origin)


def _blocks(blocks: list[Block], voice: Voice) -> Iterator[StructElem]:
    below = voice
    for block in blocks:
        yield from block.tags(voice if block.heads else below)
        if block.heads:
            below = voice.under()


def _contents(sheet: Contents, brochure: Brochure, voice: Voice) -> StructElem:
    """The sections by field, as the page groups them; each entry leads to its section (14.8.4.2)."""
    groups = []
    for field in brochure.fields:
        own = [section for section in brochure.sections if section.field == field.id]
        if own:
            caption = StructElem("Caption", (Content(contents_label(field)),))
            groups.append(StructElem("TOC", (caption, *map(_entry, own))))
    list_ = StructElem("TOC", tuple(groups), origin=sheet.origin)
    return StructElem("Sect", (voice.heading(sheet.heading), list_, *(note(text) for text in sheet.notes)))


def _entry(section: Section) -> StructElem:
    def part(name: str) -> Kid:
        return Content(contents_entry(section, name))

    link = StructElem("Link", (part(TITLE), part(PAGE), part(ROW)))
    return StructElem("TOCI", (StructElem("Lbl", (part(NUMBER),)), StructElem("Reference", (link,))))


def contents_label(field: Field) -> Part:
    """The owner of a field's label on the contents page."""
    return Part(field.origin, f"contents {LABEL}")


def contents_entry(section: Section, name: str) -> Part:
    """The owner of a part of a section's row on the contents page. ROW: of the link over all of it."""
    return Part(section.origin, f"contents {name}")
