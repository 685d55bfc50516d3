"""What happens to the bot: it is killed, thrown out, blocked; messages come twice; time passes."""

from __future__ import annotations

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.fuzz.acting import Acting, which, who
from tests.fuzz.texts import texts
from tests.fuzz.town import DAY
from tests.telegram.chats import BASIC_GROUP


class Mishaps(Acting):
    """What nobody wants."""

    @rule(number=who, others=who, text=texts)
    def somebody_blocks_the_bot_for_a_while(self, number: int, others: int, text: str) -> None:
        person, other = self.life.people[number], self.life.people[others]
        person.blocks()
        self.done()
        self.say(other, text, other.chat)
        person.unblocks()
        self.done()

    @rule(place=which, number=who, text=texts)
    def a_group_throws_the_bot_out_for_a_while(self, place: int, number: int, text: str) -> None:
        group, person = self.life.groups[place % 2], self.life.people[number]
        group.removes_bot(group.members[0])
        self.done()
        self.say(person, text, person.chat)
        group.adds_bot(group.members[0])
        self.done()

    @precondition(lambda self: self.life.groups[0].type == BASIC_GROUP)
    @rule()
    def a_group_moves(self) -> None:
        self.life.move()
        self.done()

    @rule(days=st.sampled_from((-1, 0, 1, 7, 8, 31, 100, 200)))
    def time_passes(self, days: int) -> None:
        """Let time pass, or the clock be set back; Telegram repeats nothing from days ago."""
        self.town.now += days * DAY + 60
        self.last = self.last if days < 1 else []

    @rule()
    def the_store_is_cleaned_up(self) -> None:
        self.town.store.prune(self.town.now)
        self.life.check()

    @rule()
    def the_bot_restarts(self) -> None:
        self.life.restart()

    @rule(number=who, place=which, text=texts)
    def the_bot_dies_before_it_answers(self, number: int, place: int, text: str) -> None:
        person = self.life.people[number]
        note(f"{person.first_name}: {text!r}, and the bot dies")
        person.says(text, self.chat(person, place))
        self.last = self.life.waiting()
        self.life.die()

    @precondition(lambda self: self.last)
    @rule()
    def telegram_repeats_itself(self) -> None:
        self.life.repeat(self.last)
