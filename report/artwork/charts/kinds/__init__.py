"""The kinds of charts: a file each here, named as in YAML.

A file has `KIND`, what a chart of the kind takes and how it is described; `class Style`, the entry of that name under
the style sheet's `charts:`; and `draw(scene, table)`.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from types import ModuleType
from typing import NamedTuple

MANY = 12  # series; the style has inks for fewer
YEARS = frozenset(("highlight", "category", "colour"))  # kinds with an axis of years


class Kind(NamedTuple):
    """called: in the chart's description. fewest, most: series. keys: those that only some kinds know, and this one.

    sums: its series add up, and the total is said. ends: it shows two years only, the first and the last. one_scale:
    its series share a scale, so that one sees which is larger.
    """

    called: str
    fewest: int
    most: int
    keys: frozenset[str]
    sums: bool = False
    ends: bool = False
    one_scale: bool = False


@functools.cache
def modules() -> dict[str, ModuleType]:
    """The module of every kind, by its name in YAML."""
    return {found.name: importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)}


def kinds() -> dict[str, Kind]:
    return {name: module.KIND for name, module in modules().items()}
