"""`report diff` on the small project: folders, years, revisions and PDFs; what it writes; what it cannot compare."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.conftest import ROOT, Run

SAME = "違いはありません no difference\n"
CAPACITY = ("data/figures/all.yaml", "18034", "18100")
SENTENCE = ("data/sections/01-first.yaml", "保育所の定員は{{ capacity }}です。", "保育所の定員は{{ capacity }}でした。")
INSERTED = (
    "data/sections/02-second.yaml",
    "      - chart:\n",
    "      - text: 新しい公園を開きました。\n      - chart:\n",
)


def edit(project: Path, *edits: tuple[str, str, str]) -> None:
    for name, old, new in edits:
        file = project / name
        words = file.read_text(encoding="utf-8")
        assert old in words
        file.write_text(words.replace(old, new, 1), encoding="utf-8")


def git(folder: Path, *arguments: str) -> None:
    day = "2024-03-31T12:00:00+09:00"
    names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (
        ("NAME", "a"), ("EMAIL", "a@example.jp"), ("DATE", day))}  # fmt: skip
    environment = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(project: Path) -> Path:
    """The project, committed; its fonts are no part of the repository."""
    git(project, "init", "--initial-branch=main")
    git(project, "add", "data", "styles")
    git(project, "commit", "--message=one")
    return project


@pytest.fixture
def earlier(project: Path) -> Path:
    """A copy of the project as it is."""
    copy = project / "earlier"
    copy.mkdir()
    for name in ("data", "styles"):
        shutil.copytree(project / name, copy / name)
    (copy / "fonts").symlink_to(project / "fonts")
    return copy


@pytest.fixture
def press(project: Path) -> None:
    """The project has the press's profile."""
    shutil.copytree(ROOT / "styles/icc", project / "styles/icc")


def lines(out: str) -> list[str]:
    """Without the heads, which name the editions, and their counts."""
    return out.splitlines()[4:]


def test_the_same_project_has_no_difference(run: Run, earlier: Path) -> None:
    for old in ("data", "data/brochure.yaml", ".", "earlier"):
        found = run("diff", old, "--exit-code")
        assert (found.code, found.err) == (0, "") and found.out.endswith(SAME)


def test_a_figure_a_sentence_and_a_block(run: Run, project: Path, earlier: Path) -> None:
    edit(project, CAPACITY, SENTENCE, INSERTED)
    found = run("diff", "earlier")
    assert found.code == 0 and run("diff", "earlier", "--exit-code").code == 1
    assert lines(found.out) == [
        "",
        "数値 figures",
        "  capacity  18,034人 → 18,100人（＋66人）",
        "      capacity",
        "      2ページ",
        "",
        "2ページ",
        "  数値  capacity",
        "      18,034人 → 18,100人（＋66人）",
        "      「18,034人」→「18,100人」 保育所の定員は18,100人でした。",
        "  文章  本文「保育所の定員は18,100人で…」",
        "      前 保育所の定員は18,034人で【す】。",
        "      後 保育所の定員は18,100人で【した】。",
        "",
        "3ページ",
        "  追加  本文「新しい公園を開きました。」",
        "      新しい公園を開きました。",
        *[line for line in lines(found.out) if "大きさ" in line or "移動" in line],
    ]
    assert any("グラフ「公園の面積」が" in line and "下へ移動" in line for line in lines(found.out))


def test_the_editions_of_two_years_of_one_project(run: Run) -> None:
    told = json.loads(run("diff", "data@令和4", "data@令5", "--json").out)
    assert (told["old"]["year"], told["new"]["year"]) == (2022, 2023)
    (figure,) = told["figures"]
    assert (figure["old"]["id"], figure["new"]["id"]) == ("parks[令4]", "parks[令5]")
    assert "year" in figure["what"] and figure["new"]["status"] == "provisional"
    assert run("diff", "data@令5", "data").out.endswith(SAME)


