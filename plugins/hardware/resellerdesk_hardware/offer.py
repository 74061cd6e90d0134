"""What a picked option charges, and what is said with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from resellerdesk.sdk import Charge, Fact, Late, Offer, Once, Picked, Recurring, grace_end

from resellerdesk_hardware.catalogue import inspection_sku, time_said
from resellerdesk_hardware.details import Held, Situated
from resellerdesk_hardware.notes import lapse_of, notes_on_cover, notes_on_replacing
from resellerdesk_hardware.options import tier_of
from resellerdesk_hardware.support_life import is_late
from resellerdesk_hardware.tiers import Tier, sku_on_model
from resellerdesk_hardware.wording import T

_A_MONTH = 30


def offer_for(held: Held, picked: Picked, ctx: Situated) -> Offer:
    """The inspection where the unit has lapsed, then the term; nothing for one to be replaced."""
    tier = tier_of(picked.option, held, ctx)
    if tier is None:
        return Offer((), tuple(_unit(held, ctx)), notes=tuple(notes_on_replacing(held, ctx)))
    return Offer(
        (*(_inspection(ctx) if is_late(ctx) else ()), _term(held, picked, tier)),
        facts=(*_level(tier), *_unit(held, ctx)),
        notes=tuple(notes_on_cover(held, picked, tier, ctx)),
        lapse=tuple(lapse_of(held, ctx)),
        late=None if is_late(ctx) else _late(held, ctx),
    )


def _late(held: Held, ctx: Situated) -> Late | None:
    """The inspection, were it renewed a month after its end and grace."""
    day = grace_end(held.period.end, ctx.policy) + timedelta(days=_A_MONTH)
    last = held.details.end_of_support
    charges = tuple(_inspection(ctx))
    if not charges or (last is not None and last < day):
        return None
    return Late((day - held.period.end).days, charges)


def _inspection(ctx: Situated) -> Iterator[Charge]:
    sku = inspection_sku(ctx.catalogue)
    if sku:
        yield Once(
            "inspection", sku, 1, "inspection_fee", "fee", T("Inspection of a lapsed unit")
        )


def _term(held: Held, picked: Picked, tier: Tier) -> Charge:
    model = held.details.model
    return Recurring(
        "term", sku_on_model(tier.sku, model), picked.quantity, picked.period, "renewal", "term",
        T("{level} support, {model}", level=tier.title, model=model),
    )


def _level(tier: Tier) -> Iterator[Fact]:
    # The line's own words name the level; its key is for whoever compares the options.
    yield Fact("tier", T("Level"), tier.key, internal=True)
    yield Fact("response", T("Response"), time_said(tier.response))
    if tier.replacement:
        yield Fact("replacement", T("Replacement"), time_said(tier.replacement))


def _unit(held: Held, ctx: Situated) -> Iterator[Fact]:
    yield Fact("serial", T("Serial number"), held.reference)
    if held.details.contract:
        yield Fact("contract", T("Contract"), held.details.contract)
    confirmed = ctx.renewal.facts.confirmed_on is not None
    yield Fact("serial_confirmed", T("Confirmed in use"), confirmed, internal=True)
