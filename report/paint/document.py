"""The objects of a PDF file (ISO 32000-1, 7), kept and written by ReportLab's document.

In: dictionaries, arrays and streams. Out: the bytes of the file. The only module that imports ReportLab. Nothing of its
canvas is used: that would put an unembedded Helvetica on every page and scale pages for crop marks, and its catalogue
drops OutputIntents. The file carries neither time nor chance: its ID is a digest of its streams.
"""

from __future__ import annotations

import sys
import threading
import zlib
from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any

# ReportLab imports Pillow for pictures, which we embed ourselves: a fiftieth of a build. An empty module will do.
_pillow = None if "PIL" in sys.modules else {"PIL": ModuleType("PIL"), "PIL.Image": ModuleType("PIL.Image")}
if _pillow:
    _pillow["PIL"].Image = _pillow["PIL.Image"]  # type: ignore[attr-defined]
    sys.modules.update(_pillow)
from reportlab.pdfbase import pdfdoc  # noqa: E402

for _name in _pillow or ():
    del sys.modules[_name]


class _Moment:
    """What ReportLab begins an ID with: its own would be SOURCE_DATE_EPOCH, where the environment has that."""

    t = 946684800.0

    def __init__(self, invariant: int) -> None:
        pass


pdfdoc.TimeStamp = _Moment

Value = Any  # a number, a raw token ("/DeviceRGB", "true"), a Ref, or what the functions below make
Ref = pdfdoc.PDFObjectReference  # made of a label, it may name an object that is added later

COMPRESSION = 9  # zlib's best; on fonts, the bulk of a file, hardly slower than its default


def name(word: str) -> str:
    return pdfdoc.PDFName(word)


def text(words: str) -> Value:
    """A text string: PDFDocEncoding where it suffices, else UTF-16BE."""
    return pdfdoc.PDFString(words)


def array(values: Iterable[Value]) -> Value:
    return pdfdoc.PDFArrayCompact(values)


def dictionary(entries: Mapping[str, Value]) -> Value:
    made = pdfdoc.PDFDictionary(dict(entries))
    made.multiline = False
    return made


def literal(words: str) -> str:
    """A text string in the file's own words, for a Raw."""
    if words.isascii() and words.isprintable() and not set(words) & set("()\\"):
        return f"({words})"
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def packed(content: bytes) -> bytes:
    """Compressed as `Document.save` does it."""
    return zlib.compress(content, COMPRESSION)


class Raw(pdfdoc.PDFObject):
    """An object whose number is known before its content: structure elements point at one another both ways."""

    def __init__(self) -> None:
        self.number = 0
        self.content = "null"

    @property
    def ref(self) -> Ref:
        return Ref(self.__InternalName__)

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        return self.content.encode("ascii")


class _Catalog(pdfdoc.PDFObject):
    """The document catalogue as a plain dictionary: ReportLab's own writes only the keys it knows."""

    def __init__(self) -> None:
        self.entries: dict[str, Value] = {}

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        return dictionary(self.entries).format(document)


class _Stream(pdfdoc.PDFObject):
    """A stream whose Length is exact and whose data ends with a line end of its own (ISO 19005-2, 6.1.7.1)."""

    __RefOnly__ = 1  # never inside another object

    def __init__(self, entries: Mapping[str, Value], content: bytes):
        self.entries = entries
        self.content = content

    def compress(self, done: bytes = b"") -> None:
        self.content = done or packed(self.content)
        self.entries = {**self.entries, "Filter": "/FlateDecode"}

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        head = dictionary({**self.entries, "Length": len(self.content)}).format(document)
        return b"".join((head, b"\nstream\n", self.content, b"\nendstream\n"))


def _compress_all(streams: list[_Stream]) -> None:
    """By two threads, for zlib lets go of the interpreter: about half the bytes each."""
    by_size = sorted(streams, key=lambda stream: -len(stream.content))

    def work(share: list[_Stream]) -> None:
        for stream in share:
            stream.compress()

    other = threading.Thread(target=work, args=(by_size[1::2],))
    other.start()
    work(by_size[0::2])
    other.join()


class _File(pdfdoc.PDFDocument):
    """ReportLab's document with our catalogue and Info, and an ID that depends on content alone."""

    def ID(self) -> bytes:
        digest = self.signature.hexdigest()
        return f"[<{digest}><{digest}>]".encode()


class Document:
    """A file in the making."""

    def __init__(self) -> None:
        self._file = _File(compression=0, invariant=1, pdfVersion=(1, 7))
        self._file.Catalog = self._file._catalog = _Catalog()
        self._file.info = _Catalog()
        self._pages = self._file.Pages
        self._shared: dict[str, pdfdoc.PDFDictionary] = {}
        self._loose: list[_Stream] = []

    @property
    def catalog(self) -> dict[str, Value]:
        """Entries of the catalogue, to be added to."""
        return self._file.Catalog.entries

    @property
    def fonts(self) -> Ref:
        """The font resources that every page and form shares."""
        return Ref(pdfdoc.BasicFonts)

    def add_font(self, resource: str, font: Ref) -> None:
        self._file.idToObject[pdfdoc.BasicFonts][resource] = font

    def share(self, kind: str, resource: str, value: Value) -> None:
        """A resource that every page and form may name, of a kind such as "ColorSpace"."""
        if kind not in self._shared:
            self._shared[kind] = dictionary({})
            self._file.Reference(self._shared[kind], f"Shared.{kind}")
        self._shared[kind].dict[resource] = value

    @property
    def resources(self) -> dict[str, Value]:
        """What all pages and forms share, as far as it is known."""
        return {"Font": self.fonts} | {kind: Ref(f"Shared.{kind}") for kind in self._shared}

    @property
    def info(self) -> dict[str, Value]:
        return self._file.info.entries

    def add(self, entries: Mapping[str, Value] | list[Value], label: str | None = None) -> Ref:
        """Keeps a dictionary or an array as an object of its own."""
        made = dictionary(entries) if isinstance(entries, Mapping) else array(entries)
        return self._file.Reference(made, label)

    def reserve(self) -> Raw:
        """Keeps an object whose content is still to be written."""
        made = Raw()
        made.number = self.number(self._file.Reference(made))
        return made

    def number(self, ref: Ref) -> int:
        """The number of an object that was kept."""
        return self._file.idToObjectNumberAndVersion[ref.name][0]

    def stream(self, entries: Mapping[str, Value], content: bytes, label: str | None = None, done: bytes = b"") -> Ref:
        """Keeps a stream; `save` will compress it, unless that is done or its entries name a filter already."""
        made = _Stream(entries, content)
        if done:
            made.compress(done)
        elif "Filter" not in entries:
            self._loose.append(made)
        self._file.updateSignature(content)
        return self._file.Reference(made, label)

    def page(self, entries: Mapping[str, Value], label: str) -> Ref:
        """Keeps a page, after those that came before it."""
        pages = self._file.Reference(self._pages)
        ref = self.add({"Type": "/Page", "Parent": pages, **entries}, label)
        self._pages.addPage(ref)
        return ref

    def save(self) -> bytes:
        """The whole file. Nothing may be added afterwards."""
        self.catalog.update({"Type": "/Catalog", "Pages": self._file.Reference(self._pages)})
        for value in self.info.values():
            self._file.updateSignature(getattr(value, "s", value))
        _compress_all(self._loose)
        return self._file.format()
