"""Value at stake is stored with the day until which it holds, and right on every day."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from resellerdesk.desk.approving import approve
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import withdraw
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.rules import load_rules
from resellerdesk.desk.settings import set_settings
from resellerdesk.desk.valuing import keep, values_of
from resellerdesk.desk.worklist import DueQuery, due
from resellerdesk.store.due import DueFilter, due_records
from resellerdesk.store.engine import Store
from resellerdesk.store.settings import raise_values_stamp

from desk.answers.harbour import harbour, harbour_file, strangers
from desk.exports import customer, licence, price
from desk.quay import AS_OF, Quay

__all__ = ["harbour", "harbour_file", "strangers"]

FAR = DueQuery(within=36500)


def values(desk: Desk, as_of: date) -> Mapping[str, int | None]:
    rows = due(desk, FAR, as_of)
    assert not [row.fault for row in rows if row.fault is not None]
    return {row.ref: row.value.amount if row.value is not None else None for row in rows}


def afresh(desk: Desk, as_of: date) -> Mapping[str, int | None]:
    """The same with nothing remembered."""
    with desk.store.write() as db:
        raise_values_stamp(db)
    return values(desk, as_of)


# Ends, ends of grace, last days of a price, days of a new price or rule; and a day now and then.
EDGES = (
    "2026-11-24", "2026-11-30", "2026-12-10", "2026-12-15", "2026-12-19", "2026-12-20",
    "2026-12-29", "2026-12-31", "2027-01-14", "2027-01-20", "2027-01-24", "2027-01-31",
    "2027-02-28", "2027-05-31", "2027-06-01", "2028-09-30", "2028-10-10", "2028-12-14",
    "2028-12-31", "2029-01-01",
)
DAYS = sorted(
    {date.fromisoformat(edge) + timedelta(days=n) for edge in EDGES for n in (-1, 0, 1)}
    | {AS_OF + timedelta(days=41 * n) for n in range(5)}
)


class TestOnEveryDay:
    """Two vendors, two families, prices that end, a rule that changes, a machine without spares."""

    @pytest.fixture
    def desk(self, harbour: Desk, tmp_path: Path) -> Desk:
        quay = Quay(harbour, tmp_path)
        quay.take_in(
            price("SEP-ESS-REN", "33.00", valid_from="2027-01-01", vendor="Symantec"),
            price("SEP-ESS-REN", "30.00", valid_from="2027-02-01", valid_to="2027-02-28",
                  program="express", vendor="Symantec"),
            name="newer-prices.csv",
        )
        rules = {"vendor": "Kestrel", "family": "software", "region": "*"}
        quay.take_in(
            rules | {"name": "grace_days", "effective": "2020-01-01", "value": "15"},
            rules | {"name": "grace_days", "effective": "2027-01-10", "value": "5"},
            rules | {"name": "stub", "effective": "2020-01-01", "value": "monthly"},
            rules | {"vendor": "Symantec", "name": "repurchase_after_days",
                     "effective": "2027-01-20", "value": "60"},
            name="policy.csv",
        )
        make_quote(harbour, QuoteRequest(("S-15",), quantity=7), AS_OF)
        return harbour

    def test_what_is_remembered_is_what_would_be_computed(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        other = copied(desk, tmp_path / "afresh.db")
        right = {day: afresh(other, day) for day in DAYS}
        _there_is_something_to_remember(right)
        for n, days in enumerate((DAYS, random.Random(7).sample(DAYS, len(DAYS)))):
            remembering = copied(desk, tmp_path / f"{n}.db")
            for day in days:
                assert values(remembering, day) == right[day], day


def _there_is_something_to_remember(right: Mapping[date, Mapping[str, int | None]]) -> None:
    amounts = {ref: {at[ref] for at in right.values()} for ref in right[AS_OF]}
    changing = {ref for ref, different in amounts.items() if len(different) > 1}
    assert {"software:S-20", "software:S-LATE", "coffee:BREW-2"} <= changing
    assert amounts["software:S-15"] == {7 * 3120}


def copied(desk: Desk, path: Path) -> Desk:
    """A desk of its own on a copy of the database."""
    return replace(desk, store=Store(Path(shutil.copy(desk.store.path, path))))


Change = Callable[[Quay], object]


def new_price(quay: Quay) -> None:
    quay.take_in(price("SEP-ESS-REN", "40.00", valid_to="2026-12-31"), name="p.csv")


def new_level(quay: Quay) -> None:
    quay.take_in(customer("C-1", "Café du Port", agreed_quantity=25), name="c.csv")


def new_program(quay: Quay) -> None:
    quay.take_in(price("SEP-ESS-REN", "20.00", program="express"), name="p.csv")
    quay.take_in(customer("C-1", "Café du Port", program="express"), name="c.csv")


def new_quantity(quay: Quay) -> None:
    quay.take_in(licence(covered=8))


def new_product(quay: Quay) -> None:
    product = {"vendor": "Symantec", "sku": "SEP-ESS-NEW", "family": "software",
               "title": "Endpoint", "renews_as": "BE-ESS-REN"}
    quay.take_in(product, name="catalogue.csv")


@pytest.mark.parametrize(
    ("change", "amount"),
    [(new_price, 40000), (new_level, 29640), (new_program, 20000), (new_quantity, 24960),
     (new_product, 120000)],
)
def test_an_import_that_changes_it_is_seen_at_once(
    quay: Quay, change: Change, amount: int
) -> None:
    quay.take_in(licence())
    assert quay.value("software:R-1") == 31200
    change(quay)
    assert quay.value("software:R-1") == amount


class TestQuoted:
    @pytest.fixture
    def quoted(self, quay: Quay) -> Quay:
        """Quoted for 4 units, and an hour later for 6."""
        quay.take_in(licence())
        for n, quantity in enumerate((4, 6)):
            at = quay.desk.clock() + timedelta(hours=n)
            later = replace(quay.desk, clock=partial(lambda at: at, at))
            make_quote(later, QuoteRequest(("R-1",), quantity=quantity), AS_OF)
        return quay

    def test_it_is_the_amount_of_the_newest_open_quote(self, quoted: Quay) -> None:
        assert quoted.value("software:R-1") == 6 * 3120

    def test_when_that_ends_of_the_one_before(self, quoted: Quay) -> None:
        assert quoted.value("software:R-1") == 6 * 3120
        withdraw(quoted.desk, "Q-2026-0002", "", "")
        assert quoted.value("software:R-1") == 4 * 3120

    def test_and_when_all_have_ended_the_list_amount_again(self, quoted: Quay) -> None:
        for number in ("Q-2026-0001", "Q-2026-0002"):
            withdraw(quoted.desk, number, "", "")
        assert quoted.value("software:R-1") == 31200


def test_a_quote_that_waits_counts_once_it_is_approved(quay: Quay) -> None:
    quay.take_in(licence())
    limit = {"vendor": "Symantec", "family": "software", "region": "*", "name": "discount_limit",
             "effective": "2020-01-01", "value": "5"}
    quay.take_in(limit, name="policy.csv")
    make_quote(quay.desk, QuoteRequest(("R-1",), quantity=4, discount=Decimal(10)), AS_OF)
    assert quay.value("software:R-1") == 31200
    set_settings(quay.desk, {"role.chef": "manager"})
    assert quay.value("software:R-1") == 31200
    approve(replace(quay.desk, user="chef"), "Q-2026-0001")
    assert quay.value("software:R-1") == 4 * 2808


class TestWhatAColleagueChangesMeanwhile:
    """Somebody looks, a colleague changes the renewal, and only then what was seen is kept."""

    @pytest.mark.parametrize(
        ("change", "amount"),
        [
            (lambda quay: make_quote(quay.desk, QuoteRequest(("R-1",), quantity=4), AS_OF), 12480),
            (new_quantity, 24960),
            (new_price, 40000),
        ],
    )
    def test_is_not_overwritten(self, quay: Quay, change: Change, amount: int) -> None:
        quay.take_in(licence())
        with quay.desk.store.read() as db:
            rules = load_rules(quay.desk, db, AS_OF)
            seen = values_of(quay.desk, db, rules, due_records(db, DueFilter(date(2030, 1, 1))))
        change(quay)
        keep(quay.desk, seen, rules)
        assert quay.value("software:R-1") == amount

