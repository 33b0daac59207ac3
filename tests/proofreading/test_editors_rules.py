"""An editor's rules: each finds its own example and leaves the mended form, and README lists them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.messages import Origin, Report
from report.proofreading.joyo import JOYO
from report.proofreading.passages import passage
from report.proofreading.rules import RULES, Document, Hit
from report.proofreading.terms import Term, TermsFile
from tests.words import written

HERE = Origin("a.yaml")
TERMS = TermsFile(
    origin=HERE,
    terms=(
        Term(origin=HERE, right="練馬こども園", wrong=("練馬子ども園", "こども園")),
        Term(origin=HERE, right="子ども", wrong=("子供",), unless=("子供・若者育成支援推進法",)),
    ),
    joyo=True,
    names=("石神井", "葛飾", "鳩ヶ谷"),
)
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def document(*texts: str) -> Document:
    report = Report()
    parsed = [written(text, HERE, report) for text in texts]
    assert not report.diagnostics
    return Document([passage(each) for text in parsed for each in text.paragraphs], 2023, TERMS)


def hits(*texts: str) -> list[tuple[str, str, str]]:
    """The rule, the words and what to write instead, of all rules."""
    read = document(*texts)
    found = [(rule.message.id.removeprefix("proof-"), hit) for rule in RULES for hit in rule.find(read)]
    return [(rule, hit.passage.words[hit.start : hit.end], hit.right) for rule, hit in found]


def mended(text: str, found: list[Hit]) -> str:
    for hit in sorted(found, key=lambda hit: -hit.start):
        text = text[: hit.start] + hit.right + text[hit.end :]
    return text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.message.id)
def test_a_rule_mends_its_example(rule) -> None:  # type: ignore[no-untyped-def]
    found = list(rule.find(document(rule.wrong)))
    assert found
    if all(hit.right for hit in found):
        assert mended(rule.wrong, found) == rule.right
    assert not list(rule.find(document(rule.right)))


def test_readme_lists_the_rules() -> None:
    table = README.partition("| 決まり | 誤りの例 |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (.+) \|$", table, re.M)
    told = [tuple(cell.replace("\\|", "|") for cell in row.split(" | ")) for row in rows]
    assert told == [(rule.name, rule.wrong, rule.right, rule.source) for rule in RULES]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("定員は12500人、予算は3000円、面積は1250㎡です", [("commas", "12500", "12,500"), ("commas", "3000", "3,000"),
                                                  ("commas", "1250", "1,250")]),
        ("5千人、2百円、3千万円、1.5千台", [("thousands", "5千", "5,000"), ("thousands", "2百", "200"),
                                  ("thousands", "3千万", "3,000万"), ("thousands", "1.5千", "1,500")]),
        ("3ヵ月、5カ国、10箇所", [("ka", "3ヵ月", "3か月"), ("ka", "5カ国", "5か国"), ("ka", "10箇所", "10か所")]),
        ("{{ a.b | 数字 }}ヶ所に", [("ka", "ヶ所", "か所")]),
        ("道路，公園を,広げ、緑を増やす．", [("comma-sign", "，", "、"), ("comma-sign", ",", "、"),
                                ("comma-sign", "．", "。")]),
        ("平成31年（2018年）、2024年（令和5年）", [("era", "平成31年（2018年）", "平成31年（2019年）"),
                                     ("era", "2024年（令和5年）", "2024年（令和6年）")]),
        ("2019年（令和2年）", [("era", "2019年（令和2年）", "2019年（令和元年）")]),
        ("10月1日（月曜日）", [("weekday", "10月1日（月曜日）", "10月1日（日曜日）")]),
        ("2024年10月1日（月）", [("weekday", "2024年10月1日（月）", "2024年10月1日（火）")]),
        ("3/1（木・祝）", [("weekday", "3/1（木・祝）", "3/1（金・祝）")]),  # of the fiscal year 令和5: 2024
        ("令和5年2月29日（水）", [("weekday", "令和5年2月29日（水）", "")]),  # no such day
        ("ｾﾝﾀｰと㈱区民、㌔、㎾、㍻", [("platform", "ｾﾝﾀｰ", "センター"), ("platform", "㈱", "(株)"),
                             ("platform", "㌔", "キロ"),
                             ("platform", "㎾", "kW"), ("platform", "㍻", "平成")]),
        ("面積は48.08㎢です", [("platform", "㎢", "km²")]),
        ("練馬子ども園と練馬こども園、子供たち", [("term", "練馬子ども園", "練馬こども園"),
                                 ("term", "子供", "子ども")]),
        ("熊谷で蕎麦を食べる、葛飾", [("kanji", "蕎", "")]),
    ],
)  # fmt: skip
def test_what_is_found(text: str, found: list[tuple[str, str, str]]) -> None:
    assert hits(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "令和5年度、2023年度、2023年4月、西暦1500年",
        "03-3993-1111、〒176-8501、No.1234、第1000号、豊玉北6-12-1、ISO 14289",
        "1,234人、12,345,678円、6,512億3,400万円、1234万円",  # 兆億万 may go without commas
        "651,234千円、8,000千円",  # the unit of a table
        "2百貨店、3千代田区、4千葉県",
        "丸ヶ丘、鳩ヶ谷、関ケ原、光が丘、三箇所、数か所、27か所、3か月",
        "No.5、3.5人、e.g. this, that、1,000、A,B",
        "令和元年（2019年）、平成31年（2019年）、昭和64年（1989年）、令和5年度（2023年度）、令和5（2023）年",
        "平成30年度（2019年）、2019年（平成30年度）",  # its first months
        "令和5年10月1日（日）、2023年10月1日（日曜日）、10月9日（月・祝）",
        "令和4年度に始め、10月1日（日）に開きます",  # of the brochure's year, if not of the one named
        "①相談、②認定、Ⅰ 総論、100㎡、18℃、20㎏、髙橋、﨑、𠮷野",  # in JIS X 0213, or of a name
        "発生地震时，请先躲到桌子下面，保护好头部。避难所对所有人开放。",  # Chinese
        "子供・若者育成支援推進法、子ども",
        "石神井公園、{蕎麦|そば}",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert hits(text) == []


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["令和５年度に3か所", "10人と20人"], ["５"]),
        (["令和５年度に２７か所", "10人"], ["10"]),
        (["電話は０３－３９９３－１１１１", "令和5年、12人"], ["０３－３９９３－１１１１"]),
        (["令和５年に２人", "27か所、12人"], []),  # single digits wide, others narrow
        (["令和５年に２人、10人"], []),
        (["第１２回", "{{ a }}と{{ b }}"], ["１２"]),  # expressions print narrow digits
        (["令和５年度に２７か所、１０人"], []),
    ],
)
def test_of_two_widths_the_fewer_are_told(texts: list[str], found: list[str]) -> None:
    assert [words for rule, words, _ in hits(*texts) if rule == "width"] == found


def test_a_hit_knows_its_place_in_the_file() -> None:
    (hit,) = (hit for rule in RULES for hit in rule.find(document("公園\n\n**花**の27ヶ所")))
    assert hit.passage.place(hit.start) == Origin("a.yaml", 3, 7)


def test_the_table_of_kanji_is_whole() -> None:
    assert len(JOYO) == 2136
    assert {*"亜一鬱𠮟塡剝頰"} <= JOYO and not {*"亞𠮷飴々"} & JOYO


def test_a_term_is_not_its_own_wrong_form() -> None:
    with pytest.raises(ValueError, match="both the right form"):
        Term(origin=HERE, right="子ども", wrong=("子ども",))
