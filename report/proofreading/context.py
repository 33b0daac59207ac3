"""What stands around a typed number, and whether that makes it a figure's.

In: a Number, the others of its passage, and Known figures. Out: Cases, and answers: which year the text means, whether
a number that equals a figure is surely meant as it, whether one that differs can be only that figure's.
"""

from __future__ import annotations

import functools
import math
import re
from typing import NamedTuple

from report.figures import format as wording
from report.proofreading.numbers import Number
from report.proofreading.passages import WIDTHS
from report.proofreading.subjects import Known, Value
from report.proofreading.years import Mention, mentions

CHANGE = "増|減|拡|伸|上回|下回|追加|新規|新設"
CHANGED = rf"(?:もの|も|を|が|分|の|ほど|程度|余り?|強|ずつ)?(?:新たに)?(?:{CHANGE}|引き?上|引き?下|不足|超過)"
COMPARED = r"(?:前年度?|昨年度?)(?:より|比|に比)|との差"
PART = r"うち[^。]*$|内訳|を除く|(?:のほか|に加え)[^。]*$"
OF_ALL = r"\d[^\d、。]{1,5}のうち"  # 65校のうち52校 are all there are
TOTAL = "合計|合わせ|あわせ|総額|総数|計$|計約?$|延べ"
PAST = r"(?:いた|い、|だった|でした|あった|から|より|の(?:うち|中)|中|余りから)"
DATES = r"^\d*(?:年度?|月)(?:\d+日)?"  # that a year goes on with
BUILT = r"を?(?:整備|設置|開設|開所|建設|新築)(?!数)"  # so many more
GAP = r"(?:数|率|額|残高|割合|面積|規模)?[ぁ-ん、：:（(　\s・￼]*(?:約|およそ|計|全|合計)?"
REACHED = r"(?:で|を|が|に|と)?(?:実施|達成|運営|体制|あり|です|とな|にな|に(?:増|減|拡)|に達|の|。|$|）|、)"
SHORT = 16  # characters of a label or of what it labels
LONG = 5  # digits of a number that no other is likely to share all but one of
FACTOR = 5  # farther off than so many times, a number is another thing's


class Case(NamedTuple):
    """A number and a figure it may be. end: of the unit; None: of a cell, whose column says the unit. near: how much of
    the figure's name stands in the sentence and beside it; wide: and above it; named: by whole words."""

    number: Number
    known: Known
    end: int | None
    value: float
    near: float
    wide: float
    named: float


class Context:
    """What stands around a number."""

    def __init__(self, number: Number, beside: list[Number], current: int | None):
        self.number, self.others, self.current = number, beside, current
        words = number.passage.narrow
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
        behind = re.match(r"[^\d（、。]{0,10}（", self.behind)
        after = [each for each in found if behind and each.start == self.number.end - self.offset + behind.end()]
        if after:
            return after[0].years
        before = [each for each in found if each.end <= at]
        if before:
            return () if self.is_vague else before[-1].years
        beside = list(mentions(self.number.passage.beside.translate(WIDTHS), self.current))
        return beside[0].years if len(beside) == 1 else ()

    @functools.cached_property
    def is_vague(self) -> bool:
        """Whether another number stands between the number and the year before it."""
        before = [each.end for each in mentions(self.before, self.current)]
        return bool(before) and re.search(r"\d", re.sub(DATES, "", self.before[before[-1] :])) is not None

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
        wide = f"{near} {passage.above}"
        case = Case(number, known, end, value, known.told(near), known.told(wide), known.named(wide))
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
        if case.wide >= 0.6 and is_slip(case):
            return True
        behind = self.sentence[(case.end or self.number.end) - self.offset :]
        if case.named < 0.8 or self.is_vague or (re.match(PAST, behind) and not self.named):
            return False
        if re.search(TOTAL, self.sentence) and not any(re.search(TOTAL, name) for name in case.known.names):
            return False
        if self.is_cell:
            return case.near >= 0.9
        if re.search(PART, re.sub(OF_ALL, "", self.before)) or re.search(PART, behind[:12]):
            return False
        if self.is_of_another_year(case):
            return True
        if re.match(BUILT, behind):
            return False
        return self.is_labelled(case) or self.is_beside(case) or self.is_alone(case, behind)

    def is_of_another_year(self, case: Case) -> bool:
        """Whether it says something that the number equals the value of a year that is not meant."""
        return self.number.figures > 1 and case.near >= 0.5 and any(equals(case, each) for each in case.known.values)

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
        if not value.value:  # to zero nothing is near: what the figure has been before is
            return 0 < case.value <= max(abs(each.value) for each in case.known.values) * FACTOR
        if not case.value or value.value * case.value < 0:
            return False
        ratio = case.value / value.value
        slipped = abs(math.log10(ratio)) if ratio > 0 else 0.5
        return 1 / FACTOR <= ratio <= FACTOR or (slipped >= 1 and abs(slipped - round(slipped)) < 1e-9)


def equals(case: Case, value: Value) -> bool:
    rough = case.number.about or case.number.step != 1
    slack = max(case.number.step / 2 - 1e-9 if rough else 0.0, value.slack + 1e-9)
    values = (case.value, -case.value) if case.value > 0 > value.value else (case.value,)
    return any(abs(each - value.value) <= slack for each in values)


def is_slip(case: Case) -> bool:
    """Whether one digit of a long number is another than a figure's."""
    for value in case.known.values:
        typed, right = (f"{abs(each):.0f}".rstrip("0") for each in (case.value, value.value))
        if len(typed) == len(right) >= LONG and sum(a != b for a, b in zip(typed, right, strict=True)) == 1:
            return True
    return False
