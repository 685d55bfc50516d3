"""Matching a description of work ("who scores the calls") with the roles' texts.

Simple and strict: a description names a role only when nearly all of its content stands in one
text of that role and no other role comes close. The index is built when first needed.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from flows.cues import Cues, Table
from flows.fold import Fold
from knowledge.model import Function, Role

_CHINESE_RUN = re.compile(r"[\u3400-\u9fff]+")
_LATIN_WORD = re.compile(r"[a-z][a-z0-9]+")
_ENDING = re.compile(r"(?:ing|ies|ed|es|s)$")
_SHORTEST_STEM = 3  # letters
_LEAST_GRAMS = 2


@dataclass(frozen=True, slots=True)
class _Index:
    texts: tuple[tuple[str, frozenset[str]], ...]
    weights: dict[str, float]
    by_gram: dict[str, list[int]]
    unknown: float


class Descriptions:
    """The texts that describe the roles' work."""

    __slots__ = ("_filler", "_fold", "_functions", "_index", "_known_share", "_limits", "_roles")

    def __init__(
        self,
        table: Table,
        fold: Fold,
        filler: Cues,
        roles: Iterable[Role],
        functions: Iterable[Function],
    ) -> None:
        """Take the limits of `roles.toml` and the texts; nothing is indexed yet."""
        self._limits = tuple(table.number(key) for key in ("share", "back_share", "margin"))
        self._known_share = table.number("known_share")
        self._fold, self._filler = fold, filler
        self._roles, self._functions = tuple(roles), tuple(functions)
        self._index: _Index | None = None

    def role_of(self, text: str, who: Cues) -> str | None:
        """Name the role whose work a folded text describes, if that is clear."""
        grams = self._grams(who.blank(text))
        return self._best(self._built(who), grams) if grams else None

    def is_known(self, text: str, who: Cues, least: int) -> bool:
        """Tell whether a folded text speaks of work that some role's texts speak of, too."""
        grams = self._grams(who.blank(text))
        if len(grams) < least:
            return False
        known = sum(gram in self._built(who).weights for gram in grams)
        return known / len(grams) >= self._known_share

    def _built(self, who: Cues) -> _Index:
        if self._index is None:
            self._index = self._build(who)
        return self._index

    def _best(self, index: _Index, grams: frozenset[str]) -> str | None:
        scores = self._scores(index, grams)
        ranked = sorted(scores.items(), key=lambda item: -item[1])[:2]
        if not ranked:
            return None
        is_clear = len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= self._limits[2]
        return ranked[0][0] if is_clear else None

    def _scores(self, index: _Index, grams: frozenset[str]) -> dict[str, float]:
        """Rate the roles of which one text covers enough of the grams, 0 to 1."""
        least, least_back, _ = self._limits
        asked = sum(index.weights.get(g, index.unknown) for g in grams)
        scores: dict[str, float] = {}
        for place in {p for g in grams for p in index.by_gram.get(g, ())}:
            role, text = index.texts[place]
            if len(grams & text) < _LEAST_GRAMS and grams != text:
                continue
            common = sum(index.weights[g] for g in grams & text)
            share, back = common / asked, common / sum(index.weights[g] for g in text)
            if share >= least and back >= least_back:
                scores[role] = max(scores.get(role, 0.0), (2 * share + back) / 3)
        return scores

    def _build(self, who: Cues) -> _Index:
        texts = tuple((role, self._grams(who.blank(text))) for role, text in self._texts())
        texts = tuple((role, grams) for role, grams in texts if grams)
        counts = Counter(gram for _, grams in texts for gram in grams)
        by_gram: dict[str, list[int]] = {}
        for place, (_, grams) in enumerate(texts):
            for gram in grams:
                by_gram.setdefault(gram, []).append(place)
        weights = {gram: math.log(1 + len(texts) / count) for gram, count in counts.items()}
        return _Index(texts, weights, by_gram, math.log(1 + len(texts)))

    def _texts(self) -> Iterable[tuple[str, str]]:
        for role in self._roles:
            for text in (*role.asks.en, *role.asks.zh):
                yield role.id, self._fold.simplified(text)
            for duty in role.duties:
                yield role.id, self._fold.simplified(duty.en)
                yield role.id, self._fold.simplified(duty.zh)
        for function in self._functions:
            yield function.primary_owner, self._fold.simplified(function.name.en)
            yield function.primary_owner, self._fold.simplified(function.name.zh)

    def _grams(self, text: str) -> frozenset[str]:
        """Split a folded text without question words into pairs of characters and word stems."""
        text = self._filler.blank(text)
        grams = {run[i : i + 2] for run in _CHINESE_RUN.findall(text) for i in range(len(run) - 1)}
        return frozenset(grams | {_stem(word) for word in _LATIN_WORD.findall(text)})


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word
