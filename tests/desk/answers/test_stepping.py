"""Workflow steps taken by hand: which there are from here, what each needs, and why not."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import date

import pytest
from pydantic import BaseModel

from resellerdesk.core.close_reason import CLOSE_REASONS
from resellerdesk.core.history import STEP
from resellerdesk.core.phase import Phase
from resellerdesk.core.policy import PolicyRow
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import Text
from resellerdesk.core.workflow import AnyStep, Effect, Step
from resellerdesk.desk.approving import status_when_stored
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ordering import show_order
from resellerdesk.desk.quoting import make_quote, priced
from resellerdesk.desk.showing import show
from resellerdesk.desk.stepping import StepShown, advance, steps
from resellerdesk.desk.storing_quotes import store_quote
from resellerdesk.sdk.fields import Amount, File
from resellerdesk.store.policies import put_policies

from desk.answers.harbour import (
    BREW1,
    BREW2,
    LATE,
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
    open_points,
    ordered,
    phase,
    quoted,
    record,
    refusal,
    state,
    status,
    verified,
    yes,
)


def keys(desk: Desk, ref: str, as_of: date = TODAY) -> list[str]:
    return [step.key for step in steps(desk, ref, as_of)]


def step(desk: Desk, ref: str, key: str, as_of: date = TODAY) -> StepShown:
    return next(step for step in steps(desk, ref, as_of) if step.key == key)


def test_software_from_due_to_fulfilled(harbour: Desk) -> None:
    """The whole table, step by step, with the phase that the host understands."""
    seen = [(state(harbour, S15), phase(harbour, S15))]

    def next_state() -> None:
        seen.append((state(harbour, S15), phase(harbour, S15)))

    advance(harbour, S15, "notify", {}, TODAY)
    next_state()
    advance(harbour, S15, "verify", {"renewal_id": "S-15"}, TODAY)
    next_state()
    quoted(harbour, S15)
    next_state()
    advance(harbour, S15, "order", {"purchase_order": "PO-7"}, TODAY)
    next_state()
    advance(harbour, S15, "fulfil", {"certificate": "CERT-16"}, TODAY)
    next_state()
    assert seen == [
        ("due", Phase.OPEN), ("notified", Phase.OPEN), ("notified", Phase.OPEN),
        ("quoted", Phase.QUOTED), ("ordered", Phase.ORDERED), ("due", Phase.OPEN),
    ]
    assert held(harbour, S15) == ("2026-12-16", "2027-12-15", 15, "SEP-ESS-REN")
    assert record(harbour, S15).held.columns.details["certificate"] == "CERT-16"


@pytest.mark.parametrize(
    ("reached", "offered"),
    [
        ((), ["notify", "verify", "activate", "decline", "let_go"]),
        (("notify",), ["verify", "activate", "decline", "let_go"]),
        (("quote",), ["verify", "order", "activate", "decline", "let_go"]),
        (("quote", "verify", "order"), ["fulfil", "activate", "cancel", "seen"]),
        (("decline",), ["reopen"]),
        (("let_go",), ["reopen"]),
    ],
)
def test_the_steps_of_software_from_each_state(
    harbour: Desk, reached: tuple[str, ...], offered: list[str]
) -> None:
    """The step of a stored quote is the host's alone, and never offered."""
    given = {"verify": {"renewal_id": "S-LATE"}, "order": {"purchase_order": "PO-1"},
             "decline": {"reason": "price"}}
    for key in reached:
        if key == "quote":
            quoted(harbour, LATE)
        else:
            advance(harbour, LATE, key, given.get(key, {}), TODAY)
    assert keys(harbour, LATE) == offered


def test_the_toy_s_steps_are_quite_other_ones(harbour: Desk) -> None:
    assert keys(harbour, BREW1) == ["descale", "scrap", "decline", "let_go"]
    quoted(harbour, BREW1)
    assert keys(harbour, BREW1) == ["descale", "book", "sign", "scrap", "decline", "let_go"]


