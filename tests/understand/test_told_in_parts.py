"""How Chinese messages are read that tell a team in lists, sides, lines and turns of a story."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes
from flows.understand import understand

# What is said, and the people there are and shall be.
NAMED = {
    "店长夫妇、店长妈妈、一个工读生，卖保养品": (2 + 1 + 1, None),
    "爸妈、我弟、三个阿姨，卖手工水饺": (2 + 1 + 3, None),
    "客服2，美工1，打包2，再就是我": (2 + 1 + 2 + 1, None),
    "早班客服五个、晚班四个，另外组长是我": (5 + 4 + 1, None),
    "两个微信客服、一个电话客服、一个跟售后的": (2 + 1 + 1, None),
    "三个人，我、我姐、一个打包的，做拼多多": (3, None),
    "客服3个，运营2个，想再招个美工": (3 + 2, 3 + 2 + 1),
    "电销8个人，要不要招个主管": (8, None),
}
GROUPED = {
    "5个组每组6个电销，组长另算": (5 * (6 + 1), None),
    "热线早更6个夜更4个，组长每更一个另计": (6 + 4 + 2, None),
    "客服3个组，组长每组一个，每组8人": (3 * (8 + 1), None),
    "客服在武汉和西安两个职场，各30人，居家的还有8个": (2 * 30 + 8, None),
    "6+3+2，分别是运营、客服、打包，卖女鞋": (6 + 3 + 2, None),
    "一块是卖茶叶，五个人；一块是打电话推年卡，八个人": (5 + 8, None),
    "旺旺16个，电话9个，客服主管没有": (16 + 9, None),
    "5+2，周末也上班，客服6个人": (6, None),
    "3+2+1的薪酬结构，电销11个人": (11, None),
    "今天打了电话40个，微信加了12个，客服就6个人": (6, None),
}
TURNED = {
    "客服从6个招到22个，现在财务说要压到15个": (22, 15),
    "客服从5个招到10个，年底要到20个": (5, 20),
    "电销组，销售从30减到22，组长4个不变": (22 + 4, None),
}
ASKED = {
    "公司市场3 销售20 客服5，你先帮我排电话销售这块": (20, None),
    "总共四十个，真打电话的三十一个，就给这三十一个排班分组": (31, None),
    "集团一千多人，子公司42个": (42, None),
    "80个差评里有55个是快递的问题，客服7人": (7, None),
}


@pytest.mark.parametrize(("text", "sizes"), [*(NAMED | GROUPED | TURNED | ASKED).items()])
def test_people_told_in_parts_are_added_up(
    lexicon: Lexicon, text: str, sizes: tuple[int, int | None]
) -> None:
    read = read_sizes(lexicon.people, lexicon.fold(text))
    assert (read.current and read.current.high, read.target and read.target.high) == sizes


VARIANTS = {
    "直播太累停掉了，现在只做淘宝货架，8个人": (),
    "天猫店，我自己播，一共四个": ("live_selling",),
    "我们女鞋网店6个人，仓配全包给顺丰": ("third_party_logistics",),
    "打电话约客户，经理上门签，做装修的": ("sdr_and_closers",),
}


@pytest.mark.parametrize(("text", "variants"), [*VARIANTS.items()])
def test_variants_that_are_over_do_not_count(
    lexicon: Lexicon, text: str, variants: tuple[str, ...]
) -> None:
    assert understand(lexicon, text).variants == variants


def test_customer_service_beside_shop_roles_is_one_of_them(lexicon: Lexicon) -> None:
    meaning = understand(lexicon, "淘宝的，一共22，客服占9个，别的是运营跟设计")
    assert meaning.channels == ("ecommerce",)
