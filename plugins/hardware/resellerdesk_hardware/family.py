"""Hardware support, put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from resellerdesk.sdk import (
    Catalogue,
    Fact,
    Family,
    Finding,
    Milestone,
    Offer,
    Option,
    Picked,
    Table,
)

from resellerdesk_hardware.catalogue import PRODUCTS
from resellerdesk_hardware.details import Hardware, Held, Progress, Reminders, Situated
from resellerdesk_hardware.findings import findings_on
from resellerdesk_hardware.milestones import milestones_for
from resellerdesk_hardware.offer import offer_for
from resellerdesk_hardware.options import options_for
from resellerdesk_hardware.policy import FAMILY, POLICY, VENDOR
from resellerdesk_hardware.shown import facts_on
from resellerdesk_hardware.steps import WORKFLOW
from resellerdesk_hardware.wording import T


class HardwareFamily(Family[Hardware, Progress, Reminders]):
    """Support of single units, by serial number, until the vendor supports the model no more."""

    key = FAMILY
    title = T("Hardware support")
    vendor = VENDOR
    details = Hardware
    facts = Progress
    settings = Reminders
    workflow = WORKFLOW
    policy = POLICY
    catalogue = PRODUCTS

    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        return options_for(held, ctx)

    def offer(self, held: Held, picked: Picked, ctx: Situated) -> Offer:
        return offer_for(held, picked, ctx)

    def last_day(self, held: Held, catalogue: Catalogue) -> date | None:
        return held.details.end_of_support

    def facts_shown(self, held: Held, ctx: Situated) -> Sequence[Fact | Table]:
        return tuple(facts_on(held, ctx))

    def milestones(self, held: Held, ctx: Situated) -> Sequence[Milestone]:
        return milestones_for(ctx)

    def findings(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return tuple(findings_on(held, ctx))
