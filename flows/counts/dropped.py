"""Taking numbers for people where the noun is left out, as it was said before or is not needed.

6 English callers, 4 Arabic, 2 Urdu; UK 12 + Spain 9; newsletter people (3), helpline people (5);
two of our 9 pack orders. All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import PARTS, THING, WHOLE
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, PLAIN, PeopleWords
from flows.counts.things import PEOPLE

_OUT_OF = " out of "
_MOST, _SEVERAL = 500, 2  # people, items
_SIGNS = " +&"
_THERE = (PLAIN, ACTUAL)


def with_dropped(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the rest of a list whose first item names people, and lists of countries."""
    marked, is_list = _leaders_first(words, text, found), False
    for i, (last, mention) in enumerate(pairwise(found)):
        is_list = is_list or _names_a_kind(words, text, last)
        is_list = is_list and _is_kind_only(words, last, mention)
        if is_list:
            marked[i] = replace(marked[i], is_part=True)
            marked[i + 1] = mention.part()
    return _in_countries(words, text, _named_behind(words, text, marked))


def _leaders_first(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Tell leaders from sales leads by whom they have (3 leads, 27 agents between them)."""
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        noun = text[first.number.end : first.end].strip()
        is_leader = first.kind == "thing" and words.leaders.search(noun) is not None
        is_few = is_leader and 0 < first.number.high < second.number.high
        is_led = second.kind in PEOPLE and words.sums.between_them.match(text, second.end)
        if is_few and is_led and words.row_gap.fullmatch(text[first.end : second.number.start]):
            marked[i] = replace(first.part(), kind="job")
    return marked


def _named_behind(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark those whose noun comes with the next ones (6 English and 4 French agents)."""
    marked = list(found)
    for i in range(len(found) - 1, 0, -1):
        first, second = found[i - 1], marked[i]
        kind = first.after.strip(_SIGNS).removesuffix(" and").removesuffix(" plus")
        is_kind = _is_free(first) and bool(kind) and _is_language(words, kind)
        gap = text[first.end : second.number.start].strip().removeprefix(kind)
        is_next = words.row_gap.fullmatch(gap) is not None
        if is_kind and is_next and (_names_a_kind(words, text, second) or second.is_part):
            marked[i - 1] = first.part()
            marked[i] = replace(second, is_part=True)
    return marked


def _is_free(mention: Mention) -> bool:
    number = mention.number
    is_bare = mention.kind == "bare" and mention.relation == PLAIN and not mention.is_people
    is_count = number.is_count and 0 < number.high <= _MOST
    return is_bare and is_count and mention.label.kind != THING


def _names_a_kind(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell people with a language in front of them (6 English callers)."""
    named = text[mention.number.end : mention.end].strip().rpartition(" ")[0]
    is_people = mention.kind == "job" and mention.is_people and mention.relation in _THERE
    return is_people and bool(named) and _is_language(words, named)


def _is_language(words: PeopleWords, name: str) -> bool:
    found = words.markets.search(name)
    return found is not None and not found.start()


def _is_kind_only(words: PeopleWords, last: Mention, mention: Mention) -> bool:
    """Tell a number with nothing but a language behind it (4 Arabic)."""
    before = mention.before.strip()
    if last.after == mention.before:  # 4 Tamil and 3 Telugu
        before = before.rpartition(" ")[2]
    is_first = before.strip(_SIGNS) in ("", "and", "plus")
    kind = mention.after.strip(_SIGNS).removesuffix(" and").removesuffix(" plus")
    return is_first and _is_free(mention) and bool(kind) and _is_language(words, kind)


def _in_countries(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the numbers of a row of countries where no others count the team."""
    if any(m.is_people and m.relation in _THERE for m in found):
        return found
    rows: list[list[Mention]] = [[]]
    for mention in found:
        is_next = not rows[-1] or _is_next(text, rows[-1][-1], mention)
        if not (_is_free(mention) and _country(words, mention)):
            rows.append([])
        elif is_next:
            rows[-1].append(mention)
        else:
            rows.append([mention])
    row = next((row for row in rows if len(row) >= _SEVERAL), [])
    return [m.part() if m in row else m for m in found]


def _is_next(text: str, last: Mention, mention: Mention) -> bool:
    """Tell whether nothing but a comma or a plus stands between two items."""
    ahead = mention.number.start - len(mention.before)
    return last.after == mention.before or not text[last.end : ahead].strip(" ,")


def _country(words: PeopleWords, mention: Mention) -> bool:
    name = mention.before.strip(_SIGNS).removeprefix("and ").removeprefix("plus ").strip(" :")
    return words.sums.countries.fullmatch(name) is not None


def of_wholes(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take those of whom some were counted for the team (two of our 9 pack orders)."""
    marked = _narrowed(words, _out_of(words, text, found))
    for i, (part, whole) in enumerate(pairwise(marked)):
        if not _is_part_of(words, text, part, whole):
            continue
        marked[i] = part.nobody()
        kind = whole.kind if whole.kind in PEOPLE else "general"
        marked[i + 1] = replace(whole, kind=kind, is_people=True)
    return marked


def _narrowed(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Take a team out of a company for the team (600 staff, marketing is 23 of those)."""
    teams = [i for i, m in enumerate(found) if m.label.kind in (*PARTS, WHOLE)]
    if len(teams) != 1 or not 0 < teams[0] < len(found):
        return found
    whole, team = found[teams[0] - 1], found[teams[0]]
    is_of_those = team.kind in ("bare", "general") and words.sums.of_those.match(team.after)
    is_less = whole.kind == "general" and team.number.high < whole.number.high
    if not (is_of_those and is_less and whole.is_people and whole.relation in _THERE):
        return found
    marked = list(found)
    marked[teams[0] - 1] = whole.nobody()
    marked[teams[0]] = replace(team, kind="general", is_people=True, is_part=False, relation=PLAIN)
    return marked


def _out_of(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take those of whom it is told what some and the rest do (out of 28, 4 lead, rest dial)."""
    marked = list(found)
    for i, (whole, part) in enumerate(pairwise(found)):
        is_said = whole.kind == "bare" and words.sums.out_of.search(whole.before) is not None
        is_said = (
            is_said and whole.number.is_count and part.number.high < whole.number.high <= _MOST
        )
        end = words.sentence_end.search(text, part.end) if is_said else None
        rest = text[part.end : end.start() if end else len(text)] if is_said else ""
        if words.sums.the_rest.search(rest):
            marked[i] = replace(whole, kind="general", is_people=True)
    return marked


def _is_part_of(words: PeopleWords, text: str, part: Mention, whole: Mention) -> bool:
    gap = text[part.number.end : whole.number.start]
    is_share = words.sums.share_of.fullmatch(gap) is not None
    behind = text[part.end : whole.number.start]
    if part.kind in PEOPLE and behind.startswith(_OUT_OF):  # 4 reps out of 20
        is_share = words.sums.share_of.fullmatch(behind) is not None
    is_less = part.number.is_count and whole.number.is_count
    is_less = is_less and part.number.high < whole.number.high <= _MOST
    is_team = whole.kind == "job" or (whole.kind == "bare" and _is_said(words, text, whole))
    is_there = part.relation == PLAIN and whole.relation in _THERE
    is_gone = words.sums.gone.search(part.before.rstrip()) or words.sums.gone_behind.match(
        whole.after
    )
    return is_share and is_less and is_team and is_there and not is_gone


def _is_said(words: PeopleWords, text: str, mention: Mention) -> bool:
    is_busy = words.at_work.is_said(text, mention.number.end, mention.number.high)
    return is_busy or words.sums.of_whole.match(text, mention.number.end) is not None
