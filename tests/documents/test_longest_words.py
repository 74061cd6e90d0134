"""The longest sentences and labels of each language stay in their places on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

import pytest

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.core.fact import Bars, Fact, Table
from resellerdesk.core.text import T, Text, Value, texts
from resellerdesk.translation.translate import Translator, fields_of

from documents.reading import Printed, check_layout, printed, words_of
from documents.samples import AS_OF, CUSTOMER, alternative, line, lines, quote
from translation.ours import DOMAINS, LANGUAGES, entries, home

FOLDERS = {domain: home(domain) / "locale" for domain in DOMAINS if domain != "resellerdesk"}
S = texts("resellerdesk_ssl")
SEPTEMBER = date(2027, 9, 30)  # the longest month in most languages
DAYS = frozenset("day end start last first until".split())
COUNTS = frozenset("n of days months gap rest quantity licensed covered percent rate".split())

COLUMNS = {
    "head.number": T("No."), "head.description": T("Description"), "head.period": T("Period"),
    "head.quantity": T("Qty"), "head.unit_list": T("Unit list"), "head.discount": T("Discount"),
    "head.unit_net": T("Unit net"), "head.amount": T("Amount, {currency}", currency="EUR"),
    "head.issued": S("Issued"), "head.last_day": S("Last day"), "head.days": S("Days"),
    "head.proof": S("New proof of domain control"),
}
SCHEDULE = Table(
    "schedule", S("Certificates for {name} until {end}", name="www.horlogerie.example",
                  end=SEPTEMBER),
    (("issued", S("Issued")), ("last_day", S("Last day")), ("days", S("Days")),
     ("proof", S("New proof of domain control"))),
    ((AS_OF, SEPTEMBER, 200, True), (AS_OF, SEPTEMBER, 84, False)),
    bars=Bars("issued", "last_day", "proof"),
)


def filled(message: str, plural: str, domain: str) -> Text:
    """A message with arguments as long as they come."""
    arguments: dict[str, Value] = {
        field: SEPTEMBER if field in DAYS else 1096 if field in COUNTS else
        "dd2cefb8-23c9-4fea-aefa-af664c2fb124"
        for field in fields_of(message) | fields_of(plural)
    }
    count = next((field for field in arguments if field in COUNTS), "") if plural else ""
    return Text(message, arguments, plural, count, "" if domain == "resellerdesk" else domain)


def longest(language: str, how_many: int, at_most: int = 1000) -> list[Text]:
    """The longest messages of each domain in that language, up to so many characters."""
    found = []
    for domain in DOMAINS:
        known = [entry for entry in entries(language, domain)
                 if max(map(len, entry.forms)) <= at_most]
        known.sort(key=lambda entry: max(map(len, entry.forms)))
        found += [
            filled(entry.english[0], "".join(entry.english[1:]), domain)
            for entry in known[-how_many:]
        ]
    return found


def wordy(language: str) -> CustomerView:
    """A quote that says the longest of everything that is said on it."""
    titles = longest(language, 3, at_most=24)
    facts = tuple(Fact(f"f{n}", title, "4471882000") for n, title in enumerate(titles))
    described = [
        line(n, description=text, facts=facts[n : n + 6])
        for n, text in enumerate(longest(language, 2, at_most=80))
    ]
    sentences = longest(language, 6)
    return quote(
        described, revision=12, tables=(SCHEDULE,), notes=tuple(sentences),
        lapse=tuple(sentences[::2]), customer=replace(CUSTOMER, payment_days=365),
        valid_reason=T("the price of {sku} is valid until that day", sku="SEP-ESS-REN-36M"),
        alternatives=tuple(
            alternative(f"a{n}", title, lines(3))
            for n, title in enumerate(longest(language, 1, at_most=60))
        ),
    )


@pytest.fixture(scope="module", params=LANGUAGES)
def wordiest(request: pytest.FixtureRequest) -> Printed:
    return printed(wordy(request.param), request.param, FOLDERS)


def test_every_word_lies_in_its_box_and_none_over_another(wordiest: Printed) -> None:
    check_layout(wordiest)


def test_no_label_of_a_column_is_cut_within_a_word(wordiest: Printed) -> None:
    heads = dict(heads_of(wordiest))
    assert heads.keys() >= COLUMNS.keys()
    for part, label in COLUMNS.items():
        said = wordiest.press.say(label)
        between = "" if wordiest.press.translator.language in ("ja", "zh") else " "
        assert between.join(heads[part]) == said, part
        assert len(heads[part]) <= (1 if len(said) < 6 else 3), (part, heads[part])


def heads_of(quoted: Printed) -> Iterator[tuple[str, list[str]]]:
    """Each column's label as it is broken into lines."""
    for page in quoted.pages:
        for part, boxes in groupby(page.boxes(), key=lambda box: box.part):
            if part.startswith("head."):
                yield part, [box.words for box in boxes]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_of_the_place_to_sign_leaves_room_to_write(language: str) -> None:
    quoted = printed(quote(lines(1)), language)
    labels = [box for page in quoted.pages for box in page.boxes()
              if box.part == "acceptance.label"]
    assert len(labels) == 6  # none takes two lines
    fields = [field for page in quoted.pages for placed in page.placed
              for field in placed.block.fields if field.kind == "text"]
    assert len(fields) == 5
    assert all(field.h >= 12 for field in fields)


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_words_at_the_head_of_a_page_are_never_shortened(language: str) -> None:
    view = quote(lines(60), revision=12)
    quoted = printed(view, language)
    title = Translator(language).text(T("Renewal quote {number}", number=T(
        "{number}, revision {revision}", number=view.number, revision=12)))
    for page in quoted.pages[1:]:
        assert words_of(page, "running.title") == " ".join(title.split())
        assert "…" not in words_of(page, "running")
