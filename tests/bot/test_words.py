"""Words: complete in both languages, all used, and written as people of the region write."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from bot.telegram.profile import ADMINS, PRIVATE
from bot.views.plan import PARTS
from bot.words.derive import said_in
from bot.words.phrases import Phrases, _phrases
from bot.words.traditional import CONFIGS, fresh
from bot.words.voice import LANGUAGES, as_language, voice
from flows.draft import Slot
from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge
from knowledge.loader import load
from tests.golden import golden, golden_file, shown

ROOT = Path(__file__).parents[2]
SOURCES = [
    path
    for package in ("bot", "flows")
    for path in sorted((ROOT / package).rglob("*"))
    if path.suffix in (".py", ".jinja")
]
KEYS = tuple(Phrases.load())
SECTIONS = "|".join(sorted({key.split(".")[0] for key in KEYS}))
_KEY = re.compile(rf"""(?<!f)["']((?:{SECTIONS})\.(?!toml|json|png|svg|pdf|typ)[\w-]+)["']""")
_PATTERN = re.compile(rf"""f["']((?:{SECTIONS})\.[^"']*)["']""")
_FIELD = re.compile(r"\{[^}]*\}")
_CHINESE = re.compile("[\u3400-\u9fff，。；：！？、「」（）]")
_LATIN_SENTENCE = re.compile(r"[a-z]{2,}(?: [a-z]{2,}){2,}")
_PLURAL_OF_ONE = re.compile(
    r"(?<![\w.,–-])1 (?:people|levels|direct reports|plans|agents|sellers|leaders)\b"
)

SLOTS = get_args(Slot)
KNOWLEDGE_WORDS = {
    "source.kind": ("study", "book", "practice", "judgement"),
    "piece.place": ("cn", "hk", "us"),
    "code": LANGUAGES,
    "name": PARTS,
    "slot": SLOTS,
    "reply.slot": SLOTS,
    "draft.asked": SLOTS,
    "option": ("unknown", "none"),
    "command": PRIVATE + ADMINS,
}
# Phrases whose count cannot be one, and why.
NEVER_ONE = {
    "plan.range": "the upper end of a range",
    "plan.shape": "somebody leads somebody, so there are two levels",
    "tree.summary": "a leader and at least one other",
    "changes.larger": "the next rule starts above size 1",
    "changes.smaller": "no rule ends at size 1",
    "warning.span_above": "above a range that starts at 1",
    "table.from_size": "said only above size 1",
    "force.who": "a single person needs no group and gets another heading",
    "what_if.span": "no range of a leader reaches down to one",
    "what_if.outside": "the upper end of a range",
}
# Names that stay in their own script, so that a reader of it can find them.
OWN_SCRIPT = tuple(f"language.{code}" for code in LANGUAGES)
# Characters outside Big5 that people of a region do write, and what for.
BEYOND_BIG5 = {"zh-Hant-TW": "", "zh-Hant-HK": "着"}  # Hong Kong: 跟着, where Taiwan has 跟著


@cache
def _source() -> str:
    return "\n".join(path.read_text("utf-8") for path in SOURCES)


def _fitting(pattern: str) -> set[str]:
    """List the phrases an f-string can name; unknown fields stand for one word."""
    names = [name.strip("{}") for name in _FIELD.findall(pattern)]
    word = (r"[\w-]+",)
    values = [tuple(map(str, KNOWLEDGE_WORDS.get(name, word))) for name in names]
    fixed = [re.escape(piece) for piece in _FIELD.split(pattern)]
    found: set[str] = set()
    for chosen in product(*values):
        filled = "".join(a + b for a, b in zip(fixed, (*chosen, ""), strict=True))
        found |= {key for key in KEYS if re.fullmatch(filled, key)}
    return found


def _is_in_big5(character: str) -> bool:
    """Tell whether a character is in the set Taiwan and Hong Kong write with."""
    try:
        character.encode("cp950")
    except UnicodeEncodeError:
        return False
    return True


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    "phrase",
    [
        {"en": "{size} people", "zh": "{people} 人"},
        {"en": "{size} people", "zh": "很多人"},
        {"en": "", "zh": "人"},
    ],
)
def test_a_phrase_whose_languages_do_not_match_is_refused(phrase: dict[str, str]) -> None:
    with pytest.raises(KnowledgeError):
        dict(_phrases("texts.toml", "", {"plan": {"title": phrase}}))


