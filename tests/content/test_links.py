"""Links whose words do not say where they lead."""

from __future__ import annotations

import msgspec
import pytest

from report.blocks.note import Note
from report.content.links import check_destinations, check_links
from report.content.load import load
from report.content.model import Brochure, Cell, Row, Topic
from report.messages import Origin, Report
from tests.conftest import SMALL
from tests.words import written

HERE = Origin("a.yaml", 3, 7)


@pytest.fixture(scope="module")
def brochure() -> Brochure:
    found, _ = load(SMALL / "brochure.yaml", Report())
    assert found
    return found


def told(brochure: Brochure, *leads: str) -> list[str]:
    """What is told of a brochure whose sections have these leads."""
    sections = zip(brochure.sections, leads, strict=False)
    changed = tuple(msgspec.structs.replace(section, lead=written(lead, HERE)) for section, lead in sections)
    report = Report()
    check_links(msgspec.structs.replace(brochure, sections=changed), report)
    return [str(each) for each in report.diagnostics]


@pytest.mark.parametrize(
    "words",
    [
        "こちら",
        "ここ",
        "詳細はこちら",
        "詳しくは|こちら。",
        "**クリック**",
        "リンク",
        "Here",
        "click here",
        "more >>",
        "→",
        "…",
    ],
)
def test_words_that_would_do_for_any_link(brochure: Brochure, words: str) -> None:
    (found,) = told(brochure, f"申請は[{words}](https://a.jp)へ")
    assert found.startswith('a.yaml:3:11: warning: the link says only "' if "*" not in words else "a.yaml:3:13: ")
    assert found.endswith("hint: name where it leads")


@pytest.mark.parametrize(
    "text",
    [
        "[練馬区の公園](https://a.jp)、こちら",
        "[https://a.jp](https://a.jp)",
        "[申請書はこちら](https://a.jp)",
        "[{公園|こうえん}の地図](https://a.jp)と[公園の地図](https://a.jp)",
        "[令5](https://a.jp)[令4](https://b.jp)",
        "[](https://a.jp)",  # an error, told where the text is set
    ],
)
def test_words_that_say_where_they_lead(brochure: Brochure, text: str) -> None:
    assert told(brochure, text) == []


def test_the_same_words_for_two_places_in_one_section(brochure: Brochure) -> None:
    same = "[公園の地図](https://a.jp)、[公園の**地図**](https://b.jp)"
    assert told(brochure, same) == [
        'a.yaml:3:30: warning: two links say "公園の地図" and lead to different places\n'
        "  hint: name where each leads; the other is at a.yaml:3:8"
    ]
    assert told(brochure, "[公園の地図](https://a.jp)", "[公園の地図](https://b.jp)") == []


def test_places_that_there_are_not_and_names_that_two_bear_are_errors(brochure: Brochure) -> None:
    """The place of a link is that of its words."""
    first, *rest = brochure.sections
    note = Note(origin=Origin("b.yaml", 1), text=written("注"), id="n1")
    cells = (Cell(origin=HERE, blocks=(note, note, note)),)
    topic = Topic(origin=HERE, rows=(Row(origin=HERE, cells=cells),))
    lead = written(f"一[※](#n2)、[※](#n1)、[章](#section:{first.id})", HERE)
    changed = msgspec.structs.replace(first, lead=lead, topics=(topic,))
    report = Report()
    check_destinations(msgspec.structs.replace(brochure, sections=(changed, *rest)), report)
    assert [str(each) for each in report.diagnostics] == [
        'b.yaml:1:1: error: two places are called "n1"\n  hint: the other is at b.yaml:1:1',
        'a.yaml:3:9: error: no place is called "n2"\n  hint: known: n1, section:first, section:second',
    ]
