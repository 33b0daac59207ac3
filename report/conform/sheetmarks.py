"""Marks around a sheet of two pages: トンボ at its corners, dashes where it is folded.

In: the paper, the trim of the two pages together, the bleed (pt, y up). Out: operators of a content stream in the plate
of all inks, whose colour space its resources call All. All of them lie outside the bleed.
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name

from report.units import MM, Rect, Size

WEIGHT = 0.1 * MM
LENGTH = 9 * MM
DASHES = 4  # of a fold mark
CROSS = 6 * MM
REGISTRATION = Array(
    [
        Name.Separation,
        Name.All,
        Name.DeviceCMYK,
        Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1),
    ]
)


def sheet_marks(media: Size, trim: Rect, bleed: float) -> str:
    lines = [*_corners(trim, bleed), *_folds(trim, bleed), *_middles(trim, bleed)]
    shown = [line for line in lines if line.x >= 0 and line.right <= media.width and line.y >= 0]
    boxes = "".join(f"{line.x:.3f} {line.y:.3f} {line.width:.3f} {line.height:.3f} re\n" for line in shown)
    return f"q /All cs 1 scn\n{boxes}f Q\n"


def _across(x: float, y: float, length: float) -> Rect:
    return Rect(min(x, x + length), y - WEIGHT / 2, abs(length), WEIGHT)


def _down(x: float, y: float, length: float) -> Rect:
    return Rect(x - WEIGHT / 2, min(y, y + length), WEIGHT, abs(length))


def _corners(trim: Rect, bleed: float) -> list[Rect]:
    """Double, at the trim and at the bleed."""
    made = []
    for x, out in ((trim.x, -1), (trim.right, 1)):
        for y, down in ((trim.y, -1), (trim.bottom, 1)):
            for at in dict.fromkeys((0.0, bleed)):
                made.append(_across(x + out * bleed, y + down * at, out * LENGTH))
                made.append(_down(x + out * at, y + down * bleed, down * LENGTH))
    return made


def _folds(trim: Rect, bleed: float) -> list[Rect]:
    """At head and foot of the spine, which is the sheet's middle, too."""
    dash = LENGTH / (2 * DASHES - 1)
    middle = trim.x + trim.width / 2
    made = []
    for y, down in ((trim.y - bleed, -1), (trim.bottom + bleed, 1)):
        made += [_down(middle, y + down * 2 * i * dash, down * dash) for i in range(DASHES)]
    return made


def _middles(trim: Rect, bleed: float) -> list[Rect]:
    """A cross at the middle of the left and the right side."""
    made = []
    for x, out in ((trim.x - bleed, -1), (trim.right + bleed, 1)):
        y = trim.y + trim.height / 2
        made += [_across(x, y, out * LENGTH), _down(x + out * LENGTH / 2, y - CROSS, 2 * CROSS)]
    return made
