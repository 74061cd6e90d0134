"""Import of 100,000 rows against the same inserts by a bare `executemany`."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from resellerdesk.desk.importing import import_files
from resellerdesk.desk.opening import open_desk
from resellerdesk.store.engine import open_store

from bench.exports import write_customers, write_export

TABLES = ("entitlement", "renewal", "event")


def measure(rows: int, rounds: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_customers(folder / "customers.csv", 500)
        write_export(folder / "export.csv", rows, 500)
        ours, floors = [], []
        for n in range(rounds):
            ours.append(_import(folder, n))
            floors.append(_executemany(folder, n))
        raw = _sqlite_import(folder)
    ratio = median(a / b for a, b in zip(ours, floors, strict=True))
    print(f"import of {rows} software rows:            {median(ours):6.2f} s")
    print(f"the same inserts by bare executemany:      {median(floors):6.2f} s  (floor)")
    print(f"ratio:                                     {ratio:6.2f}    (aim: 2)")
    if raw is not None:
        print(f"sqlite3 .import of the file, no index:     {raw:6.2f} s  (for information)")


def _import(folder: Path, n: int) -> float:
    desk = open_desk(folder / f"ours-{n}.db")
    import_files(desk, [folder / "customers.csv"])
    began = perf_counter()
    [report] = import_files(desk, [folder / "export.csv"])
    took = perf_counter() - began
    assert not report.rejected, report.rejected[0]
    return took


def _executemany(folder: Path, n: int) -> float:
    """What the import wrote, read back and inserted again into tables that have only customers:
    same indexes, same triggers, same search."""
    with closing(sqlite3.connect(folder / f"ours-{n}.db")) as source:
        contents = {table: source.execute(f"select * from {table}").fetchall()
                    for table in TABLES}
        customers = source.execute("select * from customer").fetchall()
    path = folder / f"floor-{n}.db"
    open_store(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as target:
        target.execute("pragma foreign_keys = on")
        target.execute("pragma synchronous = full")
        _insert(target, "customer", customers)
        began = perf_counter()
        target.execute("begin immediate")
        for table in TABLES:
            _insert(target, table, contents[table])
        target.execute("commit")
        return perf_counter() - began


def _insert(target: sqlite3.Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    marks = ", ".join("?" for _ in rows[0])
    target.executemany(f"insert into {table} values ({marks})", rows)


def _sqlite_import(folder: Path) -> float | None:
    """The command-line shell's own import of the file, where the shell is installed."""
    shell = shutil.which("sqlite3")
    if shell is None:
        return None
    began = perf_counter()
    subprocess.run(
        [shell, folder / "raw.db"], check=True, text=True,
        input=f".mode csv\n.import {folder / 'export.csv'} export\n",
    )
    return perf_counter() - began
