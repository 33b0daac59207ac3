"""Where words may stand: boxes, and the search for a place that is free.

In: labels with their candidate spots, what is already there, the frame. Out: a spot for each label, or the news that
there is none. Plane: pt, y up (Matplotlib's). Knows no chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

import msgspec

from report.messages import Origin
from report.style.fonts import FontBook, letter
from report.style.text import CharStyle

EM_BOX = (0.12, 0.88)  # of Japanese type below and above the baseline
COMMA = 0.14  # em that a separator reaches below the baseline
SHARES = (1.0, 0.92, 0.84, 0.0)  # of the type size, tried in turn; 0: down to the smallest allowed
DIGITS = frozenset("0123456789,.")
ALONE = 1 / 8  # of the labels, or one, may be left out before all thin out
FEW = 8  # labels, where there is hardly any room
STRIDES = (1, 2, 5, 10, 20, 50, 100)


class Area(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    def grown(self, by: float) -> Area:
        return Area(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def widened(self, by: float) -> Area:
        return self._replace(left=self.left - by, right=self.right + by)

    def hits(self, other: Area) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )  # fmt: skip

    def holds(self, other: Area) -> bool:
        return (
            self.left <= other.left
            and self.bottom <= other.bottom
            and self.right >= other.right
            and self.top >= other.top
        )


class Segment(NamedTuple):
    """A stroke from a to b; width: half of it lies on each side."""

    ax: float
    ay: float
    bx: float
    by: float
    width: float

    def hits(self, box: Area) -> bool:
        """Liang–Barsky: some part of the stroke lies inside the box (square ends, generous by half a width)."""
        near = box.grown(self.width / 2)
        dx, dy = self.bx - self.ax, self.by - self.ay
        enter, leave = 0.0, 1.0
        for step, room in (
            (-dx, self.ax - near.left),
            (dx, near.right - self.ax),
            (-dy, self.ay - near.bottom),
            (dy, near.top - self.ay),
        ):
            if step == 0:
                if room <= 0:
                    return False
            elif step < 0:
                enter = max(enter, room / step)
            else:
                leave = min(leave, room / step)
        return enter < leave


class Spot(NamedTuple):
    """share: how much of the width lies left of x (0 start, 0.5 middle, 1 end); y: the baseline."""

    x: float
    y: float
    share: float = 0.5


class Label(msgspec.Struct, frozen=True):
    """Words with the spots they may take, best first. ink: a name. short: may stand instead. must: never left out.

    number: of its point among those that have a value. extreme: stays, where it finds room, when others thin out.
    """

    text: str
    chars: CharStyle
    ink: str
    spots: tuple[Spot, ...]
    short: str = ""
    must: bool = False
    number: int = 0
    extreme: bool = False

    def scaled(self, share: float, smallest: float) -> Label:
        """In smaller type, but not below `smallest` pt."""
        size = max(self.chars.size * share, min(smallest, self.chars.size))
        return msgspec.structs.replace(self, chars=msgspec.structs.replace(self.chars, size=size))

    def at(self, *spots: Spot) -> Label:
        return msgspec.structs.replace(self, spots=spots)

    def raised(self, y: float) -> Label:
        """With its spots' baselines at y."""
        return self.at(*(spot._replace(y=y) for spot in self.spots))

    def shortened(self) -> Label:
        return msgspec.structs.replace(self, text=self.short) if self.short else self


def extent(fonts: FontBook, text: str, chars: CharStyle) -> tuple[float, float]:
    """How far a line of text reaches below and above its baseline, pt."""
    if DIGITS.issuperset(text):
        below = COMMA if "," in text else 0.0
        return below * chars.size, fonts.face(chars.fonts[0]).cap_height * chars.size
    return EM_BOX[0] * chars.size, EM_BOX[1] * chars.size


def box_of(fonts: FontBook, label: Label, spot: Spot, width: float) -> Area:
    """width: of its text."""
    below, above = extent(fonts, label.text, label.chars)
    left = spot.x - width * spot.share
    baseline = spot.y + label.chars.rise
    return Area(left, baseline - below, left + width, baseline + above)


