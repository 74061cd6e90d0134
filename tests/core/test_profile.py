"""The desk's settings by their dotted names, typed."""

from __future__ import annotations

import re

import pytest

from resellerdesk.core.party import Seller
from resellerdesk.core.profile import HOST_SETTINGS, Profile, find_setting, what_would_work


def works(name: str, value: str) -> bool:
    setting = find_setting(name)
    assert setting is not None
    return what_would_work(setting, value) is None


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("reseller.name", "Smith & Co <b>", None),
        ("reseller.country", "FR", "fr"),
        ("reseller.country", "", "France"),
        ("reseller.accent", "#0B4F79", "blue"),
        ("reseller.accent", "#0b4f79", "#0B4F7"),
        ("quote.validity_days", "30", "a month"),
        ("quote.validity_days", "0", "-1"),
        ("quote.validity_days", "9999", "10000"),
        ("quote.validity_days", "14", ""),
        ("currency.reporting", "EUR", "euro"),
        ("currency.rate.USD", "0.92", "0"),
        ("currency.rate.USD", "1", "-1.08"),
        ("currency.rate.JPY", "0.0061", "1,08"),
        ("currency.rate.JPY", "0.0061", "NaN"),
        ("currency.rate.JPY", "0.0061", "Infinity"),
        ("role.marie", "manager", "boss"),
        ("role.marie", "rep", "Rep"),
    ],
)
def test_a_value_has_to_have_the_form_of_its_setting(name: str, good: str, bad: str | None) -> None:
    assert works(name, good)
    assert bad is None or not works(name, bad)


def test_what_would_work_is_an_example() -> None:
    setting = find_setting("reseller.country")
    assert setting is not None
    assert what_would_work(setting, "France") == "a country code of two capitals, such as FR"


@pytest.mark.parametrize("name", ["role.", "currency.rate.", "reseller", "nothing.at.all", ""])
def test_an_unknown_name_is_no_setting(name: str) -> None:
    assert find_setting(name) is None


def test_every_setting_says_what_it_does_and_has_a_default_that_fits() -> None:
    for setting in HOST_SETTINGS:
        assert re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", setting.name)
        assert setting.about
        assert what_would_work(setting, setting.default) is None
    assert len({setting.name for setting in HOST_SETTINGS}) == len(HOST_SETTINGS)


def test_what_a_quote_keeps_of_the_reseller_can_be_set() -> None:
    values = {f"reseller.{field}": f"my {field}" for field in Seller.__dataclass_fields__}
    assert all(find_setting(name) for name in values)
    seller = Profile(values).seller
    assert seller == Seller(**{field: f"my {field}" for field in Seller.__dataclass_fields__})


def test_what_is_not_stored_has_its_default() -> None:
    profile = Profile({})
    assert profile.validity_days == 30
    assert profile.seller == Seller(accent="#0B4F79")
    assert profile.get("vendor.default") == ""
    assert Profile({"quote.validity_days": "14"}).validity_days == 14


def test_a_role_is_found_by_its_login_name() -> None:
    profile = Profile({"role.marie": "manager"})
    assert (profile.get("role.marie"), profile.get("role.jonas")) == ("manager", "")
