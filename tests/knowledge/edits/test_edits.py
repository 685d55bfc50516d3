"""What each edit makes of the tree."""

from __future__ import annotations

from knowledge.edits import Add, Merge, Move, Remove, Resize, Split, Staff, Title
from tests.knowledge.edits.teams import ids, people, post, reports, shop, squads


def test_the_team_of_these_tests_is_the_one_they_know() -> None:
    assert reports(shop(), "p2") == {"p3": 3, "p4": 2}
    assert reports(squads(), "p2") == {"p3": 11}


def test_a_new_post_stands_under_its_superior_with_an_id_of_its_own() -> None:
    made = shop(Add("hr_manager", "p1", 1))
    assert (post(made, "e1").role, post(made, "e1").reports_to) == ("hr_manager", "p1")
    assert made.people == 21


def test_a_new_post_stands_beside_peers_of_its_role() -> None:
    order = [p.id for p in shop(Add("ec_designer", "p1", 2)).posts]
    assert order.index("e1") == order.index("p8") + 1


def test_a_role_of_no_unit_stands_in_the_unit_of_its_superior() -> None:
    made = shop(
        Add("hr_manager", "p1", 1), Add("recruiter", "e1", 2), Add("telesales_agent", "p2", 1)
    )
    assert post(made, "e1").unit == post(made, "e2").unit == post(made, "p1").unit
    assert post(made, "e3").unit == post(made, "p2").unit


def test_a_post_of_its_own_under_the_top_makes_no_new_division() -> None:
    made = squads()
    assert {u.id for u in squads(Add("hr_manager", "p1", 1)).units} == {u.id for u in made.units}


def test_who_reported_to_a_post_that_goes_reports_to_its_superior() -> None:
    made = shop(Remove("p2"))
    assert "p2" not in ids(made)
    assert post(made, "p3").reports_to == post(made, "p4").reports_to == "p1"
    assert made.people == 19


def test_a_post_gets_another_head_count() -> None:
    made = shop(Resize("p3", 7))
    assert (post(made, "p3").headcount, made.people) == (7, 24)


def test_a_post_moves_with_everything_below_it() -> None:
    made = shop(Move("p5", "p2", None))
    assert post(made, "p5").reports_to == "p2"
    assert reports(made, "p5") == {"p6": 3, "p7": 1}
    assert (made.layers, made.people) == (4, 20)


def test_some_people_of_a_post_become_a_post_of_their_own() -> None:
    made = shop(Move("p3", "p5", 2))
    assert (post(made, "p3").headcount, post(made, "e1").headcount) == (1, 2)
    assert post(made, "e1").reports_to == "p5"


def test_people_join_a_post_of_their_role_that_is_there() -> None:
    made = squads(Move("p3", "p4", 3))
    assert (reports(made, "p2"), reports(made, "p4")) == ({"p3": 8}, {"p5": 14})


def test_all_people_of_a_post_leave_no_empty_post_behind() -> None:
    made = squads(Move("p3", "p4", 11))
    assert (reports(made, "p2"), reports(made, "p4")) == ({}, {"p5": 22})


def test_people_do_not_join_a_post_that_the_user_named() -> None:
    made = squads(Title("p5", "大客户"), Move("p3", "p4", 3))
    assert reports(made, "p4") == {"p5": 11, "e2": 3}


def test_people_can_be_parted_from_their_own_post() -> None:
    assert reports(squads(Move("p3", "p2", 1)), "p2") == {"p3": 10, "e1": 1}


def test_the_unnamed_people_of_a_post_move_first() -> None:
    made = shop(Staff("p3", ("Lily", "Tom")), Move("p3", "p5", 2))
    assert post(made, "p3").names == ("Lily",)
    assert post(made, "e2").names == ("Tom",)


def test_a_post_has_the_title_the_user_gives_it_and_loses_it_again() -> None:
    assert post(shop(Title("p2", " Lily\n的\u202e组 ")), "p2").title == "Lily 的组"
    assert post(shop(Title("p2", "Lily"), Title("p2", "")), "p2").title == ""


