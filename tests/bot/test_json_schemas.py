"""The JSON interfaces keep the shapes that `bot/schemas` promises."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bot.api import Api
from bot.core import Core
from bot.words.voice import LANGUAGES
from flows.meaning import Intent
from knowledge.knowledge import Knowledge
from knowledge.loader import load
from knowledge.model import CHANNELS, COMPANY, MAX_SIZE, STAGES
from knowledge.plan import plan
from knowledge.rows.lists import KINDS
from tests.bot import schemas
from tests.understand.test_phrase_book import _phrases

PLAN, ASK, UNDERSTAND = (schemas.answers(name) for name in schemas.NAMES)
FACETS = [
    "duties",
    "kpi",
    "reports_to",
    "skills",
    "ratio",
    "who_covers",
    "threshold",
    "conflicts",
    "compare",
    "none",
]
SIZES = st.one_of(st.integers(1, 80), st.integers(1, 400), st.integers(1, MAX_SIZE))
QUESTIONS = (
    "电销组长做什么",
    "客服主管的KPI",
    "質檢專員向誰匯報",
    "what does a QA specialist do?",
    "who covers for the trainer?",
    "电销组长和客服组长有什么区别",
    "compare a team leader and a supervisor",
    "一个组长带几个人",
    "when do I need a supervisor?",
    "主管",
    "designer",
    "谁管质检",
    "总裁做什么",
    "how is the weather",
    "👍",
    "12",
)


@pytest.fixture(scope="session")
def api(core: Core) -> Api:
    return Api(core)


@pytest.mark.parametrize("name", schemas.NAMES)
def test_every_schema_is_valid_json_schema(name: str) -> None:
    Draft202012Validator.check_schema(schemas.schema(name))


# The id of a batch item, what only a plan has that somebody changed, and doubtful sizes.
OPTIONAL = {"id", "title", "names", "edits", "people", "spans", "parts", "unsure"}


@pytest.mark.parametrize("name", schemas.NAMES)
def test_every_object_of_a_schema_is_closed_and_says_what_is_required(name: str) -> None:
    for table in _objects(schemas.schema(name)):
        assert table["additionalProperties"] is False
        assert set(table["required"]) | OPTIONAL >= set(table["properties"])


def _objects(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [table for entry in value for table in _objects(entry)]
    if not isinstance(value, dict):
        return []
    own = [value] if value.get("type") == "object" else []
    return own + [table for entry in value.values() for table in _objects(entry)]


def test_the_schemas_name_exactly_the_words_of_the_program() -> None:
    brief = schemas.schema("plan")["properties"]["brief"]["properties"]
    sources = schemas.schema("plan")["properties"]["rule"]["properties"]["sources"]
    meaning = schemas.schema("understand")["properties"]
    assert brief["channel"]["enum"] == [*CHANNELS, COMPANY]
    assert brief["stage"]["enum"] == list(STAGES)
    assert sources["items"]["properties"]["kind"]["enum"] == list(KINDS)
    assert sorted(meaning["intent"]["enum"]) == sorted(get_args(Intent))
    assert meaning["facet"]["enum"] == FACETS
    assert schemas.schema("ask")["properties"]["facet"]["enum"] == FACETS


@st.composite
def items(draw: st.DrawFn) -> dict[str, Any]:
    channel = draw(st.sampled_from(CHANNELS))
    offered = [variant.id for variant in _KNOWLEDGE.variants_of(channel)]
    return {
        "channel": channel,
        "stage": draw(st.sampled_from((*STAGES, None))),
        "size": draw(SIZES),
        "variant": draw(st.lists(st.sampled_from(offered), max_size=3)),
        "lang": draw(st.sampled_from(LANGUAGES)),
    }


_KNOWLEDGE: Knowledge = load()


@given(item=items())
def test_every_plan_has_the_promised_shape(api: Api, item: dict[str, Any]) -> None:
    found = api.plan(item)
    PLAN.validate(found)
    assert found["brief"]["size"] == sum(post["headcount"] for post in found["posts"])


@given(item=items())
def test_every_id_in_a_plan_can_be_looked_up(api: Api, item: dict[str, Any]) -> None:
    found, known = api.plan(item), api.core.knowledge
    posts = {post["id"] for post in found["posts"]}
    roles = [entry["role"] for key in ("posts", "coverage", "hires") for entry in found[key]]
    assert set(roles) <= set(known.roles)
    assert {post["unit"] for post in found["posts"]} <= {unit["id"] for unit in found["units"]}
    assert {post["reports_to"] for post in found["posts"]} <= {None, *posts}
    assert {entry["post"] for entry in found["coverage"]} <= posts
    assert {entry["function"] for entry in found["coverage"]} <= set(known.functions)


@given(item=items())
def test_a_plan_is_the_same_whatever_was_planned_before(core: Core, item: dict[str, Any]) -> None:
    brief, _ = Api(core)._brief(item)
    assert core.plan(brief) == plan(core.knowledge, brief)


def _asked() -> list[str]:
    return [*QUESTIONS, *(row["text"] for row in _phrases("talk.toml"))]


@pytest.mark.parametrize("channel", [None, "ecommerce"])
def test_every_answer_about_a_role_has_the_promised_shape(api: Api, channel: str | None) -> None:
    for text in _asked():
        found = api.ask({"text": text, "channel": channel})
        ASK.validate(found)
        named = [role["id"] for role in (found["role"], *found["alternatives"]) if role]
        assert set(named) <= set(api.core.knowledge.roles)


def test_every_meaning_has_the_promised_shape(api: Api) -> None:
    for text in (*_asked(), *(row["text"] for row in _phrases("briefs.toml"))):
        found = api.understand({"text": text})
        UNDERSTAND.validate(found)
        assert {found["role"]} <= {None, *api.core.knowledge.roles}


@given(text=st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_text_at_all_has_a_meaning_and_an_answer(api: Api, text: str) -> None:
    UNDERSTAND.validate(api.understand({"text": text}))
    ASK.validate(api.ask({"text": text}))
