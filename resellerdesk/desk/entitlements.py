"""From stored columns to entitlements with their family's typed details."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from resellerdesk.core.entitlement import AnyEntitlement, Entitlement
from resellerdesk.desk.desk import Desk
from resellerdesk.extensions.fault import Faulted, PluginFault, Where, fault_of
from resellerdesk.extensions.registry import LoadedFamily
from resellerdesk.store.entitlements import Held


def entitlement_of(
    desk: Desk, loaded: LoadedFamily, held: Held, program: str
) -> AnyEntitlement:
    """The entitlement with its family's details; `program` where it names none of its own.

    Raises Faulted where its family cannot read them.
    """
    [found] = entitlements_of(desk, loaded, [(held, program)])
    if isinstance(found, PluginFault):
        raise Faulted(found)
    return found


def entitlements_of(
    desk: Desk, loaded: LoadedFamily, several: Sequence[tuple[Held, str]]
) -> list[AnyEntitlement | PluginFault]:
    """The same of many in one call of the family; a fault in place of one that it cannot read."""
    model: type[BaseModel] = loaded.family.details
    call, details = f"reading {model.__name__}", [held.columns.details for held, _ in several]
    ref = several[0][0].ref if len(several) == 1 else ""
    where = Where(loaded.plugin, loaded.version, call, ref)
    read = desk.extensions.guard.call(where, _each_read, model, details)
    return [
        _entitlement(held, program, outcome) if isinstance(outcome, BaseModel)
        else fault_of(replace(where, ref=held.ref), outcome)
        for (held, program), outcome in zip(several, read, strict=True)
    ]


def _each_read(
    model: type[BaseModel], details: Sequence[Mapping[str, Any]]
) -> list[BaseModel | BaseException]:
    """What each is read as, or what reading it raised."""
    outcomes: list[BaseModel | BaseException] = []
    for stored in details:
        try:
            outcomes.append(model.model_validate(stored))
        except (Exception, SystemExit) as error:
            outcomes.append(error)
    return outcomes


def _entitlement(held: Held, program: str, details: BaseModel) -> AnyEntitlement:
    columns = held.columns
    return Entitlement(
        held.family, held.reference, columns.vendor, columns.customer_id, columns.sku,
        columns.description, columns.quantity, columns.period, columns.program or program,
        details,
    )


def read_model(
    desk: Desk, loaded: LoadedFamily, model: type[BaseModel], stored: Mapping[str, Any], ref: str
) -> BaseModel:
    """A stored model of a family. Raises Faulted where it cannot be read."""
    where = Where(loaded.plugin, loaded.version, f"reading {model.__name__}", ref)
    return desk.extensions.guard.one(where, model, model.model_validate, stored)
