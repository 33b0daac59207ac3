"""A layout engine: YAML sections and a year's figures become a printed brochure in Japanese.

The corridor, room by room (pipeline.py is the page to read first):

    source               YAML -> typed values, each with its file:line:column
    figures              the year's numbers
    text                 an author's words, marked up, and the tags they are read by
    style                palette, faces, text styles, the page
    page                 the sheet of paper and the closed list of what may lie on it
    artwork              pictures, icons and charts as drawings
    compose    COMPOSE   Japanese text
    blocks               what may stand on a page: a kind a file
    content    LOAD      files -> Brochure; RESOLVE: the numbers into its words
    layout     PAGINATE  rows of blocks -> pages, each filled
    paint      PAINT     pages -> the bytes of a PDF
    conform    CONFORM   pages and bytes meet a standard
    deliver    DELIVER   which files are made of the pages; files written whole or not at all
    messages             the words of what authors are told, in both languages

A room imports only rooms above it (tests/test_house.py). Lengths are pt, y runs down.
"""

from __future__ import annotations

from typing import Any

__all__ = ["Diagnostic", "Failure", "Report", "build", "lay_out"]


def __getattr__(name: str) -> Any:
    """The public names, each imported when first asked for: `import report` costs nothing."""
    if name in ("build", "lay_out"):
        from report import pipeline

        return getattr(pipeline, name)
    if name in __all__:
        from report import messages

        return getattr(messages, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
