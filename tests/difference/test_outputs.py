"""What is said of a difference: text, JSON, HTML, marks."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest

from report.blocks import Block
from report.difference import Difference
from report.difference.amounts import fact_lines, figure_title, value_line
from report.difference.as_html import Picture, Shown, page_of
from report.difference.as_json import as_json
from report.difference.as_text import in_words
from report.difference.compare import compare
from report.difference.marks import marks_of
from report.difference.naming import KINDS
from report.difference.telling import entries
from report.record.made import record
from report.record.model import Record
from report.units import Rect
from tests.conftest import Editions
from tests.difference.records import block, figure, record_of

VOID = {"meta", "img", "br", "input"}


def editions() -> Difference:
    """A figure and a sentence changed, a block came, others moved and grew, a page is new and one is gone."""
    chart = block("s/chart-1", "待機児童の推移", "chart", look="a")
    picture = block("s/picture-1", "", "picture", (("pictures/square.svg", "a"),))
    lines = [block("s/text-1", "待機児童は0人です。"), block("s/text-2", "公園を広げます。"), chart, picture]
    old = record_of(
        [lines, [block("t/heading-1", "古い取組", "heading")]],
        [figure("w[令5]", 0, year=2023)],
        [("w[令5]", "s/text-1", "0人"), ("w[令5]", "s/chart-1", "0人")],
    )
    new = record_of(
        [
            [
                block("s/text-1", "待機児童は2人です。"),
                block("s/note-1", "<注> & 注", "note"),
                block("s/text-2", "公園を大きく広げます。"),
                msgspec.structs.replace(chart, look="b"),
                msgspec.structs.replace(picture, rect=(50.0, 0.0, 100.0, 20.0), look="c"),
            ],
            [block("u/heading-1", "新しい取組", "heading")],
        ],
        [figure("w[令5]", 2, year=2023, status="provisional")],
        [("w[令5]", "s/text-1", "2人"), ("w[令5]", "s/chart-1", "2人")],
        year=2024,
    )
    return compare(old, new)


def test_as_text_japanese_comes_first_page_by_page() -> None:
    assert in_words(editions(), "HEAD~1", "data").splitlines() == [
        "前 old: HEAD~1　小さな冊子　令和5年度　令和5年10月1日",
        "後 new: data　小さな冊子　令和6年度　令和5年10月1日",
        "違い: 数値1件、文章1か所、追加1個、見た目・大きさ1個、配置の移動1ページ、新しいページ1、なくなったページ1",
        "differences: figure: 1, text: 1, block added: 1, block of another look: 1, page with blocks that moved: 1, "
        "new page: 1, page gone: 1",
        "  年度：令和5年度 → 令和6年度",
        "",
        "数値 figures",
        "  待機児童数 令5  0人 → 2人（＋2人）",
        "      w[令5]",
        "      状態：公表値 → 仮の値",
        "      1ページ",
        "",
        "1ページ",
        "  数値  待機児童数 令5",
        "      0人 → 2人（＋2人）、状態：公表値 → 仮の値",
        "      「0人」→「2人」 待機児童は2人です。",
        "      「0人」→「2人」 待機児童の推移",
        "  追加  注「<注> & 注」",
        "      <注> & 注",
        "  文章  本文「公園を大きく広げます。」",
        "      前 公園を広げます。",
        "      後 公園を【大きく】広げます。",
        "  大きさ  絵「square」 70.6 × 7.1 mm → 35.3 × 7.1 mm",
        "  移動  グラフ「待機児童の推移」が 7.1 mm 下へ移動",
        "",
        "前の版の2ページ（なくなったページ）",
        "  削除  1個",
        "      見出し「古い取組」",
        "",
        "2ページ（新しいページ）",
        "  追加  1個",
        "      見出し「新しい取組」",
    ]


@pytest.mark.parametrize(
    ("old", "new", "title", "value", "facts"),
    [
        ({"value": 12418.0}, {"value": 12518.0, "approximate": True}, "待機児童数", "12,418人 → 約12,518人（＋100人）",
         ["約：付けない → 付ける"]),
        ({"unit": "％", "value": 95.5}, {"unit": "％"}, "待機児童数", "95.5％ → 1％（−94.5ポイント）", []),
        ({"unit": "人"}, {"unit": "世帯"}, "待機児童数", "1人 → 1世帯", ["単位：人 → 世帯"]),
        ({"status": "provisional"}, {"status": "published"}, "待機児童数", "", ["状態：仮の値 → 公表値"]),
        ({}, {"as_of": "2024-04-01", "source": ""}, "待機児童数", "",
         ["時点：令和5年4月1日 → 令和6年4月1日", "出典：区の統計 → なし"]),
        ({}, {"name": "待機児童", "definition": "国の基準"}, "待機児童", "",
         ["名称：待機児童数 → 待機児童", "定義：なし → 国の基準"]),
        (None, {}, "待機児童数", "新たに掲載：1人", []),
        ({}, None, "待機児童数", "掲載をやめました（前の版では1人）", []),
    ],
)  # fmt: skip
def test_what_is_said_of_a_figure(
    old: dict[str, Any] | None, new: dict[str, Any] | None, title: str, value: str, facts: list[str]
) -> None:
    def edition(given: dict[str, Any] | None) -> Any:
        figures = [] if given is None else [msgspec.structs.replace(figure("w", 1), **given)]
        return record_of([[block("s/text-1", "一")]], figures, [("w", "s/text-1", str(given)) for _ in figures])

    (change,) = compare(edition(old), edition(new)).figures
    assert (figure_title(change), value_line(change), list(fact_lines(change))) == (title, value, facts)


def test_a_value_that_rounds_to_the_same_words_says_so() -> None:
    old, new = (
        record_of([[block("s/text-1", "約8,500人")]], [figure("w", value)], [("w", "s/text-1", "約8,500人")])
        for value in (8482, 8512)
    )
    (change,) = compare(old, new).figures
    assert fact_lines(change) == ("紙面の表記は変わりません",)


def test_as_json_every_part_is_there() -> None:
    told = json.loads(as_json(editions(), "HEAD~1", "data"))
    assert told["old"] == {"name": "HEAD~1", "title": "小さな冊子", "year": 2023, "date": "2023-10-01", "pages": 2}
    assert [(page["old"], page["new"]) for page in told["pages"]] == [(1, 1), (2, None), (None, 2)]
    assert [each["what"] for each in told["pages"][0]["changes"]] == ["figure", "added", "text", "size", "moved"]
    (figure,) = told["figures"]
    assert (figure["old"]["value"], figure["new"]["value"], figure["what"]) == (0, 2, ["value", "status"])
    assert figure["places"][0]["new_sentence"] == "待機児童は2人です。"
    text = told["pages"][0]["changes"][2]
    assert text["blocks"] == ["s/text-2"] and text["new"] == [[17.64, 49.39, 70.56, 7.06]]
    assert text["texts"] == [
        {"old": [["=", "公園を広げます。"]], "new": [["=", "公園を"], ["+", "大きく"], ["=", "広げます。"]]}
    ]


class Tags(HTMLParser):
    """Each tag with its attributes; raises where one is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), tag
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data if self.open[-1:] not in (["style"], ["script"]) else ""


