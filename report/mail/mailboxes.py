"""Messages that a person has put together: single files, mbox, Maildir, folders of these.

In: paths. Out: each message with its place, one at a time; what cannot be read is told. Nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from report.messages import Foreign, Origin, Report, message

LARGEST = 40_000_000  # bytes of a message: a bounce may hold the whole letter
OUTLOOK = b"\xd0\xcf\x11\xe0"  # how a .msg begins
ASIDE = (".", "dovecot", "maildirsize", "maildirfolder")  # a mail store's own files


def messages_in(paths: list[Path], report: Report) -> Iterator[tuple[Origin, bytes]]:
    """In the order of the paths; of a folder, in the order of names."""
    for path in paths:
        if not path.exists():
            report.error(Origin(str(path), 0), message("file-missing"))
        elif path.is_dir():
            files = sorted(each for each in path.rglob("*") if each.is_file() and not _is_aside(each.relative_to(path)))
            if not files:
                report.warning(Origin(str(path), 0), message("bounces-none"))
            for each in files:
                yield from _of_file(each, report)
        else:
            yield from _of_file(path, report)


def _is_aside(path: Path) -> bool:
    return path.name.startswith(ASIDE) or "tmp" in path.parts[:-1]


def _of_file(path: Path, report: Report) -> Iterator[tuple[Origin, bytes]]:
    whole = Origin(str(path), 0)
    try:
        with path.open("rb") as file:
            head = file.read(5)
            file.seek(0)
            if head.startswith(OUTLOOK):
                report.error(whole, message("bounce-outlook"))
            elif head == b"From ":
                for line, data in _of_mbox(file):
                    yield from _fitting(Origin(str(path), line), data, report)
            else:
                yield from _fitting(whole, file.read(LARGEST + 1), report)
    except OSError as error:
        report.error(whole, message("file-unreadable", problem=Foreign(error.strerror)))


def _of_mbox(lines: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    """Each with the line where it begins; one that is too large is cut."""
    begun, size, held, blank = 0, 0, [], True
    for number, line in enumerate(lines, 1):
        if blank and line.startswith(b"From "):
            if begun:
                yield begun, b"".join(held)
            begun, size, held = number, 0, []
        elif size <= LARGEST:
            held.append(line)
            size += len(line)
        blank = not line.strip()
    yield begun, b"".join(held)


def _fitting(origin: Origin, data: bytes, report: Report) -> Iterator[tuple[Origin, bytes]]:
    if len(data) > LARGEST:
        report.warning(origin, message("bounce-too-large", most=LARGEST // 1_000_000))
    else:
        yield origin, data
