"""`check` finds what somebody changed behind the desk's back, and nothing where nobody did."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from resellerdesk.core import pricing
from resellerdesk.desk.assigning import note
from resellerdesk.desk.checking import check
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import decline, withdraw
from resellerdesk.desk.issuing import issued_pdf
from resellerdesk.desk.ordering import give_out
from resellerdesk.desk.revising import revise
from resellerdesk.desk.stepping import advance
from resellerdesk.desk.undoing import undo

from desk.answers.harbour import (
    BREW1,
    BREW2,
    GONE,
    KESTREL,
    LATE,
    MAIL,
    OTHER,
    S10,
    S15,
    TODAY,
    asked,
    everything,
    fulfilled,
    licence,
    on,
    ordered,
    quoted,
    take_in,
    verified,
    yes,
)


@pytest.fixture
def busy(harbour: Desk, tmp_path: Path) -> Desk:
    """Two days of work on everything; the first of them, and the day before, are sealed."""
    ordered(harbour, S15, KESTREL, alternatives=("essential-24",))
    fulfilled(harbour, KESTREL)
    issued_pdf(harbour, "Q-2026-0001")
    give_out(harbour, "O-2026-0001", "order.csv")
    number = quoted(harbour, MAIL, S10, discount="5")
    revise(harbour, number, asked(MAIL, S10, discounts={S10: "7"}, align="auto"), TODAY)
    tomorrow = on(harbour, date(2026, 11, 25))
    note(tomorrow, LATE, "called")
    decline(tomorrow, quoted(tomorrow, BREW1), "price", "")
    undo(tomorrow, BREW1)
    withdraw(tomorrow, quoted(tomorrow, BREW2, option="barista-12+kit"))
    ordered(tomorrow, GONE, option="repurchase")
    fulfilled(tomorrow, GONE, renewal_id="S-NEW")
    undo(tomorrow, GONE)
    take_in(tomorrow, tmp_path, licence("S-20", start="01-JAN-2027", end="31-DEC-2027"))
    note(tomorrow, OTHER, "renewed with somebody else")
    return tomorrow


def problems(desk: Desk) -> dict[str, str]:
    """What is wrong, by what was looked at."""
    return {found.what: str(found.problem) for found in check(desk) if found.problem is not None}


@contextmanager
def behind(desk: Desk) -> Iterator[sqlite3.Connection]:
    """The file itself, with its triggers taken away."""
    with closing(sqlite3.connect(desk.store.path)) as db:
        for (name,) in db.execute(
            "select name from sqlite_master where type = 'trigger' and name not like '%search%'"
        ).fetchall():
            db.execute(f"drop trigger {name}")
        yield db
        db.commit()


def test_after_all_kinds_of_work_nothing_is_wrong(busy: Desk) -> None:
    before = everything(busy)
    assert [(found.what, found.problem) for found in check(busy)] == [
        ("database", None), ("history", None), ("numbers", None), ("documents", None),
        ("quotes", None), ("orders", None),
    ]
    assert everything(busy) == before


def test_nothing_is_wrong_with_an_empty_desk(empty_desk: Desk) -> None:
    assert not problems(empty_desk)


@pytest.mark.parametrize(
    "change",
    [
        "update event set actor = 'jonas' where id = :middle",
        "update event set at = '2026-11-24T10:00:00+00:00' where id = :middle",
        "update event set data = replace(data, 'CERT', 'cert') where data like '%CERT-NEXT%'",
        "update event set data = '{' where id = :middle",
        "update event set what = 'noted' where id = :middle",
        "update event set entitlement_id = 1 where id = :middle",
    ],
)
def test_a_changed_entry(busy: Desk, change: str) -> None:
    with behind(busy) as db:
        [(middle,)] = db.execute("select max(id) - 6 from event")
        db.execute(change, {"middle": middle} if ":middle" in change else {})
    assert "does not follow from the one before it" in problems(busy)["history"]


def test_an_entry_removed_from_the_middle(busy: Desk) -> None:
    with behind(busy) as db:
        db.execute("delete from event where id = (select min(id) + 12 from event)")
    assert "history" in problems(busy)


def test_the_newest_entry_of_a_day_that_is_over(busy: Desk) -> None:
    """It moved nothing, so only the seal over its day can tell."""
    later = on(busy, date(2026, 11, 27))
    note(later, MAIL, "the last word of that day")
    note(on(busy, date(2026, 11, 28)), S15, "the next day")
    assert not problems(busy)
    with behind(busy) as db:
        db.execute("delete from event where data like '%the last word of that day%'")
    assert problems(busy)["history"] == (
        "the history of 2026-11-27 was changed: its seal does not fit"
    )


def test_a_whole_day_removed(busy: Desk) -> None:
    for day in (27, 28):
        note(on(busy, date(2026, 11, day)), MAIL, f"on the {day}th")
    with behind(busy) as db:
        db.execute("delete from event where data like '%on the 27th%'")
    assert "history" in problems(busy)


def test_an_entry_written_into_a_day_that_is_over(busy: Desk) -> None:
    with behind(busy) as db:
        db.execute(
            "insert into event select 1000000 + id, entitlement_id, renewal_id, change_id, at, "
            "actor, what, data, hash from event where id = 1"
        )
    assert "history" in problems(busy)


def test_a_removed_step_of_today(busy: Desk) -> None:
    """No seal yet, but the renewal stands elsewhere than its history leads."""
    advance(busy, "software:S-LATE", "notify", {}, TODAY)
    with behind(busy) as db:
        db.execute("delete from event where id = (select max(id) from event)")
    assert problems(busy)["history"] == (
        "software:S-LATE stands at notified; its history leads to due"
    )


def test_a_renewal_whose_state_was_edited(busy: Desk) -> None:
    with behind(busy) as db:
        db.execute("update renewal set state = 'fulfilled' where state = 'ordered'")
    assert "software:S-15 stands at fulfilled; its history leads to ordered" in (
        problems(busy)["history"]
    )


def test_a_renewal_whose_phase_is_not_that_of_its_state(busy: Desk) -> None:
    with behind(busy) as db:
        db.execute("update renewal set phase = 'won' where state = 'ordered'")
    assert "history" in problems(busy)


def _edit(db: sqlite3.Connection, number: str, **changes: object) -> None:
    """Changes the stored content of a quote's newest revision, by dotted path."""
    [(revision, content)] = db.execute(
        "select max(revision), content from quote where number = ?", [number]
    ).fetchall()
    document = json.loads(content)
    for path, value in changes.items():
        inner = document
        *way, last = path.split("__")
        for name in way:
            inner = inner[int(name)] if name.isdigit() else inner[name]
        inner[last] = value
    db.execute("update quote set content = ? where number = ? and revision = ?",
               [json.dumps(document, ensure_ascii=False), number, revision])


