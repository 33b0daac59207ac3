"""Templates: filled in by lines, told where they are wrong; HTML without what mail programs take out or fetch."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from report.figures.model import Amount
from report.mail.markup import check_html
from report.mail.templates import Markup, compiled, filler, load_templates
from report.messages import Origin, Report
from report.source import Written

FIXED = {"none": "", "sum": Amount(1234.0, "円"), "made": Markup("<i>a</i>"), "sign": "a<b>&\"'"}


def filled(text: str, is_html: bool = False, **words: str) -> str:
    report = Report()
    template = compiled(Written(text, Origin("a.txt")), report)
    fill = filler(template, FIXED.__getitem__, words, is_html, report)
    assert not report.diagnostics
    return fill(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\nb", "a\n\nb"),
        ("{{ who }}\nb", "名\nb"),
        ("{{ gap }}\nb", "b"),
        ("{{ none }}\nb", "b"),
        ("  {{ gap }} {{ none }}  \nb", "b"),
        ("{{ gap }}{{ who }}\nb", "名\nb"),
        ("a {{ gap }}\nb", "a \nb"),
        ("a\n \nb", "a\n \nb"),
        ("{{ sum }}、{{ sum | 数字 }}", "1,234円、1,234"),
        ("{{sum}} } }} {", "1,234円 } }} {"),
        ("{{ sum | 大きく }}", "1,234円"),
        ("{{ sign }}", "a<b>&\"'"),
    ],
)
def test_a_text_is_filled_in(text: str, expected: str) -> None:
    assert filled(text, who="名", gap="") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>{{ sign }}</p>", "<p>a&lt;b&gt;&amp;&quot;&#x27;</p>"),
        ('<p title="{{ who }}">', '<p title="&lt;&quot;">'),
        ("{{ made }}", "<i>a</i>"),
    ],
)
def test_values_are_escaped_in_html(text: str, expected: str) -> None:
    assert filled(text, is_html=True, who='<"') == expected


def test_a_value_is_not_read_again() -> None:
    assert filled("{{ who }}", who="{{ sum }}") == "{{ sum }}"


LINKS = "1:1 links lead to https:// or mailto:, of words only to link and unsubscribe"
HTML = {
    '<p class="a" style="color: red">a<br>b &amp; c</p>': None,
    '<a href="https://a.example/?b=c#d">a</a><a href="mailto:{{ unsubscribe }}">b</a><a href="{{ link }}">c</a>': None,
    '<img src="cid:cover" alt="{{ title }}">': None,
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><style>p { color: red }</style></head>": None,
    "<p>\n <script>": "2:2 <script> is not for letters",
    "<p onload=a>": "1:1 onload runs a program in the letter",
    '<img src="a.png" alt="a">': "1:1 this is fetched from elsewhere when the letter is opened",
    '<td background="https://a.example">': "1:1 this is fetched from elsewhere when the letter is opened",
    '<img src="cid:cover">': "1:1 a picture without a description (alt)",
    '<a href="http://a.example">': LINKS,
    '<a href="https://a.example/{{ name }}">': LINKS,
    "<p title={{ a }}>": "1:1 an expression cannot stand here",
    "a<{{ a }}>": "1:2 an expression cannot stand here",
    "<style>\np { color: {{ a }} }</style>": "1:8 an expression cannot stand here",
    "<style>@import 'a'</style>": "1:8 this is fetched from elsewhere when the letter is opened",
    "<!-- {{ a }} -->": "1:1 an expression cannot stand here",
    "<?php a ?>": "1:1 <?php a ?> is not for letters",
}  # fmt: skip


@pytest.mark.parametrize("text", HTML)
def test_html_of_a_letter(text: str) -> None:
    report = Report()
    check_html(Origin("a.html"), text, report)
    told = [f"{each.origin.line}:{each.origin.column} {each.message}" for each in report.diagnostics if each.origin]
    assert told == ([HTML[text]] if HTML[text] else [])


def test_a_group_is_found_however_its_name_s_accents_are_written(tmp_path: Path) -> None:
    """As macOS writes 保護者 and パパ: composed or apart."""
    for kind in ("txt", "html", "subject.txt"):
        (tmp_path / unicodedata.normalize("NFD", f"ja.パパ.{kind}")).write_text("a", encoding="utf-8")
    found = load_templates(tmp_path, Report())
    assert found.serving("ja", "パパ") == ("ja", "パパ") and found.serving("ja", "ママ") is None


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"ja.html": "a"}, ["ja.html:1:1: error: an HTML template without ja.txt"]),
        ({"ja.txt": "a", "ja.html": "a"}, ["ja.txt:1:1: error: no subject for it: ja.subject.txt"]),
        ({"ja.txt": "a", "ja.html": "a", "ja.subject.txt": "\n"},
         ["ja.subject.txt:1:1: error: nothing stands in this file"]),
        ({"ja.doc.txt.txt": "a"}, ['ja.doc.txt.txt:1:1: error: "ja.doc.txt.txt" is no name of a template']),
        ({"ja.txt": "a", "ja.subject.txt": "a", "ja.html": "a", "ja.x.html": "a"},
         ["ja.x.html:1:1: error: an HTML template without ja.x.txt"]),
        ({"ja.txt": "a", "ja.subject.txt": "a"},
         ["ja.txt:1:1: warning: the letters of ja.txt will have neither formatting nor cover"]),
    ],
)  # fmt: skip
def test_a_set_of_templates_is_whole(tmp_path: Path, files: dict[str, str], told: list[str]) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = Report()
    load_templates(tmp_path, report)
    said = [str(each).partition("\n")[0] for each in report.diagnostics]
    assert [each.replace(f"{tmp_path}/", "") for each in said] == told
