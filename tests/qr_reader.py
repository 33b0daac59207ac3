"""Reads a QR code from its modules, as ISO/IEC 18004 says: versions 1 to 6, bytes alone, nothing spoilt.

In: rows of dark cells. Out: the words. It knows nothing of the library that made them; a code word that does not fit
its parity shows in the format's check bits, or in words that make no sense.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Rows = Sequence[Sequence[bool]]
LEVELS = {1: "l", 0: "m", 3: "q", 2: "h"}
# Data code words of each block, by version and level (table 9; no version here has blocks of two lengths but 5-q, 5-h).
BLOCKS = {
    1: {"l": [19], "m": [16], "q": [13], "h": [9]},
    2: {"l": [34], "m": [28], "q": [22], "h": [16]},
    3: {"l": [55], "m": [44], "q": [17] * 2, "h": [13] * 2},
    4: {"l": [80], "m": [32] * 2, "q": [24] * 2, "h": [9] * 4},
    5: {"l": [108], "m": [43] * 2, "q": [15, 15, 16, 16], "h": [11, 11, 12, 12]},
    6: {"l": [68] * 2, "m": [27] * 4, "q": [19] * 4, "h": [15] * 4},
}
MASKS = (
    lambda y, x: (y + x) % 2,
    lambda y, x: y % 2,
    lambda y, x: x % 3,
    lambda y, x: (y + x) % 3,
    lambda y, x: (y // 2 + x // 3) % 2,
    lambda y, x: y * x % 2 + y * x % 3,
    lambda y, x: (y * x % 2 + y * x % 3) % 2,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2,
)


def read(rows: Rows) -> tuple[str, str]:
    """The words, and the level."""
    level, mask = _format(rows)
    version = (len(rows) - 17) // 4
    bits = [rows[y][x] ^ (MASKS[mask](y, x) == 0) for y, x in _places(len(rows))]
    codes = [int("".join("01"[bit] for bit in bits[i : i + 8]), 2) for i in range(0, len(bits) - 7, 8)]
    lengths = BLOCKS[version][level]
    blocks: list[list[int]] = [[] for _ in lengths]
    stream = iter(codes)
    for i in range(max(lengths)):
        for block, length in zip(blocks, lengths, strict=True):
            if i < length:
                block.append(next(stream))
    data = "".join(f"{code:08b}" for block in blocks for code in block)
    assert data[:4] == "0100", f"mode {data[:4]}"
    count = int(data[4:12], 2)
    return bytes(int(data[12 + 8 * i : 20 + 8 * i], 2) for i in range(count)).decode("ascii"), level


def _format(rows: Rows) -> tuple[str, int]:
    """Level and mask (8.9), from beside the upper left finder; all fifteen bits must be a code word."""
    places = [(8, x) for x in (0, 1, 2, 3, 4, 5, 7, 8)] + [(y, 8) for y in (7, 5, 4, 3, 2, 1, 0)]
    value = int("".join("01"[rows[y][x]] for y, x in places), 2) ^ 0b101010000010010
    rest = value
    for i in range(14, 9, -1):
        rest ^= (0b10100110111 << (i - 10)) if rest >> i & 1 else 0
    assert rest == 0, "the format is spoilt"
    return LEVELS[value >> 13], value >> 10 & 7


def _places(side: int) -> Iterator[tuple[int, int]]:
    """The cells of data, in the order of their bits (8.7.3)."""
    middle = side - 7  # of the alignment pattern, which versions from 2 on have
    up, x = True, side - 1
    while x > 0:
        x -= x == 6  # the timing pattern
        for y in range(side - 1, -1, -1) if up else range(side):
            for column in (x, x - 1):
                finder = (y < 9 and (column < 9 or column >= side - 8)) or (y >= side - 8 and column < 9)
                aligned = side > 21 and abs(y - middle) <= 2 and abs(column - middle) <= 2
                if not (finder or aligned or y == 6 or column == 6):
                    yield y, column
        up, x = not up, x - 2
