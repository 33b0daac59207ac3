"""The Japanese of all that the engine itself says to an author.

Keys are the English texts as their modules word them, with a name for every value: `{word}` goes over as it is,
`{word:said}` is wording of its own and is looked up again. MESSAGES says what is wrong, HINTS what to do, PARTS stands
within either. tests/test_messages.py reads the sources and holds the tables to them, entry by entry.
An empty Japanese text: the English one has its Japanese with it already, or none is needed.
"""

from __future__ import annotations

from report.messages import drawing, prepress, tagging

MESSAGES = {
    **drawing.MESSAGES,
    **prepress.MESSAGES,
    **tagging.MESSAGES,
    # YAML files
    "file is larger than {size} kB": "ファイルが大きすぎます（上限 {size} kB）。",
    "no such file": "このファイルはありません。",
    "not UTF-8 text": "文字コードがUTF-8ではありません。",
    "cannot be read: {problem:said}": "読めません。{problem}",
    '"{word}" and what follows is a comment to YAML': "「{word}」から後ろは、YAMLではコメントになります。",
    "anchors and aliases (& and *) are not taken": "アンカーとエイリアス（& と *）は使えません。",
    "nested more than {depth} deep": "入れ子が深すぎます（{depth}段まで）。",
    "YAML syntax: a tab where only spaces may stand": "タブがあります。ここに置けるのは半角空白だけです。",
    'YAML syntax: a value cannot begin with "{mark}"': "「{mark}」で値を始めることはできません。",
    "YAML syntax: {problem:said}": "YAMLの書き方に誤りがあります。{problem}",
    "file is empty": "ファイルが空です。",
    "{wanted:said} expected, found {found:said}": "{wanted}を書いてください（今は{found}です）。",
    'unknown key "{key}"': "「{key}」という項目はありません。",
    'key "{key}" is missing': "項目「{key}」がありません。",
    'key "{key}" stands twice': "項目「{key}」が2回書かれています。",
    'no {what:said} is called "{word}"': "「{word}」という{what}はありません。",
    "this list is empty": "このリストは空です。",
    # the brochure, its sections, rows and blocks
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
    # inline marks
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
    # links
    'the link says only "{words}"': "リンクの文字が「{words}」だけです。",
    'two links say "{words}" and lead to different places': "同じ「{words}」というリンクが、別々の所に通じています。",
    # pictures and tables for those who do not see them
    'the picture "{id}" has a caption and no alt': "画像「{id}」に、説明（caption）はありますが alt がありません。",
    "column {column} of the table has no title": "表の{column}列目に見出しがありません。",
    # figures
    "no such folder of figures": "数値のフォルダがありません。",
    'figure "{id}" stands twice': "数値「{id}」が2回書かれています。",
    '"{date}" is no date': "「{date}」は日付ではありません。",
    'the {key} of "{id}" takes more than one line': "「{id}」の {key} が2行以上あります。",
    '"{id}" ends like a year of a series': "「{id}」の終わりが、系列の年度指定と区別できません。",
    '"{year}" is no year': "「{year}」は年度ではありません。",
    'year {year} of "{id}" stands twice': "「{id}」の {year} が2回書かれています。",
    "year {year} stands twice": "{year} が2回書かれています。",
    'series "{id}" has no data': "系列「{id}」にデータがありません。",
    '"{id}" needs either a value or a formula': "「{id}」には value か formula のどちらか一方が必要です。",
    'the formula of "{id}" leads back to itself': "「{id}」の計算式が、自分自身に戻っています。",
    'the formula of "{id}" cannot be rounded to {step}': "「{id}」の計算式を {step} に丸められません。",
    '"{file}" leads outside the folder of figures': "「{file}」は数値のフォルダの外です。",
    "a series has either `data` or `csv`": "系列に書けるのは data か csv のどちらか一方です。",
    '"{file}" cannot be read: {problem:said}': "「{file}」を読めません。{problem}",
    '"{file}" cannot be read: not UTF-8': "「{file}」を読めません。文字コードがUTF-8ではありません。",
    "no CSV: {problem}": "CSVとして読めません（{problem}）。",
    'no column is called "{name}"': "「{name}」という列はありません。",
    'column "{name}" is missing': "列「{name}」がありません。",
    'column "{name}" stands twice': "列「{name}」が2つあります。",
    "{cells} cells in {columns} columns": "{columns}列の表に、{cells}個のセルがあります。",
    '"{value}" is neither true nor false': "「{value}」は true でも false でもありません。",
    '"{status}" is no status': "「{status}」という status はありません。",
    '"{value}" is no number': "「{value}」は数ではありません。",
    'no series named "{id}"': "「{id}」という系列はありません。",
    'no figure named "{id}"': "「{id}」という数値はありません。",
    # {{ … }}
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
    # what does not fit
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
    '"{name}" names no two blocks': "「{name}」は2つのブロックの組ではありません。",
    "this topic is {over} mm too high for page {page}": "このトピックは {page} ページに {over} mm 入りきりません。",
    "page {page} ends {spare} mm above its foot": "{page} ページの下に {spare} mm の余白が残っています。",
    "{pages} pages cannot be saddle-stitched: the number must be a multiple of 4": (
        "{pages} ページでは中綴じにできません（4の倍数にします）。"
    ),
    # print
    'no profile "{name}" in {folder}': "{folder} に「{name}」というプロファイルがありません。",
    '"{name}" is not the profile of a press ({kind})': (
        "「{name}」は印刷機（CMYK）のプロファイルではありません（{kind}）。"
    ),
    'the ink "{name}" takes {ink} %, the press {limit} %': (
        "インク「{name}」の総インキ量が {ink} ％です（上限 {limit} ％）。"
    ),
    # the style
    'no style "{name}" in {folder}': "{folder} に「{name}」というスタイルがありません。",
    'the style has no colours "{colour}"': "スタイルに「{colour}」という色の組がありません。",
    'the spot ink "{name}" has two colours in four inks': "特色「{name}」のCMYKの値が2通りあります。",
    '"{name}" is no name for a spot ink: to a press it means something of its own': (
        "「{name}」は印刷で別の意味をもつ名前で、特色には使えません。"
    ),
    '"{written}" is not a colour': "「{written}」は色として読めません。",
    'no ink is called "{ink}"': "「{ink}」というインクはありません。",
    '"{role}" is no share of an ink': "「{role}」はインクの濃さとして読めません。",
    'the style has no entry "{key}" under {group}': "スタイルの {group} に「{key}」がありません。",
    'no entry under {group} is called "{entry}"': "{group} に「{entry}」という項目はありません。",
    '"{key}" is below 0': "{key} が負の数です。",
    'the style has no text style "{name}"': "スタイルに、文字スタイル「{name}」がありません。",
    'no text style is called "{name}"': "「{name}」という文字スタイルはありません。",
    'no text style "{name}" to be like': "もとにする文字スタイル「{name}」がありません。",
    'text style "{name}" lacks {missing}': "文字スタイル「{name}」に {missing} がありません。",
    'no mark is called "{mark}"': "「{mark}」という記号はありません。",
    '"{feature}" is no OpenType feature': "「{feature}」というOpenType機能はありません。",
    'no block is called "{kind}"': "「{kind}」というブロックはありません。",
    'no text style "{name}" in the style sheet "{sheet}"': "スタイル「{sheet}」に文字スタイル「{name}」がありません。",
    'the style sheet "{sheet}" has no text style "body"': "スタイル「{sheet}」に文字スタイル body がありません。",
    "no style sheet: there is no styles/*.yaml here": "スタイルがありません（ここに styles/*.yaml がありません）。",
    # faces
    'no face "{file}" in the fonts folder': "書体のフォルダに「{file}」がありません。",
    'no face is called "{face}"': "「{face}」という書体はありません。",
    "cannot read this font file": "この書体ファイルは読めません。",
    "this file is not a font": "このファイルは書体ではありません。",
    'the face "{name}" cannot go into a PDF: {reason:said}': "書体「{name}」はPDFに入れられません。{reason}",
    "no face of {faces} has the character {shown:said}": "{faces} のどの書体にも、文字{shown}がありません。",
    'the face "{name}" has no glyph for "{text}"': "書体「{name}」に「{text}」の字形がありません。",
    # contrast
    'page {p}: "{text}" in {ink} on {on} has a contrast of {has}:1; {due}:1 is due': (
        "{p}ページの「{text}」：{on}に{ink}でコントラスト{has}:1（{due}:1必要）です。"
    ),
    # links within the PDF
    'no place is called "{name}"': "「{name}」というリンク先はありません。",
    'two places are called "{name}"': "「{name}」というリンク先が2つあります。",
    "page {number} cannot be read": "{number}ページを読み取れません。",
    # booklets
    "a booklet of no pages": "ページのない冊子は面付けできません。",
    "{pages} pages are not those of a booklet and one for each side of its sheets": (
        "{pages}ページでは、冊子のページと面付け用紙の面の数が合いません。"
    ),
    "pages 1 and {number} differ in size, a booklet's are all alike": (
        "1ページと{number}ページの大きさが違います。冊子のページはすべて同じ大きさにします。"
    ),
    "paper of {thickness} mm: a thickness is from 0 to 1 mm": "紙の厚さが {thickness} mm です（0〜1 mm）。",
    "a sheet of {width} × {height} mm is too small: {fitting} are needed": (
        "{width} × {height} mm の用紙では足りません（{fitting} 以上）。"
    ),
}

