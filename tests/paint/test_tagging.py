"""Marks on a page and the elements they belong to."""

from __future__ import annotations

import io
from typing import Any

import msgspec
import pikepdf
import pypdfium2
import pytest

from report.layout.hidden_text import Tagged, hide
from report.messages import Origin, Report
from report.page import Artifact, Drawing, GlyphRun, Item, Link, Page, PageBoxes, Placed
from report.page.shapes import rectangle
from report.paint.canvas import paint
from report.paint.target import SCREEN
from report.style.fonts import FontBook
from report.text.tags import Content, StructElem, Words, figure, paragraphs, said, table
from report.units import Rect, Size
from tests.paint.conftest import META, PALETTE
from tests.words import written

HERE = Origin("a.yaml", 1, 1)
BOXES = PageBoxes(Size(100, 200), 0)
SQUARE = Drawing("square", Size(10, 10), (rectangle(Rect(0, 0, 10, 10), "base"),))


@pytest.fixture
def tagged(book: FontBook):
    """The content of the pages, and the root of the tree."""
    opened = []

    def of(root: StructElem, *pages: list[Item]) -> tuple[list[str], Any]:
        sheets = [Page(i, str(i), BOXES, tuple(items)) for i, items in enumerate(pages, 1)]
        whole = Tagged(root, hide(root, book, Report()))
        pdf = pikepdf.open(io.BytesIO(paint(sheets, PALETTE, book, SCREEN, META, whole)))
        opened.append(pdf)
        return [page.Contents.read_bytes().decode("ascii") for page in pdf.pages], pdf.Root.StructTreeRoot

    yield of
    for pdf in opened:
        pdf.close()


def runs(line: Any, words: str, y: float, owner: object, **more: Any) -> list[Item]:
    made = [msgspec.structs.replace(run, owner=owner, **more) for run in line(words, 10, y, "text")]
    return list(made)


def roles(node: Any) -> Any:
    """(role, kids), each kid an MCID, "obj", a page's MCID or a node."""
    kids = node.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids] if "/K" in node else []
    made = []
    for kid in kids:
        if not isinstance(kid, pikepdf.Dictionary):
            made.append(int(kid))
        elif "/S" in kid:
            made.append(roles(kid))
        else:
            made.append("obj" if kid.Type == "/OBJR" else f"mcr {int(kid.MCID)}")
    return str(node.S)[1:], made


def document(*kids: StructElem) -> StructElem:
    return StructElem("Document", kids, lang="ja")


def test_the_tree_has_the_authors_order_whatever_is_painted_first(tagged, line) -> None:
    first, second = written("先", HERE), written("後", Origin("a.yaml", 2, 1))
    content, root = tagged(
        document(*paragraphs(first), *paragraphs(second)), [*runs(line, "後", 50, second), *runs(line, "先", 20, first)]
    )
    assert roles(root.K) == ("Document", [("P", [1]), ("P", [0])])
    assert content[0].count("BDC") == content[0].count("EMC") == 2
    nums = root.ParentTree.Nums
    assert (int(nums[0]), [str(node.S) for node in nums[1]]) == (0, ["/P", "/P"])


def test_what_nobody_owns_is_an_artifact_of_its_kind(tagged, line) -> None:
    words = written("字", HERE)
    items = [
        rectangle(Rect(0, 0, 5, 5), "base"),
        rectangle(Rect(0, 0, 100, 200), "base", owner=Artifact.BACKGROUND),
        *runs(line, "字", 20, words),
        *runs(line, "12", 190, Artifact.PAGINATION),
    ]
    content, _ = tagged(document(*paragraphs(words)), items)
    found = [text for text in content[0].split("\n") if text.startswith("/")]
    assert found[:2] == ["/Artifact BMC", "/Artifact<</Type/Background>>BDC"]
    assert "/P<</MCID 0>>BDC" in found and "/Artifact<</Type/Pagination>>BDC" in found


def test_a_paragraph_over_two_pages_is_one(tagged, line) -> None:
    words = written("長文", HERE)
    _, root = tagged(document(*paragraphs(words)), runs(line, "長", 190, words), runs(line, "文", 20, words))
    assert roles(root.K) == ("Document", [("P", [0, "mcr 0"])])


