"""What was read at first is kept as it was, and the weights that made choices are found again."""

from __future__ import annotations

import math
import random

from bot.core import Core
from tests.language.cases import brief_cases
from tests.language.first_looks import first_looks, look_at, read, written
from tests.language.logit import learnt_choice


def test_every_first_look_is_at_a_brief_of_dev() -> None:
    assert {text for text, _ in first_looks()} <= {case.text for case in brief_cases("dev")}


def test_a_look_is_read_as_it_was_written() -> None:
    look = look_at(Core.load().lexicon, "客服18个，早上10个，我和老婆，打算到40个人")
    again = read(written(look))
    assert written(again) == written(look)
    assert [seen.high for seen in again.numbers] == [seen.high for seen in look.numbers]


def test_the_weights_by_which_was_chosen_are_found_again() -> None:
    chance = random.Random(1)  # noqa: S311 - examples, no secrets
    examples = []
    for _ in range(2000):
        found = [{"a": chance.uniform(0, 1), "b": chance.uniform(0, 1)} for _ in range(3)]
        odds = [math.exp(2 * marks["a"] - marks["b"]) for marks in found]
        right = chance.choices(range(3), odds)[0]
        examples.append([(marks, place == right) for place, marks in enumerate(found)])
    weights = learnt_choice(examples)
    assert math.isclose(weights["a"], 2, abs_tol=0.3)
    assert math.isclose(weights["b"], -1, abs_tol=0.3)


def test_examples_of_which_nothing_is_right_teach_nothing() -> None:
    assert learnt_choice([[({"a": 1.0}, False)]]) == {}
