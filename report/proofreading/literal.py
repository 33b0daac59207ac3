"""Numbers typed by hand, against the year's figures.

In: Passages and the Figures of an edition. Out: findings: a number that a figure contradicts, with what the figure
says; one that a figure gives, with the expression to write instead. A number is a figure's if its unit stands behind it
and enough of what the figure is called around it; in doubt nothing is said.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from report.figures import format as wording
from report.messages import Diagnostic, Message, message
from report.proofreading.advice import Advice, advised
from report.proofreading.numbers import WIDTHS, Number, numbers
from report.proofreading.passages import Passage
from report.proofreading.subjects import Known, Value, known
from report.proofreading.years import Mention, mentions
from report.text.edition import Edition

CHANGE = "増|減|拡|伸|上回|下回|追加|新規|新設"
CHANGED = rf"(?:もの|も|を|が|分|の|ほど|程度|余り?|強|ずつ)?(?:新たに)?(?:{CHANGE}|引き?上|引き?下|不足|超過)"
COMPARED = r"(?:前年度?|昨年度?)(?:より|比|に比)|との差"
PART = r"うち[^。]*$|内訳|を除く|(?:のほか|に加え)[^。]*$"
TOTAL = "合計|合わせ|あわせ|総額|総数|計$|計約?$|延べ"
PAST = r"(?:いた|い、|だった|でした|あった|から|より|の(?:うち|中)|中|余りから)"
GAP = r"[ぁ-ん、：:（(　\s・￼]*(?:約|およそ|計|全|合計)?"
REACHED = (
    r"(?:で|を|が|に|と)?(?:実施|整備|設置|開設|達成|運営|体制|あり|です|とな|にな|に(?:増|減|拡)|に達|の|。|$|）|、)"
)
SHORT = 16  # characters of a label or of what it labels
LONG = 5  # digits of a number that no other is likely to share all but one of
FACTOR = 5  # farther off than so many times, a number is another thing's


class Case(NamedTuple):
    """A number and a figure it may be. end: of the unit; None: of a cell, whose column says the unit. near: how much of
    the figure's name stands in the sentence and beside it; wide: and above it."""

    number: Number
    known: Known
    end: int | None
    value: float
    near: float
    wide: float


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
        context = _Context(number, beside, self.edition.current)
        cases = [case for each in self.known if (case := context.case(each))]
        given = [(case, value) for case in cases for value in context.meant(case) if _equals(case, value)]
        fitting = [pair for pair in given if context.fits(pair[0])]
        if fitting:
            fitting.sort(key=lambda pair: (pair[0].wide, pair[0].near, pair[1] == pair[0].known.latest), reverse=True)
            return next(filter(None, (self.equal(*pair) for pair in fitting)), None)
        if any(case.wide >= 0.4 for case, _ in given):
            return None
        return self.contradiction(context, cases)

    def equal(self, case: Case, value: Value) -> tuple[str, Diagnostic] | None:
        advice = self.advice(case, value)
        if advice is None:
            return None
        shown = message("literal-known-as", text=advice.words, expression=advice.expression)
        return advice.words, _told("info", case, message("literal-known", shown=shown))

    def contradiction(self, context: _Context, cases: list[Case]) -> tuple[str, Diagnostic] | None:
        sure = sorted((case for case in cases if context.is_sure(case)), key=lambda case: (-case.wide, -case.near))
        if not sure or (len(sure) > 1 and sure[0].wide - sure[1].wide < 0.1 and sure[0].near - sure[1].near < 0.1):
            return None
        case = sure[0]
        expected = [value for value in context.meant(case) if value]
        if not expected or (case.number.about and any(_is_near(case, value) for value in expected)):
            return None
        words = case.number.passage.words[case.number.start : case.end or case.number.end]
        value, id = expected[0], case.known.id
        form = " | 億万" if re.search("[兆億万]", words) and not re.search("[兆億万]", case.known.unit) else ""
        expression = f"{{{{ {_name(case.known, value, context.named)}{form} }}}}"
        hint = message("literal-hint", expression=expression, text=words)
        right = _valued(case.known, value)
        other = next((each for each in reversed(case.known.values) if _equals(case, each)), None)
        if other is not None and context.is_anothers(case):
            year = wording.short_year(other.year or 0)
            told = message("literal-other-year", text=words, id=id, found=year, value=right)
        elif context.is_close(case, value):
            told = message("literal-differs", text=words, id=id, value=right)
        else:
            return None
        return words, _told("error", case, told, hint)

    def advice(self, case: Case, value: Value) -> Advice | None:
        named = value.year is not None and value != case.known.latest
        id = _name(case.known, value, named or bool(_Context(case.number, [], self.edition.current).named))
        id = f"-{id}" if case.value > 0 > value.value else id
        return advised(case.number, id, case.end, self.edition)


