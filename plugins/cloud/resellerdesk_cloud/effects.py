"""What each step changes."""

from __future__ import annotations

from dataclasses import replace

from resellerdesk.sdk import Acceptance, Effect, Fact, Finish, Nothing, Period, Seen

from resellerdesk_cloud.details import Held, Invoice, Payment, Progress, Situated, Subscription
from resellerdesk_cloud.forms import Billing, Charge, Consent, Failure, Paying, Renewal
from resellerdesk_cloud.invoices import ledger
from resellerdesk_cloud.wording import T

CloudEffect = Effect[Subscription, Progress]


def consented(held: Held, given: Consent, ctx: Situated) -> CloudEffect:
    return _recorded(ctx, consent=given.consent, consent_on=ctx.as_of, failed="")


def accepted_by_itself(held: Held, given: Acceptance, ctx: Situated) -> CloudEffect:
    """The purchase order stands for the consent."""
    facts = ctx.renewal.facts.model_copy(
        update={"consent": given.purchase_order, "consent_on": ctx.as_of, "failed": ""}
    )
    return Effect(facts=facts, for_vendor=_for_vendor(held, by_itself=True))


def cancelled(held: Held, given: Nothing, ctx: Situated) -> CloudEffect:
    """Who cancels takes the consent back with it."""
    return _recorded(ctx, consent="", consent_on=None)


def ordered(held: Held, given: Acceptance, ctx: Situated) -> CloudEffect:
    """A failed charge is history once it is ordered by hand."""
    facts = ctx.renewal.facts.model_copy(update={"failed": ""})
    return Effect(facts=facts, for_vendor=_for_vendor(held, by_itself=False))


def charged(held: Held, given: Charge, ctx: Situated) -> CloudEffect:
    return _recorded(ctx, charge_reference=given.reference, charged_on=given.date, failed="")


def failed(held: Held, given: Failure, ctx: Situated) -> CloudEffect:
    return _recorded(ctx, failed=given.reason)


def billed(held: Held, given: Billing, ctx: Situated) -> CloudEffect:
    invoice = Invoice(number=given.number, amount=given.amount)
    return _recorded(ctx, invoices=ledger(held, ctx).adding(invoice).invoices)


def paid(held: Held, given: Paying, ctx: Situated) -> CloudEffect:
    payment = Payment(amount=given.amount, date=given.date)
    return _recorded(ctx, invoices=ledger(held, ctx).paying(given.number, payment).invoices)


def renewed(held: Held, given: Renewal, ctx: Situated) -> CloudEffect:
    """What is still open of an invoice goes on with the next renewal; what was paid does not."""
    other = given.subscription_id if given.subscription_id != held.reference else ""
    return Effect(
        details=held.details.model_copy(update={"open_invoices": {}}),
        finish=Finish(carry=still_open(held, ctx), reference=other),
    )


def still_open(held: Held, ctx: Situated) -> Progress:
    """What the next renewal takes over: the invoices that are not paid in full."""
    return Progress(invoices=tuple(ledger(held, ctx).open))


def seen(held: Held, given: Seen, ctx: Situated) -> CloudEffect:
    """Moves on as `renewed` does, with the dates that were seen."""
    went_on = renewed(held, Renewal(), ctx)
    assert went_on.finish is not None
    return replace(went_on, finish=replace(went_on.finish, period=Period(given.start, given.end)))


def _for_vendor(held: Held, by_itself: bool) -> tuple[Fact, ...]:
    """Whether the vendor charges by itself stands there, or it would be ordered a second time."""
    return (
        Fact("subscription_id", T("Subscription ID"), held.reference),
        Fact("domain", T("Domain"), held.details.domain),
        Fact("auto_renew", T("Renews itself"), by_itself),
    )


def _recorded(ctx: Situated, **changes: object) -> CloudEffect:
    return Effect(facts=ctx.renewal.facts.model_copy(update=changes))
