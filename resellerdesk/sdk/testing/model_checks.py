"""Whether details, facts, settings and what a step asks for can be stored and read back."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain

from pydantic import BaseModel, ValidationError

from resellerdesk.core.policy import check_value
from resellerdesk.core.workflow import Effect
from resellerdesk.sdk.testing.by_type import Around
from resellerdesk.sdk.testing.values import NoValue, instances
from resellerdesk.sdk.testing.walk import Walked
from resellerdesk.sdk.testing.watching import CLOCKS

_CLOCKS = (
    date.today, datetime.today, datetime.now, datetime.utcnow,
    *(found for name in CLOCKS if (found := getattr(time, name, None)) is not None),
)


def models_survive_json(walked: Walked) -> Iterator[str]:
    """Stored as JSON and read back, they are what they were."""
    seen: list[BaseModel] = []
    for model in _models(walked):
        if model in seen:
            continue
        seen.append(model)
        for stored in ({}, {"exclude_unset": True}):
            yield from _lost(model, **stored)


def _lost(model: BaseModel, **stored: bool) -> Iterator[str]:
    name = type(model).__name__
    try:
        text = json.dumps(model.model_dump(mode="json", **stored))  # type: ignore[arg-type]
        back = type(model).model_validate(json.loads(text))
    except (TypeError, ValueError, ValidationError) as error:
        said = str(error).replace("\n", " ")
        yield f"{model!r} cannot be stored as JSON and read back ({said}); use types that can"
        return
    for field in type(model).model_fields:
        before, after = getattr(model, field), getattr(back, field)
        if before != after or type(before) is not type(after):
            yield (
                f"{name}.{field} is {before!r} and comes back from JSON as {after!r}; choose a "
                "type that JSON can hold, or give it a serializer and a validator that fit"
            )


def defaults_do_not_read_the_clock(walked: Walked) -> Iterator[str]:
    """A default made by the clock is a day that nobody handed over."""
    family = walked.family
    for model in (
        family.details, family.facts, family.settings,
        *(step.needs for step in family.workflow.steps),
    ):
        for name, info in model.model_fields.items():
            if info.default_factory in _CLOCKS:
                yield (
                    f"{model.__name__}.{name} takes its default from the clock; leave it None and "
                    "set it from ctx.as_of"
                )


def rules_and_products_are_its_own(walked: Walked) -> Iterator[str]:
    """What a family ships is of that family, and fits its name."""
    family = walked.family
    for row in family.policy:
        if row.family != family.key:
            yield f"policy {row.name} is of the family {row.family!r}; ship rows of {family.key!r}"
        wanted = check_value(row.name, row.value)
        if wanted is not None:
            yield f"policy {row.name} of {row.vendor} is {row.value!r}; it wants {wanted}"
    for product in family.catalogue:
        if product.family != family.key:
            yield f"product {product.sku} is of the family {product.family!r}, not {family.key!r}"


def _models(walked: Walked) -> Iterator[BaseModel]:
    family, first = walked.family, walked.held[0]
    around = Around(first.reference, first.period.end, first.period.end)
    yield from (held.details for held in walked.held)
    for kind in (family.details, family.facts, family.settings):
        try:
            yield from instances(kind, around)
        except NoValue:
            continue  # of those entitlements the author brings their own
    for answer in walked.of("effect"):
        effect = answer.value
        if isinstance(effect, Effect):
            carried = effect.finish.carry if effect.finish is not None else None
            found = chain((effect.facts, effect.details), (carried,))
            yield from (model for model in found if isinstance(model, BaseModel))
