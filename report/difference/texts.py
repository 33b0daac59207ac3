"""What changed in a text: by sentences, and within a sentence by characters.

In: two texts as tokens: a character each, and a printed figure as one whole, which is the same whatever it amounts to.
Out: the sentences that differ. Numbers, words of letters and words in katakana are not taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from report.difference import Rewording, Span

ENDS = "。！？\n"
AFTER = "」』）)”"  # closes a sentence after its end
ALIKE = 0.4  # from which on two sentences are one that was changed
ISLAND = 2  # so few equal characters between two changes are told with them
FIGURE = "\0"  # begins what a printed figure is compared by
WORD = r"[0-9０-９]+(?:[,.，．][0-9０-９]+)*|[A-Za-zＡ-Ｚａ-ｚ]+|[ァ-ヺー]+|[\s\S]"


class Token(NamedTuple):
    """same: what it is compared by."""

    same: str
    words: str


def tokens(words: str, figures: Iterable[tuple[str, str]] = ()) -> tuple[Token, ...]:
    """A text; figures: those printed in it, in order, each as what it is compared by and as it is worded."""
    made: list[Token] = []
    start = 0
    for same, printed in figures:
        found = re.compile(rf"(?<![0-9,.]){re.escape(printed)}").search(words, start) if printed else None
        if found is None:
            continue
        made += _plain(words[start : found.start()])
        made.append(Token(f"{FIGURE}{same}", printed))
        start = found.end()
    return (*made, *_plain(words[start:]))


def _plain(words: str) -> Iterator[Token]:
    return (Token(each, each) for each in re.findall(WORD, words))


def rewordings(old: Sequence[Token], new: Sequence[Token]) -> tuple[Rewording, ...]:
    """The sentences that differ, in order; () where none does."""
    before, after = _sentences(old), _sentences(new)
    keys = [[tuple(token.same for token in each) for each in side] for side in (before, after)]
    found: list[Rewording] = []
    for op, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if op != "equal":
            found += _paired(before[a:b], after[c:d])
    return tuple(found)


def _sentences(text: Sequence[Token]) -> list[tuple[Token, ...]]:
    made: list[list[Token]] = [[]]
    for place, token in enumerate(text):
        made[-1].append(token)
        following = text[place + 1].words if place + 1 < len(text) else ""
        if (token.words in ENDS or (token.words in AFTER and _ended(made[-1]))) and following not in AFTER:
            made.append([])
    kept = (tuple(token for token in each if token.words != "\n") for each in made)
    return [each for each in kept if _words(each).strip()]


def _ended(sentence: list[Token]) -> bool:
    """A closing bracket came after an end: 「…です。」."""
    rest = "".join(token.words for token in sentence).rstrip(AFTER)
    return rest.endswith(tuple(ENDS))


def _paired(old: list[tuple[Token, ...]], new: list[tuple[Token, ...]]) -> Iterator[Rewording]:
    """Sentences of a stretch where none is equal: each with the next one that is like it, else alone."""
    new = list(new)
    for each in old:
        near = next((place for place, other in enumerate(new) if _like(each, other)), None)
        if near is None:
            yield Rewording((Span("-", _words(each)),), ())
            continue
        yield from (Rewording((), (Span("+", _words(skipped)),)) for skipped in new[:near])
        yield _changed(each, new[near])
        del new[: near + 1]
    yield from (Rewording((), (Span("+", _words(each)),)) for each in new)


def _like(old: Sequence[Token], new: Sequence[Token]) -> bool:
    matcher = SequenceMatcher(None, [t.same for t in old], [t.same for t in new], autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _changed(old: Sequence[Token], new: Sequence[Token]) -> Rewording:
    codes = SequenceMatcher(None, [t.same for t in old], [t.same for t in new], autojunk=False).get_opcodes()
    sides: tuple[list[Span], list[Span]] = ([], [])
    for place, (op, a, b, c, d) in enumerate(codes):
        island = 0 < place < len(codes) - 1 and b - a <= ISLAND and len(_words(old[a:b])) <= ISLAND
        changed = op != "equal" or (island and not any(t.same.startswith(FIGURE) for t in old[a:b]))
        for spans, op, words in zip(sides, "-+", (_words(old[a:b]), _words(new[c:d])), strict=True):
            _join(spans, op if changed else "=", words)
    return Rewording(tuple(sides[0]), tuple(sides[1]))


def _join(spans: list[Span], op: str, words: str) -> None:
    if spans and spans[-1].op == op:
        spans[-1] = Span(op, spans[-1].words + words)  # type: ignore[arg-type]
    elif words:
        spans.append(Span(op, words))  # type: ignore[arg-type]


def _words(text: Sequence[Token]) -> str:
    return "".join(token.words for token in text)
