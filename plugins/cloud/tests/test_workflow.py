"""By hand with invoices, or charged by itself: the table of docs/domain.md, section 5.3."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import Phase, Text
from resellerdesk.translation.translate import Translator

from resellerdesk_cloud.family import CloudFamily

Make = Callable[..., Any]
WORKFLOW = CloudFamily().workflow


def said(text: Text | None) -> str:
    return "" if text is None else Translator("en").text(text)


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        ("due", {"opt_in": "scheduled", "charge": "charged", "quote": "quoted", "pay": "due",
                 "seen": "renewed", "decline": "declined", "let_go": "let_go"}),
        ("quoted", {"opt_in": "scheduled", "order": "ordered", "pay": "quoted",
                    "seen": "renewed", "decline": "declined", "let_go": "let_go"}),
        ("scheduled", {"cancel_auto": "due", "charge": "charged", "charge_failed": "due",
                       "pay": "scheduled", "cancel": "due", "seen": "renewed"}),
        ("charged", {"renew": "renewed", "pay": "charged", "cancel": "due", "seen": "renewed"}),
        ("ordered", {"invoice": "invoiced", "settle": "paid", "pay": "ordered", "cancel": "due",
                     "seen": "renewed"}),
        ("invoiced", {"invoice": "invoiced", "settle": "paid", "pay": "invoiced",
                      "cancel": "due", "seen": "renewed"}),
        ("paid", {"renew": "renewed", "pay": "paid", "cancel": "due", "seen": "renewed"}),
        ("renewed", {}),
    ],
)
def test_the_steps_from_a_state_lead_where_the_table_says(
    state: str, steps: dict[str, str]
) -> None:
    assert {s.key: s.to or state for s in WORKFLOW.steps_from(state)} == steps


def test_the_phases_are_what_the_host_goes_by() -> None:
    ordered = {state.key for state in WORKFLOW.states if state.phase is Phase.ORDERED}
    assert ordered == {"scheduled", "charged", "ordered", "invoiced", "paid"}


@pytest.mark.parametrize(
    ("as_of", "sku", "details", "why"),
    [
        ("2026-11-24", "CLD-EMAIL", {"payment_method": "card"}, ""),
        ("2026-11-24", "CLD-EMAIL", {"payment_method": "invoice"},
         "automatic renewal wants payment by card; 0ddba11 is paid by invoice"),
        ("2026-11-24", "CLD-ARCH", {"payment_method": "card"},
         "CLD-ARCH does not renew itself; order by hand"),
        ("2027-01-01", "CLD-EMAIL", {"payment_method": "card"},
         "it ended on 31 December 2026; a new subscription is needed"),
    ],
)
@pytest.mark.parametrize("state", ["due", "quoted"])
def test_opting_in_wants_a_card_a_product_that_can_and_time(
    case: Make, state: str, as_of: str, sku: str, details: dict[str, Any], why: str
) -> None:
    asked = {"consent": "mail"} if state == "due" else {"purchase_order": "PO-1"}
    assert said(case(as_of, sku=sku, **details).at(state).why_not("opt_in", **asked)) == why


def test_a_failed_charge_falls_back_to_the_path_by_hand_and_is_flagged(case: Make) -> None:
    due = case("2026-12-01", payment_method="card").take("opt_in", consent="mail of 1 December")
    failed = due.take("charge_failed", reason="card expired")
    assert failed.ctx.renewal.state == "due"
    findings = CloudFamily().findings(failed.held, failed.ctx)
    assert [said(finding.text) for finding in findings] == [
        "the charge failed: card expired; renew it by hand"
    ]


@pytest.mark.parametrize(("marked", "allowed"), [(True, True), (False, False)])
def test_from_due_a_charge_is_recorded_only_where_the_vendor_renews_by_itself(
    case: Make, marked: bool, allowed: bool
) -> None:
    why = case("2026-12-01", auto_renew=marked).why_not(
        "charge", reference="CH-1", date=date(2027, 1, 1)
    )
    assert (why is None) is allowed


def test_an_order_by_hand_is_refused_after_the_end_but_for_a_new_subscription(
    case: Make,
) -> None:
    in_time = case("2026-11-24")
    manual = in_time.pick("manual-12")
    late = case("2027-01-05")
    assert in_time.at("quoted", picked=manual).why_not("order", purchase_order="PO-1") is None
    assert said(late.at("quoted", picked=manual).why_not("order", purchase_order="PO-1")) == (
        "it ended on 31 December 2026: revise the quote for a new subscription"
    )
    new = late.pick("new-12")
    assert late.at("quoted", picked=new).why_not("order", purchase_order="PO-1") is None


def test_it_is_settled_when_every_invoice_is_paid_in_full_by_the_end(case: Make) -> None:
    start = case("2026-11-24")
    ordered = start.at("ordered", picked=start.pick("manual-12"))
    assert said(ordered.why_not("settle")).startswith("no invoice is recorded")
    billed = ordered.take("invoice", number="I-1", amount="100").take(
        "invoice", number="I-2", amount="20.50"
    )
    partly = billed.take("pay", number="I-1", amount="60", date=date(2026, 12, 1))
    assert said(partly.why_not("settle")) == "invoice I-1 has €40.00 open"
    almost = partly.take("pay", number="I-1", amount="40", date=date(2026, 12, 31))
    assert said(almost.why_not("settle")) == "invoice I-2 has €20.50 open"
    paid = almost.take("pay", number="I-2", amount="20.50", date=date(2026, 12, 31))
    assert paid.why_not("settle") is None


def test_a_payment_dated_after_the_end_renews_nothing(case: Make) -> None:
    start = case("2027-01-03")
    manual = case("2026-11-24").pick("manual-12")
    billed = start.at("ordered", picked=manual).take("invoice", number="I-1", amount="10")
    late = billed.take("pay", number="I-1", amount="10", date=date(2027, 1, 2))
    assert said(late.why_not("settle")) == (
        "invoice I-1 was paid on 2 January 2027, after the end on 31 December 2026: "
        "it is not renewed; cancel the order and quote a new subscription"
    )
    new = billed.at("invoiced", picked=start.pick("new-12")).take(
        "pay", number="I-1", amount="10", date=date(2027, 1, 2)
    )
    assert new.why_not("settle") is None


@pytest.mark.parametrize(
    ("number", "amount", "why"),
    [
        ("I-9", "1", "invoice I-9 is not recorded; record it first (step invoice)"),
        ("INV-1", "120.01", "invoice INV-1 has €120.00 open, less than €120.01"),
        ("INV-1", "120", ""),
        ("INV-2", "0.01", ""),  # the export says 0.005, which nobody can pay
    ],
)
def test_no_more_is_paid_than_is_open_also_of_what_the_export_knew(
    case: Make, number: str, amount: str, why: str
) -> None:
    known = case("2026-11-24", open_invoices={"INV-1": "120", "INV-2": "0.005"})
    asked = {"number": number, "amount": amount, "date": date(2026, 12, 1)}
    assert said(known.why_not("pay", **asked)) == why


@pytest.mark.parametrize(
    ("as_of", "state", "details", "keys"),
    [
        ("2026-12-01", "due", {"auto_renew": True}, ["consent_missing"]),
        ("2027-01-02", "scheduled", {}, ["charge_to_confirm"]),
        ("2026-12-31", "scheduled", {}, []),
        ("2027-01-02", "due", {"auto_renew": True}, ["consent_missing", "charge_to_confirm"]),
        ("2027-01-02", "due", {}, []),
        ("2026-12-01", "due", {"open_invoices": {"INV-1": "5"}}, ["invoice_open"]),
        ("2026-11-30", "due", {"open_invoices": {"INV-1": "5"}}, []),
        ("2026-11-24", "due", {"auto_billing": True}, []),
    ],
)
def test_what_a_rep_is_told(
    case: Make, as_of: str, state: str, details: dict[str, Any], keys: list[str]
) -> None:
    shown = case(as_of, **details).at(state)
    assert [f.key for f in CloudFamily().findings(shown.held, shown.ctx)] == keys
