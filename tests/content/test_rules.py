"""Rules that a block's keys keep among themselves; each is told at the block's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.blocks import Block
from report.messages import Report
from report.source import read

CHANGE = "change: { title: a, before: b, after: c, "
TABLE = "table: { header: [a, b], rows: [[c, d]], "


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (CHANGE + "count: x, key: [a, b] }", ""),
        (CHANGE + "count: x, added: y, key: [a, b, c] }", ""),
        (CHANGE + "key: [a] }", "added and key belong to the squares of a count, which is missing"),
        (CHANGE + "added: x }", "added and key belong to the squares of a count, which is missing"),
        (CHANGE + "alt: a }", "alt describes the marks of a count, which is missing"),
        ("panel: { number: a, alt: b }", "alt describes the marks of a count, which is missing"),
        (CHANGE + "count: x, key: [a, b, c] }", "the key has a part for the scale"),
        (CHANGE + "count: x, added: y, key: [a, b, c, d] }", "the key has a part for the scale"),
        (TABLE + "widths: [1, 2] }", ""),
        (TABLE + "widths: [0, 0] }", "widths are shares of the table's, each above 0"),
        (TABLE + "widths: [1] }", "1 widths for 2 columns"),
    ],
)
def test_a_block_that_contradicts_itself(block: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(block, encoding="utf-8")
    report = Report()
    read(file, Block, report)
    assert [str(found.message).startswith(said) for found in report.diagnostics] == ([True] if said else [])
