"""`report figures …`: the year's figures, for who collects them."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from report.figures.format import fiscal_year, parse_year, short_year
from report.messages import Origin, Report, message
from report.pipeline import Wish, cache_for, load_figures_of, roll_year

if TYPE_CHECKING:
    from report.figures.model import Figures
    from report.workbook.export import Survey

RULE = "-" * 60


def roll(options: argparse.Namespace, report: Report, begun: float) -> str:
    made = roll_year(wish(options), options.to, report, options.date or "")
    rolled, year = made.rolled, fiscal_year(options.to)
    count, files = len(rolled.opened), len(made.files)
    if not files:
        return f"{year} is open already, nothing changed 開いてあります。変更なし"
    lines = [f"{year} opened for {count} figures in {files} files {count}項目を開き、{files}ファイルを変更"]
    lines += [f"    {file}" for file in made.files]
    lines.append(f"{options.brochure}: year: {made.year}, date: {made.date}")
    for id in rolled.planned:
        lines.append(f"    {id}: its value for {year} is a plan still; now the actual one is due 予定の値のままです")
    for id, due in rolled.waiting.items():
        lines.append(f"    {id}: not opened, due {short_year(due)} 開いていません（次は{fiscal_year(due)}の間隔）")
    return "\n".join(lines)


def wish(options: argparse.Namespace) -> Wish:
    return Wish(options.brochure, None, cache_for(options.brochure, os.environ), options.year)


def export(options: argparse.Namespace, report: Report, begun: float) -> str:
    from report.deliver.files import write_whole
    from report.workbook.export import workbooks

    survey, _ = survey_of(options, report)
    made = {options.folder / name: content for name, content in workbooks(survey, options.one_book).items()}
    for path, content in made.items():
        if path.exists() and path.read_bytes() != content:
            report.error(Origin(str(path), 0), message("workbook-exists"))
    report.check()
    for path, content in made.items():
        write_whole(path, content)
    lines = [str(path) for path in made]
    return "\n".join((*lines, f"{options.folder}: {len(made)} workbooks 調査票, {len(survey.rows)} figures 項目"))


def take(options: argparse.Namespace, report: Report, begun: float) -> str:
    """What the books say is shown; it is written after `--yes`, or a yes to a question on a terminal."""
    from report.cli import tell
    from report.deliver.changes import write_together
    from report.deliver.files import write_whole
    from report.figures.edits import written
    from report.figures.proof import check_files
    from report.workbook.export import file_stem
    from report.workbook.gather import books_of, gather
    from report.workbook.letters import overview, reminders

    survey, figures = survey_of(options, report)
    books = books_of(options.files)
    if not books:
        report.error(Origin(str(options.files[0]), 0), message("no-workbooks"))
    report.check()
    found = gather(books, survey)
    files = written(figures, [change.answer(survey.year) for change in found.changes], report)
    report.check()
    if files:
        check_files(options.brochure.parent / "figures", files, survey.year, report)
    told = Report()
    told.add(finding.diagnostic for finding in found.findings)
    tell(told.diagnostics, options)
    lines, letters = overview(found, options.verbose), reminders(found, survey)
    if options.reminders:
        for old in options.reminders.glob(f"{file_stem(survey, '')}*.txt"):  # of an earlier round
            old.unlink()
        for party, letter in letters.items():
            write_whole(options.reminders / f"{file_stem(survey, party)}.txt", f"{letter}\n".encode())
        lines += ["", f"{options.reminders}: {len(letters)} reminders 督促文"] if letters else []
    else:
        lines += [line for letter in letters.values() for line in ("", RULE, letter)]
    print("\n".join((*lines, "")))
    options.failed = told.failed
    if not files:
        return "nothing to write 書き込むものはありません"
    if not (options.yes or _agrees(len(found.changes))):
        options.failed = True
        return "nothing written; --yes writes 何も書いていません。書き込むには --yes を付けてください"
    write_together(files, options.brochure.parent)
    names = ", ".join(map(str, files))
    return f"{len(found.changes)} figures written 件を書き込みました: {names}"


def status(options: argparse.Namespace, report: Report, begun: float) -> str:
    from report.workbook.asked import stale
    from report.workbook.letters import status as told

    survey, figures = survey_of(options, report)
    return "\n".join(told(survey, stale(figures, survey.year)))


def survey_of(options: argparse.Namespace, report: Report) -> tuple[Survey, Figures]:
    """What the brochure's year asks for. Raises Failure."""
    from report.workbook.asked import asked
    from report.workbook.export import Survey

    brochure, figures = load_figures_of(wish(options), report)
    year = parse_year(brochure.year)
    assert year is not None
    due, replaces = getattr(options, "due", None) or "", getattr(options, "replace", False)
    return Survey(brochure.id, brochure.title.plain, year, brochure.date, asked(figures, year), due, replaces), figures


def _agrees(count: int) -> bool:
    """Asks, on a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    print(f"write {count} figures? {count}件を書き込みますか [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "はい", "ｙ")


COMMANDS = {"figures roll": roll, "figures export": export, "figures import": take, "figures status": status}
