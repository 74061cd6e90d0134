"""What the office does: the desk is set up, and the vendors' lists are imported as they come."""

from __future__ import annotations

from itertools import islice
from pathlib import Path as File

from quarter import papers
from quarter.casting import Cast, Rows
from quarter.deeds import MANAGERS, Do, Path
from quarter.model_of_answers import Book
from quarter.paths_of_imports import NEWER, OLD_AGAIN
from together.people import Said

BY = "carl"
HALF = 30
"""The day of a file that claims to be complete and has half of the rows."""


def of_family(rows: Rows, family: str) -> Rows:
    return {ref: row for ref, row in rows.items() if ref.startswith(f"{family}:")}


def office(cast: Cast, book: Book, folder: File) -> Path:
    """Its way through the quarter, as a deal has one."""
    old = papers.licences(folder / "licences.csv", of_family(cast.first, "software"))
    yield from _set_up(cast, folder)
    yield _opened(book, of_family(cast.first, "software"), old)
    yield _opened(book, of_family(cast.first, "coffee"),
                  papers.machines(folder / "machines.csv", of_family(cast.first, "coffee")))
    yield HALF
    yield _half(book, of_family(cast.first, "software"), folder)
    yield NEWER - HALF
    newer = of_family(cast.newer, "software")
    yield _imported(book, newer, papers.licences(folder / "newer.csv", newer), full=True)
    newer = of_family(cast.newer, "coffee")
    yield _imported(book, newer, papers.machines(folder / "newer-machines.csv", newer))
    yield OLD_AGAIN - NEWER
    for _ in range(2):
        yield _imported(book, of_family(cast.first, "software"), old)


def _set_up(cast: Cast, folder: File) -> Path:
    (folder / "signed.pdf").write_bytes(b"%PDF-1.7 signed by hand")
    for manager in MANAGERS:
        yield _plainly("settings", f"role.{manager}", "manager")
    for file in (papers.customers(folder / "customers.csv", cast.customers()),
                 papers.prices(folder / "prices.csv"), papers.policy(folder / "policy.csv")):
        yield _plainly("import", file)


def _plainly(*args: str) -> Do:
    """A command that writes no history."""
    return Do(BY, args, (), lambda _: None, whole=False)


def _opened(book: Book, rows: Rows, file: str) -> Do:
    """The first list: everything on it is new."""

    def tell(said: Said | None) -> None:
        for ref, (customer, row) in rows.items():
            book.open(BY, ref, customer, "Symantec" if "licensed" in row else "Crema", row)
        assert said is None or said.json[0]["created"] == len(rows)

    return Do(BY, ("import", "--full", file), tuple(rows), tell)


def _imported(book: Book, rows: Rows, file: str, *, full: bool = False) -> Do:
    """A later list. `full`: what is held and is not on it has vanished."""

    def tell(said: Said | None) -> None:
        counts = book.import_rows(BY, {ref: row for ref, (_, row) in rows.items()}, full)
        if said is not None:
            report = said.json[0]
            assert {name: report[name] for name in counts} == counts
            assert (report["created"], report["rejected"]) == (0, [])

    return Do(BY, ("import", *(["--full"] if full else []), file), _all(book, rows), tell)


def _all(book: Book, rows: Rows) -> tuple[str, ...]:
    """Everything of the list's family: what has vanished is touched too."""
    family = next(iter(rows)).partition(":")[0]
    return tuple(ref for ref in book.held if ref.startswith(f"{family}:"))


def _half(book: Book, rows: Rows, folder: File) -> Do:
    """Half a file is not taken as complete, and changes nothing."""
    half = dict(islice(rows.items(), len(rows) // 2))
    file = papers.licences(folder / "half.csv", half)

    def tell(said: Said | None) -> None:
        counts = book.import_rows(BY, {ref: row for ref, (_, row) in half.items()})
        assert counts["updated"] == 0
        assert said is not None
        assert [found["key"] for found in said.json[0]["findings"]] == ["not_full"]

    return Do(BY, ("import", "--full", file), (), tell, whole=False)


