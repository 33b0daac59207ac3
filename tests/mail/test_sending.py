"""Against servers in the process: each recipient once, whatever the server does; nothing lost, nothing doubled.

REPORT_EXAMPLES=500 python -m pytest tests/mail/test_sending.py
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from msgspec.structs import replace

from report.mail import sending
from report.mail.ledger import Ledger
from report.mail.run import Run
from report.mail.sending import FIRST, TRIES
from report.messages import Failure
from report.messages.wording import english
from tests.mail.servers import ATTACHMENT, QUIET, Box, Plain, Quick, every_third, people, send, serving, states, stopped

pytestmark = QUIET
COUNT = int(os.environ.get("REPORT_EXAMPLES", 24))


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
