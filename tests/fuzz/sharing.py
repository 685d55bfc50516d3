"""People share plans, open what others share, take links back, and delete everything."""

from __future__ import annotations

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import rule

from flows.links import LETTERS, NO_MARK, ROLE, payload
from tests.fuzz.acting import CORE, Acting, one_of, which, who
from tests.fuzz.texts import texts
from tests.fuzz.town import DAY
from tests.telegram.people import Person

_LINKS = ("edit", "view", "7", "30", "0", "end")
_TABLES = ("plans", "shares", "complaints", "together", "seats", "boards", "rounds", "votes")


class Sharing(Acting):
    """What people show to each other."""

    @rule(number=who, place=which, what=st.sampled_from(("share", "bin", *_LINKS)), back=which)
    def shares(self, number: int, place: int, what: str, back: int) -> None:
        """Make a link to a plan, change who may do what with it, or delete the plan."""
        person = self.life.people[number]
        chat = self.chat(person, place)
        code = one_of(self.kept_by(person, chat), back)
        if code:
            self.tap_as_owner(person, chat, f"share:{code}" if what != "bin" else f"binned:{code}")
            if what in _LINKS:
                self.tap_as_owner(person, chat, f"link:{code}:{what}")

    @rule(number=who, owners=who, what=st.sampled_from(("link:{}:end", "binned:{}")))
    def a_link_is_taken_back(self, number: int, owners: int, what: str) -> None:
        """Take a link back, or delete its plan; somebody tries it all the same."""
        person, owner = self.life.people[number], self.life.people[owners]
        for code in self.kept_by(owner, owner.chat)[:1]:
            self.tap_as_owner(owner, owner.chat, f"share:{code}")
            token = self._token(owner, code)
            self.tap_as_owner(owner, owner.chat, what.format(code))
            assert self._token(owner, code) is None, "the link still opens something"
            opened = payload(CORE.knowledge, f"!{token}", "card", NO_MARK)
            self.say(person, f"/start {opened}", person.chat)

    def _token(self, owner: Person, code: str) -> str | None:
        """Give the token of the link to a plan that somebody has in private."""
        sql = "SELECT token FROM shares WHERE chat = ? AND user = ? AND plan = ?"
        found = self.town.query(sql, str(owner.id), str(owner.id), code)
        return str(found[0][0]) if found else None

    @rule(
        number=who,
        place=which,
        token=which,
        part=st.sampled_from([part for part in LETTERS if part != ROLE]),
    )
    def opens_a_link(self, number: int, place: int, token: int, part: str) -> None:
        """Open a link, maybe one that was taken back long ago."""
        person = self.life.people[number]
        if opened := self._payload(token, part):
            self.say(person, f"/start {opened}", self.chat(person, place))

    @rule(number=who, token=which, what=st.sampled_from(("staff:{}:p2", "title:{}:p2", "plan:{}")))
    def names_something_of_a_shared_plan(self, number: int, token: int, what: str) -> None:
        """Try to change what somebody shares, whether they let others or not."""
        person = self.life.people[number]
        if chosen := one_of(sorted(self.life.tokens), token):
            self.tap_as_owner(person, person.chat, f"name:{what.format(f'!{chosen}')}")
            self.say(person, self.life.name_for(person, person.chat), person.chat)

    @rule(number=who, owners=who, days=st.sampled_from((6, 8)))
    def a_link_expires(self, number: int, owners: int, days: int) -> None:
        """Open a link for 7 days, some days later."""
        person, owner = self.life.people[number], self.life.people[owners]
        for code in self.kept_by(owner, owner.chat)[:1]:
            self.tap_as_owner(owner, owner.chat, f"share:{code}")
            self.tap_as_owner(owner, owner.chat, f"link:{code}:7")
            token = self._token(owner, code)
            self.town.now += days * DAY
            self.last = []
            opened = payload(CORE.knowledge, f"!{token}", "card", NO_MARK)
            self.say(person, f"/start {opened}", person.chat)

    @rule(number=who, token=which, opened=st.booleans(), text=texts)
    def sends_a_card(self, number: int, token: int, opened: bool, text: str) -> None:
        """Ask for something behind the bot's name, and send what it gives."""
        person = self.life.people[number]
        query = (self._payload(token, "card") if opened else None) or text[:256]
        note(f"{person.first_name} asks inline: {query!r}")
        update = person.asks_inline(query)
        self.done()
        answer = self.api.inline_answers[self.api.update(update)["inline_query"]["id"]]
        if chosen := one_of(answer["results"], token):
            group = one_of(self.life.groups, token)
            self.life.inline.append(person.chooses(update, chosen["id"], group))
            self.done()

    def _payload(self, token: int, part: str) -> str | None:
        chosen = one_of(sorted(self.life.tokens), token)
        return payload(CORE.knowledge, f"!{chosen}", part, NO_MARK) if chosen else None

    @rule(number=who, place=which)
    def asks_for_the_own_data(self, number: int, place: int) -> None:
        person = self.life.people[number]
        self.say(person, "/mydata", self.chat(person, place))

    @rule(number=who)
    def forgets_everything(self, number: int) -> None:
        person = self.life.people[number]
        self.say(person, "/delete", person.chat)
        self.say(person, "yes", person.chat)
        for table in _TABLES:
            sql = f"SELECT * FROM {table} WHERE user = ?"  # noqa: S608 - our own
            left = self.town.query(sql, str(person.id))
            assert left == [], f"{table} keeps {left}"
