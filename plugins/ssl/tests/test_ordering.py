"""What an order wants, and what it tells the vendor (docs/domain.md, section 5.5)."""

from __future__ import annotations

from typing import Any

import pytest

from resellerdesk.sdk import PolicyRow, Text
from resellerdesk.translation.translate import Translator

NOT_CHECKED = (
    "the request for 990200001 is not checked: take the step check with the old certificate and "
    "the request"
)


def said(text: Text) -> str:
    return Translator("en").text(text)


def test_an_order_wants_a_checked_request_and_says_so_before_anything_is_typed(
    on_time: Any
) -> None:
    quoted = on_time.at("quoted", picked=on_time.pick("trust-center-12"))
    assert said(quoted.why_not("order")) == f"{NOT_CHECKED}, or quote it with +express"
    assert quoted.checked("same.csr").why_not("order") is None


@pytest.mark.parametrize("key", ["trust-center-12", "managed-pki-36"])
def test_express_needs_no_request(on_time: Any, key: str) -> None:
    quoted = on_time.at("quoted", picked=on_time.pick(f"{key}+express"))
    assert quoted.why_not("order") is None


def test_express_today_is_not_express_picked(case: Any) -> None:
    found = case(express=True)
    quoted = found.at("quoted", picked=found.pick("trust-center-12+auto"))
    assert said(quoted.why_not("order")).startswith(NOT_CHECKED)


@pytest.mark.parametrize(
    ("as_of", "open_"), [("2026-09-17", False), ("2026-09-18", True), ("2026-12-17", True)]
)
def test_ordering_waits_for_the_window(case: Any, as_of: str, open_: bool) -> None:
    found = case(as_of)
    why_not = found.at("quoted", picked=found.pick("trust-center-12+express")).why_not("order")
    if open_:
        assert why_not is None
    else:
        assert said(why_not) == (
            "990200001 can be ordered from 18 September 2026 on, 90 days before its end"
        )


def test_all_that_stands_in_the_way_is_named(case: Any) -> None:
    found = case("2026-09-01")
    why_not = found.at("quoted", picked=found.pick("trust-center-12")).why_not("order")
    assert said(why_not) == (
        "990200001 can be ordered from 18 September 2026 on, 90 days before its end; "
        f"{NOT_CHECKED}, or quote it with +express"
    )


@pytest.mark.parametrize("addons", ["", "+express"])
def test_a_changed_name_does_not_fit_a_plan(on_time: Any, addons: str) -> None:
    picked = on_time.pick(f"trust-center-12{addons}")
    quoted = on_time.at("quoted", picked=picked).checked("name-and-key-changed.csr")
    assert said(quoted.why_not("order")) == (
        "the request for 990200001 changes the name (Common name, City), which is no renewal: "
        "quote it anew, with new-12"
    )


def test_a_changed_name_is_ordered_as_a_new_certificate_at_any_time(case: Any) -> None:
    early = case("2026-08-01").checked("organisation-changed.csr")
    assert early.at("quoted", picked=early.pick("new-12")).why_not("order") is None


def test_a_new_certificate_does_not_fit_a_plan_that_can_be_renewed_after_all(renamed: Any) -> None:
    quoted = renamed.at("quoted", picked=renamed.pick("new-12"))
    assert said(quoted.checked("same.csr").why_not("order")) == (
        "990200001 keeps its name and has not ended: it is renewed; quote it anew"
    )


@pytest.mark.parametrize("name", ["same.csr", "organisation-changed.csr"])
def test_a_plan_that_ended_wants_a_checked_request_of_whatever_name(ended: Any, name: str) -> None:
    quoted = ended.at("quoted", picked=ended.pick("new-12"))
    assert said(quoted.why_not("order")) == NOT_CHECKED
    assert quoted.checked(name).why_not("order") is None


def test_a_plan_that_ended_since_does_not_fit_a_renewal(on_time: Any, ended: Any) -> None:
    quoted = ended.at("quoted", picked=on_time.pick("trust-center-12+express"))
    assert said(quoted.why_not("order")) == (
        "the plan of 990200001 ended on 23 November 2026: quote it anew, with new-12"
    )


def test_in_grace_it_is_still_ordered(case: Any, grace: PolicyRow) -> None:
    found = case(end="2026-11-01", rules=[grace])
    quoted = found.at("quoted", picked=found.pick("trust-center-12+express"))
    assert quoted.why_not("order") is None


def test_what_is_missing_is_said_where_nothing_is_picked(on_time: Any) -> None:
    assert said(on_time.at("quoted").why_not("order")).startswith(NOT_CHECKED)


def test_an_order_tells_the_vendor_the_plan_and_the_request(on_time: Any, file: Any) -> None:
    picked = on_time.pick("enterprise-account-24+auto")
    effect = on_time.at("quoted", picked=picked).checked("same.csr").effect(
        "order", purchase_order="PO-7"
    )
    told = {fact.key: fact.value for fact in effect.for_vendor}
    assert said(told.pop("account_type")) == "Trust Center Enterprise Account"
    assert told == {
        "order_id": "990200001", "common_name": "www.lenoir.example", "express": False,
        "auto_renew": True, "request": file("same.csr").decode("ascii"),
    }
    assert effect.finish is None


def test_an_express_order_has_no_request(on_time: Any) -> None:
    quoted = on_time.at("quoted", picked=on_time.pick("trust-center-12+express"))
    told = {f.key: f.value for f in quoted.effect("order", purchase_order="PO-7").for_vendor}
    assert (told["express"], "request" in told) == (True, False)


def test_an_order_for_another_name_tells_the_new_one(on_time: Any) -> None:
    changed = on_time.checked("name-and-key-changed.csr")
    effect = changed.at("quoted", picked=changed.pick("new-12")).effect(
        "order", purchase_order="PO-7"
    )
    told = {fact.key: fact.value for fact in effect.for_vendor}
    assert told["common_name"] == "shop.lenoir.example"

