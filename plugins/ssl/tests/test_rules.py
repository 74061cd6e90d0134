"""Shipped policy, catalogue, reminders and settings (docs/domain.md, sections 4, 7 and 8)."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import resellerdesk
from resellerdesk.sdk.testing import policy_of

from resellerdesk_ssl.details import Settings
from resellerdesk_ssl.family import SslFamily

FAMILY = SslFamily()
CATALOGUE = Path(resellerdesk.__file__).parent / "demo" / "samples" / "catalogue.csv"


def rule(name: str, region: str) -> str | None:
    return policy_of(FAMILY, date(2026, 11, 24), region=region).value(name)


@pytest.mark.parametrize(
    ("region", "team"),
    [("EMEA", "EMEA_renewals@symantec.com"), ("AMS", "AMS_renewals@symantec.com"),
     ("JP", "JP_renewals@symantec.com"), ("CN", "CN_renewals@symantec.com"),
     ("APJ", "SG_renewals@symantec.com")],
)
def test_each_region_has_its_renewals_team(region: str, team: str) -> None:
    assert rule("renewals_team", region) == team


@pytest.mark.parametrize(("end", "situation"), [("2026-11-24", "on_time"), ("2026-11-23", "gone")])
def test_a_plan_is_gone_on_the_day_after_its_end(case: Any, end: str, situation: str) -> None:
    assert rule("repurchase_after_days", "EMEA") == "0"
    assert case(end=end).ctx.situation == situation


def test_no_cap_of_an_authority_and_no_grace_is_shipped() -> None:
    assert rule("max_certificate_days", "EMEA") is None
    assert rule("grace_days", "EMEA") is None


def test_the_shipped_products_are_those_of_the_sample_catalogue() -> None:
    with CATALOGUE.open(encoding="utf-8-sig", newline="") as file:
        listed = {
            (row["vendor"], row["sku"], row["title"])
            for row in csv.DictReader(file) if row["family"] == "ssl"
        }
    assert {(one.vendor, one.sku, one.title) for one in FAMILY.catalogue} == listed


def days(found: Any) -> list[int]:
    return [milestone.days_before for milestone in FAMILY.milestones(found.held, found.ctx)]


def test_the_customer_is_reminded_up_to_the_day_after_the_end(on_time: Any) -> None:
    assert days(on_time) == [90, 60, 30, 14, 7, 3, 1, -1]
    milestones = FAMILY.milestones(on_time.held, on_time.ctx)
    assert {milestone.audience for milestone in milestones} == {"customer"}


def test_reminders_are_settings_typed_as_a_list_of_days(case: Any) -> None:
    typed = {"days_before_the_end": "45, 15", "days_after_the_end": ""}
    assert days(case(settings=Settings.model_validate(typed))) == [45, 15]


def test_settings_read_back_as_they_are_shown() -> None:
    shown = Settings().model_dump(mode="json")
    assert shown == {
        "enterprise_account_from": 5, "managed_pki_from": 50,
        "days_before_the_end": "90, 60, 30, 14, 7, 3, 1", "days_after_the_end": "1",
    }
    assert Settings.model_validate(shown) == Settings()


@pytest.mark.parametrize(
    "typed", [{"managed_pki_from": "0"}, {"enterprise_account_from": "few"},
              {"days_before_the_end": "90, soon"}]
)
def test_a_setting_that_does_not_fit_is_refused(typed: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(typed)
