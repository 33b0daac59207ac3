"""What is wrong in the writing of a YAML file, or in a node of it."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # the file
    "file-too-large": Row(
        "file is larger than {size} kB", "ファイルが大きすぎます（上限 {size} kB）。",
        "split it into sections", "テーマごとのファイルに分けてください。"),
    "file-missing": Row("no such file", "このファイルはありません。"),
    "file-outside": Row(
        '"{name}" lies outside {folder}', "「{name}」は {folder} の外です。",
        "put the file into {folder}", "{folder} に置いてください。"),
    "file-links-out": Row(
        '"{name}" is a link that leads outside the project', "「{name}」は、プロジェクトの外へのリンクです。",
        "put a copy of the file there", "ファイルの写しを置いてください。"),
    "file-link-broken": Row(
        '"{name}" is a link that leads nowhere', "「{name}」は、行き先のないリンクです。",
        "put a copy of the file there", "ファイルの写しを置いてください。"),
    "file-irregular": Row(
        '"{name}" is no file, but a folder, a pipe or a device',
        "「{name}」はファイルではなく、フォルダ、パイプ、デバイスのどれかです。",
        "put a file there", "ファイルを置いてください。"),
    "file-not-utf8": Row(
        "not UTF-8 text", "文字コードがUTF-8ではありません。",
        "save the file as UTF-8", "UTF-8で保存し直してください。"),
    "file-unreadable": Row("cannot be read: {problem}", "読めません。{problem}"),
    "file-empty": Row("file is empty", "ファイルが空です。"),
    # its characters
    "line-separator": Row(
        "U+{code:04X}, which YAML takes for the end of a line", "改行とみなされる文字 U+{code:04X} があります。",
        "delete it; where a line should end, type a newline", "消して、改行する所ではふつうの改行を入れてください。"),
    "bom-in-file": Row(
        "a byte order mark (U+FEFF) within the file", "ファイルの途中にBOM（U+FEFF）があります。",
        "delete it; files put together have one each", "消してください（複数のファイルをつなぐと途中に残ります）。"),
    # its syntax
    "line-loose": Row(
        "this line is neither an entry nor part of the text before it",
        "この行は、項目でも、前の行の文章の続きでもありません。",
        "indent it further than the key of that text; write an entry as `key: value`",
        "文章の続きなら、その項目名より深く字下げしてください。項目なら「項目: 値」と書いてください。"),
    "documents-two": Row(
        "a second document begins here, and a file holds one", "ここから2つ目の文書になっています。",
        'delete the line "---" or "..." before it, or make it a file of its own',
        "前の「---」か「...」の行を消すか、別のファイルに分けてください。"),
    "tag": Row(
        '"{tag}" is a tag of YAML, and tags are not taken', "「{tag}」はYAMLのタグです。タグは使えません。",
        'put quotes around text that begins with "!"; files cannot be included',
        "「!」で始まる文字列は引用符で囲んでください。ほかのファイルの取り込みはできません。"),
    "comment-in-text": Row(
        '"{word}" and what follows is a comment to YAML', "「{word}」から後ろは、YAMLではコメントになります。",
        'put quotes around text that holds " #"', "「 #」を含む文字列は、引用符で囲んでください。"),
    "alias": Row(
        "anchors and aliases (& and *) are not taken", "アンカーとエイリアス（& と *）は使えません。",
        'put quotes around text that begins with "*" or "&"', "「*」や「&」で始まる文字列は、引用符で囲んでください。"),
    "nested-too-deep": Row("nested more than {depth} deep", "入れ子が深すぎます（{depth}段まで）。"),
    "yaml-tab": Row(
        "YAML syntax: a tab where only spaces may stand", "タブがあります。ここに置けるのは半角空白だけです。",
        "write spaces instead of tabs", "タブを半角空白に替えてください。"),
    "yaml-star": Row(
        'YAML syntax: a value cannot begin with "{mark}"', "「{mark}」で値を始めることはできません。",
        'put quotes around text that begins with "*" or "&"', "「*」や「&」で始まる文字列は、引用符で囲んでください。"),
    "hyphen-in-text": Row(
        'a line that begins with "- " goes on the text before it', "「- 」で始まる行が、前の文章の続きになっています。",
        "there are no lists within lists; if it is text, put quotes around all of it",
        "リストの中にリストは置けません。文章なら全体を引用符で囲んでください。"),
    "yaml-wrong": Row("YAML syntax: {problem}", "YAMLの書き方に誤りがあります。{problem}"),
    # nodes
    "expected": Row("{wanted} expected, found {found}", "{wanted}を書いてください（今は{found}です）。"),
    "key-unknown": Row('unknown key "{key}"', "「{key}」という項目はありません。"),
    "key-missing": Row('key "{key}" is missing', "項目「{key}」がありません。"),
    "key-twice": Row('key "{key}" stands twice', "項目「{key}」が2回書かれています。"),
    "kind-unknown": Row('no {what} is called "{word}"', "「{word}」という{what}はありません。"),
    "text-empty": Row(
        "this text is empty", "文字がありません。",
        "write some words, or take the key away", "文字を書くか、項目ごと消してください。"),
    "list-empty": Row(
        "this list is empty", "このリストは空です。",
        'begin each entry with "- "', "項目を1つずつ「- 」で始めてください。"),
}  # fmt: skip
PARTS = {
    # slips of a Japanese keyboard
    "wide-colon": Row(
        'a full-width "：" stands for ": "', "全角の「：」があります。",
        "write a half-width colon and a space", "半角の「:」と空白を書いてください。"),
    "wide-space": Row(
        "a full-width space where only half-width ones may stand", "字下げに全角空白が使われています。",
        "indent with half-width spaces", "字下げは半角空白で書いてください。"),
    "strange-space": Row(
        "U+{code:04X} where only half-width spaces may stand", "字下げに半角空白でない空白 U+{code:04X} があります。",
        "write half-width spaces instead", "半角空白に替えてください。"),
    "colon-without-space": Row(
        'a space is missing behind ":"', "「:」のあとに半角空白がありません。",
        'write "key: value"', "「項目: 値」のように空けてください。"),
    "hyphen-without-space": Row(
        'a space is missing behind "-"', "「-」のあとに半角空白がありません。",
        'begin each entry with "- "', "項目を1つずつ「- 」で始めてください。"),
    # what is expected, what was found
    "quoted": Row('"{text}"', "「{text}」"),
    "nothing": Row("nothing", "空"),
    "mapping": Row("a mapping", "「項目: 値」の並び"),
    "mapping-with": Row("a mapping with {keys}", "{keys} などの項目"),
    "list": Row("a list", "「- 」で始まるリスト"),
    "key": Row("a key", "項目名"),
    "word": Row("a word", "語"),
    "text": Row("text", "文章"),
    "number": Row("a number", "数"),
    "whole-number": Row("a whole number", "整数"),
    "count": Row("a whole number from 1", "1以上の整数"),
    "flag": Row("true or false", "true か false"),
    "length": Row(
        'a length (mm, or with a unit: "13.5Q", "0.9pt")', "長さ（mm、または 13.5Q や 0.9pt のような単位付き）"),
    "length-in-range": Row("a length up to 5 m", "5 m までの長さ"),
    "positive-length-in-range": Row("a length of 0.01 mm to 5 m", "0.01 mm から 5 m までの長さ"),
    "one-of": Row("one of {words}", "{words} のどれか"),
    "one-kind": Row("one {what}, written as `kind: …`,", "「種類: …」の形の{what}1つ"),
    "block": Row("block", "ブロック"),
    "sheet": Row("sheet", "ページ"),
    # hints
    "did-you-mean": Row('did you mean "{word}"?', "もしかして「{word}」？"),
    "known": Row("known: {names}{more}", "使えるもの：{names}{more}"),
    "quote-braces": Row(
        'put quotes around text that begins with "{{{{"', "「{{{{」で始まる文章は引用符で囲んでください。"),
    "quote-ruby": Row('put quotes around text that begins with "{{"', "「{{」で始まる文章は引用符で囲んでください。"),
    "part-entries": Row(
        'part entries with ", ", and put quotes around text with a comma or bracket in it',
        "項目は「, 」で区切り、コンマや括弧を含む文字列は引用符で囲んでください。"),
    "quote-comma": Row("put quotes around text with a comma in it", "コンマを含む文字列は引用符で囲んでください。"),
    "take-space-away": Row(
        "U+{code:04X} stands in it; take it away", "U+{code:04X} が入っています。消してください。"),
    "quote-sign": Row(
        'put quotes around text that begins with "{sign}"', "「{sign}」で始まる文字列は引用符で囲んでください。"),
    "quote-whole": Row(
        "quotes go around the whole value, and a quote within them is doubled or \\\"",
        "引用符は値の全体を囲みます。中の引用符は「''」か「\\\"」と書いてください。"),
    "wide-sign": Row(
        'signs of YAML are half-width; "{sign}" is not', "「{sign}」は、YAMLの記号なら半角で書いてください。"),
    "write-space": Row(
        'write a space behind ":"', "「:」のあとに半角空白を入れてください。"),
    "close-what-opens": Row("close the quote or bracket that opens here", "ここで始まる引用符か括弧を閉じてください。"),
    "check-indentation": Row(
        "check the indentation, and put quotes around a value with a colon in it",
        "字下げを確かめ、コロンを含む値は引用符で囲んでください。"),
    "plain-number": Row(
        "write {number}: half-width digits, without commas",
        "半角数字で、桁区切りのコンマなしで書いてください（{number}）。"),
    "number-quoted": Row(
        "take away the quotes: {number}", "引用符を外してください（{number}）。"),
    "number-and-unit": Row(
        'write the number alone: {number}, without "{around}"',
        "「{around}」なしで、数だけを書いてください（{number}）。"),
    "comma-groups": Row(
        "commas part groups of three digits; a decimal point is a full stop: 99.5",
        "コンマは3桁ごとの区切りです。小数点は 99.5 のようにピリオドで書いてください。"),
    "number-form": Row(
        "write half-width digits, as in 1234.5", "1234.5 のように、半角数字だけで書いてください。"),
    "no-commas": Row("a number is written without commas", "数の桁区切りのコンマは書かないでください。"),
    "list-entries": Row('begin each entry with "- "', "項目を1つずつ「- 」で始めてください。"),
}  # fmt: skip
