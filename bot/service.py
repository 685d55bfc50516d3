"""The service: one message, one transaction.

Claim, load, decide, render and save happen in one transaction of the store; what comes out are
letters that are already in the outbox when the transaction commits. Clock and ids come from the
adapter, so that a test decides them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.budgets import Budgets, Refusal
from bot.check_letters import check_file
from bot.core import Core
from bot.errors import StoreError
from bot.growth_letters import growth_file
from bot.live_cards import LiveCards
from bot.logs import log
from bot.message import Message
from bot.personal import Person, Personal
from bot.plan_letters import chart_file, plan_file
from bot.posting import Post
from bot.screen import Letter, Note, PlanFile, Screen, merged
from bot.screens import screen_of
from bot.shelf import StoredShelf, is_too_much, new_token, save_shelf, save_shown
from bot.slowing import asks_to_wait, within_budget
from bot.speaking import language_of
from bot.store import DRAFT_DAYS, Store, Transaction
from bot.typed_labels import as_tap
from bot.words.voice import Language, Voice, as_language, voice
from bot.workshop import workshop
from bot.workshop.endings import Leaving
from bot.workshop.sitting import Sitting
from flows.conversation import step
from flows.draft import Draft, blank, load_draft, recognised
from flows.hearing import heard
from flows.links import payload_in
from flows.replies import (
    Forget,
    Incoming,
    ListPlans,
    Reply,
    Said,
    Say,
    ShowPlan,
    Tapped,
)
from flows.shelf import EMPTY_SHELF, Shelf
from flows.workshop.taps import is_workshop
from knowledge.brief import Brief

_LOG = log(__name__)
_MAKERS = (plan_file, growth_file, check_file)  # each makes the files of its own replies


class Service:
    """Answers messages for every adapter.

    `sends_charts` adds its chart to every new plan, `budgets` bound the files of a person, where
    there are any.
    """

    def __init__(
        self,
        core: Core,
        store: Store,
        default_language: str | None,
        draft_days: int = DRAFT_DAYS,
        *,
        sends_charts: bool = False,
        budgets: Budgets | None = None,
        new_token: Callable[[], str] = new_token,
    ) -> None:
        self.core, self.store = core, store
        self.default_language = as_language(default_language)
        self.personal = Personal(core, draft_days, new_token)
        self.sends_charts, self.budgets = sends_charts, budgets
        self._reached: set[str] = set()

    def answer(self, message: Message) -> tuple[Letter, ...]:
        """Answer a message, a bug with an apology: no message can block those that follow.

        Raises:
            StoreError: If the store cannot be used; then nothing of the message is saved.
        """
        try:
            return self.handle(message)
        except StoreError:
            raise
        except Exception as bug:  # noqa: BLE001 - this is the edge
            _LOG.bug("a message met a bug", bug, update=message.update_id)
            return self._apologise(message, bug)

    def handle(self, message: Message) -> tuple[Letter, ...]:
        """Answer a message; one that was handled before gives nothing again.

        Raises:
            StoreError: If the store cannot be used; then nothing of the message is saved.
        """
        with self.store.message(message.source, message.update_id, message.at) as transaction:
            if transaction is None:
                return ()
            return self._answer(message, transaction)

    def slow_down(self, message: Message, refusal: Refusal, *, writes: bool) -> Language:
        """Find the language of whoever wrote a message, and ask them to wait if it `writes`.

        Raises:
            StoreError: If the store cannot be used; then nothing was written.
        """
        with self.store.message(message.source, message.update_id, message.at) as transaction:
            if transaction is None:  # it was asked before
                return "en"
            draft = self._draft(message, transaction, EMPTY_SHELF)
            language = self._language(draft, message.incoming)
            if writes:
                speak, address = voice(language), message.address.anew()
                screen = Screen(asks_to_wait(speak, refusal), ())
                Post(transaction, message.chat, message.user, address, speak).letters([screen])
            return language

    def take_reached(self) -> set[str]:
        """Give the chats that something was put into the outbox for since this was asked last."""
        chats, self._reached = self._reached, set()
        return chats

    def _apologise(self, message: Message, bug: Exception) -> tuple[Letter, ...]:
        with self.store.message(message.source, message.update_id, message.at) as transaction:
            if transaction is None:
                return ()
            transaction.record_error(f"{type(bug).__name__} at {_place(bug)}")
            draft = _draft_or_none(transaction, message) or load_draft(None)
            speak = voice(self._language(draft, message.incoming))
            sorry = Screen(speak.say("bad.bug"), ())
            address = message.address.anew()
            Post(transaction, message.chat, message.user, address, speak).letters([sorry])
            return (sorry,)

    def _answer(self, message: Message, transaction: Transaction) -> tuple[Letter, ...]:
        shelf = StoredShelf(self.core, transaction, message.chat, message.user)
        draft = self._draft(message, transaction, Shelf(shelf))
        message = as_tap(self.core.lexicon, transaction, draft, message)
        if (letters := self._worked(message, shelf, draft)) is not None:
            return letters
        after, replies = step(self.core.knowledge, self.core.lexicon, draft, message.incoming)
        if is_too_much(shelf, after.shelf):
            after, replies = draft, (Say("plans.full"), ListPlans())
        after = self._hear(after, message.incoming)
        language = self._language(after, message.incoming)
        LiveCards(shelf, language).follow(after.shelf)
        saved = self._save(message, shelf, after, replies)
        workshop.follow(self.core, shelf, after.shelf)
        letters = self._letters(message, transaction, voice(language), replies)
        is_drawn = saved and after.plan and message.shows_pictures and self.sends_charts
        chart = (
            chart_file(self.core, voice(language), saved, "light") if saved and is_drawn else None
        )
        letters = within_budget(self.budgets, message, voice(language), letters, chart)
        post = Post(transaction, message.chat, message.user, message.address, voice(language))
        post.letters(letters)
        self._reached.update(transaction.reached)
        if not _forgets(replies):
            self._set_menu(message, transaction, post, language)
        return letters

    def _worked(
        self, message: Message, shelf: StoredShelf, draft: Draft
    ) -> tuple[Letter, ...] | None:
        """Answer a tap of the workshop, beside the owner's conversation; None for all else."""
        tapped, member = message.incoming, message.member
        if member is None or not isinstance(tapped, Tapped) or not is_workshop(tapped.data):
            return None
        language = self._language(draft, tapped)
        speak, aside = voice(language), voice(as_language(tapped.language) or language)
        at = Sitting(self.core, shelf, draft, message.address, speak, member, aside)
        after, letters = workshop.answer(at, tapped.data)
        if after != draft:
            shelf.transaction.save_draft(message.chat, message.user, after.dump())
        LiveCards(shelf, language).follow(after.shelf)
        save_shelf(shelf, after.shelf)
        workshop.follow(self.core, shelf, after.shelf)
        self._reached.update(shelf.transaction.reached)
        return letters or (Note(""),)

    def _draft(self, message: Message, transaction: Transaction, shelf: Shelf) -> Draft:
        """Load the draft; somebody new in a group brings the language of the private chat."""
        stored = transaction.draft(message.chat, message.user)
        if stored is None and message.address.is_group:
            return blank(load_draft(transaction.draft(message.user, message.user), shelf))
        return recognised(self.core.knowledge, load_draft(stored, shelf))

    def _letters(
        self, message: Message, transaction: Transaction, speak: Voice, replies: tuple[Reply, ...]
    ) -> tuple[Letter, ...]:
        """Lay out replies; those about the person need the store."""
        known = Person(message.chat, message.user, message.address.is_group)
        found = [
            self.personal.letter(transaction, known, speak, reply)
            or self._file(message, speak, reply)
            or self.personal.for_group(
                transaction, known, speak, reply, screen_of(self.core, speak.language, reply)
            )
            for reply in replies
        ]
        screens = [letter for letter in found if isinstance(letter, Screen)]
        rest = [letter for letter in found if not isinstance(letter, Screen)]
        return (*rest, *merged(screens))

    def _file(self, message: Message, speak: Voice, reply: Reply) -> PlanFile | None:
        """Make the file that a reply asks for; None for every other reply."""
        made = (
            make(self.core, speak, reply, shows_pictures=message.shows_pictures) for make in _MAKERS
        )
        return next(filter(None, made), None)

    def _set_menu(
        self, message: Message, transaction: Transaction, post: Post, language: Language
    ) -> None:
        """Let the command menu follow the language of the conversation."""
        if message.menu is None:
            return
        if language != (transaction.menu(message.chat) or message.menu):
            transaction.set_menu(message.chat, language)
            post.menu(language)

    def _save(
        self, message: Message, shelf: StoredShelf, after: Draft, replies: tuple[Reply, ...]
    ) -> Brief | None:
        """Save the draft, and plans that were changed or shown; gives the brief of a new one."""
        transaction = shelf.transaction
        if _forgets(replies):
            self._forget(shelf)
            return None
        transaction.save_draft(message.chat, message.user, after.dump())
        save_shelf(shelf, after.shelf)
        shown = next((r for r in replies if _is_card(r, after.plan)), None)
        if not isinstance(shown, ShowPlan):
            return None
        return shown.brief if save_shown(shelf, shown.brief, shown.code) else None

    def _forget(self, shelf: StoredShelf) -> None:
        """Delete everything of a person, and take their plans off shared cards."""
        transaction, cards = shelf.transaction, LiveCards(shelf, "en")
        ended = [cards.ended(share) for share in transaction.shares_of(shelf.user)]
        leaving = Leaving.of(self.core, transaction, shelf.user)
        transaction.delete_everything(shelf.user)
        leaving.finish()
        for places, screen in ended:
            cards.put(places, "", screen)

    def _hear(self, draft: Draft, incoming: Incoming) -> Draft:
        """Note the language somebody writes in; taps, numbers and links tell nothing."""
        if not isinstance(incoming, Said) or payload_in(incoming.text) is not None:
            return draft
        known = as_language(incoming.language)
        hears = heard(incoming.text, draft.heard, known)
        return draft if hears == draft.heard else replace(draft, heard=hears)

    def _language(self, draft: Draft, incoming: Incoming) -> Language:
        return language_of(draft, self.default_language, incoming.language)


def _draft_or_none(transaction: Transaction, message: Message) -> Draft | None:
    """Load the draft; None where it cannot be read, which may be the very bug."""
    try:
        return load_draft(transaction.draft(message.chat, message.user))
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def _is_card(reply: Reply, plan: str | None) -> bool:
    return isinstance(reply, ShowPlan) and reply.code == plan and reply.part == "card"


def _forgets(replies: tuple[Reply, ...]) -> bool:
    return any(isinstance(reply, Forget) for reply in replies)


def _place(bug: BaseException) -> str:
    """Name where a bug arose; what it says may hold what somebody wrote."""
    trace = bug.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "unknown"
