"""What each step changes."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Acceptance, Effect, Fact, Finish

from resellerdesk_ssl.accounts import title_of_account
from resellerdesk_ssl.comparison import comparison_table
from resellerdesk_ssl.details import Held, Plan, Progress, Situated
from resellerdesk_ssl.fields import same_serial
from resellerdesk_ssl.forms import Charge, Check, Consent, Failure, Installation, Issue
from resellerdesk_ssl.on_server import old_certificate
from resellerdesk_ssl.renewed import renewed_plan
from resellerdesk_ssl.wording import T

SslEffect = Effect[Plan, Progress]


def checked(held: Held, given: Check, ctx: Situated) -> SslEffect:
    # The library is large, and most runs never check a certificate.
    from resellerdesk_ssl.certificates import read_certificate, read_request
    from resellerdesk_ssl.comparing import compare

    request = read_request(given.request)
    comparison = compare(read_certificate(old_certificate(held, given)), request.subject)
    facts = _with(ctx, checked_on=ctx.as_of, comparison=comparison, request=request.pem)
    return Effect(facts=facts, tables=(comparison_table(comparison),))


def ordered(held: Held, given: Acceptance, ctx: Situated) -> SslEffect:
    """The request goes with the order; a failed charge is history."""
    return Effect(facts=_with(ctx, charge_failed=""), for_vendor=tuple(_asked(held, ctx)))


def _asked(held: Held, ctx: Situated) -> Iterator[Fact]:
    """What the vendor asks for, by the plan that was accepted."""
    after, request = renewed_plan(held, ctx), ctx.renewal.facts.request
    yield Fact("order_id", T("Order ID"), held.reference)
    yield Fact("common_name", T("Common name"), after.common_name)
    yield Fact("account_type", T("Account type"), title_of_account(after.account_type))
    yield Fact("express", T("Express renewal"), after.express)
    yield Fact("auto_renew", T("Auto-renewal service"), after.auto_renew)
    if request:
        yield Fact("request", T("Request"), request)


def consented(held: Held, given: Consent, ctx: Situated) -> SslEffect:
    facts = _with(ctx, consent=given.consent, consent_on=ctx.as_of, charge_failed="")
    return Effect(facts=facts)


def withdrawn(held: Held, given: object, ctx: Situated) -> SslEffect:
    """Who cancels takes the consent back with it."""
    return Effect(facts=_with(ctx, consent="", consent_on=None))


def charged(held: Held, given: Charge, ctx: Situated) -> SslEffect:
    return Effect(facts=_with(ctx, charge_reference=given.reference, charged_on=given.date))


def failed(held: Held, given: Failure, ctx: Situated) -> SslEffect:
    return Effect(facts=_with(ctx, charge_failed=given.reason))


def issued(held: Held, given: Issue, ctx: Situated) -> SslEffect:
    """The next renewal waits for the installation of what this one brought."""
    carry = Progress(
        issued_serial=given.serial, issued_on=ctx.as_of, issued_last_day=given.last_day,
        installation_pending=True,
    )
    other = given.order_id if given.order_id != held.reference else ""
    return Effect(
        details=renewed_plan(held, ctx),
        finish=Finish(carry=carry, reference=other),
    )


def to_install(held: Held, ctx: Situated) -> Progress:
    """An export that shows the new plan does not say which certificate came with it."""
    return Progress(installation_pending=True)


def installed(held: Held, given: Installation, ctx: Situated) -> SslEffect:
    facts = ctx.renewal.facts
    shown = held.details.on_server
    if shown is not None and not same_serial(shown.serial, given.serial):
        shown = None  # what its server showed before
    in_use: dict[str, object] = {"serial": given.serial, "on_server": shown}
    if facts.issued_last_day is not None:
        in_use |= {"valid_from": facts.issued_on, "valid_till": facts.issued_last_day}
    return Effect(
        facts=_with(ctx, installation_pending=False, installed_on=ctx.as_of),
        details=held.details.model_copy(update=in_use),
    )


def _with(ctx: Situated, **changes: object) -> Progress:
    return ctx.renewal.facts.model_copy(update=changes)
