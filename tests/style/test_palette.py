from __future__ import annotations

import pytest

from report.messages import Origin, Report
from report.source import Name
from report.style.palette import Family, InkEntry, PaletteEntry, contrast, read_palette

INKS = {"red": "#C2451B 16/86/100/6", "paper": "#FFFFFF 0/0/0/0"}


def entry(**inks: str) -> PaletteEntry:
    shades = {role: "#0A6AB0 88/52/5/0" for role in ("dark", "base", "mid", "soft", "tint", "pale")}
    family = Family(
        **{role: InkEntry(colour=shade) for role, shade in shades.items()}, counter="red", counter_dark="red"
    )
    known = {name: InkEntry(colour=ink) for name, ink in {**INKS, **inks}.items()}
    return PaletteEntry(inks=known, families={"blue": family})


def test_an_ink_has_both_twins():
    ink = read_palette(entry(), Report()).ink("red")
    assert ink.hex == "#C2451B"
    assert ink.cmyk == (0.16, 0.86, 1.0, 0.06)
    assert ink.coverage == pytest.approx(208)


def test_a_tint_thins_both_twins():
    tint = read_palette(entry(), Report()).ink("red@50")
    assert tint.cmyk == pytest.approx((0.08, 0.43, 0.5, 0.03))
    assert tint.rgb[2] == pytest.approx((1 + 0x1B / 255) / 2)


def test_roles_name_inks_of_the_family():
    palette = read_palette(entry(), Report())
    assert palette.role("base", "blue") == "blue.base"
    assert palette.role("soft@55", "blue") == "blue.soft@55"
    assert palette.role("counter", "blue") == "red"
    for wrong in ("bsae", "base@", "base@x", "base@900", "base@-5", "base@nan"):
        with pytest.raises(KeyError):
            palette.role(wrong, "blue")


@pytest.mark.parametrize("written", ["#12345", "red", "#C2451B 16/86/100", "#C2451B 16/86/101/6"])
def test_a_bad_colour_is_told_with_its_place(written: str):
    bad = Name(written)
    bad.origin = Origin("styles/x.yaml", 7, 9)
    report = Report()
    read_palette(entry(odd=bad), report)
    (told,) = report.diagnostics
    assert str(told).startswith(f'styles/x.yaml:7:9: error: "{written}" is not a colour')


def test_contrast_is_that_of_wcag():
    palette = read_palette(entry(black="#000000 0/0/0/100"), Report())
    assert contrast(palette.ink("black"), palette.ink("paper")) == pytest.approx(21)


def test_a_tint_of_a_spot_ink_is_of_the_same_plate():
    given = entry()
    given.inks["brand"] = InkEntry(colour="#C2451B 16/86/100/6", spot="DIC 256")
    palette = read_palette(given, Report())
    assert (palette.ink("brand@40").spot, palette.ink("brand@40").share) == ("DIC 256", 0.4)
