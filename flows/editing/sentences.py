"""Sentences that change the plan: what was said, looked up in the plan, becomes edits.

A sentence whose parts are nothing in the plan is none; then it means something else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import cycle

from flows.corrections import removed_variants
from flows.draft import Draft
from flows.editing.change import LONGEST_NAME, change, kept_at, redo, save_version, undo
from flows.editing.found import Posts
from flows.editing.naming import cleaned, people_in, plan_named
from flows.editing.place import fewer, made, place_of
from flows.editing.replies import ChooseEdit, ChoosePlace, ChoosePost, ChooseVersion, CompareWith
from flows.editing.words import Said
from flows.lexicon import Lexicon
from flows.replies import Say
from flows.steps import Step, again
from flows.text.fold import has_chinese
from flows.text.numbers import numbers
from knowledge.brief import Brief
from knowledge.edits import Edit, Merge, Move, Split, Staff, Title
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, Post

_SPACES = re.compile(r"\s+")
_LONGEST = 120  # characters of a sentence
_OF_POSTS = ("swap_out", "resize", "merge", "move", "split", "title")
_OF_ROLES = ("add", *_OF_POSTS)


def edit_said(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Change the current plan as a sentence says; None if it says nothing of the kind."""
    brief, code, folded = draft.current(knowledge), draft.plan, lexicon.fold(text)
    if brief is None or code is None or draft.asked is not None:
        return _too_early(knowledge, lexicon, draft, folded)
    chosen = removed_variants(lexicon.corrections, lexicon.slots, folded, draft.variants or ())
    if len(folded) > _LONGEST or chosen or lexicon.edits.asking.search(folded):
        return None
    is_about_posts = False
    for said in lexicon.edits.readings(folded):
        sentence = _Sentence(knowledge, lexicon, draft, brief, code, said, folded, text)
        if step := sentence.step():
            return step
        is_title = said.kind in _OF_POSTS and sentence.posts.is_title(sentence.part("what"))
        is_about_posts = is_about_posts or is_title
    return (draft, (Say("edit.not_there"),)) if is_about_posts else None


