"""The Japanese of what is told about finished PDFs: what a screen reader meets, and what the standards ask.

Keys and values as in the catalogue, which takes these in.
"""

from __future__ import annotations

MESSAGES = {
    # reading a PDF
    "this PDF has no tags": "このPDFにはタグがありません。",
    "this PDF opens only with a password": "このPDFを開くにはパスワードが要ります。",
    "this is not a PDF file, or it is damaged": "PDFではないか、壊れたファイルです。",
    "there is no page {page}": "{page}ページはありません。",
    "tags nested more than {depth} deep": "タグの入れ子が深すぎます（{depth}段まで）。",
    "a tag stands in two places of the tree, or within itself": "1つのタグが2か所にあるか、自分自身の中にあります。",
    "a kid of a tag is neither a tag nor content": "タグの中に、タグでも内容でもないものがあります。",
}

HINTS = {
    "without tags, a screen reader can only guess": ("タグがないと、読み上げの順序も見出しなどの役割も伝わりません。"),
    "save a copy without the password": "パスワードのない写しを保存してください。",
    "the file has {pages} pages": "このファイルは{pages}ページです。",
}

PARTS: dict[str, str] = {}
