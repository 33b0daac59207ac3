"""The laid-out sample as a Typst document, for typst_pages.py: `typst_document.py FOLDER` writes it there.

Every text stands where ours does, at its measure, size, face, leading and alignment, broken and justified by Typst,
which knows no 文節: headings break elsewhere. Rules, grounds and ornaments are rectangles and curves; pictures the
drawings of data/pictures as they are, in the same frames; charts and icons SVG files made of ours, their words as text.
The document is compiled once and read back: every page must show the characters that ours shows.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import typst
from pypdfium2 import PdfDocument

from report.compose import composer, textblock
from report.layout.laid_out import LaidOut
from report.messages import Report
from report.page import AnyItem, Drawing, GlyphRun, Item, Page, Placed, Shape, Stroke
from report.page import Path as Outline
from report.pipeline import Wish, cache_for, lay_out
from report.style.text import CharStyle, ParagraphStyle
from report.text import Break, Inline, Paragraph
from report.text.invisible import visible

Inks = Callable[[str], str]
ROOT = Path(__file__).parent.parent.parent
BROCHURE = Path("data/brochure.yaml")
DOCUMENT = "pages.typ"
STANDARDS = ["a-2a", "ua-1"]  # those of our own file
HEAD = """#set document(title: "{title}")
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#set text(lang: "ja", region: "JP", top-edge: "baseline", bottom-edge: "baseline")
#let at(x, y, it) = place(top + left, dx: x * 1pt, dy: y * 1pt, it)
#let words(x, y, measure, leading, gap, it, justify: false, align: left) = at(x, y, block(width: measure * 1pt, {{
  set par(justify: justify, leading: leading * 1pt, spacing: (leading + gap) * 1pt)
  set std.align(align)
  it
}}))
#let ground(x, y, width, height, ink) = at(x, y, rect(width: width * 1pt, height: height * 1pt, fill: ink))
#let outline(fill, stroke, rule, ..parts) = at(0, 0, curve(fill: fill, stroke: stroke, fill-rule: rule, ..parts))
#let drawing = image.with(alt: "drawing")
#let picture(file, x, y, width, height) = at(x, y, drawing(file, width: width * 1pt, height: height * 1pt))
#let framed(x, y, width, height, it) = at(x, y, box(width: width * 1pt, height: height * 1pt, clip: true, it))
"""


class Text(NamedTuple):
    """A composed text: what it was composed of, and the function from roles to inks."""

    block: textblock.TextBlock
    paragraphs: tuple[Paragraph, ...]
    style: ParagraphStyle
    measure: float
    ink: Inks


class Standing(NamedTuple):
    """A run of glyphs of a text that was placed at (x, y)."""

    run: Item
    text: Text
    x: float
    y: float


@contextmanager
def noted() -> Iterator[dict[int, Standing]]:
    """While pages are laid out: by the id of each run of glyphs the text that it is of."""
    compose, place = composer.Composer.compose, textblock.TextBlock.place
    texts: dict[int, Text] = {}
    standing: dict[int, Standing] = {}

    def composing(
        self: Any, paragraphs: Any, style: Any, measure: Any, family: str, report: Any
    ) -> textblock.TextBlock:
        block = compose(self, paragraphs, style, measure, family, report)
        ink = partial(self._sheet.palette.role, family=family)
        texts[id(block)] = Text(block, tuple(paragraphs), style, measure, ink)
        return block

    def placing(block: textblock.TextBlock, x: float, y: float, owner: object = None) -> list[Item]:
        items = place(block, x, y, owner)
        standing.update({id(item): Standing(item, texts[id(block)], x, y) for item in items if id(block) in texts})
        return items

    composer.Composer.compose, textblock.TextBlock.place = composing, placing  # type: ignore[method-assign]
    try:
        yield standing
    finally:
        composer.Composer.compose, textblock.TextBlock.place = compose, place  # type: ignore[method-assign]


class Face(NamedTuple):
    """As Typst calls a face."""

    family: str
    weight: int
    stretch: float


class Writer:
    """Writes the pages as a Typst document, with its drawings beside it."""

    def __init__(self, laid: LaidOut, standing: dict[int, Standing], folder: Path):
        self.laid, self.standing, self.folder = laid, standing, folder
        known = typst_faces(ROOT / "fonts").fonts()
        faces = {Path(font.path or "").name: Face(font.family, font.weight, font.stretch) for font in known}
        fonts = laid.sheet.fonts
        self.faces = {name: faces[fonts.face(name).path.name] for name in fonts.names}
        self.looks: dict[str, str] = {}  # the parameters of `text` -> the name of a function
        self.files: dict[str, Path] = {}  # of drawings, by key

    def write(self) -> Path:
        pages = "\n#pagebreak()\n".join("\n".join(self.page(page)) for page in self.laid.pages)
        width, height = self.laid.pages[0].boxes.trim
        head = HEAD.format(title=self.laid.brochure.title.plain, width=_number(width), height=_number(height))
        looks = "".join(f"#let {name} = text.with({given})\n" for given, name in self.looks.items())
        document = self.folder / DOCUMENT
        document.write_text(head + looks + pages, encoding="utf-8")
        return document

    def page(self, page: Page) -> Iterator[str]:
        done = set()
        for item in page.items:
            if isinstance(item, GlyphRun):
                found = self.standing.get(id(item))
                if found is None:
                    yield from self.run(item)
                elif (whose := (id(found.text.block), found.x, found.y)) not in done:
                    done.add(whose)
                    yield self.text(found)
            elif isinstance(item, Shape):
                yield self.shape(item)
            elif isinstance(item, Placed):
                yield self.placed(item)

    def text(self, found: Standing) -> str:
        """A composed text, for Typst to break and to justify."""
        block, paragraphs, style, measure, ink = found.text
        made = "\n\n".join("".join(self.words(each, style, ink) for each in inlines) for inlines in paragraphs)
        place = _numbers(found.x, found.y + block.lines[0].baseline, measure, block.leading, style.gap)
        way = "justify: true" if style.align == "justify" else f"align: {style.align}"
        return f"#words({place}, {way})[{made}]"

    def words(self, inline: Inline, style: ParagraphStyle, ink: Inks) -> str:
        if isinstance(inline, Break):
            return "#linebreak()" if inline.kind == "must" else ""
        chars = style.char
        for mark in inline.marks:
            chars = style.mark(mark) or chars
        return f"#{self.look(chars, ink(chars.ink))}({_quoted(inline.text)})"

    def run(self, run: GlyphRun) -> Iterator[str]:
        """A line that no paragraph holds: on tabs, in stars, in another language. Vertical ones glyph by glyph."""
        look = self.look(CharStyle((run.face,), run.size, run.ink), run.ink)
        parts = zip(run.texts, run.xs, run.ys, strict=True) if run.ys else [("".join(run.texts), 0.0, 0.0)]
        for text, x, y in parts:
            yield f"#at({_numbers(run.x + x, run.y + y)}, {look}({_quoted(text)}))"

    def look(self, chars: CharStyle, ink: str) -> str:
        faces = [self.faces[name] for name in chars.fonts]
        given = (
            f"font: ({' '.join(_quoted(face.family) + ',' for face in faces)}), weight: {faces[0].weight}, "
            f"stretch: {faces[0].stretch * 100:g}%, size: {_number(chars.size)}pt, fill: {self.ink(ink)}, "
            f"tracking: {_number(chars.tracking)}em, baseline: {_number(-chars.rise)}pt, "
            f"kerning: {str('kern' in chars.features).lower()}"
        )
        return self.looks.setdefault(given, f"look{len(self.looks)}")

    def ink(self, name: str) -> str:
        return f'rgb("{self.laid.sheet.palette.ink(name).hex}")'

    def shape(self, shape: Shape) -> str:
        corners = shape.path[1:3], shape.path[7:9]
        if shape.path[::3] == ("M", "L", "L", "L", "Z") and shape.fill and not shape.stroke and _upright(shape.path):
            (x, y), (right, foot) = corners
            return f"#ground({_numbers(x, y, right - x, foot - y)}, {self.ink(shape.fill)})"
        names = {"M": "move", "L": "line", "C": "cubic"}
        parts = (
            f"curve.{names[sign]}({', '.join(f'({_number(x)}pt, {_number(y)}pt)' for x, y in points)})"
            if points
            else 'curve.close(mode: "straight")'
            for sign, points in _segments(shape.path)
        )
        fill = self.ink(shape.fill) if shape.fill else "none"
        stroke = f"{_number(shape.stroke.width)}pt + {self.ink(shape.stroke.ink)}" if shape.stroke else "none"
        rule = "even-odd" if shape.evenodd else "non-zero"
        return f'#outline({fill}, {stroke}, "{rule}", {", ".join(parts)})'

    def placed(self, placed: Placed) -> str:
        scale, skew, _, _, x, y = placed.matrix
        assert not skew
        width, height = (side * scale for side in placed.drawing.size)
        file = self.file(placed.drawing)
        if placed.clip is None:
            return f'#picture("{file}", {_numbers(x, y, width, height)})'
        left, top, _, _ = placed.clip
        return f'#framed({_numbers(*placed.clip)}, picture("{file}", {_numbers(x - left, y - top, width, height)}))'

    def file(self, drawing: Drawing) -> Path:
        """Of a picture its own; of a chart or an icon one that is written."""
        kind, _, name = drawing.key.partition(":")
        if kind == "picture":
            return ROOT / "data/pictures" / f"{name}.svg"
        if drawing.key not in self.files:
            file = self.files[drawing.key] = self.folder / f"{drawing.key.replace(':', '-')}.svg"
            width, height = map(_number, drawing.size)
            head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            body = "".join(self.drawn(item) for item in drawing.items)
            file.write_text(f'{head} viewBox="0 0 {width} {height}">{body}</svg>', encoding="utf-8")
        return self.files[drawing.key]

    def drawn(self, item: AnyItem) -> str:
        """An item of a drawing as SVG."""
        hexes = self.laid.sheet.palette.ink
        if isinstance(item, GlyphRun):
            face = self.faces[item.face]
            stretch = ' font-stretch="semi-condensed"' if face.stretch < 1 else ""
            return (
                f'<text x="{_number(item.x)}" y="{_number(item.y)}" font-family="{face.family}" '
                f'font-weight="{face.weight}"{stretch} font-size="{_number(item.size)}" fill="{hexes(item.ink).hex}">'
                f"{''.join(item.texts)}</text>"
            )
        if isinstance(item, Shape):
            outline = " ".join(part if isinstance(part, str) else _number(part) for part in item.path)
            rule = ' fill-rule="evenodd"' if item.evenodd else ""
            fill = hexes(item.fill).hex if item.fill else "none"
            return f'<path d="{outline}" fill="{fill}"{rule}{self.stroked(item.stroke)}/>'
        if isinstance(item, Placed):
            inner = "".join(self.drawn(each) for each in item.drawing.items)
            return f'<g transform="matrix({" ".join(map(_number, item.matrix))})">{inner}</g>'
        raise TypeError(item)

    def stroked(self, stroke: Stroke | None) -> str:
        if stroke is None:
            return ""
        ink = self.laid.sheet.palette.ink(stroke.ink).hex
        ends = f' stroke-linecap="{stroke.cap}" stroke-linejoin="{stroke.join}"'
        return f' stroke="{ink}" stroke-width="{_number(stroke.width)}"{ends}'


def _number(value: float) -> str:
    return f"{round(value, 3):g}" if abs(value) < 1000 else f"{value:.3f}"


def _numbers(*values: float) -> str:
    return ", ".join(map(_number, values))


def _quoted(text: str) -> str:
    plain = visible(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _segments(path: Outline) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Operators with their points."""
    signs = [i for i, part in enumerate(path) if isinstance(part, str)]
    for first, end in zip(signs, [*signs[1:], len(path)], strict=True):
        numbers = path[first + 1 : end]
        yield path[first], list(zip(numbers[::2], numbers[1::2], strict=True))


