"""The names of roles and where a text uses them as titles. Words come from the data.

A title inside a longer unknown word (室内|设计师) or an ordinary word used as such (设计海报)
is no title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any, NamedTuple

from flows.counts.bearers import Bearers
from flows.roles.titles import named, titles_of
from flows.text.cue_lists import CueLists
from flows.text.cues import Cues, EndCues
from flows.text.fold import Fold, has_chinese
from flows.text.listed import lists_of
from flows.text.phrases import Found, Phrases
from flows.text.table import Table
from knowledge.knowledge import Titles
from knowledge.model import Role

_CLAUSE = re.compile(r"[,:;!?…。](?!\d)|\.(?= |$)")
_WORD = re.compile(r"\w")
_OF = "的"  # how a title ends that describes work
_SEVERAL = 2  # clauses
_DUTIES = "duties"
_FROM_AFAR = (_DUTIES, "who_covers", "threshold")  # asked with "who" in a later clause
_SEEN = "\ufffc"  # stands where a title was; no letter of any script
_TITLES = re.compile(f"{_SEEN}+")


class SharedTitle(NamedTuple):
    """A title of several roles, in the order to try, and the words that decide."""

    roles: tuple[str, ...]
    cues: Mapping[str, tuple[str, ...]]


@dataclass(slots=True, eq=False, repr=False)
class RoleWords:
    """Titles of roles and the words of `roles.toml`."""

    names: Phrases[tuple[str, ...]]
    shared: Mapping[str, SharedTitle]
    channel_of: Mapping[str, str]
    proper_names: Mapping[str, frozenset[str]]
    ordinary: frozenset[str]
    whole_only: frozenset[str]
    levels: frozenset[str]
    not_a_role: Phrases[tuple[str, ...]]
    facets: CueLists
    filler: Cues
    person_before: EndCues
    person_after: Cues
    unit_behind: Cues
    leads: Cues
    heads: Cues
    place_behind: Cues
    bearers: Bearers
    in_channel: Mapping[str, Bearers]
    heads_of_all: frozenset[str]
    not_meant: Cues
    superior_of: Mapping[str, str | None]
    modifiers: EndCues
    subject_after: Cues
    number_asked: Cues
    joined: Cues
    between: Cues
    served_before: EndCues
    missing_before: EndCues
    shown_before: EndCues
    ownership: Cues
    describes: Cues
    somebody: Cues
    troubles: Cues
    supposed: Cues

    @classmethod
    def of(
        cls,
        table: Table,
        fold: Fold,
        roles: Iterable[Role],
        titles: Titles,
        usual: Mapping[str, Any],
    ) -> RoleWords:
        """Read `roles.toml` and join it with the knowledge; `usual` is of `usual_titles`."""
        roles, words = tuple(roles), table.table("words")
        bearers = Bearers.of(table.tables("bearer"))
        read: dict[str, Any] = {
            "names": Phrases(named(fold, roles, bearers, usual)),
            "shared": dict(_shared(fold, titles)),
            "channel_of": {role.id: role.channel for role in roles},
            "proper_names": {
                role.id: frozenset(fold.all_simplified((role.name.en, role.name.zh)))
                for role in roles
            },
            "ordinary": frozenset(fold.all_simplified(titles.ordinary_words)),
            "whole_only": frozenset(words.words("whole_message_only")),
            "levels": frozenset(fold.all_simplified(titles.level_words)),
            "not_a_role": Phrases(dict(_strangers(fold, titles))),
            "facets": CueLists(
                (row.string("id"), row.cues("cues")) for row in table.tables("facet")
            ),
            "bearers": bearers,
            "in_channel": _in_channels(table.tables("in_channel")),
            "heads_of_all": frozenset(words.words("heads_of_all")),
            "superior_of": {role.id: role.reports_to for role in roles},
            "subject_after": table.table("ratio").cues("subject_after"),
            "number_asked": table.table("ratio").cues("number_asked"),
            "ownership": table.table("ownership").cues("cues"),
            "joined": table.table("compare").cues("joined"),
            "between": table.table("compare").cues("between"),
            "missing_before": table.table("covers").end_cues("missing_before"),
        }
        return cls(**read, **lists_of(cls, words, read))


def _in_channels(rows: Iterable[Table]) -> dict[str, Bearers]:
    """Group by channel how bare levels are read in it."""
    by_channel: dict[str, list[Table]] = {}
    for row in rows:
        by_channel.setdefault(row.string("channel"), []).append(row)
    return {channel: Bearers.of(said) for channel, said in by_channel.items()}


def own_texts(roles: Iterable[Role], titles: Titles) -> Iterator[str]:
    """List the titles and words of the knowledge, which are folded at each start."""
    for role in roles:
        yield from titles_of(role)
    for cues in titles.cues.values():
        yield from chain.from_iterable(cues.values())
    for row in (*titles.shared, *titles.not_a_role):
        yield from row.aliases


def _shared(fold: Fold, titles: Titles) -> Iterator[tuple[str, SharedTitle]]:
    for i, row in enumerate(titles.shared):
        given = titles.cues.get(str(i), {})
        cues = {role: fold.all_simplified(words) for role, words in given.items()}
        for alias in fold.all_simplified(row.aliases):
            yield alias, SharedTitle(row.roles, cues)


def _strangers(fold: Fold, titles: Titles) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in titles.not_a_role:
        for alias in fold.all_simplified(row.aliases):
            yield alias, row.roles


def titles_in(words: RoleWords, text: str, who: Cues) -> tuple[Found[tuple[str, ...]], ...]:
    """Find the titles of a folded text, in order."""
    found = [f for f in _longest(words, text) if not _is_inside_a_stranger(words, text, f)]
    rest = blanked(words, text, found, who) if found else text
    titles = [f for f in found if _is_title(words, text, rest, f)]
    titles = [f for f in titles if not any(_heads(words, text, other, f) for other in titles)]
    return tuple(a for a, b in zip_longest(titles, titles[1:]) if not _is_part(words, a, b))


def _is_part(
    words: RoleWords, title: Found[tuple[str, ...]], other: Found[tuple[str, ...]] | None
) -> bool:
    """Tell whether a title is also an ordinary word or work, and the next one's (接线的|班长)."""
    is_open = title.phrase in words.ordinary or title.phrase.endswith(_OF)
    return other is not None and title.end == other.start and is_open


