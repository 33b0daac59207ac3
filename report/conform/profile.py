"""What an ICC profile says of itself (ICC.1:2022, 7 and 9): for which kind of device it is, and of which press.

In: the bytes of a profile. Out: a Profile, or None for what is none. The condition that a file names is always its
profile's own: only one that says which registered characterisation it was made from is given that one's name.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

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
    def is_press(self) -> bool:
        return (self.device, self.space) == ("prtr", "CMYK")


def read_profile(data: bytes) -> Profile | None:
    if len(data) < 132 or data[36:40] != b"acsp":
        return None
    description = _description(data)
    condition = next((name for words, name in REGISTERED.items() if words in description), "")
    return Profile(data[12:16].decode("latin-1").strip(), data[16:20].decode("latin-1").strip(), description, condition)


def _description(data: bytes) -> str:
    """The profile description tag, of version 2 (desc) or 4 (mluc)."""
    (count,) = struct.unpack_from(">I", data, 128)
    for i in range(min(count, 100)):
        tag, offset, size = struct.unpack_from(">4sII", data, 132 + 12 * i)
        body = data[offset : offset + size]
        if tag != b"desc":
            continue
        if body[:4] == b"desc":
            (length,) = struct.unpack_from(">I", body, 8)
            return body[12 : 12 + length].split(b"\0")[0].decode("latin-1")
        if body[:4] == b"mluc" and len(body) >= 28:
            length, start = struct.unpack_from(">II", body, 20)
            return body[start : start + length].decode("utf-16-be", "replace")
    return ""
