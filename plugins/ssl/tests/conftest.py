"""One plan on one day, as the desk would hand it to the family; and files to compare."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from resellerdesk.sdk import PolicyRow
from resellerdesk.sdk.testing import Case, entitlement, situate

from resellerdesk_ssl.details import Settings
from resellerdesk_ssl.family import SslFamily

FAMILY = SslFamily()
SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> bytes:
    return (SAMPLES / "ssl" / name).read_bytes()


class PlanCase(Case):
    """A plan on one day; its request can be compared with the certificate in use."""

    def checked(self, request: str) -> Case:
        """The same after the sample certificate was compared with a sample request."""
        effect = self.effect("check", old=sample("old.pem"), request=sample(request))
        return self.at(self.ctx.renewal.state, effect.facts)


def make_case(
    as_of: str = "2026-11-24", *, end: str = "2026-12-17", reference: str = "990200001",
    rules: Sequence[PolicyRow] = (), settings: Settings | None = None, **details: Any,
) -> PlanCase:
    """The sample order 990200001, with another end or other details."""
    named = {
        "common_name": "www.lenoir.example",
        "dns_names": ("lenoir.example", "www.lenoir.example"),
        "organization": "Brasserie Lenoir & Fils", "locality": "Lyon", "country": "FR",
        "account_type": "trust_center", "plan_years": 1,
    }
    held = entitlement(
        FAMILY, named | details, reference=reference, sku="SSL-SS", end=date.fromisoformat(end),
        customer="C-1008", program="rewards", description="Secure Site, www.lenoir.example",
    )
    found = situate(FAMILY, held, date.fromisoformat(as_of), rules=rules, settings=settings)
    return PlanCase(found.family, found.held, found.ctx)


@pytest.fixture
def case() -> Callable[..., Case]:
    return make_case


@pytest.fixture
def on_time() -> Case:
    return make_case()


@pytest.fixture
def ended() -> Case:
    return make_case(end="2026-11-23")


@pytest.fixture
def renamed() -> Case:
    """Its request has another organisation."""
    return make_case().checked("organisation-changed.csr")


@pytest.fixture
def grace() -> PolicyRow:
    return PolicyRow("Symantec", "ssl", "*", "grace_days", date(2026, 1, 1), "30")


@pytest.fixture
def file() -> Callable[[str], bytes]:
    return sample
