"""Where a renewal stands, as an event stores it."""

from __future__ import annotations

import json

import pytest

from resellerdesk.core.phase import Phase
from resellerdesk.core.standing import Standing

from core.building import day

FULL = Standing(
    "ordered", Phase.ORDERED, {"verified_on": "2026-11-24", "units": 5}, day("2026-11-24"),
    "O-2026-0001", "aiko", day("2026-12-01"), "ask for the certificate",
)


@pytest.mark.parametrize("standing", [FULL, Standing("due", Phase.OPEN)])
def test_what_is_stored_is_read_back_equal(standing: Standing) -> None:
    stored = json.dumps(standing.as_json())
    assert Standing.from_json(json.loads(stored)) == standing


def test_the_stored_form_is_plain() -> None:
    assert FULL.as_json() == {
        "state": "ordered", "phase": "ordered",
        "facts": {"verified_on": "2026-11-24", "units": 5}, "ordered_on": "2026-11-24",
        "order_number": "O-2026-0001", "owner": "aiko", "follow_on": "2026-12-01",
        "follow_text": "ask for the certificate",
    }
