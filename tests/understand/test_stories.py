"""How head-counts are read that change in the course of a story, beside what counts nobody."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are and shall be.
GROUPS_TO_COME = {
    "电销现在三个组各6人，打算变成五个组各6人": (3 * 6, 5 * 6),
    "电商部五个组每组4人，计划扩到七个组": (5 * 4, 7 * 4),
    "现在两个直播间各4人，想开到三个直播间各4人": (2 * 4, 3 * 4),
}
UNCHANGED = {
    "晚班客服现在3个，要加到5个，白班9个不动": (3 + 9, 5 + 9),
    "早班5个，晚班3个，晚班要加到6个，早班不变": (5 + 3, 5 + 6),
    "主播6个加到10个，运营3个不动": (6 + 3, 10 + 3),
}
TO_COME = {
    "话务员12人，编制给到25人": (12, 25),
    "底薪给到5000，提成8个点，电销一共7个人": (7, None),
    "热线组从22人减到14人，明年一月生效": (22, 14),
    "客服从10个人精简到6个人，上个月已经执行完了": (6, None),
    "年初有50个坐席，现在剩37个，准备补回到50个": (37, 50),
    "裁了8个，还剩12个，又要补回8个": (12, 12 + 8),
    "招聘任务18人，已经到岗11人": (11, 18),
    "客服8人，再招聘5人": (8, 8 + 5),
    "文案组两女一男，开年再加一个女的": (2 + 1, 2 + 1 + 1),
}
SUMMED = {
    "卖童装的，就我俩加他表妹，三个人": (3, None),
    "试了20个主播，留下来三个，助播一个，运营两个，六个人": (3 + 1 + 2, None),
    "给了我5个人，加我6个": (5 + 1, None),
    "七男三女十个人做电销": (7 + 3, None),
    "收回来自己做，招了8个走了3个，就剩五个": (8 - 3, None),
    "收回来自己做，打算先招5个人": (None, 5),
}
NOBODY = {
    "跟团游客服，一车50人，客服团队7个人": (7, None),
    "现在有9个群四千多人，客服一共三人": (3, None),
    "微信群有20个要盯，客服一共4个人": (4, None),
    "一个月20万预算，20万 人就5个": (5, None),
    "有40多个阿姨，可那都是派单的不算，一共5个小姑娘": (5, None),
}
ALL = GROUPS_TO_COME | UNCHANGED | TO_COME | SUMMED | NOBODY


@pytest.mark.parametrize("said", ALL)
def test_head_counts_of_stories_are_read(lexicon: Lexicon, said: str) -> None:
    sizes = read_sizes(lexicon.people, lexicon.fold(said))
    current = sizes.current and sizes.current.high
    target = sizes.target and sizes.target.high
    assert (current, target) == ALL[said]
