"""What the tests of a plugin use; no running desk imports it, and it needs no pytest itself."""

from resellerdesk.sdk.testing.broken import Broken
from resellerdesk.sdk.testing.by_type import Around
from resellerdesk.sdk.testing.case import Case, Refused
from resellerdesk.sdk.testing.conformance import Conformance
from resellerdesk.sdk.testing.prices import bill, price, price_list, price_row
from resellerdesk.sdk.testing.registering import Registering
from resellerdesk.sdk.testing.situating import (
    entitlement,
    from_export,
    held_as,
    policy_of,
    situate,
)
from resellerdesk.sdk.testing.values import NoValue, instances, plainest, step_values, typed

__all__ = [
    "Around",
    "Broken",
    "Case",
    "Conformance",
    "NoValue",
    "Refused",
    "Registering",
    "bill",
    "entitlement",
    "from_export",
    "held_as",
    "instances",
    "plainest",
    "policy_of",
    "price",
    "price_list",
    "price_row",
    "situate",
    "step_values",
    "typed",
]
