"""Inline marks in an author's text (bilingual hint texts for mistakes).

In: a Text (source string and place). Out: paragraphs of Runs.

    **strong**   __number__ (set as a figure)   ==marker==   ^^emphasis dots^^ (圏点)
    [text](https://…)  a link      [※1](#id)  a link to the note of that id, [text](#section:id) to a section
    {漢字|かんじ}  ruby over a word (group ruby); over one character, {字|じ}, mono ruby
    {練馬区|ねり|ま|く}  a reading for every character of a compound (jukugo ruby); a line may break between them
    |  a line may break here     ~  no break here     a newline: a forced break     an empty line: new paragraph
    \\  takes the next character as it is

Marks may nest, not cross, and end with their paragraph. A mistake is reported at its mark; a place on the first line is
exact, on later lines the column counts from the text's own margin (YAML has taken the indentation off).
"""

from __future__ import annotations

import re

from report.content.text import Paragraph, Run
from report.diagnostics import Origin, Report, did_you_mean
from report.source import Text

MARKS = {"**": "strong", "__": "number", "==": "marker", "^^": "emphasis"}
SIGNS = {"|": "\u200b", "~": "\u2060", "\n": "\n"}
SCHEMES = ("http", "https", "mailto")
INSIDE = re.compile(r"#[\w:-]+")
TOKEN = re.compile(
    r"\\(?P<escaped>.)"
    r"|(?P<mark>\*\*|__|==|\^\^)"
    r"|\{(?P<base>[^{}|\n]*)\|(?P<ruby>[^{}\n]*)\}"
    r"|\[(?P<label>(?:\\.|[^\[\]\\])*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
    r"|(?P<brace>[{}])"
    r"|(?P<sign>[|~\n])",
    re.DOTALL,
)
CHARACTER = re.compile(r"[^\n][\u3099\u309A\uFE00-\uFE0F\U000E0100-\U000E01EF]*")  # with its marks and selectors
EMPTY_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def parse(text: Text, report: Report, paragraph_per_line: bool = False) -> tuple[Paragraph, ...]:
    """The paragraphs of a text. paragraph_per_line: a single newline begins a paragraph, too. Errors go to `report`."""
    source = text.source.rstrip("\n")
    separator = re.compile(r"\n\s*") if paragraph_per_line else EMPTY_LINE
    paragraphs: list[Paragraph] = []
    start = 0
    for found in [*separator.finditer(source), None]:
        end = found.start() if found else len(source)
        runs = _Parser(text, report).paragraph(start, end)
        if runs:
            paragraphs.append(runs)
        start = found.end() if found else end
    return tuple(paragraphs)


