"""The desk: what there is to say of finished PDFs, of ours and of any other program's.

In: files. Out: findings, plates and what a screen reader says, as the command line tells them. It sees all rooms.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from report.deliver.files import write_whole
from report.messages import Origin, Report, did_you_mean, failure, message

if TYPE_CHECKING:
    from report.conform.preflight.finding import Finding, Profile
    from report.pipeline import Delivered


def inspect(file: Path, profile: Profile, sheets: bool = False, pictures: Path | None = None) -> tuple[Finding, ...]:
    """What a prepress desk finds in any PDF. sheets: its pages are sides of sheets that will be folded. pictures: a
    folder for a picture of each finding.

    Raises Failure for a file that is missing or no PDF, or OSError if one cannot be read or written.
    """
    from report.conform.plates.ink_limit import LIMIT
    from report.conform.preflight.finding import OF_SHEETS, Wishes
    from report.conform.preflight.frames import framed
    from report.conform.preflight.run import preflight

    content = there(file).read_bytes()
    wishes = Wishes(profile=profile, limit=LIMIT)
    findings = preflight(content, msgspec.structs.replace(wishes, **OF_SHEETS) if sheets else wishes, str(file))
    for name, picture in framed(content, findings, str(file)) if pictures else ():
        write_whole(pictures / name, picture)
    return findings


def preview_plates(file: Path, output: Path, page: int | None, dpi: float) -> tuple[str, ...]:
    """Every plate of a PDF, and its total coverage, as PNG files in a folder. page: one alone. What each page comes to.

    Raises Failure for a file that is missing, is no PDF or has no such page, or OSError.
    """
    from report.conform.plates.files import pictures

    told = []
    for picture in pictures(there(file).read_bytes(), file.stem, str(file), page, dpi):
        write_whole(output / picture.name, picture.content)
        told += [picture.told] if picture.told else []
    return tuple(told)


def there(file: Path) -> Path:
    """The file, if it is one; else Failure, with those that lie there."""
    if file.is_file():
        return file
    around = file if file.is_dir() else file.parent
    near = did_you_mean(file.name, (each.name for each in around.glob("*.pdf")))
    irregular = message("file-irregular", name=file.name) if file.exists() else message("file-missing")
    raise failure(Origin(str(file), 0), message("folder-not-pdf") if file.is_dir() else irregular, near)


def desk(files: Sequence[Delivered]) -> str:
    """Findings of a build as text, those of several files once, and a last line for each file. Remarks are left to
    `report preflight`; provisional figures every build lists."""
    looked_at = [(file, made.findings) for file, made in files if made.findings is not None]
    if not looked_at:
        return ""
    from report.conform.preflight.report_text import in_words, summary

    serious: dict[object, str] = {}
    for file, each in ((file, finding) for file, findings in looked_at for finding in findings):
        if each.check.severity != "info" and each.check.name != "provisional":
            of_file = "" if each.origin or each.page else f"{file}: "
            serious.setdefault((each.check.name, each.origin or each.page, each.detail), of_file + in_words(each))
    lasts = (f"{file}: preflight 入稿前検査: {summary(findings)}{_leaning(findings)}" for file, findings in looked_at)
    return "\n".join((*serious.values(), *lasts))


def _leaning(findings: Sequence[Finding]) -> str:
    count = sum(each.check.name == "provisional" for each in findings)
    warnings = "1 warning" if count == 1 else f"{count} warnings"
    said = f" ({warnings}: provisional figures, listed below 注意のうち{count}件は下の「仮の値」)"
    return said if count else ""


def worded(findings: Sequence[Finding], file: Path | None) -> str:
    """Findings as text that ends with what there is in the file, or, without a file, as JSON."""
    from report.conform.preflight.report_text import as_json, in_words, summary

    if file is None:
        return as_json(findings)
    return "\n".join((*map(in_words, findings), f"{file}: {summary(findings)}"))


def read_aloud(path: Path, tree: bool, page: int | None, report: Report) -> str:
    """What a screen reader says of any PDF, or its tags as YAML (tree); of one page, from 1. Raises Failure."""
    from report.conform.tagged.reading import reading
    from report.conform.tagged.tagtree import tag_tree
    from report.conform.tagged.tagyaml import tag_yaml

    tags = tag_tree(there(path))
    place = Origin(str(path), 0)
    for flaw in tags.flaws:
        report.warning(place, flaw.message)
    _check_page(place, page, tags.pages, report)
    return tag_yaml(tags, page) if tree else reading(tags, page)


def hindrances(path: Path, page: int | None, report: Report) -> list[str]:
    """What in a finished PDF a reader who cannot see it would miss, each in both languages; of one page, from 1, and of
    the file as a whole. Raises Failure."""
    from report.conform.accessibility import findings
    from report.conform.accessibility.report_text import in_words
    from report.conform.tagged.tagtree import opened

    if page is not None:
        with opened(there(path)) as pdf:
            _check_page(Origin(str(path), 0), page, len(pdf.pages), report)
    return [in_words(found) for found in findings(there(path)) if page is None or found.page in (0, page)]


def _check_page(place: Origin, page: int | None, pages: int, report: Report) -> None:
    """Raises Failure for a page beyond the last."""
    if page is not None and not 0 < page <= pages:
        count = message("one-page") if pages == 1 else message("pages", pages=pages)
        report.error(place, message("page-missing", page=page, pages=count))
    report.check()
