"""Some lines are accepted: the others go back, and what is kept must cost what it says."""

from __future__ import annotations

from datetime import date

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ordering import list_orders
from resellerdesk.desk.revising import revise
from resellerdesk.desk.stepping import advance

from desk.answers.harbour import (
    BREW1,
    BREW2,
    KESTREL,
    MAIL,
    S10,
    S15,
    TODAY,
    asked,
    everything,
    facts,
    quoted,
    refusal,
    state,
    states,
    status,
    verified,
    yes,
)


def test_fifteen_of_twenty_five_lose_the_band_and_the_figure_is_said(harbour: Desk) -> None:
    """Worked in docs/domain.md, section 6: 29.64 becomes 31.20, 15 times: +23.40."""
    number = quoted(harbour, S15, S10)
    verified(harbour, S15, S10)
    before = everything(harbour)
    with pytest.raises(Refusal) as refused:
        yes(harbour, number, S15)
    said = refusal(refused)
    assert "software:S-15 SEP-ESS-REN 31.20 EUR instead of 29.64 EUR a unit, +23.40 EUR" in said
    assert f"revise it (quote --revise {number})" in said
    assert everything(harbour) == before


def test_a_revision_with_the_lines_kept_is_then_accepted(harbour: Desk) -> None:
    number = quoted(harbour, S15, S10)
    verified(harbour, S15, S10)
    revised = revise(harbour, number, asked(S15), TODAY)
    assert [change.difference for change in revised.changes] == [2340, -29640]
    yes(harbour, number)
    assert states(harbour, S15, S10) == ["ordered", "due"]


def test_naming_a_line_twice_does_not_pass_for_two_lines(harbour: Desk) -> None:
    number = quoted(harbour, S15, S10)
    verified(harbour, S15, S10)
    with pytest.raises(Refusal) as refused:
        yes(harbour, number, S15, "S-15")
    assert "+23.40 EUR" in refusal(refused)


def test_what_is_left_out_goes_back_to_where_it_was_before_the_quote(harbour: Desk) -> None:
    advance(harbour, MAIL, "notify", {}, TODAY)
    number = quoted(harbour, S15, MAIL, KESTREL)
    verified(harbour, S15, MAIL, KESTREL)
    yes(harbour, number, S15, KESTREL)
    assert states(harbour, S15, MAIL, KESTREL) == ["ordered", "notified", "ordered"]
    assert facts(harbour, MAIL)["verified_on"] == "2026-11-24"
    assert status(harbour, number) == "accepted"


def test_what_is_left_out_stays_quoted_where_another_open_quote_names_it(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, KESTREL)
    other = quoted(harbour, MAIL)
    verified(harbour, MAIL, KESTREL)
    yes(harbour, number, KESTREL)
    assert (state(harbour, MAIL), status(harbour, other)) == ("quoted", "open")
    yes(harbour, other)
    assert state(harbour, MAIL) == "ordered"


def test_guards_of_lines_left_out_are_not_asked(harbour: Desk) -> None:
    number = quoted(harbour, KESTREL, BREW1, options={BREW1: "basic-12"})
    verified(harbour, KESTREL)
    yes(harbour, number, "KES-1")
    assert states(harbour, KESTREL, BREW1) == ["ordered", "brewing"]


def test_the_automatic_alignment_is_lost_with_the_latest_line(harbour: Desk) -> None:
    """Aligned to S-10, to 20 December 2027; alone, S-15 would end on the 15th."""
    number = quoted(harbour, S15, S10, align="auto")
    verified(harbour, S15, S10)
    with pytest.raises(Refusal) as refused:
        yes(harbour, number, S15)
    said = refusal(refused)
    assert "the periods would end on 2027-12-15" in said
    assert f"quote --revise {number}" in said
    assert "EUR instead of" in said


def test_the_line_that_set_the_common_end_can_be_accepted_alone(harbour: Desk) -> None:
    number = quoted(harbour, S15, MAIL, align="auto")
    verified(harbour, MAIL)
    yes(harbour, number, MAIL)
    [shown] = list_orders(harbour)
    assert [str(line.period.end) for part in shown.order.ordered for line in part.lines] == [
        "2028-01-14"
    ]
    assert states(harbour, S15, MAIL) == ["due", "ordered"]


def test_an_alignment_to_a_given_day_is_not_lost(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, KESTREL, align=date(2028, 1, 31))
    verified(harbour, KESTREL)
    yes(harbour, number, KESTREL)
    assert state(harbour, KESTREL) == "ordered"


def test_a_shared_add_on_goes_with_the_line_that_it_stands_on(harbour: Desk) -> None:
    """Premium Support was asked for on both and stands once, on the first."""
    number = quoted(harbour, MAIL, S15, option="essential-12+premium")
    verified(harbour, MAIL, S15)
    with pytest.raises(Refusal) as refused:
        yes(harbour, number, S15)
    assert "software:S-15 SW-PREMIUM +9500.00 EUR" in refusal(refused)
    yes(harbour, number, MAIL)
    [shown] = list_orders(harbour)
    assert [line.sku for part in shown.order.ordered for line in part.lines] == [
        "MSG-ESS-REN", "SW-PREMIUM"
    ]


def test_add_ons_that_nobody_else_asked_for_are_no_hindrance(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, S15, options={MAIL: "essential-12+premium+education=3"})
    verified(harbour, S15)
    yes(harbour, number, S15)
    assert states(harbour, MAIL, S15) == ["due", "ordered"]


def test_some_lines_of_an_alternative(harbour: Desk) -> None:
    number = quoted(harbour, S15, S10, MAIL, alternatives=("essential-24",),
                    options={MAIL: "essential-12"})
    verified(harbour, S15, S10)
    with pytest.raises(Refusal) as refused:
        yes(harbour, number, MAIL, alternative="essential-24")
    assert "not verified" in refusal(refused)
    yes(harbour, number, S15, S10, alternative="essential-24")
    [shown] = list_orders(harbour)
    assert [str(line.period.end) for part in shown.order.ordered for line in part.lines] == [
        "2028-12-15", "2028-12-20"
    ]


def test_a_ref_that_is_not_on_the_quote_is_named(harbour: Desk) -> None:
    number = quoted(harbour, S15, MAIL)
    with pytest.raises(Refusal) as refused:
        yes(harbour, number, S10)
    assert "software:S-10 is not on this quote; it has software:S-15, software:S-MAIL" in (
        refusal(refused)
    )


def test_the_rest_can_be_quoted_again(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, BREW2, options={BREW2: "barista-12"})
    verified(harbour, MAIL)
    yes(harbour, number, MAIL)
    again = quoted(harbour, BREW2, option="barista-12")
    assert again == "Q-2026-0002"
    yes(harbour, again)
    assert states(harbour, MAIL, BREW2) == ["ordered", "signed"]
