"""Plan answers: no message too long, every part there, large teams opened unit by unit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import Core
from bot.plan_screens import PlanScreens
from bot.render import plain
from bot.screen import MAX_DATA, MAX_TEXT, Screen
from bot.views.plan import PARTS, PlanView
from bot.views.reasons import MOST_STEPS
from bot.words.voice import LANGUAGES, Language, voice
from flows.codes import encode
from flows.replies import ShowPlan
from knowledge.brief import Brief, Part
from knowledge.model import MAX_SIZE
from tests.knowledge.briefs import Case, cases

CORE = Core.load()
SIZES = st.integers(1, 130) | st.integers(1, MAX_SIZE)
_TAG = re.compile(r"</?([a-z]+)>")


def _brief(case: Case, size: int) -> Brief:
    channel, stage, variants = case
    return Brief(channel, stage, True, size, size, variants)


def _screen(brief: Brief, language: Language, part: str, page: int, post: str | None) -> Screen:
    reply = ShowPlan(brief, encode(CORE.knowledge, brief), part, page, post, None, None)
    return PlanScreens(CORE, voice(language)).screen(reply)


def _assert_fits(screen: Screen) -> None:
    assert 0 < len(plain(screen.html)) <= MAX_TEXT
    assert "&lt;b&gt;" not in screen.html  # our own tags are no text
    assert len(screen.html) <= MAX_TEXT
    buttons = [button for row in screen.rows for button in row]
    assert len(buttons) <= 100
    assert all(1 <= len(button.data.encode()) <= MAX_DATA for button in buttons)
    tags = _TAG.findall(screen.html)
    assert len(tags) % 2 == 0, "a tag is open at the end of a page"


@given(
    case=st.sampled_from(cases()),
    size=SIZES,
    language=st.sampled_from(LANGUAGES),
    part=st.sampled_from(("card", *PARTS)),
    page=st.integers(1, 4),
)
def test_no_message_of_any_plan_is_too_long(
    case: Case, size: int, language: Language, part: str, page: int
) -> None:
    _assert_fits(_screen(_brief(case, size), language, part, page, None))


@given(case=st.sampled_from(cases()), size=st.integers(61, MAX_SIZE), pick=st.integers(0, 10_000))
def test_every_unit_of_a_large_team_can_be_opened(case: Case, size: int, pick: int) -> None:
    brief = _brief(case, size)
    posts = CORE.plan(brief).posts
    _assert_fits(_screen(brief, "zh-Hans", "card", 1, posts[pick % len(posts)].id))


@pytest.mark.parametrize("size", [61, 200, 5000])
def test_opening_unit_after_unit_reaches_everybody(size: int) -> None:
    brief = Brief("telesales", "mature", False, size, size, ())
    made = CORE.plan(brief)
    view = PlanView(CORE.knowledge, made, voice("zh-Hans"))
    waiting, reached = [made.posts[0]], 0
    while waiting:
        post = waiting.pop()
        inside = view.tree.openable(post)
        waiting += inside
        opened = sum(p.headcount + p.people_below for p in inside)
        reached += post.headcount + post.people_below - opened
    assert reached == size


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_can_be_shown_alone(language: Language, part: str) -> None:
    brief = Brief("customer_service", "growth", False, 30, 30, ())
    text = PlanView(CORE.knowledge, CORE.plan(brief), voice(language)).part(part)
    assert len(plain(text).splitlines()) > 1


def test_a_folded_tree_counts_everybody() -> None:
    brief = Brief("telesales", "growth", False, 55, 55, ())
    lines = PlanView(CORE.knowledge, CORE.plan(brief), voice("en")).tree.lines()
    assert [line.depth for line in lines[:3]] == [0, 1, 2]
    assert "× 4" in lines[1].text
    assert "× 11" in lines[2].text


def test_user_given_words_are_escaped() -> None:
    said = voice("en").say("role.several", title="<b>&")
    assert "&lt;b&gt;&amp;" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_for_more_people_shows_the_way_there(language: Language) -> None:
    brief = Brief("telesales", "startup", False, 20, 20, ())
    view = PlanView(CORE.knowledge, CORE.plan(brief), voice(language), 5)
    way = view.says.reasons.way(5)
    assert 1 < len(way) <= MOST_STEPS
    assert "5" in view.says.notes()[-1]
    assert all(str(line) in view.part("next") for line in way)


def test_a_long_way_is_summed_up_by_role() -> None:
    brief = Brief("telesales", "growth", False, 300, 300, ())
    way = PlanView(CORE.knowledge, CORE.plan(brief), voice("en"), 5).says.reasons.way(5)
    assert all(line.startswith("+") for line in way)
    assert sum(int(line.split()[0]) for line in way) == 295


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_a_long_answer_keep_their_headings(language: Language) -> None:
    parts = Part("telesales", 40), Part("customer_service", 20), Part("other_teams", 28)
    company = Brief("company", "growth", True, 100, 100, (), parts=parts)
    html = _screen(company, language, "why", 1, None).html
    assert html.count("<b>") > 1
    assert "<b>" not in plain(html)
    assert (language != "en") or "Page 1 of 2" in html
