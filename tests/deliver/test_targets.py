"""What the targets make of the small project, and what they refuse."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from report.conform.preflight.subject import opened as subject_of
from report.units import MM
from tests.conftest import Run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def styled(project: Path) -> Callable[..., None]:
    """Changes the project's style; its profiles lie beside it."""
    (project / "styles/icc").symlink_to(ROOT / "styles/icc")
    file = project / "styles/nerima.yaml"

    def change(*pairs: tuple[str, str], print_: str = "") -> None:
        text = file.read_text(encoding="utf-8")
        text = text[: text.index("\nprint:")] if print_ else text
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new, 1)
        file.write_text(text + (f"\nprint: {print_}\n" if print_ else ""), encoding="utf-8")

    return change


def images(file: Path) -> list[Any]:
    """Of each image: colour space, data, Decode."""
    with pikepdf.open(file) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        return [(_words(each.ColorSpace), each.read_raw_bytes(), _words(each.get("/Decode"))) for each in found]


def _words(value: Any) -> list[str]:
    return [str(part) for part in value] if isinstance(value, pikepdf.Array) else [str(value)]


def photo(project: Path, picture: Image.Image) -> None:
    picture.save(project / "data/pictures/square.jpg", quality=95)


def test_all_makes_a_file_for_each_target(project: Path, run: Run, styled: Callable[..., None]) -> None:
    styled()
    outcome = run("build", "--target", "all")
    assert outcome.code == 0, outcome.err
    names = sorted(file.name for file in (project / "output").glob("*.pdf"))
    assert names == [f"small.{target}.pdf" for target in ("booklet", "office", "print", "screen")]
    with pikepdf.open(project / "output/small.office.pdf") as pdf:
        assert [round(float(v) / MM) for v in pdf.pages[0].MediaBox] == [0, 0, 420, 297]
        assert len(pdf.pages) == 2


def test_the_colour_bar_has_every_ink(project: Path, run: Run, styled: Callable[..., None]) -> None:
    styled(('base: "#14703F 88/32/95/20"', 'base: { colour: "#14703F 88/32/95/20", spot: DIC 256 }'))
    text = (project / "styles/nerima.yaml").read_text(encoding="utf-8")
    (project / "styles/nerima.yaml").write_text(text.replace("colour-bar: false", "colour-bar: true"), "utf-8")
    outcome = run("build", "--target", "print")
    assert outcome.code == 0, outcome.err
    with subject_of((project / "output/small.print.pdf").read_bytes(), "PDF") as subject:
        below = {str(p.colour) for p in subject.paints if p.page == 1 and p.bounds.top < subject.sheet(1).bleed.bottom}
    inks = {f"{ink}{share}" for ink in "CMYK" for share in (100, 50)}
    assert {part for each in below for part in each.split(" ") if part in inks} == inks
    assert {"DIC 256 100", "DIC 256 50"} <= below


def test_a_spot_ink_has_a_plate_of_its_own_in_print_only(project: Path, run: Run, styled: Callable[..., None]) -> None:
    styled(('base: "#14703F 88/32/95/20"', 'base: { colour: "#14703F 88/32/95/20", spot: DIC 256 }'))
    assert run("build", "--target", "all").code == 0
    with pikepdf.open(project / "output/small.print.pdf") as pdf:
        spaces = [each for each in pdf.objects if isinstance(each, pikepdf.Array) and len(each) == 4]
        (spot,) = [each for each in spaces if each[0] == "/Separation" and each[1] == "/DIC 256"]
        assert (str(spot[2]), [float(v) for v in spot[3].C1]) == ("/DeviceCMYK", [0.88, 0.32, 0.95, 0.2])
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert re.search(rb"/P\d cs 1 scn\n", content)
    with pikepdf.open(project / "output/small.screen.pdf") as pdf:
        assert not any(isinstance(each, pikepdf.Array) and "/Separation" in map(str, each) for each in pdf.objects)


