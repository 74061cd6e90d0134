"""What the steps ask for."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, StringConstraints

Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Confirmation(BaseModel):
    """The serial number of a unit in use; or of many, as a customer lists them, set apart by
    commas, semicolons or space: so one list confirms a whole site."""

    serial: Written

    @property
    def serials(self) -> frozenset[str]:
        """The serial numbers, in one case."""
        return frozenset(part.casefold() for part in re.split(r"[,;\s]+", self.serial) if part)


class Inspection(BaseModel):
    """What the inspection of a lapsed unit found."""

    result: Written


class Cover(BaseModel):
    """The vendor's number of the contract that covers the unit from now on."""

    contract: Written
