"""Orders: what goes to each vendor, immutable; where they stand follows from their renewals."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from resellerdesk.core.history import GIVEN_OUT, told
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ordering import give_out, list_orders, show_order
from resellerdesk.desk.stepping import advance
from resellerdesk.desk.undoing import undo

from desk.answers.harbour import (
    KESTREL,
    MAIL,
    S15,
    TODAY,
    everything,
    fulfilled,
    history,
    licence,
    on,
    ordered,
    quoted,
    record,
    refusal,
    state,
    states,
    take_in,
    verified,
    yes,
)

FIRST = "O-2026-0001"


def statuses(desk: Desk) -> Sequence[str]:
    return [shown.status for shown in list_orders(desk)]


def test_new_given_out_in_part_and_done(harbour: Desk) -> None:
    ordered(harbour, S15, MAIL)
    assert statuses(harbour) == ["new"]
    give_out(harbour, FIRST, "order.csv")
    assert statuses(harbour) == ["given_out"]
    fulfilled(harbour, S15)
    assert statuses(harbour) == ["part"]
    fulfilled(harbour, MAIL)
    assert statuses(harbour) == ["done"]


def test_an_order_that_the_vendor_never_confirms_is_cancelled(harbour: Desk) -> None:
    ordered(harbour, S15, MAIL)
    give_out(harbour, FIRST, "order.csv")
    advance(harbour, S15, "cancel", {"reason": "never confirmed"}, TODAY)
    assert (state(harbour, S15), statuses(harbour)) == ("due", ["given_out"])
    advance(harbour, MAIL, "cancel", {"reason": "never confirmed"}, TODAY)
    assert statuses(harbour) == ["cancelled"]


def test_what_is_left_of_an_order_decides(harbour: Desk) -> None:
    ordered(harbour, S15, MAIL)
    advance(harbour, S15, "cancel", {"reason": "dropped"}, TODAY)
    fulfilled(harbour, MAIL)
    assert statuses(harbour) == ["done"]


def test_a_cancelled_line_can_be_ordered_again_under_another_number(harbour: Desk) -> None:
    ordered(harbour, S15, MAIL)
    advance(harbour, S15, "cancel", {"reason": "wrong term"}, TODAY)
    again = quoted(harbour, S15, option="essential-24")
    yes(harbour, again, po="PO-2")
    assert statuses(harbour) == ["new", "new"]
    assert record(harbour, S15).cycle.standing.order_number == "O-2026-0002"
    fulfilled(harbour, S15)
    assert statuses(harbour) == ["new", "done"]


def test_giving_out_is_part_of_the_history(harbour: Desk) -> None:
    ordered(harbour, S15, MAIL)
    give_out(on(harbour, date(2026, 11, 25), "jonas"), FIRST, "to-vendor.pdf")
    for ref in (S15, MAIL):
        entry = history(harbour, ref)[-1]
        assert (entry.what, entry.by) == (GIVEN_OUT, "jonas")
        assert "order O-2026-0001 given out as to-vendor.pdf" in str(told(entry))
    assert show_order(harbour, FIRST).given_out == "2026-11-25T09:00:00+00:00"


def test_given_out_twice_keeps_the_first_moment(harbour: Desk) -> None:
    ordered(harbour, MAIL)
    give_out(harbour, FIRST, "one.csv")
    give_out(on(harbour, date(2026, 11, 30)), FIRST, "two.csv")
    assert str(show_order(harbour, FIRST).given_out).startswith("2026-11-24")
    assert [event.what for event in history(harbour, MAIL)].count(GIVEN_OUT) == 2


def test_nothing_is_given_out_of_a_cancelled_order(harbour: Desk) -> None:
    ordered(harbour, MAIL)
    undo(harbour, MAIL)
    before = everything(harbour)
    with pytest.raises(Refusal) as refused:
        give_out(harbour, FIRST, "order.csv")
    assert f"{FIRST} is cancelled" in refusal(refused)
    assert everything(harbour) == before


def test_an_unknown_number_is_refused(harbour: Desk) -> None:
    for ask in (lambda: show_order(harbour, "O-2026-0009"),
                lambda: give_out(harbour, "O-2026-0009", "order.csv")):
        with pytest.raises(Refusal) as refused:
            ask()
        assert "there is no order O-2026-0009; orders lists them" in refusal(refused)


def test_giving_out_one_of_two_says_nothing_of_the_other(harbour: Desk) -> None:
    ordered(harbour, S15, KESTREL)
    give_out(harbour, "O-2026-0002", "kestrel.csv")
    assert statuses(harbour) == ["new", "given_out"]


def test_an_order_is_immutable(harbour: Desk) -> None:
    """The database itself refuses; what happens later to its lines changes nothing in it."""
    ordered(harbour, MAIL)
    order = show_order(harbour, FIRST).order
    fulfilled(harbour, MAIL)
    assert show_order(harbour, FIRST).order == order
    for change in ("update purchase set content = '{}'", "delete from purchase",
                   "update purchase_line set ref = 'x'", "delete from purchase_line"):
        with (
            pytest.raises(sqlite3.IntegrityError, match="an order is never changed"),
            harbour.store.write() as db,
        ):
            db.execute(change)


def test_the_vendor_s_own_confirmation_by_export_finishes_it(
    harbour: Desk, tmp_path: Path
) -> None:
    ordered(harbour, S15, MAIL)
    take_in(harbour, tmp_path, licence("S-15", start="16-DEC-2026", end="15-DEC-2027"))
    assert statuses(harbour) == ["part"]


def test_costs_stand_on_the_order_also_where_they_are_unknown(harbour: Desk) -> None:
    ordered(harbour, "software:S-LATE", MAIL)
    [shown] = list_orders(harbour)
    costs = [[line.unit_cost for line in part.lines] for part in shown.order.ordered]
    assert costs == [[None, None, None], [1735]]


def test_beyond_9999_orders_are_listed_in_the_order_of_their_numbers(harbour: Desk) -> None:
    with harbour.store.write() as db:
        db.execute("insert into number_series (kind, year, latest) values ('O', 2026, 9998)")
    for ref in ("software:S-20", MAIL, KESTREL):
        ordered(harbour, ref)
    numbers = [shown.order.number for shown in list_orders(harbour)]
    assert numbers == ["O-2026-9999", "O-2026-10000", "O-2026-10001"]


def test_acceptances_of_one_customer_make_an_order_each(harbour: Desk) -> None:
    first, second = quoted(harbour, MAIL), quoted(harbour, S15)
    verified(harbour, MAIL, S15)
    yes(harbour, first, po="PO-1")
    yes(harbour, second, po="PO-2")
    assert [shown.order.purchase_order for shown in list_orders(harbour)] == ["PO-1", "PO-2"]
    assert states(harbour, MAIL, S15) == ["ordered", "ordered"]
