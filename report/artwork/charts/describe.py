"""Charts in words, made from the data: what a reader who cannot see them hears.

In: the table behind a chart, or a share or a count. Out: a Japanese description (ISO 14289-1 7.3: a figure has an
alternative text): kind, title, unit, and of each series the first, last, highest and lowest value and the trend; 仮の値
is said.
"""

from __future__ import annotations

from itertools import pairwise

from report.artwork.charts.kinds import kinds
from report.artwork.charts.table import Row, Table
from report.figures.format import fiscal_year, number, quantity
from report.figures.model import Datum, Figure

PROVISIONAL = "（仮の値）"
PLANNED = "（予定）"
NONE = "なし"


def describe(table: Table) -> str:
    """A chart in words."""
    kind = kinds()[table.kind]
    sentences = [f"{kind.called}。"]  # its title stands beside it and over its table
    sentences += [_row(table, row) for row in table.rows if row.values]
    if kind.sums and len(table.rows) > 1:
        sentences.append(_total(table))
    if out := left_out(table):
        sentences.append(f"{out}。")
    if table.provisional:
        every = all(datum.status == "provisional" for row in table.rows for datum in row.data if datum)
        sentences.append("値は仮の値です。" if every else "一部は仮の値です。")
    return "".join(sentences)


def left_out(table: Table) -> str:
    """Which years the axis leaves out, though they have values; "" for none."""
    years = table.omitted_years(lambda years: [fiscal_year(year) for year in years])
    return f"{years}は省略" if years else ""


def values(table: Table) -> tuple[tuple[str, ...], ...]:
    """A row for each year, a column for each series; stacked ones are summed up."""
    rows = table.rows
    summed = kinds()[table.kind].sums and len(rows) > 1
    category = (table.category or "").strip("（）()")
    head = [category or "年度", *(_column(table, row) for row in rows)]
    made = [(*head, "合計") if summed else tuple(head)]
    for i, _ in enumerate(table.years):
        cells = [_cell(table, row, i) for row in rows]
        total = [_sum(table, i)] if summed else []
        made.append((year_of(table, i), *cells, *total))
    return tuple(made)


def _column(table: Table, row: Row) -> str:
    return row.name or table.title


def _cell(table: Table, row: Row, index: int) -> str:
    datum = row.data[index]
    if datum is None:
        return NONE
    return _value(table, row, index, datum) + (PROVISIONAL if datum.status == "provisional" else "")


def _sum(table: Table, index: int) -> str:
    """A year's total, as certain as its least certain part; none where there is none to tell."""
    if not table.complete(index):
        return NONE
    text = f"{number(table.total(index))}{table.rows[0].unit}"
    return text + (PROVISIONAL if table.provisional_in(index) else "")


def describe_share(said: str) -> str:
    """said: the share as it stands in the ring, with what it says beside the number (95%超)."""
    return f"円グラフ。{said}。"


def describe_units(count: Figure, added: Figure | None) -> str:
    """A mark for each unit of a count, some of them newly added."""
    marks, more = round(count.value), round(added.value) if added else 0
    of_these = f"うち{quantity(more, count.unit)}は増加分。" if more else ""
    return f"{quantity(marks, count.unit)}を{number(marks)}個の印で示した図。{of_these}"


def _row(table: Table, row: Row) -> str:
    """One series: 待機児童数は、平成26年度の487人から令和5年度の0人に減少。最大は…"""
    known, ends = row.known(), kinds()[table.kind].ends
    (first, start), (last, end) = known[0], known[-1]
    subject = f"{row.name}は、" if (ends or len(table.rows) > 1) and row.name else ""
    if len(known) == 1:
        return f"{subject}{year_of(table, first)}に{_value(table, row, first, start)}。"
    text = f"{subject}{year_of(table, first)}の{_value(table, row, first, start)}から"
    way, change = _trend(row)
    text += f"{way}{year_of(table, last)}の{_value(table, row, last, end)}{change}。"
    if ends:
        return text
    for word, pick in (("最大", max), ("最小", min)):
        i, datum = pick(known, key=lambda pair: pair[1].value)
        if datum.value not in (start.value, end.value):
            text += f"{word}は{year_of(table, i)}の{_value(table, row, i, datum)}。"
    return text


def _trend(row: Row) -> tuple[str, str]:
    """How a series goes on its way, and what has become of it."""
    values = row.values
    rises = any(b > a for a, b in pairwise(values))
    falls = any(b < a for a, b in pairwise(values))
    way = "、増減を経て" if rises and falls else ""
    if values[-1] == values[0]:
        return way, "に戻る" if way else "まで横ばい"
    return way, f"に{'増加' if values[-1] > values[0] else '減少'}"


def _total(table: Table) -> str:
    """From the first year whose parts are all known to the last one."""
    known, unit = [i for i in range(len(table.years)) if table.complete(i)], table.rows[0].unit
    if not known:
        return ""
    first, last = known[0], known[-1]
    start, end = table.total(first), table.total(last)
    if first == last:
        return f"合計は、{year_of(table, first)}に{number(start)}{unit}。"
    change = "まで横ばい" if end == start else "に増加" if end > start else "に減少"
    way = f"{year_of(table, first)}の{number(start)}{unit}から{year_of(table, last)}の{number(end)}{unit}"
    return f"合計は、{way}{change}。"


def _value(table: Table, row: Row, index: int, datum: Datum) -> str:
    return quantity(datum.value, row.unit, table.approximate(index, datum))


def year_of(table: Table, index: int) -> str:
    """令和5年度, with what the axis says of it."""
    end = "末" if "末" in (table.category or "") else ""
    return fiscal_year(table.years[index]) + end + (PLANNED if table.planned(index) else "")
