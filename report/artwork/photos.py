"""Photos made ready to embed: turned upright, cropped, converted, brought to the resolution they are shown at.

In: a JPEG, PNG or WebP file, a frame and a resolution. Out: a Raster. The orientation follows EXIF (tag 274), the
colours follow the file's ICC profile (ISO 15076) into sRGB or a given output profile. A photo is encoded once: a JPEG
that needs none of this keeps its own coded data. Nothing else of the file goes along. With `colours` the only importer
of Pillow; the same file and order give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import os
import warnings
import zlib
from typing import TYPE_CHECKING, NamedTuple

from report.artwork import colours
from report.artwork.formats import Coded, PhotoError, damaged, kind_of
from report.messages import Message, message
from report.page import Raster
from report.units import Size

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 200_000_000
QUALITY = 85  # JPEG: no visible loss at reading distance, a tenth of the size
OVERSHOOT = 6.0  # per cent of ink that JPEG coding may add at an edge or in noise
_SHRINK_AHEAD = 2.0  # a JPEG may be read at half, a quarter… of its size while it stays this much above the need
_GAP = 3.0  # pixels may be averaged before they are resampled while as many times too many are left: nobody sees it
_ORIENTATION, _SIDEWAYS = 274, (5, 6, 7, 8)
_CLEAR = {"RGBA": "RGBa", "LA": "La"}  # modes with transparency; with colours multiplied by it
_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}


class Order(NamedTuple):
    """What is wanted of a photo. window: the part shown, as left, top, width, height in 0…1 of the upright photo.

    pixels: the most that the window is to have. profile: an ICC output profile (CMYK or RGB), None for sRGB. kept: the
    photo keeps its own colours, and what says what they mean goes along. coverage: the most ink of others, per cent.
    tone: components of the output's colours, 0…1, of the darkest and the lightest; what is between goes evenly.
    """

    window: tuple[float, float, float, float]
    pixels: tuple[int, int]
    profile: bytes | None = None
    kept: bool = False
    coverage: float = 400.0
    tone: tuple[tuple[float, ...], tuple[float, ...]] | None = None


PLAIN = Order((0, 0, 1, 1), (1, 1))  # all of it, for a screen; what is ordered is a change of this


class Negative(NamedTuple):
    """A photo as it lies in its file. turn: its orientation, 1 to 8, as EXIF numbers them."""

    coded: Coded
    image: Image.Image
    turn: int


class Look(NamedTuple):
    """size: of the upright photo, in pixels. flaw: what is wrong with its profile, which is not used then."""

    size: Size
    flaw: Message | None


def look(path: str) -> Look:
    """What can be said of a photo before it is unpacked. Raises PhotoError."""
    coded, image, turn = _opened(path)
    width, height = coded.size
    flaw = None if coded.icc is None else colours.flaw(coded.icc, colours.mode_of(image.mode))
    return Look(Size(height, width) if turn in _SIDEWAYS else coded.size, flaw)


class Darkroom:
    """Where photos are developed. The last one read stays at hand: it is often wanted for the next frame, too."""

    def __init__(self) -> None:
        self._read: tuple[str, tuple[int, int]] | None = None
        self._photo: Image.Image | None = None

    def develop(self, path: str, order: Order, key: str) -> Raster:
        """The photo as ordered. It is never enlarged: with fewer pixels than ordered it keeps what it has.

        key: of the raster, unless the file's own coded data is kept: that has the same key in every frame.
        """
        from PIL import Image

        negative = _opened(path)
        if kept := _kept(negative, order):
            return kept
        photo = self._upright(path, negative, order)
        (width, height), (left, top, across, down) = photo.size, order.window
        right, foot = min(left + across, 1), min(top + down, 1)  # and nothing below 0, by rounding
        box = (max(left, 0) * width, max(top, 0) * height, right * width, foot * height)
        size = (max(1, min(order.pixels[0], round(across * width))), max(1, min(order.pixels[1], round(down * height))))
        shown = photo.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=_GAP)
        return _printed(shown, negative, order, key)

    def _upright(self, path: str, negative: Negative, order: Order) -> Image.Image:
        _read_small(negative, order)
        wanted = (path, negative.image.size)
        if self._photo is None or self._read != wanted:
            self._photo = None  # two of them may be more than the memory holds
            self._photo, self._read = _unpacked(negative), wanted
        return self._photo


def _printed(photo: Image.Image, negative: Negative, order: Order, key: str) -> Raster:
    """The part that is shown, of its final size, in the output's colours, packed."""
    icc = negative.coded.icc
    photo = photo.convert(photo.mode[:-1] + "A") if photo.mode in _CLEAR.values() else photo
    alpha = photo.getchannel("A") if photo.mode in _CLEAR else None
    inked = photo.convert(photo.mode.removesuffix("A"))
    profile = _tag(inked, icc, order) if order.kept and not order.tone else None
    if order.tone:
        inked = colours.toned(inked, icc, *order.tone)
    elif not order.kept:
        inked = colours.converted(inked, icc, order.profile)
        if inked.mode == "CMYK" and order.coverage < 400:
            inked = colours.limited(inked, order.coverage - OVERSHOOT)
    stream, packing = _packed(inked, _is_lossless(negative))
    smask = zlib.compress(alpha.tobytes(), 9) if alpha and alpha.getextrema()[0] < 255 else None
    return Raster(*photo.size, stream, packing, _SPACES[inked.mode], key, icc=profile, smask=smask)  # type: ignore[arg-type]


