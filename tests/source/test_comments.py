"""Comments that begin with a word, and the lines they speak of."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.source.comments import comments


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 65校 # 確認「65」", ("「65」", 1, 8, 1, 1)),
        ("a: 1\n# 確認 x\nb:\n- 2\n- 3\nc: 4", ("x", 2, 1, 3, 5)),  # entries under their key
        ("- 1\n#確認 x\n- a: 2\n  b: 3\n- 4", ("x", 2, 1, 3, 4)),  # an entry with all it holds
        ("a: |  # 確認 x\n  one\n\n  two\nb: 3", ("x", 1, 7, 1, 4)),  # a block, behind its sign
        ("# 確認 x\na: >-\n  # 確認 no\n  two\nb: 3", ("x", 1, 1, 2, 4)),  # `#` within it is text
        ("a: one\n  two # 確認 x\nb: 3", ("x", 2, 7, 1, 2)),  # a value of two lines
        ("a: [1,\n  2] # 確認 x", ("x", 2, 6, 2, 2)),
        ("# 確認 x\n\n# more\na:\n  # within\n  b: 1\nc: 2", ("x", 1, 1, 4, 6)),
        ('a: "# 確認 no"', None),
        ("a: b#確認 no", None),
        ("# 未確認 no\na: 1", None),
        ("# 確認 x\na: 'b", None),  # no YAML: told by who composes it
        ("a: 1\n# 確認 x", ("x", 2, 1, 2, 2)),  # nothing follows
    ],
)
def test_a_comment_knows_the_lines_it_speaks_of(
    text: str, found: tuple[str, int, int, int, int] | None, tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")
    made = [
        (each.words.removeprefix("確認").strip(), each.origin.line, each.origin.column, each.first, each.last)
        for each in comments(file, "確認")
    ]
    assert made == ([found] if found else [])


def test_of_a_file_that_cannot_be_read_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: \xff # \xe7\xa2\xba\xe8\xaa\x8d")
    assert comments(tmp_path / "a.yaml", "確認") == comments(tmp_path / "b.yaml", "確認") == []
