"""Faces: coverage, fallback, shaping, embedding rights."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from report.messages import Failure, Origin
from report.style.face import FontFace
from report.style.font_facts import describe
from report.style.fonts import FontBook, letter
from report.style.text import CharStyle

FONTS = Path(__file__).parents[2] / "fonts"
FILES = {
    "text": "BIZUDPGothic_400Regular.ttf",
    "noto": "NotoSansJP_400Regular.ttf",
    "number": "BarlowSemiCondensed_600SemiBold.ttf",
    "display": "ZenKakuGothicNew_900Black.ttf",
}
IVS = "葛\U000e0100"


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook({name: FONTS / file for name, file in FILES.items()})


def split(book: FontBook, text: str, *chain: str) -> list[tuple[str | None, str]]:
    return [(face and face.name, text[start:end]) for face, start, end in book.segments(text, chain)]


def test_a_string_is_cut_where_the_face_changes(book: FontBook) -> None:
    assert split(book, "12歳の𠮷と𩸽", "number", "text", "noto") == [
        ("number", "12"),
        ("text", "歳の"),
        ("noto", "𠮷"),
        ("text", "と𩸽"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("葛" + IVS, [("display", "葛"), ("text", IVS)]),  # only text knows the sequence
        ("葛\U000e01ef", [("display", "葛\U000e01ef")]),  # nobody does: the base alone decides
        ("か\u3099", [("text", "か\u3099")]),  # base and mark together, where both are
        ("a\u200b葛", [("display", "a\u200b葛")]),
        ("\u200b𠮷", [("noto", "\u200b𠮷")]),
        ("葛😀", [("display", "葛"), (None, "😀")]),
        ("", []),
    ],
)
def test_marks_and_selectors_stay_with_their_base(book: FontBook, text: str, expected: object) -> None:
    assert split(book, text, "display", "text", "noto") == expected


def test_missing_characters_are_named(book: FontBook) -> None:
    with pytest.raises(Failure) as failure:
        letter(book, "花😀", CharStyle(("text",), 10, "ink"), Origin("a.yaml", 3, 5))
    message = str(failure.value)
    assert "a.yaml:3:5: error:" in message and '"😀" (U+1F600)' in message


def test_clusters_index_characters_and_selectors_choose_glyphs(book: FontBook) -> None:
    face = book.face("noto")
    glyphs = face.shape("𠮷葛" + IVS)
    assert [g.cluster for g in glyphs] == [0, 1, 2]
    assert glyphs[1].gid != glyphs[2].gid  # 葛 as written by default, and as the selector asks


def test_features_act_only_when_asked(book: FontBook) -> None:
    face = book.face("noto")
    assert sum(g.advance for g in face.shape("「東」")) == 3.0
    assert sum(g.advance for g in face.shape("「東」", ("palt",))) < 2.3
    kerned, plain = face.shape("AVAT", ("kern",)), face.shape("AVAT")
    assert sum(g.advance for g in kerned) < sum(g.advance for g in plain)
    assert len(face.shape("fi")) == 2


def test_vertical_text_runs_down_from_the_centre_line(book: FontBook) -> None:
    first, comma = book.face("text").shape("区、", vertical=True)
    assert (first.advance, first.dx) == (1.0, -0.5)
    assert 0.8 < first.dy < 0.95
    assert comma.gid != book.face("text").shape("、")[0].gid


def test_metrics_and_outlines_are_in_em(book: FontBook) -> None:
    face = book.face("text")
    assert face.ascender + face.descender == pytest.approx(1.0)
    bar = face.outline(face.shape("一")[0].gid)
    assert bar[0] == "M" and bar[-1] == "Z"
    assert all(-1 < part < 1 for part in bar if not isinstance(part, str))


def test_a_line_of_lettering_tracks_between_characters_only(book: FontBook) -> None:
    runs, width = letter(book, "区12", CharStyle(("number", "text"), 10, "ink", tracking=0.1))
    assert [run.face.name for run in runs] == ["text", "number"]
    assert runs[1].x == pytest.approx(11.0)
    plain = letter(book, "区12", CharStyle(("number", "text"), 10, "ink"))[1]
    assert width == pytest.approx(plain + 2.0)


@pytest.mark.parametrize(
    ("fs_type", "embeddable", "subsettable"),
    [
        (0, True, True),
        (2, False, True),
        (4, True, True),
        (8, True, True),
        (6, True, True),  # the least restrictive of several bits counts
        (0x100, True, False),
        (0x200, False, True),
    ],
)
def test_embedding_rights(tmp_path: Path, fs_type: int, embeddable: bool, subsettable: bool) -> None:
    face = FontFace("x", with_fs_type(tmp_path, fs_type))
    assert (face.embeddable, face.subsettable) == (embeddable, subsettable)


def with_fs_type(folder: Path, fs_type: int) -> Path:
    """A copy of a face with other rights."""
    data = bytearray((FONTS / FILES["number"]).read_bytes())
    for i in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * i)
        if tag == b"OS/2":
            struct.pack_into(">H", data, offset + 8, fs_type)
    path = folder / "face.ttf"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("content", [None, b"no font"])
def test_a_file_that_is_no_font_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Failure, match=r"x\.ttf: error:"):
        FontFace("x", path).upem  # noqa: B018


def test_facts_tell_japanese_coverage(book: FontBook) -> None:
    facts = describe(book.face("text"))
    assert (facts.family, facts.outlines, facts.rights) == ("BIZ UDPGothic", "TrueType", "may be embedded")
    assert "Open Font License" in facts.licence
    totals = {"Latin": 94, "kana": 170, "kanji 1": 2965, "kanji 2": 3390}
    assert {share.what: share.total for share in facts.coverage} == totals
    assert {share.what: share.covered for share in facts.coverage} == totals
    latin = describe(book.face("number")).coverage
    assert {share.what: share.covered for share in latin} == {"Latin": 94, "kana": 0, "kanji 1": 0, "kanji 2": 0}
