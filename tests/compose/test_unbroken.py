"""Where a line may break, shown by | in the text: what UAX #14 and CSS Text 3 ask beyond JLREQ's pairs."""

from __future__ import annotations

import pytest
from compose_samples import STYLES
from msgspec.structs import replace

from report.compose.keep_together import HELD
from report.compose.opportunities import kinsoku_breaks
from report.compose.paragraph import Passage, passage
from report.compose.upright import VerticalPassage
from report.messages import Origin, Report
from report.style.fonts import FontBook
from report.text import Run
from tests.words import written


def shown(made: Passage) -> str:
    """The text with | wherever a line may end."""
    ends = {box for box, cost in kinsoku_breaks(made) if cost < HELD / 10}
    return "".join(("|" if box in ends else "") + text for box, text in enumerate(made.texts))


def plain(fonts: FontBook, text: str, level: str = "strict") -> Passage:
    """The passage of a text without marks."""
    return passage((Run(text=text, origin=Origin("t")),), replace(STYLES["wide"], kinsoku=level), fonts)


def marked(fonts: FontBook, source: str) -> Passage:
    """The passage of a text with an author's marks."""
    (runs,) = written(source, Origin("t.yaml", 1, 1), Report()).paragraphs
    return passage(runs, STYLES["wide"], fonts)


ALWAYS = {  # at every level
    "no-break space": "第\u00a03\u00a0回|大|会",
    "no-break space between ideographs": "国\u00a0国|国",
    "narrow no-break space": "第\u202f3\u202f回|大|会",
    "figure space": "第\u20073\u2007回|大|会",
    "thin space": "国\u2009|国",
    "word joiner": "国\u2060国|国",
    "byte order mark as a joiner": "国\ufeff国|国",
    "zero-width joiner": "国\u200d国|国",
    "no-break hyphen": "国|a\u2011b|の",
    "no-break hyphen between ideographs": "国\u2011国|国",
    "reference mark and number": "。|※1|参|照",
    "reference mark and full-width number": "。|※２|参|照",
    "reference mark and two digits": "※10、|※11|参|照",
    "reference mark and circled number": "国|※①|国",
    "reference mark and letter": "国|※A|国",
    "asterisk and number": "国|＊1|参|照",
    "note and number": "国|注１）|国",
    "section sign and number": "国|§3|の",
    "dagger of an ideograph": "国†|国",
    "dagger of a word": "word†|国",
    "dagger and number": "国†1|の",
    "raised number": "国¹|国",
    "round bracket and space": "国|（ 国 ）|国",
    "half-width round bracket and space": "国|( 国 )|国",
    "corner bracket and space": "国|「 国 」|国",
    "half-width corner bracket and space": "国|｢ 国 ｣|国",
    "corner bracket and ideographic space": "国|「　国　」|国",
    "bracket and several spaces": "国|（　 　国　 　）|国",
    "nested brackets and spaces": "国|『 「 国 」 』|国",
    "lenticular bracket and space": "国|【 国 】|国",
    "square bracket and space": "国|[ 国 ]|国",
    "curly bracket and space": "国|{ 国 }|国",
    "tortoise-shell bracket and space": "国|〔 国 〕|国",
    "angle brackets and space": "国|《 〈 国 〉 》|国",
    "quotation marks and space": "国|“ 国 ”|の",
    "guillemets and space": "国|« 国 »|国",
    "double prime quotation and space": "国|〝 国 〟|国",
    "bracket and space in a text of words": "A |( B ) |C",
    "straight quotation marks": "国|\"国|国\"|の",
    "straight quotation marks about a word": "国|'AB'|の",
    "point before a word": "彼|は|.NET|を|使|う",
    "domain": "国|.jp|の",
    "points within a word": "国|ASP.NET|国",
    "plus signs after a word": "国|C++|国",
    "number sign after a word": "国|C#|国",
    "plus signs and version": "国|C++11|の",
    "plus as a grade": "国|A+|国",
    "full-width plus signs after a letter": "国|Ｃ＋＋|国",
    "at sign": "国|@city|の",
    "ampersand": "国|R&D|国",
    "minus and number": "国|-5℃|国",
    "plus and number": "国|+3%|国",
    "plus-minus and number": "国|±3%|国",
    "dollars": "国|$1,000|の",
    "number sign": "国|#1|の",
    "words with a slash": "国|A/B|国",
    "slash between ideographs": "国/|国|国",
    "always open": "国|24/7|の",
    "word with a hyphen": "国|e-Tax|の",
    "names with a hyphen": "国|Wi-Fi|の",
    "decimal": "国|3.5|の",
    "thousands": "国|1,234|の",
    "time": "国|12:30|の",
    "number of an issue": "国|No.5|の",
    "number of an issue, full width": "国|Ｎｏ．５|の",
    "page": "国|p.10|の",
    "letter in brackets": "国|(a)|国",
    "abbreviation": "国|U.S.A.|の",
    "URL": "国|https://www.city.jp/a_b/?q=1&r=2#top|の",
    "mail address": "国|a.b+c@city.jp|の",
    "prefix and space": "国|￥ 100",
    "dashes in a row": "国|――|国",
    "three dashes in a row": "国|―――|国",
    "marks of repetition": "国|〳〵|国",
    "combining mark": "国|か\u3099|の",
}  # fmt: skip


