"""The rules that the vendor publishes; a row of the desk replaces or joins them."""

from __future__ import annotations

from datetime import date

from resellerdesk.sdk import PolicyRow

VENDOR = "Symantec"
FAMILY = "ssl"
EVERYWHERE = "*"
MAX_CERTIFICATE_DAYS = "max_certificate_days"
_ALWAYS = date(1970, 1, 1)

_TEAMS = {
    "EMEA": "EMEA_renewals@symantec.com",
    "AMS": "AMS_renewals@symantec.com",
    "JP": "JP_renewals@symantec.com",
    "CN": "CN_renewals@symantec.com",
    "APJ": "SG_renewals@symantec.com",
}


def _row(region: str, name: str, value: str) -> PolicyRow:
    return PolicyRow(VENDOR, FAMILY, region, name, _ALWAYS, value)


# Without days to repurchase, a plan is gone on the day after its end.
POLICY = (
    _row(EVERYWHERE, "repurchase_after_days", "0"),
    *(_row(region, "renewals_team", team) for region, team in _TEAMS.items()),
)
