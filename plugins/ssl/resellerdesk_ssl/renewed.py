"""What a plan is once it is renewed: as it was accepted, under the name that was requested."""

from __future__ import annotations

from resellerdesk.sdk import Picked

from resellerdesk_ssl.accounts import ACCOUNT_TYPES
from resellerdesk_ssl.details import Held, Plan, Situated
from resellerdesk_ssl.fields import DNS_NAMES, ORDERED
from resellerdesk_ssl.options import AUTO, EXPRESS, key_of


def renewed_plan(held: Held, ctx: Situated) -> Plan:
    """Where nothing was accepted, it goes on as it is; where nothing was requested, by its name."""
    changes = _name_requested(held, ctx)
    picked = ctx.renewal.picked
    if picked is not None:
        changes |= _plan_picked(picked)
    return held.details.model_copy(update=changes)


def _name_requested(held: Held, ctx: Situated) -> dict[str, object]:
    rows = {row.field: row.new for row in ctx.renewal.facts.comparison}
    if not rows:
        return {}
    names = tuple(rows[DNS_NAMES].split())
    changes: dict[str, object] = {field: rows.get(field, "") for field in ORDERED}
    # A request may leave the common name to the alternative ones.
    common = rows.get("common_name") or next(iter(names), held.details.common_name)
    return changes | {"common_name": common, "dns_names": names}


def _plan_picked(picked: Picked) -> dict[str, object]:
    """The account type stays where a new certificate was bought: that comes by the one in use."""
    option = picked.option
    changes: dict[str, object] = {
        "plan_years": option.months // 12,
        "express": EXPRESS in picked.addons,
        "auto_renew": AUTO in picked.addons,
    }
    for account in ACCOUNT_TYPES:
        if option.key == key_of(account, option.months):
            changes["account_type"] = account
    return changes
