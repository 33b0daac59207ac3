"""What is wrong in a brochure and its sections as a whole: files, ids, the cover, the grid, links, titles of tables."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # the file
    "brochure-is-section": Row(
        "a section, not the file of a brochure", "これはテーマのファイルで、冊子のファイルではありません。"),
    "brochure-is-folder": Row("a folder, not the file of a brochure", "冊子のファイルでなく、フォルダです。"),
    "section-missing": Row(
        'no section file "{file}" in {folder}', "{folder} に、テーマのファイル「{file}」がありません。"),
    # its head
    "id-wrong": Row(
        '"{id}" is not an id', "「{id}」はidとして使えません。",
        "small letters, digits and hyphens: the id becomes the file's name",
        "PDFのファイル名になるので、英小文字・数字・ハイフンだけで書いてください。"),
    "id-too-long": Row(
        "an id of {length} characters is too long for a file's name", "idが{length}字で、ファイル名には長すぎます。",
        "{longest} characters at most", "{longest}字までにしてください。"),
    "date-wrong": Row(
        '"{date}" is not a date', "「{date}」は日付ではありません。",
        "write year-month-day, e.g. 2024-03-31", "2024-03-31 のように年-月-日で書いてください。"),
    "language-tag-wrong": Row(
        '"{tag}" is not a language tag', "「{tag}」は言語の指定ではありません。",
        'write it as in "ja-JP"', "「ja-JP」のように書いてください。"),
    "title-of-paragraphs": Row(
        "a title takes one paragraph", "題名は1段落で書いてください。",
        "write it without an empty line; one newline ends a line", "空行を入れずに書いてください（改行は1つ）。"),
    "heading-missing": Row(
        "icon and figure belong to a heading, which is missing",
        "icon と figure は heading に付くものですが、heading がありません。",
        "give the topic a heading, or take them away", "heading を書くか、どちらも消してください。"),
    "id-twice": Row(
        'two {what} are called "{id}"', "「{id}」という{what}が2つあります。",
        "the other is at {place}", "もう1つは {place} にあります。"),
    "field-unknown": Row('no field is called "{field}"', "「{field}」という分野（fields）はありません。"),
    # pages
    "page-twice": Row(
        'the page "{name}" stands twice', "「{name}」のページが2つあります。", "take one away", "1つにしてください。"),
    "mosaic-uneven": Row(
        "this row of the mosaic has {cells} cells, the first has {wide}",
        "モザイクのこの行は{cells}マスです（1行目は{wide}マス）。"),
    "mosaic-section-unknown": Row('no section has the number "{number}"', "番号「{number}」のテーマはありません。"),
    "mosaic-not-square": Row(
        'the cells of "{number}" do not fill one square', "「{number}」のマスが正方形になっていません。",
        "its picture is square", "画像が正方形のためです。"),
    # the grid
    "topic-span-wrong": Row(
        "the topic's span is {span}", "トピックの span が {span} になっています。",
        "spans go from 1 to {columns}", "span は1から{columns}までです。"),
    "cell-span-wrong": Row(
        "the cell's span is {span}", "セルの span が {span} になっています。",
        "spans go from 1 to {columns}", "span は1から{columns}までです。"),
    "spans-too-wide": Row(
        "the spans of this row add up to {sum}{more}", "この行の span の合計が {sum} です{more}。",
        "the topic is {width} columns wide", "このトピックの幅はグリッドの{width}列です。"),
    "bleed-beside-others": Row(
        "a picture that bleeds must stand alone over the whole width", "裁ち落としの画像は、全幅に1つだけで置きます。",
        "give it a row of its own in a topic without span, or take its bleed away",
        "span のないトピックで行を分けるか、bleed を外してください。"),
    # links
    "place-unknown": Row('no place is called "{name}"', "「{name}」というリンク先はありません。"),
    "link-vague": Row(
        'the link says only "{words}"', "リンクの文字が「{words}」だけです。",
        "name where it leads", "どこへのリンクかがわかる言葉にしてください。"),
    "links-alike": Row(
        'two links say "{words}" and lead to different places',
        "同じ「{words}」というリンクが、別々の所に通じています。",
        "name where each leads; the other is at {place}",
        "どこへのリンクかがわかるように書き分けてください。もう1つは {place} です。"),
    # for who cannot see the page
    "alt-missing": Row(
        'the picture "{id}" has a caption and no alt', "画像「{id}」に、説明（caption）はありますが alt がありません。",
        "say in `alt` what it shows; without a caption it would be decoration",
        "何の絵かを alt に書いてください（caption がなければ飾りとして扱います）。"),
    "column-untitled": Row(
        "column {column} of the table has no title", "表の{column}列目に見出しがありません。",
        "say what its cells are; only the corner over the row titles may be empty",
        "何の列かを書いてください。空でよいのは、行見出しの上の左上のマスだけです。"),
}  # fmt: skip
PARTS = {
    "fields": Row("fields", "分野"),
    "sections": Row("sections", "テーマ"),
    "places": Row("places", "リンク先"),
    "and-cells-without": Row(", with {cells} more without a span", "（ほかに span のないセルが{cells}つ）"),
    # hints
    "name-the-brochure": Row(
        "name the brochure's file, as in: report build data/brochure.yaml",
        "report build data/brochure.yaml のように、冊子のファイルを指定してください。"),
    "section-numbers": Row("they go from 01 to {last}", "番号は01から{last}までです。"),
}  # fmt: skip
