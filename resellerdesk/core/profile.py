"""The desk's settings by their dotted names, typed (docs/settings.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from resellerdesk.core.letter import FIELDS, unknown_field
from resellerdesk.core.party import Seller
from resellerdesk.core.validity import DEFAULT_DAYS


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, what it does, its default, and which form its value has."""

    name: str
    about: str
    default: str = ""
    form: str = "text"


HOST_SETTINGS = (
    Setting("reseller.name", "the reseller's name, as on the letterhead"),
    Setting("reseller.street", "street and number"),
    Setting("reseller.postal_code", "postal code"),
    Setting("reseller.city", "city"),
    Setting("reseller.country", "country (ISO code): decides the tax on quotes", form="country"),
    Setting("reseller.vat_number", "VAT number"),
    Setting("reseller.legal_line", "legal line in a quote's footer"),
    Setting("reseller.contact", "who the customer may ask"),
    Setting("reseller.phone", "that person's telephone"),
    Setting("reseller.email", "where a signed quote goes"),
    Setting("reseller.terms", "terms of payment, where a customer has none of their own"),
    Setting("reseller.conditions", "general terms that hold, or where they are found"),
    Setting("reseller.logo", "logo on quotes (a PNG or SVG file, kept by its hash)",
            form="picture"),
    Setting("reseller.accent", "accent colour of quotes, such as #0B4F79", "#0B4F79", "colour"),
    Setting("quote.validity_days", "how many days a quote is valid at most",
            str(DEFAULT_DAYS), "days"),
    Setting("vendor.default", "whose products a file describes that names no vendor"),
    Setting("mail.from", "the address that quotes are sent from (reseller.email if not set)"),
    Setting("smtp.host", "the mail server that send --send uses"),
    Setting("smtp.port", "its port", "587", "port"),
    Setting("smtp.security", "how the connection is made safe", "starttls", "security"),
    Setting("smtp.user", "login at the mail server; none if not set"),
    Setting("smtp.password_file", "file that holds that login's password", form="file"),
    Setting("smtp.trusted", "certificate authority of the mail server, as a PEM file",
            form="file"),
    Setting("currency.reporting", "currency of sums across currencies", form="currency"),
    Setting("tui.theme", "colours of the desk in the terminal", "terminal", "theme"),
)

PREFIXES = (
    Setting("role.", "role of a login name: rep or manager", form="role"),
    Setting("mail.subject.", "subject of the message with a quote in a language",
            form="template"),
    Setting("mail.body.", "text of the message with a quote in a language", form="template"),
    Setting("tui.theme.", "the same for a login name", form="theme"),
    Setting("keys.", "keys of an action in the terminal, in place of its own", form="keys"),
    Setting("currency.rate.", "reporting currency for one unit of that currency", form="number"),
)

_KEY = (
    r"(\^[defgklnoprtuvwxy]|F([1-9]|1[0-2])|enter|esc|tab|space|up|down|left|right|pgup|pgdn|home"
    r"|end|del|ins|[!-~])"
)
"""A key that terminals hand on and can tell from every other."""

_FORMS: Mapping[str, tuple[str, str]] = {
    "country": (r"[A-Z]{2}", "a country code of two capitals, such as FR"),
    "currency": (r"[A-Z]{3}", "a currency code of three capitals, such as EUR"),
    "colour": (r"#[0-9A-Fa-f]{6}", "a colour such as #0B4F79"),
    "days": (r"\d{1,4}", "a whole number of days, such as 30"),
    "picture": (r".+", "the path of a PNG or SVG file"),
    "theme": (r"terminal|light|dark|contrast", "terminal, light, dark or contrast"),
    "keys": (
        rf"{_KEY}( {_KEY})*",
        ("keys as the page on keys writes them, such as f or ^k F5; terminals keep ^a ^b ^c ^h ^i "
         "^j ^m ^q ^s ^z for themselves"),
    ),
    "role": (r"rep|manager", "rep or manager"),
    "port": (r"[1-9]\d{0,4}", "the number of a port, such as 587"),
    "security": (r"starttls|tls|none", "starttls, tls or none"),
    "file": (r".+", "the path of a file, such as /etc/resellerdesk/smtp"),
}


def find_setting(name: str) -> Setting | None:
    """The host's setting of that name, also one of a prefix such as `role.marie`."""
    for setting in HOST_SETTINGS:
        if setting.name == name:
            return setting
    for prefix in PREFIXES:
        if name.startswith(prefix.name) and len(name) > len(prefix.name):
            return prefix
    return None


def is_picture(name: str) -> bool:
    """Whether a setting's value is a file, read when it is set."""
    setting = find_setting(name)
    return setting is not None and setting.form == "picture"


def what_would_work(setting: Setting, value: str) -> str | None:
    """What a value has to look like where it does not fit; None where it fits."""
    if setting.form == "number":
        try:
            number = Decimal(value)
        except InvalidOperation:
            number = Decimal(0)
        positive = number.is_finite() and number > 0
        return None if positive else "a positive number, such as 1.08"
    if setting.form == "template":
        wrong = unknown_field(value)
        return None if wrong is None else (
            f"no {wrong}, but " + " ".join(f"{{{name}}}" for name in FIELDS))
    if setting.form not in _FORMS or (value == "" and setting.default == ""):
        return None
    pattern, example = _FORMS[setting.form]
    return None if re.fullmatch(pattern, value) else example


@dataclass(frozen=True, slots=True)
class Profile:
    """All settings as stored; those not stored have their defaults."""

    values: Mapping[str, str]

    def get(self, name: str) -> str:
        setting = find_setting(name)
        return self.values.get(name, setting.default if setting else "")

    @property
    def seller(self) -> Seller:
        fields = Seller.__dataclass_fields__
        return Seller(**{name: self.get(f"reseller.{name}") for name in fields})

    @property
    def validity_days(self) -> int:
        return int(self.get("quote.validity_days"))
