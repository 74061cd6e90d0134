"""Each entry of a history is tied to the one before."""

from __future__ import annotations

import hashlib

import pytest

from resellerdesk.core.chain import START, link

ENTRY = (7, "2026-11-24T09:00:00+00:00", "marie", "step", '{"to": "quoted"}')


def test_the_hash_is_that_of_what_came_before_and_the_fields() -> None:
    text = '["abc",7,"2026-11-24T09:00:00+00:00","marie","step","{\\"to\\": \\"quoted\\"}"]'
    assert link("abc", ENTRY) == hashlib.sha256(text.encode()).hexdigest()


def test_another_predecessor_or_another_field_gives_another_hash() -> None:
    one = link(START, ENTRY)
    assert link(START, ENTRY) == one
    assert link(one, ENTRY) != one
    for place in range(len(ENTRY)):
        changed = [*ENTRY[:place], "other", *ENTRY[place + 1 :]]
        assert link(START, changed) != one


@pytest.mark.parametrize(("one", "other"), [(("ab", "c"), ("a", "bc")), ((1, 2), ("1", "2")),
                                           (("a",), ("a", ""))])
def test_where_a_field_ends_is_part_of_it(
    one: tuple[str | int, ...], other: tuple[str | int, ...]
) -> None:
    assert link(START, one) != link(START, other)


def test_letters_of_any_script_are_kept() -> None:
    assert link(START, ["Überlingen 株式会社"]) != link(START, ["Uberlingen"])
