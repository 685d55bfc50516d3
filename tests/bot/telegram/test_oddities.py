"""What the real bot does with what is no usual message: pictures, old buttons, markup."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.bot.telegram.scene import Scene, answer, playing, sent
from tests.telegram.samples import sample

pytestmark = pytest.mark.asyncio(loop_scope="module")
SAID = "我们12个人做电销，刚起步"
TITLE = "电销团队 · 12 人 · 初创期"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("oddities")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


@pytest.mark.parametrize("kind", ["voice", "sticker", "photo", "location", "dice", "poll"])
async def test_what_has_no_text_is_answered_with_one_line(scene: Scene, kind: str) -> None:
    anna = scene.somebody("en")
    anna.sends(kind)
    found = await sent(anna.chat, 0)
    assert found.text.startswith("I can only read text.")
    assert "\n" not in found.text


async def test_a_caption_is_read_like_a_text(scene: Scene) -> None:
    anna = scene.somebody()
    content = {**sample("photo", anna.world), "caption": SAID}
    scene.api.add_update(message=anna.chat.receive(anna, content))
    assert (await sent(anna.chat, 0)).text.startswith(TITLE)


async def test_an_album_is_answered_once(scene: Scene) -> None:
    anna = scene.somebody("en")
    for _ in range(3):
        content = {**sample("photo", anna.world), "media_group_id": "7"}
        scene.api.add_update(message=anna.chat.receive(anna, content))
    await sent(anna.chat, 0)
    assert (await answer(anna, "/help")).text.startswith("Write one sentence")


async def test_an_edited_message_is_answered_with_one_line(scene: Scene) -> None:
    anna = scene.somebody()
    await answer(anna, SAID)
    anna.edits(anna.wrote, "我们13个人做电销，刚起步")
    found = await sent(anna.chat, 1)
    assert found.text == "我不会回头看改过的消息，请重新发一条。"


FORGED = (
    *("nonsense", "channel", "channel:x", "size:0", "size:5001", "size:٣", "back:1", "lang:xx"),
    *("part:why:zz-9", "part:x:ts-s-12", "open:p1:ts-s-12:0", "wrong:why:x", "toggle:!:ts-s-12"),
    *(
        "toggle",
        "toggle:",
        "delete:maybe",
        "low:ts",
        "change:x:ts-s-12",
        "role:x:duties",
        "variant:none:x",
        "resume:1",
    ),
)


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_button_is_out_of_date(scene: Scene, data: str) -> None:
    anna = scene.somebody("en")
    welcome = await answer(anna, "/start")
    anna.taps_data(welcome, data)
    await scene.api.until(lambda: welcome.edits)
    assert welcome.text.startswith("That button is out of date.")


async def test_an_old_button_corrects_its_answer(scene: Scene) -> None:
    anna = scene.somebody()
    question = await answer(anna, "/start")
    await answer(anna, "我们12个人做电销，刚起步")
    anna.taps_data(question, "stage:growth")
    await scene.api.until(lambda: question.edits)
    assert question.text.startswith("改好了：初创期 → 成长期")


async def test_a_tap_too_old_to_be_confirmed_still_counts(scene: Scene) -> None:
    anna = scene.somebody()
    question = await answer(anna, "/start")
    anna.taps(question, "电销", old=True)
    await scene.api.until(lambda: question.edits)
    assert question.text.split("\n")[1].startswith("现在到哪个阶段了？")


async def test_a_tap_on_a_message_too_old_to_be_changed_gives_a_new_one(
    scene: Scene,
) -> None:
    anna = scene.somebody()
    question = await answer(anna, "/start")
    gone = {"chat": anna.chat.json(), "message_id": question.id, "date": 0}
    who = {"id": scene.api.new_query_id(), "from": anna.json(), "chat_instance": "1"}
    scene.api.add_update(callback_query={**who, "message": gone, "data": "channel:telesales"})
    assert (await sent(anna.chat, 1)).text.split("\n")[1].startswith("现在到哪个阶段了？")
    assert question.edits == 0


async def test_a_tap_on_a_deleted_message_gives_a_new_one(scene: Scene) -> None:
    anna = scene.somebody()
    question = await answer(anna, "/start")
    anna.taps(question, "电销")
    anna.chat.delete(question.id)
    found = await sent(anna.chat, 0)
    assert found.text.split("\n")[1].startswith("现在到哪个阶段了？")


async def test_what_people_write_is_never_markup(scene: Scene) -> None:
    anna = scene.somebody("en", "<b>&")
    assert await answer(anna, "<b>what</b> does a <manager & co do")
    assert await answer(anna, "/role <i>经理 & 主管</i>")
    assert await answer(anna, "&lt;" * 1000)


async def test_a_very_long_message_is_answered(scene: Scene) -> None:
    found = await answer(scene.somebody(), "电" * 4096)
    assert found.text.startswith("这段太长了。")
