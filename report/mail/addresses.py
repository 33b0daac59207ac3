"""data/stakeholders.csv: the people who are written to, each looked at before a letter is made.

In: the file. Out: Recipients; what is wrong in it is told with line and column, all at once. An address is taken apart
here and nowhere else; nothing of a cell can become part of a header but what it stands for.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from report.mail.model import Recipient
from report.messages import Foreign, Message, Origin, Report, did_you_mean, message
from report.source import Name, check_characters
from report.source.folder import Folder
from report.source.syntax import LARGEST_FILE

FILE = "stakeholders.csv"
COLUMNS = ("name", "organisation", "honorific", "address", "language", "group")
LONGEST_NAME = 120  # characters: it is to be read in a list of messages
LONGEST_LOCAL, LONGEST_DOMAIN, LONGEST_LABEL = 64, 253, 63  # bytes: RFC 5321, RFC 1035
STEERING = (
    "\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
)
CHANGED = "ßς\u200c\u200d"  # IDNA of 2003, which Python has, makes other domains of these than IDNA of 2008
PERSON, BODY = "様", "御中"


class Unfit(ValueError):
    """What is wrong with a value, and from which of its characters on."""

    def __init__(self, message: Message, hint: Message | None = None, at: int = 0):
        super().__init__(message)
        self.message, self.hint, self.at = message, hint, at


class Parts(NamedTuple):
    """Of an address. domain: in small letters and A-labels."""

    local: str
    domain: str

    @property
    def same(self) -> str:
        """Equal for two addresses that differ in nothing but capitals and full-width characters."""
        return f"{unicodedata.normalize('NFKC', self.local).casefold()}@{self.domain}"

    @property
    def written(self) -> str:
        """As it travels: of a local part that is no dot-atom (a..b@, as Japanese carriers gave out), in quotes."""
        local = f'"{self.local}"' if re.search(r"^\.|\.\.|\.$", self.local) else self.local
        return f"{local}@{self.domain}"


def parts_of(address: str) -> Parts:
    """Raises Unfit."""
    if found := re.search(f"[{STEERING}]", address):
        raise Unfit(message("control-character", code=ord(found[0])), at=found.start())
    if found := re.search(r"^\s+|\s+$", address):
        raise Unfit(message("address-space-at-end"), at=found.start())
    plain = unicodedata.normalize("NFKC", address)
    if plain != address and plain.isascii():
        raise Unfit(message("address-wide", address=address), message("write-instead", text=plain))
    if found := re.search(r'[\s()<>\[\]:;,\\"]|=\?', address):
        raise Unfit(message("address-sign", sign=found[0], address=address), at=found.start())
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain or "@" in local:
        raise Unfit(message("address-wrong", address=address))
    if len(local.encode()) > LONGEST_LOCAL:
        raise Unfit(message("address-long", most=LONGEST_LOCAL))
    if found := re.search(r"[^A-Za-z0-9.!#$%&'*+/=?^_`{|}~\u00a0-\U0010ffff-]", local):
        raise Unfit(message("address-sign", sign=found[0], address=address), at=found.start())
    return Parts(local, _domain(domain, len(local) + 1))


def _domain(domain: str, at: int) -> str:
    """As A-labels. at: where it begins in the address."""
    if found := re.search(f"[{CHANGED}]", domain):
        raise Unfit(message("domain-changed", sign=found[0]), at=at + found.start())
    try:
        ascii = domain.encode("idna").decode().lower()
    except UnicodeError:
        raise Unfit(message("domain-wrong", domain=domain), at=at) from None
    labels = ascii.split(".")
    if len(labels) < 2 or len(ascii) > LONGEST_DOMAIN or labels[-1].isdecimal() or not all(map(_is_label, labels)):
        raise Unfit(message("domain-wrong", domain=domain), at=at)
    return ascii


def _is_label(label: str) -> bool:
    return len(label) <= LONGEST_LABEL and re.fullmatch(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", label) is not None


def check_name(words: str) -> None:
    """Of a person or a body: in one line, without what steers the text around it or what a mail program would decode.
    Raises Unfit."""
    if found := re.search(f"[{STEERING}]", words):
        raise Unfit(message("control-character", code=ord(found[0])), at=found.start())
    if found := re.search(r"=\?[^?\s]*\?[bqBQ]\?", words):
        raise Unfit(message("name-encoded"), at=found.start())
    if len(words) > LONGEST_NAME:
        raise Unfit(message("name-long", most=LONGEST_NAME), at=LONGEST_NAME)


class _Cell(NamedTuple):
    text: str
    origin: Origin


def read_list(path: Path, report: Report) -> tuple[Recipient, ...]:
    """The recipients, in the order of the file; those that are not sound are left out, and told."""
    name = str(path)
    text = _text(path, report)
    if text is None or not check_characters(text, name, report):
        return ()
    rows = _rows(text, name, report)
    columns = _columns(next(rows, []), Origin(name), report)
    if columns is None:
        return ()
    found: list[Recipient] = []
    first: dict[str, Origin] = {}
    before = report.blocking
    for cells in rows:
        if any(cell.text.strip() for cell in cells[len(columns) :]):
            beyond = message("cells-beyond-columns", cells=len(cells), columns=len(columns))
            report.error(cells[len(columns)].origin, beyond)
        elif recipient := _recipient(dict(zip(columns, cells, strict=False)), cells[0].origin, first, report):
            found.append(recipient)
    if not found and report.blocking == before:
        report.error(Origin(name), message("list-of-nobody"))
    return tuple(found)


def _text(path: Path, report: Report) -> str | None:
    origin = Origin(str(path))
    if Folder(path.parent, report).find(path.name, origin, message("list-missing")) is None:
        return None
    try:
        data = path.read_bytes()
    except OSError as error:
        report.error(origin, message("file-unreadable", problem=Foreign(error.strerror)))
        return None
    if len(data) > LARGEST_FILE:
        report.error(origin, message("csv-too-large", size=LARGEST_FILE // 1024))
        return None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = message("list-cp932") if _is_cp932(data) else message("list-not-utf8")
        report.error(origin._replace(line=line), wrong)
        return None


def _is_cp932(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("cp932")
    except UnicodeDecodeError:
        return False


def _rows(text: str, name: str, report: Report) -> Iterator[list[_Cell]]:
    """Those with something in them. A cell is of one line, so that an open quote takes no rows with it."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip(", \t\u3000"):
            continue
        try:
            cells = next(csv.reader([line], strict=True))
        except csv.Error as error:
            behind = "expected after" in str(error)
            wrong = message("csv-behind-quote") if behind else message("csv-quote-open")
            report.error(Origin(name, number, _quote(line) + 1), wrong)
            continue
        starts = _starts(line)
        yield [_Cell(cell, Origin(name, number, at + 1)) for cell, at in zip(cells, starts, strict=True)]


