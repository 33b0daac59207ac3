"""What an ICC profile says of itself (ICC.1:2022, 7 and 9): for which kind of device it is, and of which press.

In: the bytes of a profile. Out: a Profile, or None for what is none. The condition that a file names is always its
profile's own: only one that says which registered characterisation it was made from is given that one's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from report.messages import Message, message

HEADER = 132  # bytes, with the number of tags
MOST_TAGS, MOST_TEXT, LONGEST = 100, 64_000, 255  # tags; bytes of a tag of text; letters of a name
VERSIONS = (2, 4)  # of ICC.1; 5 is another format
NEEDED = ("A2B0", "B2A0")  # tables from inks to colours and back
REGISTRY = "http://www.color.org"
# Words of a profile's description -> the name of its characterisation in the ICC's registry.
REGISTERED = {
    "FOGRA39": "FOGRA39",
    "FOGRA51": "FOGRA51",
    "FOGRA52": "FOGRA52",
    "Japan Color 2001 Coated": "JC200103",
    "Japan Color 2001 Uncoated": "JC200104",
}


class Profile(NamedTuple):
    """device: "prtr" for a press. space: "CMYK". condition: its name in the registry, or "" where it has none there."""

    device: str
    space: str
    description: str
    condition: str

    @property
    def kind(self) -> str:
        """Both in letters, whatever the bytes are."""
        return ascii(f"{self.device} {self.space}")[1:-1]

    @property
    def is_press(self) -> bool:
        return (self.device, self.space) == ("prtr", "CMYK")


def read_profile(data: bytes) -> Profile | None:
    if len(data) < HEADER or data[36:40] != b"acsp":
        return None
    description = _description(data)
    condition = next((name for words, name in REGISTERED.items() if words in description), "")
    return Profile(data[12:16].decode("latin-1").strip(), data[16:20].decode("latin-1").strip(), description, condition)


def unfit(data: bytes) -> Message | None:
    """Why the profile of a press cannot go with a file as its output intent (ISO 15930-7, 6.4); None if it can."""
    count = _number(data, 128)
    tags = _tags(data)
    whole = 0 < count <= MOST_TAGS and len(data) >= HEADER + 12 * count and _number(data, 0) <= len(data)
    if not whole or any(offset + size > len(data) for offset, size in tags.values()):
        return message("profile-ends-early")
    if data[8] not in VERSIONS:
        return message("profile-version", version=data[8])
    if missing := [name for name in NEEDED if name.encode() not in tags]:
        return message("profile-tables-missing", names=", ".join(missing))
    return None if _description(data) else message("profile-without-name")


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _tags(data: bytes) -> dict[bytes, tuple[int, int]]:
    """Where each tag lies, and its length."""
    tags: dict[bytes, tuple[int, int]] = {}
    for at in range(HEADER, min(HEADER + 12 * min(_number(data, 128), MOST_TAGS), len(data) - 11), 12):
        tags.setdefault(data[at : at + 4], (_number(data, at + 4), _number(data, at + 8)))
    return tags


def _description(data: bytes) -> str:
    """The profile's name for people, of version 2 (desc) or 4 (mluc): the first of its texts that says something."""
    offset, size = _tags(data).get(b"desc", (0, 0))
    body = data[offset : offset + min(size, MOST_TEXT)]
    kind = body[:4]
    texts = _texts_2(body) if kind == b"desc" else _texts_4(body) if kind == b"mluc" else iter(())
    tidy = ("".join(c for c in text if c.isprintable() and c != "\ufffd").strip()[:LONGEST] for text in texts)
    return next(filter(None, tidy), "")


def _texts_2(body: bytes) -> Iterator[str]:
    """In ASCII, in Unicode, in a script of the Macintosh's (ICC.1:2001, 6.5.17)."""
    at = 12 + _number(body, 8)
    yield _read(body[12:at], "utf-8", "shift_jis")
    end = at + 8 + 2 * _number(body, at + 4)
    yield body[at + 8 : end].partition(b"\0\0")[0].decode("utf-16-be", "replace")
    yield _read(body[end + 3 : end + 3 + int.from_bytes(body[end + 2 : end + 3])], "shift_jis", "mac_roman")


def _texts_4(body: bytes) -> Iterator[str]:
    """In each language, English first (ICC.1:2022, 10.15)."""
    width = max(_number(body, 12), 12)
    records = [body[at : at + 12] for at in range(16, min(16 + width * _number(body, 8), len(body) - 11), width)][
        :MOST_TAGS
    ]
    for record in sorted(records, key=lambda record: record[:2] != b"en"):
        start = _number(record, 8)
        yield body[start : start + _number(record, 4)].decode("utf-16-be", "replace")


def _read(text: bytes, *encodings: str) -> str:
    """Up to its end (a zero), in the first encoding that it can be in."""
    text = text.partition(b"\0")[0]
    for encoding in encodings:
        try:
            return text.decode(encoding)
        except UnicodeDecodeError:
            continue
    return text.decode("latin-1")
