"""What every chart depends on besides its own data: the code that draws it, and the libraries that code leans on.

In: nothing. Out: `code_salt()`, which differs where a drawing may come out differently. It reads some thirty small
files and imports nothing, so that a build without a new chart stays quick; a test holds the list against the imports.
"""

from __future__ import annotations

import os

import msgspec

from report.cache import key_of, salt_of, version_of

HOUSE = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
FOLDERS = ("artwork/charts",)  # whole
MODULES = (  # imported by the charts, however indirectly
    "cache.py",
    "artwork/lettering.py",
    "content/__init__.py",
    "content/block.py",
    "content/blocks/__init__.py",
    "content/blocks/chart.py",
    "content/markup.py",
    "content/tags.py",
    "content/text.py",
    "diagnostics.py",
    "figures/format.py",
    "figures/model.py",
    "page.py",
    "source/__init__.py",
    "source/fields.py",
    "source/kinds.py",
    "source/reader.py",
    "source/slips.py",
    "source/syntax.py",
    "source/words.py",
    "style/face.py",
    "style/fonts.py",
    "style/text.py",
    "units.py",
)
LIBRARIES = (("matplotlib", "_version.py"), ("uharfbuzz", "_version.py"))  # and the file that says their version


def sources() -> list[str]:
    """Paths of the code, in a fixed order."""
    found = [os.path.join(HOUSE, module) for module in MODULES]
    for folder in FOLDERS:
        place = os.path.join(HOUSE, folder)
        found += [os.path.join(place, name) for name in sorted(os.listdir(place)) if name.endswith(".py")]
    return found


def code_salt() -> bytes:
    versions = [version_of(*library) for library in LIBRARIES]
    return key_of(salt_of(*sources()), msgspec.msgpack.encode(versions))
