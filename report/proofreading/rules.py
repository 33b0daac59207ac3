"""What a city's editor would mark: each rule a row, with where it comes from and an example.

In: a Document. Out: Hits. The sources are 「公用文作成の考え方」 (文化審議会建議、令和4年1月7日), by the chapters of
its 解説, the calendar, and the office's own data/terms.yaml. In doubt a rule says nothing.
"""

from __future__ import annotations

import bisect
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from report.figures import format as wording
from report.messages import Message, message
from report.proofreading.passages import EXPRESSION, WIDTHS, Passage
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


class Hit(NamedTuple):
    """right: what to write instead, "" where nobody can know it."""

    passage: Passage
    start: int
    end: int
    right: str


Mend = Callable[[re.Match[str]], str | None]  # what to write instead; None where all is well


class Document:
    """Passages as one text. year: fiscal, of the brochure."""

    def __init__(self, passages: Sequence[Passage], year: int | None, terms: TermsFile | None = None):
        self.passages, self.year, self.terms = passages, year, terms
        self.words = "\n".join(passage.words for passage in passages)
        self.narrow = self.words.translate(WIDTHS)
        self.begins = [0, *itertools.accumulate(len(passage.words) + 1 for passage in passages)]

    def passage(self, at: int) -> int:
        """The number of the passage that holds a character."""
        return bisect.bisect(self.begins, at) - 1

    def hit(self, found: re.Match[str], right: str) -> Hit:
        index = self.passage(found.start())
        begin = self.begins[index]
        return Hit(self.passages[index], found.start() - begin, found.end() - begin, right)

    def hits(self, pattern: str, mend: Mend) -> Iterator[Hit]:
        """Of a pattern in the words, their digits made half-width."""
        for found in re.finditer(pattern, self.narrow):
            right = mend(found)
            if right is not None:
                yield self.hit(found, right)


class Rule(NamedTuple):
    """name: in README. wrong, right: an example. find: in a document."""

    message: Message
    name: str
    source: str
    wrong: str
    right: str
    find: Callable[[Document], Iterable[Hit]]


def _each(pattern: str, mend: Mend) -> Callable[[Document], Iterable[Hit]]:
    return lambda document: document.hits(pattern, mend)


def _is_japanese(hit: Hit) -> bool:
    """Whether it stands among kana, or where too little stands to need any: in Chinese other rules hold."""
    words = hit.passage.words
    return len(words) <= SHORT or re.search("[ぁ-んァ-ヶ]", words) is not None


def widths(document: Document) -> list[Hit]:
    """Of full-width and half-width digits those that are fewer. Single digits full-width, longer numbers half-width is
    a usage of its own. Expressions print half-width digits."""
    narrow, wide = [], []
    for found in re.finditer(r"(?P<wide>[０-９]+(?:[－‐−,，．.][０-９]+)*)|\d+(?:[-,.]\d+)*", document.words):
        (wide if found["wide"] else narrow).append(found)
    if not wide or (all(len(each[0]) == 1 for each in wide) and all(len(each[0]) > 1 for each in narrow)):
        return []
    if len(wide) <= len(narrow) + document.words.count(EXPRESSION):
        return [document.hit(found, found[0].translate(WIDTHS).replace("－", "-")) for found in wide]
    full = str.maketrans("0123456789", "０１２３４５６７８９")
    return [document.hit(found, found[0].translate(full)) for found in narrow]


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
    western = r"(?<!\d)(?P<western>\d{4})年?度?"
    yield from document.hits(rf"{ERA}年?度?[（(]{western}[）)]", lambda found: _other_year(found, "western"))
    yield from document.hits(rf"{western}[（(]{ERA}年?度?[）)]", lambda found: _other_year(found, "count"))


def _other_year(found: re.Match[str], group: str) -> str | None:
    """None where both are the same, or can be: the first months of 2019年 lie in 平成30年度."""
    year = _year_named(found, western=False)
    off = int(found["western"]) - year
    if off == 0 or (abs(off) == 1 and found[0].count("度") == 1):
        return None
    count = int(found["western"]) - wording.YEAR_ONE[found["era"]] + 1
    if count < 1 and group == "count":
        return ""
    right = str(year) if group == "western" else "元" if count == 1 else str(count)
    start, end = (at - found.start() for at in found.span(group))
    return f"{found[0][:start]}{right}{found[0][end:]}"


def weekdays(document: Document) -> Iterator[Hit]:
    """Days of the week that their dates are not: in the year of the date; where it has none, neither in the one that
    the text names before it nor in the brochure's."""
    years = rf"(?:{ERA}|(?<!\d)(?P<western>\d{{4}}))年"
    date = r"(?P<month>\d{1,2})(?:月(?P<day>\d{1,2})日|/(?P<slash>\d{1,2}))[（(](?P<week>[月火水木金土日])"
    pattern = rf"(?:{years})?(?P<date>{date}(?:曜日?)?(?:[・･、]?[祝休]日?)?[）)])"
    for found in re.finditer(pattern, document.narrow):
        begin = document.begins[document.passage(found.start())]
        earlier = list(re.finditer(rf"{years}(?P<fiscal>度)?", document.narrow[begin : found.start()]))
        days = [_day_of_week(found, year) for year in _years_of(found, earlier, document.year)]
        if days and found["week"] not in days:
            at = found.start("week") - found.start()
            right = f"{found[0][:at]}{days[0]}{found[0][at + 1 :]}" if days[0] else ""
            yield document.hit(found, right)


