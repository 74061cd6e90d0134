"""A small desk for examples of what customers answer: two customers, two vendors, two families.

`S-15` and `S-10` are 15 and 10 units of one SKU: only together do they reach the price from 25 on.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from resellerdesk.core.history import Event
from resellerdesk.core.option import parse_choice
from resellerdesk.core.phase import Phase
from resellerdesk.core.quote import Numbered
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.accepting import Answer, accept
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.import_report import FileReport
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.resolving import resolve
from resellerdesk.desk.settings import set_settings
from resellerdesk.desk.showing import show
from resellerdesk.desk.stepping import advance
from resellerdesk.store.engine import Database
from resellerdesk.store.events import history_of
from resellerdesk.store.renewals import Record

import toy_family

TODAY = date(2026, 11, 24)

CUSTOMERS = """\
customer_id,name,country,currency,program,language,owner
C-1,Café du Port,FR,EUR,express,fr,aiko
C-2,Phare SA,FR,EUR,express,fr,
"""

PRICES = """\
vendor,sku,family,description,currency,program,term_months,min_quantity,unit_price,unit_cost,\
valid_from,valid_to
Symantec,SEP-ESS-REN,software,Endpoint,EUR,,12,1,31.20,24.96,2026-01-01,2026-12-31
Symantec,SEP-ESS-REN,software,Endpoint,EUR,,12,25,29.64,23.71,2026-01-01,2026-12-31
Symantec,SEP-ESS-REN,software,Endpoint,EUR,,24,1,59.28,47.42,2026-01-01,2026-12-31
Symantec,SEP-ESS-REN,software,Endpoint,EUR,,36,1,84.24,67.39,2026-01-01,2026-12-31
Symantec,SEP-ESS-NEW,software,Endpoint licence,EUR,,0,1,60.00,48.00,2026-01-01,
Symantec,MSG-ESS-REN,software,Mail,EUR,,12,1,22.00,17.35,2026-01-01,
Symantec,BE-ESS-REN,software,Backup,EUR,,12,1,120.00,,2026-01-01,
Symantec,SW-PREMIUM,software,Premium,EUR,,12,1,9500.00,7600.00,2026-01-01,
Symantec,SVC-EDU,software,Education,EUR,,0,1,780.00,624.00,2026-01-01,
Kestrel,KX-REN,software,Gateway,EUR,,12,1,120.00,84.00,2026-01-01,
Crema,COF-BASIC,coffee,Basic,EUR,,12,1,180.00,120.00,2026-01-01,
Crema,COF-BARISTA,coffee,Barista,EUR,,12,1,300.00,195.00,2026-01-01,
Crema,COF-DESCALE,coffee,Kit,EUR,,0,1,24.50,11.00,2026-01-01,
Crema,COF-CHECK,coffee,Inspection,EUR,,0,1,60.00,,2026-01-01,
"""

LICENCES = (
    "S-15,C-1,SEP-ESS-NEW,Endpoint,15,15,16-DEC-2025,15-DEC-2026,Symantec,CERT-15",
    "S-10,C-1,SEP-ESS-NEW,Endpoint,12,10,21-DEC-2025,20-DEC-2026,Symantec,CERT-10",
    "S-MAIL,C-1,MSG-ESS-NEW,Mail,5,5,15-JAN-2026,14-JAN-2027,Symantec,CERT-MAIL",
    "S-LATE,C-1,BE-ESS-NEW,Backup,5,5,11-OCT-2025,10-OCT-2026,Symantec,CERT-LATE",
    "S-GONE,C-1,SEP-ESS-NEW,Endpoint,4,4,01-NOV-2023,31-OCT-2024,Symantec,CERT-GONE",
    "KES-1,C-1,KX-NEW,Gateway,10,10,01-JAN-2026,31-DEC-2026,Kestrel,CERT-KES",
    "S-20,C-2,SEP-ESS-NEW,Endpoint,20,20,01-JAN-2026,31-DEC-2026,Symantec,CERT-20",
)

MACHINES = (
    "BREW-1,C-1,☕,Moka 3,8200,2026-01-15 → 2027-01-14,",
    "BREW-2,C-1,☕☕☕,Lungo XL,12400,2025-12-20 → 2026-12-19,2028-09-30",
)

_LICENCE_COLUMNS = (
    "Renewal ID,Account Number,SKU,Description,Licensed Qty,Covered Qty,Start Date,End Date,"
    "Vendor,Certificate Number"
)
_MACHINE_COLUMNS = "Tag,Bar #,☕ plan,Machine,Cups (total),Warranty,Spares"

S15, S10, MAIL = "software:S-15", "software:S-10", "software:S-MAIL"
LATE, GONE, KESTREL = "software:S-LATE", "software:S-GONE", "software:KES-1"
OTHER = "software:S-20"
BREW1, BREW2 = "coffee:BREW-1", "coffee:BREW-2"


@pytest.fixture(scope="session")
def strangers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that makes the toy family an installed plugin, once it is on the path."""
    folder = tmp_path_factory.mktemp("strangers")
    info = folder / "toy-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: toy\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[resellerdesk]\ntoy = toy_family\n")
    assert toy_family.__file__  # the package itself stands in tests/, which is on the path
    return folder


