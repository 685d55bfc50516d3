"""What a text must hold for a pattern, told from the pattern: never too much."""

from __future__ import annotations

import functools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import Core
from bot.words.index import needs_of
from flows.lexicon import Lexicon
from flows.text.cues import Cues, EndCues
from flows.text.needed import is_plain, needed
from tests.language.cases import brief_cases

_EVERY_TEXT, _EVERY_PATTERN, _MANY = 60, 9, 1000  # of 14 000, of 5500; a text where one is
_LONG = 300  # characters; what matches a longer pattern takes long to make up


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("电销", [("电销",)]),
        ("什么(?:岗|人)", [("什么人", "什么岗")]),
        ("(?:岗|人)", [("人", "岗")]),
        ("人?手[0-9]+张", [("手",), ("张",)]),
        ("team lead(?:er)?s?", [("team lead",)]),
        ("a b{2}cd", [("cd",)]),
        (r"so\s+on", [("so",), ("on",)]),
        ("(?:再|多)?招[0-9]人", [("招",)]),
        ("(?<!没)有", [("有",)]),
        ("(?<=没)有(?=钱|人手)", [("没有",), ("有人手", "有钱")]),
        ("x?(?<=没)有(?=$|钱)", [("没",)]),
        ("(?:(?<=我)姨|妈)和", [("妈和", "姨和")]),
        ("(?=没)?有", [("有",)]),
        ("a|b", [("a", "b")]),
        ("(?:a|b)?", []),
        ("(?:a|b(?:c|d))", [("a", "bc", "bd")]),
        ("(?:[a-z]+|部门)", []),
        ("[abc]d", [("ad", "bd", "cd")]),
        (r"(?:\d|x)y", [("y",)]),
        ("(?:岗|)位?", []),
        ("(?P<n>岗|位)(?P=n)", [("位", "岗")]),
        ("[^)]人", [("人",)]),
        (r"要\uFFFC+吗", [("\ufffc",), ("要",), ("吗",)]),
        (r"\x41b", [("Ab",)]),
        (r"v\.", [("v.",)]),
        ("a(b", []),
    ],
)
def test_what_a_pattern_needs_is_told_without_compiling_it(
    pattern: str, texts: list[tuple[str, ...]]
) -> None:
    assert needed(pattern) == tuple(texts)


@given(st.data())
def test_what_a_pattern_of_the_files_needs_is_in_its_matches(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(_patterns_without_a_look_around()))
    match = data.draw(st.from_regex(pattern, fullmatch=True))
    assert all(any(text in match for text in kind) for kind in needed(pattern))


def test_what_any_pattern_needs_is_in_every_text_where_it_is_found(lexicon: Lexicon) -> None:
    texts = [lexicon.fold(case.text) for case in brief_cases("dev")[::_EVERY_TEXT]]
    found = [
        (pattern, text)
        for pattern in _patterns(lexicon)[::_EVERY_PATTERN]
        for text in texts
        if re.search(pattern, text)
    ]
    assert len(found) > _MANY
    for pattern, text in found:
        assert all(any(need in text for need in kind) for kind in needed(pattern)), pattern


@functools.cache
def _patterns_without_a_look_around() -> tuple[str, ...]:
    patterns = _patterns(Core.load().lexicon)
    return tuple(p for p in patterns if len(p) < _LONG and not re.search(r"\(\?[=!<]", p))


def _patterns(lexicon: Lexicon) -> list[str]:
    """List the patterns of the language data, but for plain words."""
    groups = (group for needs in needs_of(lexicon, set()) for group in needs.groups)
    return sorted({p for group in groups for p in group if not is_plain(p)})


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
