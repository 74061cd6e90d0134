"""What a customer reads, of host and plugins, is there in every language that we promise."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from resellerdesk.core.letter import BODY, FIELDS
from resellerdesk.documents.fonts import widths_of

from translation.ours import DOMAINS, LANGUAGES, Entry, catalogue, entries, sources, tool

TO_MEND = "python tools/messages.py --help says how a catalogue is brought up to date"
NAMES_OF_PRODUCTS = {
    "Trust Center", "Trust Center Enterprise Account", "Managed PKI for SSL",
    "Trust Center, {months} months", "Cyber Security Services",
}
NOTHING_BUT_ARGUMENTS = {"{day}", "{number}", "{option}: {title}", "{title}: {value}",
                         "{said}, {more}", "{said}; {more}", "{first} – {last}"}
SAME = {
    "de": {"Option {letter}", "Segment", "Domain", "Organisation"},
    "fr": {"Option {letter}", "Segment", "Organisation"},
    "ja": {"No."},
    "zh": set[str](),
}
"""Words that a language shares with English."""


def told(wrong: Iterable[object]) -> str:
    return "\n".join([TO_MEND, *map(str, wrong)])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_no_message_is_left_in_english(domain: str, language: str) -> None:
    there = {entry.english: entry for entry in entries(language, domain)}
    missing = []
    for message in tool().messages_in(sources(domain)):
        entry = there.get((message.message, message.plural) if message.plural
                          else (message.message,))
        if entry is None or not all(entry.forms):
            missing.append(f"{message.place}: {message.message!r} has no {language}")
    assert not missing, told(missing)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_no_translation_is_left_of_a_message_that_is_gone(domain: str, language: str) -> None:
    said = {message.message for message in tool().messages_in(sources(domain))}
    gone = [entry for entry in entries(language, domain) if entry.english[0] not in said]
    assert not gone, told(gone)


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_code_has_no_message_that_no_catalogue_can_serve(domain: str) -> None:
    assert tool().faults_in(sources(domain)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_form_has_the_fields_of_its_message(language: str) -> None:
    differ = [entry for entry in entries(language) if not _same_fields(entry)]
    assert not differ, told(differ)


def _same_fields(entry: Entry) -> bool:
    fields_of = tool().fields_of
    wanted = {field for form in entry.english for field in fields_of(form)}
    if entry.english[0] == BODY.message:  # whom a letter greets by name differs by language
        return all(wanted <= fields_of(form) <= set(FIELDS) for form in entry.forms)
    return all(fields_of(form) == wanted for form in entry.forms if form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_with_a_plural_has_every_form_of_its_language(language: str) -> None:
    wrong = [
        entry for entry in entries(language)
        if len(entry.forms) != (
            catalogue(entry.domain, language).num_plurals if len(entry.english) > 1 else 1
        )
    ]
    assert not wrong, told(wrong)


@pytest.mark.parametrize(
    ("language", "rule"),
    [("de", "(n != 1)"), ("fr", "(n > 1)"), ("ja", "0"), ("zh", "0")],
)
@pytest.mark.parametrize("domain", DOMAINS)
def test_plurals_go_by_the_languages_own_rule(domain: str, language: str, rule: str) -> None:
    assert catalogue(domain, language).plural_expr == rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_translated_by_the_english_itself_unless_both_say_so(language: str) -> None:
    allowed = NAMES_OF_PRODUCTS | NOTHING_BUT_ARGUMENTS | SAME[language]
    same = [
        entry for entry in entries(language)
        if entry.english[0] not in allowed and set(entry.english) & set(entry.forms)
    ]
    assert not same, told(same)
    needed = {form for entry in entries(language) for form in set(entry.english) & set(entry.forms)}
    assert SAME[language] - needed == set()


WRONG_SIGNS = {
    # French sets a no-break space before a colon and its kin, and curls its apostrophes.
    "fr": re.compile(r"[^\u00a0\u202f\dA-Z][:;!?»%]|«[^\u00a0\u202f]|'|\w\.\.\."),
    # German has a no-break space before its percent sign and its own quotation marks.
    "de": re.compile(r"[^\u00a0]%|'|\"|\w\.\.\."),
    # Far Eastern sentences have their own wide signs, unless what stands before is Western.
    "ja": re.compile(r"[\u3040-\u9fff}][.,;:?!()]|[()][\u3040-\u9fff]| %"),
    "zh": re.compile(r"[\u4e00-\u9fff}][.,;:?!()]|[()][\u4e00-\u9fff]| %|[\u3040-\u30ff]"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_and_spaces_are_set_as_the_language_sets_them(language: str) -> None:
    wrong = [entry for entry in entries(language)
             for form in entry.forms if WRONG_SIGNS[language].search(form)]
    assert not wrong, told(wrong)


@pytest.mark.parametrize(
    ("language", "font"),
    [("de", ""), ("fr", ""), ("ja", "NotoSansJP-Regular"), ("zh", "NotoSansSC-Regular")],
)
def test_the_fonts_of_its_own_script_print_each_character(language: str, font: str) -> None:
    """A Japanese quote has Japanese shapes throughout, a Chinese one Chinese."""
    prints = widths_of("SourceSans3-Regular").keys() | (widths_of(font).keys() if font else ())
    said = {char for entry in entries(language) for form in entry.forms for char in form}
    assert said - prints - {"\n"} == set()


@pytest.mark.parametrize(
    ("language", "message", "words"),
    [
        ("fr", "Reverse charge: VAT is due by the customer. VAT numbers: {seller}, {customer}.",
         "Autoliquidation"),
        ("fr", "Outside the scope of VAT; local taxes may be due.",
         "TVA non applicable, art. 259-1 du CGI"),
        ("de", "Reverse charge: VAT is due by the customer. VAT numbers: {seller}, {customer}.",
         "Steuerschuldnerschaft des Leistungsempfängers"),
        ("fr", "VAT {rate} %", "TVA {rate}\u00a0%"),
        ("de", "VAT {rate} %", "MwSt. {rate}\u00a0%"),
        ("ja", "Consumption tax {rate} %", "消費税"),
        ("zh", "VAT {rate} %", "增值税"),
    ],
)
def test_tax_is_named_as_the_law_names_it(language: str, message: str, words: str) -> None:
    [entry] = [one for one in entries(language) if one.english == (message,)]
    assert words in entry.forms[0]
