"""What an author may place on a page: the base of all block kinds, and the registry.

A kind is one file in `content/blocks/` (what the author writes), one in `compose/blocks/` (how it is laid out) and one
entry under `blocks:` in the style sheet; the file name is the kind's key in YAML, with hyphens for underscores.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from typing import TYPE_CHECKING

from report.diagnostics import Origin, message
from report.source import Variant

if TYPE_CHECKING:
    from report.content.tags import StructElem, Voice


class Block(Variant, frozen=True, kw_only=True):
    """`blocks:` entries in YAML: a mapping with one key, the kind."""

    NOUN = message("block")
    origin: Origin

    @property
    def heads(self) -> bool:
        """Whether what follows in its topic stands under it, as under a heading."""
        return False

    def tags(self, voice: Voice) -> list[StructElem]:
        """What readers of a tagged PDF get of it, in the order in which it is to be read."""
        raise NotImplementedError

    @classmethod
    def kinds(cls) -> dict[str, type]:
        return _kinds()


def kind_of(block: Block) -> str:
    """The kind as its modules are named: "rule_heading"."""
    return type(block).__module__.rpartition(".")[2]


@functools.cache
def _kinds() -> dict[str, type[Block]]:
    from report.content import blocks

    found: dict[str, type[Block]] = {}
    for module in pkgutil.iter_modules(blocks.__path__):
        loaded = importlib.import_module(f"{blocks.__name__}.{module.name}")
        found[module.name.replace("_", "-")] = next(
            value
            for value in vars(loaded).values()
            if isinstance(value, type) and issubclass(value, Block) and value.__module__ == loaded.__name__
        )
    return found
