"""What documents are written from in tests: real plans, and charts with a second leader."""

from __future__ import annotations

from dataclasses import replace

from bot.core import Core
from bot.documents.contents import Contents, contents
from bot.words import Language
from tests.bot.pictures.conftest import brief


def plan(core: Core, channel: str, size: int, language: Language = "zh-Hans") -> Contents:
    """Say the plan of a team whose stage is usual for its size."""
    return contents(core, language, brief(core, channel, size))


def with_second_leader(made: Contents, post: str, leader: str) -> Contents:
    """Let a post that reports to the head report to another post as well."""
    posts = tuple(replace(p, also_leaders=(leader,)) if p.id == post else p for p in made.posts)
    children = tuple(
        replace(c, dotted_to=(leader,)) if c.id == post else c for c in made.tree.children
    )
    return replace(made, posts=posts, tree=replace(made.tree, children=children))
