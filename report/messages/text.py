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
    "filter-after-words": Row(
        "what stands before {name} is words already", "「{name}」の前で、もう言葉になっています。",
        "of filters that make words, only one, the last", "言葉にする指定は、最後に1つだけ書いてください。"),
    "filter-unknown": Row('no filter is called "{name}"', "「{name}」という指定はありません。"),
    "function-unknown": Row('no function is called "{name}"', "「{name}」という関数はありません。"),
    "word-of-series-unknown": Row(
        'nothing is called "{word}" of the series "{id}"', "系列「{id}」に「{word}」は使えません。"),
    "arguments-wrong": Row(
        "too few or too many values in the brackets", "括弧の中の値の数が違います。",
        "write {form}", "{form} のように書いてください。"),
    "arguments-none": Row("this filter takes no brackets", "この指定に括弧は付きません。"),
    "argument-wrong": Row("{wanted} expected here", "ここには{wanted}を書いてください。"),
    "series-not-begun": Row(
        '"{id}" has no value up to the brochure\'s year', "「{id}」には、冊子の年度までの値がありません。"),
    "year-missing": Row(
        '"{id}" has no value for {year}', "「{id}」に{year}の値がありません。",
        "add it to the figures, or name years that have one: {id}[令5]",
        "数値に足すか、値のある年度を {id}[令5] のように書いてください。"),
    "latest-not-extreme": Row(
        '{which} cannot be said of the latest value of "{id}": {year} has {value}',
        "「{id}」の最新の値は、{which}といえません（{year}は{value}）。",
        "change the sentence", "文を直してください。"),
    "share-beyond-whole": Row(
        "the part is larger than the whole, or negative", "部分が全体より大きいか、負の数です。",
        "write share(part, whole); ratio(a, b) goes beyond 1",
        "share(部分, 全体) の順に書いてください。1倍を超えるものは ratio(a, b) です。"),
    "date-and-year": Row("a date and a year cannot be compared", "日付と年度の間は数えられません。"),
    "years-backwards": Row("the second one lies before the first", "後の年が、前の年より早くなっています。"),
    "step-wrong": Row(
        '"{step}" is nothing to round to', "「{step}」には丸められません。",
        "write 百, 万, 億 or a number (100)", "百、万、億か、100 のような数を書いてください。"),
    "step-too-large": Row(
        "rounded to {step}, nothing is left of it", "「{step}」に丸めると、0になります。",
        "round to less", "もっと小さい単位に丸めてください。"),
    "decimals-wrong": Row(
        '"{count}" is no number of decimals', "「{count}」は小数の桁数ではありません。",
        "write 0 to {most}", "0〜{most} を書いてください。"),
    "not-a-change": Row(
        "this is no change of one figure, newer less older",
        "これは、1つの数値の増減（新しい値 − 古い値）ではありません。",
        "write a.change, or a.latest - a.first", "a.change か a.latest - a.first のように書いてください。"),
    "year-missing-of-number": Row("this number is of no single year", "この数値には、決まった年度がありません。"),
    "weekday-of-year": Row("a year has no weekday", "年度には曜日がありません。"),
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
    "dates-in-sum": Row("dates and words cannot be reckoned with", "日付や語は計算に使えません。"),
    "units-not-added": Row(
        "{left} and {right} cannot be added or subtracted", "「{left}」と「{right}」は足し引きできません。"),
    "units-not-multiplied": Row("{left} and {right} cannot be multiplied", "「{left}」と「{right}」は掛けられません。"),
    "units-not-divided": Row("{left} cannot be divided by {right}", "「{left}」は「{right}」で割れません。"),
    "division-by-zero": Row("division by zero", "0で割っています。"),
    "sum-without-number": Row("this comes to no number", "計算の結果が数になりません。"),
    # the year
    "latest-behind": Row(
        '"{id}" has no value for {now} yet; its latest is of {last}',
        "「{id}」に{now}の値がまだありません（最新は{last}）。"),
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
    "highest": Row("the highest", "最高"),
    "lowest": Row("the lowest", "最低"),
    "year": Row("a year", "年度"),
    "date-or-year": Row("a date or a year", "日付か年度"),
    "series-id": Row("the id of a series", "系列のid"),
    "number-or-series": Row("a number or the id of a series", "数か系列のid"),
    "words": Row("a word, or words in 「」", "語か、「」に入れた語句"),
    "comma": Row("a comma or )", "「,」か「)」"),
    "write-form": Row("write {form}", "{form} のように書いてください。"),
    "filter-name": Row("the name of a filter", "指定の名前"),
    # hints
    "sign-between": Row("put a sign (+ − × ÷) or | between", "間に記号（＋ − × ÷）か | を入れてください。"),
}  # fmt: skip
