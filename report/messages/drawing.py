"""The Japanese of what is told of drawings: charts, pictures, icons, SVG, ornaments.

Keys as in the catalogue.
"""

from __future__ import annotations

MESSAGES = {
    # charts
    "this chart has no value for {year} yet; it ends with {last}": (
        "このグラフには{year}の値がまだなく、{last}で終わります。"
    ),
    "{year} is the year before {now}: is this still so?": "{year}は{now}の前の年です。このままでよいですか。",
    '"{id}" has no value in the years of this chart': "このグラフの年度に、「{id}」の値がありません。",
    'series "{id}" has no value for {year}, between years that have one': (
        "系列「{id}」は、途中の{year}の値がありません。"
    ),
    '"{id}" has no value for {year}': "「{id}」に{year}の値がありません。",
    "{what}: {problem:said}": "{what}：{problem}",
    "there is no room for the arrow": "矢印を置く余地がありません。",
    "there is no room for {what:said}": "{what}を置く余地がありません。",
    'the name "{name}" is too long for the legend': "「{name}」は凡例に入りきりません。",
    "a line chart takes at most {most} series": "折れ線グラフの系列は{most}本までです。",
    "stacked bars take at most {most} series": "積み上げグラフの系列は{most}本までです。",
    "pairs compare two years": "pairs は2つの年度を比べるグラフです。",
    '"{title}" has no years to show': "「{title}」に、表示する年度がありません。",
    'no series of the chart has a value for "{year}"': "グラフのどの系列にも「{year}」の値がありません。",
    '{name}: {value} is negative, which "{kind}" cannot show': "{name}：負の値 {value} は {kind} では表せません。",
    'the chart does not show the year "{year}"': "このグラフに年度「{year}」はありません。",
    "a chart of the kind {kind} takes {wanted:said} series, not {count}": (
        "{kind} のグラフの系列の数は{wanted}です（今は{count}）。"
    ),
    '"{key}" means nothing to a chart of the kind {kind}': "{kind} のグラフに「{key}」は使えません。",
    "two series are drawn as {kind}": "2つの系列が、どちらも {kind} になっています。",
    "a chart has either years, or from and to": "years と、from・to は一緒に使えません。",
    "an arrow needs a change from the first year to the last": "矢印には、最初と最後の年度の値の差が要ります。",
    "a ring shows 0 to 100 per cent, not {value}": "円グラフが表せるのは0～100％です（今は {value}）。",
    "cannot draw {count} marks, {added} of them added, in {columns} columns": (
        "{count}個（うち増加分{added}個）の印は{columns}列に描けません。"
    ),
    # pictures and icons
    "the picture has more than {most} megapixels": "画像が大きすぎます（{most}メガピクセルまで）。",
    "the file is neither a JPEG nor a PNG picture, or it is damaged": "JPEGでもPNGでもないか、壊れたファイルです。",
    "the picture has {width} × {height} pixels; at most {most} megapixels": (
        "画像が {width} × {height} 画素あります（{most}メガピクセルまで）。"
    ),
    "the picture's colour profile cannot be used ({problem})": "画像のカラープロファイルが使えません（{problem}）。",
    "the picture is damaged ({problem:said})": "画像が壊れています。{problem}",
    "the file has {size} MB; at most {most}": "ファイルが {size} MB あります（{most} MB まで）。",
    'the photo "{name}" has only {found} dpi here, {wanted} are due': (
        "写真「{name}」の解像度が足りません（{found} dpi、必要なのは {wanted} dpi）。"
    ),
    '"{focus}" is not a focus': "「{focus}」は focus として読めません。",
    'the {what:said} "{name}" leads outside {folder}/': "{what}「{name}」は {folder}/ の外です。",
    'no {what:said} named "{name}"': "「{name}」という{what}はありません。",
    'the {what:said} "{name}" is a link that leads outside the folder': (
        "{what}「{name}」は、フォルダの外へのリンクです。"
    ),
    # SVG
    "not well-formed XML: {problem:said}": "SVGの書き方が壊れています。{problem}",
    'clipping to "{name}" is not taken: only to a rect that is the viewBox': (
        "切り抜き「{name}」は使えません（viewBoxと同じ長方形だけ）。"
    ),
    "a document type (DOCTYPE) is not taken": "文書型宣言（DOCTYPE）は使えません。",
    "<?{target} …?> is not taken": "<?{target} …?> は使えません。",
    "<{tag}> does not begin an SVG drawing": "<{tag}> で始まるSVGはありません。",
    "elements nested more than {depth} deep": "要素の入れ子が深すぎます（{depth}段まで）。",
    "<{tag}> has a number that is out of range": "<{tag}> に、範囲を超えた数があります。",
    'fill-rule "{rule}" is not taken': "fill-rule「{rule}」は使えません。",
    "a stroke under a transform that is not even in both directions is not taken": (
        "縦横の比が変わる変形をした線は使えません。"
    ),
    'line ends "{cap}" with corners "{join}" are not taken': "線の端「{cap}」と角「{join}」の組は使えません。",
    'the colour "{colour}" is not taken': "色「{colour}」は使えません。",
    "no ink has the colour {colour}": "色 {colour} のインクがありません。",
    "a viewBox has four numbers": "viewBox には数を4つ書きます。",
    "the drawing has no size: no viewBox, no width and height": (
        "図の大きさがわかりません（viewBox も width・height もありません）。"
    ),
    "the drawing's width and height must be more than 0": "図の幅と高さは0より大きくしてください。",
    "the drawing is larger than {most} MB": "図のファイルが大きすぎます（{most} MB まで）。",
    "<{tag}> is not taken": "<{tag}> は使えません。",
    '{name}="{value}" is not taken': '{name}="{value}" は使えません。',
    'a reference ("{target}") is not taken': "ほかのファイルや部品の参照（{target}）は使えません。",
    "the event {name} is not taken": "イベント {name} は使えません。",
    '<{tag}> has an attribute "{name}" that is not taken': "<{tag}> の属性 {name} は使えません。",
    '"{text}" is not a list of numbers': "「{text}」は数の並びではありません。",
    'path data must begin with M, not "{data}"': "パスは M で始めます（今は「{data}」）。",
    'path data has no command "{command}"': "パスに「{command}」という命令はありません。",
    'numbers after "{command}": "{numbers}"': "「{command}」のあとに数は書けません（{numbers}）。",
    '"{command}" takes {count} numbers at a time, not {given}: "{numbers}"': (
        "「{command}」の数は{count}個ずつです（今は{given}個：{numbers}）。"
    ),
    'an arc needs rx ry angle flag flag x y, not "{numbers}"': (
        "円弧には rx ry 角度 フラグ フラグ x y が要ります（今は「{numbers}」）。"
    ),
    'transform="{text}" is not a list of transforms': 'transform="{text}" は変形の並びではありません。',
    "transform {text} is not taken": "変形 {text} は使えません。",
    '{name}="{value}" is not taken: only plain numbers of user units': (
        '{name}="{value}" は使えません（単位のない数だけ）。'
    ),
    '{name}="{value}" must not be less than 0': '{name}="{value}" は0以上にしてください。',
    "points must come in pairs of x and y": "points は x と y の組で書きます。",
    # ornaments
    "{count} ornaments in a row, {first} in the first": "模様の行に{count}個あります（1行目は{first}個）。",
    'no ornament is called "{kind}"': "「{kind}」という模様はありません。",
    '"{written}" is not an ornament': "「{written}」は模様として読めません。",
    '"{turn}" is not a turn': "「{turn}」は向きとして読めません。",
}

