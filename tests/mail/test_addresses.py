"""The list: what is taken, and what is told where."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.mail.addresses import Unfit, parts_of, read_list
from report.mail.model import Recipient
from report.messages import Report

HEAD = "name,organisation,honorific,address,language,group\n"


def read(folder: Path, content: str | bytes) -> tuple[tuple[Recipient, ...], list[str]]:
    file = folder / "list.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    report = Report()
    found = read_list(file, report)
    return found, [str(each).replace(f"{file}", "list").partition("\n")[0] for each in report.diagnostics]


def test_a_list(tmp_path: Path) -> None:
    rows = (
        '"Smith, ""J"" Jane", Friends ,Ms,J.Smith@Friends.EXAMPLE,en,press\n'
        "\n,,,,,\n"
        "山田 花子,,,hanako@例え.example,,\n"
        ",医師団,,..a..b.@docomo.example,ja,\n"
    )
    found, told = read(tmp_path, HEAD + rows)
    assert told == []
    assert [
        (each.name, each.organisation, each.honorific, each.address, each.language, each.group) for each in found
    ] == [
        ('Smith, "J" Jane', "Friends", "Ms", "J.Smith@friends.example", "en", "press"),
        ("山田 花子", "", "様", "hanako@xn--r8jz45g.example", "ja", ""),
        ("", "医師団", "御中", '"..a..b."@docomo.example', "ja", ""),
    ]
    assert [each.origin[1:] for each in found] == [(2, 34), (5, 9), (6, 7)]


@pytest.mark.parametrize("form", ["\ufeff{}", "{}"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_list_as_spreadsheets_write_it(tmp_path: Path, form: str, end: str) -> None:
    found, told = read(tmp_path, form.format(f"address,name{end}a@b.example,あ{end}").encode())
    assert told == [] and [each.address for each in found] == ["a@b.example"]


def test_columns_stand_in_any_order(tmp_path: Path) -> None:
    found, _ = read(tmp_path, "group, address ,name,,\nx,a@b.example,n,,\n")
    assert (found[0].address, found[0].name, found[0].group) == ("a@b.example", "n", "x")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (HEAD, ["list:1:1: error: the list has no recipients"]),
        ("", ['list:1:1: error: column "address" is missing']),
        ("name,adress\nx,a@b.example\n", ['list:1:6: error: no column is called "adress"']),
        ("address\na@b.example\n", ['list:1:1: error: column "name" is missing']),
        ("name,address,name\n", ['list:1:14: error: column "name" stands twice']),
        ((HEAD + "山田,").encode("cp932"), ["list:2:1: error: the list is in CP932 (Shift_JIS), not in UTF-8"]),
        ((HEAD + "山田,,,a@b.example,ja,\n").encode("utf-16"), ["list:1:1: error: the list is not UTF-8 text"]),
        (HEAD + "あ,,,a@b.example,ja,,x\n", ["list:2:21: error: 7 cells in 6 columns"]),
        (HEAD + 'あ,"い,,a@b.example,ja,\n', ["list:2:3: error: a quote that is not closed in its row"]),
        (HEAD + ",,,a@b.example,ja,\n", ["list:2:1: error: a recipient without a name"]),
        (HEAD + "あ,,,,ja,\n", ["list:2:5: error: no address in this row"]),
        (HEAD + "あ,,, a@b.example,ja,\n", ["list:2:5: error: a space before or behind the address"]),
        (HEAD + "あ,,,a@b.example\u3000,ja,\n", ["list:2:16: error: a space before or behind the address"]),
        (HEAD + "あ,,,ａ＠ｂ．ｊｐ,ja,\n", ["list:2:5: error: ａ＠ｂ．ｊｐ is in full-width characters"]),
        (HEAD + "あ,,,a b@b.example,ja,\n", ['list:2:6: error: " " cannot stand in the address a b@b.example']),
        (HEAD + "あ,,,a.b.example,ja,\n", ['list:2:5: error: "a.b.example" is no address']),
        (HEAD + "あ,,,a@b_c.example,ja,\n", ['list:2:7: error: "b_c.example" is no domain that mail can be sent to']),
        (HEAD + "あ,,,a@b,ja,\n", ['list:2:7: error: "b" is no domain that mail can be sent to']),
        (HEAD + "あ,,,a@192.0.2.1,ja,\n", ['list:2:7: error: "192.0.2.1" is no domain that mail can be sent to']),
        (HEAD + "あ,,,a@straße.example,ja,\n", ['list:2:11: error: "ß" means another domain to some programs']),
        (HEAD + "あ\x07,,,a@b.example,ja,\n", ["list:2:2: error: control character U+0007 in the text"]),
        (HEAD + "あ\u202e,,,a@b.example,ja,\n", ["list:2:2: error: control character U+202E in the text"]),
        (HEAD + "=?utf-8?q?a?=,,,a@b.example,ja,\n", ["list:2:1: error: this begins an encoded word of a mail header"]),
        (HEAD + f"{'あ' * 121},,,a@b.example,ja,\n", ["list:2:121: error: longer than 120 characters"]),
        (HEAD + f"あ,,,{'a' * 65}@b.example,ja,\n", ["list:2:5: error: more than 64 bytes stand before the @"]),
        (HEAD + "あ,,,a@b.example,JA,\n", ['list:2:17: error: "JA" is no language']),
        (HEAD + "あ,,,a@b.example,ja,a.b\n", ['list:2:20: error: "a.b" cannot be the name of a group']),
    ],
)  # fmt: skip
def test_what_is_told(tmp_path: Path, content: str | bytes, told: list[str]) -> None:
    assert read(tmp_path, content)[1] == told


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("taro@b.example", "taro@b.example"),
        ("Taro@b.example", "taro@B.Example"),
        ("taro@b.example", "ｔａｒｏ＠ｂ．ｅｘａｍｐｌｅ"),
        ("ＴＡＲＯ@b.example", "taro@b.example"),
        ("taro@例え.example", "taro@xn--r8jz45g.example"),
    ],
)
def test_the_same_address_twice(tmp_path: Path, first: str, second: str) -> None:
    _, told = read(tmp_path, HEAD + f"あ,,,{first},ja,\nい,,,{second},ja,\n")
    assert next(each for each in told if "stands twice" in each).startswith("list:3:5: error: taro@")


def test_all_is_told_at_once(tmp_path: Path) -> None:
    _, told = read(tmp_path, HEAD + "あ,,,a,ja,\n,,,b@c.example,JA,\nい,,,d@e.example,ja,\nう,,,D@e.example,ja,\n")
    assert [each.partition(" ")[0] for each in told] == ["list:2:5:", "list:3:1:", "list:3:16:", "list:5:5:"]


@pytest.mark.parametrize("address", ["用户@例え.example", "o'brien+x@a-b.example", "a/b=c@d.example"])
def test_addresses_that_are_taken(address: str) -> None:
    assert parts_of(address).written.isascii() == address.partition("@")[0].isascii()


def test_a_domain_of_many_labels_is_measured() -> None:
    with pytest.raises(Unfit):
        parts_of(f"a@{'.'.join(['label'] * 60)}.example")
