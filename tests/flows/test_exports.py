"""Asking for files: by button, by name, before there is a plan."""

from __future__ import annotations

import pytest

from bot.documents import FORMATS as MADE
from flows.exports import FORMATS, ExportWords
from flows.replies import Ask, ChooseFile, Say, ShowChart, ShowFile
from flows.text.table import LexiconError, Table
from tests.flows.talk import Talk, lexicon

PLANNED = "我们12个人做电销,刚起步"


@pytest.fixture
def planned() -> Talk:
    talk = Talk()
    talk.say(PLANNED)
    return talk


def test_every_format_offered_can_be_made() -> None:
    assert sorted(FORMATS) == sorted(MADE)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("导出PDF", "pdf"),
        ("發我一份PDF", "pdf"),
        ("导出成Excel表格", "xlsx"),
        ("export as a spreadsheet", "xlsx"),
        ("download it as csv", "csv"),
        ("导出成网页", "html"),
        ("導出成 SVG", "svg"),
        ("export to markdown", "md"),
    ],
)
def test_a_format_that_is_named_is_sent_at_once(planned: Talk, text: str, format: str) -> None:
    (reply,) = planned.say(text)
    assert isinstance(reply, ShowFile)
    assert reply.format == format


@pytest.mark.parametrize("text", ["导出图片", "把架构图发给我", "export as an image"])
def test_a_picture_is_the_chart(planned: Talk, text: str) -> None:
    (reply,) = planned.say(text)
    assert isinstance(reply, ShowChart)


@pytest.mark.parametrize(
    "text", ["导出", "下载", "匯出", "export", "Download the plan", "导出成PPT"]
)
def test_without_a_format_of_ours_all_are_offered(planned: Talk, text: str) -> None:
    (reply,) = planned.say(text)
    assert isinstance(reply, ChooseFile)


def test_a_file_of_no_plan_leads_to_the_plan() -> None:
    says, question = Talk().say("导出PDF")
    assert says == Say("chat.no_plan")
    assert isinstance(question, Ask)


def test_a_file_asked_for_amid_the_questions_leaves_them_open(planned: Talk) -> None:
    planned.tap(f"change:size:{planned.draft.plan}")
    _, question = planned.say("导出PDF")
    assert isinstance(question, Ask)
    assert question.slot == "size"


@pytest.mark.parametrize(
    "data",
    ["file:ts-g-55", "file:ts-g-55:exe", "file:nonsense:pdf", "chart:ts-g-55:pink", "files:"],
)
def test_a_button_of_nobodys_making_is_out_of_date(planned: Talk, data: str) -> None:
    assert planned.tap(data)[0] == Say("bad.stale")


def test_a_word_for_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(LexiconError, match=r"exports\.toml: formats\.docx: is no format; use one"):
        ExportWords.of(Table("exports.toml", {"formats": {"docx": ["word"]}}))


def test_an_ordinary_question_names_no_format() -> None:
    words = lexicon().exports
    assert words.format_of("客服主管做什么") is None
    assert words.format_of("who reports to whom?") is None
