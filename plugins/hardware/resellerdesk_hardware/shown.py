"""What `show` says of a unit besides the common columns; all of it the reseller's own."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Fact, Text, Value

from resellerdesk_hardware.catalogue import time_said
from resellerdesk_hardware.details import Held, Situated
from resellerdesk_hardware.support_life import is_late
from resellerdesk_hardware.tiers import tier_held
from resellerdesk_hardware.wording import T


def facts_on(held: Held, ctx: Situated) -> Iterator[Fact]:
    details, facts = held.details, ctx.renewal.facts
    tier = tier_held(held, ctx.catalogue)
    yield _own("model", T("Model"), details.model)
    yield _own("tier", T("Level"), tier.key)
    yield _own("response", T("Response"), time_said(tier.response))
    yield _own("required_level", T("Level that the contract asks for"), details.required_level)
    yield _own("end_of_support", T("End of support life"), details.end_of_support)
    yield _own("contract", T("Contract"), details.contract)
    yield _own("shipped_on", T("Shipped"), details.shipped_on)
    yield _own("in_use", T("In use"), details.in_use)
    yield _own("confirmed_on", T("Confirmed in use"), facts.confirmed_on or T("not yet"))
    if is_late(ctx) or facts.inspected_on is not None:
        yield _own("inspected_on", T("Inspected"), facts.inspected_on or T("not yet"))
        yield _own("inspection_result", T("Result of the inspection"), facts.inspection_result)


def _own(key: str, title: Text, value: Value) -> Fact:
    return Fact(key, title, value, internal=True)
