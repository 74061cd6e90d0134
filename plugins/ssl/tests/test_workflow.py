"""From due to issued: the table of docs/domain.md, section 5.5, row by row."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from resellerdesk.sdk import Acceptance, Nothing, On, Phase, Reason, Seen

from resellerdesk_ssl.family import SslFamily
from resellerdesk_ssl.forms import Charge, Check, Consent, Failure, Installation, Issue

WORKFLOW = SslFamily().workflow
STEPS = {step.key: step for step in WORKFLOW.steps}
EVERY_BUT_LOST = {"due", "quoted", "scheduled", "ordered", "validated", "issued"}
ORDERED = {"scheduled", "ordered", "validated"}


def test_a_renewal_opens_as_due_and_ends_issued() -> None:
    assert WORKFLOW.first.key == "due"
    assert {state.key: state.phase for state in WORKFLOW.states} == {
        "due": Phase.OPEN, "quoted": Phase.QUOTED, "scheduled": Phase.ORDERED,
        "ordered": Phase.ORDERED, "validated": Phase.ORDERED, "issued": Phase.WON,
        "declined": Phase.LOST, "let_go": Phase.LOST,
    }


@pytest.mark.parametrize(
    ("key", "from_", "to", "needs", "on"),
    [
        ("check", {"due", "quoted"}, None, Check, None),
        ("quote", {"due"}, "quoted", Nothing, On.QUOTE_STORED),
        ("order", {"quoted"}, "ordered", Acceptance, On.ACCEPTED),
        ("validate", {"ordered"}, "validated", Nothing, None),
        ("issue", {"validated"}, "issued", Issue, None),
        ("install", EVERY_BUT_LOST, None, Installation, None),
        ("opt_in", {"due"}, "scheduled", Consent, None),
        ("cancel_auto", {"scheduled"}, "due", Nothing, None),
        ("charge", {"scheduled"}, "validated", Charge, None),
        ("charge_failed", {"scheduled"}, "due", Failure, None),
        ("decline", {"due", "quoted"}, "declined", Reason, On.CLOSED),
        ("let_go", {"due", "quoted"}, "let_go", Nothing, None),
        ("cancel", ORDERED, "due", Reason, On.ORDER_CANCELLED),
        ("seen", ORDERED, "issued", Seen, On.SEEN_RENEWED),
        ("reopen", {"declined", "let_go"}, "due", Nothing, On.REOPENED),
    ],
)
def test_each_step_leads_where_the_table_says(
    key: Any, from_: Any, to: Any, needs: Any, on: Any
) -> None:
    step = STEPS[key]
    assert (step.from_, step.to, step.needs, step.on) == (from_, to, needs, on)


def test_there_are_no_other_steps_and_none_has_two_rows() -> None:
    assert len(WORKFLOW.steps) == len(STEPS) == 15


@pytest.mark.parametrize(
    ("key", "names"),
    [("check", {"old": False, "request": True}), ("order", {"purchase_order": True}),
     ("issue", {"serial": True, "last_day": True, "order_id": False}),
     ("install", {"serial": True}), ("opt_in", {"consent": True}),
     ("charge", {"reference": True, "date": True}), ("charge_failed", {"reason": True})],
)
def test_each_step_asks_for_what_the_table_says(key: str, names: dict[str, bool]) -> None:
    fields = STEPS[key].needs.model_fields
    assert {name: field.is_required() for name, field in fields.items()} == names


@pytest.mark.parametrize("key", ["issue", "install", "opt_in", "charge_failed"])
def test_a_value_of_spaces_is_no_value(on_time: Any, key: str) -> None:
    model = STEPS[key].needs
    with pytest.raises(ValidationError):
        model(**dict.fromkeys(model.model_fields, "  "))



@pytest.mark.parametrize(
    ("end", "as_of", "allowed"),
    [("2026-12-17", "2026-12-17", False), ("2026-11-23", "2026-11-24", True)],
)
def test_letting_go_waits_for_the_end(case: Any, end: str, as_of: str, allowed: bool) -> None:
    assert (case(as_of, end=end).why_not("let_go") is None) is allowed


def test_an_order_that_is_cancelled_keeps_the_check() -> None:
    assert STEPS["cancel"].effect is None
