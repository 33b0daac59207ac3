"""`report figures …`: the year's figures, for who collects them."""

from __future__ import annotations

import argparse
import os

from report.figures.format import fiscal_year, short_year
from report.messages import Report
from report.pipeline import Wish, cache_for, roll_year


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


COMMANDS = {"figures roll": roll}
