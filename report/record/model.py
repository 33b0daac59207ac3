"""What an edition printed: plain values, which another edition's are held against, and which go along with its PDFs.

In: nothing. Out: the types. Lengths are in pt, from the upper left corner of the trim; y runs down. A figure's id is
"kodomoen.schools", a year of a series "nursery.waiting[令5]". A block's is "<section>/<kind>-<number>", counted within
its section and kind, so that it lasts where a block of another kind is put in: "03-nursery/chart-2". A section begins
with "03-nursery/opener", its topics with "03-nursery/heading-1"; sheets have "cover/title", "contents/field-kosodate".
A look is a digest of what is seen.
"""

from __future__ import annotations

import msgspec

from report.figures.model import Status

VERSION = 1  # of these types


class Printed(msgspec.Struct, frozen=True):
    """A figure where it is printed. page: counted from 1. words: that say it there, or would, of one that is drawn.
    sentence: that they stand in; of a chart "title／label 令和5年度", of a table's cell its titles."""

    figure: str
    page: int
    block: str
    words: str
    sentence: str


class PrintedFigure(msgspec.Struct, frozen=True):
    """name: of its series; of a single figure its definition. year: the fiscal year it is of, if known. as_of: an ISO
    date or a fiscal year. planned: its year is yet to come."""

    id: str
    name: str
    value: float
    unit: str
    year: int | None
    status: Status
    approximate: bool
    as_of: str
    definition: str
    source: str
    department: str
    planned: bool = False


class PrintedBlock(msgspec.Struct, frozen=True):
    """kind: a block's key in YAML, "heading", "opener", "panorama", or the part of a sheet. rect: x, y, width, height.
    words: a line for each paragraph. pictures: files, as "pictures/p04.svg", and a digest of each one's content. look:
    without where it stands."""

    id: str
    kind: str
    page: int
    rect: tuple[float, float, float, float]
    words: str
    pictures: tuple[tuple[str, str], ...]
    look: str


class PrintedPage(msgspec.Struct, frozen=True):
    """label: as a reader calls it. width, height: of the trim. headings: of sections and topics that begin there. look:
    of all that lies on it."""

    label: str
    width: float
    height: float
    headings: tuple[str, ...]
    look: str


class Record(msgspec.Struct, frozen=True):
    """edition: the brochure's id. year: the fiscal year that it reports on. date: ISO. figures: each that is printed,
    once. printed: in the order of the pages."""

    version: int
    edition: str
    title: str
    year: int
    date: str
    pages: tuple[PrintedPage, ...]
    blocks: tuple[PrintedBlock, ...]
    figures: tuple[PrintedFigure, ...]
    printed: tuple[Printed, ...]
    publisher: str = ""
