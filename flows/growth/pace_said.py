"""Sentences that tell how people are hired, learn and leave: they change the way that is shown.

Only what says nothing else counts, or what asks for a way in the same sentence.
"""

from __future__ import annotations

from dataclasses import replace

from flows.draft import Draft
from flows.growth.growing import choose, paced, people_now, way_of, way_shown
from flows.growth.pace_words import Paced
from flows.growth.replies import BadFigure, NotedPace, ShowGrowth
from flows.growth.ways_said import names_both_ends, way_said
from flows.replies import Reply
from flows.steps import Step, again, proceed
from flows.turn import Turn
from flows.waiting import GROWTH, other_than
from knowledge.growth.figures import FigureName, Told, figure_of, with_told
from knowledge.knowledge import Knowledge
from knowledge.model import CHANNELS

_LONGEST = 160  # characters of a sentence


def pace_said(turn: Turn) -> Step | None:
    """Take figures of months; None if there are none, or the sentence is about something else."""
    knowledge, lexicon, draft, slash = turn.knowledge, turn.lexicon, turn.draft, turn.slash
    waits = not slash and bool(other_than(draft.pending, *GROWTH))
    folded = lexicon.fold(turn.text)
    if waits or turn.meaning.command or slash not in (None, "grow") or len(folded) > _LONGEST:
        return None
    said = lexicon.growth.pace.read(folded)
    if said is None:
        return None
    asks_way = slash == "grow" or lexicon.growth.asks_way(said.rest)
    if not said.is_alone and not asks_way and not names_both_ends(lexicon, said.rest):
        return None
    if bad := _bad(knowledge, draft.channel, said.figures):
        return again(knowledge, draft, BadFigure(bad, draft.channel))
    fresh = replace(draft, pending=None, pace=with_told(draft.pace, said.figures))
    if said.is_alone and not asks_way:
        return _alone(knowledge, fresh, said)
    step = way_said(knowledge, lexicon, fresh, said.rest, turn.meaning)
    return _by_month(step, said) if step else None


def _bad(knowledge: Knowledge, channel: str | None, told: Told) -> FigureName | None:
    """Name the first figure that cannot be reckoned with."""
    for name, value in told:
        figure = figure_of(knowledge.growth, name, channel or CHANNELS[0])
        if not figure.least <= value <= figure.most:
            return name
    return None


def _alone(knowledge: Knowledge, draft: Draft, said: Paced) -> Step | None:
    """Show the way that was shown last at this pace, else note it and ask where to."""
    guessed = said.guessed
    if way := way_shown(knowledge, draft):
        return paced(draft, way, (), guessed=guessed)
    if [name for name, _ in said.figures] == ["months"]:
        return None  # "within six months" may be about anything
    brief, code = draft.current(knowledge), draft.plan
    note = NotedPace(draft.pace, draft.channel, guessed)
    if brief is None or code is None:
        return proceed(knowledge, draft, note)
    start, target = people_now(knowledge, draft, brief, code), draft.shelf.plan(knowledge, brief)
    if start != target.people:
        way = way_of(knowledge, brief, code, start, target.people)
        return paced(draft, way, (), guessed=guessed)
    after, replies = choose(draft, code, start)
    return after, (note, *replies)


def _by_month(step: Step, said: Paced) -> Step:
    """Show a way month by month; where it is asked for yet, note the figures."""
    draft, replies = step
    ways = [reply.way for reply in replies if isinstance(reply, ShowGrowth)]
    if ways:
        return paced(draft, ways[0], (), guessed=said.guessed)
    note: Reply = NotedPace(draft.pace, draft.channel, said.guessed)
    return draft, (note, *replies)
