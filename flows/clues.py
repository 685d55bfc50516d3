"""Telling which words of a message said what: for editors of the language data. Decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.briefs.slots import channel_cues
from flows.hunches.model import Hunch
from flows.lexicon import Lexicon
from flows.meaning import Meaning
from flows.roles.index import RoleIndex
from flows.roles.names import masked
from flows.sums.people import mentions
from flows.understand import readable

_ENGLISH = re.compile(r"[a-z']+")


@dataclass(frozen=True, slots=True)
class Clue:
    """A slot of the meaning and the words of the folded message that told it."""

    slot: str
    words: tuple[str, ...]


def clues(lexicon: Lexicon, text: str, meaning: Meaning) -> tuple[Clue, ...]:
    """List which words told what; a slot that only follows from others has no clue.

    Args:
        lexicon: The words.
        text: The message as typed.
        meaning: What was understood of it.
    """
    folded = readable(lexicon, text)
    found = (*_of_brief(lexicon, folded, meaning), *_of_role(lexicon, folded, meaning))
    kept = ((slot, tuple(dict.fromkeys(word for word in words if word))) for slot, words in found)
    return tuple(Clue(slot, words) for slot, words in kept if words)


def _of_brief(
    lexicon: Lexicon, folded: str, meaning: Meaning
) -> Iterator[tuple[str, Iterable[str]]]:
    slots = lexicon.slots
    cues = [*channel_cues(slots, folded), *slots.weak.all(folded)]
    named = [cue.phrase for cue in cues if cue.value in meaning.channels]
    yield "channels", named or _sounds(meaning.channels, lexicon.hunches.channel(folded), folded)
    if meaning.stage:
        said = slots.stages[meaning.stage].search(folded)
        hunch = lexicon.hunches.stage(folded)
        yield "stage", (said.group(),) if said else _sounds((meaning.stage,), hunch, folded)
    if meaning.size:
        people = (m for m in mentions(lexicon.people, folded) if m.is_people)
        yield "size", (folded[m.number.start : m.end].strip() for m in people)
    lists = (lists for variant in meaning.variants for lists in slots.variants.named(variant))
    matches = (variant.search(folded) for variant in lists)
    yield "variants", (match.group() for match in matches if match)


def _sounds(said: Iterable[str], hunch: Hunch | None, folded: str) -> tuple[str, ...]:
    """Give the words that a hunch came from, marked as such (~quit)."""
    if hunch is None or hunch.name not in said:
        return ()
    return tuple(f"~{_word_of(gram.strip('^$'), folded)}" for gram in hunch.words)


def _word_of(gram: str, folded: str) -> str:
    """Give the whole word that a piece is of."""
    return next((word for word in _ENGLISH.findall(folded) if gram in word), gram)


def _of_role(
    lexicon: Lexicon, folded: str, meaning: Meaning
) -> Iterator[tuple[str, Iterable[str]]]:
    if meaning.role is None:
        return
    question = RoleIndex(lexicon).question(folded)
    titles = [title for title in question.titles if meaning.role in title.value]
    if titles:
        yield "role", (title.phrase for title in titles)
    else:
        yield "role", _joined(question.text, lexicon.search.matched(question.text, meaning.role))
    rest = masked(question.text, question.titles)
    cues = (cues.search(rest) for cues in lexicon.roles.facets.named(meaning.facet))
    yield "facet", (match.group().strip("\ufffc ,.?!") for match in cues if match)


def _joined(text: str, terms: Iterable[str]) -> Iterator[str]:
    """Give the pieces of a text that pairs and stems are part of, in order."""
    spans = (
        match.span()
        for term in terms
        for match in re.finditer(rf"\b{term}[a-z]*" if term.isascii() else term, text)
    )
    end, words = -1, list[str]()
    for start, stop in sorted(spans):
        if start < end:
            words[-1] += text[end:stop]
        elif stop > end:
            words.append(text[start:stop])
        end = max(end, stop)
    return iter(words)
