"""Style sheets: which declarations an element has (CSS 2.1, 4 to 6).

In: the `style` elements and `style` attributes of a drawing. Out: for an element the properties they give it, by
specificity, order and `!important`. What selectors cannot be judged here is told; comments are dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from report.artwork.svg.document import Node
from report.artwork.svg.faults import COMMENT, SvgError, short
from report.messages import message

MOST_RULES, MOST_PARTS = 20_000, 50
MOST_TRIALS = 1_000_000  # of a rule at an element, in one drawing

# At-rules that change no picture without type and movement.
_IDLE = {"charset", "namespace", "font-face", "page", "keyframes", "-webkit-keyframes", "-moz-keyframes", "property",
         "counter-style", "font-feature-values", "color-profile"}  # fmt: skip
# States that paper is never in; what a pseudo-element adds, SVG does not have.
_NEVER = {"hover", "active", "focus", "visited", "focus-within", "focus-visible", "target", "checked", "disabled",
          "before", "after", "selection", "first-line", "first-letter", "placeholder"}  # fmt: skip
_ESCAPE = r"\\(?:[0-9A-Fa-f]{1,6}\s?|.)"
_IDENT = rf"(?:--|-?(?:[A-Za-z_\x80-\U0010ffff]|{_ESCAPE}))(?:[\w\x80-\U0010ffff-]|{_ESCAPE})*+"
_QUOTED = r""""[^"]*"|'[^']*'"""
_COMBINED = r"\s*([>+~])\s*|\s+"


class Part(NamedTuple):
    """One compound selector. attributes: name, operator, value. joined: how it stands to the one on its left."""

    joined: str
    tag: str
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    attributes: tuple[tuple[str, str, str], ...]
    states: tuple[str, ...]


class Rule(NamedTuple):
    weight: tuple[int, int, int, int]  # ids; classes and the like; tags; order
    parts: tuple[Part, ...]  # from the right
    declarations: list[tuple[str, str, bool]]


class Sheet:
    """The rules of a drawing. They are found by what their rightmost part asks for."""

    def __init__(self, nodes: list[Node]) -> None:
        self._rules: dict[str, list[Rule]] = {}
        self._order = 0
        self._trials = 0
        for node in nodes:
            kind = node.attributes.get("type", "text/css").strip().lower()
            if kind in ("text/css", ""):
                self._add(node)

    def declared(self, node: Node) -> dict[str, str]:
        """What style sheets and the `style` attribute say of an element, by property."""
        style = node.attributes.get("style")
        if not self._rules:
            return {name: value for name, value, _ in _by_importance(declarations(style))} if style else {}
        found = [pair for rule in self._matching(node) for pair in rule.declarations]
        if style:
            found += declarations(style)
        return {name: value for name, value, _ in _by_importance(found)}

    def _matching(self, node: Node) -> list[Rule]:
        attributes = node.attributes
        keys = ["", node.tag, "#" + attributes.get("id", "")]
        keys += ["." + name for name in dict.fromkeys(attributes.get("class", "").split())]
        tried = [rule for key in keys for rule in self._rules.get(key, ())]
        return sorted((rule for rule in tried if self._fits(rule.parts, 0, node)), key=lambda rule: rule.weight)

    def _fits(self, parts: tuple[Part, ...], at: int, node: Node | None, trials: int = 1) -> bool:
        """Does a selector, from its part `at` leftwards, fit an element?"""
        self._trials += trials
        if self._trials > MOST_TRIALS:
            raise SvgError(message("svg-too-much"))
        if node is None or not _alike(parts[at], node):
            return False
        joined, above = parts[at].joined, node.parent
        if not joined:
            return True
        if joined == ">":
            return self._fits(parts, at + 1, above)
        if joined == " ":
            while above is not None and not self._fits(parts, at + 1, above):
                above = above.parent
            return above is not None
        before = above.children[: above.children.index(node)] if above else []
        near = before[-1:] if joined == "+" else before
        return any(self._fits(parts, at + 1, one, len(before)) for one in near)

    def _add(self, node: Node) -> None:
        text = re.sub(rf"{COMMENT}|<!--|-->", _blank, "".join(node.text))
        if node.attributes.get("media", "all").strip().lower() not in ("all", "screen", "print", ""):
            raise SvgError(message("at-rule-not-taken", name="media"), None, node.line, node.column)
        for prelude, body, at in _blocks(text):
            try:
                if prelude.startswith("@"):
                    _idle(prelude)
                else:
                    self._rule(prelude, body)
            except SvgError as error:
                error.line, error.column = node.line + text.count("\n", 0, at), 1
                raise

    def _rule(self, prelude: str, body: str) -> None:
        held = declarations(body)
        for selector in re.findall(rf"(?:[^,\"']|{_QUOTED})++", prelude):
            parts = _parts(selector.strip())
            self._order += 1
            if self._order > MOST_RULES:
                raise SvgError(message("svg-too-much"))
            ids = sum(len(part.ids) for part in parts)
            alike = sum(len(part.classes) + len(part.attributes) + len(part.states) for part in parts)
            weight = (ids, alike, sum(bool(part.tag) for part in parts), self._order)
            first = parts[0]
            key = "#" + first.ids[0] if first.ids else "." + first.classes[0] if first.classes else first.tag
            self._rules.setdefault(key, []).append(Rule(weight, parts, held))


