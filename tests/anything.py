"""Whatever an author might write: small projects for hypothesis to try.

In: what the annotations of the content say (report.source.annotations), so that a block kind or a key is tried as soon
as there is one. Out: `projects()`, a strategy of Projects: sound ones in which some texts are odd, and some in which a
few places hold what does not belong there.

Sound content is made by chance from a few seeds, since a draw of hypothesis for every key would take longer than the
build. What is odd is drawn by hypothesis itself, which shrinks it to little.
"""

from __future__ import annotations

import copy
import json
import random
import types
import typing
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, Union

import yaml
from hypothesis import strategies as st

from report.artwork.charts.kinds import kinds
from report.blocks import Block
from report.blocks.change import Change
from report.blocks.chart import Chart
from report.blocks.note import Note
from report.blocks.panel import Panel
from report.blocks.picture import Picture
from report.blocks.table import Table
from report.content.model import BackCover, Brochure, Cell, Contents, Cover, Field, Section, Topic
from report.figures.entries import COLUMNS, FigureEntry, FiguresFile, PointEntry, SeriesEntry
from report.figures.model import FigureRef, SeriesRef
from report.source import Count, Length, PositiveLength, Variant
from report.source.annotations import fields_of, lists_to_fill
from report.text import Text

Tree = Any  # of dicts, lists and what they hold, as YAML has it


class Words(str):
    """An author's text, for which `projects` may put another."""


# --- texts

SHORT = (
    *("窓口", "「みどり」", "ICT化", "27か所", "©", "**保育所**の定員", "約__1,000__床", "==面積==", "^^着実に^^"),
    *(
        "{練馬|ねりま}",
        "{練馬区|ねり|ま|く}",
        "{\u3042|あ}",
        "公園を|増や~す",
        "一\n二",
        "一\n\n二",
        "\\*\\{",
        "※1　試算",
    ),
    *("[案内](https://example.jp/)", "[※1](#home)", "[学ぶ](#section:first)"),
    *("{{ home }}", "{{ home | big }}", "{{ parks[令5] | number }}", "{{ visits[令4] }}", "{{ 2023-04-01 | wareki }}"),
    *(
        "{{ home | 約(十) | 大きく }}",
        "{{ sum(home, 2) | 億万 }}",
        "{{ trees[令5] - trees[令4] | 増減(「#増」, 減, 同) }}",
    ),
)
LONG = (
    "区では、令和5年4月1日に27か所の窓口を開きました。",
    "{練馬|ねりま}の{丘|おか}から、[大江戸線](https://example.jp/)の**延伸**を目指して、^^着実に^^。",
    "The quick brown fox jumps over the lazy dog, 約8,500人.",
    "w" * 60,
)
UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\ufeff"
)
ALONE = "\u0301\u3099\u309a\u20dd\ufe0e\ufe0f\U000e0100\U0001f3fb"  # marks and selectors, with nothing to stand on
SPACES = " \u00a0\u2003\u202f\u3000\t\n\r"
OUTSIDE = "\x00\x07\x1b\x7f\x85\ud83d\ude00\ue000\uf8ff\U000f0000\ufffd\uffff\U0001f600\U00013000\u0378"
BROKEN = (
    *("**", "__", "==", "^^", "{", "}", "|", "~", "\\", "[", "](", ")", "#", "*", "_", ":", "- ", '"', "'", "$x^2$"),
    *("{{", "}}", "{{ }}", "{{ home", "{{ nobody }}", "{{ home / 0 }}", "{{ home | no }}", "{{ parks }}"),
    *(
        "{{ trees.change | 増減 }}",
        "{{ sum(",
        "{{ highest-since(visits) }}",
        "{{ year }}",
        "{{ home | 約() }}",
        "{{ 「 }}",
    ),
    *(
        "{|かな}",
        "{字|}",
        "{字|じ|じ}",
        "{\u00ad|かな}",
        "{\u200d|か}",
        "{か|\u00ad}",
        "{字|**}",
        "{**字**|じ}",
        "{{字|じ}|じ}",
    ),
    *("[](https://a.jp)", "[字](#nowhere)", "[字](#section:one)", "[字]()", "[字](x:y)", "[字](https://\u00ad)"),
    *("[{字|じ}](https://a.jp)", "[**字**](#home)", "[\u00ad](#home)", "**[字](#home)", "**__字**__", "<b>", "&amp;"),
)
SETTABLE = st.sampled_from(
    "あいうかがぱっゃアイウガパッャー々〻一二三漢字区辻葛祇榊Aagjpyé.,:;!?'\"()-–—…‥。、・：；？！「」『』（）【】〔〕"
    "0123456789０１２①②㎡％‰￥＄℃〜～＝＋×÷−±→▲▼●○※〒ｱｶﾞ｡｢"
)
PIECES = st.one_of(
    st.sampled_from(SHORT),
    st.sampled_from(UNSEEN),
    st.sampled_from((*UNSEEN, *SPACES, *ALONE)),
    st.text(SETTABLE, max_size=6),
)
SET = st.one_of(  # mostly such as can be set
    st.sampled_from(SHORT),
    st.sampled_from((*SHORT, *SHORT, *UNSEEN, *SPACES, "")),
    st.lists(PIECES, min_size=1, max_size=3).map("".join),
    st.sampled_from(LONG),
)
ASSIGNED = st.text(st.characters(exclude_categories=("Cn", "Cs")), max_size=4)
WILD = st.lists(st.one_of(PIECES, st.sampled_from(BROKEN), st.sampled_from(OUTSIDE), ASSIGNED), max_size=5).map("".join)

