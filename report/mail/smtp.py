"""SMTP: a connection to the office's relay, which knows how far a letter has come on it.

In: a Relay, the password, letters. Out: the relay's Reply to each letter; or Hopeless, where no later try could end
otherwise (certificate, login, sender, size); or Lost, where one may, which says whether the final dot had been sent.

Before the dot a letter is nobody's but ours and may be sent again. From the dot to the reply it may be either side's.
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
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from report.mail.model import Letter, Relay
from report.messages import Foreign, Message, message

BLOCK = 1 << 16  # bytes sent at once: a time limit is for each
LINES, LINE = 100, 2000  # of a reply; RFC 5321 has 512
SHOWN = 80  # characters of what is no reply
LARGE = 1 << 16  # parts of this size are looked through once for all letters
ADDRESS = r'(?:"(?:[^"\\\x00-\x1f\x7f]|\\[\x20-\x7e])*"|[^\s<>"@(),:;\\\x00-\x20\x7f]+)@[^\s<>"@(),;\\\x00-\x20\x7f]+'
LOGINS = {"CRAM-MD5", "PLAIN", "LOGIN"}
CLOSING = 421  # the relay ends the connection, whatever was asked
SECRET = 4  # characters from which on a password is looked for in what a server says


class Waits(NamedTuple):
    """Seconds to wait for the relay: `answer` to connect and for each reply, `end` for the reply to a whole letter, for
    which RFC 5321 grants ten minutes."""

    answer: float = 60.0
    end: float = 600.0


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


class Lost(Exception):
    """The connection. dot: the final dot had been sent. used: it had taken letters before, and was lost at the first
    word of this one, as when a relay ends connections that have grown old. later: it said itself "not now"."""

    def __init__(self, about: Message, *, dot: bool = False, used: bool = False, later: bool = False) -> None:
        super().__init__(about)
        self.about, self.dot, self.used, self.later = about, dot, used, later


class _Rubbish(smtplib.SMTPException):
    """What came is no reply of SMTP."""


class Connection:
    """Opened when made. Raises Hopeless or Lost. authorities: a PEM file of the office's own, beside the system's."""

    def __init__(self, relay: Relay, password: str, waits: Waits, authorities: str | None = None) -> None:
        self._relay, self._waits, self.letters = relay, waits, 0
        context = _context(authorities)
        self._line: _Line | None = None
        try:
            with _told(relay):
                self._line = line = _Line(relay, context, password, waits.answer)
                self._greet(line, context)
                if relay.user:
                    self._log_in(line, password)
        except BaseException:
            self.drop()
            raise

    @property
    def is_open(self) -> bool:
        return self._line is not None

    @property
    def limit(self) -> int:
        """Bytes that the relay takes in one letter; 0: it does not say."""
        size = self._line.esmtp_features.get("size", "") if self._line else ""
        return int(size) if size.isascii() and size.isdecimal() else 0

    def check_size(self, size: int) -> None:
        if 0 < self.limit < size:
            raise Hopeless(message("relay-size", limit=_mb(self.limit), size=_mb(size)))

    def deliver(self, letter: Letter, sender: str, at_dot: Callable[[], None]) -> Reply:
        """The reply to one letter. at_dot: called when all is sent but the final dot; what it raises goes through, and
        the letter has not been sent. Raises Lost; ValueError for a letter whose lines end wrongly."""
        line = self._line
        assert line
        if (refused := self._unfit(line, letter)) is not None:
            return refused
        wire = list(stuffed(letter.parts))
        answered = dot = False
        try:
            for command, wanted in self._commands(line, letter, sender):
                reply = line.asked(command)
                if reply.code // 100 != wanted:
                    return self._left(line, reply._replace(to_sender=command.startswith("MAIL")))
                answered = True
            early = line.pour(wire)
            if early is None:
                at_dot()
                early = line.heard()
            if early is not None:
                dot = early.sent  # it has taken something for an end that we had not sent
                if not 400 <= early.code < 600:
                    raise _Rubbish(f"{early.code} {early.text}"[:SHOWN])
                self.drop()
                return early
            line.sock.settimeout(self._waits.end)
            dot = True
            line.sock.sendall(b".\r\n")
            reply = _definite(line.reply())
            line.sock.settimeout(self._waits.answer)
            self.letters += 1
            if reply.code == CLOSING:
                self.drop()
            return reply
        except (OSError, smtplib.SMTPException) as error:
            self.drop()
            raise Lost(_reason(error), dot=dot, used=bool(self.letters) and not answered) from None
        except BaseException:
            self.drop()  # without a dot: the relay forgets what it has got
            raise

    def close(self) -> None:
        """In good order."""
        if self._line:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self._line.sock.settimeout(min(5.0, self._waits.answer))
                self._line.quit()
        self.drop()

    def drop(self) -> None:
        if self._line:
            self._line.close()
        self._line = None

    def _greet(self, line: _Line, context: ssl.SSLContext) -> None:
        """EHLO, and STARTTLS where it is wanted."""
        self._ehlo(line)
        if self._relay.security == "starttls":
            if not line.has_extn("starttls"):
                raise Hopeless(message("relay-without-starttls", place=_place(self._relay)))
            line.starttls(context=context)
            self._ehlo(line)

    def _ehlo(self, line: _Line) -> None:
        code, text = line.ehlo()
        if code != 250:
            raise smtplib.SMTPResponseException(code, text)

    def _log_in(self, line: _Line, password: str) -> None:
        if not line.has_extn("auth"):
            raise Hopeless(message("relay-without-login", place=_place(self._relay)))
        offered = line.esmtp_features["auth"].split()
        if not LOGINS & set(offered):
            raise Hopeless(message("relay-login-methods", place=_place(self._relay), methods=", ".join(offered)))
        try:
            line.log_in(self._relay.user, password)
        except ValueError:  # of base64
            raise _Rubbish("AUTH") from None
        except smtplib.SMTPAuthenticationError as error:
            if 400 <= error.smtp_code < 500:
                raise
            reply = f"{error.smtp_code} {_words(error.smtp_error)}"
            raise Hopeless(message("login-refused", user=self._relay.user, reply=reply)) from None

    def _commands(self, line: _Line, letter: Letter, sender: str) -> Iterator[tuple[str, int]]:
        """Each with the first digit of the answer that lets it go on."""
        options = [f"SIZE={letter_size(letter)}"] if line.has_extn("size") else []
        if letter.smtputf8 or not _is_ascii(letter):
            options.append("BODY=8BITMIME")
        if letter.smtputf8:
            options.append("SMTPUTF8")
        yield " ".join((f"MAIL FROM:<{sender}>", *options)), 2
        yield f"RCPT TO:<{letter.address}>", 2
        yield "DATA", 3

    def _unfit(self, line: _Line, letter: Letter) -> Reply | None:
        """A letter that this relay cannot be given."""
        if not re.fullmatch(ADDRESS, letter.address):
            return Reply(0, "no address 宛先の書式が正しくありません")
        if 0 < self.limit < (size := letter_size(letter)):
            return Reply(0, f"{_mb(size)} MB > SIZE {_mb(self.limit)} MB")
        if letter.smtputf8 and not line.has_extn("smtputf8"):
            return Reply(0, "the relay has no SMTPUTF8 中継サーバーがSMTPUTF8に対応していません")
        if not _is_ascii(letter) and not line.has_extn("8bitmime"):
            return Reply(0, "the relay has no 8BITMIME 中継サーバーが8BITMIMEに対応していません")
        return None

    def _left(self, line: _Line, reply: Reply) -> Reply:
        """A refusal, with the connection ready for the next letter, or dropped. Raises _Rubbish if it is none."""
        if not 400 <= reply.code < 600:
            raise _Rubbish(f"{reply.code} {reply.text}"[:SHOWN])
        if reply.code == CLOSING:
            self.drop()
        else:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                if line.docmd("RSET")[0] == 250:
                    return reply
            self.drop()
        return reply


class _Line(smtplib.SMTP):
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
                    raise Hopeless(message("relay-in-the-clear", place=_place(self._relay)))
            elif self._relay.security == "tls":
                return self._context.wrap_socket(made, server_hostname=host)
            return made
        except BaseException:
            made.close()
            raise

    def getreply(self) -> tuple[int, bytes]:
        """Raises OSError, SMTPServerDisconnected or _Rubbish; the base class would take "abc" for -1."""
        if self.file is None:
            self.file = self.sock.makefile("rb")
        texts: list[bytes] = []
        while True:
            line = self.file.readline(LINE)
            if not line:
                raise smtplib.SMTPServerDisconnected("closed")
            found = re.fullmatch(rb"([2-5]\d\d)(?:([ -])([^\n]*?))?\r?\n", line)
            if not found or len(texts) == LINES:
                raise _Rubbish(_words(line)[:SHOWN])
            text = found[3] or b""
            for secret in self._hidden:
                text = text.replace(secret, b"***")
            texts.append(text.strip())
            if found[2] != b"-":
                return int(found[1]), b"\n".join(texts)

    def reply(self) -> Reply:
        code, text = self.getreply()
        return Reply(code, _words(text))

    def asked(self, command: str) -> Reply:
        """Raises _Rubbish where an answer is there before its question: it would be taken for that to another."""
        if (early := self.heard()) is not None:
            if early.code == CLOSING:
                raise smtplib.SMTPServerDisconnected("closed")
            raise _Rubbish(f"{early.code} {early.text}"[:SHOWN])
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


@functools.cache
def _context(authorities: str | None) -> ssl.SSLContext:
    """What verifies a certificate and its name; to read the system's authorities takes a fifth of a second."""
    context = ssl.create_default_context()
    if authorities:
        context.load_verify_locations(authorities)
    return context


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


