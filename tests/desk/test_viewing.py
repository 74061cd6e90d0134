"""Views of the worklist: which renewals each holds, in which order, and what is at stake."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from resellerdesk.core.money import Money
from resellerdesk.core.reporting import Sum
from resellerdesk.desk import viewing
from resellerdesk.desk.assigning import assign, follow
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.settings import set_settings
from resellerdesk.desk.view_query import Only, ViewQuery
from resellerdesk.desk.viewing import open_view, rows_of, value_view, whole_view
from resellerdesk.store.paging import Sort
from resellerdesk.store.renewals import forget_values

from desk.exports import licence
from desk.quay import AS_OF, CUSTOMERS, Quay

DAY = timedelta(days=1)
ALL = ViewQuery(Only.ALL, sort=Sort.END)


def ending(ref: str, days: int, quantity: int, customer: str = "C-1") -> dict[str, object]:
    """A licence that ends so many days from today."""
    end = AS_OF + days * DAY
    start, last = (f"{day:%d-%b-%Y}".upper() for day in (end - 364 * DAY, end))
    return dict(licence(ref, start=start, end=last, covered=quantity, licensed=quantity,
                        customer=customer, name=""))


@pytest.fixture
def dated(quay: Quay) -> Quay:
    """Renewals around the 24th of November, of three customers in two currencies."""
    quay.take_in(
        ending("LONG-AGO", -30, 5), ending("YESTERDAY", -1, 20), ending("TODAY", 0, 10),
        ending("MONTH-END", 6, 40), ending("DECEMBER", 7, 30), ending("YEN", 20, 9, "C-3"),
        ending("IN-90", 90, 50, "C-2"), ending("IN-91", 91, 1, "C-2"),
    )
    return quay


def refs(quay: Quay, query: ViewQuery) -> list[str]:
    """The first rows, which here are all; the whole by its ids is the same."""
    window = open_view(quay.desk, query, AS_OF)
    assert window.whole == whole_view(quay.desk, query, AS_OF)
    assert window.whole is not None
    assert [row.record.held.id for row in window.rows] == list(window.whole.ids)
    return [row.record.held.reference for row in window.rows]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (ALL, ["LONG-AGO", "YESTERDAY", "TODAY", "MONTH-END", "DECEMBER", "YEN", "IN-90", "IN-91"]),
        (ViewQuery(sort=Sort.END),
         ["LONG-AGO", "YESTERDAY", "TODAY", "MONTH-END", "DECEMBER", "YEN", "IN-90"]),
        (ViewQuery(Only.OVERDUE, sort=Sort.END), ["LONG-AGO", "YESTERDAY"]),
        (ViewQuery(Only.MONTH, sort=Sort.END), ["YESTERDAY", "TODAY", "MONTH-END"]),
        (ViewQuery(Only.ALL, search="yen"), ["YEN"]),
        (ViewQuery(Only.ALL, customer="C-2", sort=Sort.END, reverse=True), ["IN-91", "IN-90"]),
        (ViewQuery(Only.ALL, family="no such"), []),
        (ViewQuery(Only.APPROVAL), []),
        (ViewQuery(Only.ORDERED), []),
    ],
    ids=str,
)
def test_each_view_holds_what_it_says(dated: Quay, query: ViewQuery, found: list[str]) -> None:
    assert refs(dated, query) == found


def test_mine_is_whoever_asks(dated: Quay) -> None:
    assert refs(dated, ViewQuery(Only.ALL, mine=True)) == []
    assign(dated.desk, "YEN", "marie")
    assert refs(dated, ViewQuery(Only.ALL, mine=True)) == ["YEN"]


def test_a_quote_that_expires_is_seen_before_it_does(dated: Quay) -> None:
    make_quote(dated.desk, QuoteRequest(("MONTH-END",)), AS_OF)  # until its end, in six days
    make_quote(dated.desk, QuoteRequest(("IN-90",)), AS_OF)  # for longer than a fortnight
    assert refs(dated, ViewQuery(Only.EXPIRING)) == ["MONTH-END"]


def test_ordered_by_what_is_at_stake_each_currency_by_itself(dated: Quay) -> None:
    # Without a rate euros and yen cannot be compared, so they are not.
    assert refs(dated, ViewQuery(Only.ALL)) == [
        "IN-90", "MONTH-END", "DECEMBER", "YESTERDAY", "TODAY", "LONG-AGO", "IN-91", "YEN",
    ]


def test_with_a_rate_across_currencies(dated: Quay) -> None:
    set_settings(dated.desk, {"currency.reporting": "EUR", "currency.rate.JPY": "0.0061"})
    # 9 at 4,844 yen are 43,596 yen, some 266 euros: between 10 and 5 at 31.20.
    assert refs(dated, ViewQuery(Only.ALL))[4:7] == ["TODAY", "YEN", "LONG-AGO"]
    whole = whole_view(dated.desk, ViewQuery(Only.ALL), AS_OF)
    euros = 50 * 2964 + 40 * 2964 + 30 * 2964 + (20 + 10 + 5 + 1) * 3120
    assert whole.stake == Sum(Money(euros + 26594, "EUR"), True, ())
    assert whole.about


def test_one_currency_alone_is_exact(dated: Quay) -> None:
    set_settings(dated.desk, {"currency.reporting": "EUR"})
    refs(dated, ViewQuery(Only.ALL))
    whole = whole_view(dated.desk, ViewQuery(Only.ALL, customer="C-2"), AS_OF)
    assert (whole.stake.total, whole.about) == (Money(50 * 2964 + 3120, "EUR"), False)


def test_a_follow_up_whose_day_has_come_stands_first(dated: Quay) -> None:
    follow(dated.desk, "DECEMBER", AS_OF, "call again")
    follow(dated.desk, "YESTERDAY", AS_OF + DAY, "not yet")
    assert refs(dated, ALL)[:2] == ["DECEMBER", "LONG-AGO"]


class TestMoreThanAWindow:
    """A view of which only the first rows are read at once."""

    @pytest.fixture(autouse=True)
    def small_window(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(viewing, "WINDOW", 3)
        monkeypatch.setattr(viewing, "BLOCK", 2)

    def test_only_what_is_seen_is_valued(self, dated: Quay) -> None:
        window = open_view(dated.desk, ALL, AS_OF)
        assert [row.record.held.reference for row in window.rows] == [
            "LONG-AGO", "YESTERDAY", "TODAY",
        ]
        assert window.whole is None
        whole = whole_view(dated.desk, ALL, AS_OF)
        assert (len(whole.ids), whole.stale, whole.about) == (8, 5, True)
        rows = rows_of(dated.desk, whole.ids[3:5], AS_OF)
        assert [row.ref for row in rows.values()] == ["software:MONTH-END", "software:DECEMBER"]
        assert whole_view(dated.desk, ALL, AS_OF).stale == 3

    def test_the_rest_follows_in_blocks_for_as_long_as_somebody_looks(self, dated: Quay) -> None:
        heard: list[int] = []
        answers = iter([True, True, False])
        done = value_view(dated.desk, ALL, AS_OF, lambda: next(answers),
                          lambda _, done: heard.append(done))
        assert (done, heard, whole_view(dated.desk, ALL, AS_OF).stale) == (4, [2, 4], 4)
        assert value_view(dated.desk, ALL, AS_OF, lambda: True) == 4
        assert whole_view(dated.desk, ALL, AS_OF).stale == 0

    def test_the_order_is_that_of_the_values_as_they_are_now(self, dated: Quay) -> None:
        value_view(dated.desk, ALL, AS_OF, lambda: True)
        with dated.desk.store.write() as db:
            forget_values(db, range(1, 20))
        # Nothing is known of any: the first by end are worked out, and put in order.
        window = open_view(dated.desk, ViewQuery(Only.ALL), AS_OF)
        assert [row.record.held.reference for row in window.rows] == [
            "YESTERDAY", "TODAY", "LONG-AGO",
        ]

    def test_a_row_that_is_gone_is_left_out(self, dated: Quay) -> None:
        [some] = whole_view(dated.desk, ViewQuery(Only.ALL, search="yen"), AS_OF).ids
        assert list(rows_of(dated.desk, [some, 999_999], AS_OF)) == [some]


def test_a_desk_that_holds_nothing_is_told_from_a_view_that_does(
    empty_desk: Desk, tmp_path: Path
) -> None:
    assert not open_view(empty_desk, ViewQuery(), AS_OF).any_data
    Quay(empty_desk, tmp_path).take_in(*CUSTOMERS, name="customers.csv")
    assert open_view(empty_desk, ViewQuery(), AS_OF).any_data


@pytest.mark.parametrize("only", Only)
def test_a_view_is_kept_as_plain_data(only: Only) -> None:
    query = ViewQuery(only, True, "x", "C-1", "a b", Sort.OWNER, True)
    assert ViewQuery.from_json(query.as_json()) == query
