"""From due to issued: by an order, or charged by the auto-renewal service."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resellerdesk.sdk import Acceptance, Nothing, On, Step, standard

from resellerdesk_ssl.details import Plan, Progress, Settings
from resellerdesk_ssl.effects import (
    charged,
    checked,
    consented,
    failed,
    installed,
    issued,
    ordered,
    to_install,
    withdrawn,
)
from resellerdesk_ssl.forms import Charge, Check, Consent, Failure, Installation, Issue
from resellerdesk_ssl.guards import (
    can_be_compared,
    can_be_ordered,
    can_renew_itself,
    order_id_is_new,
    waits_for_installation,
)
from resellerdesk_ssl.states import (
    DUE,
    ISSUED,
    ORDERED,
    QUOTED,
    SCHEDULED,
    STATES,
    VALIDATED,
    keys_of,
)
from resellerdesk_ssl.wording import T

_STEPS: Sequence[Step[Plan, Progress, Settings, Any]] = (
    Step("check", T("Compare certificate and request"), keys_of(DUE, QUOTED), None, Check,
         guard=can_be_compared, effect=checked),
    Step("quote", T("Quote stored"), keys_of(DUE), QUOTED.key, Nothing, On.QUOTE_STORED),
    Step("order", T("Order"), keys_of(QUOTED), ORDERED.key, Acceptance, On.ACCEPTED,
         ready=can_be_ordered, effect=ordered),
    Step("opt_in", T("Record the consent to be charged"), keys_of(DUE), SCHEDULED.key, Consent,
         ready=can_renew_itself, effect=consented),
    Step("cancel_auto", T("Cancel the automatic renewal"), keys_of(SCHEDULED), DUE.key, Nothing,
         effect=withdrawn),
    Step("charge", T("Record the charge"), keys_of(SCHEDULED), VALIDATED.key, Charge,
         effect=charged),
    Step("charge_failed", T("The charge failed"), keys_of(SCHEDULED), DUE.key, Failure,
         effect=failed),
    Step("validate", T("Record the validation"), keys_of(ORDERED), VALIDATED.key, Nothing),
    Step("issue", T("Record the certificate issued"), keys_of(VALIDATED), ISSUED.key, Issue,
         guard=order_id_is_new, effect=issued),
    # Of the renewal that the last one opened: it goes on whatever became of the installation.
    Step("install", T("Record the certificate installed"), keys_of(*STATES), None, Installation,
         ready=waits_for_installation, effect=installed),
)

WORKFLOW = standard(STATES, _STEPS, carry=to_install)
