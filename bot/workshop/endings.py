"""Endings: plans that are deleted take their workshop along, members who go leave no name."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape

from bot.address import Address
from bot.core import Core
from bot.live_cards import LiveCards
from bot.screen import Screen, dump_screen
from bot.shelf import StoredShelf, save_shelf
from bot.store import Transaction
from bot.store.workshop import Board, Named, Round
from bot.words.voice import as_language, voice
from bot.workshop.boards import Boards
from bot.workshop.options import Option, dump_options, options_of
from flows.shelf import Shelf
from flows.workshop.seats import unnamed, without_name
from knowledge.edits import dump, load


def end_plan(source: StoredShelf, code: str) -> None:
    """End the votes about a plan that is deleted."""
    transaction, place = source.transaction, (source.chat, source.user)
    going = transaction.workshop.open_round(*place, code)
    if going:
        _stop(transaction, going, source.user)
    transaction.workshop.end_plan(*place, code)


def _stop(transaction: Transaction, going: Round, user: str) -> None:
    if going.message is None:
        return
    address = Address(going.message, owner=going.owner).dump()
    body = json.dumps({"round": going.id})
    transaction.enqueue(going.chat, user, "stop", body, address)


@dataclass(frozen=True, slots=True)
class Leaving:
    """What the workshop still holds of somebody whose data is about to be deleted."""

    core: Core
    transaction: Transaction
    boards: Sequence[Board]
    rounds: Sequence[Round]
    names: Sequence[Named]

    @classmethod
    def of(cls, core: Core, transaction: Transaction, user: str) -> Leaving:
        """Note what is there before it is deleted."""
        rows = transaction.workshop
        going = [held for held in rows.rounds_of(user) if held.counts is None]
        names = [named for named in rows.named(user) if named.owner != user]
        return cls(core, transaction, rows.boards_of(user), going, names)

    def finish(self) -> None:
        """Empty the person's lists, end their votes, and take their name out of all plans."""
        for board in self.boards:
            self._blank(board)
        for going in self.rounds:
            _stop(self.transaction, going, "")
        for named in self.names:
            self._forget_name(named)

    def _blank(self, board: Board) -> None:
        """Leave one sentence in the place of a list; it is nobody's any more."""
        if board.message is None:
            return
        speak = voice(as_language(board.language) or "en")
        body = dump_screen(Screen(speak.say("seats.ended"), ()))
        address = Address(board.message, board.thread).dump()
        self.transaction.enqueue(board.chat, "", "board", body, address)

    def _forget_name(self, named: Named) -> None:
        rows = self.transaction.workshop
        source = StoredShelf(self.core, self.transaction, named.chat, named.owner)
        shelf = self._without(source, named.name)
        rows.unsay(named.chat, named.owner, (named.name, str(escape(named.name))))
        for held in rows.rounds_of(named.owner):
            if held.chat == named.chat:
                rows.save_options(held.id, _options_without(held, named.name))
        save_shelf(source, shelf)
        LiveCards(source, "en").follow(shelf)
        Boards(self.core, source).follow(shelf)

    def _without(self, source: StoredShelf, name: str) -> Shelf:
        """Take a name out of every plan of an owner in a group."""
        shelf, place = Shelf(source), (source.chat, source.user)
        count = self.transaction.count_plans(*place)
        for saved in self.transaction.plans_of(*place, count, 0):
            kept = source.find(saved.id)
            if kept and (after := without_name(kept, name)) != kept:
                shelf = shelf.put(saved.id, after)
        return shelf


def _options_without(round: Round, name: str) -> str:
    """Take a name out of the plans that a vote is about."""
    options = []
    for option in options_of(round):
        edits = tuple(unnamed(edit, name) for edit in load(list(option.edits)))
        options.append(Option(option.name, option.code, dump(edits) if edits else ()))
    return dump_options(options)
