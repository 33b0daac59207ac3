"""What stays together though a line might break there: numbers with their counters, dates, amounts.

In: text. Out: for positions between characters, the cost of breaking there: HELD (only when nothing else fits) or DEAR
(a date may part between its year and its month, a range after its dash). 約8,500人, 27か所, 令和5年4月1日, 1万2,000人,
95％超, −5℃, 500円/月 stay whole.

This is the house's rule, stricter than JLREQ's: 3.1.10 lets a line end between 50 and パーセント, or 4 and km, 3.7.4
beside a sign. A brochure's figures are what its readers look for.
"""

from __future__ import annotations

import re

HELD = 20_000.0
DEAR = 60.0

ERAS = ("令和", "平成", "昭和", "大正", "明治")
BEFORE = (*ERAS, "約", "第", "〒", "全", "計", "延べ", "延", "各", "満", "最大", "最高")
COUNTERS = (
    "か所", "カ所", "ヶ所", "ヵ所", "箇所", "年度", "年間", "年目", "か年", "カ年", "か月", "カ月", "ヶ月",
    "週間", "日間", "時間", "世帯", "施設", "団体", "種類", "項目", "事業", "区画", "路線", "区間", "科目", "学級",
    "家族", "か国", "平方メートル", "ヘクタール", "メートル", "キロメートル", "キロ", "センチ", "ミリ", "トン",
    "パーセント", "ポイント", "プロジェクト", "つ", "°C", "°F",
)  # fmt: skip
AFTER = ("以上", "以下", "未満", "以内", "程度", "以降", "超", "弱", "強", "余り", "余", "目", "分")

DIGITS = r"[0-9０-９]+(?:[,.，．][0-9０-９]+)*"
SIGN = r"(?:(?<![0-9A-Za-z０-９Ａ-Ｚａ-ｚ)）])[−－＋+±])?"  # of a number, not between two terms
MYRIADS = "[十百千万億兆]"
AMOUNT = re.compile(
    rf"[※＊†‡§¶]{DIGITS}"  # of a mark, with no counter: ※1参照
    rf"|(?:{'|'.join(BEFORE)}){{0,4}}[¥￥$№#]?{SIGN}(?:(?:{DIGITS}{MYRIADS}+)*{DIGITS}|元(?=年)){MYRIADS}*数?"
    rf"(?:{'|'.join(sorted(COUNTERS, key=len, reverse=True))}"
    rf"|(?!{'|'.join(AFTER)}|参照|参考)[\u3400-\u9fff々ァ-ヶ%％‰°℃㎡㎞])?"
    rf"(?:{'|'.join(AFTER)})?(?:/(?:[\u3400-\u9fff]|[A-Za-z]+[²³]?))?"
)
OF_YEAR = re.compile(r"(?<=[0-9０-９])[)）]年度?")  # 令和5（2023）年度
JOINT = re.compile(r"(?<=年)(?=[0-9０-９]+月)|(?<=月)(?=[0-9０-９]+日)|(?<=[0-9０-９][〜～])(?=[0-9０-９])")
DIGIT = re.compile(r"[0-9０-９]|元年|[%％‰]")
IN_KANJI = re.compile(r"(?<![〇一二三四五六七八九十百千万億兆])[〇一二三四五六七八九十百千万億兆]++(?=[%％‰])")  # 五％


def inside_word(before: str, after: str) -> float:
    """What a break inside a Western word costs where it is no worse than a gap: after the slash of a URL, after a
    hyphen, before a point. 0: no break there."""
    if before == "-" or (before in "/?&=" and after != "/"):
        return HELD / 10
    return HELD / 4 if after == "." and before != "." else 0.0


def costs(text: str) -> dict[int, float]:
    """Position (a break before text[position]) -> cost."""
    if DIGIT.search(text) is None:
        return {}
    found: dict[int, float] = {joint.start(): DEAR for joint in JOINT.finditer(text)}
    for numeral in IN_KANJI.finditer(text):
        found |= dict.fromkeys(range(numeral.start() + 1, numeral.end() + 1), HELD)
    for pattern in (AMOUNT, OF_YEAR):
        for whole in pattern.finditer(text):
            found |= dict.fromkeys(range(whole.start() + 1, whole.end()), HELD)
    return found
