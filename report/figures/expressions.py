"""`{{ … }}` in an author's text: a figure, a little arithmetic, and how it is to be worded.

    {{ nursery.capacity.growth }}             約8,500人       the figure as it words itself
    {{ nursery.capacity.growth | number }}    8,500           filters: figures.filters
    {{ nursery.waiting[令5] }}                 0人             a year of a series; also nursery.waiting.R5
    {{ nursery.waiting.change | 増減 }}         減少            words after a series, functions: figures.functions
    {{ parks.area.after - parks.area.before }}   9ha          + − × ÷ and brackets; a minus sign has spaces around it
    {{ 2023-04-01 | wareki }}                 令和5年4月1日

In: the text between the braces and a lookup of what it names: numbers, years, or words (of a letter's recipient). Out:
a string. A parser of our own over a closed grammar: nothing of the author's is ever run. Mistakes are ExpressionErrors
that know their offset in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from report.figures import format as wording
from report.figures.arithmetic import Refusal, Value, Year, Years, combine
from report.figures.filters import ENGLISH, FILTERS, Wording, apply, worded
from report.figures.functions import FUNCTIONS, WORDS, call
from report.figures.model import Amount
from report.figures.tokens import ExpressionError, Token, tokens_of
from report.messages import Message, did_you_mean, message, nearest
from report.source import LARGEST

DEEPEST = 20  # brackets in brackets; nobody needs more, and the parser recurses
LONGEST = 1000  # words and signs
T = TypeVar("T")


class Chosen(NamedTuple):
    """A filter as it was written."""

    name: Token
    arguments: list[Token]


class Expressed(NamedTuple):
    """used: ids of the figures it leans on."""

    wording: Wording
    used: tuple[str, ...]


Lookup = Callable[[str], Value | Years]  # raises KeyError with what makes a hint


def evaluate(source: str, lookup: Lookup) -> Amount:
    """The number an expression stands for; filters are not taken here."""
    value, filters = _Parser(source, lookup).expression()
    if filters:
        raise ExpressionError(filters[0].name.offset, message("filter-in-formula"))
    if not isinstance(value, Amount):
        found = message("year") if isinstance(value, Year) else message("date")
        raise ExpressionError(0, message("expected", wanted=message("number"), found=found))
    return value


def express(source: str, lookup: Lookup) -> Expressed:
    """The wording of an expression as marked-up text: that of its last filter, or its own."""
    value, filters = _Parser(source, lookup).expression()
    used = getattr(value, "used", ())
    for name, arguments in filters:
        if isinstance(value, str | tuple) and not isinstance(value, Year):
            raise ExpressionError(name.offset, message("filter-after-words", name=name.text))
        offsets = [argument.offset for argument in arguments]
        value = _placed(name.offset, offsets, apply, FILTERS[name.text], value, [each.text for each in arguments])
    return Expressed(worded(value), used)


def names(source: str) -> list[tuple[str, bool]]:
    """What an expression names, in order, and whether as an argument, so perhaps as a series; nothing of one that
    cannot be read."""
    try:
        tokens = [Token("start", "", 0), *tokens_of(source)]
    except ExpressionError:
        return []
    around = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return [(each.text, a.text in ("(", ",") and b.text in (",", ")")) for a, each, b in around if each.kind == "name"]


def is_figure(value: float) -> bool:
    """Whether a float is a number that can be worded: finite, and not too large to be exact."""
    return abs(value) <= LARGEST  # nan is not


class _Parser:
    """expression := sum ("|" filter)* ; sum := product (±product)* ; product := factor (×÷ factor)* ;
    factor := -factor | (sum) | number | date | name | name(argument, …) ; filter := name | name(word, …)"""

    def __init__(self, source: str, lookup: Lookup):
        self.source, self.lookup = source, lookup
        self.tokens = tokens_of(source)
        self.at = 0
        self.depth = 0

    def expression(self) -> tuple[Value, list[Chosen]]:
        value = self.sum()
        filters = []
        while self.take("|"):
            filters.append(self.filter())
        rest = self.next()
        if rest.kind != "end":
            raise ExpressionError(rest.offset, message("word-misplaced", word=rest.text), _sign_hint(rest))
        _check(value, 0)
        return value, filters

    def filter(self) -> Chosen:
        token = self.next()
        if token.kind != "name":
            raise _unexpected(token, message("filter-name"), _filter_hint(""))
        if token.text not in FILTERS:
            unknown = message("filter-unknown", name=token.text)
            raise ExpressionError(token.offset, unknown, _filter_hint(token.text))
        opening = self.take("(")
        return Chosen(token, self.listed(opening, self.word) if opening else [])

    def word(self) -> Token:
        token = self.next()
        if token.kind not in ("name", "number", "words"):
            raise _unexpected(token, message("words"))
        unit = self.tokens[self.at]
        if token.kind == "number" and unit.kind == "name" and unit.offset == token.offset + len(token.text):
            return token._replace(text=token.text + self.next().text)  # 100万
        return token

    def sum(self) -> Value:
        value = self.product()
        while sign := self.take("+", "-"):
            value = self.combined(sign, value, self.product())
        return value

    def product(self) -> Value:
        value = self.factor()
        while sign := self.take("*", "/"):
            value = self.combined(sign, value, self.factor())
        return value

    def factor(self) -> Value:
        minus = []
        while sign := self.take("-"):
            minus.append(sign)
        value = self.plain()
        for sign in minus:
            value = self.combined(sign, Amount(0.0), value)
        return value

    def combined(self, sign: Token, left: Value, right: Value) -> Amount:
        return _placed(sign.offset, [], combine, sign.text, left, right)

    def plain(self) -> Value:
        token = self.next()
        if token.text == "(" and token.kind == "sign":
            self.deepen(token)
            inner = self.sum()
            if not self.take(")"):
                raise ExpressionError(token.offset, message("bracket-unclosed"))
            self.depth -= 1
            return inner
        if token.kind == "number":
            return _check(Amount(float(token.text.replace(",", ""))), token.offset)
        if token.kind == "date":
            date = wording.parse_date(token.text)
            if date is None:
                raise ExpressionError(token.offset, message("date-wrong", date=token.text))
            return date
        if token.kind == "name":
            opening = self.take("(")
            return self.called(token, opening) if opening else self.named(token)
        raise _unexpected(token, message("figure-or-number"))

    def named(self, token: Token) -> Value:
        """A figure, a word after a series, or a year."""
        value = self.looked_up(token.text)
        if isinstance(value, Years):
            if value.alone:
                return value.alone
            raise ExpressionError(token.offset, message("figure-unknown", id=token.text), value.hint)
        if not isinstance(value, KeyError):
            return value
        stem, _, word = token.text.rpartition(".")
        years = self.looked_up(stem) if stem else None
        if isinstance(years, Years) and word.isidentifier() and wording.parse_year(word) is None:
            offset = token.offset + len(stem) + 1
            if word in WORDS:
                return _placed(offset, [], WORDS[word], years)
            unknown = message("word-of-series-unknown", word=word, id=stem)
            raise ExpressionError(offset, unknown, did_you_mean(word, WORDS))
        year = wording.parse_year(token.text)
        if year is not None:
            return Year(year)
        hint = message("single-value", id=stem) if word in WORDS and isinstance(years, Amount) else value.args[0]()
        raise ExpressionError(token.offset, message("figure-unknown", id=token.text), hint)

    def looked_up(self, id: str) -> Value | Years | KeyError:
        try:
            return self.lookup(id)
        except KeyError as error:
            return error

    def called(self, name: Token, opening: Token) -> Value:
        if name.text not in FUNCTIONS:
            unknown = message("function-unknown", name=name.text)
            raise ExpressionError(name.offset, unknown, did_you_mean(name.text, FUNCTIONS))
        self.deepen(opening)
        offsets: list[int] = []

        def argument() -> Value | Years:
            offsets.append(self.tokens[self.at].offset)
            return self.argument()

        arguments = self.listed(opening, argument)
        self.depth -= 1
        return _check(_placed(name.offset, offsets, call, FUNCTIONS[name.text], arguments), name.offset)

    def argument(self) -> Value | Years:
        """A sum, or a series as a whole."""
        token = self.tokens[self.at]
        if token.kind == "name" and self.tokens[self.at + 1].text in (",", ")"):
            value = self.looked_up(token.text)
            if isinstance(value, Years):
                self.next()
                return value
        return _check(self.sum(), token.offset)

    def listed(self, opening: Token, read: Callable[[], T]) -> list[T]:
        """What stands in brackets, between commas."""
        found: list[T] = []
        while not self.take(")"):
            if found and not self.take(","):
                end = self.tokens[self.at]
                if end.kind == "end":
                    raise ExpressionError(opening.offset, message("bracket-unclosed"))
                raise _unexpected(end, message("comma"))
            found.append(read())
        return found

    def deepen(self, opening: Token) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ExpressionError(opening.offset, message("brackets-too-many"))

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


def _unexpected(token: Token, wanted: Message, hint: Message | None = None) -> ExpressionError:
    found = message("quoted", text=token.text) if token.text else message("nothing")
    return ExpressionError(token.offset, message("expected", wanted=wanted, found=found), hint)


def _sign_hint(token: Token) -> Message | None:
    return message("sign-between") if token.kind in ("name", "number") else None


def _filter_hint(name: str) -> Message | None:
    """The nearest filter: of two characters, 増滅 and 増減, one is enough."""
    alike = (known for known in sorted(FILTERS) if not known.isascii() and {*known} & {*name})
    near = nearest(name, FILTERS) or min(alike, key=lambda known: abs(len(known) - len(name)), default="")
    return message("did-you-mean", word=near) if near else did_you_mean(name, FILTERS.keys() - ENGLISH)


def _check(value: T, offset: int) -> T:
    if isinstance(value, Amount) and not is_figure(value.value):
        raise ExpressionError(offset, message("sum-without-number"), message("numbers-go-up-to"))
    return value


def _placed(offset: int, arguments: Sequence[int], make: Callable[..., T], *values: object) -> T:
    """What `make` makes; what it refuses is an error at a word, or at one of its arguments."""
    try:
        return make(*values)
    except Refusal as wrong:
        at = offset if wrong.at is None else arguments[wrong.at]
        raise ExpressionError(at, wrong.message, wrong.hint) from None
