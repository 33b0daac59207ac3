"""How editions, pages and blocks are called, and how much of them differs, Japanese first.

In: records, a Difference. Out: words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report.difference import Difference, PageChange
from report.figures.format import fiscal_year, parse_date, wareki
from report.record.model import PrintedBlock, Record

KINDS = {  # of blocks and of parts of sheets, as an editor calls them
    "text": "本文", "bullets": "箇条書き", "callout": "吹き出し", "cards": "カード", "change": "増減の図",
    "chart": "グラフ", "credit": "権利表示", "device": "端末の図", "donut": "円グラフ", "merge": "統合の図",
    "models": "モデル", "note": "注", "number": "大きな数字", "panel": "パネル", "picture": "絵", "pictures": "絵",
    "points": "ポイント", "programme": "事業の図", "qr": "QRコード", "rule-heading": "小見出し", "stat": "数字",
    "steps": "手順",
    "table": "表", "totals": "合計", "track": "工程", "heading": "見出し", "opener": "テーマの扉",
    "panorama": "扉の絵", "mosaic": "表紙の絵", "strip": "色帯", "publisher": "発行者", "title": "題名",
    "subtitle": "副題", "field": "目次の分野", "mark": "マーク", "pattern": "裏表紙の模様",
}  # fmt: skip
HEAD = {"title": "題名", "year": "年度", "date": "日付"}
NESTED = str.maketrans("「」", "『』")
LONGEST = 16  # characters of a block's words that name it


def summary(difference: Difference) -> tuple[tuple[str, str, int], ...]:
    """What there is how many times: in Japanese with a place for the number, in English; none that is not there."""
    blocks = [each.what for page in difference.pages if page.old and page.new for each in page.blocks]
    several = (
        ("数値{}件", "figure", len(difference.figures)),
        ("文章{}か所", "text", sum("text" in what for what in blocks)),
        ("絵{}点", "picture", sum("picture" in what for what in blocks)),
        ("追加{}個", "block added", sum("added" in what for what in blocks)),
        ("削除{}個", "block removed", sum("removed" in what for what in blocks)),
        ("見た目・大きさ{}個", "block of another look", sum(bool({"look", "size"} & {*what}) for what in blocks)),
        ("配置の移動{}ページ", "page with blocks that moved", sum(bool(page.shifts) for page in difference.pages)),
        ("新しいページ{}", "new page", sum(page.old is None for page in difference.pages)),
        ("なくなったページ{}", "page gone", sum(page.new is None for page in difference.pages)),
    )
    return tuple(each for each in several if each[2])


def page_title(difference: Difference, page: PageChange) -> str:
    """4ページ, with what it was called where that is something else."""
    was, now = called(difference.old, page.old), called(difference.new, page.new)
    if not now:
        return f"前の版の{was}（なくなったページ）"
    return f"{now}（新しいページ）" if not was else now if was == now else f"{now}（前の版では{was}）"


def called(record: Record, page: int | None) -> str:
    """A page as its reader calls it; "" for none."""
    return f"{record.pages[page - 1].label or page}ページ" if page else ""


def head_lines(difference: Difference) -> tuple[str, ...]:
    """What differs of the edition as a whole: title, year, date, and the numbers of pages."""
    sides = (difference.old, difference.new)
    lines = [f"{HEAD[fact]}：{' → '.join(told_of(record)[fact] for record in sides)}" for fact in difference.head]
    for run in _runs(difference.renumbered):
        was, now = ([called(record, pair[side]) for pair in run] for side, record in enumerate(sides))
        lines.append(f"ページ番号：前の版の{_span(was)}は、{_span(now)}になりました")
    return tuple(lines)


def _runs(pairs: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Pairs of pages that follow each other in both editions, together."""
    made: list[list[tuple[int, int]]] = []
    for was, now in pairs:
        if made and made[-1][-1] == (was - 1, now - 1):
            made[-1].append((was, now))
        else:
            made.append([(was, now)])
    return made


def _span(pages: Sequence[str]) -> str:
    return pages[0] if len(pages) == 1 else f"{pages[0].removesuffix('ページ')}〜{pages[-1]}"


def told_of(record: Record) -> dict[str, str]:
    """What an edition says of itself."""
    return {"title": record.title, "year": fiscal_year(record.year) if record.year else "", "date": day(record.date)}


def day(date: str) -> str:
    found = parse_date(date[:10])
    return wareki(found) if found else date


def block_title(block: PrintedBlock) -> str:
    """本文「区では窓口を…」"""
    kind = KINDS.get(block.kind, "部品")
    words = block.words.partition("\n")[0] or "、".join(map(stem, dict(block.pictures)))
    words = shortened(words, LONGEST)
    return f"{kind}「{words.translate(NESTED)}」" if words else kind


def stem(file: str) -> str:
    """A picture's id: "pictures/p04.svg" is p04."""
    return file.rpartition("/")[2].partition(".")[0]


def shortened(words: str, longest: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
