"""What the family knows of an entitlement, of one renewal, and what a desk can set."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from resellerdesk.sdk import Context, Days, Entitlement

Segment = Literal["", "small_business", "enterprise"]


class Software(BaseModel):
    """Maintenance on licences. Empty or None: the export does not say.

    `licensed` counts the licences held, of which the entitlement's quantity is covered.
    """

    model_config = ConfigDict(frozen=True)

    licensed: Annotated[int, Field(ge=0)]
    segment: Segment = ""
    certificate: str = ""
    support_level: str = ""
    in_use: bool | None = None
    country: str = ""


class Progress(BaseModel):
    """What is recorded of one renewal.

    `renewal_id` is the proof of ownership that the customer gave, `verified_on` its day;
    `activation_pending`: the customer has not yet activated the period that runs.
    """

    model_config = ConfigDict(frozen=True)

    notified_on: date | None = None
    renewal_id: str = ""
    verified_on: date | None = None
    ordered_on: date | None = None
    activation_pending: bool = False
    activated_on: date | None = None

    @property
    def verified(self) -> bool:
        return self.verified_on is not None


class Reminders(BaseModel):
    """On which days somebody is reminded, counted in days before or after the end."""

    model_config = ConfigDict(frozen=True)

    small_business_days: Days = (120, 90, 60, 30, 7)
    enterprise_days: Days = (90, 60, 30)
    days_after_the_end: Days = (1, 5, 30)


Held = Entitlement[Software]
Situated = Context[Software, Progress, Reminders]
