"""A fake Bot API server with many people who each wait for an answer before they go on."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from time import perf_counter

from knowledge.knowledge import Knowledge
from tests.bench.people import SPOKEN, Script, language_of
from tests.telegram.people import Person
from tests.telegram.server import BotApi
from tests.telegram.state import Call

ANSWERS = ("sendMessage", "editMessageText")
KEPT = 200  # requests, updates and messages of a chat that the server remembers
FIRST_ID = 1001
PAUSE, PATIENCE = 0.05, 30.0  # seconds
MakeScript = Callable[[Person, int, Knowledge], Script]


class Crowd(BotApi):
    """The server; as soon as a message reaches somebody, they do the next step."""

    def __init__(self, people: int, make: MakeScript, knowledge: Knowledge) -> None:
        super().__init__(validate=False, keep=KEPT)
        self.steps = 0
        self.latencies: deque[float] = deque(maxlen=100_000)  # [ms], of the latest steps
        self._idle = 0.0  # seconds without an answer
        self._scripts: dict[int, Script] = {}
        self._asked_at: dict[int, float] = {}
        for number in range(people):
            code = SPOKEN[language_of(number)][0]
            person = self.person(FIRST_ID + number, f"Person {number}", code)
            self._scripts[person.id] = make(person, number, knowledge)

    def begin(self) -> None:
        """Let everybody do their first step."""
        for chat in self._scripts:
            self._go_on(chat)

    async def until_steps(self, steps: int) -> None:
        """Wait until so many steps have been answered.

        Raises:
            AssertionError: If nothing was answered for long.
        """
        while self.steps < steps:
            before = self.steps
            await asyncio.sleep(PAUSE)
            self._idle = 0.0 if self.steps > before else self._idle + PAUSE
            assert self._idle < PATIENCE, f"no answer for {PATIENCE} s:\n{self.dump()}"

    def record(self, call: Call) -> None:
        """Remember a request; an answer lets its person go on.

        Raises:
            AssertionError: If the request was refused: then its person would wait forever.
        """
        super().record(call)
        if call.method in ANSWERS:
            assert call.status == 200, f"{call.method} was refused: {call}"
            chat = call.params["chat_id"]
            self.steps += 1
            self.latencies.append((perf_counter() - self._asked_at[chat]) * 1000)
            self._go_on(chat)

    def _go_on(self, chat: int) -> None:
        self._asked_at[chat] = perf_counter()
        next(self._scripts[chat])
