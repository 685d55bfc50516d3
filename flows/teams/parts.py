"""Cutting the description of a team into items: titles with head-counts, and duties.

Texts are read as typed, so that titles can be shown as they were written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from flows.lexicon import Lexicon
from flows.text.numbers import numbers

LONGEST = 3000  # characters of a description
_MOST_ITEMS, _TWO = 200, 2
_LONGEST_TITLE = 30  # characters
_LABEL = re.compile(r"^[^:：]{1,12}[:：]\s*(?=\S)")  # 电商：运营3
_BORDER = re.compile(r"(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a description: people [people] with a title, and what they do beside it."""

    title: str
    headcount: int
    duties: tuple[str, ...] = ()
    is_self: bool = False


@dataclass(slots=True)
class Described:
    """The items of a description, and how many people were said to be there in all [people]."""

    items: list[Item] = field(default_factory=list)
    total: int | None = None


def described(lexicon: Lexicon, text: str) -> Described:
    """Cut a description, as typed, into its items."""
    return _without_sum(_Reader(lexicon, text).described())


def _without_sum(described: Described) -> Described:
    """Take the first item for the sum of the others where it is (电销55人，经理1，…)."""
    first, *others = described.items or [Item("", 0)]
    if len(others) > _TWO and first.headcount == sum(item.headcount for item in others):
        described.items = others
        described.total = first.headcount
    return described


class _Reader:
    """Cuts a description into items."""

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self.lexicon, self.words = lexicon, lexicon.teams.small
        self.text = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
        self.found = Described()
        self.is_telling_duties = False

    def described(self) -> Described:
        """Read every part of the text."""
        for part in self.words["between"].pattern.split(self.text)[:_MOST_ITEMS]:
            self._part(part or "")
        return self.found

    def _part(self, part: str) -> None:
        part = self._opened(part)
        if not part or self.words["nobody"].match(part):
            return
        if found := self.words["self"].match(part):
            self._self(part[found.end() :].strip())
        elif self.found.items and (beside := self.words["beside"].match(part)):
            self.is_telling_duties = True
            self._duty(part[beside.end() :])
        elif groups := self._groups(part):
            self.is_telling_duties = False
            for title, count, rest in groups:
                self._group(title, count)
                self._part(rest)
        elif (found := self.words["self_behind"].search(part)) and found.start():
            self._self(part[: found.start()].strip())
        else:
            self._bare(part)

    def _opened(self, part: str) -> str:
        """Take words from the front that say nothing."""
        part, before = part.strip(), ""
        while part != before:
            before, part = part, self.words["opening"].pattern.sub("", part).strip()
        return part

    def _self(self, rest: str) -> None:
        """Read what somebody says of himself: people led, a title, or duties."""
        self._add(Item("", 1, is_self=True))
        self.is_telling_duties = bool(rest)
        rest = self.words["self_behind"].pattern.sub("", rest) or rest
        rest = rest.removesuffix("myself").strip()
        if found := self.words["leads"].match(rest):
            self.is_telling_duties = False
            if self._groups(rest[found.end() :]):
                self._part(rest[found.end() :])
        elif found := self.words["is"].match(rest):
            title, duties = self._cut(rest[found.end() :].strip())
            self._add(Item(title, 1, duties, is_self=True))
        elif rest:
            found = self.words["does"].match(rest)
            self._duty(rest[found.end() :] if found else rest)

    def _groups(self, part: str) -> list[tuple[str, int, str]]:
        """Cut a part into titles with head-counts, and what stands behind them."""
        counted = [*self.words["number"].finditer(part)]
        if not counted:
            return []
        if not self._around(part[: counted[0].start()]):
            return [*self._number_first(part, counted)]
        return [*self._title_first(part, counted)]

    def _number_first(
        self, part: str, counted: Sequence[re.Match[str]]
    ) -> Iterator[tuple[str, int, str]]:
        ends = [found.start() for found in counted[1:]] + [len(part)]
        for found, end in zip(counted, ends, strict=True):
            title, rest = self._first_words(self._unmeasured(part[found.end() : end]))
            yield title, self._value(found.group()), rest

    def _title_first(
        self, part: str, counted: Sequence[re.Match[str]]
    ) -> Iterator[tuple[str, int, str]]:
        begin = 0
        for i, number in enumerate(counted):
            before, title = self._last_words(part[begin : number.start()])
            if before:
                self._part(before)
            measure = self.words["measure"].match(part, number.end())
            begin = measure.end() if measure else number.end()
            rest = part[begin:].strip() if i + 1 == len(counted) else ""
            if part.startswith(":", begin) and not self.found.items and not i:
                title = ""  # 电销55人：经理1…
            yield title, self._value(number.group()), rest

    def _value(self, written: str) -> int:
        read = numbers(self.lexicon.people.numerals, self.lexicon.fold(written))
        return read[0].high if read else 1

    def _unmeasured(self, text: str) -> str:
        found = self.words["measure"].match(text)
        return text[found.end() :] if found else text

    def _around(self, text: str) -> str:
        """Take signs and small words from both ends of a title."""
        return self.words["around"].pattern.sub("", text.strip()).strip()

    def _first_words(self, text: str) -> tuple[str, str]:
        """Divide what stands behind a number into the title and the rest, at a space in Chinese."""
        title, *rest = _BORDER.split(self._around(text), maxsplit=1)
        return title, "".join(rest)

    def _last_words(self, text: str) -> tuple[str, str]:
        """Divide what stands before a number into the rest and the title, at a space in Chinese."""
        *rest, title = _BORDER.split(self._around(text))
        return "，".join(rest), title

    def _group(self, title: str, count: int) -> None:
        """Note people with a title, or how many there are in all."""
        title = _LABEL.sub("", title)
        if not title or self.words["everybody"].fullmatch(title):
            if count > 1 or not title:
                self.found.total = max(count, self.found.total or 0)
            return
        name, duties = self._cut(title)
        self._add(Item(name, count, duties))

    def _cut(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Cut a title from what is done beside it (美工兼客服)."""
        found = self.words["beside"].search(text)
        if found is None or not found.start():
            return text[:_LONGEST_TITLE], ()
        self.is_telling_duties = True
        return text[: found.start()].strip(), (text[found.end() :].strip(),)

    def _bare(self, part: str) -> None:
        """Read a part without a number: another duty, or one person with a title."""
        is_telling = self.is_telling_duties and bool(self.found.items)
        title, duties = self._cut(self._around(part))
        if is_telling and not duties:
            self._duty(part)
            return
        known = next((i for i, x in enumerate(self.found.items) if x.title == title), None)
        if known is not None and title:  # 组长4，…，组长兼质检
            item = self.found.items.pop(known)
            self.found.items.append(replace(item, duties=(*item.duties, *duties)))
        elif title:
            self._add(Item(title, 1, duties))

    def _duty(self, words: str) -> None:
        found = self.words["does"].match(words)
        words = self._around(words[found.end() :] if found else words)
        if not words:
            return
        last = self.found.items[-1]
        self.found.items[-1] = Item(
            last.title, last.headcount, (*last.duties, words), is_self=last.is_self
        )

    def _add(self, item: Item) -> None:
        """Add an item; whoever speaks is one person, however often he says I."""
        if item.is_self:
            for i, known in enumerate(self.found.items):
                if known.is_self:
                    del self.found.items[i]
                    item = Item(
                        item.title or known.title, 1, (*known.duties, *item.duties), is_self=True
                    )
                    break
        self.found.items.append(item)