# --- words and numbers

YEARS = ("令3", "令4", "令5", "R4", "2022", "令和5年度")
IDS = ("home", "added", "share")  # of figures; the first is an icon and a picture, too, and so good for any word
WORDS: dict[str, tuple[str, ...]] = {  # of keys that not any word is good for; the plainest first
    **dict.fromkeys(("id", "picture"), ("home", "square", "photo")),
    **dict.fromkeys(("from", "to", "years", "highlight", "about"), YEARS),
    "panorama": ("square", "photo", ""),
    "mark": ("square", "home", ""),
    "icon": ("home", "park"),
    "field": ("one", "two"),
    "colour": ("navy", "green"),
    "focus": ("0.5 0.3", "0 1", ""),
    "lang": ("en", "ja"),
    "language": ("ja-JP", "en", "zh-Hant"),
    "date": ("2023-10-01", "2024-02-29"),
    "year": ("令和5年度", "R4", "2023"),
    "as-of": ("2023-04-01", "04-01", "令5"),
    "style": ("nerima.yaml",),
    "csv": ("", "table.csv"),
    "unit": ("", "人", "億円", "％", "か所"),
}
VALUES: dict[Any, tuple[Any, ...]] = {
    bool: (False, True),
    int: (0, 1, 3, 6, 12),
    Count: (9, 1, 2, 27),
    float: (3, 0, 1, 2.5, 12, 1234.5, 95),
    Length: (5, 10.5, "40Q", "20pt", "30mm"),
    PositiveLength: (20, 10, 33, 40.5, "90Q", "60mm"),
}
ODD = st.one_of(
    WILD,
    st.sampled_from((None, True, 0, -1, 0.5, -0.5, 1e-9, 13, 10**6, 10**15, 10**16, 1e300, float("inf"), 7 * 10**400)),
    st.sampled_from((".inf", ".nan", "１２", "1,000", "0mm", "-3mm", "0.0001mm", "1e3", "5000mm", "99999 mm", "true")),
    st.sampled_from(
        ("2023-02-30", "04-31", "令99", "令無", "0001", "9999", "平31", "..", "../home", "/", "#", "a" * 300)
    ),
    st.sampled_from(([], [""], [[]], [[""]], [None], ["", ""], {}, {"": ""}, {"text": ""}, {"home": "home"}, [{}])),
    st.sampled_from(
        ("home", "parks", "parks[令5]", "photo", "none", "now", "line", "turning", "pairs", "area", "print")
    ),
)
NEW_KEYS = st.sampled_from(("", "text", "id", "titel", "origin", "12", "\u00ad", "字", "<<", "a: b"))

# --- what the annotations ask for


