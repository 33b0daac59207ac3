"""Content streams as events: where, in which ink, how large; forms, patterns, glyph procedures, soft masks."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from report.conform.preflight.colour import inks
from report.conform.preflight.events import Paint, Used
from report.conform.preflight.shapes import Bounds
from report.conform.preflight.subject import opened

SPACE = Array([Name.Separation, Name.Black, Name.DeviceGray, Dictionary(FunctionType=2, Domain=[0, 1], N=1)])


def walked(operators: bytes, make: Callable[[Pdf], dict[str, Any]] = lambda pdf: {}) -> tuple[Paint, ...]:
    return looked(operators, make)[0]


def looked(operators: bytes, make: Callable[[Pdf], dict[str, Any]]) -> tuple[tuple[Paint, ...], tuple[Used, ...]]:
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(100, 100)).obj
    page.Resources = Dictionary(**{key: Dictionary(value) for key, value in make(pdf).items()})
    page.Contents = pdf.make_stream(operators)
    out = io.BytesIO()
    pdf.save(out)
    with opened(out.getvalue(), "test") as subject:
        return subject.paints, subject.used


def font(pdf: Pdf) -> dict[str, Any]:
    entries = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Test, FirstChar=65, Widths=[500, 1000])
    return {"/F": pdf.make_indirect(entries)}


def form(pdf: Pdf, content: bytes, **entries: Any) -> Any:
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 50, 50], **entries)


def test_paths_are_where_the_matrix_puts_them() -> None:
    (paint,) = walked(b"q 2 0 0 2 10 20 cm 0.1 0.2 0.3 0.4 k 1 1 5 5 re f Q")
    assert (paint.kind, paint.bounds) == ("fill", Bounds(12, 22, 22, 32))
    assert inks(paint.colour) == {"C": 0.1, "M": 0.2, "Y": 0.3, "K": 0.4}
    assert [part.box for part in paint.parts] == [True]


def test_strokes_have_the_width_that_shows() -> None:
    fill, stroke = walked(b"0.5 0 0 0.2 0 0 cm 1 w 0 1 0 0 K 20 50 m 100 50 l B")
    assert (fill.kind, stroke.kind, round(stroke.size, 3)) == ("fill", "stroke", 0.2)
    assert inks(stroke.colour)["M"] == 1  # type: ignore[index]


def test_clips_cut_and_saved_states_come_back() -> None:
    inside, outside = walked(b"q 10 10 20 20 re W n 0 0 50 50 re f Q 0 0 50 50 re f q 0 0 1 1 re W n 5 5 2 2 re f Q")
    assert inside.bounds == Bounds(10, 10, 30, 30)
    assert outside.bounds == Bounds(0, 0, 50, 50)


def test_a_round_shape_is_no_box() -> None:
    (paint,) = walked(b"0 0 m 0 10 10 20 20 20 c h f")
    assert [part.box for part in paint.parts] == [False]


def test_text_has_its_size_place_and_characters() -> None:
    paints = walked(b"BT /F 10 Tf 2 0 0 2 10 20 Tm (A) Tj [(B) -500 (A)] TJ ET", lambda pdf: {"Font": font(pdf)})
    assert [(paint.text, paint.size) for paint in paints] == [("A", 20), ("BA", 20)]
    assert (paints[0].bounds.left, paints[0].bounds.right) == (10, 20)
    assert (paints[1].bounds.left, paints[1].bounds.right) == (20, 60)
    assert paints[0].font and not paints[0].font.program


@pytest.mark.parametrize(
    ("mode", "kinds"),
    [
        (0, ["text"]),
        (1, ["stroke"]),
        (2, ["text", "text"]),
        (3, []),
        (4, ["text"]),
        (5, ["stroke"]),
        (6, ["text", "text"]),
        (7, []),
    ],
)
def test_rendering_modes_say_what_text_paints(mode: int, kinds: list[str]) -> None:
    paints = walked(f"BT /F 9 Tf {mode} Tr 10 10 Td (A) Tj ET".encode(), lambda pdf: {"Font": font(pdf)})
    assert [paint.kind for paint in paints] == kinds


def test_overprint_and_opacity_come_from_gs() -> None:
    state = {"/A": Dictionary(OP=True, OPM=1, CA=0.5, ca=0.25, BM=Name.Multiply)}
    (paint,) = walked(b"/A gs 0 0 9 9 re f", lambda pdf: {"ExtGState": state})
    assert (paint.overprint, paint.opm, paint.opacity, paint.blend) == (True, 1, 0.25, "Multiply")


def test_forms_move_clip_and_bring_their_resources() -> None:
    def make(pdf: Pdf) -> dict[str, Any]:
        inner = form(pdf, b"/K cs 0.5 scn 0 0 99 99 re f", Resources=Dictionary(ColorSpace=Dictionary(K=SPACE)))
        inner.Matrix = Array([1, 0, 0, 1, 5, 5])
        return {"XObject": {"/X": inner}}

    (paint,) = walked(b"q 1 0 0 1 10 10 cm /X Do Q", make)
    assert (paint.inside, paint.bounds) == ("form", Bounds(15, 15, 65, 65))
    assert inks(paint.colour) == {"K": 0.5}


def test_a_form_within_itself_ends() -> None:
    def make(pdf: Pdf) -> dict[str, Any]:
        inner = pdf.make_indirect(form(pdf, b"0 0 9 9 re f /X Do"))
        inner.Resources = Dictionary(XObject=Dictionary(X=inner))
        return {"XObject": {"/X": inner}}

    paints, used = looked(b"/X Do", make)
    assert len(paints) == 1
    assert [each.name for each in used if each.kind == "Trouble"] == ["forms within one another"]


def test_patterns_paint_their_cells_where_they_are_used() -> None:
    def make(pdf: Pdf) -> dict[str, Any]:
        cell = pdf.make_stream(
            b"1 0 0 rg 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9], XStep=9, YStep=9,
            Resources=Dictionary(),
        )  # fmt: skip
        return {"Pattern": {"/P": cell}}

    ground, cell = walked(b"/Pattern cs /P scn 20 20 30 30 re f", make)
    assert (ground.space.family, cell.space.family) == ("Pattern", "DeviceRGB")
    assert (cell.inside, cell.bounds) == ("pattern", ground.bounds)


def test_shadings_fill_the_clip_or_the_shape() -> None:
    entries = {"/S": Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 1, 1])}
    pattern = {"/P": Dictionary(PatternType=2, Shading=entries["/S"])}
    clip, shape = walked(
        b"q 0 0 10 10 re W n /S sh Q /Pattern cs /P scn 30 30 5 5 re f",
        lambda pdf: {"Shading": entries, "Pattern": pattern},
    )
    assert [(paint.kind, paint.space.family) for paint in (clip, shape)] == [("shading", "DeviceCMYK")] * 2
    assert (clip.bounds, shape.bounds) == (Bounds(0, 0, 10, 10), Bounds(30, 30, 35, 35))


def test_images_have_their_effective_resolution() -> None:
    def make(pdf: Pdf) -> dict[str, Any]:
        entries = {"Width": 100, "Height": 50, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
        return {"XObject": {"/X": pdf.make_stream(bytes(5000), Subtype=Name.Image, **entries)}}

    (paint,) = walked(b"q 0 36 -36 0 50 10 cm /X Do Q", make)
    assert paint.image and round(paint.image.ppi) == 100
    assert paint.bounds == Bounds(14, 10, 50, 46)


def test_inline_images_are_images() -> None:
    (paint,) = walked(b"q 10 0 0 10 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \0\1\2\3 EI Q")
    assert paint.image and (paint.image.width, paint.image.bits, paint.space.family) == (2, 8, "DeviceGray")


def test_glyph_procedures_and_soft_masks_are_walked() -> None:
    def make(pdf: Pdf) -> dict[str, Any]:
        entries = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontMatrix=[0.001, 0, 0, 0.001, 0, 0], FirstChar=65, Widths=[1000],
            CharProcs=Dictionary(a=pdf.make_stream(b"1000 0 0 0 500 500 d1 0 0 500 500 re f")),
            Encoding=Dictionary(Differences=[65, Name.a]),
        )  # fmt: skip
        mask = Dictionary(S=Name.Luminosity, G=form(pdf, b"1 g 0 0 9 9 re f"))
        return {"Font": {"/T": entries}, "ExtGState": {"/M": Dictionary(SMask=mask)}}

    mask, glyph, text = walked(b"/M gs BT /T 20 Tf 10 10 Td (A) Tj ET", make)
    assert (mask.inside, mask.bounds) == ("softmask", Bounds(0, 0, 9, 9))
    assert (glyph.inside, glyph.bounds) == ("glyph", Bounds(10, 10, 20, 20))
    assert (text.kind, text.font and text.font.kind, text.masked) == ("text", "Type3", True)


def test_default_spaces_stand_in() -> None:
    default = {"/DefaultRGB": Array([Name.CalRGB, Dictionary(WhitePoint=[0.95, 1, 1.09])])}
    (paint,) = walked(b"1 0 0 rg 0 0 9 9 re f", lambda pdf: {"ColorSpace": default})
    assert (paint.space.family, paint.space.by_default) == ("CalRGB", True)


def test_a_wrong_operand_spoils_one_operator_only() -> None:
    paints, used = looked(b"/x w (a) g 0 0 9 9 re f /None gs /None Do", lambda pdf: {})
    assert len(paints) == 1
    assert len([each for each in used if each.kind == "Trouble"]) == 4


def test_two_byte_codes_read_their_widths_and_characters(good: bytes) -> None:
    with opened(good, "good") as subject:
        texts = [paint for paint in subject.paints if paint.kind == "text" and paint.page == 1]
    assert [(paint.text, paint.size) for paint in texts] == [("緑の街", 12), ("練馬区の改革", 9)]
    assert [round(paint.bounds.width) for paint in texts] == [36, 54]
    assert isinstance(pikepdf.open(io.BytesIO(good)).pages[0], pikepdf.Page)


@pytest.mark.parametrize(
    ("operators", "told"),
    [
        (b"0 0 9 9 re f \xff 0 0 9 9 re f", '"\xff" is no operator'),
        (b"0 0 9 9 re f paint 0 0 9 9 re f", '"paint" is no operator'),
        (b"0 0 9 9 re f 0 0 9 9 re f (", "Unexpected end of stream"),
        (b"/\x83\x5a gs 0 0 9 9 re f 0 0 9 9 re f", "no ExtGState /#83Z"),  # a name need not be text
    ],
)
def test_what_is_no_operator_is_told_and_the_rest_is_read(operators: bytes, told: str) -> None:
    paints, used = looked(operators, lambda pdf: {})
    assert [paint.kind for paint in paints] == ["fill", "fill"]
    assert [use.name for use in used if use.kind == "Trouble"] == ([told] if told else [])
