"""The cache: equal or absent, never wrong."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from report.cache import STATES, Cache, engine, folder_of, key_of
from report.page import Drawing, GlyphRun, Placed, Raster, Shape, Stroke
from report.units import Rect, Size

INNER = Drawing(
    "inner", Size(2, 2), (Shape(path=("M", 0, 0.5, "Z"), fill="ink", stroke=Stroke("ink", 1, dash=(2, 1))),)
)
HOUSE = Path(__file__).parent.parent / "report"
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
    (entry,) = (tmp_path / "cache").glob("*/drawing/*")
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


def test_keys_tell_apart() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of(b"abc", "")}) == 4


@pytest.mark.parametrize("file", ["artwork/charts/kinds/bars.py", "units.py", "new.py"])
def test_nothing_is_found_that_other_code_has_made(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the new code is as long as the old, and of the same time of change."""
    house = shutil.copytree(HOUSE, tmp_path / "report")
    monkeypatch.setattr("report.cache.__file__", str(house / "cache.py"))
    store = Cache(tmp_path / "cache")
    engine.cache_clear()
    try:
        store.put("run", b"key", RUN)
        assert store.get("run", b"key", GlyphRun) == RUN
        code = house / file
        text = code.read_text(encoding="utf-8") if code.exists() else ""
        before = code.stat() if code.exists() else None
        code.write_text(text.swapcase(), encoding="utf-8")
        if before:
            os.utime(code, ns=(before.st_atime_ns, before.st_mtime_ns))
        engine.cache_clear()
        assert store.get("run", b"key", GlyphRun) is None
    finally:
        engine.cache_clear()


def test_what_former_states_have_left_is_deleted_but_for_the_latest(tmp_path: Path) -> None:
    for age in range(9):
        (tmp_path / f"state-{age}").mkdir()
        os.utime(tmp_path / f"state-{age}", (1000 - age, 1000 - age))
    Cache(tmp_path).put("run", b"key", RUN)
    assert {each.name for each in tmp_path.iterdir()} == {engine(), *(f"state-{age}" for age in range(STATES - 1))}


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
