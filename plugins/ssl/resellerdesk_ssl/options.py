"""The ways to go on: a plan of one of the account types, or a new certificate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from resellerdesk.sdk import AddOn, Option, Situation, Text

from resellerdesk_ssl.accounts import ACCOUNT_TYPES, TRUST_CENTER, suited_account
from resellerdesk_ssl.details import AccountType, Held, Situated
from resellerdesk_ssl.wording import T

NEW = "new-12"
EXPRESS, AUTO = "express", "auto"
USUAL_MONTHS = 12
_TERMS = (USUAL_MONTHS, 24, 36)
_WINDOW = timedelta(days=90)
_DAY = timedelta(days=1)

ADDONS = (
    AddOn(EXPRESS, T("Express renewal: no new request while name and key stay valid")),
    AddOn(AUTO, T("Auto-renewal service")),
)


def options_for(held: Held, ctx: Situated) -> Sequence[Option]:
    """A plan that suits the number of certificates is recommended, for 12 months; what cannot be
    renewed leaves a new certificate."""
    if has_ended(ctx) or ctx.renewal.facts.renamed:
        return (_new(held, ctx.as_of),)
    suited = suited_account(held, ctx)
    return tuple(
        _plan(held, account, months, suited) for account in ACCOUNT_TYPES for months in _TERMS
    )


def has_ended(ctx: Situated) -> bool:
    """Whether its end is past, with the grace that a policy may give."""
    return ctx.situation in (Situation.LAPSED, Situation.GONE)


def opening_day(held: Held) -> date:
    """The first day on which a plan can be renewed."""
    return held.period.end - _WINDOW


def key_of(account: AccountType, months: int) -> str:
    """`trust-center-12`"""
    return f"{account.replace('_', '-')}-{months}"


def _plan(held: Held, account: AccountType, months: int, suited: AccountType) -> Option:
    usual = months == USUAL_MONTHS
    return Option(
        key=key_of(account, months),
        title=_title(account, months),
        start=held.period.end + _DAY,
        months=months,
        quantity=held.quantity,
        quantity_fixed=account == TRUST_CENTER,  # there they are bought one at a time
        aligns=False,  # plans are sold in whole years
        addons=ADDONS,
        current=usual and account == held.details.account_type,
        recommended=usual and account == suited,
        opens=opening_day(held),
    )


def _title(account: AccountType, months: int) -> Text:
    match account:
        case "trust_center":
            return T("Trust Center, {months} months", months=months)
        case "enterprise_account":
            return T("Trust Center Enterprise Account, {months} months", months=months)
        case _:
            return T("Managed PKI for SSL, {months} months", months=months)


def _new(held: Held, as_of: date) -> Option:
    return Option(
        key=NEW,
        title=T("New certificate, {months} months", months=USUAL_MONTHS),
        mode="new",
        start=as_of,
        months=USUAL_MONTHS,
        quantity=held.quantity,
        aligns=False,
        recommended=True,
    )
