"""Visitors: who taps or asks in a chat that the bot may know nothing of.

They are answered in their own language; what is read here goes to nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core import Core
from bot.plan_links import link_to
from bot.shelf import StoredShelf, new_token
from bot.speaking import language_of
from bot.store import Store, Transaction
from bot.words.voice import Language
from flows.codes import decode
from flows.draft import Draft, load_draft
from flows.shelf import OWN, TOKEN
from knowledge.brief import Brief

RECENT = 10  # plans


@dataclass(frozen=True, slots=True)
class Visit:
    """One update that needs an answer at once: its source and id, whose it is, and when.

    `language` is what the messenger says of the person's, `card` the messenger's id of the shared
    card that was tapped or chosen.
    """

    source: str
    update_id: str
    user: str
    language: str | None
    at: int
    card: str | None = None


@dataclass(frozen=True, slots=True)
class Visitor:
    """What is known of somebody: the language to speak, and their latest plans by their codes.

    `brief` is that of the plan the visit is about, None if it is about none that is shared.
    """

    language: Language
    plans: tuple[tuple[str, Brief], ...]
    brief: Brief | None


def visitor(
    core: Core, store: Store, visit: Visit, default_language: str | None, code: str | None
) -> Visitor:
    """Read what is known of who made a visit; of one that was handled before, only its language.

    Args:
        core: The core.
        store: The store.
        visit: The visit.
        default_language: The language of the host's choice, None if there is none.
        code: The code of the plan that the visit is about, None if it is about none.

    Raises:
        StoreError: If the store cannot be used; then the visit was not handled.
    """
    with store.message(visit.source, visit.update_id, visit.at) as transaction:
        draft = _draft(transaction, visit.user)
        plans = tuple(_plans(core, transaction, visit.user))
        brief = _brief(core, transaction, visit.user, code) if code else None
        if transaction and brief and visit.card and code and code.startswith(TOKEN):
            transaction.keep_card(visit.card, code[1:])
    return Visitor(language_of(draft, default_language, visit.language), plans, brief)


def _draft(transaction: Transaction | None, user: str) -> Draft:
    """Load the draft of the private chat, which has the id of its person."""
    return load_draft(transaction.draft(user, user) if transaction else None)


def _plans(core: Core, transaction: Transaction | None, user: str) -> Iterator[tuple[str, Brief]]:
    """Give the plans with codes that anybody can open; an edited one gets its link for that."""
    if transaction is None:
        return
    for plan in transaction.plans_of(user, user, RECENT, 0):
        brief = StoredShelf(core, transaction, user, user).brief_of(plan.id)
        if brief and plan.id.startswith(OWN):
            yield TOKEN + link_to(transaction, user, user, plan.id, new_token).token, brief
        elif brief:
            yield plan.id, brief


def _brief(core: Core, transaction: Transaction | None, user: str, code: str) -> Brief | None:
    """Give the brief of a code that means the same to everybody, or of a token that opens it."""
    if not code.startswith(TOKEN):
        return decode(core.knowledge, code)
    kept = StoredShelf(core, transaction, user, user).find(code) if transaction else None
    return kept.brief if kept else None
