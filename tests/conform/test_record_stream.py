"""The record goes along with the screen and the print file, and comes back as it went in."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pikepdf
import pytest

from report.conform.record_stream import embedded
from report.messages import Failure
from report.record.made import record
from tests.conftest import ROOT, Editions, Run


@pytest.fixture(scope="module")
def pdf(edition: Editions) -> Path:
    return edition("brief").pdf


@pytest.mark.parametrize("name", ["sample", "brief"])
def test_a_screen_file_holds_its_record(edition: Editions, name: str) -> None:
    made = edition(name)
    assert embedded(made.pdf) == record(made.laid)


def test_a_print_file_holds_the_same(project: Path, run: Run) -> None:
    shutil.copytree(ROOT / "styles/icc", project / "styles/icc")
    assert run("build", "--target", "all").code == 0
    screen, press = (embedded(project / f"output/small.{target}.pdf") for target in ("screen", "print"))
    assert screen == press and screen.edition == "small"


def test_the_data_are_dated_as_the_edition(pdf: Path) -> None:
    with pikepdf.open(pdf) as file:
        data = file.Root.PieceInfo.Report
        assert str(data.LastModified) == str(file.docinfo.CreationDate)
        assert data.Private.Filter == pikepdf.Name.FlateDecode


def changed(pdf: Path, folder: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    with pikepdf.open(pdf) as file:
        change(file)
        file.save(folder / "changed.pdf")
    return folder / "changed.pdf"


def _put(content: bytes) -> Callable[[pikepdf.Pdf], None]:
    def put(file: pikepdf.Pdf) -> None:
        file.Root.PieceInfo.Report.Private = file.make_stream(zlib.compress(content), Filter=pikepdf.Name.FlateDecode)

    return put


def _without(file: pikepdf.Pdf) -> None:
    del file.Root.PieceInfo


def _of_another(file: pikepdf.Pdf) -> None:
    file.Root.PieceInfo = pikepdf.Dictionary(Illustrator=file.Root.PieceInfo.Report)


def _no_stream(file: pikepdf.Pdf) -> None:
    file.Root.PieceInfo.Report.Private = pikepdf.Name("/None")


def _cut_off(file: pikepdf.Pdf) -> None:
    raw = file.Root.PieceInfo.Report.Private.read_raw_bytes()
    file.Root.PieceInfo.Report.Private = file.make_stream(raw[:-9], Filter=pikepdf.Name.FlateDecode)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_without, "record-missing"),
        (_of_another, "record-missing"),
        (_no_stream, "record-missing"),
        (_cut_off, "record-broken"),
        (_put(b"[]"), "record-broken"),
        (_put(b'{"version":1}'), "record-broken"),
        (_put(b'{"version":99}'), "record-later"),
        (_put(bytes(60_000_000)), "record-broken"),
    ],
)
def test_what_is_not_ours_is_told(pdf: Path, tmp_path: Path, change: Callable[[pikepdf.Pdf], None], told: str) -> None:
    with pytest.raises(Failure) as raised:
        embedded(changed(pdf, tmp_path, change))
    assert [each.message.id for each in raised.value.diagnostics] == [told]


def test_a_file_that_is_no_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no")
    with pytest.raises(Failure) as raised:
        embedded(tmp_path / "a.pdf")
    assert raised.value.diagnostics[0].message.id == "pdf-wrong"


def test_a_file_saved_by_another_program_still_tells(pdf: Path, tmp_path: Path, edition: Editions) -> None:
    assert embedded(changed(pdf, tmp_path, lambda file: None)) == record(edition("brief").laid)


def test_nothing_but_the_record_is_added_to_a_file(edition: Editions, tmp_path: Path) -> None:
    """The painted pages are the same with it and without."""
    from report.conform.screen import finish
    from report.paint.canvas import paint
    from report.paint.target import SCREEN
    from report.pipeline import metadata

    laid = edition("brief").laid
    about = metadata(laid.brochure)
    painted = paint(laid.pages, laid.sheet.palette, laid.sheet.fonts, SCREEN, about, laid.tagged)
    packed = msgspec.json.encode(record(laid))
    with_it, without = tmp_path / "with.pdf", tmp_path / "without.pdf"
    with_it.write_bytes(finish(painted, about, packed))
    without.write_bytes(finish(painted, about))
    with pikepdf.open(with_it) as one, pikepdf.open(without) as other:
        assert {*one.Root.keys()} - {*other.Root.keys()} == {"/PieceInfo"}
        for page, same in zip(one.pages, other.pages, strict=True):
            assert page.Contents.read_raw_bytes() == same.Contents.read_raw_bytes()
        assert len(one.objects) - len(other.objects) == 1
