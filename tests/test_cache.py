"""The cache: equal or absent, never wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.cache import Cache, folder_of, key_of, salt_of
from report.page import Drawing, GlyphRun, Placed, Raster, Shape, Stroke
from report.units import Rect, Size

INNER = Drawing(
    "inner", Size(2, 2), (Shape(path=("M", 0, 0.5, "Z"), fill="ink", stroke=Stroke("ink", 1, dash=(2, 1))),)
)
RUN = GlyphRun(face="f", size=9, ink="ink", x=1, y=2, gids=(5, 6), xs=(0, 4.5), texts=("𠮷", ""), width=9, lang="ja")
OUTER = Drawing("outer", Size(9, 9), (RUN, Placed(drawing=INNER, matrix=(1, 0, 0, 1, 0, 0), clip=Rect(0, 0, 1, 1))))
KEY = key_of("a")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_values_come_back_equal(cache: Cache, tmp_path: Path) -> None:
    assert cache.get("drawing", KEY, Drawing) is None
    stored = cache.put("drawing", KEY, OUTER)
    again = Cache(tmp_path / "cache").get("drawing", KEY, Drawing)
    assert again == stored == OUTER
    assert repr(again) == repr(stored)  # 1 and 1.0 are equal, but would not be written the same
    raster = Raster(1, 1, b"\xff", "FlateDecode", "DeviceGray", "k")
    assert cache.put("photo", KEY, raster) == cache.get("photo", KEY, Raster) == raster


def test_a_damaged_entry_counts_as_absent_and_is_replaced(cache: Cache, tmp_path: Path) -> None:
    cache.put("drawing", KEY, OUTER)
    (entry,) = (tmp_path / "cache" / "drawing").iterdir()
    whole = entry.read_bytes()
    for damaged in (b"", whole[:-1], whole[:40] + bytes([whole[40] ^ 1]) + whole[41:]):
        entry.write_bytes(damaged)
        assert cache.get("drawing", KEY, Drawing) is None
    cache.put("drawing", KEY, OUTER)
    assert cache.get("drawing", KEY, Drawing) == OUTER
    assert [p.name for p in entry.parent.iterdir()] == [KEY.hex()]


def test_without_a_folder_it_works_and_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for cache in (Cache(None), Cache(tmp_path / "file" / "below")):
        assert cache.put("drawing", KEY, OUTER) == OUTER
        assert cache.get("drawing", KEY, Drawing) is None


def test_an_owner_is_refused(cache: Cache) -> None:
    owned = Drawing("k", Size(1, 1), (Shape(path=(), owner=Stroke("ink", 1)),))
    with pytest.raises(TypeError):
        cache.put("drawing", KEY, owned)


def test_keys_and_salts_tell_apart(tmp_path: Path) -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of(b"abc", "")}) == 4
    code = tmp_path / "code.py"
    code.write_text("1")
    before = salt_of(str(code))
    code.write_text("2")
    assert salt_of(str(code)) != before


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"REPORT_CACHE": "off", "HOME": "/h"}, None),
        ({"REPORT_CACHE": "/c", "HOME": "/h"}, Path("/c")),
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, Path("/x/report")),
        ({"XDG_CACHE_HOME": "x", "HOME": "/h"}, Path("/h/.cache/report")),
        ({}, None),
    ],
)
def test_the_folder(environment: dict[str, str], folder: Path | None) -> None:
    assert folder_of(environment) == folder
