"""What a mail system says in plain words of a letter that did not come, as Japanese carriers and old servers do.

In: the text of a notice. Out: a Returned for each address that it names with a code or a reason. The addresses of the
letter itself, which many give back below, are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from report.mail.addresses import STEERING
from report.mail.parts import TEXT

LONGEST, LINE = 200, 1000  # characters of a reason, and of a line that is looked at
LINES = 6  # that belong to an address
STATUS = r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?!\.?\d)"
CODE = r"(?<![\d.-])([45]\d\d)(?=[ :-])(?!-\d(?!\.\d))"
ADDRESS = r"""(?:"[^"\s<>]{1,64}"|[^\s<>()\[\]"'`:;,、。「」（）：]{1,64})@[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]"""
SYSTEMS = r"(?i)mailer[-_.]?daemon|post-?master|mail[-_.]?daemon|mdaemon|daemon|mail-?delivery[\w-]*"
DELAYED = (
    r"(?i)will (?:keep|continue|be) (?:on )?(?:trying|to try|retried)|do not need to resend|still trying|"
    r"再送を(?:続|試)|再度配信を試|配信が遅れ|遅延"
)
TEMPORARY = (
    r"(?i)over.?quota|quota exceeded|(?:mail)?box (?:is |has )?(?:been )?full|temporar|not responding|timed? ?out|"
    r"failing for a long time|exceeded the \w+ limit|容量|いっぱい|一杯|一時的"
)
PERMANENT = (
    r"(?i)user unknown|unknown (?:user|recipient)|no such (?:user|recipient|address|mailbox)|invalid recipient|"
    r"does(?: not|n't) exist|is (?:disabled|locked)|host (?:unknown|not found)|unknown host|domain not found|"
    r"no mx record|was rejected by|"
    r"recipient (?:address )?rejected|宛先(?:が)?不明|宛先に誤り|存在し(?:ません|ない)|見つか(?:りません|らない)|"
    r"受信(?:を)?拒否|受け取りを拒否|利用停止|解約|アドレスが(?:間違|誤)"
)
COPY = (  # where a notice ends and what is returned begins
    r"(?im)^[ >]*(?:-{2,}.*(?:original|copy of|below this line|元の|原文|送信された).*|"
    r"-{20,}[ \t]*\r?\n(?=\s*[A-Z][\w-]*:[ \t])|(?:Received|Return-Path|DKIM-Signature|MIME-Version|Message-ID):[ \t])"
)

Outcome = Literal["failed", "failed for now", "delayed", "arrived"]


class Returned(NamedTuple):
    """What is said of one recipient. address: the final one. original: as it was first written to, "" if not said.
    code: of SMTP, 0 if not said. words: status and reason."""

    outcome: Outcome
    address: str
    original: str
    code: int
    words: str


def in_words(failed: str, text: str) -> Iterator[Returned]:
    """What a mail system says in plain words, of each address that it names with a code or a reason. failed: Exim's
    header."""
    lines = "\n".join(line[:LINE] for line in text[:TEXT].splitlines())
    notice = re.split(COPY, lines, maxsplit=1)[0]
    named = [each for each in re.finditer(ADDRESS, notice) if not re.fullmatch(SYSTEMS, each[0].rpartition("@")[0])]
    seen: set[str] = set()
    common, end = "", 0  # the reason that stands before a list of addresses; where the last of the list ends
    for number, found in enumerate(named):
        address = found[0].rstrip(".")
        if address.lower() in seen:
            continue
        others = (each.start() for each in named[number + 1 :] if each[0].lower() != found[0].lower())
        line = notice.rfind("\n", 0, found.start()) + 1
        after = "\n".join(notice[line : next(others, len(notice))].splitlines()[:LINES])
        if not seen:
            common = notice[:line]
        elif common and re.search(r"\w", notice[end : found.start()]):
            common = ""
        for words in (after, common):
            if outcome := _outcome(words.replace(found[0], "")):
                seen.add(address.lower())
                common, end = words if words == common else "", found.end()
                yield Returned(outcome, address, "", code_of(words), short(_telling(words, found[0])))
                break
    if not seen and failed and (outcome := _outcome(notice)):
        for address in re.findall(ADDRESS, failed):
            yield Returned(outcome, address, "", code_of(notice), short(_telling(notice, address)))


def _outcome(words: str) -> Outcome | None:
    """None: neither a code nor a reason."""
    if re.search(DELAYED, words):
        return "delayed"
    status, code = re.search(STATUS, words), code_of(words)
    digit = status[1] if status else str(code)[0] if code else ""
    if digit in ("4", "5"):
        return "failed" if digit == "5" else "failed for now"
    if re.search(TEMPORARY, words):
        return "failed for now"
    return "failed" if re.search(PERMANENT, words) else None


def _telling(words: str, address: str) -> str:
    """The line with the code or the reason."""
    wanted = f"{STATUS}|{CODE}|{DELAYED[4:]}|{TEMPORARY[4:]}|{PERMANENT[4:]}"
    lines = [line.strip() for line in words.splitlines()]
    line = next((line for line in lines if re.search(f"(?i){wanted}", line)), "")
    line = re.sub(rf"^\W*{re.escape(address)}>?\s*[:：]\s*", "", line)
    return re.sub(r"^\W*(?:recipient|reason|宛先|理由)\s*[:：]\s*", "", line, flags=re.I)


def code_of(words: str) -> int:
    """Of SMTP; 0 where there is none."""
    found = re.search(CODE, words)
    return int(found[1]) if found else 0


def short(words: str) -> str:
    plain = re.sub(f"[{STEERING}]", " ", words)
    return " ".join(plain.split())[:LONGEST]
