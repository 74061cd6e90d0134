"""One unit on one day, as the desk would hand it to the family."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import PolicyRow, Product, Situation
from resellerdesk.sdk.testing import Case, entitlement, situate

from resellerdesk_hardware.details import Reminders
from resellerdesk_hardware.family import HardwareFamily

FAMILY = HardwareFamily()
SERIAL = "4200645771"


def make_case(
    as_of: str, *, end: str = "2026-11-26", sku: str = "HW-RTF-SG900", vendor: str = "Symantec",
    region: str = "EMEA", rules: Sequence[PolicyRow] = (),
    products: Iterable[Product] | None = None, settings: Reminders | None = None, **details: Any,
) -> Case:
    """An SG900 returned to the factory for repair, supported by the vendor until 2031."""
    known = {"model": "SG900", "service_level": "Return to Factory", "contract": "HC-260286",
             "end_of_support": date(2031, 6, 30)} | details
    held = entitlement(
        FAMILY, known, reference=SERIAL, sku=sku, vendor=vendor, end=date.fromisoformat(end),
        customer="C-1022", program="express", description=str(known["model"]),
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
    """The 16th day without support."""
    found = make_case("2026-11-24", end="2026-11-08")
    assert found.ctx.situation is Situation.LAPSED
    return found
