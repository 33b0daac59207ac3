"""Standard structure types and the role map (ISO 32000-1, 14.8.4; 14.7.3).

In: a structure tree root. Out: `RoleMap`, which leads a role to the standard type that stands for it.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pikepdf

HEADINGS = {f"H{level}": level for level in range(1, 7)}
GROUPING = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "TOC", "TOCI", "Index", "NonStruct", "Private"}
)
TABLES = frozenset({"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"})
LISTS = frozenset({"L", "LI", "Lbl", "LBody"})
INLINE = frozenset(
    {"Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"}
)
PICTURES = frozenset({"Figure", "Formula", "Form"})  # their Alt is said in place of what is in them
STANDARD = GROUPING | TABLES | LISTS | INLINE | PICTURES | {"P", "H", "Caption", "Note", *HEADINGS}


class RoleMap(msgspec.Struct, frozen=True):
    """written: role -> what the file maps it to, names without their slash."""

    written: Mapping[str, str]

    @classmethod
    def of(cls, root: pikepdf.Object | None) -> RoleMap:
        entries = root.get("/RoleMap") if isinstance(root, pikepdf.Dictionary) else None
        if not isinstance(entries, pikepdf.Dictionary):
            return cls({})
        return cls({key[1:]: str(to)[1:] for key, to in entries.items() if isinstance(to, pikepdf.Name)})

    def standard(self, role: str) -> str:
        """The standard type of a role; the last known name where the map leads to none, or in a circle."""
        met: set[str] = set()
        while role not in STANDARD and role in self.written and role not in met:
            met.add(role)
            role = self.written[role]
        return role

    def circles(self) -> tuple[str, ...]:
        """Roles that lead back to themselves."""
        found = []
        for first in sorted(self.written):
            role, steps = self.written[first], 0
            while role in self.written and role != first and steps <= len(self.written):
                role, steps = self.written[role], steps + 1
            if role == first:
                found.append(first)
        return tuple(found)
