"""A slip in the data of workloads is named with file, entry and what to mend."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.checks import references
from knowledge.checks import workload as checks
from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge
from knowledge.loader import DATA, _Files, _workload, find_problems

FILE = "workload.toml"
SLIPS = {
    "a default lies outside its range": (r"default = 360", "default = 3600", "aht_seconds"),
    "a range is upside down": (r"range = \[180, 900\]", "range = [900, 180]", "`range`"),
    "a range is one number": (r"range = \[180, 900\]", "range = 180", "`range`"),
    "a range is usual but not accepted": (r"range = \[180, 900\]", "range = [180, 99999]", "`all"),
    "a default is a text": (r"default = 360", 'default = "360"', "`default`"),
    "a default is missing": (r"default = 360\n", "", "`default`"),
    "a figure is infinite": (r"default = 360", "default = inf", "`default`"),
    "a unit is unknown": (r'unit = "seconds"', 'unit = "ticks"', "`unit`"),
    "a kind is unknown": (r'kind = "goal"', 'kind = "wish"', "`kind`"),
    "an amount has become a goal": (
        r'id = "calls"\nkind = "amount"',
        'id = "calls"\nkind = "goal"\ndefault = 1\nrange = [1, 2]\nsources = ["PYW"]',
        "`kind` must be amount",
    ),
    "an estimate has no source": (r'sources = \["KAY".*\n', "", "`sources` is missing"),
    "a source does not exist": (r'"KAY"', '"KAYAK"', "source 'KAYAK'"),
    "a formula's source does not exist": (r'\["FCB", "PVP"\]', '["FCP"]', "source 'FCP'"),
    "a name has no Chinese": (r'name.zh = "每天的订单"\n', "", "`name.zh`"),
    "a quantity was removed": (r'id = "shrinkage"', 'id = "shrinking"', "quantity is missing"),
    "a quantity is of no use": (r'id = "shrinkage"', 'id = "moon"', "nothing reckons with"),
    "a formula was removed": (r'id = "on_shift"', 'id = "off_shift"', "formula is missing"),
    "a formula is of no use": (r'id = "on_shift"', 'id = "off_shift"', "nothing reckons with"),
    "a formula shows a strange figure": (r"\{load\}", "{weight}", "figure 'weight'"),
    "a formula differs between languages": (r"\{load\} without", "{agents} without", "placeholder"),
    "an id is used twice": (r'id = "shrinkage"', 'id = "absence"', "used twice"),
}


def found(folder: Path, knowledge: Knowledge) -> list[KnowledgeError]:
    """Find the problems of the file of workloads in a folder, beside sound knowledge."""
    try:
        workload = _workload(_Files(folder))
    except KnowledgeError as error:
        return [error]
    broken = replace(knowledge, workload=workload)
    return [*references.problems(broken), *checks.problems(broken)]


def edited(sentence: str) -> str:
    """Make a slip in the text of the file."""
    what, becomes, _ = SLIPS[sentence]
    count = 2 if "strange" in sentence else 1  # in both languages
    text, times = re.subn(what, becomes, (DATA / FILE).read_text("utf-8"), count=count)
    assert times == count
    return text


@pytest.mark.parametrize("sentence", SLIPS)
def test_the_entry_is_named_when(tmp_path: Path, knowledge: Knowledge, sentence: str) -> None:
    (tmp_path / FILE).write_text(edited(sentence), "utf-8")
    problems = [str(problem) for problem in found(tmp_path, knowledge)]
    assert any(SLIPS[sentence][2] in problem for problem in problems), problems
    assert all(problem.startswith(f"knowledge/data/{FILE}: ") for problem in problems)


def test_the_check_of_all_knowledge_covers_workloads(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    (tmp_path / "data" / FILE).write_text(edited("a formula was removed"), "utf-8")
    _, problems = find_problems(tmp_path / "data")
    assert "formula is missing" in str(problems[0])
