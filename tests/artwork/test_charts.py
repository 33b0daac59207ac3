"""Charts hold their words: nothing collides, nothing leaves the drawing, whatever the figures are."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
import pytest
from chart_samples import (
    DATA,
    HERE,
    chart,
    drawn,
    lettered,
    of_years,
    overlap,
    points,
    resolved,
    series,
    table,
    words,
    wrong,
)

from report.artwork import lettering
from report.artwork.charts import PARTS, Units, UnitsStyle, draw_donut, draw_units, left_out
from report.artwork.charts.describe import describe
from report.artwork.charts.describe import values as cells
from report.artwork.charts.kinds import kinds, modules
from report.artwork.charts.placement import Label, Spot, box_of
from report.artwork.charts.scene import World
from report.artwork.charts.table import turning
from report.artwork.charts.timeline import distances, stretches
from report.blocks.chart import Chart
from report.figures.model import Datum, Series
from report.messages import Failure
from report.messages.wording import english
from report.page import Drawing, GlyphRun, Shape
from report.style.fonts import letter
from report.style.sheet import StyleSheet
from report.units import Rect, Size, mm
from tests.words import written

ROOT = Path(__file__).parents[2]
LONG = "看護小規模多機能型居宅介護および都市型軽費老人ホーム"


def rows_for(kind: str, values: list[float], name: str = "定員数") -> list[Series]:
    """As many series as a kind takes, the second one unlike the first."""
    if kind in ("bars", "area"):
        return [series(values, name=name)]
    return [series(values, name=name), series(values[::-1], "b", name + "(予定)")]


def check(drawing: Drawing, world: World) -> None:
    """Words inside the drawing, clear of one another, of bars' edges and of strokes; marks inside, too."""
    frame = Rect(0, 0, *drawing.size)
    boxes = words(drawing, world)
    shapes = [item for item in drawing.items if isinstance(item, Shape)]
    assert boxes and shapes
    for box in boxes:
        assert min(box.x, box.y) >= -0.05 and box.right <= frame.right + 0.05 and box.bottom <= frame.bottom + 0.05
    for one, other in itertools.combinations(boxes, 2):
        assert not overlap(one, other)
    for shape in shapes:
        xs, ys = zip(*points(shape), strict=True)
        area = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        assert area.x >= 0 and area.y >= -0.05 and area.right <= frame.right and area.bottom <= frame.bottom
        for box in boxes:
            if shape.fill and len(set(xs)) == len(set(ys)) == 2:  # an upright rectangle: words stand on it or beside it
                assert not overlap(box, area) or (area.x <= box.x and area.right >= box.right)
                assert not overlap(box, area) or (area.y <= box.y and area.bottom >= box.bottom)
            if shape.stroke and "C" not in shape.path and "Z" not in shape.path:
                assert not any(_near(box, *pair) for pair in itertools.pairwise(points(shape)))


def _near(box: Rect, a: tuple[float, float], b: tuple[float, float]) -> bool:
    steps = (i / 200 for i in range(201))
    return any(
        box.x < a[0] + (b[0] - a[0]) * t < box.right and box.y < a[1] + (b[1] - a[1]) * t < box.bottom for t in steps
    )


NASTY: dict[str, list[float]] = {
    "twelve years": [3, 17, 8, 99, 120, 4, 5, 600, 7, 41, 12, 75],
    "equal": [5, 5, 5, 5],
    "zeros": [0, 0, 0, 0, 0],
    "huge": [1_234_567, 987_654, 1_100_000, 2_345_678, 1_999_999, 1_234_567],
    "huge, twelve years": [1_234_567 + i * 1_000 for i in range(12)],
    "zigzag": [100, 1, 100, 1, 100, 1, 100, 1],
    "cliff": [10_000, 1, 1, 1, 1, 1],
    "fractions": [0.5, 12.25, 3.125, 78.4],
    "two": [1, 2],
}


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("values", NASTY.values(), ids=NASTY)
@pytest.mark.parametrize("size", [(93.33, 57.5), (78, 38)])
def test_words_keep_clear(kind: str, values: list[float], size: tuple[float, float], world: World) -> None:
    check(drawn(table(kind, *rows_for(kind, values)), Size(mm(size[0]), mm(size[1])), world), world)