def _day_of_week(found: re.Match[str], year: int) -> str:
    """Empty of a day that there is not."""
    day = int(found["day"] or found["slash"])
    moment = wording.parse_date(f"{year:04}-{int(found['month']):02}-{day:02}")
    return wording.weekday(moment)[0] if moment else ""


def _years_of(found: re.Match[str], earlier: list[re.Match[str]], fiscal: int | None) -> list[int]:
    """Of the calendar, that a date may be of."""
    if found["era"] or found["western"]:
        return [_year_named(found)]
    is_spring = int(found["month"]) < wording.APRIL
    named = [_year_named(each) + (is_spring and each["fiscal"] is not None) for each in earlier[-1:]]
    return named if fiscal is None else [*named, fiscal + is_spring]


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
        wrong = [each for each in term.wrong if each and each in document.words]
        if wrong:
            whole, parts = _any_of((term.right, *term.unless)), _any_of(wrong)
            found = re.finditer(f"(?:{whole})|(?P<wrong>{parts})", document.words)
            yield from (document.hit(each, term.right) for each in found if each["wrong"])


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def rare_kanji(document: Document) -> Iterator[Hit]:
    """Kanji that are not in 常用漢字表 and have no reading."""
    if not document.terms or not document.terms.joyo:
        return
    from report.proofreading.joyo import JOYO

    kanji = "[一-鿿㐀-䶿豈-﫿\U00020000-\U0003ffff]"
    for found in re.finditer(rf"(?:{_any_of(document.terms.names)})|(?P<kanji>{kanji})", document.words):
        if found["kanji"] and found[0] not in JOYO:
            hit = document.hit(found, "")
            if _is_japanese(hit) and not isinstance(hit.passage.run(hit.start), Ruby):
                yield hit


def comma_signs(document: Document) -> Iterable[Hit]:
    """Of other scripts that stand among Japanese."""
    pattern = rf"(?<=[{JAPANESE}]),(?=[{JAPANESE}「『（\d])|(?<=[ぁ-ん」）])\.(?![A-Za-z\d.])"
    return filter(_is_japanese, document.hits(pattern, lambda found: "、" if found[0] == "," else "。"))


RULES = (
    Rule(message("proof-width"), "数字の幅は、一つの文書で全角・半角のどちらかに", f"{GUIDE} Ⅰ-4",
         "令和５年に3園、12校で実施", "令和5年に3園、12校で実施", widths),
    Rule(message("proof-commas"), "大きな数は3桁ごとにコンマ。西暦・電話番号・番号には付けない", f"{GUIDE} Ⅰ-4",
         "定員8500人", "定員8,500人",
         _each(rf"(?<![\d,.A-Za-z/:-])(?<!第)(?<!No)\d{{4,}}(?=(?:{COUNTED})(?![A-Za-z]))", _grouped)),
    Rule(message("proof-thousands"), "単位の漢字は兆・億・万だけ。千・百は数字で", f"{GUIDE} Ⅰ-4",
         "約5千人、3百万円", "約5,000人、300万円",
         _each(rf"(?<![\d,.])(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<size>[千百])(?!{NOT_HUNDREDS})(?P<myriad>[万億兆]?)",
               _thousands)),
    Rule(message("proof-ka"), "数字のあとは「か所」「か月」", f"{GUIDE} Ⅰ-4 ケ",
         "27ヶ所、3ケ月", "27か所、3か月",
         _each(rf"(?:\d[\d,]*|(?<={EXPRESSION}))[ヶケヵカ箇][所月国年]",
               lambda found: f"{found[0][:-2]}か{found[0][-1]}")),
    Rule(message("proof-comma-sign"), "読点に「、」を、句点に「。」を", f"{GUIDE} Ⅰ-5",
         "公園，道路など．", "公園、道路など。", comma_signs),
    Rule(message("proof-era"), "併記した和暦と西暦が合う", "暦",
         "令和5年（2022年）、2019年（平成30年）", "令和5年（2023年）、2019年（平成31年）", eras),
    Rule(message("proof-weekday"), "日付と曜日が合う。年は文が名指す年、なければ冊子の年度", "暦",
         "令和5年10月1日（月）", "令和5年10月1日（日）", weekdays),
    Rule(message("proof-platform"), "半角カタカナ、1字にした語（㈱ ㍻ ℡）、JIS X 0213にない単位記号を使わない",
         f"{GUIDE} Ⅰ-6、JIS X 0213", "ﾊﾝｶｸの㈱", "ハンカクの(株)", _each(PLATFORM, _platform)),
    Rule(message("proof-term"), "事業名や用語は data/terms.yaml のとおりに", "data/terms.yaml",
         "練馬子ども園", "練馬こども園", terms),
    Rule(message("proof-kanji"), "常用漢字でない漢字に振り仮名（terms.yaml で joyo: true としたとき）",
         f"{GUIDE} Ⅰ-1、常用漢字表（平成22年内閣告示第2号）", "綺麗な花", "{綺麗|きれい}な花", rare_kanji),
)  # fmt: skip
