"""SMTP: a connection to the office's relay, which knows how far a letter has come on it.

In: a Relay, the password, letters. Out: the relay's Reply to each letter; or Hopeless, where no later try could end
otherwise (certificate, login, sender, size); or Lost, where one may, which says whether the final dot had been sent.

Before the dot a letter is nobody's but ours and may be sent again. From the dot to the reply it may be either side's.
"""

from __future__ import annotations

import contextlib
import functools
import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from typing import NamedTuple

from report.mail.line import CLOSING, SHOWN, Hopeless, Line, Reply, Rubbish, place_of, stuffed, words_of
from report.mail.model import Letter, Relay
from report.messages import Foreign, Message, message

ADDRESS = r'(?:"(?:[^"\\\x00-\x1f\x7f]|\\[\x20-\x7e])*"|[^\s<>"@(),:;\\\x00-\x20\x7f]+)@[^\s<>"@(),;\\\x00-\x20\x7f]+'
LOGINS = {"CRAM-MD5", "PLAIN", "LOGIN"}


class Waits(NamedTuple):
    """Seconds to wait for the relay: `answer` to connect and for each reply, `end` for the reply to a whole letter, for
    which RFC 5321 grants ten minutes."""

    answer: float = 60.0
    end: float = 600.0


class Lost(Exception):
    """The connection. dot: the final dot had been sent. used: it had taken letters before, and was lost at the first
    word of this one, as when a relay ends connections that have grown old. later: it said itself "not now"."""

    def __init__(self, about: Message, *, dot: bool = False, used: bool = False, later: bool = False) -> None:
        super().__init__(about)
        self.about, self.dot, self.used, self.later = about, dot, used, later


class Connection:
    """Opened when made. Raises Hopeless or Lost. authorities: a PEM file of the office's own, beside the system's."""

    def __init__(self, relay: Relay, password: str, waits: Waits, authorities: str | None = None) -> None:
        self._relay, self._waits, self.letters = relay, waits, 0
        context = _context(authorities)
        self._line: Line | None = None
        try:
            with _told(relay):
                self._line = line = Line(relay, context, password, waits.answer)
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

    @property
    def user(self) -> str:
        """As whom it is logged in; "" without."""
        return self._relay.user

    @property
    def tls(self) -> str:
        """Its version; "" without."""
        return getattr(self._line and self._line.sock, "version", str)() or ""

    def takes(self, extension: str) -> bool:
        return bool(self._line and self._line.has_extn(extension))

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
                    raise Rubbish(f"{early.code} {early.text}"[:SHOWN])
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

    def _greet(self, line: Line, context: ssl.SSLContext) -> None:
        """EHLO, and STARTTLS where it is wanted."""
        self._ehlo(line)
        if self._relay.security == "starttls":
            if not line.has_extn("starttls"):
                raise Hopeless(message("relay-without-starttls", place=place_of(self._relay)))
            line.starttls(context=context)
            self._ehlo(line)

    def _ehlo(self, line: Line) -> None:
        code, text = line.ehlo()
        if code != 250:
            raise smtplib.SMTPResponseException(code, text)

    def _log_in(self, line: Line, password: str) -> None:
        if not line.has_extn("auth"):
            raise Hopeless(message("relay-without-login", place=place_of(self._relay)))
        offered = line.esmtp_features["auth"].split()
        if not LOGINS & set(offered):
            raise Hopeless(message("relay-login-methods", place=place_of(self._relay), methods=", ".join(offered)))
        try:
            line.log_in(self._relay.user, password)
        except ValueError:  # of base64
            raise Rubbish("AUTH") from None
        except smtplib.SMTPAuthenticationError as error:
            if 400 <= error.smtp_code < 500:
                raise
            reply = f"{error.smtp_code} {words_of(error.smtp_error)}"
            raise Hopeless(message("login-refused", user=self._relay.user, reply=reply)) from None

    def _commands(self, line: Line, letter: Letter, sender: str) -> Iterator[tuple[str, int]]:
        """Each with the first digit of the answer that lets it go on."""
        options = [f"SIZE={letter_size(letter)}"] if line.has_extn("size") else []
        if letter.smtputf8 or not _is_ascii(letter):
            options.append("BODY=8BITMIME")
        if letter.smtputf8:
            options.append("SMTPUTF8")
        yield " ".join((f"MAIL FROM:<{sender}>", *options)), 2
        yield f"RCPT TO:<{letter.address}>", 2
        yield "DATA", 3

    def _unfit(self, line: Line, letter: Letter) -> Reply | None:
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

    def _left(self, line: Line, reply: Reply) -> Reply:
        """A refusal, with the connection ready for the next letter, or dropped. Raises Rubbish if it is none."""
        if not 400 <= reply.code < 600:
            raise Rubbish(f"{reply.code} {reply.text}"[:SHOWN])
        if reply.code == CLOSING:
            self.drop()
        else:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                if line.docmd("RSET")[0] == 250:
                    return reply
            self.drop()
        return reply


@functools.cache
def _context(authorities: str | None) -> ssl.SSLContext:
    """What verifies a certificate and its name; to read the system's authorities takes a fifth of a second."""
    context = ssl.create_default_context()
    if authorities:
        context.load_verify_locations(authorities)
    return context


def letter_size(letter: Letter) -> int:
    return sum(map(len, letter.parts))


def _definite(reply: Reply) -> Reply:
    """A reply that says yes, not now, or no. Raises Rubbish."""
    if reply.code // 100 not in (2, 4, 5):
        raise Rubbish(f"{reply.code} {reply.text}"[:SHOWN])
    return reply


def _is_ascii(letter: Letter) -> bool:
    return all(part.isascii() for part in letter.parts)


@contextlib.contextmanager
def _told(relay: Relay) -> Iterator[None]:
    """What can go wrong before the first letter, as Hopeless or Lost."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise Hopeless(message("relay-certificate", place=place_of(relay), why=_flaw(error))) from None
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError) as error:
        raise Lost(_reason(error)) from None
    except ssl.SSLError:
        raise Hopeless(message("relay-no-tls", place=place_of(relay))) from None
    except Rubbish as error:
        raise Hopeless(message("relay-rubbish", place=place_of(relay), words=str(error))) from None
    except smtplib.SMTPResponseException as error:
        reply = f"{error.smtp_code} {words_of(error.smtp_error)}"
        if 400 <= error.smtp_code < 500:
            raise Lost(message("relay-not-now", reply=reply), later=True) from None
        raise Hopeless(message("relay-refuses", place=place_of(relay), reply=reply)) from None
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


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