@pytest.mark.parametrize("kind", kinds())
def test_long_names_keep_clear_or_are_reported(kind: str, world: World) -> None:
    try:
        check(drawn(table(kind, *rows_for(kind, [3, 5, 9], LONG)), Size(mm(78), mm(52)), world), world)
    except Failure as failure:
        assert failure.diagnostics[0].origin == HERE and english(failure.diagnostics[0].message).hint


@pytest.mark.parametrize("kind", kinds())
def test_a_chart_without_room_says_so(kind: str, world: World) -> None:
    with pytest.raises(Failure, match=r"sections/02\.yaml:7:3: error: 保育定員数の推移: "):
        drawn(table(kind, *rows_for(kind, [3, 5, 9])), Size(mm(20), mm(9)), world)


VALUES = [40, 10, 20, 30]


def plain(kind: str, world: World, *rows: Series) -> Drawing:
    return drawn(table(kind, *(rows or rows_for(kind, VALUES))), Size(mm(93), mm(57)), world)


def rule_of(drawing: Drawing, world: World) -> list[tuple[float, float]]:
    """The first line in the ink of axes."""
    strokes = [item for item in drawing.items if isinstance(item, Shape) and item.stroke]
    return next(points(item) for item in strokes if item.stroke.ink == world.ink("ink2"))


def bars_on(drawing: Drawing, axis: int, at: float) -> list[tuple[float, float, float, float]]:
    """left, top, right, bottom of the bars, of which one side (1: the foot, 0: the left) lies there."""
    found = []
    for item in drawing.items:
        if isinstance(item, Shape) and item.fill and not item.stroke and len(points(item)) == 4:
            xs, ys = zip(*points(item), strict=True)
            if (max(ys) if axis else min(xs)) == pytest.approx(at, abs=0.01):
                found.append((min(xs), min(ys), max(xs), max(ys)))
    return found


def curves(drawing: Drawing) -> list[list[tuple[float, float]]]:
    return [points(s) for s in drawing.items if isinstance(s, Shape) and not s.fill and len(points(s)) == len(VALUES)]


