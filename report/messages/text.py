"""What is wrong in an author's texts: their inline marks, their expressions, and when they are set in lines."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # marks
    "mark-unclosed": Row(
        '"{mark}" is not closed', "「{mark}」が閉じられていません。",
        'close it with "{mark}", or write "\\{mark}"',
        "「{mark}」で閉じるか、文字そのものなら「\\{mark}」と書いてください。"),
    "marks-crossed": Row(
        '"{mark}" closes before "{inner}", which was opened inside it',
        "「{mark}」が、内側の「{inner}」より先に閉じられています。",
        'close "{inner}" first', "内側の「{inner}」を先に閉じてください。"),
    "sign-as-mark": Row(
        '"{sign}" is taken as a mark here, and not printed', "ここの「{sign}」は記号として扱われ、印刷されません。",
        'to print it, write "\\{sign}"', "文字として印刷するなら「\\{sign}」と書いてください。"),
    "braces-unclosed": Row(
        'braces "{{{{" are not closed', "「{{{{」が閉じられていません。",
        'end with "}}}}"', "「}}}}」で閉じてください。"),
    "brace-alone": Row(
        '"{brace}" without its other half', "「{brace}」の相手の括弧がありません。",
        'ruby is {{漢字|かんじ}}; a brace itself is "\\{{"',
        "ルビは {{漢字|かんじ}}、括弧そのものは「\\{{」と書いてください。"),
    "ruby-half": Row(
        "ruby without its {missing}", "ルビに{missing}がありません。",
        "write {{漢字|かんじ}}", "{{漢字|かんじ}} のように、親文字と読みの両方を書いてください。"),
    "readings-odd": Row(
        '{readings} readings for the {count} characters of "{base}"',
        "「{base}」の{count}字に、読みが{readings}個あります。",
        "one reading for all, or one for each: {{漢字|かん|じ}}",
        "読みは1つか、{{漢字|かん|じ}} のように字の数だけ書いてください。"),
    "text-too-long": Row(
        "a text of more than {most:,} characters", "{most:,}字を超える文章です。",
        "part it into several texts", "いくつかの文章に分けてください。"),
    "control-character": Row(
        "control character U+{code:04X} in the text", "文章に制御文字 U+{code:04X} があります。",
        "delete it", "消してください。"),
    "selector-alone": Row(
        "the variation selector U+{code:04X} selects no form: it follows no character, or another selector",
        "異体字セレクター U+{code:04X} の前に文字がないか、セレクターが重なっています。",
        "delete it", "消してください。"),
    # links
    "link-place-wrong": Row(
        '"{target}" is no place', "「{target}」は冊子の中のリンク先ではありません。",
        "write [※1](#id), the id of a note", "[※1](#id) のように、注のidを書いてください。"),
    "link-url-wrong": Row(
        '"{target}" is no URL', "「{target}」はURLではありません。",
        "write [text](https://…)", "[文字](https://…) のように、https:// から書いてください。"),
    "link-scheme-wrong": Row('links may not lead to "{scheme}:"', "「{scheme}:」へのリンクは張れません。"),
    "link-empty": Row(
        "a link without text", "リンクに文字がありません。",
        "write [text](https://…)", "[文字](https://…) のように、文字を書いてください。"),
    # expressions
    "filter-in-formula": Row("a filter cannot stand in a formula", "計算式の中では | による指定は使えません。"),
    "filters-two": Row("one filter is enough", "| による指定は1つだけです。"),
    "filter-unknown": Row('no filter is called "{name}"', "「{name}」という指定はありません。"),
    "filter-of-numbers": Row(
        "this filter words a number, not a date", "この指定は数に使うもので、日付には使えません。"),
    "percent-of-unit": Row(
        "percent words a share; this number is in {unit}", "percent は割合に使うものです（この数の単位は{unit}）。",
        "divide it by the whole first", "先に全体で割ってください。"),
    "as-of-missing": Row("the figure has no as-of date", "この数値には時点（as-of）がありません。"),
    "as-of-of-every-year": Row('"{date}" is no date of one year', "「{date}」は年の決まった日付ではありません。"),
    "sign-unknown": Row('"{sign}" is not understood', "「{sign}」は式に使えません。"),
    "word-misplaced": Row('"{word}" is not expected here', "ここに「{word}」は置けません。"),
    "expression-too-long": Row(
        "more than {most} words and signs in one expression", "式が長すぎます（語と記号は{most}個まで）。",
        "part it into several formulas", "いくつかの計算式に分けてください。"),
    "brackets-too-many": Row("too many brackets", "括弧が多すぎます。"),
    "bracket-unclosed": Row('bracket "(" is not closed', "括弧「(」が閉じられていません。"),
    "dates-in-sum": Row("dates cannot be reckoned with", "日付は計算に使えません。"),
    "units-not-added": Row(
        "{left} and {right} cannot be added or subtracted", "「{left}」と「{right}」は足し引きできません。"),
    "units-not-multiplied": Row("{left} and {right} cannot be multiplied", "「{left}」と「{right}」は掛けられません。"),
    "units-not-divided": Row("{left} cannot be divided by {right}", "「{left}」は「{right}」で割れません。"),
    "division-by-zero": Row("division by zero", "0で割っています。"),
    "sum-without-number": Row("this comes to no number", "計算の結果が数になりません。"),
    # the year
    "year-before": Row(
        "{year} is the year before {now}: is this still so?", "{year}は{now}の前の年です。このままでよいですか。"),
    # in lines
    "word-too-long": Row(
        'text does not fit: a part of "{text}" is longer than its line',
        "「{text}」に、行の長さを超える部分があります。",
        "shorten the word, mark a break in it with |, or give it more room",
        "短くするか、| で改行できる所を示すか、場所を広げてください。"),
    "text-beyond-box": Row(
        "text does not fit its box ({taken} mm in {given} mm)",
        "文章が枠に入りきりません（枠 {given} mm に {taken} mm）。",
        "shorten the text, or break it with |", "文章を短くするか、| で改行できる所を示してください。"),
    "number-on-two-lines": Row(
        "a line with a big number cannot be parted", "大きな数字のある行は分けられません。",
        "write it on one line", "1行で書いてください。"),
}  # fmt: skip
PARTS = {
    "reading": Row("reading", "読み"),
    "base-characters": Row("base characters", "親文字"),
    "bare-number": Row("a bare number", "単位のない数"),
    "date": Row("a date", "日付"),
    "figure-or-number": Row("the id of a figure or a number", "数値のidか数"),
    "filter-name": Row("the name of a filter", "指定の名前"),
    # hints
    "sign-between": Row("put a sign (+ − × ÷) or | between", "間に記号（＋ − × ÷）か | を入れてください。"),
}  # fmt: skip
