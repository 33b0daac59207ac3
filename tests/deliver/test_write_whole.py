"""Files written whole: what stands in their way, and what is left of a run that was killed."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from report.deliver.files import write_whole


def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "output" / "a.pdf"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert (path.read_bytes(), os.listdir(path.parent)) == (b"two", ["a.pdf"])


def test_a_draft_has_a_new_name_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []
    monkeypatch.setattr("os.replace", lambda draft, path: names.append(draft.name))
    for _ in range(2):
        write_whole(tmp_path / "a.pdf", b"")
    assert len(set(names)) == 2


def test_a_draft_never_writes_through_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    names = iter(["taken"] * 2)
    monkeypatch.setattr("secrets.token_hex", lambda size: next(names))
    (tmp_path / ".a.pdf.taken.part").symlink_to(victim)
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a.pdf", b"evil")
    assert victim.read_bytes() == b"precious"


def test_the_draft_of_a_dead_run_is_deleted(tmp_path: Path) -> None:
    (tmp_path / ".a.pdf.1234.part").write_bytes(b"half")
    (tmp_path / ".b.pdf.1234.part").write_bytes(b"another file's")
    write_whole(tmp_path / "a.pdf", b"whole")
    assert sorted(os.listdir(tmp_path)) == [".b.pdf.1234.part", "a.pdf"]


def test_the_draft_of_a_living_run_stays(tmp_path: Path) -> None:
    with open(tmp_path / ".a.pdf.other.part", "wb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        write_whole(tmp_path / "a.pdf", b"whole")
        assert sorted(os.listdir(tmp_path)) == [".a.pdf.other.part", "a.pdf"]


def test_what_stood_there_stays_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.pdf"
    write_whole(path, b"before")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"after")
    assert (path.read_bytes(), os.listdir(tmp_path)) == (b"before", ["a.pdf"])
