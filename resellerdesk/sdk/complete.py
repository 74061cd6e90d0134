"""Looks at what a plugin registered, before anything is asked of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from resellerdesk.core.catalogue import Product
from resellerdesk.core.phase import Phase
from resellerdesk.core.policy import PolicyRow
from resellerdesk.core.text import Text
from resellerdesk.core.workflow import AnyWorkflow, On, Workflow
from resellerdesk.sdk.family import AnyFamily, Read
from resellerdesk.sdk.layout import AnyLayout, Source

_KEY = re.compile(r"[a-z][a-z0-9_-]*\Z", re.ASCII)
_MISSING = object()

Check = Callable[[Any], bool]
Wanted = Mapping[str, tuple[Check, str]]
"""By attribute: whether a value fits, and what to call one that does."""


def is_a(*kinds: type[Any]) -> Check:
    """Whether a value is of one of some types; a time stamp is no date, a truth no number."""
    return lambda value: isinstance(value, kinds) and not isinstance(value, datetime | bool)


def each_is(*kinds: type[Any]) -> Check:
    """Whether a value is several things, each of one of some types."""
    return lambda value: isinstance(value, Iterable) and all(isinstance(v, kinds) for v in value)


def _is_key(value: Any) -> bool:
    return isinstance(value, str) and _KEY.match(value) is not None


def _is_model(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, BaseModel)


_FAMILY: Wanted = {
    "key": (_is_key, "a word in lower case"),
    "title": (is_a(Text), "a Text"),
    "vendor": (is_a(str), "a name"),
    "details": (_is_model, "a pydantic model"),
    "facts": (_is_model, "a pydantic model"),
    "settings": (_is_model, "a pydantic model"),
    "workflow": (is_a(Workflow), "a Workflow"),
    "policy": (each_is(PolicyRow), "PolicyRows"),
    "catalogue": (each_is(Product), "Products"),
    "reads": (each_is(Read), "Reads"),
}

_LAYOUT: Wanted = {
    "source": (is_a(Source), "a Source"),
    "key": (_is_key, "a word in lower case"),
    "family": (_is_key, "a family's key"),
    "headers": (lambda value: bool(value) and each_is(str)(value), "the names of some columns"),
    "reference_column": (is_a(str), "the name of a column"),
    "customer_column": (is_a(str), "the name of a column"),
}


def family_lacks(family: AnyFamily) -> str:
    """What is wrong with a family, in a line; empty where nothing is."""
    return parts_lack(family) or next(
        (f"family {family.key}: {line}" for line in unbound(family.workflow)), ""
    )


def parts_lack(family: AnyFamily) -> str:
    """What is wrong with its attributes, or with the names in its workflow, in a line."""
    found = lacks(f"family {type(family).__name__}", family, _FAMILY)
    if found:
        return found
    family.settings()  # each setting has a default, or this raises
    wrong = names_lack(family.workflow)
    return f"family {family.key}: {wrong}" if wrong else ""


def layout_lacks(layout: AnyLayout) -> str:
    """What is wrong with a layout, in a line; empty where nothing is."""
    return lacks(f"layout {type(layout).__name__}", layout, _LAYOUT)


def lacks(what: str, thing: object, wanted: Wanted) -> str:
    """What a thing does not have as it is wanted, in a line; empty where it has all."""
    for name, (fits, kind) in wanted.items():
        value = getattr(thing, name, _MISSING)
        if value is _MISSING:
            return f"{what} has no {name}; {kind} is wanted"
        if not fits(value):
            return f"{what}: {name} is {value!r}; wanted is {kind}"
    return ""


def names_lack(workflow: AnyWorkflow) -> str:
    """What is wrong with the names of states in a workflow, in a line."""
    keys = [state.key for state in workflow.states]
    if not keys or len(set(keys)) != len(keys):
        return f"its states are not each named once: {', '.join(keys) or 'none'}"
    for step in workflow.steps:
        for key in sorted({*step.from_, step.to or keys[0]} - set(keys)):
            return f"step {step.key} names a state {key} that there is not"
    return ""


def unbound(workflow: AnyWorkflow) -> Iterator[str]:
    """A line for each state that the desk could not close or cancel from."""
    wanted = {Phase.OPEN: On.CLOSED, Phase.QUOTED: On.CLOSED, Phase.ORDERED: On.ORDER_CANCELLED}
    for phase, on in wanted.items():
        yield from bound_wrongly(workflow, phase, on)


def bound_wrongly(workflow: AnyWorkflow, phase: Phase, on: On) -> Iterator[str]:
    """A line for each state of a phase that has not exactly one step bound to something."""
    for state in workflow.states:
        if state.phase is phase and len(workflow.bound(on, state.key)) != 1:
            brought = "bind one from there" if on is On.QUOTE_STORED else "standard() brings it"
            yield f"state {state.key} wants one step bound to {on}; {brought}"
