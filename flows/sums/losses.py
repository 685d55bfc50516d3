"""Working out who is left of those there were (原来12人，走了4个，又招2个; 3 of my 11 reps quit).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, IGNORE, MORE, NOW, PER, PLAIN, TARGET, PeopleWords
from flows.counts.references import clause_before

_COUNTED = ("general", "job", "bare")
_GONE, _BACK = -1, 1
_Step = tuple[int, int]  # the place of a mention, and the sign


def after_losses(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take those who left from whom they belonged to, and add those who came after them."""
    steps = [(i, sign) for i in range(len(found)) if (sign := step(words, text, found, i))]
    gone = next((i for i, sign in steps if sign == _GONE), None)
    base = None if gone is None else _base(words, text, found, gone, [i for i, _ in steps])
    if base is None or gone is None:
        return found
    if words.sums.taken_off.search(text, found[gone].end):  # that's already off the 18
        return [m.nobody() if i == gone else m for i, m in enumerate(found)]
    steps = [step for step in steps if step[0] > base or step[0] == gone]
    if (rest := _rest(found, base, gone, steps)) is not None:
        return _only(found, rest, {base, gone})
    if any(m.is_people and m.relation in NOW for m in found[max(base, steps[-1][0]) + 1 :]):
        return found  # it is said how many there are after all that
    marked = list(found)
    for place, _ in steps:
        marked[place] = replace(found[place], kind="thing", is_people=False, relation=IGNORE)
    is_gone_already = base < gone and _is_of_now(words, text, found[base], found[gone])
    return marked if is_gone_already else _less(words, marked, base, steps)


def _rest(found: list[Mention], base: int, gone: int, steps: list[_Step]) -> int | None:
    """Find those who are left, as the sum shows (fired 3 of our 14, 11 left)."""
    left = found[base].number.high - found[gone].number.high
    others = [i for i, sign in steps if sign == _GONE and i not in (base, gone)]
    alone = [i for i, m in enumerate(found) if i > gone > base and _is_alone(m)]
    others = [i for i in others if i > base] + alone
    return next((i for i in others if found[i].number.high == left), None)


def _is_alone(mention: Mention) -> bool:
    """Tell a number that is a clause by itself (做到十二个，走了两个，十个)."""
    is_open = mention.kind == "bare" and mention.number.is_count and mention.relation == PLAIN
    return is_open and not mention.before.strip() and not mention.after.strip()


def _only(found: list[Mention], rest: int, told: set[int]) -> list[Mention]:
    """Take those who are left for the team, and nobody of those there were."""
    marked = list(found)
    for place in told:
        marked[place] = replace(found[place], kind="thing", is_people=False, relation=IGNORE)
    marked[rest] = replace(found[rest], kind="general", is_people=True, relation=ACTUAL)
    return marked


def _is_of_now(words: PeopleWords, text: str, base: Mention, gone: Mention) -> bool:
    """Tell a count from which those who left are gone already (we are 25, 3 left last year)."""
    if words.full.search(base.before):
        return False
    is_now = words.sums.there_now.search(base.before.rstrip()) or base.relation == ACTUAL
    is_past = words.past.search(base.before) is not None
    told = clause_before(text, gone.number.start) + gone.after  # 去年一年走了5个
    is_long_ago = words.sums.long_ago.search(told) is not None
    return bool(is_now) or (is_long_ago and not is_past)


def _less(words: PeopleWords, found: list[Mention], base: int, steps: list[_Step]) -> list[Mention]:
    """Put what is left in place of what there was; full strength stays what is aimed at."""
    changes = [(sign, found[i].number) for i, sign in steps]
    low, high = found[base].number.low, found[base].number.high
    low += sum(n.low if sign == _BACK else -n.high for sign, n in changes)
    high += sum(n.high if sign == _BACK else -n.low for sign, n in changes)
    marked, place = list(found), base
    if any(_says_so(m, high) for m in found[steps[-1][0] + 1 :]):  # so 12 sellers
        return [m.nobody() if i == base else m for i, m in enumerate(found)]
    if words.full.search(found[base].before):
        place = steps[0][0]
        marked[base] = replace(found[base], is_people=True, relation=TARGET)
    number = replace(found[place].number, low=low, high=high)
    left = replace(found[place], number=number, before="", after="", kind=found[base].kind)
    marked[place] = replace(left, is_people=True, relation=PLAIN)
    return marked if low > 0 else found


