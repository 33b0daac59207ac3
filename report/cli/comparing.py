"""`report diff`: editions are opened, compared, and what differs is written in the forms that were asked for.

In: what names either edition: a project's folder or file, a revision of its repository, a finished PDF of ours; after
an @ the fiscal year of it. Out: what there is to say on standard output, and the files. Nothing is painted but for
pictures of the pages that changed, or for marks.
"""

from __future__ import annotations

import contextlib
import functools
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from report.cli.usage import BROCHURE
from report.deliver.files import write_whole
from report.difference import Difference
from report.difference.compare import compare
from report.messages import Diagnostic, Failure, Origin, Report, failure, message
from report.pipeline import Wish, cache_for, lay_out
from report.record.model import Record

if TYPE_CHECKING:
    from report.difference.telling import Sought
    from report.units import Rect

BEGIN = b"%PDF-"
TARGET = "screen"  # that pages are shown of


class Outputs(NamedTuple):
    json: bool = False
    html: Path | None = None
    pdf: Path | None = None


class Side(NamedTuple):
    """An edition. content: makes or reads its PDF."""

    name: str
    record: Record
    content: Callable[[], bytes]


class Asked(NamedTuple):
    """name: as it was written. file: that it names, None for a revision. year: None for the edition's own."""

    name: str
    file: Path | None
    revision: str = ""
    path: str = ""
    year: int | None = None

    @property
    def project(self) -> Path | None:
        return self.file if self.file and not _is_pdf(self.file) else None


def differ(old: str, new: str, outputs: Outputs, report: Report) -> tuple[bool, str]:
    """Whether there is a difference, and what there is to say of it. Raises Failure, or OSError."""
    asked = [_asked(name) for name in (old, new)]
    with tempfile.TemporaryDirectory(prefix="report-") as folder:
        sides: list[Side] = []
        for number, one in enumerate(asked):
            project = one.project or asked[1 - number].project or BROCHURE
            with _kept(report):
                sides.append(_opened(one, project, Path(folder, str(number))))
        report.check()
        difference = compare(*(side.record for side in sides))
        return bool(difference), "\n".join(_written(difference, sides, outputs))


@contextlib.contextmanager
def _kept(report: Report) -> Iterator[None]:
    """Mistakes of one edition wait for those of the other."""
    try:
        yield
    except Failure as failed:
        report.add(failed.diagnostics)


def _asked(name: str) -> Asked:
    """What was written, taken apart. A file or a folder of that name comes before a revision. Raises Failure."""
    from report.figures.format import parse_year

    head, _, tail = name.rpartition("@")
    year = parse_year(tail) if head and not os.path.exists(name) else None
    rest = head if year else name
    path = Path(rest)
    if path.is_dir():
        found = next((file for end in ("", "data") if (file := path / end / BROCHURE.name).is_file()), None)
        if found is None:
            raise failure(None, message("project-missing", folder=path))
        return Asked(name, found, year=year)
    if path.is_file() or (path.suffix.lower() in (".pdf", ".yaml") and ":" not in rest):
        return Asked(name, path, year=year)
    revision, _, inside = rest.partition(":")
    return Asked(name, None, revision, inside, year)


def _is_pdf(file: Path) -> bool:
    if not file.is_file():
        return file.suffix.lower() == ".pdf"
    with open(file, "rb") as opened:
        return BEGIN in opened.read(1024)


def _opened(asked: Asked, project: Path, folder: Path) -> Side:
    """folder: where a revision is taken out to. Raises Failure."""
    if asked.file and _is_pdf(asked.file):
        return _of_pdf(asked)
    if asked.file:
        return _laid_out(asked.name, asked.file, asked.year, str(asked.file))
    from report.difference.revision import take_out

    folder.mkdir()
    taken = take_out(asked.revision, asked.path, project, folder)
    name = f"{asked.name}（{taken.commit} {taken.day}）"
    try:
        return _laid_out(name, taken.brochure, asked.year, f"{project}@revision")
    except Failure as failed:
        places = (f"{folder.resolve()}/", f"{folder}/")
        raise Failure(_renamed(each, places, f"{asked.revision}:") for each in failed.diagnostics) from None


