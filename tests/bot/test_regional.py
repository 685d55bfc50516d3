"""Whoever reads a role's name can ask about it by that name."""

from __future__ import annotations

import pytest

from bot.core import Core
from bot.words.voice import LANGUAGES, Language, voice

QUESTION = {"en": "what does the {} do?", "zh": "{}做什么"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_shown_leads_to_its_role(core: Core, language: Language) -> None:
    missed = []
    for role in core.knowledge.roles.values():
        name = voice(language).role(role)
        question = QUESTION["en" if language == "en" else "zh"].format(name)
        found = core.roles.ask(question, role.channel)
        if role.id not in (found.role, *found.alternatives):
            missed.append((role.id, question, found.role))
    assert missed == []
