"""What the family knows of a plan, of one renewal, and what a desk can set."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from resellerdesk.sdk import Context, Days, Entitlement

AccountType = Literal["", "trust_center", "enterprise_account", "managed_pki"]


class OnServer(BaseModel):
    """The certificate that a server showed; both days included.

    `name` maps the fields of its distinguished name to their values; `pem` is the certificate
    itself.
    """

    model_config = ConfigDict(frozen=True)

    server: str
    serial: str
    valid_from: date
    valid_till: date
    name: dict[str, str]
    dns_names: tuple[str, ...]
    issuer: str
    key: str
    pem: str


class Plan(BaseModel):
    """A plan, and the name that its certificates carry. Empty or None: nobody said so far.

    `valid_from`, `valid_till` and `serial` are those of the certificate in use as the portal or
    whoever installed it says, `on_server` is what its server shows; it may end earlier than the
    plan.
    """

    model_config = ConfigDict(frozen=True)

    common_name: str
    dns_names: tuple[str, ...] = ()
    organization: str = ""
    locality: str = ""
    state: str = ""
    country: str = ""
    account_type: AccountType = ""
    plan_years: int | None = None
    valid_from: date | None = None
    valid_till: date | None = None
    auto_renew: bool = False
    express: bool = False
    serial: str = ""
    on_server: OnServer | None = None

    @property
    def serial_in_use(self) -> str:
        return self.on_server.serial if self.on_server is not None else self.serial

    @property
    def last_day_in_use(self) -> date | None:
        return self.on_server.valid_till if self.on_server is not None else self.valid_till


class Compared(BaseModel):
    """One field of the old certificate beside the same of the request; empty where it has none.

    `renames`: it differs, and makes another name of it.
    """

    model_config = ConfigDict(frozen=True)

    field: str
    old: str
    new: str
    differs: bool
    renames: bool = False


class Progress(BaseModel):
    """What is recorded of one renewal.

    `request` is the request that was compared, in PEM; `charge_failed` why the last charge did
    not go through; `issued_serial`, `issued_on` and `issued_last_day` are of the certificate that
    the renewal before this one brought, which waits to be installed while `installation_pending`.
    """

    model_config = ConfigDict(frozen=True)

    checked_on: date | None = None
    comparison: tuple[Compared, ...] = ()
    request: str = ""
    consent: str = ""
    consent_on: date | None = None
    charge_reference: str = ""
    charged_on: date | None = None
    charge_failed: str = ""
    issued_serial: str = ""
    issued_on: date | None = None
    issued_last_day: date | None = None
    installation_pending: bool = False
    installed_on: date | None = None

    @property
    def renamed(self) -> tuple[str, ...]:
        """The fields of the name that the request changes."""
        return tuple(row.field for row in self.comparison if row.renames)


class Settings(BaseModel):
    """From how many certificates on an account type is recommended; days of reminders."""

    model_config = ConfigDict(frozen=True)

    enterprise_account_from: Annotated[int, Field(ge=1)] = 5
    managed_pki_from: Annotated[int, Field(ge=1)] = 50
    days_before_the_end: Days = (90, 60, 30, 14, 7, 3, 1)
    days_after_the_end: Days = (1,)


Held = Entitlement[Plan]
Situated = Context[Plan, Progress, Settings]
