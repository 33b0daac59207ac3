"""`report mail test|send|status|settle`: the letters on their way, for who sends them.

The clock that the rest of the house does without is here, and the user's hand on it: Ctrl-C ends a run after the letter
it is at, a second one at once.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import os
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from email.utils import formatdate
from pathlib import Path

from msgspec.structs import replace

from report.cli.mail import wish
from report.cli.terminal import progress
from report.deliver.files import write_whole
from report.mail.addresses import Unfit, parts_of
from report.mail.ledger import NAME, OPEN_TO_THE_USER, RETURNED, SETTLED, Begun, Entry, Ledger
from report.mail.mailing import Post, chosen_of, words_of
from report.mail.model import Recipient, Relay
from report.mail.password import password_for
from report.mail.results import STATES, table
from report.mail.run import Run
from report.mail.sending import Outcome, Progress, Sender, send_one
from report.mail.smtp import Connection, Waits
from report.messages import Origin, Report, failure, message
from report.pipeline import mailing

EXAMPLES, LISTED = 3, 20
DONE = {*SETTLED, "uncertain"} - {"withdrawn"}  # who is not to be written to by this run
FAILED = ("refused", *RETURNED)
YES = ("y", "yes", "はい", "送る")
BAR = 24  # characters
SHORT = 8  # characters of a mailing's key that people see


def post_of(options: argparse.Namespace, report: Report) -> Post:
    """To all of the list: a mailing is finished when everyone has got it, whichever group is sent to now."""
    return mailing(wish(options), options.files, lambda: formatdate(localtime=True), report)


def test(options: argparse.Namespace, report: Report, begun: float) -> str:
    """One letter to oneself, as the first of the list would get it; the ledger knows nothing of it."""
    post = post_of(options, report)
    try:
        address = parts_of(options.to).written
    except Unfit as unfit:
        raise failure(None, unfit.message, unfit.hint) from None
    first = chosen_of(post.recipients, options.group, report)[0]
    reply = send_one(post, post.letter(replace(first, address=address)), _connecting(post, options))
    options.failed = not reply.sent
    return f"{address}: {reply.code or ''} {reply.text}"


def send(options: argparse.Namespace, report: Report, begun: float) -> str:
    post = post_of(options, report)
    chosen = chosen_of(post.recipients, options.group, report)
    with Ledger(ledger_folder(options.brochure), options.this_machine) as ledger:
        settled = {entry.address for entry in ledger.entries(post.key) if entry.state in DONE}
        left = [recipient for recipient in chosen if recipient.address not in settled]
        if not left:
            return "\n".join(_summary(ledger, post.key))
        connect = _connecting(post, options)
        if not _agreed(post, left, len(chosen), ledger, options):
            options.failed = True
            return "nothing was sent 送っていません"
        this = Begun(post.key, post.edition, post.said(left[0]).subject, time.time())
        addresses = [recipient.address for recipient in post.recipients]
        with _clock() as clock, Run(ledger, this, addresses, [recipient.address for recipient in left]) as run:
            outcome = Sender(post, run, post.relay, connect, clock).send(_show)
        progress("")
        return _told(outcome, post, ledger, options, report)


def status(options: argparse.Namespace, report: Report, begun: float) -> str:
    """Who got what and when: of the latest mailing, or of the one that is named; the others in a line each."""
    with existing(options, reading=True) as ledger:
        mailings = ledger.mailings()
        if not mailings:
            raise failure(None, message("ledger-missing", file=ledger.path))
        keys = [_one_key(options.mailing, [each.key for each in mailings])] if options.mailing else []
        lines: list[str] = []
        for each in mailings:
            if keys and each.key not in keys:
                continue
            lines.append(f"{each.key[:SHORT]}  {each.edition}  {each.subject}  {when(each.begun)}")
            lines += [f"    {line}" for line in _summary(ledger, each.key)]
            if keys or each == mailings[0]:
                lines += [f"    {line_of(entry)}" for entry in ledger.entries(each.key)]
        return "\n".join(lines)


def settle(options: argparse.Namespace, report: Report, begun: float) -> str:
    """The user's word on a letter that may have arrived, or that was refused."""
    sent = options.word == "sent"
    with existing(options) as ledger:
        options.address = options.address if ledger.of(options.address) else _as_sent(options.address)
        found = ledger.of(options.address)
        if options.mailing:
            key = _one_key(options.mailing, [key for key, _ in found])
            found = [row for row in found if row[0] == key]
        if not found:
            raise failure(None, message("settle-unknown", address=options.address))
        ways = (tuple(key for key, state in found if state == wanted) for wanted in OPEN_TO_THE_USER)
        keys = next(filter(None, ways), ())
        if not keys:
            words = " ".join(STATES[found[0][1]])
            raise failure(None, message("settle-settled", address=options.address, state=words))
        if len(keys) > 1:
            named = ", ".join(key[:SHORT] for key in keys)
            raise failure(None, message("settle-several", address=options.address, keys=named))
        ledger.settle(keys[0], options.address, sent, time.time())
        then = (
            "sent 送信済" if sent else "not sent; the next `report mail send` sends it 未送信（次の send で送ります）"
        )
        return "\n".join((f"{options.address}: {then}", *_summary(ledger, keys[0])))