@pytest.mark.parametrize("level", ["strict", "normal", "loose"])
@pytest.mark.parametrize("expected", ALWAYS.values(), ids=ALWAYS)
def test_at_every_level(fonts: FontBook, expected: str, level: str) -> None:
    assert shown(plain(fonts, expected.replace("|", ""), level)) == expected


POSTFIXES = "°′″‵℃℉‰％￠%¢㎡㎏㏄ℓ﹪"
PREFIXES = "¥￥$＄£￡€№₩#＃"


@pytest.mark.parametrize("before", "国のカーっ々ゝァ０ａ")
@pytest.mark.parametrize("postfix", POSTFIXES)
def test_a_postfix_begins_no_line_after_a_wide_character(fonts: FontBook, before: str, postfix: str) -> None:
    for level in ("strict", "normal"):
        assert before + postfix in shown(plain(fonts, f"国{before}{postfix}国", level))


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_prefix_ends_no_line(fonts: FontBook, prefix: str) -> None:
    for level in ("strict", "normal"):
        assert shown(plain(fonts, f"国{prefix}国国", level)) == f"国|{prefix}国|国"


LEVELS = [
    ("strict", "国|35°44′07″|の"), ("normal", "国|35°44′07″|の"),
    ("strict", "国|……|国"), ("normal", "国|……|国"), ("loose", "国|…|…|国"),
    ("strict", "国|…‥⋯|国"), ("normal", "国|…‥⋯|国"), ("loose", "国|…|‥|⋯|国"),
    ("strict", "国|――…|国"), ("normal", "国|――…|国"), ("loose", "国|――|…|国"),
    ("strict", "国|—―|国"), ("normal", "国|—―|国"), ("loose", "国|—―|国"),
    ("strict", "国％|国"), ("normal", "国％|国"), ("loose", "国|％|国"),
    ("strict", "国ー|国"), ("normal", "国|ー|国"), ("loose", "国|ー|国"),
    ("strict", "国々|国"), ("normal", "国々|国"), ("loose", "国|々|国"),
    ("strict", "国ゝ|国"), ("normal", "国ゝ|国"), ("loose", "国|ゝ|国"),
    ("strict", "国ァ|国"), ("normal", "国|ァ|国"), ("loose", "国|ァ|国"),
    ("strict", "国〜|国"), ("normal", "国|〜|国"), ("loose", "国|〜|国"),
]  # fmt: skip


@pytest.mark.parametrize(("level", "expected"), LEVELS, ids=lambda value: value)
def test_levels(fonts: FontBook, level: str, expected: str) -> None:
    assert shown(plain(fonts, expected.replace("|", ""), level)) == expected


MARKED = {
    "zero-width space": ("AB\u200bCD", "AB|CD"),
    "soft hyphen": ("AB\u00adCD", "AB|CD"),
    "author's break in what is held": ("国※|1国", "国|※|1|国"),
    "strong after a reference mark": ("国※**1**国", "国|※1|国"),
    "strong after an opening bracket": ("国（**国**）国", "国|（国）|国"),
    "strong after a bracket and space": ("国「 **国** 」国", "国|「 国 」|国"),
    "no-break space in strong": ("第**国\u00a03**の", "第|国\u00a03|の"),
    "no-break space beside strong": ("**第**\u00a0**国**国", "第\u00a0国|国"),
    "ellipses in two looks": ("国…**…**国", "国|……|国"),
    "postfix in strong": ("国**％**国", "国％|国"),
    "word in two looks": ("国C**++**国", "国|C++|国"),
    "point in strong": ("国**.**NET国", "国|.NET|国"),
    "link to a word": ("国[Wi-](https://a.jp)Fi国", "国|Wi-Fi|国"),
    "postfix after a link": ("[国国](https://a.jp)％国", "国|国％|国"),
    "marker": ("国（==国==）国", "国|（国）|国"),
    "postfix after ruby": ("{三|さん}℃国", "三℃|国"),
    "bracket before ruby": ("国（ {国|くに} ）国", "国|（ 国 ）|国"),
    "small kana after ruby": ("{国|くに}っ国", "国っ|国"),
    "emphasis dots": ("国^^国^^％国", "国|国％|国"),
}


@pytest.mark.parametrize(("source", "expected"), MARKED.values(), ids=MARKED)
def test_a_mark_makes_no_break(fonts: FontBook, source: str, expected: str) -> None:
    assert shown(marked(fonts, source)) == expected


@pytest.mark.parametrize(
    "expected",
    ["第\u00a03\u00a0回|国", "国|※1|国", "国|（ 国 ）|国", "国|.NET|国", "三|十℃|国", "国|……|国", "国|C++|国"],
)
def test_in_vertical_lines_as_in_horizontal(fonts: FontBook, expected: str) -> None:
    run = Run(text=expected.replace("|", ""), origin=Origin("t"))
    assert shown(VerticalPassage((run,), STYLES["wide"], fonts, 2, even=False)) == expected


def test_only_what_is_wider_than_the_measure_breaks_within(composed) -> None:
    lines = composed("https://www.city.jp/a/とWi-FiとNo.5、約12,345人", "wide", 6).line_texts
    assert lines == ["https://", "www.city.jp/", "a/とWi-Fi", "とNo.5、", "約12,345人"]
