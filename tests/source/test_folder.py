"""Names become paths of regular files below the project, or messages."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from report.messages import Origin, Report, message
from report.source.folder import Folder

HERE = Origin("brochure.yaml", 3, 5)
MISSING = message("file-missing")
GAKUDO = "がくどう.yaml"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A project's folder of sections, with one file; beside the project lies a secret."""
    (tmp_path / "secret.yaml").write_text("password")
    folder = tmp_path / "project/data/sections"
    folder.mkdir(parents=True)
    (folder / "01.yaml").write_text("title: 窓口")
    return folder


def found(folder: Path, name: str) -> str | Path | None:
    """The path, or the message."""
    report = Report()
    path = Folder(folder, report).find(name, HERE, MISSING, ["01.yaml"])
    assert (path is None) == bool(report.blocking)
    return path or str(report.diagnostics[0]).partition("error: ")[2].partition("\n")[0]


def test_a_file_is_found(desk: Path) -> None:
    (desk / "sub").mkdir()
    (desk / "sub/02.yaml").touch()
    assert found(desk, "01.yaml") == desk / "01.yaml"
    assert found(desk, "sub/02.yaml") == desk / "sub/02.yaml"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_in_either_form(desk: Path, form: str) -> None:
    other = {"NFC": "NFD", "NFD": "NFC"}[form]
    path = desk / unicodedata.normalize(other, "こども") / unicodedata.normalize(other, GAKUDO)
    path.parent.mkdir()
    path.touch()
    assert found(desk, unicodedata.normalize(form, f"こども/{GAKUDO}")) == path


@pytest.mark.parametrize("name", ["../../../secret.yaml", "/etc/passwd", "a\0b", "sub/../../x", ".."])
def test_no_name_leads_outside(desk: Path, name: str) -> None:
    assert "lies outside" in str(found(desk, name))


@pytest.mark.parametrize("name", ["02.yaml", "a" * 300, "sub/01.yaml", "01.yaml/x"])
def test_what_is_not_there(desk: Path, name: str) -> None:
    assert found(desk, name) == "no such file"


LINKS = {
    "to a file outside": ("../../../secret.yaml", "is a link that leads outside the project"),
    "to itself": ("link.yaml", "is a link that leads nowhere"),
    "to nothing": ("gone.yaml", "is a link that leads nowhere"),
    "to a device": ("/dev/zero", "is no file, but a folder, a pipe or a device"),
    "to the folder around": ("..", "is no file, but a folder, a pipe or a device"),
}


@pytest.mark.parametrize(("target", "said"), LINKS.values(), ids=LINKS)
def test_a_link(desk: Path, target: str, said: str) -> None:
    (desk / "link.yaml").symlink_to(target)
    assert found(desk, "link.yaml") == f'"link.yaml" {said}'


def test_a_link_within_the_project_is_followed(desk: Path) -> None:
    (desk.parent / "shared.yaml").touch()
    (desk / "link.yaml").symlink_to("../shared.yaml")
    assert found(desk, "link.yaml") == desk / "link.yaml"


def test_a_pipe_is_not_waited_for(desk: Path) -> None:
    os.mkfifo(desk / "pipe.yaml")
    assert "is no file" in str(found(desk, "pipe.yaml"))


def test_a_folder_of_yaml_is_not_elsewhere_but_one_of_faces_may_be(desk: Path) -> None:
    elsewhere = desk.parents[2] / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.ttf").touch()
    (elsewhere / "b.ttf").symlink_to("../secret.yaml")
    (desk.parent / "fonts").symlink_to(elsewhere)
    assert "leads outside" in str(found(desk.parent / "fonts", "a.ttf"))
    report = Report()
    shared = Folder(desk.parent / "fonts", report, shared=True)
    assert shared.files(".ttf") == [desk.parent / "fonts/a.ttf"]
    (told,) = report.diagnostics
    assert "leads outside" in str(told)


def test_files_are_listed_but_for_hidden_ones_and_those_that_may_not_be_opened(desk: Path) -> None:
    for name in ("B.YAML", "._01.yaml", "a.txt"):
        (desk / name).touch()
    (desk / "c.yaml").symlink_to("/etc/passwd")
    report = Report()
    assert [path.name for path in Folder(desk, report).files(".yaml")] == ["01.yaml", "B.YAML"]
    assert [(told.origin.file, told.severity) for told in report.diagnostics] == [(f"{desk}/c.yaml", "error")]


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert Folder(tmp_path / "none", Report()).files(".yaml") == []
