"""What may be written after `report`, and the message about anything else.

In: what runs each command. Out: a parser, whose options carry the command that was chosen.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

USAGE = 2
BROCHURE = Path("data/brochure.yaml")
PLATES = Path("output/plates")
LETTERS = Path("output/mail")
TYPESET = """Break the text on standard input into lines, one per row. 標準入力の文章を行に組み、1行ずつ出します。

The text may have an author's marks (| a line may break here, ~ no break, {漢字|かんじ} …); a newline is a forced break,
an empty line begins a paragraph. Without --style it is plain body text in a face with full-width punctuation, without
kerning, palt or tracking, so that lengths come out in whole quarters of an em.

--json: a list of lines with text, width, hanging and chars, all in em of the text's size. x: where a character's body
begins, from where the measure begins; brackets, commas, stops and middle dots have bodies of half an em, the space
beside them is not of the body. advance: to the next character's x; of the last one, its body and the space that the
line keeps after it. width: to the end of that; hanging: what of it is beyond the measure."""

DIFF = """Tell what two editions differ in. 2つの版の違いを、数値・文章・絵・配置に分けて示します。

OLD and NEW are each a project's folder or its brochure.yaml; a PDF that report has made; or a revision of the project's
git repository: HEAD~1, a tag, or REV:PATH where the project lay elsewhere. @令和5 after any but a PDF takes the edition
of that year: `report diff data@令和5 data@令和6`. A file or folder of a name comes before a revision.

それぞれ、プロジェクトのフォルダか brochure.yaml、report が作ったPDF、git の版（HEAD~1、タグ、版:場所）のどれかです。
PDF以外は、うしろに @令和5 のように付けると、その年度の版になります。"""


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """argparse's own words, and in Japanese where to read on."""
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: error: {message}\n  指定に誤りがあります。使い方：{self.prog} --help\n")


def parser(commands: Mapping[str, Callable[..., str]]) -> argparse.ArgumentParser:
    """commands: what runs each, by its name."""
    from report.layout.formats import FORMATS
    from report.pipeline import ALL, TARGETS

    made = Parser(
        prog="report",
        description="YAML and figures become a brochure. YAMLと数値から冊子のPDFを作ります。",
        epilog="exit codes: 0 done, 1 mistakes in the input or errors in the PDF looked at, 2 usage, 3 unwritable file "
        "or fault of the engine",
    )
    families = {"": made.add_subparsers(metavar="COMMAND", required=True)}

    def command(name: str, about: str, reads: bool = True) -> argparse.ArgumentParser:
        family, _, last = name.rpartition(" ")
        one = families[family].add_parser(last, help=about, description=about)
        one.set_defaults(command=commands[name], verbose=False, remarks=False, failed=False, target=None, year=None)
        one.set_defaults(acknowledged=False)
        if reads:
            one.add_argument("brochure", nargs="?", type=Path, default=BROCHURE, help=f"default: {BROCHURE}")
        return one

    def targeted(one: argparse.ArgumentParser) -> argparse.ArgumentParser:
        one.add_argument("--target", choices=(*TARGETS, ALL), help="default: the brochure's own 用途")
        one.add_argument(
            "--year", type=_fiscal_year, metavar="YEAR", help="of an earlier edition, as 令和5 前の年度の版"
        )
        return one

    build = targeted(command("build", "write the PDF 冊子のPDFを作る"))
    build.add_argument("--output", type=Path, default=Path("output"), metavar="DIR", help="default: output")
    check = targeted(command("check", "find all mistakes, write nothing 誤りを調べる"))
    check.set_defaults(remarks=True)
    check.add_argument("--verbose", action="store_true", help="also list the pages with their headings")
    check.add_argument(
        "--acknowledged", action="store_true", help="also list what was acknowledged, and why 確認済みの指摘を出す"
    )
    about = "the year's figures: a new year, and the departments' answers 年度ごとの数値"
    figures = families[""].add_parser("figures", help=about, description=about)
    families["figures"] = figures.add_subparsers(metavar="COMMAND", required=True)
    _figures_options(command)
    _workbook_options(command)
    about = "the brochure to the people of a list, by mail 冊子をメールで送る"
    mail = families[""].add_parser("mail", help=about, description=about)
    families["mail"] = mail.add_subparsers(metavar="COMMAND", required=True)
    preview = _mail_options(command("mail preview", "write the letters as files, send nothing 送らずに確かめる"))
    preview.add_argument("--output", type=Path, default=LETTERS, metavar="DIR", help=f"default: {LETTERS}")
    preview.add_argument("--most", type=_page, default=100, metavar="N", help="letters as files at most (default: 100)")
    _sending_options(command)
    schema = command("schema", "print the JSON Schema of a YAML format 書式の定義を出す", reads=False)
    schema.add_argument("format", nargs="?", default="brochure", choices=(*FORMATS, "mail"))
    command("fonts", "list faces, coverage and embedding rights 書体の一覧を出す")
    _preflight_options(command("preflight", "look at a PDF as a printer would 入稿データを検査する", reads=False))
    _plates_options(command("preview-plates", "show the plates of a PDF as PNG 版ごとの画像を書き出す", reads=False))
    _diff_options(command("diff", "tell what two editions differ in 2つの版の違いを調べる", reads=False))
    _typeset_options(command("typeset", "break the text on standard input into lines 文字組みを調べる", reads=False))
    _read_options(command("read", "say what a screen reader would say of a PDF 読み上げ順を出す", reads=False))
    return made


