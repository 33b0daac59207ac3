"""What README lists: the columns, and the words of a letter."""

from __future__ import annotations

import re

from report.mail.addresses import COLUMNS
from report.mail.lexicon import OF_RECIPIENT
from report.mail.mailing import SAID
from report.messages import Report
from tests.conftest import ROOT
from tests.mail.conftest import Mail
from tests.mail.test_mailing import edit

SECTION = (ROOT / "README.md").read_text(encoding="utf-8").partition("### メールで送る\n")[2].partition("\n### ")[0]
COLUMNS_LISTED, WORDS_LISTED = (
    re.findall(r"`([\w.-]+)`", "".join(re.findall(r"^\| (`.*?`) \|", table, re.M)))
    for table in SECTION.partition("| 語 |")[::2]
)


def test_the_columns() -> None:
    assert tuple(COLUMNS_LISTED) == COLUMNS


def test_each_word_can_be_asked_for(mail: Mail) -> None:
    assert {*OF_RECIPIENT, *SAID} <= {*WORDS_LISTED} and len(WORDS_LISTED) == 21
    edit("mail/ja.txt", "{{ sender }}", " ".join(f"{{{{ {word} }}}}" for word in (*WORDS_LISTED, "sender")))
    report = Report()
    post = mail(report=report)
    assert not report.diagnostics and "{{" not in post.said(post.recipients[0]).text
