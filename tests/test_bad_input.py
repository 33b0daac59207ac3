"""Broken inputs: each is told in one message, with its place, and leaves the earlier file as it was."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Run

BROCHURE = "data/brochure.yaml"
FIRST = "data/sections/01-first.yaml"
SECOND = "data/sections/02-second.yaml"
FIGURES = "data/figures/all.yaml"
PICTURE = "data/pictures/square.svg"
STYLE = "styles/nerima.yaml"
EARLIER = b"%PDF the earlier one"


class Case(NamedTuple):
    """In a file of the small project, `old` becomes `new`; what stderr then says, without the last line end."""

    name: str
    file: str
    old: str
    new: str
    said: str


CASES = [
    Case("syntax", FIRST, "title: はじめの一歩", "title: 'はじめの一歩", "?"),
    Case("colon in a value", FIRST, "lead: この冊子は", "lead: 注: この冊子は", "?"),
    Case("tab indentation", FIRST, "    icon: home", "\ticon: home", "?"),
    Case("braces without quotes", FIRST, "text: 保育所の定員は", "text: ", "?"),
    Case("unknown key", FIRST, "    icon: home", "    icno: home", "?"),
    Case("misspelt key that must be there", BROCHURE, "publisher: 練馬区\n", "publsher: 練馬区\n", "?"),
    Case("missing key", SECOND, "lead: 公園の面積は、少しずつ広がってきました。\n", "", "?"),
    Case("key twice", BROCHURE, "year: 令和5年度", "year: 令和5年度\nyear: 令和6年度", "?"),
    Case("wrong type", FIRST, "span: 7", "span: 広い", "?"),
    Case("list for a word", FIRST, "title: はじめの一歩", "title: [はじめの, 一歩]", "?"),
    Case("empty value", FIRST, "title: はじめの一歩", "title:", "?"),
    Case("length without sense", FIRST, "height: 60", "height: 60px", "?"),
    Case("unknown block kind", FIRST, "- text: 保育", "- txt: 保育", "?"),
    Case("unknown choice", SECOND, "kind: bars", "kind: bar", "?"),
    Case("bad date", BROCHURE, "2023-10-01", "2023-02-29", "?"),
    Case("id that is no file name", BROCHURE, "id: small", "id: ../small", "?"),
    Case("missing section file", BROCHURE, "02-second.yaml", "02-secnd.yaml", "?"),
    Case("section outside the project", BROCHURE, "02-second.yaml", "../../../02-second.yaml", "?"),
    Case("section twice", BROCHURE, "section: 02-second.yaml", "section: 01-first.yaml", "?"),
    Case("field twice", BROCHURE, "id: green", "id: intro", "?"),
    Case("unknown field", SECOND, "field: green", "field: greem", "?"),
    Case("unknown style", BROCHURE, "style: nerima.yaml", "style: nerimo.yaml", "?"),
    Case("unknown colour family", BROCHURE, "colour: green", "colour: gren", "?"),
    Case("bad colour", STYLE, '"#231F20 0/0/0/100"', '"#231F2 0/0/0/100"', "?"),
    Case("ink beyond 100 %", STYLE, '"#231F20 0/0/0/100"', '"#231F20 0/0/0/101"', "?"),
    Case("missing face", STYLE, "BIZUDPGothic_400Regular.ttf", "BIZUDPGothic_400Regulär.ttf", "?"),
    Case("span beyond the grid", FIRST, "span: 5", "span: 6", "?"),
    Case("mosaic without such a section", BROCHURE, '["01", "02"]', '["01", "03"]', "?"),
    Case("anchors and aliases", BROCHURE, "title: 小さな冊子\npub", "title: &a 小さな冊子\npub", "?"),
    Case("unknown figure", FIRST, "{{ capacity }}", "{{ capasity }}", "?"),
    Case("expression without sense", FIRST, "{{ capacity }}", "{{ capacity + }}", "?"),
    Case("unknown series", SECOND, "id: parks", "id: park", "?"),
    Case("figure twice", FIGURES, "series:", "  capacity: { value: 1, source: 見本 }\nseries:", "?"),
    Case("figure that is no number", FIGURES, "value: 18034", "value: 一万八千", "?"),
    Case("bad year", FIGURES, "令4: 103", "令無: 103", "?"),
    Case("unknown picture", FIRST, "id: square", "id: sqare", "?"),
    Case("picture outside the folder", FIRST, "id: square", "id: ../../square", "?"),
    Case("unknown icon", FIRST, "icon: home, label", "icon: hose, label", "?"),
    Case("SVG with an external reference", PICTURE, "<circle", '<image href="http://x.test/a.png"/><circle', "?"),
    Case("SVG with an entity", PICTURE, "<svg", '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg', "?"),
    Case("SVG colour without an ink", PICTURE, "#1F3A5F", "#1F3A60", "?"),
    Case("link that is not closed", FIRST, "の定員は", "の[定員](https://x.test は", "?"),
    Case("ruby without its base", FIRST, "保育所の定員は", "保育所の{|ていいん}は", "?"),
    Case("character no face has", FIRST, "家から近い", "家から𓀀近い", "?"),
    Case("text that cannot fit", SECOND, "公園の面積は、少しずつ広がってきました。", "公園が増えた。" * 80, "?"),
]


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG that says it is so large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(head)) + chunk + struct.pack(">I", zlib.crc32(chunk))


def bomb(project: Path) -> None:
    """Ten aliases of ten aliases …: 10⁹ nodes from a kilobyte."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{b}: &{b} [{', '.join(['*' + a] * 10)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    (project / FIRST).write_text("\n".join(lines))