def test_every_phrase_that_is_said_stands_in_the_phrase_book() -> None:
    assert sorted(set(_KEY.findall(_source())) - set(KEYS)) == []


def test_every_phrase_that_is_put_together_stands_in_the_phrase_book() -> None:
    patterns = set(_PATTERN.findall(_source()))
    assert patterns
    assert sorted(pattern for pattern in patterns if not _fitting(pattern)) == []


def test_every_phrase_of_the_book_is_said_somewhere() -> None:
    used = set(_KEY.findall(_source()))
    for pattern in set(_PATTERN.findall(_source())):
        used |= _fitting(pattern)
    assert sorted(set(KEYS) - used) == []


def test_english_phrases_hold_no_chinese() -> None:
    phrases = Phrases.load()
    mixed = [key for key in KEYS if key not in OWN_SCRIPT and _CHINESE.search(phrases[key].en)]
    assert mixed == []


def test_english_facts_hold_no_chinese(knowledge: Knowledge) -> None:
    assert sorted({text.en for text in said_in(knowledge) if _CHINESE.search(text.en)}) == []


def test_chinese_texts_hold_no_latin_sentence() -> None:
    assert [text for text in shown() if _LATIN_SENTENCE.search(_FIELD.sub("", text))] == []


def test_chinese_texts_use_full_width_punctuation() -> None:
    half_width = re.compile(r"[\u3400-\u9fff][,;:?!()]|[,;?!()][\u3400-\u9fff]")
    assert [text for text in shown() if half_width.search(text)] == []


def test_english_phrases_never_say_one_people() -> None:
    phrases = Phrases.load()
    ones = {key: phrases[key].en.format(**dict.fromkeys(_names(key), "1")) for key in KEYS}
    wrong = [key for key, said in ones.items() if _PLURAL_OF_ONE.search(said)]
    assert sorted(set(wrong) - set(NEVER_ONE)) == []


def _names(key: str) -> list[str]:
    return [name.strip("{}") for name in _FIELD.findall(Phrases.load()[key].en)]


@pytest.mark.parametrize("language", CONFIGS)
def test_no_simplified_character_is_left_in_a_traditional_text(language: str) -> None:
    derive = fresh(language)
    said = {character for text in shown() for character in derive(text)}
    left = {c for c in said if _CHINESE.match(c) and not _is_in_big5(c)}
    assert left <= set(BEYOND_BIG5[language])


@pytest.mark.parametrize("language", CONFIGS)
def test_the_words_chosen_for_a_region_are_those_in_its_golden_file(language: str) -> None:
    kept = golden_file(language).read_text("utf-8")
    assert kept == golden(language), "run `python -m tests.golden` and read the difference"


@pytest.mark.parametrize("language", CONFIGS)
def test_names_of_sources_are_not_converted_into_other_names(language: str) -> None:
    derive = fresh(language)
    assert derive("一则招聘启事（智联招聘）").endswith("（智聯招聘）")
    assert derive("中国大陆") == "中國大陸"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh-TW", "zh-Hant-TW"),
        ("zh_HK", "zh-Hant-HK"),
        ("zh-MO", "zh-Hant-HK"),
        ("zh-hans-cn", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("en-GB", "en"),
        ("fr", None),
        (None, None),
    ],
)
def test_a_language_tag_names_one_of_the_languages(tag: str | None, language: str | None) -> None:
    assert as_language(tag) == language


def test_a_value_that_is_filled_in_cannot_bring_tags() -> None:
    assert voice("en").say("role.reports_to", role="<b>") == "Reports to &lt;b&gt;."
