"""Links lead somewhere, and say where, also to a reader who hears them one after another (WCAG 2.1, 2.4.4; ISO 14289-1,
7.18.5).

In: the Brochure. Out: nothing. Errors go to the report: a place that there is not, two places of one name. Warnings, at
the words of the link: words that would do for any link, no words at all, and the same words for two targets within a
section or a page of its own. An address as its own words is fine: on paper it is the only way there.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from report.blocks import Block
from report.content.model import Brochure
from report.content.walk import nodes
from report.messages import Origin, Report, did_you_mean, message
from report.text import Text, runs_of, words_of

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


def check_destinations(brochure: Brochure, report: Report) -> None:
    """Places within the brochure: its sections, and blocks that have a name."""
    known = {f"section:{section.id}": section.origin for section in brochure.sections}
    for block in (node for section in brochure.sections for node in nodes(section) if isinstance(node, Block)):
        if name := block.destination:
            place = getattr(name, "origin", block.origin)
            if name in known:
                report.error(place, message("id-twice", what=message("places"), id=name, place=known[name]))
            known.setdefault(name, place)
    for link in (link for part in (*brochure.pages, *brochure.sections) for link in _links(part)):
        if link.target.startswith("#") and link.target[1:] not in known:
            name = link.target[1:]
            report.error(link.origin, message("place-unknown", name=name), did_you_mean(name, known))


def _check_part(part: Any, report: Report) -> None:
    first: dict[str, Link] = {}
    for link in _links(part):
        bare = _bare(link.words)
        if not bare or bare in VAGUE:
            report.warning(link.origin, message("link-vague", words=link.words))
            continue
        other = first.setdefault(bare, link)
        if other.target != link.target:
            report.warning(link.origin, message("links-alike", words=link.words, place=other.origin))


def _links(part: Any) -> Iterator[Link]:
    """The links of a part."""
    for node in nodes(part):
        for paragraph in node.paragraphs if type(node) is Text else ():
            for target, runs in itertools.groupby(runs_of(paragraph), lambda run: run.link):
                if target:
                    linked = tuple(runs)
                    yield Link(words_of(linked), target, linked[0].origin)


def _bare(words: str) -> str:
    """The words to compare: letters and digits only, in one form."""
    return "".join(c for c in unicodedata.normalize("NFKC", words).casefold() if unicodedata.category(c)[0] in "LN")
