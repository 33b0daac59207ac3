"""What is wrong with a finished PDF that is to be looked at."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    "folder-not-pdf": Row("a folder, not a PDF", "PDFでなく、フォルダです。"),
    "page-missing": Row(
        "there is no page {page}", "{page}ページはありません。",
        "the file has {pages}", "このファイルは{pages}です。"),
    # read aloud
    "tags-missing": Row(
        "this PDF has no tags", "このPDFにはタグがありません。",
        "without tags, a screen reader can only guess",
        "タグがないと、読み上げの順序も見出しなどの役割も伝わりません。"),
    "pdf-locked": Row(
        "this PDF opens only with a password", "このPDFを開くにはパスワードが要ります。",
        "save a copy without the password", "パスワードのない写しを保存してください。"),
    "pdf-wrong": Row(
        "this is not a PDF file, or it is damaged", "PDFではないか、壊れたファイルです。",
        "save it again", "保存し直してください。"),
    "tags-too-deep": Row("tags nested more than {depth} deep", "タグの入れ子が深すぎます（{depth}段まで）。"),
    "tag-twice": Row(
        "a tag stands in two places of the tree, or within itself",
        "1つのタグが2か所にあるか、自分自身の中にあります。"),
    "kid-wrong": Row("a kid of a tag is neither a tag nor content", "タグの中に、タグでも内容でもないものがあります。"),
    # preflight, plates
    "record-missing": Row(
        "this PDF does not say what it prints", "このPDFには、載せた数値の記録がありません。",
        "give a screen or print file that report has made since this function came, as it was written",
        "reportのこの機能ができてから書き出した、加工していない screen か print のPDFを指定してください。"),
    "record-broken": Row(
        "the record of what this PDF prints is damaged", "このPDFの、載せた数値の記録が壊れています。",
        "make the file again, or take the file as it was first written",
        "PDFを作り直すか、最初に書き出したままのPDFを指定してください。"),
    "record-later": Row(
        "the record of what this PDF prints is of version {version}; known are those up to {known}",
        "このPDFの記録は版 {version} で、この版の report が読めるのは {known} までです。",
        "use the newer report that made it", "そのPDFを作った、新しい report で読んでください。"),
    "named-pdf-locked": Row(
        "{file}: the file asks for a password", "{file}：パスワードがかかっています。",
        "save it again without encryption", "暗号化を外して保存しなおしてください。"),
    "named-pdf-empty": Row(
        "{file}: this PDF has no pages", "{file}：ページのないPDFです。",
        "export it again; a download or a copy may have broken off", "書き出しなおしてください（途中で切れたかも）。"),
    "named-pdf-wrong": Row(
        "{file}: this is no PDF that can be read", "{file}：PDFとして読めません。",
        "export it again; a download or a copy may have broken off", "書き出しなおしてください（途中で切れたかも）。"),
    "named-page-missing": Row(
        "{file}: there is no page {page}", "{file}：{page}ページはありません。",
        "pages: 1 to {pages}", "ページは1〜{pages}です。"),
    "page-unreadable": Row(
        "page {page} cannot be read", "{page}ページを読み取れません。",
        "export it again; a download or a copy may have broken off", "書き出しなおしてください（途中で切れたかも）。"),
}  # fmt: skip
PARTS = {
    "one-page": Row("1 page", "1ページ"),
    "pages": Row("{pages} pages", "{pages}ページ"),
}  # fmt: skip