def _too_early(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Ask to finish the questions first, where the size is known and a post is to be changed."""
    if draft.size is None or draft.asked in (None, "size") or len(text) > _LONGEST:
        return None
    titles = lexicon.roles.names.values
    for said in lexicon.edits.readings(text):
        if said.kind in _OF_ROLES and said.part("what", text) in titles:
            return again(knowledge, draft, Say("edit.too_early"))
    return None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One reading of a sentence."""

    knowledge: Knowledge
    lexicon: Lexicon
    draft: Draft
    brief: Brief
    code: str
    said: Said
    folded: str
    text: str

    def step(self) -> Step | None:
        """Carry it out; None if it fits nothing in the plan."""
        return _KINDS[self.said.kind](self)

    @property
    def plan(self) -> Plan:
        """The plan as it is."""
        return self.draft.shelf.plan(self.knowledge, self.brief)

    @property
    def posts(self) -> Posts:
        """Finds posts of the plan."""
        return Posts(self.knowledge, self.lexicon, self.plan, self.brief.channels)

    def part(self, name: str) -> str:
        """Give a part of the sentence, folded."""
        return self.said.part(name, self.folded)

    def written(self, name: str) -> str:
        """Give a part of the sentence as it was typed, where its letters can be told apart."""
        plain = _SPACES.sub(" ", unicodedata.normalize("NFKC", self.text)).strip()
        fits = len(plain) == len(self.folded)
        return cleaned(self.said.part(name, plain if fits else self.folded)).strip(" \"'“”「」『』")

    def number(self) -> int | None:
        """Give the number said, None if there is none."""
        if self.part("one"):
            return 1
        found = numbers(self.lexicon.people.numerals, self.part("n"))
        return found[0].high if len(found) == 1 and found[0].high > 0 else None

    def is_person(self, name: str) -> bool:
        """Tell whether something looks like a person's name."""
        comparable = self.lexicon.fold(name) if has_chinese(name) else name
        return self.lexicon.edits.is_person(comparable)

    def change(self, edits: list[Edit]) -> Step | None:
        """Make the change."""
        if not edits:
            return None
        return change(self.knowledge, self.draft, self.code, edits)

    def which(self, posts: tuple[Post, ...]) -> Step:
        """Ask which of several posts is meant."""
        found = tuple(post.id for post in posts)
        return self.draft, (ChoosePost(self.brief, self.code, found),)


def _history(go: Callable[[Knowledge, Draft, str], Step | None], field: str) -> _Kind:
    """Take back or repeat, where there is something; else the words mean what they always do."""

    def step(sentence: _Sentence) -> Step | None:
        kept = kept_at(sentence.knowledge, sentence.draft, sentence.code)
        if kept is None or not getattr(kept, field):
            return None
        return go(sentence.knowledge, sentence.draft, sentence.code)

    return step


def _versions(sentence: _Sentence) -> Step | None:
    kept = kept_at(sentence.knowledge, sentence.draft, sentence.code)
    names = tuple(version.name for version in kept.versions) if kept else ()
    return sentence.draft, (ChooseVersion(sentence.brief, sentence.code, names),)


def _save(sentence: _Sentence) -> Step | None:
    kept = kept_at(sentence.knowledge, sentence.draft, sentence.code)
    if sentence.lexicon.exports.is_format(sentence.part("name")):
        return None  # 存成Excel
    name = sentence.written("name") or f"v{len(kept.versions) + 1 if kept else 1}"
    if len(name) > LONGEST_NAME:
        return sentence.draft, (Say("edit.name_length"),)
    return save_version(sentence.knowledge, sentence.draft, sentence.code, name)


def _name(sentence: _Sentence) -> Step | None:
    """Give the plan a name."""
    name = sentence.written("name")
    if not name or len(name) > LONGEST_NAME:
        return sentence.draft, (Say("edit.name_length"),)
    return plan_named(sentence.knowledge, sentence.draft, sentence.code, name)


def _edit(sentence: _Sentence) -> Step | None:
    return sentence.draft, (ChooseEdit(sentence.brief, sentence.code, 1),)


def _compare(sentence: _Sentence) -> Step | None:
    return sentence.draft, (CompareWith(sentence.brief, sentence.code),)


def _add(sentence: _Sentence) -> Step | None:
    """Add people of a role that the plan or its channel knows."""
    what, place = sentence.part("what"), sentence.part("where")
    where = sentence.posts.leaders_of(place) if place else ()
    is_anybody = where and sentence.lexicon.edits.people.fullmatch(what)
    role = sentence.posts.people_of(where[0]) if is_anybody else sentence.posts.role_of(what)
    if role is None or (place and not where):
        return None
    if len(where) > 1:
        return sentence.which(where)
    people, under = sentence.number() or 1, where[0] if where else None
    return sentence.change(place_of(sentence.knowledge, sentence.plan, role, people, under))


def _remove(sentence: _Sentence) -> Step | None:
    found, people = sentence.posts.all_of(sentence.part("what")), sentence.number()
    if not found:
        return None
    if len(found) > 1 and (people is None or len({post.role for post in found}) > 1):
        return sentence.which(found)
    return sentence.change(fewer(found, people))


def _resize(sentence: _Sentence) -> Step | None:
    found, people = sentence.posts.all_of(sentence.part("what")), sentence.number()
    if not found or people is None:
        return None
    if len({post.role for post in found}) > 1:
        return sentence.which(found)
    return sentence.change(made(sentence.knowledge, sentence.plan, found, people))


def _move(sentence: _Sentence) -> Step | None:
    """Put a team or post under another leader."""
    people, what = sentence.number(), sentence.part("what")
    found = (
        sentence.posts.teams_of(what)
        if people is None
        else sentence.posts.groups_of(what, sentence.part("from"))
    )
    where = sentence.posts.leaders_of(sentence.part("where"))
    if not found or not where:
        return None
    targets = {post.id for post in where}
    moving = tuple(p for p in found if p.id not in targets and p.reports_to not in targets)
    if not moving:
        return sentence.draft, (Say("edit.there_already"),)
    if people is not None:
        moving = moving[:1]
    if len(where) > 1 and len(moving) == 1:
        place = ChoosePlace(sentence.brief, sentence.code, "move", moving[0].id, 1)
        return sentence.draft, (place,)
    return sentence.change(
        [Move(post.id, to.id, people) for post, to in zip(moving, cycle(where), strict=False)]
    )


def _merge(sentence: _Sentence) -> Step | None:
    one = sentence.posts.teams_of(sentence.part("what"))
    into = sentence.posts.teams_of(sentence.part("where"))
    if len(one) != 1 or len(into) != 1:
        return None
    if one == into:
        return sentence.draft, (Say("edit.there_already"),)
    if into[0].people_below and not one[0].people_below:
        return sentence.change([Move(one[0].id, into[0].id, None)])
    return sentence.change([Merge(one[0].id, into[0].id)])


def _split(sentence: _Sentence) -> Step | None:
    found = sentence.posts.teams_of(sentence.part("what"))
    if len(found) > 1:
        return sentence.which(found)
    return sentence.change([Split(post.id, sentence.number() or 2) for post in found])


def _title(sentence: _Sentence) -> Step | None:
    return _named(sentence, lambda post: Title(post.id, sentence.written("name")))


def _staff(sentence: _Sentence) -> Step | None:
    names = people_in(sentence.written("name"), sentence.lexicon.edits.between_names)
    is_asked = sentence.lexicon.intents.asking.search(sentence.folded)
    if not names or is_asked or not all(map(sentence.is_person, names)):
        return None
    return _named(sentence, lambda post: Staff(post.id, names))


def _named(sentence: _Sentence, edit: Callable[[Post], Edit]) -> Step | None:
    what = sentence.part("what")
    found = sentence.posts.all_of(what) or sentence.posts.teams_of(what)
    if not found:
        return None
    return sentence.change([edit(found[0])]) if len(found) == 1 else sentence.which(found)


_Kind = Callable[[_Sentence], Step | None]
_KINDS: Mapping[str, _Kind] = {
    "undo": _history(undo, "steps"),
    "redo": _history(redo, "undone"),
    "versions": _versions,
    "save": _save,
    "name": _name,
    "edit": _edit,
    "compare": _compare,
    "resize": _resize,
    "swap_out": _remove,
    "merge": _merge,
    "move": _move,
    "split": _split,
    "title": _title,
    "staff": _staff,
    "add_under": _add,
    "add": _add,
}