def _upright(path: Outline) -> bool:
    """Whether the four corners are those of an upright rectangle, from its upper left one on."""
    (x, y), (x1, y1), (x2, y2), (x3, y3) = (points[0] for sign, points in _segments(path) if points)
    return (y1, x2, x3, y3) == (y, x1, x, y2) and x1 >= x and y2 >= y


def typst_faces(fonts: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])


def characters(text: str) -> Counter[str]:
    return Counter("".join(unicodedata.normalize("NFKC", visible(text)).split()))


def shown(items: Iterable[AnyItem]) -> str:
    """All that is to be read among items, and in their drawings."""
    parts = (shown(item.drawing.items) if isinstance(item, Placed) else getattr(item, "texts", ()) for item in items)
    return "".join("".join(part) for part in parts)


def check(laid: LaidOut, document: Path) -> None:
    """Typst's pages show what ours show."""
    made = typst.compile(document, root="/", font_paths=typst_faces(ROOT / "fonts"), pdf_standards=STANDARDS)
    theirs = [characters(page.get_textpage().get_text_range()) for page in PdfDocument(made)]
    ours = [characters(shown(page.items)) for page in laid.pages]
    for number, (wanted, found) in enumerate(zip(ours, theirs, strict=True), 1):
        if wanted != found:
            sys.exit(f"page {number}: missing {wanted - found}, more {found - wanted}")
    drawings = sum(isinstance(item, Placed) for page in laid.pages for item in page.items)
    print(f"{len(ours)} pages, {sum(each.total() for each in ours):,} characters, {drawings} drawings")


def write(folder: Path) -> None:
    with noted() as standing:
        laid = lay_out(Wish(BROCHURE, cache=cache_for(BROCHURE, os.environ)), Report())
    check(laid, Writer(laid, standing, folder).write())


if __name__ == "__main__":
    os.chdir(ROOT)
    write(Path(sys.argv[1]).resolve())
