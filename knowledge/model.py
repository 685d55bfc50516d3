"""The vocabulary of the knowledge: what the data files say, as frozen values.

Nothing here reads files, plans or words an answer; `loader` builds these values
and `checks` decides whether they fit together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Stage: TypeAlias = Literal["startup", "growth", "mature"]
STAGES: tuple[Stage, ...] = ("startup", "growth", "mature")
CHANNELS = ("telesales", "ecommerce", "customer_service", "marketing")
SHARED = "shared"
COMPANY = "company"  # several channels under one founder
OTHER_TEAMS = "other_teams"  # people of a company of whom nobody told the work; no role
MIN_SIZE, MAX_SIZE = 1, 5000  # people


@dataclass(frozen=True, slots=True)
class Text:
    """One statement in English and in Simplified Chinese."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Words:
    """Two lists of words or phrases, English and Simplified Chinese, not necessarily parallel."""

    en: tuple[str, ...]
    zh: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact a source supports, under the code of the fact sheet where it has one."""

    code: str
    text: Text


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number or a rule comes from; `judgement` is our own rule of thumb."""

    id: str
    kind: Literal["study", "book", "practice", "judgement"]
    title: Text
    url: str | None
    supports: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Kpi:
    """A measure of a role; `unit` is an id of `units.toml`."""

    name: Text
    unit: str


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of job (岗位); `short` is a name for charts where the first title will not do."""

    id: str
    channel: str
    name: Text
    short: Text | None
    aliases: Words
    asks: Words
    reports_to: str | None
    covers_before: str | None
    mission: Text
    duties: tuple[Text, ...]
    kpis: tuple[Kpi, ...]
    skills: tuple[Text, ...]
    ratio: Text
    functions: tuple[str, ...]
    sources: tuple[str, ...]

    def __hash__(self) -> int:
        """Hash the id; hashing every field would cost more than what is looked up by it."""
        return hash(self.id)


class Roles(dict[str, Role]):
    """All roles by id; by its id also the box of other teams, which is none and never listed."""

    def __init__(self, roles: Mapping[str, Role], other: Role) -> None:
        super().__init__(roles)
        self._other = other

    def __missing__(self, name: str) -> Role:
        """Give the box of other teams.

        Raises:
            KeyError: For any other name.
        """
        if name == OTHER_TEAMS:
            return self._other
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Function:
    """Work that must have exactly one accountable owner (职能).

    `only_with` and `not_with` are variant ids: the function counts only when one of the former,
    and none of the latter, is chosen. `controls` are the roles whose work this function checks,
    so one of them should not be its only owner.
    """

    id: str
    channel: str
    name: Text
    primary_owner: str
    owners: tuple[str, ...]
    needed_from: Stage
    shareable: bool
    handoff_to: tuple[str, ...]
    only_with: tuple[str, ...]
    not_with: tuple[str, ...]
    controls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """An organisation form (组织形式)."""

    id: str
    name: Text
    when: Text
    strengths: tuple[Text, ...]
    weaknesses: tuple[Text, ...]
    signals: tuple[Text, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A way of working that changes the posts, or a note about people who count differently.

    `group` names alternatives that exclude each other (at most one per group is chosen).
    `note` is said with every plan that has the variant.
    """

    id: str
    channels: tuple[str, ...]
    group: str
    name: Text
    note: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """One playbook entry: how to run such a team."""

    id: str
    channel: str
    stages: tuple[Stage, ...]
    topic: str
    place: str | None
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Titles that several roles share, the roles in the order to try, and how to decide."""

    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    how: Text
