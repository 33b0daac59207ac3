"""How many of a text's lines had to be opened wide."""

from __future__ import annotations

import pytest
from compose_samples import SIZE, STYLES
from msgspec.structs import replace

from report.compose.evenness import Evenness, evenness
from report.compose.textblock import Composed
from report.style.fonts import FontBook
from tests.words import written

TEXT = "農地は、新鮮な農産物を供給するだけでなく、災害時の避難場所や環境保全など、多様な役割を果たしています。"


def composed(measure: float, **style: str) -> Composed:
    return Composed(written(TEXT).paragraphs, replace(STYLES["wide"], **style), measure * SIZE)


@pytest.mark.parametrize(("measure", "filled", "wide"), [(8, 6, 0), (9, 5, 1), (10, 5, 0), (12.4, 4, 1)])
def test_a_line_opened_by_more_than_an_eighth_of_an_em_is_wide(
    measure: float, filled: int, wide: int, fonts: FontBook
) -> None:
    found = evenness([composed(measure)], fonts)
    assert found == Evenness(filled, wide, filled, wide)
    assert found.share == wide / filled


def test_the_same_text_counts_once_and_ragged_text_never(fonts: FontBook) -> None:
    assert evenness([composed(9), composed(9), composed(9, align="left")], fonts) == Evenness(5, 1, 5, 1)
    assert evenness([], fonts).share == 0
