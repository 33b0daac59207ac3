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
    "picture-twice": Row(
        'the {what} "{name}" is in more than one file: {files}',
        "{what}「{name}」のファイルが複数あります（{files}）。",
        "keep one of them, and give the others another name",
        "1つだけ残し、ほかは別の名前にしてください。"),
    "picture-not-taken": Row(
        'no {what} named "{name}" that can be taken: {files} in {folder}/ will not do',
        "使える{what}「{name}」がありません（{folder}/ の {files} は使えない形式です）。",
        "save it as {taken}; a new ending alone does not make it one",
        "{taken} で保存し直してください（拡張子を書きかえるだけでは直りません）。"),
    "picture-below": Row(
        'no {what} named "{name}" in {folder}/ itself: it lies in {files}',
        "{what}「{name}」は {folder}/ の直下になく、{files} にあります。",
        "move it to {folder}/", "{folder}/ の直下に移してください。"),
    "picture-left": Row(
        '{files}: not used for the {what} "{name}", which is drawn from {used}',
        "{files}：使いません。{what}「{name}」には {used} を使います。",
        "save it as {taken}, or take it away", "{taken} で保存し直すか、取り除いてください。"),
    # photos
    "photo-too-heavy": Row(
        "the file has {size} MB; at most {most}", "ファイルが {size} MB あります（{most} MB まで）。",
        "save it smaller", "小さくして保存し直してください。"),
    "photo-empty": Row(
        "the file is empty", "ファイルが空です。", "put the picture in again", "画像を置き直してください。"),
    "photo-of-other-kind": Row(
        "the file is {kind} inside, neither JPEG, PNG nor WebP", "中身は{kind}で、JPEGでもPNGでもWebPでもありません。",
        "save it as JPEG or PNG; a new ending alone does not make it one",
        "JPEGかPNGで保存し直してください（拡張子を書きかえるだけでは直りません）。"),
    "photo-unopenable": Row(
        "the file is neither JPEG, PNG nor WebP, or it is damaged",
        "JPEGでもPNGでもWebPでもないか、壊れたファイルです。",
        "save it again", "保存し直してください。"),
    "photo-moves": Row(
        "the picture moves", "動く画像です。", "save one of its pictures as JPEG or PNG",
        "そのうちの1枚をJPEGかPNGで保存してください。"),
    "photo-damaged": Row(
        "the picture is damaged: {problem}", "画像が壊れています。{problem}",
        "save it again from its source", "元の画像から保存し直してください。"),
    "photo-coding": Row(
        "a JPEG picture of {channels} channels of {bits} bits, coded in a way that few programs read",
        "{bits}ビット・{channels}チャンネルの特殊な形式のJPEGです。",
        "save it as a usual JPEG: 8 bits, RGB, gray or CMYK, baseline or progressive",
        "ふつうのJPEG（8ビット、RGB・グレー・CMYK、ベースラインかプログレッシブ）で保存し直してください。"),
    "photo-too-many-scans": Row(
        "a progressive JPEG picture of {scans} scans, which would take minutes to read",
        "{scans}回に分けて描くプログレッシブJPEGで、読むのに何分もかかります。",
        "save it again, not progressive", "プログレッシブにせずに保存し直してください。"),
    "photo-too-large": Row(
        "the picture has {width} × {height} pixels; at most {most} megapixels, {side} pixels on a side",
        "画像が {width} × {height} 画素あります（{most}メガピクセル、1辺 {side} 画素まで）。",
        "scale it down: a full page needs some 9 megapixels",
        "縮小してください。1ページ大でも9メガピクセルほどで足ります。"),
    "photo-profile-wrong": Row(
        "the picture's colour profile cannot be used", "画像のカラープロファイルが使えません。",
        "save it with sRGB", "sRGBで保存し直してください。"),
    "photo-profile-left": Row(
        "{file}: the picture's colour profile is not used: {problem}",
        "{file}：画像のカラープロファイルは使いません。{problem}",
        "look whether its colours are right, or save it with sRGB",
        "色が正しいか確かめるか、sRGBで保存し直してください。"),
    "photo-coarse": Row(
        'the photo "{name}" has only {found:.0f} dpi here, {wanted:g} are due',
        "写真「{name}」の解像度が足りません（{found:.0f} dpi、必要なのは {wanted:g} dpi）。",
        "use a larger original, or a smaller frame", "もっと大きな元画像を使うか、枠を小さくしてください。"),
    "drawing-cropped": Row(
        '{share} % of the drawing "{name}" is cropped off', "図「{name}」の{share}％が切れています。",
        "write fit: contain to show all of it, fit: cover to crop it, or give it a height that suits it",
        "全体を見せるなら fit: contain、切ってよいなら fit: cover と書くか、高さを変えてください。"),
    "tone-of-drawing": Row(
        'tone: duo is for photos; "{name}" is a drawing', "tone: duo は写真のためのものです。「{name}」は図です。",
        "leave tone away", "tone を消してください。"),
    "tone-of-spot": Row(
        'a photo cannot be toned in "{ink}", which is printed with a plate of its own',
        "特色のインク「{ink}」で写真を2色にすることはできません。",
        "give the field inks of the four colours, or leave tone away",
        "柱の色を4色のインクにするか、tone を消してください。"),
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
    "svg-packed": Row(
        "the file is packed (SVGZ)", "圧縮されたファイル（SVGZ）です。",
        "save it as plain SVG, not as compressed SVG", "圧縮しない、ふつうのSVGとして保存してください。"),
    "svg-other-format": Row(
        "the file is {format}, not SVG", "SVGではなく、{format} のファイルです。",
        "save the drawing as SVG; give a photo the ending .jpg or .png",
        "図はSVGで保存してください。写真なら、拡張子を .jpg か .png にしてください。"),
    "svg-empty": Row("the file is empty", "ファイルが空です。", "save the drawing again", "図を保存し直してください。"),
    "encoding-unknown": Row(
        'the encoding "{name}" is not taken', "文字コード「{name}」は使えません。",
        "save the drawing as UTF-8", "UTF-8で保存してください。"),
    "encoding-wrong": Row(
        "the file is not in the encoding it should be in, {name}", "文字コード {name} として読めません。",
        "save the drawing as UTF-8", "UTF-8で保存してください。"),
    "entity-not-taken": Row(
        "the entity {name} is not taken: only short texts that the file itself declares",
        "実体 {name} は使えません（ファイル自身が宣言する短い文字列だけ）。",
        "save the drawing again, without entities", "実体を使わずに保存し直してください。"),
    "entity-too-long": Row(
        "the entity {name} is too long for as many references", "実体 {name} は、参照の数に対して長すぎます。",
        "save the drawing again, without entities", "実体を使わずに保存し直してください。"),
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
    "svg-too-many": Row(
        "the drawing has more than {most:,} elements", "要素が多すぎます（{most:,}個まで）。",
        "simplify it in the drawing program, or keep it as a photo",
        "描画ソフトで単純な形にするか、写真として保存してください。"),
    "svg-too-much": Row(
        "the drawing is too much to draw: too many shapes, copies (use) or rules of style",
        "図が大きすぎます（形、use の写し、スタイルの規則のどれかが多すぎます）。",
        "simplify it in the drawing program, or keep it as a photo",
        "描画ソフトで単純な形にするか、写真として保存してください。"),
    "svg-paints-nothing": Row(
        "the drawing paints nothing", "何も描かれない図です。",
        "see that its shapes are shown, have a size and a colour",
        "形が表示されていて、大きさと色があるか確かめてください。"),
    "size-missing": Row(
        "the drawing has no size: no viewBox, no width and height",
        "図の大きさがわかりません（viewBox も width・height もありません）。"),
    "size-wrong": Row("the drawing's width and height must be more than 0", "図の幅と高さは0より大きくしてください。"),
    "view-box-wrong": Row("a viewBox has four numbers", "viewBox には数を4つ書きます。"),
    "view-box-range": Row(
        "the width and height of a viewBox are from {least} to {most:,}",
        "viewBox の幅と高さは {least} から {most:,} までです。"),
    # SVG: elements and attributes
    "element-not-taken": Row("<{tag}> is not taken", "<{tag}> は使えません。"),
    "attribute-not-taken": Row(
        '<{tag}> has an attribute "{name}" that is not taken', "<{tag}> の属性 {name} は使えません。"),
    "value-not-taken": Row('{name}="{value}" is not taken', '{name}="{value}" は使えません。'),
    "reference": Row(
        'a reference ("{target}") is not taken', "ほかのファイルの参照（{target}）は使えません。",
        "a drawing stands alone, in one file", "図は1つのファイルで完結させてください。"),
    "reference-missing": Row(
        'the drawing has no element "{target}"', "図の中に「{target}」という要素はありません。",
        "save the drawing again, with all its parts", "必要な部品を含めて、図を保存し直してください。"),
    "reference-circle": Row(
        '"{target}" is used within itself', "「{target}」が自分自身の中で使われています。",
        "convert the file with picosvg, or simplify it in the drawing program",
        "picosvgで変換するか、描画ソフトで単純な形にしてください。"),
    "at-rule-not-taken": Row(
        "@{name} in a style sheet is not taken", "スタイルシートの @{name} は使えません。",
        "write the properties on the elements themselves (picosvg does)",
        "指定は各要素に直接書いてください（picosvgで変換できます）。"),
    "selector-not-taken": Row(
        'the selector "{selector}" of a style sheet is not taken',
        "スタイルシートの「{selector}」という指定先は使えません。",
        "write the properties on the elements themselves (picosvg does)",
        "指定は各要素に直接書いてください（picosvgで変換できます）。"),
    "event": Row(
        "the event {name} is not taken", "イベント {name} は使えません。",
        "take the script out; a drawing is still", "スクリプトを取り除いてください。"),
    "clip-not-taken": Row(
        'the clip "{name}" cuts something off, or is no plain rectangle',
        "切り抜き「{name}」で図の一部が欠けるか、長方形でない形で切り抜いています。"),
    "fill-rule-not-taken": Row(
        'fill-rule "{rule}" is not taken', "fill-rule「{rule}」は使えません。",
        "nonzero or evenodd", "nonzero か evenodd だけです。"),
    "colour-not-taken": Row(
        'the colour "{colour}" is not taken', "色「{colour}」は使えません。",
        "write it as #RRGGBB, with the colour of an ink", "インクの色を #RRGGBB で書いてください。"),
    "colour-without-ink": Row(
        "no ink has the colour {colour}", "色 {colour} のインクがありません。",
        '{near}give it an ink in pictures/inks.yaml, or write "{drawing}: keep" there to print all as they are',
        "{near}inks.yaml でインクを決めるか、「{drawing}: keep」でそのまま使います。"),
    "inks-entry-wrong": Row(
        'inks.yaml has an entry "{key}", which is neither a colour nor a drawing to keep',
        "inks.yaml の「{key}」は、色でも、そのままの色で使う図でもありません。",
        'write "#RRGGBB": ink, or the name of a drawing of this folder and keep',
        "「\"#RRGGBB\": インク名」か、「図の名前: keep」と書いてください。"),
    "colours-without-ink": Row(
        "no ink has {number} of its colours ({colours}), in {count} places",
        "インクのない色が{number}色あります（{colours}、{count}か所）。",
        'write "{drawing}: keep" into pictures/inks.yaml to print them as they are, or give each an ink there',
        "pictures/inks.yaml に「{drawing}: keep」と書くか、色ごとにインクを書いてください。"),
    "in-places": Row(
        "{told} (in {count} places; the first is here)", "{told}全部で{count}か所あり、これは最初の場所です。"),
    "number-out-of-range": Row(
        "<{tag}> has a number that is out of range", "<{tag}> に、範囲を超えた数があります。",
        "convert the file with picosvg, or simplify it in the drawing program",
        "picosvgで変換するか、描画ソフトで単純な形にしてください。"),
    "length-not-taken": Row(
        '{name}="{value}" is not taken: only numbers, with px, pt, mm, cm or in, or with %',
        '{name}="{value}" は使えません（数か、px・pt・mm・cm・in・% の付いた数だけ）。'),
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
    # what is wrong with a photo
    "photo-ends-early": Row("its data end early", "データが途中で切れています。"),
    "photo-undecodable": Row("its data cannot be decoded", "データが読めません。"),
    "photo-part-missing": Row("it has no {part}", "{part} がありません。"),
    "photo-part-twice": Row("{part} is there twice", "{part} が2つあります。"),
    "photo-part-wrong": Row("what {part} says is not possible", "{part} の内容が正しくありません。"),
    "photo-part-checksum": Row(
        "{part} at byte {at} does not fit its checksum", "{at}バイト目からの {part} がチェックサムに合いません。"),
    "photo-part-unknown": Row(
        "{part} at byte {at} is not of PNG", "{at}バイト目からの {part} はPNGのものではありません。"),
    "photo-part-unreadable": Row("byte {at} begins no part of it", "{at}バイト目からが読めません。"),
    "photo-too-many-parts": Row("it has more than {most} parts", "部分が{most}を超えています。"),
    "photo-palette-short": Row("its palette lacks colours that are used", "使われている色がパレットに足りません。"),
    "profile-damaged": Row("it is damaged", "壊れています。"),
    "profile-no-device": Row(
        "it is not one for RGB, gray or CMYK pictures", "RGB・グレー・CMYKの画像のためのものではありません。"),
    "profile-other-space": Row("it is for {space}, the picture is {mode}", "{space}用ですが、画像は{mode}です。"),
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
    "save-utf-8": Row("save the drawing as UTF-8", "UTF-8で保存してください。"),
    "still": Row(
        "take scripts and animations out; a drawing is still", "スクリプトとアニメーションを取り除いてください。"),
    "mitre-limit": Row("1 or more", "1以上です。"),
    "cut-beforehand": Row(
        "cut it in the drawing program (intersect the shapes), or clip to a rectangle that holds all of it",
        "描画ソフトで形そのものを切り抜くか（型抜き・交差）、全体を囲む長方形で切り抜いてください。"),
    "one-version": Row(
        "keep one version of it, without conditions", "条件を付けず、1つだけ残してください。"),
    "path-until": Row(
        "<{tag}> is drawn up to there; correct it, or save the drawing again",
        "<{tag}> はその手前まで描きます。直すか、図を保存し直してください。"),
    "write-view-box": Row(
        'write viewBox="0 0 width height" on <svg>', '<svg> に viewBox="0 0 幅 高さ" を書いてください。'),
}  # fmt: skip