def curve(controls: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points of a cubic."""
    shares = [((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (i / 200 for i in range(201))]
    return [tuple(sum(a * p[i] for a, p in zip(share, controls, strict=True)) for i in (0, 1)) for share in shares]  # type: ignore[misc]


def scaled(lengths: Iterable[float], values: list[float]) -> list[float]:
    """The lengths in the values' unit, as the first one says."""
    found = list(lengths)
    return [length * values[0] / found[0] for length in found]


@pytest.mark.parametrize("kind", ["bars", "combo", "stacked"])
def test_bars_stand_on_the_rule_and_are_as_high_as_their_values(kind: str, world: World) -> None:
    drawing = plain(kind, world)
    (start, foot), (end, _) = rule_of(drawing, world)
    bars = bars_on(drawing, 1, foot)
    assert start < min(left for left, *_ in bars) and end > max(right for _, _, right, _ in bars)
    assert scaled((foot - top for _, top, _, _ in bars), VALUES) == pytest.approx(VALUES, abs=0.01)
    widths, middles = [right - left for left, _, right, _ in bars], [(left + right) / 2 for left, _, right, _ in bars]
    assert widths == pytest.approx([widths[0]] * 4, abs=0.01)
    assert [b - a for a, b in itertools.pairwise(middles)] == pytest.approx([middles[1] - middles[0]] * 3, abs=0.01)


def test_stacked_bars_end_at_the_sum_of_their_values(world: World) -> None:
    rows = series([40, 10, 20, 30]), series([10, 30, 0, 50], "b"), series([30, 5, 60, 20], "c")
    drawing = plain("stacked", world, *rows)
    foot = rule_of(drawing, world)[0][1]
    tops: dict[float, float] = {}
    for item in drawing.items:
        if isinstance(item, Shape) and item.fill and max(x for x, _ in points(item)) - points(item)[0][0] > 20:
            left, top = (min(each) for each in zip(*points(item), strict=True))
            tops[round(left, 1)] = min(top, tops.get(round(left, 1), foot))
    assert scaled((foot - top for _, top in sorted(tops.items())), [80]) == pytest.approx([80, 45, 80, 100], abs=0.01)


@pytest.mark.parametrize("kind", ["lines", "area"])
def test_lines_run_through_their_values(kind: str, world: World) -> None:
    drawing = plain(kind, world)
    foot = rule_of(drawing, world)[0][1]
    lines = curves(drawing)
    for line, values in zip(lines, [VALUES, VALUES[::-1]][: len(lines)], strict=True):
        assert scaled((foot - y for _, y in line), values) == pytest.approx(values, abs=0.01)
        steps = [b[0] - a[0] for a, b in itertools.pairwise(line)]
        assert steps == pytest.approx([steps[0]] * 3, abs=0.01)
    assert len(lines) == (2 if kind == "lines" else 1)


def test_lines_share_one_axis(world: World) -> None:
    drawing = plain("lines", world, series([4, 1, 2, 3]), series(VALUES, "b"))
    foot = rule_of(drawing, world)[0][1]
    low, high = ([foot - y for _, y in line] for line in curves(drawing))
    assert high == pytest.approx([10 * rise for rise in low], abs=0.01)
    check(drawing, world)


def test_the_line_of_a_combination_has_an_axis_of_its_own_above_the_bars(world: World) -> None:
    drawing = plain("combo", world, series(VALUES), series([0, 500, 250, 1000], "b"))
    bars = bars_on(drawing, 1, rule_of(drawing, world)[0][1])
    (line,) = curves(drawing)
    rises = [line[0][1] - y for _, y in line[1:]]
    assert scaled(rises, [500]) == pytest.approx([500, 250, 1000], abs=0.1)
    assert [x for x, _ in line] == pytest.approx([(left + right) / 2 for left, _, right, _ in bars], abs=0.01)
    assert max(y for _, y in line) < min(top for _, top, _, _ in bars)


def test_pairs_are_as_long_as_their_values(world: World) -> None:
    drawing = plain("pairs", world, series([40, 99, 10]), series([20, 99, 50], "b"))
    left = rule_of(drawing, world)[0][0]
    bars = bars_on(drawing, 0, left)
    assert scaled((right - left for _, _, right, _ in bars), [40]) == pytest.approx([40, 10, 20, 50], abs=0.01)


@pytest.mark.parametrize("share", [0.05, 0.25, 0.5, 0.95])
def test_a_ring_is_filled_as_far_as_its_share(share: float, world: World) -> None:
    """Its arc is made of pieces: the area of both parts is as good as their angles."""

    def area(shape: Shape) -> float:
        corners = points(shape)
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)))

    rest, value = draw_donut(share, 100, world).items
    assert area(value) / (area(value) + area(rest)) == pytest.approx(share, abs=0.005)


@pytest.mark.parametrize("text", ["1,234", "0.5", "7", "約8,500", "令和元年度", "（予定）"])
def test_the_box_of_a_label_holds_its_ink(text: str, sheet: StyleSheet, world: World) -> None:
    chars = sheet.text("chart-value").char
    box = box_of(sheet.fonts, Label(text, chars, "ink", ()), Spot(20, 30, 0), letter(sheet.fonts, text, chars)[1])
    runs = lettering(sheet.fonts, text, chars, "ink", 20, -30)  # its plane runs down
    inked = words(Drawing("", Size(0, 0), tuple(runs)), world)
    slack = 0.02 * chars.size
    assert inked
    for ink in inked:
        assert box.left - slack <= ink.x and ink.right <= box.right + slack
        assert box.bottom - slack <= -ink.bottom and -ink.y <= box.top + slack


@pytest.mark.parametrize(("width", "first"), [(93, "令和元"), (60, "令元")])
def test_an_axis_names_the_era_it_begins_in_full_where_there_is_room(width: float, first: str, world: World) -> None:
    drawing = drawn(table("bars", series([1, 2, 3, 4, 5], first=2019)), Size(mm(width), mm(57)), world)
    years = ["".join(item.texts) for item in drawing.items if isinstance(item, GlyphRun) and "元" in item.texts]
    assert years == [first]


