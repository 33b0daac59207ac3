"""Builds in processes of their own, so that one that hangs, takes all memory or dies is told from all others.

In: the folder of a project and the command line. Out: an `Outcome`. As a program this file is the process that all
builds are forked from: it has imported everything and built once. It reads a job a line from its standard input, as
JSON, and answers each with a line. A child builds some projects one after another, as what it writes to copies the
pages of its memory; after one that went wrong another child is forked.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import resource
import select
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import IO, Any, NamedTuple

LONGEST = 20  # s of a build
LARGEST = 1_500_000  # kB of its resident memory
LARGE = 300_000  # kB; a child that has grown so far builds no more
SERVED = 25  # builds of a child
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
    _tell([], answers)
    child: _Child | None = None
    for line in sys.stdin:
        child = child or _Child()
        answer = child.answer(line)
        _tell(answer, answers)
        child = child if child.is_fit(answer, line) else None


def _tell(answer: list[Any], answers: IO[bytes]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


class _Child:
    """A process that builds until it has built enough, or one build has spoilt it."""

    def __init__(self) -> None:
        self._left = SERVED
        jobs, self._jobs = os.pipe()
        self._answers, answers = os.pipe()
        self._process = os.fork()
        if not self._process:
            os.close(self._jobs)
            os.close(self._answers)
            _live(jobs, answers)
        os.close(jobs)
        os.close(answers)

    def answer(self, job: str) -> list[Any]:
        """How a job ended: code, seconds, kilobytes."""
        begun = time.perf_counter()
        os.write(self._jobs, job.encode())
        if not select.select([self._answers], [], [], LONGEST + 5)[0]:
            os.kill(self._process, signal.SIGKILL)
        told = os.read(self._answers, 4096)
        seconds = round(time.perf_counter() - begun, 3)
        if told:
            code, kilobytes = json.loads(told)
            return [code, seconds, kilobytes]
        _, status, usage = os.wait4(self._process, 0)
        self._process = 0
        return [os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss]

    def is_fit(self, answer: list[Any], job: str) -> bool:
        """Whether it can build more; else it ends."""
        self._left -= 1
        whole = answer[0] in (0, 1) and answer[2] < LARGE and json.loads(job)["stderr"]
        if self._process and self._left and whole:
            return True
        os.close(self._jobs)
        os.close(self._answers)
        if self._process:
            os.waitpid(self._process, 0)
        return False


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


def _live(jobs: int, answers: int) -> None:
    """The child's life: a job a line."""
    try:
        resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with os.fdopen(jobs, "rb") as lines:
            for line in lines:
                code = _run(json.loads(line))
                kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
                os.write(answers, json.dumps([code, kilobytes]).encode())
    finally:
        os._exit(97)  # it is forgotten, unless a job waits


def _run(job: dict[str, Any]) -> int:
    code = 99
    try:
        os.chdir(job["folder"])
        _redirect(job["stderr"])
        code = _main(*job["arguments"])
        sys.stdout.flush()
    except BaseException:  # the command line itself tells of no fault
        traceback.print_exc()
    return code


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
