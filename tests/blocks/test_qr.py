"""QR codes: read again from the page, in black alone, with white around them, and large enough."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from report.blocks.qr import Qr, lay
from report.compose.context import BlockContext
from report.messages import Origin
from report.page import GlyphRun, Link, Page, PageBoxes, Placed, Shape
from report.paint.canvas import paint
from report.paint.target import PRINT, Metadata
from report.text import Text
from report.text.tags import Voice
from report.units import MM, Rect, Size
from tests.qr_reader import read

HERE = Origin("sections/01.yaml", 9, 5)
WIDE = 120 * MM
URL = "https://www.city.nerima.tokyo.jp/kusei/~zaisei/a__b.html"


def block(url: str = URL, **keys: object) -> Qr:
    return Qr(origin=HERE, url=url, **keys)  # type: ignore[arg-type]


def cells(pdf: bytes, rect: Rect, count: int) -> list[list[bool]]:
    """Whether the middle of each cell of a square is dark, as a viewer shows it."""
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=4, grayscale=True).to_pil()
    step = 4 * rect.width / count
    return [
        [image.getpixel((4 * rect.x + (x + 0.5) * step, 4 * rect.y + (y + 0.5) * step)) < 128 for x in range(count)]  # type: ignore[operator]
        for y in range(count)
    ]


@pytest.mark.parametrize("level", ["l", "m", "q", "h"])
@pytest.mark.parametrize("url", ["https://a.jp", URL, "https://例え.example.jp/".replace("例え", "www") + "避難所"])
def test_it_says_its_address(ctx: BlockContext, url: str, level: str) -> None:
    box = lay(block(url, level=level, shown=False), WIDE, ctx)
    items = box.place(Rect(10, 10, WIDE, box.extent.natural))
    (code,) = items
    assert isinstance(code, Placed) and not ctx.report.diagnostics
    sheet = ctx.sheet
    page = Page(1, "1", PageBoxes(Size(400, 400), 0.0), (code,))
    pdf = paint([page], sheet.palette, sheet.fonts, PRINT, Metadata(title="x"))
    count = int(code.drawing.size.width)
    assert code.clip
    rows = cells(pdf, code.clip, count)
    assert not any(any(row) for row in (*rows[:4], *rows[-4:])) and not any(any(row[:4] + row[-4:]) for row in rows)
    words, found = read([row[4:-4] for row in rows[4:-4]])
    assert words.encode("ascii").decode() == (
        url if url.isascii() else "https://www.example.jp/%E9%81%BF%E9%9B%A3%E6%89%80"
    )
    assert "lmqh".index(found) >= "lmqh".index(level)


def test_it_is_printed_with_the_black_plate_alone_and_without_seams(ctx: BlockContext) -> None:
    box = lay(block(), WIDE, ctx)
    code = box.place(Rect(0, 0, WIDE, 100))[0]
    assert isinstance(code, Placed)
    ground, dark = code.drawing.items
    assert isinstance(ground, Shape) and isinstance(dark, Shape)
    assert ctx.sheet.palette.ink(str(dark.fill)).cmyk == (0, 0, 0, 1)
    assert ctx.sheet.palette.ink(str(ground.fill)).cmyk == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("keys", "width", "told"),
    [
        ({"size": 20 * MM}, WIDE, ""),
        ({"size": 10 * MM}, WIDE, "telephones read 0.4 mm and more"),
        ({"size": 40 * MM}, 30 * MM, "the QR code is 40.0 mm wide, its column 30.0 mm"),
        ({"url": "www.city.jp"}, WIDE, "is no address of the web"),
        ({"url": "https://練馬.jp/"}, WIDE, "is no address of the web"),
        ({"url": "https://a.jp/" + "x" * 3000}, WIDE, "too long for a QR code"),
    ],
)
def test_one_that_nobody_can_read_is_told(ctx: BlockContext, keys: dict[str, object], width: float, told: str) -> None:
    lay(block(**keys), width, ctx)
    assert (told in "\n".join(map(str, ctx.report.diagnostics))) if told else not ctx.report.diagnostics


@pytest.mark.parametrize(("width", "beside"), [(WIDE, True), (35 * MM, False)])
def test_the_address_stands_beside_or_below_and_leads_there(ctx: BlockContext, width: float, beside: bool) -> None:
    one = block("https://a.jp/", caption=Text.of("くわしくは", HERE))
    box = lay(one, width, ctx)
    code, *rest = box.place(Rect(0, 0, width, box.extent.natural))
    assert isinstance(code, Placed) and code.clip
    words = [item for item in rest if isinstance(item, GlyphRun)]
    assert all((run.x >= code.clip.right) is beside and (run.y > code.clip.bottom) is not beside for run in words)
    assert [item.target for item in rest if isinstance(item, Link)] == ["https://a.jp/"]
    tags = one.tags(Voice())
    assert [tag.role for tag in tags] == ["Figure", "P", "P"] and "https://a.jp/" in tags[0].alt


def test_it_is_in_the_whole_brochure(project: Path, run) -> None:  # type: ignore[no-untyped-def]
    section = project / "data/sections/01-first.yaml"
    section.write_text(section.read_text(encoding="utf-8") + f"      - qr: {URL}\n", encoding="utf-8")
    outcome = run("build")
    assert outcome.code == 0, outcome.err
