"""A kept chart is drawn anew whenever something it depends on has changed."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from report.artwork.charts import ingredients
from tests.conftest import Run

HOUSE = Path(ingredients.HOUSE)


def test_every_module_the_charts_import_is_in_the_salt() -> None:
    open_, reached = [*HOUSE.glob("artwork/charts/*.py")], set()
    while open_:
        file = open_.pop()
        if file not in reached:
            reached.add(file)
            open_ += [found for module in imported(file) for found in files_of(module)]
    assert {str(file) for file in reached} == set(ingredients.sources())


def imported(file: Path) -> Iterator[str]:
    """What a module imports when it runs; `from a import b` may be the module a.b."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    told = [node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    for_types = {id(node) for if_ in told for node in ast.walk(if_)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and id(node) not in for_types:
            assert node.module
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def files_of(module: str) -> list[Path]:
    """The file of a module of ours, or none. Words for what goes wrong draw nothing."""
    top, *parts = module.split(".")
    if top != HOUSE.name or not parts or parts[0] == "messages":
        return []
    place = HOUSE.joinpath(*parts)
    return [file for file in (place.with_suffix(".py"), place / "__init__.py") if file.is_file()]


def test_the_salt_follows_code_and_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ingredients.code_salt()
    assert ingredients.code_salt() == before
    (tmp_path / "matplotlib").mkdir()
    (tmp_path / "matplotlib/__init__.py").touch()
    (tmp_path / "matplotlib/_version.py").write_text('version = "99"')
    with monkeypatch.context() as patch:
        patch.delitem(sys.modules, "matplotlib", raising=False)
        patch.syspath_prepend(tmp_path)
        assert ingredients.code_salt() != before
    (tmp_path / "more.py").write_text("1")
    monkeypatch.setattr(ingredients, "MODULES", (*ingredients.MODULES, str(tmp_path / "more.py")))
    assert ingredients.code_salt() != before


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("bars", "counter: vermilion-light", "counter: plum.base"),
        ("area", "counter-dark: vermilion.dark", "counter-dark: plum.dark"),
    ],
)
def test_another_ink_for_a_role_is_seen_by_a_kept_chart(
    kind: str, old: str, new: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = project / "data/sections/02-second.yaml"
    text = section.read_text(encoding="utf-8").replace("kind: bars", f"kind: {kind}")
    section.write_text(text.replace("id: parks", "id: parks, colour: counter"), encoding="utf-8")
    assert run("build", "--output", "before").code == 0
    style = project / "styles/nerima.yaml"
    head, green, rest = style.read_text(encoding="utf-8").partition("    green:")
    style.write_text(head + green + rest.replace(old, new, 1), encoding="utf-8")
    assert run("build", "--output", "warm").code == 0
    monkeypatch.setenv("REPORT_CACHE", "off")
    assert run("build", "--output", "cold").code == 0
    before, warm, cold = ((project / name / "small.screen.pdf").read_bytes() for name in ("before", "warm", "cold"))
    assert warm == cold != before
