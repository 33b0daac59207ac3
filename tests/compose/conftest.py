"""Faces and a composer for the tests of composing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from compose_samples import SIZE, STYLES

from report.compose.composition import compose
from report.compose.textblock import TextBlock
from report.messages import Origin, Report
from report.style.fonts import FontBook
from report.style.text import ParagraphStyle
from tests.words import written

ROOT = Path(__file__).parents[2]
FACES = ROOT / "fonts"
Composer = Callable[..., TextBlock]


@pytest.fixture(scope="session")
def fonts() -> FontBook:
    files = {
        "text": "BIZUDPGothic_400Regular.ttf",
        "bold": "BIZUDPGothic_700Bold.ttf",
        "title": "ZenKakuGothicNew_900Black.ttf",
        "digits": "BarlowSemiCondensed_700Bold.ttf",
        "wide": "NotoSansJP_400Regular.ttf",
    }
    return FontBook({name: FACES / file for name, file in files.items()})


@pytest.fixture
def composed(fonts: FontBook, report: Report) -> Composer:
    """composed(source, style, measure in em) -> TextBlock"""

    def make(source: str, style: str | ParagraphStyle, em: float = 100.0) -> TextBlock:
        chosen = STYLES[style] if isinstance(style, str) else style
        paragraphs = written(source, Origin("t.yaml", 1, 1), report).paragraphs
        return compose(paragraphs, chosen, em * SIZE, fonts, str, report)

    return make
