"""Sentences that differ, and what of them."""

from __future__ import annotations

import pytest

from report.difference import Span
from report.difference.texts import rewordings, tokens


def shown(spans: tuple[Span, ...]) -> str:
    return "".join(words if op == "=" else f"{op}{words}{op}" for op, words in spans)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("同じです。", "同じです。", []),
        ("公園です。広いです。", "公園です。とても広いです。", [("広いです。", "+とても+広いです。")]),
        ("一つ目です。", "一つ目です。二つ目です。", [("", "+二つ目です。+")]),
        ("一つ目です。二つ目です。", "二つ目です。", [("-一つ目です。-", "")]),
        ("令和5年度は12,418人です。", "令和6年度は12,518人です。", [  # a number is whole
            ("令和-5-年度は-12,418-人です。", "令和+6+年度は+12,518+人です。")]),
        ("サービスを始めます。", "サーバーを始めます。", [("-サービス-を始めます。", "+サーバー+を始めます。")]),
        ("ICTを使います。", "IT も使います。", [("-ICTを-使います。", "+IT も+使います。")]),
        ("「はい。」と答えます。", "「いいえ。」と答えます。", [("「-はい-。」", "「+いいえ+。」")]),
        ("公園を広げます。", "学校の給食費なし", [("-公園を広げます。-", ""), ("", "+学校の給食費なし+")]),
        ("題名\n本文です。", "題名\n本文でした。", [("本文で-す-。", "本文で+した+。")]),
        ("三年間増えました。", "五年間減りました。", [("-三年間増え-ました。", "+五年間減り+ました。")]),
    ],
)  # fmt: skip
def test_by_sentences_and_within_them(old: str, new: str, told: list[tuple[str, str]]) -> None:
    found = rewordings(tokens(old), tokens(new))
    assert [(shown(each.old), shown(each.new)) for each in found] == told


def test_a_printed_figure_is_whole_and_the_same_whatever_it_amounts_to() -> None:
    old, new = (tokens(f"{n}のうち{m}です。", [("a", n), ("b", m)]) for n, m in (("20人", "0人"), ("20人", "3人")))
    assert rewordings(old, new) == ()
    assert "".join(token.words for token in new) == "20人のうち3人です。"
    other = tokens("20人のうち4人です。", [("a", "20人"), ("c", "4人")])
    (found,) = rewordings(new, other)
    assert shown(found.old) == "20人のうち-3人-です。" and shown(found.new) == "20人のうち+4人+です。"


def test_of_a_figure_that_is_not_found_the_text_is_as_it_is() -> None:
    assert tokens("道", [("a", "5人"), ("b", "")]) == tokens("道")