class _Context:
    """What stands around a number."""

    def __init__(self, number: Number, beside: list[Number], current: int | None):
        self.number, self.others, self.current = number, beside, current
        words = number.passage.words.translate(WIDTHS)
        cuts = [0, *(found.end() for found in re.finditer(r"[。\n]", words)), len(words)]
        start = max(cut for cut in cuts if cut <= number.start)
        end = min(cut for cut in cuts if cut > number.start)
        self.sentence, self.offset = words[start:end], start
        self.before, self.behind = words[start : number.start], words[number.end : end]
        self.is_cell = bool(number.passage.unit)

    @functools.cached_property
    def named(self) -> tuple[int, ...]:
        """The years that the number is of, as far as the text says so: the nearest before it, or in brackets behind."""
        found: list[Mention] = list(mentions(self.sentence, self.current))
        at = self.number.start - self.offset
        before = [each for each in found if each.end <= at]
        if before:
            return before[-1].years
        behind = re.match(r"[^\d（、。]{0,10}（", self.behind)
        after = [each for each in found if behind and each.start == self.number.end - self.offset + behind.end()]
        if after:
            return after[0].years
        beside = list(mentions(self.number.passage.beside.translate(WIDTHS), self.current))
        return beside[0].years if len(beside) == 1 else ()

    def case(self, known: Known) -> Case | None:
        """The number as one of a figure; None if it counts something else."""
        number, passage = self.number, self.number.passage
        units = ("%", "パーセント") if known.ones in wording.PER_CENT else (known.ones,)
        end = next((end for unit in units if (end := number.unit(unit))), None)
        value = number.value
        if end is None:
            size, ones = wording.in_ones(1, passage.unit)
            if number.after.strip() or ones != known.ones or not passage.unit:
                return None
            value *= size
        near = f"{self.sentence} {passage.beside}"
        case = Case(number, known, end, value, known.told(near), known.told(f"{near} {passage.above}"))
        return case if case.wide and self.goes_with(known) else None

    def goes_with(self, known: Known) -> bool:
        """Whether both are changes, or neither."""
        words = self.sentence + self.number.passage.beside
        if any(re.search(CHANGE, name) for name in known.names):
            return re.search(CHANGE, words) is not None
        unit = self.number.unit(known.ones)
        behind = self.sentence[(unit or self.number.end) - self.offset :]
        return not re.match(CHANGED, behind) and not re.search(COMPARED, self.before)

    def meant(self, case: Case) -> tuple[Value, ...]:
        """The values that the text claims to give."""
        known = case.known
        if not known.has_years:
            return known.values
        if self.named:
            return tuple(value for year in self.named if (value := known.at(year)))
        return (known.latest,) if known.latest else ()

    def fits(self, case: Case) -> bool:
        """Whether a number that equals a figure is surely meant as it."""
        digits = sum(char.isdecimal() for char in self.number.passage.words[self.number.digits : self.number.end])
        if digits >= 4:
            return case.wide >= 0.5 or (case.near > 0 and case.wide >= 0.4)
        if digits >= 2:
            return case.wide >= 0.6 and case.near >= 0.3
        return case.wide >= 0.8 and case.near >= 0.5

    def is_sure(self, case: Case) -> bool:
        """Whether the number can be only that figure's."""
        if case.wide >= 0.6 and _is_slip(case):
            return True
        behind = self.sentence[(case.end or self.number.end) - self.offset :]
        if case.wide < 0.8 or re.match(PAST, behind):
            return False
        if re.search(TOTAL, self.sentence) and not any(re.search(TOTAL, name) for name in case.known.names):
            return False
        if self.is_cell:
            return case.near >= 0.9
        if self.is_of_another_year(case):
            return True
        if re.search(PART, self.before) or re.search(PART, behind[:12]):
            return False
        return self.is_labelled(case) or self.is_beside(case) or self.is_alone(case, behind)

    def is_of_another_year(self, case: Case) -> bool:
        """Whether it says something that the number equals the value of a year that is not meant."""
        return self.number.figures > 1 and case.near >= 0.5 and any(_equals(case, each) for each in case.known.values)

    def is_labelled(self, case: Case) -> bool:
        """A short line under a label or a heading that together name the figure."""
        passage = self.number.passage
        return len(passage.words) <= SHORT and case.near >= 0.3 and self.says_all(case, passage.words + passage.beside)

    def says_all(self, case: Case, words: str) -> bool:
        """Whether words of a change are the figure's own."""
        return not re.search(CHANGE, words) or any(re.search(CHANGE, name) for name in case.known.names)

    def is_beside(self, case: Case) -> bool:
        """Whether only particles and a year stand between the figure's name and the number."""
        before = self.before
        for each in reversed(list(mentions(before, self.current))):
            behind = re.match(r"(?:年度?|月|日|\d|末|現在|時点)*", before[each.end :])
            before = before[: each.start] + before[each.end + (behind.end() if behind else 0) :]
        return case.near >= 0.8 and any(
            re.search(rf"{re.escape(name[-length:])}{GAP}$", before)
            for name in case.known.names
            for length in range(2, min(len(name), 6) + 1)
        )

    def is_alone(self, case: Case, behind: str) -> bool:
        """The one number of its unit in the passage, which a sentence about the figure leads up to."""
        same = [each for each in self.others if each.unit(case.known.ones) is not None]
        is_reached = case.near >= 0.8 and len(same) == 1 and re.match(REACHED, behind) is not None
        return is_reached and self.says_all(case, self.sentence)

    def is_anothers(self, case: Case) -> bool:
        """Whether it says something that it equals another year's value."""
        return self.number.figures > 1 or case.near >= 0.8

    def is_close(self, case: Case, value: Value) -> bool:
        if not value.value or not case.value or value.value * case.value < 0:
            return False
        ratio = case.value / value.value
        slipped = abs(math.log10(ratio)) if ratio > 0 else 0.5
        return 1 / FACTOR <= ratio <= FACTOR or (slipped >= 1 and abs(slipped - round(slipped)) < 1e-9)


