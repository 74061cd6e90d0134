"""A whole quarter at one desk: 300 renewals of two families, two people at once, and kills."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quarter.accounts import settle
from quarter.casting import RENEWALS, ROLES
from quarter.hands import Pace
from quarter.play import Play

KILLS = 50
BRIEF = Pace(commands_a_kill=32, kills_a_program=8, pairs=0.05, kills_in_pairs=0.3)
LONG = Pace(commands_a_kill=5, kills_a_program=10, pairs=0.25, kills_in_pairs=0.3)


def test_every_path_has_its_renewals() -> None:
    assert sum(role.deals * len(role.holds) for role in ROLES) == RENEWALS
    assert all(role.deals for role in ROLES)


def play_through(play: Play) -> None:
    """Plays a quarter and looks at what it has come to."""
    play.play()
    print(f"seed {play.seed}: {dict(sorted(play.hands.counts.items()))}")  # noqa: T201
    settle(play)
    assert play.hands.counts["kills"] >= KILLS


@pytest.mark.parametrize("seed", [2026])
def test_a_quarter_comes_to_what_was_acknowledged(
    begin: Callable[[int, Pace], Play], seed: int
) -> None:
    play_through(begin(seed, BRIEF))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1, 6))
def test_other_quarters_with_many_more_kills(
    begin: Callable[[int, Pace], Play], seed: int
) -> None:
    play_through(begin(seed, LONG))
