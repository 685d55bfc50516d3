"""Going back: the last question comes again, and a plan comes back as it was."""

from __future__ import annotations

from flows.replies import ChooseChange, Say
from knowledge.brief import Brief
from tests.flows.talk import Talk


def test_back_asks_the_last_question_again_as_often_as_one_likes(talk: Talk) -> None:
    talk.tap("channel:telesales")
    talk.tap("stage:startup")
    assert talk.asked == "size"
    talk.say("返回")
    assert talk.asked == "stage"
    talk.tap("back")
    assert talk.asked == "channel"
    assert talk.say("back")[0] == Say("chat.nothing_before")


def test_going_back_past_the_channel_never_asks_about_its_variants(talk: Talk) -> None:
    talk.say("we are 8 people in e-commerce, growing")
    talk.tap("variant:live_selling")
    talk.tap("channel:marketing")
    asked = []
    for _ in range(6):
        talk.tap("back")
        asked.append(talk.asked)
    assert "variant" not in asked


def test_going_back_from_a_change_shows_the_plan_as_it_was(talk: Talk) -> None:
    talk.say("我们12个人做电销,刚起步")
    code = talk.draft.plan
    assert isinstance(talk.tap(f"change:{code}")[0], ChooseChange)
    talk.tap(f"change:size:{code}")
    assert talk.asked == "size"
    talk.say("上一步")
    assert talk.planned == Brief("telesales", "startup", False, 12, 12, ())
