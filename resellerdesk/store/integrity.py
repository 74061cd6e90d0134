"""What is wrong with the database itself: its file, its history, its numbers, its documents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from resellerdesk.core.chain import START, link
from resellerdesk.core.text import T, Text
from resellerdesk.store import dialect
from resellerdesk.store.seals import broken_seals


def damaged_file(db: Database) -> Iterator[Text]:
    """What is wrong with the file itself, and rows that refer to nothing."""
    for said in dialect.damages(db):
        yield T("the database file is damaged: {said}", said=said)
    for table in dialect.broken_references(db):
        yield T("a row of {table} refers to one that is not there", table=table)


def broken_history(db: Database) -> Iterator[Text]:
    """Entries that were changed or removed, and renewals that stand elsewhere than they lead."""
    rows = db.execute(
        "select v.id, v.entitlement_id, v.renewal_id, v.change_id, v.at, v.actor, v.what, "
        "v.data, v.hash, e.family, e.reference from event v "
        "left join entitlement e on e.id = v.entitlement_id order by v.entitlement_id, v.id"
    )
    held, previous = 0, START
    states: dict[int, str] = {}
    for id_, entitlement, *fields, hash_, family, reference in rows:
        if entitlement != held:
            held, previous = entitlement, START
        expected = link(previous, (entitlement, *fields))
        if expected != hash_:
            yield T("the history of {family}:{reference} was changed: entry {id} does not follow "
                    "from the one before it", family=family, reference=reference, id=id_)
        previous = hash_
        data = json.loads(fields[5])
        if fields[4] in ("opened", "step", "undone") and "to" in data:
            states[fields[0]] = data["to"]
    for day in broken_seals(db):
        yield T("the history of {day} was changed: its seal does not fit", day=day)
    yield from _strayed(db, states)


def _strayed(db: Database, states: dict[int, str]) -> Iterator[Text]:
    rows = db.execute(
        "select r.id, r.state, r.voided, e.family, e.reference from renewal r "
        "join entitlement e on e.id = r.entitlement_id order by r.id"
    )
    for id_, state, voided, family, reference in rows:
        if not voided and states.get(id_) != state:
            yield T("{family}:{reference} stands at {state}; its history leads to {led}",
                    family=family, reference=reference, state=state, led=str(states.get(id_)))


def phases_in_use(db: Database) -> Sequence[tuple[str, str, str, str]]:
    """Each family, state and phase in which renewals stand, with a reference as an example."""
    return db.execute(
        "select e.family, r.state, r.phase, min(e.reference) from renewal r "
        "join entitlement e on e.id = r.entitlement_id where r.voided = 0 "
        "group by e.family, r.state, r.phase order by e.family, r.state, r.phase"
    ).fetchall()


def gaps_in_numbers(db: Database) -> Iterator[Text]:
    """Numbers that were drawn and name nothing."""
    for kind, table in (("Q", "quote"), ("O", "purchase")):
        found = {row[0] for row in db.execute(f"select distinct number from {table}")}
        series = db.execute(
            "select year, latest from number_series where kind = ? order by year", [kind]
        ).fetchall()
        drawn = {f"{kind}-{year:04d}-{n:04d}" for year, last in series for n in range(1, last + 1)}
        for number in sorted(drawn - found):
            yield T("number {number} was drawn and names nothing", number=number)
        for number in sorted(found - drawn):
            yield T("{number} was never drawn", number=number)


def changed_documents(db: Database) -> Iterator[Text]:
    """Documents that no longer have the hash that was kept with them."""
    rows = db.execute("select number, revision, kind, sha256, content from document order by id")
    for number, revision, kind, hash_, content in rows:
        if hashlib.sha256(content).hexdigest() != hash_:
            yield T("the {kind} document of {number} revision {revision} was changed",
                    kind=kind, number=number, revision=revision)


def changed_quotes(db: Database) -> Iterator[Text]:
    """Quotes of which the history remembers another content, that are gone, or whose columns and
    lines say something else."""
    remembered = _remembered(db)
    rows = db.execute(
        "select number, revision, customer_id, currency, as_of, valid_until, total, content "
        "from quote order by number, revision"
    ).fetchall()
    for number, revision, *columns, content in rows:
        hash_ = remembered.pop((number, revision), None)
        if hash_ not in (None, hashlib.sha256(content.encode()).hexdigest()):
            yield T("{number} revision {revision} is not what was stored", number=number,
                    revision=revision)
            continue
        said = _parsed(content)
        if columns != _columns_of(said) or _stored_lines(db, number, revision) != _lines_of(said):
            yield T("{number} revision {revision} is listed otherwise than it was stored",
                    number=number, revision=revision)
    for number, revision in sorted(remembered):
        yield T("{number} revision {revision} was stored and is gone", number=number,
                revision=revision)


def _remembered(db: Database) -> dict[tuple[str, int], str]:
    """The hash of each revision, as the steps that stored it wrote it down."""
    found = {}
    for (data,) in db.execute("select data from event where what = 'step' order by id"):
        said = _parsed(data) if '"content"' in data else {}
        if "content" in said and "quote" in said:
            found[said["quote"], said["revision"]] = said["content"]
    return found


def _parsed(text: str) -> dict[str, Any]:
    """What a text holds; nothing where somebody made it unreadable."""
    try:
        said = json.loads(text)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _columns_of(said: dict[str, Any]) -> list[Any]:
    try:
        return [said["customer"]["id"], said["currency"], said["as_of"],
                said["validity"]["until"], said["total"]]
    except (KeyError, TypeError):
        return []


def _lines_of(said: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(line["ref"], line["role"], line["amount"]) for line in said["lines"]]


def _stored_lines(db: Database, number: str, revision: int) -> list[tuple[Any, ...]]:
    return db.execute(
        "select ref, role, amount from quote_line where number = ? and revision = ? "
        "order by position", [number, revision],
    ).fetchall()


def changed_orders(db: Database) -> Iterator[Text]:
    """Orders whose columns and lines say something else than their content."""
    rows = db.execute(
        "select number, vendor, quote_number, quote_revision, customer_id, purchase_order, as_of, "
        "content from purchase order by number"
    ).fetchall()
    for number, *columns, content in rows:
        said = _parsed(content)
        lines = db.execute(
            "select ref from purchase_line where number = ? order by position", [number]
        ).fetchall()
        if [number, *columns, [ref for (ref,) in lines]] != _order_of(said):
            yield T("{number} is listed otherwise than it was stored", number=number)


def _order_of(said: dict[str, Any]) -> list[Any]:
    try:
        return [said["number"], said["vendor"], said["quote"], said["revision"],
                said["customer"]["id"], said["purchase_order"], said["as_of"],
                [part["item"]["ref"] for part in said["ordered"]]]
    except (KeyError, TypeError):
        return []