def _figures_options(command: Callable[..., argparse.ArgumentParser]) -> None:
    roll = command("figures roll", "open a new year for every figure that continues 新しい年度を開く")
    roll.add_argument("--to", type=_fiscal_year, required=True, metavar="YEAR", help="as 令和6 開く年度")
    roll.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="of the new edition 新しい版の日付")
    show = command("figures show", "what is known of a figure, and where it is printed 1つの数値を調べる", reads=False)
    show.add_argument("id", metavar="ID", help="as nursery.waiting or nursery.waiting[令5]")
    show.add_argument("brochure", nargs="?", type=Path, default=BROCHURE, help=f"default: {BROCHURE}")
    listed = command("figures list", "the figures, each with its newest value 数値の一覧を出す")
    listed.add_argument("--stale", action="store_true", help="those that are no longer of the brochure's year 古いもの")
    listed.add_argument("--provisional", action="store_true", help="those that nobody has published 仮の値があるもの")
    listed.add_argument(
        "--open", action="store_true", help="those with a year that is asked for 未回答の年度があるもの"
    )
    listed.add_argument("--by", choices=("department",), help="grouped 所管ごとに")
    for one in (show, listed):
        one.add_argument("--json", action="store_true", help="for programs")


def _read_options(read: argparse.ArgumentParser) -> None:
    read.add_argument("file", type=Path, metavar="FILE.pdf", help="a tagged PDF, of any program タグ付きPDF")
    shape = read.add_mutually_exclusive_group()
    shape.add_argument("--tree", action="store_true", help="the tags as YAML タグの構造をYAMLで")
    shape.add_argument("--check", action="store_true", help="look for what would be missed PDF/UAの検査")
    read.add_argument("--page", type=_page, metavar="N", help="of one page only, counted from 1 このページだけ")