def test_a_step_says_what_it_needs_and_of_which_type(harbour: Desk) -> None:
    assert [(f.name, f.type, f.required) for f in step(harbour, S15, "verify").needs] == [
        ("renewal_id", "text", True)
    ]
    assert [(f.name, f.type, f.required) for f in step(harbour, BREW1, "descale").needs] == [
        ("cups", "number", True), ("burnt_out", "choice", False)
    ]
    assert not step(harbour, S15, "notify").needs


def test_why_a_renewal_is_closed_is_one_of_the_list(harbour: Desk) -> None:
    reason, note = step(harbour, S15, "decline").needs
    assert (reason.name, reason.type, reason.required) == ("reason", "choice", True)
    assert reason.choices == tuple(CLOSE_REASONS)
    assert (note.name, note.type, note.required) == ("note", "text", False)
    with pytest.raises(Refusal) as refused:
        advance(harbour, S15, "decline", {"reason": "bored"}, TODAY)
    assert "bored is none of competitor, direct" in refusal(refused)


def test_what_stands_in_the_way_is_said_before_anything_is_typed(harbour: Desk) -> None:
    quoted(harbour, S15)
    assert "take the step verify" in str(step(harbour, S15, "order").why_not)
    verified(harbour, S15)
    assert step(harbour, S15, "order").why_not is None
    assert "it ends on 2026-12-15" in str(step(harbour, S15, "let_go").why_not)


