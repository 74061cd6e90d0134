"""All that rules depend on besides one entitlement: policy, catalogue, settings, as of a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from resellerdesk.core.catalogue import Catalogue, catalogues
from resellerdesk.core.policy import Policy, PolicyBook
from resellerdesk.core.profile import Profile
from resellerdesk.desk.desk import Desk
from resellerdesk.extensions.fault import Faulted, PluginFault, Where
from resellerdesk.extensions.registry import LoadedFamily
from resellerdesk.store.engine import Database
from resellerdesk.store.policies import all_policies
from resellerdesk.store.products import all_products
from resellerdesk.store.settings import all_settings, values_stamp


@dataclass(frozen=True, slots=True)
class Rules:
    """Policy, catalogue, profile and the families' settings on one as-of date.

    A family whose settings it cannot read has a fault in their place. `stamp` counts their
    changes: a value stored under another count no longer holds.
    """

    as_of: date
    policies: PolicyBook
    catalogues: Mapping[tuple[str, str], Catalogue]
    profile: Profile
    settings: Mapping[str, BaseModel | PluginFault]
    stamp: int

    def policy(self, vendor: str, family: str, region: str, on: date | None = None) -> Policy:
        return Policy(self.policies, vendor, family, region, on or self.as_of)

    def catalogue(self, vendor: str, family: str) -> Catalogue:
        return self.catalogues.get((vendor, family), Catalogue(()))


def load_rules(desk: Desk, db: Database, as_of: date) -> Rules:
    """What plugins ship, and over it what the desk holds."""
    families = desk.extensions.families
    shipped = [row for loaded in families.values() for row in loaded.family.catalogue]
    stored = all_settings(db)
    return Rules(
        as_of,
        PolicyBook([*desk.extensions.shipped_policy(), *all_policies(db)]),
        catalogues([*shipped, *all_products(db)]),
        Profile(stored),
        {key: _settings_of(desk, loaded, stored) for key, loaded in families.items()},
        values_stamp(db),
    )


def _settings_of(
    desk: Desk, loaded: LoadedFamily, stored: Mapping[str, str]
) -> BaseModel | PluginFault:
    """A family's settings, from the desk's settings under its key."""
    prefix = f"{loaded.family.key}."
    given = {
        name.removeprefix(prefix): value
        for name, value in stored.items()
        if name.startswith(prefix)
    }
    model: type[BaseModel] = loaded.family.settings
    where = Where(loaded.plugin, loaded.version, f"settings {prefix}*")
    try:
        return desk.extensions.guard.one(where, model, model.model_validate, given)
    except Faulted as faulted:
        return faulted.fault
