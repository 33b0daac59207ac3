"""What a brochure is delivered as: a row for each target, from the same pages.

In: a LaidOut brochure. Out: the bytes of a file, and for print files what preflight finds in it. Like the pipeline it
sees all rooms. A target that is made of another's file has that made first, once.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from report.artwork.colours import is_of_a_press, pressed
from report.artwork.photos import PLAIN
from report.artwork.studio import Studio
from report.cache import Cache, key_of
from report.messages import Message, Origin, Report, message
from report.page import Image, Page, Raster
from report.paint.target import PRINT, SCREEN, Develop
from report.source.folder import Folder
from report.style.palette import Ink
from report.style.sheet import StyleSheet
from report.units import MM

if TYPE_CHECKING:
    from report.conform.preflight.finding import Finding
    from report.deliver.prepress import Prepress
    from report.layout.laid_out import LaidOut
    from report.paint.target import Metadata


LARGEST_PROFILE = 32_000_000  # bytes; those of presses have some 3 MB


class Made(msgspec.Struct, frozen=True):
    """findings: of the desk; None for a file that it does not look at. sides: of sheets; 0 for a file of pages."""

    content: bytes
    findings: tuple[Finding, ...] | None = None
    sides: int = 0


class Job:
    """One brochure being delivered; mistakes go to the report. Raises Failure where a target cannot be made."""

    def __init__(self, laid: LaidOut, about: Metadata, cache: Cache, report: Report):
        self.laid, self.about, self.cache, self.report = laid, about, cache, report
        self._made: dict[str, Made] = {}

    @functools.cached_property
    def record(self) -> bytes:
        """What the brochure prints, and where, as JSON."""
        from report.record.kept import kept_record

        return kept_record(self.laid, self.cache)

    def make(self, name: str) -> Made:
        if name not in self._made:
            self._made[name] = TARGETS[name](self)
        return self._made[name]


def screen(job: Job) -> Made:
    """To be sent and put on the web: PDF/UA-1 and PDF/A-2a."""
    from report.paint.canvas import paint

    laid, sheet = job.laid, job.laid.sheet
    painted = paint(laid.pages, sheet.palette, sheet.fonts, SCREEN, job.about, laid.tagged, job.cache)
    key = key_of(painted, repr(job.about), job.record)
    finished = job.cache.get("screen", key, bytes)
    if finished is None:
        from report.conform.screen import finish

        finished = job.cache.put("screen", key, finish(painted, job.about, job.record))
    return Made(finished)


def press(job: Job) -> Made:
    """For the printer: PDF/X-4, looked at as the printer will."""
    from report.paint.marks import marked

    laid, sheet = job.laid, job.laid.sheet
    desk = _desk(job)
    content = _for_press(job, marked(laid.pages, sheet, desk.page_slug))
    return Made(content, desk.findings(content))


def booklet(job: Job) -> Made:
    """The pages on saddle-stitch sheets, for the press or for a proof to fold."""
    from report.conform.booklet.imposition import Booklet, impose
    from report.paint.marks import marked, room

    laid, sheet = job.laid, job.laid.sheet
    desk = _desk(job)
    marks = marked(desk.sides, sheet, desk.side_slug, folded=True)
    thickness = sheet.print.paper / MM
    plan = Booklet(binding=laid.brochure.binding, thickness=thickness, marked=True, room=room(sheet.print))
    content = impose(_for_press(job, (*laid.pages, *marks)), plan)
    return Made(content, desk.findings_on_sheets(content), len(desk.sides))


def office(job: Job) -> Made:
    """The screen file on sheets of A3 for an office printer, without marks."""
    from report.conform.booklet.folding import sides
    from report.conform.booklet.imposition import Booklet, impose

    laid = job.laid
    plan = Booklet(binding=laid.brochure.binding, thickness=laid.sheet.print.paper / MM, office=True)
    return Made(impose(job.make("screen").content, plan), sides=sides(len(laid.pages)))


TARGETS: dict[str, Callable[[Job], Made]] = {"screen": screen, "print": press, "booklet": booklet, "office": office}
PRESSED = {"print", "booklet"}  # those that a press prints


def _desk(job: Job) -> Prepress:
    from report.deliver.prepress import Prepress

    desk = Prepress(job.laid)
    desk.check_slug(job.report)
    job.report.check()
    return desk


def _for_press(job: Job, pages: Sequence[Page]) -> bytes:
    """Pages, with or without marks, as PDF/X-4."""
    from report.conform.printing import finish
    from report.paint.canvas import paint
    from report.paint.marks import room

    sheet = job.laid.sheet
    profile = press_profile(sheet, job.report)
    assert profile
    target = msgspec.structs.replace(
        PRINT, room=room(sheet.print), colour=_pressed(profile, sheet.print.coverage), develop=_developer(job, profile)
    )
    painted = paint(pages, sheet.palette, sheet.fonts, target, job.about, cache=job.cache)
    job.report.check()
    return finish(painted, job.about, profile, job.record)


def _pressed(profile: bytes, coverage: float) -> Callable[[Ink], tuple[float, ...]]:
    """Inks as the press has them; the colours that drawings keep are converted as photos are."""

    @functools.cache
    def kept(rgb: tuple[float, float, float]) -> tuple[float, ...]:
        return pressed(rgb, profile, coverage)

    return lambda ink: kept(ink.rgb) if ink.is_kept else ink.cmyk


def check_press(sheet: StyleSheet, report: Report, cache: Cache) -> None:
    """An error where the press's profile is none or damaged, or where an ink alone is more than the press can dry."""
    profile = press_profile(sheet, report)
    if profile is not None and (wrong := _wrong_profile(sheet.print.profile, profile, cache)):
        report.error(_named(sheet), wrong)
    _check_inks(sheet, report)


