"""What is right of any build, whatever it was given: files whole, or none and every mistake told at a place.

In: a project that was built and the outcome. Out: what is wrong with it, in words; nothing if all is well.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from tests.fuzz.builder import LARGEST, LONGEST, Outcome

EARLIER = b"%PDF the earlier one"  # stands where the file is to be written
PLACE = r"(?P<file>(?:data|styles|fonts|output)\b.*?)(?::(?P<line>\d+):(?P<column>\d+))?"
ON_PAPER = r"p\. \d+ \(.*?\)"  # what preflight finds, in the file: of a picture there is no place but the paper's
MESSAGE = re.compile(
    rf"(?:{PLACE}|(?:{PLACE.replace('P<', 'P<on_')}: )?{ON_PAPER}): (?P<severity>error|warning): (?P<text>.*)"
)
SUMMARY = re.compile(r"output/[\w-]+\.(print|booklet)\.pdf: preflight 入稿前検査: .*")
UNPRINTED = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
PYTHON = re.compile(
    r"Traceback|object at 0x|NoneType|\bcodec\b|<class|Errno|invalid literal|unhashable|subscriptable|has no attribute"
    r"|\w+Error\b|\w+Exception\b|\w+Warning\b|positional argument|\bb'|\bNone\b|\bdict\b|\btuple\b"
)
SECRETS = ("root:", "secret", "MemTotal", "REPORT_CACHE=", "processor\t")
WIDEST = 2000  # characters of a line of a message


def wrong(project: Path, outcome: Outcome, heard: bool, unwritable: bool) -> list[str]:
    """heard: whether its messages went anywhere. unwritable: no file can be written there, which is exit 3."""
    if outcome.code < 0:
        return [f"killed by signal {-outcome.code} after {outcome.seconds} s, {outcome.kilobytes} kB"]
    found = [*_spent(outcome)]
    if outcome.code == 3 and unwritable:
        return [*found, *_words(outcome.err)]
    if outcome.code not in (0, 1):
        last = outcome.err.strip().splitlines()[-12:]
        return [*found, f"exit {outcome.code}: " + "\n    ".join(last)]
    told = _messages(project, outcome) if heard else ()
    return [*found, *_words(outcome.err), *told, *_files(project, outcome, unwritable)]


def _spent(outcome: Outcome) -> Iterator[str]:
    if outcome.seconds > LONGEST:
        yield f"{outcome.seconds} s"
    if outcome.kilobytes > LARGEST:
        yield f"{outcome.kilobytes} kB of memory"


def _words(told: str) -> Iterator[str]:
    for line in told.split("\n"):
        if found := UNPRINTED.search(line):
            yield f"a control character, {found[0]!r}: {line!r:.200}"
        if found := PYTHON.search(line):
            yield f"a word of Python's, {found[0]!r}: {line:.200}"
        if len(line) > WIDEST:
            yield f"a line of {len(line)} characters: {line:.200}"
        if any(secret in line for secret in SECRETS):
            yield f"what stands outside the project: {line:.200}"


def _messages(project: Path, outcome: Outcome) -> Iterator[str]:
    """Each message is a line with its place, a hint if there is one, and the same in Japanese."""
    errors, after = 0, 2
    for line in outcome.err.splitlines():
        if found := MESSAGE.fullmatch(line):
            errors, after = errors + (found["severity"] == "error"), 0
            yield from _place(project, found)
        elif line.startswith("  ") and after < 2:
            after += 1
        elif SUMMARY.fullmatch(line) and not outcome.code:
            after = 2
        else:
            yield f"no message at a place: {line:.200}"
    if outcome.code and not errors:
        yield "exit 1 without an error"
    if errors and not outcome.code:
        yield "an error, and exit 0"


def _place(project: Path, found: re.Match[str]) -> Iterator[str]:
    file = project / (found["file"] or found["on_file"] or "")
    try:
        there = file.is_file()
    except OSError:
        there = False
    if there and (found["line"] or found["on_line"]) and file.stat().st_size:
        lines = len(re.split(r"\r\n|[\r\n\x85\u2028\u2029\x0b\x0c]", file.read_bytes().decode("utf-8", "replace")))
        if not 1 <= int(found["line"] or found["on_line"]) <= lines:
            yield f"a line that is not there, of {lines}: {found[0]:.200}"


def _files(project: Path, outcome: Outcome, unwritable: bool) -> Iterator[str]:
    output = project / "output"
    if unwritable or not output.is_dir():
        return
    files = {file.name: file.read_bytes() for file in output.iterdir()}
    if outcome.code:
        if files != {"small.screen.pdf": EARLIER}:
            yield f"refused, and yet written: {', '.join(files)}"
        return
    made = {name: content for name, content in files.items() if content != EARLIER}
    pdfs = [name for name in made if re.fullmatch(r"[^.].*\.(screen|print|booklet|office)\.pdf", name)]
    tables = [name for name in made if re.fullmatch(r"[^.].*\.figures\.(csv|xlsx)", name)]
    if not pdfs or len(tables) != 2 or len(made) != len(pdfs) + 2:
        yield f"no file, or a draft left: {', '.join(files)}"
    for name, content in made.items():
        try:
            if name in pdfs:
                with pikepdf.open(output / name) as pdf:
                    assert len(pdf.pages)
            elif name.endswith(".xlsx"):
                assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
            else:
                assert content.decode("utf-8-sig").startswith("数値ID,")
        except Exception as error:
            yield f"{name}: {error!r}"
