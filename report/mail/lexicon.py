"""The words of a letter that are no figures: `{{ name }}` of its recipient, `{{ pages }}` `{{ contact }}`.

In: a recipient; a Config, and what there is to write about. Out: what each word stands for. A word goes before a figure
of the same id.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import NamedTuple

from report.conform.cover import Front
from report.content.model import Brochure
from report.figures.arithmetic import Value, Years
from report.figures.expressions import ExpressionError, Lookup
from report.figures.model import Amount, Figures
from report.mail.config import Config, Language, unfit_file_name
from report.mail.model import Recipient
from report.mail.templates import Markup, compiled, filler
from report.messages import Origin, Report, did_you_mean, message, nearest
from report.text.edition import Edition

OF_RECIPIENT = ("name", "organisation", "honorific", "address", "group", "addressee")


class Enclosed(NamedTuple):
    """The file that is sent. front: its cover, and how many pages it has."""

    origin: Origin
    content: bytes
    front: Front


class Matter(NamedTuple):
    """What there is to write about."""

    brochure: Brochure
    figures: Figures
    enclosed: Enclosed


class Lexicon:
    """What words of a template stand for that are the same for all who read its language."""

    def __init__(self, config: Config, matter: Matter, edition: Edition, linked: bool):
        self.config, self.matter, self.edition, self.linked = config, matter, edition, linked
        brochure, enclosed = matter.brochure, matter.enclosed
        self.told: set[str] = set()  # words that stand for nothing, which is told already
        size = len(enclosed.content)
        megabytes = size >= 1_000_000
        self.common: dict[str, str | Amount] = {
            "title": edition.text(brochure.title).plain.replace("\n", " "),
            "publisher": edition.text(brochure.publisher).plain.replace("\n", " "),
            "fiscal-year": str(edition.current),
            "pages": Amount(float(enclosed.front.pages), "ページ"),
            "size": Amount(size / (1e6 if megabytes else 1e3), "MB" if megabytes else "kB", digits=int(megabytes)),
            "link": config.link,
            "reply-to": str((config.reply_to or config.sender).address),
            "unsubscribe": str(config.unsubscribe.address),
        }
        for number, headline in enumerate(config.figures, 1):
            found = edition.figure(headline.id).found
            if found is None:
                self.told |= {f"headline.{number}", f"headline.{number}.label"}
                continue
            if found.status == "provisional":
                edition.report.warning(headline.origin, message("headline-provisional", id=found.id))
            label = str(headline.label) or found.name or matter.figures.detail(found).definition
            self.common |= {f"headline.{number}": found.amount(), f"headline.{number}.label": label}

    def file_name(self, language: Language) -> str:
        if language.attachment:
            return str(language.attachment)
        title = "".join(str(self.common["title"]).split())[:40]
        return f"{title}.pdf" if not unfit_file_name(f"{title}.pdf") else f"{self.matter.brochure.id}.pdf"

    def of(self, language: Language, report: Report) -> dict[str, str | Amount]:
        """All of them, in a language."""
        words = self.common | {
            "sender": str(language.sender),
            "contact": str(language.contact),
            "file": self.file_name(language),
            "delivery": "",
        }
        sentence = language.linked if self.linked else language.attached
        if sentence:
            template = compiled(sentence, report)
            words["delivery"] = filler(template, self.lookup(words), {}, False, report)({})
        return words

    def linked_in_html(self, delivery: str) -> Markup:
        """That sentence, in which the link is one."""
        words, link = html.escape(delivery), html.escape(self.config.link)
        made = words.replace(link, f'<a href="{link}">{link}</a>') if link else words
        return Markup(made.replace("\n", "<br>"))

    def lookup(self, words: Mapping[str, str | Amount]) -> Lookup:
        """Of these words; of figures by their ids."""

        def find(id: str) -> Value | Years:
            if id in words:
                return words[id]
            if id in self.told:
                raise ExpressionError(0, None)
            try:
                return self.edition.named(id, {})
            except KeyError as unknown:
                known, of_figures = (*words, *OF_RECIPIENT), unknown.args[0]
                raise KeyError(lambda: did_you_mean(id, known) if nearest(id, known) else of_figures()) from None

        return find


def words_of(recipient: Recipient) -> dict[str, str]:
    """What `{{ name }}` and the like stand for."""
    each = recipient
    if each.language == "ja":
        addressee = "　".join(filter(None, (each.organisation, f"{each.name} {each.honorific}".strip())))
    else:
        addressee = " ".join(filter(None, (each.honorific, each.name or each.organisation)))
    return {
        "name": each.name,
        "organisation": each.organisation,
        "honorific": each.honorific,
        "address": each.address,
        "group": each.group,
        "addressee": addressee,
    }
