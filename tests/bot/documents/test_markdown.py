"""The Markdown says the plan, as it is and as a reader of Markdown shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bot.core import Core
from bot.documents.boxes import one_line
from bot.documents.contents import Contents, SourceRow
from bot.documents.md import write
from bot.words import LANGUAGES, Language
from knowledge.model import CHANNELS
from tests.bot.documents.hostile import BAD, hostile
from tests.bot.documents.plans import plan, with_second_leader

OURS = {"softbreak", "em", "strong", "text", "link"}


def read(content: bytes) -> SyntaxTreeNode:
    """Read Markdown with the tables and struck-out text of GitHub."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return SyntaxTreeNode(reader.parse(content.decode()))


def said(node: SyntaxTreeNode) -> str:
    """Give the text a reader sees."""
    if node.type in {"text", "code_inline", "html_inline", "html_block", "code_block", "fence"}:
        return node.content
    return "".join(map(said, node.children))


def found(node: SyntaxTreeNode, kind: str) -> list[SyntaxTreeNode]:
    return [child for child in node.walk() if child.type == kind]


def chart(tree: SyntaxTreeNode) -> Iterator[tuple[int, str]]:
    """Give the lines of the first list and how deep they stand."""
    return _items(found(tree, "bullet_list")[0], 0)


def _items(bullets: SyntaxTreeNode, depth: int) -> Iterator[tuple[int, str]]:
    for item in bullets.children:
        for part in item.children:
            if part.type == "bullet_list":
                yield from _items(part, depth + 1)
            else:
                yield depth, said(part)


@pytest.fixture
def made(core: Core) -> Contents:
    return plan(core, "ecommerce", 12)


def test_the_parts_stand_in_the_order_of_the_plan(made: Contents) -> None:
    headings = [(node.tag, said(node)) for node in found(read(write(made, "light")), "heading")]
    assert headings[0] == ("h1", made.title)
    assert [text for tag, text in headings if tag == "h2"] == [
        "架构",
        "岗位",
        "谁管什么",
        "为什么这样排",
        "什么时候调整",
        "出现这些情况，就该调整了",
        "下一个招谁",
        "怎么管",
        "留意",
        "依据",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_everything_the_plan_says_is_in_it(core: Core, channel: str, language: Language) -> None:
    made = plan(core, channel, 55, language)
    text = said(read(write(made, "light")))
    lines = (*made.notes, made.company, made.rule, *made.strengths, *made.weaknesses)
    more = (*made.changes, *made.signals, *made.hires, *made.advice, *made.warnings)
    roles = (line for role in made.roles for line in (role.mission, role.number))
    assert [line for line in (*lines, *more, *roles) if line not in text] == []


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_chart_is_a_list_as_deep_as_the_tree(core: Core, channel: str) -> None:
    made = plan(core, channel, 55)
    lines = list(chart(read(write(made, "light"))))
    assert [depth for depth, _ in lines] == [post.depth for post in made.posts]
    assert [
        p.id for (_, line), p in zip(lines, made.posts, strict=True) if p.role not in line
    ] == []


def test_a_second_leader_is_named_in_the_line(made: Contents) -> None:
    last = made.tree.children[-1].id
    lines = [line for _, line in chart(read(write(with_second_leader(made, last, "p2"), "light")))]
    assert lines[-1] == "打单员 · 仓储物流部 · 同时汇报给客服部"


def test_a_chart_too_long_to_read_is_cut_and_says_so(core: Core) -> None:
    tree = read(write(plan(core, "ecommerce", 5000), "light"))
    assert 10 < len(list(chart(tree))) <= 150
    assert "人多，这里只列大块。" in said(tree)


def test_a_whole_chart_does_not_say_that_it_is_cut(core: Core) -> None:
    for size in (1, 55, 200):
        assert "只列大块" not in write(plan(core, "ecommerce", size), "light").decode()


def test_who_covers_what_is_a_table(made: Contents) -> None:
    rows = [
        [said(cell) for cell in row.children] for row in found(read(write(made, "light")), "tr")
    ]
    assert rows[0] == ["工作", "谁来做", "谁对结果负责"]
    assert [row[0] for row in rows[1:]] == [cover.function for cover in made.coverage]
    assert rows[1] == ["渠道组合与线上损益", "店长（兼管）", "店长"]


def test_sources_are_links_to_where_they_are(made: Contents) -> None:
    links = found(read(write(made, "light")), "link")
    assert [link.attrs["href"] for link in links] == [s.url for s in made.sources if s.url]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "x)[y](https://z.org"]
)
def test_what_is_no_web_page_is_no_link(made: Contents, url: str) -> None:
    bad = replace(made, sources=(SourceRow("title", "kind", url),))
    assert found(read(write(bad, "light")), "link") == []


def test_an_address_cannot_end_its_link(made: Contents) -> None:
    url = 'https://example.org/a)b "c" <d>'
    bad = replace(made, sources=(SourceRow("title", "kind", url),))
    (link,) = found(read(write(bad, "light")), "link")
    assert said(link) == "title"
    assert link.attrs["href"] == "https://example.org/a%29b%20%22c%22%20%3Cd%3E"


@pytest.mark.parametrize("name", BAD)
def test_a_text_is_shown_as_it_is(made: Contents, name: str) -> None:
    root = replace(made.tree, title=name, children=(), is_leader=False)
    posts = (replace(made.posts[0], role=name, label=name),)
    roles = (replace(made.roles[0], mission=name, number=name),)
    cover = replace(made.coverage[0], function=name, is_hat=False, role=name)
    bad = replace(made, tree=root, posts=posts, roles=roles, coverage=(cover,), title=name)
    bad = replace(bad, shape=name, notes=(name,), advice=(name,), rule=name)
    tree, line = read(write(bad, "light")), one_line(name)
    assert said(found(tree, "heading")[0]) == line
    assert list(chart(tree)) == [(0, line)]
    assert [said(cell) for cell in found(tree, "td")] == [line] * 3
    shown = [said(node) for node in found(tree, "paragraph")]
    assert shown[:2] == [line, line]
    assert shown.count(line) == 6  # shape, note, chart, rule, number, advice
    assert f"{line} × 1：{line}" in shown


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_text_brings_marks_of_its_own(core: Core, channel: str) -> None:
    made = hostile(plan(core, channel, 55))
    tree = read(write(made, "light"))
    kinds = {node.type for inline in found(tree, "inline") for node in inline.walk()} - {"inline"}
    assert kinds <= OURS
    assert found(tree, "html_block") == found(tree, "code_block") == found(tree, "fence") == []
    assert len(found(tree, "hr")) == 1
    assert len(found(tree, "link")) == sum(bool(source.url) for source in made.sources)


def test_no_two_empty_lines_follow_each_other(made: Contents) -> None:
    text = write(made, "light").decode()
    assert not re.search(r"\n\n\n|[ \t]\n", text)
    assert text.endswith("Orgwright 生成\n")
