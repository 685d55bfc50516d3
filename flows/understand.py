"""Understanding one message: its intent and what it says of every slot.

Pure: lexicon and text in, meaning out. What is not clearly said stays empty.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from flows.briefs.said import (
    NO_SIZES,
    NOTHING,
    SHORT,
    Said,
    bare_size,
    is_little_more_than_a_number,
    read_said,
    read_whole_answer,
)
from flows.briefs.slots import Channels
from flows.commands import command_of, language_of
from flows.hunches.completed import UNLIKE, completed, doubted, sounds_like_a_team
from flows.intents import IntentWords
from flows.lexicon import Lexicon
from flows.meaning import Asked, Command, Intent, Language, Meaning
from flows.roles.asked import ask_role
from flows.roles.index import RoleAnswer
from flows.roles.names import blanked, facet_in
from flows.sums.sizes import PeopleRange
from flows.text.fold import has_chinese

_ABOUT_NUMBERS = ("ratio", "who_covers", "threshold", "compare")
_ABOUT_ROLES = ("ratio", "reports_to", "kpi", "skills")
_LONGEST = 300  # characters of a message that are read; a question has no more
_PASTED = 2000  # characters; a text that long was not written to us: less of it is read
_PASTED_PART, _PASTED_NUMBERS = 3, 6  # a third as many characters, and only so many numbers
_LETTERS = 2  # as many are read of a message without Chinese, whose characters say more
_FOLDED = 3  # times as many are folded, as some letters become fewer
_TOLD = 100  # characters; who gives a channel and a size in more describes a team
_FULL = 60  # characters; who tells a channel and a stage in more describes a team, too
_FEW = 4  # people; fewer are no team whose size is meant
_ONE = PeopleRange(1, 1)
_QUESTION_MARK = re.compile(r"[?？]")


_NO_ROLE = RoleAnswer(None, "none", (), "none")


@lru_cache(maxsize=1024)
def understand(
    lexicon: Lexicon,
    text: str,
    *,
    channel: str | None = None,
    asked: Asked | None = None,
    hears: bool = True,
) -> Meaning:
    """Read a message as typed.

    Args:
        lexicon: The words.
        text: The message, in any script.
        channel: The channel of the conversation; helps with titles several roles share.
        asked: The question that is open; then a bare answer such as "20" counts.
        hears: Whether what it only sounds like counts, and doubts; not beside a plan.
    """
    folded = readable(lexicon, text)
    if command := command_of(lexicon.commands, folded):
        return _meaning(lexicon.commands.intents[command], command=command)
    if language := language_of(lexicon.commands, folded):
        return _meaning("language", language=language)
    if answer := read_whole_answer(lexicon, folded, asked):
        return _meaning("brief", answer)
    slots = read_said(lexicon, folded, asked)
    role = _NO_ROLE
    is_story = len(folded) >= _LONGEST or len(text) > _PASTED  # so it is no question
    if not is_story:
        searches = not slots.has_size or _may_ask(lexicon, folded)
        role = ask_role(lexicon, folded, channel, searches=searches)
    intent, meant, role = _intent(lexicon, folded, slots, role)
    may_ask = intent == "brief" and not is_story
    if may_ask and (question := _heard_question(lexicon, folded, channel, slots)):
        intent, meant, role = question
    is_open = hears and not channel
    if is_open and intent in UNLIKE and sounds_like_a_team(lexicon, folded, slots):
        intent, meant, role = "brief", slots, _NO_ROLE
    if not hears or intent not in (("brief", "change") if is_open else ("brief",)):
        return _meaning(intent, meant, role)
    told = completed(lexicon, folded, meant) if is_open else meant
    told, unsure = (told, ()) if asked == "size" else doubted(lexicon, folded, told)
    return _meaning(intent, told, role, unsure=unsure)


def readable(lexicon: Lexicon, text: str) -> str:
    """Fold what of a message is read: all of a question, the beginning of a long story."""
    is_pasted = len(text) > _PASTED
    longest = _LONGEST // _PASTED_PART if is_pasted else _LONGEST
    folded = lexicon.intents.without_opening(lexicon.fold(text[: _FOLDED * longest]))
    folded = folded[: longest if has_chinese(folded) else _LETTERS * longest]
    return folded[: _after_some_numbers(lexicon, folded)] if is_pasted else folded


def _after_some_numbers(lexicon: Lexicon, folded: str) -> int | None:
    """Find where the first number stands that is not read any more of a pasted text."""
    numbers = lexicon.people.numerals.token.finditer(folded)
    return next((number.start() for number in islice(numbers, _PASTED_NUMBERS, None)), None)


def tells_a_team(lexicon: Lexicon, folded: str, *, asked: Asked | None = None) -> bool:
    """Tell whether a folded text gives the size of a team, in less time than `understand`."""
    if not lexicon.people.numerals.token.search(folded):
        return False
    if not read_said(lexicon, folded[:_LONGEST], asked).has_size:
        return False
    return understand(lexicon, folded, asked=asked).size is not None


def _may_ask(lexicon: Lexicon, folded: str) -> bool:
    """Tell whether a message that gives a size may all the same ask for a role."""
    words = lexicon.intents
    is_asking = words.who.search(folded) or words.asking.search(folded)
    return bool(is_asking) or _asks_for_both(lexicon, folded)


def _asks_for_both(lexicon: Lexicon, folded: str) -> bool:
    """Tell whether a message asks if one person may do two jobs; its "one" is no team."""
    return facet_in(lexicon.roles, folded) == "conflicts"


def _meaning(
    intent: Intent,
    slots: Said = NOTHING,
    role: RoleAnswer = _NO_ROLE,
    *,
    command: Command | None = None,
    language: Language | None = None,
    unsure: tuple[PeopleRange, ...] = (),
) -> Meaning:
    sizes = slots.sizes
    return Meaning(
        intent=intent,
        channel=slots.channels.first,
        channels=slots.channels.named,
        stage=slots.stage,
        size=sizes.target or sizes.current,
        current_size=sizes.current,
        target_size=sizes.target,
        variants=slots.variants,
        role=role.role,
        facet=role.facet,
        roles=role.roles,
        parts=slots.parts,
        command=command,
        language=language,
        unsure=unsure,
    )


def _intent(
    lexicon: Lexicon, folded: str, slots: Said, role: RoleAnswer
) -> tuple[Intent, Said, RoleAnswer]:
    words = lexicon.intents
    if words.says("smalltalk", folded):
        return "smalltalk", NOTHING, _NO_ROLE
    if intent := _errand(lexicon, folded, slots):
        return intent, slots, role if intent == "why" else _NO_ROLE
    if role.stranger and slots.is_empty and not words.says("brief", folded):
        return "out_of_scope", NOTHING, _NO_ROLE
    if question := _question(lexicon, folded, slots, role):
        keeps = slots.has_size and (question == "need" or _names_a_team(slots, role))
        return question, slots if keeps else NOTHING, role
    return _statement(lexicon, folded, slots, role)


def _heard_question(
    lexicon: Lexicon, folded: str, channel: str | None, slots: Said
) -> tuple[Intent, Said, RoleAnswer] | None:
    """Read as a question what sounds much like one, if a role is found or no size is told."""
    if not lexicon.hunches.is_question(folded):
        return None
    role = ask_role(lexicon, folded, channel)
    if not role.may_mean:
        return None if slots.has_size else ("out_of_scope", NOTHING, _NO_ROLE)
    words = lexicon.intents
    if len(role.roles) > 1 and (role.facet == "compare" or words.compare.search(folded)):
        return "compare", NOTHING, role
    if words.says("need", folded) and role.facet in ("threshold", "duties"):
        return "need", slots if slots.has_size else NOTHING, role
    is_open = words.who.search(folded) and role.facet not in ("reports_to", *_ABOUT_NUMBERS)
    return "who_does" if is_open else "role", _beside(slots, role), role


def _beside(slots: Said, role: RoleAnswer) -> Said:
    """Keep what is told of a team beside a question about numbers, else nothing."""
    return slots if slots.has_size and _names_a_team(slots, role) else NOTHING


def _names_a_team(slots: Said, role: RoleAnswer) -> bool:
    """Tell a question about numbers for a team (50个人要几个组长) from one about a ratio alone."""
    size = slots.sizes.target or slots.sizes.current
    return role.facet in _ABOUT_NUMBERS[:3] and size is not None and size.high > _FEW


def _errand(lexicon: Lexicon, folded: str, slots: Said) -> Intent | None:
    """Read what is to be done with a plan; a message that describes a team is none."""
    errands: tuple[Intent, ...] = ("restart", "next", "export", "share", "why")
    said = next((intent for intent in errands if lexicon.intents.says(intent, folded)), None)
    if not slots.has_size or said is None:
        return said
    hunches = lexicon.hunches  # we sell 3D printers
    is_told = bool(slots.channels.named) or hunches.is_of_a_channel(folded)
    is_team = is_told and hunches.is_brief(folded)
    return None if said in ("next", "share") or is_team else said


def _question(lexicon: Lexicon, folded: str, slots: Said, role: RoleAnswer) -> Intent | None:
    words = lexicon.intents
    is_title = role.role and folded in lexicon.roles.names.values
    if is_title or (slots.sizes.current == _ONE and _asks_for_both(lexicon, folded)):
        return "role"
    if words.compare.search(folded) and _can_compare(words, folded, slots, role):
        return "compare"
    if _describes_a_team(words, folded, slots, role):
        return None
    if words.says("need", folded) and _is_need(lexicon, folded, role):
        return "need"
    if words.who.search(folded) and role.facet not in ("reports_to", *_ABOUT_NUMBERS):
        return "who_does" if role.may_mean or _is_of_our_field(lexicon, folded, 1) else None
    is_about_role = role.is_asked or _asks_about_some_role(lexicon, folded)
    return "role" if is_about_role and not words.says("brief", folded) else None


def _describes_a_team(words: IntentWords, folded: str, slots: Said, role: RoleAnswer) -> bool:
    """Tell the description of a team from a question that names its size or stage."""
    if slots.has_size and slots.channels.named and len(folded) > _TOLD:
        return True
    if slots.has_size:
        return not _asks_for_numbers(words, folded, role)
    is_asking = words.who.search(folded) or words.asking.search(folded)
    is_told = not role.role and len(folded) > _FULL and not _QUESTION_MARK.search(folded)
    return bool(slots.channels.named and slots.stage) and (is_told or not is_asking)


def _asks_for_numbers(words: IntentWords, folded: str, role: RoleAnswer) -> bool:
    """Tell "how many team leaders for 40 agents?" from the description of a team of 40."""
    is_number = role.facet in _ABOUT_NUMBERS[:3] and not words.says("brief", folded)
    is_need = words.says("need", folded) and words.asking.search(folded)
    return is_number and bool(is_need or words.how_many.search(folded))


def _is_need(lexicon: Lexicon, folded: str, role: RoleAnswer) -> bool:
    """Tell whether it is a role, or at least a level (主管), that may be needed."""
    if role.role:
        return role.facet in ("threshold", "duties")
    return any(level in folded for level in lexicon.roles.levels)


def _asks_about_some_role(lexicon: Lexicon, folded: str) -> bool:
    """Tell whether something is asked of a role of our field that has no title here."""
    facet = facet_in(lexicon.roles, folded)
    if facet == "duties" and not lexicon.intents.asking.search(folded):
        return False
    asked = facet in (*_ABOUT_ROLES, "duties")
    return asked and _is_of_our_field(lexicon, folded)


def _is_of_our_field(lexicon: Lexicon, folded: str, least: int = 2) -> bool:
    """Tell whether at least so many words of a message, and most of them, are of our field."""
    who = lexicon.intents.who
    rest = blanked(lexicon.roles, folded[:_LONGEST], (), who)
    return lexicon.search.is_known(rest, least)


def _can_compare(words: IntentWords, folded: str, slots: Said, role: RoleAnswer) -> bool:
    """Two roles can be compared, one with what is unknown, or two plans."""
    if slots.has_size and slots.channels.named:
        return False
    is_plain = not slots.has_size and not words.says("brief", folded)
    return len(role.roles) > 1 or (bool(role.roles) and is_plain)


def _statement(
    lexicon: Lexicon, folded: str, slots: Said, role: RoleAnswer
) -> tuple[Intent, Said, RoleAnswer]:
    words = lexicon.intents
    if words.says("change", folded) and not slots.is_empty:
        return "change", slots, _NO_ROLE
    is_only_channel = not (slots.has_size or slots.stage)
    if is_only_channel and words.foreign.search(folded) and not words.says("brief", folded):
        return "out_of_scope", NOTHING, _NO_ROLE
    if words.says("brief", folded) or not slots.is_empty:
        return "brief", slots, _NO_ROLE
    bare = bare_size(lexicon, folded) if len(folded) <= SHORT else NO_SIZES
    if bare != NO_SIZES and is_little_more_than_a_number(lexicon, folded):
        return "change", Said(Channels(None, ()), None, bare, ()), _NO_ROLE
    return ("role", slots, role) if role.may_mean else ("out_of_scope", NOTHING, _NO_ROLE)
