"""Marks on characters, as lines are set with them."""

from __future__ import annotations

from pathlib import Path

from compose_samples import char

from report.compose.composition import compose
from report.messages import Origin, Report
from report.page import GlyphRun
from report.style.fonts import FontBook
from report.style.text import ParagraphStyle
from report.text import Run
from tests.made_faces import face


def test_a_mark_is_as_high_as_its_face_puts_it(tmp_path: Path) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(face("Xy\u0301", features="feature mark { pos u0301 <-900 250 0 0>; } mark;"))
    report, style = Report(), ParagraphStyle(char("a"), 16.0)
    block = compose(((Run("X\u0301y", Origin("t")),),), style, 100.0, FontBook({"a": path}), str, report)
    (run,) = [item for item in block.place(0, 0) if isinstance(item, GlyphRun)]
    assert report.diagnostics == ()
    assert run.texts == ("X", "\u0301", "y")
    assert [round(y / run.size, 3) for y in run.ys] == [0.0, -0.25, 0.0]  # down is positive
    assert [round(x / run.size, 3) for x in run.xs] == [0.0, 0.1, 1.0]
