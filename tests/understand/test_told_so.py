"""How speakers, leaders, wholes and wishes of Chinese messages are added up."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are.
SPEAKERS = {
    "底下带着七个人跑市场，我自己也跑": 7 + 1,
    "管六个客服，自己也接线": 6 + 1,
    "身为客服主管，手下带12个坐席": 12 + 1,
    "我做阿頭，手下有五個telesales": 5 + 1,
    "不含我共有11個電銷": 11 + 1,
    "没把我算上，运营一共5个，开淘宝店": 5 + 1,
    "不算我九个，算上我十个，做客服": 10,
    "店長加我們四個，蝦皮賣衣服": 4 + 1,
    "客服部我手下9人，他手下也有我们的人": 9,
    "客服我领班，手下白班5个夜班4个": 5 + 4 + 1,
    "我今年35，现在自己带9个人打电话": 9 + 1,
    "我带6个人的团队做电商": 6,
    "公司请了三个客服，我也上手": 3 + 1,
    "客服五个，我媳妇管钱，我啥都干": 5 + 2,
    "拍照客服打包都一个人包了，开淘宝店": 1,
    "2个文案1个剪辑2个投手，再就我这个市场负责人": 2 + 1 + 2 + 1,
    "电销一组6人，二组5人，上面就我一个经理": 6 + 5 + 1,
    "外呼现在8个话务员，校长我兼管": 8 + 1,
    "电销4个，第五个就是我": 4 + 1,
    "广告投放团队8个人，我是第8个": 8,
    "12个人的团队，8个客服3个运营，然后就是我": 12,
    "我們電銷組有6個業務，老闆娘我本人也在裡面忙": 6 + 1,
    "分兩隊，每隊5個人，隊長各一另計，我睇晒，電話銷售": 2 * 6 + 1,
    "客服白班5个晚班2个，我两头跑着顶班": 5 + 2 + 1,
    "写稿的一个，排版的一个，剩下的活全是我的": 2 + 1,
    "客服团队9个人，我也接电话": 9,
    "连我9个客服，我也打电话": 9,
    "除咗我之外，市場部得三個人": 3 + 1,
    "老板亲自带着5个业务员，还有个小姑娘帮忙": 1 + 5 + 1,
    "我出镜，我弟打光，还有俩打包的": 4,
    "市场部：我自己，一个做包装设计的，一个写文案的，还有个跑活动的": 4,
}
OWNERS = {
    "合伙人三个，就我一个人上班，再请了两个人，开网店": 1 + 2,
    "股东四个，只有两个在店里干活，员工五个，做抖音卖茶": 2 + 5,
    "两个老板都在干，再加八个员工打电话": 2 + 8,
    "姐妹两个开淘宝店，我是姐姐，请了一个打包的": 2 + 1,
    "我和闺蜜俩，还有个学妹，做小红书推广": 3,
    "Amy、Ben、Carol跟我四個做行銷": 4,
    "老周选品、小吴客服、我发货，淘宝店就这些人": 3,
}
SQUADS = {
    "8人一组，组长包括在内，一共五组，外呼": 8 * 5,
    "5人一队，不含队长，一共四队，外呼": 6 * 4,
    "七人一组，组长从七个里选，电销一共四组": 7 * 4,
    "一队9个一队11个，打电话": 9 + 11,
    "一個課長帶九個電銷，這樣的課兩個": 10 * 2,
    "師徒制，一個帶一個，共8對，電銷": 2 * 8,
    "五个区各设一个电销主管，每人手下六个坐席": 5 + 5 * 6,
    "售前主管带5个人，售后主管带4个人，客服": 5 + 4 + 2,
    "两个组长，一个带5个，一个带6个，打电话": 2 + 5 + 6,
    "早晚班各8个人，每班另有一个班长，客服": 2 * 9,
    "电销两组，12和14，组长另算两个": 12 + 14 + 2,
    "售前组6人，售后组5人，售前组长在6人里，售后组长没算，客服": 6 + 5 + 1,
}
WHOLES = {
    "客服18人，10人白班，剩下夜班": 18,
    "團隊10人，4個設計，其他是文案，做行銷": 10,
    "50个座席只坐了42个，外呼": 42,
    "20个工号，3个没人用，电销": 20 - 3,
    "客服这层楼坐了70人，里面10个是IT部的，不是我们的": 70 - 10,
    "刚离职2个，原来电销有14人": 14 - 2,
    "这周来了两个新人，加上老的八个，做客服": 2 + 8,
}

# What is said, and the people there are and shall be.
WISHES = {
    "现在我一个人开网店，想搭一个三人团队": (1, 3),
    "客服现在8个，下半年变成12个": (8, 12),
    "最少加2个最多加4个，客服现在10人": (10, 10 + 4),
    "定編30超了2個，要減回去，電銷": (32, 30),
    "业绩要翻番，人不加，电销20个": (20, None),
    "下个月入职5个，合同签了，入完电话销售正好30": (25, 30),
}


def _people(lexicon: Lexicon, said: str) -> tuple[int | None, int | None]:
    sizes = read_sizes(lexicon.people, lexicon.fold(said))
    current, target = sizes.current, sizes.target
    return current.high if current else None, target.high if target else None


@pytest.mark.parametrize(("said", "people"), (SPEAKERS | OWNERS | SQUADS | WHOLES).items())
def test_everybody_is_counted_once(lexicon: Lexicon, said: str, people: int) -> None:
    assert _people(lexicon, said)[0] == people


@pytest.mark.parametrize(("said", "people"), WISHES.items())
def test_what_shall_be_is_told_from_what_there_is(
    lexicon: Lexicon, said: str, people: tuple[int, int | None]
) -> None:
    assert _people(lexicon, said) == people
