"""The plan of the house: which room imports which, and which libraries only some rooms may know."""

from __future__ import annotations

import ast
import functools
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "report"
BASE = ("units", "messages", "cache")  # open to every room
ORDER = (  # a room imports only rooms before it
    "source", "figures", "workbook", "text", "style", "page", "artwork", "compose", "blocks", "content", "proofreading",
    "layout", "record", "difference", "paint", "conform", "deliver", "mail",
)  # fmt: skip
ROOMS = {room: {*BASE, *ORDER[:place]} for place, room in enumerate(ORDER)}
ROOMS |= {base: set() for base in BASE}
ROOMS["pipeline"] = {*ROOMS, "pipeline"}  # the one file that sees all
ROOMS["cli"] = {*ROOMS}
ROOMS["__main__"] = {"cli"}
ROOMS["__init__"] = {"pipeline", "messages"}
LIBRARIES = {  # the only modules that may import a library
    "yaml": ("source/syntax.py", "source/telling.py"),
    "yaml_edit": ("source/edits.py",),
    "matplotlib": ("artwork/charts/renderer.py",),
    "numpy": (),
    "segno": ("artwork/qr.py",),
    "reportlab": ("paint/",),
    "pikepdf": ("conform/",),
    "pypdfium2": ("conform/",),
    "PIL": (
        "artwork/photos.py",
        "artwork/colours.py",
        "conform/preflight/frames.py",
        "conform/preflight/coded.py",
        "conform/plates",
        "conform/cover.py",
    ),
    "uharfbuzz": ("style/", "paint/embed.py"),
    "xlsxwriter": ("workbook/", "deliver/printed_table.py"),
    "python_calamine": ("workbook/",),
    "dns": ("mail/domain.py",),
    "time": ("cli/",),
    "datetime": ("figures/", "workbook/"),  # as a calendar; asking for the day is caught below
    "random": (),
    "smtplib": ("mail/line.py", "mail/smtp.py"),
    "socket": ("mail/",),
    "sqlite3": ("mail/ledger.py", "mail/run.py"),
    "ssl": ("mail/line.py", "mail/smtp.py"),
    "dataclasses": (),
    "fontTools": (),  # slow to import, for tests
}
FILES = sorted(HOUSE.rglob("*.py"))


@functools.cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def room_of(file: Path) -> str:
    return str(file.relative_to(HOUSE)).partition("/")[0].removesuffix(".py")


def imports(file: Path) -> Iterator[tuple[str, int]]:
    """Dotted names a module imports, at its top or within, with their lines."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}:{node.lineno}: relative import"
            assert node.module
            if node.module == "report":
                yield from ((f"report.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield node.module, node.lineno


def test_imports_are_seen_at_the_top_of_a_module_and_within() -> None:
    names = {name for name, _ in imports(HOUSE / "cli/__init__.py")}
    assert {"argparse", "report.cli.usage", "report.cli.pdf_tools"} <= names


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOUSE)))
def test_a_room_imports_only_rooms_before_it(file: Path) -> None:
    name, room = str(file.relative_to(HOUSE)), room_of(file)
    for module, line in imports(file):
        top, _, rest = module.partition(".")
        if top == "report":
            other = rest.partition(".")[0]
            assert other == room or other in ROOMS[room], f"{name}:{line}: {room} may not import {other}"
        elif top in LIBRARIES:
            assert name.startswith(LIBRARIES[top]), f"{name}:{line}: {top} is not for this room"
        else:
            assert top in sys.stdlib_module_names or top in ("msgspec", "budoux"), f"{name}:{line}: {top}"


def test_the_plan_says_who_imports_whom() -> None:
    """The table in report/README.md."""
    real: dict[str, set[str]] = {room: set() for room in (*ORDER, "pipeline", "cli")}
    for file in FILES:
        room = room_of(file)
        for module, _ in imports(file):
            top, _, rest = module.partition(".")
            if top == "report" and room in real:
                real[room].add(rest.partition(".")[0])
    plan = re.findall(r"^\| `(\w+)` \| .* \| ?([^|]*) ?\|$", (HOUSE / "README.md").read_text(encoding="utf-8"), re.M)
    told = {room: set(filter(None, names.strip().split(", "))) for room, names in plan}
    assert told == {room: others - {room, *BASE} for room, others in real.items()}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOUSE)))
def test_nothing_asks_for_the_day(file: Path) -> None:
    tree = ast.walk(parsed(file))
    assert not {node.attr for node in tree if isinstance(node, ast.Attribute)} & {"now", "today", "utcnow"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOUSE)))
def test_a_module_says_what_it_is_for(file: Path) -> None:
    assert ast.get_docstring(parsed(file))


def test_a_citation_of_the_design_names_one_of_its_sections() -> None:
    root = HOUSE.parent
    sections = set(re.findall(r"^## \d+ (.+)$", (root / "styles/README.md").read_text(encoding="utf-8"), re.M))
    files = [*FILES, *(root / "tests").glob("*.py")]
    words = " ".join(" ".join(file.read_text(encoding="utf-8").split()) for file in files)
    cited = set(re.findall(r"styles/README\.md, ([A-Z][a-z]+(?: [a-z]+)*)", words))
    assert cited and cited <= sections, cited - sections
