"""A small desk to look at: seven customers, thirty licences, one quote; on 24 November 2026."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import chdir
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote

TODAY = date(2026, 11, 24)

CUSTOMERS = """\
customer_id,name,country,region,currency,program,language,owner
C-1,Brasserie Lenoir & Fils,FR,EMEA,EUR,express,fr,aiko
C-2,Müller & Söhne GmbH,DE,EMEA,EUR,express,de,
C-3,株式会社さくら商事,JP,JP,JPY,express,ja,
C-4,"Smith, Jones & Partners LLP",GB,EMEA,GBP,express,en,
C-5,Clinique Saint-Exupéry,FR,EMEA,EUR,express,fr,
C-6,Stadtwerke Überlingen,DE,EMEA,EUR,express,de,
C-7,Harbour Trust,GB,EMEA,GBP,express,en,
"""

PRICES = """\
vendor,sku,family,description,currency,program,term_months,min_quantity,unit_price,unit_cost,\
valid_from,valid_to
Symantec,SEP-ESS-REN,software,Endpoint,EUR,,12,1,31.20,24.96,2026-01-01,
Symantec,SEP-ESS-REN,software,Endpoint,EUR,,24,1,59.28,47.42,2026-01-01,
Symantec,SEP-ESS-REN,software,Endpoint,EUR,,36,1,84.24,67.39,2026-01-01,
Symantec,SEP-ESS-REN,software,Endpoint,GBP,,12,1,26.80,21.44,2026-01-01,
Symantec,SEP-ESS-REN,software,Endpoint,JPY,,12,1,4500,3600,2026-01-01,
Symantec,BE-ESS-REN,software,Backup,EUR,,12,1,118.50,94.80,2026-01-01,
Symantec,BE-ESS-REN,software,Backup,GBP,,12,1,101.91,81.53,2026-01-01,
Symantec,MSG-ESS-REN,software,Mail,EUR,,12,1,22.50,18.00,2026-01-01,
"""

COLUMNS = (
    "Renewal ID,Account Number,SKU,Description,Licensed Qty,Covered Qty,Start Date,End Date,"
    "Vendor,Certificate Number"
)
LICENCES = (
    "1000000001,C-1,SEP-ESS-NEW,Endpoint Protection Essential,25,25,01-NOV-2023,31-OCT-2024",
    "1000000002,C-2,BE-ESS-NEW,Backup Exec Essential,12,10,11-OCT-2025,10-OCT-2026",
    "1000000003,C-1,MSG-ESS-NEW,Mail Security Essential,50,50,20-NOV-2025,19-NOV-2026",
    "1000000004,C-3,SEP-ESS-NEW,Endpoint Protection Essential,125,125,23-NOV-2025,22-NOV-2026",
    "1000000005,C-4,BE-ESS-NEW,Backup Exec Essential,1200,1200,25-NOV-2025,24-NOV-2026",
    "1000000006,C-5,SEP-ESS-NEW,Endpoint Protection Essential,250,250,07-DEC-2025,06-DEC-2026",
    "1000000007,C-7,BE-ESS-NEW,Backup Exec Essential,99999,99999,10-DEC-2025,09-DEC-2026",
)
"""The first of them, each in another situation; those that follow are all alike."""

QUOTED = "software:1000000006"


def licences() -> Iterator[str]:
    """The rows of the vendor's export."""
    for row in LICENCES:
        yield f"{row},Symantec,M{row[7:10]}"
    for n in range(10, 33):
        yield (f"10000000{n},C-6,SEP-ESS-NEW,Endpoint Protection Essential,{n},{n},"
               f"{n - 1:02}-JAN-2026,{n - 2:02}-JAN-2027,Symantec,M0{n}")


def imported(folder: Path, customers: str, rows: Sequence[str]) -> Desk:
    """A desk whose files came in by the desk's own import."""
    desk = open_desk(folder / "desk.db")
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    desk = replace(desk, user="marie", clock=lambda: noon)
    export = "\n".join([COLUMNS, *rows]) + "\n"
    for name, text in (("customers", customers), ("prices", PRICES), ("licences", export)):
        (folder / f"{name}.csv").write_text(text, "utf-8")
    with chdir(folder):  # the history names the files as they were given
        import_files(desk, [Path(f"{name}.csv") for name in ("customers", "prices", "licences")])
    return desk


@pytest.fixture(scope="session")
def counter_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database, filled once; take `counter` to work on a copy."""
    folder = tmp_path_factory.mktemp("counter")
    desk = imported(folder, CUSTOMERS, list(licences()))
    make_quote(desk, QuoteRequest((QUOTED,)), date(2026, 11, 23))
    return folder / "desk.db"


@pytest.fixture
def counter(counter_file: Path, tmp_path: Path) -> Desk:
    return open_desk(Path(shutil.copy(counter_file, tmp_path / "desk.db")))


@pytest.fixture
def bare(tmp_path: Path) -> Desk:
    """A desk into which nothing was imported yet."""
    return open_desk(tmp_path / "bare.db")
