"""How fast and how well text is composed: `python tests/benchmarks/composition.py`, and against Typst.

    speed   the brochure's whole text with its faces open, and texts of 50, 100 and 200 pages
    typst   the brochure's paragraphs in the same face at three measures, if the package `typst` is installed
            (pip install '.[benchmark]')

Both are measured alike: by the origins of the characters, over filled lines, between neighbours that are set solid, not
across a space of the author's. Neither kerns: Typst would kern kana by default, which is no matter of justification.
The figures of composition.md come from here.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from report.compose import holding, opportunities, paragraph, phrases
from report.compose.characters import classify
from report.compose.evenness import SET_SOLID, Composed
from report.compose.holding import HELD
from report.compose.paragraph import passage
from report.compose.textblock import compose
from report.content.text import Run
from report.diagnostics import Origin, Report
from report.pipeline import lay_out, load_style
from report.style.fonts import FontBook
from report.style.text import CharStyle, ParagraphStyle

ROOT = Path(__file__).parent.parent.parent
BROCHURE = ROOT / "data/brochure.yaml"
FACE, FAMILY = "NotoSansJP_400Regular.ttf", "Noto Sans JP"
SIZE = 10.0
MEASURES = (12, 20, 32)  # em
LIMIT = 60  # ms, for the brochure's text
PAGE = 1200  # characters
REPEATS = 5
WIDE = 1 / 8  # em


class Lines(NamedTuple):
    """Of a paragraph: the characters but for spaces, the origin of each in em, and where lines end."""

    text: str
    xs: list[float]
    ends: list[int]


class Judged(NamedTuple):
    lines: int
    variance: float  # of the space between neighbours that are set solid, em²
    loosest: float  # em
    wide: int  # lines with more than an eighth of an em
    forbidden: int  # line ends that JLREQ's appendix C does not allow
    stops: int  # full stops within a line whose half em gave way (JLREQ 3.8.3: it must not)
    parted: int  # line ends within an amount (a rule of this house)


def brochure_text() -> tuple[list[Composed], FontBook]:
    composed: list[Composed] = []
    laid = lay_out(BROCHURE, os.environ, Report(), lambda stage: None, composed)
    return list(dict.fromkeys(composed)), laid.sheet.fonts


def fresh_fonts() -> FontBook:
    """The brochure's faces, opened, with nothing shaped."""
    from report.content.load import load

    report = Report()
    brochure = load(BROCHURE, report)
    sheet = load_style(brochure, BROCHURE, report) if brochure else None
    assert sheet
    for name in sheet.fonts.names:
        sheet.fonts.face(name).shape("あ")
    return sheet.fonts


def forget() -> None:
    for remembered in (paragraph.passage, opportunities.kinsoku_breaks, phrases.phrase_ends):
        remembered.cache_clear()


def timed(work: Callable[[], object]) -> float:
    """ms, without garbage collection, as the commands run."""
    gc.collect()
    gc.disable()
    begun = time.perf_counter()
    work()
    spent = (time.perf_counter() - begun) * 1000
    gc.enable()
    return spent


