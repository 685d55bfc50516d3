"""How channels are read that a text denies, gives to others, or does only now and then."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.understand import understand

# Not done, or not any more.
DENIED = {
    "电话推销这种事我们从来没干过，15个人全是接用户打进来的电话": "customer_service",
    "打电话推销的那拨人裁了，剩下的8个做客服": "customer_service",
    "外呼这活儿领导叫停了，12个人都转做投诉处理": "customer_service",
    "網店執咗喇，而家得返個marketing team，6個人": "marketing",
    "我们跟客服没半毛钱关系，就是电销，31个人": "telesales",
    "谁说我们要做客服了？就是一支打电话卖车险的队伍，26人": "telesales",
    "别按网店给我排，我们是市场推广部，8个人": "marketing",
    "telesales got shut down in the spring; the 11 who stayed handle complaints": (
        "customer_service"
    ),
    "telemarketing? never did it. 20 agents taking inbound calls": "customer_service",
    "I keep getting call centre charts. We're a content and PR team of 5": "marketing",
}
# Done by others, or beside the team's own work.
ELSEWHERE = {
    "推廣唔關我哋事，我呢組10個人淨係覆客人whatsapp": "customer_service",
    "网店归运营中心，我管市场部，9人": "marketing",
    "京东店11人，推广外包给代运营了": "ecommerce",
    "線上客服14人，行銷活動不關我們的事": "customer_service",
    "我們部門9個人，找網紅、跑活動、寫文案，偶爾也幫忙接電話": "marketing",
    "support isn't ours, another office does that. My 20 do outbound sales calls": "telesales",
    "Marketing? that's the franchisor's job. 12 of us pick up the phone when guests complain": (
        "customer_service"
    ),
    "Nobody in my team makes sales calls. 15 of them, all chat support": "customer_service",
    "15 cold callers. Leads come from the marketing department which isn't mine": "telesales",
}
# Not denied.
TOLD = {
    "市场部和客服部合并了，现在13人归我管": ("customer_service", "marketing"),
    "网店和客服都归我管，12个人": ("customer_service", "ecommerce"),
    "育成中心剛進駐，做線上客服外包，四人": ("customer_service",),
    "Our agency does lead gen ads and then phones the leads to book demos. 11 people": (
        "marketing",
        "telesales",
    ),
}


@pytest.mark.parametrize(("text", "channel"), [*DENIED.items(), *ELSEWHERE.items()])
def test_the_channel_is_the_one_that_is_not_denied(
    lexicon: Lexicon, text: str, channel: str
) -> None:
    assert understand(lexicon, text).channels == (channel,)


@pytest.mark.parametrize(("text", "channels"), TOLD.items())
def test_channels_that_only_look_denied_are_meant(
    lexicon: Lexicon, text: str, channels: tuple[str, ...]
) -> None:
    assert tuple(sorted(understand(lexicon, text).channels)) == channels
