"""How many there shall be: told by shares, multiples, posts to fill, and who is to come or go."""

from __future__ import annotations

import pytest

from flows.briefs.said import read_said
from flows.lexicon import Lexicon

# What is said, and the people there are and shall be.
SHARES = {
    "We're 5 and going to double by next quarter, telesales": (5, 10),
    "12 telemarketers, double it for the christmas campaign pls": (12, 24),
    "12 people in marketing; set to triple within a year": (12, 36),
    "our 5 telemarketers should become 3 times as many": (5, 15),
    "I have 8 callers and want to grow by a quarter": (8, 10),
    "our 15 person support team is getting a third bigger": (15, 20),
    "we have 20 callers and need 30% more": (20, 26),
    "customer care 33 staff. management says plus ten percent": (33, 37),
    "marketing team of 14, headcount is to be halved": (14, 7),
    "telesales of 20 people, budget will be cut by half": (20, None),
    "telesales floor 60 people, cutting headcount by 10%": (60, 54),
    "电销团队现在6个人，老板说人力要加倍": (6, 12),
    "客服6个，年底要变成两倍": (6, 12),
    "客服6个人，业绩要变成两倍": (6, None),
    "跨境电商团队15人，下半年再增加三分之一": (15, 20),
    "电商15人，要缩减三分之一": (15, 10),
    "电销10人，预备扩张百分之五十": (10, 15),
    "電銷隊而家10個，目標人數係而家嘅一倍半": (10, 15),
}

POSTS = {
    "4 on the help desk plus an open position for one more": (4, 5),
    "5 agents and a vacancy in customer support": (5, 6),
    "6 in marketing, one role still open": (6, 7),
    "CS team: 13 heads, five more offers are out": (13, 18),
    "telesales stands at 28 out of a planned 36": (28, 36),
    "phone team: current strength nine, sanctioned strength fifteen": (9, 15),
    "老細批咗三個headcount，原本5個人，做客服": (5, 8),
    "网店6人，两个岗位悬缺": (6, 8),
    "行銷部缺額兩名，目前在職六名": (6, 8),
    "我们市场部5个编制只到岗3个": (3, 5),
    "电销部编制20，现在差6个没招到": (14, 20),
    "沒有半個人，老闆說先給我五個名額組行銷團隊": (None, 5),
}

COMING = {
    "50 agents today; the client wants 80 by 1 November": (50, 80),
    "8 telemarketers plus 3 who start on the 1st": (8, 11),
    "25 agents on board, 10 to come in the next intake": (25, 35),
    "phone sales, headcount 10 this month, +4 next month": (10, 14),
    "our support squad (17) loses 4 by the end of the month": (17, 13),
    "telesales, 18 reps; we shrink to 12 in January": (18, 12),
    "web shop, 4 of us, thinking 10 people max by end of next year": (4, 10),
    "telemarketing floor, 21 are here today and the shape is still for 34": (21, None),
    "marketing of 8, we'll be cut to 4 after summer": (8, 4),
    "电话销售16人，下月再开一个10人的新组": (16, 26),
    "電話sales隊18個，聽日有4個新人返工": (18, 22),
    "电销团队现在33人，争取过完年到50": (33, 50),
    "客服部14人，下個月走兩個請返四個": (14, 16),
    "客服现在22个，淡季裁到只留16个": (22, 16),
}

OUT_OF_NOTHING = {
    "have to build a phone sales team of 10 from scratch": (None, 10),
    "we built a telesales team of 10 from scratch": (10, None),
    "marketing team wanted: 4 people, none yet": (None, 4),
    "想由零砌一隊12人嘅電話銷售": (None, 12),
    "想開一隊十人嘅cold call隊，而家一個都未請": (None, 10),
    "公司要我三個月內生出一個20人的電銷團隊": (None, 20),
    "公司新成立電訪組，預定編制 10 人": (None, 10),
}


@pytest.mark.parametrize(("text", "people"), (SHARES | POSTS | COMING | OUT_OF_NOTHING).items())
def test_how_many_there_shall_be_is_told_beside_how_many_there_are(
    lexicon: Lexicon, text: str, people: tuple[int | None, int | None]
) -> None:
    sizes = read_said(lexicon, lexicon.fold(text), None).sizes
    said = tuple(size.high if size else None for size in (sizes.current, sizes.target))
    assert said == people
