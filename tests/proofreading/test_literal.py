"""Numbers typed by hand: which are a figure's, which contradict one, and which are left alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from report.blocks.table import Table
from report.content.load import load
from report.content.resolve import resolve
from report.content.walk import nodes
from report.figures.assembly import load_figures
from report.figures.format import parse_year
from report.figures.model import Figures
from report.messages import Diagnostic, Message, Origin, Report
from report.proofreading.literal import Reader
from report.proofreading.passages import Passage, passage, passages
from report.text import Expression, Text
from report.text.edition import Edition
from tests.conftest import ROOT, figures_of
from tests.words import written

FIGURES = """
figures:
  schools: { value: 24, unit: 園, definition: 練馬こども園の実施園数, as-of: 2023-04-01 }
  capacity: { value: 1869, unit: 人, definition: 練馬こども園の定員, as-of: 2023-04-01 }
  growth: { value: 8512, unit: 人, definition: 平成26年度から令和5年度までの9年間に増えた保育定員 }
  centres: { value: 27, unit: か所, definition: 地域包括支援センターの数 }
  added: { value: 2, unit: か所, definition: 令和5年4月に増設した地域包括支援センター }
  elementary: { value: 65, unit: 校, definition: 区立小学校の数 }
  farmland: { value: 95, unit: "%", definition: 特定生産緑地に指定した農地の割合（95％を超える） }
  hospital: { value: 457, unit: 床, definition: 光が丘病院の病床数 }
  budget: { value: 651234000, unit: 千円, definition: 一般会計の当初予算 }
  each: { value: 482395, unit: 円, definition: 市民1人当たりの予算 }
  branch: { values: { 令4: 11, 令5: 12 }, unit: 館, definition: 区立図書館の数 }
series:
  waiting: { name: 待機児童数, unit: 人, as-of: 04-01, data: { 平26: 487, 平29: 48, 令2: 11, 令5: 0 } }
  clubs: { name: ねりっこクラブ実施校数, unit: 校, data: { 令3: 40, 令4: 48, 令5: 52 } }
  fund: { name: 財政調整基金, unit: 億円, definition: 各年度末の残高, data: { 令2: 439, 令3: 400, 令4: 412, 令5: 425 } }
  online: { name: オンライン申請の手続数, unit: 件, data: { 令4: 326, 令5: 524 } }
  homes: { name: グループホームの整備数, unit: か所, data: { 令4: 5, 令5: 7 } }
  places: { name: 農業を体験できる施設, unit: か所, definition: 農業体験農園、区民農園などの合計, data: { 令5: 45 } }
  balance: { name: 実質単年度収支, unit: 億円, data: { 令3: 41, 令4: 5, 令5: -17 } }
  beds: { name: 一般・療養病床数, unit: 床, data: { 平26: { value: 1800, approximate: true },
    令7: { value: 2800, approximate: true, planned: true } } }
