"""How fast and how well text is composed: `python tests/benchmarks/composition.py`, and against Typst.

    speed   the brochure's whole text with its faces open, and texts of 50, 100 and 200 pages
    rules   what each rule that Typst does not keep costs us in evenness, and how near our lines come to the best
    typst   the brochure's paragraphs in the same face, by our rules and by its own, if the package `typst` is installed
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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from report.compose import composition, keep_together, opportunities, paragraph, phrases, spacing, tables
from report.compose.characters import classify
from report.compose.composition import compose
from report.compose.evenness import SET_SOLID
from report.compose.keep_together import HELD
from report.compose.linebreak import SLACK
from report.compose.paragraph import SPACE_CODES, Passage, passage
from report.compose.setting import places
from report.compose.textblock import Composed
from report.messages import Origin, Report
from report.pipeline import Wish, cache_for, lay_out, load_style
from report.style.fonts import FontBook
from report.style.text import CharStyle, ParagraphStyle
from report.text import Run

ROOT = Path(__file__).parent.parent.parent
BROCHURE = ROOT / "data/brochure.yaml"
FACE, FAMILY = "NotoSansJP_400Regular.ttf", "Noto Sans JP"
SIZE = 10.0
MEASURES = (12, 20, 32)  # em
CHOSEN = (10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 32, 36)  # em; seen when linebreak.TIGHT was chosen
UNSEEN = (17, 19, 21, 23, 25, 27, 30, 34, 38, 40)  # em; first looked at afterwards
LIMIT = 60  # ms, for the brochure's text
PAGE = 1200  # characters
REPEATS = 5
WIDE = 1 / 8  # em
JOINER = "\u2060"
RUNT = "10000%"  # of what Typst charges for a lone word in the last line: so much that it leaves none
UNIT = 1e5  # of variances, as printed


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
    lone: int  # last lines of one character


def brochure_text() -> tuple[list[Composed], FontBook]:
    laid = lay_out(Wish(BROCHURE, cache=cache_for(BROCHURE, os.environ)), Report())
    return list(dict.fromkeys(laid.composed)), laid.sheet.fonts


def fresh_fonts() -> FontBook:
    """The brochure's faces, opened, with nothing shaped."""
    from report.content.load import load

    report = Report()
    brochure, _ = load(BROCHURE, report)
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


