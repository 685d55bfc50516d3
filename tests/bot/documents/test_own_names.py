"""Titles and names of the user's own stand whole in every document, and break none of them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.core import Core
from bot.documents import csv as csv_file
from bot.documents import html, make, md, mermaid, xlsx
from bot.documents.contents import Contents, contents
from bot.documents.dot import write as write_dot
from bot.exports import plan_json
from bot.words import Language
from bot.words.voice import voice
from knowledge.edits import Add, Edit, Remove, Resize, Split, Staff, Title
from tests.bot import schemas
from tests.bot.documents import test_dot, test_markdown, test_mermaid
from tests.bot.documents.reports import read as read_report
from tests.bot.documents.reports import squeezed, texts
from tests.bot.documents.workbooks import COVERAGE, HIRES, POSTS, ROLES, cells, table
from tests.bot.documents.workbooks import read as read_book
from tests.knowledge.edits.teams import BRIEF

LONG = "名" * 40
FORMULA = '=HYPERLINK("http://x","y")'
BAD = (
    FORMULA,
    "+1",
    "@SUM(A1)",
    "<script>x()</script>",
    '"]; click p1 "',
    "#quot;--> p1",
    "a|b`c*d_e",
    "\\N$x$",
    "%%{init}%%",
)
EDITS: tuple[Edit, ...] = (
    Title("p2", "Lily & Co"),
    Resize("p3", 5),
    Staff("p3", ("王芳", "Tom")),
    Title("p12", LONG),
    Add("hr_manager", "p1", 2),
    Split("p6", 2),
    Remove("p9"),
)


def _made(core: Core, *edits: Edit, language: Language = "zh-Hans") -> Contents:
    return contents(core, language, replace(BRIEF, edits=edits))


@pytest.fixture(scope="module")
def made(core: Core) -> Contents:
    return _made(core, *EDITS)


def _bad(core: Core) -> Iterator[Contents]:
    """Give plans in which every bad text is a title of one post and a name in another."""
    for text in BAD:
        yield _made(core, Title("p2", text), Staff("p3", (text, text)))


def test_a_post_is_called_by_title_with_role_and_people(made: Contents) -> None:
    labels = {post.id: post.label for post in made.posts}
    assert labels["p2"] == "Lily & Co（电商客服主管）"
    assert labels["p3"] == "售前客服 · 王芳、Tom"
    assert labels["p12"].startswith(LONG)
    assert labels["p4"] == "售后客服"


def test_the_size_of_every_document_is_that_of_the_edited_team(made: Contents) -> None:
    assert made.people == sum(post.people for post in made.posts) == 23
    assert "23 人" in made.title


def test_the_file_is_named_by_the_people_there_are(core: Core) -> None:
    (file,) = make(core, "zh-Hans", replace(BRIEF, edits=EDITS), "csv")
    assert "23" in file.name


def test_the_hiring_order_counts_everybody_once(made: Contents) -> None:
    sizes = [row.size for row in made.sequence]
    assert sizes == list(range(1, len(sizes) + 1))
    inside = [row for row in made.sequence if row.size <= made.people]
    assert sum(row.because == "你加的" for row in inside) == 4
    assert not any("推广专员" in row.role for row in inside)


def test_the_table_of_posts_names_boxes_by_title_and_people(made: Contents) -> None:
    rows = list(csv.reader(io.StringIO(csv_file.write(made, "light").decode("utf-8-sig"))))
    names = {row[1]: (row[0], row[3]) for row in rows[1:]}
    assert names["p2"] == ("Lily & Co", "电商客服主管")
    assert names["p3"] == ("售前客服 × 5 · 王芳、Tom", "售前客服")
    assert names["e5"][0] == "人力资源经理 × 2"


def test_no_title_or_name_becomes_a_formula_of_a_table(core: Core) -> None:
    for bad in _bad(core):
        rows = csv.reader(io.StringIO(csv_file.write(bad, "light").decode("utf-8-sig")))
        assert [c for row in rows for c in row if c.startswith(("=", "+", "@", "-"))] == []


def test_a_workbook_has_columns_for_titles_and_names_only_where_there_are_any(
    core: Core, made: Contents
) -> None:
    rows = {
        row["编号"]: row for row in table(read_book(xlsx.write(made, "light")).worksheets[POSTS])
    }
    assert rows["p2"]["你起的名字"] == "Lily & Co"
    assert rows["p3"]["姓名"] == "王芳、Tom"
    assert rows["p3"]["岗位"] == "售前客服"
    plain = table(read_book(xlsx.write(_made(core), "light")).worksheets[POSTS])
    assert "姓名" not in plain[0]


def test_the_sums_of_a_workbook_are_those_of_the_edited_team(made: Contents) -> None:
    book = read_book(xlsx.write(made, "light"))
    for sheet in (POSTS, ROLES):
        *rows, total = table(book.worksheets[sheet])
        assert sum(int(str(row["人数"])) for row in rows) == total["人数"] == 23
    assert len(table(book.worksheets[HIRES])) == len(made.sequence)
    answers = [str(row["谁对结果负责"]) for row in table(book.worksheets[COVERAGE])]
    assert "Lily & Co（电商客服主管） (p2)" in answers


def test_no_title_or_name_becomes_a_formula_of_a_workbook(core: Core) -> None:
    for bad in _bad(core):
        book = read_book(xlsx.write(bad, "light"), values=False)
        own = bad.posts[1].title
        found = [cell for _, cell in cells(book) if cell.value == own]
        assert found
        assert all(cell.data_type == "s" and cell.hyperlink is None for cell in found)


def test_a_flowchart_names_its_boxes_in_full(made: Contents) -> None:
    labels = test_mermaid.read(mermaid.write(made, "light")).labels
    assert labels["p2"] == "Lily & Co\n电商客服主管·客服部"
    assert labels["p3"] == "售前客服 × 5\n王芳、Tom"
    assert LONG in labels["p12"]


def test_no_title_or_name_breaks_a_flowchart(core: Core) -> None:
    for bad in _bad(core):
        labels = test_mermaid.read(mermaid.write(bad, "light")).labels
        assert labels.keys() >= {"p1", "p2", "p3"}


@test_dot.graphviz
def test_graphviz_draws_every_title_as_it_is(core: Core, made: Contents) -> None:
    for plan in (made, *_bad(core)):
        boxes = test_dot.named(test_dot.drawn(write_dot(plan, "light")), "node")
        assert plan.posts[1].title in boxes["p2"]


def test_a_text_document_says_titles_and_names(core: Core, made: Contents) -> None:
    text = md.write(made, "light").decode()
    assert "Lily & Co" in text
    assert "王芳、Tom" in text
    for bad in _bad(core):
        shown = test_markdown.chart(test_markdown.read(md.write(bad, "light")))
        assert any(bad.posts[1].title in line for _, line in shown)


def test_a_page_says_titles_and_names_and_runs_none(core: Core, made: Contents) -> None:
    text = html.write(made, "light").decode()
    assert "Lily &amp; Co" in text
    assert "王芳、Tom" in text
    assert LONG in text
    for bad in _bad(core):
        page = html.write(bad, "light").decode()
        assert page.count("<script") == text.count("<script")


def test_a_report_says_titles_and_names(core: Core, made: Contents) -> None:
    said = "".join(texts(read_report(made)))
    assert squeezed("Lily & Co") in said
    assert "王芳" in said
    assert BAD[3] in "".join(texts(read_report(_made(core, Title("p2", BAD[3])))))


def test_the_json_of_an_edited_plan_has_titles_names_and_a_count(core: Core) -> None:
    plan = core.plan(replace(BRIEF, edits=EDITS))
    values = json.loads(json.dumps(plan_json(core.knowledge, plan, voice("en"))))
    schemas.answers("plan").validate(values)
    posts = {post["id"]: post for post in values["posts"]}
    assert posts["p2"]["title"] == "Lily & Co"
    assert posts["p3"]["names"] == ["王芳", "Tom"]
    assert "title" not in posts["p3"]
    assert (values["edits"], values["people"], values["brief"]["size"]) == (7, 23, 20)


def test_the_json_of_a_plan_nobody_edited_is_as_it_was(core: Core) -> None:
    values = plan_json(core.knowledge, core.plan(BRIEF), voice("en"))
    assert not {"edits", "people"} & values.keys()
    assert all(not {"title", "names"} & post.keys() for post in values["posts"])
