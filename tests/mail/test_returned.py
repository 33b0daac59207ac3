"""Messages that come back: what they state of whom, in which form ever; what is no bounce."""

from __future__ import annotations

import base64
import quopri

import pytest

from report.mail.plain_notice import Returned
from report.mail.returned import Notice, notice_of

DATE = "Sun, 01 Oct 2023 09:30:00 +0900"
AT = 1696120200.0
ID = "0123456789abcdef0123456789abcdef@city.example"


def dsn(fields: str, back: str = f"Message-ID: <{ID}>\nSubject: x\n", kind: str = "text/rfc822-headers") -> bytes:
    """As Postfix writes one."""
    return (
        f"From: MAILER-DAEMON@relay.example\nTo: kikaku@city.example\nDate: {DATE}\nMessage-Id: <1@relay.example>\n"
        "Auto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain; charset=us-ascii\n\nI'm sorry about <other@x.example>: 550 no\n\n"
        f"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; relay.example\n\n{fields}\n"
        f"--b\nContent-Type: {kind}\n\n{back}\n--b--\n"
    ).encode()


def plain(
    body: str,
    sender: str = "Postmaster@ezweb.example",
    subject: str = "Mail System Error - Returned Mail",
    charset: str = "utf-8",
    wrap: str = "8bit",
    more: str = "",
) -> bytes:
    raw = body.encode({"iso-2022-jp": "iso2022_jp", "shift_jis": "cp932"}.get(charset, charset))
    raw = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(wrap, bytes)(raw)
    head = f"From: {sender}\nSubject: {subject}\nDate: {DATE}\n{more}"
    kind = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {wrap}\n\n"
    return (head + kind).encode() + raw


FAILED = "Final-Recipient: rfc822; hanako@kai.example\nAction: failed\nStatus: 5.1.1\n"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "Original-Recipient: rfc822;hanako@kai.example\n"
            "Final-Recipient: rfc822; h@elsewhere.example\nAction: failed\nStatus: 5.1.1\n"
            "Diagnostic-Code: smtp; 550 5.1.1 <h@elsewhere.example>: Recipient\n address rejected\n",
            ("failed", "h@elsewhere.example", "hanako@kai.example", 550,
             "550 5.1.1 <h@elsewhere.example>: Recipient address rejected"),
        ),
        (FAILED, ("failed", "hanako@kai.example", "", 0, "5.1.1")),
        (FAILED.replace("5.1.1", "4.2.2") + "Diagnostic-Code: smtp; 452 over quota\n",
         ("failed for now", "hanako@kai.example", "", 452, "4.2.2 452 over quota")),
        (FAILED.replace("5.1.1", "5.2.2") + "Diagnostic-Code: smtp; 552 over quota\n",
         ("failed for now", "hanako@kai.example", "", 552, "5.2.2 552 over quota")),
        (FAILED.replace("failed", "Delayed (for 4 hours)").replace("5.1.1", "4.4.1"),
         ("delayed", "hanako@kai.example", "", 0, "4.4.1")),
        (FAILED.replace("failed", "relayed").replace("5.1.1", "2.0.0"),
         ("arrived", "hanako@kai.example", "", 0, "2.0.0")),
        ("FINAL-RECIPIENT: RFC822; <hanako@kai.example>\nACTION: Failed\nSTATUS: 5.0.0 (unspecified)\n",
         ("failed", "hanako@kai.example", "", 0, "5.0.0")),
        ('Final-Recipient: rfc822; "a..b."@docomo.example\nStatus: 5.1.1\n',
         ("failed", '"a..b."@docomo.example', "", 0, "5.1.1")),
        (FAILED + "Diagnostic-Code: smtp; 550 \x1b[2J\u202e宛先なし\n",
         ("failed", "hanako@kai.example", "", 550, "5.1.1 550 [2J 宛先なし")),
    ],
)  # fmt: skip
def test_a_delivery_status(fields: str, expected: tuple[str, str, str, int, str]) -> None:
    notice = notice_of(dsn(fields))
    assert notice.kind == "bounce" and notice.recipients == (Returned(*expected),)  # type: ignore[arg-type]
    assert (notice.ids, notice.at) == ((ID,), AT)


