"""The certificate portal's export of orders: one row a plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from resellerdesk.sdk import Cell, Imported, Layout, Rejected, Text, months_later
from resellerdesk.sdk.reading import (
    Unreadable,
    is_blank,
    iso_date,
    one_of,
    plausible_day,
    required,
    text,
    whole_number,
    yes_no,
)

from resellerdesk_ssl.accounts import ACCOUNT_TYPES
from resellerdesk_ssl.details import Plan
from resellerdesk_ssl.policy import FAMILY
from resellerdesk_ssl.wording import T

_LONGEST_PLAN = 10
_BETWEEN_NAMES = re.compile(r"[\s,;]+")
_WORDS = ("organization", "locality", "state", "country", "serial")
_YES_NO = ("auto_renew", "express")


class CertificateOrders(Layout[Plan]):
    """Time stamps in UTC; a plan's end as a date; several DNS names in one cell."""

    key = "ssl-orders"
    family = FAMILY
    headers = frozenset(
        {"order_id", "customer_id", "common_name", "product_name", "sku", "account_type",
         "valid_from", "valid_till", "plan_end"}
    )
    reference_column = "order_id"
    customer_column = "customer_id"

    def row(self, cells: Mapping[str, Cell]) -> Imported[Plan] | Rejected | None:
        if is_blank(cells):
            return None
        valid_from, valid_till = _day(cells, "valid_from"), _day(cells, "valid_till")
        end = _day(cells, "plan_end")
        if valid_till < valid_from:
            return _rejected(cells, "valid_till",
                             T("lies before the start, {start}", start=valid_from))
        if end < valid_from:
            return _rejected(cells, "plan_end",
                             T("lies before the start, {start}", start=valid_from))
        name, product = required(cells, "common_name"), required(cells, "product_name")
        details = _details(cells, name, valid_from, valid_till)
        return Imported(
            required(cells, "order_id"), required(cells, "customer_id"),
            text(cells, "customer_name"), required(cells, "sku"), f"{product}, {name}", 1,
            _start(end, details.plan_years, valid_from), end, details, text(cells, "vendor"),
            text(cells, "program").casefold(),
        )


def _start(end: date, years: int | None, valid_from: date) -> date:
    """The plan's first day. Reissues move the certificate's, and an early renewal's certificate is
    older than its plan; so the years count where they are said."""
    if years is None:
        return valid_from
    return months_later(end + timedelta(days=1), -12 * years)


def _details(cells: Mapping[str, Cell], name: str, valid_from: date, valid_till: date) -> Plan:
    """What the row says. A detail that it does not say stays unset, and so changes nothing."""
    said: dict[str, Any] = {
        "common_name": name, "valid_from": valid_from, "valid_till": valid_till,
        "account_type": one_of(cells, "account_type", {key: key for key in ACCOUNT_TYPES}),
    }
    if names := text(cells, "dns_names"):
        said["dns_names"] = tuple(part for part in _BETWEEN_NAMES.split(names) if part)
    if text(cells, "plan_years"):
        said["plan_years"] = _years(cells)
    said |= {column: word for column in _WORDS if (word := text(cells, column))}
    said |= {column: yes_no(cells, column) for column in _YES_NO if text(cells, column)}
    return Plan.model_validate(said)


def _years(cells: Mapping[str, Cell]) -> int:
    years = whole_number(cells, "plan_years")
    if not 1 <= years <= _LONGEST_PLAN:
        raise Unreadable("plan_years", cells.get("plan_years"),
                         T("is no number of years from 1 to {most}", most=_LONGEST_PLAN))
    return years


def _day(cells: Mapping[str, Cell], column: str) -> date:
    return plausible_day(cells, column, iso_date)


def _rejected(cells: Mapping[str, Cell], column: str, reason: Text) -> Rejected:
    return Rejected(column, text(cells, column), reason)
