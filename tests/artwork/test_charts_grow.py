"""Charts grow from year to year: what thins out, what stays, and what is said of what is left out."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
import pytest
from chart_samples import DATA, HERE, chart, drawn, of_years, overlap, points, resolved, table, words, wrong
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report.artwork.charts import left_out
from report.artwork.charts.axis import AxisStyle
from report.artwork.charts.describe import describe
from report.artwork.charts.kinds import kinds
from report.artwork.charts.legend import LegendStyle
from report.artwork.charts.placement import every
from report.artwork.charts.scene import World
from report.artwork.charts.table import Table
from report.figures.format import era_year, fiscal_year, number, short_year
from report.figures.model import Datum, Figures, Series
from report.messages import Failure, Report
from report.messages.wording import english
from report.page import Drawing, GlyphRun, Shape
from report.style.sheet import StyleSheet
from report.text.edition import Edition
from report.units import Rect, Size, mm
from tests.words import written

BARS, COMBO, LINES = "bars", "combo", "lines"
INKS = {"lines": ("base", "counter-dark", "dark"), "area": ("base",), "combo": ("dark",)}


def grown(count: int, id: str = "a", step: int = 1, last: int = 2023, name: str = "定員数") -> Series:
    """Values that rise and fall, up to a year."""
    values = (100 + 3 * i + 17 * (i % 3) - 9 * (i % 4) for i in range(count))
    return of_years({last - step * (count - 1 - i): float(value) for i, value in enumerate(values)}, id, name=name)


def rows_of(kind: str, count: int, **more: Any) -> list[Series]:
    return [grown(count, id, name=id.upper(), **more) for id in "ab"[: min(2, kinds()[kind].most)]]


def runs(drawing: Drawing, world: World) -> tuple[list[str], list[str]]:
    """The words above the rule, and those below it."""
    foot = drawing.size.height - world.style("axis", AxisStyle).height
    found = [(item.y < foot, "".join(item.texts)) for item in drawing.items if isinstance(item, GlyphRun)]
    return [text for above, text in found if above], [text for above, text in found if not above]


def strokes(drawing: Drawing) -> list[Shape]:
    return [item for item in drawing.items if isinstance(item, Shape) and item.stroke]


# Which are named


@pytest.mark.parametrize(
    ("stride", "kept", "count", "expected"),
    [
        (1, {0, 9}, 10, set(range(10))),
        (2, {0, 9}, 10, {0, 3, 5, 7, 9}),  # 1 is nearer than half a stride to 0
        (5, {0, 12}, 13, {0, 7, 12}),
        (5, {0, 6, 12}, 13, {0, 6, 12}),
        (20, {0, 12}, 13, {0, 12}),
    ],
)
def test_every_second_fifth_or_tenth_is_counted_from_the_last(
    stride: int, kept: set[int], count: int, expected: set[int]
) -> None:
    assert every(stride, kept, count) == expected


@pytest.mark.parametrize(
    ("count", "width", "years"),
    [
        (6, 62.7, ["平30", "令元", "2", "3", "4", "5"]),
        (12, 62.7, ["平24", "27", "29", "令元", "3", "5"]),
        (20, 62.7, ["平16", "19", "21", "23", "25", "27", "29", "令元", "3", "5"]),
        (30, 78, ["平6", "10", "15", "20", "25", "令元", "5"]),
        (60, 93.3, ["昭39", "43", "48", "53", "58", "平元", "5", "10", "15", "20", "25", "令元", "5"]),
        (60, 47.3, ["昭39", "平元", "15", "令5"]),
    ],
)
def test_years_thin_out_evenly(count: int, width: float, years: list[str], world: World) -> None:
    drawing = drawn(table("area", grown(count)), Size(mm(width), mm(40)), world)
    assert runs(drawing, world)[1] == [*years, "（年度）"]


def test_highlighted_years_are_named(world: World) -> None:
    made = table("bars", grown(40), highlight=("平11", "令5"))
    assert {"11", "昭59", "平元", "令元", "5"} <= {*runs(drawn(made, Size(mm(93), mm(40)), world), world)[1]}


def test_values_thin_out_but_for_ends_extremes_and_highlights(world: World) -> None:
    values = {1984 + i: 200.0 + i for i in range(40)} | {2006: 390.0, 2000: 217.5}
    made = table("bars", of_years(values), highlight=("平12", "令5"))
    drawing = drawn(made, Size(mm(93.3), mm(60)), world)
    said = runs(drawing, world)[0]
    assert {"200", "390", "217.5", "239"} <= {*said} and len(said) < 20
    assert len(left_out(made, drawing, world.sheet)) == 40 - len(said)


def test_a_year_is_not_taken_for_a_value(world: World) -> None:
    made = table("bars", of_years({1990 + i: 1_000_000.0 + i for i in range(29)} | {2010: 21.0}))
    drawing = drawn(made, Size(mm(60), mm(40)), world)
    above, _ = runs(drawing, world)
    assert "21" not in above or "21" not in left_out(made, drawing, world.sheet)
    assert len(above) + len(left_out(made, drawing, world.sheet)) == 29


# Bars and signs


def test_bars_narrow_down_to_the_thinnest_of_the_style_and_then_it_is_told(world: World) -> None:
    for count, width in ((40, 47), (60, 62.7)):
        assert drawn(table("bars", grown(count)), Size(mm(width), mm(38)), world).items
    with pytest.raises(Failure) as caught:
        drawn(table("bars", grown(60)), Size(mm(47), mm(38)), world)
    (told,) = caught.value.diagnostics
    assert told.origin == HERE and "bars of 0.38 mm are too thin" in str(told.message)
    assert "last: 20" in str(english(told.message).hint)


def test_the_first_value_stands_over_its_own_narrow_bar(world: World) -> None:
    made = table("bars", of_years({1964 + i: 1000.0 + 10 * i for i in range(60)}))
    drawing = drawn(made, Size(mm(93.3), mm(50)), world)
    first = next(item for item in drawing.items if isinstance(item, GlyphRun) and "".join(item.texts) == "1,000")
    bars = sorted(
        (min(x for x, _ in points(s)), max(x for x, _ in points(s))) for s in drawing.items if isinstance(s, Shape)
    )
    assert first.x + first.width == pytest.approx(bars[1][1], abs=0.05)  # after the rule, whose left end is the first


def test_crowded_points_have_signs_where_they_have_values_or_no_line(world: World) -> None:
    values = {1964 + i: 100.0 + i % 7 for i in range(60) if i not in (29, 31)}
    few, many = (
        drawn(table("area", of_years(dict(list(values.items())[-n:]))), Size(mm(62.7), mm(40)), world) for n in (8, 58)
    )
    signs = [[s for s in strokes(each) if "Z" in s.path] for each in (few, many)]
    said = runs(many, world)[0]
    assert len(signs[0]) == 8 and len(said) <= len(signs[1]) <= len(said) + 1 < 20
    alone = {1964 + 30: 3.0}
    lonely = drawn(
        table("area", of_years({1964 + i: 9.0 for i in range(60) if i not in (29, 31)} | alone)),
        Size(mm(62.7), mm(40)),
        world,
    )
    lowest = max((s for s in strokes(lonely) if "Z" in s.path), key=lambda s: min(y for _, y in points(s)))
    assert min(y for _, y in points(lowest)) > 60


def test_values_of_parts_have_one_size_or_none_is_shown(world: World) -> None:
    for count, shown in ((8, True), (24, False)):
        rows = [grown(count, "a"), grown(count, "b")]
        drawing = drawn(table("stacked", *rows), Size(mm(93.3), mm(60)), world)
        parts = {number(datum.value) for row in rows for datum in row.data if datum}
        totals = {number(2 * datum.value) for datum in rows[0].data if datum}
        found = [item for item in drawing.items if isinstance(item, GlyphRun) and "".join(item.texts) in parts - totals]
        assert bool([run for run in found if run.y < drawing.size.height - 20]) == shown
        assert len({run.size for run in found if run.y < drawing.size.height - 20}) <= 2  # plain and reversed


# The last years


def shown(kind: str, lasts: dict[str, int], *rows: Series, **more: Any) -> tuple[Table | None, Report]:
    report = Report()
    edition = Edition(Figures(singles={}, runs={row.id: row for row in rows}), report, "令和5年度", lasts)
    return edition.node(chart(kind, *rows, **more)).table, report


@pytest.mark.parametrize(
    ("lasts", "more", "first", "count"),
    [
        ({}, {}, 2004, 20),
        ({"bars": 10}, {}, 2014, 10),
        ({"lines": 10}, {}, 2004, 20),
        ({"bars": 30}, {}, 2004, 20),
        ({"bars": 10}, {"latest": 5}, 2019, 5),
        ({}, {"latest": 5}, 2019, 5),
        ({"bars": 10}, {"first": "平20"}, 2008, 16),
        ({"bars": 10}, {"years": ("平20", "平21")}, 2008, 2),
        ({"bars": 10}, {"last": "平30"}, 2009, 10),
        ({"bars": 10}, {"highlight": ("平20", "令5")}, 2008, 16),  # what the author names is not cut off
        ({"bars": 10}, {"about": ("令3",)}, 2014, 10),
    ],
)
def test_the_last_years_are_shown(lasts: dict[str, int], more: dict[str, Any], first: int, count: int) -> None:
    made, report = shown("bars", lasts, grown(20), **more)
    assert made and (made.years[0], len(made.years)) == (first, count) and not report.failed


@pytest.mark.parametrize("more", [{"first": "平20"}, {"years": ("平20", "平21")}])
def test_last_goes_with_no_other_beginning(more: dict[str, Any]) -> None:
    made, report = shown("bars", {}, grown(20), latest=5, **more)
    assert made is None and [each.message.id for each in report.diagnostics] == ["last-and-bounds"]


LEFT_OUT = {
    "the beginning": ({"latest": 10}, "平25以前は省略", "平成25年度以前は省略"),
    "some years": ({"years": ("平16", "平20", "平21", "令5")}, "平17〜19、22〜令4は省略", None),
    "one year": ({"years": ("平28", "平30", "令元")}, "平29は省略", "平成29年度は省略"),
    "too many to be named": (
        {"years": tuple(f"{2005 + 2 * i}" for i in range(10))},
        "平18、20、22、24、26、28、30、令2、4は省略",
        None,
    ),
    "none": ({"first": "平20"}, "", ""),
}


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind != "pairs"])
@pytest.mark.parametrize(("more", "words", "said"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_an_axis_that_leaves_years_out_says_so(
    kind: str, more: dict[str, Any], words: str, said: str | None, world: World, sheet: StyleSheet
) -> None:
    made = table(kind, *rows_of(kind, 20), **more)
    drawing = drawn(made, Size(mm(93.3), mm(50)), world)
    assert [text for text in runs(drawing, world)[1] if "省略" in text] == ([words] if words else [])
    assert wrong(drawing, sheet) == []
    assert (said if said is not None else "は省略。") in describe(made) and ("省略" in describe(made)) == bool(words)


def test_a_narrow_axis_says_that_some_years_are_left_out(world: World) -> None:
    made = table("bars", grown(40), years=tuple(f"{1985 + 2 * i}" for i in range(20)))
    assert "一部の年度は省略" in runs(drawn(made, Size(mm(47), mm(40)), world), world)[1]


def test_the_axis_is_broken_where_years_are_left_out_and_the_hole_is_short(world: World) -> None:
    made = table("bars", grown(20), years=("平16", "平17", "平18", "平28", "平29"))
    drawing = drawn(made, Size(mm(93.3), mm(50)), world)
    slanting = [s for s in strokes(drawing) if points(s)[0][1] != points(s)[1][1] and len(points(s)) == 2]
    bars = sorted({round(min(x for x, _ in points(s)), 1) for s in drawing.items if isinstance(s, Shape) and s.fill})
    steps = [b - a for a, b in itertools.pairwise(bars)]
    assert len(slanting) == 2 and steps[2] == pytest.approx(2 * steps[0], abs=0.3)


# Whatever the figures are


ANY = st.booleans()


class Grown(NamedTuple):
    """A chart to be: its kind, its series by year, what its author says, its panel in mm."""

    kind: str
    series: tuple[dict[int, Datum], ...]
    keys: dict[str, Any]
    size: tuple[float, float]


NUMBERS: dict[str, Callable[[random.Random, int], list[float]]] = {
    "equal": lambda chance, count: [chance.choice((1.0, 10.0, 1e6))] * count,
    "nothing": lambda chance, count: [0.0] * count,
    "large": lambda chance, count: [float(chance.randrange(10**6, 10**7)) for _ in range(count)],
    "a millionth": lambda chance, count: [chance.choice((1.0, 1e6)) for _ in range(count)],
    "rising": lambda chance, count: [7.0 * i for i in range(count)],
    "falling": lambda chance, count: [7.0 * (count - i) for i in range(count)],
    "parts": lambda chance, count: [chance.randrange(1000) / 10 for _ in range(count)],
    "any": lambda chance, count: [float(chance.randrange(500)) for _ in range(count)],
}


@st.composite
def growing(draw: st.DrawFn, kind: str) -> Grown:
    count = draw(st.sampled_from([1, 2, 3, 6, 8, 10, 12, 15, 20, 30, 40, 60]))
    step = draw(st.sampled_from([1, 1, 1, 2, 5]))
    years = [2024 - step * (count - 1 - i) + draw(st.sampled_from([0, 0, 1])) * (i == count - 1) for i in range(count)]
    share = draw(st.sampled_from([1.0, 1.0, 0.7]))
    chance = random.Random(draw(st.integers(0, 10**6)))  # quicker than to draw every number
    kept = [i for i in range(count) if chance.random() < share] or [0]
    series = []
    for _ in range(draw(st.integers(kinds()[kind].fewest, min(3, kinds()[kind].most)))):
        values = NUMBERS[draw(st.sampled_from(list(NUMBERS)))](chance, count)
        status, rough, planned = draw(st.sampled_from(["published", "provisional"])), draw(ANY), draw(ANY)
        series.append(
            {
                years[i]: Datum(
                    year=years[i], value=values[i], status=status, origin=DATA,
                    approximate=rough and i % 3 == 0, planned=planned and i == kept[-1],
                )
                for i in kept
            }
        )  # fmt: skip
    keys: dict[str, Any] = draw(
        st.sampled_from([{}, {}, {"latest": 10}, {"latest": 1}, {"years": True}, {"first": short_year(years[0])}])
    )
    known = sorted({year for each in series for year in each})
    if "years" in keys:
        keys = {"years": tuple(short_year(year) for year in known if chance.random() < 0.6) or (short_year(known[0]),)}
    if "first" in keys:
        keys = {"first": short_year(known[0])}
    if "labels" in kinds()[kind].keys:
        keys |= {"labels": draw(st.sampled_from(["all", "turning"]))}
    if "category" in kinds()[kind].keys:
        category = draw(st.sampled_from([None, "（年度末）", "（各年4月1日現在）"]))
        keys |= {"category": written(category, HERE)} if category else {}
        if draw(ANY) and "years" not in keys:
            keys |= {"highlight": tuple(short_year(year) for year in {known[-1], chance.choice(known)})}
    width = draw(st.sampled_from([93.33, 78.0, 62.7, 47.3, 32.0, 170.0]))
    return Grown(kind, tuple(series), keys, (width, draw(st.sampled_from([25.0, 38.0, 44.5, 57.5, 72.0]))))


def stored(grown: Grown) -> list[Series]:
    return [
        msgspec.structs.replace(of_years({}, id, name=id.upper()), data=tuple(each.values()))
        for id, each in zip("abc", grown.series, strict=False)
    ]


@pytest.mark.parametrize("kind", kinds())
@settings(max_examples=60, derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_chart_is_drawn_whole_or_refused(kind: str, world: World, sheet: StyleSheet, data: st.DataObject) -> None:
    grown = data.draw(growing(kind))
    rows = stored(grown)
    made, report = resolved(chart(grown.kind, *rows, **grown.keys), *rows)
    if made is None:
        assert report.failed
        return
    try:
        drawing = drawn(made, Size(mm(grown.size[0]), mm(grown.size[1])), world)
    except Failure as failure:
        assert all(each.origin == HERE and english(each.message).hint for each in failure.diagnostics)
        return
    boxes = words(drawing, world)
    frame = Rect(0, 0, *drawing.size).grown(0.05)
    for box in boxes:
        assert frame.x <= box.x and frame.y <= box.y and box.right <= frame.right and box.bottom <= frame.bottom
    assert not any(overlap(one, other) for one, other in itertools.combinations(boxes, 2))
    assert wrong(drawing, sheet) == []
    _is_whole(made, drawing, world)
    if "category" in kinds()[made.kind].keys:
        _says_its_years(made, drawing, world)


def _is_whole(made: Table, drawing: Drawing, world: World) -> None:
    """Every value has its mark."""
    kind = made.kind
    shapes = [item for item in drawing.items if isinstance(item, Shape)]
    bars = [s for s in shapes if s.fill and not s.stroke and len(points(s)) == 4]
    if kind in INKS:
        line = next(i for i, row in enumerate(made.rows) if kind != "combo" or i == 1)
        legend = world.style("legend", LegendStyle).height if kind == "combo" else 0.0
        for row, role in zip(made.rows[line:], INKS[kind], strict=False):
            places = {
                round((min(x for x, _ in spots) + max(x for x, _ in spots)) / 2 if "Z" in s.path else x)
                for s in strokes(drawing)
                if s.stroke and s.stroke.ink == world.ink(role)
                for spots in [points(s)]
                for x, y in spots
                if y > legend
            }
            assert len(places) >= len(row.known()) or len(row.known()) > drawing.size.width / 2
    if kind in ("bars", "combo"):
        assert len(bars) - (kind == "combo") == len([value for value in made.rows[0].values if value])
    if kind == "stacked":
        seen = [datum for row in made.rows for datum in row.data if datum and datum.value]
        assert len(bars) - (len(made.rows) if len(made.rows) > 1 else 0) == len(seen)
    if kind == "pairs":
        ends = [row.data[i] for row in made.rows for i in (0, -1)]
        assert len(bars) - 2 == len([datum for datum in ends if datum and datum.value])


def _says_its_years(made: Table, drawing: Drawing, world: World) -> None:
    """The first, the last and highlighted years are named, and so is what the axis leaves out."""
    below = runs(drawing, world)[1]
    names = [text for text in below if "省略" not in text and not text.startswith("（")]
    for i in {len(made.years) - 1, *(made.highlight - {0} or {0})}:  # the first one gives way to highlighted ones
        year = made.years[i]
        full, plain = short_year(year), str(era_year(year)[1])
        wanted = {each + "（予定）" * made.planned(i) for each in (full, plain, fiscal_year(year).removesuffix("年度"))}
        assert wanted & {*names}, (year, names)
    assert any("省略" in text for text in below) == bool(made.omitted) == ("省略" in describe(made))
