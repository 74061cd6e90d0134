"""What is due: which renewals, in which order, and where each stands."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import pytest

from resellerdesk.core.situation import Situation
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.worklist import DueQuery, due

from desk.exports import licence
from desk.quay import AS_OF, Quay


def ending(ref: str, day: date, **changes: object) -> dict[str, object]:
    """A licence whose year ends on that day."""
    start = day.replace(year=day.year - 1) + timedelta(days=1)
    words = {"start": f"{start:%d-%b-%Y}".upper(), "end": f"{day:%d-%b-%Y}".upper()}
    return dict(licence(ref, **words, **changes))


@pytest.fixture
def dated(quay: Quay) -> Quay:
    """Ends around 24 November 2026: long past, yesterday, today, in 90 and 91 days."""
    quay.take_in(
        ending("OLD", date(2019, 5, 1)),
        ending("B-1", AS_OF - timedelta(days=1)),
        ending("A-1", AS_OF - timedelta(days=1), customer="C-2", name="Straßenbau Groß KG"),
        ending("TODAY", AS_OF),
        ending("IN-90", AS_OF + timedelta(days=90), covered=30, sku="BE-ESS-NEW"),
        ending("IN-91", AS_OF + timedelta(days=91)),
    )
    return quay


def refs(quay: Quay, **wanted: Any) -> list[str]:
    return [row.ref.removeprefix("software:") for row in quay.due(**wanted)]


def test_by_end_then_by_ref_and_what_is_past_its_end_always(dated: Quay) -> None:
    assert refs(dated) == ["OLD", "A-1", "B-1", "TODAY", "IN-90"]
    assert refs(dated, within=0) == ["OLD", "A-1", "B-1", "TODAY"]
    assert refs(dated, within=91) == ["OLD", "A-1", "B-1", "TODAY", "IN-90", "IN-91"]


def test_days_left_and_situation_are_of_the_day(dated: Quay) -> None:
    rows = {row.ref.removeprefix("software:"): row for row in dated.due()}
    assert {ref: (row.days_left, row.situation) for ref, row in rows.items()} == {
        "OLD": (-2764, Situation.GONE), "A-1": (-1, Situation.LAPSED),
        "B-1": (-1, Situation.LAPSED), "TODAY": (0, Situation.ON_TIME),
        "IN-90": (90, Situation.ON_TIME),
    }


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"family": "software"}, ["OLD", "A-1", "B-1", "TODAY", "IN-90"]),
        ({"family": "coffee"}, []),
        ({"customer": "C-2"}, ["A-1"]),
        ({"owner": "aiko"}, ["OLD", "B-1", "TODAY", "IN-90"]),
        ({"state": "due"}, ["OLD", "A-1", "B-1", "TODAY", "IN-90"]),
        ({"phase": "quoted"}, []),
        ({"search": "strasse"}, ["A-1"]),
        ({"search": "be-ess"}, ["IN-90"]),
        ({"search": "endpoint", "customer": "C-2"}, ["A-1"]),
    ],
)
def test_only_what_is_asked_for(dated: Quay, wanted: dict[str, object], found: list[str]) -> None:
    assert refs(dated, **wanted) == found


def test_what_is_quoted_is_still_due(dated: Quay) -> None:
    make_quote(dated.desk, QuoteRequest(("TODAY",)), AS_OF)
    assert refs(dated, phase="quoted") == refs(dated, state="quoted") == ["TODAY"]
    assert "TODAY" in refs(dated)
    assert "TODAY" not in refs(dated, phase="open")


def test_a_wish_beyond_the_calendar_means_everything(dated: Quay) -> None:
    assert refs(dated, within=10**9) == refs(dated, within=91)


class TestValues:
    def test_the_list_amount_of_the_recommended_options_term(self, dated: Quay) -> None:
        assert dated.value("software:TODAY") == 10 * 3120
        assert dated.value("software:B-1") == 10 * 3120  # without back maintenance and fee
        assert dated.value("software:IN-90") == 30 * 12000

    def test_unknown_is_not_nothing(self, dated: Quay) -> None:
        assert dated.value("software:OLD") is None
        dated.take_in(ending("NO-PRICE", AS_OF, sku="UNHEARD-OF"))
        assert dated.value("software:NO-PRICE") is None

    def test_looking_works_while_a_colleague_writes(
        self, dated: Quay, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("resellerdesk.store.dialect.BUSY_MILLISECONDS", 20)
        with closing(sqlite3.connect(dated.desk.store.path, isolation_level=None)) as colleague:
            colleague.execute("begin immediate")
            assert dated.value("software:TODAY") == 10 * 3120


def test_the_demo_has_a_day_like_this(desk: Desk) -> None:
    rows = due(desk, DueQuery(family="software"), AS_OF)
    assert len(rows) == 149
    assert [(row.record.held.columns.period.end, row.ref) for row in rows] == sorted(
        (row.record.held.columns.period.end, row.ref) for row in rows
    )
    unpriced = [row.ref for row in rows if row.value is None or row.value.amount is None]
    assert unpriced == [f"software:201600000{n}" for n in range(6)]
