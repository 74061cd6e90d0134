"""What the family knows of an entitlement, of one renewal, and what a desk can set."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from resellerdesk.sdk import Context, Days, Entitlement


class Hardware(BaseModel):
    """Support of one unit. Empty or None: the export does not say.

    `end_of_support` is the last day on which the vendor supports the model at all;
    `required_level` is what the customer's own contract asks for, in its words.
    """

    model_config = ConfigDict(frozen=True)

    model: str
    service_level: str = ""
    contract: str = ""
    end_of_support: date | None = None
    shipped_on: date | None = None
    required_level: str = ""
    in_use: bool | None = None


class Progress(BaseModel):
    """What is recorded of one renewal: the day on which the customer confirmed that the unit is
    in use, and of a lapsed one the day and result of its inspection."""

    model_config = ConfigDict(frozen=True)

    confirmed_on: date | None = None
    inspected_on: date | None = None
    inspection_result: str = ""


class Reminders(BaseModel):
    """On which days the owner is reminded, counted in days before or after the end, and how many
    days ahead the end of support life is near."""

    model_config = ConfigDict(frozen=True)

    days_before_the_end: Days = (120, 90, 60, 30)
    days_after_the_end: Days = (1,)
    end_of_support_days: Annotated[int, Field(ge=0, le=9999)] = 365


Held = Entitlement[Hardware]
Situated = Context[Hardware, Progress, Reminders]
