"""Numbers, names and plates as a PDF writes them (ISO 32000-1, 7.3 and 8.6.6.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report.paint.document import Document, dictionary

SPECIAL = re.compile(r"[^!-~]|[#()<>\[\]{}/%]")


def number(value: float, places: int = 4) -> str:
    """A real as PDF takes it (7.3.3): no exponent, no trailing zeros."""
    written = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def numbers(values: Sequence[float], places: int = 4) -> str:
    return " ".join([number(value, places) for value in values])


def name_of(plate: str) -> str:
    """As a name is written, without its solidus."""
    return SPECIAL.sub(lambda found: "".join(f"#{byte:02X}" for byte in found[0].encode()), plate)


def separation(document: Document, plate: str, cmyk: list[float]) -> object:
    """A Separation colour space (8.6.6.4) as an object of its own; the tint goes evenly from paper to `cmyk`."""
    tint = dictionary({"FunctionType": 2, "Domain": "[0 1]", "C0": "[0 0 0 0]", "C1": f"[{numbers(cmyk, 3)}]", "N": 1})
    return document.add(["/Separation", f"/{name_of(plate)}", "/DeviceCMYK", tint])
