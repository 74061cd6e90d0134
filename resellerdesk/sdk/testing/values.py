"""Reasonable values for a step or for any model: drawn from its own types."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel, ValidationError

from resellerdesk.core.close_reason import CLOSE_REASONS
from resellerdesk.core.entitlement import AnyEntitlement
from resellerdesk.core.period import term
from resellerdesk.core.standard_steps import Reason, Seen
from resellerdesk.core.workflow import AnyStep
from resellerdesk.sdk.testing.by_type import Around, fitting

Given = Mapping[str, Any]

Hints = Mapping[str, Sequence[Given]]
"""By the key of a step: sets of values that it is to be tried with, before all others. A value
that a set leaves out and the step requires is drawn."""

NO_HINTS: Hints = types.MappingProxyType({})


class NoValue(Exception):
    """No value could be drawn for a field: the line says where, and what would work."""


def step_values(
    step: AnyStep, held: AnyEntitlement, as_of: date, hints: Hints = NO_HINTS
) -> Sequence[BaseModel]:
    """Values for a step, each once: those of its hints, a plain set, and each value varied.

    Raises NoValue where a required value cannot be drawn, ValidationError where a hint does not
    fit the step's model.
    """
    around = Around(held.reference, as_of, held.period.end)
    model: type[BaseModel] = step.needs
    if issubclass(model, Reason):
        return [model(reason=reason) for reason in CLOSE_REASONS]
    if issubclass(model, Seen):
        later = term(held.period.end + timedelta(days=1), 12)
        return [model(start=later.start, end=later.end)]
    given = hints.get(step.key, ())
    found = [plainest(model, around, one) for one in given]
    # A file that only its hint can draw needs no other values.
    drawn = () if found and _undrawable(model, around) else instances(model, around)
    for values in drawn:
        if values not in found:
            found.append(values)
    return found


def instances(model: type[BaseModel], around: Around) -> Sequence[BaseModel]:
    """A model filled plainly, what is optional left out; then with each field varied alone.

    Raises NoValue where a required field cannot be drawn.
    """
    plain = plainest(model, around)
    found = [plain]
    for name, value in _variations(model, around):
        try:
            varied = model.model_validate({**_set_of(plain), name: value})
        except ValidationError:
            continue  # fields that have to fit each other
        if varied not in found:
            found.append(varied)
    return found


def plainest(
    model: type[BaseModel], around: Around, given: Given = types.MappingProxyType({})
) -> BaseModel:
    """A model with what is given, its other required fields drawn. Raises NoValue."""
    values = dict(given)
    for name, info in model.model_fields.items():
        if name not in values and info.is_required():
            drawn = fitting(info, around, _plain_one)
            if not drawn:
                raise _no_value(model, name)
            values[name] = drawn[0]
    try:
        return model.model_validate(values)
    except ValidationError as error:
        if given:
            raise
        name = str((error.errors()[0]["loc"] or ("",))[0])
        raise _no_value(model, name) from error


def typed(values: BaseModel) -> dict[str, str | bytes]:
    """The same as somebody types it at a form: a file stays its content, all else is text."""
    written: dict[str, str | bytes] = {}
    for name in values.model_fields_set:
        value = getattr(values, name)
        if isinstance(value, bytes):
            written[name] = value
        elif isinstance(value, bool):
            written[name] = "yes" if value else "no"
        elif value is not None:
            written[name] = str(values.model_dump(mode="json", include={name})[name])
    return written


def _undrawable(model: type[BaseModel], around: Around) -> bool:
    try:
        plainest(model, around)
    except NoValue:
        return True
    return False


def _variations(model: type[BaseModel], around: Around) -> Iterator[tuple[str, Any]]:
    for name, info in model.model_fields.items():
        for value in fitting(info, around, _plain_one):
            yield name, value


def _set_of(values: BaseModel) -> dict[str, Any]:
    return {name: getattr(values, name) for name in values.model_fields_set}


def _plain_one(model: type[BaseModel], around: Around) -> Sequence[BaseModel]:
    return [plainest(model, around)]


def _no_value(model: type[BaseModel], name: str) -> NoValue:
    return NoValue(
        f"{model.__name__}.{name}: no value of {model.model_fields[name].annotation} could be "
        f"drawn that fits; name one in the hints of the step, as {{STEP: [{{{name!r}: VALUE}}]}}"
        if name in model.model_fields
        else f"{model.__name__}: no values could be drawn that fit each other; name some in the "
        "hints of the step, as {STEP: [{NAME: VALUE}]}"
    )
