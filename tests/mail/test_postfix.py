"""By a real relay: letters arrive as they were made, and what comes back is read as Postfix writes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from report import cli
from report.mail.message import recipient_id
from tests.mail.conftest import Mail
from tests.mail.postfix import Office, running
from tests.mail.servers import AUTHORITY, Plain, people, states
from tests.mail.servers import send as send_all

HANAKO, JANE, ISHI, YOSHIDA = ADDRESSES = (
    "hanako@kai.example", "jane@friends.example", "ishi@dan.example", "yoshida@xn--r8jz45g.example"
)  # fmt: skip
SENDER = "kikaku@city.example"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def postfix() -> Iterator[Office]:
    """Jane is not there, Ishi's mailbox is full."""
    boxes = {SENDER: "kikaku", HANAKO: "hanako", "nobody@friends.example": "nobody", ISHI: "ishi", YOSHIDA: "yoshida"}
    with running({**boxes, "@x.example": "all"}, {ISHI: "retry:4.2.2 mailbox full 容量超過"}) as office:
        yield office


@pytest.fixture
def run(mailed: Path, postfix: Office, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command in a project whose relay it is."""
    path = Path("data/mail/mail.yaml")
    text = path.read_text(encoding="utf-8").partition("relay:")[0]
    path.write_text(f"{text}relay: {{ host: localhost, port: {postfix.relay.port}, rate: 1000 }}\n", encoding="utf-8")

    def command(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["mail", *arguments])
        return code, *capsys.readouterr()

    return command


def test_letters_arrive_and_those_that_do_not_come_back(run: Run, postfix: Office, mail: Mail) -> None:
    code, out, err = run("send", "--yes", "--ca", AUTHORITY)
    assert (code, out.splitlines()[:3]) == (0, ["in this run 今回: sent 送信済 4", "sent 送信済 4", "finished 完了"]), (
        err
    )

    post = mail()
    for address, box in ((HANAKO, "hanako"), (YOSHIDA, "yoshida")):
        (letter,) = postfix.letters(box, 1)
        (recipient,) = (each for each in post.recipients if each.address == address)
        said = post.said(recipient)
        assert letter["Delivered-To"] == address and letter["Return-Path"] == f"<{SENDER}>"
        assert letter["Message-ID"] == f"<{recipient_id(post.key, address)}@city.example>"
        assert letter["Subject"] == said.subject and said.to.name in str(letter["To"])
        (pdf,) = letter.iter_attachments()
        assert pdf.get_content() == Path("output/small.screen.pdf").read_bytes()
        assert pdf.get_filename() == said.file_name == "小さな冊子😀𠮷.pdf" or address != HANAKO
        assert letter.get_body(("plain",)).get_content().replace("\r\n", "\n").rstrip() == said.text.rstrip()  # type: ignore[union-attr]

    returned = postfix.letters("kikaku", 2)
    assert [each.get_content_type() for each in returned] == ["multipart/report"] * 2
    code, out, err = run("bounces", str(postfix.boxes / "kikaku"))
    assert (code, err) == (0, "")
    *lines, summary = out.splitlines()
    assert sorted(line.split("  ", 1)[1] for line in lines) == [
        f"bounced for now 一時的な不達  {ISHI}   4.2.2 mailbox full 容量超過",
        f'bounced 不達  {JANE}   5.1.1 unknown user: "{JANE}"',
    ]
    assert summary == "marked 記録 2"
    status = run("status")[1]
    assert "    sent 送信済 2, bounced 不達 1, bounced for now 一時的な不達 1\n    finished 完了\n" in status
    assert run("bounces", str(postfix.boxes / "kikaku"))[1] == "marked 記録 0, known already 記録済み 2\n"
    assert run("status")[1] == status


def test_each_of_many_gets_one(postfix: Office, tmp_path: Path) -> None:
    mailing = Plain(people(150))
    outcome = send_all(tmp_path, replace(postfix.relay, user=""), mailing)
    assert outcome.finished and set(states(tmp_path).values()) == {"sent"}
    letters = postfix.letters("all", 150)
    assert Counter(str(letter["Delivered-To"]) for letter in letters) == {
        each.address: 1 for each in mailing.recipients
    }
    sent = mailing.attachment.replace(b"\r\n", b"\n")
    assert all(sent in letter.as_bytes().replace(b"\r\n", b"\n") for letter in letters)


def test_a_letter_that_is_larger_than_the_relay_takes_is_told(run: Run, postfix: Office) -> None:
    Path("output/small.screen.pdf").write_bytes(
        Path("output/small.screen.pdf").read_bytes() + b"\n%" + bytes(1_600_000)
    )
    code, out, err = run("send", "--yes", "--ca", AUTHORITY)
    assert code == 1 and "the relay takes letters of at most 2.0 MB, and this one has 2.2 MB" in err
    assert "not finished 未完了: 4 left 残り" in out
