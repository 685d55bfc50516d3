"""The shelf in the store: a person's kept plans, and those others share with them."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core import Core
from bot.store import SavedPlan, Share, Transaction
from flows.codes import decode, encode
from flows.shelf import OWN, TOKEN, Kept, Shelf, Version
from knowledge.brief import Brief
from knowledge.edits import dump, load
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan

VERSION = 1
TOKEN_BYTES = 16  # 128 bits
MOST_OWN = 200  # plans made by hand, of one person in one chat


def new_token() -> str:
    """Make an unguessable token of 22 URL-safe characters."""
    return secrets.token_urlsafe(TOKEN_BYTES)


@dataclass(frozen=True, slots=True)
class StoredShelf:
    """Reads the plans that one person in one chat can reach, when they are needed."""

    core: Core
    transaction: Transaction
    chat: str
    user: str

    def find(self, code: str) -> Kept | None:
        """Give a kept plan; None if there is none, or none for this person."""
        if code[:1] == TOKEN:
            return self._shared(code[1:])
        return self._kept(self.transaction.plan(code, self.chat, self.user))

    def brief_of(self, code: str) -> Brief | None:
        """Give the brief of any code of this person's; None if there is none."""
        kept = self.find(code) if code[:1] in (OWN, TOKEN) else None
        return kept.brief if kept else decode(self.core.knowledge, code)

    def free(self) -> int:
        """Give the first number that no kept plan of this person has."""
        return self.transaction.last_number(self.chat, self.user) + 1

    def plan(self, knowledge: Knowledge, brief: Brief) -> Plan:
        """Plan a brief."""
        del knowledge
        return self.core.plan(brief)

    def _shared(self, token: str) -> Kept | None:
        share = self.transaction.share(token)
        if share is None:
            return None
        kept = self._kept(self.transaction.plan(share.plan, share.chat, share.user))
        return replace(kept, may_edit=self.changeable(token) is not None) if kept else None

    def changeable(self, token: str) -> Share | None:
        """Give the link of a token if this person may change its plan."""
        share = self.transaction.share(token)
        is_own = share is not None and (share.chat, share.user) == (self.chat, self.user)
        return share if share and (share.may_edit or is_own) else None

    def _kept(self, saved: SavedPlan | None) -> Kept | None:
        if saved is None:
            return None
        stored = json.loads(saved.body).get("kept")
        return load_kept(self.core.knowledge, stored) if stored else None


def is_too_much(source: StoredShelf, shelf: Shelf) -> bool:
    """Tell whether a step adds a plan made by hand for which there is no room."""
    put = (code for code, kept in shelf.changed.items() if kept and code[:1] == OWN)
    new = [code for code in put if source.transaction.plan(code, source.chat, source.user) is None]
    return bool(new) and source.transaction.count_own(source.chat, source.user) >= MOST_OWN


def save_shelf(source: StoredShelf, shelf: Shelf) -> None:
    """Save what a step changed; an edit of a shared plan is its owner's."""
    for code, kept in shelf.changed.items():
        plan, chat, user = _place(source, code)
        if kept is None:
            source.transaction.delete_plan(plan, chat, user)
        elif plan:
            body = json.loads(source.core.explained(kept.brief, plan))
            body["kept"] = dump_kept(source.core.knowledge, kept)
            text = json.dumps(body, ensure_ascii=False)
            source.transaction.save_plan(plan, chat, user, text)


def save_shown(source: StoredShelf, brief: Brief, code: str) -> bool:
    """Save a plan that is shown as the person's latest; gives whether it is a new one."""
    if code[:1] == TOKEN:
        return False
    saved = source.transaction.plan(code, source.chat, source.user)
    body = source.core.explained(brief, code)
    kept = json.loads(saved.body).get("kept") if saved else None
    if kept:
        body = json.dumps({**json.loads(body), "kept": kept}, ensure_ascii=False)
    source.transaction.save_plan(code, source.chat, source.user, body)
    return saved is None and code[:1] != OWN


def _place(source: StoredShelf, code: str) -> tuple[str, str, str]:
    """Say where a plan is stored: id, chat, person; one that may not be changed has no id."""
    if code[:1] != TOKEN:
        return code, source.chat, source.user
    share = source.changeable(code[1:])
    return (share.plan, share.chat, share.user) if share else ("", "", "")


def dump_kept(knowledge: Knowledge, kept: Kept) -> dict[str, Any]:
    """Write a kept plan as plain values."""
    base = replace(kept.brief, edits=())
    return {
        "version": VERSION,
        "base": encode(knowledge, base),
        "edits": dump(kept.brief.edits),
        "extra": kept.extra,
        "steps": list(kept.steps),
        "undone": [dump(edits) for edits in kept.undone],
        "name": kept.name,
        "versions": [{"name": v.name, "edits": dump(v.edits)} for v in kept.versions],
    }


def load_kept(knowledge: Knowledge, stored: dict[str, Any]) -> Kept | None:
    """Read a kept plan; None if the knowledge does not know its kind of team any more.

    Raises:
        ValueError: If a newer version of the program wrote it.
    """
    if stored["version"] > VERSION:
        msg = f"the plan has version {stored['version']}, this program knows {VERSION}"
        raise ValueError(msg)
    base = decode(knowledge, stored["base"])
    if base is None:
        return None
    return Kept(
        replace(base, edits=load(stored["edits"])),
        stored["extra"],
        tuple(stored["steps"]),
        tuple(map(load, stored["undone"])),
        stored["name"],
        _versions(stored["versions"]),
    )


def _versions(stored: Sequence[dict[str, Any]]) -> tuple[Version, ...]:
    return tuple(Version(version["name"], load(version["edits"])) for version in stored)


def written(knowledge: Knowledge, brief: Brief) -> tuple[str, tuple[Any, ...]]:
    """Write a brief as the code of its team and its edits, which need no shelf to be read."""
    code = encode(knowledge, replace(brief, edits=()))
    return code, tuple(dump(brief.edits)) if brief.edits else ()


def read_written(knowledge: Knowledge, code: str, edits: Sequence[Any]) -> Brief | None:
    """Read what `written` gives; None if the knowledge does not know the team any more."""
    brief = decode(knowledge, code)
    return replace(brief, edits=load(list(edits))) if brief else None


def is_kept(code: str) -> bool:
    """Tell whether a code is that of a kept plan, not a brief written as a code."""
    return code[:1] in (OWN, TOKEN)
