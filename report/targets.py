"""What a brochure is delivered as: a row for each target, from the same pages.

In: a Laid brochure. Out: the bytes of a file, and for print files what a prepress desk finds in it. Like the pipeline
it sees all rooms. A target that is made of another's file has that made first, once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from report.artwork.photos import PLAIN
from report.diagnostics import Origin, Report, did_you_mean
from report.figures.format import parse_date, wareki
from report.page import Image, Page, Raster
from report.paint.target import PRINT, SCREEN
from report.units import MM

if TYPE_CHECKING:
    from report.conform.preflight.finding import Finding
    from report.paint.metadata import Metadata
    from report.pipeline import Laid

STAGES = {"proof": "校正", "final": "下版"}


class Made(msgspec.Struct, frozen=True):
    """findings: of the desk, in print files."""

    content: bytes
    findings: tuple[Finding, ...] = ()


class Job:
    """One brochure being delivered; mistakes go to the report. Raises Failure where a target cannot be made."""

    def __init__(self, laid: Laid, about: Metadata, report: Report):
        self.laid, self.about, self.report = laid, about, report
        self._made: dict[str, Made] = {}

    def make(self, name: str) -> Made:
        if name not in self._made:
            self._made[name] = TARGETS[name](self)
        return self._made[name]


def screen(job: Job) -> Made:
    """To be sent and put on the web: PDF/UA-1 and PDF/A-2a."""
    from report.conform.screen import finish
    from report.paint.canvas import paint

    laid, sheet = job.laid, job.laid.sheet
    painted = paint(laid.pages, sheet.palette, sheet.fonts, SCREEN, job.about, laid.structure)
    return Made(finish(painted, job.about))


def press(job: Job) -> Made:
    """For the printer: PDF/X-4, looked at as the printer will."""
    from report.conform.printing import finish
    from report.paint.canvas import paint
    from report.paint.marks import marked, room
    from report.pipeline import print_findings

    laid, sheet = job.laid, job.laid.sheet
    profile = _profile(job)
    _check_inks(job)
    job.report.check()
    pages = marked(laid.pages, sheet.print, sheet.fonts, lambda page: _slug(page, laid))
    target = msgspec.structs.replace(PRINT, room=room(sheet.print))
    painted = paint(pages, sheet.palette, sheet.fonts, target, job.about, develop=_developer(job, profile))
    job.report.check()
    content = finish(painted, job.about, profile)
    return Made(content, print_findings(content, laid))


def booklet(job: Job) -> Made:
    """The print file on saddle-stitch sheets, for the press or for a proof to fold."""
    from report.conform.imposition import Booklet, impose

    style = job.laid.sheet.print
    plan = Booklet(binding=job.laid.brochure.binding, thickness=style.paper / MM, marks=style.marks)
    return Made(impose(job.make("print").content, plan))


def office(job: Job) -> Made:
    """The screen file on sheets of A3 for an office printer, without marks."""
    from report.conform.imposition import Booklet, impose

    plan = Booklet(binding=job.laid.brochure.binding, thickness=job.laid.sheet.print.paper / MM, office=True)
    return Made(impose(job.make("screen").content, plan))


TARGETS: dict[str, Callable[[Job], Made]] = {"screen": screen, "print": press, "booklet": booklet, "office": office}


def _profile(job: Job) -> bytes:
    """The press's profile, from styles/icc/. Errors stand where the style names it."""
    from report.conform.profile import read_profile

    name = job.laid.sheet.print.profile
    folder = Path(job.laid.sheet.file).parent / "icc"
    origin = getattr(name, "origin", Origin(job.laid.sheet.file))
    known = sorted(file.name for file in folder.glob("*.ic[cm]"))
    if name not in known:
        hint = did_you_mean(name, known) or f"put the profile into {folder}"
        job.report.error(origin, f'no profile "{name}" in {folder}', hint)
        job.report.check()
    data = (folder / name).read_bytes()
    found = read_profile(data)
    if found is None or not found.is_press:
        kind = f"{found.device} {found.space}" if found else "no ICC profile"
        job.report.error(origin, f'"{name}" is not the profile of a press ({kind})', "take an output profile of CMYK")
        job.report.check()
    return data


def _check_inks(job: Job) -> None:
    """No ink alone takes more than the press can dry."""
    palette, limit = job.laid.sheet.palette, job.laid.sheet.print.coverage
    for ink in palette.inks:
        if not ink.spot and ink.coverage > limit + 1e-6:
            message = f'the ink "{ink.name}" takes {ink.coverage:.0f} %, the press {limit:g} %'
            hint = "lower its parts, those of cyan, magenta and yellow first"
            job.report.error(palette.places.get(ink.name), message, hint)


def _developer(job: Job, profile: bytes) -> Callable[[Image], Raster]:
    """Photos as the style wants them: in the press's inks, or in sRGB that says so."""
    style, studio = job.laid.sheet.print, job.laid.studio
    keep = style.photos == "keep"
    order = PLAIN._replace(profile=None if keep else profile, tagged=keep, coverage=style.coverage)

    def develop(image: Image) -> Raster:
        return studio.pictures.for_press(image, style.resolution, order) or image.data

    return develop


def _slug(page: Page, laid: Laid) -> tuple[str, str]:
    """Title, page, date, 校正 or 下版; and the provisional figures."""
    from report.content.markup import plain_text

    brochure = laid.brochure
    date = parse_date(brochure.date)
    parts = [
        plain_text(brochure.title),
        f"{page.label}／{len(laid.pages)}ページ",
        wareki(date) if date else brochure.date,
        STAGES[brochure.stage],
    ]
    runs = laid.studio.figures.runs
    ids = dict.fromkeys(use.id.partition("[")[0] for use in laid.provisional)
    names = [runs[id_].name if id_ in runs and runs[id_].name else id_ for id_ in ids]
    return "　".join(parts), f"仮の値 {len(names)}件：{'、'.join(names)}" if names else ""
