"""What is wrong with the year's figures, in YAML or CSV."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # entries
    "figures-missing": Row("no such folder of figures", "数値のフォルダがありません。"),
    "figure-twice": Row(
        'figure "{id}" stands twice', "数値「{id}」が2回書かれています。",
        "first at {place}", "最初は {place} にあります。"),
    "as-of-wrong": Row(
        '"{date}" is no date', "「{date}」は日付ではありません。",
        "an ISO date (2023-04-01), a year (令5), or month and day of every year (04-01)",
        "日付（2023-04-01）、年度（令5）、毎年の月日（04-01）のどれかを書いてください。"),
    "more-than-one-line": Row(
        'the {key} of "{id}" takes more than one line', "「{id}」の {key} が2行以上あります。",
        "write it in one line", "1行で書いてください。"),
    "id-like-a-year": Row(
        '"{id}" ends like a year of a series', "「{id}」の終わりが、系列の年度指定と区別できません。",
        "give the figure another name", "別の名前にしてください。"),
    "id-like-a-word": Row(
        '"{id}" ends like a word that is asked of "{run}", which has years',
        "「{id}」の終わりが、年度を持つ「{run}」に使う語と区別できません。",
        "give the figure another name", "別の名前にしてください。"),
    "year-wrong": Row(
        '"{year}" is no year', "「{year}」は年度ではありません。",
        "write 平26, 令元, R5 or 2014", "平26、令元、R5、2014 のように書いてください。"),
    "year-of-series-twice": Row('year {year} of "{id}" stands twice', "「{id}」の {year} が2回書かれています。"),
    "series-empty": Row('series "{id}" has no data', "系列「{id}」にデータがありません。"),
    "series-gap": Row(
        'series "{id}" has no value for {year}, between years that have one',
        "系列「{id}」は、途中の{year}の値がありません。"),
    "value-or-formula": Row(
        '"{id}" needs either a value or a formula', "「{id}」には value か formula のどちらか一方が必要です。"),
    "formula-circular": Row(
        'the formula of "{id}" leads back to itself', "「{id}」の計算式が、自分自身に戻っています。"),
    "formula-unroundable": Row(
        'the formula of "{id}" cannot be rounded to {step}', "「{id}」の計算式を {step} に丸められません。"),
    # CSV
    "open-with-value": Row(
        '"{id}" has a value for {year}, which is said to have none',
        "「{id}」の{year}は、値があるのに open か none です。",
        "status: open is for a year without a value yet, none for one that has no value",
        "status: open は値がまだない年度に、none は値のない年度に書きます。"),
    "roll-backwards": Row(
        "{year} lies before {now}, the year of the brochure", "{year}は、冊子の年度（{now}）より前です。",
        "name a later year; `report build --year` prints an earlier edition",
        "後の年度を指定してください。前の年度の版は report build --year で作れます。"),
    "values-awaited": Row(
        "{count} figures have no value for {year} yet, the first here", "{year}の値がまだない数値が{count}件あります。",
        "`report figures status` lists them by department", "report figures status で所管課ごとの一覧が出ます。"),
    "roll-far": Row(
        "{year} is far from {now}, the year of the brochure", "{year}は、冊子の年度（{now}）から離れすぎています。",
        "is the year right? it may lie 5 years ahead", "年度を確かめてください。開けるのは5年先までです。"),
    "edit-refused": Row(
        'the year {year} of "{id}" cannot be written without touching what stands around it',
        "「{id}」の{year}を、まわりを変えずには書き込めません。",
        "write it into the file by hand; a comment within a value may be the cause",
        "手で書き込んでください。値の途中にある注釈（#）が原因のことがあります。"),
    "edits-refused": Row(
        "the new values cannot be written without touching what stands around them",
        "新しい値を、まわりを変えずには書き込めません。",
        "write them into the file by hand", "手で書き込んでください。"),
    "values-all-later": Row(
        '"{id}" has no value up to {year}', "「{id}」には、{year}までの値がありません。",
        "add the value of that year", "その年度の値を書いてください。"),
    "values-and-value": Row(
        '"{id}" has values of years, and a formula beside them', "「{id}」に、values と formula の両方があります。",
        "put it among the values", "values の中に書いてください。"),
    "csv-missing": Row('no file "{file}" in {folder}', "{folder} に「{file}」がありません。"),
    "csv-empty": Row(
        "no row stands under the names of the columns", "列の名前の行だけで、値の行がありません。",
        "write a row for each year", "年度ごとに1行書いてください。"),
    "csv-too-large": Row("file is larger than {size} kB", "ファイルが大きすぎます（上限 {size} kB）。"),
    "data-and-csv": Row("a series has either `data` or `csv`", "系列に書けるのは data か csv のどちらか一方です。"),
    "csv-not-utf8": Row(
        '"{file}" cannot be read: not UTF-8', "「{file}」を読めません。文字コードがUTF-8ではありません。",
        "in a spreadsheet save it as CSV UTF-8", "表計算ソフトで「CSV UTF-8」として保存してください。"),
    "csv-unreadable": Row('"{file}" cannot be read: {problem}', "「{file}」を読めません。{problem}"),
    "csv-quote-open": Row(
        "a quote that is not closed in its row", "引用符がこの行のうちに閉じられていません。",
        'close it, or take it away; a quote within a cell is doubled: ""',
        "閉じるか、消してください。セルの中の引用符は「\"\"」と2つ書きます。"),
    "csv-behind-quote": Row(
        "something stands behind the quote that closes a cell", "引用符で閉じたセルのあとに、余分なものがあります。",
        'put all of the cell within the quotes; a quote in it is doubled: ""',
        "セルの全体を引用符で囲み、中の引用符は「\"\"」と2つ書いてください。"),
    "csv-cell-too-long": Row(
        "a cell of more than 131,072 characters", "セルが長すぎます（131,072字まで）。",
        "look for a quote that is not closed", "閉じていない引用符がないか確かめてください。"),
    "csv-separator": Row(
        "the columns are parted by {separator}", "列が{separator}で区切られています。",
        "part them by half-width commas; a spreadsheet calls that CSV UTF-8",
        "半角コンマで区切ってください（表計算ソフトの「CSV UTF-8」）。"),
    "csv-head-missing": Row(
        "the first line names no columns", "1行目に列の名前がありません。",
        "begin the file with the line: year,value", "1行目に year,value と書いてください。"),
    "csv-words-of-digits": Row(
        'the {column} is only digits: "{cell}"', "{column} が数字だけです（{cell}）。",
        "a decimal point is a full stop: 99.5", "小数点は 99.5 のようにピリオドで書いてください。"),
    "cells-beyond-columns": Row(
        "{cells} cells in {columns} columns", "{columns}列の表に、{cells}個のセルがあります。",
        "put quotes around a cell with a comma", "カンマを含むセルは引用符で囲んでください。"),
    "year-twice": Row("year {year} stands twice", "{year} が2回書かれています。"),
    "column-unknown": Row('no column is called "{name}"', "「{name}」という列はありません。"),
    "column-missing": Row(
        'column "{name}" is missing', "列「{name}」がありません。",
        "the first line names the columns", "1行目に列の名前を書いてください。"),
    "column-twice": Row('column "{name}" stands twice', "列「{name}」が2つあります。"),
    "status-unknown": Row('"{status}" is no status', "「{status}」という status はありません。"),
    "number-wrong": Row('"{value}" is no number', "「{value}」は数ではありません。"),
    "truth-wrong": Row(
        '"{value}" is neither true nor false', "「{value}」は true でも false でもありません。",
        "leave the cell of {column} empty for false", "当てはまらないときは {column} のセルを空にしてください。"),
    # looked up
    "figure-unknown": Row('no figure named "{id}"', "「{id}」という数値はありません。"),
    "series-unknown": Row('no series named "{id}"', "「{id}」という系列はありません。"),
}  # fmt: skip
PARTS = {
    "semicolon": Row("semicolons", "セミコロン"),
    "tab": Row("tabs", "タブ"),
    "wide-comma": Row("full-width commas", "全角の読点かコンマ"),
    # hints
    "csv-value-missing": Row(
        "a year without a value has no row", "値のない年度は、行ごと消してください。"),
    "single-value": Row('"{id}" is a single value', "「{id}」は系列でなく、1つの値です。"),
    "series-needs-a-year": Row(
        '"{id}" is a series; name a year, e.g. {id}[{year}]',
        "「{id}」は系列です。{id}[{year}] のように年度を付けてください。"),
    "series-needs-a-word": Row(
        '"{id}" is a series; write {id}.latest, or name a year: {id}[令5]',
        "「{id}」は系列です。{id}.latest か、{id}[令5] のように書いてください。"),
    "years-of": Row("years of {id}: {years}", "{id} の年度：{years}"),
    "numbers-go-up-to": Row("numbers go up to 1,000兆", "数は1,000兆までです。"),
}  # fmt: skip
