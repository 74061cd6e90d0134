"""Shipped policy, catalogue and reminders (docs/domain.md, sections 4, 7 and 8)."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import resellerdesk
from resellerdesk.sdk.testing import policy_of

from resellerdesk_software.details import Reminders
from resellerdesk_software.family import SoftwareFamily

FAMILY = SoftwareFamily()
SAMPLES = Path(resellerdesk.__file__).parent / "demo" / "samples"


def rule(name: str, region: str, on: str) -> str | None:
    return policy_of(FAMILY, date.fromisoformat(on), region=region).value(name)


@pytest.mark.parametrize(
    ("region", "on", "days"),
    [("EMEA", "2010-01-01", "30"), ("EMEA", "2016-05-08", "30"), ("EMEA", "2016-05-09", "0"),
     ("AMS", "2016-05-09", "0"), ("JP", "2016-05-09", "30"), ("JP", "2016-10-02", "30"),
     ("JP", "2016-10-03", "0"), ("CN", "2026-11-24", "0")],
)
def test_the_thirty_days_of_grace_end_in_may_2016_and_in_japan_in_october(
    region: str, on: str, days: str
) -> None:
    assert rule("grace_days", region, on) == days


@pytest.mark.parametrize(
    ("region", "team"),
    [("EMEA", "EMEA_renewals@symantec.com"), ("AMS", "AMS_renewals@symantec.com"),
     ("JP", "JP_renewals@symantec.com"), ("CN", "CN_renewals@symantec.com"),
     ("APJ", "SG_renewals@symantec.com")],
)
def test_each_region_has_its_renewals_team(region: str, team: str) -> None:
    assert rule("renewals_team", region, "2026-11-24") == team


def test_the_shipped_products_are_those_of_the_sample_catalogue() -> None:
    with (SAMPLES / "catalogue.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["family"] == "software"]
    listed = {
        (row["vendor"], row["sku"], row["title"], row["renews_as"], row["attributes"])
        for row in rows
    }
    shipped = {
        (product.vendor, product.sku, product.title, product.renews_as,
         ";".join(f"{name}={value}" for name, value in product.attributes.items()))
        for product in FAMILY.catalogue
    }
    assert shipped == listed


@pytest.mark.parametrize(
    ("segment", "days", "audience"),
    [("small_business", [120, 90, 60, 30, 7, -1, -5, -30], "customer"),
     ("enterprise", [90, 60, 30, -1, -5, -30], "owner"),
     ("", [120, 90, 60, 30, 7, -1, -5, -30], "customer")],
)
def test_who_is_reminded_and_when(case: Any, segment: str, days: list[int], audience: str) -> None:
    found = case("2026-11-24", segment=segment)
    milestones = FAMILY.milestones(found.held, found.ctx)
    assert [milestone.days_before for milestone in milestones] == days
    assert {milestone.audience for milestone in milestones} == {audience}


def test_reminders_are_settings_typed_as_a_list_of_days(case: Any) -> None:
    settings = Reminders.model_validate({"enterprise_days": "45, 15", "days_after_the_end": ""})
    found = case("2026-11-24", segment="enterprise", settings=settings)
    days = [milestone.days_before for milestone in FAMILY.milestones(found.held, found.ctx)]
    assert days == [45, 15]


def test_a_setting_reads_back_as_it_is_shown() -> None:
    shown = Reminders().model_dump(mode="json")
    assert shown["enterprise_days"] == "90, 60, 30"
    assert Reminders.model_validate(shown) == Reminders()


@pytest.mark.parametrize("typed", ["90, soon", "-5", "0"])
def test_a_setting_that_is_no_list_of_days_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        Reminders.model_validate({"enterprise_days": typed})
