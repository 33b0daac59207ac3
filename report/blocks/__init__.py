"""What an author may place on a page: the base of all block kinds, the registry, and how a block is laid out.

In: a block that the author wrote, a width, a BlockContext. Out: a Box; tags. A kind is one file here: a Block with the
keys an author writes and its `tags`, `lay(block, width, ctx) -> Box`, and, if the style sheet has an entry for it,
`class Style` (several entries: `STYLES`, their names and classes). The file's name is the kind's key in YAML, with
hyphens for underscores. (chart_table.py is no kind: a part of chart.py.)
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from types import ModuleType
from typing import TYPE_CHECKING

from report.messages import Origin, message
from report.source import Variant

if TYPE_CHECKING:
    from report.compose.boxes import Box
    from report.compose.context import BlockContext
    from report.text.tags import StructElem, Voice


class Block(Variant, frozen=True, kw_only=True):
    """`blocks:` entries in YAML: a mapping with one key, the kind."""

    NOUN = message("block")
    origin: Origin

    @property
    def heads(self) -> bool:
        """Whether what follows in its topic stands under it, as under a heading."""
        return False

    @property
    def destination(self) -> str:
        """The name under which links lead to it; "" for none."""
        return ""

    def tags(self, voice: Voice) -> list[StructElem]:
        """What readers of a tagged PDF get of it, in the order in which it is to be read."""
        raise NotImplementedError

    @classmethod
    def kinds(cls) -> dict[str, type[Block]]:
        return {name: _block_of(module) for name, module in modules().items()}


def lay(block: Block, width: float, ctx: BlockContext) -> Box:
    """The block made ready at a width (pt)."""
    return importlib.import_module(type(block).__module__).lay(block, width, ctx)


def kind_of(block: Block) -> str:
    """Its kind's key in YAML."""
    return type(block).__module__.rpartition(".")[2].replace("_", "-")


@functools.cache
def modules() -> dict[str, ModuleType]:
    """The module of every kind, by its key in YAML."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if module.name != "chart_table")
    return {name.replace("_", "-"): importlib.import_module(f"{__name__}.{name}") for name in names}


@functools.cache
def _block_of(module: ModuleType) -> type[Block]:
    own = (value for value in vars(module).values() if isinstance(value, type) and value.__module__ == module.__name__)
    return next(value for value in own if issubclass(value, Block))
