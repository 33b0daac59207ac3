"""Broken inputs: each gives one message, with its place, and leaves the earlier file as it was.

The messages are in golden/bad_input.txt, word for word.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

BROCHURE = "data/brochure.yaml"
FIRST = "data/sections/01-first.yaml"
SECOND = "data/sections/02-second.yaml"
FIGURES = "data/figures/all.yaml"
PICTURE = "data/pictures/square.svg"
STYLE = "styles/nerima.yaml"
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>"
EARLIER = b"%PDF the earlier one"


CASES = [  # a name; in a file of the small project, what becomes what
    ("syntax", FIRST, "title: はじめの一歩", "title: 'はじめの一歩"),
    ("colon in a value", FIRST, "lead: この冊子は", "lead: 注: この冊子は"),
    ("tab indentation", FIRST, "    icon: home", "\ticon: home"),
    ("emphasis without quotes", FIRST, "title: はじめの一歩", "title: **はじめ**の一歩"),
    ("full-width colon", FIRST, "title: はじめの一歩", "title：はじめの一歩"),
    ("full-width indentation", FIRST, "    icon: home", "　　icon: home"),
    ("ruby without quotes", FIRST, "title: はじめの一歩", "title: {一歩|いっぽ}から"),
    ("number with commas", FIGURES, "value: 18034", "value: 18,034"),
    ("number in full-width digits", FIGURES, "value: 18034", "value: １８０３４"),
    ("braces without quotes", FIRST, "text: 保育所の定員は", "text: "),
    ("unknown key", FIRST, "    icon: home", "    icno: home"),
    ("misspelt key that must be there", BROCHURE, "publisher: 練馬区\n", "publsher: 練馬区\n"),
    ("missing key", SECOND, "lead: 公園の面積は、少しずつ広がってきました。\n", ""),
    ("key twice", BROCHURE, "year: 令和5年度", "year: 令和5年度\nyear: 令和6年度"),
    ("wrong type", FIRST, "span: 7", "span: 広い"),
    ("list for a word", FIRST, "title: はじめの一歩", "title: [はじめの, 一歩]"),
    ("empty value", FIRST, "title: はじめの一歩", "title:"),
    ("length without sense", FIRST, "height: 60", "height: 60px"),
    ("length below 0", FIRST, "height: 60", "height: -60"),
    ("number of 400 digits", FIRST, "span: 7", f"span: {'7' * 400}"),
    ("empty list", BROCHURE, '[["01", "02"]]', "[[]]"),
    ("unknown block kind", FIRST, "- text: 保育", "- txt: 保育"),
    ("unknown choice", SECOND, "kind: bars", "kind: bar"),
    ("bad date", BROCHURE, "2023-10-01", "2023-02-29"),
    ("id that is no file name", BROCHURE, "id: small", "id: ../small"),
    ("missing section file", BROCHURE, "02-second.yaml", "02-secnd.yaml"),
    ("section outside the project", BROCHURE, "02-second.yaml", "../../../02-second.yaml"),
    (
        "cover twice",
        BROCHURE,
        "  - section: 01",
        '  - cover: { title: a, subtitle: b, mosaic: [["01"]] }\n  - section: 01',
    ),
    ("back cover twice", BROCHURE, "  - section: 01", "  - back-cover: { title: a, publisher: b }\n  - section: 01"),
    ("text of a soft hyphen", FIRST, "label: 家から近い", 'label: "\\u00AD"'),
    ("entry without words", FIRST, "- points:", "- bullets: [一, '']\n            - points:"),
    ("text that comes to nothing", FIRST, "は{{ capacity }}です。", "は。\n            - text: '{{ 1 | unit }}'"),
    ("reading of a soft hyphen", FIRST, "この冊子は", "この冊子は{\u00ad|かな}"),
    ("link to nowhere", FIRST, "保育所の定員は", "保育所の定員は[注](#nowhere)"),
    ("mark not closed behind an expression", FIRST, "{{ capacity }}です。", "{{ capacity }}で**す。"),
    ("section twice", BROCHURE, "section: 02-second.yaml", "section: 01-first.yaml"),
    ("field twice", BROCHURE, "id: green", "id: intro"),
    ("unknown field", SECOND, "field: green", "field: greem"),
    ("unknown style", BROCHURE, "style: nerima.yaml", "style: nerimo.yaml"),
    ("unknown colour family", BROCHURE, "colour: green", "colour: gren"),
    ("bad colour", STYLE, '"#231F20 0/0/0/100"', '"#231F2 0/0/0/100"'),
    ("ink beyond 100 %", STYLE, '"#231F20 0/0/0/100"', '"#231F20 0/0/0/101"'),
    ("style for no block", STYLE, "  bubble:\n", "  buble:\n"),
    ("missing face", STYLE, "BIZUDPGothic_400Regular.ttf", "BIZUDPGothic_400Regulär.ttf"),
    ("span beyond the grid", FIRST, "span: 5", "span: 6"),
    ("mosaic without such a section", BROCHURE, '["01", "02"]', '["01", "03"]'),
    ("anchors and aliases", BROCHURE, "title: 小さな冊子\npub", "title: &a 小さな冊子\npub"),
    ("unknown figure", FIRST, "{{ capacity }}", "{{ capasity }}"),
    ("expression without sense", FIRST, "{{ capacity }}", "{{ capacity + }}"),
    ("unknown series", SECOND, "id: parks", "id: park"),
    ("figure twice", FIGURES, "series:", "  capacity: { value: 1, source: 見本 }\nseries:"),
    ("figure that is no number", FIGURES, "value: 18034", "value: 一万八千"),
    ("figure that is infinite", FIGURES, "value: 18034", "value: .inf"),
    ("bad year", FIGURES, "令4: 103", "令無: 103"),
    ("unknown picture", FIRST, "id: square", "id: sqare"),
    ("picture outside the folder", FIRST, "id: square", "id: ../../square"),
    ("unknown icon", FIRST, "icon: home, label", "icon: hose, label"),
    ("SVG with an external reference", PICTURE, "<circle", '<image href="http://x.test/a.png"/><circle'),
    ("SVG with an entity of a file", PICTURE, "<svg", '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg'),
    ("SVG colour without an ink", PICTURE, "#1F3A5F", "#1F3A60"),
    ("mark that is not closed", FIRST, "の定員は", "の**定員は"),
    ("ruby without its base", FIRST, "保育所の定員は", "保育所の{|ていいん}は"),
    ("character no face has", FIRST, "家から近い", "家から𓀀近い"),
    ("66 characters no face has", FIRST, "この冊子は", "".join(map(chr, range(0x13000, 0x13042)))),
    ("series named with a character no face has", FIGURES, "公園の面積", "公圐の面積"),
    ("unit with a character no face has", FIGURES, "unit: 人", "unit: 圐"),
    ("form no face has", FIRST, "家から近い", "家から近い\U000e01ef"),
    ("script that is not set", FIRST, "この冊子は", "この冊子はสวัสดี"),
    ("picture that bleeds beside others", FIRST, "id: square, height: 60", "id: square, bleed: true, height: 60"),
    ("picture with a caption alone", FIRST, ", alt: 紺の地に円を置いた絵", ""),
    (
        "column without a title",
        FIRST,
        "text: 保育所の定員は{{ capacity }}です。",
        'table: { header: [年, ""], rows: [[a, b]] }',
    ),
    ("number on two lines", FIRST, "- text: 保育所の定員は{{ capacity }}です。", '- stat: "約__18__\\n人"'),
    ("title too long for the running head", BROCHURE, "title: 小さな冊子\npub", f"title: {'小さな冊子' * 8}\npub"),
    ("text that cannot fit", SECOND, "公園の面積は、少しずつ広がってきました。", "公園が増えた。" * 80),
]


def png(width: int, height: int) -> bytes:
    """A PNG that says it is so large, with the beginning of its pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(9))), (b"IEND", b"")]
    made = [struct.pack(">I", len(d)) + name + d + struct.pack(">I", zlib.crc32(name + d)) for name, d in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def bomb(project: Path) -> None:
    """Ten aliases of ten aliases …: 10⁹ nodes from a kilobyte."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{b}: &{b} [{', '.join(['*' + a] * 10)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    (project / FIRST).write_text("\n".join(lines))


def link_out(project: Path) -> None:
    (project / FIRST).rename(project / "first.yaml")
    (project / FIRST).symlink_to(project / "first.yaml")


DEEDS: list[tuple[str, Callable[[Path], object]]] = [
    ("no brochure", lambda project: (project / BROCHURE).unlink()),
    ("not UTF-8", lambda project: (project / FIRST).write_bytes("title: 一歩".encode("shift_jis"))),
    ("empty file", lambda project: (project / FIRST).write_text("")),
    ("control character", lambda project: (project / FIRST).write_bytes(b"title: a\x00b")),
    ("YAML bomb", bomb),
    ("nested without end", lambda project: (project / FIRST).write_text("[" * 200_000)),
    ("file too large", lambda project: (project / FIRST).write_text("#" * 5_000_000)),
    ("link out of the project", link_out),
    ("corrupt picture", lambda project: (project / "data/pictures/square.png").write_bytes(png(9, 9))),
    ("oversized picture", lambda project: (project / "data/pictures/square.png").write_bytes(png(90_000, 90_000))),
    ("not a picture", lambda project: (project / "data/pictures/square.jpg").write_text("square")),
    ("SVG that ends early", lambda project: (project / PICTURE).write_text(SVG)),
]


def said(name: str) -> str:
    """What stands under a name in the golden file: the one message of a build."""
    golden = (Path(__file__).parent / "golden" / "bad_input.txt").read_text(encoding="utf-8")
    return golden.partition(f"== {name}\n")[2].partition("\n==")[0].rstrip("\n")


def refused(project: Path, run: Run) -> str:
    """The messages of a build that must fail."""
    output = project / "output"
    output.mkdir()
    earlier = output / "small.screen.pdf"
    earlier.write_bytes(EARLIER)
    outcome = run("build")
    assert outcome.code == 1, outcome.err
    assert outcome.out == ""
    assert [file.name for file in output.iterdir()] == [earlier.name]
    assert earlier.read_bytes() == EARLIER
    return outcome.err.removesuffix("\n")


@pytest.mark.parametrize(("name", "file", "old", "new"), CASES, ids=[case[0] for case in CASES])
def test_one_mistake_is_reported_once(name: str, file: str, old: str, new: str, project: Path, run: Run) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1  # the style sheet is the house's own: its lines may move
    assert refused(project, run) == said(name).replace("{line}", str(line))


@pytest.mark.parametrize(("name", "deed"), DEEDS, ids=[deed[0] for deed in DEEDS])
def test_one_bad_file_is_reported_once(name: str, deed: Callable[[Path], object], project: Path, run: Run) -> None:
    deed(project)
    assert refused(project, run) == said(name)


@pytest.mark.parametrize(
    ("file", "old", "new", "at"),
    [
        (FIRST, "    icon: home", "    icno: home", "01-first.yaml"),  # a key that may be missing
        (FIRST, "topics:", "topic:", "01-first.yaml"),  # the key that leads to everything
        (BROCHURE, "publisher: 練馬区\n", "", "brochure.yaml"),  # another file
    ],
)
def test_figures_of_a_section_that_cannot_be_made_are_looked_at_in_the_same_round(
    file: str, old: str, new: str, at: str, project: Path, run: Run
) -> None:
    for path, before, after in ((FIRST, "{{ capacity }}", "{{ capasity }}"), (file, old, new)):
        text = (project / path).read_text(encoding="utf-8")
        assert before in text
        (project / path).write_text(text.replace(before, after, 1), encoding="utf-8")
    errors = [line for line in refused(project, run).splitlines() if ": error: " in line]
    assert len(errors) == 2
    assert at in errors[0]
    assert 'no figure named "capasity"' in errors[1]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("height: 40", "heigt: 40", 'no series named "park"'),  # of the chart
        ("{ id: parks }", "{ id: parks, colr: base }", 'no series named "park"'),  # of the series' own entry
        ("- picture: {", "- donut: { value: shre, centre: a, sze: 30, text: b }\n      - picture: {", '"shre"'),
    ],
)
def test_ids_in_a_block_that_cannot_be_made_are_looked_at_in_the_same_round(
    old: str, new: str, told: str, project: Path, run: Run
) -> None:
    file = project / SECOND
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1).replace("id: parks", "id: park"), encoding="utf-8")
    errors = [line for line in refused(project, run).splitlines() if ": error: " in line]
    assert len(errors) == (3 if "shre" in new else 2)
    assert "unknown key" in errors[0]
    assert any(told in error for error in errors[1:])