class Maker:
    """Makes sound content by chance; of the seed 0 the plainest. blocks: to be used up, before any is made up."""

    def __init__(self, seed: int = 0, blocks: Sequence[Tree] = ()) -> None:
        self.random = random.Random(seed) if seed else None
        self.blocks = list(blocks)

    def pick(self, options: Sequence[Any]) -> Any:
        return self.random.choice(options) if self.random else options[0]

    def value(self, wanted: Any, key: str = "", filled: bool = True) -> Tree:
        """What an author may write under that key where the reader wants a `wanted`. filled: whether a list must be."""
        if wanted is Text:
            return Words("窓口")
        if wanted is SeriesRef:
            return self.pick(("parks", "trees", "visits"))
        if wanted is FigureRef:
            return self.pick(IDS)
        if wanted is str:
            return self.pick(WORDS.get(key, ("home", "")))
        if wanted in VALUES:
            return self.pick(VALUES[wanted])
        form, arguments = typing.get_origin(wanted), typing.get_args(wanted)
        if form is Literal:
            return self.pick(arguments)
        if form in (Union, types.UnionType):
            return self.value(self.pick([each for each in arguments if each is not type(None)]), key, filled)
        if form is tuple:
            return [self.value(arguments[0], key) for _ in range(self.pick((1, 2) if filled else (0, 1, 2)))]
        if form is dict:
            return {name: self.value(arguments[1], key) for name in self.pick((YEARS[:2], YEARS[2:3], YEARS[1:4]))}
        if wanted is Block:
            return self.blocks.pop() if self.blocks else {"text": Words("窓口")}
        if issubclass(wanted, Variant) and "kinds" in vars(wanted):
            kind = self.pick(sorted(wanted.kinds()))
            return {kind: self.struct(wanted.kinds()[kind])}
        return self.struct(wanted)

    def struct(self, cls: type) -> dict[str, Tree]:
        """A mapping with the keys that must be there, and some of the others."""
        found = {}
        for key, (_, kind, required) in fields_of(cls).items():
            if not required and self.pick((True, True, True, False)):
                continue
            if (cls, key) in SPECIAL:
                found[key] = SPECIAL[cls, key](self)
            else:
                found[key] = self.value(kind, key, key in lists_to_fill(cls))
        return MENDED[cls](found) if cls in MENDED else found


SHEETS = {"cover": Cover, "contents": Contents, "back-cover": BackCover}
FILES = ("01-first.yaml", "02-second.yaml")
ORNAMENTS = ("halves-up", "halves-right", "quarter", "disc", "triangle", "pinwheel")
INKS = ("paper", "navy.base", "green.soft", "accent", "navy.tint@50")


def _pages(maker: Maker) -> list[Tree]:
    """A cover, contents, the sections and a back cover; at times one of them twice, or not at all."""
    counts = (1,) * 30 + (0, 2)
    sheets = [[{key: maker.struct(cls)} for _ in range(maker.pick(counts))] for key, cls in SHEETS.items()]
    return [*sheets[0], *sheets[1], *({"section": file} for file in FILES), *sheets[2]]


def _formula(maker: Maker) -> str:
    tokens = ("home", "added", "parks[令5]", "parks.R5", "trees", "trees.latest", "sum(", *"+-×/()|,", "0", "2.5")
    return " ".join(maker.pick(tokens) for _ in range(maker.pick((1, 3, 3, 5))))


SPECIAL: dict[tuple[type, str], Callable[[Maker], Tree]] = {  # keys whose value must go with others
    (Brochure, "id"): lambda maker: "any",
    (Brochure, "pages"): _pages,
    (Brochure, "fields"): lambda maker: [{**maker.struct(Field), "id": name} for name in ("one", "two")],
    (Cover, "mosaic"): lambda maker: [["01", "02"]],
    (BackCover, "pattern"): lambda maker: [
        [" ".join((maker.pick(ORNAMENTS), *(maker.pick(INKS) for _ in range(3)))) for _ in range(4)]
    ],
    (Topic, "span"): lambda maker: maker.pick((0, 0, 6, 12)),
    (Cell, "span"): lambda maker: maker.pick((0, 0, 2, 3)),
    (Note, "id"): lambda maker: maker.pick(("", "here", "home")),
    (FigureEntry, "formula"): _formula,
    (PointEntry, "formula"): _formula,
    (FiguresFile, "figures"): lambda maker: {name: maker.struct(FigureEntry) for name in ("home", "more")},
    (FiguresFile, "series"): lambda maker: {name: maker.struct(SeriesEntry) for name in ("trees", "runs")},
}


def _chart(found: dict[str, Tree]) -> dict[str, Tree]:
    """As many series as the kind takes, and no key that it does not know."""
    kind = kinds()[found["kind"]]
    series = (found["series"] * 2)[: min(kind.most, max(kind.fewest, len(found["series"])))]
    foreign = frozenset({"as"}).union(*(each.keys for each in kinds().values())) - kind.keys
    found["series"] = [{key: value for key, value in each.items() if key not in {*foreign, "as"}} for each in series]
    if found["kind"] == "pairs":
        found["years"] = ["令3", "令5"]
    apart = {"from", "to", "last", "highlight", "about"} if "years" in found else {"last"} if "from" in found else set()
    return {key: value for key, value in found.items() if key not in foreign | apart}


def _table(found: dict[str, Tree]) -> dict[str, Tree]:
    """Cells in every row as in the header."""
    columns = len(found["header"])
    found["rows"] = [(row * columns)[:columns] for row in found["rows"]]
    if "widths" in found:
        found["widths"] = [1, 2.5][:columns]
    return found


