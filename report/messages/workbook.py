"""What is wrong with the workbooks that departments return. The hints stand in their instruction sheet as they are."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # commands
    "workbook-exists": Row(
        "another file of this name is there already", "同じ名前の別のファイルがあります。",
        "it may be one that was filled in: choose another folder",
        "記入済みかもしれません。別のフォルダに作ってください。"),
    "no-workbooks": Row("no workbooks are there", "調査票がありません。"),
    # files
    "book-empty": Row(
        "the file is empty", "ファイルが空です。",
        "save the workbook anew and send it again", "保存し直して、もう一度送ってください。"),
    "book-too-large": Row(
        "the file is too large ({size} MB)", "ファイルが大きすぎます（{size} MB）。",
        "take out pictures and what else does not belong there", "画像など、調査票にないものは入れないでください。"),
    "book-old-format": Row(
        "this is a workbook of Excel 97 to 2003 (.xls)", "Excel 97-2003形式（.xls）のファイルです。",
        "save it as an Excel workbook (.xlsx)", "「Excelブック（.xlsx）」の形式で保存してください。"),
    "book-web-page": Row(
        "this is a web page, whatever its name says", "中身はウェブページ（HTML）です。拡張子だけが変わっています。",
        "open it in Excel and save it as an Excel workbook (.xlsx)",
        "名前を変えるだけでなく、Excelで開いて「.xlsx」で保存してください。"),
    "book-other-format": Row(
        "this is no Excel workbook (.xlsx) but {kind}", "Excelブック（.xlsx）ではなく、{kind}です。",
        "fill in the workbook that was sent out", "送られた調査票のファイル（.xlsx）に記入してください。"),
    "book-password": Row(
        "the file asks for a password", "パスワードがかかっていて開けません。",
        "take the password off and save it", "パスワードを外して保存してください。"),
    "book-macros": Row(
        "the file has macros", "マクロが入っています。",
        "save it as an Excel workbook without macros (.xlsx)",
        "マクロのない「Excelブック（.xlsx）」で保存してください。"),
    "book-damaged": Row(
        "the file is damaged: {problem}", "ファイルが壊れていて、読めません。",
        "open it in Excel, save it under another name and send that",
        "Excelで開き、別の名前で保存して送ってください。"),
    "book-not-ours": Row(
        "this is not one of our workbooks", "この照会の調査票ではありません。",
        "fill in the workbook that was sent out; do not copy it into another",
        "別のファイルに写さず、送られた調査票に記入してください。"),
    "book-control-gone": Row(
        "the hidden sheet that says which book it is has gone", "どの調査票かを示す、隠れたシートがありません。",
        "do not delete hidden sheets", "隠れているシートは消さないでください。"),
    "book-control-changed": Row(
        "the hidden sheet that says which book it is was changed",
        "どの調査票かを示す、隠れたシートが書き換えられています。",
        "leave hidden sheets as they are", "隠れているシートは書き換えないでください。"),
    "book-version": Row(
        "a workbook of version {version}; this program reads version {known}",
        "版が違う調査票です（この調査票は{version}、読めるのは{known}）。",
        "fill in the workbook that was sent out last", "最後に送られた調査票に記入してください。"),
    "book-other-edition": Row(
        'a workbook of another brochure ("{read}", not "{wanted}")',
        "別の冊子の調査票です（{read}。正しくは{wanted}）。",
        "send the workbook of this brochure", "この冊子の調査票を送ってください。"),
    "book-other-year": Row(
        "a workbook of another year ({read}, not {wanted})", "{read}の調査票です。今回は{wanted}の照会です。",
        "fill in this year's workbook", "前の年度の調査票を使い回さないでください。"),
    "book-department-unknown": Row(
        'no figure is of "{read}"', "「{read}」が担当する数値はありません。",
        "look at `department` in data/figures/, then export anew",
        "担当課の名前が変わったときは、企画担当に知らせてください。"),
    "book-of-another": Row(
        'the file is named for "{named}", and holds the workbook of "{read}"',
        "ファイル名は「{named}」ですが、中身は「{read}」の調査票です。",
        "send your own department's workbook", "自分の課の調査票か、確かめてください。"),
    "book-sheet-renamed": Row(
        'the sheet "{wanted}" is now called "{read}"', "シート「{wanted}」の名前が「{read}」に変わっています。",
        "leave the sheets' names as they are", "シートの名前は変えないでください。"),
    "book-old-version": Row(
        "exported before the project's figures changed: {names}",
        "この調査票を送ったあとに、もとの数値が変わりました：{names}。"),
    # rows and columns
    "book-head-gone": Row(
        "no sheet has the row of column names", "列の名前の行がありません。",
        "do not delete the row of column names", "列の名前の行は、消したり書き換えたりしないでください。"),
    "book-column-gone": Row(
        'the column "{column}" has gone', "列「{column}」がありません。",
        "do not delete columns, or change their names", "列は、消したり名前を変えたりしないでください。"),
    "book-column-lost": Row(
        'the column "{column}" has gone; the others are taken', "列「{column}」がありません。ほかの列は読みました。",
        "do not delete columns, or change their names", "列は、消したり名前を変えたりしないでください。"),
    "book-column-twice": Row(
        'the column "{column}" stands twice', "列「{column}」が2つあります。",
        "do not copy columns within the sheet", "同じ名前の列を増やさないでください。"),
    "book-far-cell": Row(
        "a cell far away from the others is filled in", "ほかから遠く離れたセルに、何か書かれています。",
        "clear the rows and columns beyond the table", "表の外のセルには何も書かないでください。"),
    "book-rows-gone": Row(
        "all rows have gone", "項目の行が1つもありません。",
        "do not delete rows", "行は消さないでください。"),
    "book-row-gone": Row(
        '{label}: its row has gone', "「{label}」の行がありません。",
        "do not delete rows", "行は消さないでください。"),
    "book-row-lost": Row(
        '{label}: its row has gone; it need not be filled in', "「{label}」の行がありません（記入は任意）。",
        "do not delete rows", "行は消さないでください。"),
    "book-row-added": Row(
        'a row of its own, which is not taken: "{read}"', "調査票にない行です。取り込みません（{read}）。",
        "ask the planning office for a new figure", "新しい項目を足したいときは、企画担当に知らせてください。"),
    "book-row-unknown": Row(
        '{label}: no longer asked for ("{read}")', "「{label}」（{read}）は、今は照会していない項目です。",
        "use the workbook that was sent out last", "最後に送られた調査票に記入してください。"),
    "book-row-foreign": Row(
        '{label}: a figure of "{department}"', "「{label}」は「{department}」が担当する項目です。",
        "do not copy rows between workbooks", "ほかの課の調査票から、行を写さないでください。"),
    "book-row-mixed": Row(
        '{label}: its row now bears the name "{read}"', "「{label}」の行の項目が「{read}」になっています。",
        "sort by the buttons in the head, so that whole rows move",
        "並べ替えは見出しの▼で行い、行の一部だけを動かさないでください。"),
    "book-name-changed": Row(
        '{label}: its name was changed to "{read}", which is not taken',
        "「{label}」の名前が「{read}」に変えられています。",
        "write proposals into the remark", "項目や定義の修正案は、備考に書いてください。"),
    "book-unit-changed": Row(
        '{label}: the unit was changed from "{wanted}" to "{read}"',
        "「{label}」の単位が「{wanted}」から「{read}」に変えられています。",
        "give the value in the unit asked for", "値は、示された単位で書いてください。"),
    "book-past-changed": Row(
        '{label}: the value of {when} was changed from {wanted} to "{read}", which is not taken',
        "「{label}」の{when}の値{wanted}が「{read}」に変えられています。",
        "write corrections of earlier years into the remark", "過去の値の訂正は、備考に書いてください。"),
    # the value
    "cell-error": Row(
        '{label}: a formula with an error, "{read}"', "{label}：計算式のエラー（{read}）です。",
        "write the number itself, not a formula", "計算式でなく、数字そのものを書いてください。"),
    "cell-no-result": Row(
        "{label}: a formula whose result was not saved", "{label}：計算式の結果が保存されていません。",
        "write the number itself, not a formula", "計算式でなく、数字そのものを書いてください。"),
    "cell-no-number": Row(
        '{label}: "{read}" is no number', "{label}：「{read}」は数ではありません。",
        "write digits alone; the unit stands in its column", "数字だけを書いてください。単位や「約」は書きません。"),
    "cell-odd-digits": Row(
        '{label}: "{read}" has characters that are no digits',
        "{label}：「{read}」に、数字として読めない文字があります。",
        "write 1, not ①, Ⅰ or 一", "①、Ⅰ、一、㈱などは使わず、1、2、3の数字で書いてください。"),
    "cell-no-value": Row(
        '{label}: "{read}" is no number', "{label}：「{read}」は数ではありません。",
        "if there is no value for the year, choose 該当なし as its status",
        "値がない年度は、状態で「該当なし」を選んでください。"),
    "cell-date-for-number": Row(
        "{label}: a date ({read}) where a number belongs", "{label}：数でなく、日付（{read}）になっています。",
        "set the cell's format to a number, then write it again", "セルの書式を「数値」にして、書き直してください。"),
    "cell-truth-for-number": Row(
        "{label}: {read} where a number belongs", "{label}：数でなく、{read}になっています。",
        "write digits alone", "数字だけを書いてください。"),
    "cell-too-great": Row(
        "{label}: {read} is too great a number", "{label}：{read}は大きすぎます。",
        "numbers go up to 1,000兆", "書ける数は1,000兆までです。"),
    "cell-elsewhere": Row(
        "{label}: {read}, by a formula that looks into another file",
        "{label}：{read}。ほかのファイルを見る計算式です。",
        "write the number itself, not a formula", "計算式でなく、数字そのものを書いてください。"),
    "value-missing": Row(
        "{label}: the row is filled in, but for its value", "{label}：値が空です。ほかの欄には記入があります。",
        "write the value", "値を書いてください。"),
    "value-per-cent": Row(
        "{label}: {read} of 100", "{label}：割合が{read}です。",
        "if it is right, say why in the remark", "100を超える割合などが正しいときは、備考に理由を書いてください。"),
    "value-factor": Row(
        "{label}: {read} is about {times} of {before} ({when})",
        "{label}：{read}は、{when}の{before}のおよそ{times}です。",
        "look at unit and places; if it is right, say why in the remark",
        "単位と桁を確かめてください。正しければ、備考に理由を書いてください。"),
    "value-factor-remarked": Row(
        '{label}: {read} is about {times} of {before} ({when}); the remark says "{note}"',
        "{label}：{read}は、{when}の{before}のおよそ{times}です（備考：{note}）。"),
    "value-wild": Row(
        "{label}: {read} is far from {before} ({when})",
        "{label}：{read}は、{when}の{before}から大きく変わっています。",
        "if it is right, say why in the remark",
        "2倍以上や半分以下などの変化が正しければ、備考に理由を書いてください。"),
    "value-decimals": Row(
        "{label}: {read} has more decimals than earlier years ({before})",
        "{label}：{read}は、これまで（{before}）より小数が細かくなっています。",
        "write as many decimals as before", "小数の桁は、これまでにそろえてください。"),
    "value-moved": Row(
        "{label}: {read}, but {known} was written into the project after the export",
        "{label}：{read}ですが、送付のあとに、別の値{known}が書き込まれています。",
        "if the workbook is right, import it with --replace",
        "調査票の値が正しいときは、--replace を付けて取り込みます。"),
    "value-replaced": Row(
        "{label}: {read} takes the place of {known}, which was written after the export",
        "{label}：送付のあとに書かれた値{known}を、{read}に置き換えます。"),
    "value-twice": Row(
        "{label}: {read}, but {other} at {place}", "{label}：{read}ですが、{place} では{other}です。",
        "agree on one value", "同じ項目を2つの調査票に書くときは、値をそろえてください。"),
    # the other cells
    "approximate-wrong": Row(
        '{label}: "{read}" is neither はい nor いいえ', "{label}：概数の欄に「{read}」とあります。",
        "choose はい or いいえ, or leave it empty",
        "概数は「はい」か「いいえ」を選んでください（空欄は「いいえ」）。"),
    "as-of-unread": Row(
        '{label}: "{read}" is no date', "{label}：「{read}」は日付として読めません。",
        "write a date with its year, as 2024/4/1 or 令和6年4月1日",
        "2024/4/1 や 令和6年4月1日 のように、年から日まで書いてください。"),
    "as-of-outside": Row(
        "{label}: {read} lies outside of the fiscal year", "{label}：{read}は、この年度の日付ではありません。",
        "write a date from {first} to {last}", "{first}から{last}までの日付を書いてください。"),
    "source-ditto": Row(
        '{label}: the source is "{read}"', "{label}：出典が「{read}」です。",
        "write the source in each row: rows may be sorted", "「同上」「〃」とせず、行ごとに出典を書いてください。"),
    "status-odd": Row(
        '{label}: no status is called "{read}"', "{label}：「{read}」という状態はありません。",
        "choose from the list: {words}", "一覧から選んでください（{words}）。"),
    "status-against-value": Row(
        "{label}: 該当なし, and yet the value {read}", "{label}：「該当なし」なのに、値{read}があります。",
        "clear the value, or choose another status", "該当なしのときは、値を空にしてください。"),
}  # fmt: skip
PARTS = {
    "another-kind": Row("something else", "別の種類のファイル"),
    "number-without-words": Row(
        "write {number}; the unit stands in its column", "「{number}」と、数字だけを書いてください。"),
    "number-about": Row(
        "write {number}, and はい as approximate", "「{number}」と書き、概数で「はい」を選んでください。"),
    "number-per-cent": Row(
        "if 95% was meant, write 95", "95%は、0.95や95%でなく、95と書いてください。"),
    "times": Row("{count} times", "{count}倍"),
    "part": Row("a part in {count}", "{count}分の1"),
}  # fmt: skip
