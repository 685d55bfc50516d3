"""A number in a text with what it counts and what is said around it, as values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from flows.text.numbers import Number

Kind: TypeAlias = Literal["general", "job", "thing", "group", "bare"]
LabelKind: TypeAlias = Literal["job", "unit", "whole", "total", "thing", "none"]
_COUNTERS = " 个名位"


@dataclass(frozen=True, slots=True)
class Label:
    """What is named right in front of a number (客服6人, A组8人).

    `is_summed` tells that words such as 一共 stand between the name and the number.
    """

    name: str
    kind: LabelKind
    is_summed: bool


NO_LABEL = Label("", "none", is_summed=False)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number with what is counted and what is said around it, within its clause."""

    number: Number
    end: int
    kind: Kind
    before: str = ""
    after: str = ""
    label: Label = NO_LABEL
    is_part: bool = False
    is_people: bool = False
    relation: str = "plain"

    def part(self) -> Mention:
        """Take it for people of the team, beside others."""
        return replace(self, is_part=True, is_people=True)

    def as_job(self) -> Mention:
        """Take it for people of a job beside others, whatever is said in front."""
        return replace(self.part(), kind="job", relation="plain", before="")

    def noun_in(self, text: str) -> str:
        """Give the noun behind it in a text, without what counts people (三个客服)."""
        return text[self.number.end : self.end].strip(_COUNTERS)

    def nobody(self) -> Mention:
        """Take it for something that counts no people."""
        return replace(self, kind="thing", is_part=False, is_people=False)

    def and_one(self) -> Mention:
        """Count one more who is named beside them."""
        number = replace(self.number, low=self.number.low + 1, high=self.number.high + 1)
        return replace(self, number=number)

    def times(self, low: int, high: int) -> Mention:
        """Take it for people of whom there are so many times as many."""
        number = replace(self.number, low=low * self.number.low, high=high * self.number.high)
        return replace(self, number=number, relation="plain").part()
