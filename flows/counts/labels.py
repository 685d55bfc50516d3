"""Reading what is named right in front of a number: a job, a unit, a place, the whole team.

All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.counts.mention import Label, LabelKind
from flows.counts.people_words import PeopleWords
from flows.text.phrases import is_letter

PARTS: tuple[LabelKind, ...] = ("job", "unit")
WHOLE: LabelKind = "whole"
TOTAL: LabelKind = "total"
THING: LabelKind = "thing"
NONE: LabelKind = "none"
_LONGEST_NAME, _WINDOW, _NEAR = 20, 40, 8  # characters
_BRACKET = 20  # characters in front of a bracket
_CLAUSE = re.compile(r"[,;.:，。；!?()\n]")
_IT, _ITS = "it", "its"
_WHO, _HAVING = re.compile("的?[这那][边队组批帮拨]|的"), "有"


def label_of(words: PeopleWords, before: str) -> Label:
    """Read the label at the end of the text in front of a number."""
    name = without_filler(words, before)
    if words.sums.whole_team.search(name):  # 全组9人
        return Label(name.strip(), TOTAL, is_summed=True)
    is_summed = words.summed.search(before[len(name) :]) is not None
    name = name.rpartition(":")[2]
    return Label(name.strip(), _kind(words, name, before), is_summed)


def label_before_comma(words: PeopleWords, text: str, start: int, end: int) -> Label | None:
    """Read the team named in the clause before a number that is a clause alone (客服部，19个)."""
    if text[start - 1 : start] != "," or not words.alone.match(text, end):
        return None
    named = _CLAUSE.split(text[max(0, start - _WINDOW) : start - 1])[-1]
    if words.numerals.token.search(named[-_NEAR:]):
        return None
    label = label_of(words, named)
    if words.asked.search(named):  # 我问的是热线的客服，17个
        return replace(label, kind=WHOLE)
    is_job = words.nouns.values.get(named.strip()) == "job"  # setters, 6, for a window firm
    return label if (is_job or label.kind in (WHOLE, TOTAL)) and label.name else None


def label_over_bracket(words: PeopleWords, text: str, start: int) -> Label | None:
    """Read the job named in front of a bracket with a number behind it (老人（满一年的）10个)."""
    first = text.rfind("(", 0, start) if text[start - 1 : start] == ")" else -1
    named = _CLAUSE.split(text[max(0, first - _WINDOW) : first])[-1] if first > 0 else ""
    label = label_of(words, named)
    return label if label.kind in PARTS and named == named.rstrip("0123456789") else None


def before_bracket(text: str, start: int) -> str:
    """Give what stands before the bracket a number opens with: "designer (one)"."""
    is_open = start > 0 and text[start - 1] == "("
    return (
        re.split(r"[,;.:，。；、]", text[max(0, start - _BRACKET) : start - 1])[-1]
        if is_open
        else ""
    )


def without_filler(words: PeopleWords, before: str) -> str:
    """Cut words that say nothing of what is counted from the end of a text."""
    while (found := words.filler.search(before)) and found.group():
        before = before[: found.start()]
    return before


def _kind(words: PeopleWords, name: str, before: str) -> LabelKind:
    if _is_who(words, name, before):
        return "job"
    if words.things_before.search(name):
        return "thing"
    if words.whole.search(name):
        return "whole"
    is_job = _named(words, name) == "job" or words.labels.search(name) is not None
    is_job = is_job or _are_colleagues(words, name)
    if is_job and not _is_pronoun(name, before):
        return "job"
    if words.units.search(name):
        return "unit"
    is_total = words.people_before.search(name) or words.people_before.search(before)
    return "total" if is_total or words.summed.search(before) else "none"


def _are_colleagues(words: PeopleWords, name: str) -> bool:
    """Tell people of some job (视频同事三个)."""
    found = words.sums.colleagues.search(name)
    return found is not None and _named(words, name[: found.start()]) == "job"


def _is_pronoun(name: str, before: str) -> bool:
    """Tell "its 4 people" and "it was 9" from people of IT."""
    word = name.rstrip().rpartition(" ")[2]
    return word == _ITS or (word == _IT and name.rstrip() != before.rstrip())


def _is_who(words: PeopleWords, name: str, before: str) -> bool:
    """Tell people named by what they do (接待客人的3, 打电话的刚破9, 打电话那边得5)."""
    place = before.rfind(name) + len(name)
    who = _WHO.match(before, place)
    if who is None or _HAVING in before[who.end() :]:  # 打电话的有25个
        return False
    return words.labels.search(before[: who.end()]) is not None


def _named(words: PeopleWords, name: str) -> str | None:
    """Find the longest noun a text ends with."""
    nouns = words.nouns.values
    for start in range(max(0, len(name) - _LONGEST_NAME), len(name)):
        is_cut = is_letter(name, start) and is_letter(name, start - 1)
        if name[start:] in nouns and not is_cut:
            return nouns[name[start:]]
    return None
