"""The YAML formats by name, and the JSON Schema of each.

In: the types that the rooms read their files into. Out: schemas for `report schema` and `data/schema/`. Like the
pipeline it sees all rooms: what stands in a style sheet is said in the rooms that use it.
"""

from __future__ import annotations

import importlib
from typing import Any

FORMATS = ("brochure", "section", "figures", "style")

# Entries of a style sheet's `furniture:`, and where each one's type is said.
FURNITURE = {
    "opener": "report.compose.opener:Style",
    "topic": "report.compose.topic:Style",
    "tabs": "report.compose.furniture:TabStyle",
    "folio": "report.compose.furniture:FolioStyle",
    "cover": "report.compose.sheets.cover:Style",
    "contents": "report.compose.sheets.contents:Style",
    "back-cover": "report.compose.sheets.back_cover:Style",
}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one of FORMATS."""
    from report.content.schema import schema_of, schema_of_parts

    title = f"{name} (report)"
    if name == "style":
        return schema_of_parts(_style_parts(), title)
    from report.content.model import Brochure, Section
    from report.figures.entries import FiguresFile

    return schema_of({"brochure": Brochure, "section": Section, "figures": FiguresFile}[name], title)


def schema_text(name: str) -> str:
    """The schema as the file holds it."""
    import json

    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def _style_parts() -> dict[str, Any]:
    import pkgutil

    from report.artwork.charts.look import PARTS
    from report.compose import blocks
    from report.style.palette import PaletteEntry
    from report.style.sheet import FontEntry, Gaps, PageMaster, TextEntry

    names = [module.name for module in pkgutil.iter_modules(blocks.__path__)]
    kinds = {name: importlib.import_module(f"{blocks.__name__}.{name}") for name in names}
    return {
        "name": str,
        "page": PageMaster,
        "gaps": Gaps,
        "palette": PaletteEntry,
        "fonts": FontEntry,
        "text": dict[str, TextEntry],
        "blocks": dict(entry for name, kind in kinds.items() for entry in _styles(name, kind)),
        "furniture": {key: _named(place) for key, place in FURNITURE.items()},
        "charts": dict(PARTS),
    }


def _styles(name: str, module: Any) -> list[tuple[str, Any]]:
    """The entries of a style sheet that a block kind's module reads."""
    if hasattr(module, "STYLES"):
        return list(module.STYLES.items())
    return [(name.replace("_", "-"), module.Style)] if hasattr(module, "Style") else []


def _named(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)
