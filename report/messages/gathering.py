"""Messages of one kind about many characters, numbers or words become one, at the place of the first: which, and where.

In: diagnostics. Out: the same, those of the kinds in GATHERED that differ in nothing but `shown` and place made into
one of the kind there; it lists the characters with a place of each, some of them, and counts the rest. What is told of
a character in one place is not told again of other faces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from report.messages import Diagnostic, Message, Origin, message

GATHERED: dict[str, Callable[..., Message]] = {
    "character-uncovered": lambda **values: message("characters-uncovered", **values),
    "form-uncovered": lambda **values: message("forms-uncovered", **values),
    "marks-unset": lambda **values: message("marks-unset-all", **values),
    "script-unset": lambda **values: message("script-unset-all", **values),
    "glyph-missing": lambda **values: message("glyphs-missing", **values),
    "glyph-blank": lambda **values: message("glyphs-blank", **values),
    "literal-known": lambda **values: message("literals-known", **values),
    "proof": lambda **values: message("proof-all", **values),
}
EACH = ("literal-known", "proof")  # every place counts; else every character
PLACED = 8  # characters whose place is told
LISTED = 100  # characters that are named at all

Shown = Message | str


def gathered(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """In the order in which the first of each came."""
    groups: dict[object, list[Diagnostic]] = {}
    known = set()
    for told in found:
        if told.message.id not in GATHERED:
            groups[told] = [told]
            continue
        here = (told.message.id, told.origin, dict(told.message.values)["shown"])
        if here not in known:
            known.add(here)
            groups.setdefault((told.severity, told.message.id, _rest(told.message)), []).append(told)
    return tuple(group[0] if len(group) == 1 else _one(group) for group in groups.values())


def _rest(told: Message) -> tuple[tuple[str, object], ...]:
    return tuple(value for value in told.values if value[0] != "shown")


def _one(group: list[Diagnostic]) -> Diagnostic:
    first = group[0]
    are_words = first.message.id in EACH
    places: dict[Shown, list[Origin | None]] = {}
    for told in group:
        places.setdefault(dict(told.message.values)["shown"], []).append(told.origin)  # type: ignore[arg-type]
    each = [_placed(shown, at) for shown, at in list(places.items())[:PLACED]]
    if further := list(places)[PLACED:]:
        named = "".join(_text(shown) for shown in further[:LISTED]) + ("…" if len(further) > LISTED else "")
        more = {"count": len(further), "named": named}
        each.append(message("words-further", **more) if are_words else message("characters-further", **more))
    count = len(group if are_words else places)
    values = dict(_rest(first.message)) | {"count": count, "shown": tuple(each)}
    return first._replace(message=GATHERED[first.message.id](**values))


def _placed(shown: Shown, places: list[Origin | None]) -> Message:
    if len(places) == 1:
        return message("character-at", shown=shown, place=places[0])
    return message("character-at-more", shown=shown, place=places[0], more=len(places) - 1)


def _text(shown: Shown) -> str:
    text = str(dict(shown.values)["text"]) if isinstance(shown, Message) else str(shown)
    return text if isinstance(shown, Message) and len(text) == 1 else f" {text} "
