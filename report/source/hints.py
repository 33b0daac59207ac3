"""What stands in a node, and what to do about one that is not what was asked for.

In: nodes. Out: parts of messages and hints.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from report.messages import Message, did_you_mean, message, nearest
from report.source.characters import SPACES
from report.source.syntax import Mapping, Node, Scalar
from report.source.telling import QUOTE_BRACES

NO_SPACE = r"[\w.-]+:\S"  # key:value


def found_in(node: Node) -> Message:
    if not isinstance(node, Scalar):
        return message("mapping") if isinstance(node, Mapping) else message("list")
    if not node.value:
        return message("nothing")
    return message("quoted", text=node.value if len(node.value) <= 24 else node.value[:23] + "…")


def is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.kind == "null" and not node.value


def key_hint(key: str, value: Node, known: Collection[str]) -> Message | None:
    """What an unknown key comes from: a slip in the writing, or another word."""
    if key.isdecimal():
        return message("no-commas")
    if strange := next((char for char in key if char in SPACES), None):
        return message("take-space-away", code=ord(strange))
    if is_nothing(value):
        if re.match(NO_SPACE, key):
            return message("write-space")
        if not nearest(key, known):
            return message("quote-comma")
    return did_you_mean(key, known)


def text_hint(node: Node) -> Message | None:
    """What to do where text was to be: `{{` and `~` mean something else to YAML."""
    if isinstance(node, Mapping):
        return QUOTE_BRACES
    return message("quote-sign", sign=node.value) if isinstance(node, Scalar) and node.value else None


def mapping_hint(node: Node) -> Message | None:
    """What to do where a mapping was to be."""
    return message("write-space") if isinstance(node, Scalar) and re.match(NO_SPACE, node.value) else None
