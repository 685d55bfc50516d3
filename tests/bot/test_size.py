"""`orgwright size` answers with people, a table and sources, or with one sentence what to write."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.cli.size import KINDS
from bot.core import Core
from bot.sizing import SERVICE
from bot.views.amounts import number, share
from bot.views.sizing import SizingView
from bot.words.voice import LANGUAGES, Language, voice
from knowledge.model import STAGES
from knowledge.rows.lists import KINDS as SOURCE_KINDS
from knowledge.workload.mix import MIXED
from knowledge.workload.quantity import UNITS
from knowledge.workload.sizing import WORKS
from knowledge.workload.team import team_of
from tests.bot import schemas
from tests.bot.command import refusal, run
from tests.bot.sizing import EXAMPLE
from tests.knowledge.workload.told import CASES, sized

pytestmark = pytest.mark.usefixtures("loaded")

SIZE = schemas.answers("size")
TAGS = {"b", "pre"}


def options(figures: dict[str, float]) -> list[str]:
    """Write figures as options."""
    return [f"--{name.replace('_', '-')}={value:g}" for name, value in figures.items()]


def as_json(*arguments: str) -> dict[str, Any]:
    """Give the JSON of a command that works."""
    result = run(*arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    SIZE.validate(found)
    return found


def test_the_example_of_the_interface() -> None:
    found = as_json(*EXAMPLE)
    assert (found["agents"], found["scheduled"], found["staff"]) == (14, 20, 20)
    assert found["load_erlangs"] == pytest.approx(10)
    assert found["probability_wait"] == pytest.approx(0.1741319, abs=1e-7)
    assert found["service_level"] == pytest.approx(0.88835, abs=1e-5)
    assert found["asa_seconds"] == pytest.approx(7.83593701, abs=1e-8)
    assert found["occupancy"] == pytest.approx(0.7142857, abs=1e-7)


def test_a_number_of_agents_is_evaluated_instead() -> None:
    found = as_json(*EXAMPLE, "--agents", "13")
    assert (found["agents"], found["scheduled"]) == (13, 19)
    assert found["service_level"] == pytest.approx(0.7956, abs=1e-4)
    assert found["cautions"] == ["below_target", "abandonment"]


def test_a_queue_that_never_ends_has_no_average_wait() -> None:
    found = as_json(*EXAMPLE, "--agents", "9")
    assert found["asa_seconds"] is None
    assert (found["probability_wait"], found["service_level"]) == (1, 0)


def test_the_schema_is_valid_closed_and_names_the_words_of_the_program() -> None:
    schema = schemas.schema("size")
    Draft202012Validator.check_schema(schema)
    properties = schema["properties"]
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) == set(properties)
    assert properties["work"]["enum"] == list(WORKS)
    assert list(KINDS) == [*list(WORKS)[:3], SERVICE, *list(WORKS)[3:]]
    assert properties["inputs"]["items"]["properties"]["unit"]["enum"] == list(UNITS)
    assert schema["$defs"]["team"]["properties"]["stage"]["enum"] == list(STAGES)
    kinds = properties["sources"]["items"]["properties"]["kind"]["enum"]
    assert kinds == list(SOURCE_KINDS)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_work_is_answered_in_every_language(case: str, language: str) -> None:
    work, figures = CASES[case]
    arguments = ("size", work, *options(figures), "--lang", language)
    said = run(*arguments)
    assert (said.exit_code, said.stderr) == (0, "")
    assert not re.search(r"[{}<]|&\w+;|None", said.stdout)
    found = as_json(*arguments)
    assert str(found["staff"]) in said.stdout.splitlines()[0]
    assert f"--size {found['team']['size']}" in said.stdout or work == "orders"
    offered = {line.rpartition("→ --")[2] for line in said.stdout.splitlines() if "→ --" in line}
    assumed = {used["id"].replace("_", "-") for used in found["inputs"] if not used["told"]}
    assert offered == assumed


def test_the_text_shows_what_some_people_more_or_fewer_change() -> None:
    rows = [row.split() for row in run(*EXAMPLE).stdout.splitlines() if row.endswith("%")]
    assert [row[-4] for row in rows] == ["11", "12", "13", "14", "15", "16", "17"]
    assert ["→", "14", "88.8%", "7.8", "71%"] in rows


def test_only_the_command_line_speaks_of_options(core: Core) -> None:
    for language in LANGUAGES:
        text = _view(core, "calls", language)
        assert "--" not in text
        assert "orgwright" not in text


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_sound_tags_and_fits(core: Core, case: str, language: Language) -> None:
    text = _view(core, case, language)
    tags = _Tags()
    tags.feed(text)
    assert (tags.open, tags.seen | {"pre"}) == ([], TAGS)
    assert len(text) < 4096


def _view(core: Core, case: str, language: Language) -> str:
    work, figures = CASES[case]
    found = sized(core.knowledge, work, **figures)
    team = team_of(core.knowledge, found)
    return SizingView(core.knowledge, found, team, voice(language)).text()


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("100", 100, 100),
        ("1,000", 1000, 1000),
        ("80-120", 80, 120),
        ("120–80", 80, 120),
        (" 99.5 ~ 100 ", 99.5, 100),
        ("１００", 100, 100),  # typed with a Chinese keyboard
    ],
)
def test_a_figure_is_read_as_people_write_it(written: str, low: float, high: float) -> None:
    (calls,) = (i for i in as_json("size", "calls", "--calls", written)["inputs"] if i["told"])
    assert calls["range"] == [low, high]
    assert calls["value"] == (low + high) / 2


@pytest.mark.parametrize("written", ["0.25", "25%", "25 %", "20%-30%", "0.2-0.3"])
def test_a_share_is_read_in_percent_too(written: str) -> None:
    found = as_json("size", "calls", "--calls", "100", "--shrinkage", written)
    (shrinkage,) = (i for i in found["inputs"] if i["id"] == "shrinkage")
    assert shrinkage["value"] == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("calls",), "--calls 100"),
        (("calls", "--lang", "zh-Hant-TW"), "請用 --calls"),
        (("calls", "--calls", ""), "--calls must be a number or a range"),
        (("calls", "--calls", "lots"), "for example --calls 100"),
        (("calls", "--calls=-3"), "--calls must be a number or a range"),
        (("calls", "--calls", "0"), "--calls must lie between 0.01 and 100,000"),
        (("calls", "--calls", "1e3"), "--calls must be a number or a range"),
        (("calls", "--calls", "30%"), "--calls must be a number or a range"),
        (("calls", "--calls", "9" * 10_000), "--calls must be a number or a range"),
        (("calls", "--calls", "9" * 29), "--calls must lie between"),
        (("calls", "--calls", "<b>\n"), "--calls must be a number or a range"),
        (("calls", "--calls", "9", "--shrinkage", "x"), "or 30%"),
        (("calls", "--calls", "9", "--shrinkage", "30"), "--shrinkage must lie between 0 and 0.9"),
        (("calls", "--calls", "9", "--agents", "0"), "whole number from 1 to 5000"),
        (("calls", "--calls", "9", "--agents", "2.5"), "whole number from 1 to 5000"),
        (("calls", "--calls", "9", "--agents", "9" * 9999), "whole number from 1 to 5000"),
        (("calls", "--calls", "100000", "--aht-seconds", "36000"), "5,000 people"),
        (("calls", "--calls", "9", "--off-peak-calls", "10"), "--off-peak-calls must not be more"),
        (("calls", "--calls", "9", "--peak-hours", "3"), "--peak-hours has no effect"),
        (("calls", "--calls", "9", "--stage", "grown"), "startup, growth, mature"),
        (("calls", "--calls", "9", "--variant", "live_selling"), "voice, text"),
        (("mails", "--mails", "9", "--agents", "3"), "--agents"),
        (("telesales",), "--dials / --leads / --deals"),
        (("telesales", "--dials", "9", "--deals", "9"), "only one of --dials / --deals"),
        (("telesales", "--dials", "9", "--conversion", "3%"), "--conversion has no effect"),
        (("orders", "--orders", "9", "--chats", "3"), "See orgwright size orders --help."),
        (("faxes",), "See orgwright size --help."),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_a_bad_figure_is_refused_with_one_sentence(arguments: tuple[str, ...], said: str) -> None:
    assert said in refusal("size", *arguments)


@pytest.mark.parametrize("work", KINDS)
def test_a_help_page_lists_every_figure(work: str) -> None:
    result = run("size", work, "--help")
    assert result.exit_code == 0
    for name in MIXED if work == SERVICE else (work,):
        for quantity in WORKS[name].quantities:
            assert f"--{quantity.replace('_', '-')} " in result.stdout
    assert ("--agents" in result.stdout) is (work in ("calls", "chats"))


def test_the_page_of_all_kinds_needs_no_knowledge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Core, "load", None)
    listed = run("size", "--help").stdout
    assert [work for work in KINDS if f"  {work} " not in listed] == []


def test_a_stage_and_variants_shape_the_team() -> None:
    more = ("--stage", "mature", "--variant", "sdr_and_closers")
    team = as_json("size", "telesales", "--dials", "3000", *more)["team"]
    assert (team["stage"], team["stage_assumed"]) == ("mature", False)
    assert team["variants"] == ["sdr_and_closers"]
    assert {"sdr", "closer"} <= {role["role"] for role in team["roles"]}


def test_an_unusual_figure_is_said_back() -> None:
    said = run("size", "calls", "--calls", "100", "--aht-seconds", "60-120").stdout
    assert "you said 60 to 120; usual is 180 to 900." in said


def test_people_asked_about_who_cannot_keep_up_are_said_first() -> None:
    assert "cannot keep up" in run(*EXAMPLE, "--agents", "9").stdout.splitlines()[1]


def test_a_small_shop_shows_how_little_of_each_work_there_is() -> None:
    said = run("size", "orders", "--orders", "20", "--lang", "zh-Hans").stdout
    assert "兼着" in said.splitlines()[1]
    assert "售前客服：0.22 个人的活" in said


def test_a_shop_whose_team_no_plan_can_hold_says_so() -> None:
    arguments = ("size", "telesales", "--dials", "4900", "--dials-per-agent", "1")
    found = as_json(*arguments, "--absence", "0")
    assert (found["staff"], found["team"]) == (4900, None)
    assert "5,000 people I can plan for" in run(*arguments, "--absence", "0").stdout


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (0, "0", "0"),
        (1234.5678, "1,235", "1235"),
        (179.35, "179.3", "179.3"),
        (19.05, "19.05", "19.05"),
        (14.0, "14", "14"),
        (0.0347, "0.035", "0.035"),
    ],
)
def test_a_number_has_the_digits_that_matter(value: float, english: str, chinese: str) -> None:
    assert (number(value, voice("en")), number(value, voice("zh-Hans"))) == (english, chinese)


@pytest.mark.parametrize(
    ("value", "said"), [(0, "0%"), (1, "100%"), (0.8883, "88.8%"), (0.3, "30%"), (0.0005, "0.05%")]
)
def test_a_share_is_said_in_percent(value: float, said: str) -> None:
    assert share(value) == said
