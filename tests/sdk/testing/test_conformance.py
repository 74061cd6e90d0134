"""Each family with one thing wrong fails the check that is meant for it, and passes all others."""

from __future__ import annotations

import re
from typing import Any

import pytest

from resellerdesk.sdk.testing import Broken, Conformance, entitlement

from toy_family.family import CoffeeFamily
from wrong_families import CHECK
from wrong_families.shipping import NamesAStateThatThereIsNot, NeedsASetting

CHECKS = [name for name in vars(Conformance) if name.startswith("test_")]


def failing(family: Any) -> dict[str, str]:
    """What each check that does not hold says, by its name."""
    held = [entitlement(family, reference="BREW-01", quantity=2)]
    kit = type("TestIt", (Conformance,), {"family": family, "entitlements": held})()
    found = {}
    for name in CHECKS:
        try:
            getattr(kit, name)()
        except Broken as broken:
            found[name.removeprefix("test_")] = str(broken)
    return found


def test_a_sound_family_passes_every_check() -> None:
    assert len(CHECKS) > 20
    assert failing(CoffeeFamily()) == {}


@pytest.mark.parametrize(("wrong", "check"), CHECK.items(), ids=lambda one: getattr(
    one, "__name__", str(one)))
def test_one_wrong_thing_fails_one_check(wrong: Any, check: str) -> None:
    said = failing(wrong())
    assert list(said) == [check], said
    first, *lines = said[check].splitlines()
    assert first.startswith("coffee: ")
    assert lines
    assert all("; " in line or line.startswith("  ... and ") for line in lines), said


def test_what_cannot_be_asked_at_all_says_what_is_missing() -> None:
    for made, said in (
        ({}, "TestIt names no family; set family = MyFamily()"),
        ({"family": CoffeeFamily(), "entitlements": []}, "coffee: entitlements are none; name"),
        ({"family": NamesAStateThatThereIsNot()},
         "cannot be asked: step descale names a state brewing that there is not"),
        ({"family": NeedsASetting()}, "NeedsASetting cannot be asked: 1 validation error"),
    ):
        kit = type("TestIt", (Conformance,), made)
        with pytest.raises(Broken, match=re.escape(said)):
            kit().test_nothing_raises()


def test_each_wrong_family_has_a_check_and_each_check_a_wrong_family() -> None:
    assert set(CHECK.values()) == {name.removeprefix("test_") for name in CHECKS}
