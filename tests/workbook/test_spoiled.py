"""A workbook of which bytes were lost or changed is told, or says something of what was filled in; no traceback."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from report.workbook.book import read_book
from tests.workbook.books import both, changed, exported, put, repacked, survey_in

NAME = "nerima-2024-保育課.xlsx"
FILLED = {"waiting", "capacity"}


@pytest.mark.parametrize("seed", range(8))
def test_a_spoiled_workbook(seed: int, tmp_path: Path) -> None:
    survey = survey_in(tmp_path)
    rows = {each.id: each for each in survey.rows}
    sound = changed(exported(survey, "保育課"), both(put("waiting", 値=4), put("capacity", 値=21000)))
    names = zipfile.ZipFile(io.BytesIO(sound)).namelist()
    chance = random.Random(seed)
    outcomes = set()
    for _ in range(20):
        spoiled = _spoiled(sound, names, chance)
        book = read_book(NAME, spoiled, survey, rows)
        assert {each.id for each in book.heard} <= FILLED
        outcomes.add(bool(book.findings))
    assert outcomes == {True, False}


def _spoiled(content: bytes, names: list[str], chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return _changed(content, chance)
    spoiled = chance.choice(names)
    return repacked(content, lambda name, part: _changed(part, chance) if name == spoiled else part)


def _changed(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5])):
        at = chance.randrange(len(made))
        match chance.randrange(3):
            case 0:
                made[at] = chance.randrange(256)
            case 1:
                del made[at : at + chance.choice([1, 10, 100])]
            case 2:
                other = chance.randrange(len(made))
                made[at:at] = made[other : other + chance.choice([5, 50])]
        made = made or bytearray(b"x")
    return bytes(made)
