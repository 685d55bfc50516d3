"""`python -m tests.language.fit_hunches`: learns hunches and doubts from dev and the phrase book.

Writes `flows/data/derived/hunches.txt`; see `flows/hunches/model.py` and `choice.py`. Run it after
dev grew.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.core import Core
from flows.briefs.said import read_said
from flows.briefs.slots import blanked_slots
from flows.counts.mention import Mention
from flows.counts.people_range import PeopleRange
from flows.hunches.grams import number_grams, text_grams
from flows.hunches.hunches import BRIEF, FILE, NONE, OTHER, PEOPLE, QUESTION, SIZES, TARGET
from flows.hunches.marks import marks_of
from flows.hunches.ways import ways_of
from flows.lexicon import DATA, Lexicon
from flows.sums.people import mentions
from flows.sums.sizes import Sizes, sizes_of
from flows.understand import readable
from tests.language.cases import NOTHING, BriefCase, brief_cases, role_cases
from tests.language.descent import learnt
from tests.language.first_looks import first_looks
from tests.language.logit import Example, learnt_choice

PHRASES = Path(__file__).parents[1] / "understand"
_OFTEN = 4  # texts that must say a word where there are many
_TIMES = 3  # as many briefs as questions
_SOME = 3  # of so many; with all of them little sounds like a channel any more
_GENERIC = ("plain", "numerals", "target")  # kinds of briefs


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled brief as it is read; `is_right` tells whether its sizes are."""

    case: BriefCase
    text: str
    found: list[Mention]
    sizes: Sizes
    is_right: bool


def rows(lexicon: Lexicon) -> Iterator[Row]:
    """Read the briefs of dev."""
    for case in brief_cases("dev"):
        text = readable(lexicon, case.text)
        found = mentions(lexicon.people, text)
        sizes = read_said(lexicon, text, None).sizes
        ways = dict(case.slots)
        now, target = _label(sizes.current), _label(sizes.target)
        is_right = now in ways["current_size"] and target in ways["target_size"]
        yield Row(case, text, found, sizes, is_right)


def _label(size: PeopleRange | None) -> str:
    if size is None:
        return NOTHING
    return str(size.high) if size.low == size.high else f"{size.low}-{size.high}"


def texts(found: list[Row], slot: str) -> Iterator[tuple[set[str], str]]:
    """Give what briefs say, and their label of a slot; those with several are no examples."""
    for row in found:
        label = dict(row.case.slots)[slot][0]
        if "," not in label:
            yield text_grams(row.text), label


def told(lexicon: Lexicon, slot: str) -> Iterator[tuple[set[str], str]]:
    """Give what the phrase book says, and its label of a slot: many that only sound like one."""
    for file in ("briefs.toml", "talk.toml"):
        for row in tomllib.loads((PHRASES / file).read_text("utf-8"))["phrases"]:
            if "channels" not in row:
                yield text_grams(readable(lexicon, row["text"])), row.get(slot, NOTHING)


def kinds(lexicon: Lexicon, found: list[Row]) -> Iterator[tuple[set[str], str]]:
    """Give what briefs say, and what questions say; of briefs only so many times as many."""
    questions = role_cases("dev")
    for row in found[:: max(1, round(len(found) / len(questions) / _TIMES))]:
        yield text_grams(row.text), BRIEF
    for case in questions:
        yield text_grams(readable(lexicon, case.text)), QUESTION


def generic(lexicon: Lexicon, found: list[Row]) -> Iterator[tuple[set[str], str]]:
    """Give what some plain briefs say beside the words for their channel: nothing of any."""
    for row in found[::_SOME]:
        rest = blanked_slots(lexicon.slots, row.text)
        if row.case.kind in _GENERIC and rest != row.text:  # else other words tell it
            yield text_grams(rest), NONE


def numbers(lexicon: Lexicon, found: list[Row]) -> Iterator[tuple[set[str], str]]:
    """Give what stands by numbers, and what they count, in briefs that are read right."""
    for row in found:
        for mention in row.found if row.is_right else ():
            grams = number_grams(row.text, mention, len(row.found))
            yield grams, _counted(lexicon, row, mention)


def _counted(lexicon: Lexicon, row: Row, mention: Mention) -> str:
    """Tell which size a number is, or which size would be another without it."""
    number = PeopleRange(max(1, mention.number.low), mention.number.high)
    if number in (row.sizes.current, row.sizes.target):
        return PEOPLE if number == row.sizes.current else TARGET
    read = sizes_of(lexicon.people, row.text, row.found)
    less = sizes_of(lexicon.people, row.text, [m for m in row.found if m is not mention])
    if less.current != read.current:
        return PEOPLE
    return TARGET if less.target != read.target else OTHER


def choices() -> Iterator[Example]:
    """Give the sizes that briefs may tell, as they were first read, and which are right."""
    labels = {case.text: dict(case.slots)["current_size"] for case in brief_cases("dev")}
    for text, look in first_looks():
        if ways := labels.get(text):
            yield [
                (marks_of(look, size, counted), _label(size) in ways)
                for size, counted in ways_of(look).items()
            ]


def _dump(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Write the file."""
    lexicon = Core.load().lexicon
    found = list(rows(lexicon))
    models = {
        "kind": learnt(list(kinds(lexicon, found)), _OFTEN),
        "channel": learnt(
            [*texts(found, "channels"), *generic(lexicon, found), *told(lexicon, "channel")]
        ),
        "stage": learnt([*texts(found, "stage"), *told(lexicon, "stage")]),
        PEOPLE: learnt(list(numbers(lexicon, found)), _OFTEN),
    }
    content: dict[str, Mapping[str, Any]] = {name: model.dump() for name, model in models.items()}
    weights = learnt_choice(list(choices()))
    content[SIZES] = {mark: round(weight * 100) for mark, weight in weights.items()}
    text = "".join(f"{name}\n{_dump(learned)}\n" for name, learned in content.items())
    (DATA / FILE).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
