"""Pictures: covering frames, photos before drawings, and every way a file can be wrong."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from report.artwork import pictures
from report.artwork.formats import PhotoError
from report.artwork.photos import PLAIN
from report.artwork.pictures import Pictures, Window, cover, nearest_ink, read_focus
from report.cache import Cache
from report.messages import Origin, Report
from report.page import Image as PageImage
from report.page import Placed, Raster
from report.style.palette import Ink, Palette
from report.units import Point, Rect, Size

SQUARE = Rect(0, 0, 72, 72)
HERE = Origin("sections/01.yaml", 4, 9)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect x="-20" y="-20" width="240" height="140"'


class Desk:
    """A folder, its pictures and what was told."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.report = folder, Report()

    def open(self, cache: Cache | None = None) -> Pictures:
        inks = {"#FFFFFF": "paper"}
        return Pictures(self.folder, inks.get, cache or Cache(None), self.report, nearest=lambda _: "paper")

    def raster(self, name: str, rect: Rect = SQUARE, focus: Point | None = None, **how: object) -> Raster:
        (item,) = self.open().place(name, Window(rect, focus=focus), origin=HERE, **how)  # type: ignore[arg-type]
        assert isinstance(item, PageImage) and item.rect == rect
        return item.data

    @property
    def told(self) -> str:
        return "\n".join(map(str, self.report.diagnostics)).replace(f"{self.folder.parent}/", "")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "scene.svg").write_text(SVG + ' fill="#fff"/></svg>')
    return Desk(tmp_path)


def pixels(raster: Raster) -> Image.Image:
    if raster.filter == "DCTDecode":
        return Image.open(io.BytesIO(raster.stream))
    mode = {"DeviceRGB": "RGB", "DeviceGray": "L"}[raster.colorspace]
    return Image.frombytes(mode, (raster.width, raster.height), zlib.decompress(raster.stream))


