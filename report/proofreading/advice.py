"""The expression that prints what an author typed.

In: a typed Number, a figure's id and the edition. Out: an expression whose wording was compared with what stands there,
character by character; None where there is none.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from report.figures.arithmetic import Year, Years
from report.figures.expressions import ExpressionError, express
from report.figures.filters import worded
from report.figures.model import Amount
from report.proofreading.numbers import Number
from report.text.edition import Edition

STEPS = ("", "十", "百", "千", "万", "十万", "百万", "千万", "億", "十億", "百億", "千億", "兆")
LARGE = "number"  # the mark of a number that is set large


class Advice(NamedTuple):
    """words: what it stands for."""

    expression: str
    words: str


def advised(number: Number, id: str, unit_end: int | None, edition: Edition) -> Advice | None:
    """id: of a figure, as in an expression. unit_end: where the figure's unit ends in the passage; None: the number is
    bare, as in a table."""
    words = number.passage.words
    begin = number.start if words[number.start] in "約お" or number.start == number.digits else number.digits
    spans = [(begin, unit_end)] if unit_end else []
    spans += [(begin, number.end)] if begin == number.digits else [(begin, unit_end or number.end)]
    spans += [(number.digits, number.end)]
    is_large = LARGE in number.passage.run(number.digits).marks
    for start, end in dict.fromkeys(spans):
        for filters in _filters(number, is_large and (start, end) != (number.digits, number.end)):
            expression = "".join((id, *(f" | {each}" for each in filters)))
            if _printed(expression, edition) == words[start:end]:
                return Advice(f"{{{{ {expression} }}}}", words[start:end])
    return None


def _printed(expression: str, edition: Edition) -> str:
    def lookup(id: str) -> Amount | Years | Year:
        if not edition.figures.get(id) and not edition.figures.has_years(id):
            raise KeyError(None)  # without the hint that an author would need, which takes long to find
        return edition.named(id, {})

    try:
        made = express(expression, lookup).wording
    except ExpressionError:
        return ""
    return "".join(words for words, _ in worded(made))


def _filters(number: Number, is_large: bool) -> Iterator[tuple[str, ...]]:
    """Chains of filters, the shortest first."""
    steps = ["", *(f"{name}({_step(number.step)})" for name in ("約", "四捨五入") if _step(number.step))]
    decimals = number.passage.words[number.digits : number.end].replace("．", ".").partition(".")[2]
    forms = ["", "約なし", "数字", "億万", "億", "万", "兆", "コンマなし"]
    for step, form in itertools.product(steps, forms):
        fixed = (f"小数({len(decimals)})",) if decimals and not step else ()
        for more in dict.fromkeys(((), fixed)):
            chain = tuple(filter(None, (step, form if form not in ("数字", "コンマなし") else "", *more)))
            if form in ("数字", "コンマなし"):
                chain = (*chain, form)
            if not is_large:
                yield chain
            elif form not in ("数字", "コンマなし", "億万", "約なし"):
                yield (*chain, "大きく")


def _step(step: float) -> str:
    """A step as `約` takes it: 百, 億, 0.1."""
    if step < 1:
        return f"{step:g}"
    power = len(f"{step:.0f}") - 1
    return (STEPS[power] if power < len(STEPS) else "") or "1"
