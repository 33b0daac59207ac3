"""The commands: what they print, where, and their exit codes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from report import cli
from report.deliver.files import write_whole
from tests.conftest import ROOT, Outcome, Run


def test_build_writes_the_file_and_says_so(project: Path, run: Run) -> None:
    outcome = run("build")
    file = project / "output/small.screen.pdf"
    assert (outcome.code, outcome.err) == (0, "")
    assert file.read_bytes().startswith(b"%PDF-")
    last = outcome.out.splitlines()[-1]
    assert last.startswith("output/small.screen.pdf: 4 pages ページ, ")


def test_build_lists_provisional_figures_with_their_places(run: Run) -> None:
    assert run("build").out.splitlines()[:2] == [
        "provisional figures 仮の値: 1, in 1 place",
        "    data/sections/02-second.yaml:12:20: parks [令5]",
    ]


def test_another_year_s_edition_has_a_file_of_its_own(project: Path, run: Run) -> None:
    run("build")
    assert run("build", "--year", "令和5").code == 0
    assert run("build", "--year", "R3").code == 0
    same, this, earlier = (project / f"output/small{year}.screen.pdf" for year in ("-2023", "", "-2021"))
    assert same.read_bytes() == this.read_bytes() != earlier.read_bytes()


def test_two_builds_are_equal_to_the_byte(project: Path, run: Run) -> None:
    run("build", "--output", "one")
    run("build", "--output", "two")
    assert (project / "one/small.screen.pdf").read_bytes() == (project / "two/small.screen.pdf").read_bytes()


def test_a_build_from_another_folder_names_files_from_there(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "data/sections/02-second.yaml").unlink()
    monkeypatch.chdir(project / "data")
    outcome = run("build", "brochure.yaml")
    assert outcome.code == 1
    assert outcome.err.startswith('brochure.yaml:13:14: error: no section file "02-second.yaml" in sections')


def test_check_writes_nothing(project: Path, run: Run) -> None:
    outcome = run("check", "--verbose")
    assert outcome.code == 0
    assert "p.  2  01 はじめの一歩 / 数と絵" in outcome.out
    assert outcome.out.endswith("data/brochure.yaml: 4 pages ページ, no errors 誤りなし\n")
    assert not (project / "output").exists()


def test_schema_prints_json(run: Run) -> None:
    assert json.loads(run("schema", "section").out)["$ref"] == "#/$defs/Section"


def test_fonts_tells_coverage_and_rights(run: Run) -> None:
    lines = run("fonts").out.splitlines()
    assert lines[0].startswith("text: BIZ UDPGothic Regular (BIZUDPGothic_400Regular.ttf)")
    assert "kana 170/170" in lines[1]
    assert "may be embedded" in lines[1]


@pytest.mark.parametrize("arguments", [[], ["print"], ["build", "--target", "wall"], ["build", "a", "b"]])
def test_usage_is_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["typeset", "--measure", "0"], '"0" is not a length above 0, as a number 0より大きい数'),
        (["typeset", "--measure", "x"], '"x" is not a length above 0'),
        (["typeset", "--measure", "9", "--indent", "x"], '"x" is not a length in em'),
        (["preview-plates", "a.pdf", "--dpi", "9"], '"9" is not a resolution from 10 to 600'),
        (["read", "a.pdf", "--page", "0"], '"0" is not the number of a page, from 1 ページ番号は1から'),
        (["preview-plates", "a.pdf", "--page", "３"], '"３" is not the number of a page'),
        (["build", "--target", "wall"], "指定に誤りがあります。使い方：report build --help"),
    ],
)
def test_usage_is_reported_in_both_languages(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        cli.main(arguments)
    said = capsys.readouterr().err
    assert told in said
    assert "指定に誤りがあります" in said.splitlines()[-1]


@pytest.mark.parametrize(
    ("named", "message", "hint"),
    [
        ("nowhere/brochure.yaml", "no such file", "name the brochure's file, as in: report build data/brochure.yaml"),
        ("brochure.yaml", "no such file", 'did you mean "data/brochure.yaml"?'),
        ("data/brochure.yml", "no such file", 'did you mean "data/brochure.yaml"?'),
        ("data/sections/01-first.yaml", "a section, not the file of a brochure", "known: data/brochure.yaml"),
        ("data/sections/brochure.yaml", "no such file", 'did you mean "data/brochure.yaml"?'),
        ("data", "a folder, not the file of a brochure", "known: data/brochure.yaml"),
    ],
)
def test_a_brochure_that_is_not_there_is_all_that_is_reported(named: str, message: str, hint: str, run: Run) -> None:
    for command in ("build", "fonts"):
        outcome = run(command, named)
        assert (outcome.code, outcome.err.count("error:")) == (1, 1)
        assert outcome.err.startswith(f"{named}: error: {message}\n  hint: {hint}\n")


@pytest.mark.parametrize("command", ["preflight", "preview-plates", "read", "read --check"])
def test_a_pdf_that_is_not_there_is_a_mistake_of_who_named_it(command: str, project: Path, run: Run) -> None:
    (project / "output").mkdir()
    (project / "output/small.print.pdf").touch()
    hints = {"output/smal.print.pdf": 'did you mean "small.print.pdf"?', "output": "known: small.print.pdf"}
    for named, hint in hints.items():
        outcome = run(*command.split(), named)
        assert (outcome.code, outcome.out) == (1, "")
        what = "a folder, not a PDF" if named == "output" else "no such file"
        assert outcome.err.startswith(f"{named}: error: {what}\n  hint: {hint}\n")


def test_a_chart_that_ends_before_the_brochures_year_is_a_remark_of_check(project: Path, run: Run) -> None:
    file = project / "data/brochure.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("year: 令和5年度", "year: 令和6年度"), encoding="utf-8")
    assert "info: this chart has no value for 令和6年度 yet; it ends with 令5" in run("check").err
    assert "no value" not in run("build").err


def test_an_unwritable_output_is_3(project: Path, run: Run) -> None:
    (project / "output").write_text("a file, no folder")
    outcome = run("build")
    assert outcome.code == 3
    assert outcome.err == "output: error: File exists\n  同じ名前のファイルがすでにあります。\n"


def test_a_fault_of_the_engine_keeps_its_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report.pipeline.load", lambda *_: 1 / 0)
    outcome = run("build")
    assert outcome.code == 3
    assert "ZeroDivisionError" in outcome.err


def test_a_failed_write_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.pdf"
    write_whole(file, b"earlier")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"later")
    assert file.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [file]


def test_a_terminal_without_japanese_gets_escapes(project: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "report", "fonts"]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=True)
    assert "characters \\u5b57" in done.stdout


@pytest.mark.parametrize("closed", ["2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_not_stop_a_build(project: Path, closed: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHON": sys.executable}
    subprocess.run(f'"$PYTHON" -m report build {closed}', shell=True, cwd=project, env=environment, check=True)
    assert (project / "output/small.screen.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "\x1b[2J\u202e.yaml"],
        ["read", "\x1b[2J\u202e.pdf"],
        ["preflight", "\x1b[2J\u202e.pdf"],
        ["build", "--output", "\x1b[2J\u202e"],
    ],
)
def test_what_a_file_is_called_does_not_steer_the_terminal(arguments: list[str], run: Run) -> None:
    outcome = run(*arguments)
    assert r"\x1b[2J<U+202E>" in outcome.out + outcome.err
    assert not set(outcome.out + outcome.err) & {"\x1b", "\u202e"}


def test_a_wrong_word_on_the_command_line_does_not_either(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["\x1b[2J"])
    assert "\x1b" not in capsys.readouterr().err


def test_what_an_author_wrote_does_not_steer_the_terminal(project: Path, run: Run) -> None:
    file = project / "data/sections/01-first.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("span: 7", r'span: "\e]0;a\a\e[2J\u009b5m\u202e"'), encoding="utf-8")
    error = run("build").err
    assert r'found "\x1b]0;a\x07\x1b[2J\x9b5m<U+202E>"' in error
    assert not set(error) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("moment", ["x", "", "0", "9" * 30])
def test_the_environment_s_moment_changes_nothing(
    moment: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    run("build", "--output", "one")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
    assert run("build", "--output", "two").code == 0
    assert (project / "one/small.screen.pdf").read_bytes() == (project / "two/small.screen.pdf").read_bytes()


def test_a_text_to_typeset_that_is_not_utf8_is_a_mistake(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("区\n練".encode() + b"\x83")))
    outcome = run("typeset", "--measure", "6")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("<stdin>:2:1: error: not UTF-8 text")


def test_a_build_imports_nothing_heavy(project: Path, run: Run, cache: Path) -> None:
    """Warm, that is: a chart that has to be drawn needs Matplotlib, a text that was not read before YAML."""
    run("build")
    program = "import sys, report.cli; report.cli.main(['build']); print(*sorted(sys.modules), sep='\\n')"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "REPORT_CACHE": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=project, env=environment, capture_output=True, text=True, check=True
    )
    heavy = {"matplotlib", "numpy", "fontTools", "asyncio", "yaml", "urllib.request"}
    assert not heavy & set(done.stdout.split())


def test_mistakes_of_loading_and_of_figures_are_reported_together(project: Path, run):
    """A field that is none, a figure that is none: one round finds both."""
    first = project / "data/sections/01-first.yaml"
    text = first.read_text(encoding="utf-8")
    field = next(line for line in text.splitlines() if line.startswith("field:"))
    lead = next(line for line in text.splitlines() if line.startswith("lead:"))
    first.write_text(text.replace(field, "field: nowhere").replace(lead, 'lead: "{{ no.such }}"'), encoding="utf-8")
    outcome = run("check")
    assert outcome.code == 1
    assert 'no field is called "nowhere"' in outcome.err and 'no figure named "no.such"' in outcome.err


def test_typeset_prints_lines(run: Run, monkeypatch: pytest.MonkeyPatch):
    def typeset(text: str, *options: str) -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return run("typeset", *options)

    assert typeset("練馬区光が丘。大泉学園\n", "--measure", "6").out == "練馬区光が\n丘。大泉学園\n"
    assert typeset("練馬区光が丘。大泉学園", "--measure", "6", "--hanging", "allow").out.startswith("練馬区光が丘。\n")
    (line,) = json.loads(typeset("「区」、", "--measure", "6", "--json").out)
    assert line == {
        "text": "「区」、",
        "width": 3.0,
        "hanging": 0.0,
        "chars": [
            {"char": "「", "x": 0.0, "advance": 0.5},
            {"char": "区", "x": 0.5, "advance": 1.0},
            {"char": "」", "x": 1.5, "advance": 0.5},
            {"char": "、", "x": 2.0, "advance": 1.0},
        ],
    }
    assert typeset("区", "--measure", "6", "--style", "bodi").code == 1
    assert typeset("区", "--measure", "6", "--style", "body", "--size", "12", "--level", "loose").out == "区\n"
    wide = typeset("Wizarding", "--measure", "2")
    assert (wide.code, wide.out) == (1, "Wizarding\n") and "longer than its line" in wide.err
    assert typeset("", "--measure", "2").code == 0


def test_check_verbose_tells_how_evenly_lines_are_set(run: Run):
    assert "lines opened by more than 1/8 em" in run("check", "--verbose").out
