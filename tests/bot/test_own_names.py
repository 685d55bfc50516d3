"""Titles and names of the user's own stand wherever posts are listed in a message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core import Core
from bot.render import plain
from bot.views.plan import PARTS, PlanView
from bot.views.post_labels import PostLabels
from bot.words import LANGUAGES, Language
from bot.words.voice import voice
from knowledge.edits import Add, Edit, Remove, Resize, Split, Staff, Title
from knowledge.plan import Plan
from tests.knowledge.edits.teams import BRIEF, SQUADS

HOSTILE = "<b>&amp;\"'</b>"


def _plan(core: Core, *edits: Edit) -> Plan:
    return core.plan(replace(BRIEF, edits=edits))


def _view(core: Core, *edits: Edit, language: Language = "zh-Hans") -> PlanView:
    return PlanView(core.knowledge, _plan(core, *edits), voice(language))


def _lines(core: Core, *edits: Edit, language: Language = "zh-Hans") -> list[str]:
    lines = plain(_view(core, *edits, language=language).tree_part()).split("\n")
    return [line.strip("　└ ") for line in lines]


def test_a_title_stands_in_the_place_of_the_role_with_the_role_beside_it(core: Core) -> None:
    assert "Lily（电商客服主管 · 客服部）" in _lines(core, Title("p2", "Lily"))
    english = _lines(core, Title("p2", "Lily"), language="en")
    assert "Lily (E-commerce Service Lead · Customer service)" in english


def test_the_people_of_a_post_stand_behind_its_name(core: Core) -> None:
    assert "售前客服 × 3 · Lily、Tom" in _lines(core, Staff("p3", ("Lily", "Tom")))
    assert "Pre-sales Service Agent × 3 · Lily, Tom" in _lines(
        core, Staff("p3", ("Lily", "Tom")), language="en"
    )


def test_of_many_people_the_first_are_named(core: Core) -> None:
    names = tuple("ABCDEFG")
    assert "售前客服 × 7 · A、B、C、D、E +2" in _lines(core, Resize("p3", 7), Staff("p3", names))


def test_the_head_is_called_by_its_title(core: Core) -> None:
    assert _lines(core, Title("p1", "老板"))[1] == "老板（店长）"


def test_posts_that_the_user_named_are_lines_of_their_own(core: Core) -> None:
    lines = _lines(core, Split("p6", 3), Staff("p6", ("Lily",)))
    found = [line for line in lines if line.startswith("拣货打包员")]
    assert found == ["拣货打包员 · Lily", "拣货打包员 × 2"]


def test_alike_posts_side_by_side_are_one_line(core: Core) -> None:
    one = next(line for line in _lines(core) if "拣货打包员" in line)
    assert one in _lines(core, Split("p6", 2))


def test_a_team_with_a_title_is_not_folded_into_its_neighbours(core: Core) -> None:
    plan = core.plan(replace(SQUADS, edits=(Title("p4", "王牌组"),)))
    text = plain(PlanView(core.knowledge, plan, voice("zh-Hans")).tree_part())
    assert "王牌组（电销组长" in text
    assert "× 4" not in text


def test_the_list_of_roles_names_titles_and_people(core: Core) -> None:
    text = plain(_view(core, Title("p2", "Lily"), Staff("p3", ("Tom",))).roles())
    assert "• 电商客服主管 × 1 · Lily：" in text
    assert "售前客服 × 3 · Tom：" in text


def test_who_covers_what_is_said_with_the_title(core: Core) -> None:
    assert "Lily（电商客服主管）" in plain(_view(core, Title("p2", "Lily")).covers())


def test_a_warning_names_the_leader_by_title(core: Core) -> None:
    text = plain(_view(core, Split("p2", 2), Title("e1", "Lily")).warnings())
    assert "Lily（电商客服主管）" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_user_wrote_is_shown_as_it_is_and_never_read_as_tags(
    core: Core, language: Language
) -> None:
    view = _view(core, Title("p2", HOSTILE), Staff("p3", (HOSTILE,)), language=language)
    for part in PARTS:
        assert HOSTILE not in view.part(part)
    assert plain(view.tree_part()).count(HOSTILE) == 2
    assert plain(view.roles()).count(HOSTILE) == 2


def test_a_button_shows_what_the_user_wrote_as_it_is(core: Core) -> None:
    plan = _plan(core, Title("p2", "Q&A"), Staff("p3", ("A&B",)))
    labels = PostLabels(core.knowledge, plan, voice("zh-Hans"))
    shown = [labels.short(post).unescape() for post in plan.posts[1:3]]
    assert shown == ["Q&A", "售前客服 × 3 · A&B"]


def test_an_edited_plan_says_how_many_people_there_are_now(core: Core) -> None:
    head = plain(_view(core, Resize("p3", 5)).head())
    assert "22 人" in head.split("\n")[0]
    assert "你改过 1 处；只按规则排是 20 人。" in head


def test_a_number_says_whether_the_rules_or_the_user_made_it(core: Core) -> None:
    why = plain(_view(core, Resize("p3", 5), Add("hr_manager", "p1", 1), Remove("p9")).why())
    assert "• 按规则，售前客服 3 人：" in why
    assert "你改成了 5 人。" in why
    assert "• 人力资源经理 1 人：你加的" in why
    assert "你去掉了。" in why


def test_a_reason_that_counted_other_people_says_so(core: Core) -> None:
    plan = core.plan(replace(SQUADS, edits=(Resize("p3", 14),)))
    numbers = plain(PlanView(core.knowledge, plan, voice("zh-Hans")).why()).split("\n")
    leaders = next(line for line in numbers if line.startswith("• 电销组长"))
    assert leaders.startswith("• 电销组长 4 人：")
    assert "现有 44 名" in leaders
    assert leaders.endswith("（按改动前的人数算）")


def test_the_company_does_not_cover_what_the_user_added(core: Core) -> None:
    covers = plain(_view(core, Add("hr_manager", "p1", 1)).covers())
    assert "由公司统一负责：财务、IT、法务。" in covers


def test_every_part_can_be_said_of_a_team_of_roles_from_everywhere(core: Core) -> None:
    roles = [role for role in core.knowledge.roles if role.startswith(("hr", "it", "cs", "tele"))]
    edits = tuple(Add(role, "p1", 1) for role in roles)
    for language in LANGUAGES:
        view = _view(core, *edits, language=language)
        assert all(view.part(part) for part in PARTS)
