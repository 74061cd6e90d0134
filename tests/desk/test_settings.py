"""Settings: every one by its dotted name, checked before it is kept."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.settings import dotted, get_setting, list_settings, set_settings


def refusal(desk: Desk, given: Mapping[str, str]) -> str:
    with pytest.raises(Refusal) as caught:
        set_settings(desk, given)
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_all_are_listed_with_their_defaults(empty_desk: Desk) -> None:
    listed = list_settings(empty_desk)
    assert listed["quote.validity_days"] == "30"
    assert listed["reseller.country"] == ""
    assert listed["software.enterprise_days"] == "90, 60, 30"
    assert list(listed) == sorted(listed)
    assert not [name for name in listed if name.startswith("plugin.")]


def test_what_is_set_is_read_again(empty_desk: Desk) -> None:
    set_settings(empty_desk, {"reseller.name": "Atelier", "role.marie": "manager"})
    assert get_setting(empty_desk, "reseller.name") == "Atelier"
    assert list_settings(empty_desk)["role.marie"] == "manager"


def test_an_empty_value_clears_one(empty_desk: Desk) -> None:
    set_settings(empty_desk, {"reseller.country": "FR"})
    set_settings(empty_desk, {"reseller.country": ""})
    assert get_setting(empty_desk, "reseller.country") == ""


def test_a_familys_own_settings_are_among_them(empty_desk: Desk) -> None:
    set_settings(empty_desk, {"software.enterprise_days": "60, 30"})
    assert get_setting(empty_desk, "software.enterprise_days") == "60, 30"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("reseller.nam", "there is no setting reseller.nam; did you mean reseller.name?"),
        ("colour", "there is no setting colour; settings lists them"),
        ("plugin.disabled.software",
         "there is no setting plugin.disabled.software; settings lists them"),
        ("software.enterprise",
         "there is no setting software.enterprise; did you mean software.enterprise_days?"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(
    empty_desk: Desk, name: str, line: str
) -> None:
    assert refusal(empty_desk, {name: "x"}) == line
    with pytest.raises(Refusal) as caught:
        get_setting(empty_desk, name)
    assert str(caught.value) == line


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("reseller.country", "France", "a country code of two capitals, such as FR"),
        ("reseller.accent", "blue", "a colour such as #0B4F79"),
        ("quote.validity_days", "-1", "a whole number of days, such as 30"),
        ("currency.reporting", "euro", "a currency code of three capitals, such as EUR"),
        ("currency.rate.JPY", "0", "a positive number, such as 1.08"),
        ("role.marie", "boss", "rep or manager"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_would(
    empty_desk: Desk, name: str, value: str, wanted: str
) -> None:
    line = refusal(empty_desk, {name: value})
    assert line == f"{name}: {value} does not fit; it wants {wanted}"


def test_a_vat_number_has_its_countrys_check_digits(empty_desk: Desk) -> None:
    number = "FR00000000000"
    given = {"reseller.country": "FR", "reseller.vat_number": number}
    assert refusal(empty_desk, given) == (
        f"reseller.vat_number: {number} fails the check digits of FR"
    )


def test_a_family_says_itself_what_does_not_fit(empty_desk: Desk) -> None:
    line = refusal(empty_desk, {"software.enterprise_days": "soon"})
    assert line.startswith("software.enterprise_days: soon does not fit: enterprise_days: 0: Input")


def test_several_are_set_together_or_not_at_all(empty_desk: Desk) -> None:
    refusal(empty_desk, {"reseller.name": "Atelier", "reseller.country": "France"})
    assert get_setting(empty_desk, "reseller.name") == ""


def test_tables_of_a_toml_file_are_dotted_names() -> None:
    text = """
    [reseller]
    name = "Atelier"
    [quote]
    validity_days = 14
    [currency.rate]
    JPY = 0.0061
    """
    assert dotted(tomllib.loads(text)) == {
        "reseller.name": "Atelier", "quote.validity_days": "14", "currency.rate.JPY": "0.0061",
    }


@pytest.mark.parametrize("value", ["[1, 2]", "2026-11-24"])
def test_a_value_of_another_kind_is_refused_by_name(value: str) -> None:
    with pytest.raises(Refusal, match=r"^reseller\.name: "):
        dotted(tomllib.loads(f"[reseller]\nname = {value}"))
