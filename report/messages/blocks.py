"""What is wrong in a block, or in a chart, and what does not fit there."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    "text-columns": Row("a text has {most} columns at most", "本文の段数は{most}までです。"),
    # what an author writes
    "row-uneven": Row(
        "cells in this row: {cells}, in the header: {columns}",
        "表の行に{cells}マスあります（見出し行は{columns}マス）。",
        "each row has as many cells as the header; put quotes around one with a comma",
        "見出し行と同じ数にしてください（コンマを含むマスは引用符で囲みます）。"),
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
    "qr-no-address": Row(
        '"{url}" is no address of the web', "「{url}」はウェブのアドレスではありません。",
        "write it as browsers show it, from https:// on, without spaces",
        "https:// から、空白を入れずに書いてください。"),
    "qr-too-long": Row(
        "the address is too long for a QR code", "アドレスが長すぎて、QRコードになりません。",
        "use a shorter one", "短いアドレスを使ってください。"),
    "qr-cells-small": Row(
        "the cells of the QR code are {cell} mm; telephones read 0.4 mm and more",
        "QRコードの1セルが {cell} mm です（読み取れるのは 0.4 mm から）。",
        "make it {least} mm at least, or use a shorter address or a lower level",
        "size を {least} mm 以上にするか、短いアドレスか低い level にしてください。"),
    "qr-too-wide": Row(
        "the QR code is {side} mm wide, its column {width} mm",
        "QRコードの幅が {side} mm で、段の幅 {width} mm を超えています。",
        "give it a wider column, or a smaller size", "広い段に置くか、size を小さくしてください。"),
    "share-beyond-ring": Row(
        "a ring shows 0 to 100 per cent, not {value:g}", "円グラフが表せるのは0～100％です（今は {value:g}）。"),
    "share-not-per-cent": Row(
        'the unit of "{id}" is {unit}; a ring shows a share in per cent',
        "「{id}」の単位は{unit}です。円グラフは％の割合だけを表せます。",
        "name a figure in %", "単位が％の数値を指定してください。"),
    "share-contradicted": Row(
        'the ring shows {value} %, the number in it says "{words}"',
        "円グラフは{value}％ですが、中の数は「{words}」です。",
        "write the number as an expression of the figure, or round it", "数値を式（{{{{ … }}}}）で書いてください。"),
    "marks-contradicted": Row(
        'there are {count} {unit} of marks, the words say "{words}"',
        "印は{count}{unit}分ですが、文は「{words}」です。",
        "write the number as an expression of the figure", "数値を式（{{{{ … }}}}）で書いてください。"),
    "change-of-units": Row(
        '"{before}" and "{after}" are of two units', "「{before}」と「{after}」の単位が違います。",
        "compare what is counted alike", "同じ単位でそろえてください。"),
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
    "last-and-bounds": Row(
        "a chart has last, or it says by from or years where it begins",
        "last は、from や years と一緒に使えません。",
        "keep one of them; to may stand beside last", "どれか1つにしてください（to は last と一緒に使えます）。"),
    "value-below-zero": Row(
        '{name}: {value} is negative, which "{kind}" cannot show', "{name}：負の値 {value} は {kind} では表せません。",
        "value axes start at 0; show such figures in a table", "値の軸は0から始まります。負の値は表で示してください。"),
    # what it adds up, or shows to one scale
    "units-summed": Row(
        '"{name}" is in {unit}, the first series in {other}: one cannot add them up, the totals are left out',
        "「{name}」の単位は{unit}、最初の系列は{other}です。足し合わせられないので、合計は示しません。",
        "show them in two charts, or as combo", "グラフを分けるか、combo にしてください。"),
    "units-on-one-scale": Row(
        '"{name}" is in {unit}, the first series in {other}, but one scale shows both',
        "「{name}」の単位は{unit}、最初の系列は{other}ですが、1つの目盛りで描かれます。",
        "show them in two charts, or as combo", "グラフを分けるか、combo にしてください。"),
    "sum-without-part": Row(
        '"{id}" has no value for {years}: the totals there are left out',
        "「{id}」に{years}の値がありません。その年度の合計は示しません。",
        "write 0 if there was none, or leave these years out (from, to)",
        "なかった年度には0を書くか、その年度を除いて（from、to）ください。"),
    "dates-summed": Row(
        '"{name}" is as of {date}, the first series as of {other}: their total is of no date',
        "「{name}」は{date}現在、最初の系列は{other}現在の値です。合計の時点が定まりません。",
        "take figures of one date", "同じ時点の値にそろえてください。"),
    "shares-off-whole": Row(
        "the shares of {year} are {total} % together, not 100",
        "{year}の割合の合計が {total} ％です（100％になりません）。",
        "look at the values, or add the rest as a series", "値を確かめるか、残りを系列に加えてください。"),
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
    "bounds-reversed": Row(
        "the chart begins with {first}, which is later than its end, {last}",
        "from の「{first}」が、最後の「{last}」より後の年度です。",
        "look at from: and to:", "from: と to: を確かめてください。"),
    "year-not-shown": Row('the chart does not show the year "{year}"', "このグラフに年度「{year}」はありません。"),
    "chart-ends-early": Row(
        "this chart has no value for {year} yet; it ends with {last}",
        "このグラフには{year}の値がまだなく、{last}で終わります。"),
    # its drawing
    "chart-wrong": Row("{title}: {problem}", "{title}：{problem}"),
    "no-room": Row(
        "there is no room for {what}", "{what}を置く余地がありません。",
        "give the chart more width or height, or fewer years (last, from, to)",
        "グラフの幅か高さを増やすか、年度を減らして（last、from、to）ください。"),
    "bars-too-thin": Row(
        "bars of {width:.2f} mm are too thin to be printed; at least {least:g} mm",
        "棒の幅が {width:.2f} mm しかなく、印刷できません（{least:g} mm以上）。",
        "give the chart more width, or fewer years: last: 20, or years: [平26, …]",
        "グラフの幅を増やすか、年度を減らして（last: 20 や years: [平26, …]）ください。"),
    "values-left-out": Row(
        "{title}: there was no room for every value; not printed are {values}",
        "{title}：置く余地がなく、値 {values} を示していません。",
        "give the chart more width or height, fewer years (last, from, to), or labels: turning",
        "グラフを大きくする、年度を減らす（last、from、to）、または labels: turning としてください。"),
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
    "bars": Row("bars that one can see", "見える高さの棒"),
    "years": Row("the years", "年度"),
    "years-left-out": Row("the words for the years left out", "省いた年度の表示"),
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
