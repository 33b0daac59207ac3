"""The tags say what the author wrote: all of it, in order, and nothing else.

The words of the tag tree in the file are held against the words of the content, section by section; and every Text of
the content is in the structure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from report.blocks.chart import Chart, ChartSeries
from report.conform.tagged.tagnodes import Tag
from report.conform.tagged.tagtree import tag_tree
from report.content.model import Brochure
from report.content.structure import LABEL, NUMBER, PAGE, ROW, TITLE
from report.content.walk import nodes
from report.layout.laid_out import LaidOut
from report.text import Text, words_of
from report.text.tags import Content, Part, StructElem, Words
from tests.conftest import Edition, Editions

SIGNS = str.maketrans("", "", "\u200b\u2060\n")
UNSET = {"alt"}  # said in place of a picture, set nowhere
CHART = {"category"}  # of a chart, in its drawing: with the labels and units of its series


def leaves(elem: StructElem) -> Iterator[Content | Words]:
    for kid in elem.kids:
        if isinstance(kid, StructElem):
            yield from leaves(kid)
        else:
            yield kid


class Author:
    """What the content says under each owner."""

    def __init__(self, laid: LaidOut):
        self.brochure = laid.brochure
        self.sections = {section.origin: section for section in laid.brochure.sections}
        self.fields = {field.origin: field for field in laid.brochure.fields}
        self.pages = {
            item.name.removeprefix("section:"): page.label
            for page in laid.pages
            for item in page.items
            if getattr(item, "name", "").startswith("section:")
        }

    def words(self, leaf: Content | Words) -> str:
        if isinstance(leaf, Words):
            return leaf.text
        if isinstance(leaf.owner, Text):
            return text(leaf.owner, leaf.paragraph)
        return self.part(leaf.owner) if isinstance(leaf.owner, Part) else ""

    def part(self, part: Part) -> str:
        name = part.name.removeprefix("contents ")
        if part.name == f"contents {LABEL}":
            return self.fields[part.origin].label.plain
        if name in ("bullet", ROW):
            return ""
        if name == "provisional":
            return "仮の値"
        section = self.sections[part.origin]
        number = f"{self.brochure.sections.index(section) + 1:02}"
        field = next(field for field in self.brochure.fields if field.id == section.field)
        return {
            NUMBER: number,
            TITLE: section.title.plain,
            LABEL: field.label.plain,
            PAGE: self.pages[section.id],
        }[name]


def text(owner: Text, paragraph: int) -> str:
    return words_of(owner.paragraphs[paragraph])


def drawings(elem: StructElem) -> Iterator[bool]:
    """Of each figure in turn, whether it is a drawing alone; the letters of a drawing are nobody's Text."""
    if elem.role == "Figure":
        yield not any(isinstance(leaf, Content) and isinstance(leaf.owner, Text) for leaf in elem.kids)
    for kid in elem.kids:
        if isinstance(kid, StructElem):
            yield from drawings(kid)


def said(tag: Tag, drawn: Iterator[bool]) -> Iterator[str]:
    """The text of a tag, without bullets, the readings of ruby and what letters stand in a drawing."""
    if tag.standard == "RT" or (tag.standard == "Lbl" and tag.actual is not None):
        return
    if tag.standard == "Figure" and next(drawn):
        return
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from said(kid, drawn)
        elif kid.kind == "text":
            yield kid.text


@pytest.mark.parametrize("name", ["stress", "sample", *(f"random-{seed}" for seed in range(3))])
def test_tags_say_what_the_author_wrote_in_order(name: str, edition: Editions) -> None:
    check_text(edition(name))


def check_text(edition: Edition) -> None:
    author = Author(edition.laid)
    (document,) = tag_tree(edition.pdf).tags
    parts = [kid for kid in edition.laid.tagged.structure.kids if isinstance(kid, StructElem)]
    assert len(document.tags) == len(parts)
    wanted = ["".join(map(author.words, leaves(part))) for part in parts]
    assert ["".join(said(tag, drawings(part))) for tag, part in zip(document.tags, parts, strict=True)] == wanted
    assert len("".join(wanted)) > 500


def texts(brochure: Brochure) -> Iterator[tuple[str, Text]]:
    """Every Text that is set, with the name of the field that holds it."""
    for sheet in (brochure.pages, brochure.sections):
        for node in nodes(sheet):
            for name in getattr(node, "__struct_fields__", ()):
                if name in UNSET or (isinstance(node, Chart) and name in CHART) or isinstance(node, ChartSeries):
                    continue
                for value in flat(getattr(node, name)):
                    yield f"{type(node).__name__}.{name}", value


def flat(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple) and not isinstance(value, msgspec.Struct):
        for each in value:
            yield from flat(each)


@pytest.mark.parametrize("name", ["stress", "sample"])
def test_every_text_is_in_the_structure(name: str, edition: Editions) -> None:
    laid = edition(name).laid
    known = {leaf.owner for leaf in leaves(laid.tagged.structure) if isinstance(leaf, Content)}
    found = list(texts(laid.brochure))
    assert len(found) > 100
    assert [(name, each) for name, each in found if each and each not in known] == []
