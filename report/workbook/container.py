"""What a returned file is, by its bytes and not by its name; and what of its cells calamine does not tell.

In: the bytes. Out: an Inside, or the Message that says why it cannot be read. calamine reads a cell with an error, and
one with a formula whose result was never saved, as empty; and no cell says that it looks into another file.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import NamedTuple
from xml.etree import ElementTree

from report.messages import Foreign, Message, message
from report.workbook.rules import FARTHEST, LARGEST, LARGEST_INSIDE

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")  # of Excel 97, and of what is encrypted
KINDS = ((b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"{\\rtf", "RTF"))
FOLDERS = (("word/", "Word"), ("ppt/", "PowerPoint"), ("content.xml", "OpenDocument (.ods)"))
CELL = rb"<(?:\w+:)?c\b([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>"
ADDRESS = rb'\br="([A-Z]{1,3})(\d{1,7})"'
COLUMNS = 16384  # of a sheet
UNREADABLE = (zipfile.BadZipFile, NotImplementedError, LookupError, EOFError, ValueError, RuntimeError, OSError)

Place = tuple[int, int]  # row and column, from 0


class Oddities(NamedTuple):
    """Of a sheet's cells. errors: what each shows; unsaved: formulas without a result; elsewhere: those that look into
    another file."""

    errors: dict[Place, str]
    unsaved: frozenset[Place]
    elsewhere: frozenset[Place]


NO_ODDITIES = Oddities({}, frozenset(), frozenset())


class Inside(NamedTuple):
    """sheets: by name, those with oddities. far: the name of a sheet with a cell too far away, and the cell."""

    is_1904: bool
    sheets: dict[str, Oddities]
    far: tuple[str, str] | None = None


def look(data: bytes) -> Inside | Message:
    """Nothing is read that would take much memory."""
    if len(data) > LARGEST:
        return message("book-too-large", size=round(len(data) / 1e6))
    if not data.startswith(b"PK"):
        return _other(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return _inside(file)
    except (*UNREADABLE, zlib.error, ElementTree.ParseError) as error:
        return message("book-damaged", problem=Foreign(str(error).strip("'\"")))


def address(row: int, column: int) -> str:
    """B12 for 11 and 1."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _other(data: bytes) -> Message:
    """Of a file that is no archive."""
    if not data:
        return message("book-empty")
    if data.startswith(COMPOUND):
        is_locked = "EncryptedPackage".encode("utf-16-le") in data
        return message("book-password") if is_locked else message("book-old-format")
    begin = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if begin.startswith(b"<") and re.search(rb"<(?:!doctype )?(?:html|table|head|meta|body)\b", begin):
        return message("book-web-page")
    if begin.startswith(b"<"):
        return message("book-other-format", kind="XML")
    if kind := next((kind for sign, kind in KINDS if data.startswith(sign)), ""):
        return message("book-other-format", kind=kind)
    return message("book-other-format", kind="CSV/TXT" if _is_text(begin) else message("another-kind"))


def _is_text(begin: bytes) -> bool:
    return not re.search(rb"[\x00-\x08\x0e-\x1f]", begin)


def _inside(file: zipfile.ZipFile) -> Inside | Message:
    names = set(file.namelist())
    if any(each.flag_bits & 1 for each in file.infolist()):
        return message("book-password")
    if sum(each.file_size for each in file.infolist()) > LARGEST_INSIDE:
        return message("book-too-large", size=round(sum(each.file_size for each in file.infolist()) / 1e6))
    if any(name.endswith("vbaProject.bin") for name in names) or b"macroEnabled" in _part(file, "[Content_Types].xml"):
        return message("book-macros")
    if "xl/workbook.xml" not in names:
        kind = next((kind for folder, kind in FOLDERS if any(name.startswith(folder) for name in names)), "ZIP")
        return message("book-other-format", kind="Excel (.xlsb)" if "xl/workbook.bin" in names else kind)
    book = _part(file, "xl/workbook.xml")
    is_1904 = bool(re.search(rb'\bdate1904="(?:1|true)"', book))
    sheets: dict[str, Oddities] = {}
    for name, part in _sheets(book, _part(file, "xl/_rels/workbook.xml.rels")):
        if part not in names:
            continue
        content = file.read(part)
        if far := _far(content):
            return Inside(is_1904, sheets, (name, far))
        if found := _oddities(content):
            sheets[name] = found
    return Inside(is_1904, sheets)


def _part(file: zipfile.ZipFile, name: str) -> bytes:
    return file.read(name) if name in file.namelist() else b""


def _sheets(book: bytes, links: bytes) -> list[tuple[str, str]]:
    """Their names, and the parts of the archive that hold them."""
    parts = {}
    for each in ElementTree.fromstring(links or b"<a/>"):
        target = each.get("Target", "")
        parts[each.get("Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    found = []
    for each in ElementTree.fromstring(book).iter():
        if each.tag.rpartition("}")[2] == "sheet":
            link = next((value for key, value in each.items() if key.rpartition("}")[2] == "id" and "}" in key), None)
            found.append((each.get("name", ""), parts.get(link, "")))
    return found


def _far(content: bytes) -> str:
    """A cell with something in it that makes the sheet too large to be held as a table; "" if there is none."""
    rows = [int(row) for row in re.findall(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"', content)]
    if max(rows, default=0) * COLUMNS <= FARTHEST:
        return ""
    places = [_place(each) for each in re.findall(rb"<(?:\w+:)?c\b[^>]*?" + ADDRESS + rb"[^>]*(?<!/)>", content)]
    if not places or (max(places)[0] + 1) * (max(column for _, column in places) + 1) <= FARTHEST:
        return ""
    return address(*max(places, key=lambda place: (place[0] + 1) * (place[1] + 1)))


def _place(found: tuple[bytes, bytes]) -> Place:
    letters, digits = found
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return int(digits) - 1, column - 1


def _oddities(content: bytes) -> Oddities | None:
    if b't="e"' not in content and not re.search(rb"<(?:\w+:)?f[ />]", content):
        return None
    errors: dict[Place, str] = {}
    unsaved, elsewhere = set(), set()
    for head, body in re.findall(CELL, content, re.DOTALL):
        found = re.search(ADDRESS, head)
        formula = re.search(rb"<(?:\w+:)?f\b[^>]*(?:/>|>(.*?)</)", body, re.DOTALL)
        value = re.search(rb"<(?:\w+:)?v>([^<]*)<", body)
        if not found:
            continue
        place = _place((found[1], found[2]))
        if b't="e"' in head:
            errors[place] = value[1].decode("utf-8", "replace") if value else "#"
        elif formula and not (value and (value[1] or b't="str"' in head)):
            unsaved.add(place)
        elif formula and re.search(rb"\[\d+\]", formula[1] or b""):
            elsewhere.add(place)
    return Oddities(errors, frozenset(unsaved), frozenset(elsewhere))
