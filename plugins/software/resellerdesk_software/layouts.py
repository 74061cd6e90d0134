"""The vendor's licence portal, in French and in English: one row a renewal ID."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from resellerdesk.sdk import Cell, Imported, Layout, Rejected, Text
from resellerdesk.sdk.reading import required, text

from resellerdesk_software.details import Software
from resellerdesk_software.policy import FAMILY
from resellerdesk_software.portal import (
    ENGLISH,
    FRENCH,
    Portal,
    read_count,
    read_day,
    read_in_use,
    read_segment,
)
from resellerdesk_software.wording import T


class LicenceExport(Layout[Software]):
    """Reads rows of the portal in one of its languages."""

    family = FAMILY
    portal: ClassVar[Portal]

    def row(self, cells: Mapping[str, Cell]) -> Imported[Software] | Rejected | None:
        at = self.portal
        reference, customer = text(cells, at.reference), text(cells, at.customer)
        sku, description = text(cells, at.sku), text(cells, at.description)
        if not (reference and customer and sku and description):
            return _incomplete(cells, at)
        start = read_day(at, at.start, cells.get(at.start))
        end = read_day(at, at.end, cells.get(at.end))
        if end < start:
            return _rejected(cells, at.end, T("lies before the start, {start}", start=start))
        covered = read_count(at.covered, cells.get(at.covered))
        if not covered:
            return _rejected(cells, at.covered, T("leaves nothing to renew; 1 is the least"))
        return Imported(
            reference, customer, text(cells, at.customer_name), sku, description, covered,
            start, end, _details(cells, at), text(cells, at.vendor),
            text(cells, at.program).casefold(),
        )


def _incomplete(cells: Mapping[str, Cell], at: Portal) -> Rejected | None:
    """Blank or a line of totals is no row: nobody's, of no product, for no days."""
    anybody = (at.reference, at.customer, at.sku, at.start, at.end)
    if not any(text(cells, column) for column in anybody):
        return None
    for column in (at.reference, at.customer, at.sku, at.description):
        required(cells, column)
    raise AssertionError("asked only where one of them is empty")


def _rejected(cells: Mapping[str, Cell], column: str, reason: Text) -> Rejected:
    return Rejected(column, text(cells, column), reason)


def _details(cells: Mapping[str, Cell], at: Portal) -> Software:
    """What the row says. A detail that it does not say stays unset, and so changes nothing."""
    said: dict[str, Any] = {"licensed": read_count(at.licensed, cells.get(at.licensed))}
    if certificate := text(cells, at.certificate):
        said["certificate"] = certificate
    if support_level := text(cells, at.support_level):
        said["support_level"] = support_level
    if country := text(cells, at.country):
        said["country"] = country
    if segment := read_segment(at, cells.get(at.segment)):
        said["segment"] = segment
    in_use = read_in_use(at, cells.get(at.in_use))
    if in_use is not None:
        said["in_use"] = in_use
    return Software.model_validate(said)


class FrenchCertificates(LicenceExport):
    """The portal's `Certificats` export."""

    key = "software-certificats"
    portal = FRENCH
    headers = FRENCH.needed
    reference_column = FRENCH.reference
    customer_column = FRENCH.customer


class EnglishLicences(LicenceExport):
    """The same export in English."""

    key = "software-licenses"
    portal = ENGLISH
    headers = ENGLISH.needed
    reference_column = ENGLISH.reference
    customer_column = ENGLISH.customer
