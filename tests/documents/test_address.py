"""Addresses stand as their country writes them; countries are called by their names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resellerdesk.documents.address import address_lines

from documents.reading import printed, words_of
from documents.samples import CUSTOMER, SELLER, lines, quote


@pytest.mark.parametrize(
    ("country", "parts", "written"),
    [
        ("FR", ("12 quai Perrache", "69002", "Lyon"), ["12 quai Perrache", "69002 Lyon"]),
        ("US", ("41 River St", "02108", "Boston, MA"), ["41 River St", "Boston, MA 02108"]),
        ("GB", ("14 Dock Road", "LS1 4AP", "Leeds"), ["14 Dock Road", "Leeds LS1 4AP"]),
        ("JP", ("千代田区丸の内1-1-1", "100-0005", "東京都"),
         ["〒100-0005", "東京都千代田区丸の内1-1-1"]),
        ("JP", ("1-1-1 Marunouchi", "100-0005", "Tokyo"), ["1-1-1 Marunouchi", "Tokyo 100-0005"]),
        ("CN", ("南京西路88号", "200041", "上海市"), ["200041", "上海市南京西路88号"]),
        ("", ("", "", "Lyon"), ["Lyon"]),
        ("JP", ("", "", "東京都"), ["東京都"]),
        ("FR", ("", "", ""), []),
    ],
)
def test_an_address_is_written_as_in_its_country(
    country: str, parts: tuple[str, str, str], written: list[str]
) -> None:
    assert address_lines(*parts, country) == written


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Belgium"), ("fr", "Belgique"), ("de", "Belgien")],
)
def test_a_customer_abroad_reads_both_countries_by_name(language: str, said: str) -> None:
    view = quote(lines(1), customer=replace(CUSTOMER, country="BE"))
    [page] = printed(view, language).pages
    assert words_of(page, "customer").endswith(said)
    assert "Lyon, Fran" in words_of(page, "seller.address")


def test_at_home_no_country_is_named() -> None:
    [page] = printed(quote(lines(1))).pages
    assert "France" not in words_of(page, "customer") + words_of(page, "seller.address")


def test_a_country_that_nobody_knows_stays_as_it_was_written() -> None:
    view = quote(lines(1), customer=replace(CUSTOMER, country="XX"), seller=SELLER)
    [page] = printed(view).pages
    assert words_of(page, "customer").endswith("XX")
