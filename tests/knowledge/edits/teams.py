"""A team to edit: 20 people of an online shop, whose posts every test knows by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.brief import Brief
from knowledge.edits import Edit
from knowledge.plan import Plan, Post
from tests.knowledge.edits.logs import planned, with_edits

BRIEF = Brief("ecommerce", "growth", False, 20, 20, ())
# p1 store_manager
#   p2 ec_cs_lead: p3 presales_cs 3, p4 aftersales_cs 2
#   p5 warehouse_supervisor: p6 picker_packer 3, p7 order_clerk 1
#   p8 ec_designer 2, p9 ec_ads_specialist, p10 store_operator 2, p11 member_operator,
#   p12 merchandiser, p13 ec_video_editor
SQUADS = Brief("telesales", "growth", False, 55, 55, ())
# p1 telesales_manager: four telesales_team_leader p2 p4 p6 p8 of 11 telesales_agent p3 p5 p7 p9


def shop(*edits: Edit) -> Plan:
    """Plan the shop with edits."""
    return with_edits(planned(BRIEF), *edits)


def squads(*edits: Edit) -> Plan:
    """Plan four telesales squads with edits."""
    return with_edits(planned(SQUADS), *edits)


def post(made: Plan, id: str) -> Post:
    """Find a post."""
    return next(p for p in made.posts if p.id == id)


def ids(made: Plan) -> set[str]:
    """Give the ids of all posts."""
    return {p.id for p in made.posts}


def reports(made: Plan, id: str) -> dict[str, int]:
    """Give the ids and people of whoever reports to a post."""
    return {p.id: p.headcount for p in made.posts if p.reports_to == id}


def unedited(made: Plan) -> Plan:
    """Give the plan below the edits."""
    return planned(replace(made.brief, edits=()))


def people(made: Plan, role: str) -> Iterator[int]:
    """Give the head-counts of the posts of a role."""
    return (p.headcount for p in made.posts if p.role == role)