def test_a_year_without_a_value_keeps_its_place_and_the_line_is_dashed_over_it(world: World) -> None:
    whole, holed = series(VALUES), series(VALUES, "b")
    holed = msgspec.structs.replace(holed, data=(holed.data[0], *holed.data[2:]))
    drawing = plain("lines", world, whole, holed)
    lines = [each for each in drawing.items if isinstance(each, Shape) and not each.fill][1:]
    full, gap, rest = (points(each) for each in lines)
    assert (gap, rest) == ([full[0], full[2]], full[2:])
    assert [bool(each.stroke and each.stroke.dash) for each in lines] == [False, True, False]


def test_the_arrow_passes_above_the_labels(world: World) -> None:
    low = ([1800, 1850, 1900, 2060, 2620, 2800], [10, 60, 70, 75, 80, 120], [9, 7, 5, 3])
    steep = ([5, 70, 90, 98, 99, 100], [30, 95, 60, 100], [5, 80, 5, 90])
    for values, height in (*((each, 42) for each in low), *((each, 57) for each in steep)):
        made = table("bars", series(values), arrow=True, about=("平26",), highlight=("平26",))
        drawing = drawn(made, Size(mm(93.33), mm(height)), world)
        check(drawing, world)
        (arc,) = (each for each in drawing.items if isinstance(each, Shape) and each.path.count("C") == 1)
        for box in words(drawing, world):
            assert not any(box.x < x < box.right and box.y < y < box.bottom for x, y in curve(points(arc)))
        assert "約" in "".join("".join(item.texts) for item in drawing.items if isinstance(item, GlyphRun))


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind != "pairs"])
@pytest.mark.parametrize("size", [(93.33, 57.5), (60, 38)])
def test_one_year_can_be_shown(kind: str, size: tuple[float, float], world: World) -> None:
    check(drawn(table(kind, *rows_for(kind, [500])), Size(mm(size[0]), mm(size[1])), world), world)


@pytest.mark.parametrize("values", [[5], [5, 5], [5, 9, 5]])
def test_an_arrow_needs_a_change(values: list[float], world: World) -> None:
    made = table("bars", series(values), arrow=True)
    with pytest.raises(Failure, match="an arrow needs a change from the first year to the last"):
        drawn(made, Size(mm(93), mm(57)), world)


def test_a_kind_is_one_file() -> None:
    assert tuple(kinds()) == get_args(get_type_hints(Chart)["kind"])
    for kind, module in modules().items():
        assert PARTS[kind] is module.Style
        assert callable(module.draw)


ALL_KEYS = {"labels": "turning", "highlight": ("平26",), "arrow": True, "category": written("（年）", HERE)}


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("key", [*ALL_KEYS, "as", "colour"])
def test_a_key_that_means_nothing_to_a_kind_is_reported(kind: str, key: str) -> None:
    rows = rows_for(kind, [1, 2])
    made = chart(kind, *rows, **{k: v for k, v in ALL_KEYS.items() if k == key})
    if key in ("as", "colour"):
        given = {"as": {"as_": "line"}, "colour": {"colour": "counter"}}[key]
        first, *rest = made.series
        made = msgspec.structs.replace(made, series=(msgspec.structs.replace(first, **given), *rest))
    found, report = resolved(made, *rows)
    if key in kinds()[kind].keys:
        assert found and not report.diagnostics
    else:
        (told,) = report.diagnostics
        assert found is None
        assert (told.origin, str(told.message)) == (HERE, f'"{key}" means nothing to a chart of the kind {kind}')


def test_two_series_cannot_both_be_bars() -> None:
    rows = rows_for("combo", [1, 2])
    made = chart("combo", *rows)
    both = tuple(msgspec.structs.replace(each, as_="bars") for each in made.series)
    _, report = resolved(msgspec.structs.replace(made, series=both), *rows)
    assert [str(told.message) for told in report.diagnostics] == ["two series are drawn as bars"]


