"""Charts to draw, and what is seen on a drawing."""

from __future__ import annotations

from report.artwork.charts import draw_chart
from report.artwork.charts.scene import World
from report.artwork.charts.table import Table
from report.blocks.chart import Chart, ChartSeries
from report.conform.overlaps import check_overlaps
from report.figures.model import Datum, Figures, Series, SeriesRef, Status
from report.messages import Origin, Report
from report.page import Drawing, GlyphRun, Page, PageBoxes, Shape, placed
from report.style.sheet import StyleSheet
from report.text.edition import Edition
from report.units import Rect, Size
from tests.words import written

HERE = Origin("sections/02.yaml", 7, 3)
DATA = Origin("figures/x.yaml", 3, 5)


def series(
    values: list[float], id: str = "a", name: str = "定員数", first: int = 2014, status: Status = "published"
) -> Series:
    data = tuple(Datum(year=first + i, value=value, status=status, origin=DATA) for i, value in enumerate(values))
    return Series(id=id, name=name, unit="人", data=data, origin=DATA)


def chart(kind: str, *rows: Series, **more: object) -> Chart:
    given = tuple(ChartSeries(origin=HERE, id=SeriesRef(row.id, HERE, row)) for row in rows)
    title = written("保育定員数の推移", HERE)
    return Chart(origin=HERE, kind=kind, title=title, height=1, series=given, **more)  # type: ignore[arg-type]


def resolved(made: Chart, *rows: Series) -> tuple[Table | None, Report]:
    """The chart's table, and what is said of it. rows: the stored series."""
    report = Report()
    edition = Edition(Figures(singles={}, runs={row.id: row for row in rows}), report)
    return edition.node(made).table, report


def table(kind: str, *rows: Series, **more: object) -> Table:
    made, report = resolved(chart(kind, *rows, **more), *rows)
    assert made, report.diagnostics
    return made


def drawn(made: Table, size: Size, world: World) -> Drawing:
    return draw_chart(made, size, world, HERE)


def words(drawing: Drawing, world: World) -> list[Rect]:
    """The inked boxes of a drawing's lines of text."""
    boxes = []
    for item in drawing.items:
        if isinstance(item, GlyphRun):
            font = world.sheet.fonts.face(item.face).hb_font
            em = item.size / font.face.upem
            ink = [(x, font.get_glyph_extents(gid)) for gid, x in zip(item.gids, item.xs, strict=True)]
            left = item.x + min(x + e.x_bearing * em for x, e in ink)
            right = item.x + max(x + (e.x_bearing + e.width) * em for x, e in ink)
            top = item.y - max(e.y_bearing for _, e in ink) * em
            bottom = item.y - min(e.y_bearing + e.height for _, e in ink) * em
            boxes.append(Rect(left, top, right - left, bottom - top))
    return boxes


def overlap(one: Rect, other: Rect, by: float = 0.05) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > by
        and min(one.bottom, other.bottom) - max(one.y, other.y) > by
    )  # fmt: skip


def points(shape: Shape) -> list[tuple[float, float]]:
    numbers = [part for part in shape.path if not isinstance(part, str)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def lettered(drawing: Drawing) -> str:
    return "".join("".join(item.texts) for item in drawing.items if isinstance(item, GlyphRun))


def of_years(values: dict[int, float], id: str = "a", unit: str = "人", name: str = "定員数") -> Series:
    data = tuple(Datum(year=year, value=value, status="published", origin=DATA) for year, value in values.items())
    return Series(id=id, name=name, unit=unit, data=data, origin=DATA)


def wrong(drawing: Drawing, sheet: StyleSheet) -> list[str]:
    """Words over words, under marks, or beyond the drawing."""
    report = Report()
    page = Page(1, "1", PageBoxes(Size(1000, 1000), 0), (placed(drawing, 100, 100, HERE),))
    check_overlaps([page], sheet, report)
    return [each.message.id for each in report.diagnostics]