def _is_lossless(negative: Negative) -> bool:
    data = negative.coded.data
    return negative.image.format == "PNG" or (data.startswith(b"RIFF") and b"VP8L" in data[:64])


def _tag(photo: Image.Image, icc: bytes | None, order: Order) -> bytes | None:
    """The profile that goes with samples that are kept; None where the file's output intent says what they mean."""
    if photo.mode == "L":
        return None
    own = icc if colours.own(photo, icc) else None
    if photo.mode == "CMYK":
        return own if own != order.profile else None
    return own or colours.srgb()


def _kept(negative: Negative, order: Order) -> Raster | None:
    """The file's own coded data, where it is as ordered: a JPEG, upright, no larger, in the output's colours."""
    coded, image, turn = negative
    if not coded.plain or turn != 1 or order.tone or image.mode not in ("L", "RGB"):
        return None  # (a PDF reads inks the other way round than Photoshop writes them)
    (width, height), (_, _, across, down) = image.size, order.window
    if not (round(across * width) == width <= order.pixels[0] and round(down * height) == height <= order.pixels[1]):
        return None  # (what is cut off must not go out with the file)
    if not order.kept and not colours.needs_no_change(image.mode, coded.icc, order.profile):
        return None
    _load(negative)
    profile = _tag(image, coded.icc, order) if order.kept else None
    key = f"photo:{hashlib.sha256(coded.data).hexdigest()[:16]}"
    return Raster(width, height, coded.data, "DCTDecode", _SPACES[image.mode], key, icc=profile)  # type: ignore[arg-type]


