"""Looking at a plan that is not the current one: what is said next is about it."""

from __future__ import annotations

import pytest

from tests.flows.talk import Talk


@pytest.mark.parametrize(
    ("plan", "other", "change"),
    [
        ("我们12个人做电销,刚起步", "市场部20人，成熟期", "改成60个人"),
        ("12 people in telesales, just started", "marketing, 20 people, mature", "make it 60"),
    ],
)
def test_a_change_is_about_the_plan_that_was_opened_last(
    talk: Talk, plan: str, other: str, change: str
) -> None:
    talk.say(plan)
    code = talk.draft.plan
    talk.say(other)
    talk.tap(f"part:card:{code}")
    talk.say(change)
    assert talk.planned
    assert (talk.planned.channel, talk.planned.size) == ("telesales", 60)


def test_looking_at_a_plan_leaves_an_open_question_open(talk: Talk) -> None:
    talk.say("我们12个人做电销,刚起步")
    code = talk.draft.plan
    talk.say("/start")
    talk.tap("channel:marketing")
    talk.tap("stage:mature")
    talk.tap(f"part:roles:{code}")
    talk.say("20")
    assert talk.planned
    assert (talk.planned.channel, talk.planned.size) == ("marketing", 20)


def test_another_part_of_the_current_plan_changes_nothing(talk: Talk) -> None:
    talk.say("现在12人，年底要到30人，做电销")
    before = talk.draft
    talk.tap(f"part:why:{before.plan}")
    assert talk.draft == before
