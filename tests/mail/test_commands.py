"""`report mail test`, `send`, `status`, `settle`: what they send, say and refuse."""

from __future__ import annotations

import email
import email.policy
import io
import os
import re
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from report import cli
from report.cli import mail_sending
from report.mail import machine, password, results
from report.mail.ledger import Entry
from report.mail.model import Recipient, Relay
from report.messages import Origin
from tests.conftest import Outcome
from tests.mail.servers import AUTHORITY, PASSWORD, QUIET, USER, Box, serving

pytestmark = QUIET
PEOPLE = ("hanako@kai.example", "jane@friends.example", "ishi@dan.example", "yoshida@xn--r8jz45g.example")


class Office(NamedTuple):
    """A project whose relay is at hand."""

    run: Callable[..., Outcome]
    box: Box
    relay: Relay


@pytest.fixture
def office(mailed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Office]:
    monkeypatch.setenv(password.VARIABLE, PASSWORD)
    box = Box()
    with serving(box) as relay:
        use(relay)

        def run(*arguments: str) -> Outcome:
            code = cli.main(["mail", *arguments])
            outcome = Outcome(code, *capsys.readouterr())
            assert PASSWORD not in outcome.out + outcome.err
            return outcome

        yield Office(run, box, relay)


def use(relay: Relay) -> None:
    """Put a relay into mail.yaml."""
    path = Path("data/mail/mail.yaml")
    text = path.read_text(encoding="utf-8").partition("relay:")[0]
    at = f"host: {relay.host}, port: {relay.port}, security: {relay.security}, user: {USER}, rate: 1000"
    path.write_text(f"{text}relay: {{ {at} }}\n", encoding="utf-8")


def send(office: Office, *arguments: str) -> Outcome:
    return office.run("send", "--yes", "--ca", AUTHORITY, *arguments)


def test_one_letter_to_oneself_is_no_letter_of_the_mailing(office: Office) -> None:
    outcome = office.run("test", "--to", "me@city.example", "--ca", AUTHORITY)
    assert (outcome.code, outcome.out) == (0, "me@city.example: 250 2.0.0 taken\n")
    assert office.box.copies == {"me@city.example": 1}
    made = email.message_from_bytes(office.box.letters[0], policy=email.policy.default)
    assert str(made["To"]) == "山田 花子 先生 <me@city.example>"
    (pdf,) = (part.get_content() for part in made.walk() if part.get_content_type() == "application/pdf")
    assert pdf == Path("output/small.screen.pdf").read_bytes()
    assert not Path("sent").exists()


def test_sent_once_and_told(office: Office) -> None:
    outcome = send(office)
    assert outcome.code == 0
    assert re.sub(r"\d\.\d\d MB", "N MB", outcome.err).splitlines() == [
        "subject 件名: 「小さな冊子」を先生に",
        f"from 差出人: kikaku@city.example, by 中継 localhost:{office.relay.port} (starttls)",
        "to 宛先: 4 of 4人",
        "    ねりま会　山田 花子 先生 <hanako@kai.example>",
        "    Ms Smith, Jane <jane@friends.example>",
        "    医師団　御中 <ishi@dan.example>",
        "N MB each at most 最大; about 約 1 min 分",
    ]
    assert outcome.out.splitlines()[:3] == ["in this run 今回: sent 送信済 4", "sent 送信済 4", "finished 完了"]
    assert office.box.copies == dict.fromkeys(PEOPLE, 1)
    again = send(office)
    assert (again.code, again.out) == (0, "sent 送信済 4\nfinished 完了\n")
    assert office.box.copies == dict.fromkeys(PEOPLE, 1)


