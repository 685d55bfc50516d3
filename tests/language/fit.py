"""`python -m tests.language.fit`: fits how sure a role is meant to the labelled questions of dev.

Writes `flows/data/derived/likeness.json` (naive Bayes, see `flows/search/likeness.py`) and prints
the numbers of `[sureness]` for `flows/data/search.toml`, then what each cut would mean: questions
that name no title, ours and others', each judged by what was learnt without it. "Lists" are the
words of `occupations.toml`. Run it after dev or `descriptions.toml` grew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from bot.core import Core
from flows.lexicon import DATA, Lexicon
from flows.roles.index import RoleIndex
from flows.roles.questions import Question, Questions
from flows.search.descriptions import Language
from flows.search.likeness import Likeness, learnt
from flows.search.sureness import Sureness, logistic
from flows.text.fold import has_chinese
from tests.language.cases import RoleCase, role_cases
from tests.language.regression import weights_of

FOLDS = 10
CUTS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
FILE = DATA / "derived" / "likeness.json"


@dataclass(frozen=True, slots=True)
class Example:
    """A question that names no title, and what speaks for the best role, likeness left out."""

    text: str
    language: Language
    is_out: bool
    is_right: bool
    is_listed: bool
    evidence: tuple[float, ...]


def examples(lexicon: Lexicon) -> Iterator[Example]:
    """Read the questions of dev that are answered by a search."""
    index, questions = RoleIndex(lexicon), Questions(lexicon)
    for case in role_cases("dev"):
        question = index.question(lexicon.fold(case.text), case.channel)
        if not question.titles or questions.is_only_context(question):
            yield from _example(case, question, questions, lexicon)


def _example(
    case: RoleCase, question: Question, questions: Questions, lexicon: Lexicon
) -> Iterator[Example]:
    work, text = questions.work_of(question), question.text
    is_asked = questions.asks_for_somebody(question)
    found = lexicon.search.ranked(work, case.channel, question=text, is_asked=is_asked)
    for best in found[:1]:
        yield Example(
            text,
            "zh" if has_chinese(text) else "en",
            case.is_out,
            any(best.role in group for group in case.roles),
            bool(questions.strangers(question)),
            best.evidence.values[:-1],
        )


def likeness(rows: Sequence[Example]) -> dict[Language, dict[str, float]]:
    """Learn from examples how our questions sound, by language."""
    return {
        language: _learnt([r for r in rows if r.language == language])
        for language in get_args(Language)
    }


def _learnt(rows: Sequence[Example]) -> dict[str, float]:
    return learnt([r.text for r in rows if not r.is_out], [r.text for r in rows if r.is_out])


def judged(rows: Sequence[Example], without: int = -1) -> list[tuple[Example, tuple[float, ...]]]:
    """Complete the evidence of examples by a likeness that was learnt without them.

    Args:
        rows: All examples.
        without: A fold that nothing is learnt from either.
    """
    found = []
    for fold in range(FOLDS):
        rest = [r for i, r in enumerate(rows) if i % FOLDS not in (fold, without)]
        models = {name: Likeness(weights) for name, weights in likeness(rest).items()}
        found += [(r, (*r.evidence, models[r.language].of(r.text))) for r in rows[fold::FOLDS]]
    return found


def fitted(found: Sequence[tuple[Example, tuple[float, ...]]]) -> list[float]:
    """Fit the numbers of `Sureness` to examples."""
    return weights_of([values for _, values in found], [row.is_right for row, _ in found])


def held_out(rows: Sequence[Example]) -> Iterator[tuple[Example, float]]:
    """Judge each example by numbers and a likeness that were learnt without it."""
    for fold in range(FOLDS):
        found = judged(rows, fold)
        inside = set(map(id, rows[fold::FOLDS]))
        base, *weights = fitted([pair for pair in found if id(pair[0]) not in inside])
        for row, values in found:
            if id(row) in inside:
                pairs = zip(weights, values, strict=True)
                yield row, logistic(base + sum(weight * value for weight, value in pairs))


def _print(found: Sequence[tuple[Example, float]]) -> None:
    ours = [pair for pair in found if not pair[0].is_out]
    others = [sure for row, sure in found if row.is_out]
    unlisted = [sure for row, sure in found if row.is_out and not row.is_listed]
    print(f"\n{len(ours)} questions of ours, {len(others)} of others, in percent")
    print("  cut   right  wrong  false answers  without the lists")
    for cut in CUTS:
        right = sum(sure >= cut and row.is_right for row, sure in ours) / len(ours)
        wrong = sum(sure >= cut and not row.is_right for row, sure in ours) / len(ours)
        false = sum(sure >= cut for sure in unlisted) / len(others)
        bare = sum(sure >= cut for sure in others) / len(others)
        print(f"  {cut:.2f}  {right:6.1%} {wrong:6.1%} {false:14.1%} {bare:18.1%}")


def main() -> None:
    """Write the file, print the numbers."""
    rows = tuple(examples(Core.load().lexicon))
    FILE.write_text(json.dumps(likeness(rows), ensure_ascii=False, indent=0) + "\n", "utf-8")
    print("[sureness]")
    for field, weight in zip(Sureness._fields, fitted(judged(rows)), strict=True):
        print(f"{field} = {weight:.2f}")
    _print(list(held_out(rows)))


if __name__ == "__main__":
    main()