@pytest.mark.parametrize(
    "changes",
    [
        {"lines__0__amount": 1}, {"total": 5}, {"customer__name": "Somebody else"},
        {"validity__until": "2027-12-31"}, {"prices__0__unit_price": 1},
        {"alternatives__0__total": 7}, {"notes": []},
    ],
)
def test_a_changed_quote(busy: Desk, changes: dict[str, object]) -> None:
    with behind(busy) as db:
        _edit(db, "Q-2026-0001", **changes)
    assert problems(busy)["quotes"] == "Q-2026-0001 revision 1 is not what was stored"


@pytest.mark.parametrize(
    "change",
    [
        "update quote set total = total + 1 where number = 'Q-2026-0001'",
        "update quote set valid_until = '2027-12-31' where number = 'Q-2026-0001'",
        "update quote set customer_id = 'C-2' where number = 'Q-2026-0001'",
        "update quote_line set amount = 1 where number = 'Q-2026-0001'",
        "delete from quote_line where number = 'Q-2026-0001' and position = 1",
    ],
)
def test_a_quote_that_is_listed_otherwise(busy: Desk, change: str) -> None:
    with behind(busy) as db:
        db.execute(change)
    assert problems(busy)["quotes"] == (
        "Q-2026-0001 revision 1 is listed otherwise than it was stored"
    )


