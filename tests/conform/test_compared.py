"""Pages as pictures, places of words and marks, on the sample edition."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from report.conform.marked import marked
from report.conform.page_pictures import page_pictures
from report.conform.word_places import word_places
from report.difference import Span
from report.difference.marks import Mark
from report.difference.telling import Sought
from report.messages import Failure
from report.record.made import record
from report.record.model import PrintedBlock
from report.units import Rect
from tests.conftest import Editions

PAGES = 20


def block_of(edition: Editions, words: str) -> PrintedBlock:
    return next(each for each in record(edition("sample").laid).blocks if words in each.words and each.page > 2)


def test_only_the_pages_asked_for_are_shown_as_they_are_cut(edition: Editions) -> None:
    content = edition("sample").pdf.read_bytes()
    (fourth, third) = page_pictures(content, [4, 3], PAGES, "a.pdf")
    assert (fourth.page, third.page) == (4, 3)
    with Image.open(io.BytesIO(fourth.content)) as picture:
        assert (picture.format, picture.size) == ("WEBP", fourth.size)
    assert fourth.size[0] / fourth.size[1] == pytest.approx(210 / 297, abs=0.002)


@pytest.mark.parametrize(
    ("before", "words", "after", "lines"),
    [
        ("全国", "トップレベル", "の", 1),
        ("9年間で、", "約8,500人という全国トップレベルの定員拡大", "を", 2),
        ("", "初めてとなる区", "", 2),
    ],
)
def test_words_are_found_in_their_block_line_by_line(
    before: str, words: str, after: str, lines: int, edition: Editions
) -> None:
    block = block_of(edition, before + words + after)
    sought = Sought(Rect(*block.rect), (Span("=", before), Span("+", words), Span("=", after)))
    content = edition("sample").pdf.read_bytes()
    rects = word_places(content, {block.page: [sought]}, PAGES, "a.pdf")[sought]
    assert len(rects) == lines
    for rect in rects:
        x, y = rect.centre
        assert block.rect[0] <= x <= block.rect[0] + block.rect[2] and block.rect[1] <= y <= sum(block.rect[1::2])


@pytest.mark.parametrize("words", ["どこにもない言葉", ""])
def test_words_that_do_not_stand_there_have_no_place(words: str, edition: Editions) -> None:
    block = block_of(edition, "トップレベル")
    sought = Sought(Rect(*block.rect), (Span("+", words),))
    assert not word_places(edition("sample").pdf.read_bytes(), {4: [sought]}, PAGES, "a.pdf")


def test_a_file_of_other_pages_or_none_is_a_failure(edition: Editions) -> None:
    content = edition("sample").pdf.read_bytes()
    for harmed, count in ((content, 19), (b"%PDF-1.7", PAGES)):
        with pytest.raises(Failure):
            list(page_pictures(harmed, [1], count, "a.pdf"))
    with pytest.raises(Failure):
        marked(content, [], 19, "a.pdf")


def test_marks_join_the_links_of_a_page_and_the_file_says_no_more_of_standards(edition: Editions) -> None:
    content = edition("sample").pdf.read_bytes()
    frame = Mark(2, (Rect(100, 50, 20, 10),), "前：甲", (1.0, 0.0, 0.0))
    colour = Mark(2, (Rect(100, 50, 20, 10), Rect(50, 65, 30, 10)), "後：乙", (1.0, 0.8, 0.0), fills=True)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        links = len(pdf.pages[1].Annots)
    with pikepdf.open(io.BytesIO(marked(content, [frame, colour], PAGES, "a.pdf"))) as pdf:
        page = pdf.pages[1]
        assert len(page.Annots) == links + 2
        square, highlight = page.Annots[-2:]
        height = float(page.MediaBox[3])
        assert (square.Subtype, str(square.Contents)) == ("/Square", "前：甲")
        assert [float(each) for each in square.Rect] == pytest.approx([97, height - 63, 123, height - 47], abs=0.01)
        assert (highlight.Subtype, len(highlight.QuadPoints)) == ("/Highlight", 16)
        assert [float(each) for each in highlight.QuadPoints[:2]] == pytest.approx([100, height - 50], abs=0.01)
        assert b"re f" in highlight.AP.N.read_bytes()
        assert b"<pdfaid:" not in pdf.Root.Metadata.read_bytes() and b"<pdfuaid:" not in pdf.Root.Metadata.read_bytes()
        assert b"<dc:title>" in pdf.Root.Metadata.read_bytes()
