"""data/mail/*.txt, *.html: what a letter says, with the project's own `{{ … }}` in it.

    ja.txt  ja.html  ja.subject.txt        of a language
    ja.press.txt  ja.press.html  …         of a group in it, instead

In: the files, and a lookup of what their expressions name. Out: texts filled in for a recipient. What does not depend
on the recipient is worded once. A line of nothing but expressions that all come out empty is left out. In HTML every
value is escaped; where none may stand is told by report.mail.markup.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from report.figures.expressions import ExpressionError, Lookup, express
from report.messages import Message, Origin, Report, message
from report.source import Written, check_characters
from report.source.folder import Folder, composed
from report.source.syntax import BOM, text_of

EXPRESSION = r"\{\{(?P<source>[^\n]{0,1000}?)\}\}|(?P<unclosed>\{\{)"
NAME = r"(?P<language>[a-z]{2,3})(?:\.(?!subject\.)(?P<group>\w[\w-]*))?\.(?P<kind>subject\.txt|txt|html)"
LONGEST_SUBJECT = 200  # characters


class Markup(str):
    """HTML that is made of values escaped already."""


class Slot(NamedTuple):
    """An expression, and the place of its first character."""

    source: str
    written: Written
    at: int

    def worded(self, lookup: Lookup) -> str:
        """Raises ExpressionError."""
        wording, _ = express(self.source, lookup)
        return wording[0][0] if len(wording) == 1 else "".join(words for words, _ in wording)

    def told(self, error: ExpressionError, report: Report) -> None:
        if error.message:
            report.error(self.written.place(self.at + error.offset), error.message, error.hint)


class Template(NamedTuple):
    """lines: each of words and slots."""

    origin: Origin
    lines: tuple[tuple[str | Slot, ...], ...]

    @property
    def slots(self) -> list[Slot]:
        return [piece for line in self.lines for piece in line if isinstance(piece, Slot)]


class Letterhead(NamedTuple):
    """The templates of a letter. html: None where it is text alone."""

    subject: Template
    text: Template
    html: Template | None


Words = Mapping[str, str]  # what a recipient's words say
Fill = Callable[[Words], str]


class Templates(NamedTuple):
    """By language and group ("": of the language as a whole). checksum: of all files, whoever is written to."""

    letterheads: dict[tuple[str, str], Letterhead]
    checksum: str

    def serving(self, language: str, group: str) -> tuple[str, str] | None:
        """The key of those that a recipient gets."""
        return next((key for key in ((language, group), (language, "")) if key in self.letterheads), None)


def load_templates(folder: Path, report: Report) -> Templates:
    """Those of a folder; what is wrong in them is told."""
    found: dict[tuple[str, str], dict[str, Template]] = {}
    digest = hashlib.sha256()
    for file in Folder(folder, report).files(".txt", ".html"):
        named = re.fullmatch(NAME, composed(file.name))
        if named is None:
            report.error(Origin(str(file)), message("template-name-wrong", name=file.name))
            continue
        text = text_of(file, str(file), report)
        if text is None or not check_characters(text.removeprefix(BOM), str(file), report):
            continue
        digest.update(f"{file.name}\0{text}\0".encode())
        kind = named["kind"].partition(".")[0]
        template = compiled(Written(text.removeprefix(BOM).rstrip("\n"), Origin(str(file))), report)
        found.setdefault((named["language"], named["group"] or ""), {})[kind] = template
        if kind == "html":
            from report.mail.markup import check_html

            check_html(template.origin, text.removeprefix(BOM), report)
        if kind == "subject" and len(template.lines) > 1:
            report.error(template.origin._replace(line=2), message("subject-lines"))
        elif kind != "html" and not text.removeprefix(BOM).strip():
            report.error(template.origin, message("template-empty"))
    return Templates(_letterheads(folder, found, report), digest.hexdigest())


def _letterheads(
    folder: Path, found: dict[tuple[str, str], dict[str, Template]], report: Report
) -> dict[tuple[str, str], Letterhead]:
    made = {}
    for (language, group), kinds in found.items():
        stem = f"{language}.{group}" if group else language
        subject = kinds.get("subject") or found.get((language, ""), {}).get("subject")
        first = next(iter(kinds.values())).origin
        if "txt" not in kinds:
            if "html" in kinds or not group:
                report.error(first, message("template-without-text", file=f"{stem}.txt"))
            elif whole := found.get((language, "")):  # another subject alone
                kinds = {**whole, **kinds}
        if "txt" in kinds and subject is None:
            report.error(
                kinds["txt"].origin, message("template-without-subject", file=str(folder / f"{language}.subject.txt"))
            )
        if "txt" in kinds and "html" not in kinds:
            text = kinds["txt"].origin
            report.warning(text, message("template-without-html", file=Path(text.file).name, html=f"{stem}.html"))
        if "txt" in kinds and subject:
            made[language, group] = Letterhead(subject, kinds["txt"], kinds.get("html"))
    return made


def compiled(written: Written, report: Report) -> Template:
    """A text taken apart into words and expressions."""
    lines: list[tuple[str | Slot, ...]] = []
    begun = 0
    for line in written.text.split("\n"):
        pieces: list[str | Slot] = []
        at = 0
        for found in re.finditer(EXPRESSION, line):
            if found["unclosed"]:
                report.error(written.place(begun + found.start()), message("braces-unclosed"))
                continue
            pieces += [line[at : found.start()], Slot(found["source"], written, begun + found.start("source"))]
            at = found.end()
        pieces.append(line[at:])
        lines.append(tuple(piece for piece in pieces if piece != ""))
        begun += len(line) + 1
    return Template(written.origin, tuple(lines))


def filler(template: Template, lookup: Lookup, example: Words, is_html: bool, report: Report) -> Fill:
    """What words a template for a recipient. example: the words of one, with which every expression is tried: mistakes
    are told at their places."""
    asked: set[str] = set()

    def known(words: Words) -> Lookup:
        def find(id: str) -> object:
            if id in words:
                asked.add(id)
                return words[id]
            return lookup(id)

        return find  # type: ignore[return-value]

    tried = known(example)
    parts: list[tuple[str | Slot, ...]] = []
    for line in template.lines:
        pieces: list[str | Slot] = []
        for piece in line:
            asked.clear()
            try:
                words = "" if isinstance(piece, str) else piece.worded(tried)
            except ExpressionError as error:
                piece.told(error, report)
                continue
            pieces.append(piece if isinstance(piece, str) or asked else _escaped(words, is_html))
        is_fixed = not any(isinstance(piece, Slot) for piece in pieces)
        if is_fixed and any(isinstance(piece, Slot) for piece in line) and not "".join(pieces).strip():  # type: ignore[arg-type]
            continue
        if is_fixed and parts and not any(isinstance(piece, Slot) for piece in parts[-1]):
            parts[-1] = (f"{''.join(parts[-1])}\n{''.join(pieces)}",)  # type: ignore[arg-type]
        else:
            parts.append(tuple(pieces))

    def fill(words: Words) -> str:
        find = known(words)
        made = []
        for line in parts:
            text = "".join(p if isinstance(p, str) else _escaped(p.worded(find), is_html) for p in line)
            if text.strip() or not any(isinstance(piece, Slot) for piece in line):
                made.append(text)
        return "\n".join(made)

    return fill


def _escaped(words: str, is_html: bool) -> str:
    return html.escape(words) if is_html and not isinstance(words, Markup) else words


def unclear(templates: Letterhead, said: Mapping[str, Message]) -> list[tuple[Origin, Message]]:
    """What a letter must say and does not: of each part, the messages of the words that it never names."""
    from report.figures.expressions import names

    found = []
    for part in filter(None, (templates.text, templates.html)):
        named = {name for slot in part.slots for name, _ in names(slot.source)}
        missing = tuple(what for word, what in said.items() if word not in named)
        if missing:
            found.append((part.origin, message("template-silent", what=missing)))
    return found