def _as_sent(address: str) -> str:
    """An address of the list as the ledger has it."""
    try:
        return parts_of(address).written
    except Unfit:
        return address


def ledger_folder(brochure: Path) -> Path:
    """`sent/` beside the folder of brochure.yaml: not in output/, which can be made again and may be deleted."""
    return Path(os.path.normpath(brochure.parent / ".." / "sent"))


def when(seconds: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(seconds))


def existing(options: argparse.Namespace, reading: bool = False) -> Ledger:
    folder = ledger_folder(options.brochure)
    if not (folder / NAME).exists():
        raise failure(None, message("ledger-missing", file=folder / NAME))
    return Ledger(folder, getattr(options, "this_machine", False), reading)


def _connecting(post: Post, options: argparse.Namespace) -> Connecting:
    return Connecting(post.relay, password_for(post.relay, os.environ), options.ca)


class Connecting:
    """Opens connections to the relay. It has no repr, and so shows no password."""

    def __init__(self, relay: Relay, password: str, authorities: Path | None) -> None:
        self._relay, self._password, self._authorities = relay, password, authorities
        if authorities is not None and not authorities.is_file():
            raise failure(Origin(str(authorities), 0), message("authorities-missing"))

    def __call__(self) -> Connection:
        authorities = str(self._authorities) if self._authorities else None
        waits = Waits(self._relay.timeout, max(self._relay.timeout, Waits().end))
        return Connection(self._relay, self._password, waits, authorities)


def _agreed(post: Post, left: list[Recipient], chosen: int, ledger: Ledger, options: argparse.Namespace) -> bool:
    """Show what is about to happen, and ask."""
    relay, before = post.relay, chosen - len(left)
    lines = [
        f"subject 件名: {post.said(left[0]).subject}",
        f"from 差出人: {post.sender}, by 中継 {relay.host}:{relay.port} ({relay.security})",
        f"to 宛先: {len(left):,} of {chosen:,}人" + (f" ({before:,} settled before 済み)" if before else ""),
        *(f"    {words_of(recipient)['addressee']} <{recipient.address}>" for recipient in left[:EXAMPLES]),
        f"{post.size / 1e6:.2f} MB each at most 最大; about 約 {math.ceil(len(left) / relay.rate / 60):,} min 分",
    ]
    print("\n".join(lines), file=sys.stderr)
    others = ledger.had_another(post.key, post.edition, (recipient.address for recipient in left))
    asked = not options.yes and sys.stdin.isatty()
    if others and not options.another_version:
        if not asked:
            raise failure(None, message("another-version", count=others))
        question = (
            f"{others} of these have had another version; send this one too? 別の版を送っています。この版も送りますか"
        )
        if not _yes(question):
            return False
    if options.yes:
        return True
    if not asked:
        raise failure(None, message("answer-missing"))
    return _yes(f"send {len(left):,} letters? {len(left):,}通を送りますか")


