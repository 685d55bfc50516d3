"""What one tap of the workshop may read, change and answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bot.address import Address
from bot.core import Core
from bot.posting import Post
from bot.screen import Letter, Note
from bot.shelf import StoredShelf
from bot.store.workshop import Workshop
from bot.words.voice import Voice
from flows.codes import encode
from flows.draft import Draft
from flows.editing.change import kept_at
from flows.shelf import OWN, TOKEN, Kept
from flows.workshop.seats import is_only_staffed
from knowledge.brief import Brief

_LOOKED_AT = 20  # of the owner's latest plans
_LONGEST_NOTE = 200  # characters, a limit of Telegram
Done: TypeAlias = tuple[Draft, tuple[Letter, ...]]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a group, as the messenger names them."""

    id: str
    first_name: str
    last_name: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """One tap: whose plans it is about, where it was made, and by whom.

    `shelf` and `draft` are the owner's, `voice` speaks to the group as the owner does, `aside` to
    the member who tapped.
    """

    core: Core
    shelf: StoredShelf
    draft: Draft
    address: Address
    voice: Voice
    member: Member
    aside: Voice

    @property
    def place(self) -> tuple[str, str]:
        """Give the group and the owner."""
        return self.shelf.chat, self.shelf.user

    @property
    def rows(self) -> Workshop:
        """Give the workshop's part of the store."""
        return self.shelf.transaction.workshop

    @property
    def post(self) -> Post:
        """Give the way to the group."""
        return Post(self.shelf.transaction, *self.place, self.address, self.voice)

    def note(self, key: str, **values: object) -> Note:
        """Say something to the member alone."""
        return Note(self.aside.say(key, **values).unescape()[:_LONGEST_NOTE])

    def done(self, key: str, **values: object) -> Done:
        """Change nothing, and say why to the member."""
        return self.draft, (self.note(key, **values),)

    def kept(self, code: str) -> tuple[str, Kept] | None:
        """Find a plan of the owner's; gives the code and the plan that people sit in.

        People who take seats make a plan that nobody edited one of its own. Buttons that still
        carry its first code lead there.
        """
        if not code or code[0] == TOKEN:
            return None
        if code[0] != OWN:
            code = self._peopled(code)
        kept = kept_at(self.core.knowledge, self.draft, code)
        return (code, kept) if kept else None

    def _peopled(self, code: str) -> str:
        for saved in self.shelf.transaction.plans_of(*self.place, _LOOKED_AT, 0):
            kept = self.shelf.find(saved.id) if saved.id[:1] == OWN else None
            if kept and is_only_staffed(kept.brief) and self._base(kept.brief) == code:
                return saved.id
        return code

    def _base(self, brief: Brief) -> str:
        return encode(self.core.knowledge, brief)
