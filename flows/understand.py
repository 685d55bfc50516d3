"""Understanding one message: its intent and what it says of every slot.

Pure: lexicon and text in, meaning out. What is not clearly said stays empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from flows.commands import command_of, language_of
from flows.intents import IntentWords
from flows.labels import NONE, WHOLE
from flows.lexicon import Lexicon
from flows.meaning import Asked, Command, Intent, Language, Meaning
from flows.people import Mention, mentions
from flows.role_index import RoleAnswer, RoleIndex
from flows.roles import blanked, facet_in
from flows.sizes import PeopleRange, Sizes, read_answer, sizes_of
from flows.slots import (
    Channels,
    answered_stage,
    blanked_slots,
    read_channels,
    read_stage,
    read_variants,
)

_ABOUT_NUMBERS = ("ratio", "who_covers", "threshold", "compare")
_ABOUT_ROLES = ("ratio", "reports_to", "kpi", "skills")
_SHORT = 24  # characters; a longer message is no mere answer to an open question
_LONGEST = 300  # characters of a message that are read
_FOLDED = 900  # characters of which those are made
_FEW = 4  # people; fewer are no team whose size is meant
_LITTLE_ELSE = 6  # characters beside a number that is a whole message
_OWN_CLAUSE = ("吧", "左右", "的样子", "而已", "呢", "这样")
_ONE = PeopleRange(1, 1)
_NO_SIZES = Sizes(None, None, is_adding=False)


@dataclass(frozen=True, slots=True)
class _Slots:
    """What a message says of the brief."""

    channels: Channels
    stage: str | None
    sizes: Sizes
    variants: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether the message says nothing of the brief."""
        return not (self.channels.named or self.stage or self.has_size or self.variants)

    @property
    def has_size(self) -> bool:
        """Tell whether a size is said."""
        return bool(self.sizes.current or self.sizes.target)


_NO_SLOTS = _Slots(Channels(None, ()), None, _NO_SIZES, ())
_NO_ROLE = RoleAnswer(None, "none", (), "none")


@lru_cache(maxsize=1024)
def understand(
    lexicon: Lexicon, text: str, *, channel: str | None = None, asked: Asked | None = None
) -> Meaning:
    """Read a message as typed.

    Args:
        lexicon: The words.
        text: The message, in any script.
        channel: The channel of the conversation; helps with titles several roles share.
        asked: The question that is open; then a bare answer such as "20" counts.
    """
    folded = lexicon.fold(text[:_FOLDED])[:_LONGEST]
    if command := command_of(lexicon.commands, folded):
        return _meaning(lexicon.commands.intents[command], command=command)
    if language := language_of(lexicon.commands, folded):
        return _meaning("language", language=language)
    if answer := _answer(lexicon, folded, asked):
        return _meaning("brief", answer)
    slots = _slots(lexicon, folded, asked)
    role = _NO_ROLE
    if len(folded) < _LONGEST:  # what is longer is no question
        searches = not slots.has_size or _may_ask(lexicon, folded)
        role = RoleIndex(lexicon).ask_folded(folded, channel, searches=searches)
    return _meaning(*_intent(lexicon, folded, slots, role))


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
    slots: _Slots = _NO_SLOTS,
    role: RoleAnswer = _NO_ROLE,
    *,
    command: Command | None = None,
    language: Language | None = None,
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
        command=command,
        language=language,
    )


def _answer(lexicon: Lexicon, folded: str, asked: Asked | None) -> _Slots | None:
    """Read a whole message that names a channel or a stage, or the open question's size."""
    plain = folded.strip(" .,!?。、")
    if named := lexicon.slots.names.get(plain):
        return _Slots(Channels(named, (named,)), None, _NO_SIZES, ())
    if stage := answered_stage(lexicon.slots, folded):
        return _Slots(Channels(None, ()), stage, _NO_SIZES, ())
    if asked == "size" and len(folded) <= _SHORT and _is_only_a_size(lexicon, folded):
        size = read_answer(lexicon.fold, lexicon.people, folded)
        if isinstance(size, PeopleRange):
            return _Slots(Channels(None, ()), None, Sizes(size, None, is_adding=False), ())
    return None


def _is_only_a_size(lexicon: Lexicon, folded: str) -> bool:
    """Tell whether a message answers the size and says nothing else of the brief."""
    found = mentions(lexicon.people, folded)
    says_more = blanked_slots(lexicon.slots, folded) != folded
    return len(found) <= 1 and not says_more and not lexicon.intents.says("change", folded)


def _is_little_more_than_a_number(lexicon: Lexicon, folded: str) -> bool:
    found = mentions(lexicon.people, folded)
    inside = sum(m.end - m.number.start for m in found)
    is_bare = not any(m.kind in ("job", "thing", "group") for m in found)
    return is_bare and len(folded) - inside <= _LITTLE_ELSE


def _slots(lexicon: Lexicon, folded: str, asked: Asked | None) -> _Slots:
    found = mentions(lexicon.people, folded)
    sizes = sizes_of(lexicon.people, folded, found)
    if sizes == _NO_SIZES and _may_be_bare(lexicon, folded, found, asked):
        sizes = _bare_size(lexicon, folded)
    parts = [m for m in found if m.kind == "job" or m.is_part or m.label.kind == WHOLE]
    counted = [(m.number.start - (m.label.kind != NONE and len(m.before)), m.end) for m in parts]
    channels = read_channels(lexicon.slots, folded, counted)
    return _Slots(
        channels=channels,
        stage=read_stage(lexicon.slots, lexicon.people.numerals, folded, sizes),
        sizes=sizes,
        variants=read_variants(lexicon.slots, folded, channels.named),
    )


