"""Imports against work in progress: never backwards, and what differs is found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from resellerdesk.core.entitlement import Nothing
from resellerdesk.core.phase import Phase
from resellerdesk.core.standard_steps import standard
from resellerdesk.core.workflow import AnyWorkflow, On, Workflow
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import decline
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.importing import check_files, import_files
from resellerdesk.desk.live_points import live_points
from resellerdesk.desk.ordering import show_order
from resellerdesk.desk.revising import revise
from resellerdesk.desk.showing import show
from resellerdesk.desk.stepping import advance
from resellerdesk.desk.undoing import undo

from desk.answers.harbour import (
    BREW1,
    GONE,
    LICENCES,
    MAIL,
    S10,
    S15,
    TODAY,
    asked,
    descaled,
    everything,
    facts,
    finding_keys,
    finding_texts,
    fulfilled,
    held,
    history,
    licence,
    licences,
    machines,
    ordered,
    quoted,
    record,
    state,
    status,
    take_in,
    verified,
    yes,
)

LATER = licence("S-15", start="16-DEC-2026", end="15-DEC-2027")


def reached(desk: Desk, where: str) -> None:
    """S-15 on its way: as far as the word says."""
    if where == "notified":
        advance(desk, S15, "notify", {}, TODAY)
    elif where == "quoted":
        quoted(desk, S15)
    elif where == "ordered":
        ordered(desk, S15)
    elif where == "fulfilled":
        ordered(desk, S15)
        fulfilled(desk, S15)
    elif where == "declined":
        advance(desk, S15, "decline", {"reason": "price"}, TODAY)
    elif where == "let go":
        advance(desk, S15, "let_go", {}, date(2027, 1, 5))


WAYS = ["due", "notified", "quoted", "ordered", "fulfilled", "declined", "let go"]


@pytest.mark.parametrize("where", WAYS)
def test_the_same_file_again_is_harmless_at_any_state(
    harbour: Desk, tmp_path: Path, where: str
) -> None:
    reached(harbour, where)
    before = everything(harbour)
    report = take_in(harbour, tmp_path, *LICENCES)
    assert (report.created, report.updated, report.unchanged) == (0, 0, len(LICENCES))
    assert not report.findings
    assert everything(harbour) == before


@pytest.mark.parametrize("where", WAYS)
def test_a_newer_file_twice_is_harmless_at_any_state(
    harbour: Desk, tmp_path: Path, where: str
) -> None:
    reached(harbour, where)
    take_in(harbour, tmp_path, LATER)
    assert held(harbour, S15)[:2] == ("2026-12-16", "2027-12-15")
    assert state(harbour, S15) == "due"
    before = everything(harbour)
    assert take_in(harbour, tmp_path, LATER).unchanged == 1
    assert everything(harbour) == before


def test_the_old_export_after_the_period_moved_on_counts_as_unchanged(
    harbour: Desk, tmp_path: Path
) -> None:
    """No other column of such a row is taken either."""
    ordered(harbour, S15)
    fulfilled(harbour, S15)
    before = everything(harbour)
    report = take_in(harbour, tmp_path, licence("S-15", covered="99", licensed="99"))
    assert (report.updated, report.unchanged, report.findings) == (0, 1, [])
    assert everything(harbour) == before


def test_an_earlier_end_that_it_never_had_leaves_a_finding_with_both_dates(
    harbour: Desk, tmp_path: Path
) -> None:
    report = take_in(harbour, tmp_path, licence("S-15", end="30-NOV-2026", covered="99"))
    assert (report.updated, report.unchanged) == (0, 1)
    [found] = report.findings
    assert (found.row, found.about, found.finding.key) == (2, S15, "earlier_end")
    [text] = finding_texts(harbour, S15, "earlier_end")
    assert "2026-11-30" in text
    assert "2026-12-15" in text
    assert held(harbour, S15) == ("2025-12-16", "2026-12-15", 15, "SEP-ESS-NEW")


def test_a_later_end_on_what_is_ordered_finishes_it_with_the_file_s_dates(
    harbour: Desk, tmp_path: Path
) -> None:
    ordered(harbour, S15)
    report = take_in(harbour, tmp_path, LATER)
    assert (report.updated, report.findings) == (1, [])
    assert held(harbour, S15)[:2] == ("2026-12-16", "2027-12-15")
    assert show_order(harbour, "O-2026-0001").status == "done"
    assert record(harbour, S15).cycle.cycle == 2
    won = [event.data for event in history(harbour, S15) if event.data.get("step") == "seen"]
    assert [(data["from"], data["to"]) for data in won] == [("ordered", "fulfilled")]


def test_a_family_with_other_words_is_finished_the_same_way(
    harbour: Desk, tmp_path: Path
) -> None:
    quoted(harbour, BREW1, option="barista-12")
    yes(harbour, "Q-2026-0001")
    import_files(harbour, [machines(
        tmp_path, ["BREW-1,C-1,☕☕☕,Moka 3,8200,2027-01-15 → 2028-01-14,"]
    )])
    assert (state(harbour, BREW1), record(harbour, BREW1).cycle.cycle) == ("brewing", 2)
    assert show_order(harbour, "O-2026-0001").status == "done"


def test_what_is_pending_goes_on_with_the_next_renewal(harbour: Desk, tmp_path: Path) -> None:
    """As it does where the desk itself records the new period."""
    ordered(harbour, S15)
    take_in(harbour, tmp_path, LATER)
    assert facts(harbour, S15)["activation_pending"] is True
    assert finding_keys(harbour, S15) == ["activation_pending"]
    descaled(harbour, BREW1)
    yes(harbour, quoted(harbour, BREW1, option="barista-12"))
    import_files(harbour, [machines(
        tmp_path, ["BREW-1,C-1,☕☕☕,Moka 3,8200,2027-01-15 → 2028-01-14,"]
    )])
    assert facts(harbour, BREW1)["descaled_on"] == TODAY.isoformat()


@pytest.mark.parametrize("phase_before", ["open", "closed"])
def test_what_was_renewed_elsewhere_leaves_nothing_pending(
    harbour: Desk, tmp_path: Path, phase_before: str
) -> None:
    if phase_before == "closed":
        advance(harbour, S15, "decline", {"reason": "price"}, TODAY)
    take_in(harbour, tmp_path, LATER)
    assert facts(harbour, S15) == {}


def test_a_family_that_cannot_say_what_is_pending_is_told_and_stops_nothing(
    harbour: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(held: object, ctx: object) -> Nothing:
        raise ValueError("no idea")

    ordered(harbour, S15)
    family = harbour.extensions.families["software"].family
    workflow: AnyWorkflow = family.workflow
    [seen] = standard(workflow.states[:-2], (), carry=fails).bound(On.SEEN_RENEWED, "ordered")
    others = [step for step in workflow.steps if step.on is not On.SEEN_RENEWED]
    monkeypatch.setattr(type(family), "workflow", Workflow(workflow.states, (*others, seen)))
    report = take_in(harbour, tmp_path, LATER, licence("S-10", covered="9"))
    assert [found.finding.key for found in report.findings] == ["plugin_fault"]
    assert finding_texts(harbour, S15, "plugin_fault") == [
        "plugin software 0.1.0 failed in effect of seen on software:S-15: ValueError: no idea"
    ]
    assert (record(harbour, S15).cycle.cycle, facts(harbour, S15)) == (2, {})
    assert record(harbour, S10).held.columns.quantity == 9


@pytest.mark.parametrize(
    "changes",
    [
        {"end": "15-DEC-2028"}, {"start": "01-JAN-2027"}, {"covered": "14"},
        {"sku": "MSG-ESS-REN"},
    ],
)
def test_what_differs_from_what_was_ordered_is_found(
    harbour: Desk, tmp_path: Path, changes: dict[str, str]
) -> None:
    ordered(harbour, S15)
    row = licence("S-15", **{"start": "16-DEC-2026", "end": "15-DEC-2027", **changes})
    report = take_in(harbour, tmp_path, row)
    assert [found.finding.key for found in report.findings] == ["differs_from_order"]
    [text] = finding_texts(harbour, S15, "differs_from_order")
    assert "ordered were 2026-12-16 to 2027-12-15, 15 of SEP-ESS-REN" in text


def test_a_vendor_that_goes_on_listing_the_old_sku_is_no_difference(
    harbour: Desk, tmp_path: Path
) -> None:
    ordered(harbour, S15)
    assert not take_in(harbour, tmp_path, LATER).findings


def test_a_repurchase_orders_no_days_and_so_none_can_differ(
    harbour: Desk, tmp_path: Path
) -> None:
    ordered(harbour, GONE, option="repurchase")
    report = take_in(harbour, tmp_path,
                     licence("S-GONE", start="24-NOV-2026", end="23-NOV-2027"))
    assert not report.findings
    assert held(harbour, GONE)[:2] == ("2026-11-24", "2027-11-23")


@pytest.mark.parametrize("where", ["due", "notified", "quoted"])
def test_a_later_end_on_what_is_not_ordered_was_renewed_elsewhere(
    harbour: Desk, tmp_path: Path, where: str
) -> None:
    reached(harbour, where)
    take_in(harbour, tmp_path, LATER)
    [closed] = [
        event.data for event in history(harbour, S15) if event.data.get("step") == "decline"
    ]
    assert (closed["to"], closed["values"]["reason"]) == ("declined", "renewed_elsewhere")
    assert held(harbour, S15)[:2] == ("2026-12-16", "2027-12-15")
    assert (state(harbour, S15), record(harbour, S15).cycle.cycle) == ("due", 2)


def test_its_quote_stays_open_and_shows_the_point(harbour: Desk, tmp_path: Path) -> None:
    number = quoted(harbour, S15, MAIL)
    take_in(harbour, tmp_path, LATER)
    assert status(harbour, number) == "open"
    points = live_points(harbour, stored_quote(harbour, number))
    assert [point.ref for point in points] == [S15]


def test_a_lost_one_keeps_its_reason_and_the_next_renewal_opens(
    harbour: Desk, tmp_path: Path
) -> None:
    decline(harbour, quoted(harbour, S15), "competitor", "")
    take_in(harbour, tmp_path, LATER)
    reasons = [event.data["values"]["reason"] for event in history(harbour, S15)
               if event.data.get("step") == "decline"]
    assert reasons == ["competitor"]
    assert (state(harbour, S15), record(harbour, S15).cycle.cycle) == ("due", 2)


def test_the_next_renewal_keeps_the_owner_and_starts_without_facts(
    harbour: Desk, tmp_path: Path
) -> None:
    verified(harbour, S15)
    take_in(harbour, tmp_path, LATER)
    assert (record(harbour, S15).cycle.standing.owner, facts(harbour, S15)) == ("aiko", {})


@pytest.mark.parametrize("where", ["quoted", "ordered"])
def test_other_columns_change_the_entitlement_never_the_quote_and_are_found(
    harbour: Desk, tmp_path: Path, where: str
) -> None:
    reached(harbour, where)
    quote = stored_quote(harbour, "Q-2026-0001").quote
    report = take_in(harbour, tmp_path, licence("S-15", covered="14", certificate="OTHER"))
    assert [(f.row, f.about, f.finding.key) for f in report.findings] == [
        (2, S15, "changed_after_quote")
    ]
    [text] = finding_texts(harbour, S15, "changed_after_quote")
    assert "quantity, certificate" in text
    assert held(harbour, S15)[2] == 14
    assert state(harbour, S15) == where
    assert stored_quote(harbour, "Q-2026-0001").quote == quote


def test_before_a_quote_it_is_no_finding(harbour: Desk, tmp_path: Path) -> None:
    report = take_in(harbour, tmp_path, licence("S-15", covered="14"))
    assert not report.findings
    assert "changed_after_quote" not in finding_keys(harbour, S15)
    assert history(harbour, S15)[-1].data["columns"] == ["quantity"]


def test_a_revision_takes_the_change_in_and_settles_the_finding(
    harbour: Desk, tmp_path: Path
) -> None:
    number = quoted(harbour, S15)
    take_in(harbour, tmp_path, licence("S-15", covered="14"))
    revise(harbour, number, asked(S15, quantity=14), TODAY)
    assert "changed_after_quote" not in finding_keys(harbour, S15)


def test_what_imports_found_of_a_period_ends_with_it(harbour: Desk, tmp_path: Path) -> None:
    take_in(harbour, tmp_path, licence("S-15", end="30-NOV-2026"))
    ordered(harbour, S15)
    fulfilled(harbour, S15)
    assert "earlier_end" not in finding_keys(harbour, S15)


def test_the_value_of_a_changed_renewal_is_computed_afresh(
    harbour: Desk, tmp_path: Path
) -> None:
    assert show(harbour, MAIL, TODAY).value.amount == 11000  # type: ignore[union-attr]
    take_in(harbour, tmp_path, licence("S-MAIL", covered="6"))
    assert show(harbour, MAIL, TODAY).value.amount == 13200  # type: ignore[union-attr]


def test_a_look_ahead_counts_the_same_and_changes_nothing(
    harbour: Desk, tmp_path: Path
) -> None:
    ordered(harbour, S15)
    file = licences(tmp_path, [LATER, licence("S-10", covered="9"), LICENCES[2]])
    before = everything(harbour)
    [ahead] = check_files(harbour, [file])
    assert everything(harbour) == before
    [done] = import_files(harbour, [file])
    counts = [(r.created, r.updated, r.unchanged) for r in (ahead, done)]
    assert counts == [(0, 2, 1), (0, 2, 1)]


def test_an_old_end_and_a_new_end_in_turn_never_go_backwards(
    harbour: Desk, tmp_path: Path
) -> None:
    for row in (LATER, LICENCES[0], LATER, LICENCES[0]):
        take_in(harbour, tmp_path, row)
        assert held(harbour, S15)[1] == "2027-12-15"
    assert record(harbour, S15).cycle.cycle == 2


def test_the_old_reference_of_a_repurchase_stays_closed(harbour: Desk, tmp_path: Path) -> None:
    """The vendor still lists it with its old end."""
    ordered(harbour, GONE, option="repurchase")
    fulfilled(harbour, GONE, renewal_id="S-NEW")
    assert take_in(harbour, tmp_path, licence("S-GONE")).unchanged == 1
    assert record(harbour, GONE).cycle.phase is Phase.WON
    assert take_in(harbour, tmp_path, licence("S-GONE", covered="3")).updated == 1
    assert record(harbour, GONE).cycle.phase is Phase.WON


def test_what_a_new_reference_opened_and_undo_took_back_comes_in_again(
    harbour: Desk, tmp_path: Path
) -> None:
    ordered(harbour, GONE, option="repurchase")
    fulfilled(harbour, GONE, renewal_id="S-NEW")
    undo(harbour, GONE)
    row = licence("S-GONE", reference="S-NEW", start="24-NOV-2026", end="23-NOV-2027")
    assert take_in(harbour, tmp_path, row).created == 1
    assert state(harbour, "software:S-NEW") == "due"
    assert take_in(harbour, tmp_path, row).unchanged == 1
