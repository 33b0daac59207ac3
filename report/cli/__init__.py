"""The commands: words in, words out; no work of its own.

    report build [BROCHURE] [--target screen] [--year 令和5] [--output DIR]   write the PDF
    report check [BROCHURE] [--verbose] [--acknowledged]         everything but the painting: all mistakes at once
    report figures roll --to 令和6 [--date YYYY-MM-DD] [BROCHURE]   open a new year for every figure that continues
    report figures export DIR [--one-book] [BROCHURE]            a workbook for each department to fill in
    report figures import FILE|DIR … [--yes] [--reminders DIR]   what the returned ones say, and who still owes what
    report figures status [BROCHURE]                             who has answered, what is provisional or old
    report figures show ID [--json] [BROCHURE]                   what is known of a figure, and where it is printed
    report figures list [--stale|--provisional|--open] [--by department] [--json] [BROCHURE]   all of them
    report mail preview [BROCHURE] [--group G] [--output DIR]    the letters to a list as files; sends nothing
    report mail test --to ADDRESS [BROCHURE]                     one letter to oneself
    report mail doctor [BROCHURE]                                what would make mail fail; sends nothing
    report mail send [BROCHURE] [--group G] [--yes]              the letters to a list, once each
    report mail status [BROCHURE]                                who got what and when
    report mail bounces DIR|FILE …                               what came back, written into the ledger
    report mail settle ADDRESS sent|unsent [BROCHURE]            the user's word on a letter in doubt
    report schema [brochure|section|figures|style|terms|mail]    the JSON Schema of a YAML format
    report fonts [BROCHURE]                                      faces, coverage, embedding rights
    report diff OLD [NEW] [--json] [--html FILE] [--pdf FILE]    what two editions differ in
    report typeset --measure EM [--json] …                       the lines of the text on standard input
    report read FILE.pdf [--tree|--check] [--page N]             what a screen reader would say of a PDF
    report preflight FILE [--profile x4|plain] [--sheets] [--json] [--png DIR]   what a printer would send back
    report preview-plates FILE [--output DIR] [--dpi 72] [--page N]   each plate and the ink they add up to, as PNG

Exit codes: 0 done (there may be warnings), 1 mistakes in what the author wrote or errors in the file
looked at, 2 the command is not understood, 3 a file could not be read or written, or a fault of the engine (with its
traceback), 130 interrupted.

Diagnostics and progress go to stderr, results to stdout. The clock is read here and nowhere else.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import importlib
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from report.cli.terminal import guarded, progress
from report.cli.usage import parser
from report.messages import Diagnostic, Failure, Origin, Report, failure, message
from report.messages.shown import json_text

if TYPE_CHECKING:
    from report.layout.laid_out import LaidOut
    from report.pipeline import Wish

DONE, MISTAKES, FAULT, INTERRUPTED = 0, 1, 3, 130  # 2, usage: report.cli.usage
FIGURES = ("roll", "export", "import", "status")
STAGES = {  # what each stage is called to the one who waits
    "load": "reading 読込",
    "resolve": "figures 数値",
    "compose": "layout 組版",
    "paint": "painting 描画",
    "deliver": "writing 書出し",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code."""
    gc.disable()  # a command ends before garbage matters; looking for it would cost a build some 4 %
    if arguments is None:  # the process ends with it: there it is not looked for either, which would cost 12 %
        atexit.register(gc.freeze)
        with guarded():
            return _run(None)
    try:
        with guarded():
            return _run(arguments)
    finally:
        gc.enable()


def _run(arguments: Sequence[str] | None) -> int:
    begun = time.perf_counter()
    options = parser(COMMANDS).parse_args(arguments)
    report = Report()
    try:
        words = options.command(options, report, begun)
        _progress("")
        tell(report.diagnostics, options)
        print(words, flush=True)
        return MISTAKES if report.failed or options.failed else DONE
    except Failure as failure:
        _progress("")
        tell((*report.diagnostics, *failure.diagnostics), options)
        if options.acknowledged:
            print("\n".join(_acknowledged(report)))
        return MISTAKES
    except BrokenPipeError:  # the reader of our output has gone, as in `report fonts | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        from report.messages.libraries import foreign

        _progress("")
        place = f"{error.filename}: " if error.filename else ""
        words = error.strerror or str(error)
        print(f"{place}error: {words}", file=sys.stderr)
        if (said := foreign(words)) != words:
            print(f"  {said}", file=sys.stderr)
        return FAULT
    except KeyboardInterrupt:
        _progress("")
        return INTERRUPTED
    except Exception:
        import traceback

        _progress("")
        tell(report.diagnostics, options)
        traceback.print_exc()
        print("report: this is a fault of the engine, not of your files エンジンの不具合です", file=sys.stderr)
        return FAULT


