"""Which words each role's texts say and how often: the index as data that ships."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from flows.search.terms import CONCEPT, Terms

_UNIT = 2  # weights are kept as whole halves: 2.5 is 5


class RoleText(NamedTuple):
    """One text of a role, folded, and the weight of the field it stands in."""

    role: str
    text: str
    weight: float


class Postings(NamedTuple):
    """The terms of all texts of a language.

    `holders` gives for a term the places of the roles that say it, each followed by how often
    (in halves, weighted by field), as numbers in one text: few of them are ever needed, and texts
    are read from a file much faster. `lengths` gives how much each role says in all, in halves.
    """

    roles: tuple[str, ...]
    lengths: tuple[int, ...]
    holders: Mapping[str, str]

    @classmethod
    def of(cls, texts: Iterable[RoleText], terms: Terms) -> Postings:
        """Count the terms of texts."""
        texts = tuple(texts)
        places = {role: i for i, role in enumerate(dict.fromkeys(t.role for t in texts))}
        lengths = [0] * len(places)
        times: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for text in texts:
            place, weight = places[text.role], round(text.weight * _UNIT)
            for term in _terms_of(terms, text.text):
                times[term][place] = times[term].get(place, 0) + weight
                lengths[place] += weight
        flat = {term: _flat(by) for term, by in sorted(times.items())}
        return cls(tuple(places), tuple(lengths), flat)

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Postings:
        """Take what `content` gave."""
        return cls(tuple(content["roles"]), tuple(content["lengths"]), content["holders"])

    def of_term(self, term: str) -> list[int]:
        """List the places of the roles that say a term, each followed by how often."""
        return [int(number) for number in self.holders.get(term, "").split()]

    def content(self, made_from: str) -> str:
        """Give everything as JSON, one term a line, with a mark of what it was made from."""
        head = {"made_from": made_from, "roles": self.roles, "lengths": self.lengths}
        lines = [f"{_json(key)}: {_json(value)}" for key, value in head.items()]
        rows = ",\n".join(f"{_json(t)}: {_json(by)}" for t, by in self.holders.items())
        return "{" + ",\n".join([*lines, f'"holders": {{\n{rows}\n}}']) + "}\n"


def _flat(by_place: Mapping[int, int]) -> str:
    return " ".join(f"{place} {times}" for place, times in sorted(by_place.items()))


def _terms_of(terms: Terms, text: str) -> Iterable[str]:
    """List words as often as they are said, pieces and concepts once."""
    units = terms.units(text)
    concepts = {CONCEPT + name for unit in units for name in unit.concepts}
    return (*(unit.term for unit in units), *concepts, *terms.pieces(text))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
