"""A mailing: what its letters say, what they weigh, which key it has; what is told before anything is sent."""

from __future__ import annotations

import email
import email.policy
import os
import tracemalloc
from email.message import EmailMessage
from pathlib import Path

import msgspec
import pytest

from report import pipeline
from report.mail.model import Letter
from report.messages import Failure, Report
from tests.conftest import ROOT
from tests.mail.conftest import DATE, Mail, Told, blank


def parsed(letter: Letter) -> EmailMessage:
    made = email.message_from_bytes(b"".join(letter.parts), policy=email.policy.default)
    assert isinstance(made, EmailMessage)
    return made


def edit(file: str, old: str, new: str) -> None:
    path = Path("data") / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_letters(mail: Mail) -> None:
    post = mail()
    letters = list(post.letters())
    assert [each.address for each in letters] == [
        "hanako@kai.example", "jane@friends.example", "ishi@dan.example", "yoshida@xn--r8jz45g.example",
    ]  # fmt: skip
    assert [str(parsed(each)["To"]) for each in letters] == [
        "山田 花子 先生 <hanako@kai.example>",
        '"Smith, Jane" <jane@friends.example>',
        "医師団 御中 <ishi@dan.example>",
        "𠮷田 😀 様 <yoshida@xn--r8jz45g.example>",
    ]
    assert (post.count, post.sender, post.subject) == (4, "kikaku@city.example", "「小さな冊子」を先生に")
    assert post.size == max(len(b"".join(each.parts)) for each in letters)


def test_its_headers(mail: Mail) -> None:
    made = parsed(next(mail().letters()))
    given = {name: str(made[name]) for name in {*made.keys()} - {"Content-Type", "Message-ID"}}
    assert given == {
        "From": "練馬区 企画課 <kikaku@city.example>",
        "To": "山田 花子 先生 <hanako@kai.example>",
        "Reply-To": "henshin@city.example",
        "Subject": "「小さな冊子」を先生に",
        "Date": DATE,
        "List-Unsubscribe": "<mailto:teishi@city.example?subject=unsubscribe>",
        "Content-Language": "ja",
        "MIME-Version": "1.0",
    }


def test_its_texts(mail: Mail) -> None:
    hanako, jane, doctors, _ = map(parsed, mail().letters())
    body = hanako.get_body(("plain",))
    assert body and body.get_content().splitlines() == [
        "ねりま会",
        "山田 花子 先生",
        "",
        "18,034人、公園の面積は103、前の面積は99ha",
        "増加（令和5年度）",
        "小さな冊子😀𠮷.pdf（1ページ）を添付します。",
        "練馬区 企画課 電話 03-0000-0000 teishi@city.example",
    ]
    page = jane.get_body(("html",))
    assert page and page.get_content().splitlines()[0] == "Dear Ms Smith, Jane,"
    assert str(jane["From"]) == "Nerima City <kikaku@city.example>"
    body = doctors.get_body(("plain",))
    assert body and body.get_content().splitlines()[:2] == ["医師団", " 御中"]


def test_its_shape(mail: Mail) -> None:
    made = parsed(next(mail().letters()))
    assert [part.get_content_type() for part in made.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png",
        "application/pdf",
    ]  # fmt: skip
    parts = list(made.walk())
    id = str(parts[5]["Content-ID"])
    assert f'src="cid:{id[1:-1]}"' in parts[4].get_content() and parts[5].get_content().startswith(b"\x89PNG")
    assert not [part.defects for part in parts if part.defects]


def test_the_file_arrives_byte_for_byte_under_its_name(mail: Mail) -> None:
    letter = next(mail().letters())
    whole = b"".join(letter.parts)
    assert whole.isascii() and b"encrypt" not in whole.lower()
    file = next(parsed(letter).iter_attachments())
    assert file.get_content() == Path("output/small.screen.pdf").read_bytes()
    assert file.get_filename() == "小さな冊子😀𠮷.pdf"
    old = list(email.message_from_bytes(whole, policy=email.policy.compat32).walk())[-1]
    words, charset = email.header.decode_header(old.get_param("name"))[0]  # type: ignore[arg-type]
    assert words.decode(charset) == "小さな冊子😀𠮷.pdf" and old.get_filename() == "small.pdf"