def _wish(options: argparse.Namespace) -> Wish:
    from report.pipeline import Wish, cache_for

    return Wish(options.brochure, options.target, cache_for(options.brochure, os.environ), options.year)


def _build(options: argparse.Namespace, report: Report, begun: float) -> str:
    from report.cli.pdf_tools import desk
    from report.pipeline import build

    built = build(_wish(options), options.output, report, _progress)
    if told := desk(built.files):
        print(told, file=sys.stderr)
    findings = [finding for _, made in built.files for finding in made.findings or ()]
    options.failed = any(finding.check.severity == "error" for finding in findings)
    pages = _pages(len(built.laid.pages))
    lines = [f"{built.tables[0]}, {built.tables[1].suffix}: the printed figures 載せた数値"]
    for file, made in built.files:
        count = f"{pages} on {made.sides} sides 面" if made.sides else pages
        lines.append(f"{file}: {count}, {len(made.content) / 1000:,.0f} kB")
    spent = f", {time.perf_counter() - begun:.2f} s"
    lines[-1] += f"; all 合計{spent}" if len(built.files) > 1 else spent
    return "\n".join((*_provisional(built.laid), *lines))


def _check(options: argparse.Namespace, report: Report, begun: float) -> str:
    from report.page import headings
    from report.pipeline import check

    laid = check(_wish(options), report, _progress)
    lines: list[str] = []
    if options.verbose:
        lines += [f"p. {page.label:>2}  {' / '.join(headings(page))}" for page in laid.pages]
        found = laid.evenness
        lines.append(
            f"lines opened by more than 1/8 em 八分より空いた行: {found.wide} of {found.filled} ({found.share:.1%}); "
            f"by first fit 追出しのみなら {found.wide_first} of {found.filled_first} ({found.share_first:.1%})"
        )
    verdict = f"{options.brochure}: {_pages(len(laid.pages))}, no errors 誤りなし"
    lines += _acknowledged(report) if options.acknowledged else []
    return "\n".join((*lines, *_provisional(laid), verdict))


def _schema(options: argparse.Namespace, report: Report, begun: float) -> str:
    if options.format == "mail":
        from report.mail.config import schema_text as mail_schema

        return mail_schema().rstrip("\n")
    from report.layout.formats import schema_text

    return schema_text(options.format).rstrip("\n")


def _fonts(options: argparse.Namespace, report: Report, begun: float) -> str:
    from report.pipeline import faces

    lines = []
    for face in faces(options.brochure, report):
        lines.append(f"{face.name}: {face.family} {face.style} ({face.file}), {face.version}, {face.outlines}")
        shares = ", ".join(f"{share.what} {share.covered}/{share.total}" for share in face.coverage)
        lines.append(f"    {face.characters:,} characters 字 ({shares}); {face.rights}; {face.licence}")
    return "\n".join(lines)


def _typeset(options: argparse.Namespace, report: Report, begun: float) -> str:
    from report.cli.typeset import STDIN, Wish, typeset

    asked = ("measure", "size", "style", "level", "hanging", "align", "indent")
    try:
        source = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise failure(Origin(STDIN, line), message("file-not-utf8")) from None
    lines = typeset(source, Wish(**{key: getattr(options, key) for key in asked}), report)
    return json_text(lines) if options.json else "\n".join(line["text"] for line in lines)


def _read(options: argparse.Namespace, report: Report, begun: float) -> str:
    from report.cli.pdf_tools import hindrances, read_aloud

    if options.check:
        found = hindrances(options.file, options.page, report)
        options.failed = bool(found)
        verdict = f"{len(found)} error{'s' if len(found) > 1 else ''} 誤り" if found else "nothing found 指摘なし"
        return "\n".join((*found, f"{options.file}: {verdict}"))
    return read_aloud(options.file, options.tree, options.page, report)


