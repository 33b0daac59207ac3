"""The style sheet: everything a designer would turn, read from `styles/*.yaml`.

In: a file. Out: a StyleSheet: page geometry, gaps, palette, faces, text styles, and the raw entries of blocks and
charts, which each block kind reads as its own typed style through `StyleSheet.part`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from report.cache import NOTHING, Cache
from report.messages import Origin, Report, did_you_mean, failure, message
from report.source import Count, Length, Name, PositiveLength, Reader, read_parts
from report.source.annotations import fields_of
from report.source.folder import Folder
from report.style.fonts import FontBook
from report.style.palette import ALL_ROLES, SHARE, Palette, PaletteEntry, PrintStyle, read_palette
from report.style.text import ParagraphStyle
from report.style.texts import Known, TextEntry, text_styles
from report.units import Rect, Size

T = TypeVar("T")
LEAST_LEADING = 0.5  # of the type size: with less, lines lie on one another
SIGNED = ("gap", "apart", "drop", "rise", "turn")  # last words of the names of numbers that may be negative


class PageMaster(msgspec.Struct, frozen=True, kw_only=True):
    """The sheet of paper and its grid. Left pages mirror right ones: inner is the spine's side.

    band: height of an opener's band, from the top. top, bottom: of the body; plain_top: of the body of a page without
    a head. safety: no text nearer to the trim. lowest_charts, highest_charts: what a page may make of its charts'
    heights, as shares. hole: white at a page's foot that a reader would see as one.
    """

    width: PositiveLength
    height: PositiveLength
    bleed: Length
    inner: Length
    outer: Length
    band: Length
    top: Length
    plain_top: Length
    bottom: Length
    columns: Count
    gutter: Length
    safety: Length
    lowest_charts: float
    highest_charts: float
    hole: Length

    def __post_init__(self) -> None:
        if not 0 < self.lowest_charts <= 1 <= self.highest_charts:
            raise ValueError(message("chart-scales-wrong"))
        if min(self.bleed, self.inner, self.outer, self.band, self.gutter, self.safety, self.hole) < 0:
            raise ValueError(message("margins-below-zero"))
        if not (0 <= self.top < self.bottom <= self.height and 0 <= self.plain_top < self.bottom):
            raise ValueError(message("page-upside-down"))
        if self.span(1) <= 0:
            raise ValueError(message("columns-too-many", columns=self.columns))

    @property
    def trim(self) -> Size:
        return Size(self.width, self.height)

    @property
    def text_width(self) -> float:
        return self.width - self.inner - self.outer

    def left(self, right_hand: bool) -> float:
        """x of the text block's left edge."""
        return self.inner if right_hand else self.outer

    def body(self, right_hand: bool, head: bool = True) -> Rect:
        """Where a page's blocks stand. head: whether a band or a picture takes the page's top."""
        top = self.top if head else self.plain_top
        return Rect(self.left(right_hand), top, self.text_width, self.bottom - top)

    def span(self, columns: float) -> float:
        """Width of so many grid columns (or parts of them) with the gutters between them."""
        one = (self.text_width - (self.columns - 1) * self.gutter) / self.columns
        return columns * one + (columns - 1) * self.gutter


class Gaps(msgspec.Struct, frozen=True, kw_only=True):
    """Vertical distances between neighbours; never stretched. pairs: "text>picture" between blocks of two kinds."""

    origin: Origin
    topic: Length
    heading: Length
    row: Length
    block: Length
    pairs: dict[str, Length]


class FontEntry(msgspec.Struct, frozen=True, kw_only=True):
    """faces: a name for each file of `fonts/`."""

    faces: dict[str, str]

    def __post_init__(self) -> None:
        if not self.faces:
            raise ValueError(message("faces-empty"))


