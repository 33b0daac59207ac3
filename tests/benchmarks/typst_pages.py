"""The same 20 pages by `report build` and by Typst, each a process of its own, in turn; pages.md holds what was found:

    pip install '.[benchmark]'                               the package `typst`
    python tests/benchmarks/typst_pages.py [PAIRS] [FOLDER]  15 pairs unless told; FOLDER keeps document and PDFs

Ours is a warm build: bytecode compiled, cache filled. Typst keeps nothing from one process to the next, and compiles
what typst_document.py wrote from our pages, into the same two standards. Its process is the leanest that the package
allows: Python without site and environment, neither the system's faces nor Typst's own looked for. What starting that
Python and importing the package takes is measured, too: a binary of Typst would not pay for it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from build import ROOT, Run, build, run

DOCUMENT, MADE = "pages.typ", "typst.pdf"
IMPORT = "import sys; sys.path.append(sys.argv[1]); import typst"
COMPILE = f"""{IMPORT}
document, fonts, made = sys.argv[2:]
faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
typst.compile(document, output=made, root="/", font_paths=faces, pdf_standards=["a-2a", "ua-1"])"""


def lean(program: str, *arguments: Path, folder: Path) -> Run:
    """A program in a Python that looks for nothing, but for the folder of the package."""
    package = Path(find_spec("typst").origin).parent.parent  # type: ignore[union-attr,arg-type]
    return run([sys.executable, "-I", "-S", "-c", program, str(package), *map(str, arguments)], os.environ, folder)


def compile_in_typst(folder: Path) -> Run:
    return lean(COMPILE, folder / DOCUMENT, ROOT / "fonts", folder / MADE, folder=folder)


def measure(pairs: int, folder: Path) -> None:
    # In a process of its own: a child's peak begins with what its parent holds.
    writer = Path(__file__).with_name("typst_document.py")
    subprocess.run([sys.executable, writer, folder], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)
    cache = folder / "cache"
    build(folder, cache)  # fills the cache, leaves bytecode
    compile_in_typst(folder)
    found = [(build(folder, cache), compile_in_typst(folder), lean(IMPORT, folder=folder)) for _ in range(pairs)]
    print(f"{f'median of {pairs}':36}{''.join(f'{head:>10}' for head in ('wall s', 'cpu s', 'peak MB'))}")
    ways = ("report build, warm", "Typst", "of it: Python and the import")
    for name, runs in zip(ways, zip(*found, strict=True), strict=True):
        print(f"{name:36}{''.join(f'{statistics.median(values):>10.3f}' for values in zip(*runs, strict=True))}")
    print(f"\n{'report / Typst, in pairs':36}{''.join(f'{head:>10}' for head in ('median', 'least', 'most'))}")
    for field in Run._fields:
        ratios = [getattr(one, field) / getattr(other, field) for one, other, _ in found]
        print(f"{field:36}{statistics.median(ratios):>10.2f}{min(ratios):>10.2f}{max(ratios):>10.2f}")
    for file in sorted(folder.glob("*.pdf")):
        print(f"{file.name}: {file.stat().st_size / 1e3:,.0f} kB")


def main(pairs: str = "15", folder: str = "") -> None:
    os.chdir(ROOT)
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        return measure(int(pairs), Path(folder).resolve())
    with tempfile.TemporaryDirectory() as made:
        measure(int(pairs), Path(made))


if __name__ == "__main__":
    main(*sys.argv[1:])
