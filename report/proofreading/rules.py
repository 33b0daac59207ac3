"""What a city's editor would mark: each rule a row, with where it comes from and an example.

In: a Document. Out: Hits. The sources are 「公用文作成の考え方」 (文化審議会建議、令和4年1月7日), by the chapters of
its 解説, the calendar, and the office's own data/terms.yaml. In doubt a rule says nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from report.figures import format as wording
from report.messages import Message, message
from report.proofreading.numbers import WIDTHS
from report.proofreading.passages import EXPRESSION, Passage
from report.proofreading.terms import TermsFile
from report.text import Ruby

GUIDE = "公用文作成の考え方 解説"
COUNTED = (  # units of what is counted or measured
    "円|人|名|件|世帯|戸|棟|校|園|か所|箇所|ヶ所|ヵ所|カ所|ケ所|台|本|冊|枚|床|㎡|m²|平方メートル|ヘクタール|ha|キロ|km|メートル|"
    "トン|kg|回|社|店|団体|施設|事業|種類|点|票|食|頭|匹|区画|歩|千円|株|株式|畳|名分|人分"
)
NOT_HUNDREDS = "貨店|科事典|代田|葉|石|歳|鳥|川|人町|日紅|景|選"  # 2百貨店, 千代田
SQUARED = "㈱㈲㈹㍻㍼㍽㍾㋿℡№㏍"  # in JIS X 0213, but words
KANA, SQUARED_KANA = frozenset(map(chr, range(0xFF61, 0xFFA0))), frozenset(map(chr, range(0x3300, 0x3358)))
PLATFORM = rf"[｡-ﾟ]+|[{SQUARED}\u2150-\u218f\u2460-\u24ff\u3200-\u33ff]"
JAPANESE = "ぁ-んァ-ヶー一-鿿々〆」』）"
SHORT = 12  # characters of a heading in kanji alone
ERA = r"(?P<era>令和|平成|昭和|大正|明治)(?P<count>元|\d{1,2})"


class Document(NamedTuple):
    """year: fiscal, of the brochure."""

    passages: tuple[Passage, ...]
    year: int | None
    terms: TermsFile | None


class Hit(NamedTuple):
    """right: what to write instead, "" where nobody can know it."""

    passage: Passage
    start: int
    end: int
    right: str


class Rule(NamedTuple):
    """name: in README. wrong, right: an example. find: in a document."""

    message: Message
    name: str
    source: str
    wrong: str
    right: str
    find: Callable[[Document], Iterator[Hit]]


def _each(
    pattern: str, right: Callable[[re.Match[str]], str | None], foreign: bool = True
) -> Callable[[Document], Iterator[Hit]]:
    """Finds a pattern in half-width words; `right` says what to write instead, None where all is well. foreign: also in
    what may be Chinese."""

    def find(document: Document) -> Iterator[Hit]:
        compiled = re.compile(pattern)
        for passage in document.passages if foreign else filter(_is_japanese, document.passages):
            for found in compiled.finditer(passage.words.translate(WIDTHS)):
                made = right(found)
                if made is not None:
                    yield Hit(passage, found.start(), found.end(), made)

    return find


def _is_japanese(passage: Passage) -> bool:
    """Whether it has kana, or is too short to need any."""
    return len(passage.words) <= SHORT or re.search("[ぁ-んァ-ヶ]", passage.words) is not None


def widths(document: Document) -> Iterator[Hit]:
    """Of full-width and half-width digits those that are fewer. Single digits full-width, longer numbers half-width is
    a usage of its own. Expressions print half-width digits."""
    narrow, wide = [], []
    printed = 0
    for passage in document.passages:
        printed += passage.words.count(EXPRESSION)
        for found in re.finditer(r"(?P<wide>[０-９]+(?:[－‐−,，．.][０-９]+)*)|\d+(?:[-,.]\d+)*", passage.words):
            hit = Hit(passage, found.start(), found.end(), found[0].translate(WIDTHS).replace("－", "-"))
            (wide if found["wide"] else narrow).append(hit)
    if all(hit.end - hit.start == 1 for hit in wide) and all(hit.end - hit.start > 1 for hit in narrow):
        return
    if len(wide) <= len(narrow) + printed:
        yield from wide
    else:
        full = str.maketrans("0123456789", "０１２３４５６７８９")
        yield from (hit._replace(right=hit.right.translate(full)) for hit in narrow)


def _grouped(found: re.Match[str]) -> str:
    return f"{int(found[0]):,}"


def _thousands(found: re.Match[str]) -> str | None:
    digits = found["digits"].replace(",", "")
    size = 1000 if found["size"] == "千" else 100
    if found["myriad"]:
        return f"{float(digits) * size:,.10g}{found['myriad']}"
    is_column = "," in found["digits"] and found.string.startswith("円", found.end())  # 651,234千円 of accounts
    return None if is_column else f"{float(digits) * size:,.10g}"


def eras(document: Document) -> Iterator[Hit]:
    """Years of both calendars that are not the same year; the one in brackets is taken for the slip."""
    both = (
        rf"{ERA}年?(?:度)?[（(](?P<western>\d{{4}})年?度?[）)]",
        rf"(?<!\d)(?P<western>\d{{4}})年?度?[（(]{ERA}年?度?[）)]",
    )
    yield from _each(both[0], lambda found: _other_year(found, "western"))(document)
    yield from _each(both[1], lambda found: _other_year(found, "count"))(document)


def _other_year(found: re.Match[str], group: str) -> str | None:
    year = _year_named(found, western=False)
    if int(found["western"]) == year:
        return None
    count = int(found["western"]) - wording.YEAR_ONE[found["era"]] + 1
    right = str(year) if group == "western" else "元" if count == 1 else str(count)
    if count < 1 and group == "count":
        return ""
    start, end = (at - found.start() for at in found.span(group))
    return f"{found[0][:start]}{right}{found[0][end:]}"


def weekdays(document: Document) -> Iterator[Hit]:
    """Days of the week that their dates are not, in the year that the text names before them, else the brochure's."""
    years = rf"(?:{ERA}|(?<!\d)(?P<western>\d{{4}}))年"
    date = r"(?P<month>\d{1,2})(?:月(?P<day>\d{1,2})日|/(?P<slash>\d{1,2}))[（(](?P<week>[月火水木金土日])"
    pattern = re.compile(rf"(?:{years})?{date}(?:曜日?)?(?:[・･、]?[祝休]日?)?[）)]")
    named = re.compile(rf"{years}(?P<fiscal>度)?")
    for passage in document.passages:
        words = passage.words.translate(WIDTHS)
        for found in pattern.finditer(words):
            earlier = next(reversed(list(named.finditer(words, 0, found.start()))), None)
            year = _year_of_date(found, earlier, document.year)
            if year is None:
                continue
            day = int(found["day"] or found["slash"])
            moment = wording.parse_date(f"{year:04}-{int(found['month']):02}-{day:02}")
            right = wording.weekday(moment)[0] if moment else ""  # no such day
            if right != found["week"]:
                start, at, end = found.start("month"), found.start("week"), found.end()
                yield Hit(passage, start, end, f"{words[start:at]}{right}{words[at + 1 : end]}" if right else "")


