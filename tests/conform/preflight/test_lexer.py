"""Instructions of content streams: what the plain grammar reads is what pikepdf reads; the rest is left to it."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report.conform.preflight import lexer
from report.conform.preflight.lexer import KNOWN, SUBPATH, _plain, instructions
from report.conform.preflight.objects import content_of

PLAIN = [
    b"",
    b"q 1 0 0 -1 37.7 879.59 cm\n0 .02 +0.04 -.5 k 1. 2 3 4 re f Q",
    b"0 0 m 1 1 l 2 2 3 3 4 4 c 5 5 6 6 v 7 7 8 8 y h\n9 9 m 1 2 l h f",
    b"0 0 m h 1 1 m S % said by nobody ( or <\nf",
    b"BT /F6 7.0866 Tf [<0086>-60<001 B> -6.5 (a b)] TJ <00> Tj (x) ' 1 2 (y) \" ET",
    b"/Span <</ActualText <FEFF0031> /MCID 3>> BDC /O1 gs /P1 cs 1 scn EMC /X1 Do [1 2] 0 d [] 0 d",
    b"/P <</A[1 2]/B (x)>>BDC\nEMC\r\nq\rQ",
    b"BT <4> Tj <4 1\n4> Tj ET 0 0 m 1 1 2 2 v f 0 0 m 1 1 2 2 y f 1 2 +3. [4 -.5] 6 d",
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
    b"q\vQ",
    b"0 0 m 1-2 l f",
    b"0 0 m 1 1 lh f",
    b"/\x83\x5a gs",
    b"q (",
]

PATHS = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "h": 0}  # what builds a path, with the count of its operands


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
    """Operators with their operands, a path as its points and whether it is curved; without dictionaries, which
    nobody looks at."""
    seen: list[Any] = []
    for operator, operands in found:
        if operator == SUBPATH:
            xs, ys, curved = operands
            points = list(zip(xs, ys, strict=True))
        else:
            values = [value(each) for each in operands if not isinstance(each, pikepdf.Dictionary)]
            if len(values) != PATHS.get(operator) or not all(isinstance(each, float) for each in values):
                seen.append((operator, values))
                continue
            points, curved = list(zip(values[::2], values[1::2], strict=True)), operator in "cvy"
        if not seen or seen[-1][0] != SUBPATH:
            seen.append((SUBPATH, [], False))
        _, before, was = seen[-1]
        seen[-1] = (SUBPATH, before + points, was or curved)
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
        assert len(pdf.pages) == 4
        for page in pdf.pages:
            assert read(_plain(content_of(page.obj))) == by_pikepdf(page.obj)


def joined(parts: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(parts, max_size=most).map("".join)


def spaced(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Each with a space behind it."""
    return st.tuples(*(part for each in parts for part in (each, SPACE))).map("".join)


SPACE = st.sampled_from([" ", "\n", "\r\n", "\t\f"])
NUMBER = st.sampled_from(["0", "1.", "-.5", "+7", "00.10", "-0", "879.59", "-9999", "0.12345", "12"])
NAME = st.sampled_from(["/A", "/B1", "/a.-_", "/'\"*+", "/0"])
STRING = st.sampled_from(["(a)", "()", "(a [<>]/% 1\n)", "<41>", "<4 1\n4>", "<>", "<aF9>"])
DICTIONARY = st.sampled_from(["<</M 1>>", "<< /MCID 3 /T (a) >>", "<</ActualText <FEFF> >>", "<<>>", "<</A[1 2]>>"])
ARRAY = st.tuples(joined(spaced(STRING | NUMBER), 4), st.just("") | spaced(NUMBER)).map("[{0[0]}]{0[1]}".format)
OPERATOR = st.sampled_from([each for each in KNOWN.values() if each not in PATHS])
COMMENT = st.sampled_from(["%\n", "% said by nobody ( or <\r", "%q 1 0 0 rg\n"])
LINE = st.tuples(
    joined(spaced(NUMBER | NAME), 6), st.one_of(ARRAY, STRING, DICTIONARY, st.just("")), spaced(OPERATOR)
).map("".join)
SEGMENTS = {operator: spaced(*[NUMBER] * count, st.just(operator)) for operator, count in PATHS.items()}
PATH = st.tuples(SEGMENTS["m"], joined(st.one_of(*SEGMENTS.values(), COMMENT), 4)).map("".join)
PIECE = st.one_of(LINE, PATH, *SEGMENTS.values(), COMMENT)


@given(joined(PIECE, 5))
def test_what_keeps_to_the_grammar_is_read_as_pikepdf_reads_it(content: str) -> None:
    _pdf, made = stream(content.encode())
    found = _plain(content_of(made))
    assert found is not None
    assert read(found) == by_pikepdf(made)


ODD = st.sampled_from(["q", "1 l ", "/A", "1", "[1]", "(a)", "%", "%q", "<41>", " \r", "m ", "<<>>", "f%"])


@given(PIECE, ODD, PIECE)
def test_whatever_it_reads_pikepdf_reads_in_the_same_way(before: str, odd: str, after: str) -> None:
    _pdf, made = stream((before + odd + after).encode())
    found = _plain(content_of(made))
    assume(found is not None)
    assert read(found) == by_pikepdf(made)


def test_a_stream_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexer, "LARGEST", 9)
    for content, told in ((b"q Q q Q q", ""), (b"q Q q Q q ", "too much content")):
        _pdf, made = stream(content)
        found, complaint = instructions(made)
        assert (len(found), complaint) == (0 if told else 5, told)
