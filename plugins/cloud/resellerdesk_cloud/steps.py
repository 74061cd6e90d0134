"""From due to renewed: by hand with invoices, or charged by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resellerdesk.sdk import Acceptance, Nothing, On, Seen, Step, standard

from resellerdesk_cloud.details import Progress, Settings, Subscription
from resellerdesk_cloud.effects import (
    accepted_by_itself,
    billed,
    cancelled,
    charged,
    consented,
    failed,
    ordered,
    paid,
    renewed,
    seen,
    still_open,
)
from resellerdesk_cloud.forms import Billing, Charge, Consent, Failure, Paying, Renewal
from resellerdesk_cloud.guards import (
    is_in_time,
    is_marked,
    is_new_number,
    is_payable,
    is_settled,
    may_renew_itself,
    number_fits,
)
from resellerdesk_cloud.options import OPT_IN, ORDER
from resellerdesk_cloud.states import (
    CHARGED,
    DUE,
    INVOICED,
    ORDERED,
    PAID,
    QUOTED,
    RENEWED,
    SCHEDULED,
    STATES,
    keys_of,
)
from resellerdesk_cloud.wording import T

_STEPS: Sequence[Step[Subscription, Progress, Settings, Any]] = (
    Step(OPT_IN, T("Record the consent"), keys_of(DUE), SCHEDULED.key, Consent,
         ready=may_renew_itself, effect=consented),
    Step(OPT_IN, T("Accepted, charged by itself"), keys_of(QUOTED), SCHEDULED.key, Acceptance,
         On.ACCEPTED, ready=may_renew_itself, effect=accepted_by_itself),
    Step("cancel_auto", T("Cancel the automatic renewal"), keys_of(SCHEDULED), DUE.key, Nothing,
         effect=cancelled),
    Step("charge", T("Record the charge"), keys_of(SCHEDULED, DUE), CHARGED.key, Charge,
         ready=is_marked, effect=charged),
    Step("charge_failed", T("The charge failed"), keys_of(SCHEDULED), DUE.key, Failure,
         effect=failed),
    Step("quote", T("Quote stored"), keys_of(DUE), QUOTED.key, Nothing, On.QUOTE_STORED),
    Step(ORDER, T("Order"), keys_of(QUOTED), ORDERED.key, Acceptance, On.ACCEPTED,
         ready=is_in_time, effect=ordered),
    Step("invoice", T("Record an invoice"), keys_of(ORDERED, INVOICED), INVOICED.key, Billing,
         guard=is_new_number, effect=billed),
    Step("pay", T("Record a payment"), keys_of(*STATES[:-1]), None, Paying,
         guard=is_payable, effect=paid),
    Step("settle", T("All paid"), keys_of(ORDERED, INVOICED), PAID.key, Nothing, ready=is_settled),
    # What the vendor renews by itself shows a later end before anybody has done anything.
    Step("seen", T("Seen renewed"), keys_of(DUE, QUOTED), RENEWED.key, Seen, On.SEEN_RENEWED,
         ready=is_marked, effect=seen),
    Step("renew", T("Renewed"), keys_of(CHARGED, PAID), RENEWED.key, Renewal,
         guard=number_fits, effect=renewed),
)

WORKFLOW = standard(STATES, _STEPS, carry=still_open)
