"""`report mail bounces`: which files are read, which letters are marked, what is told of the rest."""

from __future__ import annotations

import mailbox
from email.utils import formatdate
from pathlib import Path

import pytest

from report.mail.bounced import Letters, Mark
from report.mail.ledger import Begun, Ledger
from report.mail.mailboxes import messages_in
from report.mail.message import recipient_id
from report.mail.returned import notice_of
from report.mail.run import Run
from report.messages import Report
from tests.mail.servers import QUIET
from tests.mail.test_commands import PEOPLE, Office, office, send  # noqa: F401
from tests.mail.test_returned import AT, FAILED, dsn, plain

pytestmark = QUIET
ADDRESSES = ("hanako@kai.example", "taro@kai.example", "a..b.@docomo.example")
SENT = AT - 1800.0


def ledger(folder: Path, *mailings: tuple[str, float], state: str = "sent") -> Ledger:
    """Of mailings, each sent to all at that time."""
    for key, at in mailings:
        with Ledger(folder) as made, Run(made, Begun(key, key, key, at), ADDRESSES, ADDRESSES) as run:
            for address, _ in run.claim(9, at):
                if state != "waiting":
                    run.at_dot(address, at)
                    run.answered(address, state, at, 250, "ok")
    return Ledger(folder)


def marks(made: Ledger, data: bytes) -> list[str]:
    return [mark.done for mark in Letters(made).mark(notice_of(data), AT + 60)]


def states(made: Ledger, key: str = "k1") -> list[str]:
    return [entry.state for entry in made.entries(key)]


def back(key: str, address: str) -> str:
    return f"Message-ID: <{recipient_id(key, address)}@city.example>\n"


def test_a_letter_is_found_by_its_id_wherever_it_was_forwarded_to(tmp_path: Path) -> None:
    made = ledger(tmp_path, ("k1", SENT), ("k2", SENT + 60))
    elsewhere = FAILED.replace("hanako@kai", "other@elsewhere")
    assert marks(made, dsn(elsewhere, back("k1", ADDRESSES[1]))) == ["marked"]
    assert (states(made), states(made, "k2")) == (["sent", "bounced", "sent"], ["sent"] * 3)
    assert list(made.entries("k1"))[1] == (ADDRESSES[1], "bounced", AT, 0, "5.1.1")
    made.close()


def test_without_an_id_by_address_and_time(tmp_path: Path) -> None:
    """The latest that was sent before it."""
    made = ledger(tmp_path, ("k1", SENT), ("k2", SENT + 86400.0))
    assert marks(made, plain("<HANAKO@kai.example>: 550 no\n")) == ["marked"]
    assert (states(made), states(made, "k2")) == (["bounced", "sent", "sent"], ["sent"] * 3)
    assert marks(made, plain('<"a..b."@DOCOMO.example>: 550 no\n')) == ["marked"]
    made.close()


@pytest.mark.parametrize(
    ("data", "sent"),
    [
        (dsn(FAILED, "Message-ID: <another@city.example>\n"), SENT),
        (plain("<hanako@kai.example>: 550 no\n"), AT - 11 * 86400),
        (plain("<hanako@kai.example>: 550 no\n"), AT + 86400),
        (plain("<nobody@kai.example>: 550 no\n"), SENT),
    ],
    ids=["of another letter", "long after", "before", "to nobody of ours"],
)
def test_a_bounce_of_something_else_marks_nobody(tmp_path: Path, data: bytes, sent: float) -> None:
    made = ledger(tmp_path, ("k1", sent))
    assert marks(made, data) == ["unknown"] and states(made) == ["sent"] * 3
    made.close()


def test_a_notice_counts_once(tmp_path: Path) -> None:
    """Also when the letter was sent again after it; another notice of it counts."""
    made = ledger(tmp_path, ("k1", SENT))
    one = dsn(FAILED, back("k1", ADDRESSES[0]))
    assert [marks(made, one), marks(made, one)] == [["marked"], ["known"]]
    made.settle("k1", ADDRESSES[0], False, AT)
    assert states(made)[0] == "waiting" and marks(made, one) == ["known"]
    ledger(tmp_path, ("k1", AT)).close()
    assert marks(made, one) == ["known"] and states(made)[0] == "sent"
    assert marks(made, one.replace(b"<1@relay", b"<2@relay")) == ["marked"] and states(made)[0] == "bounced"
    made.close()


@pytest.mark.parametrize(
    ("before", "fields", "done", "after"),
    [
        ("sent", "4.2.2", "marked", "bounced-now"),
        ("uncertain", "5.1.1", "marked", "bounced"),
        ("refused", "5.1.1", "refused", "refused"),
        ("deferred", "5.1.1", "deferred", "deferred"),
        ("waiting", "5.1.1", "waiting", "waiting"),
    ],
)
def test_what_may_become_of_a_state(tmp_path: Path, before: str, fields: str, done: str, after: str) -> None:
    made = ledger(tmp_path, ("k1", SENT), state=before)
    data = dsn(FAILED.replace("5.1.1", fields), back("k1", ADDRESSES[0]))
    assert marks(made, data) == [done] and states(made)[0] == after
    made.close()


