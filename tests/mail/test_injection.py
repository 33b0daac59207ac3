"""Attempts to make a letter say, reach or do something else: by a cell, a template, a name of a file, the settings.
Each is told, and no letter is made."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from report.messages import Failure
from tests.mail.conftest import Mail
from tests.mail.test_mailing import parsed

ROW = "あ,,様,a@b.example,ja,"
ADDRESSES = {
    "another header by a line feed": '"a@b.example\nBcc: x@y.example"',
    "another header by a carriage return": "a@b.example\rBcc: x@y.example",
    "another header by CRLF": '"a@b.example\r\nBcc: x@y.example"',
    "another header by a line separator": "a@b.example\u2028Bcc: x@y.example",
    "another header by NEL": "a@b.example\x85Bcc: x@y.example",
    "another header in percent signs": "a@b.example%0d%0aBcc: x@y.example",
    "two addresses by a comma": '"a@b.example,x@y.example"',
    "two addresses by a semicolon": "a@b.example;x@y.example",
    "two addresses by a space": "a@b.example x@y.example",
    "two addresses by a full-width comma": "a@b.example，x@y.example",
    "an address in brackets": "<a@b.example>",
    "a name before it": "Boss <a@b.example>",
    "the end of the envelope's address": "a@b.example> SIZE=1",
    "a quoted local part": '"""a b""@b.example"',
    "a comment": "a(x)@b.example",
    "a source route": '"@y.example:a@b.example"',
    "two at signs": "a@y.example@b.example",
    "a group of addresses": "all:a@b.example;",
    "a domain literal": "a@[127.0.0.1]",
    "a backslash": "a\\@b.example",
    "an encoded word": "=?utf-8?q?a?=@b.example",
    "NUL": "a\0@b.example",
    "a tab": "a\t@b.example",
    "text that runs backwards": "a\u202e@b.example",
    "a full stop that is none": "a@b\u200b.example",
    "an empty label": "a@b..example",
}
ROWS = {
    "a header in a name": "あ\r\nBcc: x@y.example,,様,a@b.example,ja,",
    "a header in a quoted name": '"あ\nBcc: x@y.example",,様,a@b.example,ja,',
    "an encoded word as a name": "=?utf-8?b?QmNjOiB4QHkuZXhhbXBsZQ==?=,,様,a@b.example,ja,",
    "a terminal's escape in a name": "あ\x1b[2J,,様,a@b.example,ja,",
    "a name that runs backwards": "あ\u202eelpmaxe,,様,a@b.example,ja,",
    "a line in an organisation": "あ,い\u2029う,様,a@b.example,ja,",
    "a line in an honorific": "あ,,様\x0bう,a@b.example,ja,",
    "a path as a language": "あ,,様,a@b.example,../../etc,",
    "a path as a group": "あ,,様,a@b.example,ja,../brochure",
    "a kind of template as a group": "あ,,様,a@b.example,ja,subject.txt",
}
TEMPLATES = {
    "a header below the subject": ("ja.subject.txt", "件名\nBcc: x@y.example"),
    "a header in the subject": ("ja.subject.txt", "件名\rBcc: x@y.example"),
    "a header in a word of the subject": ("ja.subject.txt", "{{ parks.change | 増減(「a\nBcc: x」, b, c) }}"),
    "an attribute of Python's": ("ja.txt", "{{ name.__class__ }}"),
    "a function of Python's": ("ja.txt", "{{ __import__(name) }}"),
    "a format of Python's": ("ja.txt", "{{ name!r:>{width} }}"),
    "a file of the machine": ("ja.txt", "{{ open(/etc/passwd) }}"),
    "the password": ("ja.txt", "{{ relay.password }}"),
    "NUL in a text": ("ja.txt", "a\0b"),
    "a script": ("ja.html", "<script>alert(1)</script>"),
    "a form": ("ja.html", '<form action="https://y.example"></form>'),
    "an event": ("ja.html", '<p onclick="alert(1)">a</p>'),
    "a picture from elsewhere": ("ja.html", '<img src="https://y.example/{{ address }}" alt="a">'),
    "a style from elsewhere": ("ja.html", '<p style="background: url(https://y.example)">a</p>'),
    "a link that is a name": ("ja.html", '<a href="{{ name }}">a</a>'),
    "a link that runs a program": ("ja.html", '<a href="javascript:alert(1)">a</a>'),
    "a value without quotes": ("ja.html", "<p title={{ name }}>a</p>"),
    "a value as an attribute": ("ja.html", "<p {{ name }}>a</p>"),
    "a value as an element": ("ja.html", "<{{ name }}>a</p>"),
    "a value in a style": ("ja.html", '<p style="color: {{ name }}">a</p>'),
    "a value in a style sheet": ("ja.html", "<style>p { color: {{ name }} }</style>"),
    "a value in a comment": ("ja.html", "<!-- {{ name }} -->"),
    "another address for all": ("ja.html", '<base href="https://y.example">'),
    "another page": ("ja.html", '<meta http-equiv="refresh" content="0; url=https://y.example">'),
}
SETTINGS = {
    "a header in the sender's name": ("name: 練馬区 企画課", 'name: "練馬区\\r\\nBcc: x@y.example"'),
    "two senders": ("kikaku@city.example", '"kikaku@city.example, x@y.example"'),
    "a header in reply-to": ("henshin@city.example", '"henshin@city.example\\r\\nBcc: x@y.example"'),
    "a query in unsubscribe": ("teishi@city.example", "teishi?bcc=x@city.example"),
    "a path as the file's name": ("小さな冊子😀𠮷.pdf", "../../x.pdf"),
    "a header in the file's name": ("小さな冊子😀𠮷.pdf", '"a\\r\\nBcc: x.pdf"'),
    "a quote in the file's name": ("小さな冊子😀𠮷.pdf", "'a\".pdf'"),
    "a program as the file's name": ("小さな冊子😀𠮷.pdf", "a.pdf.exe"),
    "a name of a file that runs backwards": ("小さな冊子😀𠮷.pdf", '"a\\u202Efdp.pdf"'),
    "a link that is a program": ("relay:", "link: javascript:alert(1)\nrelay:"),
    "a link with a header": ("relay:", 'link: "https://y.example/\\r\\nBcc: x"\nrelay:'),
    "a password in the file": ("security: none", "security: none, password: secret"),
    "a relay with a command": ("host: localhost", 'host: "localhost\\r\\nRCPT TO:<x@y.example>"'),
    "a name of a template for elsewhere": ("languages:\n  ja:", "languages:\n  ../ja:"),
}  # fmt: skip


