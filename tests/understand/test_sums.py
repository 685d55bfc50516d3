"""How head-counts told by sums and by other counts are read: who left, who compares, who is in."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

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
    "客服这边原有22人，今年陆续离职5人，只补回来2人": (22 - 5 + 2, None),
    "外呼18个人，上周刚被开除两个": (18 - 2, None),
    "有14个销售，其中4个已经提离职了": (14 - 4, None),
    "原先電話業務有25位，被挖走7位": (25 - 7, None),
    "full strength is 15 reps but 4 quit": (15 - 4, 15),
    "主播8个，2个离职了，想再招4个": (8 - 2, 8 - 2 + 4),
    "客服12人，上个月优化了3个流程": (12, None),
    "10 agents, 3 moved to nights": (10, None),
    "we're 25 reps, 8 left last year": (25, None),
    "一共28个人，去年最惨走了9个又招回来6个": (28, None),
    "每月流失2个，客服15人": (15, None),
}

COMPARED = {
    "课程顾问两组：一组11人，二组比一组少3人": 11 + 11 - 3,
    "A组7人，B组比A组多2个，都是电话催续费的": 7 + 7 + 2,
    "早班8个人，晚班比早班多3个，客服热线": 8 + 8 + 3,
    "组里老人5个，新人是老人的两倍": 5 + 10,
    "inbound team is 10, outbound team is double that": 10 + 20,
    "day team has 8 agents; night team is two people smaller": 8 + 6,
    "白天12个，夜里减半，客服": 12 + 6,
    "网店，仓库有4个人，客服是仓库的一半": 4 + 2,
    "客服8人，销售比客服多一倍": 8 + 16,
    "ecommerce: 4 buyers, 4 merch, 8 ops, twice as many in the warehouse as in ops": 32,
    "we have 6 chat agents and twice as many phone agents": 6 + 12,
    "5 SDRs, three times as many AEs": 5 + 15,
    "day shift 12 agents, night shift half that": 12 + 6,
    "Leeds office has 10 reps, York has 4 fewer": 10 + 6,
    "12 reps, 4 fewer than last year": 12,
    "we have 12 agents and twice as many tickets as last year": 12,
    "15 reps, half that number of desks": 15,
    "we have 20 agents; call volume is twice the number it was": 20,
    "客服12人，订单是去年的两倍": 12,
    "客服12人，今年单量减半": 12,
    "12 agents, half that would be enough": 12,
}

SPREAD = {
    "打电话卖货也直播卖货，两边各10人": 20,
    "长沙19个、武汉13个，都是打电话卖课的，两地各有一个经理另算": 19 + 13 + 2,
    "上海北京两地各有5个电话销售": 10,
    "早晚班各8人，客服热线": 16,
    "市场部和电商部各6个人": 12,
    "左右两个办公室各12个坐席": 24,
    "2 call agents on both lines": 4,
    "一个总监带两个经理，每个经理下面三个组长，每个组长带6个销售": 1 + 2 + 6 + 36,
    "5 seniors with 3 juniors under each": 5 + 15,
    "4 team leads with 7 agents under each": 4 + 28,
    "five squads of six cold callers, and on top each squad has its lead": 5 * 7,
    "one account manager per marketplace and there's 4 marketplaces, two buyers": 4 + 2,
    "2 reps per store, 5 stores, plus a manager": 10 + 1,
    "三個組，每組一個組長帶六個業務，最上面一個處長": 3 * 7 + 1,
    "客服一组10人,二组12人,组长各1人": 10 + 12 + 2,
    "一個leader跟住五個telesales，咁樣有三隊": 18,
    "一个主管带6个客服，这样的小组有4个": 28,
    "one lead and 8 reps, and we have three teams like that": 27,
    "南北两区各9个电话销售": 18,
    "每条线3个客服，共有4条线": 12,
    "each of our 4 offices has 5 telesales reps": 20,
    "each of the 4 managers has 6 reps": 4 + 24,
    "our 3 supervisors each run a team of 8 callers": 3 + 24,
    "三个班各12名坐席，另有一个经理": 37,
    "one manager per floor, 86 people including myself": 86,
}

INCLUDED = {
    "86 people in customer care. 6 team leaders (already counted in the 86)": 86,
    "客服团队25人，组长3人已包含在内": 25,
    "客服18人，经理1个也算在18里了": 18,
    "北京8个，成都13个，两边共用一个经理（经理在北京，已经算进去了）": 8 + 13,
    "we're 16 in telesales, 2 managers already included": 16,
    "17 agents, and that includes 2 team leads": 17,
    "support team of 50, the 6 team leads are part of the 50": 50,
    "客服部20人，裡面4個做文字客服，主管2位不算在那20裡面": 20 + 2,
    "16个销售，经理1个不在这16里面": 16 + 1,
    "电销15人，主管不在这15人之内，主管2个": 15 + 2,
    "电销团队20人，培训师两个是另外的": 20 + 2,
    "33 agents, 4 team leads; the leads are on top of the 33. NPS went from 41 to 28": 33 + 4,
    "40 call agents; the 5 leads are in addition to the 40": 40 + 5,
    "23 agents and one QA who is not in the 23": 23 + 1,
    "twelve agents per shift, three shifts, one shift lead in each (not in the 12)": 3 * 13,
    "团队12人，我也算进去了": 12,
    "客服20人，外包16人不算在内": 20,
    "call center for a water company, 55 agents, 4 supervisors are included": 55,
    "27 sellers by phone, one manager (included)": 27,
    "电话销售26人，主管2个（已算在内）": 26,
    "二十个人在打电话，主管只有一个": 20,
}

# People who are told without a noun, or beside whoever speaks.
BESIDE = {
    "telesales for a translation agency. 4 and me": 4 + 1,
    "做电话销售的，五个人加我": 5 + 1,
    "me, two team captains and sixteen dialers": 1 + 2 + 16,
    "Head of marketing (me), 1 event lady, 2 social, 1 SEO, 1 intern": 1 + 5,
    "客服主管（我），在线客服3个，热线客服2个": 1 + 5,
    "web store manager + 8 staff, bicycle parts": 1 + 8,
    "店长+6个员工，淘宝卖茶叶": 1 + 6,
    "2 cofounders plus me want to cold call restaurants": 3,
    "跟两个室友鼓捣抖音小店": 3,
    "我卖过保险，现在我和两个朋友开网店": 3,
    "I started a web shop with two college friends": 3,
    "husband does sourcing, I do the site, sister-in-law packs, two girls answer messages": 5,
    "我老公管进货，我回消息，小姑子打包，另外请了2个阿姨": 5,
    "2 girls do the photos, 3 guys pack, plus me": 6,
    "Sister in law and I, evenings only": 2,
    "five in Lahore n six in Karachi calling for credit card sales": 11,
    "10 agents morning shift, 10 afternoon, 5 graveyard. Plus 3 TLs": 28,
    "Four on morning shift, four on evening, two at night, plus a manager": 11,
    "Bulgarian market 6 callers, Romanian 7, Greek 3": 16,
    "2 callers who only remind, 6 who really negotiate the debt": 8,
    "白班6个夜班3个周末顶班2个，接电话的": 11,
    "做新媒体的四个人和答客户的五个人都归我管": 9,
    "people ring us about heating oil. 7": 7,
    "和两个大学同学一起做跨境店": 3,
    "I sell on Amazon with 3 helpers": 4,
    "my wife and I opened a web shop with two friends": 4,
    "I talked to my boss about a plan. support team of 9": 9,
    "除我以外还有六个打电话的": 1 + 6,
    "me n a couple of mates running a sneaker webshop": 3,
    "10 agents + 2 TLs + 1 trainer + me as ops head": 14,
    "10 agents in Cairo and 15 in Tunis pick up calls": 25,
    "12 reps split: 5 do new cafes, 7 do reorders": 12,
    "五个阿姨接电话，是不是该有个主管": 5,
    "我带着五个徒弟，一人一部座机打电话": 6,
    "Each of my 13 agents has 400 numbers per week to ring": 13,
    "客服部32人，组长4人也在里面": 32,
    "nine lads and yours truly, phone sales": 9 + 1,
    "5 people on early, 6 on late and 2 on nights, taxi hotline": 13,
    "Polish customers: 4 agents, Czech 3, Slovak 2": 9,
    "9 people in telesales, one student helps two afternoons": 9,
    "I talked with three friends who have shops. We are 5 people": 5,
    "客服同一组4个人": 4,
    "Residents tell us about water dripping. 8 desks.": 8,
    "打电话卖课的，7个": 7,
    "we tell the world about our beer. 7 in the room": 7,
    "6 sales people, German customers 40, French 30": 6,
    "10 agents. We work from 8 desks.": 10,
    "飯店88間房，房務外包30人，客服六個，只問這六個": 6,
    "门店有20家，每家5个店员，我只问总部电商组，8个人": 8,
    "業務部15個、工程師20個都不用看，我只要排接報修單的那8個人": 8,
    "學生800人、老師60人，負責接聽家長來電的文員五名": 5,
    "供应商厂里两百多工人，我这头管网店的5个": 5,
    "外呼三个小组每组七人": 21,
    "兩個主持、一個報價、兩個執貨，做live": 5,
    "我們四個慢慢教": 4,
    "我們夫妻，加兩個阿姨跟一個工讀生": 5,
    "做宣傳嗰七個做到白頭": 7,
    "清潔外判30人唔使理，接客電話嗰六個": 6,
    "我同兩個舊同學夾份": 3,
    "5 agents, 8 who called us were angry": 5,
}


def sizes_said(lexicon: Lexicon, text: str) -> tuple[int | None, int | None]:
    read = read_sizes(lexicon.people, lexicon.fold(text))
    return (
        read.current.high if read.current else None,
        read.target.high if read.target else None,
    )


@pytest.mark.parametrize(("text", "people"), LOSSES.items())
def test_who_left_is_taken_from_those_there_were(
    lexicon: Lexicon, text: str, people: tuple[int, int | None]
) -> None:
    assert sizes_said(lexicon, text) == people


@pytest.mark.parametrize(("text", "people"), COMPARED.items())
def test_a_group_is_counted_by_another_one(lexicon: Lexicon, text: str, people: int) -> None:
    assert sizes_said(lexicon, text) == (people, None)


@pytest.mark.parametrize(("text", "people"), SPREAD.items())
def test_what_holds_for_each_is_multiplied(lexicon: Lexicon, text: str, people: int) -> None:
    assert sizes_said(lexicon, text) == (people, None)


@pytest.mark.parametrize(("text", "people"), INCLUDED.items())
def test_who_is_in_another_count_is_counted_once(lexicon: Lexicon, text: str, people: int) -> None:
    assert sizes_said(lexicon, text) == (people, None)


@pytest.mark.parametrize(("text", "people"), BESIDE.items())
def test_who_is_told_without_a_noun_or_beside_the_speaker_counts(
    lexicon: Lexicon, text: str, people: int
) -> None:
    assert sizes_said(lexicon, text) == (people, None)


AT_WORK = {
    "four pack, two write the product pages, one does refunds": 4 + 2 + 1,
    "helpdesk: six answer guests, three handle complaints": 6 + 3,
    "five ring new leads, two look after old customers": 5 + 2,
    "two write, one films, one buys the ads, and i keep the calendar": 2 + 1 + 1 + 1,
    "my six call dentists all day": 6,
    "gamers scream, my ten calm them down": 10,
    "five of us run the shop and four answer the buyers": 5 + 4,
    "12 reps, 3 answer the phones": 12,
    "my 3 stores run fine": None,
    "5 agents, 8 who called us were angry": 5,
    "helpline of 8 and a press team of 4": 8 + 4,
    "a marketing team of 9 incl. three designers": 9,
    "outbound calls for charities. 14. who leads whom?": 14,
}


@pytest.mark.parametrize(("text", "people"), AT_WORK.items())
def test_who_is_told_by_what_they_do_counts(
    lexicon: Lexicon, text: str, people: int | None
) -> None:
    assert sizes_said(lexicon, text) == (people, None)


IN_LISTS = {
    "Cebu has 15 agents, Davao 8. email support for a hotel chain": 15 + 8,
    "north squad nine callers, south squad eight, retention five": 9 + 8 + 5,
    "14 agents mornings, 9 evenings, 4 weekends only": 14 + 9 + 4,
    "16 reps in Austin, 5 more in Boise and 4 in Reno": 16 + 5 + 4,
    "four of us do ads, another five do content": 4 + 5,
    "8 people picking, 4 packing, two on customer emails": 8 + 4 + 2,
    "the shop is run by 4 staff and 6 volunteers": 4 + 6,
    "tier 1 x 18, tier 2 x 9, leads x 3": 18 + 9 + 3,
    "fourteen callers, 2 of them are also leads, plus 5 in admin": 14 + 5,
    "26 telemarketers incl 3 leads, plus 2 people on compliance": 26 + 2,
    "64 employees in total, marketing is 38 of those": 38,
    "growth and brand teams merging, 12 and 9 people": 12 + 9,
    "5 pods, each has 4 SDRs and 2 AEs": 5 * (4 + 2),
    "6 pods, each with 4 SDRs, a lead and an analyst": 6 * (4 + 2),
    "3 leads, each w/ ten callers under": 3 + 3 * 10,
    "4 brands w/ 6 marketers each plus 4 designers": 4 * 6 + 4,
    "two outbound sales teams of 8 and one manager": 2 * 8 + 1,
    "one team does support, the other does sales calls, 12 each": 2 * 12,
    "12 agents per shift, 3 shifts, plus 3 supervisors overall": 3 * 12 + 3,
    "15 reps, each makes 100 calls a day": 15,
    "our marketing team of 10 looks after 35 locations": 10,
    "support crew was 30 last year and it's 52 today": 52,
    "26 on the team, my name is Dave": 26,
    "20 reps on floor 3": 20,
    "Our 3 showrooms each have 8 phone agents, plus 3 floor managers": 3 * 8 + 3,
}


@pytest.mark.parametrize(("text", "people"), IN_LISTS.items())
def test_who_is_told_in_a_list_or_for_each_is_added_up(
    lexicon: Lexicon, text: str, people: int
) -> None:
    assert sizes_said(lexicon, text) == (people, None)
