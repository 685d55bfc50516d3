"""The real bot in groups that vote on a plan."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.bot.telegram.scene import Scene, answer, asked, noted, playing, sent, tapped
from tests.bot.telegram.workshop import BEGIN, CLOSE, NOT_YOURS, SAID, VOTE, Group, gathered
from tests.telegram.state import Sent

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("votes")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


def options(poll: Sent) -> list[str]:
    return [option["text"] for option in poll.media["poll"]["options"]]


async def with_version(scene: Scene) -> Group:
    """Let Anna save a version of her plan, then change the plan."""
    group = await gathered(scene)
    await answer(group.anna, "加两个坐席", group.chat, group.card)
    card = await answer(group.anna, "存为版本 大一点", group.chat, group.card)
    card = await answer(group.anna, "减一个坐席", group.chat, card)
    return Group(scene, group.anna, group.bob, group.chat, card)


SCRIPTS = {
    "zh-hans": (
        "/plan 我们12个人做电销，刚起步",
        ("投票", "按成长期搭", "开始投票", "结束投票"),
        "选哪个方案？电销团队 · 12 人 · 初创期",
        ["现在的方案", "按成长期搭"],
        "投票结果：现在的方案 0 票、按成长期搭 1 票。「按成长期搭」胜出。",
        "就用「按成长期搭」",
        "方案定为「按成长期搭」，存成了版本「投票结果 1」。",
    ),
    "zh-hk": (
        "/plan 我們12個人做電銷，剛起步",
        ("投票", "按成長期搭", "開始投票", "結束投票"),
        "選哪個方案？電銷團隊 · 12 人 · 初創期",
        ["現在的方案", "按成長期搭"],
        "投票結果：現在的方案 0 票、按成長期搭 1 票。「按成長期搭」勝出。",
        "就用「按成長期搭」",
        "方案定為「按成長期搭」，存成了版本「投票結果 1」。",
    ),
    "en": (
        "/plan 12 people, telesales, just started",
        ("Vote", "Built for: Growth", "Begin the vote", "Close the round"),
        "Which plan should it be? Telesales team of 12 · Start-up",
        ["The plan as it is", "Built for: Growth"],
        "Result: The plan as it is: 0, Built for: Growth: 1. “Built for: Growth” wins.",
        "Use “Built for: Growth”",
        "From now on the plan is “Built for: Growth”, kept as the version “Vote result 1”.",
    ),
}


@pytest.mark.parametrize("code", SCRIPTS)
async def test_a_vote_from_the_question_to_the_plan(scene: Scene, code: str) -> None:
    said, (vote, against, begin, close), question, stand, result, use, used = SCRIPTS[code]
    anna, bob = scene.somebody(code), scene.somebody(code, "Bob")
    chat = scene.group(anna, bob)
    card = await answer(anna, said, chat)
    await tapped(anna, await tapped(anna, card, vote), against)
    anna.taps(card, begin)
    await scene.api.until(lambda: chat.messages[-1].method == "sendPoll")
    _, *charts, poll = chat.messages
    group = Group(scene, anna, bob, chat, card)
    assert [chart.method for chart in charts] == ["sendPhoto"] * 2
    assert [chart.caption.split("\n")[0] for chart in charts] == stand
    assert (poll.text, options(poll)) == (question, stand)
    assert not poll.media["poll"]["is_anonymous"]
    await scene.api.settled()
    await group.vote(poll, (bob, 1))
    said_ = await asked(anna, poll, close)
    assert said_.text == result
    await scene.api.until(lambda: poll.media["poll"]["is_closed"])
    before = len(chat.messages)
    await tapped(anna, said_, use)
    assert said_.text == f"{result}\n{used}"
    assert len(said_.buttons) == 1, "it leads to the plan"
    assert "12" in (await sent(chat, before)).text


async def test_versions_stand_for_election_and_the_winner_is_kept_as_one(scene: Scene) -> None:
    group = await with_version(scene)
    poll = await group.poll("大一点")
    assert options(poll) == ["现在的方案", "大一点"]
    await group.vote(poll, (group.anna, 1), (group.bob, 1))
    result = await asked(group.anna, poll, CLOSE)
    card = await asked(group.anna, result, "就用「大一点」")
    assert "14 人" in card.text
    await tapped(group.anna, await tapped(group.anna, card, "改岗位"), "版本")
    names = [button["text"] for row in card.buttons for button in row]
    assert {"大一点", "恢复前的样子", "投票结果 1"} <= set(names)


async def test_the_last_vote_of_everybody_counts_until_the_end(scene: Scene) -> None:
    group = await gathered(scene)
    poll = await group.poll()
    await group.vote(poll, (group.bob, 0), (group.anna, 1), (group.bob, 1))
    update = group.anna.votes(poll, None)
    await scene.api.until(lambda: update in scene.api.confirmed)
    result = await asked(group.anna, poll, CLOSE)
    assert "现在的方案 0 票" in result.text
    assert "1 票" in result.text
    assert scene.bot.query("SELECT * FROM votes") == [], "nobody needs to know whose it was"


async def test_a_tie_is_said_and_the_owner_chooses(scene: Scene) -> None:
    group = await gathered(scene)
    poll = await group.poll("14 人的团队", "10 人的团队")
    await group.vote(poll, (group.anna, 1), (group.bob, 2))
    result = await asked(group.anna, poll, CLOSE)
    assert "打平了，由方案的主人来定。" in result.text
    uses = [row[0]["text"] for row in result.buttons]
    assert uses == ["就用「14 人的团队」", "就用「10 人的团队」"]
    assert await group.told(group.bob, result, uses[0]) == NOT_YOURS
    assert "10 人" in (await asked(group.anna, result, uses[1])).text


async def test_a_round_without_votes_changes_nothing(scene: Scene) -> None:
    group = await gathered(scene)
    result = await asked(group.anna, await group.poll(), CLOSE)
    assert (result.text, result.buttons) == ("没有人投票，方案不变。", [])


async def test_only_the_owner_and_admins_hold_votes(scene: Scene) -> None:
    group = await gathered(scene)
    assert await group.told(group.bob, group.card, VOTE) == NOT_YOURS
    poll = await group.poll()
    assert await group.told(group.bob, poll, CLOSE) == NOT_YOURS
    group.chat.admins.append(group.bob)
    await group.vote(poll, (group.bob, 1))
    result = await asked(group.bob, poll, CLOSE)
    assert await group.told(group.bob, result, result.buttons[0][0]["text"]) == NOT_YOURS
    await tapped(group.bob, group.card, VOTE)
    assert group.card.text.startswith("现在的方案跟哪个比？")


async def test_one_vote_on_a_plan_runs_at_a_time(scene: Scene) -> None:
    group = await gathered(scene)
    poll = await group.poll()
    await tapped(group.anna, group.card, VOTE)
    assert group.card.text.startswith("这个方案正在投票")
    before = len(group.chat.messages)
    await tapped(group.anna, group.card, CLOSE)
    assert group.card.text.startswith("电销团队"), "the card is there again"
    assert (await sent(group.chat, before)).text == "没有人投票，方案不变。"
    await scene.api.until(lambda: poll.media["poll"]["is_closed"])


async def test_a_result_is_used_once(scene: Scene) -> None:
    group = await gathered(scene)
    poll = await group.poll()
    await group.vote(poll, (group.bob, 1))
    result = await asked(group.anna, poll, CLOSE)
    data = result.buttons[0][0]["callback_data"]
    await asked(group.anna, result, result.buttons[0][0]["text"])
    said = await noted(scene, group.anna.taps_data(result, data))
    assert said["text"].startswith("这个按钮过期了。")
    sql = "SELECT max(number) FROM rounds WHERE user = ?"
    assert scene.bot.query(sql, str(group.anna.id)) == [(1,)]


async def test_whoever_sits_in_the_plan_sits_in_the_winner(scene: Scene) -> None:
    group = await gathered(scene)
    await tapped(group.bob, await group.board(), "我来 · 电销专员")
    poll = await group.poll("14 人的团队")
    await group.vote(poll, (group.bob, 1))
    result = await asked(group.anna, poll, CLOSE)
    card = await asked(group.anna, result, "就用「14 人的团队」")
    assert "Bob" in card.text


async def test_a_large_plan_is_shown_in_one_picture_for_each_option(scene: Scene) -> None:
    group = await gathered(scene, "/plan 我们600个人做客服，已经成熟")
    before = len(group.chat.messages)
    await group.poll()
    found = [message.method for message in group.chat.messages[before:]]
    assert found == ["sendPhoto", "sendPhoto", "sendPoll"]


async def test_nothing_of_a_vote_is_shown_elsewhere(scene: Scene) -> None:
    group = await gathered(scene)
    other = scene.group(group.anna, group.bob)
    elsewhere = await answer(group.bob, SAID, other)
    poll = await group.poll()
    await group.vote(poll, (group.bob, 1))
    close = poll.buttons[0][0]["callback_data"]
    forged = group.anna.taps_data(elsewhere, close)
    assert (await noted(scene, forged)).get("text")
    own = close.replace(str(group.anna.id), str(group.bob.id))
    assert (await noted(scene, group.bob.taps_data(elsewhere, own)))["text"]
    assert not poll.media["poll"]["is_closed"]
    assert group.anna.chat.messages == group.bob.chat.messages == []
    assert other.messages == [elsewhere]
    assert BEGIN not in str(elsewhere.buttons)
