"""Tags for what they are: roles, headings, pictures, notes, and which may stand in which.

In: a Subject. Out: Faults.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from report.conform.accessibility.finding import UA, Check, Fault
from report.conform.accessibility.subject import Subject
from report.conform.tagged.grid import grid, named_headers
from report.conform.tagged.roles import HEADINGS, STANDARD
from report.conform.tagged.tagnodes import whole_text

ROWS = frozenset({"THead", "TBody", "TFoot"})
CELLS = frozenset({"TH", "TD"})
RUBY = frozenset({"RB", "RT", "RP"})
WARICHU = frozenset({"WT", "WP"})
WITHIN = {  # role -> where alone it may stand (ISO 32000-1, 14.8.4)
    "TR": ROWS | {"Table"},
    **dict.fromkeys(ROWS, frozenset({"Table"})),
    **dict.fromkeys(CELLS, frozenset({"TR"})),
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    **dict.fromkeys(RUBY, frozenset({"Ruby"})),
    **dict.fromkeys(WARICHU, frozenset({"Warichu"})),
}
HOLDS = {  # role -> what alone may stand in it; no content of its own
    "Table": ROWS | {"Caption", "TR"},
    **dict.fromkeys(ROWS, frozenset({"TR"})),
    "TR": CELLS,
    "L": {"Caption", "L", "LI"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"Caption", "TOC", "TOCI"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
    "Ruby": RUBY,
    "Warichu": WARICHU,
}


def unmapped(subject: Subject) -> Iterator[Fault]:
    for tag, _ in subject.tags:
        if tag.standard not in STANDARD:
            yield Fault(tag.page, tag.role)


def circular(subject: Subject) -> Iterator[Fault]:
    yield from (Fault(detail=role) for role in subject.roles.circles())


def remapped(subject: Subject) -> Iterator[Fault]:
    yield from (Fault(detail=role) for role in sorted(set(subject.roles.written) & STANDARD))


def skipped(subject: Subject) -> Iterator[Fault]:
    """The first is H1; each is at most one level below the one before."""
    before = 0
    for tag in subject.of(*HEADINGS):
        level = HEADINGS[tag.standard]
        if level > before + 1:
            yield Fault(tag.page, f"{tag.standard} {whole_text(tag)[:20]}")
        before = level


def two_kinds(subject: Subject) -> Iterator[Fault]:
    plain = next(subject.of("H"), None)
    if plain and next(subject.of(*HEADINGS), None):
        yield Fault(plain.page, f"H {whole_text(plain)[:20]}")


def empty_headings(subject: Subject) -> Iterator[Fault]:
    for tag in subject.of("H", *HEADINGS):
        if not whole_text(tag).strip():
            yield Fault(tag.page, tag.role)


def undescribed(subject: Subject) -> Iterator[Fault]:
    for tag in subject.of("Figure"):
        if not (tag.alt or tag.actual or "").strip():
            yield Fault(tag.page, whole_text(tag)[:20])


def unread_formulas(subject: Subject) -> Iterator[Fault]:
    for tag in subject.of("Formula"):
        if not (tag.alt or tag.actual or "").strip():
            yield Fault(tag.page)


def unplaced(subject: Subject) -> Iterator[Fault]:
    for tag in subject.of("Figure"):
        box = tag.attributes.get("Layout.BBox")
        if not (isinstance(box, tuple) and len(box) == 4 and box[0] < box[2] and box[1] < box[3]):
            yield Fault(tag.page, (tag.alt or "")[:20])


def misplaced(subject: Subject) -> Iterator[Fault]:
    for tag, above in subject.tags:
        outer = above[-1].standard if above else ""
        if tag.standard in WITHIN and outer not in WITHIN[tag.standard]:
            yield Fault(tag.page, f"{outer or 'StructTreeRoot'} > {tag.standard}")


def misfilled(subject: Subject) -> Iterator[Fault]:
    for tag in subject.of(*HOLDS):
        wrong = [kid.standard for kid in tag.tags if kid.standard not in HOLDS[tag.standard]]
        wrong += ["…" for kid in tag.contents if kid.text.strip()]
        yield from (Fault(tag.page, f"{tag.standard} > {each}") for each in wrong)


def half_ruby(subject: Subject) -> Iterator[Fault]:
    for tag in subject.of("Ruby"):
        kinds = [kid.standard for kid in tag.tags]
        if "RB" not in kinds or "RT" not in kinds:
            yield Fault(tag.page, whole_text(tag)[:20])


def irregular(subject: Subject) -> Iterator[Fault]:
    """Every row takes as many columns, no place is taken twice."""
    for tag in subject.of("Table"):
        laid = grid(tag)
        if len(set(laid.widths)) != 1 or laid.clashes:
            yield Fault(tag.page, ", ".join(map(str, laid.widths)))


def headless(subject: Subject) -> Iterator[Fault]:
    """A header cell says which way it holds, or cells name it."""
    for table in subject.of("Table"):
        cells = [cell.tag for cell in grid(table).cells]
        named = {id_ for cell in cells for id_ in named_headers(cell)}
        for cell in cells:
            scope = cell.attributes.get("Table.Scope")
            if cell.standard == "TH" and scope not in ("Row", "Column", "Both") and cell.id not in named - {""}:
                yield Fault(cell.page or table.page, whole_text(cell)[:20])


def unknown_headers(subject: Subject) -> Iterator[Fault]:
    for table in subject.of("Table"):
        cells = [cell.tag for cell in grid(table).cells]
        known = {cell.id for cell in cells if cell.standard == "TH"}
        for cell in cells:
            yield from (Fault(cell.page or table.page, id_) for id_ in named_headers(cell) if id_ not in known)


def unnamed_notes(subject: Subject) -> Iterator[Fault]:
    counts = Counter(tag.id for tag, _ in subject.tags if tag.id)
    for tag in subject.of("Note"):
        if counts[tag.id] != 1:
            yield Fault(tag.page, tag.id or whole_text(tag)[:20])


STRUCTURE = (
    Check("role-unmapped", f"{UA} 7.1", unmapped),
    Check("roles-circular", f"{UA} 7.1", circular),
    Check("role-remapped", f"{UA} 7.1", remapped),
    Check("heading-skipped", f"{UA} 7.4.2", skipped),
    Check("headings-mixed", f"{UA} 7.4.4", two_kinds),
    Check("heading-empty", f"{UA} 7.4.1", empty_headings),
    Check("figure-undescribed", f"{UA} 7.3", undescribed),
    Check("figure-unplaced", f"{UA} 7.3", unplaced),
    Check("formula-undescribed", f"{UA} 7.7", unread_formulas),
    Check("tag-misplaced", f"{UA} 7.2", misplaced),
    Check("tag-misfilled", f"{UA} 7.2", misfilled),
    Check("ruby-incomplete", f"{UA} 7.2", half_ruby),
    Check("table-irregular", f"{UA} 7.2", irregular),
    Check("header-without-scope", f"{UA} 7.5", headless),
    Check("header-unknown", f"{UA} 7.5", unknown_headers),
    Check("note-id-missing", f"{UA} 7.9", unnamed_notes),
)
