"""How Chinese counts are read that are told side by side, asked about again, or said vaguely."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are and shall be, each from low to high.
SIDE_BY_SIDE = {
    "市场6个给线索，电销16个跟": (6 + 16, None),
    "把销售拆成约客户的和签单的，约的10签的5": (10 + 5, None),
    "一拨人打电话12个，一拨人做直播8个": (12 + 8, None),
    "业务员28个，签单的12邀约的16": (28, None),
    "从一个组10人扩到三个组30人，打电话卖车险": (10, 30),
    "从两个组20人并成一个组30人了，客服": (30, None),
    "上海总部营销部5人，成都分公司3人，武汉2人": (5 + 3 + 2, None),
    "9个人的团队，每天约的30签的5": (9, None),
}

AGAIN = {
    "公司一共三十多人，做电话销售的就9个，我就想把这9个管好": (9, None),
    "客服12人，其中售前5个，售后7个，想把这5个分出去": (12, None),
    "团队11个人，老板让把这3个渠道理顺": (11, None),
}

LEADERS = {
    "店长，两个导购，一个收银，一个库管": (1 + 2 + 1 + 1, None),
    "主理人我，一个设计师，一个客服兼打包": (1 + 1 + 1, None),
    "剪辑5个，其中2个兼着出镜，投手3个，运营1个": (5 + 3 + 1, None),
    "店长，我想问下6个客服怎么分班": (6, None),
}

AIMED = {
    "在岗22 编制35 差的13个下季度招齐": (22, 35),
    "编制20个，在编15，其余的慢慢招": (15, 20),
    "现有14个坐席，客户要求上线前到位30席": (14, 30),
    "现有客服四十三人，上限六十": (43, 60),
    "三年规划：8→20→45，现在是第一年，电销8人": (8, 45),
    "走了6个，现在剩14，计划补回20": (14, 20),
    "本来定了扩到50，冻结了，客服还是31": (31, None),
    "已满编，客服40，去年此时25": (40, None),
}

VAGUE = {
    "三十啷当个人，都是打电话的": (30, 39),
    "十五六七个人吧，网店": (15, 17),
    "三十个人差俩，打电话推销装修的": (28, 28),
    "过两百人的呼叫中心": (200, 299),
    "店里四个伙计，加我们俩六个人": (6, 6),
    "客服9人，我今年才26": (9, 9),
}

EXACT = SIDE_BY_SIDE | AGAIN | LEADERS | AIMED


@pytest.mark.parametrize(("text", "sizes"), EXACT.items())
def test_counts_beside_each_other_make_one_team(
    lexicon: Lexicon, text: str, sizes: tuple[int, int | None]
) -> None:
    read = read_sizes(lexicon.people, lexicon.fold(text))
    assert read.current is not None
    assert (read.current.high, read.target and read.target.high) == sizes


@pytest.mark.parametrize(("text", "people"), VAGUE.items())
def test_vague_counts_are_read_as_ranges(
    lexicon: Lexicon, text: str, people: tuple[int, int]
) -> None:
    current = read_sizes(lexicon.people, lexicon.fold(text)).current
    assert current is not None
    assert (current.low, current.high) == people