def _opened(path: str) -> Negative:
    size = os.path.getsize(path)
    if size > MAX_BYTES:
        raise PhotoError(message("photo-too-heavy", size=size // 1_000_000, most=MAX_BYTES // 1_000_000))
    with open(path, "rb") as file:
        coded = _coded(file.read(MAX_BYTES))
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit of `sized` is stricter
            if coded.data.startswith(b"RIFF"):
                from PIL import WebPImagePlugin  # noqa: F401  it makes itself known

            image = Image.open(io.BytesIO(coded.data), formats=("JPEG", "PNG", "WEBP"))
    except Exception:  # (as of _load)
        raise damaged(message("photo-undecodable")) from None
    if coded.clear is not None:
        image.info["transparency"] = coded.clear if len(coded.clear) > 1 else coded.clear[0]
    return Negative(coded, image, _turn(coded.exif))


def _coded(data: bytes) -> Coded:
    kind = kind_of(data[:1000])
    if kind == "JPEG":
        from report.artwork import jpeg

        return jpeg.read(data)
    if kind == "PNG":
        from report.artwork import png

        return png.read(data)
    if kind == "WebP":
        from report.artwork import webp

        return webp.read(data)
    if not data.strip(b"\0"):
        raise PhotoError(message("photo-empty"))
    raise PhotoError(message("photo-of-other-kind", kind=kind) if kind else message("photo-unopenable"))


def _turn(exif: bytes) -> int:
    """What the EXIF data say; where they are damaged, the picture is what counts."""
    if not exif:
        return 1
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            directory = Image.Exif()
            directory.load(b"Exif\0\0" + exif)
            turn = directory.get(_ORIENTATION)
    except Exception:  # (as of _load)
        return 1
    return turn if isinstance(turn, int) and 1 <= turn <= 8 else 1


def _load(negative: Negative) -> None:
    """Unpack the samples. Whatever goes wrong in the library with foreign bytes is damage of theirs."""
    try:
        cut = negative.coded.huffman and _small(negative.coded) != _small(negative.coded, b"U" * 64)
        negative.image.load()
    except Exception as error:
        early = "truncated" in str(error)
        raise damaged(message("photo-ends-early") if early else message("photo-undecodable")) from None
    if cut:
        raise damaged(message("photo-ends-early"))


def _small(coded: Coded, tail: bytes = b"") -> bytes:
    """A JPEG at an eighth of its size, with a tail after its coded data: it shows in the picture where they end early,
    for a decoder makes up the rest without a word."""
    from PIL import Image

    image = Image.open(io.BytesIO(coded.data[:-2] + tail + coded.data[-2:]), formats=("JPEG",))
    image.draft(None, (1, 1))
    return image.tobytes()


def _read_small(negative: Negative, order: Order) -> None:
    """Let the JPEG decoder skip detail that scaling down would throw away."""
    sideways = negative.turn in _SIDEWAYS
    width, height = order.pixels if not sideways else order.pixels[::-1]
    across, down = order.window[2:] if not sideways else order.window[:1:-1]
    negative.image.draft(None, (int(width / across * _SHRINK_AHEAD), int(height / down * _SHRINK_AHEAD)))


def _unpacked(negative: Negative) -> Image.Image:
    """The whole photo, upright: 8 bits a channel, L, RGB or CMYK, with alpha where there is transparency; colours
    are multiplied by that, as they must be for scaling."""
    from PIL import Image

    coded, image, turn = negative
    _load(negative)
    if image.mode == "P" and image.getextrema()[1] >= coded.entries:  # type: ignore[operator]
        raise damaged(message("photo-palette-short"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        photo = _instead(image, _plain(image))
    turns = (
        *(Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180, Image.Transpose.FLIP_TOP_BOTTOM),
        *(Image.Transpose.TRANSPOSE, Image.Transpose.ROTATE_270, Image.Transpose.TRANSVERSE),
        Image.Transpose.ROTATE_90,
    )  # of EXIF's 2 to 8
    photo = photo if turn == 1 else _instead(photo, photo.transpose(turns[turn - 2]))
    if photo.mode not in _CLEAR:
        return photo
    opaque = photo.getextrema()[-1][0] == 255  # type: ignore[index]
    return _instead(photo, photo.convert(photo.mode[:-1] if opaque else _CLEAR[photo.mode]))


def _instead(former: Image.Image, photo: Image.Image) -> Image.Image:
    """The photo, and the memory of what it was made of is free."""
    if photo is not former:
        former.close()
    return photo


def _plain(image: Image.Image) -> Image.Image:
    clear = image.info.get("transparency")
    if image.mode == "I;16":
        return _of_16_bits(image, clear)
    if image.mode in ("1", "L", "RGB") and clear is not None:  # one colour stands for nothing (PNG, tRNS)
        return image.convert("RGBA" if image.mode == "RGB" else "LA")
    if image.mode in ("L", "RGB", "CMYK", "RGBA", "LA"):
        return image
    if image.mode == "1":
        return image.convert("L")
    return image.convert("RGB" if clear is None else "RGBA")


def _of_16_bits(image: Image.Image, clear: int | None) -> Image.Image:
    """A gray of 16 bits: the upper eight of them."""
    from PIL import ImageChops

    gray = _bytes_of(image, 0)
    if clear is not None:
        other = [
            _bytes_of(image, place).point([255 * (value != byte) for value in range(256)])
            for place, byte in enumerate(clear.to_bytes(2, "big"))
        ]
        gray.putalpha(ImageChops.lighter(*other))
    return gray


def _bytes_of(image: Image.Image, place: int) -> Image.Image:
    """Every sample's upper byte (place 0), or its lower."""
    from PIL import Image

    return Image.frombytes("L", image.size, image.tobytes("raw", "I;16B")[place::2])


def _packed(photo: Image.Image, lossless: bool) -> tuple[bytes, str]:
    """Compressed, and how: JPEG, or without loss, as its file is, where that is no longer."""
    from PIL import ImageChops

    out = io.BytesIO()
    # Pillow writes CMYK the way Photoshop does, upside down; PDF reads the samples as they are.
    upright = ImageChops.invert(photo) if photo.mode == "CMYK" else photo
    upright.save(out, "JPEG", quality=QUALITY, optimize=True, comment=b"")  # else the file's own comment goes along
    if lossless:
        flat = zlib.compress(photo.tobytes(), 9)
        if len(flat) <= out.tell():
            return flat, "FlateDecode"
    return out.getvalue(), "DCTDecode"