def test_a_long_name_of_a_file_in_encoded_words(mail: Mail) -> None:
    name = "練馬区の区政改革のこれまでの取組を紹介する冊子の令和五年度版.pdf"
    edit("mail/mail.yaml", "小さな冊子😀𠮷.pdf", name)
    whole = b"".join(next(mail().letters()).parts)
    old = list(email.message_from_bytes(whole).walk())[-1]
    found = email.header.decode_header(old.get_param("name"))  # type: ignore[arg-type]
    assert "".join(words.decode(charset or "ascii") for words, charset in found) == name
    assert all(len(word) <= 75 for word in str(old.get_param("name")).split())


def test_letters_share_their_large_parts(mail: Mail) -> None:
    letters = list(mail().letters())
    pdfs = {id(part) for each in letters for part in each.parts if part.startswith(b"JVBER")}
    covers = {id(part) for each in letters for part in each.parts if part.startswith(b"iVBOR")}
    assert (len(pdfs), len(covers)) == (1, 1)


def test_memory_does_not_grow_with_the_list(mail: Mail, mailed: Path) -> None:
    """Of letters that are not kept: with the file in each, 300 would take 90 MB."""
    (mailed / "output/small.screen.pdf").write_bytes(blank() + b"%" * 300_000)
    post = mail()
    row = post.recipients[0]
    post.recipients = tuple(msgspec.structs.replace(row, name=f"名{n}", address=f"a{n}@b.example") for n in range(320))
    letters = post.letters()
    for _ in range(20):
        next(letters)
    tracemalloc.start()
    assert sum(1 for _ in letters) == 300
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000


def test_made_again_a_letter_is_the_same(mail: Mail) -> None:
    assert list(mail().letters()) == list(mail().letters())
    ids = [str(parsed(each)["Message-ID"]) for each in mail().letters()]
    assert len({*ids}) == 4 and all(id.endswith("@city.example>") for id in ids)


@pytest.mark.parametrize(
    ("file", "old", "new", "is_other"),
    [
        ("mail/en.txt", "Dear", "To", True),
        ("brochure.yaml", "令和5年度", "令和4年度", True),
        ("mail/mail.yaml", "port: 2525", "port: 2526", False),
        ("stakeholders.csv", "ねりま会", "かい", False),
    ],
)
def test_the_key_is_of_edition_file_and_templates(mail: Mail, file: str, old: str, new: str, is_other: bool) -> None:
    before = mail().key
    edit(file, old, new)
    assert (mail().key != before) == is_other


def test_the_key_is_of_the_file(mail: Mail, mailed: Path) -> None:
    before = mail().key
    assert mail("press").key == before
    (mailed / "output/small.screen.pdf").write_bytes(blank() + b"%")
    assert mail().key != before


def test_a_group(mail: Mail, told: Told) -> None:
    assert [each.name for each in mail("press").recipients] == ["Smith, Jane", "", "𠮷田 😀"]
    assert told("pres") == ['error: no recipient is of the group "pres"']


def test_a_group_has_templates_of_its_own(mail: Mail) -> None:
    Path("data/mail/ja.press.subject.txt").write_text("報道の{{ organisation }}\n", encoding="utf-8")
    assert [parsed(each)["Subject"] for each in mail("press").letters()] == [
        "A booklet for you",
        "報道の医師団",
        "報道の",
    ]
    Path("data/mail/ja.press.txt").write_text("{{ sender }}{{ contact }}{{ unsubscribe }}", encoding="utf-8")
    report = Report()
    doctors = parsed([*mail("press", report).letters()][1])
    assert [part.get_content_type() for part in doctors.walk()] == ["multipart/mixed", "text/plain", "application/pdf"]
    assert [str(each.message) for each in report.diagnostics] == [
        "the letters of ja.press.txt will have neither formatting nor cover"
    ]


def test_an_address_that_needs_smtputf8(mail: Mail) -> None:
    edit("stakeholders.csv", "yoshida@", "吉田@")
    letter = list(mail().letters())[-1]
    assert letter.smtputf8 and letter.address == "吉田@xn--r8jz45g.example"
    made = email.message_from_string(b"".join(letter.parts).decode(), policy=email.policy.SMTPUTF8)
    assert [each.addr_spec for each in made["To"].addresses] == [letter.address]
    assert [each.smtputf8 for each in mail().letters()] == [False, False, False, True]


