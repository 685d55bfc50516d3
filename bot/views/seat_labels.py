"""What the seats of a team are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.words import Voice
from knowledge.diagnosis.team import Seat, Team
from knowledge.knowledge import Knowledge

_MOST = 4  # names in one sentence
_SHORT = 20  # characters of a person's name


def shortened(voice: Voice, names: Sequence[str]) -> str:
    """Join names, at most a few of them."""
    if len(names) <= _MOST:
        return voice.join(names)
    shown = voice.join(names[: _MOST - 1])
    return voice.say("check.others", names=shown, more=len(names) - _MOST + 1)


class SeatLabels:
    """Names the seats of a team in one voice; `is_told` tells that somebody described it."""

    def __init__(self, knowledge: Knowledge, team: Team, voice: Voice, *, is_told: bool) -> None:
        self.knowledge, self.team, self.voice, self.is_told = knowledge, team, voice, is_told
        self.seats = {seat.id: seat for seat in team.seats}
        self._alike = Counter(map(self._bare, team.seats))
        seen: Counter[str] = Counter()
        self._numbers: dict[str, int] = {}
        for seat in team.seats:
            seen[self._bare(seat)] += 1
            self._numbers[seat.id] = seen[self._bare(seat)]

    def of(self, seat: Seat) -> str:
        """Name a seat so that it can be told from the others."""
        name = self._bare(seat)
        if seat.id == self.team.head:
            return self._head(seat, name)
        if seat.headcount == 1 and len(seat.names) == 1:
            return self.voice.say("check.named", name=seat.names[0][:_SHORT], role=name)
        if self._alike[name] > 1:
            return self.voice.say("check.numbered", role=name, number=self._numbers[seat.id])
        return name

    def kind(self, seat: Seat) -> str:
        """Name what people of a seat are, as they said it and as it was understood."""
        name = self._bare(seat)
        if seat.id == self.team.head:
            return self._head(seat, name)
        if not self.is_told or seat.role is None or seat.title == name or not seat.title:
            return name
        return self.voice.say("check.meant", title=seat.title, role=name)

    def role(self, role: str) -> str:
        """Name a role."""
        return self.voice.role(self.knowledge.roles[role])

    def _head(self, seat: Seat, name: str) -> str:
        if self.team.is_vacant:
            return self.voice.say("check.head_to_come")
        if seat.names:
            return self.voice.say("check.named", name=seat.names[0][:_SHORT], role=name)
        is_speaker = self.is_told and not self.team.are_lines_known and not seat.title
        return self.voice.say("check.you", role=name) if is_speaker else name

    def _bare(self, seat: Seat) -> str:
        is_own = not self.is_told and seat.title
        return self.role(seat.role) if seat.role and not is_own else seat.title
