"""The brochure as its author wrote it: pages, sections, topics, rows of blocks.

In: nothing. Out: the types that content.load fills and every later stage reads. Frozen; each node that a message may
name knows its place.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from report.blocks import Block
from report.messages import Origin, message
from report.source import Variant
from report.text import Text


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A column of blocks in a row. span: grid columns (0: the rest is shared evenly).

    set: where the blocks stand when the row is higher than they are: at the top (blocks the style anchors to the
    bottom go there) or in the middle.
    """

    SHORTHAND = "blocks"
    SHORTHAND_MAPPING = True
    origin: Origin
    blocks: tuple[Block, ...]
    span: int = 0
    set: Literal["top", "middle"] = "top"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    SHORTHAND = "cells"
    SHORTHAND_MAPPING = True
    origin: Origin
    cells: tuple[Cell, ...]


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A heading with its rows. span: grid columns (0: all); topics whose spans fit side by side stand so.

    icon: in the square at the heading's left. figure: a number at its right instead ("__457__床"). Without a heading
    the rows stand alone. page: "new" begins a page.
    """

    origin: Origin
    rows: tuple[Row, ...]
    heading: Text | None = None
    icon: str = ""
    figure: Text | None = None
    span: int = 0
    page: Literal["same", "new"] = "same"

    def __post_init__(self) -> None:
        if not self.heading and (self.icon or self.figure):
            raise ValueError(message("heading-missing"))


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """One theme, in a file of its own.

    field: id of a field of the brochure. picture: the square picture of its opener.
    panorama: the picture across the head of its further pages. flow: its topics go on in the next page wherever one
    ends, as a book's; else only those that are higher than a page do.
    """

    FILLED = ("id",)
    origin: Origin
    field: str
    title: Text
    picture: str
    lead: Text
    topics: tuple[Topic, ...]
    panorama: str = ""
    flow: bool = False
    id: str = ""  # from the file's name


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A field of the city's work. colour: a colour family of the style's palette."""

    origin: Origin
    id: str
    label: Text
    colour: str


class PageEntry(Variant, frozen=True, kw_only=True):
    """A page that is no section: cover, contents, back cover."""

    NOUN = message("sheet")
    origin: Origin

    @classmethod
    def kinds(cls) -> dict[str, type]:
        return {"cover": Cover, "contents": Contents, "section": SectionFile, "back-cover": BackCover}


class Cover(PageEntry, frozen=True, kw_only=True):
    """mosaic: rows of section numbers; a number that fills a square of cells is drawn once, over all of them."""

    title: Text
    subtitle: Text
    mosaic: tuple[tuple[str, ...], ...]


class Contents(PageEntry, frozen=True, kw_only=True):
    heading: Text
    notes: tuple[Text, ...] = ()


class SectionFile(PageEntry, frozen=True, kw_only=True):
    SHORTHAND = "file"
    file: str


class BackCover(PageEntry, frozen=True, kw_only=True):
    """pattern: rows of square ornaments, each "shape ground one two [turn]": ink names, and degrees clockwise about the
    cell's centre. Cells at a trim edge run on into the bleed. With the cell's side as 1, x to the right and y down:

    halves-up     half discs of radius 0.5, round side up: one on the line y = 0.5, two on y = 1, both about x = 0.5
    halves-right  half discs of radius 0.5, round side right: one on the line x = 0, two on x = 0.5, both about y = 0.5
    quarter       quarter discs about the lower right corner: one of radius 1, upon it two of radius 0.5
    disc          a disc of radius 0.367 about the centre: its left half one, its right half two
    triangle      one: the half below the diagonal from lower left to upper right; two: a disc of radius 0.142 about
                  (0.303, 0.3)
    pinwheel      four wings, each turned by 90° from the one before. From the centre c: one, c, c+(0, -0.392),
                  c+(0.317, -0.336) and a curve back over c+(0.267, -0.199) and c+(0.162, -0.087); two, a leaf: a curve
                  from c over c+(0.187, -0.087) and c+(0.292, -0.199) to c+(0.317, -0.336), and back over
                  c+(0.156, -0.286) and c+(0.05, -0.174). The hub: a disc of radius 0.047 in ground, upon it one of
                  radius 0.0225 in one.
    """

    title: Text
    publisher: Text
    notes: tuple[Text, ...] = ()
    pattern: tuple[tuple[str, ...], ...] = ()


class Brochure(msgspec.Struct, frozen=True, kw_only=True):
    """data/brochure.yaml. year: the fiscal year reported on ("令和5年度"): charts end there that do not say otherwise.

    id: begins the names of the files made. date: of the edition, ISO. style: a file of styles/. pages: in order. mark:
    the picture that stands for the publisher. targets: what `report build` makes when not asked for one.

    stage: 校正 or 下版, in the slug line of print files. binding: the side of the spine, seen from the front cover.
    """

    FILLED = ("sections",)
    origin: Origin
    id: str
    title: Text
    publisher: Text
    year: str
    date: str
    style: str
    fields: tuple[Field, ...]
    pages: tuple[PageEntry, ...]
    language: str = "ja-JP"
    subject: Text | None = None
    keywords: tuple[str, ...] = ()
    mark: str = ""
    targets: tuple[Literal["screen", "print", "booklet", "office"], ...] = ("screen",)
    stage: Literal["proof", "final"] = "proof"
    binding: Literal["left", "right"] = "left"
    sections: tuple[Section, ...] = ()  # filled by content.load, one for each SectionFile, in order
