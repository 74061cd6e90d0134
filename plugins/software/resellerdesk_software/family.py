"""Software maintenance, put together."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.sdk import Fact, Family, Finding, Milestone, Offer, Option, Picked, Table

from resellerdesk_software.catalogue import PRODUCTS
from resellerdesk_software.details import Held, Progress, Reminders, Situated, Software
from resellerdesk_software.findings import facts_on, findings_on
from resellerdesk_software.milestones import milestones_for
from resellerdesk_software.offer import offer_for
from resellerdesk_software.options import options_for
from resellerdesk_software.policy import FAMILY, POLICY, VENDOR
from resellerdesk_software.steps import WORKFLOW
from resellerdesk_software.wording import T


class SoftwareFamily(Family[Software, Progress, Reminders]):
    """Perpetual licences with maintenance for a fixed term."""

    key = FAMILY
    title = T("Software maintenance")
    vendor = VENDOR
    details = Software
    facts = Progress
    settings = Reminders
    workflow = WORKFLOW
    policy = POLICY
    catalogue = PRODUCTS

    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        return options_for(held, ctx)

    def offer(self, held: Held, picked: Picked, ctx: Situated) -> Offer:
        return offer_for(held, picked, ctx)

    def facts_shown(self, held: Held, ctx: Situated) -> Sequence[Fact | Table]:
        return tuple(facts_on(held, ctx))

    def milestones(self, held: Held, ctx: Situated) -> Sequence[Milestone]:
        return milestones_for(held, ctx)

    def findings(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return tuple(findings_on(held, ctx))