def _may_be_bare(lexicon: Lexicon, folded: str, found: list[Mention], asked: Asked | None) -> bool:
    """Tell whether a number without a noun is a size: asked for, changed, or all that is left."""
    if asked == "size" or lexicon.intents.says("change", folded):
        return True
    rest = blanked_slots(lexicon.slots, folded)
    if len(found) != 1 or rest.strip() == folded:
        return False
    return _is_just(rest, found[0]) or _is_whole_clause(folded, found[0])


def _is_whole_clause(folded: str, mention: Mention) -> bool:
    """Tell whether a bare number is a clause of its own (full cycle phone reps, 17)."""
    before = folded[: mention.number.start - len(mention.before)].rstrip()
    is_alone = not mention.label.name
    is_last = mention.end == len(folded) and is_alone and before.endswith(",")
    is_first = mention.number.start == 0 and folded[mention.end : mention.end + 1] == ","
    is_own = not mention.before.strip() and mention.after in _OWN_CLAUSE
    return mention.kind == "bare" and (is_last or is_first or is_own)


def _is_just(rest: str, mention: Mention) -> bool:
    """Tell whether beside the words for channel and stage there is only a number (电销 55)."""
    return not any(map(str.isalnum, rest[: mention.number.start] + rest[mention.number.end :]))


def _bare_size(lexicon: Lexicon, folded: str) -> Sizes:
    size = read_answer(lexicon.fold, lexicon.people, folded)
    return Sizes(size, None, is_adding=False) if isinstance(size, PeopleRange) else _NO_SIZES


def _intent(
    lexicon: Lexicon, folded: str, slots: _Slots, role: RoleAnswer
) -> tuple[Intent, _Slots, RoleAnswer]:
    words = lexicon.intents
    if words.says("smalltalk", folded):
        return "smalltalk", _NO_SLOTS, _NO_ROLE
    if intent := _errand(lexicon, folded, slots):
        return intent, slots, role if intent == "why" else _NO_ROLE
    if role.stranger and slots.is_empty and not words.says("brief", folded):
        return "out_of_scope", _NO_SLOTS, _NO_ROLE
    if question := _question(lexicon, folded, slots, role):
        keeps = slots.has_size and (question == "need" or _names_a_team(slots, role))
        return question, slots if keeps else _NO_SLOTS, role
    return _statement(lexicon, folded, slots, role)


def _names_a_team(slots: _Slots, role: RoleAnswer) -> bool:
    """Tell a question about numbers for a team (50个人要几个组长) from one about a ratio alone."""
    size = slots.sizes.target or slots.sizes.current
    return role.facet in _ABOUT_NUMBERS[:3] and size is not None and size.high > _FEW


def _errand(lexicon: Lexicon, folded: str, slots: _Slots) -> Intent | None:
    """Read what is to be done with a plan; a message that describes a team is none."""
    errands: tuple[Intent, ...] = ("restart", "next", "export", "share", "why")
    said = next((intent for intent in errands if lexicon.intents.says(intent, folded)), None)
    return None if slots.has_size and said in ("next", "share") else said


def _question(lexicon: Lexicon, folded: str, slots: _Slots, role: RoleAnswer) -> Intent | None:
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


def _describes_a_team(words: IntentWords, folded: str, slots: _Slots, role: RoleAnswer) -> bool:
    """Tell the description of a team from a question that names its size or stage."""
    if slots.has_size:
        return not _asks_for_numbers(words, folded, role)
    is_asking = words.who.search(folded) or words.asking.search(folded)
    return bool(slots.channels.named and slots.stage) and not is_asking


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


def _can_compare(words: IntentWords, folded: str, slots: _Slots, role: RoleAnswer) -> bool:
    """Two roles can be compared, one with what is unknown, or two plans."""
    is_plain = not slots.has_size and not words.says("brief", folded)
    return len(role.roles) > 1 or (bool(role.roles) and is_plain)


def _statement(
    lexicon: Lexicon, folded: str, slots: _Slots, role: RoleAnswer
) -> tuple[Intent, _Slots, RoleAnswer]:
    words = lexicon.intents
    if words.says("change", folded) and not slots.is_empty:
        return "change", slots, _NO_ROLE
    is_only_channel = not (slots.has_size or slots.stage)
    if is_only_channel and words.foreign.search(folded) and not words.says("brief", folded):
        return "out_of_scope", _NO_SLOTS, _NO_ROLE
    if words.says("brief", folded) or not slots.is_empty:
        return "brief", slots, _NO_ROLE
    bare = _bare_size(lexicon, folded) if len(folded) <= _SHORT else _NO_SIZES
    if bare != _NO_SIZES and _is_little_more_than_a_number(lexicon, folded):
        return "change", _Slots(Channels(None, ()), None, bare, ()), _NO_ROLE
    return ("role", slots, role) if role.may_mean else ("out_of_scope", _NO_SLOTS, _NO_ROLE)
