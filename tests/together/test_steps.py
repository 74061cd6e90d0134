"""Several people step, note and assign the same renewal at the same moment."""

from __future__ import annotations

import pytest

from together.people import Command, People, won_and_lost

ROUNDS = 3
ONE = "software:2368167839"
NAMES = ("anna", "berta", "carl", "dora", "emil", "fritz")


def history(people: People) -> list[tuple[str, str]]:
    entries = people.run("anna", "show", ONE)["history"]
    return [(entry["by"], entry["what"]) for entry in entries]


@pytest.mark.parametrize("_", range(ROUNDS))
def test_a_step_is_taken_once(people: People, _: int) -> None:
    said = people.both(["advance", ONE, "notify"], ["advance", ONE, "notify"])
    [winner], [loser] = won_and_lost(said)
    assert f"is notified (notify by {winner.by}" in loser.refusal
    assert history(people)[1:] == [(winner.by, "notify: due to notified")]


def test_six_notes_are_six_notes(people: People) -> None:
    said = people.at_once(*(Command(name, ("note", ONE, f"I am {name}")) for name in NAMES))
    assert [one.status for one in said] == [0] * 6
    assert sorted(history(people)[1:]) == [(name, f"note: I am {name}") for name in NAMES]


def test_six_take_it_over_and_the_last_one_has_it(people: People) -> None:
    said = people.at_once(*(Command(name, ("assign", ONE, "--to", name)) for name in NAMES))
    assert [one.status for one in said] == [0] * 6
    given = history(people)[1:]
    assert sorted(given) == [(name, f"given to {name}") for name in NAMES]
    assert people.run("anna", "show", ONE)["owner"] == given[-1][0]


@pytest.mark.parametrize("_", range(ROUNDS))
def test_what_is_closed_is_not_quoted(people: People, _: int) -> None:
    closed, quoted = people.both(["advance", ONE, "decline", "--set", "reason=price"],
                                 ["quote", ONE])
    assert closed.status == 0  # a quoted renewal can be closed as an open one can
    if quoted.status != 0:
        assert "anna" in quoted.refusal
        assert people.run("anna", "quotes") == []
    assert people.run("anna", "show", ONE)["state"] == "declined"
