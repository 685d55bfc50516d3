"""Sharing in the pure core: opening a link, looking around, taking a plan over."""

from __future__ import annotations

import pytest

from flows.draft import EMPTY, Draft
from flows.links import NO_MARK, PARTS, ROLE, payload
from flows.replies import Ask, Reply, Say, Share, ShowChart, ShowPlan, ShowRole, ShowShared
from tests.flows.talk import Talk, knowledge

CODE, MARK = "ec-m-40", "a1B2c"


def link(part: str = "card", code: str = CODE, mark: str = MARK) -> str:
    return f"/start {payload(knowledge(), code, part, mark)}"


@pytest.fixture
def reader() -> Talk:
    """Somebody with a plan of their own."""
    talk = Talk()
    talk.say("12个人做电销，刚起步")
    return talk


def own(talk: Talk) -> Draft:
    return talk.draft


def kinds(replies: tuple[Reply, ...]) -> list[type]:
    return [type(reply) for reply in replies]


@pytest.mark.parametrize("part", PARTS)
def test_a_link_shows_its_part_and_leaves_the_readers_plan_alone(reader: Talk, part: str) -> None:
    before = own(reader)
    (shown,) = reader.say(link(part))
    assert isinstance(shown, ShowShared)
    assert (shown.code, shown.part, shown.mark) == (CODE, part, MARK)
    assert (shown.brief.channel, shown.brief.size) == ("ecommerce", 40)
    assert own(reader) == before


def test_a_link_to_a_chart_shows_it_and_the_card() -> None:
    talk = Talk()
    assert kinds(talk.say(link("chart"))) == [ShowChart, ShowShared]
    assert talk.draft == EMPTY


def test_a_link_to_a_role_explains_it() -> None:
    talk = Talk()
    (shown,) = talk.say(link(ROLE, "cs_supervisor", NO_MARK))
    assert shown == ShowRole("cs_supervisor", "duties", (), None)


def test_a_link_opened_amid_the_questions_leaves_them_open() -> None:
    talk = Talk()
    talk.say("电销")
    asked = talk.asked
    assert kinds(talk.say(link())) == [ShowShared, Ask]
    assert talk.asked == asked
    talk.tap("stage:growth")
    talk.say("55")
    assert talk.planned
    assert talk.planned.channel == "telesales"


def test_a_broken_link_is_told_to_somebody_new_with_the_welcome() -> None:
    talk = Talk()
    replies = talk.say(link() + "x")
    assert replies[:2] == (Say("shared.broken"), Say("chat.welcome"))
    assert talk.asked == "channel"


def test_a_broken_link_takes_nothing_from_somebody_known(reader: Talk) -> None:
    before = own(reader)
    assert reader.say("/start abc") == (Say("shared.broken"),)
    assert own(reader) == before


@pytest.mark.parametrize("code", ["!AbCdEfGhIjKlMnOpQrSt-_"])
def test_a_token_that_nobody_knows_opens_nothing(reader: Talk, code: str) -> None:
    assert reader.say(link(code=code)) == (Say("shared.broken"),)


def test_a_role_that_is_no_more_opens_nothing(reader: Talk) -> None:
    written = payload(knowledge(), "cs_supervisor", ROLE, NO_MARK)
    assert reader.say(f"/start {written[:-1]}x") == (Say("shared.broken"),)


def test_the_button_above_inline_results_begins_a_plan() -> None:
    talk = Talk()
    assert talk.say("/start new")[0] == Say("chat.welcome")
    assert talk.asked == "channel"


def test_a_shared_plan_can_be_looked_at_part_by_part(reader: Talk) -> None:
    before = own(reader)
    for part in (*PARTS, "files"):
        (shown,) = reader.tap(f"s:{part}:{CODE}")
        assert isinstance(shown, ShowShared)
        assert (shown.part, shown.page, shown.mark) == (part, 1, NO_MARK)
    (second,) = reader.tap(f"s:roles:{CODE}:2")
    assert isinstance(second, ShowShared)
    assert second.page == 2
    (unit,) = reader.tap(f"s:p2:{CODE}")
    assert isinstance(unit, ShowShared)
    assert (unit.part, unit.post) == ("card", "p2")
    assert kinds(reader.tap(f"s:chart:{CODE}")) == [ShowChart]
    assert own(reader) == before


@pytest.mark.parametrize("data", [f"mine:{CODE}", f"s:mine:{CODE}", "link"])
def test_a_plan_taken_over_is_the_readers_own(reader: Talk, data: str) -> None:
    replies = reader.say(link("mine")) if data == "link" else reader.tap(data)
    assert replies[0] == Say("shared.taken")
    shown = replies[1]
    assert isinstance(shown, ShowPlan)
    assert (shown.code, shown.part, reader.draft.plan) == (CODE, "card", CODE)
    reader.say("改成20个人")
    assert reader.planned
    assert (reader.planned.channel, reader.planned.size) == ("ecommerce", 20)


@pytest.mark.parametrize(
    "data",
    [
        *("s", "s:", "s:card", f"s:nothing:{CODE}", "s:card:ts-g-0", f"s:card:{CODE}:0"),
        *(f"s:card:{CODE}:1:1", f"s:p99999:{CODE}", "mine", "mine:", "mine:@1", f"mine:{CODE}:1"),
        *("share", "share:", "share:xx", f"share:{CODE}:1", "s:card:@1"),
    ],
)
def test_forged_data_is_an_expired_button(reader: Talk, data: str) -> None:
    assert reader.tap(data)[0] == Say("bad.stale")


@pytest.mark.parametrize(
    "text",
    [
        "分享",
        "分享方案",
        "share",
        "/share",
        "Share this plan",
        "把方案发给老板",
        "send it to my boss",
    ],
)
def test_whoever_wants_to_share_is_offered_the_ways(reader: Talk, text: str) -> None:
    (shown,) = reader.say(text)
    assert isinstance(shown, Share)
    assert shown.code == "ts-s-12"


def test_the_button_of_a_card_offers_the_ways_to_share_it(reader: Talk) -> None:
    (shown,) = reader.tap(f"share:{CODE}")
    assert isinstance(shown, Share)
    assert (shown.code, reader.draft.plan) == (CODE, "ts-s-12")


def test_without_a_plan_there_is_nothing_to_share() -> None:
    talk = Talk()
    assert talk.say("分享")[0] == Say("chat.no_plan")
    assert talk.asked == "channel"
