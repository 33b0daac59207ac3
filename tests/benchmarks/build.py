"""How long a whole build takes, how much memory, how large the file: `make benchmark`.

Each run is a process of its own, from its start to its end: cold with an empty cache, warm with a filled one; and what
the print target adds, as the difference of two warm runs one after the other, with it and without.
Prints the median of five (or as many as asked for: `build.py 9`) beside the limits the project has set itself.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
LIMITS = {"cold": 1.2, "warm": 0.5, "+ print": 0.6}  # seconds
BROCHURE = Path("data/brochure.yaml")
MEMORY = 200  # MB
SIZE = 900  # kB


class Run(NamedTuple):
    """cpu: seconds of processor time, which say more than the clock where others use the machine. peak: MB."""

    seconds: float
    cpu: float
    peak: float


def run(command: list[str], environment: Mapping[str, str], folder: Path) -> Run:
    """A process from its start to its end; the peak is its own. Its errors go into the folder, and end this program."""
    begun = time.perf_counter()
    child = os.posix_spawn(
        command[0],
        command,
        environment,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, str(folder / "errors"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        ],
    )
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begun
    if status:
        sys.exit((folder / "errors").read_text(encoding="utf-8"))
    unit = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss: bytes there, kilobytes on Linux
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def build(output: Path, cache: Path, brochure: Path = BROCHURE) -> Run:
    """One build."""
    environment = {**os.environ, "REPORT_CACHE": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else every run compiles the engine again
    command = [sys.executable, "-m", "report", "build", str(brochure), "--output", str(output)]
    return run(command, environment, output)


def printed_too(folder: Path) -> Path:
    """The brochure with the print target beside its own, in a project that borrows all else."""
    for name in ("styles", "data"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "fonts").symlink_to(ROOT / "fonts")
    made = folder / BROCHURE
    made.write_text(BROCHURE.read_text(encoding="utf-8") + "\ntargets: [screen, print]\n", encoding="utf-8")
    return made


def added(output: Path, times: int) -> list[Run]:
    """What the print target adds, pair by pair; the peak is that of the run with it."""
    both = printed_too(output / "project")
    found = []
    for _ in range(times):
        alone, more = build(output, output / "cache"), build(output, output / "cache", both)
        found.append(Run(more.seconds - alone.seconds, more.cpu - alone.cpu, more.peak))
    return found


def measure(times: int) -> None:
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder)
        build(output, output / "cache")  # leaves bytecode, and the files in the system's cache
        colds = [build(output, output / f"cache-{i}") for i in range(times)]
        warms = [build(output, output / "cache") for _ in range(times)]
        (file,) = output.glob("*.pdf")
        size = file.stat().st_size / 1e3
        prints = added(output, times)
    heads = ("median s", "worst s", "limit s", "cpu s", "peak MB")
    print(f"{'':8}{''.join(f'{head:>10}' for head in heads)}   (of {times}; peak under {MEMORY} MB)")
    for name, runs in (("cold", colds), ("warm", warms), ("+ print", prints)):
        seconds = [run.seconds for run in runs]
        peak = max(run.peak for run in runs)
        median = statistics.median(seconds)
        cpu = statistics.median(run.cpu for run in runs)
        print(f"{name:8}{median:>10.3f}{max(seconds):>10.3f}{LIMITS[name]:>10.1f}{cpu:>10.3f}{peak:>10.0f}")
    print(f"{file.name}: {size:,.0f} kB (under {SIZE} kB)")


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
