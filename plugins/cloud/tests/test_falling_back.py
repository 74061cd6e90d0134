"""What is left of a charge that failed, a consent taken back, and invoices when it is renewed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from resellerdesk.sdk import Text
from resellerdesk.translation.translate import Translator

from resellerdesk_cloud.family import CloudFamily

Make = Callable[..., Any]
FAMILY = CloudFamily()


def said(text: Text | None) -> str:
    return "" if text is None else Translator("en").text(text)


def findings(of: Any) -> list[str]:
    return [finding.key for finding in FAMILY.findings(of.held, of.ctx)]


def offered(of: Any) -> dict[str, tuple[bool, bool]]:
    """Each option, and whether it is recommended, and the one of today."""
    return {option.key: (option.recommended, option.current) for option in of.options()}


MARKED = {"payment_method": "card", "auto_renew": True}


def test_after_a_failed_charge_the_way_by_hand_is_recommended(case: Make) -> None:
    before = case("2026-12-01", **MARKED)
    assert offered(before) == {"manual-12": (False, False), "auto-12": (True, True)}
    failed = before.take("opt_in", consent="mail").take("charge_failed", reason="card expired")
    assert offered(failed) == {"manual-12": (True, False), "auto-12": (False, True)}
    again = failed.take("opt_in", consent="new card").take("cancel_auto")
    assert offered(again) == {"manual-12": (False, False), "auto-12": (True, True)}


def test_who_orders_by_hand_is_not_told_any_longer_that_the_charge_failed(case: Make) -> None:
    failed = case("2026-12-01", **MARKED).take("opt_in", consent="mail").take(
        "charge_failed", reason="card expired"
    )
    assert findings(failed) == ["charge_failed"]
    quoted = failed.at("quoted", picked=failed.pick("manual-12"))
    assert findings(quoted.take("order", purchase_order="PO-1")) == []


def test_who_cancels_takes_the_consent_back(case: Make) -> None:
    scheduled = case("2026-12-01", **MARKED).take("opt_in", consent="mail")
    assert findings(scheduled) == []
    assert findings(scheduled.take("cancel_auto")) == ["consent_missing"]


def test_the_vendor_is_told_which_subscription_it_charges_by_itself(case: Make) -> None:
    quoted = case("2026-12-01", **MARKED).at("quoted")
    for step, by_itself in (("opt_in", True), ("order", False)):
        taken = quoted.step(step)
        effect = taken.effect(quoted.held, taken.needs(purchase_order="PO-1"), quoted.ctx)
        assert {fact.key: fact.value for fact in effect.for_vendor}["auto_renew"] is by_itself


class TestInvoicesWhenItIsRenewed:
    def test_one_that_was_paid_is_not_open_again_the_year_after(self, case: Make) -> None:
        start = case("2026-12-01", open_invoices={"INV-1": "120"})
        invoiced = start.at("ordered", picked=start.pick("manual-12"))
        paid = invoiced.take("pay", number="INV-1", amount="120", date=date(2026, 12, 2))
        after = paid.take("settle").take("renew").onward()
        assert after.ctx.renewal.state == "due"
        assert FAMILY.facts_shown(after.held, after.ctx)[-1].key != "invoices"
        assert said(after.why_not("pay", number="INV-1", amount="1", date=date(2027, 1, 1))) == (
            "invoice INV-1 is not recorded; record it first (step invoice)"
        )

    def test_one_that_is_open_when_the_card_is_charged_stays_open(self, case: Make) -> None:
        charged = case("2026-12-31", open_invoices={"INV-1": "120"}, **MARKED).take(
            "charge", reference="CH-1", date=date(2027, 1, 1)
        )
        partly = charged.take("pay", number="INV-1", amount="20", date=date(2026, 12, 31))
        after = partly.take("renew").onward()
        assert after.held.details.open_invoices == {}
        [table] = [item for item in FAMILY.facts_shown(after.held, after.ctx)
                   if item.key == "invoices"]
        assert [Translator("en").value(cell) for cell in table.rows[0]] == [
            "INV-1", "€120.00", "€100.00",
        ]


class TestAGrace:
    """A vendor may give one; then the end of all rules is the end of the grace."""

    def test_within_it_the_subscription_is_renewed(self, case: Make) -> None:
        late = case("2027-01-10", grace=15, **MARKED)
        assert list(offered(late)) == ["manual-12", "auto-12"]
        assert late.why_not("opt_in", consent="mail") is None
        assert findings(late) == ["consent_missing"]
        manual = late.pick("manual-12")
        assert late.at("quoted", picked=manual).why_not("order", purchase_order="PO-1") is None
        invoiced = late.at("ordered", picked=manual).take("invoice", number="I-1", amount="10")
        paid = invoiced.take("pay", number="I-1", amount="10", date=date(2027, 1, 15))
        assert paid.why_not("settle") is None

    def test_after_it_a_new_one_counts_the_days_without_service_from_its_last(
        self, case: Make
    ) -> None:
        gone = case("2027-01-20", grace=15, **MARKED)
        assert list(offered(gone)) == ["new-12"]
        assert [said(note) for note in gone.offer("new-12").notes] == [
            "0ddba11 ended on 15 January 2027: 4 days without service until the new subscription."
        ]
        assert said(gone.why_not("opt_in", consent="mail")).startswith("it ended on")


class TestANewSubscription:
    def test_may_come_under_a_number_of_its_own(self, case: Make) -> None:
        gone = case("2027-01-20")
        paid = gone.at("paid", picked=gone.pick("new-12"))
        assert paid.why_not("renew", subscription_id="0ddba22") is None
        step = paid.step("renew")
        effect = step.effect(paid.held, step.needs(subscription_id="0ddba22"), paid.ctx)
        assert effect.finish.reference == "0ddba22"
        same = step.effect(paid.held, step.needs(subscription_id="0ddba11"), paid.ctx)
        assert same.finish.reference == ""

    def test_a_renewed_one_keeps_its_own(self, case: Make) -> None:
        start = case("2026-12-01")
        paid = start.at("paid", picked=start.pick("manual-12"))
        assert said(paid.why_not("renew", subscription_id="0ddba22")) == (
            "cloud:0ddba11 keeps its subscription ID: only a new subscription comes with another "
            "one; leave subscription_id out"
        )