def _change(found: dict[str, Tree]) -> dict[str, Tree]:
    """Squares with what belongs to them."""
    if "count" in found:
        return found
    return {key: value for key, value in found.items() if key not in ("added", "key", "alt")}


def _panel(found: dict[str, Tree]) -> dict[str, Tree]:
    """A description of marks only where there are some."""
    return found if "marks" in found else {key: value for key, value in found.items() if key != "alt"}


def _picture(found: dict[str, Tree]) -> dict[str, Tree]:
    """Words for a picture with a caption; no bleed, for which it would have to stand alone."""
    found.pop("bleed", None)
    return {"alt": "絵", **found} if "caption" in found else found


def _topic(found: dict[str, Tree]) -> dict[str, Tree]:
    """Icon and figure only beside a heading."""
    return (
        found if "heading" in found else {key: value for key, value in found.items() if key not in ("icon", "figure")}
    )


def _valued(found: dict[str, Tree]) -> dict[str, Tree]:
    """A value or a formula."""
    if "formula" in found:
        found.pop("value", None)
        return found
    return {"value": 3, **found}


def _series(found: dict[str, Tree]) -> dict[str, Tree]:
    """Data or a file of them."""
    if found.get("csv"):
        found.pop("data", None)
        return found
    return {"data": {"令5": 3}, **found}


MENDED: dict[type, Callable[[dict[str, Tree]], dict[str, Tree]]] = {  # rules that keys keep among themselves
    Chart: _chart,
    Table: _table,
    Change: _change,
    Panel: _panel,
    Picture: _picture,
    Topic: _topic,
    FigureEntry: _valued,
    PointEntry: _valued,
    SeriesEntry: _series,
}

# --- whole projects

FIGURES = {
    "figures": {
        "home": {"value": 27, "unit": "か所", "as-of": "2023-04-01"},
        "added": {"value": 2, "unit": "か所"},
        "share": {"value": 95, "unit": "％", "status": "provisional"},
    },
    "series": {
        "parks": {
            "name": "公園",
            "unit": "ha",
            "data": {"令3": 99, "令4": 103, "令5": {"value": 108, "planned": True}},
        },
        "trees": {"name": "街路樹", "unit": "本", "data": {"令3": 1200, "令4": 1150, "令5": 1304}},
        "visits": {"name": "来館者", "unit": "人", "csv": "table.csv"},
    },
}
TABLE = "year,value,status\n令3,12,\n令4,15,provisional\n令5,9,\n"
CELLS = st.one_of(st.sampled_from(("令5", "R4", "2023", "", "99", '"1,000"', "-3", "1e300", "TRUE", '"', " ")), WILD)
HEADS = st.one_of(st.just("year,value"), st.lists(st.sampled_from(COLUMNS), max_size=5).map(",".join), WILD)
TABLES = st.builds(
    lambda head, rows: "\n".join((head, *map(",".join, rows))), HEADS, st.lists(st.lists(CELLS, max_size=5), max_size=3)
)
SEEDS = st.integers(0, 0xFFFF)
BLOCKS = st.lists(st.tuples(st.sampled_from(sorted(Block.kinds())), SEEDS), max_size=5)


class Project(NamedTuple):
    """files: what stands in them, by their names under data/. target: what is built; None: what the brochure says.

    again: whether it is built a second time, from its files alone.
    """

    files: dict[str, str]
    target: str | None = "screen"
    again: bool = True


def plain() -> dict[str, Tree]:
    """The plainest of projects, each of its YAML files as a tree."""
    sections = {f"sections/{file}": Maker().struct(Section) for file in FILES}
    return {"brochure.yaml": Maker().struct(Brochure), **sections, "figures/all.yaml": copy.deepcopy(FIGURES)}