def test_a_photo_comes_in_the_inks_of_the_press_and_never_too_wet(
    project: Path, run: Run, styled: Callable[..., None]
) -> None:
    styled(print_="{ coverage: 240 }")
    style = project / "styles/nerima.yaml"  # the sheet's own inks are above that limit: lower them
    lowered = re.sub(r'((?:dark|base): "#\w+) \d+/\d+/\d+/\d+"', r'\1 90/40/0/0"', style.read_text(encoding="utf-8"))
    style.write_text(lowered, encoding="utf-8")
    photo(project, Image.new("RGB", (400, 400), "#05060a"))
    outcome = run("build", "--target", "print")
    assert outcome.code == 0, outcome.err
    made = images(project / "output/small.print.pdf")
    assert made and {space[0] for space, *_ in made} == {"/DeviceCMYK"}
    pixel = Image.open(io.BytesIO(made[0][1])).convert("CMYK").getpixel((5, 5))
    inks = [255 - value for value in pixel]  # Pillow reads the file as Adobe's, upside down
    assert 225 < sum(inks) / 2.55 < 245


def test_gray_photos_are_of_the_black_plate(project: Path, run: Run, styled: Callable[..., None]) -> None:
    styled()
    photo(project, Image.new("L", (400, 400), 90))
    assert run("build", "--target", "print").code == 0
    made = images(project / "output/small.print.pdf")
    assert made
    for space, _, decode in made:
        assert (space[:3], decode) == (["/Separation", "/Black", "/DeviceCMYK"], ["1", "0"])


def test_photos_may_keep_srgb_and_say_so(project: Path, run: Run, styled: Callable[..., None]) -> None:
    styled(print_="{ photos: keep, marks: none }")
    photo(project, Image.new("RGB", (400, 400), "#d04020"))
    run("build", "--target", "print")
    assert {space[0] for space, *_ in images(project / "output/small.print.pdf")} == {"/ICCBased"}
    with pikepdf.open(project / "output/small.print.pdf") as pdf:
        assert pdf.pages[0].MediaBox == pdf.pages[0].BleedBox


PRESS_PROFILE = (ROOT / "styles/icc/FOGRA39L_coated.icc").read_bytes()
SCREEN_PROFILE = (ROOT / "report/conform/sRGB.icc").read_bytes()


@pytest.mark.parametrize(
    ("mode", "colour", "profile", "space"),
    [
        ("RGB", (200, 40, 90), SCREEN_PROFILE, "/ICCBased"),
        ("CMYK", (0, 0, 0, 255), None, "/DeviceCMYK"),
        ("CMYK", (0, 0, 0, 255), PRESS_PROFILE, "/DeviceCMYK"),  # what the output intent says already
    ],
)
def test_a_photo_that_is_kept_has_its_own_colours_and_profile(
    project: Path, run: Run, styled: Callable[..., None], mode: str, colour: Any, profile: bytes | None, space: str
) -> None:
    styled(print_="{ photos: keep }")
    picture = Image.new(mode, (400, 400), colour)
    picture.save(project / "data/pictures/square.jpg", quality=95, icc_profile=profile)
    outcome = run("build", "--target", "print")
    assert outcome.code == 0, outcome.err
    file = project / "output/small.print.pdf"
    made = images(file)
    assert made
    for (called, *_), data, _ in made:
        pixel = Image.open(io.BytesIO(data)).getpixel((5, 5))
        meant = colour if mode == "RGB" else tuple(255 - part for part in colour)  # Pillow reads inks as Adobe's
        assert called == space and all(abs(one - other) <= 3 for one, other in zip(pixel, meant, strict=True))
    with pikepdf.open(file) as pdf:
        profiles = {
            each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/N") in (3, 4)
        }
    assert profiles == ({PRESS_PROFILE, SCREEN_PROFILE} if space == "/ICCBased" else {PRESS_PROFILE})


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{ profile: FOGRA39.icc }", 'no profile "FOGRA39.icc" in styles/icc'),
        ("{ coverage: 200 }", 'the ink "navy.dark" takes 275 %, the press 200 %'),
        ("{ profile: screen.icc }", '"screen.icc" is not the profile of a press (mntr RGB)'),
        ("{ paper: 3 }", "paper is the thickness of a sheet: 0 to 1 mm"),
        ("{ marks: cross }", 'one of tombo, none expected, found "cross"'),
    ],
)
def test_what_cannot_be_printed_is_told_at_its_place(
    project: Path, run: Run, styled: Callable[..., None], entry: str, message: str
) -> None:
    styled(print_=entry)
    (project / "styles/icc").unlink()
    (project / "styles/icc").mkdir()
    for name, source in (("FOGRA39L_coated", "styles/icc/FOGRA39L_coated.icc"), ("screen", "report/conform/sRGB.icc")):
        (project / f"styles/icc/{name}.icc").write_bytes((ROOT / source).read_bytes())
    outcome = run("build", "--target", "print")
    assert outcome.code == 1
    assert message in outcome.err
    assert re.search(r"styles/nerima\.yaml:\d+:\d+: error: ", outcome.err)
    assert not (project / "output/small.print.pdf").exists()
    assert run("check", "--target", "booklet").err == outcome.err