class _Parser:
    """Reads one paragraph. `open` holds the marks not yet closed, with their places in the source."""

    def __init__(self, text: Text, report: Report):
        self.text = text
        self.report = report
        self.runs: list[Run] = []
        self.open: list[tuple[str, int]] = []
        self.words: list[str] = []
        self.begun = 0  # where the words collected so far begin

    def origin(self, at: int) -> Origin:
        file, line, column = self.text.origin
        before = self.text.source.count("\n", 0, at)
        if not before:
            return Origin(file, line, column + at)
        return Origin(file, line + before, at - self.text.source.rfind("\n", 0, at))

    def paragraph(self, start: int, end: int) -> Paragraph:
        self.stretch(start, end, "")
        for mark, at in self.open:
            hint = f'close it with "{mark}", or write "\\{mark}" · 閉じてください'
            self.report.error(self.origin(at), f'"{mark}" is not closed', hint)
        return tuple(self.runs)

    def stretch(self, start: int, end: int, link: str) -> None:
        """Read source[start:end], which may be the label of a link."""
        source = self.text.source
        at = self.begun = start
        for found in TOKEN.finditer(source, start, end):
            self.collect(source[at : found.start()], at)
            at = found.end()
            kind = found.lastgroup
            if kind == "escaped":
                self.collect(found["escaped"], found.start())
            elif kind == "sign":
                self.collect(SIGNS[found["sign"]], found.start())
            elif kind == "mark":
                self.flush(link)
                self.toggle(found["mark"], found.start())
            elif kind == "ruby":
                self.flush(link)
                self.ruby(found, link)
            elif kind == "target":
                self.flush(link)
                self.link(found, link)
            else:
                self.report.error(
                    self.origin(found.start()),
                    f'"{found["brace"]}" without its other half',
                    'ruby is {漢字|かんじ}; a brace itself is "\\{" · ルビは {漢字|かんじ} と書きます',
                )
        self.collect(source[at:end], at)
        self.flush(link)

    def collect(self, words: str, at: int) -> None:
        if not self.words:
            self.begun = at
        if words:
            self.words.append(words)

    def flush(self, link: str) -> None:
        text = "".join(self.words)
        self.words.clear()
        if text:
            self.add(text, self.begun, link=link)

    def add(self, text: str, at: int, readings: tuple[str, ...] = (), link: str = "") -> None:
        marks = tuple(MARKS[mark] for mark, _ in self.open)
        apart = readings if len(readings) > 1 else ()
        self.runs.append(Run(text, self.origin(at), marks, "".join(readings), link, readings=apart))

    def toggle(self, mark: str, at: int) -> None:
        if self.open and self.open[-1][0] == mark:
            self.open.pop()
        elif any(mark == other for other, _ in self.open):
            inner = self.open[-1][0]
            self.report.error(
                self.origin(at),
                f'"{mark}" closes before "{inner}", which was opened inside it',
                f'close "{inner}" first · 内側の記号を先に閉じてください',
            )
            self.open = [entry for entry in self.open if entry[0] != mark]
        else:
            self.open.append((mark, at))

    def ruby(self, found: re.Match[str], link: str) -> None:
        base, readings = found["base"], tuple(found["ruby"].split("|"))
        if base.strip() and any(reading.strip() for reading in readings):
            count = len(CHARACTER.findall(base))
            if len(readings) in (1, count):
                self.add(base, found.start("base"), readings, link)
                return
            message = f'{len(readings)} readings for the {count} characters of "{base}"'
            hint = "one reading for all, or one for each: {漢字|かん|じ} · 読みは一つか、字の数だけ書いてください"
            self.report.error(self.origin(found.start()), message, hint)
            return
        missing = "reading" if base.strip() else "base characters"
        hint = "write {漢字|かんじ} · 親文字と読みの両方を書いてください"
        self.report.error(self.origin(found.start()), f"ruby without its {missing}", hint)

    def link(self, found: re.Match[str], outer: str) -> None:
        target, at = found["target"], self.origin(found.start("target"))
        scheme, colon, rest = target.partition(":")
        if target.startswith("#"):
            if not INSIDE.fullmatch(target):
                hint = "write [※1](#id), the id of a note · 注のidを書いてください"
                self.report.error(at, f'"{target}" is no place', hint)
        elif not colon or not rest:
            self.report.error(at, f'"{target}" is no URL', "write [text](https://…) · https:// から書いてください")
        elif scheme not in SCHEMES:
            near = did_you_mean(scheme, SCHEMES)
            self.report.error(at, f'links may not lead to "{scheme}:"', f"{near} · http, https, mailto だけが使えます")
        elif not found["label"].strip():
            self.report.error(
                self.origin(found.start()), "a link without text", "write [text](https://…) · 文字を書いてください"
            )
        self.stretch(found.start("label"), found.end("label"), outer or target)


def plain_text(text: Text, report: Report | None = None) -> str:
    """The words alone: no marks, no ruby, no breaks. Without a report, mistakes are told where the text is set."""
    words = "".join(run.text for paragraph in parse(text, report or Report()) for run in paragraph)
    return words.translate({ord(sign): None for sign in SIGNS.values()})
