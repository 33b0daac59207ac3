"""Text as outlines of the style's own faces (SVG 1.1, 10), set in straight lines.

In: a `text` element, and a Letter that knows the faces. Out: outlines, each with the State that says its looks and its
place. Raises SvgError for text that is set otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from report.artwork.shelf import Letter
from report.artwork.svg.document import Node
from report.artwork.svg.faults import SvgError
from report.artwork.svg.lengths import length
from report.artwork.svg.path import Corners
from report.artwork.svg.properties import not_taken, value_of
from report.artwork.svg.shapes import Outline
from report.artwork.svg.states import State, States
from report.artwork.svg.transforms import combined, listed, moved
from report.messages import message

ASCENT, DESCENT = 0.88, 0.12  # of an em: what the body of a Japanese character covers
BOLD = 600
MOST_SIGNS = 20_000
PLAIN = 16.0  # px: the size of type where none is said
SLANT = (1.0, 0.0, -0.21, 1.0, 0.0, 0.0)  # of what stands in for an italic
HINT = message("outline-text")
# How far below the line that is named the alphabetic one lies, em.
_LINES = {
    "auto": 0.0, "alphabetic": 0.0, "baseline": 0.0, "central": 0.38, "middle": 0.26, "hanging": 0.76,
    "mathematical": 0.42, "ideographic": -DESCENT, "text-before-edge": ASCENT, "text-top": ASCENT,
    "text-after-edge": -DESCENT, "text-bottom": -DESCENT,
}  # fmt: skip
_SHIFTS = {"baseline": 0.0, "sub": 0.2, "super": -0.4}  # em, down
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Sign(NamedTuple):
    """A character. x, y: where it is put, dx, dy: by how much it is moved. turn: degrees. low: of its baseline."""

    char: str
    state: State
    x: float | None = None
    y: float | None = None
    dx: float = 0.0
    dy: float = 0.0
    turn: float = 0.0
    low: float = 0.0

    @property
    def is_free(self) -> bool:
        """Does it follow the one before it?"""
        return self.x is None and self.y is None and not (self.dx or self.dy or self.turn)


def outlines(node: Node, state: State, states: States, letter: Letter) -> tuple[list[tuple[Outline, State]], Corners]:
    """And the box of the text in the units of the element."""
    if _length(node) > MOST_SIGNS:
        raise SvgError(message("svg-too-much"))
    signs = _collapsed(list(_signs(node, state, states, 0.0)))
    shown: list[tuple[Outline, State]] = []
    boxes: list[Corners] = []
    x = y = 0.0
    for chunk in _parts(signs, lambda sign: sign.x is None and sign.y is None):
        x, y = chunk[0].x if chunk[0].x is not None else x, chunk[0].y if chunk[0].y is not None else y
        start = x
        made: list[tuple[Any, float, float, float, Sign]] = []
        for run in _parts(chunk, lambda sign: sign.is_free):
            for one in _alike(run):
                x, y = x + one[0].dx, y + one[0].dy
                path, width = _set(one, letter)
                made.append((path, x, y, width, one[0]))
                x += width
        anchor = _ANCHORS.get(chunk[0].state.looks["text-anchor"])
        if anchor is None:
            raise SvgError(*not_taken("text-anchor", chunk[0].state.looks["text-anchor"], HINT))
        back = (x - start - _gap(chunk[-1].state, "letter-spacing")) * anchor
        for path, at, base, width, sign in made:
            size = _size(sign.state)
            line = base + sign.low + _line(sign.state) * size
            boxes.append((at - back, line - ASCENT * size, at - back + width, line + DESCENT * size))
            place = combined(sign.state.matrix, moved(at - back, line))
            if sign.turn:
                place = combined(place, listed(f"rotate({sign.turn:.6f})"))
            if path:
                shown.append((Outline(path), sign.state._replace(matrix=place)))
        x -= back
    if not boxes:
        return [], (0.0, 0.0, 0.0, 0.0)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return shown, (min(lefts), min(tops), max(rights), max(bottoms))


def _length(node: Node) -> int:
    return sum(len(part) if isinstance(part, str) else _length(part) for part in node.text)


def _signs(node: Node, state: State, states: States, low: float) -> Iterator[Sign]:
    """The characters of an element and of what is in it. low: of the baseline around it."""
    low += _shift(state) if node.tag != "text" else 0.0
    inner: list[Sign] = []
    for part in node.text:
        if isinstance(part, str):
            inner += [Sign(char, state, low=low) for char in part]
        elif part.tag in ("tspan", "a"):
            if deeper := states.inside(part, state):
                alpha = deeper.alpha * (1 if node.tag == "text" else state.alpha)
                plain = deeper._replace(alpha=alpha, matrix=state.matrix, clips=state.clips)  # it takes neither
                inner += _signs(part, plain, states, low)
        elif part.tag not in ("", "title", "desc", "metadata", "animate", "set", "animateTransform"):
            raise SvgError(message("element-not-taken", tag=part.tag), HINT)
    _refuse(state)
    yield from _placed(inner, state)


def _placed(signs: list[Sign], state: State) -> Iterator[Sign]:
    """With the places that an element gives its characters; those of an inner one stand."""
    scale, asked = state.scale, state.measure.attributes
    em = scale.em or PLAIN
    lists: dict[str, list[float]] = {}
    for name in ("x", "y", "dx", "dy", "rotate"):
        whole = scale.height if name.endswith("y") else scale.width
        parts = [part for part in re.split(r"[\s,]+", asked.get(name, "")) if part]
        lists[name] = [length(part, name, whole, em) for part in parts]
    at = 0
    turns = lists["rotate"]
    previous = " "
    for sign in signs:
        if _is_idle(sign.char, previous, sign.state):
            yield sign
            continue
        previous = sign.char

        def of(name: str, at: int = at) -> float | None:
            return lists[name][at] if at < len(lists[name]) else None

        yield sign._replace(
            x=of("x") if sign.x is None else sign.x,
            y=of("y") if sign.y is None else sign.y,
            dx=sign.dx or of("dx") or 0.0,
            dy=sign.dy or of("dy") or 0.0,
            turn=sign.turn or (turns[min(at, len(turns) - 1)] if turns else 0.0),
        )
        at += 1


def _is_idle(char: str, previous: str, state: State) -> bool:
    """White space that collapses takes no place of a list."""
    return char.isspace() and previous.isspace() and not _is_kept(state)


def _is_kept(state: State) -> bool:
    return state.looks["white-space"] in ("pre", "pre-wrap", "preserve", "break-spaces")


def _collapsed(signs: list[Sign]) -> list[Sign]:
    """CSS Text 3, 4.1.1: each run of white space is one space; none begins or ends the text."""
    made: list[Sign] = []
    for sign in signs:
        if sign.char in "\t\r\n":
            sign = sign._replace(char=" ")
        if sign.char == " " and not _is_kept(sign.state) and (not made or made[-1].char == " "):
            continue
        made.append(sign)
    while made and made[-1].char == " " and not _is_kept(made[-1].state):
        made.pop()
    return made


def _parts(signs: list[Sign], goes_on: Any) -> list[list[Sign]]:
    parts: list[list[Sign]] = []
    for sign in signs:
        if parts and goes_on(sign):
            parts[-1].append(sign)
        else:
            parts.append([sign])
    return parts


def _alike(signs: list[Sign]) -> list[list[Sign]]:
    """Runs of one look; one that is turned stands alone."""
    parts: list[list[Sign]] = []
    for sign in signs:
        if parts and parts[-1][-1].state is sign.state:
            parts[-1].append(sign)
        else:
            parts.append([sign])
    return parts


def _set(signs: list[Sign], letter: Letter) -> tuple[Any, float]:
    """The outline of a run about its origin, and its advance."""
    state = signs[0].state
    looks, size = state.looks, _size(state)
    text = "".join(sign.char for sign in signs)
    path: list[Any] = []
    x = 0.0
    for char, glyphs, width in letter(text, _is_bold(looks["font-weight"], looks["font-family"])):
        slanted = looks["font-style"] not in ("normal", "")
        for left, down, outline in glyphs:
            path += _scaled(outline, size, x + left * size, down * size, SLANT[2] if slanted else 0.0)
        x += width * size + _gap(state, "letter-spacing") + (_gap(state, "word-spacing") if char == " " else 0.0)
    return tuple(path), x


def _scaled(path: Any, size: float, x: float, y: float, slant: float) -> list[Any]:
    made: list[Any] = []
    at, end = 0, len(path)
    while at < end:
        if path[at].__class__ is str:
            made.append(path[at])
            at += 1
        else:
            made += (x + size * (path[at] + slant * path[at + 1]), y + size * path[at + 1])
            at += 2
    return made


def _size(state: State) -> float:
    """Raises SvgError of a size that depends on the program."""
    text = state.looks["font-size"]
    if (state.scale.em is None and text != "medium") or (state.scale.em or 0.0) < 0:
        raise SvgError(*not_taken("font-size", text, HINT))
    return PLAIN if state.scale.em is None else state.scale.em


def _is_bold(weight: str, family: str) -> bool:
    """Illustrator names the weight with the face."""
    named = any(word in family.partition(",")[0] for word in ("-bold", "-heavy", "-black"))
    return named or weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= BOLD)


def _gap(state: State, name: str) -> float:
    text = state.looks[name]
    return 0.0 if text == "normal" else length(text, name, None, _size(state))


def _line(state: State) -> float:
    name = state.own("alignment-baseline", "auto")
    name = state.looks["dominant-baseline"] if name in ("auto", "baseline") else name
    if name not in _LINES:
        raise SvgError(*not_taken("dominant-baseline", name, HINT))
    return _LINES[name]


def _shift(state: State) -> float:
    shift, size = state.own("baseline-shift", "baseline"), _size(state)
    return _SHIFTS[shift] * size if shift in _SHIFTS else -length(shift, "baseline-shift", size, size)


def _refuse(state: State) -> None:
    """What is not set."""
    looks, asked = state.looks, state.measure
    for name, plain in (("writing-mode", ("horizontal-tb", "lr-tb", "lr")), ("direction", ("ltr",))):
        if looks[name] not in plain:
            raise SvgError(*not_taken(name, looks[name], HINT))
    if looks["text-decoration"].split()[:1] not in (["none"], []):
        raise SvgError(*not_taken("text-decoration", looks["text-decoration"], HINT))
    for name in (
        "text-decoration-line",
        "textLength",
        "inline-size",
        "shape-inside",
        "font",
        "font-variant",
        "font-variant-caps",
    ):
        if (value := asked.text(name)) and value_of(value) not in ("auto", "none", "normal", "inherit"):
            raise SvgError(*not_taken(name, value, HINT))
