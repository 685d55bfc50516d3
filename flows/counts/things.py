"""Finding what a number counts: the noun behind it, and of which kind it is.

All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from flows.counts.labels import NONE, PARTS, TOTAL, WHOLE, label_of
from flows.counts.mention import Kind, Label, Mention
from flows.counts.people_range import MOST_PEOPLE
from flows.counts.people_words import PER, PeopleWords
from flows.text.fold import has_chinese
from flows.text.numbers import Number, limited
from flows.text.phrases import Found

PEOPLE: tuple[Kind, ...] = ("general", "job")
_LONGEST_ADJECTIVES = 40  # characters
_LONGEST_NOUN = 30  # characters
_LONGEST_NAME = 6  # characters of a name in a list
_LONGEST_LABEL = 4  # characters behind its first
_PAIR = 2
_MORE = re.compile(r" ?[*×x]? ?\d")  # behind the name of the next ones in a list
_BEFORE_NUMBER, _COUNTERS = (" ", "*", "×"), ("个 ", "名 ", "位 ")
_PERSONS = ("person", "guy", "girl", "lady")
_ONE_TEAM = " of"  # behind which a verb tells of one team
_WHOLE = ("", "us", "of us", "of them", "of our")  # others name a part ("in the warehouse")


def with_noun(words: PeopleWords, text: str, number: Number, label: Label) -> Mention:
    """Find what a number counts; `label` is what is named in front of it."""
    if not number.is_count:
        return Mention(number, number.end, "thing")
    if words.at_work.is_verb(text, number.end, number.high):
        return Mention(number, number.end, "bare")
    if label.name.endswith(_ONE_TEAM) and words.at_work.is_verb(text, number.end, 1):
        return Mention(number, number.end, "general")  # a team of 9 books calls
    if words.sums.beside_lead.match(text, number.end):  # six and a manager
        return Mention(number, number.end, "general", is_part=True)
    return _pairs(words, text, number) or _counting(words, text, number, label)


def _counting(words: PeopleWords, text: str, number: Number, label: Label) -> Mention:
    noun = _noun(words, text, number.end)
    classifier = words.counting.classifiers.match(text, number.end)
    is_nobody = noun is not None and noun.value not in PEOPLE
    if is_nobody and classifier and words.at_work.tasks.match(text, classifier.end()):
        return Mention(number, classifier.end(), "bare")  # 八个回玩家消息的
    if noun and not (
        _is_apart(text, number, noun) or _is_next_label(words, text, label, noun, number.end)
    ):
        return _of_noun(words, text, number, noun)
    if not noun and (end := _end_of_person(words, text, number.end, classifier)):
        group = words.counting.makes_group.match(text, end)  # 一个集中的客服中心
        return _counted(words, text, number, end, "group" if group else "job")
    if found := words.counting.person_classifiers.match(text, number.end):
        return _counted(words, text, number, found.end(), "general")
    if found_us := words.counting.of_us.match(text, number.end):
        is_part = found_us.group().strip() not in _WHOLE
        return Mention(number, found_us.end(), "general", is_part=is_part)
    bare = Mention(number, number.end, "bare")
    return _counted(words, text, number, classifier.end(), "bare") if classifier else bare


def _of_noun(words: PeopleWords, text: str, number: Number, noun: Found[Kind]) -> Mention:
    """Count what a noun names: a group of them (two sales teams), one person, or several."""
    group = words.counting.makes_group.match(text, noun.end) if noun.value == "job" else None
    if group:
        end = group.end() if group.group().isascii() else noun.end
        return _counted(words, text, number, end, "group")
    named = text[number.end : noun.start].strip()
    is_job = number.high == 1 and noun.phrase in _PERSONS and named.isascii() and bool(named)
    kind = "job" if is_job else noun.value  # 1 knowledge base person
    return _counted(words, text, number, noun.end, kind)


def _pairs(words: PeopleWords, text: str, number: Number) -> Mention | None:
    """Count the people of pairs (two pairs of callers)."""
    found = words.sums.pair_of.match(text, number.end)
    is_word = found is not None and words.nouns.at(text, number.end + 1) is not None
    noun = _noun(words, text, found.end()) if found and not is_word else None
    if noun is None or noun.value not in PEOPLE:
        return None
    twice = replace(number, low=_PAIR * number.low, high=_PAIR * number.high)
    return Mention(twice, noun.end, "job")


def _is_apart(text: str, number: Number, noun: Found[Kind]) -> bool:
    """Tell a Chinese noun that begins what comes next (预算20万 人就3个)."""
    is_behind_space = text[noun.start - 1] == " " and not noun.phrase.isascii()
    return is_behind_space and number.low > MOST_PEOPLE and noun.value in PEOPLE


def _end_of_person(
    words: PeopleWords, text: str, end: int, classifier: object | None
) -> int | None:
    """Find the end of words for a person that are in no list (5个审核员, 三个写文案的)."""
    place = words.counting.classifiers.match(text, end)
    cues = (words.endings, words.workers) if place and classifier else (words.english_endings,)
    start = place.end() if place else end
    if place and (said := words.counting.attributes.match(text, start)):  # 一个刚毕业的小姑娘
        noun = words.nouns.at(text, said.end())
        if noun and noun.value in PEOPLE:
            return noun.end
        start = said.end() if words.endings.match(text, said.end()) else start
    found = (cue.match(text, start) for cue in cues)
    return next((match.end() for match in found if match), None)


def _is_next_label(
    words: PeopleWords, text: str, label: Label, noun: Found[Kind], end: int
) -> bool:
    """Tell whether a noun names what comes next (主播4场控2助播2), not what was counted."""
    if words.before[PER].search(label.name):  # 每组一个组长九个人
        return False
    if words.beside.posts.fullmatch(noun.phrase) and text[noun.end : noun.end + 1].isdigit():
        return True  # 在岗22 编制35
    if label.kind not in ("job", "unit", "thing") or noun.phrase in words.plain_people:
        is_next = label.kind in (NONE, WHOLE, TOTAL)
        return is_next and _is_next_in_list(text, label, noun, end)
    is_apart = text[noun.start - 1] == " "
    if noun.phrase in words.counting.spans:  # 仓库6 天猫卖鞋
        is_sold = is_apart and label.kind in PARTS and has_chinese(text[noun.end : noun.end + 1])
        return is_sold or _opens_label(words, text, noun)
    if label.kind == "thing" and not (is_apart and noun.phrase.isascii()):  # 底薪3500 电销留不住人
        return is_apart
    start = noun.end + (text[noun.end : noun.end + 1] in _BEFORE_NUMBER)
    return words.numerals.token.match(text, start) is not None or _opens_label(words, text, noun)


def _is_next_in_list(text: str, label: Label, noun: Found[Kind], end: int) -> bool:
    """Tell the next of a list whose names are in no list (商品运营2 视觉1 客服3)."""
    is_figure = text[noun.start - 1].isdigit() and not noun.phrase.isascii()
    if is_figure and label.kind in (WHOLE, TOTAL) and not label.is_summed:  # 店里14客服21
        return noun.value == "job" and text[noun.end : noun.end + 1].isdigit()
    behind = text[noun.end : noun.end + _LONGEST_LABEL]
    if text[end : noun.start] in _COUNTERS and _MORE.match(behind):
        return bool(label.name)  # video 2个 graphic 1个 media buyer 2个
    is_apart = text[noun.start - 1] == " " and not text[noun.start].isascii()
    is_named = 1 < len(label.name) <= _LONGEST_NAME and not label.name.isascii()
    is_named = is_named and not label.is_summed and noun.value == "job"
    return is_apart and is_named and _MORE.match(behind) is not None


def _opens_label(words: PeopleWords, text: str, noun: Found[Kind]) -> bool:
    """Tell whether a noun is the start of the next label (线上5线下3)."""
    token = words.numerals.token.search(text[noun.end : noun.end + _LONGEST_LABEL])
    named = text[noun.start : noun.end + token.start()] if token else ""
    is_each = words.before[PER].search(named) is not None  # 外呼三个小组每组七人
    return named.isalpha() and not is_each and label_of(words, named).kind in PARTS


def _noun(words: PeopleWords, text: str, end: int) -> Found[Kind] | None:
    """Find what a number counts: the longest noun close by, else one behind adjectives."""
    places = _noun_places(words, text, end)
    close = [found for place in places if (found := _noun_at(words, text, place))]
    close = [_worker(words, text, found) for found in close]
    adjective = words.counting.adjectives.match(text, places[-1])
    if adjective and (found := words.nouns.at(text, adjective.end())):
        is_plain = adjective.group() not in words.nouns.values  # 两个新牌子, but 12个客服分三班
        if found.value in PEOPLE or (found.value == "thing" and is_plain):
            close.append(found)
    if close:
        return _longer(words, text, max(close, key=lambda found: found.end))
    far = (words.nouns.at(text, place) for place in _behind_adjectives(words, text, end))
    return next((found for found in far if found), None)


def _worker(words: PeopleWords, text: str, noun: Found[Kind]) -> Found[Kind]:
    """Take people for what they are who are named by what they work with (两个微信客服)."""
    if noun.value in PEOPLE or words.counting.worked_with.search(noun.phrase) is None:
        return noun
    job = words.nouns.at(text, noun.end)
    is_end = job is not None and words.one_ends.match(text, job.end) is not None
    return (
        noun._replace(end=job.end, value="job") if job and is_end and job.value == "job" else noun
    )


def _longer(words: PeopleWords, text: str, noun: Found[Kind]) -> Found[Kind]:
    """Take two English nouns in a row as one (one telesales caller, 120 call agents)."""
    is_person = noun.value in PEOPLE and noun.phrase not in words.plain_people
    is_open = is_person or noun.phrase in words.counting.compounds
    if not is_open or text[noun.end : noun.end + 1] != " ":
        return noun
    following = words.nouns.at(text, noun.end + 1)
    is_job = following is not None and following.value == "job" and following.phrase.isascii()
    if following and is_job:
        return noun._replace(end=following.end, value="job")
    is_compound = noun.phrase in words.counting.compounds and following is None
    ended = words.counting.compound_ends.match(text, noun.end) if is_compound else None
    return noun._replace(end=ended.end(), value="job") if ended else noun


def _noun_at(words: PeopleWords, text: str, place: int) -> Found[Kind] | None:
    """Find a noun that begins at a place, also right behind a figure (6ppl)."""
    if not text[place - 1].isdigit():
        return words.nouns.at(text, place)
    found = words.nouns.at(text[place : place + _LONGEST_NOUN], 0)
    return found and found._replace(start=place, end=place + found.end)


def _counted(words: PeopleWords, text: str, number: Number, end: int, kind: Kind) -> Mention:
    wide = limited(words.numerals, text, replace(number, end=end))
    return Mention(replace(wide, end=number.end), wide.end, kind)


def _noun_places(words: PeopleWords, text: str, end: int) -> tuple[int, ...]:
    """List where the noun may begin: right here, and behind a classifier."""
    start = end + (text[end : end + 1] in (" ", "-") and end < len(text))
    if found := words.counting.classifiers.match(text, start):
        return start, found.end() + (text[found.end() : found.end() + 1] == " ")
    return (start,)


def _behind_adjectives(words: PeopleWords, text: str, end: int) -> Iterable[int]:
    """List where the noun may begin behind one or two English adjectives."""
    if text[end : end + 1] != " ":
        return
    for word in text[end : end + _LONGEST_ADJECTIVES].split(" ")[1:3]:
        if (
            not word.isascii()
            or not word.replace("-", "").isalpha()
            or word in words.counting.no_adjective
        ):
            return
        end += len(word) + 1
        yield end + 1
