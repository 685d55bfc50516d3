"""Hiring kits: complete for the roles of the published size tables, and about their work."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.checks.kits import hired
from knowledge.errors import KnowledgeError
from knowledge.kits import FEWEST_QUESTIONS, MOST_QUESTIONS, PERIODS, Kits
from knowledge.knowledge import Knowledge
from knowledge.loader import DATA, find_problems, load_kits

TABLES = Path(__file__).parents[1] / "cases" / "size_tables.toml"
GENERIC = (
    "about yourself",
    "strengths",
    "weaknesses",
    "five years",
    "自我介绍",
    "优点",
    "缺点",
    "五年",
)
MOST_LETTERS = 150  # of a question or goal
_KIT = "\n[[kit]]"


@pytest.fixture(scope="module")
def kits(knowledge: Knowledge) -> Kits:
    return load_kits(knowledge)


def test_every_role_of_the_size_tables_has_a_kit(knowledge: Knowledge, kits: Kits) -> None:
    rows = tomllib.loads(TABLES.read_text("utf-8"))["row"]
    assert {role for row in rows for role in row["people"]} <= set(kits)


def test_kits_have_questions_and_goals_for_three_periods(kits: Kits) -> None:
    for kit in kits.values():
        assert FEWEST_QUESTIONS <= len(kit.questions) <= MOST_QUESTIONS
        assert tuple(days for days, _ in kit.goals) == PERIODS
        assert all(items for _, items in kit.goals)


def test_questions_and_goals_say_that_they_are_a_rule_of_thumb(
    knowledge: Knowledge, kits: Kits
) -> None:
    kinds = {knowledge.sources[s].kind for kit in kits.values() for s in kit.sources}
    assert kinds == {"judgement"}


def test_questions_are_about_the_work_and_short(kits: Kits) -> None:
    for kit in kits.values():
        texts = [*kit.questions, *(text for _, items in kit.goals for text in items)]
        assert max(len(text.en) for text in texts) <= MOST_LETTERS
        assert not [w for text in texts for w in GENERIC if w in text.en or w in text.zh]


def _broken(folder: Path, change: Callable[[str], str]) -> list[KnowledgeError]:
    shutil.copytree(DATA, folder, dirs_exist_ok=True)
    file = folder / "kits" / "telesales.toml"
    file.write_text(change(file.read_text("utf-8")), "utf-8")
    return find_problems(folder)[1]


def _without_first(text: str) -> str:
    return _KIT + text.split(_KIT, 2)[2]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_without_first, "telesales_team_leader: this role has no kit"),
        (lambda text: text + _KIT + text.split(_KIT)[1], "this role has two kits"),
        (lambda text: text.replace('"sdr"', '"sdrr"'), "sdrr: there is no such role"),
        (lambda text: text.replace("JUDGEMENT", "NOBODY", 1), "names the source 'NOBODY'"),
        (lambda text: text.replace("day_60.zh", "day_61.zh", 1), "`day_60.zh` is missing"),
    ],
    ids=("gone", "twice", "unknown", "source", "language"),
)
def test_a_kit_that_is_not_complete_is_refused(
    tmp_path: Path, change: Callable[[str], str], said: str
) -> None:
    assert said in "\n".join(map(str, _broken(tmp_path, change)))


def test_a_question_that_two_roles_share_is_refused(tmp_path: Path, kits: Kits) -> None:
    one, other = (kits[name].questions[0].en for name in ("sdr", "closer"))
    problems = _broken(tmp_path, lambda text: text.replace(other, one))
    assert sum("is asked twice" in str(problem) for problem in problems) == 2


def test_the_check_wants_kits_for_what_programmes_hire(knowledge: Knowledge) -> None:
    roles = hired(knowledge)
    assert "closer" in roles
    assert "founder_ceo" not in roles  # of the company, not of a channel
