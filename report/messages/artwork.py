"""What is wrong with pictures, icons and drawings."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # files
    "picture-outside": Row(
        'the {what} "{name}" leads outside {folder}/', "{what}「{name}」は {folder}/ の外です。",
        "write the file's name without its ending; the file lies in {folder}/ itself",
        "{folder}/ の直下に置いたファイルの名前を、拡張子なしで書いてください。"),
    "picture-unknown": Row(
        'no {what} named "{name}"', "「{name}」という{what}はありません。",
        "put {name}{ending} into {folder}/", "{folder}/ に {name}{ending} を置いてください。"),
    "picture-unreadable": Row(
        "{file}: {problem}", "{file}：{problem}",
        "check the file and who may read it", "ファイルと、その読み取り権限を確かめてください。"),
    "picture-unusable": Row("{file}: {problem}", "{file}：{problem}", "check the file", "ファイルを確かめてください。"),
    # photos
    "photo-too-heavy": Row(
        "the file has {size} MB; at most {most}", "ファイルが {size} MB あります（{most} MB まで）。",
        "save it smaller", "小さくして保存し直してください。"),
    "photo-unopenable": Row(
        "the file is neither a JPEG nor a PNG picture, or it is damaged", "JPEGでもPNGでもないか、壊れたファイルです。",
        "save it again", "保存し直してください。"),
    "photo-damaged": Row(
        "the picture is damaged ({problem})", "画像が壊れています。{problem}",
        "save it again from its source", "元の画像から保存し直してください。"),
    "photo-beyond-limit": Row(
        "the picture has more than {most} megapixels", "画像が大きすぎます（{most}メガピクセルまで）。",
        "scale it down", "縮小してください。"),
    "photo-too-large": Row(
        "the picture has {width} × {height} pixels; at most {most} megapixels",
        "画像が {width} × {height} 画素あります（{most}メガピクセルまで）。",
        "scale it down: a full page needs some 9 megapixels",
        "縮小してください。1ページ大でも9メガピクセルほどで足ります。"),
    "photo-profile-wrong": Row(
        "the picture's colour profile cannot be used ({problem})",
        "画像のカラープロファイルが使えません（{problem}）。",
        "save it with sRGB", "sRGBで保存し直してください。"),
    "photo-coarse": Row(
        'the photo "{name}" has only {found:.0f} dpi here, {wanted:g} are due',
        "写真「{name}」の解像度が足りません（{found:.0f} dpi、必要なのは {wanted:g} dpi）。",
        "use a larger original, or a smaller frame", "もっと大きな元画像を使うか、枠を小さくしてください。"),
    "focus-wrong": Row(
        '"{focus}" is not a focus', "「{focus}」は focus として読めません。",
        'write two shares of width and height, e.g. "0.5 0.3"',
        "幅と高さの割合を「0.5 0.3」のように2つ書いてください。"),
    # SVG: the file
    "svg-too-large": Row(
        "the drawing is larger than {most} MB", "図のファイルが大きすぎます（{most} MB まで）。",
        "convert the file with picosvg, or simplify it in the drawing program",
        "picosvgで変換するか、描画ソフトで単純な形にしてください。"),
    "xml-wrong": Row(
        "not well-formed XML: {problem}", "SVGの書き方が壊れています。{problem}",
        "save the drawing again", "図を保存し直してください。"),
    "doctype": Row(
        "a document type (DOCTYPE) is not taken", "文書型宣言（DOCTYPE）は使えません。",
        "delete the <!DOCTYPE …> lines", "<!DOCTYPE …> の行を消してください。"),
    "instruction": Row(
        "<?{target} …?> is not taken", "<?{target} …?> は使えません。",
        "write the properties on the elements themselves", "指定は各要素に直接書いてください。"),
    "not-svg": Row(
        "<{tag}> does not begin an SVG drawing", "<{tag}> で始まるSVGはありません。",
        'the first element is <svg xmlns="{space}">', '最初の要素は <svg xmlns="{space}"> です。'),
    "svg-too-deep": Row(
        "elements nested more than {depth} deep", "要素の入れ子が深すぎます（{depth}段まで）。",
        "convert the file with picosvg, or simplify it in the drawing program",
        "picosvgで変換するか、描画ソフトで単純な形にしてください。"),
    "size-missing": Row(
        "the drawing has no size: no viewBox, no width and height",
        "図の大きさがわかりません（viewBox も width・height もありません）。"),
    "size-wrong": Row("the drawing's width and height must be more than 0", "図の幅と高さは0より大きくしてください。"),
    "view-box-wrong": Row("a viewBox has four numbers", "viewBox には数を4つ書きます。"),
    # SVG: elements and attributes
    "element-not-taken": Row("<{tag}> is not taken", "<{tag}> は使えません。"),
    "attribute-not-taken": Row(
        '<{tag}> has an attribute "{name}" that is not taken', "<{tag}> の属性 {name} は使えません。"),
    "value-not-taken": Row('{name}="{value}" is not taken', '{name}="{value}" は使えません。'),
    "reference": Row(
        'a reference ("{target}") is not taken', "ほかのファイルや部品の参照（{target}）は使えません。",
        "a drawing stands alone, in one file", "図は1つのファイルで完結させてください。"),
    "event": Row(
        "the event {name} is not taken", "イベント {name} は使えません。",
        "take the script out; a drawing is still", "スクリプトを取り除いてください。"),
    "clip-not-taken": Row(
        'clipping to "{name}" is not taken: only to a rect that is the viewBox',
        "切り抜き「{name}」は使えません（viewBoxと同じ長方形だけ）。",
        "convert the file with picosvg, or simplify it in the drawing program",
        "picosvgで変換するか、描画ソフトで単純な形にしてください。"),
    "fill-rule-not-taken": Row(
        'fill-rule "{rule}" is not taken', "fill-rule「{rule}」は使えません。",
        "nonzero or evenodd", "nonzero か evenodd だけです。"),
    "colour-not-taken": Row(
        'the colour "{colour}" is not taken', "色「{colour}」は使えません。",
        "write it as #RRGGBB, with the colour of an ink", "インクの色を #RRGGBB で書いてください。"),
    "colour-without-ink": Row(
        "no ink has the colour {colour}", "色 {colour} のインクがありません。",
        "{near}use an ink's own colour, or add an ink to the style",
        "{near}インクの色を使うか、スタイルにインクを足してください。"),
    "number-out-of-range": Row(
        "<{tag}> has a number that is out of range", "<{tag}> に、範囲を超えた数があります。",
        "convert the file with picosvg, or simplify it in the drawing program",
        "picosvgで変換するか、描画ソフトで単純な形にしてください。"),
    "length-not-taken": Row(
        '{name}="{value}" is not taken: only plain numbers of user units',
        '{name}="{value}" は使えません（単位のない数だけ）。'),
    "length-below-zero": Row('{name}="{value}" must not be less than 0', '{name}="{value}" は0以上にしてください。'),
    "points-odd": Row("points must come in pairs of x and y", "points は x と y の組で書きます。"),
    "numbers-wrong": Row('"{text}" is not a list of numbers', "「{text}」は数の並びではありません。"),
    "transforms-wrong": Row(
        'transform="{text}" is not a list of transforms', 'transform="{text}" は変形の並びではありません。'),
    "transform-not-taken": Row("transform {text} is not taken", "変形 {text} は使えません。"),
    "stroke-uneven": Row(
        "a stroke under a transform that is not even in both directions is not taken",
        "縦横の比が変わる変形をした線は使えません。"),
    "line-ends-not-taken": Row(
        'line ends "{cap}" with corners "{join}" are not taken', "線の端「{cap}」と角「{join}」の組は使えません。"),
    # SVG: paths
    "path-without-start": Row('path data must begin with M, not "{data}"', "パスは M で始めます（今は「{data}」）。"),
    "path-command-unknown": Row('path data has no command "{command}"', "パスに「{command}」という命令はありません。"),
    "path-numbers-needless": Row(
        'numbers after "{command}": "{numbers}"', "「{command}」のあとに数は書けません（{numbers}）。"),
    "path-numbers-odd": Row(
        '"{command}" takes {count} numbers at a time, not {given}: "{numbers}"',
        "「{command}」の数は{count}個ずつです（今は{given}個：{numbers}）。"),
    "arc-wrong": Row(
        'an arc needs rx ry angle flag flag x y, not "{numbers}"',
        "円弧には rx ry 角度 フラグ フラグ x y が要ります（今は「{numbers}」）。"),
}  # fmt: skip
PARTS = {
    "icon": Row("icon", "アイコン"),
    "picture": Row("picture", "画像"),
    "nearest-ink": Row('the nearest ink is "{ink}"; ', "近いインクは「{ink}」です。"),
    # hints
    "convert": Row(
        "convert the file with picosvg, or simplify it in the drawing program",
        "picosvgで変換するか、描画ソフトで単純な形にしてください。"),
    "flatten": Row("use flat, opaque colours of the palette", "スタイルにある、透けない一様な色を使ってください。"),
    "outline-text": Row(
        "turn the text into outlines (paths) in the drawing program",
        "描画ソフトで文字をアウトライン（パス）にしてください。"),
    "photo-beside": Row(
        "keep a photo as a JPEG or PNG of its own; a drawing holds no pixels",
        "写真は図に入れず、JPEGかPNGのファイルにしてください。"),
    "copy-uses": Row(
        "convert the file with picosvg, which copies what `use` refers to",
        "picosvgで変換してください（use の中身が写されます）。"),
    "style-on-elements": Row(
        "write the properties on the elements themselves (picosvg does)",
        "指定は各要素に直接書いてください（picosvgで変換できます）。"),
    "no-scripts": Row("take the script out; a drawing is still", "スクリプトを取り除いてください。"),
    "no-mitre-limit": Row(
        "leave the mitre limit out, or use round joins", "角の尖りの指定をやめるか、丸い角にしてください。"),
    "delete-hidden": Row("delete what is not shown", "見えないものは消してください。"),
    "write-view-box": Row(
        'write viewBox="0 0 width height" on <svg>', '<svg> に viewBox="0 0 幅 高さ" を書いてください。'),
    "see-svg": Row("see SVG 1.1, chapters 8 and 9", "SVG 1.1 の8章と9章を参照してください。"),
}  # fmt: skip
