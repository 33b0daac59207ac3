"""What is wrong in a block, or in a chart, and what does not fit there."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # what an author writes
    "row-uneven": Row(
        "a row has {cells} cells, the header has {columns}",
        "表の行に{cells}マスあります（見出し行は{columns}マス）。"),
    "widths-below-zero": Row(
        "widths are shares of the table's, each above 0", "widths は表の幅の割合です。どれも0より大きくしてください。"),
    "widths-odd": Row("{widths} widths for {columns} columns", "widths が{widths}個あります（列は{columns}つ）。"),
    "count-missing": Row(
        "added and key belong to the squares of a count, which is missing",
        "added と key は count の四角に付くものですが、count がありません。"),
    "alt-of-nothing": Row(
        "alt describes the marks of a count, which is missing",
        "alt は count の図を説明するものですが、count がありません。"),
    "key-parts-too-many": Row(
        "the key has a part for the scale, one for the squares and, with added, one for those",
        "key に書けるのは、目盛り・四角と、added があればその分だけです。"),
    "marks-not-drawn": Row(
        "cannot draw {whole} marks, {added} of them added, in {columns} columns",
        "{whole}個（うち増加分{added}個）の印は{columns}列に描けません。",
        "count is the whole with the added ones in it, at most {most}; columns go from 1 to {most_columns}",
        "count は増加分を含む全体で{most}まで、columns は1から{most_columns}までです。"),
    "share-beyond-ring": Row(
        "a ring shows 0 to 100 per cent, not {value:g}", "円グラフが表せるのは0～100％です（今は {value:g}）。"),
    # what does not fit
    "pictures-too-many": Row(
        "{count} pictures side by side are too many", "横に{count}枚の画像は並べきれません。",
        "part them in two rows, or give them more of the grid", "2行に分けるか、span を増やしてください。"),
    "cards-too-many": Row(
        "{count} cards side by side are too many", "横に{count}枚のカードは並べきれません。",
        "take some away, or give the panel more of the grid", "数を減らすか、パネルの span を増やしてください。"),
    "icons-too-many": Row(
        "{count} icons side by side are too many", "横に{count}個のアイコンは並べきれません。",
        "lower columns, or give the panel more of the grid", "columns を減らすか、パネルの span を増やしてください。"),
    "numbers-too-wide": Row(
        "the numbers are {taken:.1f} pt wide together, the column {width:.1f} pt",
        "並んだ数の幅が合わせて {taken:.1f} pt あります（段は {width:.1f} pt）。",
        "shorten their words, or give the column more of the grid", "言葉を短くするか、span を増やしてください。"),
    "change-too-wide": Row(
        "the two numbers do not fit side by side", "2つの数が横に並びきりません。",
        "shorten their units", "単位を短くしてください。"),
    "key-too-wide": Row(
        "the key is wider than its panel", "凡例（key）がパネルの幅に入りきりません。",
        "shorten its words", "言葉を短くしてください。"),
    "unit-too-long": Row(
        "the unit leaves its chart's title no room", "単位が長く、グラフの題名が入りません。",
        "shorten it", "短くしてください。"),
    "star-too-large": Row(
        "the star is larger than what it stands on", "星形が、載せる相手より大きくなっています。",
        "give that more width or height", "相手の幅か高さを増やしてください。"),
    "star-too-full": Row(
        '"{text}" does not fit the star', "「{text}」が星形に入りきりません。",
        "shorten the text, or break it into more lines", "文章を短くするか、行を増やしてください。"),
    # a chart's keys and series
    "series-count-wrong": Row(
        "a chart of the kind {kind} takes {wanted} series, not {count}",
        "{kind} のグラフの系列の数は{wanted}です（今は{count}）。"),
    "key-not-of-kind": Row(
        '"{key}" means nothing to a chart of the kind {kind}', "{kind} のグラフに「{key}」は使えません。",
        "charts that know it: {kinds}; take it away, or change the kind",
        "使えるのは {kinds} です。消すか、kind を変えてください。"),
    "series-drawn-alike": Row(
        "two series are drawn as {drawn}", "2つの系列が、どちらも {drawn} になっています。",
        "one is bars, the other line", "1つは bars、もう1つは line にしてください。"),
    "years-and-bounds": Row(
        "a chart has either years, or from and to", "years と、from・to は一緒に使えません。"),
    "value-below-zero": Row(
        '{name}: {value} is negative, which "{kind}" cannot show', "{name}：負の値 {value} は {kind} では表せません。",
        "value axes start at 0; show such figures in a table", "値の軸は0から始まります。負の値は表で示してください。"),
    # its years
    "series-without-years": Row(
        '"{id}" has no value in the years of this chart', "このグラフの年度に、「{id}」の値がありません。"),
    "series-without-year": Row('"{id}" has no value for {year}', "「{id}」に{year}の値がありません。"),
    "chart-without-years": Row(
        '"{title}" has no years to show', "「{title}」に、表示する年度がありません。",
        "look at from: and to:", "from: と to: を確かめてください。"),
    "bound-without-value": Row(
        'no series of the chart has a value for "{year}"', "グラフのどの系列にも「{year}」の値がありません。",
        "years: {first}–{last}", "年度：{first}～{last}"),
    "year-not-shown": Row('the chart does not show the year "{year}"', "このグラフに年度「{year}」はありません。"),
    "chart-ends-early": Row(
        "this chart has no value for {year} yet; it ends with {last}",
        "このグラフには{year}の値がまだなく、{last}で終わります。"),
    # its drawing
    "chart-wrong": Row("{title}: {problem}", "{title}：{problem}"),
    "no-room": Row(
        "there is no room for {what}", "{what}を置く余地がありません。",
        "give the chart more width or height, or fewer years (from, to)",
        "グラフの幅か高さを増やすか、年度を減らして（from、to）ください。"),
    "no-room-for-arrow": Row(
        "there is no room for the arrow", "矢印を置く余地がありません。",
        "give the chart more height, or leave the arrow out", "グラフを高くするか、矢印をやめてください。"),
    "arrow-without-change": Row(
        "an arrow needs a change from the first year to the last", "矢印には、最初と最後の年度の値の差が要ります。",
        "show more years (from, to), or leave the arrow out", "年度を増やす（from、to）か、矢印をやめてください。"),
    "name-beyond-legend": Row(
        'the name "{name}" is too long for the legend', "「{name}」は凡例に入りきりません。",
        "shorten the series' label", "系列の label を短くしてください。"),
    "series-beyond-inks": Row(
        "a chart of the kind {kind} takes at most {most} series", "{kind} のグラフの系列は{most}本までです。",
        "the style's {kind}: inks: says so", "本数はスタイルの {kind}: inks: で決まります。"),
    "pairs-of-one-year": Row(
        "pairs compare two years", "pairs は2つの年度を比べるグラフです。",
        "name them: years: [平26, 令5]", "years: [平26, 令5] のように書いてください。"),
}  # fmt: skip
PARTS = {  # of a chart
    "plot": Row("the plot", "グラフ本体"),
    "years": Row("the years", "年度"),
    "unit-after-years": Row('"{unit}" after the last year', "最後の年度のあとの「{unit}」"),
    "legend": Row("the legend", "凡例"),
    "values": Row("the values", "値"),
    "values-of-line": Row("the line's values", "折れ線の値"),
    "values-of-bars": Row("the bars' values", "棒の値"),
    "values-of": Row('the values of "{name}"', "「{name}」の値"),
    "totals": Row("the totals", "合計"),
    "names-at-ends": Row("the names at the lines' ends", "折れ線の端の名前"),
    "name-of": Row('the name "{name}"', "名前「{name}」"),
}  # fmt: skip
