"""Cloud subscriptions as a rep meets them: what issue, vendor and card do to a renewal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.mixed import taken
from cli.typing_in import Typed

MARKED = "cloud:89366a37-8a81-41e1-a530-3ef777c2a4b1"
"""Renews itself, paid by card, ends on 2026-11-29."""
BY_INVOICE = "cloud:08fcc90d-f2bf-4534-a7b8-01cf2311f2cc"
"""Invoiced automatically, INV-45580 of 2467.24 open, ends on 2026-12-17."""
NO_SUPPORT = "cloud:23124764-dcd5-4e14-a126-98a6d075b626"
"""A product that the vendor does not renew by itself, paid by card."""
ENDED = "cloud:7e4b9284-5d1c-4b10-af9e-0e96049b3609"
"""Ended on 2026-10-31."""


def shown(typed: Typed, ref: str, *more: str) -> Any:
    return typed("show", ref, *more, "--json").json


def keys(found: list[dict[str, str]]) -> set[str]:
    return {finding["key"] for finding in found}


def options(typed: Typed, ref: str, *more: str) -> list[str]:
    return [option["key"] for option in typed("options", ref, *more, "--json").json]


def ordered(typed: Typed, ref: str, *more: str) -> str:
    """The number of the quote that was accepted."""
    number = typed("quote", ref, *more, "--json").json["number"]
    assert typed("accept", number, "--po", "PO-1").status == 0
    return str(number)


def later(samples: Path, folder: Path, *periods: tuple[str, str]) -> Path:
    """The vendor's next export, in which some periods have moved on."""
    text = (samples / "cloud-subscriptions.csv").read_text("utf-8")
    for before, after in periods:
        assert text.count(before) > 0
        text = text.replace(before, after)
    path = folder / "later.csv"
    path.write_text(text, "utf-8")
    return path


