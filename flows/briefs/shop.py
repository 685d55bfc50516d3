"""Telling the channels of a shop from work that is done in it: who answers, who does the ads.

All words come from `slots.toml`.
"""

from __future__ import annotations

from flows.briefs.apart import is_in, not_in
from flows.briefs.slot_words import SlotWords
from flows.text.phrases import Found

_SHOP = "ecommerce"
_SEVERAL = 3  # roles, or tasks of a list


def without_roles(
    words: SlotWords, text: str, kept: list[Found[str]], weak: list[Found[str]]
) -> list[Found[str]]:
    """Leave out 客服 among the roles of a channel that is named (网店，运营客服美工)."""
    firm = [cue for cue in kept if cue.phrase not in words.weak.values]
    if not firm and (roles_of_shop := _shop_roles(words, text)):
        return roles_of_shop
    named = {cue.value for cue in firm}
    roles = (c for c in weak if not any(is_in(c, (f.start, f.end)) for f in firm))
    has_roles = any(c.value in named and c.phrase not in words.cues.values for c in roles)
    is_shop = named == {_SHOP} and not text.isascii()
    has_roles = has_roles or (is_shop and words.shop_roles.search(text) is not None)
    kept = [c for c in kept if c.value in named] if named and has_roles else kept
    return _without_tasks(words, text, kept)


def task_spans(words: SlotWords, text: str, told: list[Found[str]]) -> tuple[tuple[int, int], ...]:
    """Give the places of tasks in a shop that is named beside them, else none.

    They are told in a list (we do photos, ads and mails), or it is asked who does them.
    """
    shops = [cue for cue in told if cue.value == _SHOP]
    if not shops:
        return ()
    asked = (found.span() for found in words.shop_asks.finditer(text))
    spans = (*_lists_of_jobs(words, text), *asked)
    return spans if not_in(shops, spans) else ()


def _lists_of_jobs(words: SlotWords, text: str) -> list[tuple[int, int]]:
    """Find the places of lists of tasks."""
    lists: list[list[tuple[int, int]]] = []
    for job in words.shop_jobs.finditer(text):
        end = lists[-1][-1][1] if lists else 0
        if lists and words.shop_jobs_joined.fullmatch(text[end : job.start()]):
            lists[-1].append(job.span())
        else:
            lists.append([job.span()])
    return [(jobs[0][0], jobs[-1][1]) for jobs in lists if len(jobs) >= _SEVERAL]


def _shop_roles(words: SlotWords, text: str) -> list[Found[str]]:
    """Tell a shop by several of its roles, where no channel is named (店长1，运营2，打包2)."""
    found = {cue.group(): cue for cue in words.shop_roles.finditer(text)}
    if len(found) < _SEVERAL:
        return []
    return [Found(cue.start(), cue.end(), said, _SHOP) for said, cue in found.items()]


def _without_tasks(words: SlotWords, text: str, kept: list[Found[str]]) -> list[Found[str]]:
    """Leave out what one person does where others pack (my sister answers chats, I pack, etsy)."""
    if _SHOP not in {cue.value for cue in kept} or not words.shop_work.search(text):
        return kept
    spans = [found.span() for found in words.shop_tasks.finditer(text)]
    return [c for c in kept if c.value == _SHOP or not any(is_in(c, span) for span in spans)]