HINTS = {
    **drawing.HINTS,
    "name the ink as its maker does": "インキメーカーの番号で書いてください。",
    "give all inks of one name the same c/m/y/k": "同じ名前の特色には、同じCMYKの値を書いてください。",
    "take an output profile of CMYK": "CMYKの出力プロファイルを指定してください。",
    "put the profile into {folder}": "{folder} にプロファイルを置いてください。",
    "lower its parts, those of cyan, magenta and yellow first": "CMY を中心に、割合を下げてください。",
    **prepress.HINTS,
    **tagging.HINTS,
    'did you mean "{word}"?': "もしかして「{word}」？",
    "known: {names}{more}": "使えるもの：{names}{more}",
    # YAML files
    "split it into sections": "テーマごとのファイルに分けてください。",
    "save the file as UTF-8": "UTF-8で保存し直してください。",
    "in a spreadsheet save it as CSV UTF-8": "表計算ソフトで「CSV UTF-8」として保存してください。",
    "save it again as CSV UTF-8": "「CSV UTF-8」で保存し直してください。",
    "the first line names the columns": "1行目に列の名前を書いてください。",
    "put quotes around a cell with a comma": "カンマを含むセルは引用符で囲んでください。",
    "leave the cell of {column} empty for false": "当てはまらないときは {column} のセルを空にしてください。",
    'put quotes around text that holds " #"': "「 #」を含む文字列は、引用符で囲んでください。",
    'put quotes around text that begins with "*" or "&"': "「*」や「&」で始まる文字列は、引用符で囲んでください。",
    "close the quote or bracket that opens here": "ここで始まる引用符か括弧を閉じてください。",
    "write spaces instead of tabs": "タブを半角空白に替えてください。",
    "check the indentation, and put quotes around a value with a colon in it": (
        "字下げを確かめ、コロンを含む値は引用符で囲んでください。"
    ),
    'put quotes around text that begins with "{"': "「{」で始まる文章は引用符で囲んでください。",
    "write {number}: half-width digits, without commas": (
        "半角数字で、桁区切りのコンマなしで書いてください（{number}）。"
    ),
    "a number is written without commas": "数の桁区切りのコンマは書かないでください。",
    "write a half-width colon and a space": "半角の「:」と空白を書いてください。",
    "indent with half-width spaces": "字下げは半角空白で書いてください。",
    'put quotes around text that begins with "{{"': "「{{」で始まる文章は引用符で囲んでください。",
    'begin each entry with "- "': "項目を1つずつ「- 」で始めてください。",
    # the brochure, its sections, rows and blocks
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
    # inline marks: these have their Japanese with them
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
    # links, pictures and tables for those who do not see them
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
    # figures
    "first at {place}": "最初は {place} にあります。",
    "an ISO date (2023-04-01), a year (令5), or month and day of every year (04-01)": (
        "日付（2023-04-01）、年度（令5）、毎年の月日（04-01）のどれかを書いてください。"
    ),
    "write it in one line": "1行で書いてください。",
    "give the figure another name": "別の名前にしてください。",
    "write 平26, 令元, R5 or 2014": "平26、令元、R5、2014 のように書いてください。",
    "write 令和5年度, R5 or 2023": "令和5年度、R5、2023 のように書いてください。",
    '"{id}" is a single value': "「{id}」は系列でなく、1つの値です。",
    '"{id}" is a series; name a year, e.g. {same}[{year}]': (
        "「{id}」は系列です。{same}[{year}] のように年度を付けてください。"
    ),
    "years of {id}: {years}": "{id} の年度：{years}",
    'end with "}}"': "「}}」で閉じてください。",
    "year-month-day, e.g. 2023-04-01": "2023-04-01 のように年-月-日で書いてください。",
    "numbers go up to 1,000兆": "数は1,000兆までです。",
    "put a sign (+ − × ÷) or | between": "間に記号（＋ − × ÷）か | を入れてください。",
    # what does not fit
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
    "shorten its text, lower a chart, or part it in two topics": (
        "文章を短くするか、グラフを低くするか、トピックを2つに分けてください。"
    ),
    "make a picture higher, or give a topic more": "画像を高くするか、トピックの中身を増やしてください。",
    "add {missing} page{s}, or take {over} away": "{missing} ページ足すか、{over} ページ減らしてください。",
    # contrast
    'the ink "{role}" has {ratio}:1 there': "{role} にすれば {ratio}:1 です。",
    'the ink "{role}" has {ratio}:1 there; or set it bold from 14 pt, or from 18 pt': (
        "{role} にする（{ratio}:1）か、14 pt 以上の太字か18 pt 以上にしてください。"
    ),
    "give what is under it a lighter or a darker ink": "下の色を、もっと明るくするか暗くしてください。",
    # the style and its faces
    'write "#rrggbb c/m/y/k", e.g. "#1F3A5F 95/80/40/15" (per cent)': (
        "「#rrggbb c/m/y/k」（％）で書いてください。例：#1F3A5F 95/80/40/15"
    ),
    'write per cent, 0 to 100: "base@55"': "「base@55」のように、0～100の％で書いてください。",
    'or name a style with "like"': "または like でもとのスタイルを示してください。",
    'write it as in "text>picture"': "「text>picture」のように書いてください。",
    "write tags of four letters, such as palt or -kern": "palt や -kern のような4文字の名前を書いてください。",
    "only keys that end in {words} may be": "負にできるのは、名前が {words} で終わるものだけです。",
    "name one with --style": "--style で指定してください。",
    "run it in a project's folder": "冊子のフォルダで実行してください。",
    "the faces must be OpenType files (.ttf or .otf)": "書体はOpenType（.ttf か .otf）にしてください。",
    "use another face, or ask its maker for a licence that allows embedding": (
        "別の書体にするか、埋め込みのできる使用許諾を得てください。"
    ),
    "choose another character, or add a face that has it to the style's fonts": (
        "別の文字にするか、その文字のある書体をスタイルに足してください。"
    ),
    'write it as in "2024-03-29" or "2024-03-29T09:00:00+09:00"': (
        "2024-03-29 か 2024-03-29T09:00:00+09:00 のように書いてください。"
    ),
}

