"""Builds in processes of their own, so that one that hangs, takes all memory or dies is told from all others.

In: the folder of a project and the command line. Out: an `Outcome`. As a program this file is the process that all
builds are forked from: it has imported everything and built once, and so a build takes some 0.06 s. It reads a job a
line from its standard input, as JSON, and answers each with a line.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import resource
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import IO, Any, NamedTuple

LONGEST = 20  # s of a build
LARGEST = 1_500_000  # kB of its resident memory
ROOM = 4 << 30  # bytes of its address space, so that the machine outlives it


class Outcome(NamedTuple):
    """code: of the command; below 0 the signal that ended it. kilobytes: of memory, at most."""

    code: int
    seconds: float
    kilobytes: int
    out: str
    err: str


class Builder:
    """The process that builds are forked from. cache: the folder of REPORT_CACHE."""

    def __init__(self, project: Path, cache: Path) -> None:
        environment = os.environ | {"REPORT_CACHE": str(cache)}
        command = (sys.executable, "-W", "error", __file__, str(project))
        self._process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parent.parent.parent,
        )
        try:
            self._answer()  # it is ready
        except AssertionError:
            self.close()
            raise

    def run(self, folder: Path, *arguments: str, stderr: bool = True) -> Outcome:
        """A command of `report`, run in a folder. stderr: whether it has one."""
        assert self._process.stdin
        job = {"folder": str(folder), "arguments": arguments, "stderr": stderr}
        self._process.stdin.write(json.dumps(job).encode() + b"\n")
        self._process.stdin.flush()
        answer = self._answer()
        out, err = ((folder / name).read_text("utf-8", "surrogateescape") for name in ("out.txt", "err.txt"))
        return Outcome(*answer, out, err)

    def _answer(self) -> list[Any]:
        assert self._process.stdout
        answer = self._process.stdout.readline()
        assert answer, "the process that builds are forked from has died"
        return json.loads(answer)

    def close(self) -> None:
        self._process.communicate()


def _serve(project: str, answers: IO[bytes]) -> None:
    _warm(project)
    signal.signal(signal.SIGALRM, _late)
    _tell([], answers)
    for line in sys.stdin:
        begun, child = time.perf_counter(), os.fork()
        if not child:
            _run(json.loads(line))
        status, usage = _awaited(child)
        seconds = round(time.perf_counter() - begun, 3)
        _tell([os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss], answers)


def _tell(answer: list[Any], answers: IO[bytes]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _awaited(child: int) -> tuple[int, Any]:
    """How a child has ended, by itself or by force."""
    signal.alarm(LONGEST + 5)
    try:
        _, status, usage = os.wait4(child, 0)
    except TimeoutError:
        os.kill(child, signal.SIGKILL)
        _, status, usage = os.wait4(child, 0)
    signal.alarm(0)
    return status, usage


def _late(*_: Any) -> None:
    raise TimeoutError


def _warm(project: str) -> None:
    """Import all of the engine and what it imports late, and build once: the children find it done."""
    import matplotlib.backends.backend_agg  # noqa: F401

    import report

    for module in pkgutil.walk_packages(report.__path__, "report."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    os.chdir(project)
    code = _main("build", "data/brochure.yaml", "--target", "all", "--output", "first")
    if code:
        raise SystemExit(f"the project as it is does not build: {code}")
    gc.collect()
    gc.freeze()  # or a child's first collection would copy every page


def _run(job: dict[str, Any]) -> None:
    """The child's life."""
    code = 99
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        os.chdir(job["folder"])
        _redirect(job["stderr"])
        resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        code = _main(*job["arguments"])
        sys.stdout.flush()
    except BaseException:  # the command line itself tells of no fault
        traceback.print_exc()
    finally:
        os._exit(code)


def _redirect(stderr: bool) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    for number, name in ((1, "out.txt"), (2, "err.txt")):
        file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, number)
        os.close(file)
    os.close(nothing)
    if not stderr:  # as Python has it where a process begins with it closed
        os.close(2)
        sys.stderr = None  # type: ignore[assignment]


def _main(*arguments: str) -> int:
    from report import cli

    try:
        return cli.main(arguments)
    except SystemExit as end:  # of argparse
        return end.code if isinstance(end.code, int) else 98


if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the first build says is no answer
    sys.path.insert(0, os.getcwd())
    _serve(sys.argv[1], answers)
