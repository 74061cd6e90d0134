"""Run with the plugin installed: `pip install -e . && python -m pytest`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import resellerdesk_domains
from resellerdesk_domains.family import Domain, Domains
from resellerdesk_domains.layout import RegistrarList

from resellerdesk.sdk import On
from resellerdesk.sdk.testing import (
    Conformance,
    Registering,
    entitlement,
    from_export,
    price_list,
    situate,
)

DOMAINS = Domains()
SAMPLES = Path(__file__).parents[1] / "samples"
DESK = [sys.executable, "-c", "from resellerdesk.cli.main import main; main()"]
Ask = Callable[..., Any]


class TestRegistering(Registering):
    plugin = resellerdesk_domains
    families = ("domains",)
    layouts = ("domain-names",)


class TestDomains(Conformance):
    family = DOMAINS
    entitlements = from_export(DOMAINS, RegistrarList(), SAMPLES / "domain-names.csv")
    prices = price_list(SAMPLES / "prices.csv")


def test_a_locked_name_is_unlocked_before_it_is_ordered() -> None:
    name = entitlement(DOMAINS, {"locked": True}, reference="quais.example", end=date(2026, 11, 30))
    quoted = situate(DOMAINS, name, date(2026, 11, 24)).store_quote("years-24")
    assert str(quoted.why_not("request")) == "quais.example is locked: take the step unlock first"
    ordered = quoted.take("unlock").happen(On.ACCEPTED, purchase_order="PO-1")
    assert ordered.take("confirm").onward().held.period.end == date(2028, 11, 30)


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Runs a command at a desk that holds the samples, and reads the JSON that it prints."""

    def run(*command: str) -> Any:
        said = [*command, "--db", str(tmp_path / "desk.db"), "--as-of", "2026-11-24", "--json"]
        return json.loads(subprocess.run(DESK + said, capture_output=True, check=False).stdout)

    run("import", *map(str, SAMPLES.glob("*.csv")))
    return run


def test_a_row_of_the_export_is_a_name() -> None:
    row = RegistrarList().row({
        "Domain": "vieux-port.example", "Customer": "C-1", "Registered": "2025-12-01",
        "Expires": "2026-11-30", "Locked": "yes",
    })
    assert (row.reference, row.details) == ("vieux-port.example", Domain(locked=True))


def test_a_name_renews_by_the_year(ask: Ask) -> None:
    totals = {option["key"]: option["total"] for option in ask("options", "vieux-port.example")}
    assert totals == {"years-12": "18.00", "years-24": "34.00", "years-60": "90.00"}


def test_a_late_name_is_restored_for_a_fee(ask: Ask) -> None:
    lines = ask("quote", "quai-neuf.example", "--dry-run")["lines"]
    assert [(line["kind"], line["amount"]) for line in lines] == [
        ("renewal", "18.00"), ("restore_fee", "80.00"),
    ]
