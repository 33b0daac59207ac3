"""Instructions of content streams: what the plain grammar reads is what pikepdf reads; the rest is left to it."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.conform.preflight import lexer
from report.conform.preflight.lexer import SUBPATH, _plain, instructions
from report.conform.preflight.objects import content_of

PLAIN = [
    b"",
    b"q 1 0 0 -1 37.7 879.59 cm\n0 .02 +0.04 -.5 k 1. 2 3 4 re f Q",
    b"0 0 m 1 1 l 2 2 3 3 4 4 c 5 5 6 6 v 7 7 8 8 y h\n9 9 m 1 2 l h f",
    b"0 0 m h 1 1 m S % said by nobody ( or <\nf",
    b"BT /F6 7.0866 Tf [<0086>-60<001 B> -6.5 (a b)] TJ <00> Tj (x) ' 1 2 (y) \" ET",
    b"/Span <</ActualText <FEFF0031> /MCID 3>> BDC /O1 gs /P1 cs 1 scn EMC /X1 Do [1 2] 0 d [] 0 d",
    b"/P <</A[1 2]/B (x)>>BDC\nEMC\r\nq\rQ",
]
OTHERS = [
    b"(a\\)b) Tj",
    b"((a)) Tj",
    b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
    b"/A#42 gs",
    b"<< /A << /B 1 >> >> BDC",
    b"true BX",
    b"1 2 xyz",
    b"0 0 0 1k",
    b"q\0Q",
    b"/\x83\x5a gs",
    b"q (",
]


def stream(content: bytes) -> tuple[pikepdf.Pdf, Any]:
    pdf = pikepdf.new()
    return pdf, pdf.make_stream(content)


def value(of: Any) -> Any:
    if isinstance(of, list | pikepdf.Array):
        return [value(part) for part in of]
    if isinstance(of, pikepdf.Name):
        return str(of)
    return bytes(of) if isinstance(of, bytes | pikepdf.String) else float(of)


def read(found: Any) -> list[Any]:
    """Operators with their operands, subpaths as their points."""
    seen: list[Any] = []
    for operator, operands in found:
        if operator == SUBPATH:
            xs, ys, _ = operands
            seen += zip(xs, ys, strict=True)
        elif operator in ("m", "l", "c", "v", "y"):
            numbers = [float(each) for each in operands]
            seen += zip(numbers[::2], numbers[1::2], strict=True)
        elif operator in ("BDC", "h"):  # nobody looks at their operands
            seen += [] if operator == "h" else [operator]
        else:
            seen.append((operator, [value(each) for each in operands]))
    return seen


def by_pikepdf(content: Any) -> list[Any]:
    return read((str(each.operator), each.operands) for each in pikepdf.parse_content_stream(content))


@pytest.mark.parametrize("content", PLAIN)
def test_plain_content_is_read_as_pikepdf_reads_it(content: bytes) -> None:
    _pdf, made = stream(content)
    assert read(_plain(content_of(made))) == by_pikepdf(made)


@pytest.mark.parametrize("content", OTHERS)
def test_what_leaves_the_grammar_is_left_to_pikepdf(content: bytes) -> None:
    _pdf, made = stream(content)
    assert _plain(content_of(made)) is None


def test_a_subpath_tells_whether_it_is_curved() -> None:
    _pdf, made = stream(b"0 0 m 1 1 l h 2 2 m 3 3 4 4 5 5 c f")
    assert [(operator, *operands) for operator, operands in instructions(made)[0]] == [
        (SUBPATH, [0, 1], [0, 1], False),
        (SUBPATH, [2, 3, 4, 5], [2, 3, 4, 5], True),
        ("f",),
    ]


def test_the_parts_of_a_pages_contents_are_one_stream() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pikepdf.Array([pdf.make_stream(part) for part in (b"1 0 0", b"rg q", b"Q")])
        assert read(instructions(page.obj)[0]) == [("rg", [1, 0, 0]), ("q", []), ("Q", [])]


def test_the_files_of_both_targets_are_plain(good: bytes) -> None:
    with pikepdf.open(io.BytesIO(good)) as pdf:
        for page in pdf.pages:
            assert read(_plain(content_of(page.obj))) == by_pikepdf(page.obj)


NUMBERS = st.sampled_from(["0", "1", "-1.5", ".25", "+7", "3."])
WORDS = st.one_of(NUMBERS, st.sampled_from(["/A", "/B1", "<41>", "(a)", "[(a) 3 <42>]", "[1 2]", "<</M 1>>"]))
ENDS = st.sampled_from(["m", "l", "c", "h", "re", "f", "k", "Tj", "TJ", "Do", "gs", "BDC", "q", "Q", "d", "\n%x\n"])
LINES = st.tuples(st.lists(WORDS, max_size=6), ENDS).map(lambda line: " ".join([*line[0], line[1]]))


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_whatever_it_reads_pikepdf_reads_in_the_same_way(content: str) -> None:
    _pdf, made = stream(content.encode())
    found = _plain(content_of(made))
    if found is None:
        return
    said = [(str(each.operator), each.operands) for each in pikepdf.parse_content_stream(made)]
    kept = [each for each in said if each[0] not in ("m", "l", "c", "h", "BDC", "d")]
    mine = [each for each in found if each[0] not in (SUBPATH, "m", "l", "c", "h", "BDC", "d")]
    assert [each[0] for each in mine] == [each[0] for each in kept]


def test_a_stream_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexer, "LARGEST", 9)
    for content, told in ((b"q Q q Q q", ""), (b"q Q q Q q ", "too much content")):
        _pdf, made = stream(content)
        found, complaint = instructions(made)
        assert (len(found), complaint) == (0 if told else 5, told)
