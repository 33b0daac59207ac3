"""A letter as it travels (RFC 5322, MIME), and the proof that it arrives as it was made.

    mixed
      alternative
        text/plain                  always
        related                     of a letter with HTML
          text/html
          image/png   cid:…         the cover
      application/pdf               unless it is sent as a link

In: what one letter says (Said) and what all of a mailing have alike (Shared). Out: a Letter, whose large parts are the
same objects in each. Bodies are base64, so that no relay has a reason to touch a line; headers are ASCII, but for an
address that needs SMTPUTF8.
"""

from __future__ import annotations

import base64
import binascii
import functools
import hashlib
import re
from email.errors import NonASCIILocalPartDefect
from email.header import Header, decode_header, make_header
from email.headerregistry import Address, HeaderRegistry
from email.message import EmailMessage
from email.parser import Parser
from email.policy import SMTP, SMTPUTF8
from email.utils import parseaddr
from typing import NamedTuple
from urllib.parse import quote

from report.mail.model import Letter

LONGEST_LINE = 998  # bytes, without its end (RFC 5322, 2.1.1)
LARGE = 4096  # bytes: a part beyond it is looked at once, as all letters share it
ATOMS = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
END = "\r\n"
# The library reads a header anew whenever it is asked for it; most are the same in all letters.
HEADERS = functools.lru_cache(maxsize=64)(HeaderRegistry())
POLICIES = {wide: policy.clone(header_factory=HEADERS) for wide, policy in ((False, SMTP), (True, SMTPUTF8))}


class Unsound(Exception):
    """A letter that would not arrive as it was made: why, in a word for the maintainers."""


class Mailto(NamedTuple):
    """A name, and an address as it travels."""

    name: str
    address: str

    @property
    def header(self) -> str:
        """Put together of its parts, so that nothing in a name ends it."""
        return f"{phrase(self.name)}{END} <{self.address}>" if self.name else self.address


class Shared(NamedTuple):
    """What all letters of a mailing have alike.

    key: of the mailing. unsubscribe: an address. one_click: a URL with `{{ id }}`, "" without. cover, pdf: in base64,
    lines ended; None where there is none. fallback: the name of the PDF for who reads no other than ASCII.
    """

    key: str
    sender: Mailto
    reply_to: Mailto | None
    unsubscribe: str
    one_click: str
    cover: bytes | None
    pdf: bytes | None
    fallback: str

    def boundary(self, what: str) -> str:
        """No line of base64 begins so."""
        return f"=_{self.key[:24]}.{what}"

    @property
    def domain(self) -> str:
        return self.sender.address.rpartition("@")[2]

    @property
    def cover_id(self) -> str:
        return f"cover.{self.key[:24]}@{self.domain}"

    def recipient_id(self, address: str) -> str:
        return recipient_id(self.key, address)


class Said(NamedTuple):
    """What one letter says. html: "" where it is text alone. date: as its header has it. file_name: of the PDF."""

    to: Mailto
    subject: str
    text: str
    html: str
    language: str
    date: str
    file_name: str
    from_name: str = ""


def recipient_id(key: str, address: str) -> str:
    """Of a letter: the same whenever it is made again, so that one sent twice, or returned, is recognised."""
    return hashlib.sha256(f"{key}\0{address}".encode()).hexdigest()[:32]


def encoded(content: bytes) -> bytes:
    """In base64, in lines."""
    return base64.encodebytes(content).replace(b"\n", b"\r\n")


def phrase(words: str) -> str:
    """A display name: one, whatever commas or quotes it holds."""
    if not words.isascii():
        return _encoded_words(words, len("Reply-To: "))
    return words if re.fullmatch(ATOMS, words) else '"' + re.sub(r'(["\\])', r"\\\1", words) + '"'


@functools.lru_cache(maxsize=64)
def _encoded_words(words: str, taken: int) -> str:
    """RFC 2047, folded. taken: of the first line, by the header's name."""
    return Header(words, "utf-8", maxlinelen=75, header_name="x" * taken).encode(linesep=END)


