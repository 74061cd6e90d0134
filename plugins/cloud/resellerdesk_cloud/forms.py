"""What the steps ask for."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from resellerdesk.sdk import Amount

Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Positive = Annotated[Amount, Field(gt=Decimal(0))]


class Consent(BaseModel):
    """How the customer agreed to be charged without further action."""

    consent: Written


class Charge(BaseModel):
    """What the vendor's confirmation says."""

    reference: Written
    date: dt.date


class Failure(BaseModel):
    """Why a charge did not go through."""

    reason: Written


class Renewal(BaseModel):
    """What was bought anew may have a subscription ID of its own."""

    subscription_id: Annotated[str, StringConstraints(strip_whitespace=True)] = ""


class Billing(BaseModel):
    """An invoice of the vendor."""

    number: Written
    amount: Positive


class Paying(BaseModel):
    """Money that came in for an invoice, whole or in part."""

    number: Written
    amount: Positive
    date: dt.date
