"""One person at a terminal, or lines from another program.

Buttons are lettered; a number is always a number of people. Clock and update ids are made here.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from string import ascii_lowercase

from bot.message import Message
from bot.render import plain
from bot.screen import Button, PlanFile, load_plan_file, load_screen
from bot.service import Service
from bot.store import Outgoing
from bot.wanted import made
from bot.words.voice import voice
from flows.replies import Incoming, Said, Tapped

SOURCE = CHAT = USER = "terminal"
BATCH = 50
START_SECONDS = 12 * 60 * 60.0  # for which a start counts, as a terminal is not open all day


class Terminal:
    """Talks with the service line by line."""

    def __init__(
        self, service: Service, write: Callable[[str], None], language: str | None
    ) -> None:
        self.service, self.write, self.language = service, write, language
        self.buttons: dict[str, Button] = {}
        self._shown: dict[str, Button] = {}
        start = time.time_ns()
        self._ids = (f"{start}-{number}" for number in count())

    def run(self, lines: Iterable[str]) -> None:
        """Show where the conversation stands, then answer every line."""
        self._clean_up()
        self.resume()
        for line in lines:
            self.answer(line.rstrip("\n"))

    def _clean_up(self) -> None:
        """Delete from the store what has had its time."""
        store = self.service.store
        due = store.follow_clock(int(time.time()), START_SECONDS)
        store.prune(due, self.service.personal.draft_days)

    def resume(self) -> None:
        """Show the open question or the last plan, a welcome to somebody new."""
        self._handle(Tapped("resume", self.language))

    def answer(self, line: str) -> None:
        """Answer one line: a lettered button, or words."""
        tapped = self.buttons.get(line.strip().rstrip(").").casefold())
        if tapped is None:
            self._handle(Said(line, self.language))
        elif tapped.action == "tap":
            self._handle(Tapped(tapped.data, self.language))
        else:
            self.write(_copied(tapped) + "\n")

    def _handle(self, incoming: Incoming) -> None:
        message = Message(SOURCE, next(self._ids), CHAT, USER, incoming, int(time.time()))
        self.service.answer(message)
        self.deliver()

    def deliver(self) -> None:
        """Show what waits in the outbox, also what an earlier run could not show any more.

        Letters keep their meaning until other buttons are shown.
        """
        self._shown = {}
        while waiting := self.service.store.waiting(SOURCE, CHAT, BATCH):
            for outgoing in waiting:
                self.write(self._text(outgoing))
                self.service.store.mark_sent([outgoing.id], int(time.time()))
        self.buttons = self._shown or self.buttons

    def _text(self, outgoing: Outgoing) -> str:
        if outgoing.kind == "file":
            return self._saved(load_plan_file(outgoing.body))
        if outgoing.kind == "document":
            document = json.loads(outgoing.body)
            return f"{plain(document['html'])}\n\n{document['text']}\n"
        screen = load_screen(outgoing.body)
        lines = [plain(screen.html), ""]
        lines += filter(None, map(self._row, screen.rows))
        return "\n".join(lines).rstrip("\n") + "\n"

    def _saved(self, wanted: PlanFile) -> str:
        """Save a plan's files in the working directory; gives the line that names them."""
        core, speak = self.service.core, voice(wanted.language)
        try:
            files = made(core, wanted)
        except LookupError:
            return plain(speak.say("bad.stale")) + "\n"
        lines = []
        for file in files:
            try:
                Path(file.name).write_bytes(file.content)
            except OSError as error:
                lines.append(speak.say("export.unsaved", name=file.name, why=error.strerror))
            else:
                lines.append(speak.say("export.saved", name=file.name))
        return "\n".join(map(plain, lines)) + "\n"

    def _row(self, buttons: Iterable[Button]) -> str:
        here = (button for button in buttons if button.action != "choose_chat")
        return "   ".join(f"{self._letter(button)}) {button.label}" for button in here)

    def _letter(self, button: Button) -> str:
        number = len(self._shown)
        letter = ascii_lowercase[number % 26] * (number // 26 + 1)
        self._shown[letter] = button
        return letter


def _copied(button: Button) -> str:
    """Give what a button would copy; a link is a line to paste here."""
    return button.data if button.action == "copy" else f"/start {button.data}"
