"""Several files change together: killed at any point, the old or the new ones are there when next looked at."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from report.deliver import changes
from report.deliver.changes import settle, write_together

NAMES = ("brochure.yaml", "figures/a.yaml", "figures/b.csv", "figures/c.yaml")
OLD, NEW = ({name: f"{age} {name}".encode() for name in NAMES} for age in ("old", "new"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "figures").mkdir()
    for name, content in OLD.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(folder: Path) -> None:
    write_together({folder / name: content for name, content in NEW.items()}, folder)


def test_all_are_new_and_nothing_is_left_behind(folder: Path) -> None:
    change(folder)
    assert state(folder) == NEW


@pytest.mark.parametrize("steps", range(1, 14))
def test_killed_at_each_step(folder: Path, monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """Between any two calls that change the disk."""

    class Killed(BaseException):
        pass

    left = steps

    def counted(call: object) -> object:
        def act(*arguments: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise Killed
            return call(*arguments)  # type: ignore[operator]

        return act

    with monkeypatch.context() as patch:
        for name in ("replace", "unlink"):
            patch.setattr(changes.os, name, counted(getattr(os, name)))
        patch.setattr(changes, "_write", counted(changes._write))
        with contextlib.suppress(Killed):
            change(folder)
    settle(folder)
    seen = {name: content for name, content in state(folder).items() if not name.rpartition("/")[2].startswith(".")}
    assert seen in (OLD, NEW)
    change(folder)
    assert state(folder) == NEW  # what was left of the first try is gone


def test_a_file_that_cannot_be_written_changes_nothing(folder: Path) -> None:
    files = {folder / name: content for name, content in NEW.items()} | {folder / "none" / "x": b""}
    with pytest.raises(OSError):
        write_together(files, folder)
    assert state(folder) == OLD


@pytest.mark.parametrize("where", ("../outside", "{outside}/outside", "link/outside"))
def test_a_list_that_leads_elsewhere_is_not_followed(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, where: str
) -> None:
    outside = tmp_path_factory.mktemp("elsewhere")
    (folder / "link").symlink_to(outside)
    (folder / ".x.new").write_bytes(b"x")
    (folder / changes.LIST).write_text(f'{{".x.new": "{where.format(outside=outside)}"}}')
    settle(folder)
    assert (folder / ".x.new").exists() and not (folder.parent / "outside").exists() and not [*outside.iterdir()]


@pytest.mark.parametrize("words", ("", "{", "[]", "[1]", "3", '{"a": 1}'))
def test_a_list_that_is_none_is_taken_away(folder: Path, words: str) -> None:
    (folder / changes.LIST).write_text(words)
    settle(folder)
    assert state(folder) == OLD


CHILD = """
import sys, time
from pathlib import Path
from report.deliver.changes import write_together
folder = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for age in ("new", "old"):
        write_together({folder / name: f"{age} {name}".encode() for name in sys.argv[2:]}, folder)
"""


def test_fifty_kills(folder: Path) -> None:
    chance = random.Random(12)
    for _ in range(50):
        with subprocess.Popen([sys.executable, "-c", CHILD, folder, *NAMES], stdout=subprocess.PIPE) as child:
            assert child.stdout and child.stdout.readline()
            time.sleep(chance.uniform(0, 0.02))
            child.send_signal(signal.SIGKILL)
        settle(folder)
        seen = {name: (folder / name).read_bytes() for name in NAMES}
        assert seen in (OLD, NEW)
