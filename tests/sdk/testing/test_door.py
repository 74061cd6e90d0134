"""What an author sees in the terminal: the words of the check, and no traceback into the kit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytest_plugins = "pytester"

SOUND = """
    from resellerdesk.sdk.testing import Conformance
    from toy_family.family import CoffeeFamily

    class TestCoffee(Conformance):
        family = CoffeeFamily()
"""
WRONG = """
    from resellerdesk.sdk.testing import Conformance
    from wrong_families.answers import RunsBelowItsFloor

    class TestCoffee(Conformance):
        family = RunsBelowItsFloor()

    def test_of_another_kind():
        assert 1 == 2
"""
Run = Callable[[str], pytest.RunResult]


@pytest.fixture
def run(pytester: pytest.Pytester) -> Run:
    def run(test: str) -> pytest.RunResult:
        pytester.makepyfile(test)
        others = [f"-pno:{name}" for name in ("asyncio", "cacheprovider", "textual-snapshot")]
        return pytester.runpytest_inprocess("-q", *others)

    return run


def test_a_sound_family_passes(run: Run) -> None:
    outcomes = run(SOUND).parseoutcomes()
    assert set(outcomes) == {"passed"}
    assert outcomes["passed"] > 20


def test_a_check_that_does_not_hold_is_shown_by_its_words_alone(run: Run) -> None:
    result = run(WRONG)
    assert result.parseoutcomes()["failed"] == 2
    shown = result.stdout.str()
    ours, _, others = shown.partition("test_of_another_kind")
    assert "basic-12 runs 3 months, fewer than its floor of 6; raise months, lower floor" in ours
    assert "conformance.py" not in shown
    assert "_holds" not in shown
    assert "assert 1 == 2" in others
