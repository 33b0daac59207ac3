"""Glyphs that leave no ink: blank ones, and such as viewers refuse to draw."""

from __future__ import annotations

import itertools
import struct
from pathlib import Path

import pytest

from report.style.face import FontFace
from tests.made_faces import changed, face, tables_of

WHOLE = face("漢字A", blank=" 区")
HEADER = struct.pack(">hhhhh", 1, 100, 0, 900, 500)
COMPOSITE = struct.pack(">hhhhh", -1, 100, 0, 900, 500)
BAR = HEADER + b"\0\3" + b"\0\0" + b"\1\1\1\1" + struct.pack(">8h", 100, 0, 800, 0, 0, 500, 0, -500)


def parts(*gids: int) -> bytes:
    """A composite of glyphs."""
    more = (0x22, *[0x22] * (len(gids) - 2), 2)[-len(gids) :]
    return COMPOSITE + b"".join(struct.pack(">HHbb", flags, gid, 0, 0) for flags, gid in zip(more, gids, strict=True))


def with_glyphs(*glyphs: bytes) -> bytes:
    """The face with other outlines for its glyphs: .notdef, 漢, 字, A, space, 区."""
    padded = [glyph + bytes(-len(glyph) % 4) for glyph in (*glyphs, *[b""] * (6 - len(glyphs)))]
    places = [sum(map(len, padded[:i])) for i in range(7)]
    head = tables_of(WHOLE)["head"]
    return changed(WHOLE, glyf=b"".join(padded), loca=struct.pack(">7I", *places), head=head[:50] + b"\0\1" + head[52:])


def blank(folder: Path, data: bytes) -> set[int]:
    path = folder / "face.ttf"
    path.write_bytes(data)
    return set(FontFace("a", path).blank(range(1, 6)))


def test_glyphs_without_an_outline_are_blank(tmp_path: Path) -> None:
    assert blank(tmp_path, WHOLE) == {4, 5}


@pytest.mark.parametrize(
    ("glyph", "shown"),
    [
        (BAR, True),
        (parts(2), True),
        (parts(4, 2), True),
        (parts(4), False),  # of nothing but a blank
        (parts(1), False),  # of itself
        (parts(2, 1), False),
        (parts(2, 99), False),
        (parts(2, 2)[:-8], False),
        (BAR[:4] + bytes(6) + BAR[10:], False),  # without an extent
        (HEADER, False),
        (BAR[:-6], False),  # fewer coordinates than points
        (BAR.replace(b"\0\3\0\0\1", b"\0\3\xff\xff\1"), False),  # instructions beyond its end
        (struct.pack(">hhhhhHH", 2, 0, 0, 900, 500, 3, 3) + BAR[12:], False),  # a contour that ends before it begins
        (HEADER + b"\0\3\0\0\x09\xff" + BAR[18:], False),  # a flag for more points than there are
    ],
    ids=itertools.count(),
)
def test_an_outline_that_viewers_refuse_is_blank(tmp_path: Path, glyph: bytes, shown: bool) -> None:
    assert (1 not in blank(tmp_path, with_glyphs(b"", glyph, BAR))) == shown


def test_composites_end(tmp_path: Path) -> None:
    assert blank(tmp_path, with_glyphs(b"", parts(2), parts(3), parts(1), BAR)) == {1, 2, 3, 5}
    many = with_glyphs(b"", *(parts(*[gid] * 40) for gid in (2, 3, 4)), BAR)  # 40 × 40 × 40 bars
    assert blank(tmp_path, many) == {1, 5}


def test_what_was_found_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from report.cache import Cache

    path, cache = tmp_path / "face.ttf", Cache(tmp_path / "cache")
    path.write_bytes(WHOLE)
    assert FontFace("a", path, cache).blank({1, 4}) == {4}
    monkeypatch.setattr("report.style.outlines.blank", lambda *_: pytest.fail("looked at again"))
    assert FontFace("a", path, cache).blank({4, 1}) == {4}