def _of_pdf(asked: Asked) -> Side:
    from report.cli.pdf_tools import there
    from report.conform.record_stream import embedded

    assert asked.file
    file = there(asked.file)
    if asked.year:
        raise failure(Origin(str(file), 0), message("pdf-of-one-year"))
    record = embedded(file)
    if not _is_sound(record):
        raise failure(Origin(str(file), 0), message("record-broken"))
    return Side(asked.name, record, file.read_bytes)


def _is_sound(record: Record) -> bool:
    """What it says stands on pages that it has; nobody vouches for that of a file."""
    blocks, pages = {block.id for block in record.blocks}, range(1, len(record.pages) + 1)
    placed = all(each.page in pages for each in (*record.blocks, *record.printed))
    known = all(each.block in blocks for each in record.printed)
    return placed and known and all(page.width > 0 and page.height > 0 for page in record.pages)


def _laid_out(name: str, brochure: Path, year: int | None, book: str) -> Side:
    """book: of the cache. Raises Failure."""
    from report.record.kept import kept_record

    wish = Wish(brochure, TARGET, cache_for(Path(book), os.environ), year)
    report = Report()
    try:
        laid = lay_out(wish, report)
        record = msgspec.json.decode(kept_record(laid, wish.cache), type=Record)
    except Failure as failed:
        told = Diagnostic("error", None, message("edition-broken", name=name))
        raise Failure((*failed.diagnostics, told)) from None
    finally:
        wish.cache.keep()

    @functools.cache
    def content() -> bytes:
        from report.deliver.targets import Job
        from report.pipeline import metadata

        return Job(laid, metadata(laid.brochure), wish.cache, report).make(TARGET).content

    return Side(name, record, content)


def _renamed(value: Any, places: Iterable[str], by: str) -> Any:
    """A diagnostic, or a part of one, that names files where a revision was taken out to."""
    if isinstance(value, tuple):
        parts = [_renamed(each, places, by) for each in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if isinstance(value, str | Path):
        words = str(value)
        for place in places:
            words = words.replace(place, by)
        return words
    return value


def _written(difference: Difference, sides: list[Side], outputs: Outputs) -> Iterator[str]:
    from report.difference.as_json import as_json
    from report.difference.as_text import heading, in_words

    names = [side.name for side in sides]
    if outputs.json:
        yield as_json(difference, *names)
    else:
        yield from heading(difference, *names) if outputs.html or outputs.pdf else [in_words(difference, *names)]
    for file, made in ((outputs.html, _html), (outputs.pdf, _pdf)):
        if file:
            content = made(difference, sides)
            write_whole(file, content)
            if not outputs.json:
                yield f"{file}: {len(content) / 1000:,.0f} kB"


def _html(difference: Difference, sides: list[Side]) -> bytes:
    from report.conform.page_pictures import page_pictures
    from report.difference.as_html import Picture, Shown, page_of

    shown = []
    for side, of in zip(sides, ("old", "new"), strict=True):
        wanted = [page for each in difference.pages if (page := getattr(each, of))]
        content = side.content() if wanted else b""
        made = page_pictures(content, wanted, len(side.record.pages), side.name) if wanted else ()
        pictures = {each.page: Picture(each.content, "image/webp", each.size) for each in made}
        shown.append(Shown(side.name, side.record, pictures, _found(difference, side, content, of)))
    return page_of(difference, *shown).encode()


def _pdf(difference: Difference, sides: list[Side]) -> bytes:
    from report.conform.marked import marked
    from report.difference.marks import marks_of

    new = sides[1]
    content = new.content()
    marks = marks_of(difference, _found(difference, new, content, "new"))
    return marked(content, marks, len(new.record.pages), new.name)


def _found(difference: Difference, side: Side, content: bytes, of: str) -> dict[Sought, tuple[Rect, ...]]:
    """Where words that changed stand on the old or the new pages."""
    from report.conform.word_places import word_places
    from report.difference.telling import entries

    sought = {
        page: [each for entry in entries(difference, change) for each in getattr(entry, f"{of}_words")]
        for change in difference.pages
        if (page := getattr(change, of))
    }
    wanted = {page: words for page, words in sought.items() if words}
    return word_places(content, wanted, len(side.record.pages), side.name) if wanted else {}
