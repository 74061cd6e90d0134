"""What stands in the way of a step, and what would satisfy it."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Picked, Text

from resellerdesk_ssl.comparison import named
from resellerdesk_ssl.details import Held, Situated
from resellerdesk_ssl.forms import Check, Issue
from resellerdesk_ssl.on_server import old_certificate
from resellerdesk_ssl.options import EXPRESS, NEW, has_ended, opening_day
from resellerdesk_ssl.wording import T, one_after_another


def can_be_ordered(held: Held, ctx: Situated) -> Text | None:
    """The window is open, the request is checked, and what was picked fits the result."""
    reasons = (*_window(held, ctx), *_misfit(held, ctx), *_request(held, ctx))
    return one_after_another(reasons) if reasons else None


def _window(held: Held, ctx: Situated) -> Iterator[Text]:
    picked, opens = ctx.renewal.picked, opening_day(held)
    if picked is not None and not _is_new(picked) and ctx.as_of < opens:
        yield T("{reference} can be ordered from {day} on, 90 days before its end",
                reference=held.reference, day=opens)


def _request(held: Held, ctx: Situated) -> Iterator[Text]:
    picked = ctx.renewal.picked
    if ctx.renewal.facts.checked_on is not None:
        return
    if picked is not None and _is_new(picked):
        yield T("the request for {reference} is not checked: take the step check with the old "
                "certificate and the request", reference=held.reference)
    elif picked is None or EXPRESS not in picked.addons:
        yield T("the request for {reference} is not checked: take the step check with the old "
                "certificate and the request, or quote it with +express",
                reference=held.reference)


def _misfit(held: Held, ctx: Situated) -> Iterator[Text]:
    picked, changed = ctx.renewal.picked, ctx.renewal.facts.renamed
    if picked is None:
        return
    if _is_new(picked):
        if not changed and not has_ended(ctx):
            yield T("{reference} keeps its name and has not ended: it is renewed; quote it anew",
                    reference=held.reference)
    elif has_ended(ctx):
        yield T("the plan of {reference} ended on {end}: quote it anew, with {option}",
                reference=held.reference, end=held.period.end, option=NEW)
    elif changed:
        yield T("the request for {reference} changes the name ({fields}), which is no renewal: "
                "quote it anew, with {option}",
                reference=held.reference, fields=named(changed), option=NEW)


def can_be_compared(held: Held, given: Check, ctx: Situated) -> Text | None:
    """Both files are what they should be."""
    # The library is large, and most runs never check a certificate.
    from resellerdesk_ssl.certificates import Unreadable, read_certificate, read_request

    old = old_certificate(held, given)
    if not old:
        return T("old is missing: give the certificate in use, in PEM, or read it from its server "
                 "first (import --layout certificate HOST:PORT)")
    try:
        read_certificate(old)
    except Unreadable:
        return T("old is no certificate that can be read: give the certificate in use, in PEM")
    try:
        read_request(given.request)
    except Unreadable:
        return T("request is no signed request that can be read: give the new CSR, in PEM")
    return None


def can_renew_itself(held: Held, ctx: Situated) -> Text | None:
    """The plan has the service, its name stays, and its end is not past."""
    if not held.details.auto_renew:
        return T("the plan of {reference} has no auto-renewal service: quote it with +auto to have "
                 "it with the next", reference=held.reference)
    if has_ended(ctx):
        return T("the plan of {reference} ended on {end}: quote {option}",
                 reference=held.reference, end=held.period.end, option=NEW)
    if ctx.renewal.facts.renamed:
        return T("the request for {reference} changes the name ({fields}), which is no renewal: "
                 "quote {option}", reference=held.reference, option=NEW,
                 fields=named(ctx.renewal.facts.renamed))
    return None


def order_id_is_new(held: Held, given: Issue, ctx: Situated) -> Text | None:
    """Only a certificate that was bought anew comes under an order of its own."""
    picked = ctx.renewal.picked
    if not given.order_id or given.order_id == held.reference:
        return None
    if picked is not None and _is_new(picked):
        return None
    return T("{ref} keeps its order ID: only a new certificate comes with another one; "
             "leave order_id out", ref=held.ref)


def waits_for_installation(held: Held, ctx: Situated) -> Text | None:
    """A certificate was issued that nobody has seen on the server yet."""
    if ctx.renewal.facts.installation_pending:
        return None
    return T("{reference} has no certificate that waits for installation",
             reference=held.reference)


def _is_new(picked: Picked) -> bool:
    return picked.option.mode == "new"
