"""Many people who walk through the bot by chance: they write, and tap what they are shown.

Some are under way at a time; whoever is answered lets somebody else begin.
"""

from __future__ import annotations

from random import Random

from tests.bench.people import SPOKEN, language_of
from tests.fuzz.texts import REAL
from tests.telegram.faults import Faults
from tests.telegram.people import Person
from tests.telegram.server import BotApi
from tests.telegram.state import Call

KEPT = 1000  # requests, updates and queries that the server remembers
SHOWN = 4  # messages of a chat that it remembers
FIRST_ID = 1001
UNDER_WAY = 150  # people at a time
RATE = 0.05  # of the requests fail
POLLS_SPARED = 0.98  # of the failures of polls: each costs the bot a second or more
SIZES = (5, 8, 12, 20, 30, 55, 80, 120, 200)  # [people]
TEAMS = (
    "我们{}个人做电销，刚起步",
    "{} people in ecommerce, growth",
    "客服{}人，成熟期",
    "{}個人做行銷",
)
DRAWN = ("chart", "file", "growpic", "kitfile", "files")  # buttons that lead to pictures and files
PICTURES = 0.001  # of all steps
ANSWERS = ("sendMessage", "editMessageText", "sendPhoto", "sendDocument", "sendMediaGroup")
QUIET = ("/delete", "/mydata", "yes", "是")  # what deletes, or sends a file


class _Faults(Faults):
    """Faults that mostly spare the polls."""

    def pick(self, method: str) -> str | None:
        """Say how a request fails; None if it doesn't."""
        if method == "getUpdates" and self._dice.random() < POLLS_SPARED:
            return None
        return super().pick(method)


class Walkers(BotApi):
    """The server, and its people; `made` counts the updates so far."""

    def __init__(self, people: int) -> None:
        super().__init__(validate=False, keep=KEPT)
        self.made = 0
        self.broken = self.faults = _Faults(RATE, seed=1)
        self._dice = Random(2)  # noqa: S311 - a soak must repeat
        self._under_way: set[int] = set()
        self._rests = True
        for number in range(people):
            code = SPOKEN[language_of(number)][0]
            self.person(FIRST_ID + number, f"Person {number}", code)
        self._ids = [*self.people]
        self._texts = [text for text in REAL if not text.casefold().startswith(QUIET)]

    def begin(self) -> None:
        """Let people walk, until `rest`."""
        self._rests = False
        while len(self._under_way) < UNDER_WAY:
            self._somebody_acts()

    def rest(self) -> None:
        """Let nobody begin anything new."""
        self._rests = True
        self._under_way.clear()

    def record(self, call: Call) -> None:
        """Remember a request; an answer lets somebody else go on."""
        super().record(call)
        chat = call.params.get("chat_id")
        if call.method in ANSWERS and call.status and chat in self._under_way:
            self._under_way.discard(chat)
            if not self._rests:
                self._somebody_acts()

    def _somebody_acts(self) -> None:
        chosen = self._dice.choice(self._ids)
        while chosen in self._under_way:
            chosen = self._dice.choice(self._ids)
        self._under_way.add(chosen)
        self.made += 1
        _trim(self.people[chosen])
        self._act(self.people[chosen])

    def _act(self, person: Person) -> None:
        """Tap one of the buttons below the newest message, or write something."""
        chance, buttons = self._dice.random(), _buttons(person)
        if chance < PICTURES and person.chat.last:
            person.taps_data(person.chat.last, f"chart:ts-g-{self._dice.choice(SIZES)}")
        elif chance < 0.5 and buttons:
            person.taps_data(person.chat.last, self._dice.choice(buttons))
        elif chance < 0.8:
            person.says(self._dice.choice(TEAMS).format(self._dice.choice(SIZES)))
        else:
            person.says(self._dice.choice(self._texts))


def _buttons(person: Person) -> list[str]:
    last = person.chat.last
    found = (key.get("callback_data", "") for row in (last.buttons if last else ()) for key in row)
    return [data for data in found if data and not data.startswith(("delete", *DRAWN))]


def _trim(person: Person) -> None:
    """Forget all but the newest messages of a chat, so that the server does not grow."""
    chat = person.chat
    del chat.messages[:-SHOWN]
    for old in [*chat.known][:-SHOWN]:
        del chat.known[old]
