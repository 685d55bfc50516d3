"""Counting people without a number that each of several has (three rooms, each with a host).

All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import PER, PLAIN, PeopleWords

_LEAST, _MOST = 2, 100  # rooms, teams or leaders
_PEOPLE = ("general", "job")


def with_each_having(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Add those whom each of several has, beside others who are counted (a lead and 5 callers)."""
    marked = [_with_listed(words, text, m) for m in found]
    for i, several in enumerate(found):
        if not (several.number.is_count and _LEAST <= several.number.high <= _MOST):
            continue
        opens = words.sums.each_having.match(text, several.end)
        opens = opens or words.sums.lead_of_each.match(text, several.end)
        end, people = _listed(words, text, opens.end()) if opens else (0, 0)
        following = found[i + 1] if i + 1 < len(found) else None
        if following and people and text[end : following.number.start].strip() == "":
            marked[i + 1] = _with_more(following, people, several, several.end)
        elif people:
            marked[i] = _times(several, people, end)
            return [*marked[:i], *_kept(several), *marked[i:]]
    return marked


def _with_listed(words: PeopleWords, text: str, each: Mention) -> Mention:
    """Add those named behind the people of each (each with 4 SDRs, a lead and an analyst)."""
    is_each = each.relation == PER and each.kind in _PEOPLE
    if not is_each or words.sums.each_got.search(each.before.rstrip()) is None:
        return each
    joined = words.one_joined.match(text, each.end)
    end, people = _listed(words, text, joined.end()) if joined else (0, 0)
    if not people:
        return each
    number = replace(each.number, low=each.number.low + people, high=each.number.high + people)
    return replace(each, number=number, end=end, after="")


def _listed(words: PeopleWords, text: str, place: int) -> tuple[int, int]:
    """Count jobs behind articles, one by one; tell also where the list ends."""
    people, end = 0, place
    while article := words.sums.an.match(text, place):
        noun = words.nouns.at(text, article.end())
        job = words.one_jobs.match(text, article.end())
        if noun and noun.value in _PEOPLE:
            end = noun.end
        elif job:
            end = job.end()
        else:
            break
        people += 1
        joined = words.one_joined.match(text, end)
        place = end = joined.end() if joined else end
        if joined is None:
            break
    return end, people


def _times(several: Mention, people: int, end: int) -> Mention:
    return replace(several.times(people, people), end=end, kind="job")


def _kept(several: Mention) -> list[Mention]:
    """Keep leaders or sellers beside those whom each of them has."""
    return [replace(several, is_part=True)] if several.is_people else []


def _with_more(each: Mention, people: int, several: Mention, start: int) -> Mention:
    """Count those without a number in with those who are counted for each."""
    if each.relation not in (PER, PLAIN) or each.kind not in _PEOPLE:
        return each
    low, high = each.number.low, each.number.high
    if each.relation == PLAIN:
        low, high = low * several.number.low, high * several.number.high
        people *= several.number.high
    number = replace(each.number, start=start, low=low + people, high=high + people)
    is_part = each.relation == PLAIN or each.is_part
    return replace(each, number=number, is_part=is_part, is_people=True)
