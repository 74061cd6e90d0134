"""Cloud subscriptions, put together."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.sdk import Fact, Family, Finding, Milestone, Offer, Option, Picked, Table

from resellerdesk_cloud.catalogue import PRODUCTS
from resellerdesk_cloud.details import Held, Progress, Settings, Situated, Subscription
from resellerdesk_cloud.findings import facts_on, findings_on, milestones_for
from resellerdesk_cloud.offer import offer_for
from resellerdesk_cloud.options import options_for
from resellerdesk_cloud.policy import FAMILY, POLICY, VENDOR
from resellerdesk_cloud.steps import WORKFLOW
from resellerdesk_cloud.wording import T


class CloudFamily(Family[Subscription, Progress, Settings]):
    """Subscriptions for a term, renewed by an order or by a charge."""

    key = FAMILY
    title = T("Cloud subscriptions")
    vendor = VENDOR
    details = Subscription
    facts = Progress
    settings = Settings
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
        return milestones_for(ctx)

    def findings(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return tuple(findings_on(held, ctx))
