"""From a PDF to its tags: text of marks in every way that programs write them; broken trees without a crash."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, String

from report.conform.accessibility import findings
from report.conform.tagged.tagnodes import Content, Tag, walk, whole_text
from report.conform.tagged.tagtree import opened, read, tag_tree
from report.messages import Failure
from tests.conform.sample import Build, Pen, pdf_of, sample, saved


def tags_of(build: Build) -> dict[str, Tag]:
    """The tags of a page by role; of several, the first."""
    found: dict[str, Tag] = {}
    for tag, _ in walk(read(pdf_of(build)).tree.tags):
        found.setdefault(tag.role, tag)
    return found


def text_of(content: str, **entries: object) -> str:
    """The text of a P whose only mark holds this content."""
    return tags_of(lambda pen: pen.tag("Document", pen.tag("P", pen.mark(content.format(**shown(pen))))))["P"].text


def shown(pen: Pen) -> dict[str, str]:
    return {"neri": pen.show("練"), "ma": pen.show("馬"), "n": pen.codes["練"], "m": pen.codes["馬"]}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("{neri} {ma}", "練馬"),
        ("BT /F1 8 Tf [<{n}> -2000 <{m}>] TJ ET", "練馬"),
        ("BT /F1 8 Tf 9 TL <{n}> ' 1 2 <{m}> \" ET", "練馬"),
        ("q BT /F1 8 Tf ET Q BT /F1 8 Tf <{n}> Tj ET", "練"),
        ("/Span <</ActualText <FEFF533A>>> BDC {neri} {ma} EMC {ma}", "区馬"),
        ("/Span <</ActualText ()>> BDC {neri} /Span <</ActualText (x)>> BDC {ma} EMC EMC", ""),
        ("/Artifact BMC {neri} EMC {ma}", "馬"),
        ("/Span BMC {neri} EMC EMC", "練"),
        ("BT <{n}> Tj ET", ""),
        ("BT /None 8 Tf <{n}> Tj ET", ""),
    ],
)
def test_text_of_a_mark(content: str, expected: str) -> None:
    assert text_of(content) == expected


def test_text_in_a_form_belongs_to_the_mark_around_it() -> None:
    figure = next(tag for tag, _ in walk(read(sample()).tree.tags) if tag.role == "Figure")
    assert (figure.text, figure.alt, figure.page) == ("外枠", "四角い図", 1)
    assert figure.attributes == {"Layout.BBox": (20, 20, 70, 70), "Layout.Placement": "Block"}


def test_a_form_may_have_marks_of_its_own() -> None:
    def build(pen: Pen) -> Object:
        form = pen.pdf.make_stream(f"/Span <</MCID 3>> BDC {pen.show('練馬')} EMC".encode())
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 900])
        form.Resources = Dictionary(Font=pen.page.Resources.Font)
        pen.page.Resources.XObject = Dictionary(X1=form)
        pen.content.append("/X1 Do /X1 Do")
        return pen.tag("Document", pen.tag("P", Dictionary(Type=Name.MCR, MCID=3, Pg=pen.page, Stm=form)))

    assert tags_of(build)["P"].text == "練馬"


def test_marks_of_forms_within_forms_are_found() -> None:
    def build(pen: Pen) -> Object:
        inner = f"/Span <</MCID 3>> BDC {pen.show('練馬')} EMC"
        resources = Dictionary(Font=pen.page.Resources.Font)
        forms = []
        for _ in range(8):
            form = pen.pdf.make_stream(inner.encode())
            form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 900])
            form.Resources = resources
            inner, resources = "/X1 Do", Dictionary(XObject=Dictionary(X1=form))
            forms.append(form)
        pen.page.Resources.XObject = Dictionary(X1=forms[-1])
        pen.content.append("/X1 Do")
        return pen.tag("Document", pen.tag("P", Dictionary(Type=Name.MCR, MCID=3, Pg=pen.page, Stm=forms[0])))

    assert tags_of(build)["P"].text == "練馬"


def test_an_object_is_taken_as_a_whole() -> None:
    def build(pen: Pen) -> Object:
        form = pen.pdf.make_stream(pen.show("外枠").encode())
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 900])
        form.Resources = Dictionary(Font=pen.page.Resources.Font)
        pen.page.Resources.XObject = Dictionary(X1=form)
        pen.content.append("/X1 Do")
        return pen.tag("Document", pen.tag("Figure", Dictionary(Type=Name.OBJR, Obj=form, Pg=pen.page)))

    assert tags_of(build)["Figure"].kids == (Content(1, "外枠", "object"),)


def test_properties_may_be_named() -> None:
    def build(pen: Pen) -> Object:
        pen.page.Resources.Properties = Dictionary(
            M0=Dictionary(MCID=0, Lang=String("en")), T=Dictionary(ActualText=String("区"))
        )
        pen.content.append(f"/P /M0 BDC /Span /T BDC {pen.show('練')} EMC EMC /P /None BDC EMC")
        pen.owners.append(None)
        return pen.tag("Document", pen.tag("P", 0))

    assert tags_of(build)["P"].kids == (Content(1, "区", "text", "", "en"),)


def test_classes_and_attributes_come_together_and_roles_are_led_on() -> None:
    def build(pen: Pen) -> Object:
        own = Array([Dictionary(O=Name.Table, ColSpan=2), 0, Dictionary(O=Name.Table, Headers=Array([String("a")]))])
        return pen.tag("Document", pen.tag("TH", pen.text("年度"), A=own, C=Name.Wide))

    pdf = pdf_of(build)
    pdf.Root.StructTreeRoot.ClassMap = Dictionary(Wide=Dictionary(O=Name.Table, Scope=Name.Row, ColSpan=3))
    cell = read(pdf).tree.tags[0].tags[0]
    assert cell.attributes == {"Table.Scope": "Row", "Table.ColSpan": 2, "Table.Headers": ("a",)}
    lead = next(tag for tag, _ in walk(read(sample()).tree.tags) if tag.role == "Lead")
    assert (lead.standard, whole_text(lead)) == ("P", "練馬ねりま区で保育所を増やした。Hello")


def test_links_tell_where_they_lead() -> None:
    def target(**entries: object) -> str:
        def build(pen: Pen) -> Object:
            link = pen.link("保育所", "https://example.jp/", 1)
            annotation = pen.page.Annots[0]
            del annotation.A
            for key, value in entries.items():
                annotation[f"/{key}"] = value(pen) if callable(value) else value
            return pen.tag("Document", pen.tag("P", link))

        pdf = pdf_of(build)
        pdf.Root.Dests = Dictionary(old=Dictionary(D=Array([pdf.pages[0].obj, Name.Fit])))
        return tags_of_pdf(pdf)["Link"].contents[-1].target

    assert target(A=Dictionary(S=Name.URI, URI=String("mailto:a@b"))) == "mailto:a@b"
    assert target(Dest=lambda pen: Array([pen.page, Name.Fit])) == "#page=1"
    assert target(A=Dictionary(S=Name.GoTo, D=Name.old)) == "#page=1"
    assert target(Dest=String("nowhere")) == "#nowhere"
    assert target() == ""


def tags_of_pdf(pdf: pikepdf.Pdf) -> dict[str, Tag]:
    return {tag.role: tag for tag, _ in walk(read(pdf).tree.tags)}


def test_broken_trees_are_read_as_far_as_they_go() -> None:
    pdf = sample()
    top = pdf.Root.StructTreeRoot.K
    top.K.append(top)  # a loop
    top.K.append(top.K[0])  # twice
    top.K.append(String("no kid"))
    chain = pdf.make_indirect(Dictionary(S=Name.Sect, K=Array([])))
    top.K.append(chain)
    for _ in range(300):
        below = pdf.make_indirect(Dictionary(S=Name.Sect, K=Array([])))
        chain.K.append(below)
        chain = below
    tree = read(pdf).tree
    assert [str(flaw.message) for flaw in tree.flaws] == [
        "a tag stands in two places of the tree, or within itself",
        "a kid of a tag is neither a tag nor content",
        "tags nested more than 100 deep",
    ]
    assert tree.tags[0].tags[0].text == "改革ねりま"


def test_forms_that_contain_themselves_end() -> None:
    pdf = sample()
    form = pdf.pages[0].Resources.XObject.X1
    form.Resources.XObject = Dictionary(X1=form)
    form.write(b"/X1 Do")
    assert read(pdf).marks.broken == (1,)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda pdf: b"no PDF", "this is not a PDF file, or it is damaged"),
        (
            lambda pdf: saved(pdf, encryption=pikepdf.Encryption(owner="o", user="u")),
            "this PDF opens only with a password",
        ),
        (lambda pdf: untagged(pdf), "this PDF has no tags"),
    ],
)
def test_files_that_cannot_be_read_are_told(make: object, message: str) -> None:
    with pytest.raises(Failure) as caught:
        tag_tree(make(sample()))  # type: ignore[operator]
    assert [str(d.message) for d in caught.value.diagnostics] == [message]


def untagged(pdf: pikepdf.Pdf) -> bytes:
    del pdf.Root.StructTreeRoot
    return saved(pdf)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"none\.pdf: error: no such file"):
        opened(tmp_path / "none.pdf")


@pytest.mark.parametrize(
    "content", [b"q (", b"/A", b"5 Do", b"<< /A", b"/P 5 BDC EMC", b"[ 1 2 TJ", b"BT 5 Tj", b"0 (a) q"]
)
def test_content_that_is_none_is_not_tripped_over(content: bytes) -> None:
    pdf = sample()
    pdf.pages[0].Contents = pdf.make_stream(content)
    assert read(pdf).tree.tags
    assert "ISO 32000-1 14.7.4.2" in {finding.clause for finding in findings(saved(pdf))}


def test_operators_that_are_none_are_told() -> None:
    pdf = sample()
    pdf.pages[0].Contents = pdf.make_stream(pdf.pages[0].Contents.read_bytes() + b"\n\xda\xdb")
    assert {finding.clause for finding in findings(saved(pdf))} == {"ISO 19005-2 6.2.2"}
