"""What may be wrong with the files of a project and not within them: links, devices, folders, names, rights.

Out: `DEEDS`, by name: each does it to a project that lies in a folder, with chance.
"""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.fuzz.coded import flipped
from tests.fuzz.ground import BROCHURE, DRAWING, FACE, FIGURES, FIRST, ICC, ICON, JPEG, PNG, SECOND, STYLE, TABLE

FILES = (BROCHURE, FIRST, SECOND, FIGURES, TABLE, DRAWING, PNG, JPEG, ICON, STYLE, ICC, FACE)
FOLDERS = ("data/sections", "data/figures", "data/pictures", "data/icons", "styles", "styles/icc", "fonts")
NEW = (
    *(
        "data/figures/z.yaml",
        "data/figures/z.csv",
        "data/sections/z.yaml",
        "data/pictures/z.png",
        "data/pictures/photo.png",
    ),
    *("data/pictures/inks.yaml", "data/pictures/photo.webp", "data/pictures/grey.svg", "data/icons/z.svg"),
    *(
        "styles/z.yaml",
        "styles/icc/z.icc",
        "fonts/z.ttf",
        "data/brochure.yml",
        "data/figures/.z.yaml",
        "data/figures/z.YAML",
    ),
)
DEVICES = ("/dev/zero", "/dev/null", "/dev/full", "/dev/random", "/dev/tty", "/proc/self/mem", "/proc/kmsg")
OUTSIDE = ("/etc/passwd", "/etc/shadow", "/proc/self/environ", "/proc/cpuinfo", "../../outside.yaml", "/", "/nowhere")
LONG = "あ" * 85  # as many bytes as a name may have
Deed = Callable[[Random, Path], None]


def link_to_a_device(chance: Random, project: Path) -> None:
    _link(project / chance.choice((*FILES, *NEW)), chance.choice(DEVICES))


def link_out(chance: Random, project: Path) -> None:
    (project.parent / "outside.yaml").write_text("secret: [\n")
    _link(project / chance.choice((*FILES, *NEW)), chance.choice(OUTSIDE))


def link_within(chance: Random, project: Path) -> None:
    _link(project / chance.choice((*FILES, *NEW)), project / chance.choice(FILES))


def loop(chance: Random, project: Path) -> None:
    at = project / chance.choice((*FILES, *NEW, *FOLDERS))
    _gone(at)
    at.symlink_to(at.name)


def loop_of_folders(chance: Random, project: Path) -> None:
    (project / chance.choice(FOLDERS) / "z.yaml").symlink_to(chance.choice((".", "..", "../..")))


def fifo(chance: Random, project: Path) -> None:
    at = project / chance.choice((*FILES, *NEW))
    _gone(at)
    os.mkfifo(at)


def socket(chance: Random, project: Path) -> None:
    at = project / chance.choice((*FILES, *NEW))
    _gone(at)
    os.mknod(at, 0o140644)


def folder_for_a_file(chance: Random, project: Path) -> None:
    at = project / chance.choice((*FILES, *NEW))
    _gone(at)
    at.mkdir()


def file_for_a_folder(chance: Random, project: Path) -> None:
    at = project / chance.choice(FOLDERS)
    _gone(at)
    at.write_text("")


def gone(chance: Random, project: Path) -> None:
    _gone(project / chance.choice((*FILES, *FOLDERS)))


def empty(chance: Random, project: Path) -> None:
    (project / chance.choice(FILES)).write_bytes(b"")


def unreadable(chance: Random, project: Path) -> None:
    (project / chance.choice((*FILES, *FOLDERS))).chmod(0)


def copied_to_an_odd_name(chance: Random, project: Path) -> None:
    """A file once more, beside itself, under a name that is odd to read or to show."""
    at = project / chance.choice(FILES)
    name = chance.choice(
        ("a\nb", "\x1b[31m", "\u202e", "a b", " ", "'", '"', "#", "%41", "~", "-", ".", "..", "z" * 250, LONG)
    )
    shutil.copy(at, at.with_name((name + at.suffix).encode()[-255:].decode("utf-8", "ignore")))