def test_the_results_open_in_a_spreadsheet(office: Office) -> None:
    outcome = send(office)
    (file,) = Path("output/mail").glob("results-*.csv")
    assert outcome.out.splitlines()[-1] == str(file)
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\r\n") == 5
    head, first, *_ = content.decode("utf-8-sig").splitlines()
    assert head == "名前,団体,敬称,アドレス,区分,状態,日時,コード,応答"
    first = re.sub(r"\d{4}-\d\d-\d\d [\d:]{8}", "いつ", first)
    assert first == "山田 花子,ねりま会,先生,hanako@kai.example,,送信済,いつ,250,2.0.0 taken"


def test_a_group_is_not_all_of_them(office: Office) -> None:
    outcome = send(office, "--group", "press")
    assert sum(office.box.copies.values()) == 3 and outcome.code == 1
    assert "not finished 未完了: 1 left 残り" in outcome.out.splitlines()
    assert send(office).code == 0
    assert office.box.copies == dict.fromkeys(PEOPLE, 1)


def test_status_tells_who_got_what_and_when(office: Office) -> None:
    send(office)
    outcome = office.run("status")
    head, *rest = outcome.out.splitlines()
    assert re.fullmatch(r"[0-9a-f]{8}  small 令和5年度  「小さな冊子」を先生に  \d{4}-\d\d-\d\d [\d:]{8}", head)
    assert rest[:2] == ["    sent 送信済 4", "    finished 完了"]
    assert [re.sub(r"^    [\d-]{10} [\d:]{8}  ", "", line) for line in rest[2:]] == [
        f"sent 送信済  {address}  250 2.0.0 taken" for address in PEOPLE
    ]
    assert office.run("status", "--mailing", head[:8]).out == outcome.out
    assert "no mailing" in office.run("status", "--mailing", "xyz").err


@pytest.mark.parametrize("arguments", [("status",), ("settle", "a@x.example", "sent")])
def test_before_anything_is_sent_there_is_nothing_to_tell(office: Office, arguments: tuple[str, ...]) -> None:
    outcome = office.run(*arguments)
    assert outcome.code == 1 and "sent/ledger.sqlite: nothing has been sent yet" in outcome.err
    assert not Path("sent").exists()


def test_a_letter_in_doubt_is_listed_with_the_command_that_settles_it(office: Office) -> None:
    doubt(office)
    send(office)
    outcome = send(office)
    assert outcome.code == 0 and "    report mail settle jane@friends.example sent|unsent" in outcome.out.splitlines()
    assert "not finished 未完了: 1 left 残り" in outcome.out
    settled = office.run("settle", "Jane@Friends.example", "unsent")
    assert settled.code == 0 and settled.out.startswith("Jane@Friends.example: not sent; the next `report mail send`")
    office.box.__class__ = Box
    assert send(office).out.splitlines()[-2] == "finished 完了"
    assert office.box.copies == dict.fromkeys(PEOPLE, 1)
    refused = office.run("settle", "jane@friends.example", "unsent")
    assert refused.code == 1 and "sent 送信済; only an uncertain, refused or bounced letter" in refused.err
    assert "has got no mailing" in office.run("settle", "nobody@x.example", "sent").err


def doubt(office: Office) -> None:
    """The second letter's reply is lost, and the letter."""

    class Doubtful(Box):
        async def handle_DATA(self, server, session, envelope):  # type: ignore[no-untyped-def]
            if envelope.rcpt_tos[0].startswith("jane"):
                server.transport.abort()
                return "250 lost"
            return await super().handle_DATA(server, session, envelope)

    office.box.__class__ = Doubtful


def test_another_version_asks(office: Office) -> None:
    send(office)
    Path("output/small.screen.pdf").write_bytes(Path("output/small.screen.pdf").read_bytes() + b"\n% another\n")
    outcome = send(office)
    assert outcome.code == 1
    assert "4 of these have had, or may have had, another version of this edition" in outcome.err
    assert sum(office.box.copies.values()) == 4
    assert send(office, "--another-version").code == 0
    assert office.box.copies == dict.fromkeys(PEOPLE, 2)
    assert len(re.findall("^[0-9a-f]{8}  small", office.run("status").out, re.M)) == 2


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "count"), [("y\n", 4), ("はい\n", 4), ("n\n", 0), ("\n", 0), ("", 0)])
def test_it_asks_first(office: Office, monkeypatch: pytest.MonkeyPatch, answer: str, count: int) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    outcome = office.run("send", "--ca", AUTHORITY)
    assert "send 4 letters? 4通を送りますか" in outcome.err
    assert sum(office.box.copies.values()) == count and outcome.code == (0 if count else 1)


