"""Against servers in the process: each recipient once, whatever the server does; nothing lost, nothing doubled.

REPORT_EXAMPLES=500 python -m pytest tests/mail/test_sending.py
"""

from __future__ import annotations

import asyncio
import os
import socket
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from msgspec.structs import replace

from report.mail import sending
from report.mail.ledger import Ledger
from report.mail.run import Run
from report.mail.sending import DOUBTS, FIRST, LOSSES, TRIES
from report.mail.smtp import Waits
from report.messages import Failure, Message
from report.messages.wording import english, japanese
from tests.mail.servers import ATTACHMENT, QUIET, Box, Plain, Quick, people, saying, send, serving, states

pytestmark = QUIET
COUNT = int(os.environ.get("REPORT_EXAMPLES", 24))


def stopped(outcome: sending.Outcome) -> str:
    assert isinstance(outcome.stopped, Message)
    return outcome.stopped.id


def every_third(address: str) -> bool:
    return int(address.partition("@")[0].removeprefix("r")) % 3 == 0


@pytest.mark.parametrize("security", ["starttls", "tls", "none"])
def test_each_recipient_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, security: str) -> None:
    monkeypatch.setattr(sending, "PER_CONNECTION", 10)
    box, mailing = Box(), Plain(people(COUNT))
    with serving(box, security) as relay:
        outcome = send(tmp_path, relay, mailing)
        again = send(tmp_path, relay, mailing)
    assert outcome == ({"sent": COUNT}, True, None)
    assert again == ({}, True, None)
    assert box.copies == {recipient.address: 1 for recipient in mailing.recipients}
    assert set(states(tmp_path).values()) == {"sent"}
    letters = (b"".join(mailing.letter(recipient).parts) for recipient in mailing.recipients)
    assert box.letters == list(letters) and ATTACHMENT in box.letters[0]  # dots and all
    assert box.sessions == -(-COUNT // 10) + 1  # the second run looks whether the relay is there


class Refusing(Box):
    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        if every_third(address):
            return "550 5.1.1 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 ok"


def test_refusals_are_recorded_and_the_rest_goes_on(tmp_path: Path) -> None:
    box, mailing = Refusing(), Plain(people(COUNT))
    with serving(box) as relay:
        outcome = send(tmp_path, relay, mailing)
        assert send(tmp_path, relay, mailing).counts == {}
    refused = {recipient.address for recipient in mailing.recipients if every_third(recipient.address)}
    assert outcome == ({"sent": COUNT - len(refused), "refused": len(refused)}, True, None)
    assert {address for address, state in states(tmp_path).items() if state == "refused"} == refused
    assert box.copies == {recipient.address: 1 for recipient in mailing.recipients if recipient.address not in refused}
    with Ledger(tmp_path) as ledger:
        assert next(ledger.entries("k1"))[3:] == (550, "5.1.1 nobody of that name")


class Grey(Box):
    """Has each recipient come twice, and some as often as ever."""

    never = False

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        self.seen[address] += 1
        if self.seen[address] == 1 or (self.never and every_third(address)):
            return "450 4.2.0 greylisted"
        envelope.rcpt_tos.append(address)
        return "250 ok"


def test_greylisted_ones_are_tried_again_later(tmp_path: Path) -> None:
    box, mailing, clock = Grey(), Plain(people(COUNT)), Quick()
    with serving(box) as relay:
        outcome = send(tmp_path, relay, mailing, clock)
    assert outcome == ({"sent": COUNT}, True, None)
    assert set(box.copies.values()) == {1} and set(box.seen.values()) == {2}
    assert clock.slept >= FIRST


def test_what_is_put_off_too_often_is_left_to_the_next_run(tmp_path: Path) -> None:
    box, mailing, clock = Grey(), Plain(people(6)), Quick()
    box.never = True
    with serving(box) as relay:
        outcome = send(tmp_path, relay, mailing, clock)
        assert outcome == ({"sent": 4, "deferred": 2}, False, None)
        assert sorted(box.seen.values()) == [2, 2, 2, 2, TRIES, TRIES]
        assert clock.slept >= sum(FIRST * 2**n for n in range(TRIES - 1))
        box.never = False
        assert send(tmp_path, relay, mailing) == ({"sent": 2}, True, None)
    assert set(box.copies.values()) == {1}


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


@pytest.mark.parametrize("step", ["mail", "rcpt", "data"])
@pytest.mark.parametrize("words", ["250 ok", "354 go", "220 hello", "hello"])
def test_an_answer_to_another_question_is_no_letter_sent(tmp_path: Path, step: str, words: str) -> None:
    if (step == "data") == words.startswith("354") or (step != "data" and words[0] == "2"):
        return  # that is the answer

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


class Busy(Box):
    """Takes nothing from anyone for a while, then a letter a connection. words: of its refusal."""

    words = "451 4.7.1 too much mail this minute"
    left = 5

    async def handle_MAIL(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        self.left -= 1
        if self.left >= 0:
            return self.words
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 ok"


def test_a_busy_relay_is_waited_for(tmp_path: Path) -> None:
    box, clock = Busy(), Quick()
    with serving(box) as relay:
        assert send(tmp_path, relay, Plain(people(4)), clock) == ({"sent": 4}, True, None)
    assert set(box.copies.values()) == {1} and clock.slept >= 1 + 2 + 4 + 8 + 16


def test_a_refused_sender_stops_the_run_and_leaves_all_as_they_were(tmp_path: Path) -> None:
    box = Busy()
    box.words, box.left = "550 5.7.1 not your address", 99
    with serving(box) as relay:
        outcome = send(tmp_path, relay, Plain(people(4)))
    assert stopped(outcome) == "sender-refused" and "kikaku@city.example: 550 5.7.1" in english(outcome.stopped).text
    assert set(states(tmp_path).values()) == {"waiting"} and box.left == 98


class Impatient(Box):
    """Ends each connection after a letter, as one that has grown old. words: said before."""

    words = b""

    def __init__(self) -> None:
        super().__init__()
        self.ended = threading.Semaphore(0)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        def end() -> None:
            server.transport.write(self.words)
            server.transport.close()
            asyncio.get_running_loop().call_later(0.02, self.ended.release)

        asyncio.get_running_loop().call_later(0.02, end)
        return await super().handle_DATA(server, session, envelope)


@pytest.mark.parametrize("words", [b"", b"421 4.4.2 idle too long\r\n"])
def test_a_connection_that_has_grown_old_is_replaced_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: bytes
) -> None:
    box, clock = Impatient(), Quick()
    box.words = words
    pace = sending.Sender._pace

    def slowly(sender: sending.Sender) -> None:
        if sender._line and sender._line.is_open and sender._line.letters:
            assert box.ended.acquire(timeout=5)
        pace(sender)

    monkeypatch.setattr(sending.Sender, "_pace", slowly)
    with serving(box, "none") as relay:
        assert send(tmp_path, relay, Plain(people(4)), clock) == ({"sent": 4}, True, None)
    assert box.sessions == 4 and clock.slept < 0.1


def test_stopped_by_hand_the_next_run_goes_on(tmp_path: Path) -> None:
    box, mailing = Box(), Plain(people(COUNT))
    with serving(box) as relay:
        outcome = send(tmp_path, relay, mailing, Quick(stop=5))
        assert (stopped(outcome), outcome.counts, outcome.finished) == ("run-stopped", {"sent": 5}, False)
        assert Counter(states(tmp_path).values()) == {"sent": 5, "waiting": COUNT - 5}
        assert send(tmp_path, relay, mailing) == ({"sent": COUNT - 5}, True, None)
    assert set(box.copies.values()) == {1}


@pytest.mark.parametrize(("step", "taken", "second"), [("at_dot", 1, "waiting"), ("answered", 2, "uncertain")])
def test_a_ledger_that_cannot_be_written_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, taken: int, second: str
) -> None:
    """Before the dot nothing is sent that is not written down; after it, the letter is in doubt. Here at the second."""
    box, mailing, act, calls = Box(), Plain(people(4)), getattr(Run, step), []

    def full(run: Run, *arguments: Any) -> None:
        calls.append(step)
        if len(calls) == 2:
            run._base.set_authorizer(lambda action, *_: sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_UPDATE else 0)
        try:
            act(run, *arguments)
        finally:
            run._base.set_authorizer(None)

    with serving(box) as relay:
        with monkeypatch.context() as patch, pytest.raises(Failure) as told:
            patch.setattr(Run, step, full)
            send(tmp_path, relay, mailing)
        assert [diagnostic.message.id for diagnostic in told.value.diagnostics] == ["ledger-broken"]
        assert sum(box.copies.values()) == taken
        assert list(states(tmp_path).values()) == ["sent", second, "waiting", "waiting"]
        send(tmp_path, relay, mailing)
    assert set(box.copies.values()) == {1} and len(box.copies) == 4


def test_letters_go_at_the_pace_of_the_relay(tmp_path: Path) -> None:
    clock = Quick()
    with serving(Box(), "none") as relay:
        send(tmp_path, replace(relay, rate=0.5), Plain(people(4)), clock)
    assert clock.slept == 6.0


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
