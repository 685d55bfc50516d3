"""How sizes told in other words are read: who speaks, leads, came, is to come."""

from __future__ import annotations

import re

import pytest

from flows.briefs.said import read_said
from flows.lexicon import Lexicon
from flows.sums.wordings import plainly

# What is said, and the people there are.
SPEAKERS = {
    "14 callers and I'm the fifteenth, phone sales": 14 + 1,
    "marketing of five with me as the sixth": 5 + 1,
    "I manage nine phone reps and still sell myself": 9 + 1,
    "I'm the working team lead of 5 customer service agents, I take calls as well": 5 + 1,
    "it's me and a team of 9, telesales": 1 + 9,
    "my deputy and I plus 12 agents, customer support": 2 + 12,
    "there's me and there's three lads who do the calling": 1 + 3,
    "nine in customer support, ten if I count": 10,
    "supervisor + 12, customer hotline of an airline": 1 + 12,
    "five of us and our supervisor answer customer calls": 5 + 1,
    "for a friend: she and 5 colleagues do customer support": 1 + 5,
    "14 support agents. I only sign the cheques, leave me out of it": 14,
    "3 pack, 2 list and then theres me, ebay shop": 3 + 2 + 1,
    "five presenters, me behind the camera, live shop": 5 + 1,
    "30 operators + 2 leads + me (general director), telesales": 30 + 2 + 1,
    "I (support lead) have got 2 agents with me": 2 + 1,
    "6 reps work for Tom and 7 for Lisa, they both report to me, telesales": 6 + 7 + 3,
    "there's me, Dave and a woman who lists things, so 3, ebay": 3,
    "6 on calls, 8 on ads. Then there's me, the boss": 6 + 8 + 1,
    "Telesales. 6 callers, 1 admin. Plus me with half of my time.": 6 + 1 + 1,
    "two editors, one copywriter and me behind the camera": 2 + 1 + 1,
    "7 agents, and I step in when it's busy": 7 + 1,
    "two writers, everything else I do myself": 2 + 1,
    "three on chat, two on email, and the sixth chair is mine": 5 + 1,
    "seven agents and their supervisor, i.e. me": 7 + 1,
    "alongside me are 5 callers": 1 + 5,
    "12 support agents, and I step in when it's busy, £3m revenue": 12 + 1,
    "we're 7 in support, 6 agents and me on top": 7,
    "3 agents plus me, 4 in total, telesales": 4,
    "all four please: telesales 10, ecommerce 8, customer service 6, marketing 4": 28,
}

DOERS = {
    "Rita and Sam answer chats, two students handle returns, I do the invoices": 2 + 2 + 1,
    "my sister packs, two cousins list things and I buy stock, shopee store": 1 + 2 + 1,
    "our marketing: Ben writes, Cleo designs, Max and Ola film": 4,
    "I pack, my brother lists, and there's a guy doing returns for our shop": 3,
    "marketing team: Tom does ads and also design, Beth writes": 2,
    "I run an online shop, 14 people pack and list": 14,
}

LEADERS = {
    "three shifts of 8 agents, a supervisor each, customer service": 3 * (8 + 1),
    "two floors, 20 callers each plus a floor walker each, telesales": 2 * (20 + 1),
    "24 telesales reps, one coach for every 8": 24 + 3,
    "60 agents, every 15 of them under one supervisor, customer helpline": 60 + 4,
    "five teams of six, leads not included, cold calling": 5 * 6 + 5,
    "6 pods of 5 support agents, pod leads on top, plus a manager": 6 * 5 + 6 + 1,
    "pods of five with a captain on top, four pods of them, customer support": 4 * (5 + 1),
    "three leads, eight agents under each, telesales": 3 + 3 * 8,
    "two leads run 8 callers between them, telesales": 2 + 8,
    "north team 6, south team 5, each with a lead, telesales": 6 + 5 + 2,
    "16 agents with two team leads among them, customer support": 16,
    "3 squads of 8 plus a manager, telesales": 3 * 8 + 1,
    "3 x 6 callers plus 3 leads": 3 * 6 + 3,
    "north has 10 and south has 8, both leads counted already, phone sales": 10 + 8,
    "one lead, eleven reps, same again upstairs, outbound sales calls": 2 * 12,
    "one lead and 7 callers, three times over, telesales": 3 * 8,
    "12 agents in customer service and the manager on top": 12 + 1,
    "four leads watch 36 agents, customer support. One trainer helps them all.": 4 + 36 + 1,
    "a trainer shared by two call rooms of 10, telesales": 1 + 2 * 10,
    "6 account managers and each one has an assistant, marketing agency": 6 * 2,
    "two brands, 5 marketers on each, and a designer for each brand": 2 * 6,
    "director, then 5 managers, then 4 callers under each manager, telesales": 1 + 5 + 5 * 4,
    "shift A 11 agents, shift B 9, one supervisor covers both. customer hotline": 21,
}

