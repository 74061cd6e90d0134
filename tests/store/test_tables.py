"""What the database promises about its tables, whoever writes to them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from resellerdesk.store.engine import Store, open_store

APPEND_ONLY = "the history is append-only"
QUOTE = "a stored quote is never changed"
ORDER = "an order is never changed"
DOCUMENT = "an issued document is never changed"


@pytest.fixture
def store(database: Path) -> Store:
    """The samples with one quote stored, its document issued and its order made."""
    store = open_store(database)
    with store.write() as db:
        db.execute(
            "insert into quote select 'Q-2026-0001', 1, id, currency, '2026-11-24', '2026-12-24', "
            "100, 'open', '{}', '2026-11-24T09:00:00+00:00', 'marie' from customer limit 1"
        )
        db.execute(
            "insert into quote_line select 'Q-2026-0001', 1, 1, id, 'software:1', 'term', 100 "
            "from renewal limit 1"
        )
        db.execute(
            "insert into document (number, revision, kind, sha256, content, at, actor) values "
            "('Q-2026-0001', 1, 'issued', 'hash', x'25504446', '2026-11-24T09:00:00', 'marie')"
        )
        db.execute(
            "insert into purchase select 'O-2026-0001', 'Symantec', number, revision, customer_id, "
            "'PO-1', as_of, '{}', at, actor from quote"
        )
        db.execute(
            "insert into purchase_line select 'O-2026-0001', 1, renewal_id, ref from quote_line"
        )
        db.execute("insert into day_seal (latest, day, hash) values (1, '2026-11-23', 'hash')")
    return store


def test_every_table_is_strict(store: Store) -> None:
    with store.read() as db:
        tables = list(db.query("select name, strict from pragma_table_list where type = 'table'"))
    loose = {table["name"] for table in tables if not table["strict"]}
    assert loose <= {"sqlite_schema", "sqlite_temp_schema", "sqlite_sequence"}
    assert {"customer", "entitlement", "event", "quote", "document"} <= {t["name"] for t in tables}


def test_a_strict_table_takes_no_amount_of_another_type(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER"), \
            store.write() as db:
        db.execute("update price set unit_price = 'thirty-one'")


def test_readers_never_wait_for_a_writer(store: Store) -> None:
    with store.read() as db:
        assert db.execute("pragma journal_mode").fetchone() == ("wal",)
    with store.write() as writer:
        writer.execute("update customer set name = 'Changed' where id = 'C-1008'")
        with store.read() as reader:
            row = reader.execute("select name from customer where id = 'C-1008'").fetchone()
    assert row == ("Brasserie Lenoir & Fils",)


def test_nothing_refers_to_what_is_not_there(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), store.write() as db:
        db.execute("update entitlement set customer_id = 'C-9999'")


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("update event set actor = 'nobody'", APPEND_ONLY),
        ("delete from event", APPEND_ONLY),
        ("replace into event select * from event limit 1", APPEND_ONLY),
        ("update quote set total = 1", QUOTE),
        ("update quote set content = '{}'", QUOTE),
        ("update quote set valid_until = '2030-01-01'", QUOTE),
        ("delete from quote", QUOTE),
        ("update quote_line set ref = 'software:2'", QUOTE),
        ("delete from quote_line", QUOTE),
        ("update purchase set purchase_order = 'PO-2'", ORDER),
        ("delete from purchase", ORDER),
        ("update purchase_line set ref = 'software:2'", ORDER),
        ("delete from purchase_line", ORDER),
        ("update day_seal set hash = 'another'", APPEND_ONLY),
        ("delete from day_seal", APPEND_ONLY),
        ("update document set content = x'00'", DOCUMENT),
        ("delete from document", DOCUMENT),
        ("replace into document select * from document", DOCUMENT),
    ],
)
def test_what_was_written_for_good_stays(store: Store, statement: str, refusal: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=refusal), store.write() as db:
        db.execute(statement)


def test_where_a_quote_stands_may_move_on(store: Store) -> None:
    with store.write() as db:
        db.execute("update quote set status = 'withdrawn'")
    with store.read() as db:
        assert db.execute("select status from quote").fetchall() == [("withdrawn",)]


def test_an_entitlement_has_at_most_one_open_renewal(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"renewal\.entitlement_id"), \
            store.write() as db:
        db.execute("update renewal set entitlement_id = 1 where id in (1, 2)")
