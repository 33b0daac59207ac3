"""Streams within streams, for one plate: forms, cells of patterns, glyph procedures (ISO 32000-1, 8.7.3, 8.10, 9.6.5).

In: a Writer, a stream that its content uses. Out: the stream written again, once for each state that it may begin in.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from pikepdf import Dictionary, Name

from report.conform.plates.shadings import shading
from report.conform.plates.state import PlateJob, State
from report.conform.preflight.objects import get, identity

if TYPE_CHECKING:
    from report.conform.plates.rewrite import Writer

DEPTH = 12  # of forms within forms
OWN = ("/Length", "/Filter", "/DecodeParms", "/Resources", "/Group")


def copied(writer: Writer, stream: Any, state: State, resources: Any) -> Any:
    """A form or a cell; None where streams hold one another."""
    plate = writer.plate
    key = (identity(stream), state.key())
    if key not in plate.made:
        inner = within(writer, stream, resources, state)
        if inner is None:
            return None
        made = plate.pdf.make_stream(inner[0])
        for each in stream.keys():  # noqa: SIM118  a pikepdf dictionary does not iterate
            if each not in OWN:
                made[each] = stream[each]
        if get(stream, "Group") is not None:
            made.Group = _gray(stream.Group)
        made.Resources = inner[1]
        plate.made[key] = made
    return plate.made[key]


def within(writer: Writer, stream: Any, resources: Any, state: State) -> tuple[bytes, Dictionary] | None:
    """Content and resources of a stream; None where streams hold one another."""
    plate = writer.plate
    if identity(stream) in plate.open or len(plate.open) >= DEPTH:
        return None
    inner = writer.nested(resources, state, _is_colourless(plate, stream))
    plate.open.append(identity(stream))
    if get(stream, "PatternType") is not None:
        inner.begin()
    try:
        return inner.written(stream), inner.named
    finally:
        plate.open.pop()


def pattern(writer: Writer, found: Any) -> Any:
    """A shading pattern, or a tiling one that has its own colours."""
    shaded = get(found, "Shading")
    if shaded is None:
        return copied(writer, found, writer.plate.start(), get(found, "Resources"))
    made = Dictionary({key: found[key] for key in found.keys()})  # noqa: SIM118
    made.Shading = shading(writer.plate, shaded, writer.resources)
    return writer.plate.pdf.make_indirect(made)


def type3(writer: Writer, font: Any) -> Any:
    """A font of glyph procedures; what they inherit is the state of the text."""
    plate = writer.plate
    key = ("font", identity(font), writer.state.key())
    if key not in plate.made:
        plate.made[key] = font  # for a glyph in its own font
        made = Dictionary({each: font[each] for each in font.keys()})  # noqa: SIM118
        own = get(font, "Resources")
        procedures, resources = Dictionary(), Dictionary()
        for glyph, stream in list(font.CharProcs.items()):
            inner = within(writer, stream, writer.resources if own is None else own, copy.copy(writer.state))
            procedures[glyph] = plate.pdf.make_stream(inner[0]) if inner else stream
            _together(resources, inner[1] if inner else own)
        made.CharProcs, made.Resources = procedures, resources
        plate.made[key] = plate.pdf.make_indirect(made)
    return plate.made[key]


def _is_colourless(plate: PlateJob, stream: Any) -> bool:
    """Whether a glyph procedure is a shape alone (9.6.5): it begins with d1."""
    return any(operator == "d1" for operator, _ in list(plate.parsed(stream))[:1])


def _gray(group: Any) -> Dictionary:
    made = Dictionary({key: group[key] for key in group.keys()})  # noqa: SIM118
    if "/CS" in made:
        made.CS = Name.DeviceGray
    return made


def _together(all_of: Dictionary, more: Any) -> None:
    """Resources of several procedures as one."""
    for kind in more.keys() if isinstance(more, Dictionary) else ():
        if not isinstance(more[kind], Dictionary):
            all_of[kind] = more[kind]
            continue
        held = all_of.get(kind)
        all_of[kind] = Dictionary({**(dict(held.items()) if held is not None else {}), **dict(more[kind].items())})
