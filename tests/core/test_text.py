"""A sentence that waits for its language, and its stored form."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from resellerdesk.core.fact import Fact, Finding, Table
from resellerdesk.core.money import Money
from resellerdesk.core.text import T, Text, each_once, texts

from core.building import day

PLAIN: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.builds(Money, st.integers(), st.sampled_from(["EUR", "JPY"])),
)
NAMES = st.text(min_size=1, max_size=8)
TEXTS = st.recursive(
    st.builds(Text, st.text(), st.dictionaries(NAMES, PLAIN, max_size=4), st.text(), st.text()),
    lambda inner: st.builds(
        Text, st.text(), st.dictionaries(NAMES, PLAIN | inner, max_size=3), domain=st.text()
    ),
    max_leaves=4,
)


def types_in(text: Text) -> list[type]:
    """The types of all arguments; equality alone takes 1, True and Decimal(1) for one."""
    found = []
    for value in text.args.values():
        found += [type(value), *(types_in(value) if isinstance(value, Text) else [])]
    return found


@given(TEXTS)
def test_a_text_comes_back_from_json_as_it_was(text: Text) -> None:
    back = Text.from_json(json.loads(json.dumps(text.as_json())))
    assert back == text
    assert types_in(back) == types_in(text)


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("2026-11-24", "2026-11-24"),
        (date(2026, 11, 24), {"date": "2026-11-24"}),
        (Decimal("7.50"), {"decimal": "7.50"}),
        (Money(92694, "JPY"), {"money": [92694, "JPY"]}),
        (T("now"), {"text": {"message": "now"}}),
        (25, 25),
        (True, True),
        (None, None),
    ],
)
def test_what_json_does_not_know_carries_a_tag(value: Any, stored: Any) -> None:
    assert T("{it}", it=value).as_json() == {"message": "{it}", "args": {"it": stored}}


def test_only_what_a_text_has_is_stored() -> None:
    text = Text("{n} day", {"n": 3}, plural="{n} days", count="n", domain="resellerdesk_toy")
    assert text.as_json() == {
        "message": "{n} day", "args": {"n": 3}, "plural": "{n} days", "count": "n",
        "domain": "resellerdesk_toy",
    }
    assert T("Plain").as_json() == {"message": "Plain"}


def test_an_unknown_tag_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown tag colour"):
        Text.from_json({"message": "{it}", "args": {"it": {"colour": "red"}}})


def test_a_plugins_texts_name_its_catalogue() -> None:
    toy = texts("resellerdesk_toy")
    assert toy("{n} cup", plural="{n} cups", count="n", n=2) == Text(
        "{n} cup", {"n": 2}, "{n} cups", "n", "resellerdesk_toy"
    )
    assert T("Quote").domain == ""


def test_what_was_said_is_not_said_again() -> None:
    one, other = T("ends {on}", on=day("2026-11-24")), T("ends {on}", on=day("2026-11-25"))
    assert each_once([one, other, T("ends {on}", on=day("2026-11-24")), other]) == (one, other)


SAID = T(
    "{what} until {on}, {price} less {off} %", what=T("Support until {on}", on=day("2027-09-30")),
    on=day("2027-09-30"), price=Money(33913, "EUR"), off=Decimal("7.5"),
)


@pytest.mark.parametrize(
    "record",
    [
        Fact("until", T("Until"), SAID),
        Fact("until", SAID, day("2027-09-30")),
        Table("tiers", T("Tiers"), (("off", T("Off")),), ((Decimal("7.5"),), (SAID,))),
        Table("tiers", T("Tiers"), (("off", SAID),), ()),
        Finding("cut", SAID),
    ],
)
def test_a_stored_record_brings_back_every_argument_in_its_type(record: Any) -> None:
    form: TypeAdapter[Any] = TypeAdapter(type(record))
    assert form.validate_json(form.dump_json(record)) == record
