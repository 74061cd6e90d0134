"""The customer says yes: all or nothing, one order to each vendor."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from resellerdesk.core.phase import Phase
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.accepting import Answer, accept
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import decline, withdraw
from resellerdesk.desk.ordering import list_orders, show_order
from resellerdesk.desk.revising import revise
from resellerdesk.desk.showing import show
from resellerdesk.desk.stepping import advance

from desk.answers.harbour import (
    BREW1,
    BREW2,
    KESTREL,
    LATE,
    MAIL,
    S10,
    S15,
    TODAY,
    asked,
    by,
    descaled,
    everything,
    facts,
    finding_keys,
    fulfilled,
    held,
    history,
    licence,
    ordered,
    phase,
    quoted,
    record,
    refusal,
    state,
    states,
    status,
    take_in,
    verified,
    yes,
)


def test_every_line_is_ordered_and_the_quote_accepted(harbour: Desk) -> None:
    number = quoted(harbour, S15, S10)
    verified(harbour, S15, S10)
    accepted = yes(harbour, number)
    assert (accepted.number, accepted.status) == (number, "accepted")
    assert (status(harbour, number), states(harbour, S15, S10)) == (
        "accepted", ["ordered", "ordered"]
    )
    assert record(harbour, S15).cycle.standing.order_number == "O-2026-0001"
    assert facts(harbour, S15)["ordered_on"] == "2026-11-24"


def test_all_or_nothing_and_every_guard_that_refuses_is_named(harbour: Desk) -> None:
    number = quoted(harbour, S15, S10, BREW1, options={BREW1: "basic-12"})
    verified(harbour, S15)
    before = everything(harbour)
    with pytest.raises(Refusal) as refused:
        yes(harbour, number)
    said = refusal(refused)
    assert said.startswith(f"{number} cannot be accepted: ")
    assert "software:S-10: ownership of S-10 is not verified" in said
    assert "coffee:BREW-1: BREW-1 is not descaled: take the step descale" in said
    assert "S-15" not in said
    assert everything(harbour) == before


def test_families_and_vendors_together_give_an_order_each(harbour: Desk) -> None:
    """Two vendors of one family, and a family of another vendor: three orders, one acceptance."""
    number = quoted(harbour, S15, KESTREL, S10, BREW2, options={BREW2: "barista-12"})
    verified(harbour, S15, S10, KESTREL)
    yes(harbour, number, po="PO-77")
    orders = [shown.order for shown in list_orders(harbour)]
    assert [(o.number, o.vendor, [p.item.ref for p in o.ordered]) for o in orders] == [
        ("O-2026-0001", "Symantec", [S15, S10]),
        ("O-2026-0002", "Kestrel", [KESTREL]),
        ("O-2026-0003", "Crema", [BREW2]),
    ]
    assert {(o.quote, o.purchase_order, o.as_of) for o in orders} == {(number, "PO-77", TODAY)}
    assert record(harbour, KESTREL).cycle.standing.order_number == "O-2026-0002"


def test_an_order_carries_what_its_vendor_asks_for_and_the_costs(harbour: Desk) -> None:
    ordered(harbour, S15)
    [part] = show_order(harbour, "O-2026-0001").order.ordered
    assert [(fact.key, fact.value) for fact in part.for_vendor] == [
        ("renewal_id", "S-15"), ("certificate", "CERT-15")
    ]
    assert [(line.sku, line.unit_cost) for line in part.lines] == [("SEP-ESS-REN", 2496)]


def test_each_option_takes_its_own_accepted_step(harbour: Desk) -> None:
    number = quoted(harbour, BREW1, BREW2, options={BREW1: "basic-12", BREW2: "barista-12"})
    descaled(harbour, BREW1)
    yes(harbour, number)
    assert states(harbour, BREW1, BREW2) == ["booked", "signed"]


def test_the_day_given_is_the_day_of_acceptance(harbour: Desk) -> None:
    """Late to be typed, in time to be said: validity, guards and the situation go by that day."""
    number = quoted(harbour, S15)
    verified(harbour, S15)
    yes(harbour, number, as_of=date(2026, 12, 15))
    assert show_order(harbour, "O-2026-0001").order.as_of == date(2026, 12, 15)
    assert record(harbour, S15).cycle.standing.ordered_on == date(2026, 12, 15)
    assert show(harbour, S15, date(2027, 3, 1)).situation == "on_time"


def test_after_the_validity_it_is_refused_and_a_revision_proposed(harbour: Desk) -> None:
    """S-15 ends on 15 December, and with it the quote's validity."""
    number = quoted(harbour, S15)
    verified(harbour, S15)
    before = everything(harbour)
    with pytest.raises(Refusal) as refused:
        yes(harbour, number, as_of=date(2026, 12, 16))
    said = refusal(refused)
    assert "was valid until 2026-12-15" in said
    assert f"quote --revise {number}" in said
    assert everything(harbour) == before


