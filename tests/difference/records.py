"""Records made by hand: pages of lines 20 pt high."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from report.record.model import Printed, PrintedBlock, PrintedFigure, PrintedPage, Record

LINE = 20.0


def block(
    id: str, words: str = "", kind: str = "text", pictures: tuple[tuple[str, str], ...] = (), look: str = ""
) -> PrintedBlock:
    """To be placed by `record_of`. look: as its words and pictures are, unless told."""
    return PrintedBlock(id, kind, 1, (50.0, 0.0, 200.0, LINE), words, pictures, look or f"{words}{pictures}")


def figure(id: str, value: float, unit: str = "人", year: int | None = None, **facts: object) -> PrintedFigure:
    made = PrintedFigure(
        id, "待機児童数", value, unit, year, "published", False, "2023-04-01", "", "区の統計", "保育課"
    )
    return msgspec.structs.replace(made, **facts)


def record_of(
    pages: Sequence[Sequence[PrintedBlock]],
    figures: Iterable[PrintedFigure] = (),
    printed: Iterable[tuple[str, str, str]] = (),
    **facts: object,
) -> Record:
    """printed: of each, figure, block, words. Blocks stand one below the other."""
    placed = [
        msgspec.structs.replace(each, page=number, rect=(50.0, 100.0 + LINE * place, *each.rect[2:]))
        for number, blocks in enumerate(pages, 1)
        for place, each in enumerate(blocks)
    ]
    where = {each.id: each for each in placed}
    made = Record(
        version=1,
        edition="small",
        title="小さな冊子",
        year=2023,
        date="2023-10-01",
        pages=tuple(PrintedPage(str(n), 595.0, 842.0, (), f"{blocks}") for n, blocks in enumerate(pages, 1)),
        blocks=tuple(placed),
        figures=tuple(figures),
        printed=tuple(Printed(id, where[at].page, at, words, where[at].words) for id, at, words in printed),
    )
    return msgspec.structs.replace(made, **facts)