class StyleSheet:
    """One style file, read. `part` gives a block its own style; `text` a paragraph style by name."""

    def __init__(self, name: str, page: PageMaster, gaps: Gaps, palette: Palette, fonts: FontBook):
        self.name = name
        self.page = page
        self.print = PrintStyle()
        self.gaps = gaps
        self.palette = palette
        self.fonts = fonts
        self.texts: dict[str, ParagraphStyle] = {}
        self.file = ""
        self._parts: dict[str, dict[str, Any]] = {}
        self._read: dict[tuple[str, str], Any] = {}

    def text(self, name: str) -> ParagraphStyle:
        """Failure when the sheet has no text style of that name."""
        found = self.texts.get(name)
        if found is None:
            place = getattr(name, "origin", Origin(self.file))
            raise failure(place, message("text-style-missing", name=name), did_you_mean(name, self.texts))
        return found

    def entries(self, group: str) -> tuple[Name, ...]:
        """What stands in `blocks:` or another group."""
        return tuple(self._parts[group])  # type: ignore[arg-type]

    def part(self, group: str, key: str, kind: type[T]) -> T:
        """The entry `key` of `blocks:` (or another group) as a `kind`. Failure with what is wrong in it, only."""
        found = self._read.get((group, key))
        if found is None:
            nodes = self._parts[group]
            if key not in nodes:
                missing = message("entry-missing", key=key, group=group)
                raise failure(Origin(self.file), missing, did_you_mean(key, nodes))
            told = Report()
            reader = Reader(self.file, told)
            found = reader.value(nodes[key], kind)
            if found is not None:
                self._check_names(found, told)
                _check_signs(found, reader.origin(nodes[key]), told)
            told.check()
            self._read[group, key] = found
        return found  # type: ignore[return-value]

    def _check_names(self, style: Any, report: Report) -> None:
        """A style's fields called `text` or `*_text` name text styles; those called `ink`, `*_ink` or `*inks`, inks."""
        for field in style.__struct_fields__:
            value = getattr(style, field)
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, msgspec.Struct):
                    self._check_names(each, report)
                elif isinstance(each, Name) and field.endswith("text") and each not in self.texts:
                    unknown = message("text-style-unknown", name=each)
                    report.error(each.origin, unknown, did_you_mean(each, self.texts))
                elif isinstance(each, Name) and field.endswith(("ink", "inks")):
                    self.check_ink(each, report)

    def check_ink(self, role: Name, report: Report) -> None:
        """An error for a role that stands for no ink."""
        plain, at, share = role.partition("@")
        try:
            self.palette.role(plain, self.palette.families[0])
        except KeyError:
            known = [ink.name for ink in self.palette.inks if "." not in ink.name] + [*ALL_ROLES]
            report.error(role.origin, message("ink-unknown", ink=plain), did_you_mean(plain, known))
            return
        if at and not SHARE.fullmatch(at + share):
            report.error(role.origin, message("share-wrong", role=role))


def _check_signs(style: Any, origin: Origin, report: Report) -> None:
    """Only distances and angles that a designer may turn round go below 0; the other numbers of a style are sizes."""
    for key, (field, kind, _) in fields_of(type(style)).items():
        if kind in (Length, float, int) and getattr(style, field) < 0 and not field.endswith(SIGNED):
            report.error(origin, message("below-zero", key=key, words=", ".join(SIGNED)))


def load_sheet(path: Path, fonts: Path, report: Report, cache: Cache = NOTHING) -> StyleSheet | None:
    """The style file with the faces of the folder `fonts`; None after errors."""
    told = Report()
    sheet = _sheet(path, fonts, told, cache)
    report.add(told.diagnostics)
    return None if told.failed else sheet


def _sheet(path: Path, fonts: Path, report: Report, cache: Cache) -> StyleSheet | None:
    parts = read_parts(path, report, cache)
    if parts is None:
        return None
    reader, nodes = parts
    kinds = {"name": str, "page": PageMaster, "gaps": Gaps, "palette": PaletteEntry, "fonts": FontEntry}
    optional = {"print": PrintStyle}
    groups = ("text", "blocks", "furniture", "charts")
    meant = reader.strangers(nodes, (*kinds, *groups, *optional))
    for key in (*kinds, *groups):
        if key not in nodes and key not in meant.values():
            report.error(Origin(reader.file), message("key-missing", key=key))
    if report.failed:
        return None
    wanted = kinds | {key: kind for key, kind in optional.items() if key in nodes}
    read = {key: reader.value(nodes[key][1], kind) for key, kind in wanted.items()}
    texts = reader.value(nodes["text"][1], dict[str, TextEntry])
    if report.failed:
        return None
    faces = _faces(read["fonts"], Folder(fonts, report, shared=True), report)
    sheet = StyleSheet(
        read["name"], read["page"], read["gaps"], read_palette(read["palette"], report), FontBook(faces, cache)
    )
    sheet.file = reader.file
    sheet.print = read.get("print", sheet.print)
    for group in ("blocks", "furniture", "charts"):
        sheet._parts[group] = reader.entries(nodes[group][1])
    sheet.texts = text_styles(texts, Known(faces, sheet.check_ink), report)
    _look_at_distances(sheet, texts, report)
    return sheet


def _look_at_distances(sheet: StyleSheet, texts: dict[str, TextEntry], report: Report) -> None:
    """Warnings for numbers that draw together what stands below one another, whether or not a page shows it."""
    for key in ("topic", "heading", "row", "block"):
        if getattr(sheet.gaps, key) < 0:
            report.warning(sheet.gaps.origin, message("gap-below-zero", key=key))
    for name, style in sheet.texts.items():
        if style.leading < LEAST_LEADING * style.char.size:
            report.warning(texts[name].origin, message("leading-below-size", name=name))


def _faces(entry: FontEntry, folder: Folder, report: Report) -> dict[str, Path]:
    known = folder.names(".ttf", ".otf", ".ttc", ".otc")
    found: dict[str, Path] = {}
    for name, file in entry.faces.items():
        path = folder.find(file, getattr(file, "origin", None), message("face-missing", file=file), known)
        found[name] = path or folder.path / file
    return found