def test_an_address_of_a_japanese_carrier(mail: Mail) -> None:
    edit("stakeholders.csv", "ishi@dan.example", "a..b.@docomo.example")
    letter = list(mail().letters())[2]
    assert letter.address == '"a..b."@docomo.example' and b'\r\n <"a..b."@docomo.example>' in letter.parts[0]


def test_one_click_where_the_relay_signs(mail: Mail, told: Told) -> None:
    one_click = 'unsubscribe: { address: teishi@city.example, one-click: "https://city.example/stop?{{ id }}" }'
    edit("mail/mail.yaml", "unsubscribe: teishi@city.example", one_click)
    assert told() == [
        "data/mail/mail.yaml:3:57: error: one-click unsubscription needs a relay that signs its headers (RFC 8058)"
    ]
    edit("mail/mail.yaml", "security: none", "security: none, signs-unsubscribe: true")
    made = parsed(next(mail().letters()))
    id = str(made["Message-ID"])[1:].partition("@")[0]
    assert made["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = "<mailto:teishi@city.example?subject=unsubscribe>"
    assert made["List-Unsubscribe"] == f"<https://city.example/stop?{id}>, {stop}"


def test_a_file_too_large_is_refused(told: Told) -> None:
    edit("mail/mail.yaml", "relay:", "max-attachment: 0.0005\nrelay:")
    assert told() == ["output/small.screen.pdf: error: the PDF takes 0.000736 MB in a letter, more than 0.0005 MB"]


def test_what_counts_is_what_travels(mailed: Path, mail: Mail, told: Told) -> None:
    """Of 1,000,000 bytes, base64 in lines of 76 makes 1,368,424."""
    (mailed / "output/small.screen.pdf").write_bytes(blank().ljust(1_000_000, b"%"))
    edit("mail/mail.yaml", "relay:", "max-attachment: 1.368423\nrelay:")
    assert told() == ["output/small.screen.pdf: error: the PDF takes 1.37 MB in a letter, more than 1.37 MB"]
    edit("mail/mail.yaml", "1.368423", "1.368424")
    assert mail().count == 4


def test_a_link_is_sent_instead(mail: Mail, told: Told) -> None:
    edit("mail/mail.yaml", "relay:", "max-attachment: 0.0005\nlink: https://city.example/a?b=1&c=2\nrelay:")
    instead = "the PDF takes 0.000736 MB in a letter, more than 0.0005 MB: its link is sent instead"
    assert told() == [f"output/small.screen.pdf: warning: {instead}"]
    hanako, jane, *_ = map(parsed, mail().letters())
    assert "application/pdf" not in [part.get_content_type() for part in hanako.walk()]
    plain, page = (hanako.get_body((kind,)) for kind in ("plain", "html"))
    assert plain and "1ページの冊子は https://city.example/a?b=1&c=2 にあります。" in plain.get_content()
    link = "https://city.example/a?b=1&amp;c=2"
    assert page and f'<p>1ページの冊子は <a href="{link}">{link}</a> にあります。</p>' in page.get_content()
    plain = jane.get_body(("plain",))
    assert plain and "(1kB)" in plain.get_content()


def test_a_link_that_no_letter_names(told: Told) -> None:
    edit("mail/mail.yaml", "relay:", "max-attachment: 0.0005\nlink: https://city.example/a\nrelay:")
    edit("mail/mail.yaml", '    linked: "It is at {{ link }} ({{ size }})"\n', "")
    edit("mail/ja.txt", "{{ delivery }}", "こちら")
    assert [each for each in told() if "warning" not in each] == [
        'data/mail/mail.yaml:12:5: error: the language "en" has no sentence for the link',
        "data/mail/ja.txt:1:1: error: the letter does not tell where the PDF is",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("stakeholders.csv", ",en,press", ",fr,", 'stakeholders.csv:3:47: error: no template serves the language "fr"'),
        ("mail/ja.txt", "{{ parks.change", "{{ parcs.change", 'mail/ja.txt:5:4: error: no figure named "parcs.change"'),
        ("mail/ja.txt", "{{ name }}", "{{ nmae }}", 'mail/ja.txt:2:4: error: no figure named "nmae"'),
        ("mail/ja.txt", "{{ name }}", "{{ name | 大きく }}", "mail/ja.txt:2:11: error: what stands before 大きく is"),
        ("mail/ja.txt", "{{ name }}", "{{ name + 1 }}", "mail/ja.txt:2:9: error: dates and words cannot be reckoned"),
        ("mail/ja.txt", "{{ name }}", "{{ years(name, year) }}", "mail/ja.txt:2:10: error: a date or a year expected"),
        ("mail/ja.txt", "{{ name }}", "{{ sum(name) }}", "mail/ja.txt:2:8: error: a number or the id of a series"),
        ("mail/ja.txt", "{{ name }}", "{{ name", 'mail/ja.txt:2:9: error: "{" is not understood'),
        ("mail/ja.txt", "{{ contact }}", "", "mail/ja.txt:1:1: error: the letter does not say how to reach them"),
        ("mail/ja.html", ">{{ unsubscribe }}<", ">x<", ""),
        ("mail/en.html", "{{ sender }}", "", "mail/en.html:1:1: error: the letter does not say who sends it"),
        ("mail/ja.subject.txt", "\n", "\nx", "mail/ja.subject.txt:2:1: error: a subject takes one line"),
        ("mail/mail.yaml", "capacity, ", "", "mail/mail.yaml:17:11: error: 2 headline figures instead of 3"),
        ("mail/mail.yaml", "capacity", "capasity", 'mail/mail.yaml:17:11: error: no figure named "capasity"'),
        ("mail/mail.yaml", "{{ pages }}）", "{{ page }}）", 'mail/mail.yaml:9:30: error: no figure named "page"'),
        ("mail/mail.yaml", "host: localhost", "host: a.example", "mail/mail.yaml:18:16: error: mail to a.example"),
    ],
)  # fmt: skip
def test_what_is_told_before_anything_is_sent(told: Told, file: str, old: str, new: str, expected: str) -> None:
    edit(file, old, new)
    found = told()
    assert len(found) == bool(expected) and "".join(found).startswith(f"data/{expected}" if expected else "")


