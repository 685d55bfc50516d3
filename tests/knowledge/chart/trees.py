"""Trees to lay out: any tree, with names from one letter to far too long."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from knowledge.chart import Heading, Node

HEADING = Heading("电销团队·55 人·成熟期", "职能制", "规则 TS-01")
NAMES = (
    "A",
    "店长",
    "电销质检专员",
    "CRM系统管理员",
    "Membership & Private-traffic Operator",
    "一个名字特别长的岗位，长到一行写不下（真的写不下）",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
)
_numbers = count()


def node(
    title: str = "专员",
    *children: Node,
    note: str = "",
    count: int = 1,
    department: str = "",
    dotted_to: tuple[str, ...] = (),
    id: str | None = None,
    is_own: bool = False,
) -> Node:
    """Make one node; its id is new unless it is given."""
    name = id or f"n{next(_numbers)}"
    people = count + sum(child.people for child in children)
    return Node(
        id=name,
        posts=(name,),
        role=title,
        title=title,
        note=note,
        count=count,
        people=people,
        department=department,
        is_leader=bool(children),
        children=children,
        dotted_to=dotted_to,
        is_own=is_own,
    )


@st.composite
def trees(draw: st.DrawFn, most: int = 40, *, dotted: bool = False) -> Node:
    """Make any tree of up to `most` nodes, in which departments and names repeat."""
    size = draw(st.integers(1, most))
    parents = [
        draw(st.integers(max(0, i - draw(st.integers(1, 12))), i - 1)) for i in range(1, size)
    ]
    below: dict[int, list[int]] = {}
    for child, parent in enumerate(parents, 1):
        below.setdefault(parent, []).append(child)
    ids = [f"n{i}" for i in range(size)]

    def make(i: int) -> Node:
        children = tuple(make(child) for child in below.get(i, ()))
        made = node(
            draw(st.sampled_from(NAMES)),
            *children,
            note=draw(st.sampled_from(("", "内容与创意", NAMES[4]))),
            count=1 if children else draw(st.integers(1, 12)),
            department=draw(st.sampled_from(("", "运营部", "客服部", NAMES[4]))),
            id=ids[i],
            is_own=draw(st.booleans()),
        )
        if dotted and draw(st.integers(0, 9)) == 0:
            return replace(made, dotted_to=(draw(st.sampled_from(ids)),))
        return made

    return make(0)
