"""The words of one line as a voice says them: text, links, ruby, notes and pictures within a sentence.

In: kids of a tag. Out: one string. A change of language is marked where it happens, `[en] …`; en-US and
en are one voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from report.conform.tagged.roles import PICTURES
from report.conform.tagged.tagnodes import Content, Tag

Kid = Tag | Content
NAMES = {"Figure": "図", "Formula": "数式", "Form": "入力欄"}
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphens, joiners: marks for the composer, not for a voice


class Piece(NamedTuple):
    text: str
    lang: str


class Voice(NamedTuple):
    """lang: what the document is written in; a line begins in it."""

    lang: str

    def say(self, kids: Iterable[Kid], lang: str = "") -> str:
        """The kids as one line. lang: of the tag they stand in."""
        return self.joined(self.pieces(kids, lang or self.lang))

    def joined(self, pieces: Iterable[Piece]) -> str:
        words, spoken = [], _main(self.lang)
        for piece in pieces:
            if piece.text.strip() and _main(piece.lang) != spoken:
                spoken = _main(piece.lang)
                words.append(f" [{piece.lang}] ")
            words.append(piece.text)
        line = " ".join(UNSEEN.sub("", "".join(words)).split())
        whole = re.fullmatch(r"［([^［］]*)］", line)
        return whole[1] if whole else line

    def pieces(self, kids: Iterable[Kid], lang: str) -> Iterator[Piece]:
        for kid in kids:
            if isinstance(kid, Tag):
                yield from self._tag(kid, kid.lang or lang)
            elif kid.kind != "annotation":
                yield Piece(kid.text, kid.lang or lang)

    def _tag(self, tag: Tag, lang: str) -> Iterator[Piece]:
        if tag.standard == "Link" or (tag.standard == "Annot" and not tag.tags):
            yield from self._link(tag, lang)
        elif tag.standard in PICTURES:
            yield Piece(f"［{picture(tag)}］", lang)
        elif tag.actual is not None or tag.alt is not None:
            yield Piece(tag.actual if tag.actual is not None else tag.alt or "", lang)
        elif tag.standard == "Ruby":
            yield from self._ruby(tag, lang)
        elif tag.standard == "Warichu":
            yield from self._around("（", [k for k in tag.kids if _role(k) != "WP"], "）", lang)
        elif tag.standard == "Note":
            yield from self._around("［注 ", tag.kids, "］", lang)
        elif tag.standard == "Lbl":
            yield from self._around("", tag.kids, " ", lang)
        else:
            yield from self.pieces(tag.kids, lang)
            if tag.expansion:
                yield Piece(f"（{tag.expansion}）", lang)

    def _around(self, opening: str, kids: Iterable[Kid], closing: str, lang: str) -> Iterator[Piece]:
        inner = list(self.pieces(kids, lang))
        yield Piece(opening, inner[0].lang if inner else lang)
        yield from inner
        yield Piece(closing, inner[-1].lang if inner else lang)

    def _link(self, tag: Tag, lang: str) -> Iterator[Piece]:
        """The text, or what the annotation says of itself where there is none; then where the link leads."""
        annotations = [kid for kid in tag.contents if kid.kind == "annotation"]
        target = next((kid.target for kid in annotations if kid.target), "")
        inner: Iterable[Kid] = tag.kids
        if tag.actual is not None or tag.alt is not None:
            inner = (Content(tag.page, tag.actual if tag.actual is not None else tag.alt or ""),)
        elif not self.say(tag.kids, lang):
            inner = (Content(tag.page, next((kid.text for kid in annotations if kid.text), "")),)
        yield from self._around("［リンク ", inner, f" → {place(target)}］" if target else "］", lang)

    def _ruby(self, tag: Tag, lang: str) -> Iterator[Piece]:
        """練馬（ねりま）; of a compound with a reading for each character, 練（ねり）馬（ま）."""
        reading: list[Piece] = []
        for kid in tag.kids:
            if _role(kid) == "RT":
                reading += self.pieces((kid,), lang)
            elif _role(kid) != "RP":
                yield from _bracketed(reading)
                reading = []
                yield from self.pieces((kid,), lang)
        yield from _bracketed(reading)


def _bracketed(reading: list[Piece]) -> Iterator[Piece]:
    if reading:
        yield Piece("（", reading[0].lang)
        yield from reading
        yield Piece("）", reading[-1].lang)


def picture(tag: Tag) -> str:
    """図 and what it shows."""
    shown = tag.alt if tag.alt is not None else tag.actual
    return f"{NAMES.get(tag.standard, tag.standard)} {(shown or '').strip() or '（説明なし）'}"


def place(target: str) -> str:
    """A target as one says it: a page within the file, or the address."""
    page = re.fullmatch(r"#page=(\d+)", target)
    return f"{page[1]}ページ" if page else target


def _role(kid: Kid) -> str:
    return kid.standard if isinstance(kid, Tag) else ""


def _main(lang: str) -> str:
    return lang.partition("-")[0].lower()
