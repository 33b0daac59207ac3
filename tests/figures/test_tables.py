"""CSV files as people and spreadsheets write them: no row and no sign is lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.figures.assembly import load_figures
from report.messages import Report
from report.messages.wording import english

SERIES = "series:\n  a: { name: a, csv: b.csv }\n"


def load(folder: Path, table: str) -> tuple[dict[int, float], list[tuple[int, int, str, str]]]:
    """The values of the years; line, column, text and hint of each error."""
    (folder / "a.yaml").write_text(SERIES, encoding="utf-8")
    (folder / "b.csv").write_bytes(table.encode())
    report = Report()
    data = load_figures(folder, report).runs["a"].data
    told = [
        (each.origin.line, each.origin.column, *english(each.message, each.hint))  # type: ignore[union-attr]
        for each in report.diagnostics
        if each.severity != "info"
    ]
    return {datum.year: datum.value for datum in data}, told  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('"1,234"', 1234), ('"18,034.5"', 18034.5), ("１０８．５", 108.5), ('"１，２３４"', 1234), ("▲3", -3),
        ("△ 3", -3), ("−3", -3), ("-3", -3), ("+5", 5), (".5", 0.5), ("5.", 5), ("1E+03", 1000), ("1e3", 1000),
        ("089", 89), (" 7 ", 7), ("3万", 30000), ('"1億2,000万"', 120_000_000), ("1 234", 1234), ("1\u00a0234", 1234),
    ],
)  # fmt: skip
def test_a_number_with_one_reading_is_taken(cell: str, value: float, tmp_path: Path) -> None:
    assert load(tmp_path, f"year,value\n令5,{cell}\n") == ({2023: value}, [])


GROUPS = "commas part groups of three digits; a decimal point is a full stop: 99.5"
FORM = "write half-width digits, as in 1234.5"


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("99,5", GROUPS), ("103,25", GROUPS), ("108,0", GROUPS), ("1,2345", GROUPS), ("12,34,567", GROUPS),
        ("1.234,5", FORM), ("1/2", FORM), ("12:30", FORM), ("0x1F", FORM), ("令和5", FORM), ("(3)", FORM),
        ("50%", 'write the number alone: 50, without "%"'), ("18034人", 'write the number alone: 18034, without "人"'),
        ("約8500", 'write the number alone: 8500, without "約"'),
        ("¥1,000", 'write the number alone: 1000, without "¥"'),
        ("1e400", "numbers go up to 1,000兆"), ("", "a year without a value has no row"), ("なし", ""), ("inf", ""),
    ],
)  # fmt: skip
def test_another_is_told_with_what_to_write(cell: str, hint: str, tmp_path: Path) -> None:
    values, told = load(tmp_path, f'year,value\n令4,1\n令5,"{cell}"\n')
    assert (values, told) == ({2022: 1}, [(3, 1, f'"{cell}" is no number', hint)])


OPEN, BEHIND = "a quote that is not closed in its row", "something stands behind the quote that closes a cell"


@pytest.mark.parametrize(
    ("table", "years", "told"),
    [
        ('year,value\n令3,"99\n令4,103\n令5,108\n', [2022, 2023], [(2, 4, OPEN)]),
        ('year,value\n令3,99\n"令4,103\n令5,108\n', [2021, 2023], [(3, 1, OPEN)]),
        ('year,value\n令3,"99\n令4,103\n令5,"108"\n', [2022, 2023], [(2, 4, OPEN)]),  # a later quote is none of its own
        ('year,value,note\n令3,99,"a\n令4,103,b\n令5,108,"c\n', [2022], [(2, 7, OPEN), (4, 8, OPEN)]),
        ('year,value,note\n令3,99,"a\n令4,103,"\n令5,108,\n', [2023], [(2, 7, OPEN), (3, 8, OPEN)]),
        ('year,value,note\n令3,99,"a" b\n令4,103,\n', [2022], [(2, 7, BEHIND)]),
        ('year,value,note\n令3,99,"a ""b"" c"\n令4,103,x "y" z\n', [2021, 2022], []),
        ('year,value,note\n令3,99,"a\nb"\n令4,103,\n', [2021, 2022], []),  # a cell of two lines
        ("\ufeffyear,value\r\n\r\n令3,99\r\n,\r\n\r\n令4,103", [2021, 2022], []),
        ("year;value\n令3;99\n", [], [(1, 1, "the columns are parted by semicolons")]),
        ("year\tvalue\n令3\t99\n", [], [(1, 1, "the columns are parted by tabs")]),
        ("year、value\n令3、99\n", [], [(1, 1, "the columns are parted by full-width commas")]),
        ("令3,99\n令4,103\n", [], [(1, 1, "the first line names no columns")]),
        ("year,value\n令3,99,5\n令4,103\n", [2022], [(2, 1, "3 cells in 2 columns")]),
        ("year,value,note\n令3,99,5\n", [2021], [(2, 1, 'the note is only digits: "5"')]),
        ("year,value\n令3\n令4,103\n", [2022], [(2, 1, '"" is no number')]),
        ("year,value\n令3,99\n2021,103\n", [2021], [(3, 1, 'year 2021 of "a" stands twice')]),
        ("year,value\n令3,9\x009\n", [], [(2, 5, "control character U+0000 in the text")]),
        ("year,value\n令3,99\n\ufeff令4,1\n", [], [(3, 1, "a byte order mark (U+FEFF) within the file")]),
    ],
)
def test_what_is_wrong_in_a_table_is_told_and_takes_no_other_row(
    table: str, years: list[int], told: list[tuple[int, int, str]], tmp_path: Path
) -> None:
    values, found = load(tmp_path, table)
    assert [each[:3] for each in found] == told
    assert list(values) == years
