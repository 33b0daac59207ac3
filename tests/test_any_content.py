"""Whatever an author writes is built, or refused at a place in a file of theirs; what `check` passes, `build` builds.

Of the projects that the annotations of the content allow for (tests/anything.py) 2,000, the same ones every time. By
hand others, as many as wanted:

    REPORT_EXAMPLES=50000 python -m pytest tests/test_any_content.py

What they find, hypothesis shrinks and shows; what stays of it when it is mended is a row of ROWS.
"""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import shutil
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from report import pipeline
from report.cache import Cache
from report.messages import Diagnostic, Failure, Origin, Report
from report.messages.wording import japanese
from report.style.sheet import StyleSheet, load_sheet
from tests.anything import FILES, Project, Tree, projects, spoilt
from tests.conftest import ROOT, SMALL

EXAMPLES = os.environ.get("REPORT_EXAMPLES")
LONGEST = 60  # s; a project takes some 0.05, and what has not ended by then will not end
LARGEST = 8 << 30  # bytes of the process
KEPT = 500  # projects that one style sheet serves: its faces remember all that they have shaped


class Bench:
    """A folder for one project after another; styles, faces, pictures and the cache are the same for all."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"
        for name in ("sections", "figures", "pictures", "icons"):
            (self.data / name).mkdir(parents=True)
        for name in ("home", "park"):
            shutil.copy(ROOT / f"data/icons/{name}.svg", self.data / "icons")
        for name in ("home", "square"):
            shutil.copy(SMALL / "pictures/square.svg", self.data / f"pictures/{name}.svg")
        Image.linear_gradient("L").resize((60, 40)).save(self.data / "pictures/photo.jpg")
        shutil.copytree(ROOT / "styles", folder / "styles")
        (folder / "fonts").symlink_to(ROOT / "fonts")
        self.cache = folder / "cache"
        self.served = 0

    def holds(self, project: Project) -> bool:
        """Whether it is built, or refused. Raises what no project may raise, AssertionErrors among it."""
        self.write(project)
        with _bounded():
            with patch.multiple(pipeline, load_sheet=self.sheet, check_style=_nothing):
                built = self.checked(project)
            assert not project.again or self.built(project) == built
        return built

    def write(self, project: Project) -> None:
        for name, content in project.files.items():
            (self.data / name).write_bytes(content.encode("utf-8", "surrogatepass"))

    def sheet(self, *_: Any, **__: Any) -> StyleSheet | None:
        """The style sheet, seldom read: that takes as long as all the rest of a small project."""
        if self.served % KEPT == 0:
            self.kept = load_sheet(self.folder / "styles/nerima.yaml", self.folder / "fonts", Report())
        self.served += 1
        return self.kept

    def checked(self, project: Project) -> bool:
        """Whether `report check --verbose` finds no error; then what it has laid out is built."""
        report = Report()
        try:
            laid = pipeline.check(self.wish(project), report)
            assert laid.evenness.filled >= 0
        except Failure as failure:
            self.is_told([each for each in failure.diagnostics if each.severity == "error"])
            return False
        with patch.object(pipeline, "lay_out", lambda *_: laid):
            self.build(project, report)
        report.check()
        return True

    def built(self, project: Project) -> bool:
        try:
            self.build(project, Report())
        except Failure:
            return False
        return True

    def build(self, project: Project, report: Report) -> None:
        pipeline.build(self.wish(project), self.folder / "output", report)

    def wish(self, project: Project) -> pipeline.Wish:
        return pipeline.Wish(self.data / "brochure.yaml", project.target, Cache(self.cache))

    def is_told(self, errors: Sequence[Diagnostic]) -> None:
        """In both languages, and one of them at least at a line that there is in a file of the author's."""
        assert all(japanese(error.message).text for error in errors), errors
        assert any(error.origin and self.is_there(error.origin) for error in errors), errors

    def is_there(self, origin: Origin) -> bool:
        file = Path(origin.file)
        lines = len(file.read_text(encoding="utf-8", errors="replace").splitlines()) if file.is_file() else 0
        return file.is_relative_to(self.data) and origin.line <= max(lines, 1)


def _nothing(*_: Any) -> None:
    pass


