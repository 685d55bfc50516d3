"""Leaving out people who are not of the team that is asked about.

Other trades around it (30 engineers; 车间工人50个), whoever was counted before the team was named
(210 employees; what I need is for my support group), and one who is left out by name (还有个实习生
不算). All words come from `sizes.toml`.
"""

from __future__ import annotations

from itertools import chain

from flows.counts.labels import PARTS, WHOLE, label_of
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, FINAL, MORE, NOW, PLAIN, TARGET, PeopleWords

_AND, _BRACKET = " and ", " ("
_LEAST_NAME = 2  # characters by which people are known again
_SAID = (PLAIN, *NOW)
_TOLD = (TARGET, *NOW)  # that would stand above what is said plainly


def ours(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Keep the people of the team that is asked about."""
    people = _without_clients(words, _without_bygone(words, people))
    people = _without_the_fine(words, text, people)
    people = _of_asked_team(words, text, people)
    people = [m for i, m in enumerate(people) if not _is_again(words, m, people[:i])]
    return _without_other_trades(words, text, people)


def _is_again(words: PeopleWords, mention: Mention, before: list[Mention]) -> bool:
    """Tell whether those counted before are spoken of again (组长2人，这2个组长……)."""
    is_same = any(m.number.high == mention.number.high for m in before)
    return is_same and mention.relation != FINAL and words.these.search(mention.before) is not None


def _without_bygone(words: PeopleWords, people: list[Mention]) -> list[Mention]:
    """Leave out who was there once, where it is said who is there (刚开的时候才2个人)."""
    gone = [m for m in people if m.relation in _TOLD and _is_bygone(words, m)]
    is_told = gone and any(m.relation in _SAID and not _is_bygone(words, m) for m in people)
    return [m for m in people if m not in gone] if is_told else people


def _is_bygone(words: PeopleWords, mention: Mention) -> bool:
    before = mention.before
    if mention.relation in (ACTUAL, FINAL):  # 20 last year and it's 48 today
        before = before.rpartition(_AND)[2]
    return words.bygone.search(before) is not None and words.intended.search(before) is None


def _without_clients(words: PeopleWords, people: list[Mention]) -> list[Mention]:
    """Leave out a client's people where others are told (the client has 300, my team is 45)."""
    theirs = [m for m in people if m.relation in _SAID and words.client.search(m.before)]
    others = [m for m in people if m.relation in _SAID and m not in theirs]
    return [m for m in people if m not in theirs] if others else people


def _without_the_fine(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Leave out a team that is said to be no problem (support is fine (7); fix my 12 callers)."""
    kept = people
    for cue in words.no_problem.finditer(text):
        starts = [m.end() for m in words.sentence_end.finditer(text[: cue.start()])]
        is_told_behind = text[cue.end() :].startswith(_BRACKET)  # support is fine (7 people)
        start, end = max(starts, default=0), cue.end()
        end = text.find(")", end) if is_told_behind else end
        kept = [m for m in kept if not start <= m.number.start < end]
    return kept if any(m.relation in _SAID for m in kept) else people


def _of_asked_team(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Leave out whoever is counted before the team that is asked about, where that is counted."""
    for m in people:  # 想问这10个怎么分
        place = m.number.end if m.kind == "job" else m.end  # 给这31个排班分组
        is_planned = words.asked_behind.match(text, place) or words.asked_plan.search(m.before)
        if is_planned and m.relation in _SAID and words.these.search(m.before):
            return [other for other in people if other == m or other.relation not in _SAID]
    for cue in words.asked.finditer(text):
        if label_of(words, cue.group()).kind not in (WHOLE, *PARTS):
            continue
        told = [m for m in people if m.number.start >= cue.start() and m.relation in _SAID]
        if told and words.sentence_end.search(text, cue.end(), told[0].number.start) is None:
            return [m for m in people if m.number.start >= cue.start() or m.relation not in _SAID]
    return _only_asked(words, text, _of_asked_part(words, text, people))


def _of_asked_part(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Keep only the part that a plan is asked for by its name (市场3 销售20，先帮我排销售这块)."""
    for cue in words.asked_part.finditer(text):
        told = [m for m in people if m.end <= cue.start() and m.relation in _SAID]
        name = next(filter(None, cue.groups())).strip()
        asked = [m for m in told if _is_called(text, m, name)]
        if asked and len(asked) < len(told):
            return [m for m in people if m not in told or m in asked]
    return people


def _is_called(text: str, mention: Mention, name: str) -> bool:
    """Tell whether a count is of those whom a name tells (销售, of 电话销售)."""
    noun = text[mention.number.end : mention.end].strip(" 个名位人")
    called = [one for one in (mention.label.name, noun) if len(one) >= _LEAST_NAME]
    return any(one in name or name in one for one in called)


def _only_asked(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Keep only whom somebody says to ask about (工程师20个，我只问接电话的那8个)."""
    for cue in words.only_asked.finditer(text):
        behind = [m for m in people if m.number.start >= cue.start() and m.relation in _SAID]
        if behind and words.sentence_end.search(text, cue.end(), behind[0].number.start) is None:
            start = cue.start()
            return [m for m in people if m.number.start >= start or m.relation in (TARGET, MORE)]
    return people


def _without_other_trades(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Leave out trades that work around a team: told in another sentence, or set against it."""
    trades = [m for m in people if m.relation == PLAIN and _is_trade(words, text, m)]
    team = [m for m in people if m.relation in _SAID and m not in trades]
    apart = [m for m in trades if team and _is_apart(words, text, m, team)]
    return [m for m in people if m not in apart]


def _is_trade(words: PeopleWords, text: str, mention: Mention) -> bool:
    noun = mention.noun_in(text)
    said = noun if mention.kind == "job" else mention.label.name
    is_own = noun in words.nouns.values and noun not in words.trades
    return not (is_own and mention.kind == "job") and said.endswith(tuple(words.trades))


def _is_apart(words: PeopleWords, text: str, trade: Mention, team: list[Mention]) -> bool:
    nearest = min(team, key=lambda m: abs(m.number.start - trade.number.start))
    first, second = sorted((trade, nearest), key=lambda m: m.number.start)
    between = text[first.end : second.number.start]
    return bool(words.sentence_end.search(between) or words.contrast.search(between))


def without_left_out(
    words: PeopleWords, text: str, single: list[Mention], counted: list[Mention]
) -> list[Mention]:
    """Leave out people without a number who do not count (an intern, but leave her out)."""
    if not single:
        return single
    for cue in chain(words.ignored.finditer(text), words.excluded.finditer(text)):
        before = [m for m in (*single, *counted) if m.end <= cue.start()]
        last = max(before, key=lambda m: m.end, default=None)
        if last and not _are_others(words, text[last.end : cue.start()]):
            single = [m for m in single if m != last]
    return [m for m in single if not _is_inside(words, text, m, counted)]


def _is_inside(words: PeopleWords, text: str, single: Mention, counted: list[Mention]) -> bool:
    """Tell who is said to be in the whole (团队9个人，会计是我媳妇兼的也算在里面)."""
    wholes = [m for m in counted if m.kind == "general" and m.end < single.number.start]
    return bool(wholes) and words.sums.included.match(text, single.end) is not None


def _are_others(words: PeopleWords, between: str) -> bool:
    """Tell whether a new sentence, or somebody named in another clause, is left out (老公别算)."""
    named = between.rpartition(",")[2] if "," in between else ""
    job = words.nouns.at(named, 0) if named else None  # 会计外包不计
    is_job = job is not None and job.value == "job"
    is_named = named and not named.isascii() and words.duty_kin.match(named.lstrip())
    is_counted = words.numerals.token.search(between) is not None  # 我和我哥管店，请5个临时工不算
    return bool(is_job or is_named or is_counted or words.sentence_end.search(between))
