"""How Chinese parts told by what people do are read, and who is named with a task."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are.
ROWS = {
    "收货一个，剥壳装袋三个，回微信两个，卖核桃": 1 + 3 + 2,
    "查名单四个，拨号六个，给工厂卖砂轮": 4 + 6,
    "前台两位、工单三位、上门回访一位": 2 + 3 + 1,
    "四个接电话，两个跑上门，一个排单": 4 + 2 + 1,
    "三個聽電話兩個覆WhatsApp一個處理投訴": 3 + 2 + 1,
    "打俾家長四個，面談兩個，一個做文件": 4 + 2 + 1,
    "五个人打电话约试听，三个人当面谈单": 5 + 3,
    "八個回玩家訊息的": 8,
    "打电话卖白酒，分三队，7个、8个、6个": 7 + 8 + 6,
    "三組，一組六個，電話賣契約": 3 * 6,
    "今天打电话五十个，加微信三个": None,
    "接单平台四个，发货渠道两个": None,
    "昨天上架五个，下架两个": None,
    "一天三个打电话来投诉": None,
    "一人盯六十个号，怎么分工": None,
    "打十个电话有九个不接": None,
}

WHOLES = {
    "小組六個人，正職四個，工讀兩個": 6,
    "宣傳組三條友，一個寫嘢一個設計一個落廣告": 3,
    "推广组仨人，写文案一个，剪视频一个，我打杂": 3,
    "两个拣货、一个拍照、一个上架，四个人": 4,
    "客服20人，早班8个、中班7个、晚班5个": 20,
    "A组8人，B组4人，C组4人": 8 + 4 + 4,
    "早班6个晚班4个夜班2个，客服": 6 + 4 + 2,
    "客服俩人，我自己运营，我老婆发货": 2 + 1 + 1,
}

DUTIES = {
    "我管货，我哥拍片，他对象回消息": 3,
    "鏡頭前我，記單我妹，收款我媽": 3,
    "我、我先生，再請一個工讀生": 3,
    "三个客服、两个运营，我负责选品": 3 + 2 + 1,
    "亚马逊运营4，采购1，做图1，财务是我老婆": 4 + 1 + 1 + 1,
    "拉了俩徒弟一起打电话": 2 + 1,
    "什么都是我自己来，卖旧书": 1,
    "客服就是我，运营也是我": 1,
    "我想开网店，老婆不同意": None,
    "我打电话，客户挂我电话": None,
    "全靠我们六个人撑着": 6,
}

# What is said, and the people there are and shall be.
AIMS = {
    "电销八个人，老板要二十条线": (8, 20),
    "外呼六个，老板要十二个坐席": (6, 12),
    "網拍五個，過年前再三個湊八": (5, 8),
    "客服8个人，编制要砍一半": (8, 4),
    "广告费要减一半，推广6人": (6, None),
    "还差3个就满20人了，打电话的": (17, 20),
    "就七个，先补一个美工，再补一个打单的": (7, 9),
    "先招俩人投广告": (None, 2),
    "先招15个，现在内部只有1个客服": (1, None),
}


def _people(lexicon: Lexicon, said: str) -> tuple[int | None, int | None]:
    sizes = read_sizes(lexicon.people, lexicon.fold(said))
    current, target = sizes.current, sizes.target
    return current.high if current else None, target.high if target else None


@pytest.mark.parametrize(("said", "people"), (ROWS | WHOLES | DUTIES).items())
def test_parts_told_by_tasks_are_counted_once(
    lexicon: Lexicon, said: str, people: int | None
) -> None:
    assert _people(lexicon, said)[0] == people


@pytest.mark.parametrize(("said", "people"), AIMS.items())
def test_what_is_wanted_beside_a_team_is_a_target(
    lexicon: Lexicon, said: str, people: tuple[int | None, int | None]
) -> None:
    assert _people(lexicon, said) == people
