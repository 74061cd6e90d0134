"""Products: what a SKU is, what it renews as, what its family reads of it (docs/domain.md, 1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Product:
    """A row of the catalogue. `renews_as` empty: the family's own rule decides."""

    vendor: str
    sku: str
    family: str
    title: str
    renews_as: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


class Catalogue:
    """The products of one vendor and family, as a family sees them."""

    def __init__(self, products: Iterable[Product]) -> None:
        self._by_sku = {product.sku: product for product in products}
        self._having: dict[str, tuple[Product, ...]] = {}
        for product in self._by_sku.values():
            for attribute in product.attributes:
                self._having[attribute] = (*self._having.get(attribute, ()), product)

    def product(self, sku: str) -> Product | None:
        return self._by_sku.get(sku)

    def having(self, attribute: str) -> Sequence[Product]:
        """Products that carry the attribute, in catalogue order."""
        return self._having.get(attribute, ())


def catalogues(products: Iterable[Product]) -> dict[tuple[str, str], Catalogue]:
    """Catalogues by (vendor, family); a product given later replaces an earlier one."""
    grouped: dict[tuple[str, str], list[Product]] = {}
    for product in products:
        grouped.setdefault((product.vendor, product.family), []).append(product)
    return {key: Catalogue(group) for key, group in grouped.items()}
