"""An edition: the figures, and the year that a brochure reports on, which its texts and blocks are resolved against.

In: what an author wrote, whatever its kind. Out: the same with expressions worded and the figures found that it names.
What a kind of block makes of its figures beyond that (a chart's table) is done by its method `resolved(edition)`. A
wrong id is an error at its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from report.figures import format as fiscal
from report.figures.arithmetic import Refusal, Year, Years, year_of
from report.figures.expressions import ExpressionError, express
from report.figures.functions import PICKS
from report.figures.model import Amount, Figure, FigureRef, Figures, SeriesRef
from report.messages import Origin, Report, message
from report.text import Expression, Inline, Paragraph, Run, Text, words_of

NONE: Mapping[str, int] = MappingProxyType({})


class Use(NamedTuple):
    """A place that leans on a figure. words: as that is worded there. where: the place of the text it stands in, of the
    reference, or of a chart's series.

    passage: of a text, the words of the paragraph, in which its own begin `at` a character.
    """

    figure: Figure
    place: Origin
    words: str
    where: Origin
    passage: str = ""
    at: int = 0

    @property
    def id(self) -> str:
        return self.figure.id

    @property
    def given(self) -> Origin:
        """The place that gives the figure."""
        return self.figure.origin

    @property
    def name(self) -> str:
        """Its name, or its series'."""
        return self.figure.name or self.figure.id

    @property
    def provisional(self) -> bool:
        return self.figure.status == "provisional"


