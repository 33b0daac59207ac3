"""Inline marks in an author's text become inlines.

In: the characters of a value and their places. Out: paragraphs of inlines.

    **strong**   __number__ (set as a figure)   ==marker==   ^^emphasis dots^^ (圏点)
    [text](https://…)  a link      [※1](#id)  a link to the note of that id, [text](#section:id) to a section
    {漢字|かんじ}  ruby over a word (group ruby); over one character, {字|じ}, mono ruby
    {練馬区|ねり|ま|く}  a reading for every character of a compound (jukugo ruby); a line may break between them
    |  a line may break here     ~  no break here     a newline: a forced break     an empty line: new paragraph
    {{ figure | filter }}  an expression (figures.expressions)
    \\  takes the next character as it is

Marks may nest, not cross, and end with their paragraph. A mistake is reported at its mark.
"""

from __future__ import annotations

import re

from report.messages import Message, Report, did_you_mean, message
from report.source import Written
from report.text.clusters import composable, composed
from report.text.inlines import Break, Expression, Inline, Paragraph, Ruby, Run, words_of
from report.text.invisible import SELECTORS, dropped, unseen, visible

MARKS = {"**": "strong", "__": "number", "==": "marker", "^^": "emphasis"}
BREAKS = {
    "|": "may",
    "\u200b": "may",
    "\u00ad": "may",
    "~": "never",
    "\u2060": "never",
    "\ufeff": "never",
    "\n": "must",
}
SCHEMES = ("http", "https", "mailto")
INSIDE = re.compile(r"#[\w:-]+")
TOKEN = re.compile(
    r"\\(?P<escaped>[^\x00-\x1f\x7f-\x9f])"
    r"|(?P<mark>\*\*|__|==|\^\^)"
    r"|(?P<expression>\{\{.*?\}\})"
    r"|\{(?P<base>[^{}|\n]*)\|(?P<ruby>[^{}\n]*)\}"
    r"|\[(?P<label>(?:\\.|\{\{.*?\}\}|[^\[\]\\])*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
    r"|(?P<unclosed>\{\{)"
    r"|(?P<brace>[{}])"
    r"|(?P<sign>[|~\n\u200b\u00ad\u2060\ufeff])"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f])",
    re.DOTALL,
)
CHARACTER = re.compile(r"[^\n][\u3099\u309A\uFE00-\uFE0F\U000E0100-\U000E01EF]*")  # with its marks and selectors
EMPTY_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def parse(written: Written, report: Report) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; those without words are left out. Errors go to `report`."""
    end = len(written.text.rstrip("\n"))
    paragraphs: list[Paragraph] = []
    start = 0
    for found in [*EMPTY_LINE.finditer(written.text, 0, end), None]:
        inlines = _Parser(written, report).paragraph(start, found.start() if found else end)
        if any(isinstance(inline, Run) for inline in inlines):
            paragraphs.append(inlines)
        start = found.end() if found else end
    return tuple(paragraphs)


class _Parser:
    """Reads one paragraph. `open` holds the marks not yet closed, with their places in the source."""

    def __init__(self, written: Written, report: Report):
        self.written = written
        self.report = report
        self.inlines: list[Inline] = []
        self.open: list[tuple[str, int]] = []
        self.link = ""
        self.words: list[str] = []
        self.begun = self.reached = 0  # where the words collected so far begin, and end

    def paragraph(self, start: int, end: int) -> Paragraph:
        self.stretch(start, end)
        for mark, at in self.open:
            self.refuse(at, message("mark-unclosed", mark=mark))
        return tuple(self.inlines)

    def refuse(self, at: int, wrong: Message, hint: Message | None = None) -> None:
        self.report.flaw(self.written.place(at), wrong, hint)

    def stretch(self, start: int, end: int) -> None:
        """Read the source from start to end, which may be the label of a link."""
        source = self.written.text
        at = start
        for found in TOKEN.finditer(source, start, end):
            self.collect(at, found.start())
            at = found.end()
            kind = found.lastgroup
            if kind == "escaped":
                self.collect(at - 1, at)
            else:
                self.flush()
                getattr(self, f"read_{kind}")(found, found.start())
        self.collect(at, end)
        self.flush()

    def collect(self, start: int, end: int) -> None:
        """Take up the words from start to end. Words of one run stand side by side in the source."""
        for stop in (*dropped(self.written.text, start, end), end):
            if stop < end:
                self.drop(stop)
            for begin, after in composable(self.written.text, start, stop):
                if begin != self.reached:
                    self.flush()
                self.begun = self.begun if self.words else begin
                self.words.append(words := composed(self.written.text[begin:after]))
                self.reached = after if len(words) == after - begin else -1  # its characters no longer stand as written
            start = stop + 1

    def drop(self, at: int) -> None:
        """Leave out an invisible character; a selector was meant for a character."""
        if self.written.text[at] in SELECTORS:
            code = ord(self.written.text[at])
            self.report.warning(self.written.place(at), message("selector-alone", code=code))

    def flush(self) -> None:
        text = "".join(self.words)
        self.words.clear()
        if text:
            self.inlines.append(Run(text, self.written.place(self.begun), self.marks, self.link))

    @property
    def marks(self) -> tuple[str, ...]:
        return tuple(MARKS[mark] for mark, _ in self.open)

    def read_sign(self, found: re.Match[str], at: int) -> None:
        self.inlines.append(Break(BREAKS[found["sign"]], self.written.place(at)))

    def read_mark(self, found: re.Match[str], at: int) -> None:
        mark = found["mark"]
        if self.open and self.open[-1][0] == mark:
            self.open.pop()
        elif any(mark == other for other, _ in self.open):
            self.refuse(at, message("marks-crossed", mark=mark, inner=self.open[-1][0]))
            self.open = [entry for entry in self.open if entry[0] != mark]
        else:
            self.open.append((mark, at))

    def read_expression(self, found: re.Match[str], at: int) -> None:
        self.inlines.append(Expression(found["expression"], self.written.place(at), self.marks, self.link))

    def read_unclosed(self, found: re.Match[str], at: int) -> None:
        self.refuse(at, message("braces-unclosed"))

    def read_ruby(self, found: re.Match[str], at: int) -> None:
        for name in ("base", "ruby"):
            for place in dropped(found[name]):
                self.drop(found.start(name) + place)
        base, *readings = (composed(visible(words)) for words in (found["base"], *found["ruby"].split("|")))
        if base.strip() and any(reading.strip() for reading in readings):
            count = len(CHARACTER.findall(base))
            if len(readings) in (1, count):
                place = self.written.place(found.start("base"))
                self.inlines.append(Ruby(base, place, self.marks, self.link, readings=tuple(readings)))
                return
            self.refuse(at, message("readings-odd", readings=len(readings), count=count, base=base))
            return
        missing = message("reading") if base.strip() else message("base-characters")
        self.refuse(at, message("ruby-half", missing=missing))

    def read_target(self, found: re.Match[str], at: int) -> None:
        """A link; its label holds inlines of its own."""
        outer = self.link
        self.check_target(found)
        self.link = outer or found["target"]
        first = len(self.inlines)
        self.stretch(*found.span("label"))
        if unseen(words_of(self.inlines[first:])):
            self.refuse(at, message("link-empty"))
        self.link = outer

    def check_target(self, found: re.Match[str]) -> None:
        target, at = found["target"], found.start("target")
        scheme, colon, rest = target.partition(":")
        if target.startswith("#"):
            if not INSIDE.fullmatch(target):
                self.refuse(at, message("link-place-wrong", target=target))
        elif not colon or not rest:
            self.refuse(at, message("link-url-wrong", target=target))
        elif scheme not in SCHEMES:
            self.refuse(at, message("link-scheme-wrong", scheme=scheme), did_you_mean(scheme, SCHEMES))

    def read_brace(self, found: re.Match[str], at: int) -> None:
        self.refuse(at, message("brace-alone", brace=found["brace"]))

    def read_control(self, found: re.Match[str], at: int) -> None:
        self.refuse(at, message("control-character", code=ord(found["control"])))
