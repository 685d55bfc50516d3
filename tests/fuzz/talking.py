"""People write and send things, in private and in groups."""

from __future__ import annotations

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from tests.fuzz.acting import TEAMS, Acting, which, who
from tests.fuzz.texts import texts
from tests.telegram.samples import SAMPLES

_NAMING = ("{} leads squad 1", "{} 带一组", "/check {} agent", "把主管改名为{}", "加一个设计 {}")
_COLUMNS = ("name,title,manager", "姓名,岗位,上级", "姓名,職位,上級")


class Talking(Acting):
    """What people say."""

    @initialize(
        teams=st.tuples(*[st.sampled_from(TEAMS)] * 4), what=st.sampled_from(("staff", "title"))
    )
    def everybody_has_a_plan(self, teams: tuple[str, ...], what: str) -> None:
        """Begin where it gets interesting: two have plans with names in them, one in a group."""
        anna, ben, chen, dora = self.life.people
        for person, chat, team in zip(
            (anna, ben, chen, dora),
            (anna.chat, self.life.groups[0], self.life.groups[1], dora.chat),
            teams,
            strict=True,
        ):
            self.say(person, team, chat)
            self.tap_as_owner(person, chat, "variant:none")
        self.name(anna, anna.chat, what, "p2")
        self.name(ben, self.life.groups[0], what, "p2")
        self.tap_as_owner(anna, anna.chat, "share:@1")
        for code in self.kept_by(ben, self.life.groups[0]):
            self.tap_as_owner(ben, self.life.groups[0], f"seats:{code}")

    @rule(number=who, place=which, text=texts)
    def says(self, number: int, place: int, text: str) -> None:
        person = self.life.people[number]
        self.say(person, text, self.chat(person, place))

    @rule(said=st.lists(st.tuples(who, texts), min_size=2, max_size=6))
    def all_talk_at_once(self, said: list[tuple[int, str]]) -> None:
        """Let the bot get many updates together, some of one person."""
        for number, text in said:
            note(f"{self.life.people[number].first_name} together with others: {text!r}")
            self.life.people[number].says(text)
        self.done()

    @rule(number=who, place=which, text=st.sampled_from(TEAMS))
    def describes_a_team(self, number: int, place: int, text: str) -> None:
        person = self.life.people[number]
        chat = self.chat(person, place)
        self.say(person, text, chat)
        self.tap_as_owner(person, chat, "variant:none")

    @rule(number=who, place=which, text=texts)
    def answers_a_message(self, number: int, place: int, text: str) -> None:
        """Answer the newest message of the bot, in a group maybe one that is somebody else's."""
        person = self.life.people[number]
        chat = self.chat(person, place)
        if chat.messages:
            note(f"{person.first_name} answers {chat.messages[-1].id} in {chat.title}: {text!r}")
            person.says(text, chat, reply_to=chat.messages[-1])
            self.done()

    @rule(number=who, place=which, kind=st.sampled_from(("", *sorted(SAMPLES))), text=texts)
    def says_or_sends_something_to_nobody(
        self, number: int, place: int, kind: str, text: str
    ) -> None:
        person = self.life.people[number]
        chat = self.chat(person, place)
        if kind:
            person.sends(kind, chat)
        else:
            person.says(text, chat)
        self.done()

    @rule(number=who, place=which, form=st.sampled_from(_NAMING))
    def names_somebody_in_a_sentence(self, number: int, place: int, form: str) -> None:
        person = self.life.people[number]
        chat = self.chat(person, place)
        self.say(person, form.format(self.life.name_for(person, chat)), chat)

    @rule(
        number=who,
        head=st.sampled_from(_COLUMNS),
        rows=st.integers(0, 5),
        damage=st.binary(max_size=4),
    )
    def sends_a_list(self, number: int, head: str, rows: int, damage: bytes) -> None:
        person = self.life.people[number]
        name = self.life.name_for(person, person.chat)
        lines = [head, f"{name},店长,", *[f"员工{n},客服,{name}" for n in range(rows)]]
        person.sends_file("team.csv", "\n".join(lines).encode() + damage)
        self.done()

    @rule(
        number=who,
        name=st.sampled_from(("a.xlsx", "b.csv", "c.xls", "d.tsv")),
        content=st.binary(max_size=60),
    )
    def sends_a_broken_list(self, number: int, name: str, content: bytes) -> None:
        self.life.people[number].sends_file(name, content)
        self.done()

    @rule(number=who, text=texts)
    def edits_what_was_said(self, number: int, text: str) -> None:
        person = self.life.people[number]
        if isinstance(person.chat.known.get(person.wrote), dict):
            person.edits(person.wrote, text)
            self.done()

    @rule(number=who, text=texts, answered=st.none() | texts)
    def mentions_the_bot_elsewhere(self, number: int, text: str, answered: str | None) -> None:
        self.life.people[number].mentions(text, answered)
        self.done()