@pytest.fixture(scope="session")
def harbour_file(tmp_path_factory: pytest.TempPathFactory, strangers: Path) -> Path:
    """The desk's database, filled once on the day before; take `harbour` to work on a copy."""
    folder = tmp_path_factory.mktemp("harbour")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(strangers)
        desk = on(open_desk(folder / "desk.db"), date(2026, 11, 23))
        set_settings(desk, {"reseller.name": "Revendeur SA", "reseller.country": "FR",
                            "role.chef": "manager", "role.boss": "manager"})
        for name, text in (("customers", CUSTOMERS), ("prices", PRICES)):
            (folder / f"{name}.csv").write_text(text, "utf-8")
        import_files(
            desk,
            [folder / "customers.csv", folder / "prices.csv", licences(folder, LICENCES),
             machines(folder, MACHINES)],
        )
    return folder / "desk.db"


@pytest.fixture
def harbour(
    harbour_file: Path, strangers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """Marie's desk on 24 November 2026; she is a rep, `chef` and `boss` are managers."""
    monkeypatch.syspath_prepend(strangers)
    return on(open_desk(Path(shutil.copy(harbour_file, tmp_path / "desk.db"))), TODAY)


def on(desk: Desk, day: date, who: str = "marie") -> Desk:
    """The same desk on another day, with somebody else at it."""
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return replace(desk, clock=lambda: at, user=who)


def by(desk: Desk, who: str) -> Desk:
    return replace(desk, user=who)


def licences(folder: Path, rows: Sequence[str], name: str = "licences.csv") -> Path:
    """A vendor's export with these rows."""
    path = folder / name
    path.write_text("\n".join([_LICENCE_COLUMNS, *rows]) + "\n", "utf-8")
    return path


def machines(folder: Path, rows: Sequence[str], name: str = "machines.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([_MACHINE_COLUMNS, *rows]) + "\n", "utf-8")
    return path


def licence(reference: str, /, **changes: str) -> str:
    """A row of the first export with some words exchanged: `licence("S-15", start=..., end=...)`.
    """
    [row] = [row for row in LICENCES if row.startswith(reference + ",")]
    names = ("reference", "customer", "sku", "title", "licensed", "covered", "start", "end",
             "vendor", "certificate")
    cells = dict(zip(names, row.split(","), strict=True)) | changes
    return ",".join(cells.values())


def take_in(desk: Desk, folder: Path, *rows: str, name: str = "newer.csv") -> FileReport:
    """Imports an export with these rows."""
    return import_files(desk, [licences(folder, rows, name)])[0]


def quoted(desk: Desk, *refs: str, as_of: date = TODAY, **wishes: object) -> str:
    """Makes a quote; returns its number."""
    return str(make_quote(desk, asked(*refs, **wishes), as_of).number)


def asked(*refs: str, **wishes: object) -> QuoteRequest:
    """A request in the words of the command line: `option="essential-24"`, `discount="7.5"`."""
    read = dict(wishes)
    for name in ("option",):
        if name in read:
            read[name] = parse_choice(str(read[name]))
    if "discount" in read:
        read["discount"] = Decimal(str(read["discount"]))
    for name, turn in (("options", parse_choice), ("discounts", Decimal)):
        if isinstance(given := read.get(name), dict):
            read[name] = {ref: turn(word) for ref, word in given.items()}
    if isinstance(given := read.get("alternatives"), tuple):
        read["alternatives"] = tuple(parse_choice(key) for key in given)
    return QuoteRequest(refs, **read)  # type: ignore[arg-type]


def verified(desk: Desk, *refs: str, as_of: date = TODAY) -> None:
    """Ownership is proved: software's guard on ordering."""
    for ref in refs:
        advance(desk, ref, "verify", {"renewal_id": ref.partition(":")[2]}, as_of)


def descaled(desk: Desk, *refs: str, as_of: date = TODAY) -> None:
    for ref in refs:
        advance(desk, ref, "descale", {"cups": "20000"}, as_of)


def yes(desk: Desk, number: str, *only: str, as_of: date = TODAY, alternative: str = "",
        po: str = "PO-1", signed: bytes | None = None) -> Numbered:
    """The customer accepts, all or some lines."""
    return accept(desk, Answer(number, po, as_of, only, alternative, signed))


def ordered(desk: Desk, *refs: str, as_of: date = TODAY, **wishes: object) -> str:
    """Quoted, verified and accepted; returns the quote's number."""
    number = quoted(desk, *refs, as_of=as_of, **wishes)
    verified(desk, *(ref for ref in refs if ref.startswith("software:")), as_of=as_of)
    yes(desk, number, as_of=as_of)
    return number


def fulfilled(desk: Desk, *refs: str, as_of: date = TODAY, **values: str) -> None:
    given = {"certificate": "CERT-NEXT", **values}
    for ref in refs:
        advance(desk, ref, "fulfil", given, as_of)


def record(desk: Desk, ref: str) -> Record:
    with desk.store.read() as db:
        return resolve(db, ref)


def state(desk: Desk, ref: str) -> str:
    return record(desk, ref).cycle.state


def phase(desk: Desk, ref: str) -> Phase:
    return record(desk, ref).cycle.phase


def states(desk: Desk, *refs: str) -> list[str]:
    return [state(desk, ref) for ref in refs]


def facts(desk: Desk, ref: str) -> dict[str, object]:
    return dict(record(desk, ref).cycle.standing.facts)


def held(desk: Desk, ref: str) -> tuple[str, str, int, str]:
    """Start, end, quantity and SKU."""
    columns = record(desk, ref).held.columns
    days = columns.period
    return days.start.isoformat(), days.end.isoformat(), columns.quantity, columns.sku


def status(desk: Desk, number: str, revision: int | None = None) -> str:
    return stored_quote(desk, number, revision).status


def history(desk: Desk, ref: str) -> list[Event]:
    with desk.store.read() as db:
        return [entry.event for entry in history_of(db, resolve(db, ref).held.id)]


def finding_keys(desk: Desk, ref: str, as_of: date = TODAY) -> list[str]:
    return [finding.key for finding in show(desk, ref, as_of).findings]


def finding_texts(desk: Desk, ref: str, key: str, as_of: date = TODAY) -> list[str]:
    found = show(desk, ref, as_of).findings
    return [str(finding.text) for finding in found if finding.key == key]


def open_points(desk: Desk, number: str) -> list[tuple[str, str]]:
    return [(p.ref, str(p.text)) for p in stored_quote(desk, number).quote.open_points]


def refusal(excinfo: pytest.ExceptionInfo[Refusal]) -> str:
    """A refusal in English; it is one line."""
    said = str(excinfo.value.text)
    assert "\n" not in said
    return said


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table: what a refusal must leave as it was."""
    with desk.store.read() as db:
        return dict(_rows(db))


def _rows(db: Database) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    for name in sorted(db.table_names()):
        if not name.startswith("entitlement_search"):
            yield name, db.execute(f"select * from {name}").fetchall()
