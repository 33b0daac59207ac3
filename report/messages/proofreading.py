"""What proof-reading finds: numbers typed by hand, and what a city's editor would mark."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # numbers typed by hand
    "literal-differs": Row(
        '"{text}" contradicts the figure {id}: {value}', "「{text}」は、数値 {id}（{value}）と合いません。"),
    "literal-other-year": Row(
        '"{text}" is {id} of {found}, not {value}',
        "「{text}」は、数値 {id} の{found}の値です（{value}）。"),
    "literal-known": Row(
        "a number of the figures is typed by hand: {shown}", "数値と同じ数が、手で書かれています：{shown}。",
        "write the expression, so that the text follows the figure",
        "式で書くと、数値を直したときに文も変わります。"),
    "literals-known": Row(
        "{count} numbers of the figures are typed by hand: {shown}",
        "数値と同じ数が、手で{count}個書かれています：{shown}。",
        "write the expressions, so that the text follows the figures",
        "式で書くと、数値を直したときに文も変わります。"),
    # an editor's rules
    "proof": Row(
        "{rule}: {shown}", "{rule}：{shown}。",
        "mend it, or say why it stays above the key: # 確認「…」 reason",
        "直すか、上の行に # 確認「…」 と理由を書いてください。"),
    "proof-all": Row(
        "{rule}, {count} times: {shown}", "{rule}（{count}件）：{shown}。",
        "mend them, or say why they stay above the key: # 確認「…」 reason",
        "直すか、上の行に # 確認「…」 と理由を書いてください。"),
    # acknowledged
    "acknowledgement-stale": Row(
        'nothing is found any more that this comment acknowledges: "{text}"',
        "「{text}」の確認は、当てはまる指摘がありません。",
        "take it away, or quote the words as the finding does", "消すか、指摘と同じ言葉を「」に書いてください。"),
    "acknowledgement-bare": Row(
        'the comment does not say why "{text}" stays', "「{text}」の確認に、理由がありません。",
        "write the reason behind the words", "「」のあとに理由を書いてください。"),
    "term-wrong-is-right": Row(
        '"{text}" is both the right form and a wrong one', "「{text}」が right と wrong の両方にあります。"),
}  # fmt: skip
PARTS = {
    "proof-instead": Row('"{text}" → "{right}"', "「{text}」→「{right}」"),
    "words-further": Row("{count} others: {named}", "ほか{count}種類：{named}"),
    "proof-text": Row('"{text}"', "「{text}」"),
    "proof-width": Row("digits of two widths", "数字の全角と半角が混ざっています"),
    "proof-commas": Row("digits without commas by three", "大きな数は3桁ごとにコンマで区切ります"),
    "proof-thousands": Row("千 and 百 as units", "単位の漢字は兆・億・万だけを使います"),
    "proof-ka": Row("か所, か月 and so on are written with か", "数字のあとは「か所」「か月」と書きます"),
    "proof-comma-sign": Row("a full-width comma or stop among Japanese", "読点に「、」を、句点に「。」を使います"),
    "proof-era": Row("the two calendars do not name the same year", "和暦と西暦が合っていません"),
    "proof-weekday": Row("the day of the week is not the date's", "日付と曜日が合っていません"),
    "proof-platform": Row("a character that depends on the platform", "機種依存文字や半角カタカナは使いません"),
    "proof-term": Row("not the office's term", "用語集（terms.yaml）と違う書き方です"),
    "proof-kanji": Row("kanji that are not in 常用漢字表, without ruby", "常用漢字でない漢字に振り仮名がありません"),
    "literal-known-as": Row('"{text}" is {expression}', "「{text}」は {expression}"),
    "literal-value": Row("{value}", "{value}"),
    "literal-value-of": Row("{value} of {year}", "{year}は{value}"),
    "literal-hint": Row(
        "write {expression}, or say why it stands above the key: # 確認「{text}」 reason",
        "{expression} と書くか、上の行に # 確認「{text}」 と理由を書いてください。"),
}  # fmt: skip
