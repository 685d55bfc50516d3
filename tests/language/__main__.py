"""`python -m tests.language [dev|test]`: how much is understood, by language and kind.

Prints shares in percent. `--failures` lists what was not understood; use it on dev only, so that
test stays a fair measure.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import quantiles
from time import perf_counter

from bot.api import Api, meaning_json
from flows.understand import understand
from tests.language.cases import SETS, BriefCase, RoleCase, brief_cases, role_cases
from tests.language.score import role_outcome, slot_outcomes

Line = tuple[str, str]  # a label that groups, and an outcome


class Report:
    """Answers every case of a set and counts."""

    def __init__(self, name: str, *, tells_failures: bool) -> None:
        self.name, self.tells_failures = name, tells_failures
        self.api = Api.load()
        self.api.core.warm_up()
        self.times: list[float] = []

    def print(self) -> None:
        """Print everything."""
        roles = [(case, self._role(case)) for case in role_cases(self.name)]
        inside = [(case, o) for case, (o, _) in roles if not case.is_out]
        facets = [
            (case, "right" if facet in case.facets else "wrong")
            for case, (outcome, facet) in roles
            if outcome == "right"
        ]
        outside = [(case, o) for case, (o, _) in roles if case.is_out]
        _table("role questions", inside)
        _table("facet of those", facets)
        _table("out of scope (wrong = a false answer)", outside)
        briefs = [(case, self._brief(case)) for case in brief_cases(self.name)]
        _table("briefs, all slots right", [(c, _whole(slots)) for c, slots in briefs])
        _slots(briefs)
        parts = quantiles(self.times, n=100)
        count = f"{len(self.times)} messages to a program just started"
        print(f"\n{count}: median {parts[49]:.2f} ms, p99 {parts[98]:.2f} ms")

    def _role(self, case: RoleCase) -> tuple[str, str]:
        start = perf_counter()
        answer = self.api.ask({"text": case.text, "channel": case.channel})
        self.times.append((perf_counter() - start) * 1000)
        outcome = role_outcome(case, answer)
        if self.tells_failures and outcome != ("refused" if case.is_out else "right"):
            named = answer["role"] and answer["role"]["id"]
            others = [other["id"] for other in answer["alternatives"]]
            wanted = "|".join("+".join(sorted(group)) for group in case.roles) or "-"
            print(f"{outcome}\t{case.kind}\t{case.text}\t{wanted}\t{named} {others}")
        return outcome, answer["facet"]

    def _brief(self, case: BriefCase) -> dict[str, str]:
        start = perf_counter()
        meaning = meaning_json(understand(self.api.core.lexicon, case.text))
        self.times.append((perf_counter() - start) * 1000)
        slots = slot_outcomes(case, meaning)
        wrong = {slot: outcome for slot, outcome in slots.items() if outcome != "right"}
        if self.tells_failures and wrong:
            wanted = {slot: "|".join(ways) for slot, ways in case.slots if slot in wrong}
            print(f"brief\t{case.kind}\t{case.text}\t{wanted}\t{meaning}")
        return dict(slots)


def _whole(slots: dict[str, str]) -> str:
    return "right" if set(slots.values()) == {"right"} else "wrong"


def _table(title: str, found: Sequence[tuple[RoleCase | BriefCase, str]]) -> None:
    print(f"\n{title} ({len(found)})")
    groups: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for case, outcome in found:
        for group in ("all", case.language, case.kind):
            groups[group][outcome] += 1
    for group, counts in groups.items():
        print(f"  {group:12} {counts.total():4}  {_shares(counts)}")


def _slots(briefs: Iterable[tuple[BriefCase, dict[str, str]]]) -> None:
    print("\nslots of briefs")
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for case, slots in briefs:
        for slot, ways in case.slots:
            counts[slot][slots[slot]] += 1
            counts[slot]["said"] += ways != ("-",)
    for slot, found in counts.items():
        said = found.pop("said")
        print(f"  {slot:12} {found.total():4}  said {said:4}  {_shares(found)}")


def _shares(counts: Counter[str]) -> str:
    return "  ".join(f"{name} {n / counts.total():.1%}" for name, n in counts.most_common())


def main() -> None:
    """Report on one set."""
    parser = argparse.ArgumentParser(prog="python -m tests.language", description=__doc__)
    parser.add_argument("set", nargs="?", choices=SETS, default="dev")
    parser.add_argument("--failures", action="store_true", help="list what was not understood")
    options = parser.parse_args()
    Report(options.set, tells_failures=options.failures).print()


if __name__ == "__main__":
    main()
