"""Checks of colour: what is not ink yet, what overprints and should not, what does not and should.

In: a Subject. Out: Faults. Clauses are those of ISO 15930-7:2010, 6.4 (colour); the rest is trade practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.conform.preflight.colour import inks, is_blackish, is_rgb, is_white, light, printed
from report.conform.preflight.events import Paint
from report.conform.preflight.finding import Check, Fault
from report.conform.preflight.subject import Subject

FINE_TYPE = 8.0  # pt; below, more than two inks seldom register (printers' guides give 7 to 10)
BODY = 24.0  # pt; black type up to here should overprint; a larger one may want what is under it gone
SOLID = 0.995


def told(paint: Paint) -> str:
    """A piece of text with its size, or what else it is, and its colour."""
    if paint.text:
        what = "line " if paint.kind == "stroke" else ""
        words = paint.text if len(paint.text) <= 16 else paint.text[:15] + "…"
        return f"“{words}” {what}{paint.size:.3g} pt, {paint.colour}"
    return f"{paint.kind} {paint.colour}"


def seen(subject: Subject) -> Iterator[Paint]:
    """All paint but that of soft masks, which lays down no ink."""
    return (paint for paint in subject.paints if paint.inside != "softmask")


def fault(paint: Paint, detail: str = "") -> Fault:
    return Fault(paint.page, paint.bounds, detail or told(paint))


def device_colours(subject: Subject) -> Iterator[Fault]:
    """Device colours that the output intent does not speak for; a default colour space makes them independent."""
    allowed = {"CMYK": ("DeviceCMYK", "DeviceGray"), "GRAY": ("DeviceGray",), "RGB": ("DeviceRGB", "DeviceGray")}
    known = allowed.get(subject.intent_space)
    for paint in subject.paints if known else ():
        families = [space.family for space in (paint.space, paint.space.base) if space]
        if any(family.startswith("Device") and family not in (*known, "DeviceN") for family in families):  # type: ignore[misc]
            yield fault(paint)


def same_profile(subject: Subject) -> Iterator[Fault]:
    """CMYK tagged with the very profile of the output intent: it would be converted onto itself, K text included."""
    intent = subject.intents[0].digest if subject.intents else ""
    for paint in seen(subject):
        if intent and paint.space.family == "ICCBased" and paint.space.count == 4 and paint.space.profile == intent:
            yield fault(paint)


def two_of_a_name(subject: Subject) -> Iterator[Fault]:
    """One colorant, defined in two ways."""
    known: dict[str, tuple[str, str]] = {}
    for paint in subject.paints:
        space = paint.space
        if space.family == "Separation" and space.base and space.names:
            made = (space.base.family, space.tint)
            if known.setdefault(space.names[0], made) != made:
                yield fault(paint)


def not_ink(subject: Subject) -> Iterator[Fault]:
    return (fault(paint) for paint in seen(subject) if is_rgb(paint.space))


def loose_gray(subject: Subject) -> Iterator[Fault]:
    """Gray with a calibration of its own is converted, and may come out of four inks."""
    for paint in seen(subject):
        space = paint.space
        if space.family == "CalGray" or (space.family == "ICCBased" and space.count == 1):
            yield fault(paint)


def compound_black(subject: Subject) -> Iterator[Fault]:
    """Text in a black of several inks: each has its own plate, and small strokes show when plates shift."""
    for paint in seen(subject):
        is_text = paint.kind == "text" or paint.font is not None
        if is_text and is_blackish(paint.colour) and len(printed(paint.colour)) > 1:
            yield fault(paint)


def fine_type(subject: Subject) -> Iterator[Fault]:
    for paint in seen(subject):
        if paint.kind == "text" and paint.size < FINE_TYPE and not is_blackish(paint.colour):
            shares = inks(paint.colour) or {}
            if sum(share >= 0.1 for share in shares.values()) > 2:
                yield fault(paint)


def white_over(subject: Subject) -> Iterator[Fault]:
    """White that overprints lays down nothing and takes nothing away: it vanishes (11.7.4)."""
    for paint in seen(subject):
        sampled = paint.image is not None and not paint.image.mask
        if paint.overprint and not sampled and is_white(paint.colour):
            tint = paint.space.family in ("Separation", "DeviceN")
            if tint or (paint.space.family == "DeviceCMYK" and paint.opm == 1):
                yield fault(paint)


def registration(subject: Subject) -> Iterator[Fault]:
    """Colour of every plate, whatever its tint, that is not cut off with the marks."""
    for paint in seen(subject):
        if "All" in paint.space.names and paint.bounds.meets(subject.sheet(paint.page).trim):
            yield fault(paint)


def overprints(paint: Paint) -> bool:
    """Whether what is under it stays: DeviceCMYK in mode 1, or a Separation (11.7.4.3, table 149)."""
    if not paint.overprint:
        return False
    return paint.space.family == "Separation" or (paint.space.family == "DeviceCMYK" and paint.opm == 1)


def black_knocks_out(subject: Subject) -> Iterator[Fault]:
    """Small text in solid K alone that takes the inks under it away: a shift of plates then shows as a white edge."""
    for paint in seen(subject):
        shares = inks(paint.colour) or {}
        small_black = paint.kind == "text" and paint.size <= BODY and printed(paint.colour) == ["K"]
        if small_black and shares["K"] >= SOLID and not overprints(paint):
            yield fault(paint)


def unknown_light(subject: Subject) -> Iterator[Fault]:
    """Paint in a space that no rule knows."""
    for paint in seen(subject):
        if paint.space.family == "unknown" and light(paint.colour) is None:
            yield fault(paint)


CHECKS = (
    Check("device-colour", "error", device_colours, "6.4"),
    Check("same-profile", "error", same_profile, "6.4"),
    Check("spot-twice", "error", two_of_a_name, "6.4"),
    Check("rgb", "warning", not_ink),
    Check("tagged-gray", "warning", loose_gray),
    Check("compound-black", "error", compound_black),
    Check("fine-type-inks", "warning", fine_type),
    Check("white-overprint", "error", white_over),
    Check("registration", "error", registration),
    Check("black-knocks-out", "warning", black_knocks_out),
    Check("unknown-colour", "warning", unknown_light),
)
