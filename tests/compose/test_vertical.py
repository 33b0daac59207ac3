"""Vertical lines: golden places, tate-chu-yoko, turned words, measures, and every character once."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from compose_samples import SIZE
from hypothesis import given, settings
from hypothesis import strategies as st

from report.compose.column import CLOCKWISE, Column
from report.compose.orientation import DRAWN, TURNED, UPRIGHT, orientation
from report.compose.vertical import ColumnStyle, compose_vertical
from report.messages import Origin, Report
from report.page import GlyphRun
from report.style.fonts import FontBook
from report.style.text import CharStyle
from tests.words import written

GOLDEN = Path(__file__).parents[1] / "golden" / "vertical.tsv"
CASES = [line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines()[1:]]
Composer = Callable[..., Column]


@pytest.fixture
def column(fonts: FontBook, report: Report) -> Composer:
    def make(source: str, *faces: str, **style: object) -> Column:
        chars = CharStyle(faces or ("wide",), SIZE, "ink")
        text = written(source, Origin("t.yaml", 1, 1))
        return compose_vertical(text, chars, fonts, str, report, ColumnStyle(**style))  # type: ignore[arg-type]

    return make


def em(points: float) -> str:
    return f"{points / SIZE + 1e-9:.2f}"


def places(column: Column) -> str:
    """Every glyph with x from the axis and y from the top to its origin, in em; ↷ turned, ↔ squeezed."""
    shown = []
    for glyph in column.glyphs:
        sign = "" if glyph.matrix is None else "↷" if glyph.matrix == CLOCKWISE else "↔"
        shown.append(f"{glyph.text or '﹅'}{sign}@{em(glyph.x)},{em(glyph.y)}")
    return f"{em(column.height)}: {' '.join(shown)}"


@pytest.mark.parametrize(
    ("section", "faces", "measure", "align", "most", "source", "expected"), [c[1:] for c in CASES],
    ids=[c[0] for c in CASES],
)  # fmt: skip
def test_golden(
    section: str, faces: str, measure: str, align: str, most: str, source: str, expected: str, column: Composer
) -> None:
    assert section
    length = float(measure) * SIZE if measure else None
    found = column(source.replace("⏎", "\n"), *faces.split(), measure=length, align=align, most=int(most))
    assert places(found) == expected


def test_a_character_stands_as_unicode_says() -> None:
    ways = {UPRIGHT: "練あア々、。！Ａ９・①㎡©", TURNED: "A9…—–α=~", DRAWN: "ー「）〜：＿｜"}
    assert {way: "".join(c for c in chars if orientation(c) == way) for way, chars in ways.items()} == ways


def test_turned_and_squeezed_runs_paint_where_their_glyphs_are(column: Composer) -> None:
    found = column("第365号GDP", most=3)
    runs = found.place(50, 20, owner="me")
    assert sorted(text for run in runs for text in run.texts) == sorted("第365号GDP")
    for run in runs:
        assert isinstance(run, GlyphRun) and run.owner == "me"
        a, b, c, d, _, _ = run.matrix or (1, 0, 0, 1, 0, 0)
        for text, x, y in zip(run.texts, run.xs, run.ys or (0.0,) * len(run.xs), strict=True):
            glyph = next(glyph for glyph in found.glyphs if glyph.text == text)
            at = run.x + a * x + c * y, run.y + b * x + d * y
            assert at == pytest.approx((50 + glyph.x, 20 + glyph.y))
    beside = [glyph for glyph in found.glyphs if glyph.text in "365"]
    assert beside[0].x == pytest.approx(-SIZE / 2)
    assert beside[-1].x + beside[-1].width == pytest.approx(SIZE / 2)


def test_a_text_longer_than_its_measure_takes_several_lines_right_to_left(column: Composer) -> None:
    found = column("福祉・医療と子どもの未来を", measure=8 * SIZE)
    assert found.lines == ("福祉・医療と", "子どもの未来を")
    assert found.width == pytest.approx(1.75 * SIZE)
    assert {round(glyph.x / SIZE, 2) for glyph in found.glyphs} == {-0.5, -2.25}
    assert found.height == 8 * SIZE


def test_what_is_too_long_is_reported(column: Composer, report: Report) -> None:
    column("Wizarding", measure=2 * SIZE)
    (told,) = report.diagnostics
    assert "does not fit" in str(told.message)


def test_proportional_faces_keep_their_vertical_metrics_but_in_labels(column: Composer, fonts: FontBook) -> None:
    advance = sum(glyph.advance for glyph in fonts.face("text").shape("ッー。", vertical=True))
    assert column("ッー。", "text").height == pytest.approx(advance * SIZE) != 3 * SIZE
    assert column("ッー", "text", even=True).height == pytest.approx(2 * SIZE)


LETTERS = st.text("練馬あッー、。「」（）・…！？A9b%. :〜々", min_size=1, max_size=24)


@settings(max_examples=100, deadline=None)
@given(LETTERS, st.integers(6, 14), st.sampled_from(["start", "center", "justify"]))
def test_every_character_is_painted_once_in_order(fonts: FontBook, source: str, measure: int, align: str) -> None:
    report = Report()
    style = ColumnStyle(measure=measure * SIZE, align=align)  # type: ignore[arg-type]
    chars = CharStyle(("wide", "text"), SIZE, "ink")
    found = compose_vertical(written(source, Origin("a")), chars, fonts, str, report, style)
    runs = [item for item in found.place(0, 0) if isinstance(item, GlyphRun)]
    painted = "".join("".join(run.texts) for run in runs)
    assert painted.replace(" ", "") == unicodedata.normalize("NFC", source).replace(" ", "").strip()