def test_a_headline_that_nobody_has_published(told: Told) -> None:
    edit("mail/mail.yaml", '"parks[令4]"', "parks.latest")
    assert told() == ['data/mail/mail.yaml:17:21: warning: "parks[令5]" is provisional, which the letters do not say']


def test_many_mistakes_are_told_at_once(told: Told) -> None:
    edit("stakeholders.csv", "hanako@", "@")
    edit("mail/ja.html", "alt=", "title=")
    edit("mail/mail.yaml", "port: 2525", "port: 99999")
    edit("figures/all.yaml", "18034", "many")
    assert [each.partition(": ")[0].rpartition("/")[2] for each in told()] == [
        "mail.yaml:18:8", "ja.html:2:1", "stakeholders.csv:2:15", "all.yaml:2:22",
    ]  # fmt: skip


def test_a_file_that_is_not_there(mailed: Path, told: Told) -> None:
    (mailed / "output/small.screen.pdf").write_bytes(b"not a PDF")
    assert told() == ["output/small.screen.pdf: error: no PDF that can be sent"]
    (mailed / "output/small.screen.pdf").unlink()
    assert told() == ["output/small.screen.pdf: error: the PDF to be sent is not there"]


def test_a_file_older_than_its_content(mailed: Path, told: Told) -> None:
    os.utime(mailed / "output/small.screen.pdf", (0, 0))
    assert told() == ["output/small.screen.pdf: warning: the PDF to be sent is older than data/brochure.yaml"]


def test_the_sample_is_sound(mailed: Path) -> None:
    """The templates of the office this project is about; its list is of addresses that nobody has."""
    report = Report()
    wish = pipeline.Wish(ROOT / "data/brochure.yaml")
    pdf = mailed / "output/kaikaku-nerima.screen.pdf"
    pdf.write_bytes(blank())
    post = pipeline.mailing(wish, mailed / "output", lambda: DATE, report)
    letters = [*post.letters()]
    assert report.diagnostics == () and len(letters) == 6
    assert all(each.address.endswith(".example") for each in letters)


def test_a_letter_that_would_not_arrive_stops(mail: Mail) -> None:
    post = mail()
    post.recipients = (msgspec.structs.replace(post.recipients[0], name="a\r\nBcc: x@y.example"),)
    with pytest.raises(Failure, match="would not arrive as it was made"):
        next(post.letters())
