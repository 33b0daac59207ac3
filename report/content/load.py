"""LOAD: brochure.yaml and its section files become one Brochure.

In: the path of brochure.yaml; its section files lie in `sections/` beside it. Out: the Brochure with its sections, each
with an id (the file's name without the number before it). Mistakes of all files go to the report at once. What a file
says by itself is the reader's work (report.source); here stands what needs a second look: ids used twice or not known,
the cover's mosaic, and what content.links and content.alt_checks ask of it. (Spans wait for the grid:
content.grid.)
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from report.cache import NOTHING, Cache
from report.content.alt_checks import check_alternatives
from report.content.links import check_destinations, check_links
from report.content.model import Brochure, Cover, PageEntry, Section, SectionFile
from report.figures.format import parse_date
from report.messages import Message, Origin, Report, did_you_mean, message
from report.source import read
from report.source.folder import Folder, composed
from report.text import Text

FOLDER = "sections"
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")  # BCP 47, without its rarer forms
LONGEST_ID = 100  # characters: it begins the names of files


class Loaded(NamedTuple):
    """The brochure with the sections that could be read, or None; and what is sound in files that are not."""

    brochure: Brochure | None
    remnants: tuple[Any, ...]


def load(path: Path, report: Report, cache: Cache = NOTHING) -> Loaded:
    """The brochure of a file. Mistakes are in the report; messages name files as `path` does."""
    remnants: list[Any] = []
    brochure = read(path, Brochure, report, remnants=remnants, cache=cache)
    folder = Folder(path.parent / FOLDER, report)
    if brochure is None:  # its sections' mistakes are reported all the same
        sections = [read(file, Section, report, remnants=remnants, cache=cache) for file in folder.files(".yaml")]
        return Loaded(None, (*remnants, *sections))
    _check_head(brochure, report)
    entries = [page for page in brochure.pages if isinstance(page, SectionFile)]
    _check_unique(message("sections"), ((section_id(entry.file), entry.file) for entry in entries), report)
    sections = []
    named = {composed(entry.file) for entry in entries}
    known = [name for name in folder.names(".yaml") if composed(name) not in named]
    for entry in entries:
        missing = message("section-missing", file=entry.file, folder=folder.path)
        file = folder.find(entry.file, _place(entry.file, entry.origin), missing, known)
        section = file and read(file, Section, report, remnants=remnants, cache=cache)
        if section:
            sections.append(msgspec.structs.replace(section, id=section_id(entry.file)))
    for section in sections:
        _check_section(section, brochure, report)
    _check_sheets(brochure, report)
    for page in brochure.pages:
        if isinstance(page, Cover):
            _check_mosaic(page, len(entries), report)
    brochure = msgspec.structs.replace(brochure, sections=tuple(sections))
    check_links(brochure, report)
    if len(sections) == len(entries):  # else a link may lead to one that could not be read
        check_destinations(brochure, report)
    check_alternatives(brochure, report)
    return Loaded(brochure, tuple(remnants))


def check_file(path: Path, report: Report) -> None:
    """An error if this is no brochure's file, but a section's, a folder, or nothing: then nothing else is checked."""
    origin = Origin(str(path), 0)
    if path.is_dir() or not os.path.lexists(path):
        found = message("brochure-is-folder") if path.is_dir() else message("file-missing")
        report.error(origin, found, _around(path))
    elif path.parent.name == FOLDER:
        report.error(origin, message("brochure-is-section"), _around(path))
    else:
        Folder(path.parent, report, shared=True).find(path.name, origin, message("file-missing"))


def _around(path: Path) -> Message:
    """A hint at the brochures that lie there, or in a folder of it."""
    around = path if path.is_dir() else path.parent
    around = around.parent if around.name == FOLDER else around
    files = map(str, (*around.glob("*.yaml"), *around.glob("*/brochure.yaml")))
    return did_you_mean(str(path), files) or message("name-the-brochure")


def section_id(file: str) -> str:
    """ "02-childcare.yaml" as "childcare"."""
    name = composed(file).rpartition("/")[2].removesuffix(".yaml")
    return re.sub(r"^\d+-", "", name)


def _check_head(brochure: Brochure, report: Report) -> None:
    if not ID.fullmatch(brochure.id):
        report.error(_place(brochure.id, brochure.origin), message("id-wrong", id=brochure.id))
    elif (length := len(brochure.id)) > LONGEST_ID:
        place = _place(brochure.id, brochure.origin)
        report.error(place, message("id-too-long", length=length, longest=LONGEST_ID))
    if not parse_date(brochure.date):
        report.error(_place(brochure.date, brochure.origin), message("date-wrong", date=brochure.date))
    if not LANGUAGE.fullmatch(brochure.language):
        wrong = message("language-tag-wrong", tag=brochure.language)
        report.error(_place(brochure.language, brochure.origin), wrong)
    _check_unique(message("fields"), ((field.id, field.id) for field in brochure.fields), report)
    for field in brochure.fields:
        _check_title(field.label, report)


def _check_sheets(brochure: Brochure, report: Report) -> None:
    """A brochure has one of each sheet that is no section."""
    for name, kind in PageEntry.kinds().items():
        for page in [page for page in brochure.pages if type(page) is kind][1:] if kind is not SectionFile else ():
            report.error(page.origin, message("page-twice", name=name))


def _check_unique(what: Message, named: Iterable[tuple[str, str]], report: Report) -> None:
    """named: ids, each with the word that carries its place."""
    first: dict[str, str] = {}
    for id_, word in named:
        if id_ in first:
            report.error(_place(word), message("id-twice", what=what, id=id_, place=_place(first[id_])))
        first.setdefault(id_, word)


def _check_section(section: Section, brochure: Brochure, report: Report) -> None:
    _check_title(section.title, report)
    known = [field.id for field in brochure.fields]
    if section.field not in known and len(set(known)) == len(known):  # else that is reported already
        place = _place(section.field, section.origin)
        report.error(place, message("field-unknown", field=section.field), did_you_mean(section.field, known))


def _check_title(title: Text, report: Report) -> None:
    """A title stands again in the contents, on tabs and in bookmarks: in one paragraph."""
    if len(title.paragraphs) > 1:
        report.error(title.origin, message("title-of-paragraphs"))


def _check_mosaic(cover: Cover, sections: int, report: Report) -> None:
    """Rows of equal length; each number a section's; its cells fill one square."""
    cells: dict[str, list[tuple[int, int, Origin]]] = {}
    for y, line in enumerate(cover.mosaic):
        for x, number in enumerate(line):
            cells.setdefault(number, []).append((x, y, _place(number, cover.origin)))
        if line and len(line) != len(cover.mosaic[0]):
            uneven = message("mosaic-uneven", cells=len(line), wide=len(cover.mosaic[0]))
            report.error(_place(line[0], cover.origin), uneven)
            return
    known = [f"{number:02}" for number in range(1, sections + 1)]
    hint = message("section-numbers", last=known[-1]) if known else None
    for number, places in cells.items():
        left, top, origin = places[0]
        if number not in known:
            report.error(origin, message("mosaic-section-unknown", number=number), hint)
            continue
        side = round(len(places) ** 0.5)
        square = {(left + x, top + y) for x in range(side) for y in range(side)}
        if {(x, y) for x, y, _ in places} != square:
            report.error(origin, message("mosaic-not-square", number=number))


def _place(word: str, otherwise: Any = None) -> Any:
    """The Origin of a word of the format."""
    return getattr(word, "origin", otherwise)
