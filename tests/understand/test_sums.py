"""How head-counts told by sums and by other counts are read: who left, who compares, who is in."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sizes import read_sizes

# What is said, and the people there are and shall be.
LOSSES = {
    "15个热线客服上月走了3个，还没补": (15 - 3, None),
    "电销组去年有20个人，离职了6个": (20 - 6, None),
    "客服12人，辞掉2个，又来了1个": (12 - 2 + 1, None),
    "外呼团队本来30人，上季度裁了8人，后来补了3人": (30 - 8 + 3, None),
    "热线原来14个人，年初并进来隔壁公司5个，又退休了1个": (14 + 5 - 1, None),
    "3 of my 11 reps quit last month": (11 - 3, None),
    "5 of our 18 support agents left in spring": (18 - 5, None),
    "it was 26 people then, 9 left and we brought in 4": (26 - 9 + 4, None),
    "there were 22 of us, 4 resigned and 2 joined": (22 - 4 + 2, None),
    "原先電話業務有25位，被挖走7位": (25 - 7, None),
    "full strength is 15 reps but 4 quit": (15 - 4, 15),
    "主播8个，2个离职了，想再招4个": (8 - 2, 8 - 2 + 4),
    "客服12人，上个月优化了3个流程": (12, None),
    "10 agents, 3 moved to nights": (10, None),
    "we're 25 reps, 8 left last year": (25, None),
    "一共28个人，去年最惨走了9个又招回来6个": (28, None),
    "每月流失2个，客服15人": (15, None),
}


def _sizes(lexicon: Lexicon, text: str) -> tuple[int | None, int | None]:
    read = read_sizes(lexicon.people, lexicon.fold(text))
    return (
        read.current.high if read.current else None,
        read.target.high if read.target else None,
    )


@pytest.mark.parametrize(("text", "people"), LOSSES.items())
def test_who_left_is_taken_from_those_there_were(
    lexicon: Lexicon, text: str, people: tuple[int, int | None]
) -> None:
    assert _sizes(lexicon, text) == people
