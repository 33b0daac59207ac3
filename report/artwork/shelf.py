"""A folder of pictures as a list of ids.

In: a folder. Out: the file an id stands for. An id is a file's name without its ending; it never holds a path, so
nothing outside the folder can be reached, by a symbolic link neither.
"""

from __future__ import annotations

import os
from pathlib import Path

from report.messages import Foreign, Message, Origin, Report, did_you_mean, message


class Shelf:
    """endings: what counts, the preferred first (a photo takes a drawing's place). what: a picture or an icon,
    as messages call it. Names in messages are relative to root.
    """

    def __init__(
        self, folder: Path, endings: tuple[str, ...], what: Message, report: Report, root: Path | None = None
    ) -> None:
        self._folder, self._endings, self._what, self._report, self._root = folder, endings, what, report, root
        self._files: dict[str, str] | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(sorted(self._listed()))

    def find(self, name: str, origin: Origin | None) -> str | None:
        """The path of the file that `name` stands for; None after an error."""
        found = self._listed().get(name)
        if found is None:
            about = {"what": self._what, "name": name, "folder": self._folder.name}
            if any(c in name for c in "/\\:\0") or name.startswith("."):
                self._report.error(origin, message("picture-outside", **about))
            else:
                unknown = message("picture-unknown", ending=self._endings[-1], **about)
                self._report.error(origin, unknown, did_you_mean(name, self._listed()))
            return None
        if os.path.islink(found) and not Path(found).resolve().is_relative_to(self._folder.resolve()):
            self._report.error(origin, message("picture-links-out", what=self._what, name=name))
            return None
        return found

    def read(self, path: str, limit: int, origin: Origin | None) -> bytes | None:
        """The file's bytes, at most one more than `limit`; None after an error."""
        try:
            with open(path, "rb") as file:
                return file.read(limit + 1)
        except OSError as error:
            problem = Foreign(error.strerror)
            self._report.error(origin, message("picture-unreadable", file=self.shown(path), problem=problem))
            return None

    def shown(self, path: str) -> str:
        """The file's name for messages."""
        inside = self._root and Path(path).is_relative_to(self._root)
        return str(Path(path).relative_to(self._root)) if inside else path  # type: ignore[arg-type]

    def _listed(self) -> dict[str, str]:
        if self._files is None:
            ranked: dict[str, tuple[int, str]] = {}
            try:
                names = sorted(os.listdir(self._folder))
            except OSError:
                names = []
            for file in names:
                stem, ending = os.path.splitext(file)
                if ending.lower() in self._endings:
                    rank = self._endings.index(ending.lower())
                    if stem not in ranked or rank < ranked[stem][0]:
                        ranked[stem] = (rank, os.path.join(self._folder, file))
            self._files = {stem: path for stem, (_, path) in ranked.items()}
        return self._files
