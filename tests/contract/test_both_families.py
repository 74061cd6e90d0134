"""What holds for any family: software and coffee machines are asked alike."""

from __future__ import annotations

import copy
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pluggy
import pytest

import resellerdesk
from resellerdesk.core.policy import check_value
from resellerdesk.core.text import Text
from resellerdesk.sdk import Entitlement, Family, Imported, On, Period, Phase
from resellerdesk.sdk.hookspecs import PROJECT, Hooks

import resellerdesk_software
import toy_family
from contract.small_host import AS_OF, Case, day, situate

SAMPLES = Path(resellerdesk.__file__).parent / "demo" / "samples"
PLUGINS = {
    resellerdesk_software: (SAMPLES / "software-certificats.csv", "cp1252", ";"),
    toy_family: (Path(toy_family.__file__).parent / "samples" / "coffee-machines.csv",
                 "utf-8", ","),
}
DAYS = [day(iso) for iso in ("2026-06-01", "2026-11-24", "2027-02-01", "2029-12-31")]


def brought(plugin: Any, hook: str) -> list[Any]:
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    manager.register(plugin)
    manager.check_pending()
    return [item for items in getattr(manager.hook, hook)() for item in items]


def read(plugin: Any) -> list[Imported[Any]]:
    """The plugin's sample, read by that of its layouts that has the headers."""
    path, encoding, delimiter = PLUGINS[plugin]
    with path.open(encoding=encoding, newline="") as file:
        rows = list(csv.DictReader(file, delimiter=delimiter))
    [layout] = [
        layout for layout in brought(plugin, "register_layouts") if layout.headers <= set(rows[0])
    ]
    return [found for row in rows if isinstance(found := layout.row(row), Imported)]


def cases(plugin: Any) -> Iterator[Case]:
    """Every entitlement of the sample, on days from long before its end to long after."""
    [family] = brought(plugin, "register_families")
    for row in read(plugin):
        held = Entitlement(
            family.key, row.reference, row.vendor or family.vendor, row.customer, row.sku,
            row.description, row.quantity, Period(row.start, row.end), row.program, row.details,
        )
        for as_of in DAYS:
            yield situate(family, held, as_of)


@pytest.fixture(params=PLUGINS, ids=lambda plugin: plugin.__name__)
def plugin(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture
def family(plugin: Any) -> Family[Any, Any, Any]:
    [found] = brought(plugin, "register_families")
    return found


def test_the_sample_is_read_whole(plugin: Any) -> None:
    known = {resellerdesk_software: 301, toy_family: 6}
    assert len(read(plugin)) == known[plugin]


def test_exactly_one_option_is_recommended_whatever_the_day(plugin: Any) -> None:
    for case in cases(plugin):
        assert sum(option.recommended for option in case.options()) == 1


def test_option_keys_are_told_apart_and_at_most_one_is_today_s(plugin: Any) -> None:
    for case in cases(plugin):
        options = case.options()
        assert len({option.key for option in options}) == len(options)
        assert sum(option.current for option in options) <= 1


def test_an_own_term_keeps_its_floor_unless_it_is_cut(plugin: Any) -> None:
    for case in cases(plugin):
        for option in case.options():
            assert option.months >= option.floor or option.is_cut or option.unpriced


def test_every_priced_option_has_one_term_charge_of_what_was_picked(plugin: Any) -> None:
    for case in cases(plugin):
        for option in case.options():
            picked = case.pick(option.key, quantity=3)
            roles = [getattr(charge, "role", "fee") for charge in case.offer(picked).charges]
            assert roles.count("term") == (0 if option.unpriced else 1)
            assert {
                charge.quantity
                for charge in case.offer(picked).charges
                if getattr(charge, "role", "") == "term"
            } <= {3}


def test_the_same_question_has_the_same_answer_and_changes_nothing(plugin: Any) -> None:
    for case in cases(plugin):
        before = copy.deepcopy((case.held, case.ctx.renewal, case.ctx.settings))
        picked = case.pick(next(option.key for option in case.options() if option.recommended))
        assert case.options() == case.options()
        assert case.offer(picked) == case.offer(picked)
        assert (case.held, case.ctx.renewal, case.ctx.settings) == before


def test_every_state_is_reached_from_the_first(family: Family[Any, Any, Any]) -> None:
    workflow = family.workflow
    reached, ahead = set(), [workflow.first.key]
    while ahead:
        state = ahead.pop()
        reached.add(state)
        ahead += [s.to for s in workflow.steps_from(state) if s.to and s.to not in reached]
    assert reached == {state.key for state in workflow.states}


def test_from_every_state_but_a_won_one_a_step_leads_on(family: Family[Any, Any, Any]) -> None:
    for state in family.workflow.states:
        leads = {step.to for step in family.workflow.steps_from(state.key)} - {None, state.key}
        assert leads or state.phase is Phase.WON


def test_every_state_takes_what_happens_in_its_phase(family: Family[Any, Any, Any]) -> None:
    bound = {
        Phase.OPEN: {On.QUOTE_STORED, On.CLOSED},
        Phase.QUOTED: {On.ACCEPTED, On.CLOSED},
        Phase.ORDERED: {On.ORDER_CANCELLED, On.SEEN_RENEWED},
        Phase.LOST: {On.REOPENED},
        Phase.WON: set(),
    }
    for state in family.workflow.states:
        found = {step.on for step in family.workflow.steps_from(state.key)}
        assert bound[state.phase] <= found


def test_a_quote_stored_twice_leaves_the_state_as_it_is(family: Family[Any, Any, Any]) -> None:
    for state in family.workflow.states:
        if state.phase is Phase.QUOTED:
            assert not family.workflow.bound(On.QUOTE_STORED, state.key)


def test_shipped_rules_are_its_own_and_fit_their_names(family: Family[Any, Any, Any]) -> None:
    for row in family.policy:
        assert row.family == family.key
        assert check_value(row.name, row.value) is None
    assert {product.family for product in family.catalogue} == {family.key}


def test_every_sentence_comes_from_the_plugin_s_own_catalogue(plugin: Any) -> None:
    for case in cases(plugin):
        for option in case.options():
            offer = case.offer(case.pick(option.key))
            for text in _texts([option, offer, *case.family.findings(case.held, case.ctx)]):
                assert text.domain == plugin.__name__
                assert text.message.format_map(dict(text.args))
                assert not text.plural or text.plural.format_map(dict(text.args))
                assert not text.count or isinstance(text.args[text.count], int)


def _texts(value: Any) -> Iterator[Text]:
    """Every Text within options, offers and findings."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _texts(getattr(value, name))


def test_the_two_share_no_state_no_option_and_no_fact() -> None:
    software, coffee = (brought(plugin, "register_families")[0] for plugin in PLUGINS)
    own = {"declined", "let_go"}
    states = [{state.key for state in f.workflow.states} - own for f in (software, coffee)]
    fields = [set(f.details.model_fields) | set(f.facts.model_fields) for f in (software, coffee)]
    assert not states[0] & states[1]
    assert not fields[0] & fields[1]


def test_what_is_recorded_survives_being_stored_as_json(plugin: Any) -> None:
    for case in cases(plugin):
        if case.ctx.as_of == AS_OF:
            details, facts = case.held.details, case.ctx.renewal.facts
            assert type(details).model_validate_json(details.model_dump_json()) == details
            assert type(facts).model_validate(facts.model_dump(mode="json")) == facts
