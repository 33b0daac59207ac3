"""A PDF in memory, opened.

In: the bytes of a file. Out: pikepdf's Pdf, for as long as the `with` lasts. qpdf asks for a few bytes at a time, which
through a stream of Python's takes more than twice as long as from a file that is mapped into memory.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
from pikepdf import AccessMode, Pdf


@contextmanager
def opened(content: bytes) -> Iterator[Pdf]:
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        with pikepdf.open(file, access_mode=AccessMode.mmap) as pdf:
            yield pdf
