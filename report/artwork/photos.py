"""Photos made ready to embed: turned upright, cropped, converted, brought to the resolution they are shown at.

In: a JPEG or PNG file, a frame and a resolution. Out: a Raster. The orientation follows EXIF (tag 274), the colours
follow the file's ICC profile (ISO 15076) into sRGB or a given output profile. A photo is encoded once: a JPEG that
needs none of this keeps its own coded data. Nothing else of the file goes along. The only importer of Pillow; the same
file and order give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import os
import warnings
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from report.artwork import jpeg
from report.messages import Foreign, Message, message
from report.page import Raster
from report.units import Size

if TYPE_CHECKING:
    from PIL import Image, ImageCms

MAX_PIXELS = 100_000_000  # an A3 page at 600 dpi; beyond it a small file can fill the memory when unpacked
MAX_BYTES = 200_000_000
QUALITY = 85  # JPEG: no visible loss at reading distance, a tenth of the size
_SHRINK_AHEAD = 2.0  # a JPEG may be read at half, a quarter… of its size while it stays this much above the need
_ORIENTATION, _UPRIGHT, _SIDEWAYS = 274, (None, 1), (5, 6, 7, 8)
DAMAGES = (OSError, SyntaxError, ValueError, zlib.error)  # what Pillow raises where a file's data end or are no picture
_SAME = 2  # of 255: colours this near are not worth a new encoding


class PhotoError(Exception):
    """The photo cannot be used; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Order(NamedTuple):
    """What is wanted of a photo. window: the part shown, as left, top, width, height in 0…1 of the upright photo.

    pixels: the most that the window is to have. profile: an ICC output profile (CMYK or RGB), None for sRGB. kept: the
    photo keeps its own colours, and what says what they mean goes along. coverage: the most ink of others, per cent.
    """

    window: tuple[float, float, float, float]
    pixels: tuple[int, int]
    profile: bytes | None = None
    kept: bool = False
    coverage: float = 400.0


PLAIN = Order((0, 0, 1, 1), (1, 1))  # all of it, for a screen; what is ordered is a change of this


def measure(path: str) -> Size:
    """The upright photo's size in pixels; reads the head of the file only. Raises PhotoError."""
    with _opened(path) as image:
        width, height = image.size
        return Size(height, width) if _sideways(image) else Size(width, height)


def develop(path: str, order: Order, key: str) -> Raster:
    """The photo as ordered. It is never enlarged: with fewer pixels than ordered it keeps what it has.

    key: of the raster, unless the file's own coded data is kept: that has the same key in every frame.
    """
    from PIL import Image, ImageOps

    with _opened(path) as image:
        if kept := _kept(path, image, order):
            return kept
        lossless, icc = image.format == "PNG", image.info.get("icc_profile")
        _read_small(image, order)
        try:
            image.load()
            ImageOps.exif_transpose(image, in_place=True)
            photo = _plain(image)
        except DAMAGES as error:
            raise _damaged(error) from None
        width, height = photo.size
        left, top, across, down = order.window
        right, foot = min(left + across, 1), min(top + down, 1)  # and nothing below 0, by rounding
        box = (max(left, 0) * width, max(top, 0) * height, right * width, foot * height)
        size = (max(1, min(order.pixels[0], round(across * width))), max(1, min(order.pixels[1], round(down * height))))
        photo = photo.resize(size, Image.Resampling.LANCZOS, box=box)
    alpha = photo.getchannel("A") if photo.mode in ("RGBA", "LA") else None
    colours = photo.convert(photo.mode.removesuffix("A"))
    profile = _tag(colours, icc, order) if order.kept else None
    if not order.kept:
        colours = _converted(colours, icc, order.profile)
    if not order.kept and colours.mode == "CMYK" and order.coverage < 400:
        colours = _limited(colours, order.coverage)
    stream, packing = _packed(colours, lossless)
    space = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}[colours.mode]
    smask = zlib.compress(alpha.tobytes(), 9) if alpha and alpha.getextrema()[0] < 255 else None
    return Raster(*size, stream, packing, space, key, icc=profile, smask=smask)  # type: ignore[arg-type]


