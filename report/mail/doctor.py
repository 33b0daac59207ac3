"""What would make a mailing fail, before anyone is written to.

In: a Post, what opens a connection to the relay. Out: Findings. Nothing is sent: the relay is greeted, told who we
are, and left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report.mail.domain import Finding
from report.mail.line import Hopeless, place_of
from report.mail.mailing import Post
from report.mail.model import Relay
from report.mail.smtp import Connection, Lost
from report.messages import Failure, Report, message


def of_diagnostics(report: Report, wrong: Failure | None = None) -> Iterator[Finding]:
    """What was told while the mailing was put together."""
    for each in dict.fromkeys((*report.diagnostics, *(wrong.diagnostics if wrong else ()))):
        if each.severity != "info":
            yield Finding(each.severity, each.message, each.origin, each.hint)


def of_letters(post: Post, budget: int, step: Callable[[int], None]) -> Iterator[Finding]:
    """Every letter is made, and read back. step: called with how many."""
    wide = 0
    try:
        for number, letter in enumerate(post.letters(), 1):
            wide += letter.smtputf8
            step(number)
    except Failure as wrong:
        yield from of_diagnostics(Report(), wrong)
        return
    yield Finding("ok", message("letters-made", count=post.count))
    linked = post.shared.pdf is None
    sizes = {"size": _mb(post.size), "most": _mb(budget)}
    yield Finding("ok", message("letters-linked", **sizes) if linked else message("letters-size", **sizes))
    if wide:
        yield Finding("warning", message("letters-wide", count=wide))


def of_relay(relay: Relay, connect: Callable[[], Connection], post: Post | None) -> Iterator[Finding]:
    """relay: as configured; `connect` may do without the login. post: None where it could not be put together."""
    try:
        line = connect()
    except Hopeless as hopeless:
        yield Finding("error", hopeless.about)
        return
    except Lost as lost:
        yield Finding("error", message("relay-unreachable", why=lost.about))
        return
    try:
        if line.tls:
            yield Finding("ok", message("relay-encrypted", place=place_of(relay), version=line.tls))
        else:
            yield Finding("ok", message("relay-here", place=place_of(relay)))
        if line.user or not relay.user:
            login = message("relay-login", user=line.user) if line.user else message("relay-no-login")
            yield Finding("ok", login)
        yield _size(line, post)
        if line.takes("smtputf8"):
            yield Finding("ok", message("relay-smtputf8"))
        else:
            wide = post is not None and any(not each.address.isascii() for each in post.recipients)
            yield Finding("error" if wide else "ok", message("relay-no-smtputf8"))
    finally:
        line.close()


def _size(line: Connection, post: Post | None) -> Finding:
    if not line.limit:
        return Finding("unknown", message("relay-size-unsaid"))
    if post is None:
        return Finding("ok", message("relay-size-said", limit=_mb(line.limit)))
    try:
        line.check_size(post.size)
    except Hopeless as hopeless:
        return Finding("error", hopeless.about)
    return Finding("ok", message("relay-size-fits", limit=_mb(line.limit), size=_mb(post.size)))


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.3g}"
