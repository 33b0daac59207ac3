"""The sample edition, whole: what a printer, a reader and the design (DESIGN §11) would check on every page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from report import pipeline
from report.compose.characters import CharClass, classify
from report.content.markup import plain_text
from report.diagnostics import Report
from report.page import GlyphRun, Page
from report.units import MM, Q

ROOT = Path(__file__).parent.parent
SAFETY = 5 * MM


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Any:
    out = tmp_path_factory.mktemp("out")
    cache = {"REPORT_CACHE": str(tmp_path_factory.mktemp("cache"))}
    report = Report()
    made = pipeline.build(ROOT / "data/brochure.yaml", "screen", out, cache, report, lambda stage: None)
    assert [str(told) for told in report.diagnostics if told.severity != "info"] == []
    return made, cache


@pytest.fixture(scope="module")
def pages(built: Any) -> tuple[Page, ...]:
    return built[0].laid.pages


@pytest.fixture(scope="module")
def pdf(built: Any) -> Path:
    return built[0].files[0][0]


@pytest.fixture(scope="module")
def texts(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def runs(page: Page) -> list[GlyphRun]:
    return [item for item in page.items if isinstance(item, GlyphRun)]


def test_twenty_pages_of_a4(pdf: Path):
    with pikepdf.open(pdf) as file:
        sizes = {tuple(round(float(v) / MM) for v in page.trimbox) for page in file.pages}
        assert (len(file.pages), sizes) == (20, {(0, 0, 210, 297)})


def test_every_section_title_stands_in_the_text_in_order(built: Any, texts: list[str]):
    words = re.sub(r"\s", "", "".join(texts[2:]))
    at = -1
    for section in built[0].laid.brochure.sections:
        at = words.find(re.sub(r"\s", "", plain_text(section.title)), at + 1)
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


def test_two_builds_are_equal_with_and_without_the_cache(built: Any, pdf: Path, tmp_path: Path):
    _, cache = built
    for environment in (cache, {"REPORT_CACHE": "off"}):
        pipeline.build(ROOT / "data/brochure.yaml", "screen", tmp_path, environment, Report(), lambda stage: None)
        assert (tmp_path / pdf.name).read_bytes() == pdf.read_bytes()


def test_no_text_comes_near_the_trim_but_the_tabs(pages: tuple[Page, ...]):
    for page in pages:
        trim = page.boxes.trim
        for run in runs(page):
            if run.ys:  # a thumb tab: upright, at the edge by design
                continue
            text = "".join(run.texts)
            assert run.x >= SAFETY and run.x + run.width <= trim.width - SAFETY, (page.number, text)
            assert run.y - run.size >= SAFETY and run.y <= trim.height - SAFETY, (page.number, text)


def test_type_is_nowhere_smaller_than_the_design_allows(pages: tuple[Page, ...]):
    for page in pages:
        for run in runs(page):
            least = 8 if run.lang == "en" else 9  # the credit line, and only it, is smaller
            assert run.size >= least * Q - 0.01, (page.number, "".join(run.texts))


def test_inside_pages_end_at_their_foot(pages: tuple[Page, ...]):
    """Something — paint or a line of text — reaches y 278 mm, and nothing of the body goes beyond."""
    foot = 278 * MM
    for page in pages[2:19]:
        ends = [_bottom(item) for item in page.items]
        body = [end for end in ends if end is not None and end < 280 * MM]
        assert max(body) == pytest.approx(foot, abs=2.2 * MM), page.number
        assert max(body) <= foot + 0.1 * MM, page.number


def _bottom(item: Any) -> float | None:
    if isinstance(item, GlyphRun):
        return item.y if not item.ys else None
    path = getattr(item, "path", None)
    if path:
        numbers = [value for value in path if not isinstance(value, str)]
        return max(numbers[1::2])
    clip = getattr(item, "clip", None)
    return clip.bottom if clip else None


def test_no_line_begins_or_ends_with_what_it_may_not(pages: tuple[Page, ...]):
    """Strict kinsoku (JLREQ 3.1.7, 3.1.8) over all lines set in the text face."""
    never_first = {
        CharClass.CLOSING_BRACKET, CharClass.FULL_STOP, CharClass.COMMA, CharClass.MIDDLE_DOT,
        CharClass.DIVIDING, CharClass.ITERATION, CharClass.PROLONGED, CharClass.SMALL_KANA,
    }  # fmt: skip
    for page in pages:
        for run in runs(page):
            text = "".join(run.texts).strip()
            if len(text) < 8 or run.ys or run.face != "text":
                continue
            classes = classify(text)
            assert classes[0] not in never_first, (page.number, text)
            assert classes[-1] != CharClass.OPENING_BRACKET, (page.number, text)
