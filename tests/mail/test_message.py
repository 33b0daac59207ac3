"""A letter for any words: it arrives as it was made, and one that would not is not sent."""

from __future__ import annotations

import email
import email.policy
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report.mail.addresses import Unfit, check_name
from report.mail.message import Mailto, Said, Shared, Unsound, checked, composed, encoded, phrase, proved
from tests.mail.conftest import DATE

SHARED = Shared(
    key="0123456789abcdef" * 4,
    sender=Mailto("練馬区 企画課", "kikaku@city.example"),
    reply_to=Mailto("返信, 先", "henshin@city.example"),
    unsubscribe="teishi@city.example",
    one_click="",
    cover=encoded(b"\x89PNG" * 2000),
    pdf=encoded(b"%PDF" * 2000),
    fallback="small.pdf",
)
SAID = Said(Mailto("", "a@b.example"), "件名", "本文", "<p>本文</p>", "ja", DATE, "冊子.pdf")
WORDS = st.text(st.sampled_from("aZ09 ,;:<>()[]\\\"'@.=?_-あ漢𠮷😀👨\u200d👩é\u3000\u00a0ｱ"), min_size=1, max_size=100)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=WORDS.map(str.strip).filter(bool), subject=WORDS.map(str.strip).filter(bool))
def test_any_name_and_any_subject_arrive(name: str, subject: str) -> None:
    """Read by the library as a whole, not only by what proves each letter."""
    try:
        check_name(name)
    except Unfit:
        return
    said = SAID._replace(to=Mailto(name, "a@b.example"), subject=subject)
    letter = proved(composed(said, SHARED), said, SHARED)
    made = email.message_from_bytes(b"".join(letter.parts), policy=email.policy.default)
    assert [each.addr_spec for each in made["To"].addresses] == ["a@b.example"]
    raw, _ = parseaddr(email.message_from_bytes(b"".join(letter.parts))["To"])
    assert str(make_header(decode_header(raw))) == name
    assert made["Subject"] == subject
    assert max(map(len, letter.parts[0].split(b"\r\n"))) <= 998


@settings(max_examples=100, deadline=None)
@given(name=st.text(st.sampled_from("a Z9.-_,;'()&é漢𠮷😀　％%"), min_size=1, max_size=50).map(str.strip).filter(bool))
def test_any_name_of_a_file_arrives(name: str) -> None:
    said = SAID._replace(file_name=f"{name}.pdf")
    proved(composed(said, SHARED), said, SHARED)


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("Jane Smith", "Jane Smith"),
        ("Smith, Jane", '"Smith, Jane"'),
        ('J "the" \\ S', '"J \\"the\\" \\\\ S"'),
        ("a  b", '"a  b"'),
        ("山田", "=?utf-8?b?5bGx55Sw?="),
    ],
)
def test_a_display_name(name: str, header: str) -> None:
    assert phrase(name) == header


def test_a_long_name_is_folded_between_characters() -> None:
    lines = phrase("吉" * 60).split("\r\n ")
    assert len(lines) > 3 and all(len(line) <= 75 for line in lines)


SPOILT = {
    "bare line feed": (b"\r\nDate", b"\nDate"),
    "bare carriage return": (b"\r\nDate", b"\rDate"),
    "no end": (b"\r\n\r\n--", b"\r\n--"),
    "another recipient": (b"To: a@b.example", b"To: a@b.example, c@d.example"),
    "another address": (b"To: a@b.example", b"To: c@d.example"),
    "two recipients": (b"To: a@b.example", b"To: a@b.example\r\nTo: c@d.example"),
    "two subjects": (b"Subject: ", b"Subject: a\r\nSubject: "),
    "no date": (b"Date: ", b"X-Date: "),
    "a wrong date": (b"Date: Sun, 01 Oct", b"Date: "),
    "NUL": (b"Date: ", b"X: \0\r\nDate: "),
    "not ASCII": (b"Date: ", "X: あ\r\nDate: ".encode()),
    "a long line": (b"Date: ", b"X: " + b"a" * 997 + b"\r\nDate: "),
    "no id": (b"Message-ID: <", b"Message: <"),
    "a boundary that is not closed": (b'mixed"', b'mixt"'),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_letter_that_would_not_arrive_is_refused(name: str) -> None:
    old, new = SPOILT[name]
    letter = composed(SAID, SHARED)
    assert checked(letter) is letter and letter.parts[0].count(old) >= 1
    with pytest.raises(Unsound):
        checked(letter._replace(parts=(letter.parts[0].replace(old, new, 1), *letter.parts[1:])))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"subject": "他"}, "the subject"),
        ({"to": Mailto("他", "a@b.example")}, "the names of To"),
        ({"from_name": "他"}, "the names of From"),
        ({"text": "他"}, "the text, plain"),
        ({"html": "他"}, "the text, html"),
        ({"file_name": "他.pdf"}, "the file's name"),
    ],
)
def test_a_letter_that_says_another_thing_is_refused(change: dict[str, object], problem: str) -> None:
    letter = composed(SAID, SHARED)
    assert proved(letter, SAID, SHARED) is letter
    with pytest.raises(Unsound, match=problem):
        proved(letter, SAID._replace(**change), SHARED)  # type: ignore[arg-type]


def test_a_large_part_that_is_no_base64_is_refused() -> None:
    letter = composed(SAID, SHARED)
    spoilt = tuple(part.replace(b"\r\n", b"\n") if len(part) > 9000 else part for part in letter.parts)
    with pytest.raises(Unsound):
        checked(letter._replace(parts=spoilt))


def test_text_alone() -> None:
    said, shared = SAID._replace(html=""), SHARED._replace(pdf=None, reply_to=None)
    letter = proved(composed(said, shared), said, shared)
    assert len(letter.parts) == 1 and letter.parts[0].endswith(b"\r\n5pys5paH\r\n")
