"""Whether a VAT number passes its country's check digits (docs/domain.md, section 9)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.vat_number import is_valid


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("FR65402002000", "FR"),
        ("FR 65 402 002 000", "FR"),
        ("DE290010961", "DE"),
        ("BE0400127473", "BE"),
        ("GB340058392", "GB"),
        ("EL094259216", "GR"),  # Greece writes EL
        ("51824753556", "AU"),
    ],
)
def test_a_good_number_passes(number: str, country: str) -> None:
    assert is_valid(number, country)


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("FR65402002001", "FR"),
        ("FR66402002000", "FR"),
        ("DE290010962", "DE"),
        ("BE0400127474", "BE"),
        ("GB340058393", "GB"),
        ("51824753557", "AU"),
        ("FR", "FR"),
        ("", "FR"),
        ("not a number", "DE"),
    ],
)
def test_a_mistyped_number_does_not(number: str, country: str) -> None:
    assert not is_valid(number, country)


@pytest.mark.parametrize("country", ["US", "XX", ""])
def test_a_country_without_a_check_refuses_nothing(country: str) -> None:
    assert is_valid("anything", country)


COUNTRIES = st.sampled_from("FR DE BE GB AU JP CN SG US BR GR CH IE".split())
NUMBERS = st.text(max_size=14) | st.text("0123456789ABX", max_size=12)


@given(NUMBERS, COUNTRIES)
def test_whatever_stands_in_a_file_gets_an_answer(number: str, country: str) -> None:
    assert is_valid(number, country) in (True, False)
    assert is_valid(country + number, country) in (True, False)


@given(st.integers(0, 10), st.integers(1, 9))
def test_a_changed_digit_is_noticed(place: int, more: int) -> None:
    digits = "65402002000"
    changed = str((int(digits[place]) + more) % 10)
    assert not is_valid(f"FR{digits[:place]}{changed}{digits[place + 1:]}", "FR")