def _equals(case: Case, value: Value) -> bool:
    slack = max(case.number.step / 2 if case.number.about or case.number.step != 1 else 0.0, value.slack) + 1e-9
    values = (case.value, -case.value) if case.value > 0 > value.value else (case.value,)
    return any(abs(each - value.value) <= slack for each in values)


def _is_slip(case: Case) -> bool:
    """Whether one digit of a long number is another than a figure's."""
    for value in case.known.values:
        typed, right = (f"{abs(each):.0f}".rstrip("0") for each in (case.value, value.value))
        if len(typed) == len(right) >= LONG and sum(a != b for a, b in zip(typed, right, strict=True)) == 1:
            return True
    return False


def _is_near(case: Case, value: Value) -> bool:
    return abs(case.value - value.value) <= abs(value.value) / 10


def _name(known: Known, value: Value, named: object) -> str:
    """As an expression: a year where the text names one, else the latest."""
    if not known.has_years:
        return known.id
    return f"{known.id}[{wording.short_year(value.year or 0)}]" if named else f"{known.id}.latest"


def _valued(known: Known, value: Value) -> Message:
    words = wording.quantity(value.value / wording.in_ones(1, known.unit)[0], known.unit)
    if value.year is None:
        return message("literal-value", value=words)
    return message("literal-value-of", value=words, year=wording.short_year(value.year))


def _told(severity: str, case: Case, told: Message, hint: Message | None = None) -> Diagnostic:
    place = case.number.passage.place(case.number.start)
    return Diagnostic(severity, place, told, hint)  # type: ignore[arg-type]
