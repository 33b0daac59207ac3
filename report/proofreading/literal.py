"""Numbers typed by hand, against the year's figures.

In: Passages and the Figures of an edition. Out: findings: a number that a figure contradicts, with what the figure
says; one that a figure gives, with the expression to write instead. A number is a figure's if its unit stands behind it
and enough of what the figure is called around it; in doubt nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from report.figures import format as wording
from report.messages import Diagnostic, Message, message
from report.proofreading.advice import advised
from report.proofreading.context import Case, Context, equals
from report.proofreading.numbers import Number, numbers
from report.proofreading.passages import Passage
from report.proofreading.subjects import Known, Value, known
from report.text.edition import Edition


class Reader:
    """Compares passages with what is known."""

    def __init__(self, edition: Edition):
        self.edition = edition
        self.known = known(edition.figures, edition.current)

    def findings(self, passages: Iterable[Passage]) -> Iterator[tuple[str, Diagnostic]]:
        """Each with the words it is about."""
        for passage in passages:
            found = list(numbers(passage))
            for number in found:
                if told := self.finding(number, found):
                    yield told

    def finding(self, number: Number, beside: list[Number]) -> tuple[str, Diagnostic] | None:
        context = Context(number, beside, self.edition.current)
        cases = [case for each in self.known if (case := context.case(each))]
        given = [(case, value) for case in cases for value in context.meant(case) if equals(case, value)]
        fitting = [pair for pair in given if context.fits(pair[0])]
        if fitting:
            fitting.sort(key=lambda pair: (pair[0].wide, pair[0].near, pair[1] == pair[0].known.latest), reverse=True)
            return next(filter(None, (self.equal(context, *pair) for pair in fitting)), None)
        if any(case.wide >= 0.4 for case, _ in given):
            return None
        return self.contradiction(context, cases)

    def equal(self, context: Context, case: Case, value: Value) -> tuple[str, Diagnostic] | None:
        id = _name(case.known, value, context.named or value != case.known.latest)
        id = f"-{id}" if case.value > 0 > value.value else id
        advice = advised(case.number, id, case.end, self.edition)
        if advice is None:
            return None
        shown = message("literal-known-as", text=advice.words, expression=advice.expression)
        return advice.words, _told("info", case, message("literal-known", shown=shown))

    def contradiction(self, context: Context, cases: list[Case]) -> tuple[str, Diagnostic] | None:
        sure = sorted((case for case in cases if context.is_sure(case)), key=lambda case: (-case.wide, -case.near))
        if not sure or (len(sure) > 1 and sure[0].wide - sure[1].wide < 0.1 and sure[0].near - sure[1].near < 0.1):
            return None
        case = sure[0]
        expected = [value for value in context.meant(case) if value]
        if not expected or any(_is_near(case, value) for value in expected):
            return None
        words = case.number.passage.words[case.number.start : case.end or case.number.end]
        value, id = expected[0], case.known.id
        form = " | 億万" if re.search("[兆億万]", words) and not re.search("[兆億万]", case.known.unit) else ""
        expression = f"{{{{ {_name(case.known, value, context.named)}{form} }}}}"
        hint = message("literal-hint", expression=expression, text=words)
        right = _valued(case.known, value)
        other = next((each for each in reversed(case.known.values) if equals(case, each)), None)
        if other is not None and context.is_anothers(case):
            year = wording.short_year(other.year or 0)
            told = message("literal-other-year", text=words, id=id, found=year, value=right)
        elif context.is_close(case, value):
            told = message("literal-differs", text=words, id=id, value=right)
        else:
            return None
        return words, _told("error", case, told, hint)


def _is_near(case: Case, value: Value) -> bool:
    """Whether an office may say so: with 約, or without what is below 億."""
    cut, step = abs(value.value) - abs(case.value), case.number.step
    if step != 1 and 0 <= cut < step:
        return True
    return case.number.about and abs(case.value - value.value) <= abs(value.value) / 10


def _name(known: Known, value: Value, named: object) -> str:
    """As an expression: a year where the text names one, else the latest."""
    if named and known.has_years:
        return f"{known.id}[{wording.short_year(value.year or 0)}]"
    return f"{known.id}.latest" if known.is_series else known.id


def _valued(known: Known, value: Value) -> Message:
    words = wording.quantity(value.value / wording.in_ones(1, known.unit)[0], known.unit)
    if value.year is None:
        return message("literal-value", value=words)
    return message("literal-value-of", value=words, year=wording.short_year(value.year))


def _told(severity: str, case: Case, told: Message, hint: Message | None = None) -> Diagnostic:
    place = case.number.passage.place(case.number.start)
    return Diagnostic(severity, place, told, hint)  # type: ignore[arg-type]
