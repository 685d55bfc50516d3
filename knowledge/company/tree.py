"""The tree of a company: the trees of its parts and the shared units, joined under the founder.

The heads of the parts report to the operating officer once there is one; a part that is so large
that it has an officer of its own is led by that one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from knowledge.arrange import arrange
from knowledge.boxes import Box
from knowledge.brief import Brief
from knowledge.company.programme import OFFICER, part_programme, planned_parts
from knowledge.knowledge import Knowledge
from knowledge.model import OTHER_TEAMS
from knowledge.programme import Unit, applies
from knowledge.sequence import Hire
from knowledge.support import Support


def company_tree(knowledge: Knowledge, brief: Brief, staffed: Sequence[Hire]) -> Box:
    """Build the tree of everybody hired so far, at least the founder."""
    own = {line.id for line in knowledge.company.lines}
    shared = Counter(hire.role for hire in staffed if hire.line.id in own)
    root = Box(knowledge.company.first_role, 1, None)
    officer = root.add(OFFICER) if shared[OFFICER] else root
    for part in planned_parts(brief):
        channel = part_programme(knowledge, brief, part)
        ids = {line.id for line in channel.lines}
        hires = [hire for hire in staffed if hire.line.id in ids]
        if hires:
            units = [u for u in channel.units if applies(u.only_with, u.not_with, part.variants)]
            lines, counts = {h.role: h.line for h in hires}, Counter(h.role for h in hires)
            head = arrange(channel, knowledge.roles, lines, units, counts)
            head.parent = root if head.role == OFFICER else officer
            head.parent.children.append(head)
            head.unit_lead = True
    if shared[OTHER_TEAMS]:
        officer.add(OTHER_TEAMS, shared[OTHER_TEAMS])
    _place_shared(knowledge, {root.role: root, officer.role: officer}, shared)
    return root


def _place_shared(knowledge: Knowledge, tops: Mapping[str, Box], shared: Mapping[str, int]) -> None:
    """Put every shared unit under whom its first role reports to, of founder and officer."""
    company = knowledge.company
    leads = {line.role for line in company.lines if line.kind == "lead"}
    support = Support(company, company.units, leads)
    for unit in company.units:
        people = {role: shared[role] for role in unit.roles if shared[role]}
        if unit.support and people:
            support.place(people, _superior(knowledge, unit, tops))


def _superior(knowledge: Knowledge, unit: Unit, tops: Mapping[str, Box]) -> Box:
    above = knowledge.roles[unit.roles[0]].reports_to
    while above is not None and above not in tops:
        above = knowledge.roles[above].reports_to
    return tops[above or knowledge.company.first_role]
