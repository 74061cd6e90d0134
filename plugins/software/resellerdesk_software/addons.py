"""What can be bought beside the maintenance: a renewal is the moment to adjust coverage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from resellerdesk.sdk import AddOn, Catalogue, Once, Picked, Recurring, Role, Text

from resellerdesk_software.catalogue import addon_skus
from resellerdesk_software.wording import T


@dataclass(frozen=True, slots=True)
class _Sale:
    """How an add-on is sold: `once`, or by the year for the period of its line."""

    title: Text
    kind: str
    role: Role
    once: bool


_SALES: Mapping[str, _Sale] = {
    "premium": _Sale(T("Premium Support"), "support", "support", once=False),
    "education": _Sale(T("Education voucher"), "service", "service", once=True),
    "consulting": _Sale(T("Consulting day"), "service", "service", once=True),
    "cyber": _Sale(T("Cyber Security Services"), "service", "service", once=False),
}


def offered_addons(catalogue: Catalogue) -> tuple[AddOn, ...]:
    """The add-ons that the vendor's catalogue has; each stands once on a quote."""
    skus = addon_skus(catalogue)
    return tuple(
        AddOn(key, sale.title, per_quote=True) for key, sale in _SALES.items() if key in skus
    )


def addon_charges(picked: Picked, catalogue: Catalogue) -> Iterator[Recurring | Once]:
    """The charges for the add-ons picked, always in the same order."""
    skus = addon_skus(catalogue)
    for key, sale in _SALES.items():
        quantity = picked.addons.get(key, 0)
        if not quantity:
            continue
        if sale.once:
            yield Once(key, skus[key], quantity, sale.kind, sale.role, sale.title)
        else:
            yield Recurring(
                key, skus[key], quantity, picked.period, sale.kind, sale.role, sale.title
            )
