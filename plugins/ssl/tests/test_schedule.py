"""The certificates that a plan needs (docs/domain.md, section 5.5, rules 9 to 14)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from resellerdesk.sdk import Policy, PolicyRow
from resellerdesk.sdk.testing import policy_of

from resellerdesk_ssl.family import SslFamily
from resellerdesk_ssl.schedule import certificates_until, longest_on


def policy(**caps: str) -> Policy:
    """With the authority's own caps, by day: `_2026_01_01="199"`."""
    rows = [
        PolicyRow("Symantec", "ssl", "*", "max_certificate_days",
                  date.fromisoformat(day[1:].replace("_", "-")), value)
        for day, value in caps.items()
    ]
    return policy_of(SslFamily(), date(2026, 11, 24), rules=rows)


AUTHORITY = {"_2026_01_01": "199", "_2027_03_15": "99", "_2029_03_15": "46"}


def schedule(end: str, first: str = "2026-11-24", **caps: str) -> list[tuple[str, str, int, bool]]:
    found = certificates_until(date.fromisoformat(end), date.fromisoformat(first), policy(**caps))
    return [(str(one.issued), str(one.last_day), one.days, one.domain_proof) for one in found]


@pytest.mark.parametrize(
    ("end", "last_days"), [("2027-12-19", 84), ("2027-12-17", 82)], ids=["section 5", "section 11"]
)
def test_the_worked_schedules(end: str, last_days: int) -> None:
    assert schedule(end) == [
        ("2026-11-24", "2027-06-11", 200, True),
        ("2027-05-12", "2027-08-19", 100, True),
        ("2027-07-20", "2027-10-27", 100, False),
        ("2027-09-27", end, last_days, True),
    ]


@pytest.mark.parametrize(
    ("day", "longest"),
    [("2018-02-28", None), ("2018-03-01", 825), ("2020-08-31", 825), ("2020-09-01", 398),
     ("2026-03-14", 398), ("2026-03-15", 200), ("2027-03-14", 200), ("2027-03-15", 100),
     ("2029-03-14", 100), ("2029-03-15", 47)],
)
def test_browsers_cap_a_certificate_by_its_issue_date(day: str, longest: int | None) -> None:
    assert longest_on(date.fromisoformat(day), policy()) == longest


@pytest.mark.parametrize(
    ("day", "longest"),
    [("2025-12-31", 398), ("2026-01-01", 199), ("2026-03-15", 199), ("2027-03-14", 199),
     ("2027-03-15", 99), ("2029-03-14", 99), ("2029-03-15", 46)],
)
def test_of_the_browsers_cap_and_the_authority_s_the_smaller_counts(
    day: str, longest: int
) -> None:
    assert longest_on(date.fromisoformat(day), policy(**AUTHORITY)) == longest


def test_an_authority_that_allows_more_changes_nothing() -> None:
    assert schedule("2027-12-19", _2020_01_01="398") == schedule("2027-12-19")


def test_each_certificate_goes_by_the_authority_s_cap_on_its_own_issue_date() -> None:
    days = [row[2] for row in schedule("2027-12-19", **AUTHORITY)]
    assert days == [199, 99, 99, 87]


def test_a_plan_within_one_certificate_needs_one() -> None:
    assert schedule("2027-06-11") == [("2026-11-24", "2027-06-11", 200, True)]
    assert [row[2] for row in schedule("2027-06-12")] == [200, 32]


def test_a_plan_s_last_day_alone_is_a_certificate_of_one_day() -> None:
    assert schedule("2026-11-24") == [("2026-11-24", "2026-11-24", 1, True)]
    assert schedule("2026-11-23") == []


def test_before_any_cap_one_certificate_lasts_for_the_plan() -> None:
    assert schedule("2021-01-01", "2018-01-01") == [("2018-01-01", "2021-01-01", 1097, True)]


def test_under_the_cap_of_398_days_a_proof_lasts_398_too() -> None:
    assert schedule("2022-12-31", "2021-01-01") == [
        ("2021-01-01", "2022-02-02", 398, True), ("2022-01-03", "2022-12-31", 363, False),
    ]


