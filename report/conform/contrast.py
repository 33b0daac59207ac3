"""Words stand out from what is under them (WCAG 2.1, 1.4.3; styles/README.md, Quality limits).

In: pages, and the inks and faces they name. Out: a warning for every text that does not, at its place, each pair of
inks once. Judged are the inks that do lie over each other (conform.ground), as a screen shows them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from report.conform.ground import UNKNOWN, PaintedWords, words_on
from report.messages import Message, Report, message
from report.page import Page
from report.style.fonts import FontBook
from report.style.palette import Ink, Palette, contrast

LEAST, LEAST_LARGE = 4.5, 3.0  # to 1
LARGE, LARGE_BOLD = 18.0, 14.0  # pt: from there on type is large
BOLD = 700  # OS/2 usWeightClass
PAPER = Ink("paper", (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))
REMEDIES = ("base", "dark", "ink", "paper")  # roles, in the order in which a designer would try them
SHOWN = 16  # characters of the text in a message


def check_contrast(pages: Iterable[Page], palette: Palette, fonts: FontBook, report: Report) -> None:
    """A warning, at the place of its text, for every pair of inks with less contrast than WCAG asks for."""

    @cache
    def ratio(ink: str, ground: str | None) -> float:
        return contrast(palette.ink(ink), palette.ink(ground) if ground else PAPER)

    told = set()
    for page in pages:
        for words in words_on(page.items):
            ink = words.run.ink
            grounds = [ground for ground in words.grounds if ground != UNKNOWN]
            if not grounds:
                continue
            ground = min(grounds, key=lambda ground: ratio(ink, ground))
            least = LEAST_LARGE if _is_large(words, fonts) else LEAST
            origin = getattr(words.owner, "origin", None)
            if ratio(ink, ground) >= least or (origin, ink, ground) in told:
                continue
            told.add((origin, ink, ground))
            pair = {"ink": ink, "on": ground or PAPER.name, "has": _cut(ratio(ink, ground)), "due": least}
            low = message("contrast-low", page=page.label, text=_short(words), **pair)
            report.warning(origin, low, _remedy(ink, ground, least, palette))


def _is_large(words: PaintedWords, fonts: FontBook) -> bool:
    size = round(words.size, 3)
    return size >= LARGE or (size >= LARGE_BOLD and fonts.face(words.run.face).weight >= BOLD)


def _remedy(ink: str, ground: str | None, least: float, palette: Palette) -> Message | None:
    """The first role of the text's own colours that stands out; None: the message has what else would do."""
    under = palette.ink(ground) if ground else PAPER
    for family in (ink.partition(".")[0], (ground or "").partition(".")[0]):
        for role in REMEDIES:
            try:
                found = contrast(palette.ink(palette.role(role, family)), under)
            except KeyError:  # an ink of its own has no family
                continue
            if found < least:
                continue
            if least == LEAST and contrast(palette.ink(ink), under) >= LEAST_LARGE:
                return message("ink-with-contrast-or-large", role=role, ratio=_cut(found))
            return message("ink-with-contrast", role=role, ratio=_cut(found))
    return None


def _cut(ratio: float) -> str:
    """Two decimals, cut off: what falls short never reads as if it were enough."""
    return f"{int(ratio * 100) / 100:g}"


def _short(words: PaintedWords) -> str:
    text = "".join(words.run.texts).strip()
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