FILES = ["ja.exe.txt.html", "ja..txt", "x_ja.txt\\.txt", "ja.a b.txt", "ja.txt\nBcc: x.txt", "JA.txt"]
NAMES = ["<b>あ</b>", '"onload=x', "&amp;", "{{ address }}", "'><script>", "あ, <x@y.example>"]


@pytest.fixture
def refused(mail: Mail) -> None:
    """At the end: no letter, and a place to look at."""
    yield  # type: ignore[misc]
    with pytest.raises(Failure) as failure:
        mail()
    assert {each.severity for each in failure.value.diagnostics} == {"error"}
    assert all(each.origin for each in failure.value.diagnostics)


def write_list(row: str) -> None:
    Path("data/stakeholders.csv").write_bytes(f"name,organisation,honorific,address,language,group\n{row}\n".encode())


@pytest.mark.usefixtures("refused")
@pytest.mark.parametrize("name", ADDRESSES)
def test_by_an_address(name: str) -> None:
    write_list(ROW.replace("a@b.example", ADDRESSES[name]))


@pytest.mark.usefixtures("refused")
@pytest.mark.parametrize("name", ROWS)
def test_by_a_row(name: str) -> None:
    write_list(ROWS[name])


@pytest.mark.usefixtures("refused")
@pytest.mark.parametrize("name", TEMPLATES)
def test_by_a_template(name: str) -> None:
    file, text = TEMPLATES[name]
    path = Path("data/mail") / file
    path.write_bytes(text.encode() if "subject" in file else path.read_bytes() + text.encode())


@pytest.mark.usefixtures("refused")
@pytest.mark.parametrize("name", FILES)
def test_by_the_name_of_a_template(name: str) -> None:
    sound = "{{ sender }} {{ contact }} {{ unsubscribe }}"
    (Path("data/mail") / name).write_text(sound, encoding="utf-8")


@pytest.mark.usefixtures("refused")
@pytest.mark.parametrize("name", SETTINGS)
def test_by_a_setting(name: str) -> None:
    old, new = SETTINGS[name]
    path = Path("data/mail/mail.yaml")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_without_an_attempt_is_taken(mail: Mail) -> None:
    write_list(ROW)
    assert [each.address for each in mail().letters()] == ["a@b.example"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name_in_html_and_headers(mail: Mail, name: str) -> None:
    """What is no attempt on its own, but would be one where values were joined to markup."""
    cell = name.replace('"', '""')
    write_list(f'"{cell}",,先生,a@b.example,ja,')
    made = parsed(next(mail().letters()))
    page, plain = made.get_body(("html",)), made.get_body(("plain",))
    assert page and page.get_content().startswith(f"<p>{html.escape(name)}<b>")
    assert plain and plain.get_content().splitlines()[0] == f"{name} 先生"
    assert [each.addr_spec for each in made["To"].addresses] == ["a@b.example"] and made["Bcc"] is None
