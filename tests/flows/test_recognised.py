"""Drafts of an earlier version: what the knowledge does not know any more is forgotten."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from flows.conversation import step
from flows.draft import EMPTY, recognised
from flows.lexicon import Lexicon
from flows.replies import Ask, Said
from knowledge.loader import load

KNOWLEDGE = load()
LEXICON = Lexicon.load(KNOWLEDGE.roles.values(), KNOWLEDGE.titles, KNOWLEDGE.functions.values())
KNOWN = replace(EMPTY, channel="telesales", stage="growth", size=12, plan="ts-g-12")


def test_what_is_still_known_stays() -> None:
    assert recognised(KNOWLEDGE, KNOWN) == KNOWN


@pytest.mark.parametrize("parts", [(), (("telesales", 12), ("marketing", 5))])
def test_a_company_stays_while_its_parts_are_known(parts: tuple[tuple[str, int], ...]) -> None:
    draft = replace(EMPTY, channel="company", size=17, parts=parts)
    assert recognised(KNOWLEDGE, draft) == draft
    gone = replace(draft, parts=(*parts, ("retail", 1)))
    assert recognised(KNOWLEDGE, gone).channel is None


def test_a_channel_that_is_gone_is_asked_again() -> None:
    old = replace(KNOWN, channel="retail", plan="rt-g-12", asked="variant", variants=("gone",))
    found = recognised(KNOWLEDGE, old)
    assert (found.channel, found.plan, found.variants, found.size) == (None, None, None, 12)
    _, replies = step(KNOWLEDGE, LEXICON, found, Said("你好", "zh"))
    assert any(isinstance(reply, Ask) and reply.slot == "channel" for reply in replies)


def test_a_stage_a_variant_and_a_role_that_are_gone_are_forgotten() -> None:
    stage: Any = "decline"
    old = replace(KNOWN, stage=stage, variants=("gone", "full_cycle"), role="gone_role")
    found = recognised(KNOWLEDGE, old)
    assert (found.stage, found.variants, found.role) == (None, ("full_cycle",), None)


def test_what_another_version_waited_for_is_in_nobodys_way() -> None:
    draft = replace(KNOWN, pending="not known here:1")
    after, replies = step(KNOWLEDGE, LEXICON, draft, Said("取消", "zh"))
    assert replies
    assert after.pending is None
