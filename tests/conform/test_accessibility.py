"""A sound file has no findings; spoiled in one way, it has those of that way's clause and no others."""

from __future__ import annotations

import io

import pikepdf
import pytest

from report.conform.accessibility import CHECKS, findings
from report.conform.accessibility.finding import Finding
from report.messages import Failure
from tests.conform.access_mutations import MUTATIONS, Mutation
from tests.conform.sample import sample, saved
from tests.conftest import Editions, Run

AS_IT_IS = {
    "fix_metadata_version": False,
    "compress_streams": False,
    "stream_decode_level": pikepdf.StreamDecodeLevel.none,
}


def test_a_sound_file_has_no_findings() -> None:
    assert findings(saved(sample())) == ()


@pytest.mark.parametrize("name", ["sample", "stress", "brief", *(f"random-{seed}" for seed in range(6))])
def test_brochures_have_no_findings(name: str, edition: Editions) -> None:
    assert findings(edition(name).pdf) == ()


@pytest.fixture(scope="module")
def spoiled(edition: Editions) -> dict[str, tuple[Finding, ...]]:
    """The findings of each mutation."""
    data = edition("brief").pdf.read_bytes()
    found = {}
    for mutation in MUTATIONS:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            mutation.spoil(pdf)
            found[mutation.name] = findings(saved(pdf, **AS_IT_IS))
    return found


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_spoiled_file_is_found_out(mutation: Mutation, spoiled: dict[str, tuple[Finding, ...]]) -> None:
    assert {finding.clause for finding in spoiled[mutation.name]} == {mutation.clause, *mutation.also}


def test_nearly_every_check_has_a_mutation(spoiled: dict[str, tuple[Finding, ...]]) -> None:
    told = {finding.message.id for found in spoiled.values() for finding in found}
    # of these, pikepdf always writes an ID, a locked file is below, and the third is tested on marks alone
    assert {check.id for check in CHECKS} - told == {
        "trailer-id",
        "pdfa-encrypted",
        "form-repeated",
    }


def test_of_many_faults_of_a_page_three_are_detailed_and_all_counted() -> None:
    pdf = sample()
    for number, element in enumerate(list(pdf.Root.StructTreeRoot.K.K)[:4]):
        element.Lang = pikepdf.String(f"?{number}")
    (found,) = findings(saved(pdf))
    assert (found.clause, found.page, found.detail, found.count) == ("ISO 14289-1 7.2", 1, "H1 ?0, Lead ?1, L ?2", 4)


def test_a_locked_file_is_told() -> None:
    locked = saved(sample(), encryption=pikepdf.Encryption(owner="o", user=""))
    assert [finding.clause for finding in findings(locked)] == ["ISO 19005-2 6.1.3"]


def test_what_is_no_pdf_is_told_as_such() -> None:
    with pytest.raises(Failure, match="not a PDF"):
        findings(b"no PDF")


def test_the_command_tells_findings(run: Run) -> None:
    with open("sound.pdf", "wb") as file:
        file.write(saved(sample()))
    assert run("read", "--check", "sound.pdf") == (0, "sound.pdf: nothing found 指摘なし\n", "")
    pdf = sample()
    del pdf.Root.Lang
    del pdf.Root.StructTreeRoot.K.K[-2].Alt
    with open("worse.pdf", "wb") as file:
        file.write(saved(pdf))
    assert run("read", "--check", "worse.pdf") == (
        1,
        "the file has no language [ISO 14289-1 7.2]\n"
        "  hint: set Lang in the catalogue, for example ja\n"
        "  ファイルの言語が書かれていません。カタログの Lang に、ja などの言語を書いてください。\n"
        "p. 1: a picture is not described: 外枠 [ISO 14289-1 7.3]\n"
        "  hint: write Alt, or make it an artifact\n"
        "  図に代わりの文章（Alt）がありません。Alt を書くか、飾り（Artifact）にしてください。\n"
        "worse.pdf: 2 errors 誤り\n",
        "",
    )


def test_the_command_checks_one_page(run: Run) -> None:
    """What is wrong with the file as a whole concerns each of its pages."""
    pdf = sample()
    del pdf.Root.Lang
    del pdf.Root.StructTreeRoot.K.K[-2].Alt
    pdf.add_blank_page().obj.Contents = pdf.make_stream(b"0 0 9 9 re f")
    with open("two.pdf", "wb") as file:
        file.write(saved(pdf))
    of_file = "the file has no language [ISO 14289-1 7.2]"
    first = "p. 1: a picture is not described: 外枠 [ISO 14289-1 7.3]"
    second = "p. 2: something is painted that is neither tagged nor an artifact: f [ISO 14289-1 7.1]"
    for options, told in (((), (of_file, first, second)), (("1",), (of_file, first)), (("2",), (of_file, second))):
        outcome = run("read", "--check", "two.pdf", *(("--page", *options) if options else ()))
        assert (outcome.code, outcome.err) == (1, "")
        lines = outcome.out.splitlines()
        assert (tuple(lines[:-1:3]), lines[-1]) == (told, f"two.pdf: {len(told)} errors 誤り")
    outcome = run("read", "--check", "two.pdf", "--page", "3")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("two.pdf: error: there is no page 3\n  hint: the file has 2 pages\n")
