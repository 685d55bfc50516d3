"""Ranking roles by how much of a description their texts explain: BM25F, and how sure that is.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). How sure
a role is meant follows from its score, from the share of the best possible score, from its lead
and from the manner of the question; see `sureness.py`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from flows.search.postings import Postings
from flows.search.sureness import Evidence, Manner, Sureness
from flows.search.terms import CONCEPT, PIECE, Terms, Unit
from knowledge.model import SHARED

_MOST_READ = 2000  # terms that are remembered
_SHOWN = 6  # words that explain a match
_KEPT = 10  # best roles
_JOINING = (1.0, 0.5, 0.0)  # share of an unknown pair by how many known words it is part of
_HALF = 0.5  # of a posting's unit


class Weights(NamedTuple):
    """The numbers of `search.toml`; see there."""

    saturation: float
    length: float
    most_times: float
    concept: float
    character: float
    piece: float
    unknown: float
    other_channel: float


class Match(NamedTuple):
    """A role, how well it fits, and how sure it is meant, 0 to 1."""

    role: str
    score: float
    confidence: float
    evidence: Evidence


class Index:
    """The roles' texts, ready to be searched; scores are worked out when asked for."""

    def __init__(
        self, postings: Postings, terms: Terms, weights: Weights, sureness: Sureness
    ) -> None:
        self._terms, self._weights, self._sureness = terms, weights, sureness
        self._roles, self._postings = postings.roles, postings
        self._read: dict[str, list[int]] = {}
        w, roles = weights, len(postings.roles)
        average = sum(postings.lengths) / roles
        self._norms = [
            w.saturation * (1 - w.length + w.length * length / average)
            for length in postings.lengths
        ]
        self._rarities = [math.log(1 + (roles - n + 0.5) / (n + 0.5)) for n in range(roles + 1)]

    def known_share(self, units: Sequence[Unit]) -> float:
        """Say which share of some words our texts hold, 0 to 1."""
        counts = [self._share(units, place) for place in range(len(units))]
        known = sum(self._is_known(unit) for unit in units)
        return known / sum(counts) if known else 0.0

    def ranked(
        self, text: str, channel_of: Mapping[str, str], channel: str | None, manner: Manner
    ) -> list[Match]:
        """Rank the roles a folded text may describe, the best first; ties by the roles' order."""
        units, roles = self._terms.units(text), self._roles
        said = self._said(units)
        by_words, best = self._scores(said), self._best_possible(units)
        pieces = self._scores({p: self._piece_share(p) for p in self._terms.pieces(text)})
        scores = {
            place: (score + pieces.get(place, 0.0))
            * self._factor(channel_of[roles[place]], channel)
            for place, score in by_words.items()
        }
        order = sorted(scores, key=lambda place: (-scores[place], place))[:_KEPT]
        first, second = ([scores[place] for place in order] + [0.0, 0.0])[:2]
        found = []
        for place in order:
            other = second if place == order[0] else first
            lead, score = 1 - other / scores[place], by_words[place]
            evidence = Evidence(score, score / best, lead, manner)
            sure = self._sureness.of(evidence)
            found.append(Match(roles[place], scores[place], sure, evidence))
        return found

    def matched(self, text: str, role: str) -> tuple[str, ...]:
        """List the pairs and stems of a text that speak most for a role, the weightiest first."""
        place = self._roles.index(role)
        units = {unit.term: self._said([unit]) for unit in self._terms.units(text)}
        scores = {term: self._scores(said).get(place, 0.0) for term, said in units.items()}
        best = sorted(scores, key=lambda term: -scores[term])[:_SHOWN]
        return tuple(term for term in best if scores[term])

    def _factor(self, own: str, channel: str | None) -> float:
        is_other = channel is not None and own not in (channel, SHARED)
        return self._weights.other_channel if is_other else 1.0

    def _said(self, units: Iterable[Unit]) -> dict[str, float]:
        """List the terms of a question and how much each counts."""
        said = {CONCEPT + name: self._weights.concept for u in units for name in u.concepts}
        return said | {unit.term: 1.0 for unit in units}

    def _piece_share(self, piece: str) -> float:
        return self._weights.piece if piece.startswith(PIECE) else self._weights.character

    def _rarity(self, term: str) -> float:
        """Say how rare a term is among the roles; 0 for one that no text has."""
        holders = len(self._holders(term)) // 2
        return self._rarities[holders] if holders else 0.0

    def _holders(self, term: str) -> list[int]:
        """Give the places of the roles that say a term, each followed by how often; read once."""
        if (found := self._read.get(term)) is None:
            found = self._postings.of_term(term)
            if len(self._read) < _MOST_READ:
                self._read[term] = found
        return found

    def _best_possible(self, units: Sequence[Unit]) -> float:
        """Add up what a role would score whose texts say all of this all the time."""
        known = sum(self._rarity(term) * share for term, share in self._said(units).items())
        unknown = sum(
            self._share(units, place)
            for place, unit in enumerate(units)
            if not self._is_known(unit)
        )
        return known + unknown * self._weights.unknown * self._rarities[0] or 1.0

    def _is_known(self, unit: Unit) -> bool:
        return bool(unit.concepts) or unit.term in self._postings.holders

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

    def _scores(self, said: Mapping[str, float]) -> dict[int, float]:
        """Add up the BM25 scores of terms, by the places of the roles."""
        scores: defaultdict[int, float] = defaultdict(float)
        most, norms = self._weights.most_times, self._norms
        for term, share in said.items():
            holders = self._holders(term)
            rarity = self._rarity(term) * share
            for place, halves in zip(holders[::2], holders[1::2], strict=True):
                times = min(halves * _HALF, most)
                scores[place] += rarity * times / (times + norms[place])
        return scores
