"""What an edition printed is taken down whole, by ids that last, and with every figure where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from report import pipeline
from report.layout.laid_out import LaidOut
from report.messages import Report
from report.page import Artifact, Destination, Link
from report.record.kept import kept_record
from report.record.made import record
from report.record.model import Record
from tests.conftest import ROOT, Editions
from tests.layout.test_flow import LONG, text

Lay = Callable[..., LaidOut]
TEXT = "            - text: 保育所の定員は{{ capacity }}です。\n"


@pytest.fixture
def lay(project: Path, cache: Path) -> Lay:
    """The small project laid out, with changes to its files: (file, old, new)."""

    def laid(*changes: tuple[str, str, str]) -> LaidOut:
        for name, old, new in changes:
            file = project / name
            text = file.read_text(encoding="utf-8")
            assert old in text, old
            file.write_text(text.replace(old, new), encoding="utf-8")
        brochure = project / "data/brochure.yaml"
        return pipeline.lay_out(pipeline.Wish(brochure, None, pipeline.Cache(cache)), Report())

    return laid


FIRST, SECOND = "data/sections/01-first.yaml", "data/sections/02-second.yaml"


@pytest.mark.parametrize("name", ["sample", "stress", "random-3"])
def test_all_that_is_seen_is_in_one_block_or_frames_the_page(edition: Editions, name: str) -> None:
    for page in edition(name).laid.pages:
        within = [id(item) for region in page.regions for item in region.items]
        assert len(within) == len({*within})
        assert {*within} <= {id(item) for item in page.items}
        beside = [item for item in page.items if id(item) not in {*within}]
        assert {item.owner for item in beside if not isinstance(item, Destination | Link)} <= {Artifact.PAGINATION}


@pytest.mark.parametrize("name", ["sample", "stress", "random-3"])
def test_ids_are_unique_and_what_is_printed_is_on_its_page(edition: Editions, name: str) -> None:
    made = record(edition(name).laid)
    blocks = {block.id: block for block in made.blocks}
    assert len(blocks) == len(made.blocks)
    assert {printed.figure for printed in made.printed} == {figure.id for figure in made.figures}
    assert all(blocks[printed.block].page == printed.page for printed in made.printed)
    assert msgspec.json.decode(msgspec.json.encode(made), type=Record) == made


def test_the_sample_s_figures_are_found_where_they_stand(edition: Editions) -> None:
    made = record(edition("sample").laid)
    found = {(each.figure, each.page, each.block, each.words, each.sentence) for each in made.printed}
    assert found >= {
        ("nursery.capacity.growth", 4, "childcare/number-1", "約8,500人", "9年間の定員拡大／約8,500人"),
        ("nursery.waiting[令5]", 4, "childcare/chart-1", "0人", "保育定員数と待機児童数の推移／待機児童数 令和5年度"),
        ("finance.facilities[令2]", 18, "reform/chart-1", "228億円",
         "財政調整基金、施設整備基金の残高の推移／施設整備基金 令和2年度末"),
        ("medical.beds.hikarigaoka", 10, "medical/heading-3", "457床", "練馬光が丘病院の移転・改築／457床"),
        ("care.centres", 6, "community-care/panel-1", "27か所", "27か所を27個の印で示した図。うち2か所は増加分。"),
    }  # fmt: skip
    assert all(each.words in each.sentence for each in made.printed if "/text-" in each.block)


def test_blocks_are_named_by_section_kind_and_number(lay: Lay) -> None:
    made = record(lay())
    assert [(block.id, block.page) for block in made.blocks] == [
        *((f"cover/{name}", 1) for name in ("mosaic", "strip", "publisher", "title", "subtitle")),
        *((f"first/{name}", 2) for name in ("opener", "heading-1", "picture-1", "text-1", "points-1", "picture-2")),
        *((f"second/{name}", 3) for name in ("opener", "heading-1", "chart-1", "picture-1")),
        *((f"back-cover/{name}", 4) for name in ("title", "publisher")),
    ]
    assert made.pages[1].headings == ("01 はじめの一歩", "数と絵")
    by_id = {block.id: block for block in made.blocks}
    assert by_id["first/opener"].words.splitlines() == [
        "はじめに",
        "01",
        "はじめの一歩",
        "この冊子は、組版の試験に使う小さな見本です。",
    ]
    assert by_id["first/points-1"].pictures[0][0] == "icons/home.svg"
    assert [name for name, _ in by_id["first/picture-1"].pictures] == ["pictures/square.svg"]
    assert {block.kind for block in made.blocks if block.id.startswith("cover")} == {
        "mosaic", "strip", "publisher", "title", "subtitle"
    }  # fmt: skip


def test_a_block_put_in_leaves_the_others_their_ids_and_their_looks(lay: Lay) -> None:
    before = {block.id: block for block in record(lay()).blocks}
    put = "            - number: { label: 園, value: 1つ }\n" + TEXT
    after = {block.id: block for block in record(lay((FIRST, TEXT, put))).blocks}
    assert after.keys() - before.keys() == {"first/number-1"}
    assert before.keys() <= after.keys()
    old, new = before["first/text-1"], after["first/text-1"]
    assert (old.rect == new.rect, old.look == new.look) == (False, True)
    assert after["second/chart-1"] == before["second/chart-1"]


@pytest.mark.parametrize(
    ("change", "blocks", "pages"),
    [
        ((FIRST, "家から近い", "家に近い"), {"first/points-1"}, {2}),
        (("data/figures/all.yaml", "令4: 103", "令4: 104"), {"second/chart-1"}, {3}),
        (("data/figures/all.yaml", "source: 見本", "source: 別の見本"), set(), set()),
        (("data/sections/02-second.yaml", "field: green\n", "\n\nfield: green\n"), set(), set()),
        (("data/brochure.yaml", "subtitle: ためし刷り", "subtitle: ほん刷り"), {"cover/subtitle"}, {1}),
        (("data/brochure.yaml", "\ntitle: 小さな冊子", "\ntitle: 大きな冊子"), set(), {2}),  # the running head
    ],
)
def test_a_look_changes_where_what_is_seen_does(
    lay: Lay, change: tuple[str, str, str], blocks: set[str], pages: set[int]
) -> None:
    before, after = record(lay()), record(lay(change))
    assert {old.id for old, new in zip(before.blocks, after.blocks, strict=True) if old.look != new.look} == blocks
    numbered = enumerate(zip(before.pages, after.pages, strict=True), 1)
    assert {number for number, (old, new) in numbered if old.look != new.look} == pages


def test_another_colour_of_an_ink_is_another_look_where_it_shows(lay: Lay, project: Path) -> None:
    before = record(lay())
    sheet = (project / "styles/nerima.yaml").read_text(encoding="utf-8")
    families = sheet.index("families:")
    green = re.search(r"green:\s*\n?.*?base: (\S+ \S+|\"[^\"]*\")", sheet[families:], re.S)
    assert green
    written = green[1].strip('"')
    other = written.replace("#", "#0", 1)[:7] + written[7:]
    after = record(lay(("styles/nerima.yaml", written, other)))
    changed = {old.id for old, new in zip(before.blocks, after.blocks, strict=True) if old.look != new.look}
    assert "second/opener" in changed and "first/text-1" not in changed


def test_a_picture_is_known_by_its_content(lay: Lay) -> None:
    before = {block.id: block for block in record(lay()).blocks}
    after = record(lay(("data/pictures/square.svg", "<svg ", "<svg  "))).blocks
    assert all(block.look == before[block.id].look for block in after)
    assert {block.id for block in after if block.pictures != before[block.id].pictures} == {
        "cover/mosaic", "first/opener", "first/picture-1", "first/picture-2", "second/opener", "second/picture-1"
    }  # fmt: skip


def test_what_only_readers_hear_and_what_nobody_sees_is_not_printed(lay: Lay) -> None:
    alt = (FIRST, "alt: 紺の地に円を置いた絵", 'alt: "定員{{ capacity }}の絵"')
    made = record(lay(alt, (FIRST, TEXT, "            - text: 定員です。\n")))
    assert "capacity" not in {printed.figure for printed in made.printed}
    note = ("data/figures/all.yaml", "source: 見本", "source: 見本, note: 内緒の話")
    assert "内緒の話" not in msgspec.json.encode(record(lay(note))).decode()


def test_a_title_s_figure_is_printed_wherever_the_title_is(lay: Lay) -> None:
    title = (FIRST, "title: はじめの一歩", "title: 定員{{ capacity }}へ")
    contents = (
        "data/brochure.yaml",
        "  - section: 01-first.yaml",
        "  - contents: { heading: 目次 }\n  - section: 01-first.yaml",
    )
    made = record(lay(title, contents))
    assert [(each.block, each.sentence) for each in made.printed if each.figure == "capacity"] == [
        ("contents/field-intro", "定員18,034人へ"),
        ("first/opener", "定員18,034人へ"),
        ("first/text-1", "保育所の定員は18,034人です。"),
    ]


def test_arithmetic_names_every_figure_that_went_in(lay: Lay) -> None:
    text = (FIRST, "{{ capacity }}です", "{{ parks[令5] - parks[令3] }}増です")
    made = record(lay(text))
    assert [(each.figure, each.words) for each in made.printed if each.block == "first/text-1"] == [
        ("parks[令5]", "9ha"),
        ("parks[令3]", "9ha"),
    ]


def test_a_cell_s_sentence_is_its_titles(lay: Lay) -> None:
    rows = "[[保育所, '{{ capacity }}'], [ほか, −]]"
    table = f"            - table: {{ caption: 定員, header: [区分, 令和5年度], rows: {rows} }}\n"
    made = record(lay((FIRST, TEXT, table)))
    printed = next(each for each in made.printed if each.figure == "capacity")
    assert (printed.block, printed.sentence) == ("first/table-1", "定員／保育所／令和5年度／18,034人")


def test_a_block_on_several_pages_is_in_parts_each_with_its_own_figures(lay: Lay) -> None:
    long = "定員は{{ capacity }}です。\n\n" + LONG + "\n\n面積は{{ parks[令5] }}です。"
    rest = "  - heading: 数と絵\n    icon: home\n    rows:\n"
    made = record(lay((FIRST, rest, text(long) + "  - rows:\n      - text: あと\n" + rest)))
    parts = [block for block in made.blocks if block.id.startswith("first/text-1")]
    assert [(part.id, part.page) for part in parts] == [
        ("first/text-1", 2), ("first/text-1~2", 3), ("first/text-1~3", 4),
    ]  # fmt: skip
    assert parts[0].words.startswith("定員は18,034人です。\n") and parts[2].words.endswith("\n面積は108haです。")
    assert "first/text-2" in {block.id for block in made.blocks if block.words == "あと"}
    stands = [(each.figure, each.block) for each in made.printed if each.block.startswith("first/text-1")]
    assert stands == [("capacity", "first/text-1"), ("parks[令5]", "first/text-1~3")]


def test_a_record_says_nothing_of_the_machine(edition: Editions) -> None:
    for name in ("sample", "stress"):
        text = msgspec.json.encode(record(edition(name).laid)).decode()
        assert str(ROOT) not in text and str(edition(name).pdf.parent) not in text and ".yaml" not in text


def test_sections_and_sheets_of_one_name_keep_ids_of_their_own(lay: Lay, project: Path) -> None:
    (project / SECOND).rename(project / "data/sections/back-cover.yaml")
    sheets = ("data/brochure.yaml", "publisher: 発行　練馬区 }", "publisher: 発行　練馬区, notes: [小さな字] }")
    section = ("data/brochure.yaml", "section: 02-second.yaml", "section: back-cover.yaml")
    note = ("data/sections/back-cover.yaml", "      - chart:", "      - note: 注\n      - chart:")
    ids = [block.id for block in record(lay(sheets, section, note)).blocks]
    assert len(ids) == len({*ids})
    assert {"back-cover/opener", "back-cover/title", "back-cover/note-1", "back-cover/note-2"} <= {*ids}


def test_a_record_is_kept_for_the_same_pages_alone(lay: Lay) -> None:
    cache = pipeline.Cache(None, "book")
    first = lay()
    made = kept_record(first, cache)
    assert made == msgspec.json.encode(record(first)) and kept_record(lay(), cache) == made
    for change in (
        ("data/figures/all.yaml", "source: 見本", "source: 別の見本"),
        ("data/brochure.yaml", "date: 2023-10-01", "date: 2023-10-02"),
        (FIRST, "家から近い", "家に近い"),
        ("data/pictures/square.svg", "<svg ", "<svg  "),
    ):
        laid = lay(change)
        changed = kept_record(laid, cache)
        assert changed == msgspec.json.encode(record(laid)) and changed != made
        made = changed
