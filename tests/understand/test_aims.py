"""How what is aimed at is told by what there is: shares, paces, posts, targets behind."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from tests.understand.test_sums import sizes_said

# What is said, and the people there are and shall be.
AIMS = {
    "telesales, 12 people today. what if we were 20?": (12, 20),
    "could you draw it for 25? today we are 18": (18, 25),
    "online shop, 6 people, would love 10": (6, 10),
    "helpdesk of 30, must shrink to 20": (30, 20),
    "by next spring we should be fifty in customer service, half of that today": (25, 50),
    "we want to get to 40 reps, a quarter of that right now": (10, 40),
    "we're halfway to our goal of 24 agents": (12, 24),
    "现在人数只有目标的一半，目标是50人": (25, 50),
    "目标人数60，现在已经有一半了": (30, 60),
    "目标80人，目前完成了一半，电销": (40, 80),
    "目标人数30，一半是兼职": (None, 30),
    "grow by 50%: 24 people in customer care": (24, 36),
    "must cut the team by 20%, 50 agents in support": (50, 40),
    "we cut prices by 20%, 50 agents in support": (50, None),
    "our telesales dept (9 people) will triple next year": (9, 27),
    "客服15人，编制扩20%": (15, 18),
    "12 reps, sales growing by 20%": (12, None),
    "月营收要增长50%，现在12人": (12, None),
    "现在12个电销，打算每月进3个，连续进半年": (12, 12 + 18),
    "2 new hires every month for six months, currently 10 telesales": (10, 10 + 12),
    "客服12人，每月走2个，持续半年了": (12, None),
    "we hire 2 a month, for three years now, 40 reps": (40, None),
    "推广组就3个人，老板新批了5个编制让我再招": (3, 3 + 5),
    "市场现在2个人，老板给了5个名额再往上加": (2, 2 + 5),
    "marketing is 6 people and head office approved 2 positions": (6, 6 + 2),
    "Today marketing is 5 persons, director approved 3 vacancies on top": (5, 5 + 3),
    "电商部8人，公司批了20个名额": (8, 20),
    "客服缺编6人，满编20": (20 - 6, 20),
    "仲差3个先够10个人开队": (10 - 3, 10),
    "full team is 18 but 3 resigned": (18 - 3, 18),
    "直播卖货团队打算由7人翻倍": (7, 14),
    "想把電商團隊變成現在的兩倍，目前6個人": (6, 12),
    "公司叫我裁走4個，電話銷售而家18個": (18, 18 - 4),
    "HC给了12个，已经入职4个，都是打电话的销售": (4, 12),
    "Goal: thirty reps. Status: nineteen.": (19, 30),
    "6 callers now, must be 14 in summer": (6, 14),
    "12 agents, callers must be 18": (12, None),
    "21 on the phones, approved are 24": (21, 24),
    "Today 18 agents, 40 when the second client goes live": (18, 40),
    "9 agents, 4 when I started": (9, None),
    "Scale phone sales team, 25 today, target 60 end of FY": (25, 60),
    "10 reps now, want 15": (10, 15),
    "adding two heads a month, now 17 callers": (17, None),
    "support to be trimmed to 15 from 22": (22, 15),
    "客服10个，编制批的是16个": (10, 16),
    "去年年底融的资，市场部从四个人变成十一个": (11, None),
    "女装网店，团队31人，明年还要上两个新牌子": (31, None),
    "电话卖软件的6人，明年双倍": (6, 12),
    "now 13 callers, 26 as soon as the bank signs": (13, 26),
    "currently 8 callers. after funding lands 20 callers": (8, 20),
    "10 reps now, want 3": (10, 13),
    "8 reps now, need 20 leads a day": (8, None),
    "Help desk will be cut to 8 from 12": (12, 8),
    "we cut support to 8 from 12": (8, None),
    "we have to shrink: 50 agents down to 35 by June": (50, 35),
    "打电话约客的，目前四个，老板给的编制是十个": (4, 10),
    "内容营销3个人，HR说最多能给到6个": (3, 6),
    "客服20人变32人，主管怎么设": (20, 32),
    "市场部六个人想变十个": (6, 10),
    "客服現有15人，核定編制20人": (15, 20),
    "外呼部18人编制25人": (18, 25),
    "電話業務縮編，從26人變18人": (18, None),
    "客服中心二十个人，明年想留十二个": (20, 12),
    "客服中心三十人，導入AI之後想留二十人": (30, 20),
    "今年批了6个新增名额，客服现在19个": (19, 25),
    "行銷組五人，擴編一倍": (5, 10),
    "客服8人，老闆說年底前人要多一倍": (8, 16),
    "網店人手要翻成現在的三倍，現在是6個": (6, 18),
    "打算招10个客服组个新团队，目前还一个人都没有": (None, 10),
    "電商這邊二十五、六個人": (26, None),
    "倉庫由一個變四個，網店5個人": (5, None),
}


@pytest.mark.parametrize(("text", "people"), AIMS.items())
def test_what_is_aimed_at_is_told_by_what_there_is(
    lexicon: Lexicon, text: str, people: tuple[int | None, int | None]
) -> None:
    assert sizes_said(lexicon, text) == people
