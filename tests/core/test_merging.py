"""An imported row against what is held (docs/domain.md, section 6, imports)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.merging import Columns, Ends, compare_ends, differing
from resellerdesk.core.period import Period

from core.building import day, span

HELD = span("2026-01-01 .. 2026-12-31")
BEFORE = span("2025-01-01 .. 2025-12-31")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2026-01-01 .. 2026-12-31", Ends.SAME),
        ("2026-02-01 .. 2026-12-31", Ends.SAME),
        ("2027-01-01 .. 2027-12-31", Ends.LATER),
        ("2026-01-01 .. 2027-01-01", Ends.LATER),
        ("2025-01-01 .. 2025-12-31", Ends.OLD_EXPORT),
        ("2025-02-01 .. 2025-12-31", Ends.NEVER_HELD),
        ("2026-01-01 .. 2026-12-30", Ends.NEVER_HELD),
    ],
)
def test_how_the_end_of_a_row_lies_to_the_one_held(row: str, expected: Ends) -> None:
    assert compare_ends(HELD, frozenset({BEFORE}), span(row)) is expected


PERIODS = st.builds(
    lambda start, days: Period(start, start + timedelta(days)),
    st.dates(date(2025, 1, 1), date(2026, 1, 1)), st.integers(0, 800),
)


@given(PERIODS, st.frozensets(PERIODS, max_size=3), PERIODS)
def test_only_a_later_end_moves_on(held: Period, past: frozenset[Period], row: Period) -> None:
    found = compare_ends(held, past, row)
    assert (found is Ends.LATER) == (row.end > held.end)
    assert (found is Ends.SAME) == (row.end == held.end)
    assert found is not Ends.OLD_EXPORT or row in past


COLUMNS = Columns(
    "Acme", "C-1", "MAINT", "Maintenance", 25, "express", HELD, {"licensed": 25, "in_use": True}
)


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({}, []),
        ({"vendor": "Kestrel"}, ["vendor"]),
        ({"customer_id": "C-2"}, ["customer_id"]),
        ({"sku": "OTHER"}, ["sku"]),
        ({"description": "Upkeep"}, ["description"]),
        ({"quantity": 20}, ["quantity"]),
        ({"program": "rewards"}, ["program"]),
        ({"period": span("2026-02-01 .. 2026-12-31")}, ["start"]),
        ({"period": span("2026-01-01 .. 2027-12-31")}, []),  # the end is compared on its own
        ({"details": {"licensed": 30, "in_use": True}}, ["licensed"]),
        ({"details": {"licensed": 25, "in_use": True, "level": "gold"}}, ["level"]),
        ({"quantity": 20, "details": {"licensed": 20, "in_use": False}},
         ["quantity", "licensed", "in_use"]),
    ],
)
def test_the_columns_that_differ_are_named(changes: dict[str, Any], names: list[str]) -> None:
    assert differing(COLUMNS, replace(COLUMNS, **changes)) == names


def test_a_day_of_a_period_counts() -> None:
    later = Period(HELD.start, day("2027-01-01"))
    assert compare_ends(HELD, frozenset(), later) is Ends.LATER
    assert compare_ends(later, frozenset({HELD}), HELD) is Ends.OLD_EXPORT
