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
    # the file
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
    "the file is encrypted": "ファイルが暗号化されています。",
    "the file holds JavaScript": "JavaScript が入っています。",
    "a stream is packed with LZW": "LZW で圧縮されたデータがあります。",
    # what is painted
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
    # tags
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
    # annotations
    "a link is in no Link tag": "リンクが Link タグに入っていません。",
    "an annotation is in no tag of its kind": "注釈が、種類に合うタグに入っていません。",
    "a link does not say where it leads": "リンクに、行き先の説明がありません。",
    "the tab key does not follow the tags": "Tabキーの順序がタグの順序になっていません。",
    "an annotation is hidden or not printed": "隠れているか印刷されない注釈があります。",
    "an annotation has no look of its own": "注釈に見た目（AP）がありません。",
    # fonts
    "a font does not say which glyph a code means": "文字コードから字形への対応が、フォントにありません。",
    "a code is shown that stands for no character": "どの文字か分からない字があります（ToUnicode）。",
    "a code stands for what is no character": "文字でないものに対応する字があります（ToUnicode）。",
    "text is shown that the font has no glyph for": "フォントに字形のない文字があります。",
}

HINTS = {
    "without tags, a screen reader can only guess": ("タグがないと、読み上げの順序も見出しなどの役割も伝わりません。"),
    "save a copy without the password": "パスワードのない写しを保存してください。",
    "the file has {pages} pages": "このファイルは{pages}ページです。",
    # the file
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
    "pack it with Flate": "Flate で圧縮してください。",
    # what is painted
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
    # tags
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
    # annotations
    "refer to it by OBJR in one": "そのタグから OBJR で指してください。",
    "write Contents": "Contents を書いてください。",
    "write Tabs S into the page": "ページに Tabs S を書いてください。",
    "set F to 4": "F を 4 にしてください。",
    "write its appearance, AP": "見た目（AP）を書いてください。",
    # fonts
    "embed it": "埋め込んでください。",
    "write CIDToGIDMap": "CIDToGIDMap を書いてください。",
    "write it into ToUnicode": "ToUnicode に書いてください。",
    "take U+0000, U+FEFF and U+FFFE out of ToUnicode": "ToUnicode から U+0000、U+FEFF、U+FFFE を除いてください。",
    "set it in another font": "ほかの書体で組んでください。",
}

PARTS: dict[str, str] = {}