def test_content_that_is_no_quote_any_more(busy: Desk) -> None:
    with behind(busy) as db:
        db.execute("update quote set content = 'x' where number = 'Q-2026-0001'")
    assert "quotes" in problems(busy)


def test_a_revision_that_is_gone(busy: Desk) -> None:
    with behind(busy) as db:
        for table in ("quote_line", "quote"):
            db.execute(f"delete from {table} where number = 'Q-2026-0002' and revision = 2")
    assert problems(busy)["quotes"] == "Q-2026-0002 revision 2 was stored and is gone"


def test_a_quote_that_its_own_inputs_do_not_give(
    busy: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule that changed since in the program: every revision is priced again from its inputs."""
    monkeypatch.setattr(pricing, "discounted", lambda unit_list, percent: unit_list)
    assert problems(busy)["quotes"] == (
        "Q-2026-0002 revision 1: line software:S-MAIL MSG-ESS-REN is not what its inputs give"
    )


@pytest.mark.parametrize(
    "change",
    [
        "update document set content = x'2550' where kind = 'issued'",
        "update document set sha256 = 'abc' where kind = 'issued'",
    ],
)
def test_a_changed_document(busy: Desk, change: str) -> None:
    with behind(busy) as db:
        db.execute(change)
    assert problems(busy) == {
        "documents": "the issued document of Q-2026-0001 revision 1 was changed"
    }


def test_a_changed_signed_copy(busy: Desk) -> None:
    number = quoted(busy, LATE, as_of=date(2026, 11, 25))
    verified(busy, LATE)
    yes(busy, number, signed=b"signed", as_of=date(2026, 11, 25))
    with behind(busy) as db:
        db.execute("update document set content = x'00' where kind = 'signed'")
    assert f"the signed document of {number} revision 1" in problems(busy)["documents"]


def test_a_number_that_names_nothing(busy: Desk) -> None:
    with behind(busy) as db:
        db.execute("update number_series set latest = latest + 1 where kind = 'Q'")
    assert "was drawn and names nothing" in problems(busy)["numbers"]


def test_a_quote_removed_as_a_whole(busy: Desk) -> None:
    with behind(busy) as db:
        db.execute("pragma foreign_keys = off")
        for table in ("document", "quote_line", "quote"):
            db.execute(f"delete from {table} where number = 'Q-2026-0001'")
    assert problems(busy)["numbers"] == "number Q-2026-0001 was drawn and names nothing"


def test_an_order_under_a_number_that_was_never_drawn(busy: Desk) -> None:
    with behind(busy) as db:
        db.execute("update number_series set latest = latest - 1 where kind = 'O'")
    assert "was never drawn" in problems(busy)["numbers"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("update purchase set purchase_order = 'PO-9' where number = 'O-2026-0001'",
         "O-2026-0001 is listed otherwise than it was stored"),
        ("update purchase set content = replace(content, 'PO-1', 'PO-9')",
         "O-2026-0001 is listed otherwise than it was stored"),
        ("update purchase_line set ref = 'software:S-10' where number = 'O-2026-0001'",
         "O-2026-0001 is listed otherwise than it was stored"),
        ("update purchase set content = replace(content, '\"unit_cost\":2496', '\"unit_cost\":1')",
         "O-2026-0001: software:S-15 is not what was accepted on Q-2026-0001"),
        ("update purchase set content = '' where number = 'O-2026-0001'",
         "O-2026-0001 is listed otherwise than it was stored"),
    ],
)
def test_a_changed_order(busy: Desk, change: str, said: str) -> None:
    with behind(busy) as db:
        db.execute(change)
    assert problems(busy)["orders"] == said


def test_a_row_that_refers_to_nothing(busy: Desk) -> None:
    with behind(busy) as db:
        db.execute("pragma foreign_keys = off")
        db.execute("update quote_line set renewal_id = 999 where number = 'Q-2026-0003'")
    assert "refers to one that is not there" in problems(busy)["database"]