"""
Read = Callable[..., list[str]]


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    return figures_of(tmp_path_factory.mktemp("figures"), FIGURES)


def told(found: Diagnostic) -> str:
    """27か所 = centres, 14人 ≠ waiting[令2] 11人 (令元), 30か所 ≠ centres 27か所."""
    values = dict(found.message.values)
    if found.severity == "info":
        shown = dict(values["shown"].values)  # type: ignore[attr-defined]
        return f"{shown['text']} = {str(shown['expression']).strip('{ }')}"
    right: Message = values["value"]  # type: ignore[assignment]
    of = dict(right.values)
    year = f"[{of['year']}]" if "year" in of else ""
    found_year = f" ({values['found']})" if "found" in values else ""
    return f"{values['text']} ≠ {values['id']}{year} {of['value']}{found_year}"


@pytest.fixture
def read(figures: Figures) -> Read:
    def read(text: str, above: str = "", beside: str = "", year: str = "令和5年度") -> list[str]:
        report = Report()
        read_ = [passage(each, beside, above) for each in written(text, Origin("a.yaml"), report).paragraphs]
        assert not report.diagnostics
        return [told(found) for _, found in Reader(Edition(figures, report, year)).findings(read_)]

    return read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the figure's own value: the expression that prints it
        ("練馬こども園は24園、定員は1,869人です。", ["24園 = schools", "1,869人 = capacity"]),
        ("練馬こども園の定員は__1,869__人です。", ["1,869人 = capacity | 大きく"]),
        ("地域包括支援センターを2か所増やし、27か所に強化しました。", ["2か所 = added", "27か所 = centres"]),
        ("9年間で、保育定員を約8,500人増やしました。", ["約8,500人 = growth | 約(百)"]),
        ("待機児童は平成26年度の487人から減りました。", ["487人 = waiting[平26]"]),
        ("平成26年度に487人いた待機児童は、令和5年度に0人になりました。",
         ["487人 = waiting[平26]", "0人 = waiting[令5]"]),
        ("待機児童は0人です。", ["0人 = waiting.latest"]),
        ("オンライン申請の手続は、前年度の326件から524件に増えました。",
         ["326件 = online[令4]", "524件 = online.latest"]),
        ("ねりっこクラブは、全65校のうち52校で実施しています。区立小学校が対象です。", ["52校 = clubs.latest"]),
        ("一般会計の当初予算は6,512億3,400万円です。", ["6,512億3,400万円 = budget | 億万"]),
        ("一般会計の当初予算は約6,512億円です。", ["約6,512億円 = budget | 約(億) | 億万"]),
        ("一般会計の当初予算は6,512億円です。", ["6,512億円 = budget | 四捨五入(億) | 億万"]),
        ("一般会計の当初予算は651,234,000千円です。", ["651,234,000千円 = budget"]),
        ("市民1人当たりの予算は約48万円です。", ["約48万円 = each | 約(万) | 億万"]),
        ("特定生産緑地に指定した農地は95％です。", ["95 = farmland | 数字"]),  # the figure's sign is half-width
        ("実質単年度収支は、令和5年度に17億円の赤字です。", ["17億円 = -balance[令5]"]),
        ("一般・療養病床は、令和7年度に2,800床になります。", ["2,800床 = beds[令7] | 約なし"]),
        ("区立図書館は12館です。", ["12館 = branch"]),
        # another year's value
        ("待機児童数は11人です。", ["11人 ≠ waiting[令5] 0人 (令2)"]),
        ("待機児童数は3人です。", ["3人 ≠ waiting[令5] 0人"]),
        ("待機児童数は9,000人です。", []),
        ("令和2年度の待機児童は487人でした。", ["487人 ≠ waiting[令2] 11人 (平26)"]),
        ("待機児童は、令和2年4月に487人です。", ["487人 ≠ waiting[令2] 11人 (平26)"]),
        ("財政調整基金は439億円（令和4年度末）です。", ["439億円 ≠ fund[令4] 412億円 (令2)"]),
        ("区立図書館は11館です。", ["11館 ≠ branch[令5] 12館 (令4)"]),
        # no value of the figure's
        ("地域包括支援センターは30か所です。", ["30か所 ≠ centres 27か所"]),
        ("光が丘病院の病床数は475床です。", ["475床 ≠ hospital 457床"]),
        ("財政調整基金の残高は、令和4年度末で422億円です。", ["422億円 ≠ fund[令4] 412億円"]),
        ("一般会計の予算は6,512億3,600万円です。", ["6,512億3,600万円 ≠ budget 651,234,000千円"]),  # one digit of many
        ("市民1人当たりの予算は47万円です。", ["47万円 ≠ each 482,395円"]),
        ("一般会計の当初予算は6,511億円です。", ["6,511億円 ≠ budget 651,234,000千円"]),
        ("一般会計の当初予算は6,512億3千万円です。", []),  # cut, not rounded
        ("一般会計の当初予算は651億円です。", []),  # more than five times off
        ("一般会計の当初予算は約5,000億円です。", ["約5,000億円 ≠ budget 651,234,000千円"]),
        ("一般会計の当初予算は65,123,400,000円です。", ["65,123,400,000円 ≠ budget 651,234,000千円"]),  # ten times
    ],
)  # fmt: skip
def test_a_number_of_a_figure_is_found(text: str, found: list[str], read: Read) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "待機児童は、487人いた時から減り続けています。",  # once
        "待機児童は、0歳児3人、1歳児8人です。",
        "待機児童のうち11人は、1歳児です。",
        "待機児童が、前年度より11人減りました。",
        "待機児童は11人以下です。",
        "待機児童1人当たり500円です。",
        "待機児童は、平成26年度からの9年間で減りました。",
        "令和3年度から、待機児童はゼロです。",
        "学童クラブの利用者は11人です。",  # of something else
        "練馬こども園を新たに3園増やしました。",
        "練馬こども園は26園に増えました。",  # it may tell of the next year
        "区立中学校は33校です。",
        "区立小学校の65校目として開校しました。",
        "第24回練馬こども園まつりを、24日に開きました。",
        "財政調整基金と施設整備基金は、合わせて680億円です。",
        "財政調整基金に30億円を積み立て、3年間で取り崩します。",
        "グループホームを、令和5年度に2か所整備しました。",
        "農業体験農園は17園、区民農園は27か所です。",  # a part of the sum
        "特定生産緑地に指定した農地は、10％〜20％です。",
        "光が丘病院は、2023年に457号線の沿道に移りました。電話03-457-0457。",
        "地域包括支援センターには、約180人の職員がいます。",
        "令和2年度の待機児童は1千人以上、一般会計の当初予算は、6,510億円程度です。",
        "保育定員は、約8,900人増えました。",  # near enough for 約
        "一般・療養病床は、平成26年度に約1,900床でした。",
        "オンライン申請の手続は、令和4年度に開始し、198件増えました。",
        "世帯数は39万世帯、人口は74万人です。",
        "一般会計の当初予算は、6,512億3,400万余りです。",  # no unit
        "{{ waiting.latest }}",
    ],
)
def test_what_may_be_something_else_is_left_alone(text: str, read: Read) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "above", "beside", "found"),
    [
        ("__24__園で実施", "練馬こども園を創設", "定員1,869人", ["24園 = schools | 大きく"]),
        ("__26__園で実施", "練馬こども園を創設", "定員1,869人", ["26園 ≠ schools 24園"]),
        ("定員1,896人", "練馬こども園を創設", "", ["1,896人 ≠ capacity 1,869人"]),
        ("定員1,896人", "保育所を整備", "", []),
        ("約__48__万円", "", "市民1人当たりの予算", ["約48万円 = each | 約(万) | 万 | 大きく"]),
        ("__11__人", "", "令和2年度の待機児童", ["11人 = waiting[令2] | 大きく"]),
        ("__487__人", "", "令和2年度の待機児童", ["487人 ≠ waiting[令2] 11人 (平26)"]),
    ],
)
def test_labels_and_headings_say_what_a_number_is(
    text: str, above: str, beside: str, found: list[str], read: Read
) -> None:
    assert read(text, above, beside) == found


@pytest.mark.parametrize(
    ("year", "found"),
    [
        ("令和5年度", ["24園 = schools", "524件 = online.latest"]),
        (
            "令和4年度",
            ["24園 = schools", "524件 ≠ online[令4] 326件 (令5)"],
        ),  # the text says more than the edition knows
    ],
)
def test_the_edition_s_year_is_meant_where_none_is_named(year: str, found: list[str], read: Read) -> None:
    assert read("練馬こども園は24園、オンライン申請の手続は524件です。", year=year) == found


def cells(*rows: tuple[str, ...]) -> list[Passage]:
    header = tuple(map(written, ("区分", "令3", "令4", "令和5年度")))
    caption = written("収支の推移（億円）")
    made = tuple(tuple(map(written, row)) for row in rows)
    return list(passages(Table(origin=Origin("a.yaml"), header=header, rows=made, caption=caption)))


def test_a_cell_belongs_to_its_row_and_column(figures: Figures) -> None:
    read_ = cells(("実質収支", "85", "80", "66"), ("実質単年度収支", "41", "6", "▲17"))
    found = [told(each) for _, each in Reader(Edition(figures, Report(), "令和5年度")).findings(read_)]
    assert found == ["41 = balance[令3] | 数字", "6 ≠ balance[令4] 5億円"]  # no filter prints ▲


def test_a_place_is_the_number_s(figures: Figures) -> None:
    text = written("公園\nのそばに、\n**練馬**こども園は**24**園", Origin("a.yaml", 3, 5))
    ((words, found),) = Reader(Edition(figures, Report(), "令和5年度")).findings(map(passage, text.paragraphs))
    assert (words, found.origin) == ("24園", Origin("a.yaml", 5, 14))


def test_of_the_sample_all_that_is_found_is_right_and_most_is_found() -> None:
    """Its expressions made words, as if they had been typed: each finding names the expression that stood there."""
    report = Report()
    brochure, _ = load(ROOT / "data/brochure.yaml", report)
    assert brochure
    figures = load_figures(ROOT / "data/figures", report, year=parse_year(brochure.year))
    stood = {
        inline.origin: inline.source.partition("|")[0].strip()
        for node in nodes(brochure)
        for inline in (node.inlines if type(node) is Text else ())
        if type(inline) is Expression
    }
    typed, _ = resolve(brochure, figures, report)
    found = list(Reader(Edition(figures, report, brochure.year)).findings(passages(typed)))
    assert {each.severity for _, each in found} == {"info"}
    for _, each in found:
        named = told(each).partition(" = ")[2].partition("|")[0].strip()
        same = (re.sub(r"\.latest$|\[令5\]$", "", each) for each in (named, stood[each.origin]))  # type: ignore[index]
        assert len({*same}) == 1
    assert len(found) == 28


def test_the_sample_types_no_number_of_its_figures() -> None:
    report = Report()
    brochure, _ = load(ROOT / "data/brochure.yaml", report)
    assert brochure
    edition = Edition(load_figures(ROOT / "data/figures", report, year=2023), report, brochure.year)
    assert not list(Reader(edition).findings(passages(brochure)))
