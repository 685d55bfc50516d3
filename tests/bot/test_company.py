"""Companies on the command line and in words: plan, grow, compare, batch, refusals."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.core import Core
from bot.render import plain
from bot.views.plan import PlanView
from bot.views.role import RoleView
from bot.words.voice import LANGUAGES, Language, voice
from knowledge.brief import Brief, Part
from knowledge.model import COMPANY, OTHER_TEAMS
from tests.bot import schemas
from tests.bot.command import batch, refusal, run

pytestmark = pytest.mark.usefixtures("loaded")

PARTS = ("--part", "telesales=40", "--part", "customer_service=20")


def as_json(command: str, *arguments: str) -> dict[str, Any]:
    """Give the JSON of a command that works."""
    format_ = ("--format", "json") if command == "plan" else ("--json",)
    result = run(command, *arguments, *format_)
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    schemas.answers(command).validate(found)
    return found


def people(found: dict[str, Any]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for post in found["posts"]:
        counts[post["role"]] = counts.get(post["role"], 0) + post["headcount"]
    return counts


def test_a_company_says_of_which_parts_it_is_and_sums_exactly() -> None:
    found = as_json("plan", "--channel", "company", *PARTS, "--size", "100")
    brief = found["brief"]
    assert (brief["channel"], brief["size"], brief["variants"]) == ("company", 100, [])
    assert brief["parts"] == [
        {"channel": "telesales", "size": 40, "variants": []},
        {"channel": "customer_service", "size": 20, "variants": []},
        {"channel": "other_teams", "size": 28, "variants": []},
    ]
    counts = people(found)
    assert sum(counts.values()) == 100
    assert counts["other_teams"] == 28
    assert counts["hr_manager"] == counts["finance_manager"] == counts["coo"] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (*PARTS, "--size", "100"),
        ("100人，其中电销40、客服20",),
        ("we are 100, 40 in telesales and 20 in support",),
        ("--part", "电销=40", "--part", "客服=20", "--size", "100人"),
        (*PARTS, "--part", "other_teams=28"),
    ],
)
def test_a_company_can_be_told_in_many_ways(arguments: tuple[str, ...]) -> None:
    wanted = as_json("plan", "--channel", "company", *PARTS, "--size", "100", "--lang", "en")
    assert as_json("plan", *arguments, "--lang", "en") == wanted


def test_without_a_total_founder_and_shared_posts_come_on_top() -> None:
    found = as_json("plan", *PARTS)
    assert found["brief"]["size"] == 69
    text = run("plan", *PARTS, "--lang", "en").stdout
    assert "Telesales 40, Customer service 20; founder and shared posts 9." in text
    assert "add up to 60; founder and shared posts come on top" in text


def test_a_batch_takes_parts_as_texts_or_objects() -> None:
    parts = [{"channel": "ecommerce", "size": 30, "variants": ["live_selling"]}, "marketing=10"]
    one, two, three = batch(
        "plan",
        {"id": 1, "parts": parts, "size": 60},
        {"id": 2, "channel": "company", "parts": "telesales=5"},
        {"id": 3, "parts": [{"channel": "ecommerce"}]},
    )
    assert [part["variants"] for part in one["brief"]["parts"]] == [["live_selling"], [], []]
    assert two["brief"]["size"] == 6
    assert three["error"].startswith("`parts` must be a list such as")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--channel", "company"), "which teams the company has"),
        (("--part", "foo=3"), "“foo=3” is not part"),
        (("--part", "telesales"), "“telesales” is not part"),
        (("--part", "telesales=0"), "“telesales=0” is not part"),
        (("--part", "telesales=3", "--part", "telesales=4"), "telesales twice"),
        (("--channel", "telesales", "--part", "telesales=3"), "--part goes with a company"),
        (("--part", "telesales=5000"), "up to 5000 people"),
        ((*PARTS, "--stage", "old"), "do not know the stage “old”"),
        ((*PARTS, "--variant", "live_selling"), "no variant “live_selling”"),
        ((*PARTS, "--size", "0"), "at least one person"),
        (("telesales and support, 100 people",), "how many people are in each"),
    ],
)
def test_what_makes_no_company_is_refused_in_one_sentence(
    arguments: tuple[str, ...], words: str
) -> None:
    assert words in refusal("plan", *arguments)


def test_the_way_of_a_company_says_when_shared_posts_come() -> None:
    found = as_json("grow", *PARTS, "--from", "20", "--to", "120", "--stage", "mature")
    first = {
        event["role"]: m["size"]
        for m in found["milestones"]
        for event in m["events"]
        if event["kind"] == "first_post"
    }
    shared = ("office_admin", "hr_manager", "cashier", "it_support", "finance_manager", "coo")
    assert [first[role] for role in shared] == [22, 30, 40, 50, 60, 80]
    assert (first["recruiter"], first["legal_compliance"]) == (70, 100)
    assert found["brief"]["parts"][0] == {"channel": "telesales", "size": 40, "variants": []}


def test_a_company_grows_from_what_its_parts_need() -> None:
    found = as_json("grow", "100人，其中电销40、客服20，扩到150人")
    assert (found["from"], found["to"]) == (100, 150)
    assert as_json("grow", *PARTS, "--to", "90")["from"] == 69
    assert refusal("grow", *PARTS).startswith("Say how many people there should be")


@pytest.mark.parametrize("said", ["如果客服30人呢", "what if support were 30?"])
def test_a_company_is_compared_with_one_that_is_otherwise(said: str) -> None:
    found = as_json("compare", "100人，其中电销40、客服20", said)
    sizes = [[part["size"] for part in plan["brief"]["parts"]] for plan in found["plans"]]
    assert sizes == [[40, 20, 28], [40, 30, 28]]
    assert as_json("compare", "电销40、客服20", "电销12人,客服20")["plans"][1]["people"] < 69


@pytest.mark.parametrize("goal", ["complaints", "big_sale"])
def test_a_task_force_is_drawn_from_every_part_of_a_company(goal: str) -> None:
    found = as_json("taskforce", goal, "100人，其中电销40、客服20")
    assert found["brief"]["channel"] == "company"
    assert found["people"] > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_a_company_can_be_said(core: Core, language: Language) -> None:
    parts = (Part("telesales", 40), Part("ecommerce", 20, ("live_selling",)), Part(OTHER_TEAMS, 9))
    briefs = [Brief(COMPANY, "mature", True, n, n, (), parts=parts) for n in (12, 79, 300)]
    briefs += [Brief(COMPANY, "growth", True, n, n, (), parts=parts[-1:]) for n in (1, 10)]
    for brief in briefs:
        text = plain(PlanView(core.knowledge, core.plan(brief), voice(language)).full())
        assert "{" not in text
        assert "None" not in text


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("hr_manager", "Whole company: from a size of about 30 (20–50 is usual, a rule of thumb)"),
        (
            "it_support",
            "the first from a size of about 50; later one per 75 (50–100 is usual, a rule",
        ),
        ("legal_compliance", "Whole company: the first from a size of about 101"),
    ],
)
def test_a_shared_role_says_from_which_size_of_a_company_it_is_due(
    core: Core, role: str, words: str
) -> None:
    view = RoleView(core.knowledge, core.knowledge.roles[role], voice("en"))
    assert words in plain(view.answer("threshold"))


def test_other_teams_are_no_role_that_can_be_asked_for(core: Core) -> None:
    assert OTHER_TEAMS not in core.knowledge.roles
    assert OTHER_TEAMS not in set(core.knowledge.roles)
    assert core.knowledge.roles[OTHER_TEAMS].duties == ()
    with pytest.raises(KeyError):
        core.knowledge.roles["nobody"]


@pytest.mark.parametrize("format_", ["pdf", "html", "xlsx", "csv", "mermaid", "dot", "md", "svg"])
def test_a_company_can_be_exported_like_any_plan(core: Core, format_: str) -> None:
    from bot.documents import make  # noqa: PLC0415 - brings what draws and typesets

    parts = (Part("telesales", 4), Part("customer_service", 3), Part(OTHER_TEAMS, 2))
    brief = Brief(COMPANY, "startup", False, 10, 10, (), parts=parts)
    for language in ("en", "zh-Hant-HK"):
        files = make(core, language, brief, format_)  # type: ignore[arg-type]
        assert all(file.content for file in files)
