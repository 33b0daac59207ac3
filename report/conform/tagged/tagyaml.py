"""The tag tree as YAML, for eyes, for diff and for golden files.

In: a `TagTree`. Out: one mapping a tag: role (with `standard` where the role map says so), page, text, what it is
called and described by, attributes, kids. Every value is a JSON string, which YAML reads as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from report.conform.tagged.roles import STANDARD
from report.conform.tagged.tagnodes import Content, Tag, TagTree

UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")  # what YAML takes only escaped
PLAIN_KEY = re.compile(r"[A-Z][A-Za-z]+\.[A-Z][A-Za-z0-9]+")


def tag_yaml(tree: TagTree, page: int | None = None) -> str:
    """All tags, or those with something on a page (from 1) and those around them."""
    head = [f"lang: {quoted(tree.lang)}", f"title: {quoted(tree.title)}", f"pages: {tree.pages}"]
    tags = [tag for tag in tree.tags if page is None or page in _pages(tag)]
    return "\n".join((*head, "tags:" if tags else "tags: []", *(f"  {line}" for t in tags for line in _tag(t, page))))


def quoted(value: str) -> str:
    """A string as JSON, and so as YAML, Japanese as it is."""
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _tag(tag: Tag, page: int | None) -> Iterator[str]:
    """A tag as an entry of a list; its kids below, or its text alone if it has no tags within."""
    yield f"- role: {tag.role if tag.role in STANDARD else quoted(tag.role)}"
    if tag.standard != tag.role:
        yield f"  standard: {tag.standard if tag.standard in STANDARD else quoted(tag.standard)}"
    if tag.page:
        yield f"  page: {tag.page}"
    for key in ("lang", "id", "title", "alt", "actual", "expansion"):
        value = getattr(tag, key)
        if value or (value == "" and key in ("alt", "actual")):
            yield f"  {key}: {quoted(value)}"
    if tag.attributes:
        yield "  attributes:"
        yield from (f"    {_key(key)}: {_value(value)}" for key, value in sorted(tag.attributes.items()))
    if all(isinstance(kid, Content) and kid.kind == "text" and not kid.lang for kid in tag.kids):
        if tag.text:
            yield f"  text: {quoted(tag.text)}"
        return
    yield "  kids:"
    for kid in tag.kids:
        if isinstance(kid, Content):
            yield from (f"    {line}" for line in _content(kid))
        elif page is None or page in _pages(kid):
            yield from (f"    {line}" for line in _tag(kid, page))


def _content(content: Content) -> Iterator[str]:
    if content.kind == "annotation":
        yield f"- annotation: {quoted(content.text)}"
        if content.target:
            yield f"  target: {quoted(content.target)}"
        return
    yield f"- {content.kind}: {quoted(content.text)}"
    if content.lang:
        yield f"  lang: {quoted(content.lang)}"


def _pages(tag: Tag) -> set[int]:
    return {tag.page} | {p for kid in tag.kids for p in (_pages(kid) if isinstance(kid, Tag) else {kid.page})}


def _key(key: str) -> str:
    return key if PLAIN_KEY.fullmatch(key) else quoted(key)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{quoted(key)}: {_value(each)}' for key, each in value.items())}}}"
    return json.dumps(value)
