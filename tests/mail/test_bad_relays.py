"""Against relays that hang up, say nothing, or nothing that can be understood: nothing is lost, nothing is doubled."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from report.mail.ledger import Ledger
from report.mail.sending import DOUBTS, LOSSES, TRIES
from report.mail.smtp import Waits
from report.messages.wording import english, japanese
from tests.mail.servers import (
    ATTACHMENT,
    QUIET,
    Box,
    Plain,
    Quick,
    every_third,
    people,
    saying,
    send,
    serving,
    states,
    stopped,
)

pytestmark = QUIET
COUNT = 24


class ClosingSMTP(SMTP):
    async def smtp_DATA(self, arg: str) -> None:
        box: Any = self.event_handler
        box.tried[self.envelope.rcpt_tos[0]] += 1
        if box.closes(self.envelope.rcpt_tos[0]):
            await self.push("354 go ahead")
            await self._reader.readline()
            if box.words:
                await self.push(box.words)
            self.transport.abort() if not box.words else self.transport.close()
        else:
            await super().smtp_DATA(arg)


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Plain]:
    """Letters so long, over buffers so small, that they cannot be on their way as a whole when the server hangs up."""
    connect = socket.create_connection

    def narrow(*arguments: Any) -> socket.socket:
        made = connect(*arguments)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 14)
        return made

    def mailing(count: int) -> Plain:
        made = Plain(people(count))
        made.attachment = ATTACHMENT * 50
        return made

    monkeypatch.setattr(socket, "create_connection", narrow)
    return mailing


class Closing(Box):
    """Hangs up within a letter. words: said before."""

    smtp = ClosingSMTP
    words = ""

    def __init__(self, closes: Callable[[Closing, str], bool]) -> None:
        super().__init__()
        self.tried: Counter[str] = Counter()
        self.closes = lambda address: closes(self, address)


def test_letters_that_broke_off_before_the_dot_go_again(tmp_path: Path, long: Callable[[int], Plain]) -> None:
    box = Closing(lambda box, address: every_third(address) and box.tried[address] == 1)
    with serving(box) as relay:
        assert send(tmp_path, relay, long(9)) == ({"sent": 9}, True, None)
    assert len(box.copies) == 9 and set(box.copies.values()) == {1}


def test_one_letter_that_always_breaks_off_does_not_hold_up_the_rest(
    tmp_path: Path, long: Callable[[int], Plain]
) -> None:
    box = Closing(lambda box, address: address.startswith("r1@"))
    with serving(box) as relay:
        assert send(tmp_path, relay, long(4)) == ({"sent": 3, "deferred": 1}, False, None)
    assert box.tried["r1@x.example"] == TRIES and set(box.copies.values()) == {1}


def test_a_relay_that_always_hangs_up_is_left_alone(tmp_path: Path, long: Callable[[int], Plain]) -> None:
    box, clock = Closing(lambda box, address: True), Quick()
    with serving(box) as relay:
        outcome = send(tmp_path, relay, long(10), clock)
        assert stopped(outcome) == "relay-gone" and not outcome.finished
        assert sum(box.tried.values()) == LOSSES and not box.copies
        assert clock.slept >= 2 ** (LOSSES - 1) - 1
        assert set(states(tmp_path).values()) == {"waiting"}
        box.closes = lambda address: False
        assert send(tmp_path, relay, Plain(people(10))).finished
    assert set(box.copies.values()) == {1}


def test_a_short_letter_may_be_on_its_way_when_the_relay_hangs_up(tmp_path: Path) -> None:
    """Then nobody knows, or it goes again: never twice."""
    box = Closing(lambda box, address: every_third(address) and box.tried[address] == 1)
    with serving(box) as relay:
        outcome = send(tmp_path, relay, Plain(people(COUNT)))
    assert outcome.counts["sent"] + outcome.counts.get("uncertain", 0) == COUNT
    assert len(box.copies) == outcome.counts["sent"] and set(box.copies.values()) == {1}


@pytest.mark.parametrize(
    ("step", "words"),
    [
        *((step, words) for step in ("mail", "rcpt") for words in ("354 go", "hello")),
        *(("data", words) for words in ("250 ok", "220 hello", "hello")),
    ],
)
def test_an_answer_to_another_question_is_no_letter_sent(tmp_path: Path, step: str, words: str) -> None:
    def talk(made: socket.socket) -> None:
        made.sendall(b"220 hello\r\n")
        while said := made.recv(1000).lower():
            made.sendall(f"{words}\r\n".encode() if said.startswith(step.encode()) else b"250 ok\r\n")

    with saying(talk) as relay:
        outcome = send(tmp_path, relay, Plain(people(1)))
    assert outcome.counts == {"deferred": 1} and not outcome.finished


@pytest.mark.parametrize(
    ("words", "state"), [("552 5.3.4 too large", "refused"), ("452 4.3.1 no room", "deferred"), ("250 ok", "uncertain")]
)
def test_an_answer_within_the_letter_is_heard(tmp_path: Path, words: str, state: str) -> None:
    def talk(made: socket.socket) -> None:
        made.sendall(b"220 hello\r\n")
        while not (said := made.recv(1000)).startswith(b"DATA"):
            made.sendall(b"221 bye\r\n" if said.startswith(b"quit") else b"250 ok\r\n")
        made.sendall(f"354 go ahead\r\n{words}\r\n".encode())
        while made.recv(100_000):  # all of it, without an end
            pass

    with saying(talk) as relay:
        outcome = send(tmp_path, relay, Plain(people(1)))
    assert outcome.counts == {state: 1}
    with Ledger(tmp_path) as ledger:
        assert all(words in f"{entry.code} {entry.reply}" for entry in ledger.entries("k1"))


class Mute(Box):
    """Takes letters, or not, and hangs up in the place of an answer."""

    takes = True
    always = False
    words = ""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        mute = self.always or every_third(envelope.rcpt_tos[0])
        if self.takes or not mute:
            await super().handle_DATA(server, session, envelope)
        if mute and not self.words:
            server.transport.abort()
        return self.words if mute and self.words else "250 taken"


@pytest.mark.parametrize("words", ["", "hello", "2500 ok", "354 again", "999 x"])
@pytest.mark.parametrize("takes", [True, False])
def test_without_an_answer_after_the_dot_nobody_knows(tmp_path: Path, takes: bool, words: str) -> None:
    box, mailing = Mute(), Plain(people(7))
    box.takes, box.words = takes, words
    doubtful = {recipient.address for recipient in mailing.recipients if every_third(recipient.address)}
    with serving(box) as relay:
        assert send(tmp_path, relay, mailing) == ({"uncertain": 3, "sent": 4}, False, None)
        assert send(tmp_path, relay, mailing) == ({}, False, None)  # never by itself
        assert {address for address, state in states(tmp_path).items() if state == "uncertain"} == doubtful
        assert box.copies == {r.address: 1 for r in mailing.recipients if takes or r.address not in doubtful}
        box.takes = True
        with Ledger(tmp_path) as ledger:
            for address in doubtful:
                ledger.settle("k1", address.upper(), takes, 1.0)
        outcome = send(tmp_path, relay, mailing)
    assert outcome.counts == ({} if takes else {"uncertain": 3}) and outcome.finished == takes
    assert set(box.copies.values()) == {1}


def test_a_relay_that_never_answers_after_the_dot_gets_few_letters(tmp_path: Path) -> None:
    box = Mute()
    box.always = True
    with serving(box) as relay:
        outcome = send(tmp_path, relay, Plain(people(COUNT)))
    assert (stopped(outcome), outcome.counts, outcome.finished) == ("replies-lost", {"uncertain": DOUBTS}, False)
    assert Counter(states(tmp_path).values()) == {"uncertain": DOUBTS, "waiting": COUNT - DOUBTS}


class Slow(Box):
    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        await asyncio.sleep(0.4)
        return await super().handle_DATA(server, session, envelope)


@pytest.mark.parametrize(("end", "counts"), [(30.0, {"sent": 2}), (0.1, {"uncertain": 2})])
def test_a_late_answer_is_waited_for(tmp_path: Path, end: float, counts: dict[str, int]) -> None:
    """Longer than any other: here other answers have 0.3 s."""
    box = Slow()
    with serving(box, "none") as relay:
        outcome = send(tmp_path, relay, Plain(people(2)), waits=Waits(0.3 if end > 1 else 5.0, end))
    assert outcome.counts == counts
    assert max(box.copies.values(), default=1) == 1


def _http(made: socket.socket) -> None:
    made.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def _endless(made: socket.socket) -> None:
    made.sendall(b"220-welcome\r\n" * 200)
    made.recv(100)


def _long(made: socket.socket) -> None:
    made.sendall(b"220 " + b"x" * 5000)
    made.recv(100)


def _silent(made: socket.socket) -> None:
    made.recv(100)


def _closed(made: socket.socket) -> None:
    made.close()


def _full(made: socket.socket) -> None:
    made.sendall(b"554 5.7.1 not you\r\n")


def _without_tls(made: socket.socket) -> None:
    made.sendall(b"220 hello\r\n")
    assert made.recv(1000).startswith(b"ehlo [127.0.0.1]\r\n")
    made.sendall(b"250-hello\r\n250 AUTH PLAIN LOGIN\r\n")
    assert not made.recv(1000)  # no login in the clear


@pytest.mark.parametrize(
    ("talk", "security", "id"),
    [
        (_http, "none", "relay-rubbish"),
        (_endless, "none", "relay-rubbish"),
        (_long, "none", "relay-rubbish"),
        (_silent, "none", "relay-unreachable"),
        (_silent, "tls", "relay-unreachable"),
        (_closed, "none", "relay-unreachable"),
        (_full, "starttls", "relay-refuses"),
        (_without_tls, "starttls", "relay-without-starttls"),
        (_full, "tls", "relay-no-tls"),
    ],
)
def test_a_relay_that_is_none_is_told_at_once(
    tmp_path: Path, talk: Callable[[socket.socket], None], security: str, id: str
) -> None:
    with saying(talk, security) as relay:
        outcome = send(tmp_path, relay, Plain(people(2)), waits=Waits(0.3, 0.3))
    assert stopped(outcome) == id and set(states(tmp_path).values()) == {"waiting"}
    assert english(outcome.stopped).hint and japanese(outcome.stopped).hint


def test_nobody_listens(tmp_path: Path) -> None:
    with saying(_closed) as relay:
        pass
    outcome = send(tmp_path, relay, Plain(people(2)))
    assert stopped(outcome) == "relay-unreachable"
    assert "接続を断られました" in japanese(outcome.stopped).text


def test_a_relay_that_goes_while_letters_are_sent_is_asked_again(tmp_path: Path) -> None:
    """Then the run ends; the next goes on."""
    mailing, clock = Plain(people(6)), Quick()
    box = Box()
    with serving(box, "none") as relay:
        send(tmp_path, relay, mailing, Quick(stop=2))

    def talk(made: socket.socket) -> None:
        if not talks:
            made.close()
            return
        talks.pop()
        made.sendall(b"220 hello\r\n")
        made.recv(1000)
        made.sendall(b"250 hello\r\n")
        made.recv(1000)

    talks = [1]
    with saying(talk) as relay:
        outcome = send(tmp_path, relay, mailing, clock)
    assert stopped(outcome) == "relay-gone" and clock.slept > 60
    assert Counter(states(tmp_path).values()) == {"sent": 2, "waiting": 4}
