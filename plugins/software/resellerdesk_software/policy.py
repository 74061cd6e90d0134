"""The rules that the vendor publishes; a row of the desk replaces or joins them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from resellerdesk.sdk import Policy, PolicyRow

VENDOR = "Symantec"
FAMILY = "software"
EVERYWHERE = "*"
_ALWAYS = date(1970, 1, 1)

REINSTATEMENT_PERCENT = "20"
REPURCHASE_AFTER_DAYS = 730

_TEAMS = {
    "EMEA": "EMEA_renewals@symantec.com",
    "AMS": "AMS_renewals@symantec.com",
    "JP": "JP_renewals@symantec.com",
    "CN": "CN_renewals@symantec.com",
    "APJ": "SG_renewals@symantec.com",
}


def _row(region: str, name: str, effective: date, value: str) -> PolicyRow:
    return PolicyRow(VENDOR, FAMILY, region, name, effective, value)


POLICY = (
    _row(EVERYWHERE, "grace_days", _ALWAYS, "30"),
    _row(EVERYWHERE, "grace_days", date(2016, 5, 9), "0"),
    _row("JP", "grace_days", _ALWAYS, "30"),
    _row("JP", "grace_days", date(2016, 10, 3), "0"),
    *(_row(region, "renewals_team", _ALWAYS, team) for region, team in _TEAMS.items()),
)


def reinstatement_percent(policy: Policy) -> Decimal:
    """How much of the back maintenance a late customer pays as a fee, in percent."""
    return Decimal(policy.value("reinstatement_percent") or REINSTATEMENT_PERCENT)


def repurchase_after_days(policy: Policy) -> int:
    """How many days after its end maintenance can still be reinstated."""
    return policy.days("repurchase_after_days", REPURCHASE_AFTER_DAYS)
