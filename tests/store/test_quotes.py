"""Stored quotes: read again as they were, listed in the order in which they were made."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from resellerdesk.core.option import parse_choice
from resellerdesk.core.quote import Quote
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote, price_quote
from resellerdesk.store.quotes import (
    find_quote,
    quote_heads,
    quoted_amounts,
    quotes_naming,
    set_status,
)

AS_OF = date(2026, 11, 24)
REF = "software:2368167839"
LATE = "software:3039081424"
KESTREL = "software:KES-0001"

REQUESTS = [
    QuoteRequest((REF,)),
    QuoteRequest(
        (REF, KESTREL), discounts={REF: Decimal("7.5")}, align=date(2028, 2, 20),
        quantities={REF: 12},
    ),
    QuoteRequest(
        (LATE,), option=parse_choice("essential-12+premium+education=3"), discount=Decimal(10),
        alternatives=(parse_choice("essential-36+premium"),), language="de",
    ),
    QuoteRequest((REF,), align="auto", option=parse_choice("essential-12+consulting+cyber")),
]


def stored(desk: Desk, number: str | None) -> Quote:
    with desk.store.read() as db:
        found = find_quote(db, str(number))
    assert found is not None
    return found.quote


@pytest.mark.parametrize("request_", REQUESTS)
def test_a_stored_quote_is_read_again_as_it_was(desk: Desk, request_: QuoteRequest) -> None:
    """Fractions, dates, texts with arguments, options and price rows: all of it equal."""
    priced = price_quote(desk, request_, AS_OF).quote
    made = make_quote(desk, request_, AS_OF)
    assert stored(desk, made.number) == made.quote == priced


def test_in_a_currency_without_decimals_too(desk: Desk) -> None:
    made = make_quote(desk, QuoteRequest(("2016000005",)), date(2016, 10, 2))
    assert made.quote.total == 726600
    assert stored(desk, made.number) == made.quote


def quote_at(desk: Desk, hour: int, as_of: date = AS_OF, quantity: int = 50) -> str:
    later = replace(desk, clock=lambda: datetime(2026, 11, 24, hour, tzinfo=UTC))
    return str(make_quote(later, QuoteRequest((REF,), quantity=quantity), as_of).number)


def test_the_newest_quote_is_the_one_made_last_whatever_its_number(desk: Desk) -> None:
    """A quote as of a day last year bears last year's number."""
    first, second = quote_at(desk, 9, date(2027, 1, 5)), quote_at(desk, 10, date(2026, 12, 5))
    assert (first, second) == ("Q-2027-0001", "Q-2026-0001")
    with desk.store.read() as db:
        [renewal] = {row["renewal_id"] for row in db.query("select renewal_id from quote_line")}
        assert [head.number for head in quotes_naming(db, renewal)] == [second, first]


def test_the_ten_thousandth_quote_of_a_year_follows_the_one_before(desk: Desk) -> None:
    with desk.store.write() as db:
        db.execute("insert into number_series (kind, year, latest) values ('Q', 2026, 9998)")
    made = [quote_at(desk, 9) for _ in range(3)] + [quote_at(desk, 10, date(2027, 1, 5))]
    assert made == ["Q-2026-9999", "Q-2026-10000", "Q-2026-10001", "Q-2027-0001"]
    with desk.store.read() as db:
        assert [head.number for head in quote_heads(db)] == made
        [renewal] = {row["renewal_id"] for row in db.query("select renewal_id from quote_line")}
        assert [head.number for head in quotes_naming(db, renewal)] == [
            "Q-2027-0001", "Q-2026-10001", "Q-2026-10000", "Q-2026-9999",
        ]


def test_the_quoted_amount_is_that_of_the_newest_quote_still_open(desk: Desk) -> None:
    quote_at(desk, 9, quantity=10)
    newest = quote_at(desk, 10, quantity=20)
    with desk.store.write() as db:
        [renewal] = {row["renewal_id"] for row in db.query("select renewal_id from quote_line")}
        assert quoted_amounts(db, [renewal]) == {renewal: 20 * 3120}
        set_status(db, newest, 1, "withdrawn")
        assert quoted_amounts(db, [renewal]) == {renewal: 10 * 3120}
