"""What preflight finds, by its checks' names, in the words of a Japanese prepress desk."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # colour
    "device-colour": Row(
        "a device colour that the output intent does not speak for", "出力インテントに合わないデバイスカラーです。",
        "convert it to the intent's colours, or give it a profile",
        "インテントの色に変換するか、プロファイルを付けます。"),
    "same-profile": Row(
        "CMYK is tagged with the output intent's own profile", "CMYKに出力インテントと同じプロファイルが付いています。",
        "leave it as DeviceCMYK", "DeviceCMYK のままにします。"),
    "spot-twice": Row(
        "one spot colour is defined in two ways", "同じ名前の特色に、2通りの定義があります。",
        "define it once: one alternate space, one tint transform", "代替カラーと濃度変換の定義を1つにそろえます。"),
    "rgb": Row(
        "RGB or Lab in a file for four inks", "RGBかLabのカラーが残っています。",
        "convert it to CMYK before the file is made, where the result can be judged",
        "色を確かめられる制作側で、CMYKに変換してください。"),
    "tagged-gray": Row(
        "gray with a calibration of its own", "プロファイル付きのグレーです。",
        "use the black ink (K) alone", "墨（K）だけで指定します。"),
    "compound-black": Row(
        "text in a black of several inks", "文字が墨1色でなく、掛け合わせの黒（リッチブラック）です。",
        "set it in K100", "K100 にします。"),
    "fine-type-inks": Row(
        "small text in three inks or more", "小さな文字が3色以上の掛け合わせです。",
        "use two inks, or a larger size", "2色以内にするか、文字を大きくします。"),
    "white-overprint": Row(
        "white is set to overprint and will vanish", "白がオーバープリントになっていて、消えます。",
        "let it knock out", "ノックアウトにします。"),
    "registration": Row(
        "registration colour within the trim", "仕上がりの内側に、全版の色（レジストレーション）があります。",
        "give it inks of its own; registration is for marks",
        "通常のインキに変えます。全版の色はトンボだけのものです。"),
    "black-knocks-out": Row(
        "small black text knocks out", "小さな墨文字がノックアウト（抜き合わせ）になっています。",
        "let K100 overprint: OP and op true, OPM 1, in DeviceCMYK",
        "K100 をオーバープリントにします（DeviceCMYK、OP・op は true、OPM は 1）。"),
    "unknown-colour": Row(
        "a colour space that cannot be read", "読めないカラースペースです。",
        "export the file again", "ファイルを書き出しなおしてください。"),
    # type, lines
    "font-missing": Row(
        "a font is not embedded", "フォントが埋め込まれていません。",
        "embed it when the file is made", "書き出しのときに埋め込みます。"),
    "type-3": Row(
        "a Type 3 font", "Type 3 フォントです。",
        "use an outline font, or outlines", "アウトラインフォントを使うか、アウトライン化します。"),
    "hairline": Row(
        "a line thinner than 0.25 pt", "0.25 pt より細い線（ヘアライン）です。",
        "make it 0.25 pt or more", "0.25 pt 以上にします。"),
    "small-white": Row(
        "white text smaller than 6 pt", "6 pt 未満の白抜き文字です。",
        "enlarge it, or set it in a dark ink on a light ground", "大きくするか、明るい地に濃い色で組みます。"),
    # images
    "image-damaged": Row(
        "an image whose data are damaged", "画像のデータが壊れているか、途中で切れています。",
        "put the image in again", "画像を配置しなおします。"),
    "low-resolution": Row(
        "an image of low resolution", "画像の解像度が足りません。",
        "300 ppi at the size it is printed (800 ppi for one-bit images): use a larger original, or print it smaller",
        "原寸で 300 ppi（モノクロ2階調は 800 ppi）必要です。大きな原稿を使うか、小さく載せます。"),
    "high-resolution": Row(
        "an image of needless resolution", "画像の解像度が必要以上に高くなっています。",
        "600 ppi at the size it is printed is enough (2400 ppi for one-bit images)",
        "原寸で 600 ppi（モノクロ2階調は 2400 ppi）あれば十分です。"),
    # the edge of the sheet
    "safety": Row(
        "text within 3 mm of the trim", "文字が仕上がり線から 3 mm 以内にあります。",
        "move it inwards: cutting is true to a millimetre or so",
        "内側に移します。断裁には 1 mm ほどのずれがあります。"),
    "safety-object": Row(
        "an object within 3 mm of the trim", "仕上がり線から 3 mm 以内に、図版や線があります。",
        "move it inwards, or let it run on to the edge of the BleedBox",
        "内側に移すか、BleedBox の端まで塗り足します。"),
    "bleed": Row(
        "paint that reaches the trim ends before the bleed's edge, and paper shows",
        "塗り足しが足りず、断裁がずれると紙の白が出ます。",
        "let it run on to the edge of the BleedBox", "BleedBox の端まで塗り足します。"),
    "bleed-edge": Row(
        "paint that reaches the trim ends before the bleed's edge, and other paint shows",
        "塗り足しが足りず、断裁がずれると下の色が出ます。",
        "let it run on to the edge of the BleedBox", "BleedBox の端まで塗り足します。"),
    "bleed-shape": Row(
        "a shape or a detail crosses the trim and ends within the bleed",
        "図形や絵の一部が、塗り足しの途中で終わっています。",
        "let it run on to the edge of the BleedBox, unless its edge is meant to show",
        "端を見せる意図がなければ、BleedBox の端まで塗り足します。"),
    # page boxes
    "trim-missing": Row(
        "the page has no TrimBox and no ArtBox", "TrimBox（仕上がりサイズ）も ArtBox もありません。",
        "give it a TrimBox: the size after cutting", "TrimBox を付けます。"),
    "trim-and-art": Row(
        "the page has both a TrimBox and an ArtBox", "TrimBox と ArtBox が両方あります。",
        "take the ArtBox away", "ArtBox を消します。"),
    "media-missing": Row(
        "the page has no MediaBox", "MediaBox がありません。",
        "export the file again", "ファイルを書き出しなおしてください。"),
    "boxes-nested": Row(
        "page boxes do not lie within one another", "ページボックスの入れ子が正しくありません。",
        "TrimBox within BleedBox within MediaBox", "TrimBox、BleedBox、MediaBox の順に大きくします。"),
    "box-empty": Row(
        "a page box without area", "ページボックスに面積がありません。",
        "export the file again", "ファイルを書き出しなおしてください。"),
    "crop": Row(
        "the CropBox hides a part of the bleed", "CropBox が塗り足しの一部を隠しています。",
        "make it as large as the MediaBox, or leave it out", "MediaBox と同じ大きさにするか、消します。"),
    "bleed-missing": Row(
        "the page has no BleedBox", "BleedBox がありません。",
        "make the BleedBox 3 mm larger than the TrimBox on all sides",
        "BleedBox を TrimBox より四方 3 mm 大きくします。"),
    "bleed-narrow": Row(
        "the bleed is narrower than 3 mm", "塗り足しが 3 mm 未満です。",
        "make the BleedBox 3 mm larger than the TrimBox on all sides",
        "BleedBox を TrimBox より四方 3 mm 大きくします。"),
    "rotated": Row(
        "the page is turned", "ページに回転の指定があります。",
        "turn its content, and take Rotate away", "内容を回し、Rotate を消します。"),
    "user-unit": Row(
        "the page's unit is not the point", "ページの単位（UserUnit）が 1 pt ではありません。",
        "take UserUnit away", "UserUnit を消します。"),
    "sizes": Row(
        "the page differs in size from most", "ほかのページと仕上がりサイズが違います。",
        "give all pages one TrimBox; a booklet's folded sheets are looked at with --sheets",
        "全ページの TrimBox をそろえます。面付けした台は --sheets を付けて検査します。"),
    "empty-page": Row(
        "nothing is painted within the trim", "仕上がりの中に何も印刷されません（白紙）。",
        "tell the printer if the page is meant to be empty", "わざと白紙にしたときは、印刷会社に伝えてください。"),
    # the file
    "encrypted": Row(
        "the file is encrypted", "ファイルが暗号化されています。",
        "save it without passwords and permissions", "パスワードと権限の設定を外して保存します。"),
    "transfer": Row(
        "a transfer curve", "トランスファーカーブ（転写関数）があります。",
        "take away TR, TransferFunction, and TR2 unless it is Default: curves belong to the press",
        "TR と TransferFunction、Default 以外の TR2 を消します。"),
    "annotation": Row(
        "an annotation within the bleed", "塗り足しより内側に注釈（リンクなど）があります。",
        "take it away, or move it outside the BleedBox", "消すか、BleedBox の外に移します。"),
    "version": Row(
        "the PDF version is newer than 1.6", "PDFのバージョンが 1.6 より新しいものです。",
        "save it as PDF 1.6", "PDF 1.6 で保存します。"),
    "lzw": Row("LZW compression", "LZW圧縮が使われています。", "compress with Flate", "Flate圧縮にします。"),
    "external": Row(
        "data or pages of another file", "ほかのファイルのデータかページを参照しています。",
        "put them into this file", "このファイルの中に入れます。"),
    "postscript": Row(
        "a PostScript XObject", "PostScript XObject があります。",
        "replace it with what it paints", "描かれるもの自体に置きかえます。"),
    "alternates": Row(
        "an image has alternates", "画像に代替画像（Alternates）があります。",
        "take Alternates away", "Alternates を消します。"),
    "opi": Row(
        "OPI: an image stands for another file", "OPI：別のファイルと差し替わる画像です。",
        "put the fine image into this file", "高解像度の画像をこのファイルに入れます。"),
    "halftone-origin": Row(
        "a halftone's origin is set", "網点の原点（HTP）が指定されています。",
        "take HTP away", "HTP を消します。"),
    "halftone": Row(
        "a halftone of another type than 1 or 5", "1と5以外の種類の網点（HalftoneType）です。",
        "take HT away", "HT を消します。"),
    "blend-mode": Row(
        "an unknown blend mode", "規格にない描画モードです。",
        "use a blend mode of PDF 1.6", "PDF 1.6 の描画モードを使います。"),
    "blend-space": Row(
        "transparency is blended in colours that the output intent does not speak for",
        "透明の合成カラースペースが、出力インテントに合いません。",
        "blend in the intent's colours", "インテントの色で合成します。"),
    "action": Row("actions or JavaScript", "アクションか JavaScript があります。", "take them away", "消します。"),
    "layers": Row(
        "layers whose visibility depends on the viewer", "見る側の条件で表示が変わるレイヤーがあります。",
        "take AS away, and keep the default configuration", "AS を消し、既定の構成（D）を残します。"),
    "xfa": Row(
        "an XFA form", "XFAフォームがあります。",
        "flatten the form", "フォームを統合して、ただの内容にします。"),
    "presentations": Row(
        "alternate presentations", "代替プレゼンテーションがあります。",
        "take them away", "消します。"),
    "attachment": Row(
        "files are attached, which nobody prints", "添付ファイルがあります（印刷されません）。",
        "take them away", "消します。"),
    # what the file says of itself
    "intent-missing": Row(
        "no PDF/X output intent", "PDF/X の出力インテントがありません。",
        "add one: S GTS_PDFX, with the profile of the press", "印刷条件のプロファイルを付けて追加します。"),
    "intents": Row(
        "more than one PDF/X output intent", "PDF/X の出力インテントが2つ以上あります。",
        "keep one", "1つだけ残します。"),
    "profile-missing": Row(
        "the output intent has no profile", "出力インテントにプロファイルがありません。",
        "embed the ICC profile of the press", "印刷条件のICCプロファイルを埋め込みます。"),
    "profile": Row(
        "the output intent's profile is of no output device, or for other colours than it says",
        "出力インテントのプロファイルが、印刷用でないか、色数が合いません。",
        "use a profile of class prtr for CMYK, gray or RGB",
        "CMYK・グレー・RGBの出力用（prtr）プロファイルを使います。"),
    "condition": Row(
        "the output intent does not say which printing condition it is", "出力インテントに印刷条件の名前がありません。",
        "write OutputConditionIdentifier, for example FOGRA39",
        "OutputConditionIdentifier を書きます（FOGRA39 など）。"),
    "condition-info": Row(
        "the output intent's printing condition is in no registry and not described",
        "出力インテントの印刷条件に、登録先も説明もありません。",
        "write RegistryName, or describe the condition in Info", "RegistryName か、Info に説明を書きます。"),
    "intents-differ": Row(
        "output intents with different profiles", "出力インテントごとにプロファイルが違います。",
        "let them share one profile", "同じプロファイルにそろえます。"),
    "xmp-missing": Row(
        "no XMP packet that can be read", "XMPメタデータがないか、読めません。",
        "write one", "書き加えます。"),
    "claim": Row(
        "the file does not claim PDF/X-4", "PDF/X-4 であるという記載がありません。",
        "write pdfxid:GTS_PDFXVersion PDF/X-4 into XMP", "XMPの pdfxid:GTS_PDFXVersion に PDF/X-4 と書きます。"),
    "xmp-property": Row("an XMP property is missing", "XMPの項目が足りません。", "write it", "書き加えます。"),
    "info-xmp": Row(
        "Info and XMP disagree", "文書情報（Info）とXMPの内容が違います。",
        "write both from one source", "同じ内容から両方を書きます。"),
    "trailer-id": Row(
        "the trailer has no ID", "トレーラーに ID がありません。",
        "save the file again", "保存しなおしてください。"),
    "trapped": Row(
        "the file does not say whether it is trapped", "トラッピングの有無が書かれていません。",
        "write Trapped False (or True) into Info", "Info の Trapped に False か True を書きます。"),
    "trapped-xmp": Row(
        "Info and XMP disagree about trapping", "トラッピングの有無が、InfoとXMPで違います。",
        "write pdf:Trapped into XMP, as in Info", "XMPの pdf:Trapped を Info と同じにします。"),
    # the desk itself
    "unreadable": Row(
        "content that cannot be read; it was not looked at", "読めない内容があり、その部分は調べていません。",
        "export the file again", "ファイルを書き出しなおしてください。"),
    "unchecked": Row(
        "this could not be checked: the file's objects are not what they should be",
        "ファイルの構造が正しくないため、調べられませんでした。",
        "export the file again", "ファイルを書き出しなおしてください。"),
    "page-count": Row(
        "the number of pages does not suit saddle stitching", "ページ数が中綴じに合いません。",
        "add pages up to a multiple of four", "4の倍数になるまでページを足します。"),
    "coverage": Row(
        "more ink than the press can dry", "インキ総量が多すぎます。",
        "take out colour and put black in its place", "色を減らし、その分を墨に置きかえます（GCR）。"),
    "provisional": Row(
        "a provisional figure would be printed", "仮の値が印刷されます。",
        "put in the published figure, or take it out", "公表された値を入れるか、載せないようにします。"),
    "provisional-final": Row(
        "a provisional figure in a file that is given to the press as final",
        "下版の指定ですが、仮の値が残っています。",
        "put in the published figure, or set the stage to proof",
        "公表された値を入れるか、stage を proof（校正）に戻します。"),
}  # fmt: skip
