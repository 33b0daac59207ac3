"""Words are printed where they can be read: not over one another, not under anything, not beyond the cut.

In: pages, and the sheet whose faces they name. Out: errors and warnings at the place of the words, before anything is
painted. Everything is judged by the ink of the glyphs as they lie on the page, whichever number of the style put them
there. Nothing is excepted by its name: words may stand on a shape that was painted before them, and on a picture where
such a shape lies between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from report.conform.inked import FURNITURE, PICTURE, Cover, Faces, Marks, Words, marks_of
from report.messages import Diagnostic, Message, Origin, Report, Severity, message
from report.page import Artifact, Body, Page
from report.style.sheet import StyleSheet
from report.units import MM, Rect

TOUCH = 0.06  # em of the smaller type: what overlaps by less merely touches
LEAST, LEAST_READING = 5.0, 3.0  # pt
OUT = 0.5  # em: what a reading or a large sign may reach out of the frame of its blocks
SLACK = 0.1 * MM
MOST = 5  # messages of a kind on a page; what comes after is counted
SHOWN = 16  # characters of the text in a message


def check_overlaps(pages: Iterable[Page], sheet: StyleSheet, report: Report) -> None:
    """Errors for words that cannot be read where they are printed; warnings for those that hardly can."""
    sizes: set[tuple[str, float]] = set()
    faces = Faces(sheet.fonts)
    wrong = {each.origin for each in report.diagnostics if each.severity == "error"}
    for page in pages:
        if page.body and page.body.overfull:
            continue  # that is told, and where the rest of it lies is of no interest
        marks = marks_of(page.items, faces)
        teller = Teller(page, sheet, report, wrong)
        tabs = [cover for cover in marks.covers if cover.kind is FURNITURE]
        trim = Rect(0, 0, *page.boxes.trim)
        frames = Frames(trim, trim.grown(-sheet.page.safety), sheet.page.safety, tabs)
        if page.body:
            _check_body(marks.words, page.body, teller)
        for one, other in _over_one_another(marks.words):
            teller.pair(one, other)
        for words in marks.words:
            if words.tight and words.crowded(TOUCH):
                teller.tell("error", words, message("words-over-themselves", page=page.label, words=_short(words)))
            if not words.within(frames.safe) or (words.frame and not words.within(words.frame)):
                _check_edges(words, frames, teller)
            if words.size < LEAST and (key := (words.run.face, round(words.size, 3))) not in sizes:
                sizes.add(key)
                _check_size(words, teller)
        _check_covers(marks, teller)
        teller.close()


class Frames(NamedTuple):
    """safe: the trim less the sheet's safety."""

    trim: Rect
    safe: Rect
    safety: float
    tabs: list[Cover]


class Teller:
    """What is told of one page: each pair of texts once, and after some of them their number alone; nothing of a text
    of which something worse is told already, as that it does not fit its box."""

    def __init__(self, page: Page, sheet: StyleSheet, report: Report, wrong: set[Origin | None]) -> None:
        self.page = page
        self._sheet = sheet
        self._report = report
        self._wrong = wrong
        self._severities = ("error",) if wrong else ("error", "warning")
        self._told: set[tuple[str, frozenset[int]]] = set()
        self._more: list[Severity] = []

    def tell(self, severity: Severity, words: Words, told: Message, other: Any = None) -> None:
        """other: what the words have to do with, where that is more than the page."""
        key = (told.id, frozenset((id(words.owner), id(other))))
        if key in self._told or severity not in self._severities:
            return
        if any(getattr(owner, "origin", None) in self._wrong for owner in (words.owner, other) if owner):
            return
        self._told.add(key)
        if sum(id == told.id for id, _ in self._told) > MOST:
            self._more.append(severity)
        else:
            self._report.add([Diagnostic(severity, self._place(words, other), told)])

    def pair(self, one: Words, other: Words) -> None:
        """Two runs over one another; the later one is printed over the earlier one."""
        upper, lower = (one, other) if one.order > other.order else (other, one)
        if upper.owner is lower.owner and hasattr(upper.owner, "paragraphs"):  # a text, not a chart
            told = message("words-over-themselves", page=self.page.label, words=_short(lower))
            return self.tell("error", lower, told)
        named = {"words": _short(upper), "other": _short(lower)}
        return self.tell("error", upper, message("words-over-words", page=self.page.label, **named), lower.owner)

    def close(self) -> None:
        """How many more there are."""
        if self._more:
            more = message("overlaps-more", page=self.page.label, more=len(self._more))
            self._report.add([Diagnostic(min(self._more), Origin(self._sheet.file, 0), more)])  # error, then warning

    def _place(self, words: Words, other: Any) -> Origin:
        """Where an author finds the words; else the other ones; else the style sheet."""
        found = (getattr(owner, "origin", None) for owner in (words.owner, other))
        return next(filter(None, found), Origin(self._sheet.file, 0))