class TestRenewingByItself:
    def test_wants_a_card_a_product_that_can_and_the_consent(self, typed: Typed) -> None:
        assert options(typed, MARKED) == ["manual-12", "auto-12"]
        assert options(typed, BY_INVOICE) == options(typed, NO_SUPPORT) == ["manual-12"]
        consent = ("opt_in", "--set", "consent=mail")
        assert "wants payment by card" in typed("advance", BY_INVOICE, *consent).refusal
        assert "CLD-ARCH does not renew itself" in typed("advance", NO_SUPPORT, *consent).refusal
        assert "needs consent" in typed("advance", MARKED, "opt_in").refusal
        assert taken(typed, MARKED, "opt_in", "consent=mail")["state"] == "scheduled"

    def test_the_catalogue_says_which_product_can(self, typed: Typed, tmp_path: Path) -> None:
        path = tmp_path / "catalogue.csv"
        path.write_text("vendor,sku,family,title,renews_as,attributes\n"
                        "Symantec,CLD-ARCH,cloud,Enterprise Vault.cloud,,auto_renew=yes\n")
        typed("import", path)
        assert options(typed, NO_SUPPORT) == ["manual-12", "auto-12"]

    def test_it_is_charged_on_the_day_and_goes_on(self, typed: Typed) -> None:
        taken(typed, MARKED, "opt_in", "consent=mail")
        taken(typed, MARKED, "charge", "reference=CH-1", "date=2026-11-30")
        after = taken(typed, MARKED, "renew")
        assert (after["start"], after["end"], after["state"]) == (
            "2026-11-30", "2027-11-29", "due"
        )

    def test_it_can_be_cancelled_before(self, typed: Typed) -> None:
        taken(typed, MARKED, "opt_in", "consent=mail")
        cancelled = taken(typed, MARKED, "cancel_auto")
        assert (cancelled["state"], cancelled["phase"]) == ("due", "open")
        assert "consent_missing" in keys(cancelled["findings"])

    def test_a_failed_charge_falls_back_to_the_way_by_hand_and_is_chased_again(
        self, typed: Typed
    ) -> None:
        ordered(typed, MARKED)  # auto-12: the purchase order stands for the consent
        assert shown(typed, MARKED)["state"] == "scheduled"
        failed = taken(typed, MARKED, "charge_failed", "reason=card expired")
        assert (failed["state"], failed["phase"]) == ("due", "open")
        assert "charge_failed" in keys(failed["findings"])
        [row] = typed("due", "--search", MARKED.partition(":")[2], "--phase", "open",
                      "--json").json
        assert row["state"] == "due"
        [order] = typed("orders", "--json").json
        assert order["status"] == "cancelled"
        found = typed("options", MARKED, "--json").json
        assert {o["key"]: o["recommended"] for o in found} == {"manual-12": True, "auto-12": False}
        ordered(typed, MARKED)
        by_hand = shown(typed, MARKED)
        assert (by_hand["state"], by_hand["findings"]) == ("ordered", [])

    @pytest.mark.parametrize("opted_in", [True, False])
    def test_a_charge_that_nobody_confirmed_is_a_finding_and_presumed_by_nobody(
        self, typed: Typed, opted_in: bool
    ) -> None:
        if opted_in:
            taken(typed, MARKED, "opt_in", "consent=mail")
        assert "charge_to_confirm" not in keys(shown(typed, MARKED)["findings"])
        after = shown(typed, MARKED, "--as-of", "2026-12-02")
        assert "charge_to_confirm" in keys(after["findings"])
        assert (after["state"], after["end"]) == ("scheduled" if opted_in else "due", "2026-11-29")

    def test_a_later_end_seen_on_what_the_vendor_renews_is_won(
        self, typed: Typed, samples: Path, tmp_path: Path
    ) -> None:
        moved = (("2025-11-30,2026-11-29", "2026-11-30,2027-11-29"),
                 ("2025-12-18,2026-12-17,False,invoice", "2026-12-18,2027-12-17,False,invoice"))
        [report] = typed("import", later(samples, tmp_path, *moved), "--json").json
        assert (report["updated"], report["rejected"]) == (2, [])
        won, lost = shown(typed, MARKED), shown(typed, BY_INVOICE)
        assert {won["end"], lost["end"]} == {"2027-11-29", "2027-12-17"}
        assert "seen: due to renewed" in won["history"][-1]["what"]
        assert "decline: due to declined (reason renewed_elsewhere" in lost["history"][-1]["what"]
        assert typed("undo", MARKED).status == 0
        assert shown(typed, MARKED)["state"] == "due"


