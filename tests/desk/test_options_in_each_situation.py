"""The ways to go on with one entitlement of each family, in each situation, worked by hand from
docs/domain.md, sections 2 to 5; totals are before tax, in the customer's currency."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from resellerdesk.core.money import decimal_text
from resellerdesk.desk.choosing import Choices, choices
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.stepping import advance
from resellerdesk.translation.translate import Translator

ON_TIME, LATE = "software:2368167839", "software:3039081424"
CLOUD, PAST = (f"cloud:{key}" for key in (
    "dd2cefb8-23c9-4fea-aefa-af664c2fb124", "bf0762fe-a5b7-4da7-a787-57a48297d497"))
UNIT, LAPSED_UNIT, PLAN = "hardware:4200645771", "hardware:2711067223", "ssl:990200001"
TODAY = date(2026, 11, 24)

TERMS = ["essential-12", "essential-24", "essential-36"]
LEVELS = [f"{level}-12" for level in (
    "return-to-factory", "standard-plus", "next-business-day", "four-hour")]
PLANS = [f"{account}-{months}" for account in (
    "trust-center", "enterprise-account", "managed-pki") for months in (12, 24, 36)]

GRACE = """\
vendor,family,region,name,effective,value
Symantec,software,*,grace_days,2026-01-01,60
Symantec,cloud,*,grace_days,2026-01-01,60
Symantec,ssl,*,grace_days,2026-01-01,60
"""


def told(found: Choices) -> tuple[list[str], str, str, str, str | None]:
    """Keys, the recommended one with its period and total."""
    [best] = [item for item in found.options if item.option.recommended]
    total = None if best.total is None else decimal_text(best.total, found.currency)
    period = f"{best.period.start} {best.period.end}"
    return [item.option.key for item in found.options], best.option.key, *period.split(), total


@pytest.mark.parametrize(
    ("ref", "as_of", "expected"),
    [
        # Ends 2026-11-26; 50 units at 29.64.
        (ON_TIME, TODAY, (TERMS, TERMS[0], "2026-11-27", "2027-11-26", "1482.00")),
        # Ended 2026-10-10: 44 days at 3.76, a fee of 0.75, a year at 31.20, 5 units of each.
        (LATE, TODAY, (TERMS, TERMS[0], "2026-11-24", "2027-11-23", "178.55")),
        # 730 days after its end it can still be reinstated, a day later it is gone.
        (LATE, date(2028, 10, 11), (["repurchase"], "repurchase", "2028-10-11", "2029-10-10",
                                    None)),
        # Ends 2027-01-02; 3 at 26.90.
        (CLOUD, TODAY, (["manual-12"], "manual-12", "2027-01-03", "2028-01-02", "80.70")),
        # The end of support life, 2027-09-30, cuts every level; longer terms are not offered.
        (UNIT, TODAY, (LEVELS, LEVELS[0], "2026-11-27", "2027-09-30", "431.62")),
        (UNIT, date(2027, 10, 1), (["replace"], "replace", "2027-10-01", "2028-09-30", None)),
        # Ends 2026-12-17; one at 365.00.
        (PLAN, TODAY, (PLANS, PLANS[0], "2026-12-18", "2027-12-17", "365.00")),
        (PLAN, date(2026, 12, 18), (["new-12"], "new-12", "2026-12-18", "2027-12-17", "365.00")),
    ],
)
def test_as_the_page_says(
    desk: Desk, ref: str, as_of: date, expected: tuple[list[str], str, str, str, str | None]
) -> None:
    assert told(choices(desk, ref, as_of)) == expected


def test_after_the_end_of_a_subscription_there_is_a_new_one_alone(desk: Desk) -> None:
    keys, best, start, end, _ = told(choices(desk, PAST, TODAY))
    assert (keys, best, start, end) == (["new-12"], "new-12", "2026-11-24", "2027-11-23")


def test_a_lapsed_unit_starts_today_with_its_inspection(desk: Desk) -> None:
    found = choices(desk, LAPSED_UNIT, TODAY)
    [best] = [item for item in found.options if item.option.recommended]
    assert best.period.start == TODAY
    notes = " ".join(Translator("en").text(note) for note in best.notes)
    assert "inspect" in notes


def test_before_its_window_a_plan_says_when_it_opens(desk: Desk) -> None:
    """90 days before 2026-12-17."""
    found = choices(desk, PLAN, date(2026, 9, 1))
    for item in found.options:
        assert "It can be ordered from 18 September 2026 on." in [
            Translator("en").text(note) for note in item.notes]


def test_in_a_grace_each_goes_on_from_the_day_after_its_end(desk: Desk, tmp_path: Path) -> None:
    """No arrears, no fee, no gap: 5 at 31.20 for the software."""
    (tmp_path / "grace.csv").write_text(GRACE, "utf-8")
    import_files(desk, [tmp_path / "grace.csv"])
    assert told(choices(desk, LATE, TODAY)) == (
        TERMS, TERMS[0], "2026-10-11", "2027-10-10", "156.00")
    keys, _, start, _, _ = told(choices(desk, PAST, TODAY))
    assert ("manual-12" in keys, "new-12" in keys, start) == (True, False, "2026-10-02")
    assert told(choices(desk, PLAN, date(2027, 1, 10)))[:3] == (PLANS, PLANS[0], "2026-12-18")


def test_a_changed_name_leaves_a_new_certificate_alone(desk: Desk, samples: Path) -> None:
    files = {"old": (samples / "ssl" / "old.pem").read_bytes(),
             "request": (samples / "ssl" / "organisation-changed.csr").read_bytes()}
    advance(desk, PLAN, "check", files, TODAY)
    found = choices(desk, PLAN, TODAY)
    assert told(found)[:2] == (["new-12"], "new-12")
