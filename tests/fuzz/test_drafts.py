"""Drafts and plans as other versions left them: read, or refused; never a bug in a conversation."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.shelf import dump_kept, load_kept
from flows.draft import _FIELDS, EMPTY, load_draft
from flows.shelf import Kept, Version
from knowledge.brief import Brief
from knowledge.edits import Edit, dump, load
from tests.fuzz.acting import CORE
from tests.fuzz.life import Life
from tests.fuzz.test_taps import tapped
from tests.fuzz.texts import texts
from tests.fuzz.values import ANYTHING
from tests.knowledge.edits.logs import edited

_VALUES: dict[str, st.SearchStrategy[Any]] = {  # what some version may have known, or knows
    "language": st.sampled_from(("en", "zh-Hans", "zh-Hant-TW", "fr", "")),
    "heard": st.sampled_from(("en", "zh-Hans", "zh-Hant-HK", "zh")),
    "channel": st.sampled_from(("telesales", "ecommerce", "marketing", "company", "retail", "")),
    "stage": st.sampled_from(("startup", "growth", "mature", "decline")),
    "stage_assumed": st.booleans(),
    "size": st.integers(1, 5000),
    "now": st.integers(1, 5000),
    "variants": st.lists(st.sampled_from(("live_selling", "full_cycle", "gone")), max_size=3),
    "asked": st.sampled_from(("channel", "stage", "size", "variant")),
    "trail": st.lists(st.sampled_from(("channel", "stage", "size", "variant")), max_size=4),
    "plan": st.sampled_from(
        ("ts-g-55", "ec-s-8.10-v03", "xx-g-5", "@1", "@99", "!" + "a" * 22, "ts-g-0")
    ),
    "role": st.sampled_from(("service_agent", "hr_manager", "gone_role")),
    "pending": st.sampled_from(
        (
            *(
                "delete",
                "wrong:why:ts-g-55",
                "wrong:role:gone",
                "name:staff:@1:p2",
                "name:plan:@1:",
            ),
            *("name:version:!x:", "name:title:ts-g-55:p1", "gone", "pace:@1:20.30", "check", ""),
        )
    ),
    "parts": st.lists(
        st.tuples(st.sampled_from(("telesales", "ecommerce", "retail")), st.integers(1, 50)),
        max_size=2,
        unique_by=lambda part: part[0],
    ),
    "spans": st.lists(
        st.tuples(st.sampled_from(("telesales_team_leader", "gone")), st.integers(1, 99)),
        max_size=2,
    ),
}
_drafts = st.fixed_dictionaries(
    {}, optional={name: st.none() | _VALUES.get(name, st.none()) for name in _FIELDS}
)


@given(values=_drafts, others=st.dictionaries(st.text(max_size=8), ANYTHING, max_size=2))
def test_a_draft_with_fields_missing_or_unknown_is_read(
    values: dict[str, Any], others: dict[str, Any]
) -> None:
    found = load_draft(json.dumps({**others, **_whole(values), "version": 1}))
    assert load_draft(found.dump()) == found
    missing = set(_FIELDS) - values.keys()
    assert all(getattr(found, name) == getattr(EMPTY, name) for name in missing - others.keys())


@given(values=_drafts, text=texts)
def test_whatever_a_draft_knows_a_text_is_answered(
    life: Life, values: dict[str, Any], text: str
) -> None:
    _store(life, values)
    life.people[1].says(text)
    life.settle()


@given(values=_drafts, data=tapped.filter(lambda data: len(data.encode("utf-8", "replace")) <= 64))
def test_whatever_a_draft_knows_a_tap_is_answered(
    life: Life, values: dict[str, Any], data: str
) -> None:
    _store(life, values)
    life.people[1].taps_data(life.people[1].chat.messages[0], data)
    life.settle()


@settings(max_examples=15)
@given(
    brief=edited(most_edits=4).map(lambda plan: plan.brief),
    name=st.text(max_size=8),
    cut=st.integers(0, 5),
    extra=st.integers(-9, 9),
)
def test_a_kept_plan_comes_back_as_it_was(brief: Brief, name: str, cut: int, extra: int) -> None:
    edits = tuple(edit for edit in brief.edits if _is_whole(edit))
    brief = replace(brief, edits=edits)
    version = Version(name, edits[:cut])
    kept = Kept(brief, extra, (len(edits),), (edits[cut:],), name, (version,))
    stored = json.loads(json.dumps(dump_kept(CORE.knowledge, kept)))
    assert load_kept(CORE.knowledge, stored) == kept


def _is_whole(edit: Edit) -> bool:
    """Tell whether an edit is one that is ever kept: with people, with short names."""
    try:
        return load(dump([edit])) == (edit,)
    except ValueError:
        return False


def _whole(values: dict[str, Any]) -> dict[str, Any]:
    """Give none where a draft has a list: no version wrote that."""
    lists = ("trail", "spans", "parts", "pace")
    return {key: value for key, value in values.items() if value is not None or key not in lists}


def _store(life: Life, values: dict[str, Any]) -> None:
    """Put a draft into the store as somebody's own."""
    body = json.dumps({**_whole(values), "version": 1})
    user = str(life.people[1].id)
    life.town.query("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?)", user, user, body, 1)
