"""Dated policy rows, looked up by name (docs/domain.md, sections 1 and 4)."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.policy import (
    HOST_NAMES,
    PolicyBook,
    PolicyRow,
    check_value,
    names_of,
)
from resellerdesk.core.refusal import Refusal

from core.building import day, policy, rule

REGIONS = ("*", "EMEA", "JP")
DAYS = st.dates(date(2016, 1, 1), date(2016, 12, 31))
ROWS = st.builds(
    PolicyRow,
    vendor=st.sampled_from(["Acme", "Kestrel"]),
    family=st.sampled_from(["any", "other"]),
    region=st.sampled_from(REGIONS),
    name=st.sampled_from(["grace_days", "stub"]),
    effective=DAYS,
    value=st.integers(0, 9).map(str),
)
BOOKS = st.lists(ROWS, max_size=20, unique_by=lambda row: row.key)
LOOKUPS = st.tuples(st.sampled_from(["EMEA", "JP", "CN"]), DAYS)


def find(rows: list[PolicyRow], region: str, on: date) -> PolicyRow | None:
    return PolicyBook(rows).find("Acme", "any", region, "grace_days", on)


@pytest.mark.parametrize(
    ("on", "region", "days"),
    [
        ("1969-12-31", "EMEA", None),
        ("1970-01-01", "EMEA", "30"),
        ("2016-05-08", "EMEA", "30"),
        ("2016-05-09", "EMEA", "0"),
        ("2016-05-09", "JP", "30"),
        ("2016-10-02", "JP", "30"),
        ("2016-10-03", "JP", "0"),
        ("2016-10-03", "CN", "0"),
    ],
)
def test_the_latest_row_counts_and_a_regions_own_rows_go_first(
    on: str, region: str, days: str | None
) -> None:
    rules = policy(
        rule("grace_days", "30"),
        rule("grace_days", "0", "2016-05-09"),
        rule("grace_days", "30", region="JP"),
        rule("grace_days", "0", "2016-10-03", "JP"),
        region=region,
    )
    assert rules.value("grace_days", on=day(on)) == days


def test_a_region_with_rows_of_a_name_uses_only_those_even_before_the_first() -> None:
    rules = policy(
        rule("grace_days", "30"), rule("grace_days", "5", "2030-01-01", "JP"), region="JP"
    )
    assert rules.value("grace_days") is None


def test_a_region_keeps_the_general_rows_of_other_names() -> None:
    rules = policy(rule("stub", "monthly"), rule("grace_days", "5", region="JP"), region="JP")
    assert (rules.value("stub"), rules.value("grace_days")) == ("monthly", "5")


def test_a_row_of_the_desk_replaces_a_shipped_one_of_the_same_key_and_date() -> None:
    shipped = [rule("grace_days", "30"), rule("grace_days", "0", "2016-05-09")]
    desk = [rule("grace_days", "14", "2016-05-09"), rule("grace_days", "7", "2026-01-01")]
    rules = policy(*shipped, *desk)
    assert rules.value("grace_days", on=day("2016-05-08")) == "30"
    assert rules.value("grace_days", on=day("2016-05-09")) == "14"
    assert rules.value("grace_days") == "7"


@given(BOOKS, LOOKUPS)
def test_what_is_found_is_in_force_and_nothing_newer_is(
    rows: list[PolicyRow], asked: tuple[str, date]
) -> None:
    region, on = asked
    found = find(rows, region, on)
    mine = [r for r in rows if (r.vendor, r.family, r.name) == ("Acme", "any", "grace_days")]
    own = [r for r in mine if r.region == region] or [r for r in mine if r.region == "*"]
    in_force = [r.effective for r in own if r.effective <= on]
    assert (found.effective if found else None) == max(in_force, default=None)
    assert found is None or found in own


@given(BOOKS, LOOKUPS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    rows: list[PolicyRow], asked: tuple[str, date], random: Random
) -> None:
    mixed = list(rows)
    random.shuffle(mixed)
    assert find(mixed, *asked) == find(rows, *asked)


@given(BOOKS, LOOKUPS, ROWS)
def test_a_row_changes_nothing_before_its_day_if_its_region_had_rows(
    rows: list[PolicyRow], asked: tuple[str, date], new: PolicyRow
) -> None:
    region, on = asked
    base = [*rows, rule("grace_days", "1", region=region)]
    if on < new.effective:
        assert find([*base, new], region, on) == find(base, region, on)


@given(BOOKS)
def test_between_the_days_on_which_rules_change_none_does(rows: list[PolicyRow]) -> None:
    book = PolicyBook(rows)
    changes = set(book.dates("Acme", "any"))
    assert changes == {r.effective for r in rows if (r.vendor, r.family) == ("Acme", "any")}
    for on in sorted({r.effective for r in rows} - changes):
        before = date.fromordinal(on.toordinal() - 1)
        for region in REGIONS:
            assert find(rows, region, before) == find(rows, region, on)


def test_days_are_a_number_with_a_default() -> None:
    rules = policy(rule("grace_days", "15"))
    assert rules.days("grace_days", 0) == 15
    assert rules.days("repurchase_after_days", 730) == 730
    assert rules.days("grace_days", 3, on=day("1969-01-01")) == 3


def test_days_that_are_no_number_are_refused_naming_the_rule() -> None:
    with pytest.raises(Refusal, match="policy grace_days of Acme any is a while"):
        policy(rule("grace_days", "a while")).days("grace_days", 0)


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("grace_days", "30", "-1"),
        ("grace_days", "0", "thirty"),
        ("repurchase_after_days", "730", "2.5"),
        ("max_certificate_days", "199", ""),
        ("reinstatement_percent", "20", "101"),
        ("discount_limit", "12.5", "12,5"),
        ("margin_floor", "0", "-1"),
        ("stub", "daily", "weekly"),
        ("stub", "monthly", "Monthly"),
    ],
)
def test_a_value_has_to_fit_its_name(name: str, good: str, bad: str) -> None:
    assert check_value(name, good) is None
    assert check_value(name, bad)


def test_a_team_may_be_any_text() -> None:
    assert check_value("renewals_team", "EMEA_renewals@vendor.example") is None


def test_a_family_knows_the_hosts_names_and_those_it_ships() -> None:
    rows = [rule("descaling_days", "90"), rule("grace_days", "0")]
    assert names_of(rows) == {"any": HOST_NAMES | {"descaling_days"}}
