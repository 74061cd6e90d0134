"""The three ways in which certificates are bought, and which of them suits a customer."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Entitlement, Text, grace_end

from resellerdesk_ssl.details import AccountType, Held, Plan, Situated
from resellerdesk_ssl.wording import T

TRUST_CENTER: AccountType = "trust_center"
ENTERPRISE_ACCOUNT: AccountType = "enterprise_account"
MANAGED_PKI: AccountType = "managed_pki"
ACCOUNT_TYPES = (TRUST_CENTER, ENTERPRISE_ACCOUNT, MANAGED_PKI)

_TITLES: dict[AccountType, Text] = {
    "": T("not said"),
    TRUST_CENTER: T("Trust Center"),
    ENTERPRISE_ACCOUNT: T("Trust Center Enterprise Account"),
    MANAGED_PKI: T("Managed PKI for SSL"),
}


def title_of_account(account: AccountType) -> Text:
    """The vendor's name of an account type."""
    return _TITLES[account]


def suited_account(held: Held, ctx: Situated) -> AccountType:
    """The account type for as many certificates as the customer holds; the limits are settings."""
    count = certificates_held(held, ctx)
    if count >= ctx.settings.managed_pki_from:
        return MANAGED_PKI
    if count >= ctx.settings.enterprise_account_from:
        return ENTERPRISE_ACCOUNT
    return TRUST_CENTER


def certificates_held(held: Held, ctx: Situated) -> int:
    """How many certificates the customer holds: this one, and open plans not past their end."""
    return held.quantity + sum(other.quantity for other in _others(held, ctx))


def _others(held: Held, ctx: Situated) -> Iterator[Entitlement[Plan]]:
    for holding in ctx.holdings:
        other = holding.entitlement
        if other.reference == held.reference or holding.phase.is_closed:
            continue
        if grace_end(other.period.end, ctx.policy) >= ctx.as_of:
            yield other
