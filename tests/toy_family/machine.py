"""What is known of a machine, of one renewal of its warranty, and what a desk can set."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel

from resellerdesk.sdk import Context, Entitlement, texts

T = texts("toy_family")
FAMILY, VENDOR = "coffee", "Crema"


class Machine(BaseModel):
    """A machine by its model; spare parts are made until `spares_until` (None: no end is set)."""

    model: str
    cups: int
    spares_until: date | None = None


class Upkeep(BaseModel):
    """What happened on the way to the next year of warranty."""

    descaled_on: date | None = None
    burnt_out: bool = False
    missed_visits: int = 0


class House(BaseModel):
    """From how many machines on a customer gets the barista plan, and how early they may order."""

    fleet_size: int = 3
    window_days: int = 60


Held = Entitlement[Machine]
Situated = Context[Machine, Upkeep, House]