@pytest.mark.parametrize(
    ("wrap", "encode"), [("base64", base64.encodebytes), ("quoted-printable", quopri.encodestring)]
)
def test_a_delivery_status_that_was_wrapped(wrap: str, encode: object) -> None:
    inner = encode(f"Reporting-MTA: dns; a\n\n{FAILED}".encode()).decode()  # type: ignore[operator]
    made = dsn("").decode().replace("Reporting-MTA: dns; relay.example\n\n", inner)
    made = made.replace("delivery-status\n\n", f"delivery-status\nContent-Transfer-Encoding: {wrap}\n\n", 1)
    assert [each.address for each in notice_of(made.encode()).recipients] == ["hanako@kai.example"]


@pytest.mark.parametrize("kind", ["text/rfc822-headers", "message/rfc822"])
def test_the_letter_s_own_id_is_that_of_what_came_back(kind: str) -> None:
    """Not that of the notice, nor of what is within the letter."""
    assert notice_of(dsn(FAILED, f"MESSAGE-id: <{ID}>\nSubject: x\n\nMessage-ID: <b@c>\n", kind)).ids == (ID,)


OVER = "The user(s) account is temporarily over quota."
WORDS = {
    # au, docomo and SoftBank in English
    f"{OVER}\n\n<a@ezweb.example>\n\nPlease reply to Postmaster@ezweb.example\n":
        [("failed for now", "a@ezweb.example", 0, OVER)],
    "The user(s) account is disabled.\n\n<a@ezweb.example>: 550 user unknown (in reply to RCPT TO command)\n":
        [("failed", "a@ezweb.example", 550, "550 user unknown (in reply to RCPT TO command)")],
    "Each of the following recipients was rejected by a remote mail server.\nThe reasons given by the server are:\n\n"
    "    Recipient: <a.b..@docomo.example>\n    Reason:    550 Unknown user a.b..@docomo.example\n\n"
    "    Recipient: <b@softbank.example>\n    Reason:    550 Invalid recipient: <b@softbank.example>\n":
        [("failed", "a.b..@docomo.example", 550, "550 Unknown user a.b..@docomo.example"),
         ("failed", "b@softbank.example", 550, "550 Invalid recipient: <b@softbank.example>")],
    # in Japanese
    "次の宛先にメールを配信できませんでした。\n\n宛先：hanako@kai.example\n理由：宛先不明\n\n"
    "お問い合わせは help@carrier.example へ\n":
        [("failed", "hanako@kai.example", 0, "宛先不明")],
    "メールボックスの容量を超えているため、配信できませんでした。\n<hanako@kai.example>\n<taro@kai.example>\n":
        [("failed for now", "hanako@kai.example", 0, "メールボックスの容量を超えているため、配信できませんでした。"),
         ("failed for now", "taro@kai.example", 0, "メールボックスの容量を超えているため、配信できませんでした。")],
    "hanako@kai.exampleは存在しません。":
        [("failed", "hanako@kai.example", 0, "hanako@kai.exampleは存在しません。")],
    "<hanako@kai.example>:\n550: User unknown\n": [("failed", "hanako@kai.example", 550, "550: User unknown")],
    "<hanako@kai.example>: 550-5.7.26 not accepted\n550 5.7.26 of this domain\n":
        [("failed", "hanako@kai.example", 550, "550-5.7.26 not accepted")],
    "hanako@kai.example at 10.4.1.2\nhost unknown\n": [("failed", "hanako@kai.example", 0, "host unknown")],
    "hanako@kai.example\n電話 03-550-1234\n受信拒否\n": [("failed", "hanako@kai.example", 0, "受信拒否")],
    # qmail; Exim, with the letter below
    "<hanako@kai.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
    "--- Below this line is a copy of the message.\n\nFrom: kikaku@city.example\n\n550 tel@city.example\n":
        [("failed", "hanako@kai.example", 0, "Sorry, no mailbox here by that name. (#5.1.1)")],
    "  hanako@kai.example\n    host mx.kai.example [192.0.2.1]\n    SMTP error: 451 4.7.1 greylisted\n":
        [("failed for now", "hanako@kai.example", 451, "SMTP error: 451 4.7.1 greylisted")],
    "Could not send to hanako@kai.example yet.\nThe server will keep trying; you do not need to resend.\n421 busy\n":
        [("delayed", "hanako@kai.example", 421, "The server will keep trying; you do not need to resend.")],
}  # fmt: skip


@pytest.mark.parametrize("body", WORDS)
def test_a_notice_in_plain_words(body: str) -> None:
    found = notice_of(plain(body)).recipients
    assert [(each.outcome, each.address, each.code, each.words) for each in found] == WORDS[body]


