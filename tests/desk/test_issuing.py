"""The PDF of a quote is drawn once, kept, and given out again byte for byte."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.issuing import draw_pdf, issued_pdf
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote, price_quote
from resellerdesk.desk.settings import set_settings

AS_OF = date(2026, 11, 24)


@pytest.fixture
def number(desk: Desk) -> str:
    return str(make_quote(desk, QuoteRequest(("2368167839",)), AS_OF).number)


def test_the_same_bytes_again_whatever_changed_since(desk: Desk, number: str) -> None:
    issued = issued_pdf(desk, number)
    assert issued.startswith(b"%PDF-")
    set_settings(desk, {"reseller.name": "Another name"})
    later = replace(desk, clock=lambda: datetime(2027, 3, 1, tzinfo=UTC), user="jonas")
    assert issued_pdf(later, number) == issued
    assert issued_pdf(later, number, 1) == issued


def test_it_is_kept_with_its_hash_and_who_issued_it(desk: Desk, number: str) -> None:
    issued = issued_pdf(desk, number)
    issued_pdf(desk, number)
    with desk.store.read() as db:
        rows = db.execute("select kind, length(content), length(sha256), actor from document")
        assert rows.fetchall() == [("issued", len(issued), 64, "marie")]


def test_a_dry_run_is_drawn_and_not_kept(desk: Desk) -> None:
    priced = price_quote(desk, QuoteRequest(("2368167839",)), AS_OF)
    assert draw_pdf(desk, priced).startswith(b"%PDF-")
    with desk.store.read() as db:
        assert db.execute("select count(*) from document").fetchone() == (0,)