def composed(said: Said, shared: Shared) -> Letter:
    large = [piece for piece in ((said.html and shared.cover), shared.pdf) if piece]
    marks = [f"\0{number}\0" for number in range(len(large))]
    cover = marks[0] if said.html and shared.cover else ""
    pdf = marks[-1] if shared.pdf else ""
    whole = END.join([*_headers(said, shared), *_body(said, shared, cover, pdf), ""])
    between = [piece.encode() for piece in re.split("\0\\d+\0\r\n", whole)]
    parts = [between[0]]
    for piece, text in zip(large, between[1:], strict=True):
        parts += [piece, text]
    addresses = (said.to, shared.sender, shared.reply_to)
    return Letter(said.to.address, tuple(parts), not all(each.address.isascii() for each in addresses if each))


def _headers(said: Said, shared: Shared) -> list[str]:
    id = shared.recipient_id(said.to.address)
    sender = shared.sender._replace(name=said.from_name or shared.sender.name)
    stop = f"<mailto:{quote(shared.unsubscribe, safe='@')}?subject=unsubscribe>"
    lines = [f"From: {sender.header}", f"To: {said.to.header}"]
    if shared.reply_to:
        lines.append(f"Reply-To: {shared.reply_to.header}")
    plain = said.subject if said.subject.isascii() and len(said.subject) < 66 else ""
    lines += [
        f"Subject: {plain or _encoded_words(said.subject, len('Subject: '))}",
        f"Date: {said.date}",
        f"Message-ID: <{id}@{shared.domain}>",
    ]
    if shared.one_click:
        from report.mail.config import RECIPIENT

        lines.append(f"List-Unsubscribe: <{shared.one_click.replace(RECIPIENT, id)}>,{END} {stop}")
        lines.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    else:
        lines.append(f"List-Unsubscribe: {stop}")
    return [*lines, f"Content-Language: {said.language}", "MIME-Version: 1.0"]


def _body(said: Said, shared: Shared, cover: str, pdf: str) -> list[str]:
    """Its lines from the head of the outermost part on. cover, pdf: what stands in their places, "" without."""
    texts = _text("plain", said.text)
    if said.html:
        rich = _text("html", said.html.replace("cid:cover", f"cid:{shared.cover_id}"))
        if cover:
            rich = _multipart("related", shared, [rich, _cover(shared, cover)], '; type="text/html"')
        texts = _multipart("alternative", shared, [texts, rich])
    return _multipart("mixed", shared, [texts, _attachment(said, shared, pdf)]) if pdf else texts


def _multipart(kind: str, shared: Shared, parts: list[list[str]], more: str = "") -> list[str]:
    boundary = shared.boundary(kind)
    lines = [f'Content-Type: multipart/{kind}; boundary="{boundary}"{more}', ""]
    for part in parts:
        lines += [f"--{boundary}", *part]
    return [*lines, f"--{boundary}--", ""]


def _text(kind: str, words: str) -> list[str]:
    body = base64.encodebytes(words.replace("\n", END).encode()).decode().rstrip("\n")
    return [
        f"Content-Type: text/{kind}; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        body.replace("\n", END),
    ]


def _cover(shared: Shared, mark: str) -> list[str]:
    return [
        'Content-Type: image/png; name="cover.png"',
        "Content-Transfer-Encoding: base64",
        f"Content-ID: <{shared.cover_id}>",
        'Content-Disposition: inline; filename="cover.png"',
        "",
        mark,
    ]