def carried(sender: str, subject: str, more: str = "") -> bytes:
    """A text with the letter below it, as au's servers send it."""
    words = "送信先のメールボックスが一杯のため、送信できませんでした。\n\nto: <hanako@kai.example>\n".encode(
        "iso2022_jp"
    )
    head = f"From: {sender}\nSubject: {subject}\n{more}Content-Type: multipart/mixed; boundary=b\n\n--b\n"
    back = f"\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <{ID}>\n\n--b--\n"
    return head.encode() + b"Content-Type: text/plain; charset=ISO-2022-JP\n\n" + words + back.encode()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (carried("no-reply@dion.example", "=?utf-8?B?44Oh44O844Or44Ko44Op44O86YCa55+l?="), "bounce"),
        (carried("no-reply@dion.example", "Mail", "Return-Path: <>\n"), "bounce"),
        (carried("MAILER-DAEMON <>", "x"), "bounce"),
        (carried("hanako@kai.example", "Fwd: x", "Return-Path: <hanako@kai.example>\n"), "other"),
        (carried("hanako@kai.example", "不在", "Return-Path: <>\n"), "automatic"),
    ],
)
def test_a_notice_from_an_address_like_any_other(data: bytes, kind: str) -> None:
    notice = notice_of(data)
    assert notice.kind == kind
    words = "送信先のメールボックスが一杯のため、送信できませんでした。"
    expected = Returned("failed for now", "hanako@kai.example", "", 0, words)
    assert (notice.recipients, notice.ids) == (((expected,), (ID,)) if kind == "bounce" else ((), ()))


@pytest.mark.parametrize("charset", ["iso-2022-jp", "shift_jis", "euc-jp", "utf-8"])
@pytest.mark.parametrize("wrap", ["8bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("states", [True, False])
def test_whatever_it_is_written_in(charset: str, wrap: str, states: bool) -> None:
    data = plain("宛先：hanako@kai.example\n理由：宛先が見つかりません\n", charset=charset, wrap=wrap)
    if not states:
        data = data.replace(f"; charset={charset}".encode(), b"")
    expected = Returned("failed", "hanako@kai.example", "", 0, "宛先が見つかりません")
    assert notice_of(data).recipients == (expected,)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (plain("不在です。550 a@b.example", "hanako@kai.example", "自動応答: 不在"), "automatic"),
        (plain("I am away. 550 a@b.example", "h@kai.example", "Out of Office: x"), "automatic"),
        (plain("5.1.1 a@b.example", "h@kai.example", "Re: x", more="Auto-Submitted: auto-replied\n"), "automatic"),
        (plain("届きました。a@b.example 550", "hanako@kai.example", "Re: 冊子"), "other"),
        (plain("Your mail could not be delivered."), "unclear"),
        (plain("Mail to a@b.example came back."), "unclear"),
        (plain("<p>a@b.example 550</p>").replace(b"text/plain", b"text/html"), "unclear"),
        (dsn("").replace(b"report-type=delivery-status", b"report-type=disposition-notification"), "receipt"),
        (b"", "other"),
        (b"\x00\xff" * 100, "other"),
        (b"From: MAILER-DAEMON\nContent-Type: multipart/report; report-type=delivery-status\n\n--b", "unclear"),
        (b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3000)), "other"),
    ],
)  # fmt: skip
def test_what_is_no_bounce(data: bytes, kind: str) -> None:
    assert notice_of(data)._replace(at=None, digest="") == Notice(kind)  # type: ignore[arg-type]


def test_a_body_of_any_size_and_shape_is_looked_at_in_part() -> None:
    for body in ("-" * 500_000, "a@" * 300_000, "\n" * 500_000, "x" * 500_000, "> " * 300_000):
        assert notice_of(plain(body)).recipients == ()
    many = "".join(f"<r{n}@x.example>: 550 no\n" for n in range(5000))
    assert len(notice_of(plain(many)).recipients) == 100


def test_a_notice_is_the_same_however_it_was_saved() -> None:
    one = dsn(FAILED)
    assert notice_of(b"Status: RO\nX-Gmail-Labels: a\n" + one.replace(b"\n", b"\r\n")).digest == notice_of(one).digest
    other = one.replace(b"<1@relay.example>", b"<2@relay.example>")
    assert notice_of(other).digest != notice_of(one).digest
    nameless = plain("<a@b.example>: 550 no\n")
    assert notice_of(nameless.replace(b"\n", b"\r\n")).digest == notice_of(nameless).digest