def press_profile(sheet: StyleSheet, report: Report) -> bytes | None:
    """The press's profile, from styles/icc/. Errors stand where the style names it."""
    name = sheet.print.profile
    folder = Folder(Path(sheet.file).parent / "icc", report, shared=True)
    missing = message("press-profile-missing", name=name, folder=folder.path)
    path = folder.find(name, _named(sheet), missing, folder.names(".icc", ".icm"))
    if path is None:
        return None
    with open(path, "rb") as file:
        data = file.read(LARGEST_PROFILE + 1)
    if len(data) > LARGEST_PROFILE:
        problem = message("profile-too-large", most=LARGEST_PROFILE // 1_000_000)
        report.error(_named(sheet), message("press-profile-unfit", name=name, problem=problem))
        return None
    return data


def _named(sheet: StyleSheet) -> Origin:
    """Where the style names its profile."""
    return getattr(sheet.print.profile, "origin", Origin(sheet.file))


def _wrong_profile(name: str, data: bytes, cache: Cache) -> Message | None:
    from report.conform.profile import read_profile, unfit

    found = read_profile(data)
    if found is None or not found.is_press:
        kind = found.kind if found else message("no-icc-profile")
        return message("press-profile-wrong", name=name, kind=kind)
    problem = unfit(data)
    if problem is None and not _converts(data, cache):
        problem = message("profile-converts-wrong")
    return problem and message("press-profile-unfit", name=name, problem=problem)


def _converts(profile: bytes, cache: Cache) -> bool:
    key = key_of(profile)
    found = cache.get("press", key, bool)
    return cache.put("press", key, is_of_a_press(profile)) if found is None else found


def _check_inks(sheet: StyleSheet, report: Report) -> None:
    """No ink alone takes more than the press can dry."""
    palette, limit = sheet.palette, sheet.print.coverage
    for ink in palette.inks:
        if not ink.spot and ink.coverage > limit + 1e-6:
            wet = message("ink-beyond-limit", name=ink.name, ink=ink.coverage, limit=limit)
            report.error(palette.places.get(ink.name), wet)


def check_print(job: Job) -> None:
    """An error for what only a press file needs and cannot be made: a word of the slug, a photo as a press takes it."""
    _desk(job)
    develop = _developer(job, press_profile(job.laid.sheet, job.report) or b"")
    for page in job.laid.pages:
        for item in page.items:
            if isinstance(item, Image):
                develop(item)


def _developer(job: Job, profile: bytes) -> Develop:
    """Photos as the style wants them: in the press's inks, or in their own colours."""
    style = job.laid.sheet.print
    pictures = Studio(job.laid.data, job.laid.sheet, job.cache, job.report).pictures
    order = PLAIN._replace(profile=profile, kept=style.photos == "keep", coverage=style.coverage)

    def develop(image: Image) -> Raster:
        return pictures.for_press(image, style.resolution, order) or image.data

    return develop
