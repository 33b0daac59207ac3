"""What an author places on the grid is looked at against the style sheet's columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.content.grid import check_grid
from report.content.load import load
from report.messages import Origin, Report

BLEEDS = "a picture that bleeds must stand alone over the whole width"
STRIP = "picture: { id: square, bleed: true }"


def said(topic: str, project: Path, columns: int = 12) -> list[tuple[str, str]]:
    """What is said about a topic (keys, from its rows on): "line:column" and the message."""
    file = project / "data/sections/01-first.yaml"
    file.write_text(f"field: intro\ntitle: a\npicture: square\nlead: b\ntopics:\n- rows: {topic}\n", encoding="utf-8")
    report = Report()
    brochure, _ = load(project / "data/brochure.yaml", report)
    assert brochure, report.diagnostics
    check_grid(brochure, columns, report)
    told = [(found.origin or Origin("?"), str(found.message)) for found in report.diagnostics]
    return [(f"{origin.line}:{origin.column}", message) for origin, message in told if origin.file == str(file)]


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("[[{span: 7, blocks: [text: a]}, {span: 5, blocks: [text: a]}]]", []),
        (
            "[[{span: 12, blocks: [text: a]}, text: b]]",
            ["the spans of this row add up to 12, with 1 more without a span"],
        ),
        ("[[{span: -1, blocks: [text: a]}]]", ["the cell's span is -1"]),
        (
            "[[{span: 5, blocks: [text: a]}, {span: 2, blocks: [text: b]}]]\n  span: 6",
            ["the spans of this row add up to 7"],
        ),
        ("[text: a]\n  span: 13", ["the topic's span is 13"]),
        ("[text: a]\n  span: -1", ["the topic's span is -1"]),
    ],
)
def test_rows_stay_on_the_grid(topic: str, told: list[str], project: Path) -> None:
    assert [message for _, message in said(topic, project)] == told


def test_the_grid_is_the_style_sheet_s(project: Path) -> None:
    row = "[[{span: 4, blocks: [text: a]}, {span: 2, blocks: [text: b]}]]"
    assert said(row, project, columns=6) == []
    assert [message for _, message in said(row, project, columns=5)] == ["the spans of this row add up to 6"]


@pytest.mark.parametrize(
    ("topic", "place"),
    [
        (f"[{STRIP}]", None),
        (f"[[{{ span: 12, blocks: [{STRIP}] }}]]\n  span: 12", None),
        (f"[[[{STRIP}], text: a]]", "6:21"),
        (f"[[[{STRIP}, text: a]]]", "6:21"),
        (f"[[{{ span: 6, blocks: [{STRIP}] }}]]", "6:40"),
        (f"[{STRIP}]\n  span: 6", "6:19"),
        ("[pictures: [square, { id: square, bleed: true }]]", "6:29"),
    ],
)
def test_a_picture_bleeds_only_where_nothing_stands_beside_it(topic: str, place: str | None, project: Path) -> None:
    assert said(topic, project) == ([(place, BLEEDS)] if place else [])
