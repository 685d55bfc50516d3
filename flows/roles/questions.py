"""Reading a question about roles: the titles in it, what it asks, what of it describes work.

Decides nothing about which role is meant; see `role_index.py`. All words come from the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from flows.lexicon import Lexicon
from flows.roles.holders import Title
from flows.roles.names import blanked, facet_asked, masked, titles_in
from flows.search.strangers import Stranger
from flows.text.fold import has_chinese

DUTIES, COMPARE, COVERS = "duties", "compare", "who_covers"
ABOUT_NUMBERS = ("ratio", "threshold")  # facets that name another role before the one asked for
SHORT = 4  # letters; a question with no more is about a title, if anything
MUCH = 12  # letters; beside so many a title may be mentioned only
SIDES = 2  # of a comparison
_ABOUT_WORK = (None, "duties", "ratio")  # facets with which a who-question may be about work
_JOINED = (None, "duties", "kpi", "skills")  # facets with which two joined titles are compared
_INITIALS = 3  # letters; hr, pr, ae, pm, it mean many other things
_FEW = 3  # letters left over that make it likely that they do
_TOLD = (20, 8)  # letters that tell of troubles; Chinese ones tell more
_LITTLE = 1  # letters that may be left over beside a title in a question with "who"
_TITLED = 80  # characters; titles in longer questions are not mended
_CLAUSE_END = re.compile(r" ?[,:;]|$| (?:what|how|which)\b")  # behind a title: its clause ends
_OF = "的'"  # behind a title: something of its bearer is spoken of
_ENDS_IN = "的"  # how a title ends that describes work (拆退货的)


class Question(NamedTuple):
    """A folded question, its titles and what it asks."""

    text: str
    titles: tuple[Title, ...]
    facet: str | None
    is_who: bool
    left_over: int  # letters that are neither title nor cue nor filler


class Questions:
    """Reads questions with a lexicon."""

    __slots__ = ("_lexicon", "_search")

    def __init__(self, lexicon: Lexicon) -> None:
        """Use a lexicon's titles and cues, and its search to mend what is mistyped."""
        self._lexicon, self._search = lexicon, lexicon.search

    def read(self, text: str) -> Question:
        """Read a folded text as it stands."""
        words, who = self._lexicon.roles, self._lexicon.intents.who
        titles = titles_in(words, text, who)
        facet = facet_asked(words, words.not_meant.blank(masked(text, titles)), who)
        left_over = sum(letter.isalnum() for letter in blanked(words, text, titles, who))
        return Question(text, titles, facet, bool(who.search(text)), left_over)

    def mended(self, question: Question) -> Question:
        """Read pinyin, wrong characters and misspelt words where that brings up titles."""
        if len(question.text) > _TITLED:
            return question
        for mended in self._mendings(question):
            if mended != question.text and not self._is_foreign(better := self.read(mended)):
                is_context = question.is_who and self.is_only_context(better)
                if _letters(better.titles) > _letters(question.titles) and not is_context:
                    return better
        return question

    def of_channel(self, question: Question, channel: str) -> Question:
        """Read a bare level (主管, the planner) as a title of the chat's channel."""
        usual = self._lexicon.roles.in_channel.get(channel)
        if not usual or (text := usual.usual(question.text)) == question.text:
            return question
        better = self.read(text)
        is_about = better.left_over <= SHORT or (
            better.facet and self.is_topic(better) and better.left_over <= MUCH
        )
        return better if better.titles and is_about else question

    def _is_foreign(self, question: Question) -> bool:
        """Tell whether somebody is named who is not ours, and not as part of a title of ours."""
        named = (stranger for stranger in self.strangers(question) if stranger.is_word)
        return any(
            not any(t.start <= stranger.start and stranger.end <= t.end for t in question.titles)
            for stranger in named
        )

    def _mendings(self, question: Question) -> Iterator[str]:
        text = question.text
        yield self._lexicon.roles.bearers.usual(text)
        yield self._lexicon.fold.simplified(self._search.respelt(text))
        is_short = not question.titles and question.left_over <= SHORT
        yield self._search.retyped(text, is_short=is_short)

    def strangers(self, question: Question) -> list[Stranger]:
        """Find what is not ours; a verb that asks is no occupation (how do you judge …)."""
        found = self._search.strangers.all(question.text)
        cues = self._lexicon.roles.facets.named(question.facet)
        if not found or question.facet == DUTIES:
            return found
        asking = [match.span() for cue in cues for match in cue.finditer(question.text)]
        return [
            stranger
            for stranger in found
            if not any(start <= stranger.start and stranger.end <= end for start, end in asking)
        ]

    def is_only_context(self, question: Question) -> bool:
        """Tell whether a question is about work that titles are only mentioned in."""
        if question.facet == COMPARE or self.are_joined(question) or self.is_topic(question):
            return False
        if question.is_who and question.facet in _ABOUT_WORK:
            return question.left_over > _LITTLE
        if question.left_over > MUCH and self._are_served(question):
            return True
        return self.is_described(question) and question.left_over > SHORT

    def _are_served(self, question: Question) -> bool:
        """Tell whether all titles are those that work is done for, or reported to."""
        served, text = self._lexicon.roles.served_before, question.text
        return all(served.search(text[: title.start]) for title in question.titles)

    def is_topic(self, question: Question) -> bool:
        """Tell whether the first thing said is a clear title, and the rest asks about it.

        Either the title is a clause of its own (店长，一个人能看几个店), or no work is asked for.
        """
        if not self.is_first(question):
            return False
        title = question.titles[0]
        end = self._end_of(question, title)
        if title.phrase in self._lexicon.roles.ordinary and end == title.end:
            return False
        if _CLAUSE_END.match(question.text, end):
            return True
        return question.facet not in _ABOUT_WORK and question.text[title.end] not in _OF

    def _end_of(self, question: Question, title: Title) -> int:
        """Find where a title ends together with who leads (客服部的头儿), or a place of work."""
        words, text = self._lexicon.roles, question.text
        behind = (words.heads, words.leads, words.place_behind)
        found = (cues.match(text, title.end) for cues in behind)
        return next((match.end() for match in found if match), title.end)

    def is_first(self, question: Question) -> bool:
        """Tell whether nothing is said in front of a title."""
        if not question.titles:
            return False
        before = question.text[: question.titles[0].start]
        return not self._lexicon.roles.filler.blank(before).strip()

    def are_initials(self, question: Question) -> bool:
        """Tell whether all titles are initials that mean much else, beside words we do not know."""
        is_unclear = question.facet is None and question.left_over >= _FEW
        return is_unclear and all(_is_initials(title.phrase) for title in question.titles)

    def is_described(self, question: Question) -> bool:
        """Tell whether somebody without a title is described, and titles only on the way."""
        words, text = self._lexicon.roles, masked(question.text, question.titles)
        if words.somebody.search(text):
            return True
        found = words.describes.search(text)
        return found is not None and all(
            t.end <= found.start() or found.end() <= t.start for t in question.titles
        )

    def are_joined(self, question: Question) -> bool:
        """Tell whether two titles stand side by side, as in a comparison."""
        is_open = question.facet in _JOINED or question.is_who
        if not is_open or len(question.titles) != SIDES:
            return False
        one, other = question.titles
        between = question.text[one.end : other.start].strip()
        return self._lexicon.roles.joined.fullmatch(between) is not None

    def work_of(self, question: Question) -> str:
        """Leave of a question what describes work."""
        meant = self._lexicon.roles.not_meant.blank(question.text)
        text = self._lexicon.intents.who.blank(meant)
        for cues in self._lexicon.roles.facets.named(question.facet):
            text = cues.blank(text)
        return text

    def asks_for_somebody(self, question: Question) -> bool:
        """Tell whether the words ask for a person: with who, by a person's work, by a facet."""
        return question.facet not in (None, DUTIES) or self.means_somebody(question)

    def means_somebody(self, question: Question) -> bool:
        """Tell whether the words ask who, or describe somebody."""
        words, text = self._lexicon.roles, question.text
        found = question.is_who or words.describes.search(text) or words.somebody.search(text)
        return bool(found)

    def is_wanted(self, question: Question) -> bool:
        """Tell whether somebody is asked for, or needed for what goes wrong in a business."""
        if self.asks_for_somebody(question):
            return True
        is_told = question.left_over >= _TOLD[has_chinese(question.text)]
        is_by_the_way = all(self.is_vague(question, title) for title in question.titles)
        troubles = self._lexicon.roles.troubles.search(question.text)
        is_supposed = self._lexicon.roles.supposed.search(question.text)  # what if we …
        return is_told and is_by_the_way and troubles is not None and is_supposed is None

    def subject(self, question: Question) -> Title:
        """Choose the title that is asked about: the first, behind 那位 or 配, or before 要几个.

        Of who covers for whom it is the one that is missing (我们电销没有培训师).
        """
        titles, shown = question.titles, self._lexicon.roles.shown_before
        if pointed := next((t for t in titles if shown.search(question.text[: t.start])), None):
            return pointed
        lacks = self._lexicon.roles.missing_before
        if question.facet == COVERS and (
            lacked := next((t for t in titles if lacks.search(question.text[: t.start])), None)
        ):
            return lacked
        asked = self._lexicon.roles.number_asked
        if counted := next((t for t in titles if asked.match(question.text, t.end)), None):
            return counted
        cue = self._lexicon.roles.subject_after.search(question.text)
        if question.facet in ABOUT_NUMBERS and cue:
            return next((t for t in titles if t.start >= cue.end()), titles[0])
        served = self._lexicon.roles.served_before
        return next((t for t in titles if not served.search(question.text[: t.start])), titles[0])

    def is_vague(self, question: Question, title: Title) -> bool:
        """Tell whether a title is also an ordinary word, only describes, or is one among many."""
        if self._lexicon.roles.heads.match(question.text, title.end):
            return False
        if title.phrase in self._lexicon.roles.ordinary or title.phrase.endswith(_ENDS_IN):
            return True
        if self.is_topic(question):
            return False
        return question.left_over > MUCH and question.facet is None


def _is_initials(phrase: str) -> bool:
    return phrase.isascii() and len(phrase) <= _INITIALS


def _letters(titles: tuple[Title, ...]) -> int:
    return sum(len(title.phrase) for title in titles)
