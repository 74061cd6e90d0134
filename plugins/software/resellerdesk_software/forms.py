"""What the steps ask for."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, StringConstraints

Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Proof(BaseModel):
    """The renewal ID as the customer reads it from a notification or a quote."""

    renewal_id: Written


class Fulfilment(BaseModel):
    """The vendor's new certificate; licences bought again may have a renewal ID of their own."""

    certificate: Written
    renewal_id: str = ""


class Activation(BaseModel):
    """The day on which the customer activated the new period."""

    date: dt.date