def declarations(text: str) -> list[tuple[str, str, bool]]:
    """Property, value, importance, as they stand in a block or a `style` attribute."""
    text = re.sub(COMMENT, " ", text) if "/*" in text else text
    found: list[tuple[str, str, bool]] = []
    for piece in _pieces(text):
        name, colon, value = piece.partition(":")
        if not colon:
            continue
        name, value, important = name.strip(), value.strip(), False
        if "!" in value:
            kept = re.sub(r"\s*!\s*important$", "", value, flags=re.IGNORECASE)
            important, value = kept != value, kept
        if value:
            found.append((name if name.startswith("--") else name.lower(), value, important))
    return found


def _pieces(text: str) -> list[str]:
    """Declarations apart by semicolons; one in quotes or parentheses parts none."""
    if "(" not in text and '"' not in text and "'" not in text:
        return text.split(";")
    inside = rf"{_QUOTED}|\((?:[^()\"']++|{_QUOTED}|\([^()]*\))*+\)"
    return re.findall(rf"(?:[^;\"'(]++|{inside}|[\"'(])++", text)


def _by_importance(found: list[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    return sorted(found, key=lambda one: one[2]) if any(one[2] for one in found) else found


def _blank(found: re.Match[str]) -> str:
    return " " + "\n" * found[0].count("\n")


def _blocks(text: str) -> Iterator[tuple[str, str, int]]:
    """The rules of a sheet: what stands before the braces, what in them, where. A block of blocks is one."""
    at, end = 0, len(text)
    head, brace = re.compile(rf"(?:[^{{;\"']++|{_QUOTED})*+([{{;]?)"), re.compile("[{}]")
    while at < end:
        found = head.match(text, at)
        assert found
        prelude, start = found[0].rstrip("{;").strip(), at + len(found[0]) - len(found[0].lstrip())
        at = max(found.end(), at + 1)
        if found[1] != "{":
            if prelude:
                yield prelude, "", start
            continue
        depth, begin = 1, at
        while depth and (found := brace.search(text, at)):
            depth += 1 if found[0] == "{" else -1
            at = found.end()
        at = end if depth else at
        yield prelude, text[begin : at - (not depth)], start


def _idle(prelude: str) -> None:
    name = re.split(r"[\s(\"']", prelude[1:], maxsplit=1)[0].lower()
    if name not in _IDLE:
        raise SvgError(message("at-rule-not-taken", name=short(name)))


def _parts(selector: str) -> tuple[Part, ...]:
    simple = re.compile(
        rf"(?P<tag>\*|{_IDENT})|\#(?P<id>(?:[\w\x80-\U0010ffff-]|{_ESCAPE})++)|\.(?P<class>{_IDENT})|:(?P<state>:?[\w-]+)(?![\w(-])"
        rf"|\[\s*(?P<name>[\w:|-]+)\s*(?:(?P<sign>[~|^$*]?=)\s*(?P<value>{_QUOTED}|[\w\x80-\U0010ffff.-]+)\s*)?\]"
    )
    combined = re.compile(_COMBINED)
    parts: list[Part] = []
    at, joined = 0, ""
    while True:
        found = {"tag": [], "id": [], "class": [], "state": []}  # type: dict[str, list[str]]
        attributes: list[tuple[str, str, str]] = []
        begin = at
        while match := simple.match(selector, at):
            kind = match.lastgroup or ""
            if match["name"]:
                attributes.append((match["name"], match["sign"] or "", (match["value"] or "").strip("\"'")))
            else:
                found[kind].append(_unescaped(match[kind]))
            at = match.end()
        states = [state.lstrip(":") for state in found["state"]]
        known = all(state in _NEVER or state in ("root", "first-child") for state in states)
        if at == begin or len(found["tag"]) > 1 or not known or len(parts) >= MOST_PARTS:
            raise SvgError(message("selector-not-taken", selector=short(selector)))
        tag = "".join(found["tag"]).replace("*", "")
        parts.append(Part(joined, tag, *map(tuple, (found["id"], found["class"], attributes, states))))
        if at == len(selector):
            return tuple(reversed(parts))
        step = combined.match(selector, at)
        if not step:
            raise SvgError(message("selector-not-taken", selector=short(selector)))
        joined, at = step[1] or " ", step.end()


def _unescaped(name: str) -> str:
    if "\\" not in name:
        return name
    name = re.sub(r"\\([0-9A-Fa-f]{1,6})\s?", lambda found: chr(min(int(found[1], 16), 0x10FFFF)), name)
    return re.sub(r"\\(.)", r"\1", name)


def _alike(part: Part, node: Node) -> bool:
    attributes = node.attributes
    if part.tag and part.tag != node.tag:
        return False
    if any(attributes.get("id") != name for name in part.ids):
        return False
    if part.classes and not set(part.classes) <= set(attributes.get("class", "").split()):
        return False
    if any(not _has(attributes.get(name), sign, value) for name, sign, value in part.attributes):
        return False
    return all(_in_state(state, node) for state in part.states)


def _in_state(state: str, node: Node) -> bool:
    if state == "root":
        return node.parent is None
    return state == "first-child" and node.parent is not None and node.parent.children[0] is node


def _has(found: str | None, sign: str, value: str) -> bool:
    if found is None or not sign:
        return found is not None
    if sign == "=":
        return found == value
    if sign == "~=":
        return value in found.split()
    if sign == "|=":
        return found == value or found.startswith(value + "-")
    if not value:
        return False
    return {"^=": found.startswith, "$=": found.endswith, "*=": found.__contains__}[sign](value)
