"""What a file says of itself: the facts of the Info dictionary (ISO 32000-1, 14.3.3)."""

from __future__ import annotations

import re

import msgspec

from report.messages import failure, message

ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?")


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """created: an ISO 8601 date, with or without a time, or "" for none; a build never asks the clock."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "ja-JP"
    created: str = ""
    producer: str = "report"


def pdf_date(iso: str) -> str:
    """An ISO date as PDF writes it, "D:20240329090000+09'00'" (ISO 32000-1, 7.9.4). Failure on anything else."""
    found = ISO_DATE.fullmatch(iso)
    if found is None:
        raise failure(None, message("file-date-wrong", date=iso))
    year, month, day, hour, minute, second, zone = found.groups()
    if hour is None:
        return f"D:{year}{month}{day}"
    offset = ""
    if zone == "Z":
        offset = "Z"
    elif zone:
        offset = f"{zone[:3]}'{zone[-2:]}'"
    return f"D:{year}{month}{day}{hour}{minute}{second or '00'}{offset}"
