"""What a description sounds clearly like: a channel, a stage, a number that counts the team.

Cuts come from `hunches.toml`, what descriptions sound like from those that are labelled.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from flows.counts.mention import Mention
from flows.counts.people_range import MOST_PEOPLE
from flows.counts.people_words import ACTUAL, PLAIN, PeopleWords
from flows.hunches.grams import number_grams, text_grams
from flows.hunches.model import Hunch, Model
from flows.hunches.ways import Look, Seen
from flows.sums.sizes import Sizes
from flows.text.fold import has_chinese
from flows.text.table import Table

FILE = "derived/hunches.txt"
SIZES = "sizes"  # the weights by which sizes are judged
# Classes: a description of a team, a question; nothing is said.
BRIEF, QUESTION, NONE = "brief", "question", "-"
# What a number counts: people who are there, who shall be there, something else.
PEOPLE, TARGET, OTHER = "people", "target", "other"
_SILENT = {PEOPLE: 0.0, TARGET: 0.0, OTHER: 1.0}
_FEW, _STORY = 24, 60  # characters
_REMEMBERED = 64  # texts
_LETTERS = 2  # that say as much as one character of Chinese


class Cuts(NamedTuple):
    """How sure a hunch must be, 0 to 1; no second number may be as likely as `another`."""

    brief: float
    question: float
    channel: float
    short: float
    stage: float
    long: float
    people: float
    another: float
    size: float


class Hunches:
    """What descriptions sound like, read when first needed; without a file there are none."""

    def __init__(
        self,
        read: Callable[[str], Table],
        text: Callable[[str], str | None],
        people: PeopleWords,
    ) -> None:
        """Take how a file of the language data is read, as a table and as it is."""
        self._read, self._text, self._people = read, text, people
        self._models: dict[str, Model] = {}

    def silenced(self) -> Hunches:
        """Give no hunches and no doubts, to see what words alone tell."""
        return Hunches(self._read, lambda _: None, self._people)

    def check(self) -> None:
        """Use everything that is else read when first needed.

        Raises:
            LexiconError: If something is unusable; names file, key and fix.
        """
        _ = self.cuts, self.weights, [self._model(name) for name in self._written if name != SIZES]

    @cached_property
    def cuts(self) -> Cuts:
        """The cuts of `hunches.toml`."""
        table = self._read("hunches.toml").table("cuts")
        return Cuts(*(table.number(name) for name in Cuts._fields))

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What each mark of a way to count people says; see `choice`."""
        weights: dict[str, int] = json.loads(self._written.get(SIZES, "{}"))
        return {mark: weight / 100 for mark, weight in weights.items()}

    def look(self, folded: str, found: list[Mention], named: int, sizes: Sizes) -> Look:
        """Look at the people of a folded text.

        Args:
            folded: The text.
            found: Its numbers.
            named: How many people it names without a number.
            sizes: How many people its words tell.
        """
        sounds = zip(found, self._sounds(folded, found), strict=True)
        seen = (Seen.of(m, sound[PEOPLE]) for m, sound in sounds if _may_count(m))
        length = len(folded) // (1 if has_chinese(folded) else _LETTERS)
        return Look(tuple(seen), named, length, sizes.current, sizes.target is not None)

    @cached_property
    def _written(self) -> dict[str, str]:
        """The models as they are written: a line with the name, then one with what was learnt."""
        lines = (self._text(FILE) or "").splitlines()
        return dict(zip(lines[::2], lines[1::2], strict=True))

    def _model(self, name: str) -> Model | None:
        if name in self._written and name not in self._models:
            self._models[name] = Model.read(json.loads(self._written[name]))
        return self._models.get(name)

    def is_brief(self, folded: str) -> bool:
        """Tell whether a folded text sounds like the description of a team."""
        return self._is_kind(folded, BRIEF, self.cuts.brief)

    def is_question(self, folded: str) -> bool:
        """Tell whether a folded text sounds much like a question about a role."""
        return self._is_kind(folded, QUESTION, self.cuts.question)

    def _is_kind(self, folded: str, kind: str, cut: float) -> bool:
        model = self._model("kind")
        hunch = model.best(text_grams(folded)) if model else None
        return hunch is not None and hunch.name == kind and hunch.sure >= cut

    def channel(self, folded: str) -> Hunch | None:
        """Tell which channel a folded text sounds like; None if none clearly."""
        cut = self.cuts.short if len(folded) <= _FEW else self.cuts.channel
        return self._of_text("channel", folded, cut)

    def is_of_a_channel(self, folded: str) -> bool:
        """Tell whether a folded text is nearly certainly about the work of one channel."""
        return self._of_text("channel", folded, self.cuts.brief) is not None

    def stage(self, folded: str) -> Hunch | None:
        """Tell which stage a folded text sounds like; None if none clearly."""
        is_long = len(folded) > (_STORY if has_chinese(folded) else _LETTERS * _STORY)
        return self._of_text("stage", folded, self.cuts.long if is_long else self.cuts.stage)

    def _of_text(self, slot: str, folded: str, cut: float) -> Hunch | None:
        model = self._model(slot)
        hunch = model.best(text_grams(folded)) if model else None
        return hunch if hunch and hunch.name != NONE and hunch.sure >= cut else None

    def people(self, folded: str, found: list[Mention]) -> Mention | None:
        """Find the one number of a folded text that sounds like the people of a team."""
        sounds = zip(found, self._sounds(folded, found), strict=True)
        shares = [
            1 - sound[OTHER] if _may_count(m) and m.number.high > 1 else 0.0 for m, sound in sounds
        ]
        if not any(shares):
            return None
        *others, best = sorted(zip(shares, range(len(shares)), strict=True))
        number = found[best[1]]
        is_clear = best[0] >= self.cuts.people and all(s < self.cuts.another for s, _ in others)
        return number if is_clear and number.relation in (PLAIN, ACTUAL) else None

    def _sounds(self, folded: str, found: list[Mention]) -> Sequence[Mapping[str, float]]:
        model = self._model(PEOPLE)
        return _sounds(model, folded, tuple(found)) if model else [_SILENT] * len(found)


@lru_cache(maxsize=_REMEMBERED)
def _sounds(
    model: Model, folded: str, found: tuple[Mention, ...]
) -> tuple[Mapping[str, float], ...]:
    """Tell what each number of a folded text sounds like, by class; several ask for the same."""
    return tuple(model.by_class(number_grams(folded, m, len(found))) for m in found)


def _may_count(mention: Mention) -> bool:
    return mention.number.is_count and mention.number.high <= MOST_PEOPLE
