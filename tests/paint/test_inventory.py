"""What pages use."""

from __future__ import annotations

from types import SimpleNamespace

from report.messages import Origin, Report
from report.page import Drawing, GlyphRun, Page, PageBoxes, Placed
from report.paint.inventory import check_glyphs, glyphs_of
from report.units import Size


def run(gids: tuple[int, ...], texts: str, **more: object) -> GlyphRun:
    return GlyphRun(
        face="named", size=9, ink="ink", x=0, y=0, gids=gids, xs=(0.0,) * len(gids), texts=tuple(texts), width=9, **more
    )  # type: ignore[arg-type]


def page(*items: object) -> Page:
    return Page(1, "1", PageBoxes(Size(100, 100), 0), items)  # type: ignore[arg-type]


def test_glyphs_are_found_in_pages_in_drawings_and_in_hidden_text() -> None:
    drawing = Drawing("d", Size(9, 9), (run((3,), "区"),))
    placed = Placed(drawing=drawing, matrix=(1, 0, 0, 1, 0, 0))
    assert glyphs_of([page(run((1, 2), "練馬"), placed, placed)], [[run((4, 1), "年×")]]) == {
        "named": {1: "練", 2: "馬", 3: "区", 4: "年"}
    }


def test_a_glyph_nobody_has_is_an_error_at_its_place() -> None:
    report = Report()
    owner = SimpleNamespace(origin=Origin("a.yaml", 4, 2))
    check_glyphs([page(run((1, 0), "練馬", owner=owner))], [], report)
    assert [str(each) for each in report.diagnostics] == ['a.yaml:4:2: error: the face "named" has no glyph for "馬"']
