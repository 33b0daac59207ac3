"""`report mail doctor`: what would make a mailing fail, a line each, with what to do; nothing is sent."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator

from msgspec.structs import replace

from report.cli.mail import post_of
from report.cli.mail_sending import Connecting
from report.cli.terminal import progress
from report.mail.addresses import parts_of
from report.mail.config import Config, load_config
from report.mail.doctor import of_diagnostics, of_letters, of_relay
from report.mail.domain import Finding, ask_dns, of_domain
from report.mail.mailing import Post
from report.mail.password import password_for
from report.messages import Failure, Report
from report.messages.wording import english, japanese

LEVELS = {
    "ok": "ok 良好",
    "warning": "warning 注意",
    "error": "error 誤り",
    "unknown": "not known 分かりません",
}
ASK = ask_dns
SOON = 15.0  # seconds: who looks does not wait as long as who sends


def doctor(options: argparse.Namespace, report: Report, begun: float) -> str:
    lines, counts = list[str](), dict.fromkeys(LEVELS, 0)
    for finding in _findings(options):
        counts[finding.level] += 1
        lines += _told(finding)
    progress("")
    options.failed = counts["error"] > 0
    return "\n".join(
        (*lines, ", ".join(f"{words} {counts[level]}" for level, words in LEVELS.items() if counts[level]))
    )


def _findings(options: argparse.Namespace) -> Iterator[Finding]:
    told, post, wrong = Report(), None, None
    try:
        post = post_of(options, told)
    except Failure as failed:
        wrong = failed
    yield from of_diagnostics(told, wrong)
    config = load_config(options.brochure.parent / "mail", Report())
    if config is None:  # told already
        return
    if post:
        yield from of_letters(post, config.budget, lambda count: progress(f"letters メール {count}/{post.count}"))
    progress("relay 中継 …")
    yield from _of_relay(config, post, options)
    progress("DNS …")
    domain = parts_of(config.sender.address).domain
    yield from of_domain(domain, ASK, config.relay.dkim_selector, bool(config.unsubscribe.one_click))


def _of_relay(config: Config, post: Post | None, options: argparse.Namespace) -> Iterator[Finding]:
    """Without a password, all but the login."""
    relay, password = replace(config.relay, timeout=min(config.relay.timeout, SOON)), ""
    try:
        password = password_for(relay, os.environ)
    except Failure as wrong:
        yield from of_diagnostics(Report(), wrong)
        relay = replace(relay, user="")
    yield from of_relay(config.relay, Connecting(relay, password, options.ca), post)


def _told(finding: Finding) -> Iterator[str]:
    (text, hint), (words, what) = english(finding.about, finding.hint), japanese(finding.about, finding.hint)
    place = f"{finding.origin}: " if finding.origin else ""
    yield f"{LEVELS[finding.level]}  {place}{text}  {words}"
    if hint and (finding.level != "ok" or finding.about.id == "spf-found"):
        yield f"    {hint}  {what}"


COMMANDS = {"mail doctor": doctor}
