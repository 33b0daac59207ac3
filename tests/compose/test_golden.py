"""Golden lines, cited by section of JLREQ (tests/golden/jlreq.tsv).

options: measure (em, 40 if not said), align, hanging, level (kinsoku), indent, aki; and what the last column shows of
the text, besides ／ where its lines end:

    show=spacing  ⅛ ¼ ½ ¾, or [em], where there is space between two bodies, or after the last one of a line
    show=breaks   ／ at every place where a line may end
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from compose_samples import SIZE, STYLES
from msgspec.structs import replace

from report.compose.keep_together import HELD
from report.compose.opportunities import kinsoku_breaks
from report.compose.paragraph import passage
from report.compose.textblock import Line
from report.messages import Origin, Report
from report.style.fonts import FontBook
from report.style.text import ParagraphStyle
from tests.words import written

GOLDEN = Path(__file__).parents[1] / "golden" / "jlreq.tsv"
ROWS = [line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines()[1:]]
SIGNS = {0.0: "", 0.125: "⅛", 0.25: "¼", 0.5: "½", 0.75: "¾"}


def test_there_are_enough_cases_with_names_of_their_own() -> None:
    assert len(ROWS) >= 150
    assert len({row[0] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("name", "section", "options", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_golden(fonts: FontBook, composed, report, name, section, options, text, expected) -> None:
    asked = dict(option.split("=") for option in options.split())
    style = _style(asked)
    source = text.replace("\\n", "\n")
    if asked.get("show") == "breaks":
        assert _breaks(source, style, fonts) == expected
        return
    lines = composed(source, style, float(asked.get("measure", 40))).lines
    show = _spaced if asked.get("show") == "spacing" else _plain
    assert "／".join(show(line, fonts) for line in lines) == expected
    assert not report.failed


def _style(asked: dict[str, str]) -> ParagraphStyle:
    numbers = {key: float(asked[key]) for key in ("indent", "aki", "autospace") if key in asked}
    words = {key: asked[key] for key in ("align", "hanging") if key in asked}
    return replace(STYLES["wide"], kinsoku=asked.get("level", "strict"), **numbers, **words)


def _breaks(source: str, style: ParagraphStyle, fonts: FontBook) -> str:
    (runs,) = written(source, Origin("t.yaml", 1, 1), Report()).paragraphs
    made = passage(runs, style, fonts)
    ends = [0, *(box for box, cost in kinsoku_breaks(made) if cost < HELD / 10)]
    return "／".join("".join(made.texts[a:b]) for a, b in pairwise(ends))


def _plain(line: Line, fonts: FontBook) -> str:
    return line.setting.text


def _spaced(line: Line, fonts: FontBook) -> str:
    """Space is what a character's own body does not take: half an em of punctuation, a glyph's advance of others."""
    setting = line.setting
    edges = [*setting.edges[:-1], setting.width + setting.tail]
    shown = _sign(setting.edges[0] / SIZE)
    for char, left, right in zip(setting.chars, edges, edges[1:], strict=False):
        shown += char + _sign((right - left) / SIZE - _body(char, fonts))
    return shown


def _body(char: str, fonts: FontBook) -> float:
    if char in "「」（）、。・，．：；『』【】［］〔〕〈〉《》":
        return 0.5
    return 1 / 3 if char == " " else sum(glyph.advance for glyph in fonts.face("wide").shape(char))


def _sign(em: float) -> str:
    nearest = min(SIGNS, key=lambda known: abs(known - em))
    return SIGNS[nearest] if abs(nearest - em) < 1e-3 else f"[{em:.2f}]"
