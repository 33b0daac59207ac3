"""What a screen reader would say of a file, in its order.

In: a `TagTree`. Out: lines: headings, paragraphs, lists, tables with the headers of each value, pictures by their
description, links with where they lead; a line `— 4ページ —` wherever the page changes. One thought a line, so that two
editions can be compared with diff.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from report.conform.tagged.grid import Cell, Grid, grid, rows_of
from report.conform.tagged.roles import GROUPING, HEADINGS, LISTS, PICTURES, TABLES
from report.conform.tagged.speech import Kid, Voice, picture
from report.conform.tagged.tagnodes import Content, Tag, TagTree, walk

BLOCKS = GROUPING | TABLES | (LISTS - {"Lbl"}) | {"P", "H", "Caption", *HEADINGS}
PREFIXES = {"H": "見出し", "Caption": "説明", "BlockQuote": "引用", "Note": "注", "Title": "題名"}
PREFIXES |= {role: f"見出し{level}" for role, level in HEADINGS.items()}
INDENT = "  "
BETWEEN = " ／ "  # two cells of a row
LINKED = re.compile(r"［リンク ([^［］]*)］")
PAGE_TWICE = re.compile(r"\s*(\d+)( → \1ページ)")


class Line(NamedTuple):
    """page: 0 if nothing of it is shown anywhere."""

    page: int
    depth: int
    words: str


def reading(tree: TagTree, page: int | None = None) -> str:
    """The lines of the whole file, or of one page, counted from 1."""
    told, spoken = [], 0
    for line in _lines(tree):
        if line.page != spoken and line.page:
            spoken = line.page
            if page in (None, spoken):
                told += ["", f"— {spoken}ページ —"] if told else [f"— {spoken}ページ —"]
        if page in (None, spoken):
            told.append(INDENT * line.depth + line.words)
    return "\n".join(told)


def _lines(tree: TagTree) -> Iterator[Line]:
    return _Reader(Voice(tree.lang)).group(tree.tags, 0, "")


class _Reader:
    def __init__(self, voice: Voice):
        self._voice = voice

    def blocks(self, kids: Iterable[Kid], depth: int, lang: str, prefix: str = "") -> Iterator[Line]:
        """Blocks as lines of their own; what stands between them as a sentence. prefix: before the first sentence."""
        sentence: list[Kid] = []
        for kid in kids:
            if isinstance(kid, Tag) and _is_block(kid):
                yield from self._sentence(sentence, depth, lang, prefix)
                prefix, sentence = "" if sentence else prefix, []
                yield from self._block(kid, depth, kid.lang or lang)
            else:
                sentence.append(kid)
        yield from self._sentence(sentence, depth, lang, prefix)

    def _sentence(self, kids: list[Kid], depth: int, lang: str, prefix: str = "") -> Iterator[Line]:
        words = self._voice.say(kids, lang)
        if words:
            page = next((kid.page for kid in kids if kid.page), 0)
            prefix = "" if words.startswith(prefix) else f"{prefix} "  # a note may have 注 for its label
            yield Line(page, depth, prefix + words)

    def _block(self, tag: Tag, depth: int, lang: str) -> Iterator[Line]:
        role = tag.standard
        if role in PICTURES:
            yield from self._picture(tag, depth, lang)
        elif tag.actual is not None or tag.alt is not None:
            text = tag.actual if tag.actual is not None else tag.alt or ""
            yield from self._sentence([Content(tag.page, text)], depth, lang, PREFIXES.get(role, ""))
        elif role == "L":
            yield from self._list(tag, depth, lang)
        elif role == "TOC":
            yield from self._contents(tag, depth, lang)
        elif role == "Table":
            yield from self._table(tag, depth, lang)
        elif role in GROUPING and role != "BlockQuote":
            yield from self.group(tag.kids, depth, lang)
        elif role in HEADINGS or role == "H":
            yield from self._sentence([*tag.kids], depth, lang, PREFIXES[role])
        else:
            yield from self.blocks(tag.kids, depth, lang, PREFIXES.get(role, ""))

    def group(self, kids: Iterable[Kid], depth: int, lang: str) -> Iterator[Line]:
        """Here a link, a note or a picture is a line of its own."""
        for kid in kids:
            if isinstance(kid, Tag) and (kid.standard in PICTURES or kid.standard == "Note"):
                yield from self._block(kid, depth, kid.lang or lang)
            else:
                yield from self.blocks((kid,), depth, lang)

    def _picture(self, tag: Tag, depth: int, lang: str) -> Iterator[Line]:
        yield Line(first_page(tag), depth, self._voice.say([tag], lang) or picture(tag))
        for caption in tag.tags:
            if caption.standard == "Caption":
                yield from self._block(caption, depth, caption.lang or lang)

    def _list(self, tag: Tag, depth: int, lang: str) -> Iterator[Line]:
        items = [kid for kid in tag.tags if kid.standard not in ("Caption", "L")]
        yield Line(first_page(tag), depth, f"リスト {len(items)}項目")
        for kid in tag.tags:
            if kid.standard == "LI":
                yield from self._item(kid, depth, kid.lang or lang)
            else:
                yield from self._block(kid, depth + (kid.standard == "L"), kid.lang or lang)

    def _item(self, item: Tag, depth: int, lang: str) -> Iterator[Line]:
        """An item: its label, a bullet said as ・, and the first sentence on one line; the rest below."""
        label = self._voice.say([kid for kid in item.tags if kid.standard == "Lbl"], lang)
        mark = f"{label} " if any(c.isalnum() for c in label) else "・"
        rest = [kid for kid in item.kids if not (isinstance(kid, Tag) and kid.standard == "Lbl")]
        lines = list(self.blocks(rest, depth, lang))
        if not lines:
            yield Line(first_page(item), depth, mark.strip())
            return
        yield lines[0]._replace(words=mark + lines[0].words)
        yield from (line._replace(depth=line.depth + 1) for line in lines[1:])

    def _contents(self, tag: Tag, depth: int, lang: str, nested: bool = False) -> Iterator[Line]:
        if not nested:
            yield Line(first_page(tag), depth, f"目次 {_entries(tag)}項目")
        for kid in tag.tags:
            if kid.standard == "TOC":
                yield from self._contents(kid, depth + 1, kid.lang or lang, True)
            elif kid.standard == "TOCI":
                yield from self._entry(kid, depth, kid.lang or lang)
            else:
                yield from self.blocks(kid.kids, depth, kid.lang or lang)

    def _entry(self, tag: Tag, depth: int, lang: str) -> Iterator[Line]:
        """An entry of the contents: all of them are links, and the page is said once, as where it leads."""
        below = [kid for kid in tag.tags if kid.standard == "TOC"]
        lines = list(self.blocks(_flat([kid for kid in tag.kids if kid not in below]), depth, lang))
        if lines:
            words = LINKED.sub(r"\1", " ".join(line.words for line in lines)).removeprefix("リンク ")
            words = PAGE_TWICE.sub(r"\2", words)
            yield lines[0]._replace(words=f"・{words}")
        for kid in below:
            yield from self._contents(kid, depth + 1, kid.lang or lang, True)

    def _table(self, tag: Tag, depth: int, lang: str) -> Iterator[Line]:
        laid = grid(tag)
        yield Line(first_page(tag), depth, f"表 {laid.rows}行 {laid.columns}列")
        for caption in tag.tags:
            if caption.standard == "Caption":
                yield from self._block(caption, depth, caption.lang or lang)
        for number, row in enumerate(rows_of(tag)):
            words = self._row(laid, number, row.lang or lang)
            if words:
                yield Line(first_page(row), depth + 1, words)

    def _row(self, laid: Grid, number: int, lang: str) -> str:
        """A row of headers as they are; a row of data with the row's headers once, then each value after its own."""
        cells = laid.row(number)
        values = [cell for cell in cells if not cell.is_header]
        if not values:
            return BETWEEN.join(filter(None, (self._cell(cell, lang) for cell in cells)))
        heads = [c for c in cells if c.is_header]
        heads += [h for v in values for h in laid.headers(v) if h.row < number < h.row + h.rows and h not in heads]
        opening = " ".join(filter(None, (self._cell(head, lang) for head in heads)))
        said = []
        for value in values:
            names = [self._cell(head, lang) for head in laid.headers(value) if head not in heads]
            said.append(" ".join(filter(None, (*names, self._cell(value, lang) or "（空欄）"))))
        return " ".join(filter(None, (opening, BETWEEN.join(said))))

    def _cell(self, cell: Cell, lang: str) -> str:
        lines = self.blocks(cell.tag.kids, 0, cell.tag.lang or lang) if cell.tag.actual is None else ()
        return cell.tag.actual or "、".join(line.words for line in lines)


def first_page(tag: Tag) -> int:
    """The page where something of a tag is first shown, from 1; 0 if nothing is."""
    return next((found.page for found, _ in walk((tag,)) if found.page), 0)


def _is_block(tag: Tag) -> bool:
    """Whether a tag breaks a sentence: by its role, or by what it holds."""
    if tag.standard in BLOCKS:
        return True
    return tag.standard not in PICTURES and any(_is_block(kid) for kid in tag.tags)


def _flat(kids: Iterable[Kid]) -> list[Kid]:
    """The kids of an entry of the contents, its References opened."""
    flat: list[Kid] = []
    for kid in kids:
        flat += kid.kids if isinstance(kid, Tag) and kid.standard == "Reference" else (kid,)
    return flat


def _entries(tag: Tag) -> int:
    """How many entries contents have, those of their parts included."""
    return sum((kid.standard == "TOCI") + _entries(kid) for kid in tag.tags)
