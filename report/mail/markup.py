"""HTML of a letter: what a mail program would take out, fetch or run is told at its place; so is an expression where
its value could not be told from the markup.

In: the text of a template. Out: located errors.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from report.messages import Message, Origin, Report, message
from report.source.characters import place_of

COVER = "cid:cover"
FORBIDDEN = (
    "script", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "link", "base", "svg", "math",
    "video", "audio", "source", "template", "noscript", "textarea", "select",
)  # fmt: skip
FETCHING = ("src", "srcset", "background", "poster", "data", "lowsrc", "dynsrc")
LINKING = ("href", "action", "formaction", "cite", "longdesc", "ping", "xlink:href")
SAFE_WORDS = ("link", "unsubscribe")  # of which a link may be made
TARGET = r"(?:https://|mailto:|tel:|#)[^\s{}]*|(?:mailto:)?\{\{\s*(?:" + "|".join(SAFE_WORDS) + r")\s*\}\}"


def check_html(origin: Origin, text: str, report: Report) -> None:
    """origin: of the file."""
    parser = _Parser(origin, report)
    parser.feed(text)
    parser.close()
    for found in re.finditer(r"<[/!?]?\s*\{\{", text):  # to the library text; with a value, an element
        report.error(place_of(text, found.start(), origin.file), message("html-expression"))


class _Parser(HTMLParser):
    def __init__(self, origin: Origin, report: Report) -> None:
        super().__init__(convert_charrefs=False)
        self.origin, self.report = origin, report
        self.in_style = False

    def tell(self, wrong: Message) -> None:
        line, column = self.getpos()
        self.report.error(Origin(self.origin.file, line, column + 1), wrong)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN or "{" in tag:
            self.tell(message("html-element", name=tag))
        self.in_style = tag == "style"
        given = dict(attributes)
        if len(given) < len(attributes) or not _is_quoted(self.get_starttag_text() or ""):
            self.tell(message("html-expression"))
        for name, value in attributes:
            self.attribute(name, (value or "").strip())
        if tag == "img" and not (given.get("alt") or "").strip():
            self.tell(message("html-alt"))
        if tag == "meta" and "refresh" in (given.get("http-equiv") or "").lower():
            self.tell(message("html-element", name="meta refresh"))

    def attribute(self, name: str, value: str) -> None:
        if name.startswith("on"):
            self.tell(message("html-event", name=name))
        elif name in FETCHING and value != COVER:
            self.tell(message("html-outside"))
        elif name in LINKING and not re.fullmatch(TARGET, value):
            self.tell(message("html-link"))
        elif name == "style":
            self.style(value)

    def style(self, words: str) -> None:
        if re.search(r"url\s*\(|@import|expression\s*\(|\\", words, re.IGNORECASE):
            self.tell(message("html-outside"))
        if "{{" in words:
            self.tell(message("html-expression"))

    def handle_endtag(self, tag: str) -> None:
        self.in_style = False

    def handle_data(self, data: str) -> None:
        if self.in_style:
            self.style(data)

    def handle_comment(self, data: str) -> None:
        if "{{" in data:
            self.tell(message("html-expression"))

    def unknown_decl(self, data: str) -> None:
        self.tell(message("html-element", name=f"![{data[:10]}"))

    def handle_pi(self, data: str) -> None:
        self.tell(message("html-element", name=f"?{data[:10]}"))


def _is_quoted(tag: str) -> bool:
    """Whether the expressions of a tag stand between the quotes of its attributes' values."""
    return "{{" not in re.sub(r"=\s*(?:\"[^\"]*\"|'[^']*')", "", tag)
