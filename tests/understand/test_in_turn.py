"""How head-counts are read that refer to kinds told before, or to what each of them has."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are and shall be.
TOLD = {
    "電訪員負責約訪，顧問負責成交，前者12後者5": (12 + 5, None),
    "一组外呼一组接听，前者15后者6": (15 + 6, None),
    "电话约访一拨人，上门成交一拨人，前面9个后面4个": (9 + 4, None),
    "新客组、老客组，人数分别是9和7，都打电话": (9 + 7, None),
    "SDR约demo，AE签单，各四个": (2 * 4, None),
    "BD拓客户，AM维护客户，各5个": (2 * 5, None),
    "卖净水器：线上商城一摊，400售后一摊，各12人": (2 * 12, None),
    "一半人写内容一半人做投放，各5个，再加我这个头儿": (2 * 5 + 1, None),
    "前兩天發餐券發了58張，一人一張": (58, None),
    "两款产品，前者卖12元后者卖5元，3个人的网店": (3, None),
    "客单价分别是30和60，5个人卖女装": (5, None),
    "一人一台电脑，客服10个": (10, None),
    "电脑12台，不够一人一台，15个人轮着用": (15, None),
    "售前售后各平台都要管，4个人忙不过来": (4, None),
}
EVENTS = {
    "白班九个，夜班四个，周末兼职再加两个": (9 + 4 + 2, None),
    "客服10个，周末想再加2个人": (10, 10 + 2),
    "客服12人，其中4个夜班，另有1个质检": (12 + 1, None),
    "投放加内容目前8人，今年HC批了7个，最后15个人怎么排": (8, 8 + 7),
    "面试了40个留下6个，现在一共18个电话销售": (18, None),
    "流量成本从50涨到90，投手两个文案一个": (2 + 1, None),
    "120个坐席位，实际上人的只有38个": (38, None),
    "编制砍三分之一，原来三十个接线员": (30, 20),
    "忙的时候仨人都不睡觉": (3, None),
    "忙的时候请8个临时工，平时3个人": (3, None),
    "我工号8823，今年41，客服干了16年": (None, None),
    "我们客服部今年41人": (41, None),
    "正式工20，外包15，实习生5": (20 + 15 + 5, None),
    "打电话的刚破两百": (200, None),
}


@pytest.mark.parametrize(("text", "people"), [*TOLD.items(), *EVENTS.items()])
def test_counts_that_refer_to_others_are_read(
    lexicon: Lexicon, text: str, people: tuple[int | None, int | None]
) -> None:
    read = read_sizes(lexicon.people, lexicon.fold(text))
    now, then = read.current, read.target
    assert (now.high if now else None, then.high if then else None) == people
