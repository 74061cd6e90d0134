"""What is wrong with the database itself: its file, its history, its numbers, its documents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from sqlite_utils import Database

from resellerdesk.core.chain import START, link
from resellerdesk.core.text import T, Text
from resellerdesk.store.seals import broken_seals


def damaged_file(db: Database) -> Iterator[Text]:
    """What is wrong with the file itself, and rows that refer to nothing."""
    for (said,) in db.execute("pragma integrity_check"):
        if said != "ok":
            yield T("the database file is damaged: {said}", said=said)
    for table, *_ in db.execute("pragma foreign_key_check"):
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
