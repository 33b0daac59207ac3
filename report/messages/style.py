"""What is wrong in a style sheet, or with its faces."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # the sheet
    "style-unknown": Row('no style "{name}" in {folder}', "{folder} に「{name}」というスタイルがありません。"),
    "colours-unknown": Row('the style has no colours "{colour}"', "スタイルに「{colour}」という色の組がありません。"),
    "text-style-missing": Row(
        'the style has no text style "{name}"', "スタイルに、文字スタイル「{name}」がありません。"),
    "text-style-unknown": Row('no text style is called "{name}"', "「{name}」という文字スタイルはありません。"),
    "like-unknown": Row('no text style "{name}" to be like', "もとにする文字スタイル「{name}」がありません。"),
    "text-style-incomplete": Row(
        'text style "{name}" lacks {missing}', "文字スタイル「{name}」に {missing} がありません。",
        'or name a style with "like"', "または like でもとのスタイルを示してください。"),
    "entry-missing": Row(
        'the style has no entry "{key}" under {group}', "スタイルの {group} に「{key}」がありません。"),
    "entry-unknown": Row('no entry under {group} is called "{entry}"', "{group} に「{entry}」という項目はありません。"),
    "below-zero": Row(
        '"{key}" is below 0', "{key} が負の数です。",
        "only keys that end in {words} may be", "負にできるのは、名前が {words} で終わるものだけです。"),
    "mark-unknown": Row('no mark is called "{mark}"', "「{mark}」という記号はありません。"),
    "feature-unknown": Row(
        '"{feature}" is no OpenType feature', "「{feature}」というOpenType機能はありません。",
        "write tags of four letters, such as palt or -kern", "palt や -kern のような4文字の名前を書いてください。"),
    "pair-wrong": Row(
        '"{pair}" names no two blocks', "「{pair}」は2つのブロックの組ではありません。",
        'write it as in "text>picture"', "「text>picture」のように書いてください。"),
    # its rules
    "chart-scales-wrong": Row(
        "lowest-charts is above 0 and at most 1, highest-charts at least 1",
        "lowest-charts は0より大きく1以下、highest-charts は1以上にしてください。"),
    "margins-below-zero": Row(
        "the page's margins, gutter, bleed and band are 0 or more",
        "ページの余白、段間（gutter）、bleed、band は0以上にしてください。"),
    "gap-below-zero": Row(
        'gaps: "{key}" is below 0: what stands below one another is drawn together',
        "gaps の {key} が負の数です。上下に並ぶものが重なります。",
        "make it 0 or more", "0以上にしてください。"),
    "leading-below-size": Row(
        'the leading of "{name}" is less than half of its size: lines are printed over one another',
        "文字スタイル「{name}」の行送り（leading）が、文字の大きさの半分もありません。行が重なります。",
        "make it at least as large as the size", "size 以上にしてください。"),
    "page-upside-down": Row(
        "from the top of the page down come top (or plain-top), bottom and the page's height",
        "ページの上から top（か plain-top）、bottom、ページの高さの順にしてください。"),
    "columns-too-many": Row(
        "{columns} columns and their gutters leave no width between inner and outer",
        "{columns}列とその段間で、inner と outer の間の幅がなくなります。"),
    "fonts-empty": Row("fonts names no face", "fonts に書体がありません。"),
    "faces-empty": Row("fonts names no faces", "fonts に書体がありません。"),
    "families-empty": Row("the palette has no families", "palette に色の組（families）がありません。"),
    "coverage-wrong": Row("coverage is per cent of one ink, 100 to 400", "coverage は100から400まで（％）です。"),
    "resolution-wrong": Row(
        "resolution is above 0, mark-offset is 0 or more",
        "resolution は0より大きく、mark-offset は0以上にしてください。"),
    "paper-wrong": Row("paper is the thickness of a sheet: 0 to 1 mm", "paper は紙の厚さで、0から1 mm までです。"),
    # inks
    "colour-wrong": Row(
        '"{written}" is not a colour', "「{written}」は色として読めません。",
        'write "#rrggbb c/m/y/k", e.g. "#1F3A5F 95/80/40/15" (per cent)',
        "「#rrggbb c/m/y/k」（％）で書いてください。例：#1F3A5F 95/80/40/15"),
    "ink-unknown": Row('no ink is called "{ink}"', "「{ink}」というインクはありません。"),
    "share-wrong": Row(
        '"{role}" is no share of an ink', "「{role}」はインクの濃さとして読めません。",
        'write per cent, 0 to 100: "base@55"', "「base@55」のように、0～100の％で書いてください。"),
    "spot-reserved": Row(
        '"{name}" is no name for a spot ink: to a press it means something of its own',
        "「{name}」は印刷で別の意味をもつ名前で、特色には使えません。",
        "name the ink as its maker does", "インキメーカーの番号で書いてください。"),
    "spot-in-two-colours": Row(
        'the spot ink "{name}" has two colours in four inks', "特色「{name}」のCMYKの値が2通りあります。",
        "give all inks of one name the same c/m/y/k", "同じ名前の特色には、同じCMYKの値を書いてください。"),
    # faces
    "face-missing": Row('no face "{file}" in the fonts folder', "書体のフォルダに「{file}」がありません。"),
    "face-unknown": Row('no face is called "{face}"', "「{face}」という書体はありません。"),
    "font-unreadable": Row("cannot read this font file", "この書体ファイルは読めません。"),
    "font-wrong": Row(
        "this file is not a font", "このファイルは書体ではありません。",
        "the faces must be OpenType files (.ttf or .otf)", "書体はOpenType（.ttf か .otf）にしてください。"),
    "font-other": Row(
        "this file is not an OpenType font, but {kind}", "このファイルはOpenTypeの書体ではありません（{kind}です）。",
        "the faces must be OpenType files (.ttf or .otf)", "書体はOpenType（.ttf か .otf）にしてください。"),
    "font-empty": Row(
        "this font file is empty", "この書体ファイルは空です。",
        "fetch it again from where it came", "もう一度ダウンロードするなどして、入れ直してください。"),
    "font-damaged": Row(
        "this font file is damaged: {reason}", "この書体ファイルは壊れています（{reason}）。",
        "fetch it again from where it came", "もう一度ダウンロードするなどして、入れ直してください。"),
    "font-damaged-unused": Row(
        "this font file is changed or damaged in tables that no page needs: {tables}",
        "この書体ファイルは、紙面には使わない表 {tables} が書き換えられたか、壊れています。",
        "fetch it again from where it came", "もう一度ダウンロードするなどして、入れ直してください。"),
    "face-refused": Row(
        'the face "{name}" cannot go into a PDF: {reason}', "書体「{name}」はPDFに入れられません。{reason}",
        "use another face, or ask its maker for a licence that allows embedding",
        "別の書体にするか、埋め込みのできる使用許諾を得てください。"),
    "character-uncovered": Row(
        "no face of {faces} has the character {shown}", "{faces} のどの書体にも、文字{shown}がありません。",
        "choose another character, or add a face that has it to the style's fonts",
        "別の文字にするか、その文字のある書体をスタイルに足してください。"),
    "characters-uncovered": Row(
        "no face of {faces} has these {count} characters: {shown}",
        "{faces} のどの書体にも、次の{count}文字がありません：{shown}。",
        "choose other characters, or add a face that has them to the style's fonts",
        "別の文字にするか、その文字のある書体をスタイルに足してください。"),
    "form-uncovered": Row(
        "no face of {faces} has the form {shown}", "{faces} のどの書体にも、字形{shown}がありません。",
        "delete the selector after the character, or add a face that has the form to the style's fonts",
        "異体字セレクターを消すか、その字形のある書体をスタイルに足してください。"),
    "forms-uncovered": Row(
        "no face of {faces} has these {count} forms: {shown}",
        "{faces} のどの書体にも、次の{count}字形がありません：{shown}。",
        "delete the selectors after the characters, or add a face that has the forms to the style's fonts",
        "異体字セレクターを消すか、その字形のある書体をスタイルに足してください。"),
    "emoji-form-uncovered": Row(
        'the face "{face}" has no emoji form of {shown}: it prints as text',
        "書体「{face}」に{shown}の絵文字の字形がなく、ふつうの文字として印刷されます。",
        "delete U+FE0F after the character, or add a face that has the form to the style's fonts",
        "文字のあとの U+FE0F を消すか、その字形のある書体をスタイルに足してください。"),
    "marks-unset": Row(
        "no face of {faces} has a place for the marks of {shown}",
        "{faces} のどの書体でも、{shown}の記号を文字に重ねられません。",
        "write a character that holds them, or add a face that places them to the style's fonts",
        "記号の付いた1文字で書くか、重ねられる書体をスタイルに足してください。"),
    "marks-unset-all": Row(
        "no face of {faces} has a place for the marks of these {count}: {shown}",
        "{faces} のどの書体でも、次の{count}か所の記号を文字に重ねられません：{shown}。",
        "write characters that hold them, or add a face that places them to the style's fonts",
        "記号の付いた1文字で書くか、重ねられる書体をスタイルに足してください。"),
    "script-unset": Row(
        "this engine does not set the script of {shown} ({script})",
        "{shown}の文字（{script}）は、このエンジンでは組めません。",
        "place it as a picture", "画像にして置いてください。"),
    "script-unset-all": Row(
        "this engine does not set these {count} characters ({script}): {shown}",
        "次の{count}文字（{script}）は、このエンジンでは組めません：{shown}。",
        "place it as a picture", "画像にして置いてください。"),
    # of `report typeset`
    "style-missing": Row(
        "no style sheet: there is no styles/*.yaml here", "スタイルがありません（ここに styles/*.yaml がありません）。",
        "run it in a project's folder", "冊子のフォルダで実行してください。"),
    "text-style-not-in-sheet": Row(
        'no text style "{name}" in the style sheet "{sheet}"',
        "スタイル「{sheet}」に文字スタイル「{name}」がありません。"),
    "body-style-missing": Row(
        'the style sheet "{sheet}" has no text style "body"', "スタイル「{sheet}」に文字スタイル body がありません。",
        "name one with --style", "--style で指定してください。"),
}  # fmt: skip
PARTS = {
    # of a damaged font
    "font-beginning-wrong": Row("its beginning is not that of a font", "先頭が書体の形になっていません"),
    "font-directory-cut": Row("the directory of its tables is cut off", "表の目録が途中で切れています"),
    "font-cut": Row(
        "it is cut off at byte {size}, its tables go on to {end}",
        "{size}バイトで切れていて、表は{end}バイトまで続くはずです"),
    "font-tags-wrong": Row("tables have names that are none: {tables}", "表の名前になっていません：{tables}"),
    "font-tables-twice": Row("tables stand in it twice: {tables}", "表 {tables} が2つあります"),
    "font-unsorted": Row("its tables are out of order", "表の並びが順番どおりではありません"),
    "font-tables-overlap": Row("tables run into each other: {tables}", "表 {tables} の場所が重なっています"),
    "font-sums-wrong": Row(
        "the checksum of these tables is wrong: {tables}", "表 {tables} のチェックサムが合いません"),
    "font-tables-missing": Row("these tables are missing: {tables}", "表 {tables} がありません"),
    "font-tables-short": Row("these tables are too short: {tables}", "表 {tables} が短すぎます"),
    "font-tables-wrong": Row("these tables cannot be read: {tables}", "表 {tables} が読めません"),
    "font-uncut": Row("its glyphs cannot be taken out of it", "字形を取り出せません"),
    # of a face that may not go into a PDF
    "embedding-forbidden": Row(
        "its licence bits forbid embedding (fsType: restricted)", "埋め込みが許されていません（fsType）。"),
    "bitmaps-only": Row(
        "its licence bits allow only bitmaps to be embedded", "ビットマップの埋め込みしか許されていません。"),
    "subsetting-forbidden": Row(
        "its licence bits forbid subsetting, and this engine embeds CFF outlines only as subsets",
        "CFFの書体に要るサブセット化が許されていません。"),
    "no-outlines": Row(
        "it has no outlines this engine can embed (glyf or CFF)", "埋め込める字形（glyf か CFF）がありません。"),
    "character-at": Row("{shown} {place}", "{shown} {place}"),
    "character-at-more": Row("{shown} {place} and {more} more", "{shown} {place}（ほか{more}か所）"),
    "characters-further": Row("{count} others: {named}", "ほか{count}文字：{named}"),
    "characters-with-codes": Row('"{text}" ({codes})', "「{text}」（{codes}）"),
}  # fmt: skip
