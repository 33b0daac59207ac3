"""A part of a message as text, whatever it was wrapped in: for messages of strangers.

In: what the standard library's parser makes of bytes. Out: text; nothing is raised for what is broken.
"""

from __future__ import annotations

import base64
import binascii
import email.message
import quopri
import re

TEXT = 64_000  # bytes of a part that are looked at


def header(made: email.message.Message, name: str) -> str:
    """Unfolded; what is not ASCII decoded as well as may be."""
    for key, value in made.raw_items():
        if key.lower() == name.lower():
            return " ".join(decoded(str(value).encode("utf-8", "surrogateescape")).split())
    return ""


def text_of(part: email.message.Message) -> str:
    """Of a part that is no multipart."""
    raw = part.get_payload(decode=True)
    return decoded(raw[:TEXT], str(part.get_param("charset", ""))) if isinstance(raw, bytes) else ""


def unwrapped(raw: bytes, part: email.message.Message) -> bytes:
    """Out of base64 or quoted-printable."""
    match header(part, "Content-Transfer-Encoding").lower():
        case "base64":
            try:
                return base64.b64decode(raw + b"==")
            except binascii.Error:
                return raw
        case "quoted-printable":
            return quopri.decodestring(raw)
    return raw


def decoded(raw: bytes, charset: str = "") -> str:
    """charset: as stated; carriers state none, or a wrong one."""
    named = {"shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "iso-2022-jp": "iso2022_jp_ext"}
    tried = ["iso2022_jp_ext"] if b"\x1b$" in raw else []
    tried += [named.get(charset.lower(), charset.lower())] if charset else []
    for name in (*tried, "utf-8"):
        try:
            return raw.decode(name)
        except (LookupError, ValueError):
            continue
    guesses = [raw.decode(name, "replace") for name in ("cp932", "euc_jp")]
    return min(
        guesses, key=lambda text: len(re.findall("[\ufffd\uff61-\uff9f]", text))
    )  # each is gibberish in the other


def decoded_words(words: str) -> str:
    """A header in encoded words (RFC 2047)."""
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(words)))
    except (LookupError, ValueError):
        return words
