"""The titles of the knowledge, for tests that try every one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from flows.lexicon import Lexicon
from flows.text.fold import has_chinese
from knowledge.loader import load
from knowledge.model import Role

FACETS = {
    "duties": ("{}做什么", "what does a {} do"),
    "kpi": ("{}怎么考核", "KPIs of a {}"),
    "reports_to": ("{}向谁汇报", "who does the {} report to"),
    "skills": ("{}要会什么", "skills of a {}"),
    "threshold": ("什么时候需要{}", "when do we need a {}"),
}
ROLES = tuple(load().roles.values())


def holders(lexicon: Lexicon) -> dict[str, set[str]]:
    """Map every title, folded, to the roles that bear it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for role in ROLES:
        for title in _titles(role):
            found[lexicon.fold.simplified(title)].add(role.id)
    return found


def _titles(role: Role) -> Iterator[str]:
    yield from (role.name.en, *role.name.zh.split("/"))
    yield from (*role.aliases.en, *role.aliases.zh)


def unshared(lexicon: Lexicon) -> list[tuple[str, str]]:
    """List the titles of one role only, with that role; words that are mostly no title left out."""
    skipped = lexicon.roles.whole_only | lexicon.roles.levels
    return [
        (title, next(iter(roles)))
        for title, roles in holders(lexicon).items()
        if len(roles) == 1 and title not in skipped
    ]


def questions(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Ask about every unshared title, the facets in turn: question, role, facet."""
    facets = list(FACETS.items())
    for i, (title, role) in enumerate(unshared(lexicon)):
        facet, (chinese, english) = facets[i % len(facets)]
        yield (chinese if has_chinese(title) else english).format(title), role, facet
