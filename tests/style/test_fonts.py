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
from tests.made_faces import changed, face, tables_of

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
        ("葛\U000e01ef", [(None, "葛\U000e01ef")]),  # nobody does
        ("☎\ufe0e", [("display", "☎\ufe0e")]),  # a text's own form needs no sequence, an emoji's can be done without
        ("☎\ufe0f", [("display", "☎\ufe0f")]),
        ("か\u3099", [("display", "か\u3099")]),  # has が
        ("か\u309aっ", [("text", "か\u309a"), ("display", "っ")]),  # has a glyph for both
        ("あ\u3099", [("noto", "あ\u3099")]),
        ("e\u0301x\u0301", [("display", "e\u0301"), ("text", "x\u0301")]),  # display puts it on the next letter
        ("\u1112\u1161\u11ab국", [(None, "\u1112\u1161\u11ab국")]),
        ("12ไทย", [("display", "12"), (None, "ไทย")]),
        ("a\u200b葛", [("display", "a\u200b葛")]),
        ("\u200b𠮷", [("noto", "\u200b𠮷")]),
        ("葛😀", [("display", "葛"), (None, "😀")]),
        ("\u3099", [(None, "\u3099")]),  # a mark that stands on nothing
        ("\u20dd\u20dd", [(None, "\u20dd\u20dd")]),
        ("", []),
    ],
)
def test_marks_and_selectors_stay_with_their_base(book: FontBook, text: str, expected: object) -> None:
    assert split(book, text, "display", "text", "noto") == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("圐", 'no face of text has the character "圐" (U+5710)'),
        ("圐\U000e0100", 'no face of text has the character "圐" (U+5710)'),
        ("葛\U000e01ef", 'no face of text has the form "葛\U000e01ef" (U+845B U+E01EF)'),
        ("神\ufe00", 'no face of text has the form "神\ufe00" (U+795E U+FE00)'),
        ("か\U000e0100", 'no face of text has the form "か\U000e0100" (U+304B U+E0100)'),
        ("あ\u20dd", 'no face of text has the character "あ\u20dd" (U+3042 U+20DD)'),
        ("あ\u0300\u0301", 'no face of text has a place for the marks of "あ\u0300\u0301" (U+3042 U+0300 U+0301)'),
        ("👍🏽", 'no face of text has the character "👍" (U+1F44D)'),
        ("\ue000", "no face of text has the character U+E000"),
        ("س", 'this engine does not set the script of "س" (U+0633) (Arabic)'),
        ("ש", 'this engine does not set the script of "ש" (U+05E9) (Hebrew)'),
        ("ที่", 'this engine does not set the script of "ท" (U+0E17) (Thai)'),
        ("हि", 'this engine does not set the script of "ह" (U+0939) (Devanagari)'),
        ("\u1100", 'this engine does not set the script of "ᄀ" (U+1100) (Hangul)'),
    ],
)
def test_what_no_face_can_set_is_told_in_its_own_words(book: FontBook, text: str, told: str) -> None:
    assert str(book.uncovered(text, ("text",), None)[0].message) == told


def test_signs_of_a_script_that_is_not_set_may_be_set(tmp_path: Path) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(face("฿한ئ"))
    made = FontBook({"a": path})
    assert [found and found.name for found, _, _ in made.segments("฿한\u1112\u1161\u11abئ", ("a",))] == ["a", None]


def test_a_dakuten_that_the_face_does_not_place_stands_beside_its_base(book: FontBook) -> None:
    face = book.face("text")
    base, mark, after = face.shape("あ\u3099い")
    ink = face.hb_font.get_glyph_extents(mark.gid)
    left = base.advance + mark.dx + ink.x_bearing / face.upem
    assert left >= base.advance and left + ink.width / face.upem <= base.advance + mark.advance
    assert (base.cluster, mark.cluster, after.cluster) == (0, 0, 2)
    (both,) = book.face("noto").shape("あ\u3099")
    assert both.advance == 1.0


@pytest.mark.parametrize(
    ("feature", "seated"),
    [
        ("", True),  # HarfBuzz puts it over the base
        ("feature mark { pos u0301 <0 0 0 0>; } mark;", False),  # the face puts it on the next character
        ("feature mark { pos u0301 <-900 0 0 0>; } mark;", True),
    ],
)
def test_a_mark_is_set_where_a_face_puts_it_on_its_base(tmp_path: Path, feature: str, seated: bool) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(face("xy\u0301", features=feature))
    ((found, _, _),) = FontBook({"a": path}).segments("x\u0301", ("a",))
    assert (found is not None) == seated


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


def test_metrics_are_in_em(book: FontBook) -> None:
    face = book.face("text")
    assert face.ascender + face.descender == pytest.approx(1.0)
    assert face.cap_height == pytest.approx(0.765, abs=0.001)


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
    data = (FONTS / FILES["number"]).read_bytes()
    os2 = tables_of(data)["OS/2"]
    path = folder / "face.ttf"
    path.write_bytes(changed(data, OS_2=os2[:8] + struct.pack(">H", fs_type) + os2[10:]))
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


def record(platform: int, encoding: int, language: int, id: int, raw: bytes) -> tuple[tuple[int, ...], bytes]:
    return (platform, encoding, language, id), raw


@pytest.mark.parametrize(
    ("records", "family"),
    [
        ([record(3, 1, 0x411, 1, "ＭＳ ゴシック".encode("utf-16-be"))], "ＭＳ ゴシック"),
        ([record(3, 2, 0x411, 1, "ＭＳ ゴシック".encode("cp932"))], "ＭＳ ゴシック"),
        ([record(1, 1, 11, 1, "ヒラギノ角ゴ".encode("cp932"))], "ヒラギノ角ゴ"),
        ([record(1, 0, 0, 1, "游ゴシック体".encode("cp932"))], "游ゴシック体"),  # as old faces have it
        ([record(1, 0, 0, 1, "Café".encode("mac_roman"))], "Café"),
        ([record(3, 3, 0x804, 1, "宋体".encode("gb18030"))], "宋体"),
        ([record(3, 1, 0x411, 1, "游明朝".encode("utf-16-be")), record(1, 0, 0, 1, b"YuMincho")], "YuMincho"),
        ([record(3, 1, 0x409, 1, b"odd"), record(3, 1, 0x411, 1, "字".encode("utf-16-be"))], "odd"),
        ([record(3, 1, 0x409, 16, b""), record(3, 1, 0x409, 1, "A".encode("utf-16-be"))], "A"),
        ([], ""),
    ],
)
def test_names_in_old_encodings_are_read(
    tmp_path: Path, records: list[tuple[tuple[int, ...], bytes]], family: str
) -> None:
    heads, texts = b"", b""
    for head, raw in records:
        heads += struct.pack(">6H", *head, len(raw), len(texts))
        texts += raw
    path = tmp_path / "a.ttf"
    path.write_bytes(changed(face("A"), name=struct.pack(">3H", 0, len(records), 6 + len(heads)) + heads + texts))
    assert describe(FontFace("a", path)).family == family


@pytest.mark.parametrize("name", [None, b"", b"\0\0", b"\0\0\xff\xff\0\6", b"\0\0\0\1\xff\xff" + bytes(12)])
def test_a_face_without_readable_names_is_described(tmp_path: Path, name: bytes | None) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(changed(face("A"), name=name))
    assert describe(FontFace("a", path)).family == ""
