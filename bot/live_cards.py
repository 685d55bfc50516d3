"""Live cards: what was shared of an edited plan follows the plan, wherever the card stands.

A card is known by Telegram's id of the inline message, which comes when it is chosen or tapped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.address import HERE
from bot.screen import Screen, dump_screen
from bot.shared_card import plan_card
from bot.shelf import StoredShelf
from bot.speaking import language_of
from bot.store import Share
from bot.words.voice import Language, Voice, voice
from flows.draft import load_draft
from flows.shelf import OWN, TOKEN, Shelf
from knowledge.brief import Brief

PLACE = "inline:"  # what the chat of such a message is called in the outbox


@dataclass(frozen=True, slots=True)
class LiveCards:
    """The cards of one person's plans; `language` is that of owners who told none."""

    shelf: StoredShelf
    language: Language

    def follow(self, shelf: Shelf) -> None:
        """Change the cards of plans that a step changed, before the change is saved."""
        for code, kept in shelf.changed.items():
            share = self._share(code)
            if share and kept:
                self.put(self._places(share), share.user, self._card(kept.brief, share))
            elif share:
                self.end(share)

    def end(self, share: Share) -> None:
        """Take the plan off its cards, as its link opens nothing any more."""
        places, screen = self.ended(share)
        self.put(places, share.user, screen)

    def ended(self, share: Share) -> tuple[tuple[str, ...], Screen]:
        """Give where the cards of a link stand, and what then stands there instead."""
        return self._places(share), Screen(self._voice(share).say("shared.ended"), ())

    def _share(self, code: str) -> Share | None:
        transaction = self.shelf.transaction
        if code.startswith(TOKEN):
            return self.shelf.changeable(code[1:])
        if not code.startswith(OWN):
            return None
        return transaction.share_of(code, self.shelf.chat, self.shelf.user)

    def _card(self, brief: Brief, share: Share) -> Screen:
        card = plan_card(self.shelf.core, self._voice(share), brief, f"{TOKEN}{share.token}")
        return Screen(card.html, card.rows)

    def _voice(self, share: Share) -> Voice:
        """Speak as the card's owner does."""
        draft = load_draft(self.shelf.transaction.draft(share.chat, share.user))
        return voice(language_of(draft, None, self.language))

    def _places(self, share: Share) -> tuple[str, ...]:
        cards = self.shelf.transaction.cards_of(share.token)
        return tuple(f"{PLACE}{message}" for message in cards)

    def put(self, places: Iterable[str], user: str, screen: Screen) -> None:
        """Let a screen wait to take the place of cards, and of whatever waits for that."""
        transaction, body = self.shelf.transaction, dump_screen(screen)
        for place in places:
            transaction.drop_waiting(place)
            transaction.enqueue(place, user, "card", body, HERE.dump())