def ours(texts: list[str], measure: int, hanging: str = "off") -> tuple[list[Lines], float]:
    fonts = _fonts()
    forget()
    style = replace(_style("justify"), hanging=hanging)
    blocks = []
    spent = timed(
        lambda: blocks.extend(compose((_runs(text),), style, measure * SIZE, fonts, str, Report()) for text in texts)
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


def _fonts() -> FontBook:
    fonts = FontBook({"face": ROOT / "fonts" / FACE})
    fonts.face("face").shape("あ")
    return fonts


@contextmanager
def freed(amounts: bool = True, last: bool = True, stops: bool = True) -> Iterator[None]:
    """Our engine without rules of its own. amounts: may part; last: a last line may hold one character; stops: full
    stops within a line give way as commas do."""
    kept = keep_together.costs, composition.LONE, tables.REDUCTION
    if amounts:
        keep_together.costs = lambda text: {}
    if last:
        composition.LONE = 0.0
    if stops:
        rows = tables.REDUCTION.split("\n")
        comma = next(row for row in rows if row.startswith("07"))
        tables.REDUCTION = "\n".join("06" + comma[2:] if row.startswith("06") else row for row in rows)
    _forget_tables()
    try:
        yield
    finally:
        keep_together.costs, composition.LONE, tables.REDUCTION = kept
        _forget_tables()


def _forget_tables() -> None:
    spacing.gaps.cache_clear()
    spacing.grid.cache_clear()
    forget()


def ours_freed(texts: list[str], measure: int) -> tuple[list[Lines], float]:
    with freed():
        return ours(texts, measure)


def typsts(texts: list[str], measure: int, runt: str = "100%") -> tuple[list[Lines], float]:
    """Typst's lines, read back from its PDF: a paragraph a page. Time: less that of an empty document."""
    import pypdfium2.raw as raw
    import typst
    from pypdfium2 import PdfDocument

    head = (
        f'#set page(width: {measure * SIZE}pt, height: auto, margin: 0pt)\n#set text(font: "{FAMILY}", size: {SIZE}pt, '
        f'kerning: false, lang: "ja", region: "JP", costs: (runt: {runt}))\n'
        '#set par(justify: true, linebreaks: "optimized")\n'
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
            if not char.strip() or char == JOINER or raw.FPDFText_IsGenerated(textpage, i):
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


def typsts_held(texts: list[str], measure: int) -> tuple[list[Lines], float]:
    """Typst by our rules, as far as it can be told them: U+2060 holds amounts together (和欧間 stays), and a lone last
    character is dear. Full stops it closes all the same."""
    held = []
    for text in texts:
        costs = keep_together.costs(text)
        held.append("".join((JOINER if costs.get(i, 0.0) >= HELD else "") + char for i, char in enumerate(text)))
    return typsts(held, measure, RUNT)


WAYS = (
    ("report", ours),
    ("Typst, by these rules", typsts_held),
    ("report, by Typst's", ours_freed),
    ("Typst", typsts),
)


def best(texts: list[str], measure: int) -> list[float]:
    """The space between solid neighbours in the lines that have the least sum of its squares, of all lines our rules
    allow: every line is tried, set as we set it, and judged by that sum and nothing else."""
    fonts = _fonts()
    forget()
    spaces: list[float] = []
    for text in texts:
        made = passage(_runs(text), _style("justify"), fonts)
        count = len(made.texts)
        found: dict[int, tuple[float, list[float]]] = {0: (0.0, [])}
        for position, cost in opportunities.kinsoku_breaks(made):
            ways = []
            for first, (so_far, extras) in found.items():
                short = made.material.width(first, count) < composition.LONE * SIZE
                lone = short and first > 0 and position == count
                extra = None if cost >= HELD / 10 or lone else _extra(made, first, position, measure * SIZE)
                if extra is not None:
                    ways.append((so_far + sum(x * x for x in extra), [*extras, *extra]))
            if ways:
                found[position] = min(ways)
        spaces += found[count][1]
    return spaces


def _extra(made: Passage, first: int, end: int, measure: float) -> list[float] | None:
    """The space between solid neighbours of a line, at its best way to end; none in a last line. None: it cannot be."""
    material = made.material
    stop = end
    while stop - 1 > first and made.codes[stop - 1] in SPACE_CODES:
        stop -= 1
    shrink = material.shrink[end - 1] - material.shrink[first]
    found: list[list[float]] = []
    for way in material.ways(end):
        if way.end - material.starts[first] - shrink > measure + SLACK:
            continue
        if end == len(made.texts):
            return []
        if way.end - material.starts[first] < measure / 2:
            return None
        xs, width = places(made, material, first, stop, measure, way)
        if abs(width + way.tail - measure) < 0.01:
            starts = material.starts[first:stop]
            found.append([
                (xs[i] - xs[i - 1] - starts[i] + starts[i - 1]) / SIZE
                for i in range(1, len(xs))
                if made.codes[first + i - 1] in SET_SOLID and made.codes[first + i] in SET_SOLID
            ])  # fmt: skip
    return min(found, key=lambda extra: sum(x * x for x in extra), default=None)


def judge(texts: list[str], found: list[Lines]) -> Judged:
    fonts = _fonts()
    spaces: list[float] = []
    widest: list[float] = []
    forbidden = parted = stops = lone = 0
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
        lone += len(lines.ends) > 1 and len(lines.text[lines.ends[-2] :].rstrip("。、」）")) <= 1
    wide = sum(x > WIDE + 1e-6 for x in widest)
    filled = len(widest)
    return Judged(filled, statistics.pvariance(spaces), max(widest), wide, forbidden, stops, parted, lone)


def long_paragraphs(texts: list[Composed]) -> list[str]:
    kept = dict.fromkeys(
        "".join(run.text for run in runs)
        for text in texts
        if text.style.align == "justify"
        for runs in text.paragraphs
        if not any(run.ruby for run in runs)
    )
    found = [text for text in kept if len(text) >= 60 and not set(text) & set('"\\\n\u200b\u2060')]
    print(f"{len(found)} paragraphs, {sum(map(len, found)):,} characters, {FAMILY} {SIZE:g} pt")
    return found


def price(paragraphs: list[str]) -> None:
    """What each rule costs: our variance without one after the other."""
    print(f"| our lines, variance in 10⁻⁵ em² | {' | '.join(f'{measure} em' for measure in MEASURES)} |")
    print("|---|--:|--:|--:|")
    least = [statistics.pvariance(best(paragraphs, measure)) * UNIT for measure in MEASURES]
    print(f"| the best there are by our rules | {' | '.join(f'{variance:.1f}' for variance in least)} |")
    for name, rules in (
        ("ours", (False, False, False)),
        ("amounts may part", (True, False, False)),
        ("and a last line may hold one character", (True, True, False)),
        ("and full stops within a line may close", (True, True, True)),
    ):
        cells = []
        for measure in MEASURES:
            with freed(*rules):
                found, _ = ours(paragraphs, measure)
            cells.append(f"{judge(paragraphs, found).variance * UNIT:.1f}")
        print(f"| {name} | {' | '.join(cells)} |")
    hung = [judge(paragraphs, ours(paragraphs, measure, "allow")[0]).variance * UNIT for measure in MEASURES]
    print(f"| ours, with `hanging: allow` | {' | '.join(f'{variance:.1f}' for variance in hung)} |")


def compare(paragraphs: list[str]) -> None:
    print(
        "| em | set by | lines | variance | loosest em | over 1/8 | forbidden | 。 closed | lone | amounts parted"
        " | ms |"
    )
    print("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for measure in MEASURES:
        for name, way in WAYS:
            found, spent = way(paragraphs, measure)
            forget()
            made = judge(paragraphs, found)
            print(
                f"| {measure} | {name} | {made.lines} | {made.variance * UNIT:.1f} | {made.loosest:.3f} "
                f"| {made.wide} | {made.forbidden} | {made.stops} | {made.lone} | {made.parted} | {spent:.0f} |"
            )


def across(paragraphs: list[str]) -> None:
    """Evenness alone, at many measures: which engine is ahead depends on where the words happen to fall."""
    print(f"| variance in 10⁻⁵ em² | {' | '.join(name for name, _ in WAYS)} |")
    print("|--:|--:|--:|--:|--:|")
    for measure in (*CHOSEN, *UNSEEN):
        cells = []
        for _, way in WAYS:
            found, _ = way(paragraphs, measure)
            forget()
            cells.append(f"{judge(paragraphs, found).variance * UNIT:.1f}")
        print(f"| {measure} em | {' | '.join(cells)} |")


if __name__ == "__main__":
    os.chdir(ROOT)
    found, _ = brochure_text()
    speed(found)
    paragraphs = long_paragraphs(found)
    price(paragraphs)
    if importlib.util.find_spec("typst"):
        compare(paragraphs)
        across(paragraphs)
    else:
        print("typst is not installed: pip install '.[benchmark]'", file=sys.stderr)
