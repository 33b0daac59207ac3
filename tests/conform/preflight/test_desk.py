"""The desk as its users meet it: words, JSON, pictures, places in the YAML, files that are broken."""

from __future__ import annotations

import io
import json
import random
from pathlib import Path

import pytest
from mutations import MUTATIONS
from PIL import Image

from report import cli
from report.conform.preflight.finding import Coverage, Provisional, Wishes
from report.conform.preflight.frames import framed
from report.conform.preflight.run import preflight
from report.conform.preflight.shapes import Bounds
from report.conform.preflight.words import summary, told
from report.messages import Failure, Origin

NAMED = {mutation.name: mutation for mutation in MUTATIONS}
TRIM = (8.504, 208.504)  # left and top of the sample's trim


def test_a_finding_is_told_with_its_place_in_millimetres(good: bytes) -> None:
    (finding,) = preflight(NAMED["thin bar"].made(good))
    assert told(finding) == (
        "p. 1 (52.9, 35.2 mm): warning: a line thinner than 0.25 pt: 0.10 pt [trade practice]\n"
        "  hint: make it 0.25 pt or more\n"
        "  0.25 pt より細い線（ヘアライン）です。0.25 pt 以上にします。"
    )
    assert summary([finding]) == "1 warning 注意"


def test_a_clause_is_named(good: bytes) -> None:
    (finding,) = preflight(NAMED["trapped unknown"].made(good))
    assert "whether it is trapped: Trapped Unknown [ISO 15930-7, 6.9]" in told(finding)


def test_plain_is_without_the_standard(good: bytes) -> None:
    spoiled = NAMED["no intent"].made(good)
    assert preflight(spoiled, Wishes(profile="plain")) == ()
    assert preflight(spoiled)


def test_the_callers_own_findings_stand_among_the_others(good: bytes) -> None:
    wishes = Wishes(
        coverage=(Coverage(2, Bounds(20, 20, 40, 40), 352.4), Coverage(99, Bounds(0, 0, 1, 1), 400)),
        provisional=(Provisional("nursery.capacity", Origin("data/a.yaml", 3, 5)),),
        origin=lambda page, box: Origin("data/b.yaml", page, 1),
    )
    first, second = preflight(good, wishes)
    assert told(first).startswith("data/a.yaml:3:5: warning: a provisional figure would be printed: nursery")
    assert told(second).startswith("data/b.yaml:2:1: p. 2 (4.1, 59.4 mm): error: more ink than")
    assert second.detail == "352 %"


def test_many_places_of_a_page_are_one_finding(good: bytes) -> None:
    from spoiling import paints

    bars = " ".join(f"{{x}} {{y}} 40 0.{i:02} re f 1 0 0 1 0 9 cm" for i in range(1, 9))
    change = NAMED["thin bar"]._replace(change=paints(f"1 0 0 0 k {bars}"))
    (finding,) = preflight(change.made(good))
    assert len(finding.places) == 8
    assert finding.detail == "0.01 pt; 0.02 pt; 0.03 pt …"
    assert "(+ 7)" in told(finding)


def test_pictures_frame_the_place(good: bytes) -> None:
    spoiled = NAMED["thin bar"].made(good)
    ((name, picture),) = framed(spoiled, preflight(spoiled))
    assert name == "p01-hairline-1.png"
    image = Image.open(io.BytesIO(picture))
    assert image.size == (476, 326)
    red = [(x, y) for x in range(476) for y in range(326) if image.getpixel((x, y)) == (224, 0, 32)]
    assert red
    xs, ys = zip(*red, strict=True)
    assert (min(xs), max(xs)) == (233, 301)  # 158.5 pt and 198.5 pt at 1.5 pixels, and 4 around
    assert min(ys) < 163 < max(ys)


def test_the_command_tells_writes_and_exits(good: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, folder = tmp_path / "a.pdf", tmp_path / "png"
    file.write_bytes(good)
    assert cli.main(["preflight", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: nothing found 指摘なし\n"
    file.write_bytes(NAMED["a box that stops at the trim"].made(good))
    assert cli.main(["preflight", str(file), "--json", "--png", str(folder)]) == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["check"], row["page"], row["severity"], row["title_ja"]) == (
        "bleed",
        1,
        "error",
        "塗り足しが足りず、断裁がずれると紙の白が出ます。",
    )
    assert row["mm"][0] == 0
    assert [picture.name for picture in folder.iterdir()] == ["p01-bleed-1.png"]


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.6", b"no PDF at all", b"%PDF-1.6\n1 0 obj\n<</Type/Catalog>>\nendobj\n"]
)
def test_what_is_no_pdf_is_told(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(content)
    assert cli.main(["preflight", str(file)]) == 1
    said = capsys.readouterr()
    assert "PDFとして読めません" in said.err
    assert not said.out


def test_a_pdf_without_pages_is_told() -> None:
    import pikepdf

    out = io.BytesIO()
    pikepdf.new().save(out)
    with pytest.raises(Failure, match="has no pages"):
        preflight(out.getvalue())


def test_a_password_is_told(good: bytes) -> None:
    import pikepdf

    with pikepdf.open(io.BytesIO(good)) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(Failure, match="asks for a password"):
        preflight(out.getvalue())


@pytest.mark.parametrize("seed", range(40))
def test_broken_files_never_break_the_desk(good: bytes, seed: int) -> None:
    """Bytes changed, cut out, repeated: findings or a plain refusal."""
    chance = random.Random(seed)
    spoiled = bytearray(good)
    for _ in range(chance.randint(1, 60)):
        at = chance.randrange(len(spoiled))
        spoiled[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
    if seed % 4 == 0:
        del spoiled[chance.randrange(len(spoiled)) :]
    try:
        found = preflight(bytes(spoiled))
    except Failure as failure:
        assert "no PDF" in str(failure)
    else:
        list(framed(bytes(spoiled), found[:3]))