def _yes(question: str) -> bool:
    print(f"{question} [y/N 送る/やめる] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in YES


@contextlib.contextmanager
def _clock() -> Iterator[_Clock]:
    """Signals to stop are heard within."""
    clock = _Clock()
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(kind, clock.stop) for kind in kinds]
    try:
        yield clock
    finally:
        for kind, handler in zip(kinds, before, strict=True):
            signal.signal(kind, handler)


class _Clock:
    def __init__(self) -> None:
        self._stopped = threading.Event()

    def time(self) -> float:
        return time.time()

    def sleep(self, seconds: float) -> bool:
        return not self._stopped.wait(seconds)

    def stop(self, *_: object) -> None:
        if self._stopped.is_set():
            raise KeyboardInterrupt
        self._stopped.set()
        print("\nends after this letter; again: at once この1通で止めます（もう一度でただちに）", file=sys.stderr)


def _show(now: Progress) -> None:
    full = BAR * now.done // max(now.count, 1)
    pause = f" waiting 待機 {now.waiting:,.0f} s" if now.waiting else ""
    progress(f"sending 送信 {'█' * full}{'░' * (BAR - full)} {now.done:,}/{now.count:,}{pause}")


def _told(outcome: Outcome, post: Post, ledger: Ledger, options: argparse.Namespace, report: Report) -> str:
    if outcome.stopped:
        report.error(None, outcome.stopped)
    options.failed = not outcome.finished or "refused" in outcome.counts
    file = options.output / f"results-{post.key[:SHORT]}.csv"
    write_whole(file, table(ledger.entries(post.key), post.recipients, when))
    this = ", ".join(f"{_state(state)} {count:,}" for state, count in outcome.counts.items()) or "nothing なし"
    return "\n".join((f"in this run 今回: {this}", *_summary(ledger, post.key), f"{file}"))


def _summary(ledger: Ledger, key: str) -> list[str]:
    """How many are in each state; whether it is finished; who needs a decision, and how it is told."""
    found, counts = ledger.counts(key), Counter[str]()
    for state in STATES:
        counts[_state(state)] += found.get(state, 0)
    open_ = [entry for entry in ledger.entries(key) if entry.state not in SETTLED]
    lines = [", ".join(f"{words} {count:,}" for words, count in counts.items() if count)]
    lines.append(f"not finished 未完了: {len(open_):,} left 残り" if open_ else "finished 完了")
    doubtful = [entry for entry in open_ if entry.state == "uncertain"]
    lines += [f"    report mail settle {entry.address} sent|unsent" for entry in doubtful[:LISTED]]
    failed = [entry for entry in ledger.entries(key) if entry.state in FAILED]
    lines += [f"    {line_of(entry)}" for entry in failed[:LISTED]]
    return lines


def line_of(entry: Entry) -> str:
    at = when(entry.at) if entry.at else "-"
    return f"{at}  {_state(entry.state)}  {entry.address}  {entry.code or ''} {entry.reply or ''}".rstrip()


def _state(state: str) -> str:
    return " ".join(STATES[state])


def _one_key(beginning: str, keys: Iterable[str]) -> str:
    """The mailing's key that begins so. Raises Failure."""
    found = {key for key in keys if key.startswith(beginning)}
    if len(found) != 1:
        raise failure(None, message("mailing-unknown", key=beginning))
    return found.pop()


COMMANDS = {"mail test": test, "mail send": send, "mail status": status, "mail settle": settle}