def test_a_revision_with_what_is_not_in_the_repository_from_the_project(run: Run, repository: Path) -> None:
    assert run("diff", "HEAD").out.endswith(SAME)
    edit(repository, CAPACITY)
    found = run("diff", "main")
    assert found.code == 0 and "18,034人 → 18,100人" in found.out
    head, _ = found.out.split("\n", 1)
    assert head.startswith("前 old: main（") and " 2024-03-31）　小さな冊子" in head
    git(repository, "commit", "--all", "--message=two")
    git(repository, "tag", "令和5年版")
    assert lines(run("diff", "HEAD~1", "令和5年版").out) == lines(found.out)
    assert lines(run("diff", "HEAD~1", "data").out) == lines(found.out)
    assert run("diff", "HEAD~1@令和4", "HEAD@令和4").code == 0
    assert git(repository, "diff", "--exit-code") is None


def test_a_project_that_lay_elsewhere_in_the_repository(run: Run, repository: Path) -> None:
    git(repository, "mv", "data", "kept")
    git(repository, "commit", "--message=two")
    for path in ("data", "data/brochure.yaml", "."):
        found = run("diff", f"HEAD~1:{path}", "kept")
        assert found.code == 0, found.err
        assert found.out.endswith(SAME)


def test_a_project_below_the_top_of_the_repository(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(project, "init", "--initial-branch=main")
    below = project / "2023"
    below.mkdir()
    for name in ("data", "styles", "fonts"):
        (project / name).rename(below / name)
    git(project, "add", "2023/data", "2023/styles")
    git(project, "commit", "--message=one")
    edit(below, CAPACITY)
    assert "18,034人 → 18,100人" in run("diff", "HEAD", "2023").out
    monkeypatch.chdir(below)
    assert "18,034人 → 18,100人" in run("diff", "HEAD").out


def test_finished_pdfs_and_the_project_say_the_same(run: Run, press: None, project: Path) -> None:
    assert run("build", "--target", "print", "--output", "old").code == 0
    assert run("diff", "old/small.print.pdf").out.endswith(SAME)
    edit(project, CAPACITY, SENTENCE)
    assert run("build", "--output", "new").code == 0
    found = run("diff", "old/small.print.pdf", "new/small.screen.pdf")
    assert "a finished PDF is of one year" in run("diff", "old/small.print.pdf@令和5").err
    assert lines(found.out) == lines(run("diff", "old/small.print.pdf").out) and "18,034人 → 18,100人" in found.out


def test_a_page_to_look_through(run: Run, project: Path, earlier: Path) -> None:
    edit(project, CAPACITY, SENTENCE)
    found = run("diff", "earlier", "data", "--html", "out/diff.html")
    assert found.code == 0 and found.out.splitlines()[-1].startswith("out/diff.html: ")
    page = (project / "out/diff.html").read_text(encoding="utf-8")
    assert page.count("<img ") == 2  # of the one page that changed
    assert '<span class="word' in page and "<ins>した</ins>" in page
    run("diff", "earlier", "data", "--html", "again.html")
    assert (project / "again.html").read_text(encoding="utf-8") == page


def test_a_copy_of_the_new_pdf_with_marks_claims_no_standard(
    run: Run, press: None, project: Path, earlier: Path
) -> None:
    edit(project, CAPACITY, SENTENCE, INSERTED)
    assert run("build", "--target", "print", "--output", "new").code == 0
    for new, name in (("data", "screen.pdf"), ("new/small.print.pdf", "print.pdf")):
        assert run("diff", "earlier", new, "--pdf", name).code == 0
        with pikepdf.open(project / name) as pdf:
            kinds = [[str(each.Subtype) for each in page.get("/Annots", [])] for page in pdf.pages]
            assert "/Highlight" in kinds[1] and "/Square" in kinds[2] and not kinds[0]
            contents = [str(each.Contents) for page in pdf.pages for each in page.get("/Annots", []) if "/T" in each]
            assert "追加：本文「新しい公園を開きました。」\n新しい公園を開きました。" in contents
            packet = pdf.Root.Metadata.read_bytes().decode()
            assert "小さな冊子" in packet
            assert not re.search("<(pdfaid|pdfuaid|pdfxid):", packet)
    content = (project / "screen.pdf").read_bytes()
    run("diff", "earlier", "data", "--pdf", "screen.pdf")
    assert (project / "screen.pdf").read_bytes() == content


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere"], '"nowhere" is no file or folder here, and '),
        (["data/nowhere.pdf"], "data/nowhere.pdf: error: no such file"),
        (["styles"], "error: styles: there is no brochure.yaml in this folder"),
        (["styles/nerima.yaml"], "styles/nerima.yaml:"),
        (["HEAD~9"], '"HEAD~9" is no file or folder here, and no revision of '),
        (["--", "-x"], '"-x" is no file or folder here, and no revision of '),
        (["HEAD:styles"], "at HEAD there is no brochure at styles"),
    ],
)
def test_what_is_no_edition(arguments: list[str], told: str, run: Run, repository: Path) -> None:
    found = run("diff", *arguments)
    assert found.code == 1 and told in found.err and not found.out


