"""One entitlement on one day, as the desk would hand it to the family."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import PolicyRow, Product, Situation
from resellerdesk.sdk.testing import Case, entitlement, situate

from resellerdesk_software.details import Reminders
from resellerdesk_software.family import SoftwareFamily

FAMILY = SoftwareFamily()


def make_case(
    as_of: str, *, end: str = "2026-12-31", quantity: int = 10, sku: str = "SEP-ESS-NEW",
    vendor: str = "Symantec", region: str = "EMEA", rules: Sequence[PolicyRow] = (),
    products: Iterable[Product] | None = None, settings: Reminders | None = None, **details: Any,
) -> Case:
    """Maintenance on 10 of 10 licences of Endpoint Protection, a year until `end`."""
    known = {"licensed": quantity, "certificate": "M76262352", "support_level": "Essential"}
    held = entitlement(
        FAMILY, known | details, reference="3623879480", sku=sku, quantity=quantity, vendor=vendor,
        end=date.fromisoformat(end), customer="C-1009", program="express",
        description="Endpoint Protection, Essential",
    )
    return situate(FAMILY, held, date.fromisoformat(as_of), rules=rules, products=products,
                   settings=settings, region=region)


@pytest.fixture
def case() -> Callable[..., Case]:
    return make_case


@pytest.fixture
def on_time() -> Case:
    return make_case("2026-11-24")


@pytest.fixture
def lapsed() -> Case:
    """The worked example of docs/domain.md, section 4: 54 days late."""
    found = make_case("2026-11-24", end="2026-09-30")
    assert found.ctx.situation is Situation.LAPSED
    return found


@pytest.fixture
def gone() -> Case:
    found = make_case("2026-11-24", end="2024-11-23")
    assert found.ctx.situation is Situation.GONE
    return found
