"""The kinds of charts: a row each here, and a module of the same name that draws it."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """called: in the chart's description. fewest, most: series. keys: those that only some kinds know, and this one."""

    called: str
    fewest: int
    most: int
    keys: frozenset[str]


MANY = 12  # series; the style has inks for fewer
YEARS = frozenset(("highlight", "category", "colour"))  # kinds with an axis of years
KINDS = {
    "combo": Kind("棒と折れ線のグラフ", 2, 2, YEARS | {"as"}),
    "bars": Kind("棒グラフ", 1, 1, YEARS | {"labels", "arrow"}),
    "stacked": Kind("積み上げ棒グラフ", 1, MANY, YEARS),
    "pairs": Kind("2つの年度を比べる横棒グラフ", 1, MANY, frozenset()),
    "lines": Kind("折れ線グラフ", 1, MANY, YEARS | {"labels"}),
    "area": Kind("面グラフ", 1, 1, YEARS | {"labels"}),
}
