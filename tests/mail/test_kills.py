"""Killed at any moment and started again, or two at once: each recipient has one copy, or is listed as uncertain.

REPORT_EXAMPLES=500 REPORT_SEED=7 python -m pytest tests/mail/test_kills.py    500 recipients, 100 kills
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections import Counter
from pathlib import Path

import pytest

from report.mail.ledger import NAME, Ledger
from report.mail.model import Relay
from report.mail.run import Run
from tests.mail.servers import QUIET, Plain, Quick, people, send, serving_apart, states

pytestmark = QUIET
COUNT, SEED = int(os.environ.get("REPORT_EXAMPLES", 100)), int(os.environ.get("REPORT_SEED", 1))
KILLS = 100 if COUNT >= 500 else 25
MAILING = Plain(people(COUNT))


def child(folder: Path, relay: Relay, mailing: Plain = MAILING) -> int:
    """A process that sends."""
    if started := os.fork():
        return started
    code = 1
    try:
        code = 0 if send(folder, relay, mailing).stopped is None else 1
    finally:
        os._exit(code)


def ended(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def copies(taken: Path) -> Counter[str]:
    return Counter(taken.read_text().split()) if taken.exists() else Counter()


def test_killed_at_random_moments(tmp_path: Path) -> None:
    chance, kills, taken = random.Random(SEED), 0, tmp_path / "taken"
    with serving_apart(taken) as relay:
        ledger = tmp_path / "sent"
        begun = time.monotonic()
        send(tmp_path / "measured", relay, Plain(people(10)))
        each = (time.monotonic() - begun) / 10
        taken.unlink()
        left = COUNT
        while kills < KILLS and left > 1:
            process = child(ledger, relay)
            time.sleep(chance.uniform(0, 2) * each * max(left / (KILLS - kills), 1))
            os.kill(process, signal.SIGKILL)
            kills += ended(process) == -signal.SIGKILL
            left = COUNT - len(copies(taken))
        assert kills > KILLS * 0.7
        assert ended(child(ledger, relay)) == 0
    found, count = states(ledger), copies(taken)
    assert set(found.values()) <= {"sent", "uncertain"} and len(found) == COUNT
    assert all(count[address] == 1 for address, state in found.items() if state == "sent")
    assert all(count[address] <= 1 for address in found)
    uncertain = Counter(found.values())["uncertain"]
    assert uncertain <= kills
    print(f"{COUNT} recipients, {kills} kills, {uncertain} uncertain, {COUNT - len(count)} of these without a copy")


STEPS = ("claim", "at_dot", "answered", "close")


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_each_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: bool) -> None:
    """Before or after it is written down, at the second letter of three."""
    mailing, calls = Plain(people(3)), 0
    act = getattr(Run, step)

    def killed(*arguments: object) -> object:
        nonlocal calls
        calls += 1
        last = calls == (1 if step in ("claim", "close") else 2)
        if last and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        made = act(*arguments)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)
        return made

    with serving_apart(tmp_path / "taken") as relay:
        with monkeypatch.context() as patch:
            patch.setattr(Run, step, killed)
            assert ended(child(tmp_path / "sent", relay, mailing)) == -signal.SIGKILL
        send(tmp_path / "sent", relay, mailing)
    second = "uncertain" if (step, after) in (("at_dot", True), ("answered", False)) else "sent"
    assert list(states(tmp_path / "sent").values()) == ["sent", second, "sent"]
    lost = (step, after) == ("at_dot", True)
    assert list(copies(tmp_path / "taken").values()) == [1, 1] if lost else [1, 1, 1]


def test_two_at_once_share_the_work(tmp_path: Path) -> None:
    mailing, taken = Plain(people(COUNT)), tmp_path / "taken"
    with serving_apart(taken) as relay:
        processes = [child(tmp_path / "sent", relay, mailing) for _ in range(3)]
        assert [ended(process) for process in processes] == [0, 0, 0]
    assert set(states(tmp_path / "sent").values()) == {"sent"}
    assert copies(taken) == {recipient.address: 1 for recipient in mailing.recipients}
    assert not list((tmp_path / "sent").glob("*.lock"))


def test_what_one_was_about_to_send_when_it_was_killed_the_other_sends(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    with serving_apart(taken) as relay:
        first = child(tmp_path / "sent", relay)
        while len(copies(taken)) < 5:
            time.sleep(0.001)
        second = child(tmp_path / "sent", relay)
        while len(copies(taken)) < COUNT // 2:
            time.sleep(0.001)
        os.kill(first, signal.SIGKILL)
        assert ended(first) == -signal.SIGKILL and ended(second) == 0
    found, count = Counter(states(tmp_path / "sent").values()), copies(taken)
    assert found["sent"] + found["uncertain"] == COUNT and found["uncertain"] <= 1
    assert set(count.values()) == {1}


def paused(process: int, folder: Path) -> bool:
    """Bring it to a standstill; False, and let it go on, where it is writing just then."""
    os.kill(process, signal.SIGSTOP)
    base = sqlite3.connect(folder / NAME, timeout=0.1, isolation_level=None)
    try:
        base.execute("BEGIN IMMEDIATE")
        base.execute("ROLLBACK")
    except sqlite3.OperationalError:
        os.kill(process, signal.SIGCONT)
        return False
    finally:
        base.close()
    return True


def test_a_run_that_sleeps_is_not_taken_for_dead(tmp_path: Path) -> None:
    """Its claims stay its own, however long it does nothing."""
    taken = tmp_path / "taken"
    with serving_apart(taken) as relay:
        first = child(tmp_path / "sent", relay)
        while len(copies(taken)) < 3:
            time.sleep(0.001)
        while not paused(first, tmp_path / "sent"):
            time.sleep(0.001)
        outcome = send(tmp_path / "sent", relay, MAILING, Quick())
        assert not outcome.finished and outcome.stopped is None
        os.kill(first, signal.SIGCONT)
        assert ended(first) == 0
    with Ledger(tmp_path / "sent") as ledger:
        assert ledger.counts("k1") == {"sent": COUNT}
    assert set(copies(taken).values()) == {1} and len(copies(taken)) == COUNT
