"""Paragraphs composed to a measure.

In: paragraphs, a ParagraphStyle, a measure (pt), the faces, and a function from ink roles to inks. Out: a `TextBlock`
that knows its size and places itself. Justified text is broken by total fit; a last line shorter than the style
wants is avoided by slightly tighter, then wider tracking (styles/README.md, Setting rules). Phrase text gets the fewest
lines, balanced.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from report.compose.keep_together import HELD
from report.compose.linebreak import SLACK, Break, Material, balanced, first_fit, total_fit
from report.compose.opportunities import kinsoku_breaks, phrase_breaks
from report.compose.paragraph import Passage, passage, passages
from report.compose.ruby import FOOT
from report.compose.setting import set_line, tracked
from report.compose.textblock import Line, Setting, TextBlock
from report.messages import Report, message
from report.style.fonts import FontBook
from report.style.text import CharStyle, ParagraphStyle
from report.text import Paragraph, runs_of

Inks = Callable[[str], str]

# em of tracking, in the order in which they are tried (styles/README.md, Setting rules)
RETRIES = (-0.006, -0.012, -0.018, -0.024, -0.03, 0.008, 0.016, 0.024, 0.032, 0.04)
LOOSEST = 2.0  # times a gap's stretch: what a line may open before held-together words are looked at again
LONE = 1.6  # em; no last line of a single character if it can be helped
RAGGED = 4.0  # em a ragged line may fall short as a matter of course


def compose(
    paragraphs: Sequence[Paragraph], style: ParagraphStyle, measure: float, fonts: FontBook, ink: Inks, report: Report
) -> TextBlock:
    """The paragraphs at a measure (pt). What cannot be set is an error in `report`, at the run's place."""
    leading, rise = _line_box(paragraphs, style, fonts)
    lines: list[Line] = []
    top = 0.0
    free = 0.0  # where room for readings begins: below the em boxes of the line before
    for number, paragraph in enumerate(paragraphs):
        top += style.gap if number else 0.0
        pairs = 0
        for part, runs in enumerate(passages(paragraph)):
            made = passage(runs, style, fonts)
            tell(made, report)
            if not made.texts:
                continue
            for setting in _set(made, measure, made.indent if part == 0 else 0.0, ink, report):
                spare = measure - setting.width
                x = {"center": spare / 2, "right": spare}.get(style.align, 0.0)
                top += max(0.0, setting.above - (top + rise - free)) if setting.above else 0.0
                lines.append(Line(setting, x, top, top + rise, number, pairs))
                free = top + rise + FOOT * setting.size
                top += leading
            pairs += len(made.rubies)
    width = max((line.setting.width for line in lines), default=0.0)
    return TextBlock(tuple(lines), width, top, leading)


def natural_width(
    paragraphs: Sequence[Paragraph], style: ParagraphStyle, fonts: FontBook, report: Report | None = None
) -> float:
    """Width in pt of the widest passage with no line broken (but where the author forces it)."""
    widest = 0.0
    for paragraph in paragraphs:
        for part, runs in enumerate(passages(paragraph)):
            made = passage(runs, style, fonts)
            if report:
                tell(made, report)
            widest = max(widest, made.width + (made.indent if part == 0 else 0.0))
    return widest


def _line_box(paragraphs: Sequence[Paragraph], style: ParagraphStyle, fonts: FontBook) -> tuple[float, float]:
    """Leading, and the baseline's depth in a line box: half the leading's spare above and below (CSS 2.2, 10.8.1).

    A style with a `line_box` takes both from its largest characters, so that rules sit close to big digits.
    """
    chars = style.char
    leading = style.leading
    if style.line_box is not None:
        runs = [run for paragraph in paragraphs for run in runs_of(paragraph)]
        looks = [_mark(style, mark) for run in runs for mark in run.marks]
        plain = [style.char] if not looks or any(not run.marks for run in runs) else []
        chars = max([*plain, *looks], key=lambda look: look.size)
        leading = style.line_box * chars.size
    face = fonts.face(chars.fonts[0])
    return leading, leading / 2 + (face.ascender - face.descender) / 2 * chars.size


