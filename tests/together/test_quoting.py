"""Several people quote at the same moment: no number twice, none left out."""

from __future__ import annotations

import pytest

from together.people import Command, People, won_and_lost

ONE = "software:2368167839"
NAMES = ("anna", "berta", "carl", "dora", "emil", "fritz")


def due(people: People, count: int) -> list[str]:
    """Renewals that end after today, each of another customer."""
    found: dict[str, str] = {}
    for row in people.run("anna", "due", "--family", "software"):
        if row["end"] > people.as_of and row["value"] is not None:
            found.setdefault(row["customer_id"], row["ref"])
    return list(found.values())[:count]


@pytest.mark.parametrize("_", range(2))
def test_six_quote_the_same_renewal(people: People, _: int) -> None:
    said = people.at_once(*(Command(name, ("quote", ONE, "--json")) for name in NAMES))
    won, lost = won_and_lost(said)
    numbers = sorted(one.json["number"] for one in won)
    assert numbers == [f"Q-2026-{n:04d}" for n in range(1, len(won) + 1)]
    for one in lost:
        assert [winner for winner in won if winner.by in one.refusal]
        assert "(quote" in one.refusal
    shown = people.run("anna", "show", ONE)
    assert shown["state"] == "quoted"
    assert sorted(quote["number"] for quote in shown["quotes"]) == numbers
    quoted = [entry["by"] for entry in shown["history"] if "quote" in entry["what"]]
    assert sorted(quoted) == sorted(one.by for one in won)


def test_six_quote_what_is_theirs(people: People) -> None:
    refs = due(people, 6)
    for turn in (0, 1):
        said = people.at_once(
            *(Command(name, ("quote", ref, "--json"))
              for name, ref in zip(NAMES, refs, strict=True))
        )
        numbers = sorted(one.json["number"] for one in said)
        assert numbers == [f"Q-2026-{n:04d}" for n in range(6 * turn + 1, 6 * turn + 7)]


def test_six_accept_what_is_theirs(people: People) -> None:
    refs = due(people, 6)
    for ref in refs:
        renewal_id = ref.partition(":")[2]
        people.run("anna", "advance", ref, "verify", "--set", f"renewal_id={renewal_id}")
    numbers = [people.run("anna", "quote", ref)["number"] for ref in refs]
    people.at_once(
        *(Command(name, ("accept", number, "--po", name, "--json"))
          for name, number in zip(NAMES, numbers, strict=True))
    )
    orders = people.run("anna", "orders")
    assert [order["number"] for order in orders] == [f"O-2026-{n:04d}" for n in range(1, 7)]
    assert {order["by"]: order["quote"] for order in orders} == dict(
        zip(NAMES, numbers, strict=True)
    )