def halves(width: int = 400, height: int = 200) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), "#0000ff")
    image.paste("#ff0000", (0, 0, width // 2, height))
    return image


@pytest.mark.parametrize(
    ("frame", "focus", "matrix"),
    [
        (Rect(0, 0, 100, 100), Point(0.5, 1), (1, 0, 0, 1, -50, 0)),
        (Rect(5, 7, 400, 100), Point(0.5, 1), (2, 0, 0, 2, 5, -93)),
        (Rect(5, 7, 400, 100), Point(0.5, 0.5), (2, 0, 0, 2, 5, -43)),
        (Rect(0, 0, 100, 100), Point(0.9, 0), (1, 0, 0, 1, -100, 0)),
    ],
)
def test_cover(frame: Rect, focus: Point, matrix: tuple[float, ...]) -> None:
    assert cover(Size(200, 100), frame, focus) == matrix


def test_a_drawing_runs_into_the_bleed_as_far_as_it_is_drawn(desk: Desk) -> None:
    (item,) = desk.open().place("scene", Window(Rect(0, 0, 200, 100), (10, 10, 0, 0)))
    assert isinstance(item, Placed)
    assert (item.matrix[0], item.clip) == (1, Rect(-10, -10, 210, 110))
    (item,) = desk.open().place("scene", Window(Rect(0, 0, 200, 100), (40, 0, 0, 0)))  # the ground ends at 20
    assert isinstance(item, Placed)
    assert item.matrix[0] == 1.2


DOTTED = SVG + ' fill="#fff"/><rect x="1" y="40" width="10" height="9" fill="#fff"/></svg>'


@pytest.mark.parametrize(
    ("frame", "lost"),
    [
        (Rect(0, 0, 200, 100), ""),
        (Rect(0, 0, 191, 100), ""),  # of the ground, and of a dot that ends at the edge
        (Rect(0, 0, 189, 100), "6 %"),
        (Rect(0, 0, 200, 96), ""),  # of the ground alone
        (Rect(0, 0, 200, 94), "6 %"),
        (Rect(0, 0, 180, 100), "10 %"),
    ],
)
def test_what_is_cropped_off_a_drawing_is_told_unless_it_is_asked_for(desk: Desk, frame: Rect, lost: str) -> None:
    (desk.folder / "dots.svg").write_text(DOTTED)
    for fit in ("cover", "contain", ""):
        desk.open().place("dots", Window(frame, fit=fit), HERE)  # type: ignore[arg-type]
        assert desk.told == "" or not fit
    assert bool(lost) is (f'{lost} of the drawing "dots" is cropped off' in desk.told)


def test_a_mark_that_is_cut_is_told_even_where_little_is(desk: Desk) -> None:
    (desk.folder / "dots.svg").write_text(DOTTED.replace('x="1"', 'x="2.5"'))
    desk.open().place("dots", Window(Rect(0, 0, 192, 100), fit=""), HERE)
    assert '4 % of the drawing "dots" is cropped off' in desk.told


def test_a_picture_may_lie_whole_in_its_frame(desk: Desk) -> None:
    halves().save(desk.folder / "photo.jpg")
    for name in ("scene", "photo"):
        (item,) = desk.open().place(name, Window(Rect(10, 10, 100, 100), fit="contain"))
        shown = item.clip if isinstance(item, Placed) else item.rect if isinstance(item, PageImage) else None
        assert shown == Rect(10, 35, 100, 50)
    assert desk.told == ""


def test_a_photo_takes_the_drawings_place_and_is_cropped_around_the_focus(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    halves().save(desk.folder / "scene.jpg", quality=95)
    left = pixels(desk.raster("scene", focus=Point(0.1, 0.5)))
    right = pixels(desk.raster("scene", focus=Point(0.9, 0.5)))
    assert left.size == right.size == (150, 150)
    assert left.getpixel((140, 75))[0] > 240 and right.getpixel((10, 75))[2] > 240
    assert desk.open().size("scene") == (400, 200)
    monkeypatch.setattr(pictures, "RESOLUTION", 60)
    assert desk.raster("scene").width == 60
    assert desk.told == ""


@pytest.mark.parametrize("how", [{"quality": 95}, {"lossless": True}])
def test_webp_is_taken(desk: Desk, how: dict[str, object]) -> None:
    exif = Image.Exif()
    exif[274] = 3
    halves().save(desk.folder / "p.webp", exif=exif, **how)
    raster = desk.raster("p", Rect(0, 0, 72, 36))
    assert raster.filter == ("FlateDecode" if "lossless" in how else "DCTDecode")
    left, right = pixels(raster).getpixel((5, 5)), pixels(raster).getpixel((145, 70))
    assert left[2] > 240 and right[0] > 240  # turned by half  # type: ignore[index]
    halves().convert("RGBA").save(desk.folder / "q.webp", icc_profile=ImageCms.ImageCmsProfile(
        ImageCms.createProfile("sRGB")).tobytes())  # fmt: skip
    assert desk.open().size("q") == (400, 200) and desk.told == ""


def test_a_photo_in_two_inks(desk: Desk) -> None:
    """Black is the one, white the other, on a screen as in print, whatever the photo's own colours are."""
    image = Image.new("RGB", (300, 100), "#000000")
    image.paste("#FFFFFF", (100, 0, 200, 100))
    image.paste("#808080", (200, 0, 300, 100))
    image.save(desk.folder / "p.png")
    dark, pale = Ink("dark", (0, 0.2, 0.4), (1, 0.8, 0.2, 0.4)), Ink("pale", (0.8, 1, 1), (0.2, 0, 0, 0))
    paper = {"#FFFFFF": "paper"}.get
    shop = Pictures(desk.folder, paper, Cache(None), desk.report, palette=Palette({"dark": dark, "pale": pale}, {}))
    (item,) = shop.place("p", Window(Rect(0, 0, 72, 24), tone=("dark", "pale")), HERE)
    assert isinstance(item, PageImage)
    shown = pixels(item.data).convert("RGB")
    assert [shown.getpixel((x, 20)) for x in (20, 75, 130)] == [(0, 51, 102), (204, 255, 255), (102, 153, 179)]
    profile = (Path(__file__).parents[2] / "styles/icc/FOGRA39L_coated.icc").read_bytes()
    inked = shop.for_press(item, 150, PLAIN._replace(profile=profile))
    assert inked and inked.colorspace == "DeviceCMYK" and inked.icc is None and inked.filter == "FlateDecode"
    row = zlib.decompress(inked.stream)[20 * inked.width * 4 :]
    assert [tuple(row[4 * x : 4 * x + 4]) for x in (20, 75)] == [(255, 204, 51, 102), (51, 0, 0, 0)]
    shop.place("scene", Window(Rect(0, 0, 72, 36), tone=("dark", "pale")), HERE)
    assert "tone: duo is for photos" in desk.told


def test_a_webp_that_is_seen_through_keeps_its_coverage(desk: Desk) -> None:
    image = halves().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    image.save(desk.folder / "p.webp")
    assert desk.raster("p", Rect(0, 0, 72, 36)).smask


def test_orientation_is_honoured(desk: Desk) -> None:
    exif = Image.Exif()
    exif[274] = 6  # the camera was held upright: turn a quarter clockwise
    halves().save(desk.folder / "p.jpg", exif=exif, quality=95)
    assert desk.open().size("p") == (200, 400)
    top = pixels(desk.raster("p", Rect(0, 0, 36, 72)))
    assert top.size == (75, 150)
    assert top.getpixel((37, 20))[0] > 240 and top.getpixel((37, 130))[2] > 240


def test_profile_transparency_gray_and_cmyk(desk: Desk) -> None:
    halves().save(desk.folder / "a.png", icc_profile=srgb())
    halves().convert("CMYK").save(desk.folder / "b.jpg", quality=95)
    clear = halves().convert("RGBA")
    clear.putalpha(128)
    clear.save(desk.folder / "c.png")
    halves().convert("L").save(desk.folder / "d.jpg")
    a, b, c, d = (desk.raster(name) for name in "abcd")
    assert pixels(a).getpixel((5, 5)) == (255, 0, 0)
    assert b.colorspace == "DeviceRGB" and pixels(b).getpixel((5, 5))[0] > 240
    assert c.smask is not None and set(zlib.decompress(c.smask)) == {128}
    assert (d.colorspace, d.smask, d.icc) == ("DeviceGray", None, None)


def test_sixteen_bits_a_sample_become_eight(desk: Desk) -> None:
    Image.new("I;16", (40, 40), 0xC000).save(desk.folder / "p.png")
    assert pixels(desk.raster("p")).getpixel((5, 5)) == 0xC0


def test_a_drawing_stands_on_its_foot_and_a_photo_shows_its_middle(desk: Desk) -> None:
    wide = Rect(0, 0, 400, 100)
    (item,) = desk.open().place("scene", Window(wide))
    assert isinstance(item, Placed) and item.matrix == (2, 0, 0, 2, 0, -100)
    halves().save(desk.folder / "scene.jpg")
    (photo,) = desk.open().place("scene", Window(wide))
    assert isinstance(photo, PageImage) and photo.crop is not None
    assert photo.crop.window == pytest.approx((0, 0.25, 1, 0.5))


@pytest.mark.parametrize(("mode", "clear"), [("L", 76), ("RGB", (255, 0, 0)), ("1", 0), ("I;16", 76)])
def test_a_colour_that_stands_for_nothing_is_clear(desk: Desk, mode: str, clear: object) -> None:
    """PNG 11.3.2.1, tRNS: the left half's colour."""
    image = halves().convert("L" if mode == "I;16" else mode)
    if mode == "1":
        image.paste(0, (0, 0, 200, 200))
        image.paste(1, (200, 0, 400, 200))
    image.convert(mode).save(desk.folder / "p.png", transparency=clear)
    raster = desk.raster("p", Rect(0, 0, 400, 200))
    assert raster.smask is not None
    mask = Image.frombytes("L", (raster.width, raster.height), zlib.decompress(raster.smask))
    assert (mask.getpixel((50, 100)), mask.getpixel((350, 100))) == (0, 255)


def test_a_photo_is_developed_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    halves().save(desk.folder / "p.jpg")
    cache = Cache(desk.folder / "cache")
    first = desk.open(cache).place("p", Window(Rect(0, 0, 72, 72)))
    monkeypatch.setattr(pictures.photos.Darkroom, "develop", None)
    assert desk.open(cache).place("p", Window(Rect(0, 0, 72, 72))) == first


def jpeg_of(image: Image.Image, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", **how)  # type: ignore[arg-type]
    return out.getvalue()


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def gps() -> Image.Exif:
    exif = Image.Exif()
    exif[270] = "secret"
    exif.get_ifd(0x8825)[29] = "2024:01:01"
    return exif


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_jpeg_of_the_frames_size_is_not_encoded_again(desk: Desk, mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = halves(150, 150).convert(mode)
    file = jpeg_of(photo, quality=77, exif=gps(), comment=b"secret", icc_profile=srgb() if mode == "RGB" else None)
    (desk.folder / "p.jpg").write_bytes(file)
    raster = desk.raster("p")
    assert raster.stream == jpeg_of(photo, quality=77)
    assert (raster.width, raster.height, raster.icc) == (150, 150, None)
    assert raster.colorspace == {"RGB": "DeviceRGB", "L": "DeviceGray"}[mode]
    monkeypatch.setattr(pictures, "RESOLUTION", 400)
    assert desk.raster("p") == raster  # and never enlarged


def _encoder(raster: Raster) -> bytes:
    """The first table of quantization: who encoded it."""
    return raster.stream.partition(b"\xff\xdb")[2][:67]


@pytest.mark.parametrize(
    ("size", "mode", "how"),
    [
        ((151, 151), "RGB", {}),  # more pixels than due
        ((151, 150), "RGB", {}),  # something to be cut off
        ((150, 150), "RGB", {"exif": "turned"}),
        ((150, 150), "CMYK", {}),
        ((150, 150), "RGB", {"icc_profile": "other"}),
    ],
)
def test_a_jpeg_that_is_not_as_due_is_encoded_once(desk: Desk, size: tuple[int, int], mode: str, how: dict) -> None:
    turned = Image.Exif()
    turned[274] = 3
    swapped = srgb().replace(b"rXYZ", b"----", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"----", b"bXYZ", 1)
    given = {"exif": {"turned": turned}, "icc_profile": {"other": swapped}}
    photo = halves(*size).convert(mode)
    (desk.folder / "p.jpg").write_bytes(
        jpeg_of(photo, quality=60, comment=b"secret", **{key: given[key][value] for key, value in how.items()})
    )
    raster = desk.raster("p")
    assert (raster.width, raster.height, raster.colorspace, raster.icc) == (150, 150, "DeviceRGB", None)
    assert _encoder(raster) == jpeg_of(Image.new("RGB", (8, 8)), quality=85).partition(b"\xff\xdb")[2][:67]
    assert not any(word in raster.stream for word in (b"secret", b"Exif", b"ICC"))
    red_left = pixels(raster).getpixel((5, 5))[0] > 200
    assert red_left != ("exif" in how or "icc_profile" in how)


@pytest.mark.parametrize(("shift", "kept"), [(2, True), (3, False)])
def test_a_profile_that_changes_next_to_nothing_is_no_reason_to_encode_again(
    desk: Desk, shift: int, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        pictures.photos.colours, "converted", lambda photo, *_: photo.point(lambda v: min(v + shift, 255))
    )
    (desk.folder / "p.jpg").write_bytes(jpeg_of(halves(150, 150), icc_profile=srgb()))
    assert (desk.raster("p").stream == jpeg_of(halves(150, 150))) is kept


def test_keys_tell_pictures_apart_and_stay(desk: Desk) -> None:
    (desk.folder / "p.jpg").write_bytes(jpeg_of(halves(150, 150)))
    (desk.folder / "q.jpg").write_bytes(jpeg_of(halves(150, 150), quality=50))
    halves().save(desk.folder / "r.jpg")
    names = ("p", "q", "r")
    keys = [desk.raster(name).key for name in names]
    assert keys == [desk.raster(name).key for name in names] and len(set(keys)) == 3
    assert desk.raster("r", Rect(0, 0, 36, 72)).key != keys[2]


def test_a_window_may_leave_the_photo_by_rounding(desk: Desk) -> None:
    halves().save(desk.folder / "p.png")
    order = pictures.photos.Order((-1e-16, -1e-16, 1 + 1e-15, 1 + 1e-15), (20, 10))
    assert pictures.photos.Darkroom().develop(str(desk.folder / "p.png"), order, "k").width == 20


TURNS = b"\0\1\1\x12\0\3\0\0\0\2\0\1\0\1\0\0\0\0"  # two orientations in a directory of one entry


@pytest.mark.parametrize("directory", [b"\0\0", TURNS])
def test_damaged_exif_does_not_matter(desk: Desk, directory: bytes) -> None:
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + directory
    (desk.folder / "p.jpg").write_bytes(jpeg_of(halves(150, 150), exif=exif))
    assert desk.raster("p").stream == jpeg_of(halves(150, 150))
    assert desk.told == ""


def test_a_damaged_jpeg_is_not_taken_as_it_is(desk: Desk) -> None:
    (desk.folder / "p.jpg").write_bytes(_cut_jpeg())
    assert desk.open().place("p", Window(Rect(0, 0, 144, 144)), origin=HERE) == []
    assert "the picture is damaged" in desk.told


@pytest.mark.parametrize(
    ("turn", "corner"),  # where the red of the file's top left corner comes to lie, in a picture two wide or high
    [
        *((1, (0, 0)), (2, (1, 0)), (3, (1, 1)), (4, (0, 1)), (5, (0, 0)), (6, (1, 0)), (7, (1, 1)), (8, (0, 1))),
        *((0, (0, 0)), (9, (0, 0)), (65_535, (0, 0))),
    ],
)
@pytest.mark.parametrize("ending", ["jpg", "png"])
def test_every_orientation(desk: Desk, turn: int, corner: tuple[int, int], ending: str) -> None:
    exif = Image.Exif()
    exif[274] = turn
    photo = Image.new("RGB", (160, 80), "#0000ff")
    photo.paste("#ff0000", (0, 0, 80, 40))
    photo.save(desk.folder / f"p.{ending}", exif=exif)
    wide = turn not in (5, 6, 7, 8)
    assert desk.open().size("p") == ((160, 80) if wide else (80, 160))
    frame = Rect(0, 0, 72, 36) if wide else Rect(0, 0, 36, 72)
    shown = pixels(desk.raster("p", frame)).convert("RGB").resize((2, 2), Image.Resampling.BOX)
    reds = [(x, y) for x in range(2) for y in range(2) if shown.getpixel((x, y))[0] > 200]
    assert reds == [corner]


@pytest.mark.parametrize("kind", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_looks_as_it_is(desk: Desk, kind: str) -> None:
    gray = Image.linear_gradient("L").resize((150, 150))
    if kind == "I;16":
        given = Image.frombytes("I;16", gray.size, bytes(v for level in gray.tobytes() for v in (77, level)))
    else:
        given = gray.convert("RGB").convert(kind)
    given.save(desk.folder / "p.png")
    found, expected = pixels(desk.raster("p")).convert("L"), gray if kind == "I;16" else given.convert("L")
    assert max(abs(one - other) for one, other in zip(found.tobytes(), expected.tobytes(), strict=True)) <= 4


def test_a_palette_without_the_colours_that_are_used_is_damaged(desk: Desk) -> None:
    halves().quantize(2).save(desk.folder / "p.png", bits=8)
    data = (desk.folder / "p.png").read_bytes()
    at = data.index(b"PLTE")
    short = b"PLTE" + data[at + 4 : at + 7]
    chunk = struct.pack(">I", 3) + short + struct.pack(">I", zlib.crc32(short))
    (desk.folder / "p.png").write_bytes(data[: at - 4] + chunk + data[at + 14 :])
    assert desk.open().place("p", Window(SQUARE), HERE) == []
    assert "its palette lacks colours that are used" in desk.told


@pytest.mark.parametrize("size", [(1, 65_535), (65_535, 1)])
def test_a_photo_may_be_a_line(desk: Desk, size: tuple[int, int]) -> None:
    Image.new("RGB", size).save(desk.folder / "p.png")
    for frame in (SQUARE, Rect(0, 0, 500, 5), Rect(0, 0, 5, 500)):
        assert pixels(desk.raster("p", frame)).convert("L").getextrema() == (0, 0)


def test_a_fault_is_told_once_where_the_photo_is_wanted_first(desk: Desk) -> None:
    (desk.folder / "p.jpg").write_bytes(_cut_jpeg()[:-1] + b"\xff\xd9")
    shelf = desk.open()
    for line in (4, 8):
        for frame in (SQUARE, Rect(0, 0, 9, 9)):
            assert shelf.place("p", Window(frame), Origin("a.yaml", line)) == []
    assert [str(each.origin) for each in desk.report.diagnostics] == ["a.yaml:4:1"]


def test_a_profile_that_is_not_used_is_told_once(desk: Desk) -> None:
    halves().save(desk.folder / "p.png", icc_profile=bytes(range(200)))
    halves().save(desk.folder / "q.png")
    shelf = desk.open()
    for line in (4, 8):
        assert shelf.place("p", Window(SQUARE), Origin("a.yaml", line))
    (told,) = desk.told.split("\n  hint")[:-1]
    assert told.startswith("a.yaml:4:1: warning: ")
    assert told.endswith("p.png: the picture's colour profile is not used: it is damaged")
    assert desk.raster("p").stream == desk.raster("q").stream


def test_too_few_pixels_are_a_warning(desk: Desk) -> None:
    halves(40, 40).save(desk.folder / "p.png")
    assert desk.raster("p").width == 40
    assert 'warning: the photo "p" has only 40 dpi here, 150 are due' in desk.told


@pytest.mark.parametrize(("width", "resolution", "told"), [(99, 150, True), (100, 150, False), (133, 200, True)])
def test_two_thirds_of_the_resolution_will_do(
    desk: Desk, width: int, resolution: int, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "RESOLUTION", resolution)
    halves(width, width).save(desk.folder / "p.png")
    desk.raster("p")
    assert (f"has only {width} dpi here, {resolution} are due" in desk.told) is told


def _short_png(width: int, height: int | None = None) -> bytes:
    """Far fewer pixels than it says it has."""
    head = struct.pack(">IIBBBBB", width, height or width, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(9))), (b"IEND", b""))
    packed = (struct.pack(">I", len(c)) + n + c + struct.pack(">I", zlib.crc32(n + c)) for n, c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def test_a_photo_may_have_a_hundred_megapixels(desk: Desk) -> None:
    (desk.folder / "p.png").write_bytes(_short_png(10_000, 10_000))
    assert desk.open().size("p") == (10_000, 10_000)
    with pytest.raises(PhotoError, match="its data end early"):
        pictures.photos.Darkroom().develop(str(desk.folder / "p.png"), pictures.photos.PLAIN, "k")
    (desk.folder / "p.png").write_bytes(_short_png(10_000, 10_001))
    assert desk.open().size("p", HERE) is None
    assert "the picture has 10000 × 10001 pixels; at most 100 megapixels, 65535 pixels on a side" in desk.told


def test_a_file_that_is_too_large_is_not_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    halves().save(desk.folder / "p.png")
    size = (desk.folder / "p.png").stat().st_size
    monkeypatch.setattr(pictures.photos, "MAX_BYTES", size)
    assert desk.open().size("p") == (400, 200)
    monkeypatch.setattr(pictures.photos, "MAX_BYTES", size - 1)
    assert desk.open().size("p", HERE) is None and "MB; at most" in desk.told


def _cut_jpeg() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((300, 300), 50).save(out, "JPEG")
    return out.getvalue()[:2000]


def _webp(name: str, body: bytes) -> bytes:
    """A small picture with a part before it."""
    out = io.BytesIO()
    halves(40, 20).save(out, "WEBP")
    data = out.getvalue()
    return data[:12] + name.encode() + len(body).to_bytes(4, "little") + body + data[12:]


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("p.png", _short_png(40) + bytes(12), "the picture is damaged"),
        ("p.jpg", b"no picture", "neither JPEG, PNG nor WebP"),
        ("p.jpg", b"", "the file is empty"),
        ("p.png", bytes(300), "the file is empty"),
        ("p.webp", b"RIFF\x24\0\0\0WEBPVP8 ", "the picture is damaged: it has no VP8"),
        ("p.webp", b"RIFF\x24\0\0\0WEBPVP8 \x40\0\0\0", "the picture is damaged: its data end early"),
        ("p.webp", b"RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\x02" + bytes(9), "the picture moves"),
        ("p.webp", b"RIFF\x24\0\0\0WEBPVP8L\x0a\0\0\0/" + b"\xff" * 9, "megapixels"),
        ("p.webp", _webp("VP8X", b"\0" * 4 + b"\x0f\0\0\x0f\0\0"), "what VP8 says is not possible"),
        ("p.jpg", b"RIFF\x24\0\0\0WEBPVP8 ", "the picture is damaged: it has no VP8"),
        ("p.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "the file is HEIC inside"),
        ("p.jpg", b"\0\0\0\x18ftypavif\0\0\0\0mif1", "the file is AVIF inside"),
        ("p.png", b"GIF89a\1\0\1\0", "the file is GIF inside"),
        ("p.png", b"BM\x3a\0\0\0", "the file is BMP inside"),
        ("p.jpeg", b"II*\0\x08\0\0\0", "the file is TIFF inside"),
        ("p.png", b"8BPS\0\1", "the file is Photoshop inside"),
        ("p.jpg", b"%PDF-1.7\n", "the file is PDF inside"),
        ("p.png", b"<?xml version='1.0'?>\n<svg xmlns=", "the file is SVG inside"),
        ("p.png", b"\n<!DOCTYPE HTML>\n<html>", "the file is HTML inside"),
        ("p.jpg", b"version https://git-lfs.github.com/spec/v1\n", "the file is Git LFS inside"),
        ("p.jpg", b"\xff\xd8 no", "the picture is damaged: its data end early"),
        ("p.png", b"\x89PNG\r\n\x1a\n", "the picture is damaged: its data end early"),
        ("p.jpg", _cut_jpeg(), "damaged"),
        ("p.png", _short_png(20_000), "megapixels"),
        ("q.jpg", b"", 'no picture named "p"'),
    ],
)
def test_bad_photos_are_told_at_the_authors_place(desk: Desk, file: str, content: bytes, message: str) -> None:
    (desk.folder / file).write_bytes(content)
    assert desk.open().place("p", Window(Rect(0, 0, 72, 72)), origin=HERE) == []
    assert desk.told.startswith("sections/01.yaml:4:9: error: ")
    assert message in desk.told


@pytest.mark.parametrize("name", ["../scene", "/etc/passwd", "..", "a\\b"])
def test_no_id_leads_outside(desk: Desk, name: str) -> None:
    assert desk.open().place(name, Window(Rect(0, 0, 9, 9)), origin=HERE) == []
    assert "leads outside" in desk.told


def test_a_link_to_the_outside_is_refused(desk: Desk) -> None:
    inner = desk.folder / "data/pictures"
    inner.mkdir(parents=True)
    (inner / "scene.svg").symlink_to(desk.folder / "scene.svg")
    desk.folder = inner
    assert desk.open().drawing("scene", HERE) is None
    assert "link that leads outside" in desk.told


def test_a_colour_without_ink_is_told_even_from_the_cache(desk: Desk) -> None:
    (desk.folder / "scene.svg").write_text(SVG + ' fill="#123456"/></svg>')
    cache = Cache(desk.folder / "cache")
    for _ in range(2):
        desk.report = Report()
        assert desk.open(cache).drawing("scene") is None
        assert (
            f"{desk.folder.name}/scene.svg:1:{SVG.index('<rect') + 1}: error: no ink has the colour #123456"
            in desk.told
        )
        assert str(desk.folder) not in desk.told
        assert 'nearest ink is "paper"' in desk.told


def test_hints_and_focus() -> None:
    inks = [Ink("black", (0, 0, 0), (0, 0, 0, 1)), Ink("red", (1, 0, 0), (0, 1, 1, 0))]
    assert nearest_ink(inks)("#C01010") == "red"
    report = Report()
    assert read_focus("0.25 1", HERE, report) == Point(0.25, 1)
    assert read_focus("", HERE, report) is None
    assert not report.failed
    assert read_focus("2 1", HERE, report) is None and read_focus("mid", HERE, report) is None
    assert len(report.diagnostics) == 2


def test_a_warning_of_a_drawing_comes_again_at_the_next_build(desk: Desk, tmp_path: Path) -> None:
    (desk.folder / "scene.svg").write_text(SVG + ' fill="#fff"/><path d="M0 0h9v9z5" fill="#fff"/></svg>')
    for _ in range(2):
        desk.report = Report()
        assert desk.open(Cache(tmp_path / "cache")).drawing("scene")
        assert [(d.severity, d.message.id) for d in desk.report.diagnostics] == [("warning", "path-numbers-needless")]
