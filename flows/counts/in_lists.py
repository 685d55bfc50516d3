"""Telling whether a count is one more of a list (one designer and two people on ads).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.mention import Mention
from flows.counts.people_words import MORE, PER, PeopleWords

_MOST_LEADERS, _WINDOW = 50, 20  # people, characters


def leads_list(words: PeopleWords, text: str, last: Mention, mention: Mention) -> bool:
    """Tell leaders from sales leads by what stands beside them (6 agents, 2 leads)."""
    noun = text[mention.number.end : mention.end].strip()
    if mention.kind != "thing" or mention.number.high > _MOST_LEADERS:
        return False
    is_leader = words.leaders.search(noun) is not None
    start = last.end
    if last.relation == PER and (each := words.after[PER].match(text, start)):  # 6 agents each
        start = each.end()
    return is_leader and words.row_gap.fullmatch(text[start : mention.number.start]) is not None


def goes_on(words: PeopleWords, text: str, mention: Mention, last: Mention | None) -> bool:
    """Tell the last of a list of jobs (one designer and two people on ads)."""
    if last is None or (last.kind, mention.kind) != ("job", "general"):
        return False
    gap = text[last.end : mention.number.start].strip()
    if words.one_joined.fullmatch(gap) is None or last.number.high >= mention.number.high:
        return False
    is_busy = words.doing.match(text, mention.end) is not None
    return is_busy or (words.clause_end.search(gap) is None and _is_next_to(text, mention))


def _is_next_to(text: str, mention: Mention) -> bool:
    """Tell others from the whole (3 founders and 4 employees)."""
    return (
        bool(text[mention.number.end : mention.end].strip("个名位人 "))
        and not mention.label.is_summed
    )


def is_listed(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell one more of a list (客服6个，再加1个主管) from people who are to come."""
    before = mention.before
    if follows_persons(words, text, mention) and not words.after[MORE].match(mention.after):
        return True
    return words.added.search(before) is not None and not words.wished.search(before)


def follows_persons(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell one more behind people who are named (我、我先生，再请一个工读生)."""
    ahead = text[: mention.number.start - len(mention.before)]
    return words.persons_listed.search(ahead[-_WINDOW:]) is not None
