"""The connection: to whom it gives the password and letters, and what it says of who does not get them."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from report.mail.line import Hopeless, stuffed
from report.mail.model import Letter, Relay
from report.mail.smtp import Connection, Lost, Waits
from report.messages import Message
from report.messages.wording import english, japanese
from tests.mail.servers import AUTHORITY, PASSWORD, QUIET, USER, Box, Plain, people, saying, send, serving, states

pytestmark = QUIET
WAITS = Waits(5.0, 5.0)


def refused(relay: Relay, password: str = PASSWORD, authorities: str | None = AUTHORITY) -> Message:
    with pytest.raises(Hopeless) as told:
        Connection(relay, password, WAITS, authorities)
    return told.value.about


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize(
    ("certificate", "authorities", "words"),
    [
        ("elsewhere", AUTHORITY, ("it is for another name", "名前が違う")),
        ("localhost", None, ("it is signed by nobody whom this machine knows", "発行者が不明")),
    ],
)
def test_a_wrong_certificate_gets_nothing(
    security: str, certificate: str, authorities: str | None, words: tuple[str, str]
) -> None:
    box = Box()
    with serving(box, security, certificate) as relay:
        about = refused(relay, authorities=authorities)
    assert about.id == "relay-certificate"
    assert words[0] in english(about).text and words[1] in japanese(about).text
    assert all(protocol.session is None or protocol.session.login_data is None for protocol in box.protocols)


@pytest.mark.parametrize("password", ["wrong", "違う", ""])
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_wrong_password_is_told_without_it(security: str, password: str) -> None:
    with serving(Box(), security) as relay:
        about = refused(relay, password)
    assert about.id == "login-refused"
    assert not password or password not in repr(about)
    assert "REPORT_MAIL_PASSWORD" in english(about).hint


@pytest.mark.parametrize("password", ["hunter2-hunter2", "ひみつの言葉", "ab1"])
def test_a_password_that_a_server_says_aloud_is_not_repeated(password: str) -> None:
    """As it is, or as it was sent."""

    def talk(made: socket.socket) -> None:
        made.sendall(b"220 hello\r\n")
        made.recv(1000)
        made.sendall(b"250-hello\r\n250 AUTH PLAIN\r\n")
        sent = made.recv(1000).split()[-1]
        made.sendall(b"535 no: " + sent + b" is " + password.encode() + b"\r\n")

    with saying(talk) as relay:
        about = refused(replace(relay, user=USER), password)
    assert about.id == "login-refused" and "535 no: *** is ***" in english(about).text


@pytest.mark.parametrize(
    ("offer", "answer", "id"),
    [
        (b"XOAUTH2 GSSAPI", b"", "relay-login-methods"),
        (b"PLAIN", b"334 again\r\n", "relay-rubbish"),
        (b"CRAM-MD5", b"334 $$$=x\r\n", "relay-rubbish"),
        (b"LOGIN", b"hello\r\n", "relay-rubbish"),
        (b"PLAIN LOGIN", b"504 5.5.4 not that one\r\n", "login-refused"),
    ],
)
def test_a_login_that_cannot_be(offer: bytes, answer: bytes, id: str) -> None:
    def talk(made: socket.socket) -> None:
        made.sendall(b"220 hello\r\n")
        made.recv(1000)
        made.sendall(b"250-hello\r\n250 AUTH " + offer + b"\r\n")
        for _ in range(3):
            if not made.recv(1000):
                return
            made.sendall(answer)
        made.sendall(b"535 enough\r\n")

    with saying(talk) as relay:
        assert refused(replace(relay, user=USER), "ascii-password").id == id


def test_no_plain_text_to_another_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = socket.socketpair()

    class Far(socket.socket):
        def getpeername(self) -> Any:
            return ("192.0.2.1", 25)

        def setsockopt(self, *_: Any) -> None:
            pass

    far = Far(fileno=here.detach())
    monkeypatch.setattr(socket, "create_connection", lambda *_: far)
    relay = Relay(origin=people(1)[0].origin, host="relay.city.example", port=25, security="none")
    assert refused(relay).id == "relay-in-the-clear"
    there.settimeout(1)
    assert there.recv(10) == b""
    there.close()


def test_a_relay_without_login_is_told() -> None:
    with serving(Box(), "none") as relay:
        assert refused(replace(relay, user=USER)).id == "relay-without-login"


def test_a_relay_that_takes_no_letter_of_this_size_gets_none(tmp_path: Path) -> None:
    box = Box()
    box.options = {"data_size_limit": 10_000}
    with serving(box) as relay:
        outcome = send(tmp_path, relay, Plain(people(3)))
    assert outcome.stopped and outcome.stopped.id == "relay-size" and not box.copies
    assert set(states(tmp_path).values()) == {"waiting"}


@pytest.mark.parametrize("knows", [True, False])
def test_smtputf8_only_to_a_relay_that_has_it(tmp_path: Path, knows: bool) -> None:
    box = Box()
    box.options = {"enable_SMTPUTF8": knows}
    first, second, third = people(3)
    mailing = Plain((first, replace(second, address="練馬@x.example"), third))
    plain = mailing.letter
    mailing.letter = lambda one: plain(one)._replace(smtputf8=not one.address.isascii())  # type: ignore[method-assign]
    with serving(box) as relay:
        outcome = send(tmp_path, relay, mailing)
    assert outcome.counts == ({"sent": 3} if knows else {"sent": 2, "refused": 1})
    assert box.copies["練馬@x.example"] == knows and sum(box.copies.values()) == 2 + knows


@pytest.mark.parametrize(
    "address",
    [
        "a b@x.example",
        "a@x.example> NOTIFY=NEVER",
        "a@x.example\r\nRCPT TO:<b@x.example>",
        "a@x\n.example",
        "@x",
        "a",
        "a@b@c",
    ],
)
def test_an_address_that_is_none_never_becomes_a_command(address: str) -> None:
    with serving(Box(), "none") as relay:
        line = Connection(relay, "", WAITS)
        reply = line.deliver(Letter(address, (b"Subject: x\r\n\r\nx\r\n",)), "a@x.example", lambda: None)
        line.close()
    assert (reply.code, reply.sent) == (0, False)


@pytest.mark.parametrize(
    ("parts", "wire"),
    [
        ((b".\r\n", b"..\r\n"), b"..\r\n...\r\n"),
        ((b"a\r\n.b\r\n.\r\n", b".\r\n"), b"a\r\n..b\r\n..\r\n..\r\n"),
        ((b"a", b".b\r\n"), b"a.b\r\n"),
        ((b"", b".\r\n", b""), b"..\r\n"),
        ((b"a.\r\nb\r\n" * 20_000,), b"a.\r\nb\r\n" * 20_000),
    ],
)
def test_dots_at_the_beginning_of_lines_are_doubled(parts: tuple[bytes, ...], wire: bytes) -> None:
    assert b"".join(stuffed(parts)) == wire


@pytest.mark.parametrize("end", [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r\n.\n", b"\n", b"x\r"])
def test_a_line_end_that_some_servers_take_for_the_letter_s_is_never_sent(end: bytes) -> None:
    """SMTP smuggling."""
    with pytest.raises(ValueError):
        list(stuffed((b"a\r\n", b"b" + end + b"MAIL FROM:<x@y.example>\r\n")))


def test_a_letter_ends_with_a_line() -> None:
    with pytest.raises(ValueError):
        list(stuffed((b"a\r\n", b"b")))


def test_what_the_dot_s_writing_raises_leaves_the_letter_unsent() -> None:
    box = Box()

    def fail() -> None:
        raise RuntimeError("the disk is full")

    with serving(box, "none") as relay:
        line = Connection(relay, "", WAITS)
        with pytest.raises(RuntimeError):
            line.deliver(Plain(people(1)).letter(people(1)[0]), "a@x.example", fail)
        assert not line.is_open
    assert not box.copies


def test_lost_tells_whether_the_dot_was_sent() -> None:
    def talk(made: socket.socket) -> None:
        made.sendall(b"220 hello\r\n")
        while not made.recv(1000).startswith(b"DATA"):
            made.sendall(b"250 ok\r\n")
        made.sendall(b"354 go\r\n")
        said = b""
        while not said.endswith(b"\r\n.\r\n"):
            said += made.recv(100_000)

    with saying(talk) as relay:
        line = Connection(relay, "", WAITS)
        with pytest.raises(Lost) as told:
            line.deliver(Letter("a@x.example", (b"Subject: x\r\n\r\nx\r\n",)), "a@x.example", lambda: None)
    assert told.value.dot
