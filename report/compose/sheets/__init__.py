"""Pages that are no sections: the covers and the contents, laid out on places that the style sheet states.

In: a sheet of the content model, the brochure, a Room. Out: Items of the whole page, the bleed included.
"""

from __future__ import annotations

from report.compose.sheets.back_cover import lay_back_cover
from report.compose.sheets.contents import lay_contents
from report.compose.sheets.cover import lay_cover

__all__ = ["lay_back_cover", "lay_contents", "lay_cover"]
