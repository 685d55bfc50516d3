"""How numbers of people are read, exact and vague, in free text and as an answer."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import PeopleRange, Sizes, read_answer, read_sizes

NUMBERS = {
    "12个人": (12, 12),
    "12 people": (12, 12),
    "１２人": (12, 12),
    "1,200人": (1200, 1200),
    "十二个人": (12, 12),
    "俩人": (2, 2),
    "仨人": (3, 3),
    "廿来人": (20, 25),
    "两个人": (2, 2),
    "二十人": (20, 20),
    "一百二十人": (120, 120),
    "一百零五人": (105, 105),
    "三千人": (3000, 3000),
    "3千人": (3000, 3000),
    "十来个人": (10, 15),
    "十几个人": (11, 19),
    "十多个人": (11, 19),
    "二十几个人": (20, 29),
    "三十多号人": (30, 39),
    "五十来号人": (50, 55),
    "几十个人": (20, 99),
    "百来人": (100, 130),
    "上百人": (100, 199),
    "两百多人": (200, 299),
    "200多人": (200, 299),
    "一千多人": (1000, 1999),
    "一百出头的人": (100, 115),
    "七八个人": (7, 8),
    "三五个人": (3, 5),
    "十五六个人": (15, 16),
    "二十五六人": (25, 26),
    "三四十人": (30, 40),
    "不到20人": (1, 19),
    "40人以内": (1, 40),
    "超过200人": (200, 400),
    "8-10人": (8, 10),
    "廿零人": (20, 29),
    "壹拾伍人": (15, 15),
    "成百人": (100, 100),
    "一百二人": (120, 120),
    "四十好几个人": (40, 49),
    "六个人不到": (1, 5),
    "不超过15个人": (1, 15),
    "三十多口子": (30, 39),
    "a hundred and fifty people": (150, 150),
    "between forty and fifty reps": (40, 50),
    "thirty something callers": (30, 39),
    "20ish people": (20, 20),
    "no more than 10 people": (1, 10),
    "6ppl": (6, 6),
    "18-strong": (18, 18),
    "team size 9": (9, 9),
    "8～10人": (8, 10),
    "八到十个人": (8, 10),
    "团队规模在50到80之间": (50, 80),
    "between 10 and 15 people": (10, 15),
    "15 to 20 people": (15, 20),
    "twenty-five people": (25, 25),
    "one hundred and twenty people": (120, 120),
    "a dozen people": (12, 12),
    "a couple of people": (2, 2),
    "half a dozen agents": (6, 6),
    "fewer than 20 people": (1, 19),
    "just under 100 people": (90, 99),
    "low twenties headcount": (21, 24),
    "30+ people": (30, 39),
    "5-person": (5, 5),
}

SUMS = {
    "3个客服2个运营1个美工": 6,
    "客服6人，仓库10人，运营4人，美工2人": 22,
    "人员：电销10，客服3，培训1": 14,
    "我们公司有100人，其中电销40人，客服20人": 100,
    "一共8个人，其中5个销售3个客服": 8,
    "20人，5个客服3个运营": 20,
    "75 people, of whom 20 answer emails": 75,
    "老板加5个销售": 6,
    "就我一个人": 1,
    "just me": 1,
    "夫妻店": 2,
    "一组6个人，共5组": 30,
    "3个组，每组8人": 24,
    "我们招了3个销售都走了，现在剩2个": 2,
    "能坐30人，现在18人": 18,
    "从40人裁到了25人": 25,
    "1 manager, 2 team leads, 18 agents": 21,
    "运营俩美工一个客服仨": 6,
    "客服两名、组长一名": 3,
    "早班8个晚班6个，热线": 14,
    "A队9个，B队11个": 20,
    "day shift 12, night shift 7": 19,
    "每组10人3个组": 30,
    "5个直播间，每间3个人，外加2个运营": 17,
    "四个小组每组十人，电销，另有内勤两位": 42,
    "3个主管，每个主管带10个人": 33,
    "two sales managers, each with 8 reps": 18,
    "夫妻俩加两个打包工": 4,
    "我和老婆两个人": 2,
    "我加老婆加三个员工": 5,
    "me plus eleven": 12,
    "2 buyers 1 photographer 3 packers and me": 7,
    "my brother, my cousin and I + 4 employees": 7,
    "主播20个，还有老板和财务": 22,
    "网店：老板、老板娘、两个工读生": 4,
    "四个人拍视频，两个人剪，一个人投放": 7,
    "Marketing: 3 content, 2 paid, 1 SEO, 1 designer": 7,
    "电销18人，两个组长": 18,
    "SKU 1500 人手7个": 7,
    "office fits 60, we are 41 telesales agents": 41,
    "去年8个人，今年已经做到30人了": 30,
    "我们团队从12人长到现在45人": 45,
    "we cut support from 60 to 45": 45,
    "除了我还有11个业务员": 12,
    "全公司70，电销40、市场10、客服20": 70,
    "two founders and 3 reps": 5,
}

CHANGES = {
    "now 5, hiring to 20": (5, 20),
    "从5人扩到20人": (5, 20),
    "现在12人，年底要到30人": (12, 30),
    "from 10 to 35 people this year": (10, 35),
    "planning for 100 seats by next year, at 45 now": (45, 100),
    "目标20人": (None, 20),
    "25→60人": (25, 60),
    "客服30人，打算压缩到20人": (30, 20),
    "现有12人，准备再招6个": (12, 18),
    "we will hire 5 more people, currently 7": (7, 12),
    "老板说明年人数翻倍，现在是8个": (8, 16),
    "want to double our 9 reps": (9, 18),
    "计划招满100个坐席，眼下只有35": (35, 100),
}

NO_PEOPLE = (
    "月营收300万",
    "一天300单",
    "3家店",
    "做了8年",
    "电话13800138000",
    "转化率3%",
    "二八定律80/20",
    "SKU有2000个",
    "我今年35岁",
    "24小时营业",
    "400电话",
    "500强企业",
    "投诉到12315",
    "2023年成立",
    "预算50万",
    "10万粉丝",
    "300个客户",
    "revenue $2M",
    "300 orders a day",
    "20 stores",
    "10 years in business",
    "open 24/7",
    "I'm 28",
    "再招5个人",
    "平均处理时长5分钟",
    "每人每天200通电话",
    "800 calls a day",
    "average handle time 6 minutes",
    "3楼整层",
    "12th floor",
    "call me on +44 7700 900123",
    "粉丝40",
    "一线城市",
    "大陆人",
    "一个团队",
    "一个员工都没有",
    "第一个人",
    "20",
    "一万人",
    "",
)

ANSWERS = {
    "20": (20, 20),
    "二十": (20, 20),
    "２０": (20, 20),
    "20人": (20, 20),
    "大概20个吧": (20, 20),
    "十几个": (11, 19),
    "a dozen": (12, 12),
    "about 30": (30, 30),
    "30+": (30, 39),
    "8-10": (8, 10),
    "8 到 10": (8, 10),
    "10-8": (8, 10),
    "5000": (5000, 5000),
    "2.0": (2, 2),
    "just me": (1, 1),
    "3个客服2个运营": (5, 5),
    "twenty": (20, 20),
    "几十": (20, 99),
}

PROBLEMS = {
    "0": "zero",
    "零": "zero",
    "nobody": "zero",
    "没人": "zero",
    "-3": "negative",
    "负三": "negative",
    "minus 5": "negative",
    "2.5": "fraction",
    "1/2": "fraction",
    "½": "fraction",
    "5001": "too_big",
    "1e9": "too_big",
    "3万": "too_big",
    "99999999999999999999999999999999999999999999999999": "too_big",
    "很多": "no_number",
    "": "no_number",
    "   ": "no_number",
    "<b>9</b>": "no_number",
    "🙂": "no_number",
    "2019年": "no_number",
    "50%": "no_number",
    "300单": "no_number",
    "再招5个": "no_number",
    "x" * 4001: "too_long",
}


def sizes(lexicon: Lexicon, text: str) -> Sizes:
    return read_sizes(lexicon.people, lexicon.fold(text))


@pytest.mark.parametrize(("text", "people"), NUMBERS.items())
def test_a_number_of_people_is_read(lexicon: Lexicon, text: str, people: tuple[int, int]) -> None:
    assert sizes(lexicon, text).current == PeopleRange(*people)


@pytest.mark.parametrize(("text", "people"), SUMS.items())
def test_parts_add_up_and_totals_hold(lexicon: Lexicon, text: str, people: int) -> None:
    assert sizes(lexicon, text).current == PeopleRange(people, people)


@pytest.mark.parametrize(("text", "people"), CHANGES.items())
def test_the_size_now_and_the_target_are_told_apart(
    lexicon: Lexicon, text: str, people: tuple[int | None, int]
) -> None:
    now, target = people
    read = sizes(lexicon, text)
    assert read.current == (PeopleRange(now, now) if now else None)
    assert read.target == PeopleRange(target, target)


@pytest.mark.parametrize("text", NO_PEOPLE)
def test_a_number_that_counts_no_people_is_no_size(lexicon: Lexicon, text: str) -> None:
    read = sizes(lexicon, text)
    assert (read.current, read.target) == (None, None)


@pytest.mark.parametrize(("text", "people"), ANSWERS.items())
def test_an_answer_may_be_a_bare_number(
    lexicon: Lexicon, text: str, people: tuple[int, int]
) -> None:
    assert read_answer(lexicon.fold, lexicon.people, text) == PeopleRange(*people)


@pytest.mark.parametrize(("text", "problem"), PROBLEMS.items())
def test_an_unusable_answer_says_what_is_wrong(lexicon: Lexicon, text: str, problem: str) -> None:
    assert read_answer(lexicon.fold, lexicon.people, text) == problem


@pytest.mark.parametrize(
    ("text", "current", "target"),
    [
        ("3 squads of 8 plus a manager", 25, None),
        ("四个班组，每个班组11个坐席加1个班长", 48, None),
        ("customer care: 14 agents in Manila, 9 in Lisbon", 23, None),
        ("support: day team 12, night team 7, plus 2 supervisors", 21, None),
        ("6 phone agents, 2 leads, 1 manager", 9, None),
        ("one designer and two people on ads", 3, None),
        ("four lads set, two close, six sellers in total", 6, None),
        ("5 support agents now, need 20 by xmas", 5, 20),
        ("currently 12 in ecom, budget approved for 6 more", 12, 18),
        ("nobody hired yet, want 8 people to run a web shop", None, 8),
        ("call me at 555-0134, telesales company, 22 staff", 22, None),
    ],
)
def test_groups_places_and_lists_add_up(
    lexicon: Lexicon, text: str, current: int | None, target: int | None
) -> None:
    sizes = read_sizes(lexicon.people, lexicon.fold(text))
    found = (sizes.current and sizes.current.high, sizes.target and sizes.target.high)
    assert found == (current, target)