HINTS = {
    # charts
    "give the chart more height, or leave the arrow out": "グラフを高くするか、矢印をやめてください。",
    "shorten the series' label": "系列の label を短くしてください。",
    "the style's lines: inks: says so": "本数はスタイルの lines: inks: で決まります。",
    "the style's stacked: inks: says so": "本数はスタイルの stacked: inks: で決まります。",
    "name them: years: [平26, 令5]": "years: [平26, 令5] のように書いてください。",
    "give the chart more width or height, or fewer years (from, to)": (
        "グラフの幅か高さを増やすか、年度を減らして（from、to）ください。"
    ),
    "look at from: and to:": "from: と to: を確かめてください。",
    "years: {first}–{last}": "年度：{first}～{last}",
    "value axes start at 0; show such figures in a table": "値の軸は0から始まります。負の値は表で示してください。",
    "one is bars, the other line": "1つは bars、もう1つは line にしてください。",
    "charts that know it: {kinds}; take it away, or change the kind": (
        "使えるのは {kinds} です。消すか、kind を変えてください。"
    ),
    "show more years (from, to), or leave the arrow out": "年度を増やす（from、to）か、矢印をやめてください。",
    "count is the whole with the added ones in it, at most {most}; columns go from 1 to {columns}": (
        "count は増加分を含む全体で{most}まで、columns は1から{columns}までです。"
    ),
    # pictures and icons
    "scale it down": "縮小してください。",
    "save it again": "保存し直してください。",
    "scale it down: a full page needs some 9 megapixels": (
        "縮小してください。1ページ大でも9メガピクセルほどで足ります。"
    ),
    "save it with sRGB": "sRGBで保存し直してください。",
    "save it again from its source": "元の画像から保存し直してください。",
    "save it smaller": "小さくして保存し直してください。",
    "use a larger original, or a smaller frame": "もっと大きな元画像を使うか、枠を小さくしてください。",
    "check the file": "ファイルを確かめてください。",
    "check the file and who may read it": "ファイルと、その読み取り権限を確かめてください。",
    'write two shares of width and height, e.g. "0.5 0.3"': "幅と高さの割合を「0.5 0.3」のように2つ書いてください。",
    "write the file's name without its ending; the file lies in {folder}/ itself": (
        "{folder}/ の直下に置いたファイルの名前を、拡張子なしで書いてください。"
    ),
    "put {file}{ending} into {folder}/": "{folder}/ に {file}{ending} を置いてください。",
    "put a copy of the file into the folder": "フォルダにファイルの写しを置いてください。",
    # SVG
    "save the drawing again": "図を保存し直してください。",
    "delete the <!DOCTYPE …> lines": "<!DOCTYPE …> の行を消してください。",
    "write the properties on the elements themselves": "指定は各要素に直接書いてください。",
    'the first element is <svg xmlns="{name}">': '最初の要素は <svg xmlns="{name}"> です。',
    'write viewBox="0 0 width height" on <svg>': '<svg> に viewBox="0 0 幅 高さ" を書いてください。',
    "see SVG 1.1, chapters 8 and 9": "SVG 1.1 の8章と9章を参照してください。",
    "nonzero or evenodd": "nonzero か evenodd だけです。",
    "write it as #RRGGBB, with the colour of an ink": "インクの色を #RRGGBB で書いてください。",
    "{near:said}use an ink's own colour, or add an ink to the style": (
        "{near}インクの色を使うか、スタイルにインクを足してください。"
    ),
    "convert the file with picosvg, or simplify it in the drawing program": (
        "picosvgで変換するか、描画ソフトで単純な形にしてください。"
    ),
    "use flat, opaque colours of the palette": "スタイルにある、透けない一様な色を使ってください。",
    "turn the text into outlines (paths) in the drawing program": (
        "描画ソフトで文字をアウトライン（パス）にしてください。"
    ),
    "keep a photo as a JPEG or PNG of its own; a drawing holds no pixels": (
        "写真は図に入れず、JPEGかPNGのファイルにしてください。"
    ),
    "convert the file with picosvg, which copies what `use` refers to": (
        "picosvgで変換してください（use の中身が写されます）。"
    ),
    "write the properties on the elements themselves (picosvg does)": (
        "指定は各要素に直接書いてください（picosvgで変換できます）。"
    ),
    "take the script out; a drawing is still": "スクリプトを取り除いてください。",
    "leave the mitre limit out, or use round joins": "角の尖りの指定をやめるか、丸い角にしてください。",
    "delete what is not shown": "見えないものは消してください。",
    "a drawing stands alone, in one file": "図は1つのファイルで完結させてください。",
    # ornaments
    "every row of a pattern has as many ornaments": "どの行も同じ数にしてください。",
    'write "shape ground one two", and a turn if need be': "「形 地 色1 色2」と、必要なら向きを書いてください。",
    "write 90, 180 or 270 (degrees clockwise)": "90、180、270（右回りの度数）のどれかを書いてください。",
}

PARTS = {
    # charts
    "at least {fewest}": "{fewest}以上",
    "at most {most}": "{most}以下",
    "the plot": "グラフ本体",
    "the years": "年度",
    '"{unit}" after the last year': "最後の年度のあとの「{unit}」",
    "the legend": "凡例",
    "the values": "値",
    "the line's values": "折れ線の値",
    "the lines' values": "折れ線の値",
    "the bars' values": "棒の値",
    "the totals": "合計",
    "the names at the lines' ends": "折れ線の端の名前",
    'the name "{name}"': "名前「{name}」",
    'the values of "{name}"': "「{name}」の値",
}
