"""The ledger: whose it is, what it lets a run do, and what the user may say."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from report.mail import ledger as ledger_of
from report.mail import machine
from report.mail.ledger import NAME, VERSION, Begun, Entry, Ledger
from report.mail.run import Run
from report.messages import Failure

ADDRESSES = ("a@x.example", "b@x.example", "c@x.example")
FIRST = Begun("k1", "kaikaku 2023", "改革ねりま", 100.0)
SECOND = Begun("k2", "kaikaku 2023", "改革ねりま", 200.0)
NEXT_YEAR = Begun("k3", "kaikaku 2024", "改革ねりま", 300.0)


def told(act: Callable[[], object]) -> str:
    with pytest.raises(Failure) as failed:
        act()
    (diagnostic,) = failed.value.diagnostics
    return diagnostic.message.id


def sent(folder: Path, mailing: Begun, *addresses: str, state: str = "sent") -> None:
    """A run that gets that answer for each."""
    with Ledger(folder) as ledger, Run(ledger, mailing, ADDRESSES, addresses) as run:
        for address, _ in run.claim(9, 1.0):
            run.at_dot(address, 2.0)
            run.answered(address, state, 3.0, 250, "ok")


def states(folder: Path, key: str = "k1") -> list[str]:
    with Ledger(folder) as ledger:
        return [entry.state for entry in ledger.entries(key)]


def test_what_is_written_is_on_the_disk(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        modes = [ledger.base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert modes == ["wal", 2]  # FULL


def test_a_row_for_everyone_before_anything_is_sent(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger, Run(ledger, FIRST, ADDRESSES, ["b@x.example"]) as run:
        assert states(tmp_path) == ["waiting"] * 3 and run.count == 1
        assert run.claim(9, 1.0) == [("b@x.example", 0)] and run.claim(9, 1.0) == []
        assert states(tmp_path) == ["waiting", "claimed", "waiting"]
        run.at_dot("b@x.example", 2.0)
        assert states(tmp_path) == ["waiting", "committing", "waiting"]
        run.answered("b@x.example", "sent", 3.0, 250, "2.0.0 ok")
        assert not run.finished()  # the rest of the list is not settled
    with Ledger(tmp_path) as ledger:
        assert list(ledger.entries("k1"))[1] == ("b@x.example", "sent", 3.0, 250, "2.0.0 ok")
        assert ledger.mailings() == [FIRST] and ledger.counts("k1") == {"sent": 1, "waiting": 2}


def test_two_runs_never_hold_the_same(tmp_path: Path) -> None:
    with (
        Ledger(tmp_path) as one, Run(one, FIRST, ADDRESSES, ADDRESSES) as first,
        Ledger(tmp_path) as two, Run(two, FIRST, ADDRESSES, ADDRESSES) as second,
    ):  # fmt: skip
        assert [first.claim(1, 1.0), second.claim(1, 1.0), first.claim(9, 1.0)] == [
            [(address, 0)] for address in ADDRESSES
        ]
        assert told(lambda: second.at_dot("a@x.example", 2.0)) == "ledger-taken"
        assert told(lambda: second.answered("a@x.example", "sent", 2.0, 250, "")) == "ledger-taken"
        second.bury()
        assert states(tmp_path) == ["claimed"] * 3
    assert states(tmp_path) == ["waiting"] * 3


def test_what_a_run_had_not_sent_is_free_at_its_end_and_a_dot_without_a_reply_is_in_doubt(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger, Run(ledger, FIRST, ADDRESSES, ADDRESSES) as run:
        run.claim(2, 1.0)
        run.at_dot("a@x.example", 2.0)
    assert states(tmp_path) == ["uncertain", "waiting", "waiting"]
    assert not list(tmp_path.glob("*.lock"))


def test_what_waits_is_not_claimed_before_it_is_due(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger, Run(ledger, FIRST, ADDRESSES, ADDRESSES) as run:
        run.claim(1, 1.0)
        run.again("a@x.example", 60.0, 1, 2.0, 450, "later")
        assert [address for address, _ in run.claim(9, 59.0)] == ["b@x.example", "c@x.example"]
        assert run.next_due() == 60.0
        assert run.claim(9, 60.0) == [("a@x.example", 1)] and run.next_due() is None


def test_who_is_no_longer_on_the_list_is_withdrawn_and_may_come_back(tmp_path: Path) -> None:
    sent(tmp_path, FIRST, "a@x.example")
    with Ledger(tmp_path) as ledger, Run(ledger, FIRST, ["b@x.example"], []) as run:
        assert ledger.counts("k1") == {"sent": 1, "waiting": 1, "withdrawn": 1}
        assert not run.finished()
    with Ledger(tmp_path) as ledger, Run(ledger, FIRST, ADDRESSES, []):
        assert ledger.counts("k1") == {"sent": 1, "waiting": 2}


def test_another_machine_is_refused_but_may_look_until_the_user_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(tmp_path, FIRST, *ADDRESSES)
    monkeypatch.setattr(machine.socket, "gethostname", lambda: "another")
    assert told(lambda: Ledger(tmp_path)) == "ledger-elsewhere"
    with Ledger(tmp_path, reading=True) as ledger:
        assert ledger.counts("k1") == {"sent": 3}
    assert told(lambda: Ledger(tmp_path)) == "ledger-elsewhere"
    Ledger(tmp_path, move=True).close()
    Ledger(tmp_path).close()


def test_a_copy_of_the_whole_machine_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has the same name and the same files, and other network cards."""

    def use(**addresses: str) -> None:
        folder = tmp_path / "cards" / "-".join(addresses.values() or ["none"])
        for name, address in addresses.items():
            (folder / name / "device").mkdir(parents=True)
            (folder / name / "address").write_text(address)
        (folder / "docker0").mkdir(parents=True)
        (folder / "docker0/address").write_text("02:42:00:00:00:00")
        monkeypatch.setattr(machine, "CARDS", folder)

    use(eth0="00:00:5e:00:53:01", wlan0="00:00:5e:00:53:02")
    sent(tmp_path / "sent", FIRST, *ADDRESSES)
    use(wlan0="00:00:5e:00:53:02")  # a cable pulled, a card exchanged
    Ledger(tmp_path / "sent").close()
    use(eth0="00:00:5e:00:53:03")
    assert told(lambda: Ledger(tmp_path / "sent")) == "ledger-elsewhere"
    Ledger(tmp_path / "sent", move=True).close()
    Ledger(tmp_path / "sent").close()
    use()
    Ledger(tmp_path / "sent").close()


