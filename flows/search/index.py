"""Ranking roles by how much of a description their texts explain: BM25F and coverage.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); the
share of the question that a role's texts explain turns its score into a confidence.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from flows.search.terms import Terms, Unit

_MOST_TIMES = 6.0  # weighted; how often a word counts at most in one role
_CONCEPT = "@"  # what the terms of concepts begin with
_SCALE = 2.5  # so alike is a text that says about the same in other words
_KEPT = 10  # best roles
_JOINING = (1.0, 0.5, 0.0)  # share of an unknown pair by how many known words it is part of
_OF_CONCEPT = 0.8  # share of its concept's weight that a word has which no text uses


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of `search.toml`; see there."""

    saturation: float
    length: float
    concept: float
    unknown_pair: float
    unknown_word: float
    half: float
    apart: float
    other_channel: float


@dataclass(frozen=True, slots=True)
class RoleText:
    """One text of a role, folded, and the weight of the field it stands in."""

    role: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Match:
    """A role and how sure it is meant, 0 to 1."""

    role: str
    confidence: float


class Index:
    """The roles' texts, ready to be searched; scores are worked out when asked for."""

    def __init__(self, texts: Sequence[RoleText], terms: Terms, weights: Weights) -> None:
        self._terms, self._weights = terms, weights
        self._places = {role: i for i, role in enumerate(dict.fromkeys(t.role for t in texts))}
        self._times: dict[str, dict[str, float]] = {}
        self._holding: dict[str, list[int]] = {}
        self._owners = [text.role for text in texts]
        said = [self._add(place, text) for place, text in enumerate(texts)]
        self._norms, self._rare = self._lengths(), self._rarities()
        self._sizes = [self._size(terms) for terms in said]

    def _add(self, place: int, text: RoleText) -> set[str]:
        """Count the words of a text, and each concept once; give them all."""
        role, weight, units = text.role, text.weight, self._terms.units(text.text)
        said = [unit.term for unit in units]
        concepts = {_CONCEPT + name for unit in units for name in unit.concepts}
        for term in (*said, *concepts):
            times = self._times.get(term)
            if times is None:
                times = self._times[term] = {}
            times[role] = times.get(role, 0.0) + weight
        terms = concepts.union(said)
        for term in terms:
            self._holding.setdefault(term, []).append(place)
        return terms

    def _size(self, terms: Iterable[str]) -> float:
        rare = self._rare
        return math.sqrt(sum(rare[term] ** 2 for term in terms if term in rare)) or 1.0

    def _alike(self, terms: Collection[str]) -> dict[str, float]:
        """Say how like the question each role's most similar text is, 0 to 1 (cosine)."""
        shared: defaultdict[int, float] = defaultdict(float)
        for term in terms:
            weight = self._rarity(term) ** 2
            for place in self._holding.get(term, ()):
                shared[place] += weight
        size, best = self._size(terms), dict[str, float]()
        for place, weight in shared.items():
            role, found = self._owners[place], weight / (size * self._sizes[place])
            best[role] = max(best.get(role, 0.0), found)
        return best

    def _lengths(self) -> dict[str, float]:
        """Work out what evens out that some roles have more text than others."""
        lengths = dict.fromkeys(self._places, 0.0)
        for times in self._times.values():
            for role, weight in times.items():
                lengths[role] += weight
        average = sum(lengths.values()) / len(lengths)
        w = self._weights
        return {
            role: w.saturation * (1 - w.length + w.length * length / average)
            for role, length in lengths.items()
        }

    def known_share(self, units: Sequence[Unit]) -> float:
        """Say which share of some words our texts hold, 0 to 1."""
        counts = [self._share(units, place) for place in range(len(units))]
        known = sum(self._is_known(unit) for unit in units)
        return known / sum(counts) if known else 0.0

    def ranked(self, text: str, channel_of: Mapping[str, str], channel: str | None) -> list[Match]:
        """Rank the roles a folded text may describe, the best first; ties by the roles' order."""
        units = self._terms.units(text)
        scores = self._scores(units)
        covered = self._covered(units)
        alike = self._alike(self._said(units))
        found = [
            Match(
                role,
                self._confidence(score, covered[role], alike[role]) * self._factor(own, channel),
            )
            for role, score in scores.items()
            if covered.get(role) and (own := channel_of[role])
        ]
        return sorted(found, key=lambda m: (-m.confidence, self._places[m.role]))[:_KEPT]

    def _factor(self, own: str, channel: str | None) -> float:
        is_other = channel is not None and own not in (channel, "shared")
        return self._weights.other_channel if is_other else 1.0

    def _confidence(self, score: float, covered: float, alike: float) -> float:
        w = self._weights
        return covered * score / (score + w.half) * (w.apart + (1 - w.apart) * alike * _SCALE)

    def _said(self, units: Iterable[Unit]) -> dict[str, float]:
        """List the terms of a question and how much each counts."""
        said = {_CONCEPT + name: self._weights.concept for u in units for name in u.concepts}
        return said | {unit.term: 1.0 for unit in units}

    def _rarities(self) -> dict[str, float]:
        """Work out how rare each term is among the roles."""
        roles = len(self._places)
        by_holders = [math.log(1 + (roles - n + 0.5) / (n + 0.5)) for n in range(roles + 1)]
        return {term: by_holders[len(times)] for term, times in self._times.items()}

    def _rarity(self, term: str) -> float:
        """Say how rare a term is among the roles; 0 for one that no text has."""
        return self._rare.get(term, 0.0)

    def _weight(self, unit: Unit) -> float:
        """Say how much a word of a question weighs."""
        if known := self._rarity(unit.term):
            return known
        if unit.concepts:
            return max(self._rarity(_CONCEPT + name) for name in unit.concepts) * _OF_CONCEPT
        share = self._weights.unknown_pair if unit.is_chinese else self._weights.unknown_word
        return share * math.log(1 + 2 * len(self._places))

    def _is_known(self, unit: Unit) -> bool:
        return bool(unit.concepts) or unit.term in self._times

    def _share(self, units: Sequence[Unit], place: int) -> float:
        """Say how much an unknown pair counts: less where it only joins two known words."""
        unit = units[place]
        if not unit.is_chinese or self._is_known(unit):
            return 1.0
        beside = (*units[max(0, place - 1) : place], *units[place + 1 : place + 2])
        joined = sum(
            self._is_known(other)
            and (other.term[-1] == unit.term[0] or other.term[0] == unit.term[-1])
            for other in beside
        )
        return _JOINING[joined]

    def _scores(self, units: Iterable[Unit]) -> dict[str, float]:
        """Add up the BM25 scores of all terms."""
        said = self._said(units)
        scores: defaultdict[str, float] = defaultdict(float)
        for term, share in said.items():
            rarity = self._rarity(term) * share
            for role, times in self._times.get(term, {}).items():
                counted = min(times, _MOST_TIMES)
                scores[role] += rarity * counted / (counted + self._norms[role])
        return scores

    def _covered(self, units: Sequence[Unit]) -> dict[str, float]:
        """Say which share of the weight of all words each role explains."""
        covered: defaultdict[str, float] = defaultdict(float)
        total = 0.0
        for place, unit in enumerate(units):
            weight = self._weight(unit) * self._share(units, place)
            total += weight
            exact = self._times.get(unit.term, {})
            for role in exact:
                covered[role] += weight
            alike = {r: None for c in unit.concepts for r in self._times.get(_CONCEPT + c, ())}
            for role in alike:
                if role not in exact:
                    covered[role] += weight * self._weights.concept
        return {role: part / total for role, part in covered.items()}
