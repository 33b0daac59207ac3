"""`report typeset`: how a text breaks into lines, and where every character of them stands.

In: a text with an author's marks, and what `report typeset` was asked for. Out: lines, measured in em of the body
size. Lengths:

    x        of a character's body from where the measure begins. Brackets, stops, commas and middle dots are half an
             em wide; the space beside them is not of the body
    advance  from a character's x to the next one's: its body and the space that follows, as the line was justified;
             of the last one: its body and the space that the line keeps after it
    width    from where the measure begins to the end of that
    hanging  what of the width is beyond the measure

Without a style, the text is set as plain body text: justified, full-width punctuation (the sheet's `fallback` face, or
else that of `body`), without kerning, `palt` or tracking, so that the arithmetic of JLREQ comes out in whole quarters.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from report.compose.composition import compose
from report.compose.textblock import Line, TextBlock
from report.content.load import load
from report.messages import Origin, Report, did_you_mean, message
from report.pipeline import load_style
from report.source import Written
from report.source.folder import Folder
from report.style.sheet import StyleSheet, load_sheet
from report.style.text import CharStyle, ParagraphStyle
from report.text.markup import parse

BROCHURE = Path("data/brochure.yaml")
INSTALLED = Path(__file__).parent.parent  # the project this engine came with
STDIN = "<stdin>"  # in messages
PLAIN_FACE = "fallback"
PLAIN_LEADING = 1.7  # em


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """measure, indent: em. size: pt. None: as the style has it."""

    measure: float
    size: float | None = None
    style: str | None = None
    level: str | None = None
    hanging: str | None = None
    align: str | None = None
    indent: float | None = None


def typeset(source: str, wish: Wish, report: Report) -> list[dict[str, Any]]:
    """The lines: text, width, hanging and chars. Raises Failure when there is no such style."""
    sheet = _sheet(report)
    report.check()
    assert sheet
    style = _style(sheet, wish, report)
    report.check()
    assert style
    paragraphs = parse(Written(source, Origin(STDIN)), report)
    em = style.char.size
    block = compose(paragraphs, style, wish.measure * em, sheet.fonts, lambda role: role, report)
    return [_line(line, block, wish.measure, em) for line in block.lines]


def _line(line: Line, block: TextBlock, measure: float, em: float) -> dict[str, Any]:
    setting = line.setting
    edges = [(line.x + x) / em for x in (*setting.edges[:-1], setting.width + max(0.0, setting.tail))]
    chars = [
        {"char": char, "x": _round(x), "advance": _round(after - x)}
        for char, x, after in zip(setting.chars, edges[:-1], edges[1:], strict=True)
    ]
    hanging = max(0.0, edges[-1] - measure) if setting.tail < 0 else 0.0
    return {"text": setting.text, "width": _round(edges[-1]), "hanging": _round(hanging), "chars": chars}


def _round(value: float) -> float:
    return round(value, 4) + 0.0  # no -0.0


def _sheet(report: Report) -> StyleSheet | None:
    """The style of the brochure here; else the first style here; else that of the engine's own project."""
    if BROCHURE.is_file():
        unheard = Report()
        brochure, _ = load(BROCHURE, unheard)
        found = load_style(brochure, BROCHURE, unheard) if brochure else None
        if found:
            return found
    for project in (Path(), INSTALLED):
        for file in Folder(project / "styles", report).files(".yaml"):
            return load_sheet(file, project / "fonts", report)
    report.error(None, message("style-missing"))
    return None


def _style(sheet: StyleSheet, wish: Wish, report: Report) -> ParagraphStyle | None:
    if wish.style is not None and wish.style not in sheet.texts:
        unknown = message("text-style-not-in-sheet", name=wish.style, sheet=sheet.name)
        report.error(None, unknown, did_you_mean(wish.style, sheet.texts))
        return None
    style = sheet.text(wish.style) if wish.style else _plain(sheet)
    if style is None:
        report.error(None, message("body-style-missing", sheet=sheet.name))
        return None
    if wish.size:
        scale = wish.size / style.char.size
        marks = tuple((name, _scaled(char, scale)) for name, char in style.marks)
        style = replace(style, char=_scaled(style.char, scale), leading=style.leading * scale, marks=marks)
    asked = {"kinsoku": wish.level, "hanging": wish.hanging, "align": wish.align, "indent": wish.indent}
    changes: dict[str, Any] = {key: value for key, value in asked.items() if value is not None}
    return replace(style, **changes)


def _plain(sheet: StyleSheet) -> ParagraphStyle | None:
    fonts = sheet.texts["body"].char.fonts if "body" in sheet.texts else ()
    if PLAIN_FACE in sheet.fonts.names:
        fonts = (PLAIN_FACE, *(face for face in fonts if face != PLAIN_FACE))
    return ParagraphStyle(CharStyle(fonts, 10.0, "ink"), 10.0 * PLAIN_LEADING, align="justify") if fonts else None


def _scaled(char: CharStyle, scale: float) -> CharStyle:
    return replace(char, size=char.size * scale, rise=char.rise * scale)