@st.composite
def projects(draw: st.DrawFn, sound: bool = False) -> Project:
    """Sound ones with up to eight odd texts; in half of them up to four places, in some a line, that do not belong.
    sound: only such as are mostly built."""
    trees = plain() | {"brochure.yaml": Maker(draw(SEEDS)).struct(Brochure)}
    for file in FILES:
        blocks = [{kind: Maker(seed).struct(Block.kinds()[kind])} for kind, seed in draw(BLOCKS)]
        maker = Maker(draw(SEEDS), blocks)
        trees[f"sections/{file}"] = section = maker.struct(Section)
        section["topics"] += [{"rows": [block]} for block in maker.blocks]
    if draw(_one_in(5)):
        for group, entries in Maker(draw(SEEDS)).struct(FiguresFile).items():
            figures = trees["figures/all.yaml"]
            figures[group] = figures[group] | entries if group in figures else entries
    words = [(holder, key) for name in trees for holder, key in _places(trees, name) if type(holder[key]) is Words]
    for _ in range(draw(st.sampled_from((1, 0, 2, 4, 8)))):
        holder, key = words[draw(st.integers(0, len(words) - 1))]
        holder[key] = draw(SET)
    for _ in range(draw(st.sampled_from((0, 0, 0, 0, 1, 1, 2, 4))) if not sound else 0):
        _spoil(draw, trees)
    way = draw(st.sampled_from(("json", "ascii", "block", "best")))
    files = {name: written(tree, way) for name, tree in trees.items()}
    files["figures/table.csv"] = draw(TABLES) if not sound and draw(_one_in(12)) else TABLE
    if not sound and draw(_one_in(12)):
        name = draw(st.sampled_from(sorted(files)))
        files[name] = _slip(draw, files[name])
    target = draw(st.sampled_from(("screen",) * 40 + (None, None, "print", "all")))
    return Project(files, target, draw(_one_in(20)))


def spoilt(changes: dict[tuple[Any, ...], Tree]) -> Project:
    """The plainest project with other values at some places: the name of a file and the keys within."""
    trees = plain()
    for (*path, last), value in changes.items():
        holder: Tree = trees
        for key in path:
            holder = holder[key]
        holder[last] = value
    return Project({name: written(tree, "json") for name, tree in trees.items()} | {"figures/table.csv": TABLE})


def _one_in(count: int) -> st.SearchStrategy[bool]:
    return st.integers(1, count).map(lambda drawn: drawn == count)


def _places(holder: Tree, key: Any) -> Iterator[tuple[Tree, Any]]:
    """A place in a tree and all those within it, each as what holds it and its key there."""
    yield holder, key
    value = holder[key]
    for inner in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from _places(value, inner)


def _spoil(draw: st.DrawFn, trees: dict[str, Tree]) -> None:
    """Something odd at one place of one file: another value, none, one that stands twice, a key that is not known."""
    name = draw(st.sampled_from(sorted(trees)))
    places = list(_places(trees, name))
    holder, key = places[draw(st.integers(0, len(places) - 1))]
    match draw(st.sampled_from(("text", "value", "value", "gone", "more"))):
        case "text":
            holder[key] = draw(WILD)
        case "value":
            holder[key] = copy.deepcopy(draw(ODD))
        case "gone" if holder is not trees:
            del holder[key]
        case "more" if isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        case "more" if holder is not trees:
            holder[draw(NEW_KEYS)] = copy.deepcopy(holder[key])


def _slip(draw: st.DrawFn, text: str) -> str:
    """A file with a slip in one line, or as another editor would have saved it."""
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    match draw(st.sampled_from(("gone", "twice", "tab", "sign", "cut", "wide", "crlf", "bom"))):
        case "gone":
            del lines[at]
        case "twice":
            lines.insert(at, lines[at])
        case "tab":
            lines[at] = f"\t{lines[at]}"
        case "sign":
            middle = len(lines[at]) // 2
            lines[at] = lines[at][:middle] + draw(WILD) + lines[at][middle:]
        case "cut":
            del lines[at:]
        case "wide":
            lines[at] = lines[at].replace(":", "：").replace(" ", "\u3000")
        case "crlf":
            return "\r\n".join(lines)
        case "bom":
            return f"\ufeff{text}"
    return "\n".join(lines)


# --- YAML


def written(tree: Tree, way: str) -> str:
    """A tree as YAML. way: "json", an entry to a line; "ascii", the same with all else escaped; "block", texts as block
    scalars where they can be; "best", as YAML's own writer thinks best. What YAML cannot write, half of a surrogate
    pair, is written as JSON."""
    if way in DUMPERS:
        try:
            return yaml.dump(tree, Dumper=DUMPERS[way], allow_unicode=True, sort_keys=False, width=1000)
        except UnicodeEncodeError:
            pass
    return json.dumps(tree, indent=1, ensure_ascii=way == "ascii")


class _Best(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


class _Blocks(_Best):
    pass


_Best.add_representer(Words, lambda dumper, text: dumper.represent_str(str(text)))
for cls in (str, Words):
    _Blocks.add_representer(cls, lambda dumper, text: dumper.represent_scalar(TEXT, str(text), style="|"))
TEXT = "tag:yaml.org,2002:str"
DUMPERS = {"best": _Best, "block": _Blocks}
