"""A mailing put together: one edition's file, the templates, the recipients.

In: a Config, Templates, the brochure and its figures, the file. Out: a Post, a Mailing whose letters are made one by
one; before it there is one, every template was tried, and everyone has one that serves.
"""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from report.mail.addresses import parts_of
from report.mail.config import Config, Language, Mailbox
from report.mail.lexicon import OF_RECIPIENT, Enclosed, Lexicon, Matter, words_of
from report.mail.message import Mailto, Said, Shared, Unsound, composed, encoded, proved
from report.mail.model import Letter, Recipient, Relay
from report.mail.templates import (
    LONGEST_SUBJECT,
    Fill,
    Letterhead,
    Templates,
    filler,
    unclear,
)
from report.messages import Report, did_you_mean, failure, message
from report.text.edition import Edition

SAID = {  # what every letter must say, and how that is called to who wrote the template
    "sender": message("says-sender"),
    "contact": message("says-contact"),
    "unsubscribe": message("says-stop"),
}
Clock = Callable[[], str]  # the Date of a letter made now


class Form(NamedTuple):
    """What fills in the letters of one letterhead."""

    language: Language
    code: str
    subject: Fill
    text: Fill
    html: Fill | None
    file_name: str


class Post:
    """A Mailing. Letters are proved before they are handed out; raises Failure where one is not sound."""

    def __init__(
        self,
        shared: Shared,
        forms: dict[tuple[str, str], Form],
        chosen: tuple[Recipient, ...],
        clock: Clock,
        *,
        edition: str,
        relay: Relay,
    ):
        self.shared, self.recipients, self.clock, self.edition, self.relay = shared, chosen, clock, edition, relay
        self._forms = forms

    @property
    def key(self) -> str:
        return self.shared.key

    @property
    def count(self) -> int:
        return len(self.recipients)

    @property
    def sender(self) -> str:
        return self.shared.sender.address

    @functools.cached_property
    def subject(self) -> str:
        return self.said(self.recipients[0]).subject

    @functools.cached_property
    def size(self) -> int:
        return max(sum(map(len, composed(self.said(each), self.shared).parts)) for each in self.recipients)

    def letters(self) -> Iterator[Letter]:
        return map(self.letter, self.recipients)

    def letter(self, recipient: Recipient) -> Letter:
        said = self.said(recipient)
        try:
            if not 0 < len(said.subject) <= LONGEST_SUBJECT:
                raise Unsound("the length of the subject")
            return proved(composed(said, self.shared), said, self.shared)
        except Unsound as wrong:
            problem = message("letter-unsound", address=recipient.address, problem=str(wrong))
            raise failure(recipient.origin, problem) from None

    def said(self, recipient: Recipient) -> Said:
        form = self._forms.get((recipient.language, recipient.group)) or self._forms[recipient.language, ""]
        words = words_of(recipient)
        return Said(
            to=Mailto(_named(recipient), recipient.address),
            subject=form.subject(words).strip(),
            text=form.text(words),
            html=form.html(words) if form.html else "",
            language=form.code,
            date=self.clock(),
            file_name=form.file_name,
            from_name=form.language.from_name,
        )


def prepare(
    config: Config, templates: Templates, matter: Matter, chosen: tuple[Recipient, ...], clock: Clock, report: Report
) -> Post:
    """Raises Failure: all that is wrong with templates, groups and sizes is found here, before anything is sent."""
    pdf = _attached(config, matter.enclosed, report)
    edition = Edition(matter.figures, report, matter.brochure.year)
    say = Lexicon(config, matter, edition, linked=pdf is None)
    _check_served(config, templates, chosen, report)
    forms = {}
    for (code, group), letterhead in templates.letterheads.items():
        if language := config.languages.get(code):
            forms[code, group] = _form(letterhead, code, language, say, report)
            for origin, wrong in unclear(letterhead, SAID):
                report.error(origin, wrong)
        else:
            report.error(letterhead.text.origin, message("template-language-missing", language=code))
    report.check()
    front = matter.enclosed.front
    return Post(
        Shared(
            key=_key(matter, templates),
            sender=_mailto(config.sender),
            reply_to=_mailto(config.reply_to) if config.reply_to else None,
            unsubscribe=parts_of(config.unsubscribe.address).written,
            one_click=config.unsubscribe.one_click,
            cover=encoded(front.picture),
            pdf=pdf,
            fallback=f"{matter.brochure.id}.pdf" if matter.brochure.id.isascii() else "brochure.pdf",
        ),
        forms,
        chosen,
        clock,
        edition=f"{matter.brochure.id} {matter.brochure.year}",
        relay=config.relay,
    )


