"""Text styles: entries of `text:` with `like` followed.

In: the entries, and what their words name: faces, and inks as the palette checks them. Out: ParagraphStyles by name;
those that cannot be made complete go to the report.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Literal, NamedTuple

import msgspec

from report.messages import Origin, Report, did_you_mean, message
from report.source import Count, Length, Name, PositiveLength
from report.style.text import CharStyle, ParagraphStyle

CHAR = ("fonts", "size", "ink", "tracking", "features", "rise")
PARAGRAPH = (
    "leading", "align", "breaks", "gap", "autospace", "autospace_most", "aki", "last_line", "line_box", "indent",
    "kinsoku", "hanging", "orphans", "widows",
)  # fmt: skip
NEEDED = ("fonts", "size", "ink", "leading")  # unless a style is like another


class CharEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What an inline mark changes of its paragraph's characters."""

    origin: Origin
    fonts: tuple[str, ...] | None = None
    size: PositiveLength | None = None
    ink: str | None = None
    tracking: float | None = None
    features: tuple[str, ...] | None = None
    rise: Length | None = None

    def __post_init__(self) -> None:
        if self.fonts == ():
            raise ValueError(message("fonts-empty"))


class TextEntry(CharEntry, frozen=True, kw_only=True):
    """like: the text style whose values stand where this one says nothing."""

    like: str = ""
    leading: PositiveLength | None = None
    align: Literal["justify", "left", "center", "right"] | None = None
    breaks: Literal["kinsoku", "phrase"] | None = None
    gap: Length | None = None
    autospace: float | None = None
    autospace_most: float | None = None
    aki: float | None = None
    last_line: float | None = None
    line_box: float | None = None
    indent: float | None = None
    kinsoku: Literal["strict", "normal", "loose"] | None = None
    hanging: Literal["off", "allow", "force"] | None = None
    orphans: Count | None = None
    widows: Count | None = None
    marks: dict[str, CharEntry] | None = None


class Known(NamedTuple):
    """What a text style may name: the sheet's faces; check_ink tells of an ink that is none."""

    faces: Collection[str]
    check_ink: Callable[[Name, Report], None]


def text_styles(entries: dict[str, TextEntry], known: Known, report: Report) -> dict[str, ParagraphStyle]:
    """Each complete; one that is like a style that cannot be made is not made either."""
    made = _Heirs(entries, known, report)
    for name in entries:
        made.make(name, ())
    return made.made


class _Heirs:
    """Styles take what they do not say from the one that they are like."""

    def __init__(self, entries: dict[str, TextEntry], known: Known, report: Report):
        self.made: dict[str, ParagraphStyle] = {}
        self._entries, self._known, self._report = entries, known, report

    def make(self, name: str, chain: tuple[str, ...]) -> ParagraphStyle | None:
        """chain: the styles that are like this one."""
        if name in self.made:
            return self.made[name]
        entry, base = self._entries[name], None
        if entry.like:
            if entry.like in chain or entry.like not in self._entries:
                origin = getattr(entry.like, "origin", entry.origin)
                hint = did_you_mean(entry.like, self._entries)
                self._report.error(origin, message("like-unknown", name=entry.like), hint)
                return None
            base = self.make(entry.like, (*chain, name))
            if base is None:
                return None
        missing = [key for key in NEEDED if base is None and getattr(entry, key) is None]
        if missing:
            incomplete = message("text-style-incomplete", name=name, missing=", ".join(missing))
            self._report.error(entry.origin, incomplete)
            return None
        char = self._char(entry, base.char if base else None)
        marks = dict(base.marks) if base else {}
        for mark, change in (entry.marks or {}).items():
            marks[mark] = self._char(change, char)
        self.made[name] = ParagraphStyle(char=char, marks=tuple(marks.items()), **_said(entry, base, PARAGRAPH))
        return self.made[name]

    def _char(self, entry: CharEntry, base: CharStyle | None) -> CharStyle:
        for face in entry.fonts or ():
            if face not in self._known.faces:
                hint = did_you_mean(face, self._known.faces)
                self._report.error(face.origin, message("face-unknown", face=face), hint)  # type: ignore[attr-defined]
        if entry.ink is not None:
            self._known.check_ink(entry.ink, self._report)  # type: ignore[arg-type]
        return CharStyle(**_said(entry, base, CHAR))


def _said(entry: CharEntry, base: CharStyle | ParagraphStyle | None, keys: tuple[str, ...]) -> dict[str, object]:
    """What an entry says under the keys; where it says nothing, what its base has."""
    given = {key: value for key in keys if (value := getattr(entry, key)) is not None}
    return {key: getattr(base, key) for key in keys} | given if base else given
