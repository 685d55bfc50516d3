"""`orgwright check` answers with findings and repairs, or with one sentence on what to write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.checking import Checking
from bot.core import Core
from bot.words.voice import voice
from knowledge.diagnosis.rules import SEVERITIES
from tests.bot import schemas
from tests.bot.command import refusal, run
from tests.bot.test_diagnosis_cases import CASES

pytestmark = pytest.mark.usefixtures("loaded")

CHECK = schemas.answers("check")
SHOP = "运营3 美工1 客服2 我自己管投放和财务"


def as_json(*arguments: str) -> dict[str, Any]:
    """Give the JSON of a check that works."""
    result = run("check", *arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    CHECK.validate(found)
    return found


def test_the_example_of_the_issue() -> None:
    found = as_json(SHOP)
    assert (found["channel"], found["people"], found["stage"]) == ("ecommerce", 7, "startup")
    posts = {(post["role"], post["headcount"]) for post in found["posts"]}
    assert posts == {
        ("store_manager", 1),
        ("store_operator", 3),
        ("ec_designer", 1),
        ("presales_cs", 1),
        ("aftersales_cs", 1),
    }
    assert [f["rule"] for f in found["findings"]] == ["missing_function", "key_person"]
    assert found["findings"][0]["repair"]["score_after"] > found["score"]


def test_the_english_example_of_the_issue() -> None:
    found = as_json("3 agents, 1 QA, I do ads and finance myself")
    assert (found["channel"], found["people"]) == ("telesales", 5)
    assert found["posts"][0]["duties"] == [
        "ec_traffic_ads",
        "finance_accounting",
        "budgeting_cash",
    ]


def test_the_text_has_score_findings_reasons_and_repairs() -> None:
    said = run("check", SHOP).stdout
    for part in ("88 分", "职能缺失", "为什么：", "怎么改：招 1 个拣货打包员", "改后 100 分"):
        assert part in said


def test_every_case_answers_with_valid_json(core: Core) -> None:
    for case in CASES[::6]:
        if "text" in case:
            as_json(case["text"])


def test_a_title_can_be_said_to_mean_a_role() -> None:
    found = as_json(SHOP, "--as", "客服=aftersales_cs")
    assert found["unclear"] == []
    assert ("aftersales_cs", 2) in {(p["role"], p["headcount"]) for p in found["posts"]}
    posts = as_json(SHOP, "--as", "美工=none")["posts"]
    assert [post["title"] for post in posts if post["role"] is None] == ["美工"]


def test_channel_stage_and_language_can_be_given() -> None:
    found = as_json("经理1，组长2，专员20", "--channel", "marketing", "--stage", "mature")
    assert (found["channel"], found["stage"], found["stage_assumed"]) == (
        "marketing",
        "mature",
        False,
    )
    assert "Online shop" not in run("check", SHOP, "--lang", "en").stdout
    assert "out of 100" in run("check", SHOP, "--lang", "en").stdout


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "team.csv"
    file.write_bytes("姓名,岗位,上级\n王,电销组长,\n李,电销专员,王\n".encode("gb18030"))
    found = as_json("--file", str(file))
    assert found["lines_known"] is True
    assert [post["names"] for post in found["posts"]] == [["王"], ["李"]]


def test_a_team_too_large_to_edit_is_diagnosed_all_the_same() -> None:
    people = "".join(f"M{i},Team Leader,Boss\nA{i},Agent,M{i}\nB{i},QA,M{i}\n" for i in range(300))
    checking = Checking(Core.load(), voice("en"))
    checked = checking.listed("t.csv", f"name,title,manager\nBoss,Head,\n{people}".encode())
    assert not checked.is_kept
    assert checked.team.people == 901
    text = checking.view(checked).text()
    assert "too large" in text
    assert len(text) < 20_000


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ([], "orgwright check"),
        (["hello there", "--file", "README.md"], "not both"),
        (["3 agents", "--channel", "x"], "telesales"),
        (["3 agents", "--stage", "x"], "startup"),
        (["3 agents", "--as", "x"], "TITLE=ROLE"),
        (["3 agents", "--as", "agent=x"], "TITLE=ROLE"),
        (["!!!"], "titles with numbers"),
        (["5001 agents"], "titles with numbers"),
        (["a" * 4000], "long"),
    ],
)
def test_what_cannot_be_checked_gets_one_sentence(arguments: list[str], part: str) -> None:
    assert part in refusal("check", *arguments)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("foo,bar\n1,2\n", "no headings"),
        ("title\n", "nobody below"),
        ("name,title\nAnn,\n", "Row 2: the title is empty (Ann)"),
        ("title,count\nQA,many\nAgent,-3\n", "Row 3"),
        ("name,title,manager\nA,Agent,B\nB,Agent,A\n", "superior of himself"),
        ("name,title,manager\nA,Lead,\nA,Agent,\nB,Agent,A\n", "Row 3: there are two people"),
        ("name,title,manager,count\nA,Lead,,2\nB,Agent,A,1\n", "must be one person"),
        ("title,count\nAgent,5000\nQA,4\n", "A team of 5004"),
    ],
)
def test_a_bad_file_is_refused_with_its_rows(tmp_path: Path, content: str, part: str) -> None:
    file = tmp_path / "team.csv"
    file.write_text(content, "utf-8")
    assert part in refusal("check", "--file", str(file))


def test_a_missing_file_gets_one_sentence(tmp_path: Path) -> None:
    result = run("check", "--file", str(tmp_path / "none.csv"))
    assert result.exit_code == 2
    assert "none.csv" in result.stderr


def test_people_named_alike_do_no_harm_where_they_lead_nobody() -> None:
    content = "name,title,manager\nBoss,Team Leader,\nLi,Agent,Boss\nLi,Agent,Boss\n"
    checked = Checking(Core.load(), voice("en")).listed("t.csv", content.encode())
    assert checked.team.people == 3


def test_every_severity_has_a_heading() -> None:
    speak = voice("en")
    assert len({speak.say(f"check.{severity}") for severity in SEVERITIES}) == len(SEVERITIES)


@pytest.mark.parametrize(("ending", "start"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_a_team_is_drawn_with_its_findings(tmp_path: Path, ending: str, start: bytes) -> None:
    path = tmp_path / f"team.{ending}"
    result = run("check", "1 manager, 2 team leaders, 44 agents", "-o", str(path))
    assert result.exit_code == 0
    assert path.read_bytes().startswith(start)


def test_a_team_too_large_to_be_kept_is_not_drawn(tmp_path: Path) -> None:
    rows = "\n".join(f"post {i},1" for i in range(300))
    file = tmp_path / "team.csv"
    file.write_text(f"title,headcount\n{rows}\n", "utf-8")
    said = refusal("check", "--file", str(file), "-o", str(tmp_path / "team.png"))
    assert "too large to be drawn" in said
