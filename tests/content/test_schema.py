"""The schemas editors use: true to the reader, true to the sample, and as committed."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from report.layout.formats import FORMATS, schema, schema_text

ROOT = Path(__file__).parent.parent.parent
SAMPLES = [
    *(("brochure", file) for file in ROOT.glob("data/brochure.yaml")),
    *(("section", file) for file in sorted(ROOT.glob("data/sections/*.yaml"))),
    *(("figures", file) for file in sorted(ROOT.glob("data/figures/*.yaml"))),
    *(("terms", file) for file in ROOT.glob("data/terms.yaml")),
    *(("style", file) for file in sorted(ROOT.glob("styles/*.yaml"))),
]


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2, core schema: no dates, only true and false are flags."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if not tag.endswith((":timestamp", ":bool"))]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for initial, word in (("t", "true"), ("f", "false")):
    form = yaml.resolver.re.compile(word + "$")
    AsEditorsRead.yaml_implicit_resolvers.setdefault(initial, []).append(("tag:yaml.org,2002:bool", form))


@functools.cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema(name))


@pytest.mark.parametrize("name", FORMATS)
def test_the_committed_schema_is_the_codes(name: str) -> None:
    committed = (ROOT / f"data/schema/{name}.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(name), "run `make schema`"


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(("name", "file"), SAMPLES, ids=[str(file.relative_to(ROOT)) for _, file in SAMPLES])
def test_the_sample_is_valid(name: str, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found = list(validator(name).iter_errors(yaml.load(text, AsEditorsRead)))
    assert not found, jsonschema.exceptions.best_match(found)
    head = text.partition("\n")[0]
    assert head.startswith("# yaml-language-server: $schema=")
    assert (file.parent / head.partition("=")[2]).resolve() == ROOT / f"data/schema/{name}.schema.json"


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("section", {"topics": 3}),
        ("section", {"topics": [{"rows": [{"txt": "a"}]}]}),
        ("section", {"topics": [{"rows": [[{"span": 7, "blocks": [{"text": {"body": "a", "styl": "b"}}]}]]}]}),
        ("section", {"topics": [{"rows": [{"picture": {"id": "a", "height": "3px"}}]}]}),
        ("section", {"id": "given by the file's name"}),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(name: str, wrong: dict[str, Any]) -> None:
    sound = {"field": "a", "title": "b", "picture": "c", "lead": "d", "topics": [{"rows": [{"text": "e"}]}]}
    assert validator(name).is_valid(sound)
    assert not validator(name).is_valid({**sound, **wrong})


def test_keys_are_described_by_the_docstrings() -> None:
    chart = schema("section")["$defs"]["Chart"]
    assert chart["description"] == "figures drawn, in a panel with title, unit and note."
    assert chart["properties"]["arrow"]["description"] == "an arc from the first to the last label."
    assert json.dumps(chart["properties"]["labels"]["enum"]) == '["all", "turning"]'
