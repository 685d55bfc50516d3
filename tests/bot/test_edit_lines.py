"""What is said after an edit: what was done, and at most four lines on what follows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import Core
from bot.render import plain
from bot.views.edit_lines import MOST_LINES, edit_lines
from bot.views.side_by_side import side_by_side
from bot.words import Language
from bot.words.voice import voice
from knowledge.brief import Brief
from knowledge.edits import Add, Edit, Merge, Move, Remove, Resize, Split, Staff, Title
from knowledge.plan import Plan
from tests.knowledge.edits.logs import KNOWLEDGE, edited, edits, with_edits
from tests.knowledge.edits.teams import BRIEF, SQUADS


def _said(
    core: Core, *log: Edit, language: Language = "zh-Hans", brief: Brief = BRIEF
) -> list[str]:
    """Say what the last edit of a log changed."""
    before, after = (core.plan(replace(brief, edits=e)) for e in (log[:-1], log))
    return [plain(x) for x in edit_lines(core.knowledge, voice(language), before, after)]


BELOW = "the team below now reports to Store Manager"
HEADLINES: tuple[tuple[Edit, str, str], ...] = (
    (
        Add("hr_manager", "p1", 1),
        "加了人力资源经理，归店长管；全队 20 → 21 人",
        "HR Manager added, reporting to Store Manager; team 20 → 21",
    ),
    (
        Remove("p4"),
        "去掉了售后客服 × 2；全队 20 → 18 人",
        "After-sales Service Agent × 2 taken out; team 20 → 18",
    ),
    (
        Remove("p2"),
        "去掉了电商客服主管，下面的人改由店长管；全队 20 → 19 人",
        f"E-commerce Service Lead taken out; {BELOW}; team 20 → 19",
    ),
    (
        Resize("p3", 5),
        "售前客服：3 → 5 人；全队 20 → 22 人",
        "Pre-sales Service Agent: 3 → 5; team 20 → 22",
    ),
    (
        Move("p5", "p2", None),
        "仓库主管改由电商客服主管管",
        "Warehouse Supervisor now reports to E-commerce Service Lead",
    ),
    (
        Move("p3", "p5", 1),
        "1 名售前客服调到仓库主管下面",
        "Pre-sales Service Agent × 1 now with Warehouse Supervisor",
    ),
    (
        Title("p2", "Lily"),
        "电商客服主管改名为「Lily」",
        "E-commerce Service Lead is now called Lily",
    ),
    (Staff("p3", ("A", "B")), "售前客服：A、B", "Pre-sales Service Agent: A, B"),
    (Split("p3", 2), "售前客服 × 3拆成 2 份", "Pre-sales Service Agent × 3 split into 2"),
    (
        Merge("p5", "p2"),
        "仓库主管并入电商客服主管；全队 20 → 19 人",
        "Warehouse Supervisor merged into E-commerce Service Lead; team 20 → 19",
    ),
)


@pytest.mark.parametrize("case", HEADLINES, ids=lambda case: type(case[0]).__name__)
def test_the_first_line_says_what_was_done(core: Core, case: tuple[Edit, str, str]) -> None:
    edit, chinese, english = case
    assert _said(core, edit)[0] == chinese
    assert _said(core, edit, language="en")[0] == english


def test_a_function_that_lost_its_owner_is_named_with_who_carries_it(core: Core) -> None:
    assert _said(core, Remove("p9"))[1:] == ["「平台付费推广」没有专人了，现在由店长兼着。"]
    english = _said(core, Remove("p9"), language="en")
    assert english[1:] == [
        "“Paid platform traffic”: no longer anybody's main job; Store Manager covers it for now."
    ]


def test_a_leader_whose_span_left_its_range_is_named_with_the_figures(core: Core) -> None:
    said = _said(core, Resize("p3", 20), brief=SQUADS)
    assert said[1:] == ["电销组长（电销1组）现在直接管 20 人，一般是 6–15 人。"]


def test_a_span_that_is_right_again_is_said_too(core: Core) -> None:
    said = _said(core, Resize("p3", 20), Resize("p3", 12), brief=SQUADS)
    assert said[1:] == ["电销组长（电销1组）直接管 12 人，又合适了。"]


def test_a_new_level_is_said(core: Core) -> None:
    assert "多了一层（3 → 4 层），传话会慢一点。" in _said(core, Move("p5", "p2", None))
    assert "One more level: 3 → 4. Decisions take longer." in _said(
        core, Move("p5", "p2", None), language="en"
    )


def test_an_edit_that_was_taken_back_is_said_as_such(core: Core) -> None:
    before, after = (core.plan(replace(BRIEF, edits=e)) for e in ((Remove("p9"),), ()))
    said = edit_lines(core.knowledge, voice("zh-Hans"), before, after)
    assert [plain(x) for x in said] == [
        "已撤销：去掉了推广专员；全队 19 → 20 人",
        "「平台付费推广」现在有专人了：推广专员。",
    ]


def test_two_edits_at_once_are_said_in_one_line(core: Core) -> None:
    both = (Title("p2", "Lily"), Add("hr_manager", "p2", 1))
    before, after = (core.plan(replace(BRIEF, edits=e)) for e in ((), both))
    said = plain(edit_lines(core.knowledge, voice("zh-Hans"), before, after)[0])
    assert said == "电商客服主管改名为「Lily」；加了人力资源经理，归电商客服主管管；全队 20 → 21 人"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-Hans", "电销专员：44 → 40 人；全队 55 → 51 人"),
        ("zh-Hant-TW", "電銷專員：44 → 40 人；全隊 55 → 51 人"),
        ("zh-Hant-HK", "電銷專員：44 → 40 人；全隊 55 → 51 人"),
        ("en", "Telesales Agent: 44 → 40; team 55 → 51"),
    ],
)
def test_a_job_that_shrinks_in_every_squad_is_said_once_and_in_total(
    core: Core, language: Language, said: str
) -> None:
    agents = [p.id for p in core.plan(SQUADS).posts if p.role == "telesales_agent"]
    smaller = tuple(Resize(post, 10) for post in agents)
    for log, expected in ((smaller, said), (smaller[:1], said.replace("44 → 40", "11 → 10"))):
        before, after = core.plan(SQUADS), core.plan(replace(SQUADS, edits=log))
        (headline, *_) = edit_lines(core.knowledge, voice(language), before, after)
        assert plain(headline).startswith(expected[: expected.index("55")])


def test_another_version_is_said_by_its_numbers(core: Core) -> None:
    logs = ((Remove("p9"),), (Resize("p3", 5),))
    before, after = (core.plan(replace(BRIEF, edits=e)) for e in logs)
    said = plain(edit_lines(core.knowledge, voice("zh-Hans"), before, after)[0])
    assert said == "售前客服 +2；推广专员 +1；全队 19 → 22 人"


def test_what_a_user_wrote_is_escaped(core: Core) -> None:
    before, after = (
        core.plan(replace(BRIEF, edits=e)) for e in ((), (Title("p2", "<i>x</i>"), Split("p2", 2)))
    )
    for lines in (
        edit_lines(core.knowledge, voice("en"), before, after),
        [side_by_side(core.knowledge, voice("en"), (before, "<u>"), (after, None))],
    ):
        assert "<i>" not in "".join(lines)
        assert "<u>" not in "".join(lines)


@given(edited(6), st.data(), st.sampled_from(("zh-Hans", "en")))
@settings(max_examples=25, deadline=None)
def test_there_are_words_for_every_edit(
    made: Plan, data: st.DataObject, language: Language
) -> None:
    there = st.sampled_from([post.id for post in made.posts])
    after = with_edits(made, data.draw(edits(there)))
    for one, other in ((made, after), (after, made)):
        said = edit_lines(KNOWLEDGE, voice(language), one, other)
        assert 1 <= len(said) <= 1 + MOST_LINES
        assert all(said)


@given(edited(6), edited(6), st.sampled_from(("zh-Hans", "en")))
@settings(max_examples=15, deadline=None)
def test_any_two_plans_stand_side_by_side_in_one_message(
    one: Plan, other: Plan, language: Language
) -> None:
    text = side_by_side(KNOWLEDGE, voice(language), (one, None), (other, "x" * 40))
    assert len(plain(text)) < 4096


def test_two_plans_stand_side_by_side(core: Core) -> None:
    one = core.plan(BRIEF)
    other = core.plan(replace(BRIEF, edits=(Remove("p9"), Move("p5", "p2", None))))
    text = plain(side_by_side(core.knowledge, voice("zh-Hans"), (one, "原来"), (other, None)))
    assert "① 原来" in text
    assert "② 电商团队 · 19 人 · 成长期" in text
    assert "人数：① 20 人　② 19 人" in text
    assert "层级：① 3 层　② 4 层" in text
    assert "架构：一样，职能制" in text
    assert "• 推广专员：① 1 人　② 0 人" in text
    assert "• 平台付费推广：① 推广专员　② 店长（兼）" in text
    assert "• 仓库主管：① 店长　② 电商客服主管" in text


def test_two_equal_plans_are_said_to_be_equal(core: Core) -> None:
    plan = core.plan(BRIEF)
    text = plain(side_by_side(core.knowledge, voice("en"), (plan, "One"), (plan, "Two")))
    assert "Both are the same, post by post." in text
    assert "People: 20 in both" in text
