"""How counts are read that stand alone behind what several groups do, and who is in a count."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are and shall be.
BEHIND = {
    "一组打电话排会面，二组业务员去成交，15加6": (15 + 6, None),
    "早班接電話、晚班回訊息，9加4": (9 + 4, None),
    "招商組負責電話邀約，講師組負責說明會成交，11比4": (11 + 4, None),
    "我呢邊18個，嗰邊9個，公司想夾埋一齊管": (18 + 9, None),
    "我們這組電訪12位，另一組面談8位，主管說要合併成一組": (12 + 8, None),
    "一班人打電話約客，一班人見客，上星期簽咗8單同5單，成隊12人": (12, None),
    "我這邊3家店，那邊2家店，想合併，員工共26人": (26, None),
}
TAKEN_IN = {
    "計埋我、我太太、兩個part time，四個人做網店": (4, None),
    "計埋老細同我，九個，全部聽電話": (9, None),
    "連我哋兩個一共15人，下個月要加到22人，做電話推銷": (15, 22),
    "官網小編1、客服2、出貨3、老闆娘我": (1 + 2 + 3 + 1, None),
    "copywriter 2個、designer 1個、media buyer 2個、我係head": (2 + 1 + 2 + 1, None),
    "五組電訪員，每組六人，組長另外算五位": (5 * 6 + 5, None),
    "電話銷售淨水服務，共4區，每區12人，另每區主管1名": (4 * 13, None),
    "港島隊7個九龍隊9個，打電話賣借貸，兩個隊長唔計喺入面": (7 + 9 + 2, None),
    "店長我已經換過三次，客服8人": (8, None),
}
ON_THE_WAY = {
    "電話業務現在10人，第三季12人，年底20人": (10, 20),
    "電商團隊現有34人，目標是兩年內60人": (34, 60),
    "客服剩15人，想補回22": (15, 22),
    "要三十個客服才夠，現在只有二十一個": (21, 30),
    "差4個才滿編15，電商部": (11, 15),
    "行銷處原十四人，重整後十人": (10, None),
    "初初得8個人打電話sell嘢，做到而家有21個": (21, None),
    "開頭五個，做到十二個，唔係，上星期走咗兩個，十個，做telesales": (10, None),
    "本來話請到50個agent，老細縮沙，維持28個": (28, None),
    "目標是三年內營收破億，電商團隊現有21人": (21, None),
}


def sizes_said(lexicon: Lexicon, text: str) -> tuple[int | None, int | None]:
    """Give the highest number of people there are and shall be."""
    sizes = read_sizes(lexicon.people, lexicon.fold(text))
    current, target = sizes.current, sizes.target
    return (current.high if current else None), (target.high if target else None)


@pytest.mark.parametrize(("text", "expected"), BEHIND.items())
def test_numbers_alone_behind_groups_or_of_two_sides_count_people(
    lexicon: Lexicon, text: str, expected: tuple[int | None, int | None]
) -> None:
    assert sizes_said(lexicon, text) == expected


@pytest.mark.parametrize(("text", "expected"), TAKEN_IN.items())
def test_who_is_named_or_told_beside_a_count_is_in_it_or_on_top_of_it(
    lexicon: Lexicon, text: str, expected: tuple[int | None, int | None]
) -> None:
    assert sizes_said(lexicon, text) == expected


@pytest.mark.parametrize(("text", "expected"), ON_THE_WAY.items())
def test_steps_on_the_way_are_neither_the_team_nor_what_it_shall_be(
    lexicon: Lexicon, text: str, expected: tuple[int | None, int | None]
) -> None:
    assert sizes_said(lexicon, text) == expected
