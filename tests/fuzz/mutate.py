"""Files spoilt by chance: as an editor, a transfer, another program or a slip of the hand spoils them.

In: the files of a project and a `random.Random`. Out: the same files with one change, and what it was, in words.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from random import Random

from tests.fuzz.coded import BINARY, CODED, STRUCTURED, flipped
from tests.fuzz.ground import BROCHURE, DRAWING, FIRST, ICON, SECOND, STYLE, TABLE
from tests.fuzz.ground import FIGURES as NUMBERED
from tests.fuzz.odd import ELEMENTS, ENCODINGS, FIGURES, LINES, NUMBERS, ROWS, SERIES, SIGNS, WORDS

Files = dict[str, bytes]
Change = Callable[[Random, str], str]

WRITTEN = (BROCHURE, FIRST, FIRST, SECOND, SECOND, NUMBERED, NUMBERED, TABLE, DRAWING, DRAWING, ICON, STYLE, STYLE)


def changed(chance: Random, files: Files) -> tuple[Files, str]:
    """One file with one change."""
    if chance.random() < 0.72:
        name = chance.choice(WRITTEN)
        change = chance.choice(TEXTUAL)
        text = files[name].decode("utf-8", "surrogateescape")
        made = change(chance, text)
        content = made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")
    else:
        name = chance.choice(CODED)
        change = chance.choice((*BINARY, *STRUCTURED.get(name, ())))
        content = change(chance, files[name])
    return files | {name: content}, f"{name}: {change.__name__.strip('_')}"


def _at(chance: Random, content: str | bytes) -> int:
    return chance.randrange(len(content) + 1)


# --- text: what comes out is text, or bytes in another encoding


def _sign(chance: Random, text: str) -> str:
    at = _at(chance, text)
    return text[:at] + chance.choice(SIGNS) * chance.choice((1, 1, 1, 2, 50)) + text[at:]


def _sign_in_the_place_of_another(chance: Random, text: str) -> str:
    at = _at(chance, text)
    return text[:at] + chance.choice(SIGNS) + text[at + 1 :]


def _cut(chance: Random, text: str) -> str:
    return text[: _at(chance, text)]


def _hole(chance: Random, text: str) -> str:
    at = _at(chance, text)
    return text[:at] + text[at + chance.choice((1, 1, 2, 5, 40)) :]


def _line_twice(chance: Random, text: str) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join((*lines[:at], *(lines[at],) * chance.choice((1, 1, 1, 500)), *lines[at:]))


def _line_gone(chance: Random, text: str) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def _lines_swapped(chance: Random, text: str) -> str:
    lines = text.split("\n")
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


def _indented(chance: Random, text: str) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" ", "  ", "\t", "\u3000", "\xa0", " " * 300)) + lines[at]
    return "\n".join(lines)


def _outdented(chance: Random, text: str) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = lines[at][chance.choice((1, 2, 4)) :]
    return "\n".join(lines)


def _number(chance: Random, text: str) -> str:
    return _replaced(chance, text, r"\d[\d.,]*", NUMBERS)


def _word(chance: Random, text: str) -> str:
    """The value of a key, an entry of a list, an attribute or a cell."""
    return _replaced(
        chance, text, r'(?<=: )[^\s{\[|][^\n,}\]]*|(?<=- )[^\s{\[]\S*|(?<=")[^"\n]+(?=")|(?<=,)[^,\n]+', WORDS
    )


def _key(chance: Random, text: str) -> str:
    return _replaced(chance, text, r"[\w-]+(?=[:=])", (*WORDS, "text", "id", "origin", "like", "x", "href", "style"))


def _words_of_the_file(chance: Random, text: str) -> str:
    """A word in the place of another of the same file."""
    return _replaced(chance, text, r"[^\s:,{}\[\]<>\"'=]+", re.findall(r"[^\s:,{}\[\]<>\"'=]+", text) or ("",))


def _replaced(chance: Random, text: str, pattern: str, options: tuple[str, ...] | list[str]) -> str:
    found = list(re.finditer(pattern, text))
    if not found:
        return text
    place = chance.choice(found)
    return text[: place.start()] + chance.choice(options) + text[place.end() :]


def _encoding(chance: Random, text: str) -> bytes:
    return text.encode(chance.choice(ENCODINGS), "replace")


def _declared_encoding(chance: Random, text: str) -> bytes:
    """A drawing that says in which encoding it is, rightly or not."""
    name = chance.choice(
        ("Shift_JIS", "EUC-JP", "UTF-16", "UTF-7", "ISO-8859-1", "x", "rot13", "utf-8-sig", "idna", "hex")
    )
    said = re.sub(r"\A(<\?xml.*?\?>)?", f'<?xml version="1.0" encoding="{name}"?>', text, count=1)
    return said.encode(chance.choice(("utf-8", "cp932", "utf-16")), "replace")


def _line_ends(chance: Random, text: str) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\x85", "\u2028", "\n\r", "\x0b", "\x0c", "")))


def _decomposed(chance: Random, text: str) -> str:
    return unicodedata.normalize(chance.choice(("NFD", "NFKD", "NFKC")), text)


def _wide(chance: Random, text: str) -> str:
    sign, wide = chance.choice(
        ((":", "："), (" ", "\u3000"), (" ", "\xa0"), (",", "、"), ("-", "−"), ('"', "”"), ("#", "＃"))
    )
    return text.replace(sign, wide, chance.choice((1, -1)))


def _twice(chance: Random, text: str) -> str:
    return text + chance.choice(("", "---\n", "...\n", "\ufeff", "\0")) + text


def _nested(chance: Random, text: str) -> str:
    at, sign = _at(chance, text), chance.choice(("[", "{", "<g>", "- ", "? ", "(", "'", "{{", "[[", "**", "<svg>"))
    return text[:at] + sign * chance.choice((3, 100, 3000)) + text[at:]


def _bytes(chance: Random, text: str) -> bytes:
    return flipped(chance, text.encode("utf-8", "surrogatepass"))


BELONGS = (("(?<=>\n)", ELEMENTS), ("(?<=figures:\n)", FIGURES), ("(?<=series:\n)", SERIES), (r"\Z", ROWS))


def _more(chance: Random, text: str) -> str:
    """Something more where it belongs: in a drawing, below `figures:` or `series:`, in a table; else any line."""
    for mark, options in BELONGS:
        places = list(re.finditer(mark, text))
        wanted = options is not ROWS or text.startswith("year,")
        if places and wanted and chance.random() < 0.6:
            at = chance.choice(places).start()
            return f"{text[:at]}{chance.choice(options)}\n{text[at:]}"
    at = chance.choice([0, *(found.end() for found in re.finditer("\n", text))])
    return f"{text[:at]}{chance.choice(LINES)}\n{text[at:]}"


def _quoted(chance: Random, text: str) -> str:
    """A value as before, but one that YAML and XML can read."""
    odd = chance.choice((*WORDS, *NUMBERS, *(sign * 3 for sign in SIGNS)))
    told = json.dumps(odd, ensure_ascii=chance.random() < 0.5)[1:-1]
    return _replaced(chance, text, r'(?<=: )[^\s{\[|"][^\n,}\]]*', (f'"{told}"', f'"字{told}字"', f'"{told * 3}"'))


TEXTUAL: tuple[Callable[[Random, str], str | bytes], ...] = (
    *(_sign, _sign, _sign_in_the_place_of_another, _cut, _hole, _hole, _line_twice, _line_gone, _line_gone),
    *(_lines_swapped, _indented, _outdented, _number, _number, _number, _word, _word, _word, _key, _words_of_the_file),
    *(_words_of_the_file, _encoding, _declared_encoding, _line_ends, _decomposed, _wide, _twice, _nested, _bytes),
    *(_more, _more, _more, _quoted, _quoted, _quoted),
)
