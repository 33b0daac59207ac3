"""Every message and hint of the engine has its Japanese, and the catalogue holds nothing else.

The sources are read with `ast`: from the calls that tell something (SEEDS) back through local names, parameters, tables
and small functions to the words themselves. A value within a text becomes `{}`; where the catalogue says that
the value is wording, too (`{name:said}`), it is followed as well.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from report.diagnostics import Diagnostic, Report
from report.messages import FIELD, catalogue, japanese
from report.messages.libraries import LIBRARIES
from report.source import read

HOUSE = Path(__file__).parent.parent / "report"
GOLDEN = Path(__file__).parent / "golden" / "bad_input.txt"
SEEDS = {  # what tells; the places of message and hint among its arguments
    **dict.fromkeys(("error", "flaw", "warning", "info"), (1, 2)),
    "Diagnostic": (2, 3),
    "ExpressionError": (1, 2),
    "PhotoError": (0, 1),
    "_failure": (1, 2),  # of a PDF that cannot be read
    "Flaw": (0, 2),
    "Check": (0, 1),
    **dict.fromkeys(("PathError", "ShapeError", "ValueError"), (0,)),
}
EXCEPTIONS = {"Failure", "_Stop", "ExpressionError", "PhotoError", "PathError", "ShapeError"}
FAULTS = ("artwork/charts/", "style/", "paint/", "page.py", "cli.py")  # ValueErrors that no author is told
FORWARDED = {  # told as they are: their wording is a seed of its own
    *(f"{what}.{part}" for what in ("told", "error", "refusal", "flaw", "finding") for part in ("message", "hint")),
    *("check.title", "check.hint"),
    *("str(error)", "error.args[0]", "error.strerror"),  # the last is the system's, as libraries.py has it
}
TABLES = (catalogue.MESSAGES, catalogue.HINTS, catalogue.PARTS, catalogue.NOUNS)


class Scope(NamedTuple):
    module: str
    function: ast.FunctionDef | None


class Words(NamedTuple):
    """A text as the sources have it: its shape, with {} for values, and the values."""

    shape: str
    values: tuple[tuple[ast.expr, Scope], ...]
    where: str


MODULES = {str(f.relative_to(HOUSE)): ast.parse(f.read_text(encoding="utf-8")) for f in sorted(HOUSE.rglob("*.py"))}
MODULES = {name: tree for name, tree in MODULES.items() if not name.startswith("messages")}


def scopes() -> Iterator[tuple[Scope, list[ast.AST]]]:
    """Every function, and the rest of each module, with the nodes that are its own."""
    for module, tree in MODULES.items():
        pending: list[tuple[ast.FunctionDef | None, ast.AST]] = [(None, tree)]
        own: dict[ast.FunctionDef | None, list[ast.AST]] = {None: []}
        while pending:
            function, node = pending.pop()
            for child in ast.iter_child_nodes(node):
                inner = child if isinstance(child, ast.FunctionDef) else function
                own.setdefault(inner, []).append(child)
                pending.append((inner, child))
        yield from ((Scope(module, function), nodes) for function, nodes in own.items())


NODES = dict(scopes())
FUNCTIONS = [scope for scope in NODES if scope.function]
CALLS = [(s, n) for s, nodes in NODES.items() for n in nodes if isinstance(n, ast.Call)]


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def functions(name: str, scope: Scope) -> list[Scope]:
    """The functions of that name: of the module if it has one, else of the house."""
    found = [f for f in FUNCTIONS if f.function and f.function.name == name]
    return [f for f in found if f.module == scope.module] or found


def assigned(name: str, scope: Scope) -> list[tuple[ast.expr, int | None]]:
    """What a name is set to in a scope, with the place in it where a tuple is taken apart."""
    found: list[tuple[ast.expr, int | None]] = []
    for node in NODES[scope]:
        if isinstance(node, ast.NamedExpr) and node.target.id == name:
            found.append((node.value, None))
        for target in node.targets if isinstance(node, ast.Assign) else ():
            if isinstance(target, ast.Name) and target.id == name:
                found.append((node.value, None))
            elif isinstance(target, ast.Tuple):
                found += [(node.value, i) for i, e in enumerate(target.elts) if getattr(e, "id", "") == name]
    return found


def meant(expr: ast.expr, scope: Scope) -> Iterator[tuple[ast.expr, Scope]]:
    """What an expression comes to: literals and f-strings, tuples, or what cannot be followed."""
    match expr:
        case ast.IfExp():
            yield from meant(expr.body, scope)
            yield from meant(expr.orelse, scope)
        case ast.BoolOp():
            for value in expr.values:
                yield from meant(value, scope)
        case (
            ast.Subscript(value=ast.Name() | ast.Dict() as table)
            | ast.Call(func=ast.Attribute(value=ast.Name() | ast.Dict() as table, attr="get"))
        ) if any(isinstance(found, ast.Dict) for found, _ in meant(table, scope)):
            for found, there in meant(table, scope):
                for value in found.values if isinstance(found, ast.Dict) else ():
                    yield from meant(value, there)
            for value in expr.args[1:] if isinstance(expr, ast.Call) else ():
                yield from meant(value, scope)
        case ast.Call() if name_of(expr) not in ("str", "get") and (made := functions(name_of(expr), scope)):
            for there in made:
                yield from returned(there)
        case ast.Attribute() if made := [f for f in functions(expr.attr, scope) if is_property(f)]:
            for there in made:
                yield from returned(there)
        case ast.Name():
            yield from named(expr, scope)
        case _:
            yield expr, scope


def is_property(scope: Scope) -> bool:
    return scope.function is not None and any(getattr(d, "id", "") == "property" for d in scope.function.decorator_list)


def returned(scope: Scope) -> Iterator[tuple[ast.expr, Scope]]:
    for node in NODES[scope]:
        if isinstance(node, ast.Return) and node.value is not None:
            yield from meant(node.value, scope)


def named(expr: ast.Name, scope: Scope) -> Iterator[tuple[ast.expr, Scope]]:
    for here in dict.fromkeys((scope, Scope(scope.module, None))):
        if found := assigned(expr.id, here):
            for value, index in found:
                yield from meant(value, here) if index is None else parts(value, index, here)
            return
        if here.function and expr.id in (names := [a.arg for a in here.function.args.args]):
            index = names.index(expr.id) - (names[0] in ("self", "cls"))
            name = here.function.name
            for there, call in CALLS:
                if name_of(call) == name and here in functions(name, there):
                    yield from argument(call, index, expr.id, there)
            return
    imported = [s for s in NODES if s.function is None and s != scope and expr.id.isupper() and assigned(expr.id, s)]
    if imported:
        yield from named(expr, imported[0])
    else:
        yield expr, scope


def parts(expr: ast.expr, index: int, scope: Scope) -> Iterator[tuple[ast.expr, Scope]]:
    """One part of what an expression comes to, where that is a tuple."""
    for found, there in meant(expr, scope):
        if isinstance(found, ast.Tuple):
            yield from meant(found.elts[index], there)
        elif not (isinstance(found, ast.Constant) and found.value is None):
            yield found, there


def argument(call: ast.Call, index: int, keyword: str, scope: Scope) -> Iterator[tuple[ast.expr, Scope]]:
    for at, given in enumerate(call.args[: index + 1]):
        if isinstance(given, ast.Starred):
            yield from parts(given.value, index - at, scope)
            return
    if index < len(call.args):
        yield from meant(call.args[index], scope)
    for each in call.keywords:
        if each.arg == keyword:
            yield from meant(each.value, scope)


def worded(expr: ast.expr, scope: Scope) -> Words | None:
    """The words of a literal; None where there are none to translate."""
    where = f"{scope.module}:{expr.lineno}"
    if isinstance(expr, ast.Constant):
        return Words(expr.value, (), where) if expr.value else None
    if isinstance(expr, ast.JoinedStr):
        shape = "".join(v.value if isinstance(v, ast.Constant) else "{}" for v in expr.values)
        return Words(shape, tuple((v.value, scope) for v in expr.values if isinstance(v, ast.FormattedValue)), where)
    assert ast.unparse(expr) in FORWARDED, f"{where}: cannot follow {ast.unparse(expr)}"
    return None


def told(place: int) -> Iterator[Words]:
    """The messages (0) or the hints (1) of all seeds."""
    for scope, call in CALLS:
        seed = SEEDS.get(name_of(call), ())
        if place >= len(seed) or (name_of(call) == "ValueError" and scope.module.startswith(FAULTS)):
            continue
        if scope.module != "diagnostics.py":
            for expr, there in argument(call, seed[place], ("message", "hint")[place], scope):
                if words := worded(expr, there):
                    yield words


def shape_of(entry: str) -> str:
    return FIELD.sub("{}", entry)


def within(found: list[Words], entries: dict[str, str]) -> Iterator[Words]:
    """The wording that stands within other wording, as the catalogue marks it."""
    marks = {shape_of(entry): [bool(f[2]) for f in FIELD.finditer(entry)] for entry in entries}
    for words in found:
        for (expr, scope), said in zip(words.values, marks.get(words.shape, ()), strict=False):
            for value, there in meant(expr, scope) if said else ():
                if isinstance(value, (ast.Constant, ast.JoinedStr)) and (inner := worded(value, there)):
                    yield inner


def found() -> list[tuple[Words, set[str]]]:
    """All wording of the engine, each with the shapes the catalogue has for such."""
    messages, hints = list(told(0)), list(told(1))
    inner = [*within(messages, catalogue.MESSAGES), *within(hints, catalogue.HINTS)]
    inner += within(inner, catalogue.PARTS)
    parts = shapes(catalogue.PARTS)
    return [
        *((words, shapes(catalogue.MESSAGES)) for words in messages),
        *((words, shapes(catalogue.HINTS) | parts) for words in hints),  # a hint may be put together of parts
        *((words, set().union(*map(shapes, TABLES))) for words in inner),
    ]


def shapes(table: dict[str, str]) -> set[str]:
    return set(map(shape_of, table))


def test_the_catalogue_holds_all_that_is_told_and_nothing_else() -> None:
    told_ = found()
    assert len(told_) > 300
    assert not {words.shape: words.where for words, known in told_ if words.shape not in known}, "without Japanese"
    entries = [shape_of(entry) for table in TABLES[:3] for entry in table]
    assert not set(entries) - {words.shape for words, _ in told_}, "told nowhere"
    assert len(entries) == len(set(entries)), "twice in the catalogue"


def test_what_an_author_can_be_told_comes_from_known_exceptions() -> None:
    made = {n.name for nodes in NODES.values() for n in nodes if isinstance(n, ast.ClassDef) if raised(n)}
    assert made == EXCEPTIONS


def raised(made: ast.ClassDef) -> bool:
    return any(getattr(base, "id", "").endswith(("Error", "Exception")) for base in made.bases)


def test_japanese_is_whole_short_and_uses_only_the_values_there_are() -> None:
    for table in (*TABLES, LIBRARIES):
        for entry, text in table.items():
            fields = [field[1] for field in FIELD.finditer(entry)]
            assert {field[1] for field in FIELD.finditer(text)} <= set(fields), entry
            assert len(fields) == len(set(fields)), entry
            assert len(text) <= 60, text
            if table in (catalogue.MESSAGES, LIBRARIES):
                assert text.endswith(("。", "{problem}", "{reason}")), text


@pytest.mark.parametrize("said", re.findall(r"error: (.*)(?:\n  hint: (.*))?", GOLDEN.read_text(encoding="utf-8")))
def test_what_broken_inputs_are_told_has_japanese(said: tuple[str, str]) -> None:
    message, hint = japanese(Diagnostic("error", None, *said))
    assert re.search("[ぁ-ん]", message)
    assert not said[1] or re.search("[ぁ-ん]", hint or said[1])


@pytest.mark.parametrize(
    ("message", "hint", "expected"),
    [
        ('no figure named "a"', 'did you mean "b"?', ("「a」という数値はありません。", "もしかして「b」？")),
        ('key "a" stands twice', "", ("項目「a」が2回書かれています。", "")),
        ("待機児童数: there is no room for the years", "", ("待機児童数：年度を置く余地がありません。", "")),
        ("the spans of this row add up to 13", "", ("この行の span の合計が 13 です。", "")),
        (
            "the spans of this row add up to 12, with 2 more cells",
            "the topic is 12 columns wide",
            (
                "この行の span の合計が 12 です（ほかに span のないセルが2つ）。",
                "このトピックの幅はグリッドの12列です。",
            ),
        ),
        (
            'one of text, note expected, found "no expected, found nothing"',
            "known: a, b …",
            ("text, note のどれかを書いてください（今は「no expected, found nothing」です）。", "使えるもの：a, b …"),
        ),
        ("YAML syntax: something new", "", ("YAMLの書き方に誤りがあります。something new", "")),
        ("No space left on device", "", ("ディスクに空きがありません。", "")),
        ("nothing the catalogue knows", "nor this", ("", "")),
    ],
)
def test_values_go_over_and_wording_is_turned(message: str, hint: str, expected: tuple[str, str]) -> None:
    assert japanese(Diagnostic("error", None, message, hint)) == expected


def test_every_text_is_known_by_its_own_entry() -> None:
    """No entry hides another: each, with values put in, comes back as itself."""
    for table, place in ((catalogue.MESSAGES, 0), (catalogue.HINTS, 1)):
        for entry, text in table.items():
            said = ["", ""]
            said[place] = FIELD.sub(lambda field: "" if field[2] else "7", entry)
            wording = {field[1] for field in FIELD.finditer(entry) if field[2]}
            expected = FIELD.sub(lambda field, wording=wording: "" if field[1] in wording else "7", text)
            assert japanese(Diagnostic("error", None, *said))[place] == expected, entry


def test_broken_yaml_is_told_in_plain_words(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    for text in (
        "a: [1",
        "a: [1 2: }",
        "a: {b",
        "a: b: c",
        "- a\nb: c",
        "a: 'b",
        "a: @b",
        'a: "\\q"',
        "a: b\n c: d",
        "%x",
        "a: !<b c",
    ):
        file.write_text(text, encoding="utf-8")
        report = Report()
        assert read(file, dict[str, str], report) is None
        (told_,) = report.diagnostics
        assert not re.search("[a-z]{3}", japanese(told_)[0].replace("YAML", "")), told_
