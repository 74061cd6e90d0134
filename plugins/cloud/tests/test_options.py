"""Which ways there are to go on, and what each charges (docs/domain.md, section 5.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from resellerdesk.translation.translate import Translator

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("details", "sku", "keys", "today"),
    [
        ({"payment_method": "card", "auto_renew": True}, "CLD-EMAIL",
         ["manual-12", "auto-12"], "auto-12"),
        ({"payment_method": "card"}, "CLD-EMAIL", ["manual-12", "auto-12"], "manual-12"),
        ({"payment_method": "invoice", "auto_renew": True}, "CLD-EMAIL",
         ["manual-12"], "manual-12"),
        ({"payment_method": "card", "auto_renew": True}, "CLD-ARCH",
         ["manual-12"], "manual-12"),
        ({}, "UNKNOWN", ["manual-12"], "manual-12"),
    ],
)
def test_it_renews_itself_only_by_card_and_where_the_product_can(
    case: Make, details: dict[str, Any], sku: str, keys: list[str], today: str
) -> None:
    options = case("2026-11-24", sku=sku, **details).options()
    assert [option.key for option in options] == keys
    assert [option.key for option in options if option.recommended] == [today]
    assert [option.key for option in options if option.current] == [today]


@pytest.mark.parametrize(
    ("as_of", "keys", "start"),
    [
        ("2026-12-31", ["manual-12"], date(2027, 1, 1)),
        ("2027-01-01", ["new-12"], date(2027, 1, 1)),
        ("2027-02-10", ["new-12"], date(2027, 2, 10)),
    ],
)
def test_after_the_end_it_is_a_new_subscription_from_today(
    case: Make, as_of: str, keys: list[str], start: date
) -> None:
    options = case(as_of).options()
    assert [option.key for option in options] == keys
    assert [option.start for option in options] == [start]


def test_what_the_vendor_charges_by_itself_keeps_its_own_end(case: Make) -> None:
    options = case("2026-11-24", payment_method="card").options()
    assert {option.key: option.aligns for option in options} == {
        "manual-12": True, "auto-12": False,
    }
    assert {option.floor for option in options} == {1}


def test_a_late_order_says_how_long_there_was_no_service(case: Make) -> None:
    late = case("2026-11-24", end="2026-10-31")
    [note] = late.offer("new-12").notes
    assert Translator("en").text(note) == (
        "0ddba11 ended on 31 October 2026: 23 days without service until the new subscription."
    )


@pytest.mark.parametrize(
    ("as_of", "key", "kind"),
    [("2026-11-24", "manual-12", "renewal"), ("2027-01-05", "new-12", "new")],
)
def test_it_charges_its_own_sku_for_the_period(
    case: Make, as_of: str, key: str, kind: str
) -> None:
    [charge] = case(as_of).offer(key).charges
    assert (charge.sku, charge.quantity, charge.kind, charge.role) == (
        "CLD-EMAIL", 8, kind, "term",
    )
