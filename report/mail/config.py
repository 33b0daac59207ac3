"""data/mail/mail.yaml: who writes, what goes with each language, how large a letter may be, which relay takes it.

In: the file. Out: a Config whose addresses, names and links can stand in a header as they are; mistakes have places.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec

from report.content.schema import schema_of
from report.figures.model import FigureRef
from report.mail.addresses import Unfit, check_name, parts_of
from report.mail.model import Relay
from report.messages import Message, Origin, Report, message
from report.source import Written, read
from report.source.folder import Folder

FILE = "mail.yaml"
HEADLINES = 3
LARGEST = 100  # MB: no relay takes more
LONGEST_FILE_NAME = 60  # characters
HERE = ("localhost", "127.0.0.1", "::1")
URL = r"https://[A-Za-z0-9.-]+\.[A-Za-z0-9-]+(?::\d+)?(?:[/?#][A-Za-z0-9_!$&'*+,./:;=?@%~#-]*)?"
RECIPIENT = "{{ id }}"  # in the address of one-click unsubscription


class Mailbox(msgspec.Struct, frozen=True, kw_only=True):
    """name: shown in the place of the address."""

    SHORTHAND = "address"
    origin: Origin
    address: str
    name: str = ""


class Unsubscribe(msgspec.Struct, frozen=True, kw_only=True):
    """How to stop further letters. address: takes a mail that says so.

    one-click: an https address that takes a POST (RFC 8058), in which `{{ id }}` stands for the recipient, as in the
    Message-ID; only with a relay that signs the headers (`signs-unsubscribe: true`).
    """

    SHORTHAND = "address"
    origin: Origin
    address: str
    one_click: str = ""


class Headline(msgspec.Struct, frozen=True, kw_only=True):
    """A figure for the letter. label: in words; without, the name of its series."""

    SHORTHAND = "id"
    origin: Origin
    id: FigureRef
    label: str = ""


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """What the letters of one language say. sender: who sends, in full. contact: how to reach them. from-name: instead
    of the name of `from`.

    attachment: the name of the attached file, short; without, the title. attached: the sentence about the attached
    file, `{{ delivery }}` in a template. linked: that about the link, where the file is too large to attach.
    """

    origin: Origin
    sender: str
    contact: str
    attached: Written
    linked: Written | None = None
    attachment: str = ""
    from_name: str = ""


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """data/mail/mail.yaml. languages: by the language of the templates ("ja"). figures: three headline figures, in
    templates `{{ headline.1 }}` and so on.

    max-attachment: MB (of 1,000,000 bytes) that the attached file may take in the letter, where it is a third larger
    than on the disk (base64). link: where the file can be fetched if it is larger.
    """

    origin: Origin
    sender: Mailbox = msgspec.field(name="from")
    reply_to: Mailbox | None = None
    unsubscribe: Unsubscribe
    languages: dict[str, Language]
    figures: tuple[Headline, ...]
    relay: Relay
    max_attachment: float = 5.0
    link: str = ""

    @property
    def budget(self) -> int:
        """Bytes."""
        return round(self.max_attachment * 1_000_000)


def load_config(folder: Path, report: Report) -> Config | None:
    """That of a folder `mail`; None after errors."""
    before, origin = report.blocking, Origin(str(folder / FILE))
    file = Folder(folder, report).find(FILE, origin, message("file-missing"))
    config = file and read(file, Config, report)
    if config:
        _check(config, report)
    return config if report.blocking == before else None


def schema_text() -> str:
    """The JSON Schema of the file, as data/schema/ holds it."""
    return json.dumps(schema_of(Config, "mail (report)"), ensure_ascii=False, indent=2) + "\n"


def _check(config: Config, report: Report) -> None:
    for mailbox in filter(None, (config.sender, config.reply_to)):
        _check_address(mailbox.address, report)
        _check_words(mailbox.name, report)
    _check_address(config.unsubscribe.address, report)
    if found := re.search(r"[^A-Za-z0-9@._+-]", config.unsubscribe.address):  # in a link it would begin a query
        stop = config.unsubscribe.address
        report.error(_place(stop), message("address-sign", sign=found[0], address=stop))
    if len(config.figures) != HEADLINES:
        report.error(config.figures[0].origin, message("headlines-count", count=len(config.figures), due=HEADLINES))
    for headline in config.figures:
        _check_words(headline.label, report)
    for code, language in config.languages.items():
        if not re.fullmatch("[a-z]{2,3}", code):
            report.error(_place(code) or language.origin, message("language-code-wrong", code=code))
        for words in (language.sender, language.contact, language.from_name, language.attachment):
            _check_words(words, report)
        _check_file_name(language.attachment, report)
    if not 0 < config.max_attachment <= LARGEST:
        report.error(config.origin, message("budget-wrong", most=LARGEST))
    if config.link and not re.fullmatch(URL, config.link):
        report.error(_place(config.link), message("mail-link-wrong", link=config.link))
    _check_one_click(config, report)
    _check_relay(config.relay, report)


def _check_address(address: str, report: Report) -> None:
    try:
        parts_of(address)
    except Unfit as wrong:
        report.error(_place(address), wrong.message, wrong.hint)


def _check_words(words: str, report: Report) -> None:
    try:
        check_name(words)
    except Unfit as wrong:
        report.error(_place(words), wrong.message, wrong.hint)


def _check_file_name(name: str, report: Report) -> None:
    if name and (wrong := unfit_file_name(name)):
        report.error(_place(name), wrong)


def unfit_file_name(name: str) -> Message | None:
    """What keeps a name from being one of a PDF on all systems."""
    if found := re.search(r'[\\/:*?"<>|]', name):
        return message("attachment-sign", sign=found[0])
    if not name.lower().endswith(".pdf") or name.startswith((".", "~", " ")) or len(name) < 5:
        return message("attachment-ending", name=name)
    if len(name) > LONGEST_FILE_NAME:
        return message("attachment-long", most=LONGEST_FILE_NAME)
    return None


def _check_one_click(config: Config, report: Report) -> None:
    address = config.unsubscribe.one_click
    if not address:
        return
    if address.count(RECIPIENT) != 1 or not re.fullmatch(URL, address.replace(RECIPIENT, "x")):
        report.error(_place(address), message("one-click-wrong", address=address))
    elif not config.relay.signs_unsubscribe:
        report.error(_place(address), message("one-click-unsigned"))


def _check_relay(relay: Relay, report: Report) -> None:
    place = _place(relay.host)
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[?[0-9A-Fa-f:]+\]?", relay.host):
        report.error(place, message("relay-host-wrong", host=relay.host))
    elif relay.security == "none" and relay.host not in HERE:
        report.error(place, message("relay-plain", host=relay.host))
    if relay.port > 65535:
        report.error(relay.origin, message("relay-port-wrong", port=relay.port))
    if not 0 < relay.rate <= 1000:
        report.error(relay.origin, message("relay-rate-wrong"))
    if not 1 <= relay.timeout <= 3600:
        report.error(relay.origin, message("relay-timeout-wrong"))
    _check_words(relay.user, report)
    if relay.dkim_selector and not re.fullmatch(
        r"[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,60}[A-Za-z0-9_])?", relay.dkim_selector
    ):
        report.error(_place(relay.dkim_selector), message("dkim-selector-wrong", selector=relay.dkim_selector))


def _place(word: str) -> Origin | None:
    return getattr(word, "origin", None)