def test_it_cannot_have_been_accepted_before_it_was_made(harbour: Desk) -> None:
    number = quoted(harbour, S15)
    verified(harbour, S15)
    with pytest.raises(Refusal) as refused:
        yes(harbour, number, as_of=date(2026, 11, 23))
    assert "was made on 2026-11-24" in refusal(refused)


def test_printed_prices_and_periods_stand_however_late_in_time(harbour: Desk) -> None:
    """A lapsed renewal starts on the day of the quote; accepting it later moves nothing."""
    number = quoted(harbour, LATE)
    verified(harbour, LATE)
    yes(harbour, number, as_of=date(2026, 12, 10))
    fulfilled(harbour, LATE, as_of=date(2026, 12, 11))
    assert held(harbour, LATE)[:2] == ("2026-11-24", "2027-11-23")


def test_what_was_accepted_is_what_the_period_moves_on_to(harbour: Desk) -> None:
    """Quantity, SKU and term as quoted, not as held; what is uncovered stays a finding."""
    ordered(harbour, S15, option="essential-24", quantity=12)
    fulfilled(harbour, S15)
    assert held(harbour, S15) == ("2026-12-16", "2028-12-15", 12, "SEP-ESS-REN")
    assert "uncovered_licences" in finding_keys(harbour, S15)
    assert record(harbour, S15).cycle.cycle == 2


def test_an_alternative_is_accepted_as_a_whole(harbour: Desk) -> None:
    number = quoted(harbour, S15, MAIL, alternatives=("essential-24", "essential-36+premium"))
    verified(harbour, S15)
    with pytest.raises(Refusal) as refused:
        yes(harbour, number, S15, alternative="essential-48")
    said = refusal(refused)
    assert "has no alternative essential-48; it has essential-24, essential-36+premium" in said


def test_the_alternative_s_lines_go_into_the_order(harbour: Desk) -> None:
    number = quoted(harbour, S15, alternatives=("essential-24", "essential-36+premium"))
    verified(harbour, S15)
    yes(harbour, number, alternative="essential-36+premium")
    [part] = show_order(harbour, "O-2026-0001").order.ordered
    assert [(line.sku, line.quantity, str(line.period.end)) for line in part.lines] == [
        ("SEP-ESS-REN", 15, "2029-12-15"), ("SW-PREMIUM", 1, "2029-12-15")
    ]
    fulfilled(harbour, S15)
    assert held(harbour, S15)[:2] == ("2026-12-16", "2029-12-15")


