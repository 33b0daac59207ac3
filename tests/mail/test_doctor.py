"""`report mail doctor`: a line a finding, nothing sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.cli import mail_doctor
from report.mail import password
from report.mail.domain import Answer
from tests.mail.servers import AUTHORITY, PASSWORD, QUIET
from tests.mail.test_commands import Office, office  # noqa: F401
from tests.mail.test_mailing import edit

pytestmark = QUIET
NAMES = {
    "city.example": Answer(("v=spf1 mx -all",)),
    "s1._domainkey.city.example": Answer(("v=DKIM1; p=MIGf",)),
    "_dmarc.city.example": Answer(("v=DMARC1; p=none",)),
}


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail_doctor, "ASK", lambda name: NAMES.get(name, Answer(exists=False)))


def found(office: Office, code: int) -> list[str]:  # noqa: F811
    """The findings in English, without what to do; that nothing was sent is certain."""
    outcome = office.run("doctor", "--ca", AUTHORITY)
    assert outcome.code == code, outcome
    assert not office.box.letters and not Path("sent").exists()
    lines = [line for line in outcome.out.splitlines() if not line.startswith(" ")]
    return [line.replace(str(office.relay.port), "PORT").rsplit("  ", 1)[0] for line in lines[:-1]]


def test_all_in_order(office: Office) -> None:  # noqa: F811
    edit("mail/mail.yaml", "rate: 1000", "rate: 1000, dkim-selector: s1")
    outcome = office.run("doctor", "--ca", AUTHORITY)
    assert outcome.code == 0 and outcome.err == ""
    out = re.sub(r"0\.00\d+ MB", "N MB", outcome.out.replace(str(office.relay.port), "PORT"))
    assert out.splitlines() == [
        "ok 良好  the list, the templates: 4 letters, each made and read back"
        "  名簿と文面：4通すべて作成し、読み戻しました。",
        "ok 良好  size: at most N MB a letter; the attached file is within its budget of 5 MB"
        "  大きさ：1通最大 N MB。添付は上限 5 MB 以内です。",
        "ok 良好  localhost:PORT: TLSv1.3, certificate verified  localhost:PORT：TLSv1.3、証明書を確認しました。",
        'ok 良好  login as "kikaku"  「kikaku」でログインできました。',
        "ok 良好  SIZE: 33.6 MB, the largest letter has N MB  SIZE：上限 33.6 MB、最大のメールは N MB です。",
        "ok 良好  SMTPUTF8: yes  SMTPUTF8に対応しています。",
        "ok 良好  SPF: v=spf1 mx -all  SPF：v=spf1 mx -all。",
        "    that it covers the relay, the network section knows"
        "  中継サーバーを含むかは、ネットワークの担当に確かめます。",
        "ok 良好  DKIM: s1._domainkey.city.example has a key  DKIM：s1._domainkey.city.example に鍵があります。",
        "ok 良好  DMARC: _dmarc.city.example says p=none  DMARC：_dmarc.city.example は p=none です。",
        "ok 良好 9",
    ]
    assert not office.box.letters and not Path("sent").exists()


def test_an_expression_an_address_and_the_relay_are_told_at_once(
    office: Office, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:  # fmt: skip
    monkeypatch.setenv(password.VARIABLE, "himitsu-himitsu")
    edit("stakeholders.csv", "hanako@kai.example", "hanako@kai")
    told = found(office, 1)
    assert any(line.startswith("error 誤り  data/stakeholders.csv:2:") for line in told)
    assert any('the relay refuses the login of "kikaku": 535' in line for line in told)
    assert told[-2:] == ["ok 良好  SPF: v=spf1 mx -all", "ok 良好  DMARC: _dmarc.city.example says p=none"]


def test_a_template_is_tried_on_all(office: Office) -> None:  # noqa: F811
    edit("mail/en.txt", "{{ sender }}", "{{ sender }} {{ headline.4 }}")
    told = found(office, 1)
    assert told[0].startswith("error 誤り  data/mail/en.txt:") and "TLSv1.3" in told[1]


def test_without_a_password_all_but_the_login_is_looked_at(
    office: Office, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:  # fmt: skip
    monkeypatch.delenv(password.VARIABLE)
    told = found(office, 1)
    assert any('no password for "kikaku"' in line for line in told)
    assert "ok 良好  localhost:PORT: TLSv1.3, certificate verified" in told


def test_a_relay_that_takes_less(office: Office) -> None:  # noqa: F811
    office.box.options = {"data_size_limit": 1000, "enable_SMTPUTF8": False}
    told = found(office, 1)
    assert any("error 誤り  the relay takes letters of at most 0.0 MB" in line for line in told)
    assert any(line.startswith("ok 良好  SMTPUTF8: no") for line in told)
    edit("stakeholders.csv", "hanako@kai.example", "練馬@kai.example")
    told = found(office, 1)
    assert any(line.startswith("error 誤り  SMTPUTF8: no") for line in told)
    assert any(line.startswith("warning 注意  1 addresses have characters before the @") for line in told)


def test_a_relay_that_does_not_say_how_much(office: Office) -> None:  # noqa: F811
    office.box.options = {"data_size_limit": 0}
    assert any("SIZE: the relay does not say how much it takes" in line for line in found(office, 0))


def test_a_certificate_of_a_stranger(office: Office) -> None:  # noqa: F811
    outcome = office.run("doctor")
    assert outcome.code == 1 and "error 誤り  the certificate of localhost" in outcome.out
    assert "with --ca" in outcome.out and PASSWORD not in outcome.out


def test_no_screen_pdf(office: Office) -> None:  # noqa: F811
    Path("output/small.screen.pdf").unlink()
    told = found(office, 1)
    assert told[0].startswith("error 誤り  output/small.screen.pdf:") and len(told) == 7


def test_a_configuration_that_is_wrong_is_all_that_is_told(office: Office) -> None:  # noqa: F811
    edit("mail/mail.yaml", "rate: 1000", "rate: 1000, dkim-selector: a/b")
    (line,) = found(office, 1)
    assert line.startswith("error 誤り  data/mail/mail.yaml:") and '"a/b" is no selector of DKIM' in line