def _starts(line: str) -> list[int]:
    """Where the text of each cell begins."""
    cells = re.finditer(r'(?:^|,)(?:("(?:[^"]|"")*")|[^,]*)', line)
    return [cell.start(1) + 1 if cell[1] else cell.end() - len(cell[0].removeprefix(",")) for cell in cells]


def _quote(line: str) -> int:
    """Where the last cell begins that opens with a quote."""
    return max((found.end() - 1 for found in re.finditer(r'(?:^|,)"', line)), default=0)


def _columns(head: list[_Cell], origin: Origin, report: Report) -> list[str] | None:
    """The names of the columns, in any order; None after an error."""
    before = report.blocking
    names = [cell.text.strip() for cell in head]
    while names and not names[-1]:
        names.pop()
    for cell, name in zip(head, names, strict=False):
        if name not in COLUMNS:
            report.error(cell.origin, message("column-unknown", name=name), did_you_mean(name.lower(), COLUMNS))
        elif names.index(name) < head.index(cell):
            report.error(cell.origin, message("column-twice", name=name))
    if report.blocking > before:
        return None
    if "address" not in names:
        report.error(origin, message("column-missing", name="address"), message("list-head"))
    elif not {"name", "organisation"} & {*names}:
        report.error(origin, message("column-missing", name="name"), message("list-head"))
    return names if report.blocking == before else None


def _recipient(row: dict[str, _Cell], origin: Origin, first: dict[str, Origin], report: Report) -> Recipient | None:
    """None after an error. first: where each address stood before."""
    before = report.blocking
    address = row.get("address") or _Cell("", origin)
    words = {column: _name(row[column], report) for column in ("name", "organisation", "honorific") if column in row}
    name, body = words.get("name", ""), words.get("organisation", "")
    if not name and not body:
        report.error(origin, message("recipient-nameless"))
    language, group = (_word(row.get(column), column, report) for column in ("language", "group"))
    try:
        parts = parts_of(address.text) if address.text.strip() else None
    except Unfit as wrong:
        report.error(_at(address, wrong.at), wrong.message, wrong.hint)
        _check_twice(unicodedata.normalize("NFKC", address.text).strip().casefold(), address.origin, first, report)
        return None
    if parts is None:
        report.error(address.origin, message("address-missing"))
        return None
    _check_twice(parts.same, address.origin, first, report)
    if report.blocking > before:
        return None
    polite = words.get("honorific") or ((PERSON if name else BODY) if language in ("", "ja") else "")
    return Recipient(
        name=name,
        organisation=body,
        honorific=polite,
        address=parts.written,
        language=language or "ja",
        group=group,
        origin=address.origin,
    )


def _check_twice(same: str, origin: Origin, first: dict[str, Origin], report: Report) -> None:
    if same in first:
        report.error(origin, message("address-twice", address=same, place=first[same]))
    first.setdefault(same, origin)


def _name(cell: _Cell, report: Report) -> str:
    words = unicodedata.normalize("NFC", cell.text.strip())
    try:
        check_name(words)
    except Unfit as wrong:
        report.error(_at(cell, wrong.at), wrong.message, wrong.hint)
    return words


def _word(cell: _Cell | None, column: str, report: Report) -> Name:
    """A language or a group, which knows its place."""
    word = Name(cell.text.strip() if cell else "")
    if cell:
        word.origin = cell.origin
    form = "[a-z]{2,3}" if column == "language" else r"\w[\w-]{0,39}"
    if word and not re.fullmatch(form, word):
        wrong = message("language-code-wrong", code=word) if column == "language" else message("group-wrong", name=word)
        report.error(word.origin, wrong)
    return word


def _at(cell: _Cell, offset: int) -> Origin:
    return cell.origin._replace(column=cell.origin.column + offset)
