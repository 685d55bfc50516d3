"""Titles that are typed wrongly are read; words that are right are left alone."""

from __future__ import annotations

import pytest

from flows.roles.index import RoleIndex
from flows.search.spelling import Spelling


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("recuiter kpis", "recruiter"),
        ("what dose an inventry planner do", "inventory_planner"),
        ("telemarkting complience officer duties", "telesales_compliance"),
        ("custmer sucess manger skils", "customer_success_manager"),
        ("livestream hots job", "live_anchor"),
        ("客服主菅平时做什么", "cs_supervisor"),
        ("电消组长要做什么", "telesales_team_leader"),
        ("美功需要会什么", "ec_designer"),
        ("数据分晰师做什么", "data_analyst"),
        ("仓酷主管的职责", "warehouse_supervisor"),
    ],
)
def test_a_mistyped_title_is_read(role_index: RoleIndex, typed: str, role: str) -> None:
    assert role_index.ask(typed).role == role


@pytest.mark.parametrize(
    "typed", ["waiter duties", "pitcher vs catcher", "weather in paris", "克服困难怎么做"]
)
def test_a_word_that_is_right_becomes_no_title(role_index: RoleIndex, typed: str) -> None:
    assert role_index.ask(typed).role is None


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("manger", "manager"),  # one letter missing
        ("mangaer", "manager"),  # two letters swapped
        ("hots", "host"),  # short: only swapped letters
        ("most", "most"),  # short and not swapped
        ("present", "present"),  # a word that is right
        ("xanager", "xanager"),  # another first letter
    ],
)
def test_only_small_slips_are_mended(typed: str, mended: str) -> None:
    assert Spelling(["manager", "host"], ["present"]).mended(typed) == mended


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("產品行消經理看什麼成效", "product_marketing_manager"),
        ("電宵經理做什麼", "telesales_manager"),
        ("costumer service director reports to who", "cs_director"),
        ("pety cash keeper kpis", "cashier"),
    ],
)
def test_near_sounds_and_words_of_other_regions_are_mended(
    role_index: RoleIndex, typed: str, role: str
) -> None:
    assert role_index.ask(typed).role == role
