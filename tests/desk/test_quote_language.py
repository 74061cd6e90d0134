"""Which language a quote is written in, and what is said where that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from resellerdesk.core.quote import Quote
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote, price_quote
from resellerdesk.desk.revising import revise

from desk.exports import customer, licence
from desk.quay import AS_OF, Quay


def priced(quay: Quay, speaks: str, asked: str = "") -> Quote:
    """A quote for a customer who speaks that language."""
    quay.take_in(customer("C-1", "Café du Port", language=speaks), name="customers.csv")
    quay.take_in(licence())
    return price_quote(quay.desk, QuoteRequest(("R-1",), language=asked), AS_OF).quote


@pytest.mark.parametrize(
    ("speaks", "asked", "written"),
    [
        ("", "", "en"), ("fr", "", "fr"), ("FR_ca", "", "fr-CA"), ("de", "ja", "ja"),
        ("ja", "ZH", "zh"), ("fr", "en-US", "en-US"), ("es", "de", "de"),
        ("zh-CN", "", "zh-Hans-CN"),
    ],
)
def test_the_one_asked_for_else_the_customers_else_english(
    quay: Quay, speaks: str, asked: str, written: str
) -> None:
    quote = priced(quay, speaks, asked)
    assert quote.language == written
    assert "speaks" not in " ".join(str(point.text) for point in quote.open_points)


@pytest.mark.parametrize(
    "asked", ["es", "xx", "french", "fr-XX", "zh-TW", "../../etc", "日本語", "[b]fr[/b]", "f" * 300]
)
def test_one_that_quotes_are_not_written_in_is_refused_with_those_that_are(
    quay: Quay, asked: str
) -> None:
    with pytest.raises(Refusal) as refused:
        priced(quay, "fr", asked)
    assert str(refused.value) == (
        f"quotes are not written in {asked}; take one of en, de, fr, ja, zh, or one with a "
        "country such as fr-CA"
    )


def test_a_revision_is_refused_for_it_too(quay: Quay) -> None:
    quay.take_in(licence())
    made = make_quote(quay.desk, QuoteRequest(("R-1",), language="de"), AS_OF)
    assert made.number is not None
    with pytest.raises(Refusal, match="quotes are not written in tlh"):
        revise(quay.desk, made.number, QuoteRequest((), language="tlh"), AS_OF)
    again = revise(quay.desk, made.number, QuoteRequest(()), date(2026, 11, 25))
    assert again.numbered.quote.language == "de"


@pytest.mark.parametrize("speaks", ["es", "zh-TW", "pt-BR"])
def test_english_stands_in_for_a_language_without_words_of_ours_and_that_is_said(
    quay: Quay, speaks: str
) -> None:
    quote = priced(quay, speaks)
    assert quote.language == "en"
    [said] = [str(point.text) for point in quote.open_points if not point.ref]
    assert said.startswith("Café du Port speaks ")
    assert said.endswith("this one is in English; --language takes one of en, de, fr, ja, zh")
