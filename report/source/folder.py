"""A folder of a project: the names that authors write become paths here, and nowhere else.

In: names. Out: paths of regular files that lie below the folder around this one, links followed. So nothing outside a
project is opened or quoted, and no pipe or device is waited for. A name is found whether its accents are composed or
apart, as macOS writes them (Unicode NFC, NFD). What is wrong goes to the report.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from report.messages import Foreign, Message, Origin, Report, did_you_mean, message


class Folder:
    """shared: the folder may itself be a link to elsewhere, as where several projects have the same faces."""

    def __init__(self, path: Path, report: Report, *, shared: bool = False) -> None:
        self.path, self._report = path, report
        around = os.path.normpath(path / "..")
        self._roots = [os.path.realpath(root) for root in ((around, path) if shared else (around,))]
        self._listed: list[str] | None = None

    def names(self, *endings: str) -> list[str]:
        """The names in the folder that end so, in small letters or capitals; none where there is no folder."""
        if self._listed is None:
            try:
                self._listed = sorted(name for name in os.listdir(self.path) if not name.startswith("."))
            except OSError:
                self._listed = []
        return [name for name in self._listed if name.lower().endswith(endings)]

    def find(self, name: str, origin: Origin | None, missing: Message, known: Iterable[str] = ()) -> Path | None:
        """The file that an author calls so; None after an error. missing: where there is none; known: for its hint."""
        parts = name.split("/")
        if "\0" in name or ".." in parts or os.path.isabs(name):
            self._report.error(origin, message("file-outside", name=name, folder=self.path))
            return None
        path = str(self.path)
        for part in parts:
            path = os.path.join(path, self._as_written(path, part))
        if not os.path.lexists(path):
            self._report.error(origin, missing, did_you_mean(name, map(composed, known)))
            return None
        return self._sound(path, name, origin)

    def files(self, *endings: str) -> list[Path]:
        """All that end so, but for those that may not be opened: of these the report knows."""
        paths = [self.path / name for name in self.names(*endings)]
        return [path for path in paths if self._sound(str(path), path.name, Origin(str(path)))]

    def _as_written(self, folder: str, name: str) -> str:
        """On the disk: as an author wrote it, or with the same accents in other characters."""
        if os.path.lexists(os.path.join(folder, name)) or not os.path.isdir(folder):
            return name
        wanted = composed(name)
        return next((each for each in os.listdir(folder) if composed(each) == wanted), name)

    def _sound(self, path: str, name: str, origin: Origin | None) -> Path | None:
        """The path, if the file may be opened."""
        try:
            mode = os.stat(path).st_mode
        except OSError as error:
            broken = message("file-link-broken", name=name) if os.path.islink(path) else None
            self._report.error(origin, broken or message("file-unreadable", problem=Foreign(error.strerror)))
            return None
        if not stat.S_ISREG(mode):
            self._report.error(origin, message("file-irregular", name=name))
        elif not self._is_within(os.path.realpath(path)):
            self._report.error(origin, message("file-links-out", name=name))
        elif not os.access(path, os.R_OK):
            self._report.error(origin, message("file-unreadable", problem=Foreign("Permission denied")))
        else:
            return Path(path)
        return None

    def _is_within(self, real: str) -> bool:
        return any(real.startswith(root.rstrip(os.sep) + os.sep) for root in self._roots)


def composed(name: str) -> str:
    """With its accents composed."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)
