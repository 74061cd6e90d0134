"""Products, as a family sees them (docs/domain.md, section 1)."""

from __future__ import annotations

from dataclasses import replace

from resellerdesk.core.catalogue import Catalogue, Product, catalogues

PREMIUM = Product("Acme", "PREMIUM", "any", "Premium", attributes={"addon": "premium"})
EDUCATION = Product("Acme", "EDU", "any", "Education", attributes={"addon": "education"})
MAINT = Product("Acme", "X-NEW", "any", "Maintenance", renews_as="X-REN")


def test_a_product_is_found_by_its_sku() -> None:
    catalogue = Catalogue([PREMIUM, MAINT])
    assert catalogue.product("X-NEW") == MAINT
    assert catalogue.product("X-REN") is None


def test_products_with_an_attribute_come_in_catalogue_order() -> None:
    assert list(Catalogue([PREMIUM, MAINT, EDUCATION]).having("addon")) == [PREMIUM, EDUCATION]
    assert not Catalogue([MAINT]).having("addon")


def test_an_imported_row_overrides_a_shipped_one() -> None:
    mine = replace(MAINT, title="Upkeep")
    found = catalogues([MAINT, PREMIUM, mine])["Acme", "any"]
    assert found.product("X-NEW") == mine
    assert found.product("PREMIUM") == PREMIUM


def test_a_catalogue_holds_one_vendor_and_one_family() -> None:
    other_vendor, other_family = replace(MAINT, vendor="Kestrel"), replace(MAINT, family="other")
    found = catalogues([MAINT, other_vendor, other_family])
    assert set(found) == {("Acme", "any"), ("Kestrel", "any"), ("Acme", "other")}
    assert found["Kestrel", "any"].product("X-NEW") == other_vendor
