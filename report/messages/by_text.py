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
    "{file}: the file asks for a password": "{file}：パスワードがかかっています。",
    "a folder, not a PDF": "PDFでなく、フォルダです。",
    "{file}: this PDF has no pages": "{file}：ページのないPDFです。",
    "{file}: this is no PDF that can be read": "{file}：PDFとして読めません。",
    "{file}: there is no page {page}": "{file}：{page}ページはありません。",
    "a device colour that the output intent does not speak for": "出力インテントに合わないデバイスカラーです。",
    "CMYK is tagged with the output intent's own profile": "CMYKに出力インテントと同じプロファイルが付いています。",
    "one spot colour is defined in two ways": "同じ名前の特色に、2通りの定義があります。",
    "RGB or Lab in a file for four inks": "RGBかLabのカラーが残っています。",
    "gray with a calibration of its own": "プロファイル付きのグレーです。",
    "text in a black of several inks": "文字が墨1色でなく、掛け合わせの黒（リッチブラック）です。",
    "small text in three inks or more": "小さな文字が3色以上の掛け合わせです。",
    "registration colour within the trim": "仕上がりの内側に、全版の色（レジストレーション）があります。",
    "white is set to overprint and will vanish": "白がオーバープリントになっていて、消えます。",
    "small black text knocks out": "小さな墨文字がノックアウト（抜き合わせ）になっています。",
    "a colour space that cannot be read": "読めないカラースペースです。",
    "a font is not embedded": "フォントが埋め込まれていません。",
    "a Type 3 font": "Type 3 フォントです。",
    "a line thinner than 0.25 pt": "0.25 pt より細い線（ヘアライン）です。",
    "white text smaller than 6 pt": "6 pt 未満の白抜き文字です。",
    "an image whose data are damaged": "画像のデータが壊れているか、途中で切れています。",
    "an image of low resolution": "画像の解像度が足りません。",
    "an image of needless resolution": "画像の解像度が必要以上に高くなっています。",
    "an object within 3 mm of the trim": "仕上がり線から 3 mm 以内に、図版や線があります。",
    "text within 3 mm of the trim": "文字が仕上がり線から 3 mm 以内にあります。",
    "paint that reaches the trim ends before the bleed's edge, and paper shows": (
        "塗り足しが足りず、断裁がずれると紙の白が出ます。"
    ),
    "paint that reaches the trim ends before the bleed's edge, and other paint shows": (
        "塗り足しが足りず、断裁がずれると下の色が出ます。"
    ),
    "a shape or a detail crosses the trim and ends within the bleed": (
        "図形や絵の一部が、塗り足しの途中で終わっています。"
    ),
    "the page has no TrimBox and no ArtBox": "TrimBox（仕上がりサイズ）も ArtBox もありません。",
    "the page has both a TrimBox and an ArtBox": "TrimBox と ArtBox が両方あります。",
    "the page has no MediaBox": "MediaBox がありません。",
    "page boxes do not lie within one another": "ページボックスの入れ子が正しくありません。",
    "a page box without area": "ページボックスに面積がありません。",
    "the CropBox hides a part of the bleed": "CropBox が塗り足しの一部を隠しています。",
    "the page has no BleedBox": "BleedBox がありません。",
    "the bleed is narrower than 3 mm": "塗り足しが 3 mm 未満です。",
    "the page is turned": "ページに回転の指定があります。",
    "the page's unit is not the point": "ページの単位（UserUnit）が 1 pt ではありません。",
    "the page differs in size from most": "ほかのページと仕上がりサイズが違います。",
    "nothing is painted within the trim": "仕上がりの中に何も印刷されません（白紙）。",
    "the PDF version is newer than 1.6": "PDFのバージョンが 1.6 より新しいものです。",
    "the file is encrypted": "ファイルが暗号化されています。",
    "LZW compression": "LZW圧縮が使われています。",
    "data or pages of another file": "ほかのファイルのデータかページを参照しています。",
    "a PostScript XObject": "PostScript XObject があります。",
    "an image has alternates": "画像に代替画像（Alternates）があります。",
    "OPI: an image stands for another file": "OPI：別のファイルと差し替わる画像です。",
    "a transfer curve": "トランスファーカーブ（転写関数）があります。",
    "a halftone's origin is set": "網点の原点（HTP）が指定されています。",
    "a halftone of another type than 1 or 5": "1と5以外の種類の網点（HalftoneType）です。",
    "an unknown blend mode": "規格にない描画モードです。",
    "transparency is blended in colours that the output intent does not speak for": (
        "透明の合成カラースペースが、出力インテントに合いません。"
    ),
    "an annotation within the bleed": "塗り足しより内側に注釈（リンクなど）があります。",
    "actions or JavaScript": "アクションか JavaScript があります。",
    "layers whose visibility depends on the viewer": "見る側の条件で表示が変わるレイヤーがあります。",
    "an XFA form": "XFAフォームがあります。",
    "alternate presentations": "代替プレゼンテーションがあります。",
    "files are attached, which nobody prints": "添付ファイルがあります（印刷されません）。",
    "no PDF/X output intent": "PDF/X の出力インテントがありません。",
    "more than one PDF/X output intent": "PDF/X の出力インテントが2つ以上あります。",
    "the output intent has no profile": "出力インテントにプロファイルがありません。",
    "the output intent's profile is of no output device, or for other colours than it says": (
        "出力インテントのプロファイルが、印刷用でないか、色数が合いません。"
    ),
    "the output intent does not say which printing condition it is": "出力インテントに印刷条件の名前がありません。",
    "the output intent's printing condition is in no registry and not described": (
        "出力インテントの印刷条件に、登録先も説明もありません。"
    ),
    "output intents with different profiles": "出力インテントごとにプロファイルが違います。",
    "no XMP packet that can be read": "XMPメタデータがないか、読めません。",
    "the file does not claim PDF/X-4": "PDF/X-4 であるという記載がありません。",
    "an XMP property is missing": "XMPの項目が足りません。",
    "Info and XMP disagree": "文書情報（Info）とXMPの内容が違います。",
    "the trailer has no ID": "トレーラーに ID がありません。",
    "the file does not say whether it is trapped": "トラッピングの有無が書かれていません。",
    "Info and XMP disagree about trapping": "トラッピングの有無が、InfoとXMPで違います。",
    "content that cannot be read; it was not looked at": "読めない内容があり、その部分は調べていません。",
    "this could not be checked: the file's objects are not what they should be": (
        "ファイルの構造が正しくないため、調べられませんでした。"
    ),
    "the number of pages does not suit saddle stitching": "ページ数が中綴じに合いません。",
    "more ink than the press can dry": "インキ総量が多すぎます。",
    "a provisional figure would be printed": "仮の値が印刷されます。",
    "a provisional figure in a file that is given to the press as final": "下版の指定ですが、仮の値が残っています。",
    "this PDF has no tags": "このPDFにはタグがありません。",
    "this PDF opens only with a password": "このPDFを開くにはパスワードが要ります。",
    "this is not a PDF file, or it is damaged": "PDFではないか、壊れたファイルです。",
    "there is no page {page}": "{page}ページはありません。",
    "tags nested more than {depth} deep": "タグの入れ子が深すぎます（{depth}段まで）。",
    "a tag stands in two places of the tree, or within itself": "1つのタグが2か所にあるか、自分自身の中にあります。",
    "a kid of a tag is neither a tag nor content": "タグの中に、タグでも内容でもないものがあります。",
    "the file does not say that it is tagged": "タグ付きのファイルであることが書かれていません。",
    "the file doubts its own tags": "タグが疑わしいと、ファイル自身が書いています。",
    "the file has no language": "ファイルの言語が書かれていません。",
    "a tag's language is none": "タグに書かれた言語が、言語の名前ではありません。",
    "the window shows the file's name instead of its title": "ウィンドウに、題名でなくファイル名が出ます。",
    "the file does not claim PDF/A-2a": "PDF/A-2a に沿うことが書かれていません。",
    "the file does not claim PDF/UA-1": "PDF/UA-1 に沿うことが書かれていません。",
    "XMP does not describe a schema that PDF/A does not know": "PDF/A の知らないスキーマの説明が XMP にありません。",
    "XMP has no title": "XMP に題名がありません。",
    "no PDF/A output intent with a profile": "プロファイルのある PDF/A の出力インテントがありません。",
    "the file holds JavaScript": "JavaScript が入っています。",
    "an action does more than lead somewhere": "移動のほかの動作（Launch など）が入っています。",
    "something happens by itself as a page or the file opens": "開いたときなどに自動で起こる動作（AA）があります。",
    "a setting of layers has no name": "レイヤーの設定に名前がありません。",
    "layers are shown and hidden by themselves": "レイヤーが自動で切り替わる設定（AS）になっています。",
    "a stream is packed with LZW": "LZW で圧縮されたデータがあります。",
    "something is painted that is neither tagged nor an artifact": "タグも「飾り」の印もない文字や絵があります。",
    "content is marked, but no tag takes it": "印はあるのに、どのタグにも入っていない内容があります。",
    "a tag takes content that is not there": "タグが指す内容がありません。",
    "two tags take the same content": "1つの内容が2つのタグに入っています。",
    "a form with tagged content is painted more than once": "タグ付きの内容を持つフォームが何度も描かれています。",
    "an artifact lies within tagged content": "タグ付きの内容の中に「飾り」があります。",
    "tagged content lies within an artifact": "「飾り」の中にタグ付きの内容があります。",
    "marks begin and do not end, or end twice": "印の始めと終わりが合いません。",
    "a content stream cannot be read, or names what is not there": "ページの内容が読めないか、ないものを指しています。",
    "the tag tree is broken": "タグの構造が壊れています。",
    "the parent tree does not lead from marked content to the tag that takes it": (
        "内容から、それの入るタグへたどれません（ParentTree）。"
    ),
    "the parent tree does not lead from an annotation to its tag": "注釈から、そのタグへたどれません（ParentTree）。",
    "a role is not standard and stands for none that is": "標準でない役割が、標準の役割に対応づけられていません。",
    "roles stand for one another in a circle": "役割の対応づけが循環しています。",
    "a standard role is mapped to another": "標準の役割が、ほかの役割に置きかえられています。",
    "headings skip a level": "見出しのレベルがとんでいます。",
    "headings are both H and H1 to H6": "見出しに H と H1〜H6 が混ざっています。",
    "a heading says nothing": "見出しに文字がありません。",
    "a picture is not described": "図に代わりの文章（Alt）がありません。",
    "a picture does not say where it lies": "図の位置（BBox）が書かれていません。",
    "a formula is not described": "数式に代わりの文章（Alt）がありません。",
    "a tag stands where it may not": "タグが、あってはならない場所にあります。",
    "a tag holds what it may not": "タグの中に、入ってはならないものがあります。",
    "ruby without its base or its reading": "ルビに親文字か読みがありません。",
    "a table's rows differ in width, or cells overlap": "表の行の列数がそろっていないか、セルが重なっています。",
    "a header cell does not say what it heads": "見出しのセルが、何の見出しか分かりません。",
    "a cell names a header that is not in its table": "セルの指す見出しが、表の中にありません。",
    "a note has no ID of its own": "注に固有のIDがありません。",
    "a link is in no Link tag": "リンクが Link タグに入っていません。",
    "an annotation is in no tag of its kind": "注釈が、種類に合うタグに入っていません。",
    "a link does not say where it leads": "リンクに、行き先の説明がありません。",
    "the tab key does not follow the tags": "Tabキーの順序がタグの順序になっていません。",
    "an annotation is hidden or not printed": "隠れているか印刷されない注釈があります。",
    "an annotation has no look of its own": "注釈に見た目（AP）がありません。",
    "a font does not say which glyph a code means": "文字コードから字形への対応が、フォントにありません。",
    "a code is shown that stands for no character": "どの文字か分からない字があります（ToUnicode）。",
    "a code stands for what is no character": "文字でないものに対応する字があります（ToUnicode）。",
    "text is shown that the font has no glyph for": "フォントに字形のない文字があります。",
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
    "page {number} cannot be read": "{number}ページを読み取れません。",
}
HINTS = {
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
    "save it again": "保存し直してください。",
    "every row of a pattern has as many ornaments": "どの行も同じ数にしてください。",
    'write "shape ground one two", and a turn if need be': "「形 地 色1 色2」と、必要なら向きを書いてください。",
    "write 90, 180 or 270 (degrees clockwise)": "90、180、270（右回りの度数）のどれかを書いてください。",
    "pages: 1 to {count}": "ページは1〜{count}です。",
    "save it again without encryption": "暗号化を外して保存しなおしてください。",
    "export it again; a download or a copy may have broken off": "書き出しなおしてください（途中で切れたかも）。",
    "convert it to the intent's colours, or give it a profile": "インテントの色に変換するか、プロファイルを付けます。",
    "leave it as DeviceCMYK": "DeviceCMYK のままにします。",
    "define it once: one alternate space, one tint transform": "代替カラーと濃度変換の定義を1つにそろえます。",
    "convert it to CMYK before the file is made, where the result can be judged": (
        "色を確かめられる制作側で、CMYKに変換してください。"
    ),
    "use the black ink (K) alone": "墨（K）だけで指定します。",
    "set it in K100": "K100 にします。",
    "use two inks, or a larger size": "2色以内にするか、文字を大きくします。",
    "let it knock out": "ノックアウトにします。",
    "let K100 overprint: OP and op true, OPM 1, in DeviceCMYK": (
        "K100 をオーバープリントにします（DeviceCMYK、OP・op は true、OPM は 1）。"
    ),
    "export the file again": "ファイルを書き出しなおしてください。",
    "embed it when the file is made": "書き出しのときに埋め込みます。",
    "use an outline font, or outlines": "アウトラインフォントを使うか、アウトライン化します。",
    "make it 0.25 pt or more": "0.25 pt 以上にします。",
    "enlarge it, or set it in a dark ink on a light ground": "大きくするか、明るい地に濃い色で組みます。",
    "300 ppi at the size it is printed (800 ppi for one-bit images): use a larger original, or print it smaller": (
        "原寸で 300 ppi（モノクロ2階調は 800 ppi）必要です。大きな原稿を使うか、小さく載せます。"
    ),
    "600 ppi at the size it is printed is enough (2400 ppi for one-bit images)": (
        "原寸で 600 ppi（モノクロ2階調は 2400 ppi）あれば十分です。"
    ),
    "move it inwards, or let it run on to the edge of the BleedBox": "内側に移すか、BleedBox の端まで塗り足します。",
    "move it inwards: cutting is true to a millimetre or so": "内側に移します。断裁には 1 mm ほどのずれがあります。",
    "let it run on to the edge of the BleedBox": "BleedBox の端まで塗り足します。",
    "let it run on to the edge of the BleedBox, unless its edge is meant to show": (
        "端を見せる意図がなければ、BleedBox の端まで塗り足します。"
    ),
    "give it a TrimBox: the size after cutting": "TrimBox を付けます。",
    "take the ArtBox away": "ArtBox を消します。",
    "TrimBox within BleedBox within MediaBox": "TrimBox、BleedBox、MediaBox の順に大きくします。",
    "make it as large as the MediaBox, or leave it out": "MediaBox と同じ大きさにするか、消します。",
    "make the BleedBox 3 mm larger than the TrimBox on all sides": "BleedBox を TrimBox より四方 3 mm 大きくします。",
    "turn its content, and take Rotate away": "内容を回し、Rotate を消します。",
    "take UserUnit away": "UserUnit を消します。",
    "give all pages one TrimBox; a booklet's folded sheets are looked at with --sheets": (
        "全ページの TrimBox をそろえます。面付けした台は --sheets を付けて検査します。"
    ),
    "tell the printer if the page is meant to be empty": "わざと白紙にしたときは、印刷会社に伝えてください。",
    "save it as PDF 1.6": "PDF 1.6 で保存します。",
    "save it without passwords and permissions": "パスワードと権限の設定を外して保存します。",
    "compress with Flate": "Flate圧縮にします。",
    "put them into this file": "このファイルの中に入れます。",
    "replace it with what it paints": "描かれるもの自体に置きかえます。",
    "put the image in again": "画像を配置しなおします。",
    "give it inks of its own; registration is for marks": "通常のインキに変えます。全版の色はトンボだけのものです。",
    "take Alternates away": "Alternates を消します。",
    "put the fine image into this file": "高解像度の画像をこのファイルに入れます。",
    "take away TR, TransferFunction, and TR2 unless it is Default: curves belong to the press": (
        "TR と TransferFunction、Default 以外の TR2 を消します。"
    ),
    "take HTP away": "HTP を消します。",
    "take HT away": "HT を消します。",
    "use a blend mode of PDF 1.6": "PDF 1.6 の描画モードを使います。",
    "blend in the intent's colours": "インテントの色で合成します。",
    "take it away, or move it outside the BleedBox": "消すか、BleedBox の外に移します。",
    "take them away": "消します。",
    "take AS away, and keep the default configuration": "AS を消し、既定の構成（D）を残します。",
    "flatten the form": "フォームを統合して、ただの内容にします。",
    "add one: S GTS_PDFX, with the profile of the press": "印刷条件のプロファイルを付けて追加します。",
    "keep one": "1つだけ残します。",
    "embed the ICC profile of the press": "印刷条件のICCプロファイルを埋め込みます。",
    "use a profile of class prtr for CMYK, gray or RGB": "CMYK・グレー・RGBの出力用（prtr）プロファイルを使います。",
    "write OutputConditionIdentifier, for example FOGRA39": "OutputConditionIdentifier を書きます（FOGRA39 など）。",
    "write RegistryName, or describe the condition in Info": "RegistryName か、Info に説明を書きます。",
    "let them share one profile": "同じプロファイルにそろえます。",
    "write one": "書き加えます。",
    "write pdfxid:GTS_PDFXVersion PDF/X-4 into XMP": "XMPの pdfxid:GTS_PDFXVersion に PDF/X-4 と書きます。",
    "write it": "書き加えます。",
    "write both from one source": "同じ内容から両方を書きます。",
    "save the file again": "保存しなおしてください。",
    "write Trapped False (or True) into Info": "Info の Trapped に False か True を書きます。",
    "write pdf:Trapped into XMP, as in Info": "XMPの pdf:Trapped を Info と同じにします。",
    "add pages up to a multiple of four": "4の倍数になるまでページを足します。",
    "take out colour and put black in its place": "色を減らし、その分を墨に置きかえます（GCR）。",
    "put in the published figure, or set the stage to proof": (
        "公表された値を入れるか、stage を proof（校正）に戻します。"
    ),
    "put in the published figure, or take it out": "公表された値を入れるか、載せないようにします。",
    "without tags, a screen reader can only guess": "タグがないと、読み上げの順序も見出しなどの役割も伝わりません。",
    "save a copy without the password": "パスワードのない写しを保存してください。",
    "the file has {pages} pages": "このファイルは{pages}ページです。",
    "set Marked in MarkInfo": "MarkInfo の Marked を true にしてください。",
    "take Suspects out of MarkInfo": "MarkInfo から Suspects を除いてください。",
    "set Lang in the catalogue, for example ja": "カタログの Lang に、ja などの言語を書いてください。",
    "write it as in ja or en-US": "ja や en-US のように書いてください。",
    "set DisplayDocTitle in ViewerPreferences": "ViewerPreferences の DisplayDocTitle を true にしてください。",
    "write pdfaid into XMP": "XMP に pdfaid を書いてください。",
    "write pdfuaid into XMP": "XMP に pdfuaid を書いてください。",
    "write pdfaExtension:schemas into XMP": "XMP に pdfaExtension:schemas を書いてください。",
    "write dc:title": "dc:title を書いてください。",
    "add one, with sRGB": "sRGB のものを加えてください。",
    "add an output intent for it, or name a profile": "合う出力インテントかプロファイルを加えてください。",
    "take it out": "除いてください。",
    "take AA out": "AA を除いてください。",
    "take AS out of OCProperties": "OCProperties から AS を除いてください。",
    "write Name": "Name を書いてください。",
    "pack it with Flate": "Flate で圧縮してください。",
    "tag it, or mark it as an artifact": "タグに入れるか、飾り（Artifact）の印を付けてください。",
    "give it to a tag": "タグに入れてください。",
    "take the reference out": "その参照を除いてください。",
    "give it to one": "1つのタグだけに入れてください。",
    "paint it once": "1度だけ描いてください。",
    "end the mark before it": "その前で印を終えてください。",
    "end the artifact before it": "その前で飾り（Artifact）を終えてください。",
    "pair BDC and EMC": "BDC と EMC を対にしてください。",
    "write each tag once, within one other": "どのタグも、1つのタグの中に1度だけ書いてください。",
    "write ParentTree anew": "ParentTree を書きなおしてください。",
    "write StructParent and ParentTree anew": "StructParent と ParentTree を書きなおしてください。",
    "map it in RoleMap": "RoleMap で標準の役割に対応づけてください。",
    "map each to a standard role": "それぞれ標準の役割に対応づけてください。",
    "take it out of RoleMap": "RoleMap から除いてください。",
    "begin with H1 and go down one level at a time": "H1 から始め、1段ずつ下げてください。",
    "use one kind": "どちらかにそろえてください。",
    "give it words, or take it out": "文字を入れるか、見出しを除いてください。",
    "write Alt, or make it an artifact": "Alt を書くか、飾り（Artifact）にしてください。",
    "write BBox of owner Layout": "Layout の BBox を書いてください。",
    "write Alt": "Alt を書いてください。",
    "put it into the tag it belongs to": "入るべきタグの中に置いてください。",
    "put that into a tag of its own kind": "種類に合うタグに入れてください。",
    "write both RB and RT": "RB と RT の両方を書いてください。",
    "fill every row": "どの行も同じ列数にしてください。",
    "write Scope, or name it in the Headers of cells": "Scope を書くか、セルの Headers で指してください。",
    "write the header's ID": "見出しのセルのIDを書いてください。",
    "write an ID that no other tag has": "ほかのタグにないIDを書いてください。",
    "refer to it by OBJR in one": "そのタグから OBJR で指してください。",
    "write Contents": "Contents を書いてください。",
    "write Tabs S into the page": "ページに Tabs S を書いてください。",
    "set F to 4": "F を 4 にしてください。",
    "write its appearance, AP": "見た目（AP）を書いてください。",
    "embed it": "埋め込んでください。",
    "write CIDToGIDMap": "CIDToGIDMap を書いてください。",
    "write it into ToUnicode": "ToUnicode に書いてください。",
    "take U+0000, U+FEFF and U+FFFE out of ToUnicode": "ToUnicode から U+0000、U+FEFF、U+FFFE を除いてください。",
    "set it in another font": "ほかの書体で組んでください。",
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
