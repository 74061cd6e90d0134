"""Two documents of one quote: what differs first, and what a later version may say otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from resellerdesk.translation.data_difference import figures_json, first_difference, known_then
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import quote_json

from translation.test_view_json import FRENCH, VIEW

OURS: dict[str, Any] = {"total": "12.00", "lines": [{"amount": "5.00"}, {"amount": "7.00"}]}


@pytest.mark.parametrize(
    ("theirs", "found"),
    [
        (OURS, None),
        ({**OURS, "more": 1}, None),
        ({**OURS, "total": "12.01"}, ("total", "12.00", "12.01")),
        ({"total": "12.00"}, ("lines", "2", "")),
        ({**OURS, "lines": [{"amount": "5.00"}]}, ("lines", "2", "1")),
        ({**OURS, "lines": [{"amount": "5.00"}, {"amount": None}]}, ("lines 2 amount", "7.00", "")),
        ({**OURS, "lines": "none"}, ("lines", "2", "none")),
        ([], ("", "2", "0")),
    ],
)
def test_the_first_difference_is_named(theirs: Any, found: tuple[str, str, str] | None) -> None:
    assert first_difference(OURS, theirs) == found


def test_a_quote_in_another_language_has_the_same_figures() -> None:
    figures = figures_json(VIEW)
    for language in ("fr", "de", "en"):
        assert first_difference(figures, quote_json(VIEW, Translator(language))) is None
    assert first_difference(figures, {**quote_json(VIEW, FRENCH), "total": "1.00"}) is not None


def test_figures_and_references_count_and_words_do_not() -> None:
    figures = figures_json(VIEW)
    assert figures["number"] == "Q-2026-0001"
    assert figures["lines"][0]["amount"] == "3465.00"
    assert figures["lines"][0]["facts"] == {"seats": 25}
    assert figures["tables"]["schedule"][0]["fee"] == "12.50"
    assert not {"notes", "valid_reason"} & figures.keys()


def test_what_an_earlier_version_did_not_hold_is_no_difference_but_a_total_is() -> None:
    theirs = quote_json(VIEW, FRENCH)
    del theirs["tables"], theirs["lines"][0]["facts"]
    assert first_difference(known_then(figures_json(VIEW), theirs), theirs) is None
    del theirs["total"]
    found = first_difference(known_then(figures_json(VIEW), theirs), theirs)
    assert found is not None
    assert found.what == "total"