def chosen_of(recipients: tuple[Recipient, ...], group: str | None, report: Report) -> tuple[Recipient, ...]:
    """Those of a group; None: all. Raises Failure where there are none."""
    if group is None:
        return recipients
    chosen = tuple(each for each in recipients if each.group == group)
    if not chosen:
        groups = {each.group for each in recipients if each.group}
        report.error(None, message("group-of-nobody", group=group), did_you_mean(group, groups))
    report.check()
    return chosen


def _named(recipient: Recipient) -> str:
    """As the letter's To has it."""
    name = recipient.name or recipient.organisation
    return f"{name} {recipient.honorific}" if recipient.language == "ja" and recipient.honorific else name


def _mailto(mailbox: Mailbox) -> Mailto:
    return Mailto(str(mailbox.name), parts_of(mailbox.address).written)


def _key(matter: Matter, templates: Templates) -> str:
    brochure = matter.brochure
    file = hashlib.sha256(matter.enclosed.content).hexdigest()
    made = "\0".join((brochure.id, brochure.year, file, templates.checksum))
    return hashlib.sha256(made.encode()).hexdigest()


def _attached(config: Config, enclosed: Enclosed, report: Report) -> bytes | None:
    """The file in base64; None where a link is sent."""
    pdf = encoded(enclosed.content)
    if len(pdf) <= config.budget:
        return pdf
    sizes = {"size": f"{len(pdf) / 1e6:.3g}", "most": f"{config.max_attachment:.3g}"}
    if not config.link:
        report.error(enclosed.origin, message("mail-too-large", **sizes))
        return pdf
    report.warning(enclosed.origin, message("mail-linked", **sizes))
    for code, language in config.languages.items():
        if language.linked is None:
            report.error(language.origin, message("linked-missing", language=code))
    return None


def _check_served(config: Config, templates: Templates, chosen: tuple[Recipient, ...], report: Report) -> None:
    """Languages and groups that no template serves."""
    wanted = Counter((each.language, each.group) for each in chosen)
    first = {(each.language, each.group): each for each in reversed(chosen)}
    for (language, group), count in wanted.items():
        if templates.serving(language, group) is None:
            file = f"{language}.txt"
            who = first[language, group]
            place = getattr(who.language, "origin", who.origin)
            missing = message("template-missing", language=language, group=group, count=count, file=file)
            report.error(place, missing)


def _form(letterhead: Letterhead, code: str, language: Language, say: Lexicon, report: Report) -> Form:
    """The templates tried with a recipient: mistakes are told."""
    example = dict.fromkeys(OF_RECIPIENT, "例")
    fixed = say.of(language, report)
    plain, rich = say.lookup(fixed), say.lookup(fixed | {"delivery": say.linked_in_html(str(fixed["delivery"]))})
    subject = filler(letterhead.subject, plain, example, False, report)
    text = filler(letterhead.text, plain, example, False, report)
    page = filler(letterhead.html, rich, example, True, report) if letterhead.html else None
    for part in filter(None, (letterhead.text, letterhead.html)) if say.linked else ():
        if not {"delivery", "link"} & {slot.source.strip() for slot in part.slots}:
            report.error(part.origin, message("delivery-missing"))
    return Form(language, code, subject, text, page, say.file_name(language))