def test_ruby_links_and_languages_become_elements_in_their_places(tagged, line) -> None:
    words = written("x", HERE)
    items = [
        *runs(line, "前", 20, words),
        *runs(line, "練馬", 20, words, role="base", pair=1),
        *runs(line, "後", 20, words),
        *runs(line, "ねりま", 12, words, role="reading", pair=1),
        *runs(line, "Web", 20, words, link="https://example.jp", lang="en"),
        Link(rect=Rect(0, 0, 9, 9), target="https://example.jp", title="Web", owner=words),
    ]
    _, root = tagged(document(*paragraphs(words)), items)
    ruby = ("Ruby", [("RB", [1]), ("RT", [3])])
    assert roles(root.K) == ("Document", [("P", [0, ruby, 2, ("Link", [("Span", [4]), "obj"])])])


def test_a_figure_knows_where_it_lies_and_what_it_shows(tagged) -> None:
    owner = written("図", HERE)
    placed = Placed(drawing=SQUARE, matrix=(2, 0, 0, 2, 90, 30), owner=owner)
    _, root = tagged(document(figure(owner, "四角")), [placed])
    node = root.K.K
    assert (str(node.Alt), [float(v) for v in node.A.BBox]) == ("四角", [90, 150, 100, 170])


def test_words_that_are_heard_follow_their_drawing_in_no_ink(tagged) -> None:
    owner = written("図", HERE)
    values = table([[Words("年"), Words("人")], [Words("令5"), Words("9")]], None, True, HERE)
    placed = Placed(drawing=SQUARE, matrix=(1, 0, 0, 1, 20, 30), owner=owner)
    content, root = tagged(document(figure(owner, "図"), values), [placed])
    assert content[0].count("3 Tr") == 1
    rows = [("TR", [("TH", [1]), ("TH", [2])])], [("TR", [("TH", [3]), ("TD", [4])])]
    assert roles(root.K)[1][1] == ("Table", [("THead", rows[0]), ("TBody", rows[1])])


def test_programs_that_extract_text_part_the_cells_and_rows_that_are_heard(book: FontBook) -> None:
    rows = (("年度", "人数", "総数"), ("令和4年度", "9人", "12人"), ("令和5年度", "10人", "14人"))
    owner = written("図", HERE)
    values = table([[Words(cell) for cell in row] for row in rows], None, True, HERE)
    placed = Placed(drawing=SQUARE, matrix=(1, 0, 0, 1, 20, 30), owner=owner)
    root = document(figure(owner, "図"), values)
    whole = Tagged(root, hide(root, book, Report()))
    data = paint([Page(1, "1", BOXES, (placed,))], PALETTE, book, SCREEN, META, whole)
    with pypdfium2.PdfDocument(data) as file:
        found = file[0].get_textpage().get_text_range()
    assert found.splitlines() == [" ".join(row) for row in rows]


def test_what_the_structure_lacks_or_has_in_vain_is_the_engines_fault(tagged, line) -> None:
    known, other = written("字", HERE), written("外", Origin("b.yaml"))
    with pytest.raises(ValueError, match="not in the structure"):
        tagged(document(*paragraphs(known)), runs(line, "外", 20, other))
    with pytest.raises(ValueError, match="on no page"):
        tagged(document(*paragraphs(known)), [rectangle(Rect(0, 0, 5, 5), "base")])
    with pytest.raises(ValueError, match="twice"):
        tagged(document(said("P", Content(known)), said("P", Content(known))), runs(line, "字", 20, known))


def test_glyphs_that_stand_for_other_characters_than_the_file_says_say_so(tagged, line) -> None:
    words = written("字", HERE)
    (run,) = runs(line, "字", 20, words)
    assert isinstance(run, GlyphRun)
    content, _ = tagged(document(*paragraphs(words)), [run, msgspec.structs.replace(run, y=40, texts=("異",))])
    assert content[0].count("/ActualText<FEFF7570>") == 1