def test_nobody_to_ask(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    outcome = office.run("send", "--ca", AUTHORITY)
    assert outcome.code == 1 and "hint: in a script, add --yes" in outcome.err and not office.box.copies


def test_another_machine_needs_a_word(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    send(office)
    monkeypatch.setattr(machine.socket, "gethostname", lambda: "copy")
    outcome = send(office)
    assert outcome.code == 1 and "was begun on another machine" in outcome.err and "--this-machine" in outcome.err
    assert office.run("status").code == 0
    assert send(office, "--this-machine").code == 0
    assert office.box.copies == dict.fromkeys(PEOPLE, 1)


def test_a_copied_project_needs_a_word(office: Office) -> None:
    send(office)
    shutil.copytree("sent", "copy")
    shutil.rmtree("sent")
    os.rename("copy", "sent")
    assert "is a copy" in send(office).err
    assert office.box.copies == dict.fromkeys(PEOPLE, 1)


def test_without_a_password_nothing_is_asked(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(password.VARIABLE)
    outcome = send(office)
    assert outcome.code == 1 and f'no password for "{USER}"' in outcome.err and "REPORT_MAIL_PASSWORD" in outcome.err


def test_the_password_may_lie_in_the_keyring(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    class Keyring:
        @staticmethod
        def get_password(service: str, user: str) -> str | None:
            return PASSWORD if (service, user) == ("localhost", USER) else None

    monkeypatch.delenv(password.VARIABLE)
    monkeypatch.setattr(password.importlib, "import_module", lambda name: {"keyring": Keyring}[name])
    relay = Relay(origin=None, host="localhost", port=1, user=USER)  # type: ignore[arg-type]
    assert password.password_for(relay, {}) == PASSWORD


def test_a_wrong_password_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(password.VARIABLE, "himitsu-himitsu")
    outcome = send(office)
    assert outcome.code == 1 and 'the relay refuses the login of "kikaku": 535' in outcome.err
    assert "himitsu" not in outcome.err + outcome.out and not office.box.copies
    assert "not finished 未完了: 4 left 残り" in outcome.out


def test_an_authority_that_is_no_file(office: Office) -> None:
    assert "nowhere.pem: error: no such file" in office.run("send", "--yes", "--ca", "nowhere.pem").err


def test_ctrl_c_ends_after_the_letter(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next run goes on."""
    before = signal.getsignal(signal.SIGINT)

    def stop(now: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr(mail_sending, "_show", stop)
        outcome = send(office)
    assert outcome.code == 1 and "error: stopped by hand" in outcome.err
    assert office.box.copies == {PEOPLE[0]: 1}
    assert send(office).code == 0 and office.box.copies == dict.fromkeys(PEOPLE, 1)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_cell_is_no_formula() -> None:
    entry = Entry("=1+1@x.example", "refused", 0.0, 550, "@SUM(A1)")
    who = Recipient(name="-1", organisation="+x", honorific="", address=entry.address, origin=Origin("list.csv"))
    row = results.table([entry], [who], str).decode().splitlines()[1]
    assert row == "'-1,'+x,,'=1+1@x.example,,拒否,,550,'@SUM(A1)"


def test_an_address_is_settled_as_the_list_has_it() -> None:
    assert mail_sending._as_sent("sakura@のうぎょう.example") == "sakura@xn--p8jax0k5e.example"
    assert mail_sending._as_sent("no address") == "no address"