def test_a_copy_is_refused(tmp_path: Path) -> None:
    sent(tmp_path / "sent", FIRST, *ADDRESSES)
    shutil.copytree(tmp_path / "sent", tmp_path / "copy")
    assert told(lambda: Ledger(tmp_path / "copy")) == "ledger-elsewhere"
    (tmp_path / "sent").rename(tmp_path / "moved")
    Ledger(tmp_path / "moved").close()  # the same file under another name


def test_the_machine_is_the_same_every_time_and_says_nothing_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    first = machine.this_machine()
    assert first == machine.this_machine() and len(first) == 32
    monkeypatch.setattr(machine, "ID", "/nowhere")
    assert machine.this_machine() not in (first, "")
    monkeypatch.setattr(machine.uuid, "getnode", lambda: 1 << 40 | 17)  # made up, another each time
    made_up = machine.this_machine()
    monkeypatch.setattr(machine.uuid, "getnode", lambda: 1 << 40 | 18)
    assert machine.this_machine() == made_up


def test_a_run_that_stands_still_while_it_writes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_of, "PATIENCE", 0.1)
    Ledger(tmp_path).close()
    other = sqlite3.connect(tmp_path / NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger(tmp_path) as ledger:
        assert told(lambda: Run(ledger, FIRST, ADDRESSES, ADDRESSES)) == "ledger-busy"
    other.close()
    assert not list(tmp_path.glob("*.lock"))


def test_a_damaged_ledger_sends_nothing(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"no database" * 1000)
    assert told(lambda: Ledger(tmp_path)) == "ledger-broken"


def test_a_ledger_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    Ledger(tmp_path).close()
    base = sqlite3.connect(tmp_path / NAME)
    base.execute(f"PRAGMA user_version = {VERSION + 1}")
    base.close()
    assert told(lambda: Ledger(tmp_path)) == "ledger-later"


def test_a_ledger_of_the_version_before_goes_on(tmp_path: Path) -> None:
    """Version 1 knew nothing of what came back."""
    sent(tmp_path, FIRST, *ADDRESSES)
    base = sqlite3.connect(tmp_path / NAME)
    base.execute("DROP TABLE returned")
    base.execute("PRAGMA user_version = 1")
    base.close()
    with Ledger(tmp_path) as ledger:
        assert ledger.returned("k1", Entry("a@x.example", "bounced", 9.0, 550, "no"), "digest") == "marked"
    assert states(tmp_path) == ["bounced", "sent", "sent"]


@pytest.mark.parametrize("how", ["deleted", "another in its place"])
def test_nothing_is_sent_when_the_ledger_has_gone(tmp_path: Path, how: str) -> None:
    with Ledger(tmp_path) as ledger, Run(ledger, FIRST, ADDRESSES, ADDRESSES) as run:
        run.claim(1, 1.0)
        (tmp_path / NAME).rename(tmp_path / "old")
        if how != "deleted":
            shutil.copy(tmp_path / "old", tmp_path / NAME)
        assert told(lambda: run.at_dot("a@x.example", 2.0)) == "ledger-gone"


def test_a_disk_without_locks_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(tmp_path) as ledger:

        def none(*_: object) -> None:
            raise OSError(95, os.strerror(95))

        monkeypatch.setattr(machine.fcntl, "flock", none)
        assert told(lambda: Run(ledger, FIRST, ADDRESSES, ADDRESSES)) == "folder-without-locks"


def test_other_versions_of_the_edition_are_known(tmp_path: Path) -> None:
    sent(tmp_path, FIRST, "a@x.example")
    sent(tmp_path, FIRST, "b@x.example", state="uncertain")
    sent(tmp_path, FIRST, "c@x.example", state="refused")
    with Ledger(tmp_path) as ledger:
        assert ledger.had_another("k2", SECOND.edition, ADDRESSES) == 2
        assert ledger.had_another("k2", SECOND.edition, ["a@x.example"]) == 1
        assert ledger.had_another("k1", FIRST.edition, ADDRESSES) == 0
        assert ledger.had_another("k3", NEXT_YEAR.edition, ADDRESSES) == 0


@pytest.mark.parametrize("state", ["uncertain", "refused", "bounced", "bounced-now"])
def test_the_user_settles_what_is_open(tmp_path: Path, state: str) -> None:
    sent(tmp_path, FIRST, *ADDRESSES, state=state)
    with Ledger(tmp_path) as ledger:
        assert ledger.of("A@X.example") == [("k1", state)]
        ledger.settle("k1", "A@x.example", True, 9.0)
        ledger.settle("k1", "b@x.example", False, 9.0)
    assert states(tmp_path) == ["sent", "waiting", state]


@pytest.mark.parametrize("state", ["sent", "waiting", "claimed", "committing"])
def test_nothing_else_is_settled_by_hand(tmp_path: Path, state: str) -> None:
    with Ledger(tmp_path) as ledger, Run(ledger, FIRST, ADDRESSES, ADDRESSES) as run:
        for step in ("claimed", "committing", "sent")[: ("waiting", "claimed", "committing", "sent").index(state)]:
            match step:
                case "claimed":
                    run.claim(1, 1.0)
                case "committing":
                    run.at_dot("a@x.example", 1.0)
                case "sent":
                    run.answered("a@x.example", "sent", 1.0, 250, "")
        for word in (True, False):
            ledger.settle("k1", "a@x.example", word, 9.0)
            assert next(ledger.entries("k1")).state == state


def test_one_who_is_written_otherwise_is_the_same(tmp_path: Path) -> None:
    sent(tmp_path, FIRST, "a@x.example")
    with Ledger(tmp_path) as ledger, Run(ledger, FIRST, ["A@x.example", *ADDRESSES[1:]], ["A@x.example"]) as run:
        assert run.count == 0 and run.claim(9, 1.0) == []
    assert states(tmp_path) == ["sent", "waiting", "waiting"]


@pytest.mark.parametrize("how", ["from a backup", "emptied", "taken away"])
def test_a_ledger_that_does_not_know_of_the_last_run_is_refused(tmp_path: Path, how: str) -> None:
    """Else those whom that run has written to would get a second letter."""
    sent(tmp_path, FIRST, "a@x.example")
    backup = (tmp_path / NAME).read_bytes()
    sent(tmp_path, FIRST, "b@x.example")
    match how:
        case "taken away":
            (tmp_path / NAME).unlink()
        case "emptied":
            (tmp_path / NAME).write_bytes(b"")
        case _:
            (tmp_path / NAME).write_bytes(backup)
    assert told(lambda: Ledger(tmp_path)) in ("ledger-older", "ledger-elsewhere")
    with Ledger(tmp_path, reading=True):
        pass
    with Ledger(tmp_path, move=True) as ledger:
        assert len(list(ledger.entries("k1"))) == (3 if how == "from a backup" else 0)
    with Ledger(tmp_path):
        pass