class Edition:
    """The figures, and the year that the brochure reports on ("": not known).

    lasts: of a kind of chart, how many of the latest years it shows where its author does not say.
    """

    def __init__(self, figures: Figures, report: Report, year: str = "", lasts: Mapping[str, int] = NONE):
        self.figures, self.report, self.year, self.lasts = figures, report, year, lasts
        self._uses: dict[tuple[str, Origin], Use] = {}
        self.current = current = fiscal.parse_year(year)
        self._before = fiscal.spellings(current - 1) if current else None

    @property
    def uses(self) -> tuple[Use, ...]:
        """All that was taken down, each pair of a place and a figure once."""
        return tuple(self._uses.values())

    def value(self, value: Any) -> Any:
        kind = type(value)
        if kind is Text:
            return self.text(value)
        if kind is FigureRef:
            return self.figure(value)
        if kind is SeriesRef:
            return msgspec.structs.replace(value, found=self.figures.series(value.id, value.origin, self.report))
        if kind is tuple:
            changed = tuple(map(self.value, value))
            return changed if any(new is not old for new, old in zip(changed, value, strict=True)) else value
        return self.node(value) if isinstance(value, msgspec.Struct) else value

    def node(self, node: Any) -> Any:
        changed: dict[str, Any] = {}
        for name in node.__struct_fields__:
            old = getattr(node, name)
            if name != "origin" and (new := self.value(old)) is not old:
                changed[name] = new
        made = msgspec.structs.replace(node, **changed) if changed else node
        return made.resolved(self) if hasattr(made, "resolved") else made

    def figure(self, given: FigureRef) -> FigureRef:
        id = self.year_meant(given)
        found = self.figures.figure(id, given.origin, self.report) if id else None
        if found is not None:
            self.lean(found, given.origin, fiscal.quantity(found.value, found.unit, found.approximate))
        return msgspec.structs.replace(given, found=found)

    def year_meant(self, given: FigureRef) -> str:
        """Its id; of "nursery.waiting.latest" that of the year, "" after an error."""
        run, _, word = given.id.rpartition(".")
        if word not in PICKS or not self.current or not self.figures.has_years(run):
            return given.id
        try:
            return PICKS[word](Years(run, self.figures.until(run, self.current))).used[0]
        except Refusal as wrong:
            if wrong.message:
                self.report.error(given.origin, wrong.message, wrong.hint)
            return ""

    def text(self, text: Text) -> Text:
        for paragraph in text.paragraphs if self._before else ():
            words = words_of(paragraph)
            if found := self._before.search(words):
                self.is_past(found[0], _place(paragraph, found.start()))
                break
        if not any(type(inline) is Expression for inline in text.inlines):
            return text
        paragraphs = [self.paragraph(each, text.origin) for each in text.paragraphs]
        made = msgspec.structs.replace(text, paragraphs=tuple(each for each in paragraphs if words_of(each)))
        if not made:
            self.report.error(text.origin, message("text-empty"))
        return made

    def paragraph(self, paragraph: Paragraph, where: Origin) -> Paragraph:
        """With the wording of its expressions, whose figures are taken down. where: its text's place."""
        made: list[Inline] = []
        found: list[tuple[Figure, Origin, str, int]] = []
        for inline in paragraph:
            if type(inline) is not Expression:
                made.append(inline)
                continue
            runs, used = self.worded(inline)
            words, at, place = words_of(runs), len(words_of(made)), inline.place(2)
            found += [(figure, place, words, at) for id in used if (figure := self.figures.get(id))]
            made += runs
        passage = words_of(made) if found else ""
        for figure, place, words, at in found:
            self.lean(figure, place, words, where, passage, at)
        return tuple(made)

    def worded(self, inline: Expression) -> tuple[tuple[Inline, ...], tuple[str, ...]]:
        """What stands for an expression, itself after an error; the ids of the figures that went in."""
        seen: dict[str, Years] = {}
        try:
            wording, used = express(inline.source, lambda id: self.named(id, seen))
        except ExpressionError as error:
            if error.message:
                self.report.error(inline.place(2 + error.offset), error.message, error.hint)
            return (inline,), ()
        for id, series in seen.items():
            last = series.data[-1] if series.data else Amount(0)
            if last.used and last.year != self.current and last.used[0] in used:
                year = fiscal.short_year(year_of(last))
                self.report.info(inline.place(2), message("latest-behind", id=id, last=year, now=self.year))
        marks = ((*inline.marks, "number") if number else inline.marks for _, number in wording)
        made = (Run(words, inline.origin, m, inline.link) for (words, _), m in zip(wording, marks, strict=True))
        return tuple(run for run in made if run.text), used

    def named(self, id: str, seen: dict[str, Years]) -> Amount | Years | Year:
        """What a word of an expression names: a figure, a series up to the edition's year (which joins those seen), or
        that year. Raises KeyError with what makes a hint."""
        figure = self.figures.get(id)
        if self.figures.has_years(id):
            data = self.figures.until(id, self.current) if self.current else None
            hint = message("series-needs-a-word", id=id)
            seen[id] = Years(id, data, hint, figure.amount() if figure else None)
            return seen[id]
        if id == "year" and not figure:
            if not self.current:
                raise ExpressionError(0, None)  # the year is wrong, or its file: told there
            return Year(self.current)
        return self.figures.amount(id)

    def lean(
        self, figure: Figure, place: Origin, words: str, where: Origin | None = None, passage: str = "", at: int = 0
    ) -> None:
        """Take down that a place leans on a figure (as a Use)."""
        self._uses.setdefault((figure.id, place), Use(figure, place, words, where or place, passage, at))

    def check_year(self, year: str, place: Origin) -> int | None:
        """A fiscal year that an author wrote; None after an error."""
        if self._before and self._before.fullmatch(year):
            self.is_past(year, place)
        found = fiscal.parse_year(year)
        if found is None:
            self.report.flaw(place, message("year-wrong", year=year))
        return found

    def is_past(self, year: str, place: Origin) -> None:
        self.report.info(place, message("year-before", year=year, now=self.year))


def _place(paragraph: Iterable[Inline], index: int) -> Origin:
    """Of a character of a paragraph's words."""
    for inline in paragraph:
        if isinstance(inline, Run):
            if index < len(inline.text):
                return inline.place(index)
            index -= len(inline.text)
    raise IndexError(index)
