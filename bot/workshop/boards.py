"""Boards: the messages that list who takes what. They follow their plans, wherever it changes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from bot.address import Address
from bot.core import Core
from bot.screen import Button, Screen, button, dump_screen, turns
from bot.shelf import StoredShelf
from bot.store.workshop import Board
from bot.views.own_names import MOST_NAMES
from bot.views.post_labels import PostLabels
from bot.views.statements import plan_title
from bot.words.voice import Voice, as_language, voice
from flows.shelf import TOKEN, Kept, Shelf
from flows.workshop.seats import free_seats
from knowledge.plan import Plan, Post

A_PAGE = 8  # posts


class BoardScreen:
    """Lays out the list of one plan in one voice; `members` are the names that members took."""

    def __init__(self, core: Core, voice: Voice, kept: Kept, members: Collection[str]) -> None:
        self.core, self.voice, self.kept, self.members = core, voice, kept, members
        self.plan = core.plan(kept.brief)
        self.seats = seat_labels(core, self.plan, voice)

    def screen(self, code: str, page: int) -> Screen:
        """Show a page of the list."""
        last = max(1, -(-len(self.plan.posts) // A_PAGE))
        page = min(page, last)
        posts = self.plan.posts[(page - 1) * A_PAGE : page * A_PAGE]
        say = self.voice.say
        lines = [self._title(), *map(self._line, posts)]
        if last > 1:
            lines.append(say("plan.page", page=page, pages=last))
        taps = tuple((key,) for post in posts if (key := self._tap(code, post)))
        is_empty = not any(post.names for post in self.plan.posts)
        clear = () if is_empty else ((button(say("seats.clear"), f"free:{code}"),),)
        html = "\n".join([*lines, "", say("seats.how")])
        return Screen(html, (*taps, *turns(f"seats:{code}", page, last), *clear))

    def _title(self) -> str:
        say, plan = self.voice.say, self.plan
        free = sum(map(free_seats, plan.posts))
        title = title_of(self.core, self.voice, self.kept)
        figures = say("seats.free", free=free, people=plan.people)
        head = say("seats.title", title=title)
        return f"{head}\n{figures if free else say('seats.none_free')}\n"

    def _line(self, post: Post) -> str:
        say, label, free = self.voice.say, self.seats[post.id], free_seats(post)
        if post.headcount > 1:
            label = say("tree.many", role=label, count=post.headcount)
        if not post.names:
            return say("seats.line_empty" if free > 1 else "seats.line_vacant", post=label)
        names: str = self.voice.join([escape(name) for name in post.names[:MOST_NAMES]])
        if len(post.names) > MOST_NAMES:
            names = say("edited.names", names=names, count=len(post.names) - MOST_NAMES)
        key = "seats.line_some" if free else "seats.line"
        return say(key, post=label, names=names, **({"free": free} if free else {}))

    def _tap(self, code: str, post: Post) -> Button | None:
        """Give the button of a post; none where only the owner could change who sits there."""
        label = self.seats[post.id]
        if free_seats(post):
            return button(self.voice.say("seats.take", post=label), f"take:{code}:{post.id}")
        if any(name in self.members for name in post.names):
            return button(self.voice.say("seats.leave", post=label), f"take:{code}:{post.id}")
        return None


def seat_labels(core: Core, plan: Plan, voice: Voice) -> dict[str, Markup]:
    """Name one seat in each post of a plan, by the posts' ids."""
    bare = replace(plan, posts=tuple(p._replace(names=(), headcount=1) for p in plan.posts))
    labels = PostLabels(core.knowledge, bare, voice)
    return {post.id: labels.short(post) for post in bare.posts}


def title_of(core: Core, voice: Voice, kept: Kept) -> Markup:
    """Name a plan: by the owner's own name for it, else by its team."""
    if kept.name:
        return escape(kept.name)
    people = core.plan(kept.brief).people
    return Markup(plan_title(core.knowledge, voice, kept.brief, people))  # noqa: S704 - our words


@dataclass(frozen=True, slots=True)
class Boards:
    """The boards of one person's plans in one chat."""

    core: Core
    shelf: StoredShelf

    def follow(self, shelf: Shelf) -> None:
        """Change the boards of plans that a step changed; those of deleted plans end."""
        for code, kept in shelf.changed.items():
            board = self._board(code)
            if board and kept and board.message is not None:
                self.put(board, kept)
            elif board and kept is None:
                self.blank(board, "seats.ended")

    def _board(self, code: str) -> Board | None:
        transaction, plan, place = self.shelf.transaction, code, (self.shelf.chat, self.shelf.user)
        if code[:1] == TOKEN:
            share = transaction.share(code[1:])
            if share is None:
                return None
            plan, place = share.plan, (share.chat, share.user)
        return transaction.workshop.board(*place, plan)

    def put(self, board: Board, kept: Kept) -> None:
        """Show a plan on its board: in the place of the message, or in a new one."""
        rows = self.shelf.transaction.workshop
        members = rows.names(board.chat, board.owner).values()
        speak = voice(as_language(board.language) or "en")
        screen = BoardScreen(self.core, speak, kept, members).screen(board.plan, board.page)
        rows.save_board(board, self._enqueue(board, screen))

    def blank(self, board: Board, key: str) -> None:
        """Leave one sentence in the place of a board, which is no more."""
        rows = self.shelf.transaction.workshop
        rows.end_board(board)
        if board.message is not None:
            speak = voice(as_language(board.language) or "en")
            self._enqueue(board, Screen(speak.say(key), ()))

    def _enqueue(self, board: Board, screen: Screen) -> int:
        address = Address(board.message, board.thread, owner=board.owner)
        transaction, body = self.shelf.transaction, dump_screen(screen)
        return transaction.enqueue(board.chat, board.owner, "board", body, address.dump())
