"""The rules that the vendor publishes; a row of the desk replaces or joins them."""

from __future__ import annotations

from datetime import date

from resellerdesk.sdk import PolicyRow

VENDOR = "Symantec"
FAMILY = "cloud"
EVERYWHERE = "*"
_ALWAYS = date(1970, 1, 1)

_TEAMS = {
    "EMEA": "EMEA_renewals@symantec.com",
    "AMS": "AMS_renewals@symantec.com",
    "JP": "JP_renewals@symantec.com",
    "CN": "CN_renewals@symantec.com",
    "APJ": "SG_renewals@symantec.com",
}

POLICY = (
    # Access is lost on the day after the end: from then on it is a new subscription.
    PolicyRow(VENDOR, FAMILY, EVERYWHERE, "repurchase_after_days", _ALWAYS, "0"),
    *(
        PolicyRow(VENDOR, FAMILY, region, "renewals_team", _ALWAYS, team)
        for region, team in _TEAMS.items()
    ),
)