def test_negative_values_and_unknown_years_are_reported_with_their_places() -> None:
    row = series([3, -4])
    _, report = resolved(chart("bars", row, highlight=("令5",)), row)
    assert [(told.origin, str(told.message)) for told in report.diagnostics] == [
        (DATA, '定員数: −4 is negative, which "bars" cannot show'),
        (HERE, 'the chart does not show the year "令5"'),
    ]


def test_a_misspelt_series_gets_a_hint() -> None:
    _, report = resolved(chart("bars", series([1, 2], "nursery.capacity")), series([1, 2], "nursery.capasity"))
    assert [str(told.hint) for told in report.diagnostics] == ['did you mean "nursery.capasity"?']


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({}, [2018, 2020, 2022]),
        ({"first": "令2"}, [2020, 2022]),
        ({"first": "平30", "last": "令2"}, [2018, 2020]),
        ({"years": ("平30", "令4")}, [2018, 2022]),
    ],
)
def test_a_chart_shows_the_years_it_chooses(more: dict[str, object], shown: list[int]) -> None:
    row = series([1, 2, 3])
    data = tuple(msgspec.structs.replace(each, year=2018 + 2 * i) for i, each in enumerate(row.data))
    made = table("bars", msgspec.structs.replace(row, data=data), **more)
    assert list(made.years) == shown and [each and each.year for each in made.rows[0].data] == shown


def test_the_latest_bar_is_strong(world: World) -> None:
    drawing = drawn(table("bars", series([1, 2, 3])), Size(mm(78), mm(52)), world)
    bars = [item.fill for item in drawing.items if isinstance(item, Shape) and item.fill]
    assert bars == ["green.mid", "green.mid", "green.base"]


def test_a_zero_on_a_combination_is_yellow(world: World) -> None:
    made = table("combo", series([10, 20]), series([3, 0], "b"))
    drawing = drawn(made, Size(mm(93), mm(57)), world)
    assert "accent" in {item.fill for item in drawing.items if isinstance(item, Shape)}


def test_the_same_chart_is_the_same_drawing(world: World) -> None:
    one, two = (drawn(table("area", series([1, 2, 5])), Size(200, 120), world) for _ in "ab")
    assert one == two


def test_a_ring_turns_clockwise_from_twelve(world: World) -> None:
    rest, value = draw_donut(0.75, 100, world).items
    assert isinstance(rest, Shape) and isinstance(value, Shape)
    assert (rest.fill, value.fill) == ("green.soft", "green.base")
    assert max(x for x, _ in points(rest)) <= 50.01 and max(y for _, y in points(rest)) <= 50.01  # upper left quarter
    assert "C" in value.path and value.stroke is None


def test_units_fill_columns_with_squares_and_rows_with_circles(world: World) -> None:
    squares = draw_units(Units(7, 2, 4, 100, "square"), world)
    plain, added = squares.items
    assert isinstance(plain, Shape) and isinstance(added, Shape)
    assert (plain.path.count("Z"), added.path.count("Z"), added.fill) == (5, 2, "accent")
    gap = world.style("units", UnitsStyle).square_gap
    size = 100 / (4 + 3 * gap)
    assert squares.size.height == pytest.approx(size * (2 + gap))
    assert min(x for x, _ in points(added)) == pytest.approx(2 * size * (1 + gap), abs=1e-3)
    circles = draw_units(Units(27, 2, 9, 100, "circle"), world).items[1]
    assert isinstance(circles, Shape)
    assert min(x for x, _ in points(circles)) > 75


