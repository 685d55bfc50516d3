"""The pages for editors of the knowledge: the changes they show work, with those answers."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import tomli

from knowledge.brief import Brief
from knowledge.loader import DATA, find_problems, load
from knowledge.model import STAGES
from knowledge.plan import plan
from tests.docs.pages import (
    EDITORS,
    EDITORS_CHINESE,
    MODULE,
    PROGRAM,
    ROOT,
    Block,
    blocks,
    commands,
    of_kind,
    prose,
    shell_lines,
)
from tests.knowledge.soundness import faults

FILES = {
    "source": "sources.toml",
    "role": "roles/customer_service.toml",
    "line": "channels/customer_service.toml",
    "rule": "channels/customer_service.toml",
    "kit": "kits/customer_service.toml",
}
PAGES = (EDITORS, EDITORS_CHINESE)


def entries(content: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Give the kind, the id and the values of each entry of TOML."""
    for kind, found in tomli.loads(content).items():
        for entry in found if isinstance(found, list) else ():
            if isinstance(entry, dict):
                yield kind, str(entry.get("id") or entry.get("role")), entry


@cache
def known(kind: str) -> dict[str, dict[str, object]]:
    content = (DATA / FILES[kind]).read_text("utf-8")
    return {name: entry for found, name, entry in entries(content) if found == kind}


def edits() -> Iterator[tuple[str, str, str]]:
    """Give the file, the old and the new lines of each change of the page."""
    for content in of_kind(EDITORS, "diff"):
        for change in content.split("--- ")[1:]:
            file, _, lines = change.partition("\n")
            rows = lines.splitlines()
            old = "".join(f"{row[1:]}\n" for row in rows if row[0] in " -")
            new = "".join(f"{row[1:]}\n" for row in rows if row[0] in " +")
            yield file, old, new


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Make a change at the only place where its old lines stand."""
    content = (folder / file).read_text("utf-8")
    assert content.count(old) == 1, f"{file} has these lines {content.count(old)} times:\n{old}"
    (folder / file).write_text(content.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with every change of the page."""
    folder = tmp_path_factory.mktemp("changed")
    for package in ("bot", "flows", "knowledge"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("*.pyc"))
    for change in edits():
        edit(folder, *change)
    for content in of_kind(EDITORS, "toml"):
        for kind, name, _ in entries(content):
            if name not in known(kind):
                with (folder / "knowledge/data" / FILES[kind]).open("a", encoding="utf-8") as file:
                    file.write(f"\n{content}")
    for line in shell_lines(EDITORS):
        if line.startswith(MODULE):
            started(folder, line.removeprefix(MODULE))
    return folder


def said(line: str, folder: Path, typed: str = "") -> str:
    """Run a line of the page in a copy of the program."""
    return started(folder, "bot", *shlex.split(line.removeprefix(PROGRAM)), typed=typed)


def started(folder: Path, module: str, *arguments: str, typed: str = "") -> str:
    result = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env={"PATH": "", "PYTHONUTF8": "1", "ORGWRIGHT_STORE_PATH": str(folder / "o.db")},
        input=typed,
        timeout=120,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def shown(page: str) -> Iterator[tuple[str, str, bool]]:
    """Give each command that an answer is shown for, the answer, and whether it is changed data."""
    seen: list[Block] = []
    for block in blocks(page):
        if block.kind == "text":
            asked = next(one for one in reversed(seen) if one.kind == "sh")
            yield asked.lines()[-1], block.content, any(one.kind == "diff" for one in seen)
        seen.append(block)


@pytest.mark.parametrize("page", PAGES)
def test_the_answers_are_those_before_and_after_the_change(page: str, changed: Path) -> None:
    answers = list(shown(page))
    assert [is_after for _, _, is_after in answers] == [False, True, True, True]
    for line, content, is_after in answers:
        assert content in said(line, changed if is_after else ROOT)


def test_the_checker_finds_nothing_wrong_with_the_change(changed: Path) -> None:
    assert said(f"{PROGRAM}knowledge check", changed).startswith("The knowledge is sound.")


def test_every_other_command_of_the_page_works_on_the_change(changed: Path) -> None:
    tried = {line for line, _, _ in shown(EDITORS)} | {f"{PROGRAM}knowledge check"}
    for line in dict.fromkeys(commands(EDITORS)):
        if line not in tried:
            assert said(line, changed).strip()


def test_plans_are_sound_after_the_change(changed: Path) -> None:
    knowledge = load(changed / "knowledge/data")
    for stage in STAGES:
        for size in range(1, 81):
            made = plan(knowledge, Brief("customer_service", stage, False, size, size, ()))
            assert list(faults(knowledge, made)) == [], (stage, size)


def test_a_border_that_moved_in_one_rule_only_is_refused(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "knowledge/data")
    (moved, *_) = (change for change in edits() if "sizes" in change[1])
    edit(tmp_path, *moved)
    _, problems = find_problems(tmp_path / "knowledge/data")
    assert ["12" in str(problem) for problem in problems] == [True]


def test_new_phrases_are_said_and_understood_after_the_change(changed: Path) -> None:
    answer = said("chat --lang zh-Hans", changed, "隐私条款\n")
    assert "想搭哪种团队？" in answer
    assert "存什么：" in answer


def test_entries_that_explain_are_those_of_the_data() -> None:
    explained = [
        (kind, name, entry)
        for content in of_kind(EDITORS, "toml")
        for kind, name, entry in entries(content)
        if name in known(kind)
    ]
    assert [(kind, name) for kind, name, _ in explained] == [("line", "CS-S01"), ("rule", "CS-05")]
    for kind, name, entry in explained:
        assert entry == known(kind)[name]


@pytest.mark.parametrize("page", PAGES)
def test_every_file_of_the_data_is_in_the_table(page: str) -> None:
    for path in sorted(DATA.iterdir()):
        assert f"`{path.name}/*.toml`" in prose(page) or f"`{path.name}`" in prose(page)
