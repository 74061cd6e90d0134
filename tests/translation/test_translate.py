"""A message and its arguments become words of one language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from resellerdesk.core.money import Money
from resellerdesk.core.text import T, Text, texts
from resellerdesk.translation.translate import Translator

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals={plurals};\\n"\n'
)
TWO, THREE = "2; plural=(n > 1)", (
    "3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"
)
C = texts("coffee")  # a plugin's own messages

Coffee = Callable[..., Translator]


@pytest.fixture
def coffee(tmp_path: Path) -> Coffee:
    """A Translator with the catalogue of a plugin, as its translator wrote it."""

    def make(entries: str, language: str = "fr", plurals: str = TWO) -> Translator:
        file = tmp_path / language / "LC_MESSAGES" / "coffee.po"
        file.parent.mkdir(parents=True)
        file.write_text(HEADER.format(plurals=plurals) + entries, encoding="utf-8")
        return Translator(language, {"coffee": tmp_path})

    return make


def test_a_name_from_outside_stays_as_it_is() -> None:
    assert Translator("fr").text("{yes} & VAT {rate} %") == "{yes} & VAT {rate} %"


def test_arguments_are_written_by_their_type() -> None:
    text = T(
        "{who}: {open} of {n} open since {day} ({share} %, {paid}, {sure}){nothing}",
        who="Müller", open=Money(123450, "EUR"), n=1096, day=date(2026, 11, 24),
        share=Decimal("7.50"), paid=T("not given"), sure=True, nothing=None,
    )
    assert Translator("en").text(text) == (
        "Müller: €1,234.50 of 1,096 open since 24 November 2026 (7.5 %, not given, yes)"
    )


def test_a_text_within_a_text_is_translated_too() -> None:
    years = Text("{n} year", {"n": 2}, plural="{n} years", count="n")
    text = T("{price} a year: {years} + {rest}", price=Money(12000, "EUR"), years=years,
             rest=T("{n} of {of} days", n=91, of=366))
    assert Translator("fr").text(text) == (
        "120,00\u00a0€ par an\u00a0: 2 ans + 91 sur 366 jours"
    )
    assert Translator("de").text(text) == (
        "120,00\u00a0€ pro Jahr: 2 Jahre + 91 von 366 Tagen"
    )


def test_braces_in_an_argument_stay(coffee: Coffee) -> None:
    translator = coffee('msgid "for {who}"\nmsgstr "pour {who}"\n')
    assert translator.text(C("for {who}", who="{who} {0} {{x}} {")) == "pour {who} {0} {{x}} {"


def test_a_doubled_brace_in_a_message_is_a_brace() -> None:
    assert Translator("en").text(T("write {{name}} for {name}", name="x")) == "write {name} for x"


@pytest.mark.parametrize(
    ("language", "n", "written"),
    [("en", 0, "0 years"), ("en", 1, "1 year"), ("en", -1, "-1 year"), ("fr", 0, "0 an"),
     ("fr", 2, "2 ans"), ("de", 0, "0 Jahre"), ("de", 1, "1 Jahr"), ("ja", 2, "2年"),
     ("en", Decimal("1.0"), "1 year"), ("en", Decimal("1.5"), "1.5 years")],
)
def test_plurals_follow_the_language(language: str, n: int | Decimal, written: str) -> None:
    years = Text("{n} year", {"n": n}, plural="{n} years", count="n")
    assert Translator(language).text(years) == written


@pytest.mark.parametrize(("n", "written"), [(1, "1 kawa"), (3, "3 kawy"), (5, "5 kaw")])
def test_a_catalogue_brings_its_own_rule_of_plurals(coffee: Coffee, n: int, written: str) -> None:
    entries = 'msgid "{n} cup"\nmsgid_plural "{n} cups"\n' + "".join(
        f'msgstr[{form}] "{{n}} {word}"\n' for form, word in enumerate(["kawa", "kawy", "kaw"])
    )
    translator = coffee(entries, language="pl", plurals=THREE)
    assert translator.text(C("{n} cup", plural="{n} cups", count="n", n=n)) == written


def test_a_translation_with_an_unknown_field_gives_way_to_the_english(coffee: Coffee) -> None:
    translator = coffee('msgid "for {who}"\nmsgstr "pour {qui}"\n')
    assert translator.text(C("for {who}", who="Marie")) == "for Marie"


def test_a_field_reaches_no_further_than_its_argument(coffee: Coffee) -> None:
    translator = coffee('msgid "for {who}"\nmsgstr "pour {who.__class__} {who!r:>99}"\n')
    assert translator.text(C("for {who}", who="Marie")) == "pour {who.__class__} {who!r:>99}"


@pytest.mark.parametrize("language", ["en", "fr", "tlh"])
def test_a_missing_argument_shows_its_name(language: str) -> None:
    assert Translator(language).text(T("{reference} ends that day")) == "{reference} ends that day"
    assert Translator(language).text(Text("{n} year", plural="{n} years", count="n")) == "{n} years"


@pytest.mark.parametrize("message", ["", "nobody has translated this {x}"])
def test_what_is_not_translated_is_english(message: str) -> None:
    assert Translator("fr").text(T(message, x="yet")) == message.replace("{x}", "yet")


def test_a_domain_that_is_not_installed_is_english() -> None:
    assert Translator("fr").text(C("VAT {rate} %", rate=20)) == "VAT 20 %"


def test_a_plugin_cannot_take_the_host_s_words(tmp_path: Path) -> None:
    translator = Translator("fr", {"resellerdesk": tmp_path})
    assert translator.text(T("VAT {rate} %", rate=Decimal(20))) == "TVA 20\u00a0%"


def test_facts_and_cells_are_written_by_their_type() -> None:
    translator = Translator("de")
    values = (None, "x", True, False, Money(5, "EUR"), date(2027, 1, 1), 1000, T("not given"))
    assert [translator.value(value) for value in values] == [
        "", "x", "ja", "nein", "0,05\u00a0€", "1. Januar 2027", "1.000", "nicht angegeben"
    ]
