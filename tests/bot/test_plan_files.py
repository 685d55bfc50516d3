"""`orgwright plan` writes files: endings, folders, several pictures, standard output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.documents import FORMATS
from tests.bot.command import real, run

OPTIONS = ("--channel", "telesales", "--stage", "growth", "--size", "12", "--lang", "zh-Hans")
LARGE = ("--channel", "marketing", "--stage", "mature", "--size", "1000", "--lang", "en")
pytestmark = pytest.mark.usefixtures("loaded")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("plan.pdf", b"%PDF"),
        ("plan.PNG", b"\x89PNG"),
        ("plan.svg", b"<svg"),
        ("plan.mmd", b"---"),
        ("plan.gv", b"digraph"),
        ("plan.json", b"{"),
        ("plan.txt", "电销团队".encode()),
        ("plan", "电销团队".encode()),
    ],
)
def test_the_ending_of_the_file_decides_the_format(tmp_path: Path, name: str, start: bytes) -> None:
    assert run("plan", *OPTIONS, "-o", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_format_that_is_given_wins_over_the_ending(tmp_path: Path) -> None:
    assert run("plan", *OPTIONS, "--format", "dot", "-o", str(tmp_path / "x.txt")).exit_code == 0
    assert (tmp_path / "x.txt").read_bytes().startswith(b"digraph")


@pytest.mark.parametrize("format", FORMATS)
def test_a_folder_gets_the_file_under_a_name_made_of_the_plan(tmp_path: Path, format: str) -> None:
    written = run("plan", *OPTIONS, "--format", format, "-o", str(tmp_path))
    assert written.exit_code == 0, written.output
    (file,) = tmp_path.iterdir()
    assert file.name.startswith("电销团队-12人-成长期.")
    assert str(file) in written.stderr


def test_a_folder_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    assert run("plan", *OPTIONS, "--format", "svg", "-o", f"{tmp_path}/new/").exit_code == 0
    assert [file.suffix for file in (tmp_path / "new").iterdir()] == [".svg"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused = run("plan", *OPTIONS, "--format", "svg", "-o", f"{tmp_path}/file/new/")
    assert refused.exit_code == 2
    assert "Cannot make the folder" in refused.stderr


def test_several_pictures_are_numbered(tmp_path: Path) -> None:
    assert run("plan", *LARGE, "-o", str(tmp_path / "chart.svg")).exit_code == 0
    names = sorted(file.name for file in tmp_path.iterdir())
    assert len(names) > 1
    assert names == [f"chart-{n}.svg" for n in range(1, len(names) + 1)]


def test_several_pictures_do_not_go_to_standard_output() -> None:
    refused = run("plan", *LARGE, "--format", "svg", "-o", "-")
    assert refused.exit_code == 2
    assert "-o chart.svg" in refused.stderr


def test_a_picture_goes_to_standard_output_byte_by_byte() -> None:
    written = real("plan", *OPTIONS, "--format", "png", "-o", "-").stdout
    assert written.startswith(b"\x89PNG")
    assert written.endswith(b"IEND\xaeB`\x82")


def test_text_and_json_go_to_standard_output_too() -> None:
    assert run("plan", *OPTIONS, "-o", "-").stdout.startswith("电销团队")
    assert json.loads(run("plan", *OPTIONS, "--format", "json", "-o", "-").stdout)["posts"]


def test_the_theme_changes_the_picture(tmp_path: Path) -> None:
    for theme in ("light", "dark"):
        run("plan", *OPTIONS, "--theme", theme, "-o", str(tmp_path / f"{theme}.svg"))
    assert (tmp_path / "light.svg").read_bytes() != (tmp_path / "dark.svg").read_bytes()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    refused = run("plan", *OPTIONS, "-o", str(tmp_path / "none" / "plan.pdf"))
    assert refused.exit_code == 2
    assert "choose another file with -o" in refused.stderr
