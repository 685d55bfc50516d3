"""Answering a question about a role: which role is meant, and what is asked about it.

Nothing is guessed: without a title, and without a description that one role's texts explain well,
there is no role, at best a few to choose from. All words come from the data.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from flows.lexicon import Lexicon
from flows.roles.holders import Holders
from flows.roles.questions import (
    ABOUT_NUMBERS,
    COMPARE,
    DUTIES,
    SHORT,
    SIDES,
    Question,
    Questions,
)
from flows.search.index import Match
from flows.search.strangers import Stranger, counting

_NO_FACET = "none"
_LONGEST = 200  # characters of a question
_FOLDED = 600  # characters of a message of which those are made
_FAR = 2  # times as sure as of a vague title's own roles
_SURER = 10  # or so many times less likely to be wrong
_LOT = 25  # letters; beside so many even "what" and "do" do not ask for a title's work


@dataclass(frozen=True, slots=True)
class RoleAnswer:
    """The role a question is about, the facet asked, and other roles it may mean.

    A question that names nobody and describes nothing (那他的KPI呢) has a facet but no role.
    `several` says that `role` is only the first of equally good ones, the rest being
    `alternatives`. `near` says that no role is clear, but one of `alternatives` may be meant. In a
    comparison `alternatives[0]` is the other role. `is_asked` tells that the words themselves ask
    for the facet; otherwise duties are assumed. `stranger` names a kind of `occupations.toml`
    that is spoken of instead.
    """

    role: str | None
    facet: str
    alternatives: tuple[str, ...]
    kind: Literal["exact", "several", "near", "none"]
    roles: tuple[str, ...] = ()
    is_asked: bool = False
    stranger: str | None = None

    @property
    def may_mean(self) -> tuple[str, ...]:
        """List the roles that may be meant, the best first; empty where nothing is known."""
        found = self.alternatives if self.kind == "near" else ()
        return (self.role, *self.alternatives) if self.role else found


_NOTHING = RoleAnswer(None, _NO_FACET, (), "none")


class RoleIndex:
    """The role index over a lexicon."""

    __slots__ = ("_holders", "_lexicon", "_questions", "_search")

    def __init__(self, lexicon: Lexicon) -> None:
        """Use a lexicon's titles, cues and texts."""
        self._lexicon, self._search = lexicon, lexicon.search
        self._holders, self._questions = Holders(lexicon), Questions(lexicon)

    def ask(self, text: str, channel: str | None = None) -> RoleAnswer:
        """Answer a message as typed; a channel helps to choose among roles that share a title."""
        return self.ask_folded(self._lexicon.fold(text[:_FOLDED]), channel)

    def ask_folded(
        self, text: str, channel: str | None = None, *, searches: bool = True
    ) -> RoleAnswer:
        """Answer a folded message; of a very long one only the beginning is read.

        Args:
            text: Folded text.
            channel: The channel of the conversation.
            searches: Also look for descriptions of work and for misspelt titles; needs the
                index, which takes a moment to be made.
        """
        if not searches:
            question = self._questions.read(text[:_LONGEST])
            named = question.titles and not self._questions.is_only_context(question)
            return self._by_title(question, channel) if named else _NOTHING
        return self._answer(self.question(text, channel), channel)

    def question(self, text: str, channel: str | None = None) -> Question:
        """Read a folded question; pinyin, wrong characters and misspelt titles are mended.

        A bare level is read as a title of the channel.
        """
        question = plain = self._questions.read(text[:_LONGEST])
        if not plain.titles:
            read = self._search.from_pinyin(plain.text)
            typed = plain if read == plain.text else self._questions.read(read)
            mended = self._questions.mended(plain)
            question = typed if typed.titles or not mended.titles else mended
        if plain.titles or question is not plain:  # else nothing could be mended
            question = self._questions.mended(question)
        if channel is None or question.titles:
            return question
        return self._questions.of_channel(question, channel)

    def _answer(self, question: Question, channel: str | None) -> RoleAnswer:
        is_named = bool(question.titles) and not self._questions.is_only_context(question)
        found = self._questions.strangers(question)
        is_asked = self._questions.asks_for_somebody(question)
        is_counted = question.facet in ABOUT_NUMBERS and not question.titles
        is_ours = is_asked and (self._questions.means_somebody(question) or not is_counted)
        strangers = counting(found, question.titles, is_asked=is_ours)
        work = [] if is_named and not strangers else self._works(question, channel)
        if strangers and not self._outweighs(question, work, strangers):
            facet = question.facet or _NO_FACET
            return RoleAnswer(None, facet, (), "none", stranger=strangers[0].kind)
        if not is_named:
            return self._without_title(question, work, channel)
        if better := self._by_better_work(question, channel):
            return better
        answer = self._by_title(question, channel)
        is_sure = is_asked and (question.facet != DUTIES or question.left_over < _LOT)
        return answer if is_sure or self._is_plain(question, channel) else _doubted(answer)

    def _is_plain(self, question: Question, channel: str | None) -> bool:
        """Tell whether a title in a sentence that asks nothing we know is what it is about."""
        is_initials = self._questions.are_initials(question)
        if self._questions.is_first(question) and not is_initials:
            return True
        if not is_initials and question.left_over < (SHORT if question.facet is None else _LOT):
            return True
        holders = {role for title in question.titles for role in title.value}
        work = self._works(question, channel)
        own = max((m.confidence for m in work if m.role in holders), default=0.0)
        return own >= self._search.cuts.beside

    def _outweighs(self, question: Question, work: list[Match], found: list[Stranger]) -> bool:
        """Tell whether a description fits so well that a topic beside it does not matter."""
        words = [stranger for stranger in found if stranger.is_word]
        if not words or not all(stranger.is_figurative for stranger in words):
            return self._is_certain(work) and not words
        beside = question.left_over - sum(word.end - word.start for word in words)
        return beside >= SHORT and bool(work) and work[0].confidence >= self._search.cuts.figure

    def _is_certain(self, work: list[Match]) -> bool:
        return bool(work) and work[0].confidence >= self._search.cuts.certain

    def _by_better_work(self, question: Question, channel: str | None) -> RoleAnswer | None:
        """Answer with a role that a description fits far better than the vague title in it."""
        is_short = question.left_over <= SHORT and not self._questions.is_described(question)
        is_pair = question.facet == COMPARE or self._questions.are_joined(question)
        if is_pair or is_short:
            return None
        if not all(self._questions.is_vague(question, title) for title in question.titles):
            return None
        title, work = self._questions.subject(question), self._works(question, channel)
        own = max((m.confidence for m in work if m.role in title.value), default=0.0)
        least = max(self._search.cuts.better, min(_FAR * own, 1 - (1 - own) / _SURER))
        return self._by_work(question, work) if work and work[0].confidence >= least else None

    def _by_title(self, question: Question, channel: str | None) -> RoleAnswer:
        if question.facet == COMPARE or self._questions.are_joined(question):
            return self._compared(question, channel)
        return self._named(question, channel)

    def _works(self, question: Question, channel: str | None) -> list[Match]:
        """Rank the roles whose work a question may describe."""
        return _works(self._lexicon, question, channel)

    def _without_title(
        self, question: Question, work: list[Match], channel: str | None
    ) -> RoleAnswer:
        words = self._lexicon.roles
        if stranger := next(words.not_a_role.all(question.text), None):
            return RoleAnswer(None, question.facet or _NO_FACET, stranger.value, "none")
        if question.facet and not question.titles and not question.left_over:
            return RoleAnswer(None, question.facet, (), "none", is_asked=True)
        if question.facet == COMPARE:
            both = self._described_both(question, channel)
            is_one = both.kind == "none" and self._is_certain(work)
            return (self._by_work(question, work) if is_one else None) or both
        if found := self._by_work(question, work):
            return found
        return self._by_title(question, channel) if question.titles else _NOTHING

    def _by_work(self, question: Question, work: list[Match]) -> RoleAnswer | None:
        """Answer with the role that a description fits, or offer those that it may fit."""
        cuts, is_asked = self._search.cuts, self._questions.asks_for_somebody(question)
        if not work or work[0].confidence < cuts.suggest:
            return None
        is_wanted = self._questions.is_wanted(question)
        facet, offered = self._facet_of_work(question), work[: int(cuts.offered)]
        least = cuts.told if is_wanted and not is_asked else cuts.answer
        if work[0].confidence < least or self._is_too_little(work[0]):
            if question.titles or not is_wanted:
                return None
            near = tuple(match.role for match in offered)
            return RoleAnswer(None, facet, near, "near", is_asked=is_asked)
        floor = work[0].score * (1 - cuts.lead)
        best, *close = (match.role for match in offered if match.score >= floor)
        kind: Literal["several", "exact"] = "several" if close else "exact"
        return RoleAnswer(best, facet, tuple(close), kind, (best,), is_asked=is_asked)

    def _is_too_little(self, best: Match) -> bool:
        """Tell whether so little is said that several roles fit about as well (谁管链接)."""
        cuts, evidence = self._search.cuts, best.evidence
        return evidence.score < cuts.little and 0 <= evidence.lead < cuts.little_lead

    def _facet_of_work(self, question: Question) -> str:
        """Tell what is asked of whoever does the work; 归谁管 asks only who that is."""
        words, facet = self._lexicon.roles, question.facet or DUTIES
        if facet != "reports_to" or self._questions.is_described(question):
            return facet
        return DUTIES if words.ownership.search(question.text) else facet

    def _named(self, question: Question, channel: str | None) -> RoleAnswer:
        text, titles = question.text, question.titles
        candidates, is_clear = self._holders.of(text, self._questions.subject(question), channel)
        roles = [self._holders.of(text, title, channel)[0][0] for title in titles]
        return RoleAnswer(
            candidates[0],
            question.facet or DUTIES,
            () if is_clear else candidates[1:],
            "exact" if is_clear else "several",
            tuple(dict.fromkeys(roles)),
            question.facet is not None,
        )

    def _compared(self, question: Question, channel: str | None) -> RoleAnswer:
        """Put the first role named and the next different one side by side."""
        of = self._holders.of
        own = (
            channel and question.titles
        )  # in a chat about a channel another title does not tell it
        sides = [of(question.text, t, channel, own or ())[0] for t in question.titles]
        if len(sides) < SIDES:
            sides = self._sides(question, channel) or sides
        first, *others = sides
        pairs = [(one, two) for other in others for one in first for two in other if one != two]
        roles = pairs[0] if pairs else first[:1]
        if not pairs:
            return RoleAnswer(None, COMPARE, roles, "near", is_asked=True)
        return RoleAnswer(roles[0], COMPARE, roles[1:], "exact", roles, is_asked=True)

    def _described_both(self, question: Question, channel: str | None) -> RoleAnswer:
        """Compare two roles that are described only; one alone cannot be compared."""
        if question.titles:
            return self._by_title(question, channel)
        first, second = self._sides(question, channel) or ((), ())
        if not first or first[:1] == second[:1]:
            return _NOTHING
        roles = (first[0], second[0])
        return RoleAnswer(roles[0], COMPARE, roles[1:], "exact", roles, is_asked=True)

    def _sides(self, question: Question, channel: str | None) -> list[tuple[str, ...]]:
        """List the roles of the two sides of a comparison, each named or described."""
        words, text = self._lexicon.roles, question.text
        for cut in words.between.finditer(text):
            parts = (text[: cut.start()], text[cut.end() :])
            sides = [self._side(part, channel) for part in parts]
            if not sides[0] and question.titles:  # tier 1 vs tier 2 agent
                head = question.titles[-1].phrase.rpartition(" ")[2]
                sides[0] = self._side(f"{parts[0]} {head}", channel)
            if all(sides):
                return sides
        return []

    def _side(self, text: str, channel: str | None) -> tuple[str, ...]:
        """List the roles that one side of a comparison names or describes."""
        question = self._questions.read(text)
        if question.titles and not self._questions.is_only_context(question):
            return self._holders.of(text, self._questions.subject(question), channel)[0]
        work = self._works(question, channel)
        least = self._search.cuts.answer
        return tuple(m.role for m in work[:1] if m.confidence >= least)


@lru_cache(maxsize=64)
def _works(lexicon: Lexicon, question: Question, channel: str | None) -> list[Match]:
    """Rank roles by a question's description of work; one answer may look several times."""
    questions = Questions(lexicon)
    work, is_asked = questions.work_of(question), questions.is_wanted(question)
    return lexicon.search.ranked(work, channel, question=question.text, is_asked=is_asked)


def _doubted(answer: RoleAnswer) -> RoleAnswer:
    """Offer what an answer names instead of answering."""
    return RoleAnswer(None, answer.facet, answer.may_mean, "near", is_asked=answer.is_asked)
