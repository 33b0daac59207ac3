"""`{{ … }}` in an author's text: a figure, a little arithmetic, and how it is to be worded.

    {{ nursery.capacity.growth }}             約8,500人       the figure as it words itself
    {{ nursery.capacity.growth | number }}    8,500           filters: see FILTERS
    {{ nursery.capacity.growth | big }}       約__8,500__人   with the number marked as a figure
    {{ nursery.waiting[令5] }}                 0人             a year of a series; also nursery.waiting.R5
    {{ parks.area.after - parks.area.before }}   9ha          + − × ÷ and brackets; a minus sign has spaces around it
    {{ 2023-04-01 | wareki }}                 令和5年4月1日

In: the text between the braces and a lookup of figures. Out: a string. A parser of our own over a closed grammar:
nothing of the author's is ever run. Mistakes are ExpressionErrors that know their offset in the text.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import NamedTuple

from report.figures import format as wording
from report.figures.model import Amount
from report.messages import Message, did_you_mean, message
from report.source import LARGEST

DEEPEST = 20  # brackets in brackets; nobody needs more, and the parser recurses
LONGEST = 1000  # words and signs
TOKEN = re.compile(
    r"""\s*(?:
      (?P<date>\d{4}-\d{2}-\d{2})
    | (?P<number>\d[\d,]*(?:\.\d+)?)
    | (?P<name>[^\W\d]\w*(?:-\w+)*(?:\.\w+(?:-\w+)*)*(?:\[[^\]]*\])?)
    | (?P<sign>[-+−*×/÷()|])
    )""",
    re.VERBOSE,
)
SIGNS = {"−": "-", "×": "*", "÷": "/"}


class ExpressionError(Exception):
    """offset: of the mistake, in characters of the expression. message: None for one that is reported already."""

    def __init__(self, offset: int, message: Message | None, hint: Message | None = None):
        super().__init__(message)
        self.offset, self.message, self.hint = offset, message, hint


class Token(NamedTuple):
    kind: str
    text: str
    offset: int


Value = Amount | datetime.date
Wording = tuple[tuple[str, bool], ...]  # words, and whether they are a number set as a figure
Lookup = Callable[[str], Amount]  # raises KeyError with a hint as its argument


def evaluate(source: str, lookup: Lookup) -> Amount:
    """The number an expression stands for; filters are not taken here."""
    value, filters = _Parser(source, lookup).expression()
    if filters:
        raise ExpressionError(filters[0].offset, message("filter-in-formula"))
    if not isinstance(value, Amount):
        raise ExpressionError(0, message("expected", wanted=message("number"), found=message("date")))
    return value


def express(source: str, lookup: Lookup) -> tuple[str, Amount | None]:
    """The wording of an expression as marked-up text, and the amount it came from (None for a date)."""
    value, filters = _Parser(source, lookup).expression()
    if not filters:
        filters = [Token("name", "value" if isinstance(value, Amount) else "wareki", 0)]
    if len(filters) > 1:
        raise ExpressionError(filters[1].offset, message("filters-two"))
    chosen = filters[0]
    word = FILTERS.get(chosen.text)
    if word is None:
        unknown = message("filter-unknown", name=chosen.text)
        raise ExpressionError(chosen.offset, unknown, did_you_mean(chosen.text, FILTERS))
    try:
        words = word(value)
    except ValueError as error:
        raise ExpressionError(chosen.offset, error.args[0]) from None
    return ((words, False),) if isinstance(words, str) else words, value if isinstance(value, Amount) else None


def names(source: str) -> list[str]:
    """What an expression names, in order; nothing of one that cannot be read."""
    try:
        return [token.text for token in _tokens(source) if token.kind == "name"]
    except ExpressionError:
        return []


def is_figure(value: float) -> bool:
    """Whether a float is a number that can be worded: finite, and not too large to be exact."""
    return abs(value) <= LARGEST  # nan is not


class _Parser:
    """expression := sum ("|" name)* ; sum := product (±product)* ; product := factor (×÷ factor)*"""

    def __init__(self, source: str, lookup: Lookup):
        self.source, self.lookup = source, lookup
        self.tokens = _tokens(source)
        self.at = 0
        self.depth = 0

    def expression(self) -> tuple[Value, list[Token]]:
        value = self.sum()
        filters = []
        while self.take("|"):
            token = self.next()
            if token.kind != "name":
                raise _unexpected(token, message("filter-name"), did_you_mean("", FILTERS))
            filters.append(token)
        rest = self.next()
        if rest.kind != "end":
            raise ExpressionError(rest.offset, message("word-misplaced", word=rest.text), _sign_hint(rest))
        if isinstance(value, Amount) and not is_figure(value.value):
            raise ExpressionError(0, message("sum-without-number"), message("numbers-go-up-to"))
        return value, filters

    def sum(self) -> Value:
        value = self.product()
        while sign := self.take("+", "-"):
            value = _combine(sign, value, self.product())
        return value

    def product(self) -> Value:
        value = self.factor()
        while sign := self.take("*", "/"):
            value = _combine(sign, value, self.factor())
        return value

    def factor(self) -> Value:
        minus = []
        while sign := self.take("-"):
            minus.append(sign)
        value = self.plain()
        for sign in minus:
            value = _combine(sign, Amount(0.0), value)
        return value

    def plain(self) -> Value:
        token = self.next()
        if token.text == "(":
            self.depth += 1
            if self.depth > DEEPEST:
                raise ExpressionError(token.offset, message("brackets-too-many"))
            inner = self.sum()
            if not self.take(")"):
                raise ExpressionError(token.offset, message("bracket-unclosed"))
            self.depth -= 1
            return inner
        if token.kind == "number":
            value = float(token.text.replace(",", ""))
            if not is_figure(value):
                raise ExpressionError(token.offset, message("sum-without-number"), message("numbers-go-up-to"))
            return Amount(value)
        if token.kind == "date":
            date = wording.parse_date(token.text)
            if date is None:
                raise ExpressionError(token.offset, message("date-wrong", date=token.text))
            return date
        if token.kind == "name":
            try:
                return self.lookup(token.text)
            except KeyError as error:
                unknown = message("figure-unknown", id=token.text)
                raise ExpressionError(token.offset, unknown, error.args[0]) from None
        raise _unexpected(token, message("figure-or-number"))

    def next(self) -> Token:
        token = self.tokens[self.at]
        if self.at == LONGEST:
            raise ExpressionError(token.offset, message("expression-too-long", most=LONGEST))
        self.at = min(self.at + 1, len(self.tokens) - 1)
        return token

    def take(self, *signs: str) -> Token | None:
        token = self.tokens[self.at]
        if token.kind == "sign" and token.text in signs:
            return self.next()
        return None


def _tokens(source: str) -> list[Token]:
    tokens, at = [], 0
    end = len(source.rstrip())
    while at < end:
        found = TOKEN.match(source, at)
        if found is None:
            offset = at + len(source[at:]) - len(source[at:].lstrip())
            raise ExpressionError(offset, message("sign-unknown", sign=source[offset]))
        kind = found.lastgroup or ""
        text = found[kind]
        tokens.append(Token(kind, SIGNS.get(text, text), found.start(kind)))
        at = found.end()
    return [*tokens, Token("end", "", end)]


def _unexpected(token: Token, wanted: Message, hint: Message | None = None) -> ExpressionError:
    found = message("quoted", text=token.text) if token.text else message("nothing")
    return ExpressionError(token.offset, message("expected", wanted=wanted, found=found), hint)


def _sign_hint(token: Token) -> Message | None:
    return message("sign-between") if token.kind in ("name", "number") else None


def _combine(sign: Token, left: Value, right: Value) -> Amount:
    if not isinstance(left, Amount) or not isinstance(right, Amount):
        raise ExpressionError(sign.offset, message("dates-in-sum"))
    units = {unit for unit in (left.unit, right.unit) if unit}
    if sign.text in "+-" and len(units) > 1:
        raise ExpressionError(sign.offset, message("units-not-added", left=left.unit, right=right.unit))
    if sign.text == "*" and left.unit and right.unit:
        raise ExpressionError(sign.offset, message("units-not-multiplied", left=left.unit, right=right.unit))
    if sign.text == "/":
        if not right.value:
            raise ExpressionError(sign.offset, message("division-by-zero"))
        if right.unit and right.unit != left.unit:
            what = message("units-not-divided", left=left.unit or message("bare-number"), right=right.unit)
            raise ExpressionError(sign.offset, what)
        units = set() if right.unit else units
    value = {
        "+": lambda: left.value + right.value,
        "-": lambda: left.value - right.value,
        "*": lambda: left.value * right.value,
        "/": lambda: left.value / right.value,
    }[sign.text]()
    return Amount(
        value=value,
        unit="".join(units),
        approximate=left.approximate or right.approximate,
        status="provisional" if "provisional" in (left.status, right.status) else "derived",
        as_of=left.as_of if left.as_of == right.as_of else "",
        used=left.used + right.used,
    )


def _amount(value: Value) -> Amount:
    if not isinstance(value, Amount):
        raise ValueError(message("filter-of-numbers"))
    return value


def _as_of(value: Value) -> str:
    amount = _amount(value)
    if not amount.as_of:
        raise ValueError(message("as-of-missing"))
    return _date(amount.as_of)


def _date(as_of: str) -> str:
    date = wording.parse_date(as_of)
    if date is not None:
        return wording.wareki(date)
    year = wording.parse_year(as_of)
    if year is None:
        raise ValueError(message("as-of-of-every-year", date=as_of))
    return wording.fiscal_year(year) + ("末" if as_of.strip().endswith("末") else "")


def _wareki(value: Value) -> str:
    return _as_of(value) if isinstance(value, Amount) else wording.wareki(value)


def _oku(value: Value) -> str:
    amount = _amount(value)
    value, unit = wording.in_ones(amount.value, amount.unit)
    about = "約" if amount.approximate else ""
    return f"{about}{wording.grouped(value)}{unit}"


def _big(value: Value) -> Wording:
    amount = _amount(value)
    return ("約" if amount.approximate else "", False), (wording.number(amount.value), True), (amount.unit, False)


def _percent(value: Value) -> str:
    amount = _amount(value)
    if amount.unit and amount.unit not in wording.PER_CENT:
        raise ValueError(message("percent-of-unit", unit=amount.unit))
    scaled = amount.value if amount.unit else amount.value * 100  # a bare share is of 1
    return f"{wording.number(round(scaled, 1))}%"


FILTERS: dict[str, Callable[[Value], str | Wording]] = {
    "value": lambda v: wording.quantity(_amount(v).value, _amount(v).unit, _amount(v).approximate),  # 約8,500人
    "big": _big,  # 約__8,500__人
    "number": lambda v: wording.number(_amount(v).value),  # 8,500
    "exact": lambda v: wording.quantity(_amount(v).value, _amount(v).unit),  # 8,500人
    "plain": lambda v: wording.plain(_amount(v).value),  # 8500
    "unit": lambda v: _amount(v).unit,  # 人
    "oku": _oku,  # 400億円, 1万2,345人
    "percent": _percent,  # 92%
    "wareki": _wareki,  # 令和5年4月1日; of a figure, its as-of date
    "as-of": _as_of,  # the same, of a figure only
}
