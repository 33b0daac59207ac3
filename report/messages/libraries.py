"""The Japanese of texts of libraries and of the system that stand in messages, in an office's words.

LIBRARIES has their texts as they come, PATTERNS those with values in them. What is not here stays English.
"""

from __future__ import annotations

import re


def foreign(text: str) -> str:
    """A text of theirs in Japanese, or as it is."""
    if text in LIBRARIES:
        return LIBRARIES[text]
    found = (pattern.expand(japanese) for each, japanese in PATTERNS.items() if (pattern := re.fullmatch(each, text)))
    return next(found, text)


PATTERNS = {
    r"found character (.+) that cannot start any token": r"文字 \1 では値を始められません。",
    r"expected <block end>, but found (.+)": r"字下げが前の行と合わないか、余分な \1 があります。",
}
LIBRARIES = {
    # libyaml 0.2
    "did not find expected key": "項目名（「名前:」）が要る所に、別のものがあります。",
    "did not find expected '-' indicator": "「- 」が要る所に、別のものがあります。",
    "did not find expected ',' or ']'": "「[ ]」の中の「,」か、終わりの「]」がありません。",
    "did not find expected ',' or '}'": "「{ }」の中の「,」か、終わりの「}」がありません。",
    "did not find expected node content": "値が要る所に、値として読めないものがあります。",
    "did not find expected <document start>": "ここから先が続きとして読めません。",
    "expected a single document in the stream": "「---」で区切られた文書が2つ以上あります。",
    "mapping values are not allowed in this context": "ここに「: 」は置けません。",
    "mapping keys are not allowed in this context": "ここに「? 」は置けません。",
    "block sequence entries are not allowed in this context": "ここに「- 」は置けません。",
    "found unexpected ':'": "ここに「:」は置けません。",
    "found unexpected end of stream": "引用符か括弧が閉じないまま、ファイルが終わっています。",
    "found unexpected document indicator": "引用符が閉じないまま、「---」か「...」の行があります。",
    "found character that cannot start any token": "この記号では値を始められません。引用符で囲むか、消してください。",
    "could not find expected ':'": "項目名のあとの「:」がありません。",
    "found unknown escape character": "「\\」のあとの文字が正しくありません（「\\」そのものは「\\\\」）。",
    "did not find expected hexdecimal number": "「\\」のあとの文字番号が正しくありません。",
    "found invalid Unicode character escape code": "「\\」のあとの文字番号が正しくありません。",
    "did not find expected comment or line break": "行の終わりに余分な文字があります。",
    "found an indentation indicator equal to 0": "「|」や「>」のあとの数は1から9までです。",
    "did not find expected whitespace or line break": "空白か改行が要る所に、別の文字があります。",
    "did not find expected whitespace": "空白が要る所に、別の文字があります。",
    "did not find expected tag URI": "「!」で始まる値は引用符で囲んでください。",
    "did not find expected '!'": "「!」で始まる値は引用符で囲んでください。",
    "did not find the expected '>'": "「!」で始まる値は引用符で囲んでください。",
    "did not find URI escaped octet": "「!」で始まる値は引用符で囲んでください。",
    "found undefined tag handle": "「!」で始まる値は引用符で囲んでください。",
    "could not find expected directive name": "「%」で始まる行は使えません。",
    "found unknown directive name": "「%」で始まる行は使えません。",
    "found unexpected non-alphabetical character": "「%」で始まる行は使えません。",
    "did not find expected version number": "「%」で始まる行は使えません。",
    "did not find expected digit or '.' character": "「%」で始まる行は使えません。",
    "found extremely long version number": "「%」で始まる行は使えません。",
    "found incompatible YAML document": "「%」で始まる行は使えません。",
    "found duplicate %YAML directive": "「%」で始まる行は使えません。",
    "found duplicate %TAG directive": "「%」で始まる行は使えません。",
    "control characters are not allowed": "使えない制御文字があります。",
    # PyYAML's own parser, where libyaml is lacking
    "mapping values are not allowed here": "ここに「: 」は置けません。",
    "sequence entries are not allowed here": "ここに「- 」は置けません。",
    "special characters are not allowed": "使えない制御文字があります。",
    # expat 2
    "no element found": "図が途中で終わっています。",
    "not well-formed (invalid token)": "読めない文字があります。",
    "unclosed token": "「<」が閉じられていません。",
    "unclosed CDATA section": "CDATAが閉じられていません。",
    "mismatched tag": "始まりと終わりのタグが合いません。",
    "duplicate attribute": "同じ属性が2回書かれています。",
    "junk after document element": "終わりのあとに余分なものがあります。",
    "undefined entity": "「&…;」の中身がわかりません。",
    "unbound prefix": "「:」の前の接頭辞が宣言されていません。",
    "unknown encoding": "文字コードの指定がわかりません。",
    "encoding specified in XML declaration is incorrect": "文字コードの指定が実際と違います。",
    # the system (errno)
    "No such file or directory": "ファイルかフォルダがありません。",
    "Permission denied": "権限がありません。",
    "Operation not permitted": "許されていない操作です。",
    "File exists": "同じ名前のファイルがすでにあります。",
    "Is a directory": "ファイルでなくフォルダです。",
    "Not a directory": "フォルダではありません。",
    "File name too long": "ファイル名が長すぎます。",
    "No space left on device": "ディスクに空きがありません。",
    "Disk quota exceeded": "使える容量を超えています。",
    "Read-only file system": "書き込みのできない場所です。",
    "Device or resource busy": "ほかで使われています。",
    "Too many open files": "開いているファイルが多すぎます。",
    "Too many levels of symbolic links": "リンクが自分自身に戻っています。",
    "Input/output error": "読み書きに失敗しました（ディスクの異常）。",
}
