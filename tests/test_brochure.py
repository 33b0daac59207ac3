"""The sample edition, whole: what a printer, a reader and the design (styles/README.md, Quality limits) would check on
every page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import pikepdf
import pypdfium2
import pytest

from report import pipeline
from report.cache import NOTHING, Cache
from report.compose.characters import CharClass, classify
from report.messages import Report
from report.page import GlyphRun, Page, Placed, Shape
from report.style.sheet import StyleSheet
from report.style.text import ParagraphStyle
from report.units import MM, Q, Rect
from tests.conftest import Edition, Editions

ROOT = Path(__file__).parent.parent
SAFETY = 5 * MM


@pytest.fixture(scope="module")
def built(edition: Editions) -> Edition:
    made = edition("sample")
    assert [str(told) for told in made.report.diagnostics if told.severity != "info"] == []
    return made


@pytest.fixture(scope="module")
def pages(built: Edition) -> tuple[Page, ...]:
    return built.laid.pages


@pytest.fixture(scope="module")
def pdf(built: Edition) -> Path:
    return built.pdf


@pytest.fixture(scope="module")
def texts(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def runs(items: Iterable[Any]) -> list[GlyphRun]:
    return [item for item in items if isinstance(item, GlyphRun)]


def all_runs(items: Iterable[Any]) -> list[GlyphRun]:
    """The words of a page where they stand, those of its charts too."""
    found = runs(items)
    for item in items:
        if isinstance(item, Placed):
            _, _, _, _, x, y = item.matrix
            inner = all_runs(item.drawing.items)
            found += [msgspec.structs.replace(run, x=run.x + x, y=run.y + y) for run in inner]
    return found


def test_twenty_pages_of_a4(pdf: Path):
    with pikepdf.open(pdf) as file:
        sizes = {tuple(round(float(v) / MM) for v in page.trimbox) for page in file.pages}
        assert (len(file.pages), sizes) == (20, {(0, 0, 210, 297)})


def test_every_section_title_stands_in_the_text_in_order(built: Edition, texts: list[str]):
    words = re.sub(r"\s", "", "".join(texts[2:]))
    at, sections = -1, built.laid.brochure.sections
    assert len(sections) == 15
    for section in sections:
        at = words.find(re.sub(r"\s", "", section.title.plain), at + 1)
        assert at >= 0, section.title.source


def test_running_text_is_found_though_space_is_set_around_its_digits(texts: list[str]):
    """Programs that search and copy see 平成26年度, not 平成 26 年度."""
    spaced = re.compile(r"[ぁ-んァ-ヶ一-龠] \d+|\d [ぁ-んァ-ヶ一-龠]")
    sentences = [line for page in texts for line in page.splitlines() if re.search(r"[ぁ-ん].*[、。]", line)]
    assert sum(bool(re.search(r"\d", line)) for line in sentences) > 20
    assert [line for line in sentences if spaced.search(line)] == []


def test_every_face_is_a_subset_with_its_characters(pdf: Path):
    with pikepdf.open(pdf) as file:
        faces = [each for each in file.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]
        whole = [face for face in faces if face.Subtype == "/Type0"]
        assert len(whole) == 6 and len(faces) == 12
        for face in whole:
            assert face.Encoding == "/Identity-H" and "/ToUnicode" in face
            descriptor = face.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor and re.match(r"/[A-Z]{6}\+", str(face.BaseFont))


def test_nothing_is_rasterised(pdf: Path):
    with pikepdf.open(pdf) as file:
        assert not [
            each for each in file.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]


def test_two_builds_are_equal_with_and_without_the_cache(pdf: Path, cache: Path, tmp_path: Path):
    brochure = ROOT / "data/brochure.yaml"
    for kept in (Cache(cache, str(brochure)), NOTHING):
        pipeline.build(pipeline.Wish(brochure, "screen", kept), tmp_path, Report())
        assert (tmp_path / pdf.name).read_bytes() == pdf.read_bytes()


def test_every_page_has_words(pages: tuple[Page, ...]):
    """So the tests below see some on each."""
    assert len(pages) == 20
    assert all(any(run.texts and not run.ys for run in all_runs(page.items)) for page in pages)


def test_no_text_comes_near_the_trim_but_the_tabs(pages: tuple[Page, ...]):
    for page in pages:
        trim = page.boxes.trim
        for run in all_runs(page.items):
            if run.ys:  # a thumb tab: upright, at the edge by design
                continue
            text = "".join(run.texts)
            assert run.x >= SAFETY and run.x + run.width <= trim.width - SAFETY, (page.number, text)
            assert run.y - run.size >= SAFETY and run.y <= trim.height - SAFETY, (page.number, text)


def test_type_is_nowhere_smaller_than_the_design_allows(pages: tuple[Page, ...]):
    for page in pages:
        for run in all_runs(page.items):
            least = 8 if run.lang == "en" else 9  # the credit line, and only it, is smaller
            assert run.size >= least * Q - 0.01, (page.number, "".join(run.texts))


def test_charts_stand_on_the_page_in_their_own_size(pages: tuple[Page, ...]):
    """So the two tests above see the words of charts where and as large as they are."""
    lettered = [item for page in pages for item in page.items if isinstance(item, Placed) and runs(item.drawing.items)]
    assert len(lettered) >= 10
    assert {item.matrix[:4] for item in lettered} == {(1.0, 0.0, 0.0, 1.0)}


def test_inside_pages_end_at_their_foot(built: Edition, pages: tuple[Page, ...]):
    """A panel, a picture or a line of text ends at y 278 mm, and nothing of the body goes beyond."""
    foot = 278 * MM
    sheet = built.laid.sheet
    for page in pages[2:19]:
        body = sheet.page.body(page.number % 2 == 1)
        ends = [end for item in page.items for end in [_ends(item, sheet)] if end and _within(item, body)]
        ends = [end for end in ends if min(end) < 280 * MM]  # below stand page number and running head
        nearest = min(abs(each - foot) for end in ends for each in end)
        assert nearest <= 0.1 * MM, (page.number, nearest / MM)
        assert max(min(end) for end in ends) <= foot + 0.1 * MM, page.number


def _within(item: Any, body: Rect) -> bool:
    """Whether an item stands in the text block: a thumb tab, which always ends at the foot, does not."""
    if isinstance(item, GlyphRun):
        return not item.ys
    if isinstance(item, Shape):
        xs = [value for value in item.path if not isinstance(value, str)][::2]
        return max(xs) > body.x + 1 and min(xs) < body.right - 1
    return True


def _ends(item: Any, sheet: StyleSheet) -> list[float]:
    """Where an item ends: its paint, or its line box in each text style that has its face and size."""
    if isinstance(item, GlyphRun):
        return [_line_foot(item, style, sheet) for style in sheet.texts.values() if _is_set_in(item, style)]
    if isinstance(item, Shape):
        return [max([value for value in item.path if not isinstance(value, str)][1::2])]
    clip = getattr(item, "clip", None)
    return [clip.bottom] if clip else []


def _is_set_in(run: GlyphRun, style: ParagraphStyle) -> bool:
    return run.face in style.char.fonts and abs(run.size - style.char.size) < 1e-6


def _line_foot(run: GlyphRun, style: ParagraphStyle, sheet: StyleSheet) -> float:
    """The line box has as much of its leading above as below the face's own height (CSS 2.2, 10.8.1)."""
    face = sheet.fonts.face(style.char.fonts[0])
    return run.y + style.char.rise + style.leading / 2 - (face.ascender - face.descender) / 2 * style.char.size


def test_no_line_begins_or_ends_with_what_it_may_not(pages: tuple[Page, ...]):
    """Strict kinsoku (JLREQ 3.1.7, 3.1.8) over all lines set in the text face."""
    never_first = {
        CharClass.CLOSING_BRACKET, CharClass.FULL_STOP, CharClass.COMMA, CharClass.MIDDLE_DOT,
        CharClass.DIVIDING, CharClass.ITERATION, CharClass.PROLONGED, CharClass.SMALL_KANA,
    }  # fmt: skip
    looked_at = 0
    for page in pages:
        for run in runs(page.items):
            text = "".join(run.texts).strip()
            if len(text) < 8 or run.ys or run.face != "text":
                continue
            looked_at += 1
            classes = classify(text)
            assert classes[0] not in never_first, (page.number, text)
            assert classes[-1] != CharClass.OPENING_BRACKET, (page.number, text)
    assert looked_at > 200
