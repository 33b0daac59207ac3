"""What a voice says: golden lines of the sample, and one small page for every kind of tag."""

from __future__ import annotations

import pikepdf
import pytest
import yaml
from pikepdf import Dictionary, Name, Object, String

from report.conform.tagged.reading import reading
from report.conform.tagged.speech import place
from report.conform.tagged.tagnodes import Content, Tag, TagTree
from report.conform.tagged.tagtree import read, tag_tree
from report.conform.tagged.tagyaml import quoted, tag_yaml
from tests.conform.sample import Pen, pdf_of, sample, saved
from tests.conftest import Run

WHOLE = """\
— 1ページ —
見出し1 改革ねりま
練馬（ねりま）区で保育所を増やした。 [en] Hello
リスト 2項目
・一つ目
・二つ目
目次 1項目
・保育所 → https://example.jp/a
見出し2 数字
表 2行 2列
説明 定員の数
  年度 ／ 定員
  令和5年度 定員 1,869人
図 四角い図
注 出典：練馬区"""


def test_the_sample_is_read_in_order() -> None:
    assert reading(tag_tree(saved(sample()))) == WHOLE


def tag(role: str, *kids: Tag | Content | str, **entries: object) -> Tag:
    leaves = tuple(Content(1, kid) if isinstance(kid, str) else kid for kid in kids)
    page = next((kid.page for kid in leaves if kid.page), 0)
    return Tag(role, role, kids=leaves, page=page, **entries)  # type: ignore[arg-type]


def said(*tags: Tag, page: int | None = None) -> list[str]:
    return reading(TagTree(tags, "ja-JP", "", 2), page).splitlines()[1:]


def link(*kids: Tag | Content | str, target: str = "#page=4", **entries: object) -> Tag:
    return tag("Link", *kids, Content(1, "説明", "annotation", target), **entries)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (tag("H3", tag("Lbl", "02"), "子どもと"), ["見出し3 02 子どもと"]),
        (tag("H", "題"), ["見出し 題"]),
        (tag("P", "詳しくは", link("区のページ"), "を。"), ["詳しくは［リンク 区のページ → 4ページ］を。"]),
        (tag("P", link("区", target="https://a.jp/")), ["リンク 区 → https://a.jp/"]),
        (tag("P", link()), ["リンク 説明 → 4ページ"]),
        (link(alt="代わり"), ["リンク 代わり → 4ページ"]),
        (tag("P", tag("Span", "1", actual="一")), ["一"]),
        (tag("P", tag("Span", "DX", expansion="デジタル変革")), ["DX（デジタル変革）"]),
        (tag("P", "本文", tag("Note", "注記"), "。"), ["本文［注 注記］。"]),
        (tag("Note", tag("Lbl", "※1"), "注記"), ["注 ※1 注記"]),
        (tag("P", "図は", tag("Figure", alt="絵"), "。"), ["図は［図 絵］。"]),
        (tag("Sect", tag("Figure", "絵の字")), ["図 （説明なし）"]),
        (tag("Figure", tag("Caption", "題"), alt="絵"), ["図 絵", "説明 題"]),
        (tag("Formula", "x", alt="エックス"), ["数式 エックス"]),
        (tag("BlockQuote", tag("P", "引く")), ["引く"]),
        (tag("BlockQuote", "引く"), ["引用 引く"]),
        (tag("P", "a\u00adb\u200b  c\n"), ["ab c"]),
        (tag("P", tag("Warichu", tag("WP", "("), tag("WT", "割"), tag("WP", ")"))), ["（割）"]),
        (tag("Unknown", tag("P", "一"), tag("P", "二")), ["一", "二"]),
        (tag("Div", "地の文", tag("P", "段落")), ["地の文", "段落"]),
        (tag("P", "和文", tag("Span", "word", lang="en-US"), "また"), ["和文 [en-US] word [ja-JP] また"]),
        (tag("P", "word", lang="en"), ["[en] word"]),
        (tag("P", tag("Span", "日本", lang="ja")), ["日本"]),
    ],
)
def test_how_a_tag_is_said(made: Tag, expected: list[str]) -> None:
    assert said(made) == expected


def test_ruby_of_one_word_and_of_each_character() -> None:
    word = tag("Ruby", tag("RB", "練馬"), tag("RP", "("), tag("RT", "ねり"), tag("RT", "ま"), tag("RP", ")"))
    each = tag("Ruby", tag("RB", "練"), tag("RT", "ねり"), tag("RB", "馬"), tag("RT", "ま"))
    assert said(tag("P", word, "区")) == ["練馬（ねりま）区"]
    assert said(tag("P", each, "区")) == ["練（ねり）馬（ま）区"]


def test_lists_within_lists() -> None:
    inner = tag("L", tag("LI", tag("Lbl", "1."), tag("LBody", "内")))
    item = tag("LI", tag("Lbl", "•"), tag("LBody", tag("P", "外"), tag("P", "続き"), inner))
    assert said(tag("L", item, tag("LI", tag("Lbl", "・")))) == [
        "リスト 2項目",
        "・外",
        "  続き",
        "  リスト 1項目",
        "  1. 内",
        "・",
    ]


def test_contents_say_a_page_once() -> None:
    entry = tag("TOCI", tag("Lbl", "01"), tag("Reference", link("令和", "4")))
    assert said(tag("TOC", tag("TOC", tag("Caption", "子ども"), entry))) == [
        "目次 1項目",
        "  子ども",
        "  ・01 令和 → 4ページ",
    ]