def _tag(photo: Image.Image, icc: bytes | None, order: Order) -> bytes | None:
    """The profile that goes with samples that are kept; None where the file's output intent says what they mean."""
    if photo.mode == "L":
        return None
    own = icc if _own_profile(photo, icc) else None
    if photo.mode == "CMYK":
        return own if own != order.profile else None
    return own or srgb()


def srgb() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _limited(photo: Image.Image, limit: float) -> Image.Image:
    """No place takes more ink than the limit (per cent): what is over is taken from cyan, magenta and yellow alike, for
    black carries the drawing."""
    from PIL import Image, ImageMath

    c, m, y, k = photo.split()
    most = limit * 2.55

    def share(a: dict[str, Any]) -> Any:
        room = most - a["float"](a["k"])
        return a["min"](room / a["max"](a["float"](a["c"]) + a["m"] + a["y"], 1.0), 1.0)

    kept = ImageMath.lambda_eval(share, c=c, m=m, y=y, k=k)

    def less(channel: Image.Image) -> Image.Image:
        return ImageMath.lambda_eval(lambda a: a["convert"](a["x"] * a["kept"], "L"), x=channel, kept=kept)

    return Image.merge("CMYK", (less(c), less(m), less(y), k))


def _kept(path: str, image: Image.Image, order: Order) -> Raster | None:
    """The file's own coded data, where it is as ordered: a JPEG, upright, no larger, in the output's colours."""
    if image.format not in ("JPEG", "MPO") or _orientation(image) not in _UPRIGHT:
        return None
    (width, height), (_, _, across, down) = image.size, order.window
    whole = round(across * width) == width <= order.pixels[0] and round(down * height) == height <= order.pixels[1]
    if not whole or not _needs_no_change(image, order):  # (what is cut off must not go out with the file)
        return None
    with open(path, "rb") as file:
        stream = jpeg.bare(file.read())
    if stream is None:
        return None
    try:
        image.load()
    except DAMAGES as error:
        raise _damaged(error) from None
    space = "DeviceGray" if image.mode == "L" else "DeviceRGB"
    profile = _tag(image, image.info.get("icc_profile"), order) if order.kept else None
    key = f"photo:{hashlib.sha256(stream).hexdigest()[:16]}"
    return Raster(width, height, stream, "DCTDecode", space, key, icc=profile)  # type: ignore[arg-type]


