"""What the steps ask for."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, StringConstraints

from resellerdesk.sdk import File

Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Check(BaseModel):
    """The certificate in use (PEM), unless its server was read; the request for the next (CSR)."""

    old: File | None = None
    request: File


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


class Issue(BaseModel):
    """The certificate that was issued; one that was bought anew may have an order ID of its own."""

    serial: Written
    last_day: dt.date
    order_id: str = ""


class Installation(BaseModel):
    """The serial number that the server shows now."""

    serial: Written
