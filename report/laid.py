"""A brochure laid out: what the corridor has made before any target is painted."""

from __future__ import annotations

import msgspec

from report.artwork.studio import Studio
from report.content.model import Brochure
from report.content.tags import StructElem
from report.figures.resolve import Use
from report.page import Page
from report.style.sheet import StyleSheet


class Laid(msgspec.Struct, frozen=True):
    """A brochure laid out. provisional: where it leans on figures that nobody published."""

    brochure: Brochure
    sheet: StyleSheet
    pages: tuple[Page, ...]
    structure: StructElem
    provisional: tuple[Use, ...]
    studio: Studio
