"""The whole of what Orgwright knows, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.diagnosis.rules import Rules
from knowledge.growth.figures import Figure
from knowledge.model import (
    COMPANY,
    Advice,
    Ambiguity,
    Form,
    Function,
    Role,
    Source,
    Stage,
    Text,
    Variant,
)
from knowledge.programme import Channel
from knowledge.taskforces import Goals
from knowledge.workload.quantity import Workload


@dataclass(frozen=True, slots=True)
class StageInfo:
    """A stage's name and how to recognise it."""

    id: Stage
    name: Text
    meaning: Text


@dataclass(frozen=True, slots=True)
class Titles:
    """How shared titles, ordinary words and titles without a role are to be read."""

    shared: tuple[Ambiguity, ...]
    cues: Mapping[str, Mapping[str, tuple[str, ...]]]
    ordinary_words: tuple[str, ...]
    level_words: tuple[str, ...]
    not_a_role: tuple[Ambiguity, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """All data, by id, in the order of the files; `digest` is the content's fingerprint.

    `company` is what holds for a company of several channels beside the channels themselves.
    It is loaded once and equal only to itself, so that answers can be remembered by it.
    """

    digest: str
    channels: Mapping[str, Channel]
    company: Channel
    stages: Mapping[str, StageInfo]
    roles: Mapping[str, Role]
    functions: Mapping[str, Function]
    forms: Mapping[str, Form]
    sources: Mapping[str, Source]
    variants: Mapping[str, Variant]
    units: Mapping[str, Text]
    advice: tuple[Advice, ...]
    titles: Titles
    workload: Workload
    growth: tuple[Figure, ...]
    diagnosis: Rules
    taskforces: Goals

    @property
    def programmes(self) -> tuple[Channel, ...]:
        """Every channel, and the company."""
        return (*self.channels.values(), self.company)

    def team(self, name: str) -> Channel:
        """Give a channel by its id, or the company.

        Raises:
            KeyError: If there is no such channel.
        """
        return self.company if name == COMPANY else self.channels[name]

    def variants_of(self, *channels: str) -> tuple[Variant, ...]:
        """List the variants that one of some channels offers, in the order of the file."""
        return tuple(v for v in self.variants.values() if set(channels) & set(v.channels))
