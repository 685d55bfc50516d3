"""What a text must hold for a pattern, told from the pattern: never too much."""

from __future__ import annotations

import re

import pytest

from flows.text.cues import Cues, EndCues
from flows.text.needed import needed


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("电销", ("电销",)),
        ("什么(?:岗|人)", ("什么",)),
        ("(?:岗|人)", ("岗", "人")),
        ("人?手[0-9]+张", ("手",)),
        ("a b{2}cd", ("a ",)),
        (r"so\s+on", ("so",)),
        ("(?:再|多)?招{n}人", ("人",)),
        ("(?<!没)有", ("有",)),
        ("a|b", ()),
        ("(?:a|b)?", ()),
        ("(?:a|b(?:c|d))", ()),
        ("[abc]", ()),
        (r"(?:\d|x)y", ("y",)),
        ("(?:岗|)位?", ()),
        ("[^)]人", ("人",)),
        (r"要\uFFFC+吗", ("要",)),
        (r"\x41b", ("b",)),
    ],
)
def test_what_a_pattern_needs_is_told_without_compiling_it(
    pattern: str, texts: tuple[str, ...]
) -> None:
    assert needed(pattern) == texts


@pytest.mark.parametrize("kind", [Cues, EndCues])
@pytest.mark.parametrize("text", ["", "我们做电销", "we sell by phone", "招3个人", "电销"])
def test_cues_find_the_same_as_their_pattern(kind: type[Cues], text: str) -> None:
    words = ["电销", "(?:招|请)[0-9]个", "by (?:phone|mail)", "sell?s?"]
    pattern = re.compile(kind(words).source)
    for name in ("search", "match", "fullmatch"):
        found, expected = getattr(kind(words), name)(text), getattr(pattern, name)(text)
        assert (found and found.span()) == (expected and expected.span())
    spans = [found.span() for found in kind(words).finditer(text)]
    assert spans == [found.span() for found in pattern.finditer(text)]
    assert len(kind(words).blank(text)) == len(text)


@pytest.mark.parametrize("kind", [Cues, EndCues])
def test_cues_find_the_same_after_many_texts(kind: type[Cues]) -> None:
    cues = kind(["电销", "(?:招|请)[0-9]个", "sell?s?"])
    texts = ["我们做电销", "招3个", "we sell", "nothing"]
    first = [bool(cues.search(text)) for text in texts]
    assert first == [bool(cues.search(text)) for _ in range(100) for text in texts][-4:]
    assert any(first)
    assert not all(first)


@pytest.mark.parametrize("kind", [Cues, EndCues])
def test_cues_find_the_same_in_a_long_text_as_their_pattern(kind: type[Cues]) -> None:
    words = [f"第{number}家(?:店|公司)?" for number in range(20)]
    words += ["电销", "(?:招|请)[0-9]个", "电销团队", "招"]
    pattern = re.compile(kind(words).source)
    text = "我们做电销团队的，招3个人，第7家店招2个，" * 6 + "招3个"
    found = kind(words).search(text)
    assert found is not None
    assert found.span() == pattern.search(text).span()  # type: ignore[union-attr]
    spans = [match.span() for match in kind(words).finditer(text)]
    assert spans == [match.span() for match in pattern.finditer(text)]
    blank = pattern.sub(lambda match: " " * len(match.group()), text)
    assert kind(words).blank(text) == blank