def test_people_of_a_post_have_names() -> None:
    made = shop(Staff("p3", ("Lily", "", " 王芳\t")))
    assert post(made, "p3").names == ("Lily", "王芳")
    assert post(shop(Staff("p3", ("Lily",)), Staff("p3", ())), "p3").names == ()


def test_two_teams_become_one() -> None:
    made = squads(Merge("p4", "p2"))
    assert reports(made, "p2") == {"p3": 11, "p5": 11}
    assert ("p4" in ids(made), made.people) == (False, 54)


def test_two_posts_of_one_role_that_lead_nobody_add_up() -> None:
    made = squads(Staff("p3", ("Lily",)), Staff("p5", ("Tom",)), Merge("p5", "p3"))
    assert (post(made, "p3").headcount, post(made, "p3").names) == (22, ("Lily", "Tom"))
    assert made.people == 55


def test_a_team_is_dealt_evenly_to_leaders_side_by_side() -> None:
    made = shop(Split("p2", 2))
    assert [p.id for p in made.posts if p.role == "ec_cs_lead"] == ["p2", "e1"]
    assert sorted(map(sum, (reports(made, i).values() for i in ("p2", "e1")))) == [2, 3]
    assert sum(people(made, "presales_cs")) == 3
    assert made.people == 21


def test_the_named_stay_in_their_post_when_a_team_is_split() -> None:
    made = squads(Title("p3", "精英"), Staff("p3", ("Lily",)), Split("p2", 3))
    assert sorted(people(made, "telesales_agent")) == [3, 4, 4, 11, 11, 11]
    assert post(made, "p3").names == ("Lily",)
    titled = [p.headcount for p in made.posts if p.title == "精英"]
    assert sorted(titled) == [3, 4, 4]


def test_leaders_below_a_leader_are_spread_with_their_teams() -> None:
    made = squads(
        Add("telesales_manager", "p1", 1), *(Move(f"p{i}", "e1", None) for i in (2, 4, 6, 8))
    )
    made = squads(*made.brief.edits, Split("e1", 2))
    assert [len(reports(made, i)) for i in ("e1", "e6")] == [2, 2]
    assert sum(people(made, "telesales_agent")) == 44


def test_a_post_that_leads_nobody_is_divided_into_several() -> None:
    made = squads(Split("p3", 3))
    assert reports(made, "p2") == {"p3": 4, "e1": 4, "e1b": 3}


def test_an_edit_of_a_post_that_is_gone_changes_nothing() -> None:
    assert shop(Remove("p3"), Resize("p3", 9)).posts == shop(Remove("p3")).posts


def test_ids_count_the_edits_that_were_left_out_as_well() -> None:
    assert "e2" in ids(shop(Remove("p99"), Add("hr_manager", "p1", 1)))


def test_a_number_the_user_changed_says_what_was_planned() -> None:
    made = shop(Resize("p3", 7), Remove("p8"), Add("hr_manager", "p1", 1))
    counts = {c.role: (c.planned, c.people) for c in made.counts if c.is_changed}
    assert counts == {"presales_cs": (3, 7), "hr_manager": (0, 1)}
    assert [(c.role, c.planned, c.people) for c in made.gone] == [("ec_designer", 2, 0)]


def test_whom_the_user_added_is_not_hired_next() -> None:
    first = shop().next_hires[0].role
    made = shop(Add(first, "p1", 1))
    assert [h.role for h in made.next_hires[:4]] == [h.role for h in shop().next_hires[1:]]
    assert made.next_hires[0].size == 22


def test_a_split_team_is_warned_of_with_its_range() -> None:
    warnings = {w.post: w for w in squads(Split("p2", 3)).warnings}
    assert warnings["p2"].code == "span_below"
    assert (warnings["p2"].figure, warnings["p2"].low, warnings["p2"].high) == (4, 6, 15)
