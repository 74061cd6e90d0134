"""What a rep should know: coverage, use after the end, activation; and what `show` says."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Fact, Finding, Text, Value

from resellerdesk_software.catalogue import renewal_sku
from resellerdesk_software.details import Held, Segment, Situated
from resellerdesk_software.wording import T

_SEGMENTS: dict[Segment, Text] = {
    "": T("not said"),
    "small_business": T("small business"),
    "enterprise": T("enterprise"),
}


def findings_on(held: Held, ctx: Situated) -> Iterator[Finding]:
    details = held.details
    uncovered = details.licensed - held.quantity
    if uncovered > 0:
        yield Finding(
            "uncovered_licences",
            T(
                "{covered} of {licensed} licensed units are covered; {rest} is not",
                plural="{covered} of {licensed} licensed units are covered; {rest} are not",
                count="rest", rest=uncovered, covered=held.quantity, licensed=details.licensed,
            ),
        )
    if details.in_use and ctx.as_of > held.period.end:
        yield Finding(
            "in_use_after_end",
            T("ended on {end} and is still marked as in use", end=held.period.end),
        )
    if ctx.renewal.facts.activation_pending:
        yield Finding(
            "activation_pending",
            T("the customer has not activated the period since {start}", start=held.period.start),
        )


def facts_on(held: Held, ctx: Situated) -> Iterator[Fact]:
    """What `show` says besides the common columns; all of it the reseller's own."""
    details, facts = held.details, ctx.renewal.facts
    yield _own("segment", T("Segment"), _SEGMENTS[details.segment])
    yield _own("certificate", T("Certificate"), details.certificate)
    yield _own("licensed", T("Licensed units"), details.licensed)
    yield _own("support_level", T("Support level"), details.support_level)
    yield _own("in_use", T("In use"), details.in_use)
    yield _own("renews_as", T("Renews as"), renewal_sku(held.sku, ctx.catalogue))
    yield _own("verified_on", T("Ownership verified"), facts.verified_on or T("not yet"))
    if facts.activation_pending or facts.activated_on is not None:
        yield _own("activated_on", T("Activated"), facts.activated_on or T("not yet"))


def _own(key: str, title: Text, value: Value) -> Fact:
    return Fact(key, title, value, internal=True)
