"""People tap buttons: new ones, old ones, other people's, and some that there never were."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.fuzz.acting import Acting, buttons, one_of, which, who

_POSTS = ("p1", "p2", "p3", "p4", "e1")
_FORGED = (
    *("part:card:{}", "part:roles:{}", "s:card:{}", "s:mine:{}", "mine:{}", "share:{}", "edit:{}"),
    *("file:{}:csv", "files:{}", "chart:{}", "more:{}:p3", "cut:{}:p3", "undo:{}", "keep:{}"),
    *("binned:{}", "copy:{}", "link:{}:edit", "name:plan:{}", "versions:{}", "seats:{}"),
    *("take:{}:p2", "vote:{}", "grow:{}:20.30", "force:{}:launch", "low:{}", "toggle:0:{}"),
    *("poll:{}:ab", "together:on", "together:off", "delete:yes", "lang:en", "back", "nonsense"),
)
_CODES = ("@1", "@2", "@3", "ts-s-12", "ec-g-20", "!" + "a" * 22, "", "cs-M-5000")
_WORKSHOP = ("seats", "take", "together", "vote", "poll", "close", "win", "free", "unseat")
_path = st.lists(which, min_size=1, max_size=6)


class Tapping(Acting):
    """What people tap."""

    @rule(number=who, place=which, path=_path)
    def taps_along(self, number: int, place: int, path: list[int]) -> None:
        """Tap one button after another, each below the newest message that has some."""
        person = self.life.people[number]
        chat = self.chat(person, place)
        for button in path:
            shown = next((m for m in reversed(chat.messages) if buttons(m)), None)
            if shown:
                self.tap(person, shown, buttons(shown)[button % len(buttons(shown))])

    @rule(number=who, place=which, back=which, button=which)
    def taps_an_old_button(self, number: int, place: int, back: int, button: int) -> None:
        person = self.life.people[number]
        chat = self.chat(person, place)
        message = one_of([m for m in chat.messages if buttons(m)], back)
        if message and (data := one_of(buttons(message), button)):
            self.tap(person, message, data)

    @rule(number=who, place=which, kind=st.sampled_from(_WORKSHOP), button=which)
    def works_along_in_a_group(self, number: int, place: int, kind: str, button: int) -> None:
        """Tap what is for the whole group, or for those who run it."""
        person = self.life.people[number]
        for message in reversed(self.chat(person, place).messages):
            found = [data for data in buttons(message) if data.startswith(f"{kind}:")]
            if data := one_of(found, button):
                self.tap(person, message, data)
                return

    @rule(
        number=who,
        place=which,
        back=which,
        form=st.sampled_from(_FORGED),
        code=st.sampled_from(_CODES),
    )
    def forges_a_tap(self, number: int, place: int, back: int, form: str, code: str) -> None:
        """Send data that no button has, with any code, or with the link of whomever."""
        person = self.life.people[number]
        chat = self.chat(person, place)
        code = code or f"!{one_of(sorted(self.life.tokens), back)}"
        if chat.messages:
            self.tap(person, chat.messages[-1], form.format(code)[:64])

    @rule(
        number=who,
        place=which,
        what=st.sampled_from(("staff", "title", "plan", "version")),
        post=st.sampled_from(_POSTS),
    )
    def gives_a_name(self, number: int, place: int, what: str, post: str) -> None:
        """Name something of the plan at hand, which may be somebody else's."""
        person = self.life.people[number]
        self.name(person, self.chat(person, place), what, post)

    @precondition(lambda self: self.life.inline)
    @rule(number=who, back=which, button=which)
    def taps_a_shared_card(self, number: int, back: int, button: int) -> None:
        card = self.life.inline[back % len(self.life.inline)]
        if data := one_of(buttons(card), button):
            self.tap(self.life.people[number], card, data)

    @precondition(lambda self: self.life.polls())
    @rule(number=who, back=which, option=which)
    def votes(self, number: int, back: int, option: int) -> None:
        message = one_of(self.life.polls(), back)
        if message:
            texts = [None, *(found["text"] for found in message.media["poll"]["options"])]
            self.life.people[number].votes(message, one_of(texts, option))
            self.done()