def _attachment(said: Said, shared: Shared, mark: str) -> list[str]:
    """Its name in three forms: RFC 2231 for who reads that, RFC 2047 in `name=` for older Outlook, and ASCII."""
    name, words = said.file_name, []
    if not name.isascii():
        words = _encoded_words(name, len("Content-Type: ")).split(f"{END} ")
    return [
        f'Content-Type: application/pdf;{END} name="{f"{END} ".join(words) or name}"',
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment;"  # the form that says more stands first: some readers take the first
        + (f"{END} filename*=UTF-8''{quote(name, safe='')};" if words else "")
        + f'{END} filename="{shared.fallback if words else name}"',
        "",
        mark,
    ]


@functools.lru_cache(maxsize=8)
def _is_base64(part: bytes) -> bool:
    """Of a part that letters share: looked through once."""
    try:
        return encoded(binascii.a2b_base64(part, strict_mode=False)) == part
    except binascii.Error:
        return False


def checked(letter: Letter) -> Letter:
    """A letter that a server takes and the standard library reads as one message to one address. Raises Unsound."""
    read_back(letter)
    return letter


def read_back(letter: Letter) -> EmailMessage:
    """The message as a mail program reads it, its large parts cut short. Raises Unsound."""
    small = [part if len(part) < LARGE or not _is_base64(part) else part[:78] for part in letter.parts]
    data = b"".join(small)
    ends = data.count(b"\r\n")
    if not data.endswith(b"\r\n") or not ends == data.count(b"\r") == data.count(b"\n") or b"\0" in data:
        raise Unsound("a line end, or NUL")
    if max(map(len, data.split(b"\r\n"))) > LONGEST_LINE:
        raise Unsound("a long line")
    if not letter.smtputf8 and not data.isascii():
        raise Unsound("not ASCII")
    made = Parser(policy=POLICIES[letter.smtputf8]).parsestr(data.decode())  # that of bytes reads headers as ASCII
    assert isinstance(made, EmailMessage)
    for part in made.walk():
        if part.defects:
            raise Unsound(f"{part.get_content_type()}: {part.defects}")
    names = [name for name, _ in made.items()]
    for name in ("From", "To", "Subject", "Date", "Message-ID"):
        if names.count(name) != 1 or any(not isinstance(each, NonASCIILocalPartDefect) for each in made[name].defects):
            raise Unsound(f"the header {name}")
    if [_written(each) for each in made["To"].addresses] != [letter.address]:
        raise Unsound("the address")
    return made


def proved(letter: Letter, said: Said, shared: Shared) -> Letter:
    """The same letter, read back and found to say what was meant. Raises Unsound."""
    made = read_back(letter)
    sender = shared.sender._replace(name=said.from_name or shared.sender.name)
    raw = dict(made.raw_items())
    for name, meant in (("From", sender), ("To", said.to), ("Reply-To", shared.reply_to)):
        if (_read(raw[name]) if name in raw else None) != meant:
            raise Unsound(f"the names of {name}")
    if made["Subject"] != said.subject:
        raise Unsound("the subject")
    kinds = {part.get_content_type(): part for part in made.walk()}
    said_html = said.html.replace("cid:cover", f"cid:{shared.cover_id}")
    for kind, meant_text in (("plain", said.text), ("html", said_html)):
        part = kinds.get(f"text/{kind}")
        if (part.get_payload(decode=True) if part else b"") != meant_text.replace("\n", END).encode():
            raise Unsound(f"the text, {kind}")
    file = kinds.get("application/pdf")
    if (file.get_filename() if file else None) != (said.file_name if shared.pdf else None):
        raise Unsound("the file's name")
    return letter


@functools.lru_cache(maxsize=64)
def _read(raw: str) -> Mailto:
    """A header of one address. The library's newer parser leaves a space between two encoded words of a name."""
    name, address = parseaddr(re.sub(r"\r\n(?=[ \t])", "", raw))
    return Mailto(str(make_header(decode_header(name))), address)


def _written(address: Address) -> str:
    """As it travels; a local part in quotes loses them when it is read."""
    local = address.username
    return f'"{local}"@{address.domain}' if re.search(r"^\.|\.\.|\.$", local) else f"{local}@{address.domain}"
