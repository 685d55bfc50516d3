"""Titles: an alias that several roles claim must be named in `ambiguous.toml`, roles in order."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge
from knowledge.model import Role


def problems(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find titles that several roles claim without a rule how to choose, and stale rules."""
    named = {
        alias.casefold(): shared for shared in knowledge.titles.shared for alias in shared.aliases
    }
    claims = _claims(knowledge)
    for alias, roles in claims.items():
        listed = named[alias].roles if alias in named else ()
        if len(roles) > 1 and set(listed) != {role.id for role in roles}:
            names = ", ".join(role.id for role in roles)
            sentence = f"the title {alias!r} belongs to {names}; list it in ambiguous.toml"
            yield KnowledgeError(f"roles/{roles[0].channel}.toml", roles[0].id, sentence)
    for alias, shared in named.items():
        if len(claims.get(alias, ())) < 2:  # noqa: PLR2004 - shared means at least two
            sentence = f"the title {alias!r} is not claimed by several roles; remove it"
            yield KnowledgeError("ambiguous.toml", shared.aliases[0], sentence)


def _claims(knowledge: Knowledge) -> dict[str, list[Role]]:
    claims: dict[str, list[Role]] = {}
    for role in knowledge.roles.values():
        for alias in dict.fromkeys(title.casefold() for title in titles_of(role)):
            claims.setdefault(alias, []).append(role)
    return claims


def titles_of(role: Role) -> Iterator[str]:
    """Give every title of a role: its names, and its aliases in both languages."""
    yield role.name.en
    yield role.name.zh
    yield from role.aliases.en
    yield from role.aliases.zh
