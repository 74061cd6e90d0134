"""Two people give the same quote its answer at the same moment: one of them was first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from together.people import People, Said, won_and_lost

ONE, TWO = "software:2368167839", "software:5617590589"
ROUNDS = 3


def verified_quote(people: People, *refs: str) -> str:
    for ref in refs:
        people.run("anna", "advance", ref, "verify", "--set",
                   f"renewal_id={ref.partition(':')[2]}")
    return str(people.run("anna", "quote", *refs)["number"])


def states(people: People) -> list[str]:
    return [people.run("anna", "show", ref)["state"] for ref in (ONE, TWO)]


def numbers(people: People, what: str) -> list[str]:
    return [found["number"] for found in people.run("anna", what)]


def steps(people: People, ref: str) -> list[str]:
    entries = people.run("anna", "show", ref)["history"]
    return [f"{entry['by']} {entry['what']}" for entry in entries]


def reads_who(lost: Sequence[Said], winner: Said) -> None:
    """The loser of a conflict reads who changed what, in one line."""
    for said in lost:
        assert winner.by in said.refusal


@pytest.mark.parametrize("_", range(ROUNDS))
def test_a_quote_is_accepted_once(people: People, _: int) -> None:
    number = verified_quote(people, ONE, TWO)
    said = people.both(["accept", number, "--po", "A-1"], ["accept", number, "--po", "B-1"])
    [winner], lost = won_and_lost(said)
    reads_who(lost, winner)
    assert winner.json["status"] == "accepted"
    assert states(people) == ["ordered", "ordered"]
    [order] = people.run("anna", "orders")
    assert (order["number"], order["by"]) == ("O-2026-0001", winner.by)
    assert order["purchase_order"] == f"{winner.by[0].upper()}-1"


@pytest.mark.parametrize(
    ("answer", "state"),
    [(("decline", "--reason", "price"), "declined"), (("withdraw",), "due")],
    ids=["declined", "withdrawn"],
)
@pytest.mark.parametrize("_", range(ROUNDS))
def test_a_quote_has_one_answer(
    people: People, answer: tuple[str, ...], state: str, _: int
) -> None:
    number = verified_quote(people, ONE, TWO)
    command, *rest = answer
    said = people.both(["accept", number, "--po", "A-1"], [command, number, *rest])
    [winner], lost = won_and_lost(said)
    reads_who(lost, winner)
    assert states(people) == (["ordered"] * 2 if winner.by == "anna" else [state] * 2)
    assert numbers(people, "orders") == (["O-2026-0001"] if winner.by == "anna" else [])


@pytest.mark.parametrize("_", range(ROUNDS))
def test_of_two_revisions_none_is_lost(people: People, _: int) -> None:
    """Each has a number of its own: who was later began from the other's, or was refused."""
    number = verified_quote(people, ONE)
    said = people.both(["quote", "--revise", number, "--discount", "3"],
                       ["quote", "--revise", number, "--discount", "5"])
    won, lost = won_and_lost(said)
    assert sorted(one.json["revision"] for one in won) == list(range(2, 2 + len(won)))
    reads_who(lost, won[0])
    newest = people.run("anna", "quotes", number)
    assert (newest["revision"], newest["status"]) == (1 + len(won), "open")
    for revision in range(1, 1 + len(won)):
        older = people.run("anna", "quotes", number, "--revision", str(revision))
        assert older["status"] == "superseded"


@pytest.mark.parametrize("_", range(ROUNDS))
def test_what_is_revised_and_accepted_is_one_or_the_other_first(people: People, _: int) -> None:
    number = verified_quote(people, ONE)
    revised, accepted = people.both(["quote", "--revise", number, "--discount", "5"],
                                    ["accept", number, "--po", "B-1"])
    assert states(people)[0] == "ordered"
    [order] = people.run("anna", "orders")
    if revised.status == 0:
        assert (accepted.json["revision"], order["revision"]) == (2, 2)
    else:
        assert "berta" in revised.refusal
        assert (accepted.json["revision"], order["revision"]) == (1, 1)


@pytest.mark.parametrize("_", range(ROUNDS))
def test_a_waiting_quote_is_approved_once(people: People, tmp_path: Path, _: int) -> None:
    for manager in ("anna", "berta"):
        people.run("carl", "settings", f"role.{manager}", "manager")
    policy = tmp_path / "policy.csv"
    policy.write_text("vendor,family,region,name,effective,value\n"
                      "Symantec,software,*,discount_limit,2026-01-01,5\n")
    people.run("carl", "import", str(policy))
    waiting = people.run("carl", "quote", ONE, "--discount", "9")
    assert waiting["status"] == "waiting"
    [winner], lost = won_and_lost(
        people.both(["approve", waiting["number"]], ["approve", waiting["number"]])
    )
    reads_who(lost, winner)
    assert [step for step in steps(people, ONE) if "approved" in step] == [
        f"{winner.by} quote {waiting['number']} approved"
    ]


@pytest.mark.parametrize("_", range(ROUNDS))
def test_an_undo_takes_back_what_its_author_saw(people: People, _: int) -> None:
    """Who is later either sees the first undo and takes back the step before, or is refused."""
    number = verified_quote(people, ONE)
    people.run("anna", "accept", number, "--po", "A-1")
    won, lost = won_and_lost(people.both(["undo", ONE], ["undo", ONE]))
    reads_who(lost, won[0])
    taken_back = [step for step in steps(people, ONE) if "taken back" in step]
    expected = ["taken back: order", "taken back: quote"][: len(won)]
    assert [step.partition(" ")[2] for step in taken_back] == expected
    assert states(people)[0] == ("quoted" if len(won) == 1 else "due")