def test_let_go_waits_for_the_end_and_its_grace(harbour: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        advance(harbour, S15, "let_go", {}, date(2026, 12, 15))
    assert "only after its end and grace" in refusal(refused)
    advance(harbour, S15, "let_go", {}, date(2026, 12, 16))
    assert phase(harbour, S15) is Phase.LOST
    with pytest.raises(Refusal):  # the toy has ten days of grace
        advance(harbour, BREW1, "let_go", {}, date(2027, 1, 24))
    advance(harbour, BREW1, "let_go", {}, date(2027, 1, 25))
    assert state(harbour, BREW1) == "let_go"


def test_a_guard_refuses_with_what_would_satisfy_it(harbour: Desk) -> None:
    before = everything(harbour)
    with pytest.raises(Refusal) as refused:
        advance(harbour, S15, "verify", {"renewal_id": "S-16"}, TODAY)
    assert "renewal ID S-16 is not that of software:S-15" in refusal(refused)
    with pytest.raises(Refusal) as refused:
        advance(harbour, BREW1, "descale", {"cups": "12"}, TODAY)
    assert "12 cups are fewer than the 8200 counted before" in refusal(refused)
    assert everything(harbour) == before


@pytest.mark.parametrize(
    ("ref", "key", "given", "said"),
    [
        (S15, "fulfil", {}, "is due and has no step fulfil from there; it has notify, verify"),
        (S15, "quote", {}, "has no step quote from there"),
        (S15, "verify", {}, "needs renewal_id (text): --set renewal_id=VALUE"),
        (S15, "verify", {"renewal_id": "  "}, "renewal_id"),
        (S15, "verify", {"id": "S-15"}, "takes no value id; it takes renewal_id"),
        (S15, "notify", {"day": "x"}, "takes no value day; it takes none"),
        (BREW1, "descale", {"cups": "many"}, "cups many"),
        (BREW1, "descale", {"cups": "20000", "burnt_out": "perhaps"}, "burnt_out perhaps"),
        ("software:S-1", "notify", {}, "S-1 names no entitlement"),
    ],
)
def test_what_does_not_fit_is_named(
    harbour: Desk, ref: str, key: str, given: dict[str, str | bytes], said: str
) -> None:
    before = everything(harbour)
    with pytest.raises(Refusal) as refused:
        advance(harbour, ref, key, given, TODAY)
    assert said in refusal(refused)
    assert everything(harbour) == before


def test_what_a_step_records_is_its_facts_and_its_entry(harbour: Desk) -> None:
    advance(harbour, S15, "notify", {}, TODAY)
    verified(harbour, S15)
    assert facts(harbour, S15)["notified_on"] == "2026-11-24"
    assert facts(harbour, S15)["verified_on"] == "2026-11-24"
    entry = history(harbour, S15)[-1]
    assert (entry.what, entry.by, entry.data["step"]) == (STEP, "marie", "verify")
    assert entry.data["values"] == {"renewal_id": "S-15"}


def test_a_step_that_stays_where_it_is_can_be_taken_in_the_quoted_state_too(
    harbour: Desk,
) -> None:
    quoted(harbour, S15)
    verified(harbour, S15)
    assert state(harbour, S15) == "quoted"
    advance(harbour, BREW1, "descale", {"cups": "8300", "burnt_out": "yes"}, TODAY)
    assert record(harbour, BREW1).held.columns.details["cups"] == 8300
    assert facts(harbour, BREW1)["burnt_out"] is True


def test_activation_is_recorded_once_while_it_is_pending(harbour: Desk) -> None:
    ordered(harbour, S15)
    fulfilled(harbour, S15)
    assert "activation_pending" in finding_keys(harbour, S15)
    advance(harbour, S15, "activate", {"date": "2026-12-20"}, TODAY)
    assert facts(harbour, S15)["activated_on"] == "2026-12-20"
    assert "activation_pending" not in finding_keys(harbour, S15)
    with pytest.raises(Refusal) as refused:
        advance(harbour, S15, "activate", {"date": "2026-12-20"}, TODAY)
    assert "no period that waits for activation" in refusal(refused)


def test_activation_stays_possible_in_every_state_of_the_next_renewal_but_a_lost_one(
    harbour: Desk,
) -> None:
    ordered(harbour, S15)
    fulfilled(harbour, S15)
    quoted(harbour, S15, as_of=date(2026, 12, 1))
    assert step(harbour, S15, "activate").why_not is None
    advance(harbour, S15, "decline", {"reason": "price"}, TODAY)
    assert "activate" not in keys(harbour, S15)


def test_without_an_order_finishing_moves_on_by_twelve_months(harbour: Desk) -> None:
    """`seen` by hand names the dates itself; nothing else may be made up of nothing."""
    ordered(harbour, S15)
    advance(harbour, S15, "seen", {"start": "2026-12-16", "end": "2028-12-15"}, TODAY)
    assert held(harbour, S15)[:2] == ("2026-12-16", "2028-12-15")
    assert state(harbour, S15) == "due"


def test_two_ways_to_accept_each_with_its_own_option(harbour: Desk) -> None:
    """The plan of a fleet is signed; the basic one wants a descaled machine and a visit."""
    quoted(harbour, BREW2, option="barista-12")
    advance(harbour, BREW2, "sign", {"purchase_order": "PO-1"}, TODAY)
    assert state(harbour, BREW2) == "signed"
    quoted(harbour, BREW1, option="basic-12")
    with pytest.raises(Refusal) as refused:
        advance(harbour, BREW1, "book", {"purchase_order": "PO-2"}, TODAY)
    assert "BREW-1 is not descaled: take the step descale" in refusal(refused)


def test_the_accepted_step_by_hand_must_be_the_quoted_option_s_own(harbour: Desk) -> None:
    quoted(harbour, BREW2, option="barista-12")
    with pytest.raises(Refusal) as refused:
        advance(harbour, BREW2, "book", {"purchase_order": "PO-1"}, TODAY)
    assert "sign" in refusal(refused)
    assert state(harbour, BREW2) == "offered"


def test_a_step_back_out_of_the_ordered_phase_ends_its_part_in_the_order(harbour: Desk) -> None:
    """Nobody was there: the machine brews on, and is offered anew."""
    quoted(harbour, BREW1, option="basic-12")
    advance(harbour, BREW1, "descale", {"cups": "9000"}, TODAY)
    advance(harbour, BREW1, "book", {"purchase_order": "PO-1"}, TODAY)
    assert show_order(harbour, "O-2026-0001").status == "new"
    advance(harbour, BREW1, "no_show", {}, TODAY)
    assert (state(harbour, BREW1), facts(harbour, BREW1)["missed_visits"]) == ("brewing", 1)
    assert show_order(harbour, "O-2026-0001").status == "cancelled"


def test_the_order_step_accepts_the_newest_open_quote_for_that_line_alone(harbour: Desk) -> None:
    older = quoted(harbour, MAIL)
    newer = quoted(harbour, MAIL, BREW2)
    verified(harbour, MAIL)
    advance(harbour, MAIL, "order", {"purchase_order": "PO-9"}, TODAY)
    assert (status(harbour, newer), status(harbour, older)) == ("accepted", "open")
    assert (state(harbour, MAIL), state(harbour, BREW2)) == ("ordered", "brewing")


def test_the_order_step_without_a_quote_says_what_to_do(harbour: Desk) -> None:
    verified(harbour, S15)
    with pytest.raises(Refusal) as refused:
        advance(harbour, S15, "order", {"purchase_order": "PO-9"}, TODAY)
    assert "has no step order from there" in refusal(refused)


def test_the_order_step_is_refused_as_the_acceptance_would_be(harbour: Desk) -> None:
    quoted(harbour, S15, S10)
    verified(harbour, S15, S10)
    with pytest.raises(Refusal) as refused:
        advance(harbour, S15, "order", {"purchase_order": "PO-9"}, TODAY)
    assert "31.20 EUR instead of 29.64 EUR" in refusal(refused)


def test_reopening_leads_back_to_the_first_state_with_what_was_recorded(harbour: Desk) -> None:
    advance(harbour, S15, "notify", {}, TODAY)
    verified(harbour, S15)
    advance(harbour, S15, "decline", {"reason": "no_answer", "note": "on holiday"}, TODAY)
    assert phase(harbour, S15) is Phase.LOST
    advance(harbour, S15, "reopen", {}, TODAY)
    assert state(harbour, S15) == "due"
    assert facts(harbour, S15)["verified_on"] == "2026-11-24"


def test_a_closed_renewal_is_not_quoted_until_it_is_opened_again(harbour: Desk) -> None:
    advance(harbour, S15, "decline", {"reason": "price"}, TODAY)
    with pytest.raises(Refusal) as refused:
        make_quote(harbour, asked(S15), TODAY)
    assert "cannot be quoted" in refusal(refused)
    advance(harbour, S15, "reopen", {}, TODAY)
    assert quoted(harbour, S15) == "Q-2026-0001"


def test_cancelling_leads_back_to_the_first_state_and_thaws_the_situation(harbour: Desk) -> None:
    """An order that the vendor never confirmed: the situation is no longer that of its day."""
    ordered(harbour, S15)
    late = date(2027, 2, 1)
    assert show(harbour, S15, late).situation == "on_time"
    advance(harbour, S15, "cancel", {"reason": "never confirmed"}, late)
    assert (state(harbour, S15), show(harbour, S15, late).situation) == ("due", "lapsed")
    assert record(harbour, S15).cycle.standing.ordered_on is None


def test_the_loser_of_a_conflict_reads_who_did_what(harbour: Desk) -> None:
    """Two look at the same renewal; one has changed it before the other stores."""
    with harbour.store.read() as db:
        quote, cases = priced(harbour, db, asked(S15), TODAY)
        waiting = status_when_stored(db, harbour, quote, cases)
    advance(by(harbour, "jonas"), S15, "notify", {}, TODAY)
    with pytest.raises(Refusal) as refused:
        store_quote(harbour, quote, cases, waiting)
    assert "jonas changed it meanwhile (notify); nothing was stored" in refusal(refused)
    assert state(harbour, S15) == "notified"


def test_a_waiting_quote_is_not_accepted_by_hand_either(harbour: Desk) -> None:
    with harbour.store.write() as db:
        put_policies(
            db, [PolicyRow("Symantec", "software", "*", "discount_limit", TODAY, "5")]
        )
    number = quoted(harbour, MAIL, discount="10")
    verified(harbour, MAIL)
    assert status(harbour, number) == "waiting"
    with pytest.raises(Refusal) as refused:
        advance(harbour, MAIL, "order", {"purchase_order": "PO-1"}, TODAY)
    assert f"approve {number}" in refusal(refused)


def test_many_lines_of_one_quote_are_accepted_together_or_not_at_all(harbour: Desk) -> None:
    number = quoted(harbour, S15, S10)
    verified(harbour, S15, S10)
    yes(harbour, number)
    assert [state(harbour, ref) for ref in (S15, S10)] == ["ordered", "ordered"]


class Photo(BaseModel):
    """What the technician sends of a machine."""

    picture: File
    price: Amount | None = None


def with_a_photo(desk: Desk) -> Desk:
    """The coffee family with one step more, which takes a file and an amount."""
    loaded = desk.extensions.families["coffee"]
    workflow = loaded.family.workflow
    photograph: AnyStep = Step(
        "photograph", Text("Photograph"), frozenset({"brewing"}), None, Photo,
        effect=lambda held, given, ctx: Effect(
            facts=ctx.renewal.facts.model_copy(update={"missed_visits": len(given.picture)})
        ),
    )
    family = copy(loaded.family)
    family.workflow = replace(workflow, steps=(*workflow.steps, photograph))
    families = {**desk.extensions.families, "coffee": replace(loaded, family=family)}
    return replace(desk, extensions=replace(desk.extensions, families=families))


def test_a_file_is_a_value_and_the_history_keeps_its_size_alone(harbour: Desk) -> None:
    photographing = with_a_photo(harbour)
    needs = step(photographing, BREW1, "photograph").needs
    assert [(f.name, f.type, f.required) for f in needs] == [
        ("picture", "file", True), ("price", "money", False)
    ]
    advance(photographing, BREW1, "photograph", {"picture": b"\x89PNG", "price": "12.50"}, TODAY)
    assert facts(photographing, BREW1)["missed_visits"] == 4
    assert history(photographing, BREW1)[-1].data["values"] == {
        "picture": "4 bytes", "price": "12.50"
    }


def test_a_file_that_was_typed_as_text_says_how_to_name_one(harbour: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        advance(with_a_photo(harbour), BREW1, "photograph", {"picture": "photo.png"}, TODAY)
    assert "picture is a file: --set picture=@PATH" in refusal(refused)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("12.5", "12.50"), ("12", "12.00"), ("12.505", None), ("1,250.00", None), ("much", None),
     ("", None), ("1e3", None)],
)
def test_an_amount_has_the_decimals_of_the_customer_s_currency(
    harbour: Desk, typed: str, kept: str | None
) -> None:
    given = {"picture": b"", "price": typed}
    if kept is not None:
        advance(with_a_photo(harbour), BREW1, "photograph", given, TODAY)
        assert history(harbour, BREW1)[-1].data["values"]["price"] == kept
        return
    with pytest.raises(Refusal) as refused:
        advance(with_a_photo(harbour), BREW1, "photograph", given, TODAY)
    assert refusal(refused) == (
        f"{BREW1}: price {typed}: an amount in EUR is wanted, such as 31.20"
    )


@pytest.mark.parametrize(
    "steps_before", [(), ("notify",), ("notify", "quote"), ("quote", "verify")]
)
def test_a_quote_is_never_blocked_and_says_what_an_order_still_lacks(
    harbour: Desk, steps_before: tuple[str, ...]
) -> None:
    """Ordering is where guards stand; a quoted renewal stays as it is."""
    for key in steps_before:
        if key == "quote":
            quoted(harbour, S15)
        else:
            advance(harbour, S15, key, {"renewal_id": "S-15"} if key == "verify" else {}, TODAY)
    number = quoted(harbour, S15)
    lacking = [text for ref, text in open_points(harbour, number) if "not verified" in text]
    assert len(lacking) == (0 if "verify" in steps_before else 1)
    assert state(harbour, S15) == "quoted"