def _over_one_another(words: Sequence[Words]) -> Iterator[tuple[Words, Words]]:
    """Pairs of runs whose glyphs overlap: from the top down, each with those that begin before it ends."""
    order = sorted(words, key=lambda each: each.top)
    tops = [each.top for each in order]
    count = len(order)
    for i, one in enumerate(order):
        left, right, bottom = one.left, one.right, one.bottom
        j = i + 1
        while j < count and tops[j] < bottom:
            other = order[j]
            j += 1
            if other.left < right and left < other.right and one.meets(other, TOUCH * min(one.size, other.size)):
                yield one, other


def _check_size(words: Words, teller: Teller) -> None:
    """Readings and emphasis dots are half as large as their words by nature."""
    least = LEAST_READING if words.run.role in ("reading", "emphasis") else LEAST
    if words.size < least:
        small = message("type-too-small", page=teller.page.label, words=_short(words), size=words.size, least=least)
        teller.tell("warning", words, small)


def _check_edges(words: Words, frames: Frames, teller: Teller) -> None:
    """Words inside the trim and, those of tabs excepted, inside the sheet's safety; words of a drawing inside it."""
    named = {"page": teller.page.label, "words": _short(words)}
    if words.frame and (over := words.beyond(words.frame)) > SLACK:
        teller.tell("error", words, message("words-beyond-drawing", **named, over=over / MM))
    elif (over := words.beyond(frames.trim)) > SLACK:
        teller.tell("error", words, message("words-beyond-trim", **named, over=over / MM))
    elif (over := words.beyond(frames.safe)) > SLACK and not any(tab.lies_on(words, 0.0) for tab in frames.tabs):
        near, due = (frames.safety - over) / MM, frames.safety / MM
        teller.tell("warning", words, message("words-near-trim", **named, near=near, due=due))


def _check_body(words: Iterable[Words], body: Body, teller: Teller) -> None:
    """What blocks say stands below the page's head and above its foot; at the sides, marks may hang."""
    for each in words:
        if not body.first <= each.order < body.last:
            continue
        frame = Rect(each.left, body.frame.y, each.right - each.left, body.frame.height).grown(OUT * each.size)
        if not each.within(frame) and (over := each.beyond(frame)) > 0:
            leaves = {"page": teller.page.label, "words": _short(each), "over": (over + OUT * each.size) / MM}
            teller.tell("error", each, message("words-beyond-body", **leaves))


def _check_covers(marks: Marks, teller: Teller) -> None:
    """Nothing painted after words lies on them; nothing that is not theirs lies under them."""
    for cover, words in marks.met():
        hides = words.order < cover.order
        if not hides and cover.kind is not PICTURE and not _estranged(cover, words):
            continue
        if not cover.lies_on(words, TOUCH * words.size):
            continue
        named = {"page": teller.page.label, "words": _short(words)}
        if hides:
            teller.tell("error", words, message("words-covered", **named, what=cover.kind), cover.owner)
        elif cover.kind is not PICTURE:
            what = message("of-block") if words.owner is Artifact.PAGINATION else FURNITURE
            teller.tell("error", words, message("words-on-other", **named, what=what), cover.owner)
        elif not marks.ground_between(cover, words):
            teller.tell("warning", words, message("words-on-picture", **named), cover.owner)


def _estranged(cover: Cover, words: Words) -> bool:
    """A folio or a tab's name on a block, or a block's words on a tab. What lies behind a whole page is any word's."""
    if cover.owner is Artifact.BACKGROUND or words.run.role in ("reading", "emphasis"):  # these are of other words
        return False
    return (cover.owner is Artifact.PAGINATION) != (words.owner is Artifact.PAGINATION)


def _short(words: Words) -> str:
    text = "".join(words.run.texts).strip()
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