PARTS = {
    **drawing.PARTS,
    'a full-width "：" stands for ": "': "全角の「：」があります。",
    "a full-width space where only half-width ones may stand": "字下げに全角空白が使われています。",
    **tagging.PARTS,
    # what is expected, what was found
    '"{value}"': "「{value}」",
    "nothing": "空",
    "a mapping": "「項目: 値」の並び",
    "a mapping with {keys}": "{keys} などの項目",
    "a list": "「- 」で始まるリスト",
    "a key": "項目名",
    "a word": "語",
    "text": "文章",
    "a number": "数",
    "a whole number": "整数",
    "a whole number from 1": "1以上の整数",
    "true or false": "true か false",
    'a length (mm, or with a unit: "13.5Q", "0.9pt")': "長さ（mm、または 13.5Q や 0.9pt のような単位付き）",
    "a length {above:said}up to 5 m": "{above}5 m までの長さ",
    "above 0, ": "0より大きく",
    "one of {words}": "{words} のどれか",
    "one {what:said}, written as `kind: …`,": "「種類: …」の形の{what}1つ",
    'found "{word}"': "「{word}」",
    "found nothing": "空",
    "a bare number": "単位のない数",
    "reading": "読み",
    "base characters": "親文字",
    # sizes
    "{width} of {room} mm": "{width} mm、上限 {room} mm",
    "{width} × {height} mm in {across} × {down} mm": "枠 {across} × {down} mm に {width} × {height} mm",
    "picture and words of an opener take {tile} and {text} columns": "扉の画像と文章が合わせて{tile}＋{text}列です",
    ", with {free} more cell{s}": "（ほかに span のないセルが{free}つ）",
    # faces, inks
    '"{text}" ({codes})': "「{text}」（{codes}）",
    "it has no outlines this engine can embed (glyf or CFF)": "埋め込める字形（glyf か CFF）がありません。",
    "its licence bits forbid subsetting, and this engine embeds CFF outlines only as subsets": (
        "CFFの書体に要るサブセット化が許されていません。"
    ),
    "its licence bits allow only bitmaps to be embedded": "ビットマップの埋め込みしか許されていません。",
    "its licence bits forbid embedding (fsType: restricted)": "埋め込みが許されていません（fsType）。",
    'the nearest ink is "{ink}"; ': "近いインクは「{ink}」です。",
}

NOUNS = {  # names of things, put into messages by classes that serve several of them
    "block": "ブロック",
    "field": "分野",
    "icon": "アイコン",
    "picture": "画像",
    "section": "テーマ",
    "sheet": "ページ",
}
