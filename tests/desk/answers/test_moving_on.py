"""Finishing: the period moves on and the next renewal opens, under the old or a new reference."""

from __future__ import annotations

from datetime import date

import pytest

from resellerdesk.core.history import told
from resellerdesk.core.phase import Phase
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ordering import show_order
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.showing import show
from resellerdesk.desk.stepping import advance
from resellerdesk.desk.worklist import DueQuery, due

from desk.answers.harbour import (
    BREW2,
    GONE,
    LATE,
    MAIL,
    S15,
    TODAY,
    asked,
    facts,
    finding_keys,
    fulfilled,
    held,
    history,
    ordered,
    phase,
    quoted,
    record,
    refusal,
    state,
    yes,
)


def test_the_next_renewal_opens_at_the_first_state_with_what_is_pending(harbour: Desk) -> None:
    advance(harbour, S15, "notify", {}, TODAY)
    ordered(harbour, S15)
    fulfilled(harbour, S15)
    cycle = record(harbour, S15).cycle
    assert (cycle.cycle, cycle.state, cycle.standing.owner) == (2, "due", "aiko")
    assert facts(harbour, S15)["activation_pending"] is True
    assert facts(harbour, S15)["notified_on"] is None
    assert cycle.standing.order_number is None


def test_a_lapsed_renewal_moves_on_to_its_term_not_to_its_arrears(harbour: Desk) -> None:
    ordered(harbour, LATE)
    fulfilled(harbour, LATE)
    assert held(harbour, LATE) == ("2026-11-24", "2027-11-23", 5, "BE-ESS-REN")


def test_an_aligned_renewal_moves_on_to_the_common_end(harbour: Desk) -> None:
    ordered(harbour, S15, MAIL, align="auto")
    fulfilled(harbour, S15, MAIL)
    assert [held(harbour, ref)[1] for ref in (S15, MAIL)] == ["2028-01-14", "2028-01-14"]


def test_the_order_says_how_far_its_renewals_are(harbour: Desk) -> None:
    ordered(harbour, S15, MAIL)
    assert show_order(harbour, "O-2026-0001").status == "new"
    fulfilled(harbour, S15)
    assert show_order(harbour, "O-2026-0001").status == "part"
    fulfilled(harbour, MAIL)
    assert show_order(harbour, "O-2026-0001").status == "done"


def test_the_toy_carries_its_own_facts_over(harbour: Desk) -> None:
    quoted(harbour, BREW2, option="barista-12+kit=2")
    advance(harbour, BREW2, "descale", {"cups": "13000"}, TODAY)
    yes(harbour, "Q-2026-0001")
    advance(harbour, BREW2, "service", {"day": "2026-12-21"}, TODAY)
    assert held(harbour, BREW2) == ("2026-12-20", "2027-12-19", 1, "COF-BARISTA")
    assert facts(harbour, BREW2) == {
        "descaled_on": "2026-11-24", "burnt_out": False, "missed_visits": 0
    }


def test_licences_bought_again_run_twelve_months_from_the_acceptance(harbour: Desk) -> None:
    """Gone: the one option is a repurchase, its charge is one-off; SKU and quantity are taken."""
    number = make_quote(harbour, asked(GONE, quantity=6), TODAY).number
    assert number is not None
    advance(harbour, GONE, "verify", {"renewal_id": "S-GONE"}, TODAY)
    yes(harbour, number, as_of=date(2026, 12, 1))
    fulfilled(harbour, GONE, as_of=date(2026, 12, 9))
    assert held(harbour, GONE) == ("2026-12-01", "2027-11-30", 6, "SEP-ESS-NEW")
    assert record(harbour, GONE).held.columns.details["licensed"] == 6


def test_a_new_reference_closes_the_old_as_replaced_and_opens_a_new_one(harbour: Desk) -> None:
    ordered(harbour, GONE, option="repurchase")
    fulfilled(harbour, GONE, renewal_id="S-NEW")
    assert held(harbour, "software:S-NEW") == ("2026-11-24", "2027-11-23", 4, "SEP-ESS-NEW")
    assert (state(harbour, "software:S-NEW"), phase(harbour, GONE)) == ("due", Phase.WON)
    assert facts(harbour, "software:S-NEW")["activation_pending"] is True
    assert held(harbour, GONE)[1] == "2024-10-31"
    open_refs = [row.ref for row in due(harbour, DueQuery(within=1000), TODAY)]
    assert GONE not in open_refs
    assert "software:S-NEW" in open_refs
    assert show_order(harbour, "O-2026-0001").status == "done"
    assert "S-NEW" in str(history(harbour, GONE)[-1].data)


def test_the_history_of_the_old_one_names_the_new(harbour: Desk) -> None:
    ordered(harbour, GONE, option="repurchase")
    fulfilled(harbour, GONE, renewal_id="S-NEW")
    assert "S-NEW" in str(told(show(harbour, GONE, TODAY).history[-1]))


def test_a_machine_that_was_exchanged_goes_on_under_its_new_tag(harbour: Desk) -> None:
    quoted(harbour, BREW2, option="barista-12")
    yes(harbour, "Q-2026-0001")
    advance(harbour, BREW2, "service", {"day": "2026-12-21", "tag": "BREW-9"}, TODAY)
    assert held(harbour, "coffee:BREW-9")[:2] == ("2026-12-20", "2027-12-19")
    assert phase(harbour, BREW2) is Phase.WON


def test_a_new_reference_that_is_held_already_is_refused(harbour: Desk) -> None:
    ordered(harbour, GONE, option="repurchase")
    with pytest.raises(Refusal) as refused:
        fulfilled(harbour, GONE, renewal_id="S-15")
    assert "software:S-15 is held already" in refusal(refused)
    assert state(harbour, GONE) == "ordered"


def test_a_renewal_proper_keeps_its_reference(harbour: Desk) -> None:
    ordered(harbour, S15)
    with pytest.raises(Refusal) as refused:
        fulfilled(harbour, S15, renewal_id="S-NEW")
    assert "keeps its renewal ID" in refusal(refused)
    fulfilled(harbour, S15, renewal_id="S-15")
    assert held(harbour, S15)[0] == "2026-12-16"


def test_the_next_period_can_be_quoted_at_once(harbour: Desk) -> None:
    ordered(harbour, S15)
    fulfilled(harbour, S15)
    assert quoted(harbour, S15, as_of=date(2026, 12, 20)) == "Q-2026-0002"
    assert state(harbour, S15) == "quoted"
    assert "uncovered_licences" not in finding_keys(harbour, S15)
