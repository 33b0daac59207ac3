"""The sample edition as a print file: what a printer would send it back for, and that it is the screen file's pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import ImageStat

from report import pipeline
from report.cache import NOTHING, Cache
from report.conform.plates.separate import plates, separating
from report.conform.preflight.subject import Subject, opened
from report.messages import Report
from report.units import MM
from tests.conftest import Editions
from tests.validators import ghostscript_plates

ROOT = Path(__file__).parent.parent
COLOURS = {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri"}
ALLOWED = {"k", "K", "cs", "scn"}  # four inks, and the Separation of all plates


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> pipeline.Built:
    brochure = ROOT / "data/brochure.yaml"
    wish = pipeline.Wish(brochure, "print", Cache(cache, str(brochure)))
    return pipeline.build(wish, tmp_path_factory.mktemp("out"), Report())


@pytest.fixture(scope="module")
def print_file(built: pipeline.Built) -> Path:
    return built.files[0].file


@pytest.fixture(scope="module")
def subject(print_file: Path) -> Any:
    with opened(print_file.read_bytes(), "print") as made:
        yield made


def test_the_desk_finds_no_error(built: pipeline.Built) -> None:
    findings = built.files[0].made.findings
    assert {found.check.severity for found in findings} == {"info", "warning"}


def test_every_stream_names_inks_only(print_file: Path) -> None:
    with pikepdf.open(print_file) as pdf:
        forms = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"]
        streams = [page.obj for page in pdf.pages] + forms
        assert not [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/PatternType" in each]
        used = {str(operator) for each in streams for _, operator in pikepdf.parse_content_stream(each)}
    assert used & COLOURS == ALLOWED


def test_all_paint_is_of_four_inks_or_of_every_plate(subject: Subject) -> None:
    spaces = {(paint.space.family, paint.space.names) for paint in subject.paints}
    assert spaces == {("DeviceCMYK", ()), ("Separation", ("All",))}


def test_black_text_is_one_ink_and_overprints(subject: Subject) -> None:
    black = [paint for paint in subject.paints if paint.kind == "text" and paint.colour.parts == (0, 0, 0, 1)]
    assert len(black) > 200
    assert all(paint.overprint and paint.opm == 1 for paint in black)
    others = [paint for paint in subject.paints if paint.kind != "text" or paint.colour.parts != (0, 0, 0, 1)]
    assert {paint.kind for paint in others} == {"text", "fill", "stroke"}
    assert not any(paint.overprint for paint in others)


def test_boxes_leave_room_for_bleed_and_marks(print_file: Path) -> None:
    with pikepdf.open(print_file) as pdf:
        assert (pdf.pdf_version, len(pdf.pages)) == ("1.6", 20)
        for page in pdf.pages:
            boxes = [[float(v) / MM for v in page.obj[box]] for box in ("/TrimBox", "/BleedBox", "/MediaBox")]
            assert boxes[0] == pytest.approx([13.3, 13.3, 223.3, 310.3], abs=0.01)
            assert boxes[1] == pytest.approx([10.3, 10.3, 226.3, 313.3], abs=0.01)
            assert boxes[2] == pytest.approx([0, 0, 236.6, 323.6], abs=0.01)
            assert "/Annots" not in page.obj


def test_the_intent_tells_the_truth_about_its_profile(print_file: Path) -> None:
    with pikepdf.open(print_file) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
        profile = (ROOT / "styles/icc/FOGRA39L_coated.icc").read_bytes()
        assert intent.DestOutputProfile.read_bytes() == profile and b"FOGRA39L" in profile


def test_marks_lie_outside_the_bleed(subject: Subject) -> None:
    marks = [paint for paint in subject.paints if paint.space.names == ("All",)]
    assert {paint.page for paint in marks} == {*range(1, 21)} and len(marks) > 20 * 20
    for paint in marks:
        assert not paint.bounds.meets(subject.sheet(paint.page).bleed.grown(-0.2)), paint


def test_text_stands_where_it_stands_on_the_screen(edition: Editions, subject: Subject) -> None:
    """To a hundredth of a point, measured from the trim."""

    def placed(of: Subject) -> list[tuple[int, str, float, float]]:
        made = []
        for paint in of.paints:
            trim = of.sheet(paint.page).trim
            if paint.kind == "text" and paint.bounds.meets(trim):
                where = paint.bounds
                made.append((paint.page, paint.text, round(where.left - trim.left, 1), round(where.bottom, 1)))
        return made

    with opened(edition("sample").pdf.read_bytes(), "screen") as screen:
        on_screen = placed(screen)
        lift = subject.sheet(1).trim.bottom
        on_paper = [(page, text, x, round(y - lift, 1)) for page, text, x, y in placed(subject)]
    assert len(on_screen) > 1000
    assert [entry[:2] for entry in on_paper] == [entry[:2] for entry in on_screen]
    assert all(abs(a[2] - b[2]) <= 0.11 and abs(a[3] - b[3]) <= 0.11 for a, b in zip(on_paper, on_screen, strict=True))


def test_two_print_files_are_equal(built: pipeline.Built, print_file: Path) -> None:
    laid = built.laid
    from report.deliver.targets import Job

    again = Job(laid, pipeline.metadata(laid.brochure), NOTHING, Report()).make("print")
    assert again.content == print_file.read_bytes()


def test_plates_agree_with_ghostscripts(print_file: Path, tmp_path: Path) -> None:
    """To 2 per cent of every plate of every page; measured: 0.6."""
    dpi = 36  # means do not ask for more
    theirs = ghostscript_plates(print_file, tmp_path, dpi)
    with separating(print_file.read_bytes()) as separator:
        ours = [
            {name: ImageStat.Stat(image).mean[0] / 2.55 for name, image in zip(made.names, made.images, strict=True)}
            for made in separator.plates(range(1, len(separator.sheets) + 1), dpi)
        ]
    assert len(ours) == len(theirs) == 20
    for mine, other in zip(ours, theirs, strict=True):
        assert mine == pytest.approx(other, abs=2)


def test_running_text_is_on_the_black_plate_alone(print_file: Path) -> None:
    """The paragraph at the head of page 3, which stands on white (styles/README.md, Rhythm of the pages)."""
    made = plates(print_file.read_bytes(), 3)
    mm = 72 / 25.4
    edge = 13.3  # of the trim
    box = tuple(int(v * mm) for v in (edge + 14, edge + 84.5, edge + 186, edge + 104))
    ink = {
        name: ImageStat.Stat(image.crop(box)).mean[0] / 2.55
        for name, image in zip(made.names, made.images, strict=True)
    }
    assert ink["C"] == ink["M"] == ink["Y"] == 0 < 5 < ink["K"]
