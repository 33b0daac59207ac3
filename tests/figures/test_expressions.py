"""The little language between the braces."""

from __future__ import annotations

import pytest

from report.figures.expressions import Amount, ExpressionError, evaluate, express

KNOWN = {
    "nursery.growth": Amount(8500, "人", True, "published", "2023-04-01", ("nursery.growth",)),
    "care.low-cost": Amount(13, "か所", False, "provisional", "", ("care.low-cost",)),
    "fund": Amount(40_000_000_000, "円", False, "published", "令和5年度末"),
    "fund.target": Amount(400, "億円"),
    "fund.printed": Amount(640_120_000, "千円"),
    "visitors": Amount(12.5, "百万人"),
    "share": Amount(0.915),
    "parks[令5]": Amount(108, "ha"),
}


def lookup(id: str) -> Amount:
    try:
        return KNOWN[id]
    except KeyError:
        raise KeyError(lambda: "a hint") from None


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("nursery.growth", "約8,500人"),
        ("nursery.growth | big", "約__8,500__人"),
        (" nursery.growth|number ", "8,500"),
        ("nursery.growth | exact", "8,500人"),
        ("nursery.growth | plain", "8500"),
        ("nursery.growth | as-of", "令和5年4月1日"),
        ("fund | oku", "400億円"),
        ("fund | as-of", "令和5年度末"),
        ("fund.target | oku", "400億円"),
        ("fund.printed | oku", "6,401億2,000万円"),
        ("visitors | oku", "1,250万人"),
        ("share | percent", "91.5%"),
        ("2023-04-01 | wareki", "令和5年4月1日"),
        ("2023-04-01", "令和5年4月1日"),
        ("parks[令5] - 99", "9ha"),
        ("parks[令5] − 9 × (4 + 7) | number", "9"),
        ("care.low-cost * 2", "26か所"),
        ("parks[令5] ÷ parks[令5]", "1"),
        ("-3 + 1", "−2"),
    ],
)
def test_expressions_are_worded(source: str, words: str) -> None:
    wording, _ = express(source, lookup)
    assert "".join(f"__{words}__" if number else words for words, number in wording) == words


@pytest.mark.parametrize(
    ("source", "offset", "message"),
    [
        ("nursery.grwth", 0, 'no figure named "nursery.grwth"'),
        ("fund | okku", 7, 'no filter is called "okku"'),
        ("fund + nursery.growth", 5, "円 and 人 cannot be added or subtracted"),
        ("(fund", 0, 'bracket "(" is not closed'),
        ("fund fund", 5, '"fund" is not expected here'),
        ("", 0, "the id of a figure or a number expected, found nothing"),
        ("fund | 3", 7, 'the name of a filter expected, found "3"'),
        ("nursery.growth | percent", 17, "percent words a share; this number is in 人"),
        ("2023-02-03 | big", 13, "this filter words a number, not a date"),
        ("fund / 0", 5, "division by zero"),
        ("2023-02-30 | wareki", 0, '"2023-02-30" is not a date'),
        ("fund; import os", 4, '";" is not understood'),
        ("__import__ (1)", 0, 'no function is called "__import__"'),
        ("(" * 2000 + "1", 20, "too many brackets"),
        ("share | as-of", 8, "the figure has no as-of date"),
        ("fund | number | oku", 16, "what stands before oku is words already"),
    ],
)
def test_mistakes_know_their_place(source: str, offset: int, message: str) -> None:
    with pytest.raises(ExpressionError) as found:
        express(source, lookup)
    assert (found.value.offset, str(found.value.message)) == (offset, message)


def test_what_goes_in_is_remembered() -> None:
    amount = evaluate("care.low-cost + care.low-cost", lookup)
    assert (amount.status, amount.used) == ("provisional", ("care.low-cost", "care.low-cost"))
    assert evaluate("nursery.growth - 1", lookup).approximate
