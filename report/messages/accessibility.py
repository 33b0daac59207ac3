"""What a look at a finished PDF finds for readers who cannot see it."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # the file
    "tagged-unsaid": Row(
        "the file does not say that it is tagged", "タグ付きのファイルであることが書かれていません。",
        "set Marked in MarkInfo", "MarkInfo の Marked を true にしてください。"),
    "tags-suspect": Row(
        "the file doubts its own tags", "タグが疑わしいと、ファイル自身が書いています。",
        "take Suspects out of MarkInfo", "MarkInfo から Suspects を除いてください。"),
    "language-missing": Row(
        "the file has no language", "ファイルの言語が書かれていません。",
        "set Lang in the catalogue, for example ja", "カタログの Lang に、ja などの言語を書いてください。"),
    "language-wrong": Row(
        "a tag's language is none", "タグに書かれた言語が、言語の名前ではありません。",
        "write it as in ja or en-US", "ja や en-US のように書いてください。"),
    "title-hidden": Row(
        "the window shows the file's name instead of its title", "ウィンドウに、題名でなくファイル名が出ます。",
        "set DisplayDocTitle in ViewerPreferences", "ViewerPreferences の DisplayDocTitle を true にしてください。"),
    "pdfa-unclaimed": Row(
        "the file does not claim PDF/A-2a", "PDF/A-2a に沿うことが書かれていません。",
        "write pdfaid into XMP", "XMP に pdfaid を書いてください。"),
    "pdfua-unclaimed": Row(
        "the file does not claim PDF/UA-1", "PDF/UA-1 に沿うことが書かれていません。",
        "write pdfuaid into XMP", "XMP に pdfuaid を書いてください。"),
    "schema-undescribed": Row(
        "XMP does not describe a schema that PDF/A does not know",
        "PDF/A の知らないスキーマの説明が XMP にありません。",
        "write pdfaExtension:schemas into XMP", "XMP に pdfaExtension:schemas を書いてください。"),
    "xmp-title-missing": Row(
        "XMP has no title", "XMP に題名がありません。",
        "write dc:title", "dc:title を書いてください。"),
    "pdfa-intent-missing": Row(
        "no PDF/A output intent with a profile", "プロファイルのある PDF/A の出力インテントがありません。",
        "add one, with sRGB", "sRGB のものを加えてください。"),
    "pdfa-device-colour": Row(
        "a device colour that the output intent does not speak for", "出力インテントに合わないデバイスカラーです。",
        "add an output intent for it, or name a profile", "合う出力インテントかプロファイルを加えてください。"),
    "pdfa-encrypted": Row(
        "the file is encrypted", "ファイルが暗号化されています。",
        "save a copy without the password", "パスワードのない写しを保存してください。"),
    # what no such file may hold
    "javascript": Row("the file holds JavaScript", "JavaScript が入っています。", "take it out", "除いてください。"),
    "action-forbidden": Row(
        "an action does more than lead somewhere", "移動のほかの動作（Launch など）が入っています。",
        "take it out", "除いてください。"),
    "action-by-itself": Row(
        "something happens by itself as a page or the file opens", "開いたときなどに自動で起こる動作（AA）があります。",
        "take AA out", "AA を除いてください。"),
    "stream-lzw": Row(
        "a stream is packed with LZW", "LZW で圧縮されたデータがあります。",
        "pack it with Flate", "Flate で圧縮してください。"),
    "layers-unnamed": Row(
        "a setting of layers has no name", "レイヤーの設定に名前がありません。",
        "write Name", "Name を書いてください。"),
    "layers-by-themselves": Row(
        "layers are shown and hidden by themselves", "レイヤーが自動で切り替わる設定（AS）になっています。",
        "take AS out of OCProperties", "OCProperties から AS を除いてください。"),
    # what is painted
    "content-untagged": Row(
        "something is painted that is neither tagged nor an artifact", "タグも「飾り」の印もない文字や絵があります。",
        "tag it, or mark it as an artifact", "タグに入れるか、飾り（Artifact）の印を付けてください。"),
    "content-unowned": Row(
        "content is marked, but no tag takes it", "印はあるのに、どのタグにも入っていない内容があります。",
        "give it to a tag", "タグに入れてください。"),
    "content-missing": Row(
        "a tag takes content that is not there", "タグが指す内容がありません。",
        "take the reference out", "その参照を除いてください。"),
    "content-shared": Row(
        "two tags take the same content", "1つの内容が2つのタグに入っています。",
        "give it to one", "1つのタグだけに入れてください。"),
    "form-repeated": Row(
        "a form with tagged content is painted more than once", "タグ付きの内容を持つフォームが何度も描かれています。",
        "paint it once", "1度だけ描いてください。"),
    "artifact-within-tag": Row(
        "an artifact lies within tagged content", "タグ付きの内容の中に「飾り」があります。",
        "end the mark before it", "その前で印を終えてください。"),
    "tag-within-artifact": Row(
        "tagged content lies within an artifact", "「飾り」の中にタグ付きの内容があります。",
        "end the artifact before it", "その前で飾り（Artifact）を終えてください。"),
    "marks-unpaired": Row(
        "marks begin and do not end, or end twice", "印の始めと終わりが合いません。",
        "pair BDC and EMC", "BDC と EMC を対にしてください。"),
    "content-unreadable": Row(
        "a content stream cannot be read, or names what is not there",
        "ページの内容が読めないか、ないものを指しています。",
        "save it again", "保存し直してください。"),
    "tag-tree-broken": Row(
        "the tag tree is broken", "タグの構造が壊れています。",
        "write each tag once, within one other", "どのタグも、1つのタグの中に1度だけ書いてください。"),
    "parent-of-content": Row(
        "the parent tree does not lead from marked content to the tag that takes it",
        "内容から、それの入るタグへたどれません（ParentTree）。",
        "write ParentTree anew", "ParentTree を書きなおしてください。"),
    "parent-of-annotation": Row(
        "the parent tree does not lead from an annotation to its tag",
        "注釈から、そのタグへたどれません（ParentTree）。",
        "write StructParent and ParentTree anew", "StructParent と ParentTree を書きなおしてください。"),
    # tags
    "role-unmapped": Row(
        "a role is not standard and stands for none that is", "標準でない役割が、標準の役割に対応づけられていません。",
        "map it in RoleMap", "RoleMap で標準の役割に対応づけてください。"),
    "roles-circular": Row(
        "roles stand for one another in a circle", "役割の対応づけが循環しています。",
        "map each to a standard role", "それぞれ標準の役割に対応づけてください。"),
    "role-remapped": Row(
        "a standard role is mapped to another", "標準の役割が、ほかの役割に置きかえられています。",
        "take it out of RoleMap", "RoleMap から除いてください。"),
    "heading-skipped": Row(
        "headings skip a level", "見出しのレベルがとんでいます。",
        "begin with H1 and go down one level at a time", "H1 から始め、1段ずつ下げてください。"),
    "headings-mixed": Row(
        "headings are both H and H1 to H6", "見出しに H と H1〜H6 が混ざっています。",
        "use one kind", "どちらかにそろえてください。"),
    "heading-empty": Row(
        "a heading says nothing", "見出しに文字がありません。",
        "give it words, or take it out", "文字を入れるか、見出しを除いてください。"),
    "figure-undescribed": Row(
        "a picture is not described", "図に代わりの文章（Alt）がありません。",
        "write Alt, or make it an artifact", "Alt を書くか、飾り（Artifact）にしてください。"),
    "figure-unplaced": Row(
        "a picture does not say where it lies", "図の位置（BBox）が書かれていません。",
        "write BBox of owner Layout", "Layout の BBox を書いてください。"),
    "formula-undescribed": Row(
        "a formula is not described", "数式に代わりの文章（Alt）がありません。",
        "write Alt", "Alt を書いてください。"),
    "tag-misplaced": Row(
        "a tag stands where it may not", "タグが、あってはならない場所にあります。",
        "put it into the tag it belongs to", "入るべきタグの中に置いてください。"),
    "tag-misfilled": Row(
        "a tag holds what it may not", "タグの中に、入ってはならないものがあります。",
        "put that into a tag of its own kind", "種類に合うタグに入れてください。"),
    "ruby-incomplete": Row(
        "ruby without its base or its reading", "ルビに親文字か読みがありません。",
        "write both RB and RT", "RB と RT の両方を書いてください。"),
    "table-irregular": Row(
        "a table's rows differ in width, or cells overlap", "表の行の列数がそろっていないか、セルが重なっています。",
        "fill every row", "どの行も同じ列数にしてください。"),
    "header-without-scope": Row(
        "a header cell does not say what it heads", "見出しのセルが、何の見出しか分かりません。",
        "write Scope, or name it in the Headers of cells", "Scope を書くか、セルの Headers で指してください。"),
    "header-unknown": Row(
        "a cell names a header that is not in its table", "セルの指す見出しが、表の中にありません。",
        "write the header's ID", "見出しのセルのIDを書いてください。"),
    "note-id-missing": Row(
        "a note has no ID of its own", "注に固有のIDがありません。",
        "write an ID that no other tag has", "ほかのタグにないIDを書いてください。"),
    # annotations
    "link-untagged": Row(
        "a link is in no Link tag", "リンクが Link タグに入っていません。",
        "refer to it by OBJR in one", "そのタグから OBJR で指してください。"),
    "annotation-untagged": Row(
        "an annotation is in no tag of its kind", "注釈が、種類に合うタグに入っていません。",
        "refer to it by OBJR in one", "そのタグから OBJR で指してください。"),
    "link-silent": Row(
        "a link does not say where it leads", "リンクに、行き先の説明がありません。",
        "write Contents", "Contents を書いてください。"),
    "tab-order": Row(
        "the tab key does not follow the tags", "Tabキーの順序がタグの順序になっていません。",
        "write Tabs S into the page", "ページに Tabs S を書いてください。"),
    "annotation-unprinted": Row(
        "an annotation is hidden or not printed", "隠れているか印刷されない注釈があります。",
        "set F to 4", "F を 4 にしてください。"),
    "appearance-missing": Row(
        "an annotation has no look of its own", "注釈に見た目（AP）がありません。",
        "write its appearance, AP", "見た目（AP）を書いてください。"),
    # fonts
    "font-not-embedded": Row(
        "a font is not embedded", "フォントが埋め込まれていません。",
        "embed it", "埋め込んでください。"),
    "glyph-map-missing": Row(
        "a font does not say which glyph a code means", "文字コードから字形への対応が、フォントにありません。",
        "write CIDToGIDMap", "CIDToGIDMap を書いてください。"),
    "code-unknown": Row(
        "a code is shown that stands for no character", "どの文字か分からない字があります（ToUnicode）。",
        "write it into ToUnicode", "ToUnicode に書いてください。"),
    "code-for-no-character": Row(
        "a code stands for what is no character", "文字でないものに対応する字があります（ToUnicode）。",
        "take U+0000, U+FEFF and U+FFFE out of ToUnicode", "ToUnicode から U+0000、U+FEFF、U+FFFE を除いてください。"),
    "glyph-empty": Row(
        "text is shown that the font has no glyph for", "フォントに字形のない文字があります。",
        "set it in another font", "ほかの書体で組んでください。"),
}  # fmt: skip
