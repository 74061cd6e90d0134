"""quote --language, and what is said of characters that no font prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.typing_in import Typed

CAFE = "software:2368167839"  # Éditions du Vieux-Port, who speak French
HEAD = "customer_id,name,country,currency"


@pytest.mark.parametrize(
    ("language", "label"),
    [("fr", "TVA 20\u00a0%"), ("de", "MwSt. 20\u00a0%"), ("ja", "付加価値税（VAT）20%"),
     ("zh", "增值税 20%"),
     ("en", "VAT 20 %")],
)
def test_a_quote_speaks_the_language_asked_for(typed: Typed, language: str, label: str) -> None:
    quote = typed("quote", CAFE, "--language", language, "--dry-run", "--json").json
    assert (quote["language"], quote["tax"][0]["label"]) == (language, label)


def test_another_is_refused_in_one_line_that_names_those_that_are_known(typed: Typed) -> None:
    assert typed("quote", CAFE, "--language", "tlh").refusal == (
        "quotes are not written in tlh; take one of en, de, fr, ja, zh, or one with a country "
        "such as fr-CA"
    )
    assert typed("quotes", "--json").json == []


def test_a_character_without_a_font_is_named_and_the_quote_is_made(
    typed: Typed, tmp_path: Path
) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(f"{HEAD}\nC-1009,Éditions שלום,FR,EUR\n", "utf-8")
    assert typed("import", file).status == 0
    said = typed("quote", CAFE, "--pdf", tmp_path / "q.pdf", "--json")
    assert said.status == 0
    assert said.json["pdf"] == str(tmp_path / "q.pdf")
    [line] = [line for line in said.err.splitlines() if "no font" in line]
    assert line.startswith("resellerdesk: Q-2026-0001: no font prints ש (U+05E9), ל (U+05DC)")
    again = typed("quotes", "Q-2026-0001", "--pdf", tmp_path / "again.pdf")
    assert line in again.err.splitlines()
    assert line not in again.out


def test_the_line_names_eight_of_many(typed: Typed, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(f"{HEAD}\nC-1009,กขฃคฅฆงจฉชซ,FR,EUR\n", "utf-8")
    typed("import", file)
    assert "จ (U+0E08) and 3 more, a box stands for each" in typed(
        "quote", CAFE, "--pdf", tmp_path / "q.pdf"
    ).err


def test_without_a_pdf_nothing_is_said_of_fonts(typed: Typed, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(f"{HEAD}\nC-1009,Éditions שלום,FR,EUR\n", "utf-8")
    typed("import", file)
    assert "no font" not in typed("quote", CAFE).err