def link_out(project: Path) -> None:
    (project / FIRST).rename(project / "first.yaml")
    (project / FIRST).symlink_to(project / "first.yaml")


DEEDS: list[tuple[str, Callable[[Path], object], str]] = [
    ("no brochure", lambda project: (project / BROCHURE).unlink(), "?"),
    ("not UTF-8", lambda project: (project / FIRST).write_bytes("title: 一歩".encode("shift_jis")), "?"),
    ("empty file", lambda project: (project / FIRST).write_text(""), "?"),
    ("control character", lambda project: (project / FIRST).write_bytes(b"title: a\x00b"), "?"),
    ("YAML bomb", bomb, "?"),
    ("nested without end", lambda project: (project / FIRST).write_text("[" * 200_000), "?"),
    ("file too large", lambda project: (project / FIRST).write_text("#" * 5_000_000), "?"),
    ("link out of the project", link_out, "?"),
    ("corrupt picture", lambda project: (project / "data/pictures/square.png").write_bytes(png(9, 9)), "?"),
    ("oversized picture", lambda project: (project / "data/pictures/square.png").write_bytes(png(90_000, 90_000)), "?"),
    ("not a picture", lambda project: (project / "data/pictures/square.jpg").write_text("square"), "?"),
    ("SVG that ends early", lambda project: (project / PICTURE).write_text("<svg viewBox='0 0 1 1'>"), "?"),
]


def refused(project: Path, run: Run) -> str:
    """What a build that must fail says."""
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_mistake_is_told_once(case: Case, project: Path, run: Run) -> None:
    file = project / case.file
    text = file.read_text(encoding="utf-8")
    assert text.count(case.old) >= 1
    file.write_text(text.replace(case.old, case.new, 1), encoding="utf-8")
    assert refused(project, run) == case.said


@pytest.mark.parametrize(("name", "deed", "said"), DEEDS, ids=[deed[0] for deed in DEEDS])
def test_one_bad_file_is_told_once(
    name: str, deed: Callable[[Path], object], said: str, project: Path, run: Run
) -> None:
    deed(project)
    assert refused(project, run) == said
