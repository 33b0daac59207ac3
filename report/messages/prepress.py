"""The Japanese of what preflight finds: its checks' titles and hints, in the words of a Japanese prepress desk.

Keys and rules are the catalogue's own; catalogue.py takes these tables in.
"""

from __future__ import annotations

MESSAGES = {
    "{file}: the file asks for a password": "{file}：パスワードがかかっています。",
    "a folder, not a PDF": "PDFでなく、フォルダです。",
    "{file}: this PDF has no pages": "{file}：ページのないPDFです。",
    "{file}: this is no PDF that can be read": "{file}：PDFとして読めません。",
    "{file}: there is no page {page}": "{file}：{page}ページはありません。",
    # colour
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
    # type, lines, images
    "a font is not embedded": "フォントが埋め込まれていません。",
    "a Type 3 font": "Type 3 フォントです。",
    "a line thinner than 0.25 pt": "0.25 pt より細い線（ヘアライン）です。",
    "white text smaller than 6 pt": "6 pt 未満の白抜き文字です。",
    "an image whose data are damaged": "画像のデータが壊れているか、途中で切れています。",
    "an image of low resolution": "画像の解像度が足りません。",
    "an image of needless resolution": "画像の解像度が必要以上に高くなっています。",
    # the edge of the sheet
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
    # the file
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
    # what the file says of itself
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
    # the desk itself
    "content that cannot be read; it was not looked at": "読めない内容があり、その部分は調べていません。",
    "this could not be checked: the file's objects are not what they should be": (
        "ファイルの構造が正しくないため、調べられませんでした。"
    ),
    "the number of pages does not suit saddle stitching": "ページ数が中綴じに合いません。",
    "more ink than the press can dry": "インキ総量が多すぎます。",
    "a provisional figure would be printed": "仮の値が印刷されます。",
    "a provisional figure in a file that is given to the press as final": "下版の指定ですが、仮の値が残っています。",
}

HINTS = {
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
}
