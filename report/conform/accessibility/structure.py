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
    Check("a role is not standard and stands for none that is", "map it in RoleMap", f"{UA} 7.1", unmapped),
    Check("roles stand for one another in a circle", "map each to a standard role", f"{UA} 7.1", circular),
    Check("a standard role is mapped to another", "take it out of RoleMap", f"{UA} 7.1", remapped),
    Check("headings skip a level", "begin with H1 and go down one level at a time", f"{UA} 7.4.2", skipped),
    Check("headings are both H and H1 to H6", "use one kind", f"{UA} 7.4.4", two_kinds),
    Check("a heading says nothing", "give it words, or take it out", f"{UA} 7.4.1", empty_headings),
    Check("a picture is not described", "write Alt, or make it an artifact", f"{UA} 7.3", undescribed),
    Check("a picture does not say where it lies", "write BBox of owner Layout", f"{UA} 7.3", unplaced),
    Check("a formula is not described", "write Alt", f"{UA} 7.7", unread_formulas),
    Check("a tag stands where it may not", "put it into the tag it belongs to", f"{UA} 7.2", misplaced),
    Check("a tag holds what it may not", "put that into a tag of its own kind", f"{UA} 7.2", misfilled),
    Check("ruby without its base or its reading", "write both RB and RT", f"{UA} 7.2", half_ruby),
    Check("a table's rows differ in width, or cells overlap", "fill every row", f"{UA} 7.2", irregular),
    Check(
        "a header cell does not say what it heads", "write Scope, or name it in the Headers of cells",
        f"{UA} 7.5", headless,
    ),
    Check("a cell names a header that is not in its table", "write the header's ID", f"{UA} 7.5", unknown_headers),
    Check("a note has no ID of its own", "write an ID that no other tag has", f"{UA} 7.9", unnamed_notes),
)  # fmt: skip
