"""Whether a team of one's own size needs a role."""

from __future__ import annotations

import pytest

from bot.core import Core
from bot.render import plain
from bot.views.role import RoleView
from bot.words.voice import voice
from knowledge.brief import Brief
from knowledge.thresholds import first_hire


def said(core: Core, role: str, facet: str, size: int, channel: str = "telesales") -> str:
    plan = core.plan(Brief(channel, "growth", False, size, size, ()))
    view = RoleView(core.knowledge, core.knowledge.roles[role], voice("zh-Hans"), plan)
    return plain(view.card(facet))


@pytest.mark.parametrize(
    ("size", "begin"), [(20, "还不用单设：电销团队 20 人时由"), (60, "要：电销团队 60 人")]
)
def test_a_question_of_need_is_answered_for_the_team(core: Core, size: int, begin: str) -> None:
    assert begin in said(core, "telesales_trainer", "threshold", size)


def test_the_size_that_is_named_is_the_size_at_which_the_plan_has_the_role(core: Core) -> None:
    at = first_hire(
        core.knowledge, Brief("telesales", "growth", False, 9, 9, ()), "telesales_trainer"
    )
    assert at is not None
    for size, is_there in ((at - 1, False), (at, True)):
        plan = core.plan(Brief("telesales", "growth", False, size, size, ()))
        assert any(c.role == "telesales_trainer" for c in plan.counts) is is_there


def test_a_role_that_no_team_of_the_stage_has_is_covered_for_good(core: Core) -> None:
    assert (
        first_hire(core.knowledge, Brief("telesales", "startup", False, 9, 9, ()), "wfm_analyst")
        is None
    )


def test_a_role_of_another_channel_says_nothing_of_the_team(core: Core) -> None:
    assert "电销团队" not in said(core, "wfm_analyst", "threshold", 60)


def test_the_team_is_spoken_of_once(core: Core) -> None:
    text = said(core, "telesales_trainer", "ratio", 60)
    assert text.count("60 人的方案") == 1
