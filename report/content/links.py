"""Links say where they lead, also to a reader who hears them one after another (WCAG 2.1, 2.4.4; ISO 14289-1, 7.18.5).

In: the Brochure. Out: nothing; warnings go to the report, at the words of the link: words that would do for any link,
no words at all, and the same words for two targets within a section or a page of its own. An address as its own words
is fine: on paper it is the only way there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from report.content.markup import SIGNS, parse
from report.content.model import Brochure
from report.content.walk import nodes
from report.diagnostics import Origin, Report
from report.source import Text

VAGUE = frozenset((
    "こちら", "こちらから", "こちらをクリック", "ここ", "ここから", "ここをクリック", "クリック", "リンク", "リンク先",
    "詳細", "詳細はこちら", "詳しく", "詳しくはこちら", "くわしくはこちら", "もっと見る", "続き", "続きはこちら",
    "続きを読む", "click", "clickhere", "details", "here", "learnmore", "link", "more", "readmore", "thislink",
))  # fmt: skip


class Link(NamedTuple):
    words: str
    target: str
    origin: Origin


def check_links(brochure: Brochure, report: Report) -> None:
    for part in (*brochure.pages, *brochure.sections):
        _check_part(part, report)


def _check_part(part: Any, report: Report) -> None:
    first: dict[str, Link] = {}
    for link in _links(part):
        bare = _bare(link.words)
        if not bare or bare in VAGUE:
            report.warning(link.origin, f'the link says only "{link.words}"', "name where it leads")
            continue
        other = first.setdefault(bare, link)
        if other.target != link.target:
            hint = f"name where each leads; the other is at {other.origin}"
            report.warning(link.origin, f'two links say "{link.words}" and lead to different places', hint)


def _links(part: Any) -> Iterator[Link]:
    """The links of a part. Mistakes in marks are told where the texts are set."""
    for node in nodes(part):
        if type(node) is not Text or "](" not in node.source:
            continue
        for paragraph in parse(node, Report()):
            link: Link | None = None
            for run in paragraph:
                if link and run.link != link.target:
                    yield link
                    link = None
                if run.link:
                    words = run.text.translate(UNSEEN)
                    link = link._replace(words=link.words + words) if link else Link(words, run.link, run.origin)
            if link:
                yield link


UNSEEN = {ord(sign): None for sign in SIGNS.values()}


def _bare(words: str) -> str:
    """The words to compare: letters and digits only, in one form."""
    return "".join(c for c in unicodedata.normalize("NFKC", words).casefold() if unicodedata.category(c)[0] in "LN")
