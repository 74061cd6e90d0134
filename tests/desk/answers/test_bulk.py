"""The same for many at once: one that is refused stops no other, and is named with its reason."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from resellerdesk.core.phase import Phase
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.assigning import assign
from resellerdesk.desk.bulk import Outcome, for_each, quote_each_customer, steps_of, targets
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.listing_quotes import list_quotes
from resellerdesk.desk.stepping import advance
from resellerdesk.desk.worklist import DueQuery, due

from desk.answers.harbour import (
    BREW1,
    MAIL,
    OTHER,
    S10,
    S15,
    TODAY,
    licence,
    ordered,
    phase,
    take_in,
)


def always() -> bool:
    return True


def times(n: int) -> Any:
    """Goes on so many times."""
    asked = count()
    return lambda: next(asked) < n


def ids(desk: Desk, *refs: str) -> list[int]:
    rows = {row.ref: row.record.held.id for row in due(desk, DueQuery(within=999), TODAY)}
    return [rows[ref] for ref in refs]


def told(outcome: Outcome) -> dict[str, str]:
    return {ref: str(why) for ref, why in outcome.refused}


def test_what_many_are_called_in_the_order_of_customers(harbour: Desk) -> None:
    found = targets(harbour, [*ids(harbour, OTHER, S10, BREW1, S15), 999_999])
    assert [(t.ref, t.customer_id, t.family) for t in found] == [
        (S15, "C-1", "software"), (S10, "C-1", "software"), (BREW1, "C-1", "coffee"),
        (OTHER, "C-2", "software"),
    ]


def test_more_than_can_be_done_at_once_are_refused(harbour: Desk) -> None:
    with pytest.raises(Refusal, match="5001 are selected; 5000 at once work"):
        targets(harbour, range(5001))


def test_one_that_is_refused_stops_no_other(harbour: Desk) -> None:
    heard: list[tuple[str, int]] = []
    outcome = for_each(
        [S15, "software:NONE", OTHER], lambda ref: assign(harbour, ref, "berta"), always,
        lambda ref, done: heard.append((ref, done)),
    )
    assert outcome.done == (S15, OTHER)
    assert told(outcome) == {
        "software:NONE": "software:NONE names no entitlement; write family:reference, or the "
                         "reference alone (due and customers list them)"
    }
    assert heard == [(S15, 1), ("software:NONE", 2), (OTHER, 3)]
    mine = due(harbour, DueQuery(within=999, owner="berta"), TODAY)
    assert {row.ref for row in mine} == {S15, OTHER}


def test_it_can_be_stopped_and_says_how_many_were_left(harbour: Desk) -> None:
    outcome = for_each([S15, S10, OTHER], lambda ref: assign(harbour, ref, "berta"), times(2))
    assert (outcome.done, outcome.left) == ((S15, S10), 1)


def test_one_quote_for_each_customer(harbour: Desk, tmp_path: Path) -> None:
    """What has no price is left out of its customer's quote, and said."""
    take_in(harbour, tmp_path, licence("S-15", reference="S-NEW", sku="UNHEARD-OF"))
    many = targets(harbour, ids(harbour, S15, S10, OTHER, "software:S-NEW"))
    outcome = quote_each_customer(harbour, many, TODAY, always)
    assert outcome.done == (S15, S10, OTHER)
    [(ref, why)] = told(outcome).items()
    assert ref == "software:S-NEW"
    assert why.startswith("left out: price on request: ")
    assert outcome.left == 0
    quotes = {head.number: head.customer_id for head in list_quotes(harbour, "", TODAY)}
    assert [quotes[number] for number in outcome.made] == ["C-1", "C-2"]


def test_quoting_can_be_stopped_between_customers(harbour: Desk) -> None:
    many = targets(harbour, ids(harbour, S15, S10, OTHER))
    outcome = quote_each_customer(harbour, many, TODAY, times(1))
    assert (outcome.done, outcome.left, len(outcome.made)) == ((S15, S10), 1, 1)
    assert len(list_quotes(harbour, "", TODAY)) == 1


def test_what_cannot_be_quoted_any_more_says_why_for_each_of_its_renewals(harbour: Desk) -> None:
    ordered(harbour, OTHER)
    outcome = quote_each_customer(harbour, targets(harbour, ids(harbour, OTHER, S15)), TODAY,
                                  always)
    assert (outcome.done, len(outcome.made)) == ((S15,), 1)
    assert "its renewal is ordered" in told(outcome)[OTHER]


def test_steps_are_counted_over_all_of_them(harbour: Desk) -> None:
    many = targets(harbour, ids(harbour, S15, S10, MAIL, BREW1))
    found = {(each.family, each.step.key): each.count for each in steps_of(harbour, many, TODAY)}
    assert found["software", "let_go"] == 3
    assert found["coffee", "let_go"] == 1
    day = date(2026, 12, 28)  # S-15 has ended by then, the machine has not
    outcome = for_each(
        [S15, BREW1], lambda ref: advance(harbour, ref, "let_go", {}, day), always
    )
    assert (outcome.done, list(told(outcome))) == ((S15,), [BREW1])
    assert phase(harbour, S15) is Phase.LOST
