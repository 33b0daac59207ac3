"""Inline marks in an author's text become inlines.

In: the characters of a value and their places. Out: paragraphs of inlines.

    **strong**   __number__ (set as a figure)   ==marker==   ^^emphasis dots^^ (圏点)
    [text](https://…)  a link      [※1](#id)  a link to the note of that id, [text](#section:id) to a section
    {漢字|かんじ}  ruby over a word (group ruby); over one character, {字|じ}, mono ruby
    {練馬区|ねり|ま|く}  a reading for every character of a compound (jukugo ruby); a line may break between them
    |  a line may break here     ~  no break here     a newline: a forced break     an empty line: new paragraph
    {{ figure | filter }}  an expression (figures.expressions)
    \\  takes the sign of a mark that follows as it is

Marks may nest, not cross, and end with their paragraph. A mistake is reported at its mark. Where a sign can be meant as
text (text.signs), in addresses and in paths of files it is printed as typed; nothing that an author types vanishes but
a mark. A text longer than LONGEST is not read.
"""

from __future__ import annotations

import re

from report.messages import Message, Report, did_you_mean, message
from report.source import Written
from report.text.clusters import composable, composed
from report.text.inlines import Break, Expression, Inline, Paragraph, Ruby, Run, words_of
from report.text.invisible import SELECTORS, dropped, unseen, visible
from report.text.signs import DOUBT, MARK, TEXT, line_sign, pair_sign, sides

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
LONGEST = 200_000  # characters of one text, which is more than a novel has
SCHEMES = ("http", "https", "mailto")
INSIDE = re.compile(r"#[\w:-]+")
TOKEN = re.compile(
    r"(?P<path>(?<![A-Za-z0-9])[A-Za-z]:\\[^\s、。，」』）)>\"'{}|]*|\\\\[\w.-]+\\[^\s、。，」』）)>\"'{}|]+)"
    r"|\\(?P<escaped>[*_=^\[\]{}|~\\]|(?<=\]\\)\()"
    r"|(?P<mark>\*{2,}|_{2,}|={2,}|\^{2,})"
    r"|(?P<address>https?://[A-Za-z0-9_!$%&'()*+,./:;=@~-]+(?:[?#](?:[A-Za-z0-9_!#$%&'()*+,./:;=?@~-]|\|(?=[!-z]))*)?)"
    r"|(?P<expression>\{\{.{0,1000}?\}\})"
    r"|\{(?P<base>[^{}|\n]*)\|(?P<ruby>[^{}\n]*)\}"
    r"|\[(?P<label>(?:\\.|\{\{.{0,1000}?\}\}|[^\[\]\\])*+)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
    r"|(?P<unclosed>\{\{)"
    r"|(?P<brace>[{}])"
    r"|(?P<sign>[|~\n\u200b\u00ad\u2060\ufeff])"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f])",
    re.DOTALL,
)
CHARACTER = re.compile(r"[^\n][\u3099\u309A\uFE00-\uFE0F\U000E0100-\U000E01EF]*")  # with its marks and selectors
EMPTY_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def parse(written: Written, report: Report) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; those without words are left out, and all of them where there are but spaces. Errors go
    to `report`."""
    if len(written.text) > LONGEST:
        report.flaw(written.place(LONGEST), message("text-too-long", most=LONGEST))
        return ((Run(written.text[:1].strip() or "…", written.origin),),)  # so that it is not told to be empty
    end = len(written.text.rstrip("\n"))
    paragraphs: list[Paragraph] = []
    start = 0
    for found in [*EMPTY_LINE.finditer(written.text, 0, end), None]:
        inlines = _Parser(written, report).paragraph(start, found.start() if found else end)
        if any(isinstance(inline, Run) for inline in inlines):
            paragraphs.append(inlines)
        start = found.end() if found else end
    is_seen = any(isinstance(inline, Run) and inline.text.strip() for each in paragraphs for inline in each)
    return tuple(paragraphs) if is_seen else ()


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
        self.bounds = 0, 0  # of the paragraph

    def paragraph(self, start: int, end: int) -> Paragraph:
        self.bounds = start, end
        self.stretch(start, end)
        for mark, at in self.open:
            self.refuse(at, message("mark-unclosed", mark=mark))
        return tuple(self.inlines)

    def refuse(self, at: int, wrong: Message, hint: Message | None = None) -> None:
        self.report.flaw(self.written.place(at), wrong, hint)

    def stretch(self, start: int, end: int) -> None:
        """Read the source from start to end, which may be the label of a link."""
        source, at = self.written.text, start
        while found := TOKEN.search(source, at, end):
            self.collect(at, found.start())
            at = found.end()
            kind = found.lastgroup
            if kind == "escaped":
                self.collect(at - 1, at)
            else:
                at = getattr(self, f"read_{kind}")(found, found.start()) or at
        self.collect(at, end)
        self.flush()

    def collect(self, start: int, end: int) -> None:
        """Take up the words from start to end. Words of one run stand side by side in a line of the file."""
        begins = {piece[0] for piece in self.written.pieces if start <= piece[0] < end}
        gone = set(dropped(self.written.text, start, end))
        for stop in sorted({*gone, *begins, end}):
            if stop in gone:
                self.drop(stop)
            for begin, after in composable(self.written.text, start, stop):
                if begin != self.reached or begin in begins:
                    self.flush()
                self.begun = self.begun if self.words else begin
                self.words.append(words := composed(self.written.text[begin:after]))
                self.reached = after if len(words) == after - begin else -1  # its characters no longer stand as written
            start = stop + (stop in gone)

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

    def add(self, inline: Inline) -> None:
        self.flush()
        self.inlines.append(inline)

    def doubted(self, sign: str, at: int) -> None:
        self.report.warning(self.written.place(at), message("sign-as-mark", sign=sign))

    @property
    def marks(self) -> tuple[str, ...]:
        return tuple(MARKS[mark] for mark, _ in self.open)

    def read_path(self, found: re.Match[str], at: int) -> None:
        self.collect(at, found.end())

    def read_address(self, found: re.Match[str], at: int) -> int:
        """Nothing in an address is a mark, but one that is open and closes at its end."""
        end = found.end()
        while self.open and found[0][: end - at].endswith(mark := self.open[-1][0]):
            end -= len(mark)
            break
        self.collect(at, end)
        return end

    def read_sign(self, found: re.Match[str], at: int) -> None:
        sign = found["sign"]
        kind = line_sign(sign, sides(self.written.text, at, at + 1, self.bounds)) if sign in "|~" else MARK
        if kind == TEXT:
            self.collect(at, at + 1)
            return
        self.add(Break(BREAKS[sign], self.written.place(at)))
        if kind == DOUBT:
            self.doubted(sign, at)

    def read_mark(self, found: re.Match[str], at: int) -> int:
        """A mark is two signs; more of them are text, unless the first two close a mark."""
        mark, end = found["mark"][:2], found.end()
        is_open = bool(self.open) and self.open[-1][0] == mark
        kind = pair_sign(self.written.text, at, at + 2, self.bounds, is_open)
        if kind == TEXT or (len(found["mark"]) > 2 and not is_open):
            self.collect(at, end)
            return end
        self.flush()
        if kind == DOUBT:
            self.doubted(mark, at)
        if is_open:
            self.open.pop()
        elif any(mark == other for other, _ in self.open):
            self.refuse(at, message("marks-crossed", mark=mark, inner=self.open[-1][0]))
            self.open = [entry for entry in self.open if entry[0] != mark]
        else:
            self.open.append((mark, at))
        return at + 2

    def read_expression(self, found: re.Match[str], at: int) -> None:
        written = self.written.part(at, found.end())
        self.add(Expression(written.text, written.origin, self.marks, self.link, pieces=written.pieces))

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
                self.add(Ruby(base, place, self.marks, self.link, readings=tuple(readings)))
                return
            self.refuse(at, message("readings-odd", readings=len(readings), count=count, base=base))
            return
        missing = message("reading") if base.strip() else message("base-characters")
        self.refuse(at, message("ruby-half", missing=missing))

    def read_target(self, found: re.Match[str], at: int) -> None:
        """A link; its label holds inlines of its own."""
        self.flush()
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
