"""A folder of pictures as a list of ids; icons by name, painted in the ink that is asked for.

In: a folder. Out: the file an id stands for. An id is a file's name without its ending; it never holds a path, so
nothing outside the folder can be reached, by a symbolic link neither. Of icons (Material Symbols: viewBox
"0 -960 960 960"), given squares and inks: page Items. Each (icon, ink) is one Drawing, so an icon that comes back is
stored once, and its numbers stay short.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, NamedTuple

from report.artwork.formats import DRAWING, OTHERS, PHOTOS
from report.cache import Cache, key_of
from report.messages import Diagnostic, Foreign, Message, Origin, Report, did_you_mean, message
from report.page import Drawing, Item, Placed, Shape
from report.page import Path as Outline
from report.source.folder import Folder, composed
from report.units import Rect

MAX_BYTES = 8_000_000  # of a drawing
InkOf = Callable[[str], "str | None"]  # "#RRGGBB" in capitals -> the name of an ink


class Cluster(NamedTuple):
    """Characters that stay together. glyphs: each with its place right and below, and its outline. Lengths are em."""

    text: str
    glyphs: list[tuple[float, float, Outline]]
    width: float


Letter = Callable[[str, bool], list[Cluster]]  # a text, bold or not -> its clusters, in the faces of the style


class Inks(NamedTuple):
    """How colours become inks, and words outlines. nearest names the ink closest to a colour that has none, for the
    hint; letter raises a Failure for a character that no face has."""

    ink_of: InkOf
    nearest: InkOf | None = None
    letter: Letter | None = None


def read_drawing(data: bytes, key: str, path: str, inks: Inks) -> tuple[Drawing | None, tuple[Diagnostic, ...]]:
    """As svg.read_svg, which a build that recalls its drawings does not import. With what is to be told of the drawing:
    one with a warning is not to be remembered, or the next build would be silent."""
    from report.artwork.svg import read_svg

    report = Report()
    return read_svg(data, key, path, inks, report), report.diagnostics


class Shelf:
    """endings: what counts, the preferred first (a photo takes a drawing's place). what: a picture or an icon,
    as messages call it.
    """

    def __init__(self, folder: Path, endings: tuple[str, ...], what: Message, report: Report) -> None:
        self._folder = Folder(folder, report)
        self._endings, self._what, self._report = endings, what, report
        self._files: dict[str, str] | None = None
        self._found: dict[str, str | None] = {}
        self._names: dict[str, list[str]] = {}  # of all files, by id
        self._alone: dict[str, bool] = {}
        self._digests: dict[str, bytes] = {}

    def find(self, name: str, origin: Origin | None) -> str | None:
        """The path of the file that `name` stands for; None after an error."""
        file = self._listed().get(composed(name))
        if file is None:
            self._report.error(origin, *self._unknown(name))
            return None
        if file not in self._found:
            path = self._folder.find(file, origin, self._unknown(name)[0])
            self._found[file] = path and str(path)
        return self._found[file]

    def _unknown(self, name: str) -> tuple[Message, Message | None]:
        """Why an id stands for no file; a hint."""
        about = {"what": self._what, "name": name, "folder": self._folder.path.name}
        if any(c in name for c in "/\\:\0") or name.startswith("."):
            return message("picture-outside", **about), None
        if beside := [file for file in self._names.get(composed(name), ()) if "." in file]:
            return message("picture-not-taken", files=", ".join(beside), taken=self._taken, **about), None
        if below := self._below(name):
            return message("picture-below", files=", ".join(below), **about), None
        unknown = message("picture-unknown", ending=self._endings[-1], **about)
        return unknown, did_you_mean(name, self._listed())

    def is_alone(self, name: str, origin: Origin | None) -> bool:
        """Whether an id that is found stands for one file, but for a drawing whose place a photo takes. What else lies
        there under that name is told, once."""
        if name not in self._alone:
            used = self._listed()[composed(name)]
            endings = {file: os.path.splitext(file)[1].lower() for file in self._names[composed(name)]}
            rivals = [file for file, ending in endings.items() if ending in _like(endings[used])]
            left = [file for file, ending in endings.items() if ending in {*PHOTOS, *OTHERS} - {*self._endings}]
            self._alone[name] = len(rivals) == 1
            about = {"what": self._what, "name": name}
            if len(rivals) > 1:
                self._report.error(origin, message("picture-twice", files=", ".join(rivals), **about))
            if left:
                files = ", ".join(os.path.join(self._folder.path, file) for file in left)
                told = message("picture-left", files=files, used=used, taken=self._taken, **about)
                self._report.warning(origin, told)
        return self._alone[name]

    @property
    def _taken(self) -> str:
        """The formats that are taken: "JPEG, PNG, WebP, SVG"."""
        names = {".jpg": "JPEG", ".webp": "WebP"}
        return ", ".join(dict.fromkeys(names.get(each, each[1:].upper()) for each in self._endings))

    def _below(self, name: str) -> list[str]:
        """Files of that id in the folder's own folders, where they are not looked for."""
        try:
            folders = sorted(each.name for each in os.scandir(self._folder.path) if each.is_dir(follow_symlinks=False))
            files = [
                f"{folder}/{file}" for folder in folders for file in sorted(os.listdir(self._folder.path / folder))
            ]
        except OSError:
            return []
        parts = ((file, os.path.splitext(os.path.basename(file))) for file in files)
        return [
            file for file, (stem, end) in parts if composed(stem) == composed(name) and end.lower() in self._endings
        ]

    def read(self, path: str, limit: int, origin: Origin | None) -> bytes | None:
        """The file's bytes, at most one more than `limit`; None after an error."""
        try:
            with open(path, "rb") as file:
                data = file.read(limit + 1)
            self._digests[path] = sha256(data).digest()
            return data
        except OSError as error:
            problem = Foreign(error.strerror)
            self._report.error(origin, message("picture-unreadable", file=path, problem=problem))
            return None

    def digest(self, path: str) -> bytes:
        """Of a file's content. Raises OSError."""
        if path not in self._digests:
            with open(path, "rb") as file:
                self._digests[path] = file_digest(file, "sha256").digest()
        return self._digests[path]

    def shown(self, name: str) -> tuple[str, str]:
        """Of an id that was placed: the file, named with its folder, and a digest of its content."""
        path = self._found[self._listed()[composed(name)]]
        assert path
        return f"{self._folder.path.name}/{os.path.basename(path)}", self.digest(path).hex()[:16]

    def _listed(self) -> dict[str, str]:
        if self._files is None:
            ranked: dict[str, tuple[int, str]] = {}
            for file in self._folder.names(""):
                stem, ending = os.path.splitext(file)
                stem = composed(stem)
                self._names.setdefault(stem, []).append(file)
                if ending.lower() in self._endings:
                    rank = self._endings.index(ending.lower())
                    if stem not in ranked or rank < ranked[stem][0]:
                        ranked[stem] = (rank, file)
            self._files = {stem: file for stem, (_, file) in ranked.items()}
        return self._files


def _like(ending: str) -> tuple[str, ...]:
    """The endings of files that would be used instead of one another without a reason."""
    return (DRAWING,) if ending == DRAWING else PHOTOS


class Icons:
    """The folder of icons during one build."""

    def __init__(self, folder: Path, cache: Cache, report: Report) -> None:
        self.shelf = Shelf(folder, (".svg",), message("icon"), report)
        self._cache, self._report = cache, report
        self._drawings: dict[tuple[str, str], Drawing | None] = {}
        self._beyond: dict[str, bool] = {}  # key of a drawing -> is there anything outside its square?

    def place(self, name: str, rect: Rect, ink: str, origin: Origin | None = None, owner: Any = None) -> list[Item]:
        """The icon as large as fits into `rect`, centred, in one ink; nothing after an error."""
        drawing = self.drawing(name, ink, origin)
        if drawing is None:
            return []
        width, height = drawing.size
        scale = min(rect.width / width, rect.height / height)
        x, y = rect.centre.x - width * scale / 2, rect.centre.y - height * scale / 2
        if drawing.key not in self._beyond:
            self._beyond[drawing.key] = _sticks_out(drawing)
        clip = Rect(x, y, width * scale, height * scale) if self._beyond[drawing.key] else None
        return [Placed(drawing=drawing, matrix=(scale, 0.0, 0.0, scale, x, y), clip=clip, owner=owner)]

    def drawing(self, name: str, ink: str, origin: Origin | None = None) -> Drawing | None:
        """The icon in its own plane; None after an error."""
        path = self.shelf.find(name, origin)
        if path is None or not self.shelf.is_alone(name, origin):
            return None
        if (name, ink) not in self._drawings:
            self._drawings[name, ink] = self._draw(path, name, ink, origin)
        return self._drawings[name, ink]

    def _draw(self, path: str, name: str, ink: str, origin: Origin | None) -> Drawing | None:
        data = self.shelf.read(path, MAX_BYTES, origin)
        if data is None:
            return None
        key = f"icon:{name}:{ink}"
        mark = key_of(key, data)
        drawing = self._cache.get("icon", mark, Drawing)
        if drawing is None:
            drawing, told = read_drawing(data, key, path, Inks(lambda _: ink))
            self._report.add(told)
            drawing = drawing if told or not drawing else self._cache.put("icon", mark, drawing)
        return drawing


def _sticks_out(drawing: Drawing) -> bool:
    """Control points hold their curve; strokes go beyond their path by half their width at least."""
    for shape in drawing.items:
        if not isinstance(shape, Shape):
            return True
        numbers = [n for n in shape.path if n.__class__ is not str]
        reach = shape.stroke.width / 2 if shape.stroke else 0.0
        xs, ys = numbers[::2], numbers[1::2]
        if min(xs) < reach or min(ys) < reach or max(xs) > drawing.size.width - reach:
            return True
        if max(ys) > drawing.size.height - reach:
            return True
    return False
