"""A brochure laid out: what the corridor has made before any target is painted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from report.compose.textblock import Composed
from report.content.model import Brochure
from report.figures.model import Figures
from report.layout.hidden_text import Tagged
from report.page import Page
from report.style.sheet import StyleSheet
from report.text.edition import Use

if TYPE_CHECKING:
    from report.compose.evenness import Evenness


class LaidOut(msgspec.Struct, frozen=True):
    """data: the folder of its content. uses: where it leans on which figure. composed: its texts, each with style and
    measure."""

    data: Path
    brochure: Brochure
    sheet: StyleSheet
    pages: tuple[Page, ...]
    tagged: Tagged
    figures: Figures
    uses: tuple[Use, ...]
    composed: tuple[Composed, ...]

    @property
    def provisional(self) -> tuple[Use, ...]:
        """Where it leans on figures that nobody published."""
        return tuple(use for use in self.uses if use.provisional)

    @property
    def evenness(self) -> Evenness:
        """How many lines of the text had to be opened wide."""
        from report.compose.evenness import evenness

        return evenness(self.composed, self.sheet.fonts)