def test_turning_points() -> None:
    assert turning([1, 2, 3, 2, 1, 4], 0.1) == [0, 2, 4, 5]
    assert turning([1, 5, 4.9, 9], 0.1) == [0, 3]
    assert turning([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.1) == [0, 3, 6, 9]
    assert turning([2, 2, 2], 0.1) == [0, 2]
    assert turning([4], 0.1) == [0]


def test_a_blind_reader_hears_the_story() -> None:
    made = table("combo", series([12418, 20900]), series([487, 0], "b", "待機児童数", status="provisional"))
    assert made.provisional
    assert describe(made) == (
        "棒と折れ線のグラフ。定員数は、平成26年度の12,418人から平成27年度の20,900人に増加。"
        "待機児童数は、平成26年度の487人から平成27年度の0人に減少。一部は仮の値です。"
    )
    made = table("area", series([42, 60, 30, 42]))
    assert describe(made) == (
        "面グラフ。平成26年度の42人から、増減を経て平成29年度の42人に戻る。"
        "最大は平成27年度の60人。最小は平成28年度の30人。"
    )


def test_a_year_to_come_is_marked_and_said(world: World) -> None:
    past = series([1800, 2620])
    coming = Datum(year=2016, value=2800, status="published", origin=DATA, planned=True)
    made = table("bars", msgspec.structs.replace(past, data=(*past.data, coming)))
    assert "28（予定）" in lettered(drawn(made, Size(mm(93), mm(42)), world))
    assert "から平成28年度（予定）の2,800人に増加" in describe(made)
    assert cells(made)[-1] == ("平成28年度（予定）", "2,800人")


def test_a_total_is_as_certain_as_its_parts() -> None:
    made = table("stacked", series([1, 2]), series([6, 9], "b", "その他", status="provisional"))
    assert [row[-1] for row in cells(made)] == ["合計", "7人（仮の値）", "11人（仮の値）"]


def test_a_segment_too_low_for_its_value_has_it_beside(world: World) -> None:
    made = table("stacked", series([1, 9, 9, 9]), series([30, 30, 30, 30], "b", "その他"))
    drawing = drawn(made, Size(mm(93), mm(60)), world)
    low = next(run for run in drawing.items if isinstance(run, GlyphRun) and "".join(run.texts) == "1")
    solid = [item for item in drawing.items if isinstance(item, Shape) and item.fill == "green.base"]
    places = sorted((min(xs), max(xs)) for xs in ([x for x, _ in points(each)] for each in solid))
    _legend, (_, end), (following, _), *_ = places
    assert end < low.x and low.x + low.width < following
    check(drawing, world)


def test_an_author_may_colour_a_series(world: World) -> None:
    rows = [series([10, 20]), series([3, 4], "b")]
    made = chart("combo", *rows)
    one, other = made.series
    coloured = (
        msgspec.structs.replace(one, as_="bars", colour="soft"),
        msgspec.structs.replace(other, as_="line", colour="counter"),
    )
    found, _ = resolved(msgspec.structs.replace(made, series=coloured), *rows)
    assert found
    drawing = drawn(found, Size(mm(93), mm(57)), world)
    shapes = [item for item in drawing.items if isinstance(item, Shape)]
    assert "green.soft" in {shape.fill for shape in shapes}
    assert world.ink("counter-dark") in {shape.stroke.ink for shape in shapes if shape.stroke}


# Years in time


def middles(drawing: Drawing, world: World) -> list[float]:
    return [round((left + right) / 2, 2) for left, _, right, _ in bars_on(drawing, 1, rule_of(drawing, world)[0][1])]


@pytest.mark.parametrize(
    ("years", "steps"),
    [
        ((2017, 2018, 2020, 2023), [1, 2, 3]),
        ((2014, 2016, 2018, 2020, 2022, 2025), [1, 1, 1, 1, 1]),  # not a whole step is missing
        ((2014, 2019, 2023), [1, 1]),
        ((2014, 2023), [1]),
        ((1980, 1990, 2000, 2010, 2020, 2022), [5, 5, 5, 5, 1]),
        ((2023, 2017), [1]),
    ],
)
def test_years_stand_as_far_apart_as_they_lie_in_time(years: tuple[int, ...], steps: list[int]) -> None:
    assert distances(years) == steps


def test_a_year_that_is_missing_leaves_a_hole_between_bars(world: World) -> None:
    drawing = plain("bars", world, of_years({2017: 10, 2018: 20, 2020: 40, 2023: 30}))
    places = middles(drawing, world)
    gaps = [b - a for a, b in itertools.pairwise(places)]
    assert gaps == pytest.approx([gaps[0], 2 * gaps[0], 3 * gaps[0]], abs=0.05)
    check(drawing, world)


def test_long_gaps_are_shortened_and_the_axis_is_broken_there(world: World) -> None:
    drawing = plain("bars", world, of_years({1980: 82, 1990: 84, 2000: 88, 2010: 91, 2020: 95, 2022: 94}))
    gaps = [b - a for a, b in itertools.pairwise(middles(drawing, world))]
    assert gaps == pytest.approx([gaps[0]] * 4 + [gaps[0] / 2], abs=0.05)
    strokes = [points(each) for each in drawing.items if isinstance(each, Shape) and each.stroke and not each.fill]
    assert len([each for each in strokes if each[0][1] == each[1][1]]) == 5  # parts of the rule
    assert len([each for each in strokes if each[0][1] != each[1][1]]) == 8  # two strokes at each break
    check(drawing, world)


def test_a_line_is_dashed_where_years_are_missing_and_the_ground_below_it_ends(world: World) -> None:
    drawing = plain("area", world, of_years({2017: 10, 2018: 20, 2020: 40, 2023: 30}))
    lines = [each for each in drawing.items if isinstance(each, Shape) and each.stroke and not each.fill][1:]
    assert [bool(each.stroke and each.stroke.dash) for each in lines] == [True, True, False]
    (ground,) = [each for each in drawing.items if isinstance(each, Shape) and each.fill == "green.soft@55"]
    assert max(x for x, _ in points(ground)) == pytest.approx(max(x for x, _ in points(lines[-1])))


def test_parts_of_a_series() -> None:
    assert stretches([0, 1, 2], [False, False]) == [range(3)]
    assert stretches([0, 2, 3], [False, False, False]) == [range(1), range(1, 3)]
    assert stretches([0, 1, 2], [False, True]) == [range(2), range(2, 3)]
    assert stretches([1], [False, False]) == [range(1)]


# What is seen, and what is told


@pytest.mark.parametrize("kind", ["lines", "area"])
@pytest.mark.parametrize("values", [[0, 0, 0], [0, 5, 0], [1, 1000, 0], [0], [0, 1000, 2]], ids=str)
def test_signs_at_the_rule_leave_the_years_free(
    kind: str, values: list[float], world: World, sheet: StyleSheet
) -> None:
    rows = [series(values)] if kind == "area" else [series(values), series(values[::-1], "b", "B")]
    assert wrong(plain(kind, world, *rows), sheet) == []


@pytest.mark.parametrize("height", [25, 30, 45])
def test_the_bars_of_a_combination_are_seen(height: float, world: World) -> None:
    drawing = drawn(
        table("combo", series([10, 20, 40, 30]), series([5, 6, 8, 12], "b")), Size(mm(162), mm(height)), world
    )
    foot = rule_of(drawing, world)[0][1]
    heights = [foot - top for _, top, _, _ in bars_on(drawing, 1, foot)]
    assert scaled(heights, [10]) == pytest.approx([10, 20, 40, 30], abs=0.1) and min(heights) > 2
    check(drawing, world)


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind != "pairs"])
def test_a_chart_too_low_to_show_anything_says_so(kind: str, world: World) -> None:
    with pytest.raises(Failure, match="there is no room for"):
        drawn(table(kind, *rows_for(kind, [3, 5, 9])), Size(mm(90), mm(13)), world)


