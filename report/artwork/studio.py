"""The studio: where blocks get their drawings.

In: the folders of pictures and icons, the sheet's chart look. Out: Items in a frame. Knows the cache, so
that what did not change is not drawn again; Matplotlib is imported only for a chart that has to be drawn.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from report.artwork.charts import PARTS, Units, draw_chart, draw_donut, draw_units, left_out
from report.artwork.charts.scene import World
from report.artwork.charts.table import Table
from report.artwork.formats import DRAWING
from report.artwork.pictures import Pictures, Window, Words, nearest_ink
from report.artwork.shelf import Cluster, Icons, Letter
from report.cache import NOTHING, Cache, key_of
from report.messages import Failure, Origin, Report, did_you_mean, message
from report.page import Drawing, Item, placed
from report.source import read
from report.source.folder import Folder, composed
from report.style.fonts import FontBook, letter
from report.style.outlines import drawn
from report.style.palette import ALL_ROLES, Palette
from report.style.sheet import StyleSheet
from report.style.text import CharStyle
from report.units import Rect, Size

SHOWN = 6  # of the values that a chart leaves out


class Studio:
    """One brochure's artwork. sheet: for inks, faces and the look of charts."""

    def __init__(self, data: Path, sheet: StyleSheet, cache: Cache, report: Report):
        palette = sheet.palette
        self.sheet = sheet
        self.cache = cache
        self.report = report
        inks = picture_inks(Folder(data / "pictures", report), palette, report, cache)
        self.pictures = Pictures(
            data / "pictures", lambda colour: inks.get(colour) or palette.named(colour), cache, report,
            nearest=nearest_ink(palette.inks), kept={name for name, ink in inks.items() if ink == KEEP},
            words=self._words, palette=palette,
        )  # fmt: skip
        self.icons = Icons(data / "icons", cache, report)
        self.shown: list[tuple[str, str]] = []  # files in the order in which they were placed, and a digest of each

    def picture_named(self, name: str, window: Window, origin: Origin, owner: Any = None) -> list[Item]:
        items = self.pictures.place(name, window, getattr(name, "origin", origin), owner)
        self.shown += [self.pictures.shelf.shown(name)] if items else []
        return items

    def icon(self, name: str, rect: Rect, ink: str, origin: Origin, owner: Any = None) -> list[Item]:
        items = self.icons.place(name, rect, ink, getattr(name, "origin", origin), owner)
        self.shown += [self.icons.shelf.shown(name)] if items else []
        return items

    def chart(self, table: Table, frame: Rect, family: str, owner: Any) -> list[Item]:
        """A chart's drawing in its frame, in the inks of a colour family; nothing after an error."""
        size = Size(round(frame.width, 2), round(frame.height, 2))
        try:
            drawing = self._drawn(
                "chart", (table, size), family, lambda world: draw_chart(table, size, world, owner.origin)
            )
        except Failure as failure:
            from report.messages.places import placed_in

            self.report.add(placed_in((owner, self._parts), failure.diagnostics))
            return []
        if missing := left_out(table, drawing, self.sheet):
            more = f" … ({len(missing)})" if len(missing) > SHOWN else ""
            told = message("values-left-out", title=table.title, values=", ".join(missing[:SHOWN]) + more)
            self.report.warning(owner.origin, told)
        return [placed(drawing, frame.x, frame.y, owner)]

    def donut(self, share: float, frame: Rect, family: str, owner: Any) -> list[Item]:
        """A ring for a share from 0 to 1; the frame is its square."""
        size = round(frame.width, 2)
        drawing = self._drawn("donut", (share, size), family, lambda world: draw_donut(share, size, world))
        return [placed(drawing, frame.x, frame.y, owner)]

    def units(self, marks: Units, family: str) -> Drawing:
        """A unit chart of circles or squares."""
        return self._drawn("units", marks, family, lambda world: draw_units(marks, world))

    def _drawn(self, kind: str, made_of: Any, family: str, draw: Callable[[World], Drawing]) -> Drawing:
        """A drawing by its ingredients: recalled, or drawn and kept. Its key in the PDF is its key in the cache."""
        key = key_of(kind, msgspec.msgpack.encode(_bare(made_of)), family, self._salt)
        found = self.cache.get(kind, key, Drawing)
        if found is None:
            drawing = msgspec.structs.replace(draw(World(self.sheet, family)), key=f"{kind}:{key.hex()[:16]}")
            found = self.cache.put(kind, key, drawing)
        return found

    def _words(self) -> Words:
        """Words in drawings are set in the faces of body text."""
        body = self.sheet.texts.get("body") or next(iter(self.sheet.texts.values()))
        strong = body.mark("strong") or body.char
        names = dict.fromkeys((*body.char.fonts, *strong.fonts))
        faces = key_of(*(self.sheet.fonts.face(name).fingerprint for name in names), repr(list(names)))
        return Words(letter_of(self.sheet.fonts, body.char.fonts, strong.fonts), faces)

    @functools.cached_property
    def _parts(self) -> tuple[msgspec.Struct, ...]:
        return tuple(self.sheet.part("charts", name, form) for name, form in PARTS.items())

    @functools.cached_property
    def _salt(self) -> bytes:
        """What every chart depends on: the sheet's `charts:`, the text styles and faces, the inks' names."""
        sheet = self.sheet
        faces = [sheet.fonts.face(name).fingerprint for name in sheet.fonts.names]
        families = sheet.palette.families
        roles = [[sheet.palette.role(role, family) for role in ALL_ROLES] for family in families]
        texts = {name: style.char for name, style in sheet.texts.items()}
        return key_of(msgspec.msgpack.encode(_bare((self._parts, texts, faces, families, roles))))


