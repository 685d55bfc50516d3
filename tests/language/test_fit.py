"""What is fitted to labelled questions: the numbers are found again, and dev is what was used."""

from __future__ import annotations

import math
import random

from flows.search.likeness import Likeness, learnt
from flows.search.sureness import logistic
from tests.language.regression import weights_of


def test_the_numbers_that_made_the_examples_are_found_again() -> None:
    chance = random.Random(1)  # noqa: S311 - examples, no secrets
    values = [(chance.uniform(-3, 3), chance.uniform(0, 1)) for _ in range(4000)]
    truths = [chance.random() < logistic(-1 + 2 * a + 3 * b) for a, b in values]
    base, first, second = weights_of(values, truths)
    assert math.isclose(base, -1, abs_tol=0.3)
    assert math.isclose(first, 2, abs_tol=0.3)
    assert math.isclose(second, 3, abs_tol=0.5)


def test_words_of_our_questions_speak_for_us() -> None:
    ours = ["谁管仓库", "谁管发货", "who packs orders", "who ships orders"]
    others = ["明天下雨吗", "今天下雨吗", "will it rain", "did it rain"]
    likeness = Likeness(learnt(ours, others))
    assert likeness.of("谁管退货") > 0 > likeness.of("后天下雨吗")
    assert likeness.of("who returns orders") > 0 > likeness.of("may it rain")


def test_without_known_words_nothing_speaks_for_or_against_us() -> None:
    assert Likeness({}).of("谁管退货") == 0
    assert Likeness({"谁": 1.0}).of("") == 0