def html() -> str:
    difference = editions()
    picture = Picture(b"RIFF", "image/webp", (910, 1287))
    sides = [
        Shown(name, of, {1: picture, 2: picture}) for name, of in (("<old>", difference.old), ("n", difference.new))
    ]
    return page_of(difference, *sides)


def parsed() -> Tags:
    made = Tags()
    made.feed(html())
    made.close()
    return made


def test_the_page_is_whole_and_leads_nowhere_else() -> None:
    tags = parsed()
    assert not tags.open
    ids = [attributes["id"] for _, attributes in tags.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in tags.found:
        for name, value in attributes.items():
            assert name not in ("srcset", "action", "onclick") and "http" not in (value or ""), tag
            if name in ("href", "aria-labelledby"):
                assert (value or "").removeprefix("#") in ids
            if name == "src":
                assert (value or "").startswith("data:image/webp;base64,")
    assert not {"link", "iframe", "object", "form"} & {tag for tag, _ in tags.found}
    assert "url(" not in html() and "@import" not in html()
    policy = next(a["content"] for tag, a in tags.found if tag == "meta" and "http-equiv" in a)
    assert policy and policy.startswith("default-src 'none'")


def test_the_page_speaks_japanese_names_its_pictures_and_can_be_signed() -> None:
    tags = parsed()
    assert tags.found[0] == ("html", {"lang": "ja"})
    pictures = [attributes["alt"] for tag, attributes in tags.found if tag == "img"]
    assert pictures == [
        "前の版の1ページの紙面",
        "後の版の1ページの紙面",
        "前の版の2ページの紙面",
        "後の版の2ページの紙面",
    ]
    assert "確認欄" in tags.text and tags.text.count("氏名") == tags.text.count("日付") - 1 == 3
    assert "&lt;注&gt; &amp; 注" in html() and "<注>" not in html() and "<old>" in tags.text
    assert [words for words in ("<ins>大きく</ins>", "<del>") if words in html()] == ["<ins>大きく</ins>"]


def test_the_page_shows_everything_where_scripts_are_off() -> None:
    """What hides pages asks for an attribute that only the script gives; its buttons are hidden until it comes."""
    tags = parsed()
    assert not [a for tag, a in tags.found if tag in ("section", "body") and ("hidden" in a or "data-mode" in a)]
    modes = [attributes for _, attributes in tags.found if attributes.get("class") == "modes"]
    assert len(modes) == 1 and "hidden" in modes[0]
    assert all(attributes.get("type") == "button" for tag, attributes in tags.found if tag == "button")


def test_frames_carry_the_numbers_of_their_changes() -> None:
    frames = [a for _, a in parsed().found if (a.get("class") or "").startswith("mark")]
    told = entries(editions(), editions().pages[0])
    wanted = {(side, rect) for side in ("old", "new") for each in told for rect in getattr(each, side)}
    assert len(frames) == len(wanted)
    assert {n for a in frames for n in (a["data-n"] or "").split()} == {str(n) for n in range(1, len(told) + 1)}


def test_a_block_with_several_changes_has_one_frame_with_all_their_numbers() -> None:
    def edition(value: int) -> Record:
        figures = [figure("a", value), figure("b", value)]
        return record_of([[block("s/text-1", f"{value}つ")]], figures, [(each.id, "s/text-1", "") for each in figures])

    picture = {1: Picture(b"", "image/webp", (910, 1287))}
    old, new = edition(1), edition(2)
    made = page_of(compare(old, new), Shown("a", old, picture), Shown("b", new, picture))
    assert made.count('data-n="1 2 3"') == 2 and made.count("<b>1・2・3</b>") == 2


def test_no_difference_is_said() -> None:
    one = record_of([[block("s/text-1", "一")]])
    same = compare(one, one)
    assert "違いはありません" in in_words(same, "a", "b") and json.loads(as_json(same, "a", "b"))["pages"] == []
    assert "違いはありません" in page_of(same, Shown("a", one, {}), Shown("b", one, {}))


def test_marks_lie_on_new_pages_alone_and_words_found_need_no_frame() -> None:
    difference = editions()
    marks = list(marks_of(difference, {}))
    assert {mark.page for mark in marks} == {1, 2} and all(len(mark.rects) == 1 for mark in marks)
    told = entries(difference, difference.pages[0])
    sought = told[2].new_words[0]
    exact = list(marks_of(difference, {sought: (Rect(1, 2, 3, 4), Rect(5, 6, 7, 8))}))
    (fill,) = (mark for mark in exact if mark.fills)
    assert len(fill.rects) == 2 and len(exact) == len(marks)
    assert fill.words == "文章：本文「公園を大きく広げます。」\n前：公園を広げます。\n後：公園を【大きく】広げます。"


def test_what_is_gone_is_told_at_the_corner() -> None:
    old, new = (
        record_of([[block(f"s/text-{n}", words) for n, words in enumerate(of)]]) for of in (["一", "二"], ["一"])
    )
    (mark,) = marks_of(compare(old, new), {})
    assert mark.words == "削除：本文「二」\n二" and mark.rects[0].x < 20


def test_every_kind_of_block_has_a_name(edition: Editions) -> None:
    assert Block.kinds().keys() <= KINDS.keys()
    for name in ("sample", "stress"):
        assert {each.kind for each in record(edition(name).laid).blocks} <= KINDS.keys()
