"""The YAML formats by name, the JSON Schema of each, and a look at a whole style sheet.

In: the types that the rooms read their files into. Out: schemas for `report schema` and `data/schema/`; the mistakes of
a sheet, in entries too that no page at hand asks for. Like the pipeline it sees all rooms: what stands in a style sheet
is said in the rooms that use it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from report.diagnostics import Failure, Report, did_you_mean, message, nearest

if TYPE_CHECKING:
    from report.style.sheet import StyleSheet

FORMATS = ("brochure", "section", "figures", "style")

LARGE_WORD = "word"  # a mark of figure lines: how a number looks that is written in words (compose.figureline)

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
        return schema_of_parts(_style_parts(), title, optional=("print",))
    from report.content.model import Brochure, Section
    from report.figures.entries import FiguresFile

    return schema_of({"brochure": Brochure, "section": Section, "figures": FiguresFile}[name], title)


def schema_text(name: str) -> str:
    """The schema as the file holds it."""
    import json

    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def check_style(sheet: StyleSheet, report: Report) -> None:
    """Every entry of a sheet is one that some room reads, and holds what that room wants; mistakes go to the report."""
    for group, parts in _groups().items():
        for entry in sheet.entries(group):
            if entry not in parts:
                unknown = message("entry-unknown", group=group, entry=entry)
                report.error(entry.origin, unknown, did_you_mean(entry, parts))
                continue
            try:
                sheet.part(group, entry, parts[entry])
            except Failure as failure:
                report.add(failure.diagnostics)
    _check_texts(sheet, report)
    _check_pairs(sheet, report)


def _check_texts(sheet: StyleSheet, report: Report) -> None:
    """The text styles that blocks name by themselves are there; marks and features are ones that do something."""
    from report.content.blocks.text import STYLES
    from report.content.markup import MARKS
    from report.style.features import REGISTERED, is_feature

    for name in STYLES:
        try:
            sheet.text(name)
        except Failure as failure:
            report.add(failure.diagnostics)
    known = (*MARKS.values(), LARGE_WORD)
    for style in sheet.texts.values():
        for mark, _ in style.marks:
            if mark not in known:
                report.error(mark.origin, message("mark-unknown", mark=mark), did_you_mean(mark, known))
        for chars in (style.char, *(chars for _, chars in style.marks)):
            for feature in chars.features:
                if not is_feature(feature):
                    tag = feature.lstrip("-")
                    hint = did_you_mean(tag, REGISTERED) if nearest(tag, REGISTERED) else None
                    report.error(feature.origin, message("feature-unknown", feature=feature), hint)


def _check_pairs(sheet: StyleSheet, report: Report) -> None:
    from report.content.block import Block

    kinds = Block.kinds()
    for pair in sheet.gaps.pairs:
        above, sign, below = pair.partition(">")
        if not sign:
            report.error(pair.origin, message("pair-wrong", pair=pair))
            continue
        for kind in (above, below):
            if kind not in kinds:
                report.error(pair.origin, message("block-unknown", kind=kind), did_you_mean(kind, kinds))


def _style_parts() -> dict[str, Any]:
    from report.style.palette import PaletteEntry
    from report.style.press import PrintStyle
    from report.style.sheet import FontEntry, Gaps, PageMaster, TextEntry

    return {
        "name": str,
        "page": PageMaster,
        "print": PrintStyle,
        "gaps": Gaps,
        "palette": PaletteEntry,
        "fonts": FontEntry,
        "text": dict[str, TextEntry],
        **_groups(),
    }


def _groups() -> dict[str, dict[str, Any]]:
    """The groups of entries whose types the rooms say."""
    import pkgutil

    from report.artwork.charts.look import PARTS
    from report.compose import blocks

    names = [module.name for module in pkgutil.iter_modules(blocks.__path__)]
    kinds = {name: importlib.import_module(f"{blocks.__name__}.{name}") for name in names}
    return {
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