@contextlib.contextmanager
def _bounded() -> Iterator[None]:
    """Ends what would never end, or would take all memory, while it can still be told what that was."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"not done after {LONGEST} s")

    before, (soft, hard) = signal.signal(signal.SIGALRM, stop), resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST, hard))
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    gc.freeze()  # what is there stays: it need not be looked at for garbage again and again
    yield Bench(tmp_path_factory.mktemp("any"))
    gc.unfreeze()


@settings(
    max_examples=int(EXAMPLES or 2000),
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(projects())
def test_whatever_is_written_is_built_or_refused(bench: Bench, project: Project) -> None:
    bench.holds(project)


BROCHURE, FIRST, FIGURES = "brochure.yaml", f"sections/{FILES[0]}", "figures/all.yaml"
BLOCK = (FIRST, "topics", 0, "rows", 0)
COVER = {"cover": {"title": "窓口", "subtitle": "窓口", "mosaic": [["01", "02"]]}}
CONTENTS = {"contents": {"heading": "窓口"}}
SERIES = {"name": "計", "data": {"令4": 1, "令5": 3}}
CHART = {"kind": "lines", "title": "計", "height": 40, "series": [{"id": "parks"}]}
DESK = {"icon": "home", "label": "窓口", "items": ["窓口"]}
SUPPORT = {"icon": "home", "heading": "窓口", "items": ["窓口"]}
PROGRAMME = {"title": "窓口", "desk": DESK, "label": "窓口", "columns": [SUPPORT]}
ROWS: dict[str, dict[tuple[Any, ...], Tree]] = {
    "two covers": {(BROCHURE, "pages", 1): COVER},
    "two contents pages": {(BROCHURE, "pages", 0): CONTENTS},
    "an id too long for a file's name": {(BROCHURE, "id"): "a" * 300},
    "a section's file whose name is too long": {(BROCHURE, "pages", 2, "section"): "a" * 300},
    "a section twice, with a mistake": {
        (BROCHURE, "pages", 3): {"section": FILES[0]},
        BLOCK: {"donut": {"value": "home"}},
    },
    "a field without letters": {(BROCHURE, "fields", 0, "label"): "\u00ad"},
    "a section without letters": {(FIRST, "title"): "\ufeff"},
    "a chart of an empty year": {
        BLOCK: {"chart": {"kind": "bars", "title": "窓口", "years": [""], "series": ["parks"]}}
    },
    "bullets of a character that no face has": {BLOCK: {"bullets": ["\U0001f3fb"]}},
    "an empty heading with a figure": {(FIRST, "topics", 0, "heading"): "", (FIRST, "topics", 0, "figure"): "窓口"},
    **{
        f"a text of U+{ord(sign):04X} alone": {BLOCK: {"text": sign}} for sign in "\u00ad\u200c\u200d\u200e\u200f\ufeff"
    },
    "ruby over a soft hyphen": {BLOCK: {"text": "{\u00ad|かな}です"}},
    "a reading of a soft hyphen": {BLOCK: {"text": "{字|\u00ad}"}},
    "a mark after a soft hyphen": {BLOCK: {"text": "\u00ad__1__"}},
    "a title of two paragraphs": {(FIRST, "title"): "一\n\n二"},
    "a non-joiner between dotted words": {BLOCK: {"text": "^^着実^^\u200c^^着実^^"}},
    "an empty title": {(FIRST, "title"): ""},
    "an empty field": {(BROCHURE, "fields", 0, "label"): ""},
    "a field of two paragraphs": {(BROCHURE, "fields", 0, "label"): "一\n\n二"},
    "a field that is only a break": {(BROCHURE, "fields", 0, "label"): "|"},
    "a link that is only a space": {BLOCK: [{"note": {"id": "a", "text": "注"}}, {"text": "[\u3000](#a)"}]},
    "a link without words to a service": {BLOCK: {"programme": {**PROGRAMME, "desk": {**DESK, "items": ["[](#a)"]}}}},
    "an empty bullet": {BLOCK: {"bullets": ["", "窓口"]}},
    "a link to nowhere": {BLOCK: {"text": "[窓口](#nowhere)"}},
    "two notes of one id": {BLOCK: [{"note": {"id": "a", "text": "窓口"}}, {"note": {"id": "a", "text": "窓口"}}]},
    "marks without a count": {BLOCK: {"panel": {"number": "窓口", "marks": {"count": "", "columns": 3}}}},
    "a ring of no size": {BLOCK: {"donut": {"value": "share", "centre": "窓口", "size": "0.0001mm", "text": "窓口"}}},
    "a control character in a chart": {BLOCK: {"chart": {**CHART, "category": "\0"}}},
    "a unit that is only heard": {
        (FIGURES, "series", "parks", "unit"): "\ue000",
        BLOCK: {"chart": {**CHART, "kind": "area"}},
    },
    "a series of two lines": {(FIGURES, "series", "parks"): {**SERIES, "name": "計\n画"}, BLOCK: {"chart": CHART}},
}


@pytest.mark.parametrize("changes", ROWS.values(), ids=ROWS)
def test_what_once_was_neither_is(bench: Bench, changes: dict[tuple[Any, ...], Tree]) -> None:
    bench.holds(spoilt(changes))


def test_the_plainest_project_is_built(bench: Bench) -> None:
    assert bench.holds(spoilt({}))
