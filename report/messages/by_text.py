"""The Japanese of messages that are told as text: those of rooms whose messages have no ids yet.

Keys are the English texts as their modules word them, with a name for every value: `{word}` goes over as it is,
`{word:said}` is wording of its own and is looked up again. An empty Japanese text: none is needed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from report.messages.libraries import foreign

FIELD = re.compile(r"\{([a-z_]+)(:said)?\}")


def message(text: str) -> str:
    """In Japanese; "" for what has none."""
    return _said(text, MESSAGES) or ""


def hint(text: str) -> str:
    return _said(text, HINTS) or ""


def _said(text: str, *tables: Mapping[str, str]) -> str | None:
    """The Japanese of a text by the first table that knows it; None when none does."""
    for table in tables:
        found = table.get(text)
        if found is not None and not FIELD.search(text):
            return found
        for entry in sorted(_near(text, table), key=_wording, reverse=True):
            values = _values(entry, text)
            if values is not None:
                return FIELD.sub(lambda field, values=values: values[field[1]], table[entry])
    return None


def _near(text: str, table: Mapping[str, str]) -> list[str]:
    """The entries with values that begin and end like the text: few, so that few are compiled."""
    near = []
    for entry in table:
        pieces = FIELD.split(entry)
        if len(pieces) > 1 and text.startswith(pieces[0]) and text.endswith(pieces[-1]):
            near.append(entry)
    return near


def _wording(entry: str) -> int:
    """How much of an entry is wording; the entry with the most is the one that is meant."""
    return len(FIELD.sub("", entry))


def _values(entry: str, text: str) -> dict[str, str] | None:
    """The values in a text worded as an entry, wording among them in Japanese; None when it is worded otherwise."""
    pieces = FIELD.split(entry)  # wording, name, mark, wording, name, mark, wording …
    names, marks, wording = pieces[1::3], pieces[2::3], pieces[::3]
    pattern = re.escape(wording[0])
    for index, piece in enumerate(wording[1:], start=1):  # a value with another right after it is one word
        pattern += (r"(.*?)" if piece or index == len(names) else r"([^\s,]*)") + re.escape(piece)
    found = re.fullmatch(pattern, text, re.DOTALL)
    if found is None:
        return None
    values = dict(zip(names, found.groups(), strict=True))
    for name, mark in zip(names, marks, strict=True):
        if mark:
            known = _said(values[name], PARTS, NOUNS, MESSAGES)
            values[name] = foreign(values[name]) if known is None else known
    return values


MESSAGES = {
    'the page "{name}" stands twice': "「{name}」のページが2つあります。",
    "this chart has no value for {year} yet; it ends with {last}": (
        "このグラフには{year}の値がまだなく、{last}で終わります。"
    ),
    "{year} is the year before {now}: is this still so?": "{year}は{now}の前の年です。このままでよいですか。",
    '"{id}" has no value in the years of this chart': "このグラフの年度に、「{id}」の値がありません。",
    '"{id}" has no value for {year}': "「{id}」に{year}の値がありません。",
    "{what}: {problem:said}": "{what}：{problem}",
    "there is no room for the arrow": "矢印を置く余地がありません。",
    "there is no room for {what:said}": "{what}を置く余地がありません。",
    'the name "{name}" is too long for the legend': "「{name}」は凡例に入りきりません。",
    "a line chart takes at most {most} series": "折れ線グラフの系列は{most}本までです。",
    "stacked bars take at most {most} series": "積み上げグラフの系列は{most}本までです。",
    "pairs compare two years": "pairs は2つの年度を比べるグラフです。",
    '"{title}" has no years to show': "「{title}」に、表示する年度がありません。",
    '"{year}" is not a year': "「{year}」は年度ではありません。",
    'no series of the chart has a value for "{year}"': "グラフのどの系列にも「{year}」の値がありません。",
    '{name}: {value} is negative, which "{kind}" cannot show': "{name}：負の値 {value} は {kind} では表せません。",
    'the chart does not show the year "{year}"': "このグラフに年度「{year}」はありません。",
    'no series is called "{id}"': "「{id}」という系列はありません。",
    '"{name}" has no value in the years the chart shows': "グラフの年度に、「{name}」の値がありません。",
    "a chart of the kind {kind} takes {wanted:said} series, not {count}": (
        "{kind} のグラフの系列の数は{wanted}です（今は{count}）。"
    ),
    '"{key}" means nothing to a chart of the kind {kind}': "{kind} のグラフに「{key}」は使えません。",
    "two series are drawn as {kind}": "2つの系列が、どちらも {kind} になっています。",
    "a chart has either years, or from and to": "years と、from・to は一緒に使えません。",
    "an arrow needs a change from the first year to the last": "矢印には、最初と最後の年度の値の差が要ります。",
    "a ring shows 0 to 100 per cent, not {value}": "円グラフが表せるのは0～100％です（今は {value}）。",
    "cannot draw {count} marks, {added} of them added, in {columns} columns": (
        "{count}個（うち増加分{added}個）の印は{columns}列に描けません。"
    ),
    "{count} ornaments in a row, {first} in the first": "模様の行に{count}個あります（1行目は{first}個）。",
    'no ornament is called "{kind}"': "「{kind}」という模様はありません。",
    '"{written}" is not an ornament': "「{written}」は模様として読めません。",
    '"{turn}" is not a turn': "「{turn}」は向きとして読めません。",
    "no such file": "このファイルはありません。",
    "a section, not the file of a brochure": "これはテーマのファイルで、冊子のファイルではありません。",
    "a folder, not the file of a brochure": "冊子のファイルでなく、フォルダです。",
    'the section "{file}" lies outside {folder}/': "テーマのファイル「{file}」は {folder}/ の外にあります。",
    'no section file "{file}" in {folder}': "{folder} に、テーマのファイル「{file}」がありません。",
    '"{id}" is not an id': "「{id}」はidとして使えません。",
    '"{date}" is not a date': "「{date}」は日付ではありません。",
    '"{tag}" is not a language tag': "「{tag}」は言語の指定ではありません。",
    'two {what:said}s are called "{id}"': "「{id}」という{what}が2つあります。",
    'no field is called "{field}"': "「{field}」という分野（fields）はありません。",
    "the topic's span is {span}": "トピックの span が {span} になっています。",
    "the cell's span is {span}": "セルの span が {span} になっています。",
    "the spans of this row add up to {sum}{more:said}": "この行の span の合計が {sum} です{more}。",
    "a picture that bleeds must stand alone over the whole width": "裁ち落としの画像は、全幅に1つだけで置きます。",
    "this row of the mosaic has {count} cells, the first has {wide}": (
        "モザイクのこの行は{count}マスです（1行目は{wide}マス）。"
    ),
    'no section has the number "{number}"': "番号「{number}」のテーマはありません。",
    'the cells of "{number}" do not fill one square': "「{number}」のマスが正方形になっていません。",
    "a row has {cells} cells, the header has {columns}": "表の行に{cells}マスあります（見出し行は{columns}マス）。",
    "widths are shares of the table's, each above 0": "widths は表の幅の割合です。どれも0より大きくしてください。",
    "{widths} widths for {columns} columns": "widths が{widths}個あります（列は{columns}つ）。",
    "added and key belong to the squares of a count, which is missing": (
        "added と key は count の四角に付くものですが、count がありません。"
    ),
    "the key has a part for the scale, one for the squares and, with added, one for those": (
        "key に書けるのは、目盛り・四角と、added があればその分だけです。"
    ),
    '"{mark}" is not closed': "「{mark}」が閉じられていません。",
    '"{brace}" without its other half': "「{brace}」の相手の括弧がありません。",
    '"{mark}" closes before "{inner}", which was opened inside it': (
        "「{mark}」が、内側の「{inner}」より先に閉じられています。"
    ),
    '{readings} readings for the {count} characters of "{base}"': (
        "「{base}」の{count}字に、読みが{readings}個あります。"
    ),
    "ruby without its {missing:said}": "ルビに{missing}がありません。",
    '"{target}" is no URL': "「{target}」はURLではありません。",
    '"{target}" is no place': "「{target}」は冊子の中のリンク先ではありません。",
    'links may not lead to "{scheme}:"': "「{scheme}:」へのリンクは張れません。",
    "a link without text": "リンクに文字がありません。",
    'the link says only "{words}"': "リンクの文字が「{words}」だけです。",
    'two links say "{words}" and lead to different places': "同じ「{words}」というリンクが、別々の所に通じています。",
    'the picture "{id}" has a caption and no alt': "画像「{id}」に、説明（caption）はありますが alt がありません。",
    "column {column} of the table has no title": "表の{column}列目に見出しがありません。",
    '"{date}" is no date': "「{date}」は日付ではありません。",
    '"{year}" is no year': "「{year}」は年度ではありません。",
    'no figure named "{id}"': "「{id}」という数値はありません。",
    'braces "{{" are not closed': "「{{」が閉じられていません。",
    "a filter cannot stand in a formula": "計算式の中では | による指定は使えません。",
    "this comes to no number": "計算の結果が数になりません。",
    "a number expected, found a date": "数が必要な所に日付があります。",
    "one filter is enough": "| による指定は1つだけです。",
    'no filter is called "{name}"': "「{name}」という指定はありません。",
    "the name of a filter expected": "| のあとに指定の名前がありません。",
    '"{word}" is not expected here': "ここに「{word}」は置けません。",
    "too many brackets": "括弧が多すぎます。",
    'bracket "(" is not closed': "括弧「(」が閉じられていません。",
    "the id of a figure or a number expected, {found:said}": "数値のidか数を書いてください（今は{found}です）。",
    '"{sign}" is not understood': "「{sign}」は式に使えません。",
    "dates cannot be reckoned with": "日付は計算に使えません。",
    "{left} and {right} cannot be added or subtracted": "「{left}」と「{right}」は足し引きできません。",
    "{left} and {right} cannot be multiplied": "「{left}」と「{right}」は掛けられません。",
    "division by zero": "0で割っています。",
    "{left:said} cannot be divided by {right}": "「{left}」は「{right}」で割れません。",
    "this filter words a number, not a date": "この指定は数に使うもので、日付には使えません。",
    "the figure has no as-of date": "この数値には時点（as-of）がありません。",
    '"{date}" is no date of one year': "「{date}」は年の決まった日付ではありません。",
    "the star is larger than what it stands on": "星形が、載せる相手より大きくなっています。",
    '"{text}" does not fit the star': "「{text}」が星形に入りきりません。",
    "the key is wider than its panel": "凡例（key）がパネルの幅に入りきりません。",
    "the two numbers do not fit side by side": "2つの数が横に並びきりません。",
    "the unit leaves its chart's title no room": "単位が長く、グラフの題名が入りません。",
    "the numbers are {taken} pt wide together, the column {width} pt": (
        "並んだ数の幅が合わせて {taken} pt あります（段は {width} pt）。"
    ),
    "{count} icons side by side are too many": "横に{count}個のアイコンは並べきれません。",
    "{count} cards side by side are too many": "横に{count}枚のカードは並べきれません。",
    "{count} pictures side by side are too many": "横に{count}枚の画像は並べきれません。",
    "a line with a big number cannot be parted": "大きな数字のある行は分けられません。",
    "the field's label is too long for its thumb tab": "分野の名前が、ツメ（見出しタブ）に入りきりません。",
    "the title is too long for the running head ({over:said})": "題名が柱に入りきりません（{over}）。",
    "{taken:said}, the page has {columns}": "{taken}（ページは{columns}列）。",
    "text does not fit its box ({over:said})": "文章が枠に入りきりません（{over}）。",
    "control character U+{code} in the text": "文章に制御文字 U+{code} があります。",
    'text does not fit: a part of "{text}" is wider than its line': "「{text}」に、行の幅を超える部分があります。",
    'text does not fit: a part of "{text}" is longer than its line': "「{text}」に、行の長さを超える部分があります。",
    "the contents of {sections} sections do not fit their page": "{sections}テーマ分の目次がページに入りきりません。",
    'no ink is called "{ink}"': "「{ink}」というインクはありません。",
}
HINTS = {
    "take one away": "1つにしてください。",
    "give the chart more height, or leave the arrow out": "グラフを高くするか、矢印をやめてください。",
    "shorten the series' label": "系列の label を短くしてください。",
    "the style's lines: inks: says so": "本数はスタイルの lines: inks: で決まります。",
    "the style's stacked: inks: says so": "本数はスタイルの stacked: inks: で決まります。",
    "name them: years: [平26, 令5]": "years: [平26, 令5] のように書いてください。",
    "give the chart more width or height, or fewer years (from, to)": (
        "グラフの幅か高さを増やすか、年度を減らして（from、to）ください。"
    ),
    "look at from: and to:": "from: と to: を確かめてください。",
    'write it like "平26", "令元" or "2014"': "平26、令元、2014 のように書いてください。",
    "years: {first}–{last}": "年度：{first}～{last}",
    "value axes start at 0; show such figures in a table": "値の軸は0から始まります。負の値は表で示してください。",
    "one is bars, the other line": "1つは bars、もう1つは line にしてください。",
    "charts that know it: {kinds}; take it away, or change the kind": (
        "使えるのは {kinds} です。消すか、kind を変えてください。"
    ),
    "show more years (from, to), or leave the arrow out": "年度を増やす（from、to）か、矢印をやめてください。",
    "count is the whole with the added ones in it, at most {most}; columns go from 1 to {columns}": (
        "count は増加分を含む全体で{most}まで、columns は1から{columns}までです。"
    ),
    "every row of a pattern has as many ornaments": "どの行も同じ数にしてください。",
    'write "shape ground one two", and a turn if need be': "「形 地 色1 色2」と、必要なら向きを書いてください。",
    "write 90, 180 or 270 (degrees clockwise)": "90、180、270（右回りの度数）のどれかを書いてください。",
    "name the brochure's file, as in: report build data/brochure.yaml": (
        "report build data/brochure.yaml のように、冊子のファイルを指定してください。"
    ),
    "put the file into {folder}": "{folder} に置いてください。",
    "small letters, digits and hyphens: the id becomes the file's name": (
        "PDFのファイル名になるので、英小文字・数字・ハイフンだけで書いてください。"
    ),
    "write year-month-day, e.g. 2024-03-31": "2024-03-31 のように年-月-日で書いてください。",
    'write it as in "ja-JP"': "「ja-JP」のように書いてください。",
    "the other is at {place}": "もう1つは {place} にあります。",
    "spans go from 1 to {columns}": "span は1から{columns}までです。",
    "the topic is {columns} columns wide": "このトピックの幅はグリッドの{columns}列です。",
    "give it a row of its own in a topic without span, or take its bleed away": (
        "span のないトピックで行を分けるか、bleed を外してください。"
    ),
    "they go from 01 to {last}": "番号は01から{last}までです。",
    "its picture is square": "画像が正方形のためです。",
    'close it with "{mark}", or write "\\{same}" · 閉じてください': "",
    'ruby is {漢字|かんじ}; a brace itself is "\\{" · ルビは {漢字|かんじ} と書きます': "",
    'close "{inner}" first · 内側の記号を先に閉じてください': "",
    "one reading for all, or one for each: {漢字|かん|じ} · 読みは一つか、字の数だけ書いてください": "",
    "write {漢字|かんじ} · 親文字と読みの両方を書いてください": "",
    "write [※1](#id), the id of a note · 注のidを書いてください": "",
    "write [text](https://…) · https:// から書いてください": "",
    "{near} · http, https, mailto だけが使えます": "",
    "write [text](https://…) · 文字を書いてください": "",
    "shorten it, or mark a break in it with | · 短くするか、| で改行できる所を示してください": "",
    "name where it leads": "どこへのリンクかがわかる言葉にしてください。",
    "name where each leads; the other is at {place}": (
        "どこへのリンクかがわかるように書き分けてください。もう1つは {place} です。"
    ),
    "say in `alt` what it shows; without a caption it would be decoration": (
        "何の絵かを alt に書いてください（caption がなければ飾りとして扱います）。"
    ),
    "say what its cells are; only the corner over the row titles may be empty": (
        "何の列かを書いてください。空でよいのは、行見出しの上の左上のマスだけです。"
    ),
    "write 平26, 令元, R5 or 2014": "平26、令元、R5、2014 のように書いてください。",
    "write 令和5年度, R5 or 2023": "令和5年度、R5、2023 のように書いてください。",
    'end with "}}"': "「}}」で閉じてください。",
    "year-month-day, e.g. 2023-04-01": "2023-04-01 のように年-月-日で書いてください。",
    "numbers go up to 1,000兆": "数は1,000兆までです。",
    "put a sign (+ − × ÷) or | between": "間に記号（＋ − × ÷）か | を入れてください。",
    "give that more width or height": "相手の幅か高さを増やしてください。",
    "shorten the text, or break it into more lines": "文章を短くするか、行を増やしてください。",
    "shorten its words": "言葉を短くしてください。",
    "shorten their units": "単位を短くしてください。",
    "shorten it": "短くしてください。",
    "lower columns, or give the panel more of the grid": "columns を減らすか、パネルの span を増やしてください。",
    "take some away, or give the panel more of the grid": "数を減らすか、パネルの span を増やしてください。",
    "part them in two rows, or give them more of the grid": "2行に分けるか、span を増やしてください。",
    "shorten their words, or give the column more of the grid": "言葉を短くするか、span を増やしてください。",
    "write it on one line": "1行で書いてください。",
    "lower tile-columns or text-columns in the style": "スタイルの tile-columns か text-columns を減らしてください。",
    "shorten the text, or break it with |": "文章を短くするか、| で改行できる所を示してください。",
    "lower the row height of the contents in the style": "スタイルで目次の行を低くしてください。",
    "delete it": "消してください。",
    "shorten the word, mark a break in it with |, or give it more room": (
        "短くするか、| で改行できる所を示すか、場所を広げてください。"
    ),
}
PARTS = {
    "at least {fewest}": "{fewest}以上",
    "at most {most}": "{most}以下",
    "the plot": "グラフ本体",
    "the years": "年度",
    '"{unit}" after the last year': "最後の年度のあとの「{unit}」",
    "the legend": "凡例",
    "the values": "値",
    "the line's values": "折れ線の値",
    "the lines' values": "折れ線の値",
    "the bars' values": "棒の値",
    "the totals": "合計",
    "the names at the lines' ends": "折れ線の端の名前",
    'the name "{name}"': "名前「{name}」",
    'the values of "{name}"': "「{name}」の値",
    '"{value}"': "「{value}」",
    'found "{word}"': "「{word}」",
    "found nothing": "空",
    "a bare number": "単位のない数",
    "reading": "読み",
    "base characters": "親文字",
    "{width} of {room} mm": "{width} mm、上限 {room} mm",
    "{width} × {height} mm in {across} × {down} mm": "枠 {across} × {down} mm に {width} × {height} mm",
    "picture and words of an opener take {tile} and {text} columns": "扉の画像と文章が合わせて{tile}＋{text}列です",
    ", with {free} more cell{s}": "（ほかに span のないセルが{free}つ）",
}
NOUNS = {
    "field": "分野",
    "section": "テーマ",
}
