"""Coffee machines that ship what does not fit."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, Field

from resellerdesk.sdk import PolicyRow, Workflow

from toy_family.family import CoffeeFamily
from toy_family.machine import FAMILY, VENDOR
from toy_family.steps import WORKFLOW
from wrong_families.changed import Changed


class Grinder(BaseModel):
    """Its set of burrs comes back from JSON as a list of another type."""

    model: str
    cups: int = 0
    spares_until: date | None = None
    burrs: Any = Field(default_factory=lambda: (1, 2))


class LosesTypesInJson(Changed):
    details = Grinder  # type: ignore[assignment]


class ShipsANeighboursRule(Changed):
    policy = (*CoffeeFamily.policy, PolicyRow(VENDOR, "tea", "*", "grace_days", date.min, "10"))


class ShipsARuleThatDoesNotFit(Changed):
    policy = (*CoffeeFamily.policy, PolicyRow(VENDOR, FAMILY, "*", "stub", date.min, "weekly"))


class HasAPlainTitle(Changed):
    title = "Coffee machines"  # type: ignore[assignment]


class Opening(BaseModel):
    """Settings of which one has no default."""

    opens_at: int


class NeedsASetting(Changed):
    """It cannot be asked anything."""

    settings = Opening  # type: ignore[assignment]


class NamesAStateThatThereIsNot(Changed):
    workflow = Workflow(WORKFLOW.states[1:], WORKFLOW.steps)
