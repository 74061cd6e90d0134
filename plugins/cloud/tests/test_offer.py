"""What a customer reads of a subscription besides its price: the invoices still to be paid."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from resellerdesk.sdk import Money
from resellerdesk.translation.translate import Translator


def test_open_invoices_stand_on_the_quote(case: Any, euros: Callable[[str], Decimal]) -> None:
    found = case("2026-11-24", open_invoices={"I-1": euros("120.50"), "I-2": euros("0.00")})
    [table] = found.offer("manual-12").tables
    assert not table.internal
    assert Translator("en").text(table.title) == (
        "Open invoices of 0ddba11, to be paid by 31 December 2026"
    )
    assert table.rows == (("I-1", Money(12_050, "EUR"), Money(12_050, "EUR")),)


def test_what_is_paid_needs_no_table(case: Any, euros: Callable[[str], Decimal]) -> None:
    assert case("2026-11-24").offer("manual-12").tables == ()
    assert case("2026-11-24", open_invoices={"I-2": euros("0")}).offer("manual-12").tables == ()


@pytest.mark.parametrize(("day", "option"), [("2026-11-24", "auto-12"), ("2027-01-20", "new-12")])
def test_only_what_is_renewed_by_hand_waits_for_them(case: Any, day: str, option: str) -> None:
    found = case(day, open_invoices={"I-1": "120.50"}, payment_method="card")
    [table] = found.offer(option).tables
    assert Translator("en").text(table.title) == "Open invoices of 0ddba11"
