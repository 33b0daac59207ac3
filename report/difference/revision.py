"""A project as it was at a revision of its git repository.

In: a revision, where its repository is, and an empty folder. Out: the path of its brochure.yaml in that folder. git is
asked on this machine alone; nothing is fetched, and the work tree stays as it is. What a revision does not hold, as
where fonts are kept outside of the repository, is taken from the project as it stands.
"""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from report.messages import Foreign, failure, message

SHARED = ("styles", "fonts")  # folders beside the data
NAMES = ("", "brochure.yaml", "data/brochure.yaml")  # where a brochure's file may be, from what was given
PROFILES = "styles/icc"


class Revision(NamedTuple):
    """brochure: its file, taken out. commit: short. day: of the commit, year-month-day. inside: the folder that `place`
    was taken out into, place: that folder in the repository."""

    brochure: Path
    commit: str
    day: str


def take_out(name: str, path: str, project: Path, into: Path) -> Revision:
    """name: of the revision. path: of the brochure's file or of its project in the repository; "": that of `project`,
    the brochure's file as it stands. Raises Failure."""
    start = project.parent if project.parent.is_dir() else Path()
    found = _git(start, "rev-parse", "--show-toplevel", name=name)
    if found is None:
        raise failure(None, message("repository-missing", name=name, folder=start.resolve()))
    top = Path(os.fsdecode(found).rstrip("\n"))
    asked = None if name.startswith("-") else _git(top, "rev-parse", "--verify", f"{name}^{{commit}}", name=name)
    if asked is None:
        raise failure(None, message("revision-unknown", name=name, folder=top))
    commit = asked.decode().strip()
    file = _brochure(top, commit, name, path or os.path.relpath(project.resolve(), top.resolve()))
    root, data = file.parent.parent, file.parent.name
    _archive(top, f"{commit}:{'' if root == PurePosixPath('.') else root}", data, into)
    _complete(into, project.resolve().parent.parent)
    short, day = _said(top, "log", "-1", "--format=%h %cs", commit).split()
    return Revision(into / (data or "data") / file.name, short, day)


def _git(folder: Path, *arguments: str, name: str = "") -> bytes | None:
    """What git says; None if it fails. name: what is looked for. Raises Failure without git."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, env=environment, stdin=subprocess.DEVNULL
        )
    except FileNotFoundError:
        raise failure(None, message("git-missing", name=name)) from None
    if done.returncode == 0:
        return done.stdout
    words = done.stderr.decode(errors="replace").strip().partition("\n")[0]
    if name and "dubious" not in words:
        return None
    raise failure(None, message("git-failed", reason=Foreign(words.removeprefix("fatal: "))))


def _said(folder: Path, *arguments: str) -> str:
    said = _git(folder, *arguments)
    assert said is not None
    return said.decode(errors="replace")


def _brochure(top: Path, commit: str, name: str, path: str) -> PurePosixPath:
    """The brochure's file, from the path of it, of its folder or of its project."""
    files = set(_said(top, "ls-tree", "-r", "-z", "--name-only", commit).split("\0"))
    for end in NAMES:
        file = os.path.normpath(os.path.join(path, end))
        if file in files:
            return PurePosixPath(file)
    raise failure(None, message("revision-without-project", name=name, path=path))


def _archive(top: Path, tree: str, data: str, into: Path) -> None:
    """The folders of a project out of a tree; data "": the tree is that folder itself."""
    names = _said(top, "ls-tree", "-z", "--name-only", tree).split("\0")
    wanted = [name for name in names if name in (data, *SHARED)] if data else []
    target = into if data else into / "data"
    packed = _git(top, "archive", "--format=tar", tree, *wanted)
    assert packed is not None
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            place = target / member.name
            if not place.resolve().is_relative_to(into.resolve()):
                continue
            if member.isdir():
                place.mkdir(parents=True, exist_ok=True)
            elif member.isfile() and (content := archive.extractfile(member)):
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content.read())
            elif member.issym() and (place.parent / member.linkname).resolve().is_relative_to(into.resolve()):
                place.symlink_to(member.linkname)


def _complete(into: Path, project: Path) -> None:
    """Link to the project as it stands for the folders that are not there."""
    for name in (*SHARED, PROFILES):
        there, here = project / name, into / name
        if there.is_dir() and not here.exists() and here.parent.is_dir():
            here.symlink_to(there.resolve())
