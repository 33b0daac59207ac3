"""The YAML formats by name, the JSON Schema of each, and a look at a whole style sheet.

In: the types that the rooms read their files into. Out: schemas for `report schema` and `data/schema/`; the mistakes of
a sheet, in entries too that no page at hand asks for. Like the pipeline it sees all rooms: what stands in a style sheet
is said in the rooms that use it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.messages import Failure, Report, did_you_mean, message, nearest

if TYPE_CHECKING:
    from report.style.sheet import StyleSheet

FORMATS = ("brochure", "section", "figures", "style", "terms")
LARGE_WORD = "word"  # a mark of figure lines: how a number looks that is written in words (compose.figureline)


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one of FORMATS."""
    from report.content.schema import schema_of, schema_of_parts

    title = f"{name} (report)"
    if name == "style":
        return schema_of_parts(_style_parts(), title, optional=("print",))
    from report.content.model import Brochure, Section
    from report.figures.entries import FiguresFile
    from report.proofreading.terms import TermsFile

    files = {"brochure": Brochure, "section": Section, "figures": FiguresFile, "terms": TermsFile}
    return schema_of(files[name], title)


def schema_text(name: str) -> str:
    """The schema as the file holds it."""
    import json

    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def check_style(sheet: StyleSheet, report: Report) -> None:
    """Every entry of a sheet is one that something reads, and holds what that wants; mistakes go to the report."""
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
    from report.blocks.text import TEXTS
    from report.style.text import REGISTERED, is_feature
    from report.text.markup import MARKS

    for name in TEXTS:
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
    from report.blocks import Block

    kinds = Block.kinds()
    for pair in sheet.gaps.pairs:
        above, sign, below = pair.partition(">")
        if not sign:
            report.error(pair.origin, message("pair-wrong", pair=pair))
            continue
        for kind in (above, below):
            if kind not in kinds:
                unknown = message("kind-unknown", what=Block.NOUN, word=kind)
                report.error(pair.origin, unknown, did_you_mean(kind, kinds))


def _style_parts() -> dict[str, Any]:
    from report.style.palette import PaletteEntry, PrintStyle
    from report.style.sheet import FontEntry, Gaps, PageMaster
    from report.style.texts import TextEntry

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
    """The groups of entries, and what each is read as."""
    from report import blocks
    from report.artwork.charts import PARTS
    from report.layout import back_cover, contents, cover, furniture, opener, topic

    return {
        "blocks": dict(entry for name, kind in blocks.modules().items() for entry in _styles(name, kind)),
        "furniture": {
            "opener": opener.Style,
            "topic": topic.Style,
            "tabs": furniture.TabStyle,
            "folio": furniture.FolioStyle,
            "cover": cover.Style,
            "contents": contents.Style,
            "back-cover": back_cover.Style,
        },
        "charts": dict(PARTS),
    }


def _styles(name: str, module: Any) -> list[tuple[str, Any]]:
    """The entries of a style sheet that a block kind's module reads."""
    if hasattr(module, "STYLES"):
        return list(module.STYLES.items())
    return [(name, module.Style)] if hasattr(module, "Style") else []
