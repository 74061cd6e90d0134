"""SSL certificates, put together."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.sdk import Fact, Family, Finding, Milestone, Offer, Option, Picked, Read, Table

from resellerdesk_ssl.catalogue import PRODUCTS
from resellerdesk_ssl.details import Held, Plan, Progress, Settings, Situated
from resellerdesk_ssl.findings import findings_on
from resellerdesk_ssl.milestones import milestones_for
from resellerdesk_ssl.offer import offer_for
from resellerdesk_ssl.options import options_for
from resellerdesk_ssl.policy import FAMILY, POLICY, VENDOR
from resellerdesk_ssl.shown import shown_of
from resellerdesk_ssl.steps import WORKFLOW
from resellerdesk_ssl.wording import T


class SslFamily(Family[Plan, Progress, Settings]):
    """Certificate plans in whole years; the certificates within them live shorter."""

    key = FAMILY
    title = T("SSL certificates")
    vendor = VENDOR
    details = Plan
    facts = Progress
    settings = Settings
    workflow = WORKFLOW
    policy = POLICY
    catalogue = PRODUCTS
    reads = frozenset({Read.HOLDINGS})

    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        return options_for(held, ctx)

    def offer(self, held: Held, picked: Picked, ctx: Situated) -> Offer:
        return offer_for(held, picked, ctx)

    def facts_shown(self, held: Held, ctx: Situated) -> Sequence[Fact | Table]:
        return tuple(shown_of(held, ctx))

    def milestones(self, held: Held, ctx: Situated) -> Sequence[Milestone]:
        return milestones_for(ctx)

    def findings(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return tuple(findings_on(held, ctx))
