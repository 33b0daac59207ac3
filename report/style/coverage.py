"""How much of Japanese writing a face covers, for `report fonts`.

In: a FontFace. Out: shares of the scripts and kanji levels of JIS X 0208, as an office would ask for them.
"""

from __future__ import annotations

from typing import NamedTuple

from report.style.face import FontFace


class Share(NamedTuple):
    """what: the name of a set of characters. covered: how many of its `total` the face has."""

    what: str
    covered: int
    total: int


def coverage(face: FontFace) -> tuple[Share, ...]:
    sets = {
        "Latin": [chr(code) for code in range(0x21, 0x7F)],
        "kana": [*_rows(4, 5), "ー"],
        "kanji 1": list(_rows(*range(16, 48))),
        "kanji 2": list(_rows(*range(48, 85))),
    }
    return tuple(Share(what, sum(face.covers(ord(c)) for c in chars), len(chars)) for what, chars in sets.items())


def _rows(*rows: int) -> list[str]:
    """The characters of rows (区) of JIS X 0208, read through EUC-JP, whose two bytes are row and cell plus 0xA0."""
    found = (bytes((row + 0xA0, cell + 0xA0)).decode("euc_jp", "ignore") for row in rows for cell in range(1, 95))
    return [c for c in found if c]
