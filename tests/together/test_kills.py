"""Commands are killed while they run: what they did is there whole, or not at all."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from together.exports import licences
from together.people import Command, People

ONE, TWO = "software:2368167839", "software:5617590589"
KILLS = 10


def killed(people: People, random: Random, *args: str) -> None:
    """The command, killed at some moment, or just when it writes; some are through before."""
    at_write = random.random() < 0.5
    after = random.uniform(0.0, 0.006) if at_write else random.uniform(0.005, 0.12)
    people.at_once(Command("anna", args, kill_after=after, at_write=at_write))
    assert people.run("berta", "check")["ok"]


@pytest.mark.parametrize("seed", [1, 2])
def test_an_import_is_there_whole_or_not_at_all(people: People, tmp_path: Path, seed: int) -> None:
    rows = [(f"K-{n:04d}", "01-JAN-2026", "31-DEC-2026", 50) for n in range(500)]
    file = str(licences(tmp_path, *rows))
    random = Random(seed)
    print(f"seed {seed}")  # noqa: T201
    seen = set()
    for _ in range(KILLS):
        killed(people, random, "import", file)
        seen.add(len(people.run("berta", "due", "--search", "K-0")))
    assert seen <= {0, len(rows)}
    [report] = people.run("anna", "import", file)
    assert report["created"] + report["unchanged"] == len(rows)
    assert len(people.run("berta", "due", "--search", "K-0")) == len(rows)


@pytest.mark.parametrize("seed", [1, 2])
def test_an_order_that_lies_in_a_file_is_recorded(
    people: People, tmp_path: Path, seed: int
) -> None:
    """A vendor may have read it: it must not be taken back."""
    people.run("anna", "advance", ONE, "verify", "--set", "renewal_id=2368167839")
    number = people.run("anna", "quote", ONE)["number"]
    people.run("anna", "accept", number, "--po", "PO-1")
    random = Random(seed)
    print(f"seed {seed}")  # noqa: T201
    for n in range(KILLS):
        file = tmp_path / f"{n}.csv"
        killed(people, random, "orders", "O-2026-0001", "--format", "csv", "--out", str(file))
        [order] = people.run("berta", "orders", "O-2026-0001")
        assert order["given_out"] is not None or not file.exists()
        if file.exists():
            assert file.read_text("utf-8-sig").startswith("order,vendor")
            assert people.type("berta", "undo", ONE).status == 1


@pytest.mark.parametrize("seed", [1, 2])
def test_a_pdf_is_the_one_that_was_issued(people: People, tmp_path: Path, seed: int) -> None:
    """However often its making is killed, a quote has one PDF, and a file has all of it."""
    number = people.run("anna", "quote", ONE, TWO)["number"]
    random = Random(seed)
    print(f"seed {seed}")  # noqa: T201
    written = set()
    for n in range(KILLS):
        file = tmp_path / f"{n}.pdf"
        people.at_once(Command("anna", ("quotes", number, "--pdf", str(file)),
                               kill_after=random.uniform(0.01, 0.4)))
        if file.exists():
            written.add(file.read_bytes())
    people.run("anna", "quotes", number, "--pdf", str(tmp_path / "last.pdf"))
    assert written <= {(tmp_path / "last.pdf").read_bytes()}


@pytest.mark.parametrize("seed", [1, 2])
def test_a_new_database_is_made_whatever_was_killed(
    people: People, tmp_path: Path, seed: int
) -> None:
    random = Random(seed)
    print(f"seed {seed}")  # noqa: T201
    for n in range(KILLS):
        new = People(tmp_path / f"{n}.db", people.forks)
        new.at_once(Command("anna", ("settings", "role.anna", "rep"),
                            kill_after=random.uniform(0.001, 0.06)))
        assert new.run("berta", "settings", "role.berta", "rep")
        assert new.run("berta", "check")["ok"]
        assert new.run("berta", "settings")["role.berta"] == "rep"