def test_values_are_said_with_their_headers() -> None:
    def cell(role: str, text: str, **attributes: object) -> Tag:
        return tag(role, text, attributes={f"Table.{key}": value for key, value in attributes.items()}, id=text)

    head = tag("TR", cell("TH", "年"), cell("TH", "人", ColSpan=2, Scope="Column"))
    rows = (
        tag("TR", cell("TH", "令5", RowSpan=2, Scope="Row"), cell("TD", "1"), cell("TD", "2")),
        tag("TR", cell("TD", "3", Headers=("人", "年")), cell("TD", "")),
    )
    assert said(tag("Table", head, *rows))[1:] == [
        "  年 ／ 人",
        "  令5 人 1 ／ 人 2",
        "  令5 人 年 3 ／ 人 （空欄）",
    ]


def test_a_header_holds_for_all_the_columns_it_spans() -> None:
    head = tag("TR", tag("TH", "計", attributes={"Table.ColSpan": 12, "Table.Scope": "Column"}))
    assert said(tag("Table", head, tag("TR", *(tag("TD", str(n)) for n in range(12)))))[1:] == [
        "  計",
        "  " + " ／ ".join(f"計 {n}" for n in range(12)),
    ]


def test_pages_are_told_as_they_change() -> None:
    tree = TagTree((tag("P", "一"), tag("P", Content(2, "二")), tag("P", "三"), tag("Figure", alt="絵")), "ja", "", 2)
    assert reading(tree).splitlines() == [
        *("— 1ページ —", "一", "", "— 2ページ —", "二", "", "— 1ページ —", "三", "図 絵"),
    ]
    assert reading(tree, 2) == "— 2ページ —\n二"


def test_places_are_said() -> None:
    assert [place("#page=4"), place("#name"), place("https://a")] == ["4ページ", "#name", "https://a"]


def test_the_tree_is_yaml() -> None:
    tree = read(sample()).tree
    made = yaml.safe_load(tag_yaml(tree))
    assert (made["lang"], made["title"], made["pages"]) == ("ja-JP", "改革ねりま", 1)
    (document,) = made["tags"]
    assert document["kids"][0] == {"role": "H1", "page": 1, "text": "改革ねりま"}
    lead = document["kids"][1]
    assert (lead["role"], lead["standard"], lead["kids"][1]) == ("Lead", "P", {"text": "区で保育所を増やした。"})
    assert yaml.safe_load(tag_yaml(tree, 2))["tags"] == []


def test_yaml_holds_any_text_and_any_attribute() -> None:
    odd = "no: 'x' \"y\" \\ # \x00\x7f\x85\u2028\ufeff\ud800 𠮷\n- "
    assert yaml.safe_load(quoted(odd)) == odd
    attributes = {"Table.Headers": ("a",), "o d.d": {"k": True, "n": None}, "Layout.BBox": (1, 2.5)}
    made = TagTree((tag("No", alt="", attributes=attributes),), "", "", 1)
    assert yaml.safe_load(tag_yaml(made))["tags"] == [
        {
            "role": "No",
            "alt": "",
            "attributes": {"Table.Headers": ["a"], "o d.d": {"k": True, "n": None}, "Layout.BBox": [1, 2.5]},
        }
    ]


def test_the_command_reads_a_file(project: object, run: Run) -> None:
    with open("sample.pdf", "wb") as file:
        file.write(saved(sample()))
    assert run("read", "sample.pdf") == (0, f"{WHOLE}\n", "")
    assert run("read", "sample.pdf", "--tree", "--page", "1").out.startswith('lang: "ja-JP"\n')
    assert run("read", "sample.pdf", "--page", "2") == (
        1,
        "",
        "sample.pdf: error: there is no page 2\n  hint: the file has 1 page\n"
        "  2ページはありません。このファイルは1ページです。\n",
    )
    assert run("read", "none.pdf").err.startswith("none.pdf: error: no such file\n  hint: known: sample.pdf\n")


def test_the_command_warns_of_a_broken_tree_and_goes_on(project: object, run: Run) -> None:
    def build(pen: Pen) -> Object:
        return pen.tag("Document", pen.tag("P", pen.text("練馬"), Dictionary(Type=Name.MCR, A=String("x"))))

    with open("broken.pdf", "wb") as file:
        file.write(saved(pdf_of(build)))
    outcome = run("read", "broken.pdf")
    assert (outcome.code, outcome.out) == (0, "— 1ページ —\n練馬\n")
    assert outcome.err.startswith("broken.pdf: warning: a kid of a tag is neither a tag nor content\n  タグの中に")


def test_what_cannot_be_read_is_one_message_in_both_languages(project: object, run: Run) -> None:
    pdf = sample()
    del pdf.Root.StructTreeRoot
    made = {
        "text.pdf": b"no PDF",
        "locked.pdf": saved(sample(), encryption=pikepdf.Encryption(owner="o", user="u")),
        "untagged.pdf": saved(pdf),
    }
    for name, data in made.items():
        with open(name, "wb") as file:
            file.write(data)
        for options in ((), ("--tree",)):
            outcome = run("read", name, *options)
            assert (outcome.code, outcome.out) == (1, "")
            message, hint, japanese = outcome.err.splitlines()
            assert message.startswith(f"{name}: error: ") and hint.startswith("  hint: ") and "PDF" in japanese
    assert run("read", "untagged.pdf", "--check").code == 1
