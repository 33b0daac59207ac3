"""Ruby and emphasis dots: golden places, the room above a line, and every character painted once."""

from __future__ import annotations

from pathlib import Path

import pytest
from compose_samples import SIZE, STYLES, char
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from report.compose.composition import compose
from report.compose.textblock import TextBlock
from report.messages import Origin, Report
from report.page import GlyphRun
from report.style.fonts import FontBook
from report.text import Ruby, runs_of
from tests.words import written

GOLDEN = Path(__file__).parents[1] / "golden" / "ruby.tsv"
CASES = [line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines()[1:]]


def em(points: float) -> str:
    return f"{points / SIZE + 1e-9:.3f}".rstrip("0").rstrip(".")


def places(block: TextBlock) -> str:
    """x of every character in em: bases as they are, readings in （）, lines parted by ／."""
    lines = []
    for line in block.lines:
        shown = []
        for piece in line.setting.pieces:
            words = " ".join(t + em(piece.x + x) for t, x in zip(piece.texts, piece.xs, strict=True))
            shown.append(f"（{words}）" if piece.role == "reading" else words)
        lines.append(" ".join(shown))
    return " ／ ".join(lines)


@pytest.mark.parametrize(
    ("section", "measure", "source", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_golden(section: str, measure: str, source: str, expected: str, composed) -> None:
    assert section
    assert places(composed(source, "wide", float(measure))) == expected


def test_base_and_reading_are_runs_of_one_pair(composed) -> None:
    runs = [(r.role, r.pair, "".join(r.texts)) for r in composed("の{練馬|ねりま}と{志木|し|き}", "wide").place(0, 0)]
    assert runs == [
        ("", 0, "の"), ("base", 1, "練馬"), ("", 0, "と"), ("base", 2, "志木"),
        ("reading", 1, "ねりま"), ("reading", 2, "し"), ("reading", 2, "き"),
    ]  # fmt: skip


def test_a_line_whose_leading_has_no_room_is_pushed_down(composed) -> None:
    tight, roomy = replace(STYLES["wide"], leading=12.0), replace(STYLES["wide"], leading=30.0)
    plain, read = composed("一\n練馬\n三", tight), composed("一\n{練馬|ねりま}\n三", tight)
    missing = 0.5 * SIZE - (12.0 - SIZE)  # the reading's height less the space between two lines
    assert [a - b for a, b in zip(read.baselines, plain.baselines, strict=True)] == pytest.approx([0, missing, missing])
    assert read.height - plain.height == pytest.approx(missing)
    assert composed("一\n{練馬|ねりま}", roomy).baselines == composed("一\n練馬", roomy).baselines
    first = composed("{練馬|ねりま}", tight)
    reading = first.lines[0].setting.pieces[-1]
    assert first.baselines[0] + reading.y - 0.88 * reading.size == pytest.approx(0.0)  # within the block


def test_dots_stand_over_characters_not_over_punctuation(composed) -> None:
    runs = composed("あ^^大事、A 「点」^^だ", "wide").place(0, 0, owner="me")
    (dots,) = [run for run in runs if run.role == "emphasis"]
    assert (dots.size, dots.owner, set(dots.texts), len(dots.gids)) == (SIZE / 2, None, {""}, 4)
    base = {t: run.x + x for run in runs if run is not dots for t, x in zip(run.texts, run.xs, strict=True)}
    half = 0.5 * dots.size
    advance = (dots.width - dots.xs[-1]) / 2
    assert dots.x + advance == pytest.approx(base["大"] + SIZE / 2)
    assert dots.x + dots.xs[-1] + advance == pytest.approx(base["点"] + SIZE / 2)
    assert dots.y == pytest.approx(runs[0].y - 0.88 * SIZE - 0.24 * half)


def test_dots_over_a_reading_stand_higher(composed) -> None:
    (low,) = [r for r in composed("^^点^^", "wide").lines[0].setting.pieces if r.role == "emphasis"]
    (high,) = [r for r in composed("^^{点|てん}^^", "wide").lines[0].setting.pieces if r.role == "emphasis"]
    assert low.y - high.y == pytest.approx(SIZE / 2)


def test_a_reading_or_dot_without_a_face_is_reported(composed, report) -> None:
    composed("{練|ꙮ}^^馬^^", replace(STYLES["wide"], char=char("digits", "title")))
    composed("{練|ꙮ}", "wide")
    assert all("no face" in str(d.message) for d in report.diagnostics) and report.diagnostics


def test_readings_that_do_not_match_their_characters_are_reported() -> None:
    report = Report()
    written("あ{練馬区|ねり|まく}", Origin("a", 1, 1), report)
    (found,) = report.diagnostics
    assert (str(found.origin), str(found.message)) == ("a:1:2", '2 readings for the 3 characters of "練馬区"')


TRACKED = 0.031 * SIZE  # a paragraph's tightest tracking may bring two neighbours so much nearer
KANA = st.text("あいうかきくはんゃっー", min_size=1, max_size=4)
JUKUGO = st.lists(st.tuples(st.sampled_from("練馬区子育光丘"), KANA), min_size=1, max_size=4)
PIECES = st.one_of(
    st.text("あのを練区、。「」A9 アー", min_size=1, max_size=5),
    st.tuples(st.text("練馬区光が丘", min_size=1, max_size=4), KANA).map(lambda p: f"{{{p[0]}|{p[1]}}}"),
    JUKUGO.map(lambda p: f"{{{''.join(c for c, _ in p)}|{'|'.join(r for _, r in p)}}}"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=8), st.integers(9, 30), st.sampled_from(["wide", "body", "title"]))
def test_every_base_and_reading_is_painted_once_in_order_within_its_line(
    fonts: FontBook, pieces: list[str], measure: int, style: str
) -> None:
    report = Report()
    paragraphs = written("".join(pieces), Origin("a", 1, 1), report).paragraphs
    block = compose(paragraphs, STYLES[style], measure * SIZE, fonts, str, report)
    assert report.diagnostics == ()
    runs = [item for item in block.place(0, 0) if isinstance(item, GlyphRun)]
    bases = "".join("".join(run.texts) for run in runs if run.role != "reading")
    readings = "".join("".join(run.texts) for run in runs if run.role == "reading")
    source = [run for paragraph in paragraphs for run in runs_of(paragraph)]
    assert bases.replace(" ", "") == "".join(run.text for run in source).replace(" ", "")
    assert readings == "".join(reading for run in source if isinstance(run, Ruby) for reading in run.readings)
    for line in block.lines:
        last = 0.0
        for piece in line.setting.pieces:
            if piece.role == "reading":
                assert line.x + piece.x >= last - TRACKED  # neither before the line nor on the reading before
                last = line.x + piece.x + piece.width
        assert last <= measure * SIZE + 1e-3  # nor past its end