def test_outside_a_repository_and_without_git(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    found = run("diff", "HEAD")
    assert found.code == 1 and '"HEAD" is no file or folder here, and ' in found.err and "git で管理され" in found.err
    monkeypatch.setenv("PATH", "")
    assert "takes git, which is not installed" in run("diff", "HEAD").err


def test_mistakes_of_both_editions_are_told_each_under_its_name(run: Run, repository: Path) -> None:
    edit(repository, ("data/sections/01-first.yaml", "{{ capacity }}", "{{ capasity }}"))
    git(repository, "commit", "--all", "--message=two")
    edit(repository, ("data/figures/all.yaml", "18034", "many"))
    found = run("diff", "HEAD")
    assert found.code == 1
    assert "HEAD:data/sections/01-first.yaml:14:" in found.err and "data/figures/all.yaml:2:" in found.err
    told = [line for line in found.err.splitlines() if "does not build" in line]
    assert [line.partition("（")[0] for line in told] == ["error: HEAD", told[1].partition("（")[0]]
    assert "report-" not in found.err and "/tmp" not in found.err.replace(str(repository), "")


def test_a_pdf_without_a_record(run: Run, project: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(project / "other.pdf")
    found = run("diff", "other.pdf")
    assert found.code == 1 and found.err.startswith("other.pdf: error: this PDF does not say what it prints")


def test_a_pdf_whose_pages_another_program_took_away(run: Run, project: Path) -> None:
    assert run("build", "--output", ".").code == 0
    with pikepdf.open(project / "small.screen.pdf") as pdf:
        del pdf.pages[3]
        pdf.save(project / "cut.pdf")
    edit(project, CAPACITY)
    assert run("diff", "cut.pdf").code == 0
    found = run("diff", "cut.pdf", "--html", "diff.html")
    assert found.code == 1 and "cut.pdf: it has 3 pages, its record 4" in found.err
    assert not (project / "diff.html").exists()


@pytest.mark.parametrize(
    "harm",
    [
        lambda record: record["blocks"][0].update(page=9),
        lambda record: record["blocks"][0].update(page=0),
        lambda record: record["printed"][0].update(block="nowhere"),
        lambda record: record["printed"][0].update(page=-1),
        lambda record: record["pages"][0].update(width=0.0),
    ],
)
def test_a_record_that_another_program_has_changed(
    harm: Callable[[dict[str, Any]], None], run: Run, project: Path
) -> None:
    assert run("build", "--output", ".").code == 0
    with pikepdf.open(project / "small.screen.pdf") as pdf:
        stream = pdf.Root.PieceInfo.Report.Private
        record = json.loads(stream.read_bytes())
        harm(record)
        stream.write(zlib.compress(json.dumps(record).encode()), filter=pikepdf.Name.FlateDecode)
        pdf.save(project / "harmed.pdf")
    edit(project, CAPACITY)
    found = run("diff", "harmed.pdf", "--html", "diff.html")
    assert found.code == 1 and "harmed.pdf: error: the record of what this PDF prints is damaged" in found.err
