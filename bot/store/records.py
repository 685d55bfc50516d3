"""What the store gives and takes: plans, links, waiting messages, complaints."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """A plan as it was saved; `body` is JSON, `at` is Unix time [seconds]."""

    id: str
    chat: str
    user: str
    body: str
    at: int


@dataclass(frozen=True, slots=True)
class Share:
    """A link to a plan that somebody edited; whoever has the token may open it.

    `expires_at` is Unix time [seconds], None for never; `may_edit` lets everybody with the link
    edit the plan.
    """

    token: str
    chat: str
    user: str
    plan: str
    at: int
    expires_at: int | None
    may_edit: bool


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message waiting to be sent; `source` and `update_id` name the update it answers.

    `user` is the person it belongs to, `address` says as JSON where in the chat it goes.
    """

    id: int
    chat: str
    kind: str
    body: str
    at: int
    attempts: int
    source: str
    update_id: str
    user: str
    address: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """What somebody found wrong with an answer.

    `about` names the answer, such as `why:ts-g-55` or `role:qa_specialist`; `rule` is the rule
    that decided the plan, None for a role.
    """

    at: int
    about: str
    rule: str | None
    text: str
    language: str