def _mark(style: ParagraphStyle, mark: str) -> CharStyle:
    return style.mark(mark) or style.char


def tell(made: Passage, report: Report) -> None:
    """Report what of a passage cannot be set, at its place."""
    for origin, text, chars in made.troubles:
        report.add(made.fonts.uncovered(text, chars.fonts, origin))


def _set(made: Passage, measure: float, indent: float, ink: Inks, report: Report) -> list[Setting]:
    """The lines of one passage."""
    tracking, ends, fits = broken(made, measure, indent)
    if not fits:
        run = made.strips[0].run
        report.error(run.origin, message("word-too-long", text=_short(made.text)))
    material = indented(tracked(made, tracking), indent)
    lines: list[Setting] = []
    first = 0
    justify = made.style.align == "justify"
    for end in ends:
        lines.append(set_line(made, material, (first, end), measure, justify and end < len(made.texts), ink))
        first = end
    return lines


def indented(material: Material, indent: float) -> Material:
    """A paragraph's beginning: its first line is wider by the indent (pt)."""
    if not indent:
        return material
    return material._replace(starts=[material.starts[0] - indent, *material.starts[1:]])


def broken(made: Passage, measure: float, indent: float) -> tuple[float, list[int], bool]:
    """How a passage breaks: its tracking (em), line ends, and whether every line fits."""
    count = len(made.texts)
    if made.width + indent <= measure + 0.001:
        return 0.0, [count], True
    material = indented(made.material, indent)
    if made.style.breaks == "phrase":
        return _break_by_phrase(made, material, measure)
    em = made.style.char.size
    wanted = made.style.last_line * em
    least = (max(wanted, LONE * em), LONE * em)
    ragged = 0.0 if made.style.align == "justify" else RAGGED * em
    breaks = kinsoku_breaks(made)
    good = [entry for entry in breaks if entry[1] < HELD / 10]
    ends = _fit(material, good, measure, ragged, least)
    if ends is None:
        eased = _eased(material, breaks, measure)
        ends = total_fit(material, eased, measure, ragged=ragged, least_last=least)
    if ends is None:
        ends = first_fit(material, eased, measure)
        starts = [0, *ends]
        return 0.0, ends, all(material.least(a, b) <= measure + 0.001 for a, b in pairwise(starts))
    if wanted and _last_width(material, ends) < wanted:
        for tracking in RETRIES:
            again = indented(tracked(made, tracking), indent)
            retried = _fit(again, good, measure, ragged, least)
            if retried is not None and (len(retried) == 1 or _last_width(again, retried) >= wanted):
                return tracking, retried, True
    return 0.0, ends, True


def _eased(material: Material, breaks: list[Break], measure: float) -> list[Break]:
    """The good breaks, and inside what is wider than the measure between two of them, all there are."""
    found: list[Break] = []
    rest: list[Break] = []
    last = 0
    for entry in breaks:
        if entry[1] >= HELD / 10:
            rest.append(entry)
            continue
        if rest and material.least(last, entry[0]) > measure + SLACK:
            found += rest
        found.append(entry)
        rest, last = [], entry[0]
    return found


def _fit(
    material: Material, breaks: list[Break], measure: float, ragged: float, least: tuple[float, float]
) -> list[int] | None:
    """Total fit: of lines that open little, if they leave no lone character; else of any."""
    ends = total_fit(material, breaks, measure, LOOSEST, ragged, least)
    if ends is not None and (len(ends) == 1 or _last_width(material, ends) >= least[1] - 0.001):
        return ends
    return total_fit(material, breaks, measure, ragged=ragged, least_last=least)


def _last_width(material: Material, ends: list[int]) -> float:
    return material.width(ends[-2] if len(ends) > 1 else 0, ends[-1])


def _break_by_phrase(made: Passage, material: Material, measure: float) -> tuple[float, list[int], bool]:
    em = made.style.char.size
    for desperate in (False, True):
        breaks = phrase_breaks(made, measure, desperate)
        ends = balanced(material, breaks, measure, em)
        if ends is not None:
            return 0.0, ends, True
    return 0.0, first_fit(material, breaks, measure), False


def _short(text: str) -> str:
    return text if len(text) <= 16 else text[:15] + "…"
