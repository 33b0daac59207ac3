"""data/mail/mail.yaml: what it may say, and what is told where."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.mail.conftest import Told
from tests.mail.test_mailing import edit


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kikaku@city", "kikaku.city", '1:33: error: "kikaku.city.example" is no address'),
        ("name: 練馬区 企画課", 'name: "a\\nb"', "1:15: error: control character U+000A in the text"),
        ("henshin@", "ｈ@", "2:11: error: ｈ@city.example is in full-width characters"),
        ("teishi@", "tei?shi@", '3:14: error: "?" cannot stand in the address tei?shi@city.example'),
        ("  en:", "  EN:", '11:3: error: "EN" is no language'),
        ("小さな冊子😀𠮷.pdf", "a/b.pdf", '8:17: error: "/" cannot stand in a file\'s name'),
        ("小さな冊子😀𠮷.pdf", "a.doc", '8:17: error: "a.doc" is no name of a PDF file'),
        ("小さな冊子😀𠮷.pdf", f"{'あ' * 57}.pdf", "8:17: error: a file's name of more than 60 characters"),
        ("relay:", "max-attachment: 0\nrelay:", "1:1: error: max-attachment lies between 0 and 100 MB"),
        ("relay:", "max-attachment: 101\nrelay:", "1:1: error: max-attachment lies between 0 and 100 MB"),
        ("relay:", "link: http://a.example\nrelay:", '18:7: error: "http://a.example" is no address of a file'),
        ("host: localhost", "host: a b", '18:16: error: "a b" is no name of a server'),
        ("port: 2525", "port: 70000", "18:8: error: there is no port 70000"),
        ("port: 2525", "port: 25, rate: 0", "18:8: error: rate lies between 0 and 1000 messages a second"),
        ("port: 2525", "port: 25, timeout: 0", "18:8: error: timeout lies between 1 and 3600 seconds"),
        ("port: 2525", "port: 25, password: x", '18:37: error: unknown key "password"'),
        ("security: none", "security: ssl", "18:49: error: one of starttls, tls, none expected"),
    ],
)
def test_what_is_told(told: Told, old: str, new: str, expected: str) -> None:
    edit("mail/mail.yaml", old, new)
    assert [each[: len(expected) + 20] for each in told()] == [f"data/mail/mail.yaml:{expected}"]


@pytest.mark.parametrize("name", ["mail/mail.yaml", "mail/ja.txt", "stakeholders.csv"])
def test_a_file_outside_the_project_is_not_opened(
    told: Told, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "file"
    file = Path("data") / name
    file.rename(outside)
    file.symlink_to(outside)
    assert "is a link that leads outside the project" in told()[0]
    file.unlink()
    os.mkfifo(file)
    assert "is no file, but a folder, a pipe or a device" in told()[0]
