"""A whole quarter at one desk: 300 renewals of two families, two people at once, and kills."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quarter.casting import RENEWALS, ROLES
from quarter.play import Pace, Play

BRIEF = Pace(commands_a_kill=22, kills_a_program=8, pairs=0.05)
LONG = Pace(commands_a_kill=5, kills_a_program=10, pairs=0.25)


def test_every_path_has_its_renewals() -> None:
    assert sum(role.deals * len(role.holds) for role in ROLES) == RENEWALS
    assert all(role.deals for role in ROLES)


@pytest.mark.parametrize("seed", [2026])
def test_a_quarter(begin: Callable[[int, Pace], Play], seed: int) -> None:
    play = begin(seed, BRIEF)
    play.play()
    print(seed, play.counts)  # noqa: T201
