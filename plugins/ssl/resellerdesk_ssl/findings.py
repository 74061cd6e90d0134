"""What a rep should know or act on."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Finding, Text, grace_end

from resellerdesk_ssl.details import Held, Progress, Situated
from resellerdesk_ssl.fields import ORDERED, same_serial, same_words, title_of
from resellerdesk_ssl.on_server import common_name_of
from resellerdesk_ssl.states import SCHEDULED
from resellerdesk_ssl.wording import T, listed


def findings_on(held: Held, ctx: Situated) -> Iterator[Finding]:
    facts = ctx.renewal.facts
    if facts.installation_pending:  # until then another certificate is in use
        yield Finding("installation_pending", _to_install(held, facts))
    else:
        yield from _in_use(held, ctx)
    if ctx.renewal.state == SCHEDULED.key and ctx.as_of > grace_end(held.period.end, ctx.policy):
        yield Finding("charge_to_confirm", T(
            "charge to confirm: the plan ended on {end} and no charge is recorded",
            end=held.period.end))
    if facts.charge_failed:
        yield Finding("charge_failed", T(
            "the charge failed: {why}; renew it by hand", why=facts.charge_failed))


def _to_install(held: Held, facts: Progress) -> Text:
    shown = held.details.on_server
    if shown is not None and same_serial(shown.serial, facts.issued_serial):
        return T("certificate {serial} is on {server}: record it with the step install",
                 serial=facts.issued_serial, server=shown.server)
    if not facts.issued_serial:
        return T("the new plan's certificate is not yet installed: record it with the step install")
    return T("certificate {serial} is issued and not yet installed: record it with the step "
             "install", serial=facts.issued_serial)


def _in_use(held: Held, ctx: Situated) -> Iterator[Finding]:
    """What is wrong with the certificate in use."""
    shown = held.details.on_server
    differing = tuple(_differs_from_order(held, ctx))
    if differing:
        yield Finding("name_differs_from_order", T(
            "the certificate's name differs from its order: {fields}", fields=listed(differing)))
    if shown is not None and shown.valid_till < ctx.as_of:
        yield Finding("certificate_ended", T(
            "the certificate on {server} ended on {end}: install the newest of the plan, and read "
            "the server again", server=shown.server, end=shown.valid_till))


def _differs_from_order(held: Held, ctx: Situated) -> Iterator[Text]:
    """Field by field, what the order names and the certificate does not carry: the one that the
    server shows, else the one that was compared."""
    shown, compared = held.details.on_server, ctx.renewal.facts.comparison
    carried = dict(shown.name) if shown is not None else {row.field: row.old for row in compared}
    if shown is not None and "common_name" not in carried:  # newer ones leave it to the others
        carried["common_name"] = common_name_of(shown)
    for field in ORDERED if carried else ():
        ordered, found = getattr(held.details, field), carried.get(field, "")
        if ordered and not same_words(ordered, found):
            yield T("{field} {found} instead of {ordered}", field=title_of(field),
                    found=found or T("missing"), ordered=ordered)
