"""The family that nobody had in mind passes what the contract asks of any, on its own sample."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from resellerdesk.sdk.testing import Conformance, Registering, entitlement, from_export

import resellerdesk_software
import toy_family
from toy_family.export import MachineList
from toy_family.family import CoffeeFamily

COFFEE = CoffeeFamily()
SAMPLES = Path(toy_family.__file__).parent / "samples"
MACHINES = from_export(COFFEE, MachineList(), SAMPLES / "coffee-machines.csv")


class TestRegistering(Registering):
    plugin = toy_family
    families = ("coffee",)
    layouts = ("coffee-machines",)


class TestCoffee(Conformance):
    family = COFFEE
    prices = SAMPLES / "coffee-prices.csv"
    entitlements = MACHINES


class TestCoffeeDrawn(Conformance):
    """The same of machines that hypothesis thinks of."""

    family = COFFEE
    prices = SAMPLES / "coffee-prices.csv"
    entitlements = st.builds(
        lambda end, cups, spares: entitlement(
            COFFEE, {"cups": cups, "spares_until": spares}, end=end, sku="COF-BASIC"
        ),
        st.dates(MACHINES[0].period.start, MACHINES[0].period.end),
        st.integers(0, 99_999), st.none() | st.dates(MACHINES[0].period.start),
    )


def test_every_machine_of_the_sample_is_asked_about() -> None:
    assert len(TestCoffee.walked().held) == 6
    assert len(TestCoffeeDrawn.walked().held) > 10


def test_it_shares_no_state_no_option_and_no_fact_with_the_first_family() -> None:
    [software] = resellerdesk_software.register_families()
    own = {"declined", "let_go"}
    states = [{state.key for state in f.workflow.states} - own for f in (software, COFFEE)]
    fields = [set(f.details.model_fields) | set(f.facts.model_fields) for f in (software, COFFEE)]
    assert not states[0] & states[1]
    assert not fields[0] & fields[1]
