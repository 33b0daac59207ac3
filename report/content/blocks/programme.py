"""`programme`: a diagram: one desk with its services, below it columns of support."""

from __future__ import annotations

import msgspec

from report.content.block import Block
from report.text import Text
from report.text.tags import StructElem, Voice, bulleted, listed, note


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """items: services; small print in brackets is set small. note: ※ at the right."""

    icon: str
    label: Text
    items: tuple[Text, ...]
    note: Text | None = None


class Support(msgspec.Struct, frozen=True, kw_only=True):
    icon: str
    heading: Text
    items: tuple[Text, ...]


class Programme(Block, frozen=True, kw_only=True):
    title: Text
    desk: Desk
    label: Text
    columns: tuple[Support, ...]

    def tags(self, voice: Voice) -> list[StructElem]:
        below = voice.under()
        remark = [note(self.desk.note)] if self.desk.note else []
        desk = (below.heading(self.desk.label), listed(self.desk.items), *remark)
        lowest = below.under()
        columns = [
            StructElem("Sect", (lowest.heading(column.heading), bulleted(column.items))) for column in self.columns
        ]
        support = StructElem("Sect", (below.heading(self.label), *columns))
        return [StructElem("Sect", (voice.heading(self.title), StructElem("Sect", desk), support))]