def _without_b2a(profile: bytes) -> bytes:
    """The tables to inks hold nothing but zeros."""
    at = int.from_bytes(profile[profile.index(b"B2A0", 132) + 4 :][:4], "big") + 52
    return profile[:at] + bytes(50_000) + profile[at + 50_000 :]


@pytest.mark.parametrize(
    ("profile", "message"),
    [
        (b"", "is not the profile of a press (no ICC profile)"),
        (b"no profile" * 99, "is not the profile of a press (no ICC profile)"),
        (PRESS_PROFILE.replace(b"acsp", b"ascp", 1), "is not the profile of a press (no ICC profile)"),
        (PRESS_PROFILE.replace(b"prtr", b"scnr", 1), "is not the profile of a press (scnr CMYK)"),
        (PRESS_PROFILE.replace(b"prtr", b"abst", 1), "is not the profile of a press (abst CMYK)"),
        (PRESS_PROFILE.replace(b"CMYK", b"Lab ", 1), "is not the profile of a press (prtr Lab)"),
        (PRESS_PROFILE.replace(b"CMYK", b"GRAY", 1), "is not the profile of a press (prtr GRAY)"),
        (PRESS_PROFILE[:50_000], "cannot be printed with: its data end early"),
        (PRESS_PROFILE.replace(b"desc", b"zzzz", 1), "cannot be printed with: it does not say which press it is for"),
        (PRESS_PROFILE.replace(b"B2A0", b"zzzz", 1), "cannot be printed with: it has no B2A0"),
        (_without_b2a(PRESS_PROFILE), "cannot be printed with: its tables do not turn white into paper"),
        (PRESS_PROFILE + bytes(32_000_000), "cannot be printed with: it has more than 32 MB"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_damaged_profile_of_the_press_is_told_where_the_style_names_it(
    project: Path, run: Run, styled: Callable[..., None], profile: bytes, message: str
) -> None:
    styled(print_="{ profile: press.ICC }")
    (project / "styles/icc").unlink()
    (project / "styles/icc").mkdir()
    (project / "styles/icc/press.ICC").write_bytes(profile)
    outcome = run("build", "--target", "print")
    assert outcome.code == 1
    assert re.search(r'^styles/nerima\.yaml:\d+:19: error: .*"press\.ICC" ' + re.escape(message), outcome.err, re.M)
    assert not (project / "output/small.print.pdf").exists()
    assert run("check", "--target", "print").err == outcome.err


def test_a_booklet_tells_its_sheets_and_what_the_desk_finds(
    project: Path, run: Run, styled: Callable[..., None]
) -> None:
    styled(print_="{ paper: 0.2 }")
    outcome = run("build", "--target", "all")
    lines = outcome.out.splitlines()[-4:]
    assert [re.sub(r", \d.*", "", line) for line in lines] == [
        "output/small.screen.pdf: 4 pages ページ",
        "output/small.print.pdf: 4 pages ページ",
        "output/small.booklet.pdf: 4 pages ページ on 2 sides 面",
        "output/small.office.pdf: 4 pages ページ on 2 sides 面",
    ]
    assert re.search(r"kB; all 合計, \d+\.\d\d s$", lines[-1])
    told = [line for line in outcome.err.splitlines() if "入稿前検査" in line]
    assert [line.partition(":")[0] for line in told] == ["output/small.print.pdf", "output/small.booklet.pdf"]
    assert "error" not in "".join(told)


def test_a_provisional_figure_is_an_error_once_the_stage_is_final(
    project: Path, run: Run, styled: Callable[..., None]
) -> None:
    styled()
    assert run("build", "--target", "print").code == 0
    file = project / "data/brochure.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\nstage: final\n", encoding="utf-8")
    outcome = run("build", "--target", "print")
    assert outcome.code == 1
    assert "error: a provisional figure in a file that is given to the press as final: parks[令5]" in outcome.err
    assert "下版の指定ですが、仮の値が残っています" in outcome.err