@pytest.mark.parametrize(
    ("first", "second_proof"),
    [
        # The second is issued 169 days after the first.
        pytest.param("2026-03-15", False, id="200 days for the proof, 2026-08-31"),
        pytest.param("2026-09-26", False, id="the day before the rule of 100 days, 2027-03-14"),
        pytest.param("2026-09-27", True, id="the day of the rule of 100 days, 2027-03-15"),
    ],
)
def test_a_proof_s_age_is_judged_by_the_rule_of_the_issue_date(
    first: str, second_proof: bool
) -> None:
    _, second, *_ = schedule("2028-01-01", first)
    assert (date.fromisoformat(second[0]) - date.fromisoformat(first)).days == 169
    assert second[3] is second_proof


@pytest.mark.parametrize(
    ("cap", "issued", "proof"), [("131", "2026-10-01", False), ("132", "2026-10-03", True)]
)
def test_a_proof_is_reused_up_to_the_very_day_of_its_limit(
    cap: str, issued: str, proof: bool
) -> None:
    """The third is issued 200 days after the first proof, or 202."""
    third = schedule("2027-03-01", "2026-03-15", _2020_01_01=cap)[2]
    assert (third[0], third[3]) == (issued, proof)


@pytest.mark.parametrize(("cap", "second"), [("47", "2026-12-30"), ("30", "2026-12-13"),
                                             ("12", "2026-12-01")])
def test_a_short_life_is_followed_10_days_before_or_a_third_of_it(cap: str, second: str) -> None:
    assert schedule("2027-03-01", _2020_01_01=cap)[1][0] == second


def test_the_next_is_issued_30_days_before_and_10_under_the_cap_of_47() -> None:
    rows = schedule("2029-12-31", "2028-12-20")
    assert rows == [
        ("2028-12-20", "2029-03-29", 100, True),
        ("2029-02-27", "2029-06-06", 100, False),
        ("2029-05-07", "2029-06-22", 47, True),
        ("2029-06-12", "2029-07-28", 47, True),
        ("2029-07-18", "2029-09-02", 47, True),
        ("2029-08-23", "2029-10-08", 47, True),
        ("2029-09-28", "2029-11-13", 47, True),
        ("2029-11-03", "2029-12-19", 47, True),
        ("2029-12-09", "2029-12-31", 23, True),
    ]


@pytest.mark.parametrize("cap", ["1", "2", "3", "10", "31", "47", "60"])
def test_however_short_an_authority_makes_them_every_day_is_covered(cap: str) -> None:
    rows = list(certificates_until(date(2027, 3, 1), date(2026, 11, 24), policy(_2020_01_01=cap)))
    assert rows[0].issued == date(2026, 11, 24)
    assert rows[-1].last_day == date(2027, 3, 1)
    assert all(row.days <= int(cap) for row in rows)
    for one, other in pairwise(rows):
        assert one.issued < other.issued <= one.last_day + timedelta(days=1)


def test_the_schedule_stands_on_the_offer_for_the_customer_to_see(on_time: Any) -> None:
    [table] = on_time.offer("trust-center-12").tables
    assert (table.key, table.internal) == ("schedule", False)
    assert [key for key, _ in table.columns] == ["issued", "last_day", "days", "domain_proof"]
    assert table.rows[0] == (date(2026, 11, 24), date(2027, 6, 11), 200, True)
    assert table.rows[-1] == (date(2027, 9, 27), date(2027, 12, 17), 82, True)


@pytest.mark.parametrize(("key", "end"), [("trust-center-24", "2028-12-17"),
                                          ("managed-pki-36", "2029-12-17")])
def test_each_option_has_the_schedule_of_its_own_plan(on_time: Any, key: str, end: str) -> None:
    [table] = on_time.offer(key).tables
    assert table.rows[-1][1] == date.fromisoformat(end)


def test_a_new_certificate_has_a_schedule_too(ended: Any) -> None:
    [table] = ended.offer("new-12").tables
    assert (table.rows[0][0], table.rows[-1][1]) == (date(2026, 11, 24), date(2027, 11, 23))


def test_show_has_the_schedule_of_what_was_picked_else_of_what_is_recommended(on_time: Any) -> None:
    assert on_time.shown()["schedule"].rows[-1][1] == date(2027, 12, 17)
    picked = on_time.at("quoted", picked=on_time.pick("trust-center-24"))
    assert picked.shown()["schedule"].rows[-1][1] == date(2028, 12, 17)
