"""What is painted under which mark (ISO 32000-1, 14.7.4; ISO 14289-1, 7.1).

In: the pages of a file. Out: for every marked-content id its text and page; what is painted under no mark; and
marks that lie where none may. A form painted within a mark belongs to it; one with marks of its own answers for those.
A mark `WHOLE` stands for an object that the structure tree may take as a whole (OBJR), or for what nobody has marked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
import pikepdf

from report.conform.tagged.streams import Begin, Called, End, Id, Painted, Shown, Streams, Used, devices_of_group

WHOLE = -1
DEEPEST = 24  # forms within forms; those that contain themselves end here


class Mark(NamedTuple):
    """stream: the page or form whose content is marked."""

    stream: Id
    mcid: int


class Marked(msgspec.Struct):
    """What was found under one mark. operator: the first that painted, "" for none."""

    page: int
    texts: list[str]
    operator: str = ""
    lang: str = ""

    @property
    def text(self) -> str:
        return "".join(self.texts)


class Stray(NamedTuple):
    """A mark amiss: "artifact" within tagged content, "tag" within an artifact, "brackets" that do not pair."""

    page: int
    kind: str


class Marks(msgspec.Struct, frozen=True):
    """found: in the order met. pages: page object -> number from 1. forms: how often a form with marks is painted."""

    found: dict[Mark, Marked]
    strays: tuple[Stray, ...]
    pages: dict[Id, int]
    forms: dict[Id, int]
    fonts: dict[Id, Used]
    devices: dict[str, int]  # device colour space -> the first page that uses it
    broken: tuple[int, ...]  # pages with a stream that cannot be read, or that names what is not there


class _Open(NamedTuple):
    """What holds at a point of a stream. mute: within a text that ActualText replaces."""

    mark: Mark | None = None
    artifact: bool = False
    mute: bool = False


def marks_of(pdf: pikepdf.Pdf) -> Marks:
    walker = _Walker()
    for number, page in enumerate(pdf.pages, start=1):
        walker.page(page, number)
    return Marks(
        walker.found,
        tuple(dict.fromkeys(walker.strays)),
        walker.pages,
        walker.forms,
        walker.streams.fonts,
        walker.devices,
        tuple(dict.fromkeys(walker.broken)),
    )


def inherited(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """An entry of a page, or of the nodes above it (ISO 32000-1, 7.7.3.4)."""
    for _ in range(DEEPEST):
        if page.get(key) is not None or page.get("/Parent") is None:
            return page.get(key)
        page = page["/Parent"]
    return None


class _Walker:
    def __init__(self) -> None:
        self.found: dict[Mark, Marked] = {}
        self.strays: list[Stray] = []
        self.pages: dict[Id, int] = {}
        self.forms: dict[Id, int] = {}
        self.devices: dict[str, int] = {}
        self.broken: list[int] = []
        self.streams = Streams()
        self._number = 0
        self._stack = [_Open()]
        self._within: list[Id] = []

    def page(self, page: pikepdf.Page, number: int) -> None:
        self._number = number
        self.pages.setdefault(page.obj.objgen, number)
        self._stack = [_Open()]
        for device in devices_of_group(page.obj):
            self.devices.setdefault(device, number)
        self._stream(page.obj, page.obj.objgen, inherited(page.obj, "/Resources"))

    def _stream(self, stream: pikepdf.Object, key: Id, resources: pikepdf.Object | None) -> None:
        strokes = self.streams.strokes(stream, resources)
        if not strokes.sound:
            self.broken.append(self._number)
        for device in strokes.devices:
            self.devices.setdefault(device, self._number)
        floor = len(self._stack)
        events: Iterable[object] = strokes.events
        marked = any(isinstance(event, Begin) and event.mcid is not None for event in events)
        if marked and self._within:
            self.forms[key] = self.forms.get(key, 0) + 1
        for event in events:
            match event:
                case Begin():
                    self._stack.append(self._opened(event, key))
                case End() if len(self._stack) > floor:
                    self._stack.pop()
                case End():
                    self.strays.append(Stray(self._number, "brackets"))
                case Shown(text):
                    self._paint("Tj", text, key)
                case Painted(operator):
                    self._paint(operator, "", key)
                case Called(target, is_form):
                    self._call(target, is_form, key, resources)
        if len(self._stack) > floor:
            self.strays.append(Stray(self._number, "brackets"))
            del self._stack[floor:]

    def _opened(self, begin: Begin, key: Id) -> _Open:
        """What holds within a pair of brackets, from what holds around it."""
        mark, artifact, mute = self._stack[-1]
        if begin.tag == "Artifact":
            if mark and mark.mcid != WHOLE:
                self.strays.append(Stray(self._number, "artifact"))
            return _Open(mark, True, mute)
        if begin.mcid is not None:
            if artifact:
                self.strays.append(Stray(self._number, "tag"))
            mark = Mark(key, begin.mcid)
            self.found.setdefault(mark, Marked(self._number, [], "", begin.lang))
        if begin.actual is not None and mark and not mute and not artifact:
            if self._first(mark):
                self.found[mark].texts.append(begin.actual)
            mute = True
        return _Open(mark, artifact, mute)

    def _first(self, mark: Mark) -> bool:
        """Whether this is the first time that its stream is painted: text is taken down once."""
        return self.forms.get(mark.stream, 1) == 1

    def _paint(self, operator: str, text: str, key: Id) -> None:
        mark, artifact, mute = self._stack[-1]
        if artifact:
            return
        if mark is None:
            mark = Mark(key, WHOLE)
            self.found.setdefault(mark, Marked(self._number, []))
        marked = self.found[mark]
        marked.operator = marked.operator or operator
        if text and not mute and self._first(mark):
            marked.texts.append(text)

    def _call(self, target: pikepdf.Object, is_form: bool, key: Id, resources: pikepdf.Object | None) -> None:
        own = target.objgen
        mark, artifact, mute = self._stack[-1]
        whole = Mark(own, WHOLE) if mark is None else mark
        if not is_form:
            if not artifact:
                self.found.setdefault(whole, Marked(self._number, [])).operator = "Do"
            return
        if own in self._within or len(self._within) > DEEPEST:
            self.broken.append(self._number)
            return
        if not artifact:
            self.found.setdefault(whole, Marked(self._number, []))
        self._within.append(own)
        self._stack.append(_Open(whole, artifact, mute))
        self._stream(target, own, target.get("/Resources", resources))
        self._stack.pop()
        self._within.pop()
