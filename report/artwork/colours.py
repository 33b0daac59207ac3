"""Photos into an output's colours, by ICC profiles (ISO 15076): those of the photos, and the output's own.

In: a photo in L, RGB or CMYK, its profile, the output's. Out: the photo in the output's colours; what is wrong with a
profile. A photo's profile that cannot be used says nothing: the photo is taken as one without.
"""

from __future__ import annotations

import functools
import io
import itertools
from typing import TYPE_CHECKING, Any

from report.artwork.formats import PhotoError
from report.messages import Message, message

if TYPE_CHECKING:
    from PIL import Image, ImageCms

SPACES = {"L": b"GRAY", "RGB": b"RGB ", "CMYK": b"CMYK"}
DEVICES = (b"scnr", b"mntr", b"prtr", b"spac")  # classes of profiles that say what samples mean
HEADER = 132
_SAME = 2  # of 255: colours this near are not worth a new encoding
PAPER, INK = 0.1, 1.0  # the most ink for white, the least for black, of 4
LIGHT, DARK = 200, 128  # of 255: paper at the least, all inks at the most


def srgb() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@functools.lru_cache(maxsize=8)
def flaw(icc: bytes, mode: str) -> Message | None:
    """Why a profile cannot say what samples of that mode mean; None if it can."""
    kind, space = icc[12:16], icc[16:20]
    if len(icc) < HEADER or icc[36:40] != b"acsp":
        return message("profile-damaged")
    if space != SPACES[mode] and space in SPACES.values():
        return message("profile-other-space", space=space.decode().strip(), mode=SPACES[mode].decode().strip())
    if space != SPACES[mode] or kind not in DEVICES:
        return message("profile-no-device")
    from PIL import ImageCms

    try:
        _transform(_read(icc), ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return message("profile-damaged")
    return None


def mode_of(mode: str) -> str:
    """In which mode the colours of an image will be: L, RGB or CMYK."""
    return "L" if mode in ("1", "L", "LA", "I;16") else "CMYK" if mode == "CMYK" else "RGB"


def own(photo: Image.Image, icc: bytes | None) -> ImageCms.ImageCmsProfile | None:
    """The photo's profile, if it has one that can be used."""
    return None if icc is None or flaw(icc, photo.mode) else _read(icc)


def converted(photo: Image.Image, icc: bytes | None, profile: bytes | None) -> Image.Image:
    """Into the output's colours, honouring the photo's own profile: relative to the paper's white, black to black, as
    the press is to show what the screen does. Gray stays gray: in print, one ink."""
    if (icc is None and photo.mode != "CMYK" and profile is None) or (photo.mode == "L" and icc is None):
        return photo
    from PIL import ImageCms

    source = own(photo, icc)
    mode = "CMYK" if profile and profile[16:20] == SPACES["CMYK"] else "RGB"
    if source is None and photo.mode in ("L", mode) and (profile is None or mode == "CMYK"):
        return photo  # nothing says what its samples mean: they are taken as the output's
    if source is None and photo.mode == "CMYK":
        photo = photo.convert("RGB")
    gray = photo.mode == "L"
    mode = "RGB" if gray else mode
    try:
        target = _read(profile) if profile and not gray else ImageCms.createProfile("sRGB")
        transform = _transform(source or ImageCms.createProfile("sRGB"), target, photo.mode, mode)
        changed = ImageCms.applyTransform(photo, transform)
    except (ImageCms.PyCMSError, OSError, ValueError):
        raise PhotoError(message("photo-profile-wrong")) from None
    assert changed is not None
    return changed.convert("L") if gray else changed


def toned(photo: Image.Image, icc: bytes | None, dark: tuple[float, ...], light: tuple[float, ...]) -> Image.Image:
    """A photo in shades between two colours of an output: RGB or CMYK, components from 0 to 1."""
    from PIL import Image

    gray = converted(photo, icc, None).convert("L")
    ramps = [[round(255 * (a + (b - a) * i / 255)) for i in range(256)] for a, b in zip(dark, light, strict=True)]
    return Image.merge("CMYK" if len(dark) == 4 else "RGB", [gray.point(ramp) for ramp in ramps])


def pressed(rgb: tuple[float, float, float], profile: bytes, coverage: float) -> tuple[float, ...]:
    """One sRGB colour in the inks of a press, 0…1; gray in black alone, as gray photos are."""
    red, green, blue = (round(share * 255) for share in rgb)
    if red == green == blue:
        return 0.0, 0.0, 0.0, 1 - red / 255
    from PIL import Image

    inked = converted(Image.new("RGB", (1, 1), (red, green, blue)), None, profile)
    inked = limited(inked, coverage) if coverage < 400 else inked
    return tuple(share / 255 for share in inked.getpixel((0, 0)))  # type: ignore[union-attr, misc]


def needs_no_change(mode: str, icc: bytes | None, profile: bytes | None) -> bool:
    """Whether converting a photo's colours would leave them as they are: tried on a few."""
    from PIL import Image, ImageChops

    if icc is None and profile is None:
        return True
    samples = bytes(range(256))
    if mode == "RGB":
        samples = b"".join(map(bytes, itertools.product(range(0, 256, 51), repeat=3)))
    swatches = Image.frombytes(mode, (len(samples) // len(mode), 1), samples)
    changed = converted(swatches, icc, profile)
    if changed.mode != swatches.mode:
        return False
    extrema = ImageChops.difference(changed, swatches).getextrema()
    return max(most for _, most in ([extrema] if mode == "L" else extrema)) <= _SAME


def is_of_a_press(profile: bytes) -> bool:
    """Whether a CMYK profile converts both ways, at every intent: white into paper, black into ink, and back."""
    from PIL import ImageCms

    screen = ImageCms.createProfile("sRGB")
    try:
        press = _read(profile)
        for intent in (ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Intent.PERCEPTUAL, ImageCms.Intent.SATURATION):
            inked = _transform(screen, press, "RGB", "CMYK", intent)
            shown = _transform(press, screen, "CMYK", "RGB", intent)
            white, black = (sum(_one(inked, "RGB", level)) / 255 for level in (255, 0))
            paper, inks = (sum(_one(shown, "CMYK", level)) / 3 for level in (0, 255))
            if white > PAPER or black < INK or paper < LIGHT or inks > DARK:
                return False
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False
    return True


def _one(transform: Any, mode: str, level: int) -> tuple[int, ...]:
    """What a transform makes of a colour, all of whose channels are at that level."""
    from PIL import Image, ImageCms

    made = ImageCms.applyTransform(Image.new(mode, (1, 1), (level,) * len(mode)), transform)
    assert made is not None
    return made.getpixel((0, 0))  # type: ignore[return-value]


def _read(icc: bytes) -> ImageCms.ImageCmsProfile:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(io.BytesIO(icc))


def _transform(source: Any, target: Any, source_mode: str, target_mode: str, intent: Any = None) -> Any:
    from PIL import ImageCms

    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC if intent is None else intent
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    return ImageCms.buildTransform(source, target, source_mode, target_mode, intent, flags)


def limited(photo: Image.Image, limit: float) -> Image.Image:
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