def _preflight(options: argparse.Namespace, report: Report, begun: float) -> str:
    from report.cli.pdf_tools import inspect, worded

    findings = inspect(options.file, options.profile, options.sheets, options.png)
    options.failed = any(finding.check.severity == "error" for finding in findings)
    return worded(findings, None if options.json else options.file)


def _plates(options: argparse.Namespace, report: Report, begun: float) -> str:
    from report.cli.pdf_tools import preview_plates

    told = preview_plates(options.file, options.output, options.page, options.dpi)
    return "\n".join((*told, f"{options.output}: {_pages(len(told))}"))


def _apart(module: str, name: str) -> Callable[[argparse.Namespace, Report, float], str]:
    """A command of a module of its own, which is imported when it is run."""

    def run(options: argparse.Namespace, report: Report, begun: float) -> str:
        return importlib.import_module(f"report.cli.{module}").COMMANDS[name](options, report, begun)

    return run


def _diff(options: argparse.Namespace, report: Report, begun: float) -> str:
    from report.cli.comparing import Outputs, differ

    found, words = differ(options.old, options.new, Outputs(options.json, options.html, options.pdf), report)
    options.failed = found and options.exit_code
    return words


COMMANDS = {
    "build": _build,
    "check": _check,
    "schema": _schema,
    "fonts": _fonts,
    "preflight": _preflight,
    "preview-plates": _plates,
    "diff": _diff,
    "typeset": _typeset,
    "read": _read,
    **{f"figures {name}": _apart("figures", f"figures {name}") for name in FIGURES},
    **{f"figures {name}": _apart("figures_shown", f"figures {name}") for name in ("show", "list")},
    "mail preview": _apart("mail", "mail preview"),
    **{f"mail {name}": _apart("mail_sending", f"mail {name}") for name in ("test", "send", "status", "settle")},
    "mail doctor": _apart("mail_doctor", "mail doctor"),
    "mail bounces": _apart("mail_bounces", "mail bounces"),
}


def _pages(count: int) -> str:
    return f"{count} {'page' if count == 1 else 'pages'} ページ"


def _provisional(laid: LaidOut) -> list[str]:
    """The places that lean on provisional figures, each with the figures; the years of one series together."""
    places: dict[str, dict[str, list[str]]] = {}
    for use in laid.provisional:
        run, _, year = use.id.partition("[")
        places.setdefault(str(use.place), {}).setdefault(run, []).extend([year.rstrip("]")] if year else [])
    if not places:
        return []
    count = len({use.id for use in laid.provisional})
    lines = [f"provisional figures 仮の値: {count}, in {len(places)} {'places' if len(places) > 1 else 'place'}"]
    for place, runs in places.items():
        named = (f"{run} [{', '.join(years)}]" if years else run for run, years in runs.items())
        lines.append(f"    {place}: {', '.join(named)}")
    return lines


def _acknowledged(report: Report) -> list[str]:
    """The findings that stand, each with its place, why, and what was found."""
    from report.messages.wording import english, japanese

    lines = [f"acknowledged 確認済み: {len(report.acknowledged)}"]
    for found, words, reason in sorted(report.acknowledged, key=lambda each: each.found.origin or ()):
        lines.append(f"    {found.origin}: 「{words}」 {reason or '—'}")
        lines.append(f"        {english(found.message).text} {japanese(found.message).text}")
    return lines


def tell(diagnostics: Iterable[Diagnostic], options: argparse.Namespace) -> None:
    """On stderr, in both languages."""
    for diagnostic in dict.fromkeys(diagnostics):
        if diagnostic.severity != "info" or options.remarks:
            from report.messages.wording import japanese

            print(diagnostic, file=sys.stderr)
            if words := "".join(japanese(diagnostic.message, diagnostic.hint)):
                print(f"  {words}", file=sys.stderr)


def _progress(stage: str) -> None:
    """Show a stage in the place of the one before; "" wipes the line."""
    progress(f"{STAGES[stage]} …" if stage else "")