def test_the_signed_copy_is_kept_with_its_hash(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    verified(harbour, MAIL)
    yes(harbour, number, signed=b"%PDF signed by hand")
    with harbour.store.read() as db:
        rows = db.execute(
            "select number, revision, sha256, content from document where kind = 'signed'"
        ).fetchall()
    expected = hashlib.sha256(b"%PDF signed by hand").hexdigest()
    assert rows == [(number, 1, expected, b"%PDF signed by hand")]


def test_a_purchase_order_is_wanted(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    verified(harbour, MAIL)
    with pytest.raises(Refusal) as refused:
        accept(harbour, Answer(number, "  ", TODAY))
    assert "purchase order" in refusal(refused)


def test_an_unknown_number_is_refused(harbour: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        yes(harbour, "Q-2026-0099")
    assert "there is no quote Q-2026-0099" in refusal(refused)


@pytest.mark.parametrize("ended", ["accepted", "declined", "withdrawn"])
def test_a_quote_that_ended_is_not_accepted_and_says_by_whom(harbour: Desk, ended: str) -> None:
    number = quoted(harbour, MAIL)
    verified(harbour, MAIL)
    jonas = by(harbour, "jonas")
    if ended == "accepted":
        yes(jonas, number)
    elif ended == "declined":
        decline(jonas, number, "price", "")
    else:
        withdraw(jonas, number)
    before = everything(harbour)
    with pytest.raises(Refusal) as refused:
        yes(harbour, number)
    said = refusal(refused)
    assert f"{number} is {ended}" in said
    assert "jonas" in said
    assert everything(harbour) == before


def test_only_the_newest_revision_is_accepted(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    revise(harbour, number, asked(discount="10"), TODAY)
    verified(harbour, MAIL)
    assert yes(harbour, number).revision == 2
    [part] = show_order(harbour, "O-2026-0001").order.ordered
    assert [line.unit_net for line in part.lines] == [1980]
    assert status(harbour, number, 1) == "superseded"


def test_a_line_that_was_ordered_by_another_quote_meanwhile_is_named(harbour: Desk) -> None:
    both = quoted(harbour, MAIL, KESTREL)
    alone = quoted(harbour, MAIL)
    verified(harbour, MAIL, KESTREL)
    yes(harbour, alone)
    with pytest.raises(Refusal) as refused:
        yes(harbour, both)
    said = refusal(refused)
    assert "software:S-MAIL: it is ordered" in said
    assert "order by marie on 2026-11-24" in said
    assert "leave it out with --only, or revise the quote" in said
    yes(harbour, both, KESTREL)
    assert states(harbour, MAIL, KESTREL) == ["ordered", "ordered"]


def test_a_line_whose_period_moved_on_meanwhile_is_named(harbour: Desk) -> None:
    both = quoted(harbour, MAIL, KESTREL)
    ordered(harbour, MAIL)
    fulfilled(harbour, MAIL)
    verified(harbour, KESTREL)
    with pytest.raises(Refusal) as refused:
        yes(harbour, both)
    said = refusal(refused)
    assert "software:S-MAIL: its renewal has moved on since" in said
    yes(harbour, both, KESTREL)
    assert states(harbour, MAIL, KESTREL) == ["due", "ordered"]


def test_a_line_that_was_closed_meanwhile_is_named(harbour: Desk) -> None:
    both = quoted(harbour, MAIL, KESTREL)
    verified(harbour, MAIL, KESTREL)
    advance(harbour, MAIL, "decline", {"reason": "no_budget"}, TODAY)
    with pytest.raises(Refusal) as refused:
        yes(harbour, both)
    assert "software:S-MAIL: it is declined" in refusal(refused)


def test_a_later_import_changes_the_entitlement_and_never_the_quote(
    harbour: Desk, tmp_path: Path
) -> None:
    number = quoted(harbour, MAIL)
    take_in(harbour, tmp_path, licence("S-MAIL", licensed="9", covered="9"))
    verified(harbour, MAIL)
    yes(harbour, number)
    fulfilled(harbour, MAIL)
    assert held(harbour, MAIL)[2] == 5


def test_the_history_names_quote_order_and_purchase_order(harbour: Desk) -> None:
    number = ordered(harbour, MAIL)
    told = str(show(harbour, MAIL, TODAY).history[-1].data["values"])
    assert "PO-1" in told
    data = history(harbour, MAIL)[-1].data
    assert (data["quote"], data["order"]) == (number, "O-2026-0001")


def test_an_ordered_renewal_is_neither_quoted_nor_due_a_second_time(harbour: Desk) -> None:
    ordered(harbour, MAIL)
    with pytest.raises(Refusal) as refused:
        quoted(harbour, MAIL)
    assert "its renewal is ordered" in refusal(refused)
    assert phase(harbour, MAIL) is Phase.ORDERED


def test_numbers_of_orders_have_no_gap_where_acceptances_are_refused(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, KESTREL)
    verified(harbour, MAIL)
    with pytest.raises(Refusal):
        yes(harbour, number)
    verified(harbour, KESTREL)
    yes(harbour, number)
    assert [shown.order.number for shown in list_orders(harbour)] == [
        "O-2026-0001", "O-2026-0002"
    ]


def test_orders_are_numbered_by_the_year_of_acceptance(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, as_of=date(2026, 12, 20))
    verified(harbour, MAIL)
    yes(harbour, number, as_of=date(2027, 1, 10))
    assert number == "Q-2026-0001"
    assert [shown.order.number for shown in list_orders(harbour)] == ["O-2027-0001"]
    assert state(harbour, MAIL) == "ordered"
