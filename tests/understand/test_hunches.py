"""What a description sounds like fills what its words leave open, where it is clear."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path

import pytest

from flows.briefs.said import read_said
from flows.hunches.grams import text_grams
from flows.hunches.model import Model
from flows.lexicon import Lexicon
from flows.meaning import Meaning
from flows.understand import readable, understand
from tests.language.cases import brief_cases
from tests.language.descent import learnt

FOREIGN = [case.text for case in brief_cases("dev")]
BOOK = tomllib.loads((Path(__file__).parent / "briefs.toml").read_text("utf-8"))["phrases"]
# Briefs that name no channel: teams of any kind.
OPEN = [row["text"] for row in BOOK if "channel" not in row and "channels" not in row]


@pytest.fixture(scope="module")
def words(lexicon: Lexicon) -> Lexicon:
    """The same lexicon without hunches."""
    return dataclasses.replace(lexicon, hunches=lexicon.hunches.silenced())


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("openers qualify the lead, senior guys close, both by telephone, team is 30", "telesales"),
        ("名单里有500家企业，每家员工上千，挨个联系推体检套餐，25人", "telesales"),
        ("orders, parcels, returns, bad reviews: 11 of us", "ecommerce"),
        (
            "residents complain about the lift and the noise all day, eight of us",
            "customer_service",
        ),
    ],
)
def test_a_channel_that_no_word_names_is_heard(
    lexicon: Lexicon, words: Lexicon, text: str, channel: str
) -> None:
    assert understand(lexicon, text).channels == (channel,)
    assert not understand(words, text).channels


@pytest.mark.parametrize("text", FOREIGN[::10])
def test_what_words_tell_stays_or_is_asked_about(
    lexicon: Lexicon, words: Lexicon, text: str
) -> None:
    plain, full = understand(words, text), understand(lexicon, text)
    slots = ("channels", "stage") if full.unsure else ("channels", "stage", "size")
    told = {slot: getattr(plain, slot) for slot in slots}
    assert {slot: getattr(full, slot) for slot, value in told.items() if value} == {
        slot: value for slot, value in told.items() if value
    }


def test_teams_of_any_kind_seldom_sound_like_one(lexicon: Lexicon) -> None:
    heard = [text for text in OPEN if understand(lexicon, text).channels]
    assert len(heard) <= len(OPEN) / 5, heard


@pytest.fixture(scope="module")
def read(lexicon: Lexicon) -> dict[str, Meaning]:
    """Every fourth description, as it is understood; what is seldom shows in thousands."""
    return {text: understand(lexicon, text) for text in FOREIGN[::4]}


@pytest.mark.invariants
def test_a_polite_opening_seldom_changes_what_a_text_sounds_like(
    lexicon: Lexicon, words: Lexicon, read: dict[str, Meaning]
) -> None:
    told = {text: meaning.channels for text, meaning in read.items() if meaning.channels}
    heard = [text for text in told if not _named(words, text)]
    other = [text for text in heard if understand(lexicon, f"Hi! {text}").channels != told[text]]
    assert len(heard) > 100
    assert len(other) <= len(heard) / 10, other


def _named(words: Lexicon, text: str) -> bool:
    return bool(read_said(words, readable(words, text), None).channels.named)


@pytest.mark.invariants
def test_descriptions_do_not_sound_like_questions(read: dict[str, Meaning]) -> None:
    questions = ("role", "who_does", "compare", "out_of_scope")
    asked = [text for text, meaning in read.items() if meaning.intent in questions]
    assert len(asked) <= len(read) / 25, asked


@pytest.mark.parametrize("text", ["没有客服，只有4个销售"])
def test_a_channel_that_is_denied_is_none(lexicon: Lexicon, text: str) -> None:
    assert not {"customer_service", "ecommerce"} & set(understand(lexicon, text).channels)


def test_a_number_that_sounds_like_the_team_is_asked_about(lexicon: Lexicon) -> None:
    found = understand(lexicon, "72 live chat + email agents for a airline, which levels")
    assert found.size
    assert found.size.high == 72


@pytest.mark.parametrize(
    "text", ["再招5个", "计划再招5个人", "想搭一个电销团队", "I want to hire three salespeople"]
)
def test_who_is_to_come_is_no_team(lexicon: Lexicon, text: str) -> None:
    found = understand(lexicon, text)
    assert found.size is None or found.size.high > 5


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("telesales manager or telesales team leader, who does what", "compare"),
        ("助播和中控能一个人干吗，有啥不一样", "compare"),
        ("10个人的电销要不要单独设质检", "need"),
        ("做图的那个岗位要会哪些东西", "role"),
        ("電銷卡哪裡辦不封號", "out_of_scope"),
    ],
)
def test_what_names_a_team_but_sounds_like_a_question_is_one(
    lexicon: Lexicon, words: Lexicon, text: str, intent: str
) -> None:
    assert understand(lexicon, text).intent == intent
    assert understand(words, text).intent == "brief"


def test_beside_a_plan_nothing_is_guessed(lexicon: Lexicon) -> None:
    text = "residents complain about the lift and the noise all day, eight of us"
    assert understand(lexicon, text).channels
    assert not understand(lexicon, text, hears=False).channels


def test_classes_are_told_apart_by_their_words() -> None:
    texts = [("we ring people", "phone"), ("ring all day", "phone")]
    texts += [("we pack parcels", "shop"), ("parcels all day", "shop")]
    model = learnt([(text_grams(text), name) for text, name in texts])
    assert model.best(text_grams("they ring")).name == "phone"
    assert model.best(text_grams("packing parcels")).name == "shop"
    assert sum(model.shares(text_grams("ring parcels"))) == pytest.approx(1)
    assert not model.best(text_grams("它")).words


def test_a_model_is_the_same_after_it_was_written() -> None:
    model = learnt([({"a", "b"}, "one"), ({"a", "c"}, "two"), ({"b"}, "one"), ({"c"}, "two")])
    assert Model.read(model.dump()).shares({"b"}) == model.shares({"b"})
