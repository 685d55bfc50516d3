"""What a document says of what was assumed: as the chat, without asking for an answer."""

from __future__ import annotations

import pytest

from bot.core import Core
from bot.documents.contents import contents
from bot.growing import path_of
from bot.render import plain
from bot.views.growth import GrowthView
from bot.views.statements import Statements
from bot.words.voice import LANGUAGES, Language, voice
from knowledge.brief import Brief, Part

TEAM = Brief("telesales", "growth", True, 30, 30, ())
PARTS = Part("telesales", 40), Part("customer_service", 20), Part("other_teams", 28)
COMPANY = Brief("company", "growth", True, 100, 100, (), parts=PARTS)
INVITING = ("Tell me", "告诉我", "说一句", "告訴我", "說一句", "講一句")


def _invites(lines: tuple[str, ...]) -> bool:
    return any(words in line for words in INVITING for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("brief", [TEAM, COMPANY])
def test_a_document_says_what_was_assumed_and_asks_for_nothing(
    core: Core, brief: Brief, language: Language
) -> None:
    said = contents(core, language, brief).notes
    chat = tuple(Statements(core.knowledge, core.plan(brief), voice(language)).notes())
    assert len(said) == len(chat)
    assert _invites(tuple(map(plain, chat)))
    assert not _invites(said)
    assert "21–100" in said[0] or "13–60" in said[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_way_in_a_document_says_its_stage_and_asks_for_nothing(
    core: Core, language: Language
) -> None:
    path = path_of(core, TEAM, 3)
    way = GrowthView(core.knowledge, path, voice(language), stage_assumed=True)
    part = contents(core, language, TEAM, way).growth
    assert part is not None
    assert _invites(tuple(map(plain, way.lines())))
    assert not _invites(part.lines)
    assert len(part.lines) == len([*way.lines()])
