"""Everything an author wrote in a part of the brochure, in the order it was written.

In: a node of the content. Out: the node and the nodes and Texts in it, whatever their kinds; a Text as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from report.messages import Origin
from report.text import Text


def nodes(root: Any) -> Iterator[Any]:
    """A Struct and all Structs within it, Texts included; what holds comes before what it holds."""
    pending = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, msgspec.Struct):
            yield node
            pending += [] if type(node) is Text else [getattr(node, name) for name in reversed(node.__struct_fields__)]
        elif isinstance(node, tuple) and not isinstance(node, Origin):
            pending += reversed(node)
