"""The corridor: what an author wrote walks through once, room by room, and leaves as a PDF.

    load ─▶ resolve ─▶ structure, compose, paginate ─▶ paint, conform (targets.py, once per target) ─▶ deliver

In: a Wish, which names a brochure.yaml, and a Report. Out: pages (`lay_out`), files (`build`); all mistakes a stage can
find are in the report before the corridor stops with Failure. Messages name files as the path given names them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from report.artwork.charts import latest_years
from report.artwork.studio import Studio
from report.cache import NOTHING, Cache, folder_of
from report.content.grid import check_grid
from report.content.load import check_file, load
from report.content.model import Brochure
from report.content.resolve import check_uses, resolve
from report.content.structure import structure
from report.deliver.changes import settle
from report.deliver.files import write_whole
from report.deliver.targets import PRESSED, TARGETS, Job, Made, check_press, check_print
from report.figures.assembly import load_figures
from report.figures.checks import check_edition
from report.figures.format import fiscal_year, later, parse_year, year_like
from report.figures.model import Figures
from report.layout.formats import check_style
from report.layout.laid_out import LaidOut
from report.messages import Failure, Origin, Report, did_you_mean, failure, message
from report.source.folder import Folder
from report.style.sheet import StyleSheet, load_sheet

if TYPE_CHECKING:
    from report.figures.model import Figures
    from report.figures.roll import Rolled
    from report.mail.mailing import Post
    from report.paint.target import Metadata
    from report.style.font_facts import FontFacts

ALL = "all"  # of the targets, on the command line
FARTHEST = 5  # years ahead that a roll may go: editions come every few years at most
Step = Callable[[str], None]  # called with the name of each stage as it begins
Reading = Callable[[Brochure, Figures], None]


class Delivered(NamedTuple):
    file: Path
    made: Made


class Built(msgspec.Struct, frozen=True):
    """files: in the order of the targets. tables: of the printed figures."""

    files: tuple[Delivered, ...]
    laid: LaidOut
    tables: tuple[Path, ...]


class Wish(NamedTuple):
    """What is asked for: the brochure of a file, for a target (None: the brochure's own). cache: what earlier builds
    have made. year: a fiscal year to report on instead of the brochure's."""

    path: Path
    target: str | None = None
    cache: Cache = NOTHING
    year: int | None = None


def cache_for(path: Path, environment: Mapping[str, str]) -> Cache:
    """The cache of a brochure's file, where the environment says."""
    return Cache(folder_of(environment), os.path.abspath(path))


def lay_out(
    wish: Wish, report: Report, step: Step = lambda name: None, read: Reading = lambda written, figures: None
) -> LaidOut:
    """From YAML to pages. Raises Failure: whatever an author can get wrong is found here, before anything is painted.

    What can be looked at without what is broken is looked at, so that few rounds find all mistakes. read: looks at the
    brochure as it was written, and at the figures.
    """
    step("load")
    path, cache = wish.path, wish.cache
    settle(path.parent)
    check_file(path, report)
    report.check()
    brochure, remnants = load(path, report, cache)
    if brochure and wish.year:
        brochure = of_year(brochure, wish.year)
    before = report.blocking
    figures = load_figures(path.parent / "figures", report, cache, parse_year(brochure.year) if brochure else None)
    figures_are_sound = report.blocking == before
    if brochure and figures_are_sound:
        check_edition(figures, brochure.year, report)
    if figures_are_sound:
        check_uses(remnants, figures, report)
    if brochure is None:
        raise Failure(report.diagnostics)
    sheet = load_style(brochure, path, report, cache)
    if sheet:
        check_style(sheet, report)
        check_grid(brochure, sheet.page.columns, report)
        if PRESSED & set(targets(wish.target, brochure)):
            check_press(sheet, report, cache)

    step("resolve")
    if figures_are_sound:
        written = brochure
        brochure, uses = resolve(brochure, figures, report, latest_years(sheet) if sheet else {})
        read(written, figures)
    report.check(flaws=False)
    assert sheet

    step("compose")
    from report.conform.overlaps import check_overlaps
    from report.layout.hidden_text import Tagged, hide
    from report.layout.paginate import paginate
    from report.paint.inventory import check_glyphs

    tree = structure(brochure)
    hidden = hide(tree, sheet.fonts, report)
    pages, composed = paginate(brochure, sheet, Studio(path.parent, sheet, cache, report), report)
    check_glyphs(pages, hidden.values(), sheet.fonts, report)
    check_overlaps(pages, sheet, report)
    if report.failed:
        from report.messages.places import placed_among

        given = (*figures.singles.values(), *figures.runs.values())
        report.revise(lambda found: placed_among(written, given, found))
    report.check()
    return LaidOut(path.parent, brochure, sheet, pages, Tagged(tree, hidden), figures, uses, composed)


class NextYear(msgspec.Struct, frozen=True):
    """files: that changed. year, date: of the new edition, as brochure.yaml words them."""

    rolled: Rolled
    files: tuple[Path, ...]
    year: str
    date: str


def roll_year(wish: Wish, to: int, report: Report, date: str = "") -> NextYear:
    """Open a year: for every series and figure that continues, and in brochure.yaml. date: of the edition; "": its day
    of this year's. Raises Failure, or OSError."""
    from report.deliver.changes import write_together
    from report.figures.edits import written
    from report.figures.proof import check_files
    from report.figures.roll import roll
    from report.source.edits import Put, edited, value

    path = wish.path
    brochure, figures = load_figures_of(wish, report)
    now = parse_year(brochure.year)
    report.check()
    assert now
    if to < now:
        report.error(_place(brochure.year), message("roll-backwards", year=fiscal_year(to), now=brochure.year))
    elif to - now > FARTHEST:
        report.error(_place(brochure.year), message("roll-far", year=fiscal_year(to), now=brochure.year))
    report.check()
    rolled = roll(figures, to)
    year, day = year_like(to, brochure.year), date or later(brochure.date, to - now)
    edits = [Put(("year",), value(year)), Put(("date",), day)]
    old = path.read_bytes()
    new = edited(old, edits)
    files = written(figures, rolled.opened, report) | ({path: new} if new != old else {})
    report.check()
    check_files(path.parent / "figures", files, to, report)
    write_together(files, path.parent)
    return NextYear(rolled, tuple(files), year, day)


def load_figures_of(wish: Wish, report: Report) -> tuple[Brochure, Figures]:
    """A brochure and the figures of its data, of which the brochure's year counts. Raises Failure."""
    path, cache = wish.path, wish.cache
    settle(path.parent)
    check_file(path, report)
    report.check()
    brochure, _ = load(path, report, cache)
    report.check()
    assert brochure
    year = wish.year or parse_year(brochure.year)
    if year is None:
        report.error(_place(brochure.year), message("year-wrong", year=brochure.year))
    figures = load_figures(path.parent / "figures", report, cache, year)
    report.check()
    return brochure, figures


def build(wish: Wish, output: Path, report: Report, step: Step = lambda name: None) -> Built:
    """From YAML to files in the folder `output`: laid out once, painted for each target.

    Raises Failure, or OSError if a file cannot be written.
    """
    try:
        laid = lay_out(wish, report, step)
        job = Job(laid, metadata(laid.brochure), wish.cache, report)
        files: list[Delivered] = []
        stem = _stem(laid.brochure, wish)
        for name in targets(wish.target, laid.brochure):
            step("paint")
            made = job.make(name)
            step("deliver")
            file = output / f"{stem}.{name}.pdf"
            write_whole(file, made.content)
            files.append(Delivered(file, made))
        from report.deliver.printed_table import tables

        table = tables(job.record, wish.cache)
        beside = {output / f"{stem}.figures.csv": table.csv, output / f"{stem}.figures.xlsx": table.xlsx}
        for file, content in beside.items():
            write_whole(file, content)
        return Built(tuple(files), laid, tuple(beside))
    finally:
        wish.cache.keep()


def mailing(wish: Wish, output: Path, clock: Callable[[], str], report: Report, group: str | None = None) -> Post:
    """The letters of a brochure's screen file that lies in the folder `output`, to a group or to all of the list. The
    file goes as it is. clock: tells the date of a letter. Raises Failure."""
    from report.conform.cover import front
    from report.mail.addresses import FILE, read_list
    from report.mail.config import load_config
    from report.mail.lexicon import Enclosed, Matter
    from report.mail.mailing import chosen_of, prepare
    from report.mail.templates import load_templates

    data = wish.path.parent
    config, templates = load_config(data / "mail", report), load_templates(data / "mail", report)
    recipients = read_list(data / FILE, report)
    of_content = Report()  # so that what is wrong with both is told at once
    try:
        brochure, figures = load_figures_of(wish, of_content)
    except Failure as wrong:
        report.add(wrong.diagnostics)
    report.check()
    report.add(of_content.diagnostics)
    assert config
    path = output / f"{_stem(brochure, wish)}.screen.pdf"
    file = Origin(str(path), 0)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise failure(file, message("mail-file-missing")) from None
    found = front(content)
    if found is None:
        raise failure(file, message("mail-file-wrong"))
    if newer := _newer(data, path):
        report.warning(file, message("mail-file-older", file=newer))
    edition = of_year(brochure, wish.year) if wish.year else brochure
    matter = Matter(edition, figures, Enclosed(file, content, found))
    return prepare(config, templates, matter, chosen_of(recipients, group, report), clock, report)


def _newer(data: Path, file: Path) -> Path | None:
    """A file of the brochure's content or style that was changed after the PDF."""
    made = file.stat().st_mtime
    folders = [data / name for name in ("sections", "figures", "pictures", "icons")]
    files = [data / "brochure.yaml", *(each for folder in folders for each in sorted(folder.rglob("*")))]
    return next((each for each in files if each.is_file() and each.stat().st_mtime > made), None)


def of_year(brochure: Brochure, year: int) -> Brochure:
    """As the edition of another year: on the same day of it, the year written in the same way."""
    now = parse_year(brochure.year)
    date = later(brochure.date, year - now) if now is not None else brochure.date
    return msgspec.structs.replace(brochure, year=year_like(year, brochure.year), date=date)


def _stem(brochure: Brochure, wish: Wish) -> str:
    """What the names of a brochure's files begin with."""
    return brochure.id if wish.year is None else f"{brochure.id}-{wish.year}"


def check(wish: Wish, report: Report, step: Step = lambda name: None) -> LaidOut:
    """All that `build` would find wrong, and what no build needs: type that stands out too little from its ground,
    words that an editor would mark. (Those of another year's edition stay as they are.) Raises Failure."""
    from report.conform.contrast import check_contrast
    from report.paint.embed import check_subsets

    def read(written: Brochure, figures: Figures) -> None:
        from report.proofreading import proofread

        if wish.year is None:
            proofread(wish.path, written, figures, report, wish.cache)

    try:
        laid = lay_out(wish, report, step, read)
        check_contrast(laid.pages, laid.sheet.palette, laid.sheet.fonts, report)
        check_subsets(laid.pages, laid.tagged.hidden.values(), laid.sheet.fonts, wish.cache, report)
        if PRESSED & set(targets(wish.target, laid.brochure)):
            check_print(Job(laid, metadata(laid.brochure), wish.cache, report))
        report.check()
        return laid
    finally:
        wish.cache.keep()


def load_style(brochure: Brochure, path: Path, report: Report, cache: Cache = NOTHING) -> StyleSheet | None:
    """The brochure's style sheet: `styles/` and `fonts/` lie beside the folder of brochure.yaml."""
    styles = Folder(Path(os.path.normpath(path.parent / ".." / "styles")), report)
    unknown = message("style-unknown", name=brochure.style, folder=styles.path)
    file = styles.find(brochure.style, _place(brochure.style), unknown, styles.names(".yaml"))
    sheet = file and load_sheet(file, styles.path.parent / "fonts", report, cache=cache)
    if sheet is None:
        return None
    for field in brochure.fields:
        if field.colour not in sheet.palette.families:
            unknown = message("colours-unknown", colour=field.colour)
            report.error(_place(field.colour), unknown, did_you_mean(field.colour, sheet.palette.families))
    report.add(sheet.fonts.refusals())
    return sheet


def metadata(brochure: Brochure) -> Metadata:
    """What the file says of itself."""
    from report.paint.target import Metadata

    return Metadata(
        title=brochure.title.plain,
        author=brochure.publisher.plain,
        subject=brochure.subject.plain if brochure.subject else "",
        keywords=", ".join(brochure.keywords),
        language=brochure.language,
        created=brochure.date,
    )


def targets(target: str | None, brochure: Brochure) -> tuple[str, ...]:
    """Those asked for; None: the brochure's own."""
    return tuple(TARGETS) if target == ALL else (target,) if target else brochure.targets


def faces(path: Path, report: Report) -> list[FontFacts]:
    """What the faces of a brochure's style say about themselves. Raises Failure."""
    from report.style.font_facts import describe

    check_file(path, report)
    report.check()
    brochure, _ = load(path, report)
    sheet = brochure and load_style(brochure, path, report)
    report.check()
    assert sheet
    return [describe(sheet.fonts.face(name)) for name in sheet.fonts.names]


def _place(word: str) -> Origin | None:
    return getattr(word, "origin", None)