@pytest.mark.parametrize("kind", ["bars", "combo", "pairs"])
def test_what_is_more_than_nothing_is_seen(kind: str, world: World) -> None:
    few, many = series([1, 5, 1_000_000]), series([3, 3, 3], "b")
    drawing = plain(kind, world, *([few] if kind == "bars" else [few, many]))
    axis = 0 if kind == "pairs" else 1
    found = bars_on(drawing, axis, rule_of(drawing, world)[0][axis])
    lengths = [bottom - top if axis else right - left for left, top, right, bottom in found]
    assert min(lengths) == pytest.approx(1.2, abs=0.01)


def test_equal_values_of_several_series_stand_apart(world: World, sheet: StyleSheet) -> None:
    rows = [
        series(v, id, name)
        for v, id, name in (([100, 101, 102], "a", "A"), ([100, 101, 102], "b", "B"), ([99, 101, 102], "c", "C"))
    ]
    made = table("lines", *rows)
    drawing = drawn(made, Size(mm(162), mm(50)), world)
    middle = [run for run in drawing.items if isinstance(run, GlyphRun) and "".join(run.texts) == "101"]
    assert len(middle) == 3 and left_out(made, drawing, world.sheet) == []
    for one, other in itertools.combinations(middle, 2):
        aside = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
        assert abs(one.y - other.y) > 0.7 * one.size or aside > 0.4 * one.size - 0.01
    assert wrong(drawing, sheet) == []