def _workbook_options(command: Callable[..., argparse.ArgumentParser]) -> None:
    export = command("figures export", "write workbooks for departments to fill in 各課の調査票を作る", reads=False)
    export.add_argument("folder", type=Path, metavar="DIR", help="where they go 保存先")
    export.add_argument("brochure", nargs="?", type=Path, default=BROCHURE, help=f"default: {BROCHURE}")
    shape = export.add_mutually_exclusive_group()
    shape.add_argument("--by", choices=("department",), default="department", help="one for each (default) 課ごとに")
    shape.add_argument("--one-book", action="store_true", help="one for all 全課を1冊に")
    returned = command("figures import", "read workbooks that were filled in 記入された調査票を取り込む", reads=False)
    returned.add_argument("files", nargs="+", type=Path, metavar="FILE|DIR", help="returned workbooks 返送された調査票")
    returned.add_argument("--brochure", type=Path, default=BROCHURE, help=f"default: {BROCHURE}")
    returned.add_argument("--yes", action="store_true", help="write without asking 確認せずに書き込む")
    returned.add_argument("--replace", action="store_true", help="values written since the export, too 書き込み済みも")
    returned.add_argument("--verbose", action="store_true", help="list every change 変わる数値をすべて出す")
    returned.add_argument(
        "--reminders", type=Path, metavar="DIR", help="write reminders as files instead of showing them 督促文の保存先"
    )
    for one in (export, returned):
        one.add_argument("--due", type=_date, metavar="YYYY-MM-DD", help="by when to answer 回答の期限")
    command("figures status", "who has answered, and who has not 回答の状況を出す")


