"""How head-counts are read that change in the course of a story, beside what counts nobody."""

from __future__ import annotations

from typing import TypeAlias

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are and shall be.
Cases: TypeAlias = dict[str, tuple[int | None, int | None]]
GROUPS_TO_COME: Cases = {
    "电销现在三个组各6人，打算变成五个组各6人": (3 * 6, 5 * 6),
    "电商部五个组每组4人，计划扩到七个组": (5 * 4, 7 * 4),
    "现在两个直播间各4人，想开到三个直播间各4人": (2 * 4, 3 * 4),
}
UNCHANGED: Cases = {
    "晚班客服现在3个，要加到5个，白班9个不动": (3 + 9, 5 + 9),
    "早班5个，晚班3个，晚班要加到6个，早班不变": (5 + 3, 5 + 6),
    "主播6个加到10个，运营3个不动": (6 + 3, 10 + 3),
}
TO_COME: Cases = {
    "话务员12人，编制给到25人": (12, 25),
    "底薪给到5000，提成8个点，电销一共7个人": (7, None),
    "热线组从22人减到14人，明年一月生效": (22, 14),
    "客服从10个人精简到6个人，上个月已经执行完了": (6, None),
    "年初有50个坐席，现在剩37个，准备补回到50个": (37, 50),
    "裁了8个，还剩12个，又要补回8个": (12, 12 + 8),
    "招聘任务18人，已经到岗11人": (11, 18),
    "客服8人，再招聘5人": (8, 8 + 5),
    "文案组两女一男，开年再加一个女的": (2 + 1, 2 + 1 + 1),
}
SUMMED: Cases = {
    "卖童装的，就我俩加他表妹，三个人": (3, None),
    "试了20个主播，留下来三个，助播一个，运营两个，六个人": (3 + 1 + 2, None),
    "给了我5个人，加我6个": (5 + 1, None),
    "七男三女十个人做电销": (7 + 3, None),
    "收回来自己做，招了8个走了3个，就剩五个": (8 - 3, None),
    "收回来自己做，打算先招5个人": (None, 5),
}
NOBODY: Cases = {
    "跟团游客服，一车50人，客服团队7个人": (7, None),
    "现在有9个群四千多人，客服一共三人": (3, None),
    "微信群有20个要盯，客服一共4个人": (4, None),
    "一个月20万预算，20万 人就5个": (5, None),
    "有40多个阿姨，可那都是派单的不算，一共5个小姑娘": (5, None),
}
FIRM: Cases = {
    "花名册上44个，里头6个产假，你就按38个来算": (38, None),
    "人事说我部门是21个，有两个借调，你按19个给我排": (19, None),
    "厂里有80个师傅，我说的是线上这6个": (6, None),
    "去年有4个，后来30个，今年稳住了，24个": (24, None),
    "主管还是那俩，电话组从18个涨到现在41个": (41, None),
    "我只管三个组，每组8个人": (3 * 8, None),
}
CALLED_OFF: Cases = {
    "本来要扩到80个人，结果融资黄了，电销停在45个": (45, None),
    "原计划明年到30人，现在提前了，目前12个": (12, 30),
}
WITH_THOSE_TO_COME: Cases = {
    "电销现在38人，明年苏州开点招12个，加起来就是50": (38, 38 + 12),
    "网店两个人，想再找个客服和一个打包的": (2, 2 + 2),
}
OF_OTHERS: Cases = {
    "同行都开到上百人了，我们电销才14个人": (14, None),
    "财务两个、行政一个都不归我，我这块就电话客服14个": (14, None),
    "十九个业务，两个主管，仓库是外包，不归我管": (19 + 2, None),
    "十九个业务，五个财务，都是总部的，不归我管": (19, None),
    "线上就他加三个年轻人，店里的老师傅不用管": (1 + 3, None),
    "厂里有200多人但没一个会电商": (None, None),
    "我跟我表妹卖手作，老公只管钱别算他": (2, None),
}
IN_PARTS: Cases = {
    "two partners, five employees, we sell bikes online": (2 + 5, None),
    "rome has 18 agents and milan 11, they answer the phones": (18 + 11, None),
    "15 reps here and 6 more in cebu, cold calling": (15 + 6, None),
    "3 outbound teams: 9, 8 and 12 ppl, leads included": (9 + 8 + 12, None),
    "telesales of 35 and a support desk of 15, same building": (35 + 15, None),
    "10 agents in 2 pods, a lead for each pod, helpdesk": (10 + 2, None),
    "4 people on ads, 3 on content, 1 on crm": (4 + 3 + 1, None),
    "tom, lisa and i answer the support tickets": (3, None),
    "started with 10 agents, added 6 since, so 16 now": (16, None),
    "there's about 30 of us, 32 to be exact, we answer calls": (32, None),
    "our agents just help customers on the phone, 58 of them": (58, None),
    "3 agents out of 18 take all the escalations": (18, None),
    "2 campaigns: 9, 8 and 12 clicks. marketing team of 4": (4, None),
}
TOLD_BY_TASK: Cases = {
    "我们得4个人，一个拍照一个回复两个寄货": (4, None),
    "客服这组六个人，两个接电话三个回LINE一个管退货": (6, None),
    "客服5人，电销3人，行政2人": (5 + 3 + 2, None),
}
HIRED_SINCE: Cases = {
    "起初只有我们三个，今年又请了五个客服": (3 + 5, None),
    "一开始就我跟我妹两个人，现在请了四个员工": (2 + 4, None),
    "一开始两个人，现在有五个，做网店": (5, None),
}
CONCLUDED: Cases = {
    "电销本来三个组长一人带8个，后来走了一个组长，所以现在是20个业务两个组长": (20 + 2, None),
    "主播3位、场控1位、打包2位，这样6个": (6, None),
    "客服由4个做到现在15个，年底计划加到20个": (15, 20),
    "两个卖场，一个卖场3个人顾，外加2个包货": (2 * 3 + 2, None),
}
BESIDE: Cases = {
    "客服主管带两个组长，每个组长带6个客服": (1 + 2 + 2 * 6, None),
    "接咨询的有5个，还有1个专门做售后": (6, None),
    "直播间三个，每个3人，另外还有2个剪辑": (3 * 3 + 2, None),
    "话务22个，班长2个，都算在这24个里面": (24, None),
    "打电话的8个，谈单的3个，我不算": (8 + 3, None),
    "团队9个人，会计是我媳妇兼的也算在里面": (9, None),
    "跟两个大学同学一起做网店。三个人啥都干": (3, None),
    "合伙人三个，客服六个，打包两个": (3 + 6 + 2, None),
    "合伙人四个，两个客服两个打包": (4, None),
    "和媳妇一起弄的小副业，闲鱼卖二手书": (2, None),
    "手下9个人，有做投放的，有做内容的，还有三个剪辑": (9, None),
}
NOBODY_MORE: Cases = {
    "同一个客户三个人打，电销一共13个人": (13, None),
    "早班9 中班10 机动2，400客服电话": (9 + 10 + 2, None),
    "老板上周说要裁到4个，这周又说不裁了，还是现在的7个客服": (7, None),
    "我也不想管，可现在从9个人变成26个人了": (26, None),
    "22个电销，去年一年走了9个": (22, None),
    "目前没有人，就我一个光杆司令，该招几个": (1, None),
}
ALL = GROUPS_TO_COME | UNCHANGED | TO_COME | SUMMED | NOBODY
ALL |= TOLD_BY_TASK | HIRED_SINCE | CONCLUDED | IN_PARTS | BESIDE | NOBODY_MORE
ALL |= FIRM | CALLED_OFF | WITH_THOSE_TO_COME | OF_OTHERS


@pytest.mark.parametrize("said", ALL)
def test_head_counts_of_stories_are_read(lexicon: Lexicon, said: str) -> None:
    sizes = read_sizes(lexicon.people, lexicon.fold(said))
    current = sizes.current and sizes.current.high
    target = sizes.target and sizes.target.high
    assert (current, target) == ALL[said]
