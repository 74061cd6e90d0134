"""Comparing the old certificate with the request, as a step (docs/domain.md, section 5.5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import Text
from resellerdesk.translation.translate import Translator

from resellerdesk_ssl.details import Progress

PENDING = Progress(issued_serial="0A:1B", installation_pending=True)


def said(text: Text) -> str:
    return Translator("en").text(text)


@pytest.mark.parametrize("state", ["due", "quoted"])
def test_a_check_records_the_comparison_the_request_and_the_day(
    on_time: Any, file: Any, state: str
) -> None:
    found = on_time.at(state)
    values = {"old": file("old.pem"), "request": file("organisation-changed.csr")}
    assert found.why_not("check", **values) is None
    effect = found.effect("check", **values)
    assert effect.facts.checked_on == date(2026, 11, 24)
    assert effect.facts.renamed == ("organization",)
    assert effect.facts.request == file("organisation-changed.csr").decode("ascii")
    assert [table.key for table in effect.tables] == ["comparison"]


def test_what_a_check_recorded_can_be_stored_and_read_back(renamed: Any) -> None:
    facts = renamed.ctx.renewal.facts
    assert Progress.model_validate(facts.model_dump(mode="json")) == facts


def test_a_later_check_takes_the_place_of_an_earlier_one(renamed: Any) -> None:
    assert renamed.checked("same.csr").ctx.renewal.facts.renamed == ()


@pytest.mark.parametrize(
    ("old", "request_", "word"),
    [("same.csr", "same.csr", "old"), ("old.pem", "old.pem", "request"),
     ("same.csr", "old.pem", "old")],
)
def test_a_check_names_the_file_that_is_not_what_it_should_be(
    on_time: Any, file: Any, old: str, request_: str, word: str
) -> None:
    refusal = on_time.why_not("check", old=file(old), request=file(request_))
    assert said(refusal).startswith(f"{word} is no ")


def test_a_check_says_nothing_against_what_was_recorded_before(on_time: Any, file: Any) -> None:
    facts = on_time.at("due", PENDING).effect(
        "check", old=file("old.pem"), request=file("same.csr")
    ).facts
    assert facts.installation_pending

