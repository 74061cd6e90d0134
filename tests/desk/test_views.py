"""The views of the worklist: what every desk has, one a family, and what reps save."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.assigning import assign
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.view_query import Only, ViewQuery
from resellerdesk.desk.views import View, forget_view, home_view, save_view, views
from resellerdesk.store.paging import Sort

from desk.exports import licence
from desk.quay import Quay

LATE = ViewQuery(Only.OVERDUE, mine=True, search="port", sort=Sort.END)


def keys(desk: Desk) -> list[str]:
    return [view.key for view in views(desk)]


def saved(desk: Desk) -> list[View]:
    return [view for view in views(desk) if view.owner]


def as_user(desk: Desk, name: str) -> Desk:
    return replace(desk, user=name)


def test_there_is_one_for_each_family_that_is_loaded(quay: Quay) -> None:
    families = sorted(quay.desk.extensions.families)
    assert len(families) > 1
    assert [key for key in keys(quay.desk) if ":" in key] == [f"family:{key}" for key in families]
    without = open_desk(quay.desk.store.path, safe=True)
    assert not [key for key in keys(without) if ":" in key]


def test_home_is_what_is_due_and_mine_once_i_own_something(quay: Quay) -> None:
    quay.take_in(licence("R-1", customer="C-2", name=""))
    assert home_view(quay.desk).key == "due"
    assign(quay.desk, "R-1", quay.desk.user)
    assert home_view(quay.desk).key == "mine"
    assert home_view(as_user(quay.desk, "berta")).key == "due"


def test_a_saved_view_is_one_s_own_until_it_is_shared(quay: Quay) -> None:
    berta = as_user(quay.desk, "berta")
    view = save_view(quay.desk, "  late   at the port ", LATE, shared=False)
    assert (view.title, view.query) == ("late at the port", LATE)
    assert saved(quay.desk) == [view]
    assert saved(berta) == []
    shared = save_view(quay.desk, "late at the port", replace(LATE, mine=False), shared=True)
    assert saved(quay.desk) == [shared]  # in the place of the one before
    [seen] = saved(berta)
    assert (seen.query, str(seen.about)) == (shared.query, "saved and shared by marie")


def test_only_who_saved_it_can_drop_it(quay: Quay) -> None:
    view = save_view(quay.desk, "late", LATE, shared=True)
    with pytest.raises(Refusal, match="late is not a view of yours"):
        forget_view(as_user(quay.desk, "berta"), view)
    forget_view(quay.desk, view)
    assert saved(quay.desk) == []
    with pytest.raises(Refusal, match="there is no view late of yours any more"):
        forget_view(quay.desk, view)


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_view_wants_a_name(quay: Quay, name: str) -> None:
    with pytest.raises(Refusal, match="a view wants a name of 1 to 60 characters"):
        save_view(quay.desk, name, LATE, shared=False)


@pytest.mark.parametrize("name", ["[bold]x[/]", "'; drop table view; --", "東京", "\x1b[2J"])
def test_any_name_is_only_a_name(quay: Quay, name: str) -> None:
    save_view(quay.desk, name, LATE, shared=False)
    assert [view.title for view in saved(quay.desk)] == [name]
