"""The titles of roles: their names and aliases, in all the ways to write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flows.counts.bearers import Bearers
from flows.text.fold import Fold, has_chinese
from knowledge.model import Role

_PARTS = re.compile(" (?:/|&) ")  # between the parts of an English name


def named(
    fold: Fold, roles: Iterable[Role], bearers: Bearers, told: Mapping[str, Any]
) -> dict[str, tuple[str, ...]]:
    """Map every title to its roles, in data order; what is said otherwise only if it is free.

    Args:
        fold: How titles are folded.
        roles: The roles.
        bearers: Words for persons.
        told: What `usual_titles` gave.
    """
    roles = tuple(roles)
    names = own_titles(fold, roles)
    parts = _by_title((part, role) for role in roles for part in _parts(fold, role))
    forms = {form: ids for title, ids in (parts | names).items() for form in _forms(title)}
    usual = bearers.all_usual(filter(str.isascii, names), told)
    return _with_usual_words(names, usual) | parts | forms | names


def own_titles(fold: Fold, roles: Iterable[Role]) -> dict[str, tuple[str, ...]]:
    """Map the names and aliases of roles, folded, to the roles that have them."""
    return _by_title((title, role) for role in roles for title in _own(fold, role))


def usual_titles(fold: Fold, roles: Iterable[Role], bearers: Bearers) -> dict[str, Any]:
    """Write English titles with the usual word for a person, as questions are read; slow."""
    titles = tuple(filter(str.isascii, own_titles(fold, roles)))
    return {"made_from": bearers.sum_of(titles), "usual": bearers.all_usual(titles, {})}


def _by_title(rows: Iterable[tuple[str, Role]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for title, role in rows:
        found[title] = (*found.get(title, ()), role.id)
    return found


def _own(fold: Fold, role: Role) -> Iterable[str]:
    return dict.fromkeys(fold.all_simplified(_called(role)))


def _called(role: Role) -> Iterator[str]:
    yield from (role.name.en, role.name.zh, *role.name.zh.split("/"))
    yield from (*role.aliases.en, *role.aliases.zh)


def _parts(fold: Fold, role: Role) -> Iterable[str]:
    return fold.all_simplified(_in_parts(role.name.en))


def _with_usual_words(
    names: Mapping[str, tuple[str, ...]], usual: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for title, form in usual.items():
        found[form] = tuple(dict.fromkeys((*found.get(form, ()), *names[title])))
    return found


def _forms(title: str) -> tuple[str, ...]:
    """List other ways to write an English title: many of them, with or without a hyphen."""
    if has_chinese(title):
        return ()
    hyphened = title.replace(" ", "-", title.count(" ") > 1)  # after-sales agent
    forms = dict.fromkeys((title, title.replace("-", " "), title.replace("-", ""), hyphened))
    return (*forms, *(f"{form}s" for form in forms if not form.endswith("s")))


def titles_of(role: Role) -> Iterator[str]:
    """List what a role is called; of a name of several parts each is a title."""
    yield from (*_called(role), *_in_parts(role.name.en))


def _in_parts(name: str) -> Iterator[str]:
    """Split "Outsourcing / Vendor Manager" into an outsourcing manager and a vendor manager."""
    first, _, second = _PARTS.sub("/", name).partition("/")
    work, _, head = second.rpartition(" ")
    if work and not head.endswith(")"):
        yield from (f"{first} {head}", second)
