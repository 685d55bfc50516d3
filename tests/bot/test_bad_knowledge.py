"""An editor's slip in the data is named with file, entry and what to mend, never a traceback."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from knowledge.loader import DATA
from tests.bot.command import run

TS, ROLES = "channels/telesales.toml", "roles/telesales.toml"


class Slip(NamedTuple):
    """A slip: in which entry of a file what becomes what, and what must be said of it."""

    file: str
    entry: str
    what: str
    becomes: str
    said: str


LINE = r"(?m)^{}\b.*\n"  # a whole line that starts with a key
SLIPS = {
    "rules leave a gap": Slip(TS, "TS-02", r"sizes = \[14,", "sizes = [16,", "sizes 14 to 15"),
    "rules overlap": Slip(TS, "TS-02", r"sizes = \[14,", "sizes = [12,", "overlaps"),
    "a rule starts behind its end": Slip(TS, "TS-02", r"sizes = \[14,", "sizes = [99,", "`sizes`"),
    "the last rule ends too early": Slip(TS, "TS-04", "5000", "4999", "must end at 5000"),
    "a size is no whole number": Slip(TS, "TS-02", r"sizes = \[14,", "sizes = [1.4,", "`sizes`"),
    "a rule has no source": Slip(TS, "TS-02", LINE.format("sources"), "", "`sources` is missing"),
    "a rule has an empty source list": Slip(
        TS, "TS-02", LINE.format("sources"), "sources = []\n", "`sources` must be"
    ),
    "a number has no source": Slip(TS, "TS-L03", LINE.format("sources"), "", "`sources`"),
    "a rule names no form": Slip(TS, "TS-02", "squads", "squad", "form 'squad'"),
    "a rule names an unknown source": Slip(TS, "TS-02", "SEED", "SEEDS", "source 'SEEDS'"),
    "a rule has an unknown stage": Slip(TS, "TS-02", "startup", "start-up", "`stage` must be"),
    "two rules have one id": Slip(TS, "TS-02", "TS-02", "TS-03", "two rules have this id"),
    "a reason has no Chinese": Slip(TS, "TS-02", LINE.format("because.zh"), "", "`because.zh`"),
    "a reason has no English": Slip(TS, "TS-02", LINE.format("because.en"), "", "`because.en`"),
    "a text is blank": Slip(
        TS, "TS-02", LINE.format("because.zh"), 'because.zh = "  "\n', "`because.zh` is missing"
    ),
    "a third language is written": Slip(
        TS, "TS-02", "because.zh", 'because.fr = "x"\nbecause.zh', "`because.fr`"
    ),
    "placeholders differ": Slip(TS, "file", "事业部{n}", "事业部{m}", "placeholders"),
    "placeholders of a list differ": Slip(
        "forms.toml", "founder_led", '"有事当场就能定"', '"有事当场就能定{n}"', "placeholders"
    ),
    "lists differ in length": Slip(
        "forms.toml", "founder_led", '  "有事当场就能定",\n', "", "they must match"
    ),
    "a key is misspelt": Slip(TS, "TS-L03", "from_base", "form_base", "unknown key `form_base`"),
    "a top-level key is misspelt": Slip(TS, "file", "hands_on_until", "hand_until", "hand"),
    "a ratio lies outside its range": Slip(TS, "TS-L03", "one_per = 6", "one_per = 7", "outside"),
    "a ratio makes a form impossible": Slip(
        TS, "TS-L01", "one_per = 12", "one_per = 6", "TS-L01: makes 2 levels of leaders"
    ),
    "a post makes a form impossible": Slip(
        "channels/ecommerce.toml",
        "EC-L02",
        "from_size = 21",
        "from_size = 5",
        "EC-L02: makes 2 levels of leaders",
    ),
    "a form needs more leaders than there are": Slip(
        TS, "TS-L01", "one_per = 12", "one_per = 15", "TS-06: the form squads has two levels"
    ),
    "a ratio counts nothing": Slip(TS, "TS-L03", LINE.format("of"), "", "needs `of`"),
    "a line says twice when": Slip(TS, "TS-L03", "one_per", "fixed = 1\none_per", "exactly one"),
    "a line counts an unknown role": Slip(
        TS, "TS-L03", r'of = \["telesales_team_leader"', 'of = ["team_lead"', "role 'team_lead'"
    ),
    "usual sizes leave a gap": Slip(TS, "file", r"\[13, 60\]", "[15, 60]", "without gaps"),
    "usual sizes are no ranges": Slip(TS, "file", r"\[13, 60\]", "13", "three ranges"),
    "a role reports to nobody known": Slip(
        ROLES, "telesales_manager", '"telesales_director"', '"cso"', "role 'cso'"
    ),
    "roles report in a circle": Slip(
        ROLES, "telesales_director", '"founder_ceo"', '"telesales_manager"', "in a circle"
    ),
    "a role owns an unknown function": Slip(
        ROLES, "telesales_agent", r"(?m)^functions = \[", 'functions = ["selling", ', "'selling'"
    ),
    "a function names an owner that does not own it": Slip(
        "functions.toml", "recruiting", r"(?m)^owners = \[", 'owners = ["coo", ', "`owners`"
    ),
    "a measure has an unknown unit": Slip(
        ROLES, "telesales_agent", r'unit = "[^"]+"', 'unit = "stones"', "unit 'stones'"
    ),
    "two roles have one id": Slip(ROLES, "sdr", '"sdr"', '"closer"', "used twice"),
    "two pieces of advice have one id": Slip(
        "playbooks/telesales.toml",
        "ts-process-early",
        "ts-process-early",
        "ts-cadence-early",
        "used twice",
    ),
    "a role has no id": Slip(ROLES, "sdr", LINE.format("id"), "", "`id` is missing"),
    "two roles claim a title": Slip(
        ROLES,
        "telesales_agent",
        r"aliases.zh = \[",
        'aliases.zh = [ "电销中心总监",',
        "电销中心总监",
    ),
    "a title is no text": Slip(
        ROLES, "telesales_agent", r"aliases.zh = \[", "aliases.zh = [ 5,", "`aliases.zh`"
    ),
    "a shared title names an unknown role": Slip(
        "ambiguous.toml", "file", r"(?m)^roles = \[", 'roles = ["boss", ', "'boss'"
    ),
    "a function has no owner known": Slip(
        "functions.toml", "recruiting", LINE.format("primary_owner"), 'primary_owner = "x"\n', "'x'"
    ),
    "a function needs an unknown variant": Slip(
        "functions.toml", "recruiting", "shareable", 'only_with = ["moon"]\nshareable', "'moon'"
    ),
    "a variant belongs to no channel": Slip(
        "variants.toml", "full_cycle", '"telesales"', '"sales"', "channel 'sales'"
    ),
    "advice is for an unknown stage": Slip(
        "playbooks/telesales.toml", "ts-process-early", '"startup"', '"start"', "`stages`"
    ),
    "advice is for an unknown place": Slip(
        "playbooks/telesales.toml", "ts-process-early", "topic", 'place = "fr"\ntopic', "`place`"
    ),
    "a source is of no known kind": Slip(
        "sources.toml", "SEED", "practice", "hearsay", "`kind` must be one of study"
    ),
    "a stage is missing": Slip(
        "stages.toml", "mature", r'id = "mature"', 'id = "growth"', "mature"
    ),
    "a task force has no leader": Slip(
        "taskforces.toml", "file", "leads = true\n", "", "must have `leads = true`"
    ),
    "a seat names an unknown role": Slip(
        "taskforces.toml", "file", '"cs_qa", "voc', '"moon", "voc', "role 'moon'"
    ),
    "a seat takes more time than there is": Slip(
        "taskforces.toml", "file", r"share = \[30, 50\]", "share = [30, 150]", "`share` must be"
    ),
    "a limit is no percentage": Slip(
        "taskforces.toml", "file", "unit = 20", "unit = 0", "`unit` must be a percentage"
    ),
    "an entry is no table": Slip("units.toml", "file", r"(?s)\[\[unit.*", "unit = [5]", "tables"),
}


def folder(file: Path) -> None:
    """Put a folder in the place of a file."""
    file.unlink()
    file.mkdir()


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file is missing": (Path.unlink, "the file is missing"),
    "a file is a folder": (folder, "cannot be read"),
    "a file is empty": (lambda file: file.write_bytes(b""), "is missing"),
    "a file is no TOML": (lambda file: file.write_text("[[form"), "not valid TOML"),
    "a file is not UTF-8": (lambda file: file.write_bytes(b'x = "\xff"'), "not valid TOML"),
    "a file is binary": (lambda file: file.write_bytes(bytes(range(256))), "not valid TOML"),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def edited(text: str, slip: Slip) -> str:
    """Make the slip inside its entry, or anywhere for the entry `file`."""
    start = 0 if slip.entry == "file" else text.index(f'\nid = "{slip.entry}"\n')
    end = text.find("\n[[", start) if start else len(text)
    end = len(text) if end < 0 else end + 1
    entry, times = re.subn(slip.what, slip.becomes, text[start:end], count=1)
    assert times == 1, f"nothing to edit: {slip.what}"
    return text[:start] + entry + text[end:]


def check(data: Path) -> list[str]:
    """Run the check of a folder that is broken; gives the lines of its complaint."""
    result = run("knowledge", "check", "--data", str(data))
    assert result.exit_code == 2
    assert not result.stdout
    return result.stderr.splitlines()


@pytest.mark.parametrize("sentence", SLIPS)
def test_the_check_names_file_and_entry_when(data: Path, sentence: str) -> None:
    slip = SLIPS[sentence]
    file = data / slip.file
    file.write_text(edited(file.read_text("utf-8"), slip), "utf-8")
    problems = check(data)
    named = [line for line in problems if slip.said in line]
    assert named, problems
    assert any(line.split(": ")[0] == f"knowledge/data/{slip.file}" for line in problems), problems
    assert all(len(line.split(": ")) >= 3 for line in problems), "file: entry: sentence"


@pytest.mark.parametrize("sentence", FILES)
@pytest.mark.parametrize("name", ["forms.toml", TS])
def test_the_check_names_the_file_when(data: Path, sentence: str, name: str) -> None:
    spoil, said = FILES[sentence]
    spoil(data / name)
    (problem,) = check(data)
    assert problem.startswith(f"knowledge/data/{name}: file: ")
    assert said in problem


def test_the_check_of_a_folder_that_does_not_exist_names_the_first_file(tmp_path: Path) -> None:
    assert "the file is missing" in check(tmp_path / "nowhere")[0]


def test_every_problem_is_named_at_once(data: Path) -> None:
    for sentence in ("rules leave a gap", "a rule names no form", "two roles claim a title"):
        slip = SLIPS[sentence]
        file = data / slip.file
        file.write_text(edited(file.read_text("utf-8"), slip), "utf-8")
    assert len(check(data)) == 3


def test_sound_knowledge_passes_and_says_what_was_checked(data: Path) -> None:
    result = run("knowledge", "check", "--data", str(data))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "102 roles" in result.stdout
