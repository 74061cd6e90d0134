"""Fills a desk with the sample data, as a reseller in France would."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import as_file, files

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.import_report import FileReport
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.settings import set_settings

PROFILE = {
    "reseller.name": "Atelier Numérique",
    "reseller.street": "12 quai Perrache",
    "reseller.postal_code": "69002",
    "reseller.city": "Lyon",
    "reseller.country": "FR",
    "reseller.vat_number": "FR83404833048",
    "reseller.legal_line": "Atelier Numérique SARL, capital 80 000 €, RCS Lyon 404 833 048",
    "reseller.contact": "Camille Rousseau",
    "reseller.phone": "+33 4 72 00 00 42",
    "reseller.conditions": "Conditions générales de vente : atelier-numerique.example/cgv",
    "reseller.email": "renouvellements@atelier-numerique.example",
    "vendor.default": "Symantec",
    "currency.reporting": "EUR",
}


def fill(desk: Desk) -> Sequence[FileReport]:
    """Sets the profile and imports every sample file; what lies in folders is for later steps."""
    with as_file(files("resellerdesk.demo") / "samples") as folder:
        set_settings(desk, {**PROFILE, "reseller.logo": str(folder / "brand" / "logo.svg")})
        exports = [path for path in folder.iterdir() if path.is_file() and path.name[0] != "."]
        return import_files(desk, sorted(exports))