def _longest(words: RoleWords, text: str) -> list[Found[tuple[str, ...]]]:
    """Find titles without overlaps, the longest first to be taken; in order of place."""
    found = words.names.each(text)
    named = [f for f in found if f.phrase not in words.levels and not _leads(words, text, f)]
    kept: list[Found[tuple[str, ...]]] = []
    for title in sorted(named, key=lambda f: (-len(f.phrase), f.start)):
        if all(title.end <= other.start or other.end <= title.start for other in kept):
            kept.append(title)
    return sorted(kept, key=lambda f: f.start)


def _leads(words: RoleWords, text: str, found: Found[tuple[str, ...]]) -> bool:
    """Tell whether a word for a level follows, so that somebody else is meant (美工|主管)."""
    return any(text.startswith(level, found.end) for level in words.levels if has_chinese(level))


def _heads(
    words: RoleWords, text: str, title: Found[tuple[str, ...]], other: Found[tuple[str, ...]]
) -> bool:
    """Tell whether another title only says that the head of a title's people is meant."""
    head = words.heads.match(text, title.end)
    return head is not None and title.end <= other.start and other.end <= head.end()


def _is_inside_a_stranger(words: RoleWords, text: str, found: Found[tuple[str, ...]]) -> bool:
    """Tell whether a longer title that is no role holds this one (总经理 in 总经理助理)."""
    return any(
        other.start <= found.start
        and found.end <= other.end
        and len(other.phrase) > len(found.phrase)
        for other in words.not_a_role.all(text)
    )


def masked(text: str, found: Iterable[Found[tuple[str, ...]]]) -> str:
    """Put signs that are no letters in place of titles."""
    for title in found:
        text = text[: title.start] + _SEEN * len(title.phrase) + text[title.end :]
    return text


def blanked(words: RoleWords, text: str, found: Iterable[Found[tuple[str, ...]]], who: Cues) -> str:
    """Leave only what is neither title nor cue nor filler."""
    rest = masked(text, found)
    for _, cues in words.facets.in_text(rest):
        rest = cues.blank(rest)
    return words.filler.blank(who.blank(rest))


def _is_title(words: RoleWords, text: str, rest: str, found: Found[tuple[str, ...]]) -> bool:
    is_foreign = found.phrase.isascii() and not text.isascii()  # an English word in Chinese
    is_whole = {found.phrase, found.phrase.removesuffix("s")} & words.whole_only
    if is_whole and not is_foreign:
        return not text.replace(found.phrase, "").strip(" .!?。")
    if words.heads.match(text, found.end):
        return True
    if words.unit_behind.match(text, found.end):
        return False
    if not rest.replace(_SEEN, "").strip():
        return True
    left = _is_free_left(words, text, rest, found)
    if found.phrase not in words.ordinary:
        return left
    return left and _is_free_right(words, text, rest, found)


def _is_free_left(words: RoleWords, text: str, rest: str, found: Found[tuple[str, ...]]) -> bool:
    """Tell whether nothing unknown is attached in front of a title."""
    if not has_chinese(found.phrase) or not has_chinese(rest[found.start - 1 : found.start]):
        return True
    before = text[: found.start]
    return bool(words.person_before.search(before) or words.modifiers.search(before))


def _is_free_right(words: RoleWords, text: str, rest: str, found: Found[tuple[str, ...]]) -> bool:
    if not has_chinese(rest[found.end : found.end + 1]) or words.leads.match(text, found.end):
        return True
    return words.person_after.match(text, found.end) is not None


def facet_in(words: RoleWords, text: str) -> str | None:
    """Name the first facet that a folded text, its titles masked, has words for."""
    return next((facet for facet, cues in words.facets.in_text(text) if cues.search(text)), None)


def facet_asked(words: RoleWords, text: str, who: Cues) -> str | None:
    """Name what a folded text, its titles masked, asks about a role.

    What the last clause asks counts; words for a facet in front of it may describe the work.
    """
    said = facet_in(words, text)
    clauses = [clause for clause in _CLAUSE.split(text) if _WORD.search(clause)]
    if said is None or len(clauses) < _SEVERAL:
        return said
    asked = facet_in(words, clauses[-1])
    if asked not in (None, _DUTIES):
        return asked
    is_pair = said == "compare" and len(_TITLES.findall(text)) > 1
    if is_pair or said in _FROM_AFAR or not (asked or who.search(clauses[-1])):
        return said
    return _DUTIES
