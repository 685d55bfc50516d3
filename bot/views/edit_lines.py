"""What an edit changed, in a few lines: what was done, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.views.edit_words import EditWords
from bot.views.post_labels import PostLabels
from bot.words.voice import Voice
from knowledge.compare import Comparison, OwnerChange, compare
from knowledge.edits import Edit
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan

MOST_LINES = 4  # below the first
MOST_PIECES = 4  # of the first line
MOST_FUNCTIONS = 3  # named in one line


def edit_lines(knowledge: Knowledge, voice: Voice, before: Plan, after: Plan) -> list[str]:
    """Say what is different after an edit, the first line what was done, at most four more why.

    An edit that was taken back is said as such; other differences are said by the numbers.
    """
    lines = EditLines(knowledge, voice, before, after)
    return [lines.headline(), *islice(lines.effects(), MOST_LINES)]


class EditLines:
    """The difference of two states of one plan, in one voice."""

    def __init__(self, knowledge: Knowledge, voice: Voice, before: Plan, after: Plan) -> None:
        self.knowledge, self.voice = knowledge, voice
        self.before, self.after = before, after
        self.found: Comparison = compare(before, after)
        self.labels = PostLabels(knowledge, after, voice)

    def headline(self) -> str:
        """Say what was done, and how many people there are now."""
        old, new = self.before.brief.edits, self.after.brief.edits
        if new[: len(old)] == old and len(new) > len(old):
            return self._joined(self._said(new[len(old) :], self.before, self.after))
        if old[: len(new)] == new and len(old) > len(new):
            changes = self._joined(self._said(old[len(new) :], self.after, self.before))
            return self.voice.say("edited.undone", changes=changes)
        return self._joined(list(self._differences()))

    def _said(self, edits: Sequence[Edit], one: Plan, other: Plan) -> list[str]:
        words = EditWords(self.knowledge, self.voice, one, other)
        return words.all_of(edits) or list(self._differences())

    def _differences(self) -> Iterator[str]:
        for role, before, after in self.found.roles:
            key = "changes.plus" if after > before else "changes.minus"
            name = self.voice.role(self.knowledge.roles[role])
            yield self.voice.say(key, count=abs(after - before), role=name)
        if self.found.moved:
            yield self.voice.say("edited.moved", count=len(self.found.moved))

    def _joined(self, pieces: list[str]) -> str:
        say, (before, after) = self.voice.say, self.found.people
        shown, more = pieces[:MOST_PIECES], len(pieces) - MOST_PIECES
        if more > 0:
            shown.append(say("edited.more", count=more))
        if before != after:
            shown.append(say("edited.people", before=before, after=after))
        return say("list.clause").join(shown or [say("edited.nothing")])

    def effects(self) -> Iterator[str]:
        """Say what follows, the worst first."""
        yield from self._owners("edited.lost", [c for c in self.found.lost if c.after.hat])
        yield from self._owners("edited.lost_to", [c for c in self.found.lost if not c.after.hat])
        for left in self.found.spans_left:
            post = self.labels.full(left.post)
            figures = {"figure": left.figure, "low": left.low, "high": left.high}
            yield self.voice.say("edited.span_left", post=post, **figures)
        before, after = self.found.layers
        if before != after:
            key = "edited.layers_more" if after > before else "edited.layers_less"
            yield self.voice.say(key, before=before, after=after)
        for back in self.found.spans_back:
            post = self.labels.full(back.post)
            yield self.voice.say("edited.span_back", post=post, figure=back.figure)
        yield from self._owners("edited.gained", self.found.gained)

    def _owners(self, key: str, changes: Sequence[OwnerChange]) -> Iterator[str]:
        """Say for each new owner which functions it has now."""
        roles: dict[str, list[str]] = {}
        for change in changes:
            name = self.voice.text(self.knowledge.functions[change.function].name)
            said = self.voice.say("edited.function", name=name)
            roles.setdefault(self._owner(change), []).append(said)
        for role, names in roles.items():
            more = len(names) - MOST_FUNCTIONS
            shown = names[:MOST_FUNCTIONS]
            if more > 0:
                shown.append(self.voice.say("edited.more", count=more))
            yield self.voice.say(key, functions=self.voice.join(shown), role=role)

    def _owner(self, change: OwnerChange) -> str:
        """Name who carries a function now: the only post of the role, else the role."""
        post = next(p for p in self.after.posts if p.id == change.after.post)
        if post.role == change.after.role and post.title:
            return self.labels.full(post)
        return self.voice.role(self.knowledge.roles[change.after.role])
