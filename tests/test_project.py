"""The project's files agree with each other: commands, configuration, package data."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.__main__ import main, steps

ROOT = Path(__file__).parent.parent
CHAT = "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/orgwright chat"
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/python -m tests"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def lines(file: str) -> list[str]:
    return [line.strip() for line in (ROOT / file).read_text("utf-8").splitlines()]


def test_the_readme_says_how_to_chat_in_one_command() -> None:
    assert lines("README.md").count(CHAT) == 1


def test_the_readme_says_how_to_check_everything_in_one_command() -> None:
    assert lines("README.md").count(TEST) == 1


def test_the_readme_has_no_other_way_to_set_up() -> None:
    assert [line for line in lines("README.md") if "-m venv" in line] == [CHAT, TEST]


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    assert lines(".ci/run")[-1] == TEST


def test_the_test_command_runs_every_kind_of_check() -> None:
    names = [name for name, _ in steps(long=False, expression=None)]
    assert names == ["format", "lint", "types", "imports", "tests", "invariants"]


def test_the_test_command_stops_at_the_first_step_that_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing = (("good", ["true"]), ("bad", ["false"]), ("never", ["true"]))
    monkeypatch.setattr("tests.__main__.steps", lambda **_: failing)
    assert main([]) == 1
    said = capsys.readouterr().out
    assert "FAILED: bad" in said
    assert "never" not in said


def test_every_library_has_bounds_a_reason_and_a_use() -> None:
    page = (ROOT / "bot/docs/decisions.md").read_text("utf-8")
    table = page.partition("| library | why |")[2]
    code = "".join(path.read_text("utf-8") for path in ROOT.glob("[bfk]*/**/*.py"))
    for library in PYPROJECT["project"]["dependencies"]:
        name, low, high = re.fullmatch(r"([\w-]+)>=([\d.]+),<([\d.]+)", library).groups()  # type: ignore[union-attr]
        assert [*map(int, low.split("."))] < [*map(int, high.split("."))]
        assert re.search(rf"(?<![\w-]){name}(?![\w-])", table), (
            f"{name} is not in bot/docs/decisions.md"
        )
        module = {"python-telegram-bot": "telegram"}.get(name, name.replace("-", "_"))
        assert re.search(rf"(?:import|from) {module}\b|\"{module}\"", code), f"{name} is not used"


def test_every_file_beside_the_modules_is_shipped() -> None:
    shipped = {glob.removeprefix("**/*") for glob in _package_data()}
    found = {
        path.suffix
        for package in ("bot", "flows", "knowledge")
        for path in (ROOT / package).rglob("*.*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    assert found <= shipped


def _package_data() -> list[str]:
    globs: list[str] = PYPROJECT["tool"]["setuptools"]["package-data"]["*"]
    return globs
