"""The ladder of support levels, lowest first, and the level at which a unit is held."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resellerdesk.sdk import Catalogue, Product

from resellerdesk_hardware.catalogue import RANK, REPLACEMENT, RESPONSE, TIER
from resellerdesk_hardware.details import Held


@dataclass(frozen=True, slots=True)
class Tier:
    """One level of support. `rank` None: the catalogue does not say how high it stands.

    `response` and `replacement` are times in the catalogue's words, or empty.
    """

    key: str
    title: str
    sku: str
    rank: int | None = None
    response: str = ""
    replacement: str = ""


def sku_on_model(service_sku: str, model: str) -> str:
    """A level is priced by model: `HW-NBD` on an `S210` is `HW-NBD-S210`."""
    ending = f"-{model}"
    return service_sku if service_sku.endswith(ending) else service_sku + ending


def ladder(catalogue: Catalogue) -> tuple[Tier, ...]:
    """The catalogue's levels by rank, those without one last; of two for one the later counts."""
    tiers = {tier.key: tier for tier in map(_tier, catalogue.having(TIER)) if tier.key}
    return tuple(sorted(tiers.values(), key=lambda tier: (tier.rank is None, tier.rank or 0)))


def tier_named(word: str, tiers: tuple[Tier, ...]) -> Tier | None:
    """The level that a SKU, a key or a title names, whatever its case."""
    folded = word.strip().casefold()
    for tier in tiers:
        if folded in (tier.sku.casefold(), tier.key.casefold(), tier.title.casefold()):
            return tier
    return None


def tier_held(held: Held, catalogue: Catalogue) -> Tier:
    """Today's level. One that the catalogue does not know is called by its SKU."""
    service = held.sku.removesuffix(f"-{held.details.model}")
    known = tier_named(service, ladder(catalogue))
    return known or Tier(_as_key(service), held.details.service_level or service, service)


def tiers_offered(held: Held, catalogue: Catalogue) -> tuple[Tier, ...]:
    """Every level that the unit can have; today's is always among them."""
    tiers, today = ladder(catalogue), tier_held(held, catalogue)
    return tiers if today in tiers else (today, *tiers)


def is_below(tier: Tier, other: Tier) -> bool:
    """Whether a level stands lower; False where the catalogue ranks not both."""
    return tier.rank is not None and other.rank is not None and tier.rank < other.rank


def _tier(product: Product) -> Tier:
    said = product.attributes
    rank = said.get(RANK, "")
    return Tier(
        said[TIER], product.title, product.sku, int(rank) if rank.isdecimal() else None,
        said.get(RESPONSE, ""), said.get(REPLACEMENT, ""),
    )


def _as_key(sku: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", sku.casefold()).strip("-") or "today"