def _year_of_date(found: re.Match[str], earlier: re.Match[str] | None, fiscal: int | None) -> int | None:
    """Of the calendar."""
    if found["era"] or found["western"]:
        return _year_named(found)
    if earlier and not earlier["fiscal"]:
        return _year_named(earlier)
    year = _year_named(earlier) if earlier else fiscal
    return None if year is None else year + (int(found["month"]) < wording.APRIL)


def _year_named(found: re.Match[str], western: bool = True) -> int:
    if western and found["western"]:
        return int(found["western"])
    return wording.YEAR_ONE[found["era"]] + (1 if found["count"] == "元" else int(found["count"])) - 1


def _platform(found: re.Match[str]) -> str | None:
    """A character that is a word, or that JIS X 0213 has not, or half-width kana; 髙 and other kanji are names."""
    plain, char = unicodedata.normalize("NFKC", found[0]), found[0][0]
    if plain == found[0] or not (char in SQUARED or char in KANA or char in SQUARED_KANA or not _is_jis(char)):
        return None
    return re.sub(r"(?<=[a-z])([23])$", lambda power: "²³"[int(power[1]) - 2], plain)


def _is_jis(char: str) -> bool:
    try:
        char.encode("euc_jisx0213")
    except UnicodeEncodeError:
        return False
    return True