def speed(texts: list[Composed]) -> None:
    times = []
    for _ in range(REPEATS):
        fonts = fresh_fonts()
        forget()
        times.append(timed(lambda fonts=fonts: [_compose(text, fonts) for text in texts]))
    count = sum(len(run.text) for text in texts for runs in text.paragraphs for run in runs)
    print(f"brochure: {len(texts)} texts, {count:,} characters, {statistics.median(times):.1f} ms (under {LIMIT} ms)")
    source = "".join(run.text for text in texts for runs in text.paragraphs for run in runs if len(run.text) > 60)
    style = _style("justify")
    for pages in (50, 100, 200):
        cut = [f"{i}{source[i * 37 % 2000 :][:300]}" for i in range(pages * PAGE // 300)]
        fonts = FontBook({"face": ROOT / "fonts" / FACE})
        fonts.face("face").shape("あ")
        forget()
        whole = [Composed((_runs(text),), style, 32 * SIZE) for text in cut]
        spent = timed(lambda whole=whole, fonts=fonts: [_compose(text, fonts) for text in whole])
        print(f"{pages} pages: {sum(map(len, cut)):,} characters, {spent:,.0f} ms, {spent / pages:.2f} ms a page")


def _compose(text: Composed, fonts: FontBook) -> None:
    compose(text.paragraphs, text.style, text.measure, fonts, str, Report())


def _style(align: str) -> ParagraphStyle:
    return ParagraphStyle(CharStyle(("face",), SIZE, "ink"), 17.0, align=align)  # type: ignore[arg-type]


def _runs(text: str) -> tuple[Run, ...]:
    return (Run(text=text, origin=Origin("benchmark")),)


def ours(texts: list[str], measure: int) -> tuple[list[Lines], float]:
    fonts = FontBook({"face": ROOT / "fonts" / FACE})
    fonts.face("face").shape("あ")
    forget()
    blocks = []
    spent = timed(
        lambda: blocks.extend(
            compose((_runs(text),), _style("justify"), measure * SIZE, fonts, str, Report()) for text in texts
        )
    )
    found = []
    for block in blocks:
        shown, xs, ends = "", [], []
        for line in block.lines:
            origins = [x for piece in line.setting.pieces for x in (piece.x + pen for pen in piece.xs)]
            chars = [char for piece in line.setting.pieces for char in piece.texts]
            for char, x in zip(chars, origins, strict=True):
                if char.strip():
                    shown += char
                    xs += [x / SIZE] * len(char)
            ends.append(len(shown))
        found.append(Lines(shown, xs, ends))
    return found, spent


def unheld(texts: list[str], measure: int) -> tuple[list[Lines], float]:
    """As ours, without the rule that numbers keep their counters: what that rule costs."""
    kept = holding.costs
    holding.costs = lambda text: {}
    try:
        return ours(texts, measure)
    finally:
        holding.costs = kept
        forget()


def typsts(texts: list[str], measure: int) -> tuple[list[Lines], float]:
    """Typst's lines, read back from its PDF: a paragraph a page. Time: less that of an empty document."""
    import pypdfium2.raw as raw
    import typst
    from pypdfium2 import PdfDocument

    head = (
        f'#set page(width: {measure * SIZE}pt, height: auto, margin: 0pt)\n#set text(font: "{FAMILY}", size: {SIZE}pt, '
        'kerning: false, lang: "ja", region: "JP")\n#set par(justify: true, linebreaks: "optimized")\n'
    )
    body = "#pagebreak()\n".join(f'#"{text}"\n' for text in texts)
    made: list[bytes] = []
    typst.compile(head.encode(), font_paths=[str(ROOT / "fonts")])
    empty = min(timed(lambda: typst.compile(head.encode(), font_paths=[str(ROOT / "fonts")])) for _ in range(3))
    whole = timed(lambda: made.append(typst.compile((head + body).encode(), font_paths=[str(ROOT / "fonts")])))
    found = []
    for page in PdfDocument(made[0]):
        textpage = page.get_textpage()
        shown, xs, ends, last = "", [], [], None
        for i in range(textpage.count_chars()):
            char = chr(raw.FPDFText_GetUnicode(textpage, i))
            if not char.strip() or raw.FPDFText_IsGenerated(textpage, i):
                continue
            x, y = raw.c_double(), raw.c_double()
            raw.FPDFText_GetCharOrigin(textpage, i, x, y)
            if last is not None and abs(last - y.value) > 0.5 * SIZE:
                ends.append(len(shown))
            last = y.value
            shown += char
            xs.append(x.value / SIZE)
        found.append(Lines(shown, xs, [*ends, len(shown)]))
    return found, whole - empty


def judge(texts: list[str], found: list[Lines]) -> Judged:
    fonts = FontBook({"face": ROOT / "fonts" / FACE})
    spaces: list[float] = []
    widest: list[float] = []
    forbidden = parted = stops = 0
    for text, lines in zip(texts, found, strict=True):
        assert lines.text == "".join(text.split()), (lines.text, text)
        codes = classify(lines.text)
        apart = {len("".join(text[:i].split())) for i, char in enumerate(text) if char.isspace()}
        for first, end in pairwise([0, *lines.ends[:-1]]):
            extra = [
                lines.xs[i] - lines.xs[i - 1] - 1
                for i in range(first + 1, end)
                if codes[i - 1] in SET_SOLID and codes[i] in SET_SOLID and i not in apart
            ]
            spaces += extra
            stops += sum(
                lines.text[i - 1] == "。" and codes[i] in SET_SOLID and lines.xs[i] - lines.xs[i - 1] < 1 - 0.01
                for i in range(first + 1, end)
            )
            widest.append(max(extra, default=0.0))
        made = passage(_runs(text), _style("justify"), fonts)
        solid = [len("".join(made.text[: made.at[box]].split())) if box < len(made.at) else 0 for box in range(
            len(made.at)
        )]  # fmt: skip
        costs = {solid[box]: cost for box, cost in opportunities.kinsoku_breaks(made) if box < len(solid)}
        forbidden += sum(end not in costs for end in lines.ends[:-1])
        parted += sum(costs.get(end, 0.0) >= HELD for end in lines.ends[:-1])
    variance = statistics.pvariance(spaces)
    return Judged(len(widest), variance, max(widest), sum(x > WIDE + 1e-6 for x in widest), forbidden, stops, parted)


def compare(texts: list[Composed]) -> None:
    kept = dict.fromkeys(
        "".join(run.text for run in runs)
        for text in texts
        if text.style.align == "justify"
        for runs in text.paragraphs
        if not any(run.ruby for run in runs)
    )
    paragraphs = [text for text in kept if len(text) >= 60 and not set(text) & set('"\\\n\u200b\u2060')]
    print(f"{len(paragraphs)} paragraphs, {sum(map(len, paragraphs)):,} characters, {FAMILY} {SIZE:g} pt")
    print(
        "| em | set by | lines | variance em² | loosest em | over 1/8 | forbidden | 。 closed | amounts parted | ms |"
    )
    print("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for measure in MEASURES:
        for name, way in (("report", ours), ("report, amounts may part", unheld), ("Typst", typsts)):
            found, spent = way(paragraphs, measure)
            forget()
            made = judge(paragraphs, found)
            print(
                f"| {measure} | {name} | {made.lines} | {made.variance:.5f} | {made.loosest:.3f} | {made.wide} | "
                f"{made.forbidden} | {made.stops} | {made.parted} | {spent:.0f} |"
            )


if __name__ == "__main__":
    os.chdir(ROOT)
    found, _ = brochure_text()
    speed(found)
    if importlib.util.find_spec("typst"):
        compare(found)
    else:
        print("typst is not installed: pip install '.[benchmark]'", file=sys.stderr)
