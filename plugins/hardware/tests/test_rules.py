"""The rules, products, reminders and settings that the plugin ships (docs/domain.md, 4, 7, 8)."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import resellerdesk
from resellerdesk.sdk.testing import policy_of

from resellerdesk_hardware.details import Reminders
from resellerdesk_hardware.family import HardwareFamily

FAMILY = HardwareFamily()
SAMPLES = Path(resellerdesk.__file__).parent / "demo" / "samples"


@pytest.mark.parametrize(
    ("region", "team"),
    [("EMEA", "EMEA_renewals@symantec.com"), ("AMS", "AMS_renewals@symantec.com"),
     ("JP", "JP_renewals@symantec.com"), ("CN", "CN_renewals@symantec.com"),
     ("APJ", "SG_renewals@symantec.com")],
)
def test_each_region_has_its_renewals_team_and_no_grace(region: str, team: str) -> None:
    policy = policy_of(FAMILY, date(2026, 11, 24), region=region)
    assert policy.value("renewals_team") == team
    assert policy.days("grace_days", 99) == 0


@pytest.mark.parametrize(
    ("as_of", "last", "situation"),
    [("2026-11-26", "2027-09-30", "on_time"), ("2026-11-27", "2027-09-30", "lapsed"),
     ("2027-09-30", "2027-09-30", "lapsed"), ("2027-10-01", "2027-09-30", "gone"),
     ("2036-11-24", "2040-01-31", "lapsed"), ("2036-11-24", None, "lapsed")],
)
def test_only_the_end_of_support_life_makes_a_unit_gone(
    case: Any, as_of: str, last: str | None, situation: str
) -> None:
    found = case(as_of, end_of_support=date.fromisoformat(last) if last else None)
    assert found.ctx.situation == situation


def test_the_shipped_products_are_those_of_the_sample_catalogue() -> None:
    with (SAMPLES / "catalogue.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["family"] == "hardware"]
    listed = {(row["vendor"], row["sku"], row["title"], row["attributes"]) for row in rows}
    shipped = {
        (product.vendor, product.sku, product.title,
         ";".join(f"{name}={value}" for name, value in product.attributes.items()))
        for product in FAMILY.catalogue
    }
    assert shipped == listed


def test_the_owner_is_reminded_before_and_on_the_day_after_the_end(on_time: Any) -> None:
    milestones = FAMILY.milestones(on_time.held, on_time.ctx)
    assert [milestone.days_before for milestone in milestones] == [120, 90, 60, 30, -1]
    assert {milestone.audience for milestone in milestones} == {"owner"}


def test_reminders_are_settings_typed_as_a_list_of_days(case: Any) -> None:
    settings = Reminders.model_validate({"days_before_the_end": "45, 15", "days_after_the_end": ""})
    found = case("2026-11-24", settings=settings)
    days = [milestone.days_before for milestone in FAMILY.milestones(found.held, found.ctx)]
    assert days == [45, 15]


def test_a_setting_reads_back_as_it_is_shown() -> None:
    shown = Reminders().model_dump(mode="json")
    assert shown["days_before_the_end"] == "120, 90, 60, 30"
    assert Reminders.model_validate(shown) == Reminders()


@pytest.mark.parametrize(
    ("name", "typed"),
    [("days_before_the_end", "90, soon"), ("days_after_the_end", "-5"),
     ("end_of_support_days", "-1"), ("end_of_support_days", "never")],
)
def test_a_setting_that_does_not_fit_is_refused(name: str, typed: str) -> None:
    with pytest.raises(ValidationError):
        Reminders.model_validate({name: typed})
