"""One subscription on one day, as the desk would hand it to the family."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resellerdesk.sdk import PolicyRow
from resellerdesk.sdk.testing import Case, entitlement, situate

from resellerdesk_cloud.family import CloudFamily

FAMILY = CloudFamily()


def make_case(
    as_of: str, end: str = "2026-12-31", sku: str = "CLD-EMAIL", grace: int = 0, **details: Any
) -> Case:
    held = entitlement(
        FAMILY, details, reference="0ddba11", sku=sku, quantity=8, end=date.fromisoformat(end),
        program="express", description="Email Security.cloud",
    )
    row = PolicyRow("Symantec", "cloud", "*", "grace_days", date(2026, 1, 1), str(grace))
    return situate(FAMILY, held, date.fromisoformat(as_of), rules=[row])


@pytest.fixture
def case() -> Callable[..., Case]:
    return make_case


@pytest.fixture
def euros() -> Callable[[str], Decimal]:
    return Decimal
