"""PROOFREADING: what an editor would mark in the words of a brochure, and what its author lets stand.

In: the Brochure as it was loaded, and its Figures. Out: nothing; numbers typed by hand that the figures contradict are
errors, those that the figures give are advice, breaches of the rules are warnings. Only `report check` asks for it.

`passages` are what is read. `literal` compares `numbers` with what `subjects` says of the figures, by the `years` that
the text names, and `advice` finds the expression to write; `rules` are an editor's, with `terms` the office's own;
`acknowledged` says what stays, and why.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from report.cache import NOTHING, Cache
from report.content.model import Brochure, SectionFile
from report.figures.model import Figures
from report.messages import Diagnostic, Message, Report, message
from report.proofreading.acknowledged import Acknowledgements, words_of
from report.proofreading.literal import Reader
from report.proofreading.passages import passages
from report.proofreading.rules import RULES, Document
from report.proofreading.terms import TermsFile
from report.source import read
from report.source.folder import Folder, composed
from report.text.edition import Edition

TERMS = "terms.yaml"


def proofread(path: Path, brochure: Brochure, figures: Figures, report: Report, cache: Cache = NOTHING) -> None:
    """path: of the brochure's file."""
    folder = Folder(path.parent, report)
    file = folder.find(TERMS, None, message("file-missing")) if TERMS in folder.names(".yaml") else None
    edition = Edition(figures, Report(), brochure.year)
    terms = read(file, TermsFile, report, cache=cache) if file else None
    document = Document(list(passages(brochure)), edition.current, terms)
    acknowledged = Acknowledgements(_files(path, brochure), report)
    report.revise(lambda told: acknowledged.open((words_of(each), each) for each in told))
    tell = {"error": report.flaw, "warning": report.warning, "info": report.info}
    for found in acknowledged.open((*Reader(edition).findings(document.passages), *_marked(document))):
        tell[found.severity](found.origin, found.message, found.hint)
    acknowledged.check()


def _marked(document: Document) -> Iterator[tuple[str, Diagnostic]]:
    for rule in RULES:
        for hit in rule.find(document):
            words = hit.passage.words[hit.start : hit.end]
            told = message("proof", rule=rule.message, shown=_shown(words, hit.right))
            yield words, Diagnostic("warning", hit.passage.place(hit.start), told)


def _shown(words: str, right: str) -> Message:
    return message("proof-instead", text=words, right=right) if right else message("proof-text", text=words)


def _files(path: Path, brochure: Brochure) -> Iterator[Path]:
    """Those that an author may have written a comment in, by the names that places have."""
    yield path
    named = {composed(page.file) for page in brochure.pages if isinstance(page, SectionFile)}
    sections, figures = (Folder(path.parent / name, Report()).files(".yaml") for name in ("sections", "figures"))
    yield from (file for file in sections if composed(file.name) in named)
    yield from figures
