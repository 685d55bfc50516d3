"""What the knowledge says of each role's work, in one language, as texts to be searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from flows.search.postings import RoleText
from flows.text.fold import Fold
from knowledge.model import Function, Role

Language: TypeAlias = Literal["en", "zh"]
_AND = " . "  # stands between texts that are counted together


def role_texts(
    roles: Iterable[Role],
    functions: Iterable[Function],
    fold: Fold,
    fields: Mapping[str, float],
    described: Mapping[str, Iterable[str]],
    language: Language,
) -> list[RoleText]:
    """List the texts of all roles in a language, folded, with the weight of their field.

    Args:
        roles: The roles, in data order.
        functions: The functions; their names describe their first owner's work.
        fold: How texts are made comparable.
        fields: The weights of `search.toml`.
        described: What people say of the work of each role, of `descriptions.toml`.
        language: Of the texts; names are in both languages all the same.
    """
    rows = [row for role in roles for row in _of_role(role, language)]
    rows += [(f.primary_owner, "asks", getattr(f.name, language)) for f in functions]
    rows += [(role, "described", text) for role, texts in described.items() for text in texts]
    folded = fold.all_simplified(text for _, _, text in rows)
    return [
        RoleText(role, text, fields[field])
        for (role, field, _), text in zip(rows, folded, strict=True)
    ]


def _of_role(role: Role, language: Language) -> Iterator[tuple[str, str, str]]:
    names = (role.name.en, role.name.zh, *role.aliases.en, *role.aliases.zh)
    yield role.id, "names", _AND.join(names)
    asks: tuple[str, ...] = getattr(role.asks, language)
    yield from ((role.id, "asks", ask) for ask in asks)
    duties = (getattr(duty, language) for duty in (role.mission, *role.duties))
    yield role.id, "duties", _AND.join(duties)
