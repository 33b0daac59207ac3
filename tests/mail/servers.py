"""Mail servers to send to, real ones of aiosmtpd and some that behave ill; a mailing of plain letters, a clock."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from report.mail.ledger import Begun, Ledger
from report.mail.model import Letter, Recipient, Relay
from report.mail.run import Run
from report.mail.sending import Outcome, Sender
from report.mail.smtp import Connection, Waits
from report.messages import Message, Origin

QUIET = [  # what aiosmtpd says of a server as we need it
    pytest.mark.filterwarnings("ignore:Requiring AUTH:UserWarning"),
    pytest.mark.filterwarnings("ignore:Session.login_data:DeprecationWarning"),
]
KEYS = Path(__file__).parent.parent / "fixtures/relay"
AUTHORITY = str(KEYS / "authority.pem")
USER, PASSWORD = "kikaku", "ねりま-himitsu-𠮷"
ATTACHMENT = b"".join(b"%076d\r\n" % line for line in range(200))


class Box:
    """What a server has taken: the recipients of each letter, and their bytes. A subclass behaves in its own way."""

    smtp: type[SMTP] = SMTP
    options: dict[str, Any] = {}  # noqa: RUF012

    def __init__(self) -> None:
        self.copies: Counter[str] = Counter()
        self.letters: list[bytes] = []
        self.protocols: list[SMTP] = []

    @property
    def sessions(self) -> int:
        return len(self.protocols)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.copies.update(envelope.rcpt_tos)
        self.letters.append(envelope.original_content or b"")
        return "250 2.0.0 taken"


def authenticator(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=right)


def tls(name: str = "localhost") -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(KEYS / f"{name}.pem")
    return context


def _factory(box: Box, security: str, certificate: str) -> Callable[[], SMTP]:
    def made() -> SMTP:
        options: dict[str, Any] = {"enable_SMTPUTF8": True, "hostname": "relay.test"}
        if security != "none":
            options |= {"authenticator": authenticator, "auth_required": True}
        if security == "starttls":
            options |= {"tls_context": tls(certificate), "require_starttls": True}
        elif security == "tls":
            options |= {"auth_require_tls": False}  # it cannot see that TLS is around it
        box.protocols.append(box.smtp(box, loop=asyncio.get_running_loop(), **options | box.options))
        return box.protocols[-1]

    return made


@contextlib.contextmanager
def serving(box: Box, security: str = "starttls", certificate: str = "localhost") -> Iterator[Relay]:
    """A server in a thread of this process."""
    loop, ready = asyncio.new_event_loop(), threading.Event()
    listening = _listening()

    async def run() -> None:
        around = tls(certificate) if security == "tls" else None
        server = await loop.create_server(_factory(box, security, certificate), sock=listening, ssl=around)
        ready.set()
        await ended
        server.close()
        await server.wait_closed()
        for protocol in box.protocols:
            if protocol.transport is not None:
                protocol.transport.abort()
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            for task in others:
                task.cancel()
            await asyncio.wait(others)
        await asyncio.sleep(0.01)  # sockets are closed a round later

    ended = loop.create_future()
    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    try:
        assert ready.wait(5)
        yield relay_at(listening.getsockname()[1], security)
    finally:
        loop.call_soon_threadsafe(ended.set_result, None)
        thread.join()
        loop.close()


@contextlib.contextmanager
def serving_apart(file: Path, security: str = "starttls") -> Iterator[Relay]:
    """A server in a process of its own, which writes each recipient whose letter it took into a file."""

    class Writing(Box):
        async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
            with open(file, "a") as out:
                out.writelines(f"{address}\n" for address in envelope.rcpt_tos)
            return "250 2.0.0 taken"

    listening = _listening()
    child = os.fork()
    if not child:
        try:

            async def run() -> None:
                make = _factory(Writing(), security, "localhost")
                around = tls() if security == "tls" else None
                server = await asyncio.get_running_loop().create_server(make, sock=listening, ssl=around)
                await server.serve_forever()

            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            asyncio.run(run())
        finally:
            os._exit(1)
    port = listening.getsockname()[1]
    listening.close()
    try:
        yield relay_at(port, security)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


@contextlib.contextmanager
def saying(talk: Callable[[socket.socket], None], security: str = "none") -> Iterator[Relay]:
    """A server that does with each connection what `talk` does, one after the other."""
    listening, over = _listening(), threading.Event()

    def run() -> None:
        while not over.is_set():
            try:
                made, _ = listening.accept()
            except OSError:
                return
            with made, contextlib.suppress(OSError):
                if over.is_set():
                    return
                made.settimeout(5)
                talk(made)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield relay_at(listening.getsockname()[1], security)
    finally:
        over.set()
        with contextlib.suppress(OSError):
            socket.create_connection(listening.getsockname()).close()
        thread.join()
        listening.close()


def _listening() -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 14)  # what is sent is soon seen not to arrive
    listening.bind(("127.0.0.1", 0))
    listening.listen(128)
    return listening


def relay_at(port: int, security: str) -> Relay:
    user = USER if security != "none" else ""
    return Relay(origin=Origin("mail.yaml"), host="localhost", port=port, security=security, user=user, rate=1000.0)


class Plain:
    """A mailing of letters without a template."""

    attachment = ATTACHMENT
    edition, subject, sender = "kaikaku 2023", "改革ねりま", "kikaku@city.example"

    def __init__(self, recipients: tuple[Recipient, ...], key: str = "k1") -> None:
        self.recipients, self.key, self.count = recipients, key, len(recipients)
        self.size = sum(map(len, self.letter(recipients[0]).parts)) + 1000

    def letters(self) -> Iterator[Letter]:
        return map(self.letter, self.recipients)

    def letter(self, recipient: Recipient) -> Letter:
        head = f"From: {self.sender}\r\nTo: {recipient.address}\r\nSubject: test\r\n\r\n.a line\r\n"
        return Letter(recipient.address, (head.encode(), self.attachment, b".\r\n..\r\nend\r\n"))


def people(count: int) -> tuple[Recipient, ...]:
    return tuple(
        Recipient(
            name=f"人{n}", organisation="", honorific="様", address=f"r{n}@x.example", origin=Origin("list.csv", n)
        )
        for n in range(count)
    )


class Quick:
    """A clock that is wherever it is asked to be. stop: after so many waits."""

    def __init__(self, stop: int | None = None) -> None:
        self.seconds, self.slept, self._left = 1_700_000_000.0, 0.0, stop

    def time(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> bool:
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                return False
        self.seconds += seconds
        self.slept += seconds
        return True


def send(folder: Path, relay: Relay, mailing: Plain, clock: Quick | None = None, waits: Waits | None = None) -> Outcome:
    """One run from its beginning to its end."""
    clock, waits = clock or Quick(), waits or Waits(5.0, 5.0)
    addresses = [recipient.address for recipient in mailing.recipients]
    begun = Begun(mailing.key, mailing.edition, mailing.subject, clock.time())
    with Ledger(folder) as ledger, Run(ledger, begun, addresses, addresses) as run:
        return Sender(mailing, run, relay, lambda: Connection(relay, PASSWORD, waits, AUTHORITY), clock).send(
            lambda progress: None
        )


def states(folder: Path, key: str = "k1") -> dict[str, str]:
    with Ledger(folder, reading=True) as ledger:
        return {entry.address: entry.state for entry in ledger.entries(key)}


def stopped(outcome: Outcome) -> str:
    assert isinstance(outcome.stopped, Message)
    return outcome.stopped.id


def every_third(address: str) -> bool:
    return int(address.partition("@")[0].removeprefix("r")) % 3 == 0
