"""A mailing is sent: each recipient who is to get it, by one connection, at the pace the relay allows.

In: a Mailing, a Run of the ledger, what opens connections, a Clock. Out: an Outcome. What concerns one letter never
stops the others; what concerns them all (login, sender, a relay that is gone) stops the run, and loses nothing: the
next run goes on from there.

    the relay says 2yz after the dot      sent
    5yz                                   refused; the rest goes on
    4yz, or lost before the dot           again, later and later; after TRIES deferred: the next run asks again
    lost after the dot                    uncertain
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from report.mail.line import Hopeless, Reply
from report.mail.model import Letter, Mailing, Recipient, Relay
from report.mail.run import Run
from report.mail.smtp import Connection, Lost
from report.messages import Message, failure, message
from report.messages.wording import english, japanese

CLAIMED = 16  # recipients at once: one write to the disk for all of them
TRIES, FIRST, LONGEST = 6, 30.0, 600.0  # of a letter; seconds before the second try, doubled each time
LOSSES, PAUSE, LONGEST_PAUSE = 8, 1.0, 120.0  # of the connection, one after the other; likewise
DOUBTS = 3  # letters in a row whose reply was lost, after which the relay gets no more to lose
STRANGERS = 3  # refusals of the sender in a row
PER_CONNECTION = 100  # letters; some relays end a connection that takes more
IDLE = 20.0  # seconds: a longer pause is not one to keep a connection open for


class Clock(Protocol):
    def time(self) -> float:
        """Seconds since 1970."""

    def sleep(self, seconds: float) -> bool:
        """False when the user wants to stop."""


class Progress(NamedTuple):
    """done: letters with an answer, of `count` in this run. waiting: seconds until the next try, 0 while sending."""

    done: int
    count: int
    waiting: float = 0.0


class Outcome(NamedTuple):
    """counts: letters of this run, by state. finished: every row of the whole mailing is settled. stopped: why the run
    ended before its end, None if it did not."""

    counts: dict[str, int]
    finished: bool
    stopped: Message | None


def send_one(mailing: Mailing, letter: Letter, connect: Callable[[], Connection]) -> Reply:
    """A letter of which no ledger knows. Raises Failure."""
    line: Connection | None = None
    try:
        line = connect()
        line.check_size(mailing.size)
        return line.deliver(letter, mailing.sender, lambda: None)
    except Hopeless as hopeless:
        raise failure(None, hopeless.about) from None
    except Lost as lost:
        raise failure(None, message("relay-unreachable", why=lost.about)) from None
    finally:
        if line:
            line.close()


class _Stop(Exception):
    """The run ends here."""

    def __init__(self, about: Message) -> None:
        self.about = about


class Sender:
    """told: called as letters are answered. Raises Failure of the ledger, and nothing of the relay."""

    def __init__(
        self, mailing: Mailing, run: Run, relay: Relay, connect: Callable[[], Connection], clock: Clock
    ) -> None:
        self._mailing, self._run, self._connect, self._clock = mailing, run, connect, clock
        self._recipients = {recipient.address.lower(): recipient for recipient in mailing.recipients}
        self._counts: dict[str, int] = {}
        self._line: Connection | None = None
        self._gap, self._next = 1 / relay.rate, 0.0  # seconds between letters, and when the next may go
        self._losses = self._doubts = self._strangers = 0  # in a row

    def send(self, told: Callable[[Progress], None]) -> Outcome:
        stopped = None
        self._told = told
        try:
            self._open()
            while (claimed := self._run.claim(CLAIMED, self._clock.time())) or self._wait():
                for address, tries in claimed:
                    self._one(self._recipients[address.lower()], tries)
        except _Stop as stop:
            stopped = stop.about
        finally:
            if self._line:
                self._line.close()
        return Outcome(self._counts, self._run.finished(), stopped)

    def _one(self, recipient: Recipient, tries: int) -> None:
        """A letter, until there is an answer to write down."""
        letter = self._mailing.letter(recipient)
        while True:
            self._pace()
            line = self._open()
            try:
                reply = line.deliver(letter, self._mailing.sender, lambda: self._at_dot(letter))
            except Lost as lost:
                if not lost.used:
                    return self._lost(letter, tries + 1, lost)
            else:
                return self._answered(letter, tries + 1, reply)

    def _at_dot(self, letter: Letter) -> None:
        self._run.at_dot(letter.address, self._clock.time())

    def _answered(self, letter: Letter, tries: int, reply: Reply) -> None:
        if reply.to_sender:
            return self._busy(letter, tries, reply) if reply.again else self._strange(letter, reply)
        self._losses = self._doubts = self._strangers = 0
        if reply.again:
            self._again(letter, tries, reply)
        else:
            self._settle(letter, "sent" if reply.sent else "refused", reply)

    def _busy(self, letter: Letter, tries: int, reply: Reply) -> None:
        """The relay takes nothing from us for now, as where too much came in an hour: no letter is at fault."""
        now = self._clock.time()
        self._run.again(letter.address, now, tries - 1, now, reply.code, reply.text)
        self._rest(message("relay-not-now", reply=f"{reply.code} {reply.text}"))

    def _strange(self, letter: Letter, reply: Reply) -> None:
        """Not this recipient is refused, but who sends: one such answer may be a slip, more of them are for all."""
        self._strangers += 1
        if self._strangers >= STRANGERS or not self._counts.get("sent"):
            now = self._clock.time()
            self._run.again(letter.address, now, 0, now, reply.code, reply.text)
            sender, words = self._mailing.sender, f"{reply.code} {reply.text}"
            raise _Stop(message("sender-refused", sender=sender, reply=words))
        self._settle(letter, "refused", reply)

    def _lost(self, letter: Letter, tries: int, lost: Lost) -> None:
        reply = Reply(0, f"{english(lost.about).text} {japanese(lost.about).text}")
        if lost.dot:
            self._doubts += 1
            self._settle(letter, "uncertain", reply)
        else:
            self._again(letter, tries, reply)
        if self._doubts >= DOUBTS:
            raise _Stop(message("replies-lost", count=self._doubts, why=lost.about))
        self._rest(lost.about)

    def _again(self, letter: Letter, tries: int, reply: Reply) -> None:
        if tries >= TRIES:
            self._settle(letter, "deferred", reply)
        else:
            now = self._clock.time()
            due = now + min(FIRST * 2 ** (tries - 1), LONGEST)
            self._run.again(letter.address, due, tries, now, reply.code, reply.text)

    def _settle(self, letter: Letter, state: str, reply: Reply) -> None:
        self._run.answered(letter.address, state, self._clock.time(), reply.code, reply.text)
        self._counts[state] = self._counts.get(state, 0) + 1
        self._tell()

    def _open(self) -> Connection:
        """The connection, a new one where it must be. The first must come about at once: nobody waits for a name that
        is misspelt."""
        first = self._line is None
        while self._line is None or not self._line.is_open or self._line.letters >= PER_CONNECTION:
            if self._line:
                self._line.close()
            try:
                self._line = self._connect()
                self._line.check_size(self._mailing.size)
            except Hopeless as hopeless:
                raise _Stop(hopeless.about) from None
            except Lost as lost:
                if first and not lost.later:
                    raise _Stop(message("relay-unreachable", why=lost.about)) from None
                self._rest(lost.about)
        return self._line

    def _rest(self, why: Message) -> None:
        """Wait before the relay is asked again, longer each time."""
        self._losses += 1
        if self._losses >= LOSSES:
            raise _Stop(message("relay-gone", count=self._losses, why=why))
        self._sleep(min(PAUSE * 2 ** (self._losses - 1), LONGEST_PAUSE))

    def _wait(self) -> bool:
        """Until the next letter is due that was put off; False when there is none."""
        self._run.bury()
        due = self._run.next_due()
        if due is None:
            return False
        left = due - self._clock.time()
        if left > IDLE and self._line:
            self._line.close()
        self._sleep(max(left, 0.0))
        return True

    def _pace(self) -> None:
        now = self._clock.time()
        self._sleep(max(self._next - now, 0.0))
        self._next = max(self._next, now) + self._gap

    def _sleep(self, seconds: float) -> None:
        """Also asks whether to stop."""
        if seconds >= 1:
            self._tell(seconds)
        if not self._clock.sleep(seconds):
            raise _Stop(message("run-stopped"))

    def _tell(self, waiting: float = 0.0) -> None:
        self._told(Progress(sum(self._counts.values()), self._run.count, waiting))