def test_values_that_find_no_place_are_named(world: World) -> None:
    made = table("bars", series([1_234_567 + i for i in range(12)]))
    drawing = drawn(made, Size(mm(93), mm(57)), world)
    missing = left_out(made, drawing, world.sheet)
    assert missing and "1,234,567" not in missing and "1,234,578" not in missing
    assert left_out(msgspec.structs.replace(made, turning=True), drawing, world.sheet) == []
    paired = table("pairs", series([1, 2, 3]))
    assert left_out(paired, plain("pairs", world, series([1, 2, 3])), world.sheet) == []


def test_a_sum_that_lacks_a_part_is_told_and_not_printed(world: World) -> None:
    rows = of_years({2020: 1, 2021: 2, 2022: 3}), of_years({2021: 10, 2022: 20, 2023: 30}, "b", name="B")
    made, report = resolved(chart("stacked", *rows), *rows)
    assert made and [str(each.message) for each in report.diagnostics] == [
        '"a" has no value for 令5: the totals there are left out',
        '"b" has no value for 令2: the totals there are left out',
    ]
    assert [row[-1] for row in cells(made)] == ["合計", "なし", "12人", "23人", "なし"]
    assert "合計は、令和3年度の12人から令和4年度の23人に増加。" in describe(made)
    said = ["".join(run.texts) for run in plain("stacked", world, *rows).items if isinstance(run, GlyphRun)]
    assert {"12", "23"} <= set(said) and said.count("1") == said.count("30") == 1


SENSE = {
    "units summed": ("stacked", [{"unit": "人"}, {"unit": "か所"}], [[1, 2], [3, 4]], "the totals are left out"),
    "units on one scale": ("lines", [{"unit": "人"}, {"unit": "%"}], [[1, 2], [3, 4]], "one scale shows both"),
    "units of pairs": ("pairs", [{"unit": "人"}, {"unit": "%"}], [[1, 2], [3, 4]], "one scale shows both"),
    "dates": ("stacked", [{"as_of": "04-01"}, {"as_of": "03-31"}], [[1, 2], [3, 4]], "their total is of no date"),
    "more than all": ("stacked", [{"unit": "%"}] * 2, [[60, 50], [45, 50]], "105 % together"),
    "less than all": ("stacked", [{"unit": "％"}] * 2, [[60, 50], [30, 50]], "90 % together"),
}


@pytest.mark.parametrize(("kind", "more", "values", "expected"), SENSE.values(), ids=SENSE)
def test_what_does_not_go_together(
    kind: str, more: list[dict[str, str]], values: list[list[float]], expected: str
) -> None:
    rows = [msgspec.structs.replace(series(v, id), **m) for v, m, id in zip(values, more, "ab", strict=True)]
    made, report = resolved(chart(kind, *rows), *rows)
    (told,) = report.diagnostics
    assert made and told.severity == "warning" and told.origin == HERE and re.search(expected, str(told.message))


@pytest.mark.parametrize(
    ("kind", "units", "values"),
    [
        ("stacked", "%%", [[33.3, 50], [66.7, 50]]),
        ("stacked", "%%", [[33, 50], [66, 50]]),  # each rounded
        ("combo", "人%", [[1, 2], [3, 4]]),
        ("lines", "%%", [[10, 20], [30, 40]]),
    ],
)
def test_what_goes_together(kind: str, units: str, values: list[list[float]]) -> None:
    rows = [msgspec.structs.replace(series(v, id), unit=u) for v, u, id in zip(values, units, "ab", strict=True)]
    assert resolved(chart(kind, *rows), *rows)[1].diagnostics == ()