def _says_so(mention: Mention, people: int) -> bool:
    """Tell a count of those who are left, told behind those who went."""
    is_job = mention.kind == "job" and mention.relation == PLAIN
    return is_job and mention.is_people and mention.number.high == people


def step(words: PeopleWords, text: str, found: list[Mention], place: int) -> int:
    """Tell whether a number is of those who left, of those who came, or of neither."""
    mention, sums = found[place], words.sums
    before = mention.before.rstrip()
    is_only_said = words.habitual.search(before) or words.intended.search(before)
    if mention.kind not in _COUNTED or not mention.number.is_count or is_only_said:
        return 0
    if _goes(words, text, found, place):
        return _GONE
    if sums.back_behind.match(mention.after) and mention.relation != TARGET:
        return _BACK
    if mention.kind == "bare" and not _is_open(words, text, mention):
        return 0  # 优化了3个流程
    if sums.gone.search(before):
        return _GONE
    return _BACK if sums.back.search(before) and mention.relation != TARGET else 0


def _is_open(words: PeopleWords, text: str, mention: Mention) -> bool:
    is_open = words.open_after.match(text, mention.end) or mention.end == len(text)
    return bool(is_open or words.sums.share_of.match(text, mention.end))


def _goes(words: PeopleWords, text: str, found: list[Mention], place: int) -> bool:
    """Tell whether it is said behind a number that so many left (3 quit; 3 of my 11 reps quit)."""
    mention = found[place + 1] if _is_share(words, text, found, place) else found[place]
    said = words.sums.gone_behind.match(mention.after)
    if said is None or words.sums.there_now.search(mention.before.rstrip()):
        return False  # only 3 left
    is_next = said.end() == len(mention.after) and said.group()[-1:] == "了"
    starts = [m.number.start for m in found]
    return not (is_next and mention.end + len(mention.after) in starts)  # 8个主播跑了两个


def _is_share(words: PeopleWords, text: str, found: list[Mention], place: int) -> bool:
    """Tell whether a number is of the next one (3 of my 11)."""
    if place + 1 == len(found):
        return False
    between = text[found[place].number.end : found[place + 1].number.start]
    return words.sums.share_of.fullmatch(between) is not None


def _base(
    words: PeopleWords, text: str, found: list[Mention], gone: int, steps: list[int]
) -> int | None:
    """Find the count that those who left belonged to."""
    if _is_share(words, text, found, gone):
        return gone + 1 if found[gone + 1].kind in _COUNTED else None
    before = [i for i in range(gone) if i not in steps and _may_lose(words, found[i])]
    if not before:  # 上周刚走了俩，本来15个
        behind = [i for i in range(gone + 1, len(found)) if i not in steps]
        behind = [i for i in behind if words.held.before_that.search(found[i].before.rstrip())]
        return next((i for i in behind if found[i].kind in _COUNTED), None)
    last = found[before[-1]].number.high
    is_part = any(found[i].kind == "general" and found[i].number.high > last for i in before)
    return None if is_part else before[-1]


def _may_lose(words: PeopleWords, mention: Mention) -> bool:
    is_other = mention.relation in (MORE, PER) or (
        mention.relation == TARGET and not words.full.search(mention.before)
    )
    if is_other or not mention.number.is_count:
        return False
    is_said = mention.is_people or words.past.search(mention.before + mention.after) is not None
    return mention.kind in ("general", "job") or (mention.kind == "bare" and is_said)
