"""Changing a plan by sentences and taps: edits, undo, versions, and what is no edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from flows.codes import decode
from flows.conversation import step
from flows.draft import EMPTY, Draft
from flows.editing.replies import AskName, ChooseNewRole, ChoosePlace, NotEdited
from flows.questions import from_brief
from flows.replies import Incoming, Reply, Said, Say, ShowPlan, Tapped
from knowledge.edits import Add, Edit, Resize, Staff, Title
from tests.flows.talk import knowledge, lexicon

CASES = Path(__file__).parents[1] / "cases" / "edit_sentences.tsv"


def _cases() -> Iterator[tuple[str, str, str]]:
    for line in CASES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code, sentence, expected = line.split("\t")
            yield code, sentence, expected


class Editing:
    """Somebody who looks at a plan and changes it."""

    def __init__(self, code: str) -> None:
        brief = decode(knowledge(), code)
        assert brief
        self.draft: Draft = from_brief(EMPTY, brief, code)
        self.replies: tuple[Reply, ...] = ()

    def say(self, text: str) -> tuple[Reply, ...]:
        return self._take(Said(text, None))

    def tap(self, data: str) -> tuple[Reply, ...]:
        return self._take(Tapped(data, None))

    def _take(self, incoming: Incoming) -> tuple[Reply, ...]:
        self.draft, self.replies = step(knowledge(), lexicon(), self.draft, incoming)
        return self.replies

    def edits(self) -> tuple[Edit, ...]:
        brief = self.draft.current(knowledge())
        return brief.edits if brief else ()

    @property
    def people(self) -> int:
        brief = self.draft.current(knowledge())
        assert brief
        return self.draft.shelf.plan(knowledge(), brief).people


def _written(edit: Edit) -> str:
    values = (str(getattr(edit, field.name)) for field in fields(edit))
    return " ".join([type(edit).__name__.lower(), *values])


def _answer(replies: tuple[Reply, ...]) -> str:
    last = replies[-1]
    if isinstance(last, ShowPlan) and last.brief.edits:
        return "; ".join(map(_written, last.brief.edits))
    return " ".join(map(_named, replies))


def _named(reply: Reply) -> str:
    parts = [type(reply).__name__]
    parts += [str(getattr(reply, name)) for name in ("key", "role") if hasattr(reply, name)]
    if hasattr(reply, "posts"):
        parts.append(",".join(reply.posts))
    return ":".join([*parts, reply.code] if isinstance(reply, ShowPlan) else parts)


@pytest.mark.parametrize(("code", "sentence", "expected"), list(_cases()))
def test_a_sentence_changes_the_plan_as_it_says(code: str, sentence: str, expected: str) -> None:
    assert _answer(Editing(code).say(sentence)) == expected


def test_the_first_change_makes_a_plan_of_its_own() -> None:
    editing = Editing("ec-g-20")
    editing.say("加个美工")
    assert editing.draft.plan == "@1"
    assert editing.people == 21
    assert editing.draft.size == 21, "what is known counts everybody"


def test_changes_are_taken_back_and_made_again_one_by_one() -> None:
    editing = Editing("ec-g-20")
    editing.say("加个美工")
    editing.say("客服主管叫Lily")
    first, second = editing.edits()
    editing.say("撤销")
    assert editing.edits() == (first,)
    editing.tap("undo:@1")
    assert editing.edits() == ()
    assert editing.say("重做")
    editing.tap("repeat:@1")
    assert editing.edits() == (first, second)
    assert editing.tap("repeat:@1") == (Say("edit.nothing_to_redo"),)


def test_a_change_of_several_edits_is_taken_back_as_one() -> None:
    editing = Editing("ts-g-55")
    editing.say("坐席改成50个")
    assert len(editing.edits()) == 4
    editing.say("undo")
    assert editing.edits() == ()


def test_a_new_change_forgets_what_was_taken_back() -> None:
    editing = Editing("ec-g-20")
    editing.say("加个美工")
    editing.say("撤销")
    editing.say("加个摄影师")
    assert editing.tap("repeat:@1") == (Say("edit.nothing_to_redo"),)


def test_another_size_keeps_the_changes_and_leaves_the_plan_before_alone() -> None:
    editing = Editing("ec-g-20")
    editing.say("加一个HR")
    editing.say("改成30人")
    assert editing.draft.plan == "@2"
    assert editing.people == 30, "the added person is one of the 30"
    assert any(isinstance(edit, Add) and edit.role == "hr_manager" for edit in editing.edits())
    kept = editing.draft.shelf.find("@1")
    assert kept
    assert kept.brief.size == 20


def test_more_people_are_counted_from_those_that_are_there() -> None:
    editing = Editing("ec-g-20")
    editing.say("加一个HR")
    editing.say("再加3个人")
    assert editing.people == 24


def test_versions_are_saved_compared_and_gone_back_to() -> None:
    editing = Editing("ec-g-20")
    editing.say("加个美工")
    saved = editing.edits()
    editing.say("存为版本 给老板看的")
    editing.say("不要美工了")
    changed = editing.edits()
    editing.tap("restore:@1:1")
    assert editing.edits() == saved
    kept = editing.draft.shelf.find("@1")
    assert kept
    assert [version.edits for version in kept.versions] == [saved, changed], "nothing is lost"
    assert [version.name for version in kept.versions] == ["给老板看的", ""]


def test_names_are_asked_for_and_taken_as_they_are_typed() -> None:
    editing = Editing("ec-g-20")
    (asked,) = editing.tap("name:title:ec-g-20:p2")
    assert isinstance(asked, AskName)
    editing.say("Head of Care")
    assert editing.edits() == (Title("p2", "Head of Care"),)
    editing.tap("name:staff:@1:p3")
    editing.say("小王、Tom")
    assert editing.edits()[1:] == (Staff("p3", ("小王", "Tom")),)


def test_a_name_that_is_too_long_is_asked_for_again() -> None:
    editing = Editing("ec-g-20")
    editing.tap("name:title:ec-g-20:p2")
    assert editing.say("x" * 41) == (Say("edit.name_length"),)
    editing.say("Care")
    assert editing.edits() == (Title("p2", "Care"),)


def test_a_name_is_dropped_by_cancel() -> None:
    editing = Editing("ec-g-20")
    editing.tap("name:title:ec-g-20:p2")
    assert editing.say("取消") == (Say("edit.name_dropped"),)
    assert editing.edits() == ()


def test_what_cannot_be_changed_is_refused_with_the_reason() -> None:
    editing = Editing("ec-g-20")
    (reply,) = editing.tap("cut:ec-g-20:p1")
    assert isinstance(reply, NotEdited)
    assert reply.why.code == "head"
    assert editing.draft.plan == "ec-g-20"


def test_buttons_add_move_and_count() -> None:
    editing = Editing("ec-g-20")
    editing.tap("add:ec-g-20:ec_photographer")
    editing.tap("more:@1:p8")
    assert editing.edits()[-1] == Resize("p8", 3)
    assert isinstance(editing.tap("place:@1:move:p8")[0], ChoosePlace)
    editing.tap("move:@1:p8:p2")
    editing.tap("split:@1:p3")
    assert isinstance(editing.tap("new:@1:p5:2")[0], ChooseNewRole)
    assert editing.people == 22


@pytest.mark.parametrize(
    "data",
    [
        *("edit", "edit:", "edit:@9", "edit:@1:0", "post:ec-g-20:p99", "post:ec-g-20"),
        *("place:ec-g-20", "place:ec-g-20:throw:p2", "place:ec-g-20:move:p77", "add:ec-g-20:boss"),
        *("more:ec-g-20:p99", "move:ec-g-20:p2", "name:body:ec-g-20", "name:title:ec-g-20:p99"),
        *("versions:ec-g-20:4", "restore:ec-g-20:1", "compare", "compare:ec-g-20:@4", "undo:!x"),
        *("merge:ec-g-20", "split:ec-g-20", "cut:ec-g-20", "link:ec-g-20:x", "bin:@7", "plans:x"),
    ],
)
def test_data_that_no_button_carries_is_an_expired_button(data: str) -> None:
    editing = Editing("ec-g-20")
    assert editing.tap(data)[0] == Say("bad.stale")
    assert editing.edits() == ()


def test_single_posts_wait_until_the_questions_are_answered() -> None:
    draft = replace(EMPTY, channel="ecommerce", stage="growth", size=20, asked="variant")
    after, replies = step(knowledge(), lexicon(), draft, Said("加一个质检", None))
    assert replies[0] == Say("edit.too_early")
    assert after.size == 20
