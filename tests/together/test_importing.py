"""Several people import at the same moment, while others work and read."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.worklist import DueQuery, due

from together.exports import licences
from together.people import Command, People, won_and_lost

ROUNDS = 3
ONE = "software:2368167839"
def test_a_file_is_imported_once_by_four(people: People, tmp_path: Path) -> None:
    rows = [(f"N-{n:04d}", "01-JAN-2026", "31-DEC-2026", 50) for n in range(400)]
    file = str(licences(tmp_path, *rows))
    said = people.at_once(*(Command(name, ("import", file, "--json"))
                            for name in ("anna", "berta", "carl", "dora")))
    reports = [one.json[0] for one in said]
    assert sorted(report["created"] for report in reports) == [0, 0, 0, 400]
    assert sorted(report["unchanged"] for report in reports) == [0, 400, 400, 400]
    found = people.run("anna", "due", "--search", "N-0")
    assert len({row["ref"] for row in found}) == len(found) == 400


@pytest.mark.parametrize("_", range(ROUNDS))
def test_an_export_shows_a_later_end_while_the_quote_is_accepted(
    people: People, tmp_path: Path, _: int
) -> None:
    """Either the order came first and is won, or the export did and there is nothing to order."""
    renewal_id = ONE.partition(":")[2]
    people.run("anna", "advance", ONE, "verify", "--set", f"renewal_id={renewal_id}")
    number = people.run("anna", "quote", ONE)["number"]
    file = str(licences(tmp_path, (ONE, "27-NOV-2026", "26-NOV-2027", 50)))
    accepted, imported = people.both(["accept", number, "--po", "A-1"], ["import", file])
    assert imported.json[0]["updated"] == 1
    shown = people.run("anna", "show", ONE)
    assert (shown["state"], shown["end"]) == ("due", "2027-11-26")
    told = [entry["what"] for entry in shown["history"]]
    if accepted.status == 0:
        assert [what for what in told if what.startswith("seen: ordered to fulfilled")]
        assert [order["status"] for order in people.run("anna", "orders")] == ["done"]
    else:
        assert "berta" in accepted.refusal
        assert [what for what in told if "renewed_elsewhere" in what]
        assert people.run("anna", "orders") == []


def test_two_prices_for_one_product_are_one_row(people: People, tmp_path: Path) -> None:
    files = []
    for name, price in (("anna", "11.00"), ("berta", "22.00")):
        path = tmp_path / f"{name}.csv"
        path.write_text(
            "sku,family,description,currency,term_months,min_quantity,unit_price,valid_from\n"
            f"ZZ-1,software,A thing,EUR,12,1,{price},2026-01-01\n"
        )
        files.append(str(path))
    won, lost = won_and_lost(people.both(["import", files[0]], ["import", files[1]]))
    assert (len(won), lost) == (2, [])
    assert sorted(one.json[0]["created"] for one in won) == [0, 1]
    assert sorted(one.json[0]["updated"] for one in won) == [0, 1]


def seen(desk: Desk) -> int:
    """How many of the imported renewals a reader sees."""
    query = DueQuery(within=400, family="software", search="R-")
    return len(due(desk, query, date(2026, 11, 24)))


def test_a_reader_sees_an_import_whole_or_not_at_all(database: Path, tmp_path: Path) -> None:
    """Another process imports; here somebody reads all the while, and never waits for it."""
    rows = [(f"R-{n:05d}", "01-JAN-2026", "31-DEC-2026", 50) for n in range(3000)]
    file = str(licences(tmp_path, *rows))
    desk = open_desk(database)
    assert seen(desk) == 0
    command = [sys.executable, "-c", "from resellerdesk.cli.main import main; main()",
               "--db", str(database), "import", file]
    counts = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as importer:
        while importer.poll() is None:
            counts.append(seen(desk))
    assert importer.returncode == 0
    assert counts
    assert set(counts) <= {0, len(rows)}
    assert seen(desk) == len(rows)


def test_a_reader_keeps_what_they_saw_while_a_colleague_writes(
    database: Path, tmp_path: Path
) -> None:
    file = licences(tmp_path, ("R-00001", "01-JAN-2026", "31-DEC-2026", 50))
    desk, colleague = open_desk(database), open_desk(database)
    with desk.store.read() as db:
        before = db.execute("select count(*) from entitlement").fetchone()
        import_files(colleague, [file])
        assert db.execute("select count(*) from entitlement").fetchone() == before
    assert seen(desk) == 1
