"""SPF, DKIM and DMARC of the From domain, as DNS answers; and where it does not."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping

import dns.resolver
import pytest

from report.mail.domain import Answer, Ask, ask_dns, of_domain

DOMAIN = "kikaku.city.example"
WHOLE = {
    DOMAIN: ["google-site=x", "v=spf1 ip4:192.0.2.0/24 -all"],
    f"s1._domainkey.{DOMAIN}": ["v=DKIM1; k=rsa; p=MIGf"],
    f"_dmarc.{DOMAIN}": ["v=DMARC1; p=quarantine; rua=mailto:a@b.example"],
}


def asking(records: Mapping[str, list[str] | None]) -> Ask:
    """Of a DNS with these records. None: it does not answer for that name."""

    def ask(name: str) -> Answer | None:
        texts = records.get(name, [])
        exists = any(each.endswith(name) for each in records)
        return None if texts is None else Answer(tuple(texts), exists)

    return ask


def told(records: Mapping[str, list[str] | None], selector: str = "s1", one_click: bool = False) -> list[str]:
    found = of_domain(DOMAIN, asking(records), selector, one_click)
    return [f"{finding.level} {finding.about.id}" for finding in found]


def test_a_domain_in_order() -> None:
    found = [f"{each.level} {each.about}" for each in of_domain(DOMAIN, asking(WHOLE), "s1")]
    assert found == [
        "ok SPF: v=spf1 ip4:192.0.2.0/24 -all",
        f"ok DKIM: s1._domainkey.{DOMAIN} has a key",
        f"ok DMARC: _dmarc.{DOMAIN} says p=quarantine",
    ]


@pytest.mark.parametrize(
    ("name", "records", "expected"),
    [
        (DOMAIN, [], "warning spf-missing"),
        (DOMAIN, ["v=spf10 -all", "x v=spf1"], "warning spf-missing"),
        (DOMAIN, ["v=spf1 -all", "V=SPF1 mx"], "error spf-several"),
        (DOMAIN, ["v=spf1 +all"], "error spf-all"),
        (DOMAIN, ["v=spf1 mx ALL"], "error spf-all"),
        (DOMAIN, ["v=spf1 redirect=_spf.all.example"], "ok spf-found"),
        (DOMAIN, ["v=spf1"], "ok spf-found"),
        (f"s1._domainkey.{DOMAIN}", [], "error dkim-missing"),
        (f"s1._domainkey.{DOMAIN}", ["k=rsa"], "error dkim-missing"),
        (f"s1._domainkey.{DOMAIN}", ["v=DKIM1; p="], "error dkim-revoked"),
        (f"s1._domainkey.{DOMAIN}", ["p=MIGf"], "ok dkim-found"),
        (f"s1._domainkey.{DOMAIN}", None, "unknown dns-silent"),
        (f"_dmarc.{DOMAIN}", [], "warning dmarc-missing"),
        (f"_dmarc.{DOMAIN}", ["v=DMARC1; p=none", "v=DMARC1; p=reject"], "error dmarc-several"),
        (f"_dmarc.{DOMAIN}", ["v=DMARC1; p=nothing"], "error dmarc-wrong"),
        (f"_dmarc.{DOMAIN}", ["v=DMARC1"], "error dmarc-wrong"),
        (f"_dmarc.{DOMAIN}", ["V = dmarc1 ; P = Reject"], "ok dmarc-found"),
        (f"_dmarc.{DOMAIN}", None, "unknown dns-silent"),
    ],
)
def test_what_is_wrong_with_a_record(name: str, records: list[str] | None, expected: str) -> None:
    found = told({**WHOLE, name: records})
    assert [each for each in found if each.split()[1].split("-")[0] in expected] == [expected] and len(found) == 3


def test_the_policy_of_the_domain_above_counts() -> None:
    above = {**WHOLE, f"_dmarc.{DOMAIN}": [], "_dmarc.city.example": ["v=DMARC1; p=reject"]}
    found = [str(each.about) for each in of_domain(DOMAIN, asking(above))]
    assert found[-1] == "DMARC: _dmarc.city.example says p=reject"


def test_dkim_only_where_it_is_named_or_needed() -> None:
    assert told(WHOLE, selector="") == ["ok spf-found", "ok dmarc-found"]
    assert told(WHOLE, selector="", one_click=True) == ["ok spf-found", "unknown dkim-unnamed", "ok dmarc-found"]


def test_where_dns_does_not_answer_or_does_not_know_the_domain_nothing_is_held_against_it() -> None:
    assert told({**WHOLE, DOMAIN: None}) == ["unknown dns-silent"]
    assert told({}) == ["unknown domain-unknown"]


Serve = Callable[[int, list[bytes]], None]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """A name server on this machine, which gives that code and these records to whoever asks."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = ["127.0.0.1"], server.getsockname()[1]
    monkeypatch.setattr(dns.resolver, "Resolver", lambda: resolver)
    threads = []

    def begin(code: int, records: list[bytes]) -> None:
        def answer() -> None:
            asked, who = server.recvfrom(1000)
            question = asked[12 : asked.index(b"\0", 12) + 5]
            head = asked[:2] + struct.pack("!HHHHH", 0x8180 | code, 1, len(records), 0, 0)
            lines = b"".join(b"\xc0\x0c" + struct.pack("!HHIH", 16, 1, 60, len(record)) + record for record in records)
            server.sendto(head + question + lines, who)

        threads.append(threading.Thread(target=answer))
        threads[-1].start()

    yield begin
    for thread in threads:
        thread.join()
    server.close()


@pytest.mark.parametrize(
    ("code", "records", "expected"),
    [
        (0, [b"\x0bv=spf1 ip4:\x09192.0.2.1", b"\x03\xe3\x81\x82"], Answer(("v=spf1 ip4:192.0.2.1", "あ"))),
        (0, [], Answer()),
        (3, [], Answer(exists=False)),
        (2, [], None),
        (5, [], None),
    ],
    ids=["records", "none", "no such name", "server failure", "refused"],
)
def test_what_dns_says(serve: Serve, code: int, records: list[bytes], expected: Answer | None) -> None:
    serve(code, records)
    found = ask_dns("city.example")
    assert (found and Answer(tuple(sorted(found.texts)), found.exists)) == expected


def test_without_a_name_server_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> dns.resolver.Resolver:
        raise dns.resolver.NoResolverConfiguration

    monkeypatch.setattr(dns.resolver, "Resolver", none)
    assert ask_dns("city.example") is None
