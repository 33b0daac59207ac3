"""What is wrong with pages when they are laid out, filled, checked and painted."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # pages
    "topic-too-high": Row(
        "this topic is {over:.1f} mm too high for page {page}",
        "このトピックは {page} ページに {over:.1f} mm 入りきりません。",
        "shorten its text, lower a chart, or part it in two topics",
        "文章を短くするか、グラフを低くするか、トピックを2つに分けてください。"),
    "page-not-full": Row(
        "page {page} ends {spare:.0f} mm above its foot", "{page} ページの下に {spare:.0f} mm の余白が残っています。",
        "make a picture higher, or give a topic more", "画像を高くするか、トピックの中身を増やしてください。"),
    "pages-not-by-four": Row(
        "{pages} pages cannot be saddle-stitched: the number must be a multiple of 4",
        "{pages} ページでは中綴じにできません（4の倍数にします）。",
        "add {missing}, or take {over} away", "{missing} ページ足すか、{over} ページ減らしてください。"),
    # furniture and sheets of their own
    "opener-too-wide": Row(
        "picture and words of an opener take {tile} and {text} columns, the page has {columns}",
        "扉の画像と文章が合わせて{tile}＋{text}列です（ページは{columns}列）。",
        "lower tile-columns or text-columns in the style",
        "スタイルの tile-columns か text-columns を減らしてください。"),
    "head-too-long": Row(
        "the title is too long for the running head ({width:.0f} of {room:.0f} mm)",
        "題名が柱に入りきりません（{width:.0f} mm、上限 {room:.0f} mm）。",
        "shorten it", "短くしてください。"),
    "tab-too-long": Row(
        "the field's label is too long for its thumb tab", "分野の名前が、ツメ（見出しタブ）に入りきりません。",
        "shorten it", "短くしてください。"),
    "contents-too-long": Row(
        "the contents of {sections} sections do not fit their page",
        "{sections}テーマ分の目次がページに入りきりません。",
        "lower the row height of the contents in the style", "スタイルで目次の行を低くしてください。"),
    "pattern-uneven": Row(
        "{count} ornaments in a row, {first} in the first", "模様の行に{count}個あります（1行目は{first}個）。",
        "every row of a pattern has as many ornaments", "どの行も同じ数にしてください。"),
    "ornament-unknown": Row('no ornament is called "{kind}"', "「{kind}」という模様はありません。"),
    "ornament-wrong": Row(
        '"{written}" is not an ornament', "「{written}」は模様として読めません。",
        'write "shape ground one two", and a turn if need be', "「形 地 色1 色2」と、必要なら向きを書いてください。"),
    "turn-wrong": Row(
        '"{turn}" is not a turn', "「{turn}」は向きとして読めません。",
        "write 90, 180 or 270 (degrees clockwise)", "90、180、270（右回りの度数）のどれかを書いてください。"),
    # contrast
    "contrast-low": Row(
        'page {page}: "{text}" in {ink} on {on} has a contrast of {has}:1; {due:g}:1 is due',
        "{page}ページの「{text}」：{on}に{ink}でコントラスト{has}:1（{due:g}:1必要）です。",
        "give what is under it a lighter or a darker ink", "下の色を、もっと明るくするか暗くしてください。"),
    # words over one another, off the page, too small
    "words-over-words": Row(
        'page {page}: "{words}" is printed over "{other}"',
        "{page}ページの「{words}」が「{other}」に重なります。",
        "look at the gaps, sizes, leading and places in the style",
        "スタイルのアキ（gaps）・文字の大きさ・行送り・位置を確かめてください。"),
    "words-over-themselves": Row(
        'page {page}: the letters of "{words}" are printed over one another',
        "{page}ページの「{words}」の文字が、たがいに重なります。",
        "look at the tracking and the leading of its text style",
        "文字スタイルの字間（tracking）と行送り（leading）を確かめてください。"),
    "words-covered": Row(
        'page {page}: "{words}" is covered by {what}', "{page}ページの「{words}」が、{what}に隠れます。",
        "look at the gaps, sizes and places in the style", "スタイルのアキ（gaps）・大きさ・位置を確かめてください。"),
    "words-on-other": Row(
        'page {page}: "{words}" is printed on {what}', "{page}ページの「{words}」が、{what}に重なります。",
        "look at the margins of the page and at the places in the style",
        "スタイルのページの余白と位置を確かめてください。"),
    "words-on-picture": Row(
        'page {page}: "{words}" is printed on a picture', "{page}ページの「{words}」が、画像に重なります。",
        "look at the gaps, sizes and places in the style", "スタイルのアキ（gaps）・大きさ・位置を確かめてください。"),
    "words-beyond-trim": Row(
        'page {page}: "{words}" is cut off: it leaves the page by {over:.1f} mm',
        "{page}ページの「{words}」が、仕上がりから {over:.1f} mm はみ出して切れます。",
        "look at the margins of the page and at the sizes and places in the style",
        "スタイルのページの余白・文字の大きさ・位置を確かめてください。"),
    "words-near-trim": Row(
        'page {page}: "{words}" stands {near:.1f} mm from the cut; {due:g} mm are due (safety)',
        "{page}ページの「{words}」が仕上がりから{near:.1f} mm です（safety：{due:g}）。",
        "look at the margins of the page and at the places in the style",
        "スタイルのページの余白と位置を確かめてください。"),
    "words-beyond-body": Row(
        'page {page}: "{words}" stands {over:.1f} mm outside the place of its blocks',
        "{page}ページの「{words}」が、版面から {over:.1f} mm はみ出します。",
        "look at the gaps and sizes in the style", "スタイルのアキ（gaps）と大きさを確かめてください。"),
    "words-beyond-drawing": Row(
        'page {page}: "{words}" leaves its chart by {over:.1f} mm',
        "{page}ページの「{words}」が、グラフから {over:.1f} mm はみ出します。",
        "look at the sizes and places under charts: in the style",
        "スタイルの charts: の大きさと位置を確かめてください。"),
    "overlaps-more": Row(
        "page {page}: {more} more texts like these", "{page}ページに、ほかにも同じような箇所が{more}あります。"),
    "type-too-small": Row(
        'page {page}: "{words}" is set in {size:.1f} pt; below {least:g} pt it can hardly be read',
        "{page}ページの「{words}」は{size:.1f} ptです（{least:g} pt未満は読めません）。",
        "raise the size of its text style", "文字スタイルの size を大きくしてください。"),
    # the file
    "glyph-missing": Row(
        'the face "{face}" has no glyph for {shown}', "書体「{face}」に{shown}の字形がありません。"),
    "glyphs-missing": Row(
        'the face "{face}" has no glyph for these {count}: {shown}',
        "書体「{face}」に次の{count}文字の字形がありません：{shown}。"),
    "glyph-blank": Row(
        'the glyph of the face "{face}" for {shown} is blank', "書体「{face}」の{shown}の字形が空白です。",
        "choose another character, or fetch the font file again",
        "別の文字にするか、書体ファイルを入れ直してください。"),
    "glyphs-blank": Row(
        'the glyphs of the face "{face}" for these {count} characters are blank: {shown}',
        "書体「{face}」の次の{count}文字の字形が空白です：{shown}。",
        "choose other characters, or fetch the font file again",
        "別の文字にするか、書体ファイルを入れ直してください。"),
    "file-date-wrong": Row(
        '"{date}" is not a date', "「{date}」は日付ではありません。",
        'write it as in "2024-03-29" or "2024-03-29T09:00:00+09:00"',
        "2024-03-29 か 2024-03-29T09:00:00+09:00 のように書いてください。"),
    # the press
    "press-profile-missing": Row(
        'no profile "{name}" in {folder}', "{folder} に「{name}」というプロファイルがありません。",
        "put the profile into {folder}", "{folder} にプロファイルを置いてください。"),
    "press-profile-wrong": Row(
        '"{name}" is not the profile of a press ({kind})',
        "「{name}」は印刷機（CMYK）のプロファイルではありません（{kind}）。",
        "take an output profile of CMYK", "CMYKの出力プロファイルを指定してください。"),
    "press-profile-unfit": Row(
        'the profile "{name}" cannot be printed with: {problem}', "プロファイル「{name}」は印刷に使えません。{problem}",
        "get it again from your printer, or take another",
        "印刷所から入手し直すか、別のプロファイルを指定してください。"),
    "ink-beyond-limit": Row(
        'the ink "{name}" takes {ink:.0f} %, the press {limit:g} %',
        "インク「{name}」の総インキ量が {ink:.0f} ％です（上限 {limit:g} ％）。",
        "lower its parts, those of cyan, magenta and yellow first", "CMY を中心に、割合を下げてください。"),
}  # fmt: skip
PARTS = {
    "of-picture": Row("a picture", "画像"),
    "of-shape": Row("a ground or a rule", "地色か罫線"),
    "of-furniture": Row("a thumb tab", "ツメ（見出しタブ）"),
    "of-block": Row("a block", "ブロック"),
    "profile-too-large": Row("it has more than {most} MB", "{most} MB を超えています。"),
    "profile-ends-early": Row(
        "its data end early, or its table of tags is damaged", "途中で切れているか、タグの表が壊れています。"),
    "profile-version": Row(
        "it is of version {version}, PDF/X-4 takes 2 and 4",
        "PDF/X-4で使えるのは第2版か第4版です（これは第{version}版）。"),
    "profile-tables-missing": Row("it has no {names}", "{names} がありません。"),
    "profile-without-name": Row(
        "it does not say which press it is for (desc)", "どの印刷条件のものか書かれていません（desc）。"),
    "profile-converts-wrong": Row(
        "its tables do not turn white into paper and black into ink", "色の変換表が壊れています。"),
    "no-icc-profile": Row("no ICC profile", "ICCプロファイルでないもの"),
    "ink-with-contrast": Row('the ink "{role}" has {ratio}:1 there', "{role} にすれば {ratio}:1 です。"),
    "ink-with-contrast-or-large": Row(
        'the ink "{role}" has {ratio}:1 there; or set it bold from 14 pt, or from 18 pt',
        "{role} にする（{ratio}:1）か、14 pt 以上の太字か18 pt 以上にしてください。"),
}  # fmt: skip