def _bare(value: Any) -> Any:
    """What a drawing depends on: the value without the places it was read from."""
    if isinstance(value, msgspec.Struct):
        return [_bare(getattr(value, name)) for name in value.__struct_fields__ if name != "origin"]
    if isinstance(value, tuple):
        return [_bare(each) for each in value]
    if isinstance(value, dict):
        return {str(name): _bare(each) for name, each in value.items()}
    return str(value) if isinstance(value, str) else value


def letter_of(book: FontBook, fonts: tuple[str, ...], bold: tuple[str, ...]) -> Letter:
    """What sets the words of drawings in these faces."""

    def letters(text: str, strong: bool) -> list[Cluster]:
        made: list[Cluster] = []
        for run in letter(book, text, CharStyle(bold if strong else fonts, 1.0, "", features=("kern",)))[0]:
            starts = [i for i, words in enumerate(run.texts) if words or not i]
            ends = [*starts[1:], len(run.gids)]
            for start, end in zip(starts, ends, strict=True):
                x, after = run.xs[start], run.xs[end] if end < len(run.gids) else run.width
                glyphs = [
                    (run.xs[i] - x, run.ys[i] if run.ys else 0.0, drawn(run.face.hb_font, run.gids[i]))
                    for i in range(start, end)
                ]
                made.append(Cluster(run.texts[start], glyphs, after - x))
        return made

    return letters


KEEP = "keep"


def picture_inks(folder: Folder, palette: Palette, report: Report, cache: Cache = NOTHING) -> dict[str, str]:
    """ "#RRGGBB" of the drawings -> ink, as the folder's inks.yaml says; so a drawing follows the style's colours. A
    colour that is kept is its own ink; the id of a drawing of which all others are kept -> KEEP.

    A folder without the file has drawings in the inks' own sRGB values.
    """
    name = "inks.yaml"
    file = folder.find(name, Origin(str(folder.path / name)), message("file-missing")) if folder.names(name) else None
    table = (read(file, dict[str, str], report, cache=cache) if file else None) or {}
    known = {ink.name for ink in palette.inks}
    drawings = {composed(os.path.splitext(each)[0]) for each in folder.names(DRAWING)} if table else set()
    inks: dict[str, str] = {}
    for key, ink in table.items():
        place = getattr(ink, "origin", None)
        if not key.startswith("#") and (ink != KEEP or composed(key) not in drawings):
            report.error(place, message("inks-entry-wrong", key=key), did_you_mean(key, drawings))
        elif ink != KEEP and ink not in known:
            report.error(place, message("ink-unknown", ink=ink), did_you_mean(ink, known))
        name = key.upper() if key.startswith("#") else composed(key)
        inks[name] = name if ink == KEEP and key.startswith("#") else str(ink)
    return inks
