"""Work on many renewals of one quote reads that quote once, and misses nothing that happens
meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.bulk import steps_of, targets
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import decline, withdraw
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.live_points import points_now
from resellerdesk.desk.showing import show_each
from resellerdesk.desk.stepping import advancing
from resellerdesk.store import orders, quotes

from desk.answers.harbour import (
    TODAY,
    finding_keys,
    harbour,
    harbour_file,
    phase,
    quoted,
    record,
    refusal,
    states,
    strangers,
    take_in,
    verified,
    yes,
)

__all__ = ["harbour", "harbour_file", "strangers"]

NAMES = [f"M-{n}" for n in range(12)]
REFS = [f"software:{name}" for name in NAMES]


def rows(start: str, end: str) -> list[str]:
    return [f"{name},C-1,SEP-ESS-NEW,Endpoint,2,2,{start},{end},Symantec,CERT-{name}"
            for name in NAMES]


@pytest.fixture
def number(harbour: Desk, tmp_path: Path) -> str:
    """A quote for a dozen renewals."""
    take_in(harbour, tmp_path, *rows("01-JAN-2026", "31-DEC-2026"))
    return quoted(harbour, *REFS)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the whole of a quote or of an order was read from the database."""
    counts: Counter[str] = Counter()

    def counting(module: Any, what: str) -> None:
        form: Callable[[], Any] = module._form  # where all that is stored of one becomes a record

        class Counted:
            dump_json = form().dump_json

            def validate_json(self, content: str) -> Any:
                counts[what] += 1
                return form().validate_json(content)

        monkeypatch.setattr(module, "_form", Counted)

    counting(quotes, "quote")
    counting(orders, "order")
    return counts


def test_a_step_on_many_reads_their_quote_once(
    harbour: Desk, number: str, read: Counter[str]
) -> None:
    close = advancing(harbour, "decline", {"reason": "price"}, TODAY)
    for ref in REFS:
        close(ref)
    assert states(harbour, *REFS) == ["declined"] * len(REFS)
    assert read == {"quote": 1}


def test_accepting_reads_the_quote_as_often_for_many_lines_as_for_few(
    harbour: Desk, number: str, read: Counter[str]
) -> None:
    verified(harbour, *REFS)
    few = quoted(harbour, "S-15", "S-10")
    verified(harbour, "software:S-15", "software:S-10")
    read.clear()
    yes(harbour, few)
    for_few = dict(read)
    read.clear()
    yes(harbour, number)
    assert dict(read) == for_few
    assert for_few["quote"] <= 2


def test_finishing_many_reads_their_order_once(
    harbour: Desk, number: str, read: Counter[str]
) -> None:
    verified(harbour, *REFS)
    yes(harbour, number)
    read.clear()
    fulfil = advancing(harbour, "fulfil", {"certificate": "CERT"}, TODAY)
    for ref in REFS:
        fulfil(ref)
    assert read == {"order": 1}
    assert states(harbour, *REFS) == ["due"] * len(REFS)


def test_what_can_be_done_with_many_reads_their_quote_once(
    harbour: Desk, number: str, read: Counter[str]
) -> None:
    ids = [record(harbour, ref).held.id for ref in REFS]
    found = steps_of(harbour, targets(harbour, ids), TODAY)
    assert {each.step.key: each.count for each in found}["order"] == len(REFS)
    assert read == {"quote": 1}


def test_showing_many_reads_quote_and_order_once(
    harbour: Desk, number: str, read: Counter[str]
) -> None:
    show_each(harbour, REFS, TODAY)
    assert read == {"quote": 1}
    verified(harbour, *REFS)
    yes(harbour, number)
    read.clear()
    show_each(harbour, REFS, TODAY)
    assert read == {"order": 1}


def test_an_export_that_finishes_many_reads_their_order_once(
    harbour: Desk, number: str, read: Counter[str], tmp_path: Path
) -> None:
    verified(harbour, *REFS)
    yes(harbour, number)
    read.clear()
    report = take_in(harbour, tmp_path, *rows("01-JAN-2027", "30-DEC-2027"), name="later.csv")
    assert report.updated == len(REFS)
    assert read["order"] <= 2
    assert finding_keys(harbour, REFS[0]) == ["activation_pending", "differs_from_order"]


@pytest.mark.parametrize("ends", ["declined", "made anew", "looked at"])
def test_what_is_done_with_the_whole_quote_reads_it_a_few_times(
    harbour: Desk, number: str, read: Counter[str], ends: str
) -> None:
    if ends == "declined":
        decline(harbour, number, "price", "")
    elif ends == "made anew":
        quoted(harbour, *REFS)
    else:
        points_now(harbour, stored_quote(harbour, number), TODAY)
    assert read["quote"] <= 3


def test_what_happens_between_two_steps_is_seen(harbour: Desk, number: str) -> None:
    verified(harbour, *REFS[:2])
    order = advancing(harbour, "order", {"purchase_order": "PO-1"}, TODAY)
    with pytest.raises(Refusal) as caught:
        order(REFS[2])
    assert "ownership of M-2 is not verified" in refusal(caught)
    withdraw(harbour, number)
    with pytest.raises(Refusal) as caught:
        order(REFS[0])
    assert "has no step order from there" in refusal(caught)
    again = quoted(harbour, *REFS[:1], option="essential-24")
    order(REFS[0])
    assert stored_quote(harbour, again).status == "accepted"
    assert phase(harbour, REFS[0]).value == "ordered"


def test_the_option_of_a_newer_quote_counts_at_once(harbour: Desk, number: str) -> None:
    """What was remembered of the older quote does not stand for it."""
    order = advancing(harbour, "order", {"purchase_order": "PO-1"}, TODAY)
    with pytest.raises(Refusal, match="is not verified"):
        order(REFS[0])
    verified(harbour, REFS[0])
    newer = quoted(harbour, REFS[0], option="essential-24")
    order(REFS[0])
    assert stored_quote(harbour, newer).status == "accepted"
    assert stored_quote(harbour, number).status == "open"
