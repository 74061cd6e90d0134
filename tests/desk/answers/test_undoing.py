"""Undo takes the last step back, for all renewals that it moved, as a new entry."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from resellerdesk.core.history import SENT, STEP, UNDONE
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.assigning import assign, follow, note
from resellerdesk.desk.checking import check
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import decline, withdraw
from resellerdesk.desk.importing import import_files, import_full
from resellerdesk.desk.occasion import occasion
from resellerdesk.desk.ordering import give_out, show_order
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.revising import revise
from resellerdesk.desk.stepping import advance
from resellerdesk.desk.undoing import undo
from resellerdesk.store.events import Entry, append

from desk.answers.harbour import (
    BREW1,
    BREW2,
    GONE,
    KESTREL,
    LATE,
    LICENCES,
    MAIL,
    S10,
    S15,
    TODAY,
    asked,
    by,
    everything,
    facts,
    finding_keys,
    fulfilled,
    held,
    history,
    licence,
    licences,
    machines,
    on,
    ordered,
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


def sound(desk: Desk) -> bool:
    return all(found.problem is None for found in check(desk))


def refused_undo(desk: Desk, ref: str) -> str:
    """Undo is refused and changes nothing; returns why."""
    before = everything(desk)
    with pytest.raises(Refusal) as refused:
        undo(desk, ref)
    assert everything(desk) == before
    return refusal(refused)


def test_a_step_by_hand(harbour: Desk) -> None:
    advance(harbour, S15, "notify", {}, TODAY)
    undo(by(harbour, "jonas"), S15)
    assert (state(harbour, S15), facts(harbour, S15)) == ("due", {})
    entry = history(harbour, S15)[-1]
    assert (entry.what, entry.by, entry.data["step"]) == (UNDONE, "jonas", "notify")
    assert [event.what for event in history(harbour, S15)] == ["opened", STEP, UNDONE]


def test_steps_one_after_the_other_back_to_the_start(harbour: Desk) -> None:
    advance(harbour, S15, "notify", {}, TODAY)
    verified(harbour, S15)
    note(harbour, S15, "called")
    number = quoted(harbour, S15)
    assign(harbour, S15, "jonas")
    undo(harbour, S15)
    assert record(harbour, S15).cycle.standing.owner == "aiko"
    undo(harbour, S15)
    assert (state(harbour, S15), status(harbour, number)) == ("notified", "withdrawn")
    undo(harbour, S15)  # the note
    undo(harbour, S15)  # verify
    assert "verified_on" not in facts(harbour, S15) or facts(harbour, S15)["verified_on"] is None
    undo(harbour, S15)
    assert state(harbour, S15) == "due"
    assert "nothing to take back" in refused_undo(harbour, S15)
    assert sound(harbour)


def test_details_that_a_step_changed_come_back(harbour: Desk) -> None:
    advance(harbour, BREW1, "descale", {"cups": "9000"}, TODAY)
    undo(harbour, BREW1)
    assert record(harbour, BREW1).held.columns.details["cups"] == 8200
    assert not facts(harbour, BREW1).get("descaled_on")


def test_what_an_import_said_since_is_not_lost(harbour: Desk, tmp_path: Path) -> None:
    """Its step changed the counter, an export the counter too: taking back is refused."""
    advance(harbour, BREW1, "descale", {"cups": "9000"}, TODAY)
    file = machines(tmp_path, ["BREW-1,C-1,☕,Moka 4,9100,2026-01-15 → 2027-01-14,"])
    import_files(harbour, [file])
    assert "machines.csv" in refused_undo(harbour, BREW1)
    assert record(harbour, BREW1).held.columns.details["model"] == "Moka 4"


def test_owner_note_and_follow_up(harbour: Desk) -> None:
    assign(harbour, S15, "jonas")
    follow(harbour, S15, date(2026, 12, 1), "call again")
    undo(harbour, S15)
    standing = record(harbour, S15).cycle.standing
    assert (standing.follow_on, standing.follow_text, standing.owner) == (None, "", "jonas")
    undo(harbour, S15)
    assert record(harbour, S15).cycle.standing.owner == "aiko"


def test_a_stored_quote_is_taken_back_by_withdrawing_it(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, KESTREL)
    verified(harbour, KESTREL)
    undo(harbour, MAIL)
    assert status(harbour, number) == "withdrawn"
    assert states(harbour, MAIL, KESTREL) == ["due", "due"]
    assert facts(harbour, KESTREL)["verified_on"] == "2026-11-24"
    assert quoted(harbour, MAIL) == "Q-2026-0002"


def test_after_a_quote_was_taken_back_undo_goes_on_to_the_step_before_it(harbour: Desk) -> None:
    advance(harbour, MAIL, "notify", {}, TODAY)
    number = quoted(harbour, MAIL)
    undo(harbour, MAIL)
    undo(harbour, MAIL)
    assert (state(harbour, MAIL), status(harbour, number)) == ("due", "withdrawn")
    assert sound(harbour)


def test_a_second_quote_is_taken_back_alone(harbour: Desk) -> None:
    first, second = quoted(harbour, MAIL), quoted(harbour, MAIL)
    undo(harbour, MAIL)
    assert (status(harbour, first), status(harbour, second)) == ("open", "withdrawn")
    assert state(harbour, MAIL) == "quoted"
    undo(harbour, MAIL)
    assert (status(harbour, first), state(harbour, MAIL)) == ("withdrawn", "due")


def test_a_revision_is_taken_back_by_withdrawing_the_quote(harbour: Desk) -> None:
    advance(harbour, MAIL, "notify", {}, TODAY)
    number = quoted(harbour, MAIL, KESTREL)
    revise(harbour, number, asked(MAIL), TODAY)
    undo(harbour, MAIL)
    assert (status(harbour, number), states(harbour, MAIL, KESTREL)) == (
        "withdrawn", ["notified", "due"]
    )
    undo(harbour, MAIL)
    assert state(harbour, MAIL) == "due"
    assert "nothing to take back" in refused_undo(harbour, KESTREL)
    assert sound(harbour)


def test_an_acceptance_as_a_whole(harbour: Desk) -> None:
    """Two vendors, two families, one line left out: all of it, from whichever line."""
    number = quoted(harbour, S15, KESTREL, BREW2, MAIL, options={BREW2: "barista-12"})
    verified(harbour, S15, KESTREL)
    yes(harbour, number, S15, KESTREL, BREW2)
    assert states(harbour, S15, KESTREL, BREW2, MAIL) == ["ordered", "ordered", "signed", "due"]
    undo(harbour, MAIL)
    assert states(harbour, S15, KESTREL, BREW2, MAIL) == ["quoted", "quoted", "offered", "quoted"]
    assert status(harbour, number) == "open"
    assert [show_order(harbour, f"O-2026-000{n}").status for n in (1, 2, 3)] == ["cancelled"] * 3
    assert record(harbour, S15).cycle.standing.ordered_on is None
    assert sound(harbour)


def test_the_order_s_number_stays_void_and_the_next_one_is_drawn(harbour: Desk) -> None:
    number = ordered(harbour, MAIL)
    undo(harbour, MAIL)
    yes(harbour, number, po="PO-2")
    assert record(harbour, MAIL).cycle.standing.order_number == "O-2026-0002"
    assert [show_order(harbour, f"O-2026-000{n}").status for n in (1, 2)] == ["cancelled", "new"]
    assert sound(harbour)


def test_a_refusal_by_the_customer(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, KESTREL)
    decline(harbour, number, "price", "")
    undo(harbour, KESTREL)
    assert (status(harbour, number), states(harbour, MAIL, KESTREL)) == (
        "open", ["quoted", "quoted"]
    )
    verified(harbour, MAIL, KESTREL)
    yes(harbour, number)
    assert states(harbour, MAIL, KESTREL) == ["ordered", "ordered"]


def test_a_withdrawal(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, KESTREL)
    withdraw(harbour, number)
    undo(harbour, MAIL)
    assert (status(harbour, number), states(harbour, MAIL, KESTREL)) == (
        "open", ["quoted", "quoted"]
    )


def test_a_withdrawal_that_moved_nothing_because_another_quote_holds(harbour: Desk) -> None:
    first, second = quoted(harbour, MAIL), quoted(harbour, MAIL)
    withdraw(harbour, first)
    undo(harbour, MAIL)
    assert (status(harbour, first), status(harbour, second)) == ("open", "open")
    assert state(harbour, MAIL) == "quoted"


def test_declining_reopening_and_cancelling_by_hand(harbour: Desk) -> None:
    advance(harbour, S15, "decline", {"reason": "price"}, TODAY)
    advance(harbour, S15, "reopen", {}, TODAY)
    undo(harbour, S15)
    assert state(harbour, S15) == "declined"
    undo(harbour, S15)
    assert state(harbour, S15) == "due"
    ordered(harbour, MAIL)
    advance(harbour, MAIL, "cancel", {"reason": "never confirmed"}, TODAY)
    undo(harbour, MAIL)
    assert state(harbour, MAIL) == "ordered"
    assert show_order(harbour, "O-2026-0001").status == "new"
    assert record(harbour, MAIL).cycle.standing.ordered_on == TODAY


def test_a_closed_cycle_with_the_renewal_that_it_opened(harbour: Desk) -> None:
    ordered(harbour, S15)
    before = record(harbour, S15)
    fulfilled(harbour, S15)
    assert record(harbour, S15).cycle.cycle == 2
    undo(harbour, S15)
    after = record(harbour, S15)
    assert (after.held.columns, after.cycle.standing) == (before.held.columns,
                                                          before.cycle.standing)
    assert after.cycle.cycle == 1
    assert show_order(harbour, "O-2026-0001").status == "new"
    fulfilled(harbour, S15)
    assert held(harbour, S15)[:2] == ("2026-12-16", "2027-12-15")
    assert sound(harbour)


def test_not_once_something_was_done_on_the_next_renewal(harbour: Desk) -> None:
    ordered(harbour, S15)
    fulfilled(harbour, S15)
    advance(harbour, S15, "notify", {}, TODAY)
    undo(harbour, S15)  # that step itself
    assert state(harbour, S15) == "due"
    assert record(harbour, S15).cycle.cycle == 2
    assert "was worked on" in refused_undo(harbour, S15)


def test_not_once_an_export_changed_the_next_period(harbour: Desk, tmp_path: Path) -> None:
    ordered(harbour, S15)
    fulfilled(harbour, S15)
    take_in(harbour, tmp_path, licence("S-15", sku="SEP-ESS-REN", covered="14",
                                       start="16-DEC-2026", end="15-DEC-2027"))
    assert "newer.csv" in refused_undo(harbour, S15)


def test_a_new_reference_is_taken_back_with_the_old_one_s_closing(harbour: Desk) -> None:
    quoted(harbour, GONE, option="repurchase")
    verified(harbour, GONE)
    yes(harbour, "Q-2026-0001")
    fulfilled(harbour, GONE, renewal_id="S-NEW")
    assert state(harbour, "software:S-NEW") == "due"
    undo(harbour, GONE)
    assert state(harbour, GONE) == "ordered"
    with pytest.raises(Refusal) as refused:
        record(harbour, "software:S-NEW")
    assert "names no entitlement" in refusal(refused)
    fulfilled(harbour, GONE, renewal_id="S-NEW")
    assert state(harbour, "software:S-NEW") == "due"
    assert sound(harbour)


def test_the_new_reference_s_own_undo_takes_back_what_opened_it(harbour: Desk) -> None:
    ordered(harbour, GONE, option="repurchase")
    fulfilled(harbour, GONE, renewal_id="S-NEW")
    why = refused_undo(harbour, "software:S-NEW")
    assert "nothing to take back" in why


def test_not_once_the_new_reference_was_worked_on(harbour: Desk) -> None:
    ordered(harbour, GONE, option="repurchase")
    fulfilled(harbour, GONE, renewal_id="S-NEW")
    advance(harbour, "software:S-NEW", "notify", {}, TODAY)
    assert "worked on already" in refused_undo(harbour, GONE)


def test_not_after_an_order_was_given_out_and_it_says_what_and_when(
    harbour: Desk, tmp_path: Path
) -> None:
    ordered(harbour, S15, KESTREL)
    given(on(harbour, date(2026, 11, 26), "jonas"), "O-2026-0002", tmp_path / "kestrel.csv")
    for ref in (S15, KESTREL):
        said = refused_undo(harbour, ref)
        assert "cannot be taken back: order O-2026-0002 given out" in said
        assert "kestrel.csv" in said
        assert "2026-11-26" in said
        assert "jonas" in said


def given(desk: Desk, number: str, path: Path) -> None:
    give_out(desk, number, str(path))


def test_what_was_done_after_giving_out_can_still_be_taken_back(
    harbour: Desk, tmp_path: Path
) -> None:
    ordered(harbour, MAIL)
    given(harbour, "O-2026-0001", tmp_path / "order.csv")
    fulfilled(harbour, MAIL)
    undo(harbour, MAIL)
    assert state(harbour, MAIL) == "ordered"
    assert "given out" in refused_undo(harbour, MAIL)


def test_not_after_a_message_was_sent(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    found = record(harbour, MAIL)
    data = {"quote": number, "to": "buyer@cafe.example"}
    with harbour.store.write() as db:
        event = occasion(on(harbour, date(2026, 11, 25))).event(SENT, data)
        append(db, [Entry(found.held.id, found.cycle.id, event)])
    said = refused_undo(harbour, MAIL)
    assert f"{number} sent to buyer@cafe.example on 2026-11-25" in said


def test_not_while_another_line_was_worked_on_since(harbour: Desk) -> None:
    ordered(harbour, MAIL, KESTREL)
    note(by(harbour, "jonas"), KESTREL, "they called")
    said = refused_undo(harbour, MAIL)
    assert "software:KES-1: jonas did something since (note: they called)" in said
    undo(harbour, KESTREL)
    undo(harbour, MAIL)
    assert states(harbour, MAIL, KESTREL) == ["quoted", "quoted"]


def test_what_an_export_finished_is_taken_back_one_by_one(
    harbour: Desk, tmp_path: Path
) -> None:
    """One file moved two renewals on; they are no step together."""
    number = ordered(harbour, S15, S10)
    take_in(harbour, tmp_path,
            licence("S-15", start="16-DEC-2026", end="15-DEC-2027"),
            licence("S-10", start="21-DEC-2026", end="20-DEC-2027"))
    undo(harbour, S15)
    assert (state(harbour, S15), record(harbour, S15).cycle.cycle) == ("ordered", 1)
    assert (state(harbour, S10), record(harbour, S10).cycle.cycle) == ("due", 2)
    assert show_order(harbour, "O-2026-0001").status == "part"
    assert status(harbour, number) == "accepted"
    assert sound(harbour)


def test_a_closed_renewal_is_not_opened_under_one_that_an_export_opened(
    harbour: Desk, tmp_path: Path
) -> None:
    advance(harbour, S15, "decline", {"reason": "price"}, TODAY)
    take_in(harbour, tmp_path, licence("S-15", start="16-DEC-2026", end="15-DEC-2027"))
    assert state(harbour, S15) == "due"
    refused_undo(harbour, S15)


def test_an_undo_is_itself_no_step_to_take_back(harbour: Desk) -> None:
    ordered(harbour, MAIL)
    undo(harbour, MAIL)
    undo(harbour, MAIL)  # verify, not the undoing
    assert state(harbour, MAIL) == "quoted"
    assert not facts(harbour, MAIL).get("verified_on")


def test_the_mark_of_a_missing_one_comes_back_with_the_decision(
    harbour: Desk, tmp_path: Path
) -> None:
    file = licences(tmp_path, [row for row in LICENCES if "S-LATE" not in row])
    import_full(harbour, [file], TODAY)
    advance(harbour, LATE, "decline", {"reason": "void"}, TODAY)
    assert record(harbour, LATE).missing_since is None
    undo(harbour, LATE)
    assert record(harbour, LATE).missing_since == TODAY
    assert "missing" in finding_keys(harbour, LATE)


def test_an_approval_is_no_step_and_stays_in_the_history(harbour: Desk) -> None:
    number = make_quote(harbour, asked(MAIL), TODAY).number
    assert number is not None
    undo(harbour, MAIL)
    assert status(harbour, number) == "withdrawn"


def test_a_closed_renewal_is_not_quoted_again_by_a_quote_that_ended_since(harbour: Desk) -> None:
    """It was closed by hand; then its quote was withdrawn; then closing it is taken back."""
    advance(harbour, MAIL, "notify", {}, TODAY)
    number = quoted(harbour, MAIL, KESTREL)
    advance(harbour, MAIL, "decline", {"reason": "price"}, TODAY)
    withdraw(harbour, number)
    undo(harbour, MAIL)
    assert state(harbour, MAIL) == "notified"
    assert sound(harbour)
