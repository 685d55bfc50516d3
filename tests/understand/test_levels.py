"""How groups within groups, who works beside others, and plans that add up are counted."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are.
LEVELS = {
    "接电话的40个，每10个配一个组长，组长不在40里": 40 + 4,
    "每8个坐席1个班长，坐席现在40个": 40 + 5,
    "两个大组，每个大组下面4个小组，每小组5人含组长，大组长另算，电销": 2 * 4 * 5 + 2,
    "三个区，每个区两个组，每组8个人，电销": 3 * 2 * 8,
    "总监1名，经理2名，各带两个组，每组一个组长六个客服": 1 + 2 + 4 * 7,
    "四个销售每人带一个实习生": 4 + 4,
    "师傅5个，一人带两个徒弟，电销": 5 + 10,
    "客服组6+1的配置，共4组，外呼": 4 * 7,
    "两个淘宝店各3个运营，共用一个美工": 2 * 3 + 1,
    "一個經理帶兩隊telesales，每隊6個連leader": 1 + 2 * 6,
    "电销两组，一组8个含组长，一组9个含组长": 8 + 9,
    "销售经理带主管、主管带销售：1、3、18": 1 + 3 + 18,
    "投放组文案组各3人，归一个经理管，经理不在组里": 2 * 3 + 1,
    "五人小组里一个是组长，电销一共有六组": 5 * 6,
    "电销组12人，组长不在这12个里": 12 + 1,
}
SPEAKERS = {
    "我自己也剪片，另外雇了4个剪辑，做短视频": 4 + 1,
    "老闆娘也下來顧LINE客服，底下三個小編": 3 + 1,
    "我有份落場打，下面仲有六個telesales": 6 + 1,
    "我带六个人做电销，全都打，我也不例外": 6 + 1,
    "我係主管，team入面有9個telesales，唔計我": 9 + 1,
    "掛名的是我，實際在做的是8個客服": 8,
    "本人加6，做电销": 6 + 1,
    "我俩加两个请的，淘宝卖衣服": 2 + 2,
    "我家四口人再加两个工人，网上卖水果": 4 + 2,
    "本来我自己打电话，上周来了个帮手，卖课": 2,
}
WHOLES = {
    "网店6个人，有两个是亲戚": 6,
    "客服15个，新来的两个也算了": 15,
    "名单上20个，有3个早就走了，电销": 20 - 3,
    "厂里300多人，网店这块9个，只说网店": 9,
    "四个在办公室，三个在家，都是客服": 4 + 3,
    "今早来了三个，原来就有9个，电销": 3 + 9,
    "原本三個人，上個月又請了兩個，做網店": 3 + 2,
}

# What is said, and the people there are and shall be.
PLANS = {
    "电话销售现在12，最好能有20": (12, 20),
    "客服20个养不起，想留12个": (20, 12),
    "再加3个，客服就从7到10了": (7, 10),
    "我们三个人开淘宝店，想招第四个": (3, 4),
    "行銷部核定12位，現在到職9位": (9, 12),
    "人力核了4個，客服現有6個": (6, 6 + 4),
    "客服40人，这轮裁到28": (40, 28),
    "市场部10个，下个月走两个，到时剩8个": (10, 8),
    "电销15，走仨进仨，还是15": (15, None),
}


def _people(lexicon: Lexicon, said: str) -> tuple[int | None, int | None]:
    sizes = read_sizes(lexicon.people, lexicon.fold(said))
    current, target = sizes.current, sizes.target
    return current.high if current else None, target.high if target else None


@pytest.mark.parametrize(("said", "people"), (LEVELS | SPEAKERS | WHOLES).items())
def test_everybody_is_counted_once(lexicon: Lexicon, said: str, people: int) -> None:
    assert _people(lexicon, said)[0] == people


@pytest.mark.parametrize(("said", "people"), PLANS.items())
def test_what_adds_up_is_told_for_now_and_for_later(
    lexicon: Lexicon, said: str, people: tuple[int, int | None]
) -> None:
    assert _people(lexicon, said) == people
