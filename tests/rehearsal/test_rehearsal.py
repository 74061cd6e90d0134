"""Every family's workflow, walked by every path to its end and back; `-rP` shows the table."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from resellerdesk.core.workflow import On
from resellerdesk.desk.desk import Desk

from desk.answers.harbour import harbour, harbour_file, strangers
from rehearsal.scenarios import ON_TOY, on_samples
from rehearsal.walking import Scenario, Walk, walk

__all__ = ["harbour", "harbour_file", "strangers"]


def rehearse(desk: Desk, scenarios: Sequence[Scenario], folder: Path) -> list[Walk]:
    walks = []
    for n, scenario in enumerate(scenarios):
        below = folder / str(n)
        below.mkdir()
        walks.append(walk(desk, scenario, below))
    return walks


def told(family: str, each: Walk) -> str:
    """A row of the table."""
    return (f"{family:9} {each.scenario.name:20} {len(each.states):3} states "
            f"{len(each.steps):3} steps {len(each.moves):4} moves {len(each.ends):4} paths to an "
            f"end {each.undone:4} taken back\n")


def check(desk: Desk, family: str, walks: Sequence[Walk]) -> None:
    """No state is a trap; each state was reached and each step taken."""
    workflow = desk.extensions.families[family].family.workflow
    states = set().union(*(each.states for each in walks))
    steps = set().union(*(each.steps for each in walks))
    for each in walks:
        sys.stdout.write(told(family, each))
        assert not each.traps(), each.scenario.name
        assert each.ends, each.scenario.name
    assert states == {state.key for state in workflow.states}
    wanted = {step.key for step in workflow.steps}
    refused = {k: v for each in walks for k, v in each.refused.items() if k in wanted - steps}
    assert steps == wanted, refused
    assert any(step.on is On.QUOTE_STORED and step.key in steps for step in workflow.steps)


@pytest.mark.parametrize("family", ["software", "cloud", "hardware", "ssl"])
def test_every_path_of_ours(family: str, desk: Desk, samples: Path, tmp_path: Path) -> None:
    check(desk, family, rehearse(desk, on_samples(samples)[family], tmp_path))


def test_every_path_of_a_family_that_nobody_imagined(harbour: Desk, tmp_path: Path) -> None:
    check(harbour, "coffee", rehearse(harbour, ON_TOY, tmp_path))


def test_a_state_that_leads_nowhere_would_be_told() -> None:
    start, limbo = ("due", "{}", 1), ("limbo", "{}", 1)
    found = Walk(ON_TOY[0], moves=[(start, "go", None), (start, "fall", limbo),
                                   (limbo, "turn", limbo)])
    assert found.traps() == ["limbo"]
