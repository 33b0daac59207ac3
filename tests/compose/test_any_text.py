"""What holds for any text at any measure."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from compose_samples import SIZE, char
from hypothesis import example, given, settings
from hypothesis import strategies as st

from report.compose.composition import compose
from report.compose.keep_together import HELD
from report.compose.linebreak import first_fit
from report.compose.opportunities import kinsoku_breaks
from report.compose.paragraph import passage, passages
from report.messages import Origin, Report
from report.page import GlyphRun
from report.style.fonts import FontBook
from report.style.text import ParagraphStyle
from report.text import Run

ASSIGNED = st.characters(exclude_categories=("Cn", "Cs", "Co"))
JAPANESE = st.sampled_from("漢字かなカナっャー々「」『』（）、。，．・：！？…―〜％￥　 09,.aZ-/ｱ｡｢")
TEXTS = st.one_of(
    st.text(ASSIGNED, min_size=1, max_size=40),
    st.text(JAPANESE, min_size=1, max_size=120),
    st.text(st.one_of(JAPANESE, ASSIGNED), min_size=1, max_size=60),
)
STYLES = st.builds(
    lambda face, align, level, hanging, indent, last: ParagraphStyle(
        char(*face), 16.0, align=align, kinsoku=level, hanging=hanging, indent=indent, last_line=last
    ),
    st.sampled_from([("wide",), ("text", "wide")]),
    st.sampled_from(["justify", "left"]),
    st.sampled_from(["strict", "normal", "loose"]),
    st.sampled_from(["off", "allow", "force"]),
    st.sampled_from([0.0, 1.0]),
    st.sampled_from([0.0, 4.6]),
)


def paragraph(text: str) -> tuple[Run, ...]:
    return (Run(text=text, origin=Origin("t")),)


TIGHT = ParagraphStyle(char("text", "wide"), 16.0, align="justify", last_line=4.6)


@settings(max_examples=400, deadline=None)
@example(text="0011.¯え²｛ 0000ウ0", style=TIGHT, quarters=22)  # tracked, and a space at the line's end
@given(TEXTS, STYLES, st.integers(4, 120))
def test_any_text_is_set_once_in_order_and_within_its_measure(
    fonts: FontBook, text: str, style: ParagraphStyle, quarters: int
) -> None:
    report = Report()
    measure = quarters * SIZE / 4
    block = compose((paragraph(text),), style, measure, fonts, str, report)
    painted = "".join("".join(item.texts) for item in block.place(0, 0) if isinstance(item, GlyphRun))
    kept = "".join(
        char
        for made in (passage(runs, style, fonts) for runs in passages(paragraph(text)))
        for char in "".join(made.texts)
    )
    assert painted == kept
    told = "".join(str(diagnostic) for diagnostic in report.diagnostics)
    lost = [char for char in text if not _invisible(char) and char not in kept]
    assert all(char in told or f"U+{ord(char):04X}" in told for char in lost)
    too_long = any("longer than its line" in str(diagnostic.message) for diagnostic in report.diagnostics)
    for line in block.lines:
        end = line.x + line.setting.width
        hangs = max(0.0, -line.setting.tail)
        assert too_long or end + max(0.0, line.setting.tail) <= measure + hangs + 0.002
        edges = line.setting.edges
        assert all(right >= left - 1e-6 for left, right in pairwise(edges))
    if too_long:
        assert _has_a_long_piece(text, style, measure, fonts)


def _invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cf", "Zl", "Zp", "Mn", "Me", "Mc", "Cc") or char in "\n"


def _has_a_long_piece(text: str, style: ParagraphStyle, measure: float, fonts: FontBook) -> bool:
    for part, runs in enumerate(passages(paragraph(text))):
        made = passage(runs, style, fonts)
        ends = [box for box, _ in kinsoku_breaks(made)]
        pieces = zip([0, *ends], ends, strict=False)
        room = measure - (made.indent if part == 0 else 0.0)
        if any(made.material.least(a, b) > (room if a == 0 else measure) - 0.002 for a, b in pieces if a < b):
            return True
    return False


@settings(max_examples=200, deadline=None)
@given(st.text(JAPANESE, min_size=20, max_size=200), STYLES, st.integers(24, 120))
def test_no_line_begins_or_ends_with_what_it_may_not(
    fonts: FontBook, text: str, style: ParagraphStyle, quarters: int
) -> None:
    report = Report()
    made = passage(paragraph(text), style, fonts)
    block = compose((paragraph(text),), style, quarters * SIZE / 4, fonts, str, report)
    allowed = {box for box, _ in kinsoku_breaks(made)}
    ends, at = [], 0
    for line in block.lines:
        at += sum(len(piece.texts) for piece in line.setting.pieces)
        ends.append(at)
    assert at == len(made.texts)
    assert set(ends) <= {*allowed, at}
    assert first_fit(made.material, [b for b in kinsoku_breaks(made) if b[1] < HELD], 1e9) == [len(made.texts)]
