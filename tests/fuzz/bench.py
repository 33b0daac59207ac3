"""One folder for one spoilt project after another, and the process that they are built in."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.builder import Builder, Outcome
from tests.fuzz.ground import BROCHURE, ground
from tests.fuzz.verdict import EARLIER, wrong

Deed = Callable[[Path], object]


class Spoilt(NamedTuple):
    """A project's files, what is done to them where they lie, and how it is built.

    stderr: whether there is one. unwritable: no file can be written where it is to be. checked: what `build` refuses is
    given to `check`, too. story: what was done to it, in words.
    """

    files: dict[str, bytes]
    deeds: tuple[Deed, ...] = ()
    target: str = "screen"
    stderr: bool = True
    unwritable: bool = False
    checked: bool = True
    story: tuple[str, ...] = ()


class Bench:
    def __init__(self, folder: Path) -> None:
        self.project = folder / "around/project"
        _lay(self.project, ground())
        self._builder = Builder(self.project, folder / "cache")

    def faults(self, spoilt: Spoilt) -> list[str]:
        """What is wrong with how it is built. Whatever `build` refuses, `check` refuses."""
        _lay(self.project, spoilt.files)
        (self.project / "output").mkdir()
        (self.project / "output/small.screen.pdf").write_bytes(EARLIER)
        for deed in spoilt.deeds:
            with contextlib.suppress(OSError):  # what an earlier deed has taken away
                deed(self.project)
        outcome = self._run("build", spoilt, "--output", "output")
        found = wrong(self.project, outcome, spoilt.stderr, spoilt.unwritable)
        if spoilt.checked and outcome.code == 1 and not found:
            checked = self._run("check", spoilt)
            found = [] if checked.code == 1 else [f"check ends with {checked.code}, build said: {outcome.err:.300}"]
        return found

    def close(self) -> None:
        self._builder.close()

    def _run(self, command: str, spoilt: Spoilt, *more: str) -> Outcome:
        arguments = (command, BROCHURE, "--target", spoilt.target, *more)
        return self._builder.run(self.project, *arguments, stderr=spoilt.stderr)


def _lay(project: Path, files: dict[str, bytes]) -> None:
    """A project in a folder, where another may lie that was made odd."""
    for around, names, _ in os.walk(project.parent):
        for name in names:
            if not os.path.islink(os.path.join(around, name)):
                os.chmod(os.path.join(around, name), 0o700)
    shutil.rmtree(project.parent, ignore_errors=True)
    for name, content in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(content)
