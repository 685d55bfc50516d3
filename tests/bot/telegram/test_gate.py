"""Who asks the real bot for too much is asked once to slow down; all others are answered."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.bot.telegram.scene import Scene, answer, asked, noted, playing, sent
from tests.telegram.people import Person

pytestmark = pytest.mark.asyncio(loop_scope="module")
SAID = "12 people, telesales, just started"
MESSAGES, TAPS = 4, 5
LINES = {
    "en": "That is a lot at once. I will answer again in 60 seconds.",
    "zh-hans": "慢一点，我 60 秒后接着答。",
    "zh-hant": "慢一點，我 60 秒後接著答。",
    "zh-hk": "慢一點，我 60 秒後接着答。",
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    limits = {
        "MESSAGES_PER_MINUTE": str(MESSAGES),
        "TAPS_PER_MINUTE": str(TAPS),
        "PICTURES_PER_MINUTE": "1",
        "EXPORTS_PER_MINUTE": "1",
        "IMPORTS_PER_MINUTE": "1",
        "GROUP_TIMES": "2",
    }
    settings = {f"ORGWRIGHT_LIMITS_{name}": value for name, value in limits.items()}
    async with playing(tmp_path_factory.mktemp("gate"), **settings) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


async def everything_is_handled(scene: Scene) -> None:
    await scene.api.until(lambda: not scene.api.unacknowledged)


def texts_of(person: Person) -> list[str]:
    return [message.text for message in person.chat.messages]


@pytest.mark.parametrize("code", LINES)
async def test_a_flood_gets_one_line_and_nobody_else_waits_for_it(scene: Scene, code: str) -> None:
    anna, bob = scene.somebody(code), scene.somebody("en", "Bob")
    for number in range(30):
        anna.says(str(number + 1))
    (claims,) = scene.bot.query("SELECT count(*) FROM claims")[0]
    assert (await answer(bob, SAID)).text.startswith("Telesales team of 12")
    await everything_is_handled(scene)
    await scene.api.until(lambda: len(anna.chat.messages) > MESSAGES)
    assert [text for text in texts_of(anna) if "60" in text] == [LINES[code]]
    assert len(anna.chat.messages) == MESSAGES + 1
    (now,) = scene.bot.query("SELECT count(*) FROM claims")[0]
    assert now - claims <= MESSAGES + 2, "what is turned away leaves nothing in the store"


async def test_too_many_taps_are_all_confirmed_and_do_nothing(scene: Scene) -> None:
    anna = scene.somebody("en")
    card = await answer(anna, SAID)
    taps = [anna.taps_data(card, "part:why:ts-s-12") for _ in range(12)]
    found = [await noted(scene, tap) for tap in taps]
    assert found[:TAPS] == [{}] * TAPS
    assert {note["text"] for note in found[TAPS:]} == {
        "That is a lot at once. Tap again in 60 seconds."
    }
    assert len(anna.chat.messages) == 1, "a tap needs no further message"


async def test_a_long_text_takes_more_of_the_budget(scene: Scene) -> None:
    anna = scene.somebody("en")
    anna.says("team " * 300)
    anna.says(SAID)
    await scene.api.until(lambda: len(anna.chat.messages) > 1)
    assert texts_of(anna)[1] == LINES["en"]


async def test_a_chart_too_many_is_put_off_with_a_note(scene: Scene) -> None:
    anna = scene.somebody()
    card = await answer(anna, "我们12个人做电销,刚起步")
    assert (await asked(anna, card, "架构图")).method == "sendPhoto"
    assert await noted(scene, anna.taps(card, "架构图")) == {
        "text": "图要得有点急，60 秒后我接着画。"
    }


async def test_a_file_too_many_is_put_off_with_a_line(scene: Scene) -> None:
    anna = scene.somebody("zh-hans")
    await answer(anna, "我们12个人做电销,刚起步")
    assert (await answer(anna, "导出CSV")).method == "sendDocument"
    line = "文件要得有点急，60 秒后我接着做。"
    assert (await answer(anna, "导出CSV")).text == line
    assert (await answer(anna, "/mydata")).text == line


async def test_lists_of_people_have_a_budget_of_their_own(scene: Scene) -> None:
    anna = scene.somebody("zh-hans")
    people = "姓名,岗位\n王,电销组长\n李,电销专员\n".encode()
    anna.sends_file("team.csv", people)
    await sent(anna.chat, 0)
    for _ in range(5):
        anna.sends_file("team.csv", people)
    assert (await sent(anna.chat, 1)).text == "文件发得有点急，60 秒后再发下一个。"
    await everything_is_handled(scene)
    assert (await answer(anna, "电销组长做什么")).text
    assert len(anna.chat.messages) == 3


async def test_a_group_together_may_ask_for_some_times_as_much(scene: Scene) -> None:
    people = [scene.somebody("en", name) for name in ("Anna", "Bob", "Cem")]
    group = scene.group(*people)
    for number in range(MESSAGES - 1):
        for person in people:
            person.says(f"/role team leader {number}", group)
    await everything_is_handled(scene)
    await scene.api.until(lambda: len(group.messages) > 2 * MESSAGES)
    assert [message.text for message in group.messages].count(LINES["en"]) == 1
    assert len(group.messages) == 2 * MESSAGES + 1


async def test_what_is_not_for_the_bot_costs_nothing(scene: Scene) -> None:
    anna = scene.somebody("en")
    group = scene.group(anna)
    for _ in range(20):
        anna.says("lunch?", group)
    await everything_is_handled(scene)
    assert (await answer(anna, "/role team leader", group)).text != LINES["en"]
    assert len(group.messages) == 1


async def test_inline_queries_beyond_the_budget_get_no_results(scene: Scene) -> None:
    anna = scene.somebody("en")
    queries = [anna.asks_inline(f"telesales {size}") for size in (10, 20)]
    await everything_is_handled(scene)
    ids = [scene.api.update(query)["inline_query"]["id"] for query in queries]
    await scene.api.until(lambda: ids[0] in scene.api.inline_answers)
    assert ids[1] not in scene.api.inline_answers
    scene.api.open_queries.pop(ids[1])