def _needs_no_change(image: Image.Image, order: Order) -> bool:
    """Whether converting a photo's colours would leave them as they are: tried on a few."""
    from PIL import Image, ImageChops

    icc, profile = image.info.get("icc_profile"), order.profile
    if image.mode not in ("L", "RGB"):
        return False  # a PDF reads inks the other way round than Photoshop writes them
    if order.kept:
        return True
    if icc is None and profile is None:
        return True
    samples = bytes(range(256))
    if image.mode == "RGB":
        samples = b"".join(map(bytes, itertools.product(range(0, 256, 51), repeat=3)))
    swatches = Image.frombytes(image.mode, (len(samples) // len(image.mode), 1), samples)
    converted = _converted(swatches, icc, profile)
    if converted.mode != swatches.mode:
        return False
    extrema = ImageChops.difference(converted, swatches).getextrema()
    return max(most for _, most in ([extrema] if image.mode == "L" else extrema)) <= _SAME


def _damaged(error: Exception) -> PhotoError:
    return PhotoError(message("photo-damaged", problem=Foreign(str(error))))


def _opened(path: str) -> Image.Image:
    from PIL import Image

    size = os.path.getsize(path)
    if size > MAX_BYTES:
        raise PhotoError(message("photo-too-heavy", size=size // 1_000_000, most=MAX_BYTES // 1_000_000))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is stricter
            warnings.simplefilter("ignore", UserWarning)  # damaged EXIF: the picture is what counts
            image = Image.open(path, formats=("JPEG", "PNG"))
    except Image.DecompressionBombError:
        raise PhotoError(message("photo-beyond-limit", most=MAX_PIXELS // 1_000_000)) from None
    except (OSError, SyntaxError, ValueError):
        raise PhotoError(message("photo-unopenable")) from None
    width, height = image.size
    if width * height > MAX_PIXELS:
        image.close()
        raise PhotoError(message("photo-too-large", width=width, height=height, most=MAX_PIXELS // 1_000_000))
    return image


def _sideways(image: Image.Image) -> bool:
    return _orientation(image) in _SIDEWAYS


def _orientation(image: Image.Image) -> int | None:
    """What the EXIF data say; a PNG is read to its end for them."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # damaged EXIF: the picture is what counts
            return image.getexif().get(_ORIENTATION)
    except DAMAGES as error:
        raise _damaged(error) from None


def _read_small(image: Image.Image, order: Order) -> None:
    """Let the JPEG decoder skip detail that scaling down would throw away."""
    width, height = order.pixels if not _sideways(image) else order.pixels[::-1]
    across, down = order.window[2:] if not _sideways(image) else order.window[:1:-1]
    image.draft(None, (int(width / across * _SHRINK_AHEAD), int(height / down * _SHRINK_AHEAD)))


def _plain(image: Image.Image) -> Image.Image:
    """8 bits a channel: L, RGB or CMYK, with alpha where there is transparency."""
    if image.mode in ("1", "L", "RGB") and "transparency" in image.info:  # one colour stands for nothing (PNG, tRNS)
        return image.convert("RGBA" if image.mode == "RGB" else "LA")
    if image.mode in ("L", "RGB", "CMYK", "RGBA", "LA"):
        return image
    if image.mode.startswith("I"):
        gray = image.convert("I").point(lambda level: level / 256).convert("L")
        clear = image.info.get("transparency")
        if clear is not None and image.mode == "I;16":
            gray.putalpha(image.convert("I").point([0 if level == clear else 255 for level in range(1 << 16)], "L"))
        return gray
    if image.mode == "1":
        return image.convert("L")
    transparent = image.mode in ("PA", "La", "RGBa") or "transparency" in image.info
    return image.convert("RGBA" if transparent else "RGB")


def _converted(photo: Image.Image, icc: bytes | None, profile: bytes | None) -> Image.Image:
    """Into the output's colours, honouring the photo's own profile: relative to the paper's white, black to black, as
    the press is to show what the screen does. Gray stays gray: in print, one ink."""
    if (icc is None and photo.mode != "CMYK" and profile is None) or (photo.mode == "L" and icc is None):
        return photo
    from PIL import ImageCms

    try:
        source = _own_profile(photo, icc)
        target = ImageCms.ImageCmsProfile(io.BytesIO(profile)) if profile else ImageCms.createProfile("sRGB")
        mode = "CMYK" if profile and target.profile.xcolor_space.strip() == "CMYK" else "RGB"
        if source is None and photo.mode in ("L", mode) and (profile is None or mode == "CMYK"):
            return photo  # nothing says what its samples mean: they are taken as the output's
        if source is None and photo.mode == "CMYK":
            photo = photo.convert("RGB")
        gray = photo.mode == "L"
        if gray:
            target, mode = ImageCms.createProfile("sRGB"), "RGB"
        converted = ImageCms.profileToProfile(
            photo, source or ImageCms.createProfile("sRGB"), target, outputMode=mode,
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC, flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )  # fmt: skip
    except (ImageCms.PyCMSError, OSError, ValueError) as error:
        raise PhotoError(message("photo-profile-wrong", problem=Foreign(str(error)))) from None
    assert converted is not None
    return converted.convert("L") if gray else converted


def _own_profile(photo: Image.Image, icc: bytes | None) -> ImageCms.ImageCmsProfile | None:
    """The photo's profile, unless it has none, one for another kind of samples, or one that is damaged."""
    from PIL import ImageCms

    if icc is None:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
    except (ImageCms.PyCMSError, OSError):
        return None
    space = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}[photo.mode]
    return profile if profile.profile.xcolor_space.strip() == space else None


def _packed(photo: Image.Image, lossless: bool) -> tuple[bytes, str]:
    """Compressed, and how: JPEG, or for a PNG its own lossless kind where that is no longer."""
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