WHOLES = {
    "30 desks with 4 unfilled, telesales": 30 - 4,
    "twenty with the driver, who doesn't count, telesales": 20 - 1,
    "of the 90 people here just 14 do marketing": 14,
    "30 on paper, 26 in reality, customer service": 26,
    "11 in telesales: six in Leeds, the rest in York": 11,
    "online shop, 14 salaries to pay: 5 buyers, 4 writers, 5 packers": 14,
    "eight callers until Tina quit last week, telesales": 8 - 1,
    "we were 14 and three have just started, telesales": 14 + 3,
    "6 reps quit, 6 new ones came, so it's still 20, telesales": 20,
    "17 callers before the layoffs, 14 after": 14,
    "we were 10 in customer support, one quit on Monday": 10 - 1,
    "telesales got 5 people from support last month, before that it was 10": 10 + 5,
    "we let 3 of our 20 support agents go last week": 20 - 3,
    "12 permanent, 20 with temps, telesales, plan for all": 20,
    "10 used to do our customer support, a bot took over, 6 left": 6,
    "replaced 4 agents last month, still 20 in customer support": 20,
    "half of us (6) pack, the other half sells, ebay shop": 2 * 6,
    "half the floor is 20 newbies, other half 20 veterans, we cold call": 40,
    "80 seats outbound, 120 seats inbound, call center": 80 + 120,
    "3 marketers and an outside agency (5 people at their end)": 3,
    "i dont have 50 people like my competitor, i have 8, telesales": 8,
    "telesales and support. 12 + 8": 12 + 8,
    "nine of us try to get more people to hear about a museum": 9,
}

# What is said, and the people there are and shall be.
PLANS = {
    "I need 4 more reps on top of 9, telesales": (9, 9 + 4),
    "I'd like 6 callers one day, right now it's just me, phone sales": (1, 6),
    "adding a night shift of 6 to the day shift of 10, customer hotline": (10, 10 + 6),
    "Our seo team of 5 gets a sixth in march": (5, 6),
    "went down from 30 callers, 22 now, heading for 18": (22, 18),
    "12 callers from september, 8 until then": (8, 12),
    "headcount approved for 20 callers, 12 in seat, telesales": (12, 20),
    "sanctioned strength 20, actual 14, telesales": (14, 20),
    "25 is the dream, 10 the reality, telesales reps": (10, 25),
    "12 in support, I want that at 20 before winter": (12, 20),
    "marketing is 6. two more writers, one designer and we're complete at nine": (6, 9),
    "merging 3 support teams of 10 into one of 20": (30, 20),
    "support shrinks to 14, currently 20": (20, 14),
    "20 callers, want half as many again, telesales": (20, 30),
    "another 4 callers and then we have the 12 we want": (12 - 4, 12),
    "budget for 20 but only 14 hired so far, telesales": (14, 20),
    "budget for 18 telesales reps, and 18 is what we are": (18, None),
    "4 support reps and an open position for one more": (4, 5),
    "12 agents in customer service with vacancies for 3 more": (12, 12 + 3),
    "plan is to hire a telesales crew of 15, i got zero so far": (None, 15),
    "28 in customer service and hope to grow by a quarter": (28, 35),
    "two of our 9 agents are leaving, telesales": (9, 9 - 2),
    "floor has 40 callers + me (the boss), want to hire 5 more": (41, 41 + 5),
    "we could have 30 in customer care but 20 is enough, that's what we are": (20, None),
}


CHINESE = {
    "人手不多 六七个吧 做客服的": (7, None),
    "电销分两个组，一组9个，二组刚招满6个": (9 + 6, None),
    "两个直播间，每间主播2助播1场控1，还有客服2个": (2 * 4 + 2, None),
    "三个店，每个店运营2客服2，还有美工2个": (3 * 4 + 2, None),
    "三队人，每队5个再加个队长，打电话约家长": (3 * 6, None),
    "4个主播，每人配个助播": (4 + 4, None),
    "内容2个，活动2个，设计1个，算上我这个manager六个": (6, None),
    "电销部20人，还新建了一个客服小组5个人": (20 + 5, None),
    "4A公司派了5个人给我们，我们自己市场部3个人": (3, None),
    "补习社，三百个学生，宣传3个人": (3, None),
    "电销，上个月来八个走六个，现在线上十九个业务": (19, None),
    "最早就我们俩，后来请了四个人，开淘宝店": (2 + 4, None),
    "市场部5个人，工厂工人两百个，跟他们没关系": (5, None),
    "网店请了三个，一个修图，一个客服，一个打包，我自己也干": (3 + 1, None),
    "客服之前3个人，后来就加到了7个人，再给我三个人": (7, 7 + 3),
    "如果客服加到了8个人，要不要主管": (None, 8),
    "公司规定客服得有8个人，但现在才3个": (3, 8),
}


def _sizes(lexicon: Lexicon, text: str) -> tuple[int | None, int | None]:
    sizes = read_said(lexicon, lexicon.fold(text), None).sizes
    now, later = (size.high if size else None for size in (sizes.current, sizes.target))
    return now, later


@pytest.mark.parametrize(("text", "people"), (SPEAKERS | DOERS | LEADERS | WHOLES).items())
def test_people_told_in_other_words_are_counted(lexicon: Lexicon, text: str, people: int) -> None:
    assert _sizes(lexicon, text) == (people, None)


@pytest.mark.parametrize(("text", "people"), (PLANS | CHINESE).items())
def test_plans_told_in_other_words_are_read(
    lexicon: Lexicon, text: str, people: tuple[int, int | None]
) -> None:
    assert _sizes(lexicon, text) == people


@pytest.mark.parametrize("text", ["客服12人，另外一个主管", "12 support agents", "a" * 500])
def test_plain_words_stay_as_they_are(lexicon: Lexicon, text: str) -> None:
    folded = lexicon.fold(text)
    assert plainly(lexicon.people, folded).text == folded


def test_patterns_are_sound(lexicon: Lexicon) -> None:
    for row in lexicon.people.wordings.rows:
        assert all(int(group) <= row.pattern.groups for group in re.findall(r"\\(\d)", row.read))
        assert row.more.removeprefix("-") in (
            "",
            "1",
            "2",
            "3",
            "k",
            "units",
            "each",
            "share",
            "again",
        )
