"""Roles under the names readers of Traditional Chinese see, so that asking by them works too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.words.traditional import CONFIGS, converter
from flows.text.fold import converter as folding
from knowledge.model import Role, Words
from knowledge.names import short_name


def with_regional_names(roles: Iterable[Role]) -> Iterator[Role]:
    """Add to each role's titles what its names read like in every region, in Simplified form."""
    for role in roles:
        names = dict.fromkeys(_regional(role))
        known = {role.name.zh, *role.aliases.zh}
        extra = tuple(name for name in names if name not in known)
        english = (*role.aliases.en, short_name(role).en)
        yield replace(role, aliases=Words(english, role.aliases.zh + extra))


def _regional(role: Role) -> Iterator[str]:
    simplify = folding("t2s")
    yield short_name(role).zh
    for name in (role.name.zh, short_name(role).zh):
        for language in CONFIGS:
            yield simplify(converter(language)(name))
