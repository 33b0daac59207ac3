"""The text of a PDF is the text of its content: no character lost, doubled or moved, and each drawn as its own glyph.

For projects that tests/anything.py makes up and that are built, of 100 of them, the same every time; by hand more:

    REPORT_EXAMPLES=20000 python -m pytest tests/test_text_of_pdf.py

What is compared is first brought to one form, `plain`: no white space (a line's end drops its own) and none of `UNSET`,
marks for the composer that no page shows. A reading follows its base, as the tags have it (RB, RT). What the engine
makes up for a page and nobody wrote (folios, running heads, numbers on the axes) has its own test where it is made.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import uharfbuzz as hb
from hypothesis import HealthCheck, given, settings

from report import pipeline
from report.conform.tagged import tagnodes
from report.conform.tagged.decoding import to_unicode_of
from report.conform.tagged.tagnodes import Tag
from report.conform.tagged.tagtree import tag_tree
from report.content.model import Field
from report.content.structure import LABEL, NUMBER, ROW, TITLE, contents_entry, contents_label
from report.content.walk import nodes
from report.layout.laid_out import LaidOut
from report.messages import Failure, Report
from report.page import Artifact, GlyphRun, Item, Placed
from report.paint.tagging import MAY_BE_EMPTY
from report.style.face import FontFace
from report.style.sheet import StyleSheet
from report.text import Paragraph, Ruby, Text, runs_of
from report.text.invisible import unseen
from report.text.tags import Content, Kid, Part, StructElem, Words
from tests.anything import Project, projects, spoilt
from tests.test_any_content import Bench

EXAMPLES = os.environ.get("REPORT_EXAMPLES")
UNKNOWN = "\ufffd"  # of a glyph that no character alone stands for
UNSET = "\u00ad\u200b\u2060\ufeff"
INLINE = {"Span", "Link", "Reference", "Ruby", "RB", "RT"}  # parts of what stands around them
ABOUT = {("Brochure", key) for key in ("title", "subject", "publisher")}  # said by the file of itself
DRAWN = {("Field", "label"), ("Chart", "category"), ("ChartSeries", "label"), ("ChartSeries", "unit")}  # no owner


Parts = dict[Part, str]


def plain(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in UNSET)


class Said(NamedTuple):
    """An element with what is in it, but for other elements. words: None where nobody wrote them."""

    role: str
    words: str | None
    alt: str = ""
    actual: str = ""


def wanted(elem: StructElem, parts: Parts) -> Iterator[Said]:
    """What the content says, in its order. Elements of which nothing is to be seen or heard are not in a file."""
    words = [_words(kid, parts) for kid in elem.kids]
    own = Said(elem.role, None if None in words else plain("".join(filter(None, words))), elem.alt, elem.actual)
    blocks = (kid for kid in elem.kids if isinstance(kid, StructElem) and kid.role not in INLINE)
    below = [each for block in blocks for each in wanted(block, parts)]
    if below or own.words != "" or elem.role in MAY_BE_EMPTY:
        yield own
        yield from below


def _words(kid: Kid, parts: Parts) -> str | None:
    if isinstance(kid, Words):
        return kid.text
    if isinstance(kid, StructElem):
        inner = [_words(each, parts) for each in kid.kids] if kid.role in INLINE else []
        return None if None in inner else "".join(filter(None, inner))
    if isinstance(kid.owner, Part):
        return parts.get(kid.owner)
    return _spelt(kid.owner.paragraphs[kid.paragraph]) if isinstance(kid.owner, Text) else None


def _spelt(*paragraphs: Paragraph) -> str:
    runs = (run for paragraph in paragraphs for run in runs_of(paragraph))
    return "".join(run.text + ("".join(run.readings) if isinstance(run, Ruby) else "") for run in runs)


def parts_of(laid: LaidOut) -> Parts:
    """The words of what is made for the pages: numbers, titles and fields of sections, where they are said again."""
    parts: Parts = {contents_label(field): _spelt(*field.label.paragraphs) for field in laid.brochure.fields}
    for number, section in enumerate(laid.brochure.sections, start=1):
        label = next(field.label for field in laid.brochure.fields if field.id == section.field)
        said = {NUMBER: f"{number:02}", TITLE: _spelt(*section.title.paragraphs), ROW: ""}
        parts |= {contents_entry(section, name): words for name, words in said.items()}
        parts |= {Part(section.origin, NUMBER): said[NUMBER], Part(section.origin, LABEL): _spelt(*label.paragraphs)}
    return parts


def found(tag: Tag) -> Iterator[Said]:
    """What the file says, in its order."""
    yield Said(tag.role, plain("".join(map(_text, tag.kids))), tag.alt or "", tag.actual or "")
    for kid in tag.tags:
        if kid.role not in INLINE:
            yield from found(kid)


def _text(kid: Tag | tagnodes.Content) -> str:
    if isinstance(kid, Tag):
        return "".join(map(_text, kid.kids)) if kid.role in INLINE else ""
    return kid.text if kid.kind == "text" else ""


def assert_tags_say_the_content(built: pipeline.Built, tags: tuple[Tag, ...]) -> None:
    content, file = (
        [*wanted(built.laid.tagged.structure, parts_of(built.laid))],
        [each for tag in tags for each in found(tag)],
    )
    heard = [
        have._replace(words=None) if want.words is None else have for want, have in zip(content, file, strict=False)
    ]
    assert heard == content and len(file) == len(content)


def assert_all_is_in_the_structure(built: pipeline.Built) -> None:
    """Every text that an author wrote, of which anything is to be seen."""
    laid = built.laid
    said = {leaf.owner for elem in _elements(laid.tagged.structure) for leaf in elem.kids if isinstance(leaf, Content)}
    alts = {elem.alt for elem in _elements(laid.tagged.structure)}
    fields = {section.field for section in laid.brochure.sections}
    drawn = "".join(plain("".join(run.texts)) for page in laid.pages for run in _runs(page.items))
    drawn += "".join(plain(alt) for alt in alts if alt)  # of a narrow chart's unit there is no more than that
    for node in nodes(laid.brochure):
        for key in () if type(node) is Text else node.__struct_fields__:
            for text in _texts(getattr(node, key)):
                place = (type(node).__name__, key)
                if text in said or unseen(text.plain) or place in ABOUT:
                    continue
                if isinstance(node, Field) and node.id not in fields:
                    continue
                there = text.plain in alts if key == "alt" else place in DRAWN and plain(text.plain) in drawn
                assert there, f"{place}: {text}"


def _runs(items: Iterable[Item]) -> Iterator[GlyphRun]:
    for item in items:
        if isinstance(item, GlyphRun):
            yield item
        elif isinstance(item, Placed):
            yield from _runs(item.drawing.items)


def _elements(elem: StructElem) -> Iterator[StructElem]:
    yield elem
    for kid in elem.kids:
        if isinstance(kid, StructElem):
            yield from _elements(kid)


def _texts(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif type(value) is tuple:
        for each in value:
            yield from _texts(each)


def assert_another_reader_finds_the_same(built: pipeline.Built, tags: tuple[Tag, ...]) -> None:
    """pdfium, of each page: the characters of its tags, and of what is not tagged. It reads glyphs, not ActualText, and
    so sees emphasis dots as what they are in the face."""
    pages: dict[int, Counter[str]] = {page.number: Counter() for page in built.laid.pages}
    for content in (kid for tag in tags for each, _ in tagnodes.walk((tag,)) for kid in each.contents):
        if content.kind == "text":
            pages[content.page].update(plain(content.text))
    with pypdfium2.PdfDocument(built.files[0].file) as pdf:
        for page, sheet in zip(built.laid.pages, pdf, strict=True):
            for run in _untagged(page.items, built.laid.sheet):
                pages[page.number].update(run)
            assert Counter(plain("".join(_characters(sheet)))) == pages[page.number], page.number


def _untagged(items: Iterable[Item], sheet: StyleSheet) -> Iterator[str]:
    for item in items:
        if isinstance(item, GlyphRun) and item.role == "emphasis":
            known = sheet.fonts.face(item.face).hb_font
            names = {known.get_nominal_glyph(code): chr(code) for code in sorted(known.face.unicodes, reverse=True)}
            yield "".join(names.get(gid, UNKNOWN) for gid in item.gids)
        elif item.owner is None or isinstance(item.owner, Artifact):
            if isinstance(item, GlyphRun):
                yield plain("".join(item.texts))
            elif isinstance(item, Placed):
                yield from _untagged(item.drawing.items, sheet)


def _characters(page: pypdfium2.PdfPage) -> Iterator[str]:
    read = page.get_textpage()
    for at in range(pdfium.FPDFText_CountChars(read)):
        if pdfium.FPDFText_IsGenerated(read, at) != 1:  # a space or a line's end of pdfium's own
            yield chr(pdfium.FPDFText_GetUnicode(read, at))
    read.close()


class Drawn:
    """Glyphs of faces, told by their outlines."""

    def __init__(self, sheet: StyleSheet) -> None:
        self.faces = {face.postscript_name: face for face in map(sheet.fonts.face, sheet.fonts.names)}
        features = {style.char.features for style in sheet.texts.values()}
        features |= {mark.features for style in sheet.texts.values() for _, mark in style.marks}
        self.features = sorted({(), *features})
        self.known: dict[tuple[str, str], list[list[Any]]] = {}

    def assert_each_glyph_is_its_character(self, file: Path) -> None:
        with pikepdf.open(file) as pdf:
            for font in (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each):
                inner = font.DescendantFonts[0]
                face = self.faces[re.sub(r"^[A-Z]{6}\+", "", str(inner.BaseFont)[1:])]
                program = hb.Font(hb.Face(inner.FontDescriptor.FontFile2.read_bytes()))
                for code, text in to_unicode_of(font.ToUnicode.read_bytes()).items():
                    assert text == UNKNOWN or outline(program, code) in self.outlines(face, text), (face.name, text)

    def outlines(self, face: FontFace, text: str) -> list[list[Any]]:
        """What the face may draw for some characters: what its tables say of them, and what its features make of it."""
        if (face.name, text) not in self.known:
            gids = {face.hb_font.get_nominal_glyph(ord(char)) for char in text}
            for features in self.features:
                for upright in (True, False):
                    gids.update(glyph.gid for glyph in face.shape(text, features, upright))
            self.known[face.name, text] = [outline(face.hb_font, gid) for gid in gids if gid is not None]
        return self.known[face.name, text]


def outline(font: hb.Font, gid: int) -> list[Any]:
    path: list[Any] = []
    functions = hb.DrawFuncs()
    for name in ("move_to", "line_to", "cubic_to", "quadratic_to"):
        getattr(functions, f"set_{name}_func")(lambda *points: path.extend(points[:-1]))
    font.draw_glyph(gid, functions, None)
    return path


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("text"))


def built(bench: Bench, project: Project) -> pipeline.Built | None:
    """None for a project that is refused."""
    bench.write(project)
    try:
        with patch.multiple(pipeline, load_sheet=bench.sheet, check_style=lambda *_: None):
            return pipeline.build(bench.wish(project._replace(target="screen")), bench.folder / "output", Report())
    except Failure:
        return None


def assert_the_text_is_whole(made: pipeline.Built) -> None:
    file = made.files[0].file
    tags = tag_tree(file).tags
    assert_tags_say_the_content(made, tags)
    assert_all_is_in_the_structure(made)
    assert_another_reader_finds_the_same(made, tags)
    Drawn(made.laid.sheet).assert_each_glyph_is_its_character(file)


@settings(
    max_examples=int(EXAMPLES or 100),
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(projects(sound=True))
def test_what_is_written_is_what_is_read(bench: Bench, project: Project) -> None:
    if made := built(bench, project):
        assert_the_text_is_whole(made)


def test_a_reading_over_a_field_s_label_is_read_wherever_the_label_is_said(bench: Bench) -> None:
    made = built(bench, spoilt({("brochure.yaml", "fields", 0, "label"): "{練馬|ねりま}"}))
    assert made
    assert_the_text_is_whole(made)


def _lose(pdf: pikepdf.Pdf) -> None:
    _rewrite(pdf, rb"<(....)((?:....)+)> Tj", rb"<\2> Tj")


def _double(pdf: pikepdf.Pdf) -> None:
    _rewrite(pdf, rb"<(....)((?:....)+)> Tj", rb"<\1\1\2> Tj")


def _move(pdf: pikepdf.Pdf) -> None:
    _rewrite(pdf, rb"<(....)(....)((?:....)*)> Tj", rb"<\2\1\3> Tj")


def _rewrite(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """The first glyphs shown on the third page."""
    stream = pdf.pages[2].Contents
    content, count = re.subn(old, new, stream.read_bytes(), count=1)
    assert count
    stream.write(content)


def _redraw(pdf: pikepdf.Pdf) -> None:
    """Another character's glyph, which is said to be this one's."""
    for font in pdf.objects:
        if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
            cmap = font.ToUnicode.read_bytes()
            for first, second in pairwise(re.findall(rb"(?m)^<....> (<....>)$", cmap)[1:3]):  # after the range of codes
                font.ToUnicode.write(cmap.replace(first, b"<?>").replace(second, first).replace(b"<?>", second))


@pytest.mark.parametrize("spoil", [_lose, _double, _move, _redraw], ids=lambda spoil: spoil.__name__.strip("_"))
def test_a_text_that_is_not_whole_is_seen(bench: Bench, spoil: Callable[[pikepdf.Pdf], None]) -> None:
    made = built(bench, spoilt({("sections/01-first.yaml", "title"): "練馬区の窓口"}))
    assert made
    assert_the_text_is_whole(made)
    with pikepdf.open(made.files[0].file, allow_overwriting_input=True) as pdf:
        spoil(pdf)
        pdf.save(made.files[0].file)
    with pytest.raises(AssertionError):
        assert_the_text_is_whole(made)


def test_each_glyph_is_compared(bench: Bench) -> None:
    """Where the tags still say the right words."""
    made = built(bench, spoilt({}))
    assert made
    with pikepdf.open(made.files[0].file, allow_overwriting_input=True) as pdf:
        _redraw(pdf)
        pdf.save(made.files[0].file)
    with pytest.raises(AssertionError, match=r"窓|口"):
        Drawn(made.laid.sheet).assert_each_glyph_is_its_character(made.files[0].file)
