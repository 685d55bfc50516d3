"""Repairs of a finding in words: what to do, one clause an edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.views.seat_labels import SeatLabels, shortened
from bot.words import Voice
from knowledge.diagnosis.finding import Repair
from knowledge.diagnosis.team import Seat
from knowledge.edits import Add, Duties, Edit, Merge, Move, Remove, Resize, Split
from knowledge.knowledge import Knowledge

_MOST = 6  # clauses


class RepairWords:
    """Says the edits of repairs of one team."""

    def __init__(self, knowledge: Knowledge, labels: SeatLabels, voice: Voice) -> None:
        self.knowledge, self.labels, self.voice = knowledge, labels, voice
        self.new: dict[str, str] = {}
        self._words: Mapping[type[Edit], Callable[[Any], str]] = {
            Add: self._add,
            Remove: self._remove,
            Resize: self._resize,
            Move: self._move,
            Merge: self._merge,
            Split: self._split,
            Duties: self._duties,
        }

    def of(self, repair: Repair) -> str:
        """Say a repair."""
        made = len(self.labels.team.brief.edits)
        self.new = {
            f"e{made + i}": edit.role
            for i, edit in enumerate(repair.edits, 1)
            if isinstance(edit, Add)
        }
        said = [self._words[type(edit)](edit) for edit in repair.edits if type(edit) in self._words]
        clauses = dict.fromkeys(said)
        return self.voice.say("list.clause").join([*clauses][:_MOST])

    def _label(self, post: str) -> str:
        if post in self.new:
            return self.voice.say("fix.new", role=self.labels.role(self.new[post]))
        return self.labels.of(self.labels.seats[post])

    def _leads(self, post: str) -> bool:
        return any(seat.reports_to == post for seat in self.labels.team.seats)

    def _add(self, edit: Add) -> str:
        role, superior = self.labels.role(edit.role), self._label(edit.under)
        return self.voice.say("fix.add", role=role, count=edit.headcount, superior=superior)

    def _remove(self, edit: Remove) -> str:
        above = self.labels.seats[edit.post].reports_to
        if above and self._leads(edit.post):
            names = {"post": self._label(edit.post), "superior": self._label(above)}
            return self.voice.say("fix.fold", **names)
        return self.voice.say("fix.remove", post=self._label(edit.post))

    def _resize(self, edit: Resize) -> str:
        before = self.labels.seats[edit.post].headcount
        key = "fix.more" if edit.headcount > before else "fix.less"
        figures = {"before": before, "after": edit.headcount}
        return self.voice.say(key, post=self._label(edit.post), **figures)

    def _move(self, edit: Move) -> str:
        names = {"post": self._label(edit.post), "superior": self._label(edit.under)}
        if edit.people is None:
            return self.voice.say("fix.move", **names)
        return self.voice.say("fix.move_some", people=edit.people, **names)

    def _merge(self, edit: Merge) -> str:
        key = "fix.merge_team" if self._leads(edit.post) else "fix.merge"
        return self.voice.say(key, post=self._label(edit.post), into=self._label(edit.into))

    def _split(self, edit: Split) -> str:
        return self.voice.say("fix.split", post=self._label(edit.post), parts=edit.parts)

    def _duties(self, edit: Duties) -> str:
        seat: Seat = self.labels.seats[edit.post]
        more = [f for f in edit.functions if f not in seat.duties]
        changed = more or [f for f in seat.duties if f not in edit.functions]
        names = [self.voice.text(self.knowledge.functions[f].name) for f in changed]
        said = shortened(self.voice, names)
        key = "fix.give" if more else "fix.take"
        return self.voice.say(key, post=self._label(edit.post), functions=said)
