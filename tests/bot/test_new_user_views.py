"""What new users read twice before they believed it: sums, doubled words, cut charts."""

from __future__ import annotations

from dataclasses import replace

from bot.core import Core
from bot.render import plain
from bot.views.edit_lines import edit_lines
from bot.views.tree import Tree
from bot.words.voice import voice
from flows.codes import decode
from knowledge.brief import Brief
from knowledge.diagnosis.team import NEUTRAL_ROLE
from knowledge.edits import Add, Resize, Title
from knowledge.plan import Post
from tests.bot.command import run


def _brief(core: Core, code: str) -> Brief:
    brief = decode(core.knowledge, code)
    assert brief is not None
    return brief


def test_rows_of_three_months_add_up_to_the_team() -> None:
    said = run("grow", "ecommerce, growing, from 8 to 40, 2 hires a month", "--lang", "en").stdout
    table = said.split("month · leave · join · team · learning\n")[1]
    rows = [[int(cell) for cell in row.split()] for row in table.split("\n\n")[0].splitlines()]
    team = 8
    assert rows[0][0] == 3
    for _, left, joined, people, _ in rows:
        team += joined - left
        assert team == people


def test_a_rule_of_thumb_is_not_called_so_twice() -> None:
    assert (
        "Rule of thumb (no published source)\n" in run("size", "orders", "--orders", "300").stdout
    )


def test_a_resized_post_is_counted_with_its_leader_of_the_same_role(core: Core) -> None:
    brief = _brief(core, "cs-g-60")
    before = core.plan(brief)
    parents = {post.id: post for post in before.posts}
    post = next(p for p in before.posts if p.role == "cs_qa" and not p.people_below)
    assert parents[post.reports_to or ""].role == "cs_qa"
    after = core.plan(replace(brief, edits=(Resize(post.id, 3),)))
    said = plain(edit_lines(core.knowledge, voice("en"), before, after)[0])
    assert said == "Service Quality Analyst: 2 → 4; team 60 → 62"


def test_a_large_chart_that_is_shown_whole_is_not_called_cut(core: Core) -> None:
    whole, cut = (
        Tree(core.knowledge, core.plan(_brief(core, code)), voice("en"))
        for code in ("cs-g-62", "ts-g-300")
    )
    assert whole.plan.people > 60
    assert not whole.openable()
    assert cut.openable()


def test_a_title_that_means_no_role_stands_alone(core: Core) -> None:
    brief = _brief(core, "ec-s-5")
    added: Post = core.plan(replace(brief, edits=(Add(NEUTRAL_ROLE, "p1", 1),))).posts[-1]
    edits = (Add(NEUTRAL_ROLE, "p1", 1), Title(added.id, "保安"))
    lines = Tree(core.knowledge, core.plan(replace(brief, edits=edits)), voice("zh-Hans")).lines()
    assert "保安" in [line.text for line in lines]


def test_who_outsources_the_warehouse_has_nobody_who_packs(core: Core) -> None:
    own = _brief(core, "ec-g-15")
    outsourced = replace(own, variants=("third_party_logistics",))
    with_warehouse, without = (
        {covered.function for covered in core.plan(brief).coverage} for brief in (own, outsourced)
    )
    assert with_warehouse - without == {"ec_warehouse_fulfilment"}
