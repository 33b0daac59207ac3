"""Spoilt projects are built, or refused at a place: never a traceback, a hang, half a file or a word of Python's.

Unlike tests/test_any_content.py, which makes up content, this spoils the files: their bytes, encodings and formats, and
the file system they lie in. A project follows from its number alone. `make test` runs a few, .ci/run 3,000; by hand as
many as wanted, or one again:

    REPORT_EXAMPLES=20000 REPORT_SEED=100000 python -m pytest tests/fuzz/test_fuzz.py -n logical
    REPORT_EXAMPLES=1 REPORT_SEED=4711 python -m pytest tests/fuzz/test_fuzz.py

What it finds is a row of test_finds.py when it is mended.
"""

from __future__ import annotations

import functools
import os
from random import Random

import pytest

from tests.fuzz.bench import Bench, Deed, Spoilt
from tests.fuzz.deeds import DEEDS, UNWRITABLE
from tests.fuzz.ground import ICC, ground
from tests.fuzz.mutate import changed

EXAMPLES, FIRST_SEED = int(os.environ.get("REPORT_EXAMPLES", 30)), int(os.environ.get("REPORT_SEED", 1))
SHARD = 30
SEEDS = range(FIRST_SEED, FIRST_SEED + EXAMPLES)
SHARDS = [SEEDS[at : at + SHARD] for at in range(0, EXAMPLES, SHARD)]
TARGETS = ("screen",) * 46 + ("print", "booklet", "office", "all")  # in part: a press file takes ten times as long


def spoilt(seed: int) -> Spoilt:
    """The project of a number: one to three changes of it."""
    chance, files, story = Random(seed), ground(), []
    deeds: list[Deed] = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if chance.random() < 0.14:
            deed = chance.choice(DEEDS)
            deeds.append(functools.partial(deed, chance))
            story.append(deed.__name__)
        else:
            files, told = changed(chance, files)
            story.append(told)
    unwritable = not {deed.__name__ for deed in UNWRITABLE}.isdisjoint(story)
    target, stderr, checked = chance.choice(TARGETS), chance.random() > 0.01, chance.random() < 0.2
    if any(each.startswith(ICC) for each in story):
        target = "print"
    return Spoilt(files, tuple(deeds), target, stderr, unwritable, checked, tuple(story))


@pytest.mark.parametrize("seeds", SHARDS, ids=lambda seeds: f"{seeds[0]}-{seeds[-1]}")
def test_a_spoilt_project_is_built_or_refused(bench: Bench, seeds: range) -> None:
    told = []
    for seed in seeds:
        project = spoilt(seed)
        story = "; ".join((project.target, *project.story, *(() if project.stderr else ("no stderr",))))
        told += [f"{seed} ({story}): {fault}" for fault in bench.faults(project)]
    assert not told, "\n" + "\n".join(told)
