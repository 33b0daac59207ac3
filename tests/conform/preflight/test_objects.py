"""Objects of a file that nobody vouches for."""

from __future__ import annotations

import pikepdf
import pytest

from report.conform.preflight.objects import font_name


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"/ABCDEF+BIZUDPGothic", "ABCDEF+BIZUDPGothic"),
        (b"/#82l#82r#83S#83V#83b#83N", "ＭＳゴシック"),  # Shift_JIS
        (b"/ABCDEF+#82#6C#82#72#96#BE#92#A9,Bold", "ABCDEF+ＭＳ明朝,Bold"),
        (b"/#E6#B8#B8#E3#82#B4#E3#82#B7#E3#83#83#E3#82#AF", "游ゴシック"),  # UTF-8
        (b"/#A3#CD#A3#D3#CC#C0#C4#AB", "ＭＳ明朝"),  # EUC-JP
        (b"/#FF#FE", "#ff#fe"),  # nothing known
    ],
)
def test_names_of_fonts_are_decoded_for_people(raw: bytes, expected: str) -> None:
    assert font_name(pikepdf.Object.parse(raw)) == expected


def test_what_is_no_name_has_none() -> None:
    assert font_name(None) == font_name(pikepdf.String("a")) == ""
