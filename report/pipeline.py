"""The corridor: what an author wrote walks through once, room by room, and leaves as a PDF.

    load ─▶ resolve ─▶ compose, paginate ─▶ paint, conform (targets.py, once per target) ─▶ deliver

In: the path of a brochure.yaml and a Report. Out: pages (`lay_out`), bytes (`build`); all mistakes a stage can find
are in the report before the corridor stops with Failure. Names of files in messages are as the path given names them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from report.artwork.studio import Studio
from report.cache import NOTHING, Cache, folder_of
from report.content.grid import check_grid
from report.content.load import check_file, load
from report.content.model import Brochure
from report.content.structure import structure
from report.deliver.files import write_whole
from report.diagnostics import Failure, Origin, Report, did_you_mean
from report.figures.assembly import load_figures
from report.figures.resolve import check_uses, resolve
from report.formats import check_style
from report.laid import Laid
from report.page import Destination, Page
from report.paint.spoken import check_spoken
from report.style.sheet import StyleSheet, load_sheet
from report.targets import PRESSED, TARGETS, Job, Made, check_press

if TYPE_CHECKING:
    from report.compose.evenness import Composed, Evenness
    from report.paint.metadata import Metadata
    from report.style.font_facts import FontFacts

ALL = "all"  # of the targets, on the command line
Step = Callable[[str], None]  # is told the name of each stage as it begins


class Delivered(NamedTuple):
    file: Path
    made: Made


class Built(msgspec.Struct, frozen=True):
    """files: in the order of the targets."""

    files: tuple[Delivered, ...]
    laid: Laid


def lay_out(
    path: Path, environment: Mapping[str, str], report: Report, step: Step, composed: list[Composed] | None = None
) -> Laid:
    """From YAML to pages. environment: says where the cache lies. composed: takes down what text was composed.

    Raises Failure. What can be looked at without what is broken is looked at, so that few rounds find all mistakes.
    """
    step("load")
    cache = Cache(folder_of(environment))
    remnants: list[Any] = []
    check_file(path, report)
    report.check()
    figures = load_figures(path.parent / "figures", report, cache=cache)
    figures_are_sound = not report.failed
    brochure = load(path, report, remnants, cache)
    if figures_are_sound:
        check_uses(remnants, figures, report)
    if brochure is None:
        raise Failure(report.diagnostics)
    sheet = load_style(brochure, path, report, cache)
    if sheet:
        check_style(sheet, report)
        check_grid(brochure, sheet.page.columns, report)

    step("resolve")
    if figures_are_sound:
        brochure, provisional = resolve(brochure, figures, report)
    report.check()
    assert sheet

    step("compose")
    from report.paginate import paginate

    studio = Studio(path.parent, sheet, figures, cache, report)
    pages = paginate(brochure, sheet, studio, report, composed)
    said = structure(brochure, studio.describe, report)
    check_spoken(said, sheet.fonts, report)
    report.check()
    return Laid(brochure, sheet, pages, said, provisional, studio)


def build(
    path: Path, target: str | None, output: Path, environment: Mapping[str, str], report: Report, step: Step
) -> Built:
    """From YAML to files in the folder `output`: laid out once, painted for each target (None: the brochure's own).

    Raises Failure, or OSError if a file cannot be written.
    """
    laid = lay_out(path, environment, report, step)
    job = Job(laid, metadata(laid.brochure), report)
    files: list[Delivered] = []
    for name in targets(target, laid.brochure):
        step("paint")
        made = job.make(name)
        step("deliver")
        file = output / f"{laid.brochure.id}.{name}.pdf"
        write_whole(file, made.content)
        files.append(Delivered(file, made))
    return Built(tuple(files), laid)


def load_style(brochure: Brochure, path: Path, report: Report, cache: Cache = NOTHING) -> StyleSheet | None:
    """The brochure's style sheet: `styles/` and `fonts/` lie beside the folder of brochure.yaml."""
    project = Path(os.path.normpath(path.parent / ".."))
    styles = project / "styles"
    if brochure.style not in (known := sorted(file.name for file in styles.glob("*.yaml"))):
        near = did_you_mean(brochure.style, known)
        report.error(_place(brochure.style), f'no style "{brochure.style}" in {styles}', near)
        return None
    sheet = load_sheet(styles / brochure.style, project / "fonts", report, cache=cache)
    if sheet is None:
        return None
    for field in brochure.fields:
        if field.colour not in sheet.palette.families:
            near = did_you_mean(field.colour, sheet.palette.families)
            report.error(_place(field.colour), f'the style has no colours "{field.colour}"', near)
    for refusal in sheet.fonts.refusals():
        report.error(refusal.origin, refusal.message, refusal.hint)
    return sheet


def metadata(brochure: Brochure) -> Metadata:
    """What the file says of itself."""
    from report.content.markup import plain_text
    from report.paint.metadata import Metadata

    return Metadata(
        title=plain_text(brochure.title),
        author=plain_text(brochure.publisher),
        subject=plain_text(brochure.subject) if brochure.subject else "",
        keywords=", ".join(brochure.keywords),
        language=brochure.language,
        created=brochure.date,
    )


def look_closely(laid: Laid, target: str | None, report: Report) -> None:
    """What an author wants to hear before a build: of print targets, a press that is none, an ink that it cannot dry;
    and what no build needs: type that stands out too little from its ground. Raises Failure."""
    from report.conform.contrast import check_contrast

    check_contrast(laid.pages, laid.sheet.palette, laid.sheet.fonts, report)
    if PRESSED & set(targets(target, laid.brochure)):
        check_press(laid.sheet, report)


def targets(target: str | None, brochure: Brochure) -> tuple[str, ...]:
    """Those asked for; None: the brochure's own."""
    return tuple(TARGETS) if target == ALL else (target,) if target else brochure.targets


def evenness_of(composed: list[Composed], laid: Laid) -> Evenness:
    """How many lines of the text had to be opened wide."""
    from report.compose.evenness import evenness

    return evenness(composed, laid.sheet.fonts)


def headings(page: Page) -> tuple[str, ...]:
    """The sections and topics that begin on a page."""
    return tuple(item.title for item in page.items if isinstance(item, Destination) and item.level)


def faces(path: Path, report: Report) -> list[FontFacts]:
    """What the faces of a brochure's style say about themselves. Raises Failure."""
    from report.style.font_facts import describe

    check_file(path, report)
    report.check()
    brochure = load(path, report)
    sheet = brochure and load_style(brochure, path, report)
    report.check()
    assert sheet
    return [describe(sheet.fonts.face(name)) for name in sheet.fonts.names]


def _place(word: str) -> Origin | None:
    return getattr(word, "origin", None)
