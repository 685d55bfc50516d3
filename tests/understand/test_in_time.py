"""How sizes are told for now and for later, by the rank of who came last, and beside wages."""

from __future__ import annotations

from typing import TypeAlias

import pytest

from flows.lexicon import Lexicon
from flows.understand import understand
from tests.understand.test_sums import sizes_said

Sizes: TypeAlias = tuple[int | None, int | None]

# What is said, and the people there are and shall be.
TIMES: dict[str, Sizes] = {
    "helpdesk headcount: 14 this quarter, 18 next quarter": (14, 18),
    "etsy shop staff: 6 this year, 10 next year": (6, 10),
    "goal for 2028: 90 support agents. Today we are 60": (60, 90),
    "网店团队：今年6，明年9": (6, 9),
    "电销今年22个，明年计划30个": (22, 30),
    "官網電商部目前5人，明年再多3個": (5, 8),
    "customer support, 50 people, being cut to 38 next month": (50, 38),
    "the marketing department of 16 is going to be cut to 12": (16, 12),
    "市场部16人，开春精简成12人": (16, 12),
    "support team counts 22, boss would like it at 30 by Easter": (22, 30),
    "telesales had 70, after the layoffs its 48": (48, None),
    "电商再招8人，跟现在的20人凑一块差不多": (20, 28),
    "i'm the only customer support person, want a support team of five": (1, 5),
    "need to plan roles for a team of 7 that runs our paid ads": (7, None),
    "客服就我一个人，公司要我年底前搭个5人的团队": (1, 5),
    "市场部六个人，还空着三个岗": (6, 9),
    "目标是三个月内电话销售到50人，现在刚十二个": (12, 50),
    "客服中心目前五十人，保险公司的合同一签就要八十": (50, 80),
}
RANKS: dict[str, Sizes] = {
    "hired our 20th and last phone sales rep yesterday": (20, None),
    "our 15th support agent started on monday": (15, None),
    "第12个客服昨天入职了": (12, None),
    "9 callers, our 3rd team leader started last week": (9, None),
    "telesales firm, signed our 20th client yesterday": (None, None),
}
NOBODY: dict[str, Sizes] = {
    "seniors on 2,400 a month, juniors 1,900, phone sales staff of 18": (18, None),
    "客服新人底薪3500，老员工6800，组长8000，共33人": (33, None),
    "通话量提到每天150个，电话销售21人": (21, None),
    "cold calling team of 24, 8am till 4, 30 minute lunch": (24, None),
    "call centre support, 27 of us, desks for 40": (27, None),
    "客服16人，宿舍8间，每间住4个": (16, None),
}
# What is said, and the stage; None where none is told.
STAGES: dict[str, str | None] = {
    "our brand turned 75 this year, marketing dept of 20": "mature",
    "I turn 65 in May and my daughter takes over the support centre, 25 people": None,
    "甲方里有两家世界500强，我们市场部12个人": None,
    "客服36人，第三第四个城市刚开，还在招人": "growth",
    "we just opened in a third and fourth city, customer support is 36": "growth",
    "I took over the telesales unit two weeks ago, 37 people": None,
    "the webshop went live three weeks ago, 4 of us": "startup",
    "我干这行20年了，电商22人": None,
    "之前啥都自己干，现在市场部5个人": None,
}
CHANNELS = {
    "电销那块不用你管，只要客服的图，39人": ("customer_service",),
    "网店18人，推广外包给代理公司": ("ecommerce",),
    "打电话卖的18人，地推是另一个部门": ("telesales",),
    "客服和市场都归我管，拢共23人": ("customer_service", "marketing"),
    "我们网店9个人，市场不好做": ("ecommerce",),
    "没打算咨询客服，只想弄电商运营这块，7人": ("ecommerce",),
    "用户都是开网店的老板，现在客服有9个": ("customer_service",),
}


@pytest.mark.parametrize("said", TIMES | RANKS | NOBODY)
def test_sizes_are_read(lexicon: Lexicon, said: str) -> None:
    assert sizes_said(lexicon, said) == (TIMES | RANKS | NOBODY)[said]


@pytest.mark.parametrize("said", STAGES)
def test_stages_are_read(lexicon: Lexicon, said: str) -> None:
    assert understand(lexicon, said).stage == STAGES[said]


@pytest.mark.parametrize("said", CHANNELS)
def test_channels_are_read(lexicon: Lexicon, said: str) -> None:
    assert set(understand(lexicon, said).channels) == set(CHANNELS[said])