def letter_size(letter: Letter) -> int:
    return sum(map(len, letter.parts))


def _definite(reply: Reply) -> Reply:
    """A reply that says yes, not now, or no. Raises _Rubbish."""
    if reply.code // 100 not in (2, 4, 5):
        raise _Rubbish(f"{reply.code} {reply.text}"[:SHOWN])
    return reply


def _is_ascii(letter: Letter) -> bool:
    return all(part.isascii() for part in letter.parts)


@contextlib.contextmanager
def _told(relay: Relay) -> Iterator[None]:
    """What can go wrong before the first letter, as Hopeless or Lost."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise Hopeless(message("relay-certificate", place=_place(relay), why=_flaw(error))) from None
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError) as error:
        raise Lost(_reason(error)) from None
    except ssl.SSLError:
        raise Hopeless(message("relay-no-tls", place=_place(relay))) from None
    except _Rubbish as error:
        raise Hopeless(message("relay-rubbish", place=_place(relay), words=str(error))) from None
    except smtplib.SMTPResponseException as error:
        reply = f"{error.smtp_code} {_words(error.smtp_error)}"
        if 400 <= error.smtp_code < 500:
            raise Lost(message("relay-not-now", reply=reply), later=True) from None
        raise Hopeless(message("relay-refuses", place=_place(relay), reply=reply)) from None
    except (OSError, smtplib.SMTPException) as error:
        raise Lost(_reason(error)) from None


def _flaw(error: ssl.SSLCertVerificationError) -> Message | Foreign:
    """What is wrong with a certificate (X509_V_ERR_… of OpenSSL)."""
    match error.verify_code:
        case 10:
            return message("certificate-expired")
        case 18 | 19 | 20 | 21:
            return message("certificate-unknown")
        case 62 | 64:
            return message("certificate-name")
    return Foreign(error.verify_message)


def _reason(error: Exception) -> Message:
    match error:
        case smtplib.SMTPServerDisconnected():
            return message("connection-closed")
        case smtplib.SMTPException():
            return message("reply-rubbish", words=str(error)[:SHOWN])
        case TimeoutError():
            return message("reply-late")
        case socket.gaierror():
            return message("host-unknown")
        case ConnectionResetError() | BrokenPipeError() | ssl.SSLError():
            return message("connection-closed")
        case OSError():
            return message("connection-failed", why=Foreign(error.strerror or str(error)))
    return message("connection-failed", why=Foreign(type(error).__name__))


def _forms(user: str, password: str) -> tuple[bytes, ...]:
    """The password as it may come back from a server."""
    if len(password) < SECRET:
        return ()
    coded = [b64encode(text.encode()) for text in (password, f"\0{user}\0{password}")]
    return (password.encode(), *coded, *(text.rstrip(b"=") for text in coded))


def _words(text: bytes | str) -> str:
    said = text.decode("utf-8", "backslashreplace") if isinstance(text, bytes) else text
    return " ".join(said.split())


def _place(relay: Relay) -> str:
    return f"{relay.host}:{relay.port}"


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
