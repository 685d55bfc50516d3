"""Replies about editing a plan, its versions and the list of plans; see `flows.replies`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from knowledge.brief import Brief
from knowledge.edits import Refusal


@dataclass(frozen=True, slots=True)
class ChooseEdit:
    """Offer the posts of a plan to be edited, a page of them."""

    brief: Brief
    code: str
    page: int


@dataclass(frozen=True, slots=True)
class ChoosePost:
    """Ask which of several posts is meant."""

    brief: Brief
    code: str
    posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditPost:
    """Offer what can be done with a post."""

    brief: Brief
    code: str
    post: str


@dataclass(frozen=True, slots=True)
class ChoosePlace:
    """Ask where a post goes (`how` is `move`) or which team it joins (`merge`)."""

    brief: Brief
    code: str
    how: Literal["move", "merge"]
    post: str
    page: int


@dataclass(frozen=True, slots=True)
class ChooseNewRole:
    """Ask which role is added, under a post or where it belongs."""

    brief: Brief
    code: str
    under: str | None
    page: int


@dataclass(frozen=True, slots=True)
class AskName:
    """Ask for a name: of a post (`title`), of its people, of the plan, or of a version."""

    brief: Brief
    code: str
    what: Literal["title", "staff", "plan", "version"]
    post: str | None


@dataclass(frozen=True, slots=True)
class NotEdited:
    """Say why an edit cannot be made."""

    why: Refusal
    brief: Brief
    code: str


@dataclass(frozen=True, slots=True)
class ChooseVersion:
    """Offer the versions of a plan, to look at, compare and go back to."""

    brief: Brief
    code: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowVersion:
    """Compare a version with the plan as it is now, and offer to go back to it."""

    brief: Brief
    code: str
    version: Brief
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class CompareWith:
    """Offer the person's other plans to compare a plan with."""

    brief: Brief
    code: str


@dataclass(frozen=True, slots=True)
class ComparePlans:
    """Show two plans side by side."""

    one: Brief
    one_code: str
    other: Brief
    other_code: str


@dataclass(frozen=True, slots=True)
class ManagePlan:
    """Offer to name, copy or delete a plan of the person's; `is_sure` asks before it is deleted."""

    code: str
    brief: Brief
    name: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Named:
    """Say which name a plan has now."""

    name: str


EditReply: TypeAlias = (
    ChooseEdit
    | ChoosePost
    | EditPost
    | ChoosePlace
    | ChooseNewRole
    | AskName
    | NotEdited
    | ChooseVersion
    | ShowVersion
    | CompareWith
    | ComparePlans
    | ManagePlan
    | Named
)