def test_for_now_may_become_for_good_and_not_the_other_way(tmp_path: Path) -> None:
    made = ledger(tmp_path, ("k1", SENT))
    now = dsn(FAILED.replace("5.1.1", "4.2.2"), back("k1", ADDRESSES[0]))
    good = dsn(FAILED, back("k1", ADDRESSES[0])).replace(b"<1@relay", b"<2@relay")
    assert [*marks(made, now), *marks(made, good)] == ["marked", "marked"] and states(made)[0] == "bounced"
    assert marks(made, now.replace(b"<1@relay", b"<3@relay")) == ["known"] and states(made)[0] == "bounced"
    made.close()


@pytest.mark.parametrize("action", ["delayed", "relayed"])
def test_what_is_under_way_changes_nothing(tmp_path: Path, action: str) -> None:
    made = ledger(tmp_path, ("k1", SENT))
    data = dsn(FAILED.replace("failed", action), back("k1", ADDRESSES[0]))
    assert marks(made, data) == ["delayed" if action == "delayed" else "arrived"] and states(made) == ["sent"] * 3
    made.close()


def test_of_a_notice_of_several_what_is_about_the_letter_s_own_address(tmp_path: Path) -> None:
    made = ledger(tmp_path, ("k1", SENT))
    other = FAILED.replace("hanako", "other")
    data = dsn(f"{other}\n{FAILED.replace('5.1.1', '5.2.1')}", back("k1", ADDRESSES[0]))
    (mark,) = Letters(made).mark(notice_of(data), AT)
    assert isinstance(mark, Mark) and mark.entry and mark.entry.reply == "5.2.1"
    made.close()


def test_every_way_to_keep_messages(tmp_path: Path) -> None:
    one, two = plain("<a@b.example>: 550 no\n"), plain("<c@d.example>: 550 no\n\nFrom here on\n")
    (tmp_path / "a.eml").write_bytes(one)
    (tmp_path / ".index").write_bytes(b"x")
    box = mailbox.mbox(tmp_path / "b.mbox")
    for data in (one, two):
        box.add(data)
    box.close()
    directory = mailbox.Maildir(tmp_path / "c")
    directory.add(one)
    directory.close()
    (tmp_path / "c/tmp/half").write_bytes(one)
    report = Report()
    found = list(messages_in([tmp_path], report))
    assert [notice_of(data).recipients[0].address[0] for _, data in found] == ["a", "a", "c", "a"]
    places = [str(origin).removeprefix(f"{tmp_path}/") for origin, _ in found]
    assert places[:3] == ["a.eml", "b.mbox:1:1", "b.mbox:10:1"] and places[3].startswith("c/new/")
    assert not report.diagnostics


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.msg").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(100))
    with (tmp_path / "b.eml").open("wb") as file:
        file.truncate(40_000_001)
    report = Report()
    paths = [tmp_path / name for name in ("empty", "a.msg", "b.eml", "c.eml")]
    assert not list(messages_in(paths, report))
    told = [str(each).replace(f"{tmp_path}/", "").partition("\n")[0] for each in report.diagnostics]
    assert told == [
        "empty: warning: no messages in it",
        "a.msg: error: a message in Outlook's own format cannot be read",
        "b.eml: warning: more than 40 MB; not read",
        "c.eml: error: no such file",
    ]


def test_bounces_are_marked_told_and_shown(office: Office) -> None:  # noqa: F811
    assert send(office).code == 0
    Path("back").mkdir()
    date = f"Date: {formatdate(localtime=True)}\n".encode()
    for name, data in {
        "1.eml": plain(f"<{PEOPLE[0]}>: 550 5.1.1 user unknown\n"),
        "2.eml": plain(f"{PEOPLE[1]}\n理由：メールボックスの容量超過\n", charset="iso-2022-jp"),
        "3.eml": plain("不在です", PEOPLE[2], "自動応答"),
        "4.eml": plain("<x@y.example>: 550 no\n"),
    }.items():
        Path("back", name).write_bytes(date + data.replace(b"Date: Sun, 01 Oct 2023 09:30:00 +0900\n", b""))
    outcome = office.run("bounces", "back")
    assert outcome.code == 0
    *lines, summary = outcome.out.splitlines()
    assert [line[:12] + line[33:] for line in lines] == [
        f"back/1.eml: bounced 不達  {PEOPLE[0]}  550 550 5.1.1 user unknown",
        f"back/2.eml: bounced for now 一時的な不達  {PEOPLE[1]}   メールボックスの容量超過",
    ]
    assert summary == "marked 記録 2, no bounce of these letters 対象外 2"
    assert "back/3.eml: warning: an automatic reply, no bounce" in outcome.err
    assert "back/4.eml: warning: a bounce of x@y.example (550 no), which is of no letter in the ledger" in outcome.err
    status = office.run("status").out
    assert "    sent 送信済 2, bounced 不達 1, bounced for now 一時的な不達 1\n    finished 完了\n" in status
    assert f"不達  {PEOPLE[0]}  550 550 5.1.1 user unknown" in status
    again = office.run("bounces", "back/1.eml", "back/2.eml")
    assert again.out == "marked 記録 0, known already 記録済み 2\n" and office.run("status").out == status
    assert office.run("settle", PEOPLE[1], "unsent").code == 0 and send(office).code == 0
    assert office.box.copies == {**dict.fromkeys(PEOPLE, 1), PEOPLE[1]: 2}
