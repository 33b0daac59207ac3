"""A line to the relay: what is said on it, and what is taken for an answer.

In: a Relay, the password, commands, a letter's bytes. Out: Replies; or an OSError or smtplib's exceptions, of which
Rubbish is for what is no answer. smtplib knows the protocol; here it is made to doubt what it reads.
"""

from __future__ import annotations

import contextlib
import functools
import ipaddress
import re
import select
import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from report.mail.model import Relay
from report.messages import Message, message

BLOCK = 1 << 16  # bytes sent at once: a time limit is for each
LINES, LINE = 100, 2000  # of a reply; RFC 5321 has 512
SHOWN = 80  # characters of what is no reply
LARGE = 1 << 16  # parts of this size are looked through once for all letters
CLOSING = 421  # the relay ends the connection, whatever was asked


class Reply(NamedTuple):
    """The relay's answer to a letter. code: 0 where it need not be asked. to_sender: about MAIL FROM, so not about this
    recipient."""

    code: int
    text: str
    to_sender: bool = False

    @property
    def sent(self) -> bool:
        return 200 <= self.code < 300

    @property
    def again(self) -> bool:
        """For now only (RFC 5321: 4yz)."""
        return 400 <= self.code < 500


class Hopeless(Exception):
    """The relay is not what was configured, or will not have us."""

    def __init__(self, about: Message) -> None:
        super().__init__(about)
        self.about = about


class Rubbish(smtplib.SMTPException):
    """What came is no reply of SMTP."""


class Line(smtplib.SMTP):
    """smtplib's client, with replies that are looked at, and the socket of the relay's kind."""

    def __init__(self, relay: Relay, context: ssl.SSLContext, password: str, timeout: float) -> None:
        self._relay, self._context, self._hidden = relay, context, _forms(relay.user, password)
        try:
            super().__init__(relay.host, relay.port, local_hostname="localhost", timeout=timeout)
        except BaseException:
            self.close()
            raise
        here = self.sock.getsockname()[0].partition("%")[0]
        self.local_hostname = (
            f"[IPv6:{here}]" if ":" in here else f"[{here}]"
        )  # the name of a desk is no one's business

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        made = socket.create_connection((host, port), timeout)
        try:
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else the dot waits 40 ms for what went before
            if self._relay.security == "none":
                if not ipaddress.ip_address(made.getpeername()[0].partition("%")[0]).is_loopback:
                    raise Hopeless(message("relay-in-the-clear", place=place_of(self._relay)))
            elif self._relay.security == "tls":
                return self._context.wrap_socket(made, server_hostname=host)
            return made
        except BaseException:
            made.close()
            raise

    def getreply(self) -> tuple[int, bytes]:
        """Raises OSError, SMTPServerDisconnected or Rubbish; the base class would take "abc" for -1."""
        if self.file is None:
            self.file = self.sock.makefile("rb")
        texts: list[bytes] = []
        while True:
            line = self.file.readline(LINE)
            if not line:
                raise smtplib.SMTPServerDisconnected("closed")
            found = re.fullmatch(rb"([2-5]\d\d)(?:([ -])([^\n]*?))?\r?\n", line)
            if not found or len(texts) == LINES:
                raise Rubbish(words_of(self._without_secrets(line))[:SHOWN])
            texts.append(self._without_secrets(found[3] or b"").strip())
            if found[2] != b"-":
                return int(found[1]), b"\n".join(texts)

    def _without_secrets(self, text: bytes) -> bytes:
        for secret in self._hidden:
            text = text.replace(secret, b"***")
        return text

    def reply(self) -> Reply:
        code, text = self.getreply()
        return Reply(code, words_of(text))

    def asked(self, command: str) -> Reply:
        """Raises Rubbish where an answer is there before its question: it would be taken for that to another."""
        if (early := self.heard()) is not None:
            if early.code == CLOSING:
                raise smtplib.SMTPServerDisconnected("closed")
            raise Rubbish(f"{early.code} {early.text}"[:SHOWN])
        self.command_encoding = "utf-8" if not command.isascii() else "ascii"
        self.putcmd(command)
        return self.reply()

    def pour(self, wire: Iterable[bytes]) -> Reply | None:
        """Send a letter's bytes; the reply of a relay that has refused it half-way, and hung up."""
        try:
            for part in wire:
                view = memoryview(part)
                for start in range(0, len(view), BLOCK):
                    self.sock.sendall(view[start : start + BLOCK])
        except (BrokenPipeError, ConnectionResetError):
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self.sock.settimeout(1.0)
                return self.reply()
            raise
        return None

    def heard(self) -> Reply | None:
        """What the relay has said before it was its turn. Raises OSError or an SMTPException if it has hung up, which
        sending alone does not tell: the system takes what is to be sent after the other side has gone, too."""
        poll = select.poll()
        poll.register(self.sock, select.POLLIN)
        moved = bool(poll.poll(0))
        self.sock.settimeout(0.0)
        try:
            words = self.file.peek(1)
        except ssl.SSLWantReadError:  # of TLS itself
            return None
        finally:
            self.sock.settimeout(self.timeout)
        if words:
            return self.reply()
        if moved:
            raise smtplib.SMTPServerDisconnected("closed")
        return None

    def log_in(self, user: str, password: str) -> None:
        if (user + password).isascii():
            self.login(user, password)
            return
        words = b64encode(f"\0{user}\0{password}".encode()).decode()  # smtplib's own writes ASCII only
        code, text = self.docmd("AUTH", f"PLAIN {words}")
        if code != 235:
            raise smtplib.SMTPAuthenticationError(code, text)


def stuffed(parts: Iterable[bytes]) -> Iterator[bytes]:
    """A letter's bytes as they travel: a dot at the beginning of a line is doubled (RFC 5321, 4.5.2). Raises ValueError
    where a line ends in CR or LF alone, which some servers take for the end of a letter."""
    last = b"\r\n"
    for part in filter(None, parts):
        if part.startswith(b".") and last.endswith(b"\n"):
            yield b"."
        yield _stuffed_large(part) if len(part) >= LARGE else _stuffed(part)
        last = part[-2:]
    if last != b"\r\n":
        raise ValueError("the letter does not end with its last line")


def _stuffed(part: bytes) -> bytes:
    if not part.count(b"\n") == part.count(b"\r\n") == part.count(b"\r"):
        raise ValueError("a line ends in CR or LF alone")
    return part.replace(b"\r\n.", b"\r\n..")


_stuffed_large = functools.lru_cache(maxsize=2)(_stuffed)  # the attachment: one object in all letters


def words_of(text: bytes | str) -> str:
    said = text.decode("utf-8", "backslashreplace") if isinstance(text, bytes) else text
    return " ".join(said.split())


def place_of(relay: Relay) -> str:
    return f"{relay.host}:{relay.port}"


def _forms(user: str, password: str) -> tuple[bytes, ...]:
    """The password as it may come back from a server."""
    if not password:
        return ()
    coded = [b64encode(text.encode()) for text in (password, f"\0{user}\0{password}")]
    return (password.encode(), *coded, *(text.rstrip(b"=") for text in coded))