def _sending_options(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Of the commands that send, and that tell what was sent."""
    test = _mail_options(command("mail test", "send one letter, to yourself 自分あてに1通送る"))
    test.add_argument("--to", required=True, metavar="ADDRESS", help="who gets it, as me@city.example 宛先")
    send = _mail_options(command("mail send", "send the letters, once each 1人に1通ずつ送る"))
    send.add_argument("--yes", action="store_true", help="do not ask 確かめずに送る")
    send.add_argument("--another-version", action="store_true", help="also to who has had another 別の版の送付先にも")
    send.add_argument("--output", type=Path, default=LETTERS, metavar="DIR", help=f"of the CSV (default: {LETTERS})")
    doctor = _mail_options(command("mail doctor", "look for what would make mail fail 送れない原因を調べる"))
    for one in (test, send, doctor):
        one.add_argument("--ca", type=Path, metavar="FILE", help="the office's own authority, PEM 庁内の認証局の証明書")
    status = command("mail status", "tell who got what and when だれにいつ送ったか")
    bounces = command("mail bounces", "read what came back, mark the recipients 不達を記録する", reads=False)
    bounces.add_argument("files", nargs="+", type=Path, metavar="DIR|FILE", help=".eml, mbox, Maildir 返送されたメール")
    bounces.add_argument("--brochure", type=Path, default=BROCHURE, help=f"default: {BROCHURE}")
    settle = command("mail settle", "decide about a letter in doubt 不明の1通を確定する", reads=False)
    settle.add_argument("address", metavar="ADDRESS", help="as `report mail status` lists it")
    settle.add_argument(
        "word", choices=("sent", "unsent"), help="it has arrived 届いた / send it once more もう一度送る"
    )
    settle.add_argument("brochure", nargs="?", type=Path, default=BROCHURE, help=f"default: {BROCHURE}")
    for one in (status, settle):
        one.add_argument("--mailing", metavar="KEY", help="as `report mail status` lists it 送信の番号")
    for one in (send, settle, bounces):
        one.add_argument(
            "--this-machine", action="store_true", help="go on here, no longer on the other 以後この機器で"
        )


def _mail_options(one: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Of every command that makes letters."""
    one.add_argument("--group", metavar="G", help="only the recipients of a group この区分だけ")
    one.add_argument("--files", type=Path, default=Path("output"), metavar="DIR", help="where the PDF lies PDFの場所")
    one.add_argument("--year", type=_fiscal_year, metavar="YEAR", help="of an earlier edition, as 令和5 前の年度の版")
    return one


def _preflight_options(preflight: argparse.ArgumentParser) -> None:
    preflight.add_argument("file", type=Path, help="a PDF, of any program")
    preflight.add_argument(
        "--profile", choices=("x4", "plain"), default="x4", help="plain: without PDF/X-4 (default: x4)"
    )
    preflight.add_argument("--sheets", action="store_true", help="its pages are sheets to fold, a booklet 面付け済み")
    preflight.add_argument("--json", action="store_true", help="a list of findings, for programs")
    preflight.add_argument(
        "--png", type=Path, metavar="DIR", help="write a picture of each finding 指摘箇所の画像を書き出す"
    )


def _plates_options(plates: argparse.ArgumentParser) -> None:
    plates.add_argument("file", type=Path, help="a PDF, of any program")
    plates.add_argument("--output", type=Path, default=PLATES, metavar="DIR", help=f"default: {PLATES}")
    plates.add_argument("--dpi", type=_dpi, default=72, metavar="DPI", help="10 to 600 (default: 72) 解像度")
    plates.add_argument("--page", type=_page, metavar="N", help="one page alone, from 1 このページだけ")


def _diff_options(diff: argparse.ArgumentParser) -> None:
    diff.formatter_class = argparse.RawDescriptionHelpFormatter
    diff.description = DIFF
    diff.add_argument("old", metavar="OLD", help="the edition before 前の版")
    diff.add_argument("new", metavar="NEW", nargs="?", default=str(BROCHURE), help=f"後の版 (default: {BROCHURE})")
    diff.add_argument("--json", action="store_true", help="for programs プログラム用に")
    diff.add_argument("--html", type=Path, metavar="FILE", help="write a page to look through and sign 確認用の画面")
    diff.add_argument("--pdf", type=Path, metavar="FILE", help="write a copy of the new PDF with marks 印を付けたPDF")
    diff.add_argument("--exit-code", action="store_true", help="1 where there is a difference 違いがあれば1")


def _fiscal_year(words: str) -> int:
    from report.figures.format import parse_year

    year = parse_year(words)
    if year is None:
        raise argparse.ArgumentTypeError(f'"{words}" is not a fiscal year, as 令和5 or 2023 年度ではありません')
    return year


def _date(words: str) -> str:
    from report.figures.format import parse_date

    if parse_date(words) is None:
        raise argparse.ArgumentTypeError(f'"{words}" is not a date, as 2024-10-01 日付ではありません')
    return words


def _page(words: str) -> int:
    if not (words.isascii() and words.isdecimal() and int(words)):
        raise argparse.ArgumentTypeError(f'"{words}" is not the number of a page, from 1 ページ番号は1から')
    return int(words)


def _dpi(words: str) -> float:
    return _number(words, 10, 600, "a resolution from 10 to 600 解像度は10から600まで")


def _typeset_options(typeset: argparse.ArgumentParser) -> None:
    typeset.formatter_class = argparse.RawDescriptionHelpFormatter
    typeset.description = TYPESET
    typeset.add_argument("--measure", type=_length, required=True, metavar="EM", help="length of the lines 行長")
    typeset.add_argument("--size", type=_length, metavar="PT", help="default: 10, or the style's 文字の大きさ")
    typeset.add_argument("--style", metavar="NAME", help="a text style of the style sheet 文字のスタイル")
    typeset.add_argument("--level", choices=("strict", "normal", "loose"), help="kinsoku (default: strict) 禁則の強さ")
    typeset.add_argument("--hanging", choices=("off", "allow", "force"), help="、and 。 (default: off) ぶら下げ")
    typeset.add_argument("--align", choices=("justify", "left"), help="default: justify 行揃え")
    typeset.add_argument("--indent", type=_indent, metavar="EM", help="of a paragraph's first line (default: 0) 字下げ")
    typeset.add_argument("--json", action="store_true", help="text, width, hanging and chars of every line")


def _length(words: str) -> float:
    return _number(words, 0.001, 100_000, "a length above 0, as a number 0より大きい数")


def _indent(words: str) -> float:
    return _number(words, -1000, 1000, "a length in em, as a number 字数")


def _number(words: str, least: float, most: float, wanted: str) -> float:
    """The number. argparse tells what was wanted."""
    try:
        value = float(words)
    except ValueError:
        value = math.nan
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f'"{words}" is not {wanted}')
    return value
