"""The Japanese of texts of libraries and of the system that stand in messages, in an office's words.

LIBRARIES has their texts as they come; YAML's library has a file of its own. What is not here stays English.
"""

from __future__ import annotations

import re

from report.messages import yaml


def foreign(text: str) -> str:
    """A text of theirs in Japanese, or as it is."""
    if text in LIBRARIES or text in yaml.TEXTS:
        return LIBRARIES.get(text) or yaml.TEXTS[text]
    patterns = yaml.PATTERNS.items()
    found = (pattern.expand(japanese) for each, japanese in patterns if (pattern := re.fullmatch(each, text)))
    return next(found, text)


LIBRARIES = {
    # expat 2
    "no element found": "図が途中で終わっています。",
    "not well-formed (invalid token)": "読めない文字があります。",
    "unclosed token": "「<」が閉じられていません。",
    "unclosed CDATA section": "CDATAが閉じられていません。",
    "mismatched tag": "始まりと終わりのタグが合いません。",
    "duplicate attribute": "同じ属性が2回書かれています。",
    "junk after document element": "終わりのあとに余分なものがあります。",
    "undefined entity": "「&…;」の中身がわかりません。",
    "syntax error": "XMLとして読めません。",
    "XML declaration not well-formed": "<?xml …?> の行が正しくありません。",
    "XML or text declaration not at start of entity": "<?xml …?> は、ファイルの最初にだけ書けます。",
    "reference to invalid character number": "使えない文字の番号があります。",
    "reserved prefix (xmlns) must not be declared or undeclared": "接頭辞の宣言が正しくありません。",
    "reserved prefix (xml) must not be undeclared or bound to another namespace name": "接頭辞 xml は宣言できません。",
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
    "Connection refused": "接続を断られました。",
    "Network is unreachable": "ネットワークにつながっていません。",
    "No route to host": "相手の機器に届きません。",
    "database or disk is full": "ディスクに空きがありません。",
    "file is not a database": "記録のファイルではありません。",
    "database disk image is malformed": "記録のファイルが壊れています。",
    "attempt to write a readonly database": "書き込みのできないファイルです。",
    "unable to open database file": "ファイルを開けません。",
    "disk I/O error": "読み書きに失敗しました（ディスクの異常）。",
    "Input/output error": "読み書きに失敗しました（ディスクの異常）。",
}