class TestInvoices:
    def test_one_is_paid_in_parts_and_it_is_settled_when_all_are_paid_in_full(
        self, typed: Typed
    ) -> None:
        ordered(typed, BY_INVOICE)
        taken(typed, BY_INVOICE, "invoice", "number=INV-2", "amount=1845")
        for number, amount, left in (
            ("INV-45580", "2000", "invoice INV-45580 has €467.24 open"),
            ("INV-45580", "467.24", "invoice INV-2 has €1,845.00 open"),
            ("INV-2", "1844.99", "invoice INV-2 has €0.01 open"),
        ):
            taken(typed, BY_INVOICE, "pay", f"number={number}", f"amount={amount}",
                  "date=2026-12-17")
            assert left in typed("advance", BY_INVOICE, "settle").refusal
        too_much = typed("advance", BY_INVOICE, "pay", "--set", "number=INV-2", "amount=0.02",
                         "date=2026-12-17")
        assert "INV-2 has €0.01 open, less than €0.02" in too_much.refusal
        taken(typed, BY_INVOICE, "pay", "number=INV-2", "amount=0.01", "date=2026-12-17")
        taken(typed, BY_INVOICE, "settle")
        after = taken(typed, BY_INVOICE, "renew")
        assert (after["end"], after["facts"].get("invoices")) == ("2027-12-17", [])
        assert shown(typed, BY_INVOICE, "--as-of", "2027-12-01")["findings"] == []

    def test_a_payment_after_the_end_renews_nothing(self, typed: Typed) -> None:
        ordered(typed, BY_INVOICE)
        taken(typed, BY_INVOICE, "pay", "number=INV-45580", "amount=2467.24", "date=2026-12-18")
        refused = typed("advance", BY_INVOICE, "settle", "--as-of", "2026-12-20").refusal
        assert "INV-45580 was paid on 18 December 2026, after the end on 17 December" in refused
        taken(typed, BY_INVOICE, "cancel", "reason=no_answer")
        assert options(typed, BY_INVOICE, "--as-of", "2026-12-20") == ["new-12"]

    def test_an_open_one_close_to_the_end_is_a_finding(self, typed: Typed) -> None:
        assert "invoice_open" in keys(shown(typed, BY_INVOICE)["findings"])
        assert "invoice_open" not in keys(
            shown(typed, BY_INVOICE, "--as-of", "2026-11-16")["findings"]
        )

    def test_automatic_invoicing_extends_nothing(self, typed: Typed) -> None:
        before = shown(typed, BY_INVOICE)
        assert before["details"]["auto_billing"] is True
        assert before["details"]["auto_renew"] is False
        after = shown(typed, BY_INVOICE, "--as-of", "2026-12-18")
        assert (after["end"], after["situation"], after["state"]) == ("2026-12-17", "gone", "due")
        charge = ("charge", "--set", "reference=X", "date=2026-12-18")
        assert "does not mark" in typed("advance", BY_INVOICE, *charge).refusal

    def test_an_amount_has_no_more_decimals_than_its_currency(self, typed: Typed) -> None:
        ordered(typed, BY_INVOICE)
        said = typed("advance", BY_INVOICE, "invoice", "--set", "number=INV-3", "amount=1.005")
        assert "an amount in EUR is wanted, such as 31.20" in said.refusal


class TestAfterTheEnd:
    def test_a_new_subscription_states_the_days_without_service(self, typed: Typed) -> None:
        quote = typed("quote", ENDED, "--language", "en", "--dry-run", "--json").json
        [line] = quote["lines"]
        assert (line["kind"], line["start"], line["end"]) == ("new", "2026-11-24", "2027-11-23")
        assert any("23 days without service" in note for note in quote["notes"])

    def test_an_order_by_hand_is_too_late(self, typed: Typed) -> None:
        number = typed("quote", BY_INVOICE, "--json").json["number"]
        typed("settings", "quote.validity_days", "60")
        late = typed("accept", number, "--po", "PO-1", "--as-of", "2026-12-18").refusal
        assert "was valid until 17 December 2026" in late
        assert typed("quote", "--revise", number, "--option", "new-12", "--as-of",
                     "2026-12-18").status == 0
        assert typed("accept", number, "--po", "PO-1", "--as-of", "2026-12-18").status == 0

    def test_under_a_number_of_its_own_it_replaces_the_old_one(self, typed: Typed) -> None:
        ordered(typed, ENDED)
        taken(typed, ENDED, "pay", "number=INV-99592", "amount=2050.71", "date=2026-12-30")
        taken(typed, ENDED, "settle")
        old = taken(typed, ENDED, "renew", "subscription_id=S-NEW")
        assert (old["state"], old["end"]) == ("renewed", "2026-10-31")
        new = shown(typed, "cloud:S-NEW")
        assert (new["start"], new["end"], new["state"]) == ("2026-11-24", "2027-11-23", "due")


def test_the_vendor_may_give_a_grace(typed: Typed, tmp_path: Path) -> None:
    path = tmp_path / "policy.csv"
    path.write_text("vendor,family,region,name,effective,value\n"
                    "Symantec,cloud,*,grace_days,2026-01-01,30\n")
    typed("import", path)
    assert options(typed, ENDED) == ["manual-12"]
    assert options(typed, ENDED, "--as-of", "2026-12-01") == ["new-12"]
    ordered(typed, ENDED)
    assert shown(typed, ENDED)["state"] == "ordered"