def copied_to_a_name_of_no_encoding(chance: Random, project: Path) -> None:
    at = project / chance.choice(FILES)
    shutil.copy(
        at, os.fsencode(at.parent) + b"/" + chance.choice((b"\xff\xfe", b"\x83\x5c", b"\x80")) + at.suffix.encode()
    )


def copied_to_another_kind(chance: Random, project: Path) -> None:
    at = project / chance.choice(FILES)
    shutil.copy(
        at,
        at.with_suffix(chance.choice((".png", ".jpg", ".jpeg", ".svg", ".yaml", ".yml", ".PNG", ".webp", ".gif", ""))),
    )


def named_as_on_a_mac(chance: Random, project: Path) -> None:
    """がく.png, its dots as characters of their own, as the brochure has it, or not."""
    file, form = project / PNG, chance.choice(("NFC", "NFD"))
    file.rename(file.with_name(unicodedata.normalize("NFD", "がく.png")))
    _said(project / FIRST, "id: grey", f"id: {unicodedata.normalize(form, 'がく')}")


def long_name(chance: Random, project: Path) -> None:
    """A name as long as a name may be, or longer."""
    name = chance.choice(
        ("a" * 64, "a" * 200, "a" * 251, "a" * 300, "あ" * 85, "あ" * 90, "a/" * 2000 + "a", "a" * 5000)
    )
    file, key = chance.choice(
        (
            (BROCHURE, "id: small"),
            (FIRST, "id: grey"),
            (BROCHURE, "style: nerima.yaml"),
            (FIRST, "icon: home"),
            (BROCHURE, "section: 01-first.yaml"),
            (FIGURES, "csv: table.csv"),
            (STYLE, "text: BIZUDPGothic_400Regular.ttf"),
            (STYLE, "profile: FOGRA39L_coated.icc"),
        )
    )
    _said(project / file, key, f"{key.partition(':')[0]}: {name}")


def output_is_a_file(chance: Random, project: Path) -> None:
    _gone(project / "output")
    (project / "output").write_text("")


def output_is_a_link(chance: Random, project: Path) -> None:
    _gone(project / "output")
    (project / "output").symlink_to(chance.choice(("output", "/nowhere/at/all", "data", "/proc", "/dev/null")))


def draft_in_the_way(chance: Random, project: Path) -> None:
    """Where the file is to be, or where one might write first, lies something else."""
    at = project / "output" / chance.choice(("small.screen.pdf", ".small.screen.pdf.part"))
    _gone(at)
    at.mkdir()


def cache_damaged(chance: Random, project: Path) -> None:
    """What earlier builds have made, changed by a few bits."""
    files = [file for file in sorted((project.parent.parent / "cache").rglob("*")) if file.is_file()]
    for file in chance.sample(files, min(len(files), 20)):
        file.write_bytes(flipped(chance, file.read_bytes()))


def many_files(chance: Random, project: Path) -> None:
    folder = project / chance.choice(FOLDERS)
    for number in range(300):
        (folder / f"n{number}{chance.choice(('.yaml', '.png', '.svg'))}").write_bytes(b"" if number % 2 else b"\xff")


def _gone(at: Path) -> None:
    if at.is_dir() and not at.is_symlink():
        shutil.rmtree(at)
    else:
        at.unlink(missing_ok=True)


def _link(at: Path, target: str | Path) -> None:
    _gone(at)
    at.symlink_to(target)


def _said(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8", "surrogateescape")
    file.write_text(text.replace(old, new, 1), "utf-8", "surrogateescape")


DEEDS: tuple[Deed, ...] = (
    *(
        link_to_a_device,
        link_to_a_device,
        link_out,
        link_out,
        link_within,
        loop,
        loop,
        loop_of_folders,
        fifo,
        fifo,
        socket,
    ),
    *(
        folder_for_a_file,
        file_for_a_folder,
        gone,
        gone,
        empty,
        unreadable,
        copied_to_an_odd_name,
        copied_to_an_odd_name,
    ),
    *(copied_to_a_name_of_no_encoding, copied_to_another_kind, named_as_on_a_mac, long_name, long_name, long_name),
    *(output_is_a_file, output_is_a_link, draft_in_the_way, many_files, cache_damaged),
)
UNWRITABLE = {output_is_a_file, output_is_a_link, draft_in_the_way}  # exit 3: a file could not be written
