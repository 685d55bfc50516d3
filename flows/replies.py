"""Replies: what the conversation answers, as values; the shell words and draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from flows.advice.replies import AdviceReply
from flows.editing.replies import EditReply
from flows.growth.replies import GrowthReply
from flows.sizing.replies import SizingReply
from flows.teams.replies import CheckReply
from knowledge.brief import Brief


@dataclass(frozen=True, slots=True)
class Said:
    """A typed message; `language` is what the messenger knows of the person's language."""

    text: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tapped button with the data it carried."""

    data: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Sent:
    """A message without words to answer: an edited one, or a picture, a voice, a sticker."""

    kind: Literal["edited", "no_text"]
    language: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A file with people, read as rows of text; or why it was not: a code and its limit, or 0."""

    rows: tuple[tuple[str, ...], ...]
    refused: tuple[str, int] | None
    language: str | None


Incoming: TypeAlias = Said | Tapped | Sent | Listed


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask the open question of a slot; `options` are what buttons offer, in order.

    `known` are the other slots with what was understood of them, which can be asked again.
    """

    slot: str
    options: tuple[str, ...]
    can_go_back: bool
    known: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShowPlan:
    """Show a plan, or one part of it, or the part of the tree below one post.

    `before` is the brief of the plan this one replaces, where something was changed; `now` how
    many people there are while the plan is for more. `name` is the user's own for the plan, and
    `can_redo` tells that a change was taken back last. `dropped` counts the edits that did not fit
    any more when the brief below them was changed.
    """

    brief: Brief
    code: str
    part: str
    page: int
    post: str | None
    before: Brief | None
    now: int | None
    name: str = ""
    can_redo: bool = False
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class ShowChart:
    """Show the chart of a plan as a picture, or as text where pictures cannot be shown."""

    brief: Brief
    code: str
    theme: str


@dataclass(frozen=True, slots=True)
class ShowFile:
    """Send a plan as a file; `format` is one of `flows.exports.FORMATS`."""

    brief: Brief
    code: str
    format: str


@dataclass(frozen=True, slots=True)
class ChooseFile:
    """Offer the kinds of files that a plan can be had as."""

    brief: Brief
    code: str


@dataclass(frozen=True, slots=True)
class ShowRole:
    """Explain a role, the asked facet first; `others` are further readings of the question.

    `brief` is that of the current plan and `code` its code, so that the answer can speak of that
    team; a team that the question names has no code.
    """

    role: str
    facet: str
    others: tuple[str, ...]
    brief: Brief | None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Compare:
    """Explain two roles beside each other."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class ChooseRole:
    """Ask which of several roles a title means, or which one a description may fit.

    `is_guess` says that none of them is sure.
    """

    title: str
    roles: tuple[str, ...]
    facet: str
    is_guess: bool


@dataclass(frozen=True, slots=True)
class ChooseChange:
    """Offer what can be changed of a plan."""

    code: str
    brief: Brief


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Offer the languages."""


@dataclass(frozen=True, slots=True)
class ListPlans:
    """List a page of the plans this person has made."""

    page: int = 1


@dataclass(frozen=True, slots=True)
class ExplainPrivacy:
    """Say what is stored, why and for how long."""


@dataclass(frozen=True, slots=True)
class SendData:
    """Send everything that is stored about this person."""


@dataclass(frozen=True, slots=True)
class ConfirmForget:
    """Ask whether everything stored about this person shall be deleted."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Delete everything stored about this person, and say so."""


@dataclass(frozen=True, slots=True)
class Complain:
    """Keep what somebody finds wrong with an answer; `about` is `why:ts-g-55` or `role:…`."""

    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Say:
    """Say one phrase of the phrase book, or a fact of the knowledge."""

    key: str


@dataclass(frozen=True, slots=True)
class Share:
    """Offer the ways to share a plan."""

    brief: Brief
    code: str


@dataclass(frozen=True, slots=True)
class SetTogether:
    """Let everybody in the group work on the plan, or its owner alone again."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class SetLink:
    """Change the link to a plan of one's own; `what` is one of `flows.managing.LINKS`."""

    brief: Brief
    code: str
    what: str


@dataclass(frozen=True, slots=True)
class ShowShared:
    """Show a plan that a link or a shared card opened, or one part of it, to look at.

    `part` is one of `flows.links.PARTS`, or `files`; `post` as in `ShowPlan`. `mark` is the
    fingerprint of the plan as it was when it was shared, `flows.links.NO_MARK` where that does
    not matter. `may_edit` tells that the reader may change the plan itself.
    """

    brief: Brief
    code: str
    part: str
    page: int
    post: str | None
    mark: str
    may_edit: bool


Reply: TypeAlias = (
    Ask
    | ShowPlan
    | ShowChart
    | ShowFile
    | ChooseFile
    | ShowRole
    | Compare
    | ChooseRole
    | ChooseChange
    | ChooseLanguage
    | ListPlans
    | ExplainPrivacy
    | SendData
    | ConfirmForget
    | Forget
    | Complain
    | Share
    | ShowShared
    | SetLink
    | SetTogether
    | EditReply
    | GrowthReply
    | AdviceReply
    | CheckReply
    | SizingReply
    | Say
)
