"""What a print file is made for: the `print:` of a style sheet.

In: the file's entry. Out: PrintStyle. A sheet without the entry has these defaults.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from report.messages import message
from report.source import Length, PositiveLength
from report.units import MM


class PrintStyle(msgspec.Struct, frozen=True, kw_only=True):
    """What a print file is made for. profile: of the press, a file of styles/icc/. coverage: the most ink, per cent.

    resolution: dpi of photos. photos: convert (into the press's inks) or keep (their own colours, with the profile that
    says what they mean; inks without one are the press's). marks: tombo (トンボ) or none, for printers who want none;
    their length, weight, and offset from the bleed. slug: a line with title, page, date, 校正 or 下版, and the
    provisional figures. paper: the thickness of a sheet of a booklet.
    """

    profile: str = "FOGRA39L_coated.icc"
    coverage: float = 300.0
    resolution: float = 350.0
    photos: Literal["convert", "keep"] = "convert"
    marks: Literal["tombo", "none"] = "tombo"
    mark_length: PositiveLength = PositiveLength(9 * MM)
    mark_weight: PositiveLength = PositiveLength(0.1 * MM)
    mark_offset: Length = Length(0.3 * MM)
    slug: bool = True
    colour_bar: bool = False
    paper: Length = Length(0.1 * MM)

    def __post_init__(self) -> None:
        if not 100 <= self.coverage <= 400:
            raise ValueError(message("coverage-wrong"))
        if self.resolution <= 0 or self.mark_offset < 0:
            raise ValueError(message("resolution-wrong"))
        if not 0 <= self.paper <= MM:
            raise ValueError(message("paper-wrong"))
