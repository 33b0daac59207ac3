"""What preflight tests share: a face, a file that conforms."""

from __future__ import annotations

from pathlib import Path

import pytest
from x4_file import conforming

from report.style.fonts import FontBook

FONTS = Path(__file__).parents[3] / "fonts"


@pytest.fixture(scope="session")
def good() -> bytes:
    """A PDF/X-4 file of four pages."""
    return conforming(FontBook({"text": FONTS / "BIZUDPGothic_400Regular.ttf"}))
