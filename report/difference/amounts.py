"""What changed of a figure, in Japanese.

In: a FigureChange. Out: its name, its value then and now, and lines for other facts. Numbers are worded as on a page.
"""

from __future__ import annotations

from report.difference import FigureChange
from report.difference.naming import day
from report.figures.format import PER_CENT, quantity, short_year
from report.record.model import PrintedFigure

FACTS = {
    "name": "名称",
    "unit": "単位",
    "status": "状態",
    "approximate": "約",
    "as_of": "時点",
    "definition": "定義",
    "source": "出典",
    "department": "担当",
}
STATUS = {"published": "公表値", "derived": "計算値", "provisional": "仮の値"}


def figure_title(change: FigureChange) -> str:
    """待機児童数 令5, or of an advanced year without it."""
    figure = change.figure
    year = f" {short_year(figure.year)}" if "[" in figure.id and figure.year and "year" not in change.what else ""
    return f"{figure.name or figure.id}{year}"


def value_line(change: FigureChange) -> str:
    """0人 → 2人（＋2人）; "" where the value is what it was."""
    old, new = change.old, change.new
    if old is None or new is None:
        return (
            f"新たに掲載：{_amount(change.figure)}"
            if new
            else f"掲載をやめました（前の版では{_amount(change.figure)}）"
        )
    if "drawn" in change.what:
        gone = not any(place.new_page and not place.old for place in change.places)
        return f"{_amount(new)}（値は同じ）　グラフに{'載せなくなりました' if gone else '新たに載せました'}"
    if not {"value", "year", "unit"} & {*change.what}:
        return ""
    years = [f"{short_year(each.year)} " if "year" in change.what and each.year else "" for each in (old, new)]
    return f"{years[0]}{_amount(old)} → {years[1]}{_amount(new)}{_by(old, new)}"


def _amount(figure: PrintedFigure) -> str:
    return quantity(figure.value, figure.unit, figure.approximate)


def _by(old: PrintedFigure, new: PrintedFigure) -> str:
    """（＋2人）; "" between units."""
    if old.unit != new.unit:
        return ""
    by = new.value - old.value
    unit = "ポイント" if new.unit in PER_CENT else new.unit
    return f"（{'＋' if by > 0 else '−' if by < 0 else '±'}{quantity(abs(by), unit)}）"


def fact_lines(change: FigureChange) -> tuple[str, ...]:
    """What differs of a figure beside its value."""
    lines = []
    for fact, label in FACTS.items():
        if change.old and change.new and fact in change.what:
            was, now = (_fact(fact, each) for each in (change.old, change.new))
            lines.append(f"{label}：{was or 'なし'} → {now or 'なし'}")
    if "value" in change.what and change.places and all(place.old == place.new for place in change.places):
        lines.append("紙面の表記は変わりません")
    return tuple(lines)


def _fact(fact: str, figure: PrintedFigure) -> str:
    value = getattr(figure, fact)
    if fact == "approximate":
        return "付ける" if value else "付けない"
    if fact == "as_of":
        return day(value)
    return STATUS.get(value, value) if fact == "status" else value
