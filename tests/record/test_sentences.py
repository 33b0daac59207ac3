"""The sentence that a number stands in."""

from __future__ import annotations

import pytest

from report.record.sentences import sentence_at


@pytest.mark.parametrize(
    ("passage", "words", "sentence"),
    [
        ("一つ目です。定員は65人です。三つ目です。", "65", "定員は65人です。"),
        ("定員は65人です。", "65", "定員は65人です。"),
        ("「よい。」と言う65人がいます。ほか。", "65", "「よい。」と言う65人がいます。"),
        ("区（65校。うち新設1校。）が続けます。ほか。", "1校", "区（65校。うち新設1校。）が続けます。"),
        ("増えたか？　65人です", "65", "65人です"),
        ("65人", "65", "65人"),
        ("閉じない（65人。終わり。", "65", "閉じない（65人。終わり。"),
        ("余る）括弧。65人。", "65", "65人。"),
    ],
)
def test_the_sentence_around_a_word(passage: str, words: str, sentence: str) -> None:
    assert sentence_at(passage, passage.index(words)) == sentence