def terms(document: Document) -> Iterator[Hit]:
    """Wrong forms of the office's terms, but where they are part of a right one."""
    for term in document.terms.terms if document.terms else ():
        whole = "|".join(map(re.escape, sorted((term.right, *term.unless), key=len, reverse=True)))
        wrong = "|".join(map(re.escape, sorted(filter(None, term.wrong), key=len, reverse=True)))
        pattern = re.compile(rf"(?P<whole>{whole})|(?P<wrong>{wrong or '(?!)'})")
        for passage in document.passages:
            for found in pattern.finditer(passage.words):
                if found["wrong"]:
                    yield Hit(passage, found.start(), found.end(), term.right)


def rare_kanji(document: Document) -> Iterator[Hit]:
    """Kanji that are not in 常用漢字表 and have no reading."""
    if not document.terms or not document.terms.joyo:
        return
    from report.proofreading.joyo import JOYO

    names = "|".join(map(re.escape, sorted(document.terms.names, key=len, reverse=True))) or "(?!)"
    pattern = re.compile(rf"(?:{names})|(?P<kanji>[一-鿿㐀-䶿豈-﫿\U00020000-\U0003ffff])")
    for passage in filter(_is_japanese, document.passages):
        for found in pattern.finditer(passage.words):
            if found["kanji"] and found[0] not in JOYO and not isinstance(passage.run(found.start()), Ruby):
                yield Hit(passage, found.start(), found.end(), "")


RULES = (
    Rule(message("proof-width"), "数字の幅は、一つの文書で全角・半角のどちらかに", f"{GUIDE} Ⅰ-4 エ",
         "令和５年に24園で実施（全12校）", "令和5年に24園で実施（全12校）", widths),
    Rule(message("proof-commas"), "大きな数は3桁ごとにコンマ。西暦・電話番号・番号には付けない", f"{GUIDE} Ⅰ-4 イ",
         "定員8500人", "定員8,500人",
         _each(rf"(?<![\d,.A-Za-z/:-])(?<!第)(?<!No)\d{{4,}}(?=(?:{COUNTED})(?![A-Za-z]))", _grouped)),
    Rule(message("proof-thousands"), "単位の漢字は兆・億・万だけ。千・百は数字で", f"{GUIDE} Ⅰ-4 ウ",
         "約5千人、3百万円", "約5,000人、300万円",
         _each(rf"(?<![\d,.])(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<size>[千百])(?!{NOT_HUNDREDS})(?P<myriad>[万億兆]?)",
               _thousands)),
    Rule(message("proof-ka"), "数字のあとは「か所」「か月」", f"{GUIDE} Ⅰ-4 ケ",
         "27ヶ所、3ケ月", "27か所、3か月",
         _each(rf"(?:\d[\d,]*|(?<={EXPRESSION}))[ヶケヵカ箇][所月国年]",
               lambda found: f"{found[0][:-2]}か{found[0][-1]}")),
    Rule(message("proof-comma-sign"), "読点に「、」を、句点に「。」を", f"{GUIDE} Ⅰ-5 (1)ア",
         "公園，道路など．", "公園、道路など。",
         _each(rf"(?<=[{JAPANESE}]),(?=[{JAPANESE}「『（\d])|(?<=[ぁ-ん」）])\.(?![A-Za-z\d.])",
               lambda found: "、" if found[0] == "," else "。", foreign=False)),
    Rule(message("proof-era"), "併記した和暦と西暦が合う", "暦",
         "令和5年（2022年）、2019年（平成30年）", "令和5年（2023年）、2019年（平成31年）", eras),
    Rule(message("proof-weekday"), "日付と曜日が合う。年は文が名指す年、なければ冊子の年度", "暦",
         "令和5年10月1日（月）", "令和5年10月1日（日）", weekdays),
    Rule(message("proof-platform"), "半角カタカナ、1字にした語（㈱ ㍻ ℡）、JIS X 0213にない単位記号を使わない",
         f"{GUIDE} Ⅰ-6 カ、JIS X 0213", "ﾊﾝｶｸの㈱", "ハンカクの(株)", _each(PLATFORM, _platform)),
    Rule(message("proof-term"), "事業名や用語は data/terms.yaml のとおりに", "data/terms.yaml",
         "練馬子ども園", "練馬こども園", terms),
    Rule(message("proof-kanji"), "常用漢字でない漢字に振り仮名（terms.yaml で joyo: true としたとき）",
         f"{GUIDE} Ⅰ-1、常用漢字表（平成22年内閣告示第2号）", "綺麗な花", "{綺麗|きれい}な花", rare_kanji),
)  # fmt: skip