class Occupancy:
    """The drawing's plane and what stands on it. clear: least distance of words to everything else."""

    def __init__(self, fonts: FontBook, frame: Area, clear: float):
        self.fonts = fonts
        self.frame = frame
        self.clear = clear
        self.boxes: list[Area] = []
        self.words: list[Area] = []  # of those boxes, values and names
        self.segments: list[Segment] = []
        self._widths: dict[tuple[str, CharStyle], float] = {}

    def width(self, text: str, chars: CharStyle, origin: Origin | None = None) -> float:
        """Of a text, pt. Failure, at `origin`, where no face has a character."""
        key = (text, chars)
        if key not in self._widths:
            self._widths[key] = letter(self.fonts, text, chars, origin)[1]
        return self._widths[key]

    def box(self, label: Label, spot: Spot) -> Area:
        return box_of(self.fonts, label, spot, self.width(label.text, label.chars))

    def is_free(self, box: Area, others: Iterable[Area] = ()) -> bool:
        near = box.grown(self.clear)
        return (
            self.frame.holds(box)
            and not any(near.hits(other) for other in self.boxes)
            and not any(near.hits(other) for other in others)
            and not any(segment.hits(near) for segment in self.segments)
        )

    def inward(self, label: Label, spot: Spot) -> tuple[Spot, Area]:
        """The spot, moved sideways where the label would stick out of the frame, and the label's box there."""
        box = self.box(label, spot)
        shift = max(0.0, self.frame.left - box.left) - max(0.0, box.right - self.frame.right)
        if not shift:
            return spot, box
        moved = spot._replace(x=spot.x + shift)
        return moved, self.box(label, moved)

    def settle(self, labels: Sequence[Label], aside: float = 0.0, spared: int = 0) -> list[tuple[Label, Spot]] | None:
        """A free spot for each label, none touching another; None when one that must finds none, or more than `spared`
        of the others. Musts choose first, then extremes.

        aside: between words in a row at least, em: digits that stand closer read as one number.
        """
        spots: dict[int, Spot] = {}
        taken: list[Area] = []
        for i in sorted(range(len(labels)), key=lambda i: (not labels[i].must, not labels[i].extreme)):
            for wish in labels[i].spots:
                spot, box = self.inward(labels[i], wish)
                row = box.widened(aside * labels[i].chars.size)
                if self.is_free(box, taken) and not any(
                    row.hits(each) for each in (*taken, *(self.words if aside else ()))
                ):
                    spots[i] = spot
                    taken.append(box)
                    break
            else:
                spared -= 1
                if labels[i].must or spared < 0:
                    return None
        return [(label, spots[i]) for i, label in enumerate(labels) if i in spots]


def strides(count: int) -> list[int]:
    """How labels thin out: every one, every 2nd, 5th, 10th … of them; at last none but those that must stay."""
    return [stride for stride in STRIDES if stride < count] + [max(count, 1)]


def every(stride: int, kept: Set[int], count: int) -> set[int]:
    """Those kept, and every stride-th of `count` from the last back, unless nearer than half a stride to one kept;
    these alone for a stride past all."""
    if stride >= count:
        return {*kept}
    return {*kept, *(i for i in range(count - 1, -1, -stride) if all(2 * abs(i - k) > stride for k in kept))}


class Attempt(NamedTuple):
    """spared: how many of the labels may be left out."""

    labels: list[Label]
    spared: int


def attempts(labels: Sequence[Label], smallest: float, elsewhere: Set[int]) -> Iterable[Attempt]:
    """What to try when labels crowd, best first: the short wording, smaller type, few left out, fewer labels; of
    some few those that find room; at last no first one where others must stay."""
    wordings = [list(labels)]
    if any(label.short for label in labels):
        wordings.append([label.shortened() for label in labels])
    count = max((*elsewhere, *(label.number for label in labels)), default=0) + 1
    few = next((stride for stride in STRIDES if stride * FEW >= count), count)
    wider = (stride for stride in STRIDES[1:] if stride < count)
    for stride, spared in [(1, 0.0), (1, ALONE), *((stride, ALONE) for stride in wider), (few, 1.0)]:
        for share in SHARES:
            for worded in wordings:
                told = thinned([label.scaled(share, smallest) for label in worded], stride, count, elsewhere)
                yield Attempt(told, max(1, int(spared * len(told))) if spared else 0)
    musts = [label.scaled(0, smallest) for label in wordings[-1] if label.must]
    yield Attempt([msgspec.structs.replace(label, must=label.number > 0) for label in musts], 1)


def thinned(labels: Sequence[Label], stride: int, count: int, elsewhere: Set[int]) -> list[Label]:
    """Every stride-th label of `count` points, and those to be kept. elsewhere: points that have a label already."""
    kept = {label.number for label in labels if label.must or label.extreme}
    told = every(stride, kept | elsewhere, count)
    return [label for label in labels if stride == 1 or label.number in told]
