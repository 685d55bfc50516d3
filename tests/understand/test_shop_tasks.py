"""How channels are told from tasks in a shop and from customers' calls, stages from others'."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.understand import understand

CHANNELS = {
    "my sister answers chats, two cousins pack, i do everything else. shopee": ("ecommerce",),
    "six of us do the web shop and also answer the customers, half half": (
        "customer_service",
        "ecommerce",
    ),
    "家长打电话来问退费改班都是我们接，12个人": ("customer_service",),
    "给家长打电话招生的，10个老师": ("telesales",),
    "没人往外打电话，都是客户打进来报修，16个坐席": ("customer_service",),
    "我们商城有6个运营3个客服2个推广": ("ecommerce",),
    "22 outbound sellers, 16 inbound support, one building": ("customer_service", "telesales"),
    "Ecommerce 20, customer service 12, marketing 8, one director over all": (
        "customer_service",
        "ecommerce",
        "marketing",
    ),
    "覆客同出post都係我哋3個": ("customer_service", "marketing"),
    "网店卖手工皂，回消息、下广告、打包都我们4个人": ("ecommerce",),
    "做拼多多的，6个人里有做图的有回旺旺的有投广告的": ("ecommerce",),
    "蝦皮賣寵物用品，6個人，廣告誰下、客訴誰接都搞不清楚": ("ecommerce",),
    "抖音店6个人，客服是我妈，广告是我弟在投": ("ecommerce",),
    "the 9 of us do site, ads and customer emails for our candle store": ("ecommerce",),
    "who in a 9 person web shop should own the ads budget and who the refunds?": ("ecommerce",),
    "4 people pick and pack, 2 answer customer mails, we sell car parts on ebay": ("ecommerce",),
    "web shop 10 ppl, call centre selling 14 ppl, support 6 ppl": (
        "customer_service",
        "ecommerce",
        "telesales",
    ),
    "small startup, 6 of us: shopify site, instagram ads, answering customers": (
        "customer_service",
        "ecommerce",
        "marketing",
    ),
}
STAGES = {
    "we just opened our third warehouse, 60 people, pet food online": "growth",
    "we just opened our online shop, 2 people": "startup",
    "dad started the webshop in 2009 out of our garage, 14 people today": "mature",
    "12 in support, my manager just quit": None,
    "just quit my job to start a webshop": "startup",
    "complaints tripled after the app update, 14 agents on chat": None,
    "I was in telesales for 12 years, never again. Now I lead 21 who answer pension savers": None,
    "we have sold pensions by phone for 12 years, 21 reps": "mature",
    "客服原来60人，现在45，就稳在45不动了": None,
    "集团下面的客服中心，共60人": None,
}


@pytest.mark.parametrize(("text", "channels"), CHANNELS.items())
def test_a_task_in_a_shop_and_a_call_of_a_customer_are_no_channel(
    lexicon: Lexicon, text: str, channels: tuple[str, ...]
) -> None:
    assert tuple(sorted(understand(lexicon, text).channels)) == channels


@pytest.mark.parametrize(("text", "stage"), STAGES.items())
def test_a_stage_is_that_of_the_firm_and_of_today(
    lexicon: Lexicon, text: str, stage: str | None
) -> None:
    assert understand(lexicon, text).stage == stage
