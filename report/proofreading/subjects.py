"""What the figures are about, to find the one that a typed number may be.

In: the Figures of an edition. Out: `Known` ones, each with its values by year; and how much of what one is called
stands among some words (`told`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from report.figures import format as wording
from report.figures.model import Datum, Figure, Figures, Series
from report.proofreading.passages import WIDTHS

BRACKETS = r"[（(][^（）()]*[）)]"
YEARS = r"(?:令和?|平成?|昭和?)?(?:元|\d+)(?:年度?|月|日|年間|歳)+(?:末|から|まで)?"
COUNTS = "総数|人数|件数|校数|数|総額|額|割合|率|合計|累計"  # say no more than the unit
RUN = "[一-鿿々〆]+|[ァ-ヶー]+|[^\\Wぁ-ヶー一-鿿々〆]+"  # a word, as far as its characters tell
SHORT = 2  # characters of a word that two texts may have in common


class Value(NamedTuple):
    """year: None of a single value. value: in ones. slack: what its last digit leaves open."""

    year: int | None
    value: float
    slack: float
    planned: bool = False


class Known(NamedTuple):
    """names: what it is called, and how it is defined. unit: as it is written; ones: of ones. latest: of the edition.
    is_series: its id alone is no number."""

    id: str
    names: tuple[str, ...]
    unit: str
    ones: str
    values: tuple[Value, ...]
    latest: Value | None
    is_series: bool

    @property
    def has_years(self) -> bool:
        return any(each.year is not None for each in self.values)

    def told(self, words: str) -> float:
        """How much of a name stands among words, 0 to 1: the best of its names."""
        return max((_told(name, words) for name in self.names), default=0.0)

    def named(self, words: str) -> float:
        """The same by whole words only, and not by a definition that lists parts: 区立中学校 is no 区立小学校."""
        return max((_named(name, words) for name in self.names if "、" not in name), default=0.0)

    def at(self, year: int | None) -> Value | None:
        return next((each for each in self.values if each.year == year), None)


def known(figures: Figures, current: int | None) -> list[Known]:
    """All of them. current: the edition's year."""
    definitions = {id: entry.definition for id, entry in figures.entries.items()}
    singles = (figure for id, figure in figures.singles.items() if id not in figures.yearly)
    return [
        *(_of_series(each, definitions[id], current) for id, each in figures.runs.items()),
        *(_of_series(each, definitions[id], current)._replace(is_series=False) for id, each in figures.yearly.items()),
        *(_of_single(each, definitions[each.id]) for each in singles),
    ]


def _of_single(figure: Figure, definition: str) -> Known:
    value = _value(None, figure.value, figure.unit, figure.approximate)
    ones = wording.in_ones(1, figure.unit)[1]
    return Known(figure.id, _names("", definition, ones), figure.unit, ones, (value,), value, False)


def _of_series(series: Series, definition: str, current: int | None) -> Known:
    values = tuple(_of_datum(datum, series.unit) for datum in series.data)
    told = [each for each in values if not each.planned and (current is None or (each.year or 0) <= current)]
    ones = wording.in_ones(1, series.unit)[1]
    names = _names(series.name, definition, ones)
    return Known(series.id, names, series.unit, ones, values, told[-1] if told else None, True)


def _of_datum(datum: Datum, unit: str) -> Value:
    return _value(datum.year, datum.value, unit, datum.approximate)._replace(planned=datum.planned)


def _value(year: int | None, value: float, unit: str, about: bool) -> Value:
    size = wording.in_ones(1, unit)[0]
    step = 10.0 ** -wording.decimals(value)
    while about and value and value % (step * 10) == 0:
        step *= 10
    return Value(year, value * size, step * size / 2)


def _names(name: str, definition: str, unit: str) -> tuple[str, ...]:
    return tuple(filter(None, (_plain(each, unit) for each in (name, definition))))


def _plain(name: str, unit: str) -> str:
    """Without brackets, years and numbers, and without what only says that it counts: 実施園数 of 園 is 実施."""
    text = re.sub(rf"{BRACKETS}|{YEARS}|[\d.%]+", " ", name.translate(WIDTHS)).strip()
    text = text.partition("。")[0].replace(f"{unit}数", "数")
    return re.sub(rf"の?(?:{COUNTS})(?![一-鿿ァ-ヶ])", "", text)


@functools.lru_cache(maxsize=10_000)
def _told(name: str, words: str) -> float:
    whole = _weight(name)
    return sum(map(_weight, _shared(name, words))) / whole if whole else 0.0


@functools.lru_cache(maxsize=10_000)
def _named(name: str, words: str) -> float:
    whole = _weight(name)
    return sum(_weight(run) for run in re.findall(RUN, name) if run in words) / whole if whole else 0.0


def _shared(name: str, words: str) -> Iterator[str]:
    """The parts of a name that stand among words, the longest from each place on."""
    at = 0
    while at < len(name) - 1:
        end = at
        while end < len(name) and name[at : end + 1] in words:
            end += 1
        part = name[at:end]
        if len(part) >= SHORT and _weight(part) >= SHORT:
            yield part
            at = end
        else:
            at += 1


def _weight(words: str) -> int:
    """Characters that say something: kanji, katakana, letters; hiragana join them."""
    return sum(not "ぁ" <= char <= "ん" and char.isalnum() for char in words)
