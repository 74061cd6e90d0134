"""The one way into a plugin: whatever it does, the desk goes on."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.extensions.fault import Faulted, PluginFault, Where
from resellerdesk.extensions.guard import Guard
from resellerdesk.translation.translate import Translator

COFFEE = Where("coffee", "1.0", "options", "coffee:BREW-01")
OTHER = Where("tea", "1.0", "options")


def fault(guard: Guard, function: Callable[[], Any], where: Where = COFFEE) -> PluginFault:
    with pytest.raises(Faulted) as caught:
        guard.call(where, function)
    return caught.value.fault


def raising(error: BaseException) -> Callable[[], NoReturn]:
    def function() -> NoReturn:
        raise error

    return function


def test_what_a_plugin_returns_comes_back() -> None:
    assert Guard().call(COFFEE, lambda cups, sugar: cups + sugar, 2, 3) == 5


@pytest.mark.parametrize(
    "error",
    [ValueError("bad"), SystemExit("bad"), KeyboardInterrupt("bad"), GeneratorExit("bad"),
     RecursionError("bad"), StopIteration("bad"), type("Own", (BaseException,), {})("bad")],
)
def test_whatever_it_raises_is_one_line_and_a_trace(error: BaseException) -> None:
    found = fault(Guard(), raising(error))
    assert Translator("en").text(found.text) == (
        f"plugin coffee 1.0 failed in options on coffee:BREW-01: {type(error).__name__}: bad"
    )
    assert "in raising" not in found.error
    assert 'raise error' in found.trace


def test_a_rule_of_the_host_stays_a_refusal() -> None:
    with pytest.raises(Refusal, match="no day is left"):
        Guard().call(COFFEE, raising(Refusal(T("no day is left"))))


def test_of_a_long_message_the_first_line_is_shown() -> None:
    found = fault(Guard(), raising(ValueError("x" * 1000 + "\nsecond line")))
    assert len(found.error) <= 300
    assert "second" not in found.error


class TestResults:
    def test_a_generator_is_consumed_inside(self) -> None:
        def late() -> Iterator[int]:
            yield 1
            raise ValueError("late")

        with pytest.raises(Faulted) as caught:
            Guard().several(COFFEE, int, late)
        assert caught.value.fault.error == "ValueError: late"

    def test_each_of_several_has_the_type_wanted(self) -> None:
        assert Guard().several(COFFEE, int, lambda: [1, 2]) == (1, 2)
        with pytest.raises(Faulted) as caught:
            Guard().several(COFFEE, (int, float), lambda: [1, "two"])
        assert caught.value.fault.error == "returned str; int or float is wanted"

    def test_one_has_the_type_wanted(self) -> None:
        assert Guard().one(COFFEE, int, lambda: 1) == 1
        with pytest.raises(Faulted) as caught:
            Guard().one(COFFEE, int, lambda: None)
        assert caught.value.fault.error == "returned NoneType; int is wanted"

    def test_nothing_is_fine_where_it_may_be(self) -> None:
        assert Guard().optional(COFFEE, int, lambda: None) is None
        assert Guard().optional(COFFEE, int, lambda: 1) == 1
        with pytest.raises(Faulted):
            Guard().optional(COFFEE, int, lambda: "one")


class TestHanging:
    @pytest.fixture
    def gate(self) -> Iterator[threading.Event]:
        """What a call hangs at until the example is over."""
        gate = threading.Event()
        yield gate
        gate.set()

    def test_a_call_without_an_answer_is_abandoned_and_named(self, gate: threading.Event) -> None:
        assert fault(Guard(0.05), gate.wait).error == (
            "no answer within 0.05 seconds; set aside until the next start"
        )

    def test_its_plugin_is_not_called_again_and_others_are(self, gate: threading.Event) -> None:
        guard, asked = Guard(0.05), []
        first = fault(guard, gate.wait)
        assert fault(guard, lambda: asked.append("coffee")) is first
        assert guard.call(OTHER, lambda: "tea") == "tea"
        assert asked == []
        assert list(guard.stuck) == ["coffee"]

    def test_a_late_answer_is_nobody_elses(self, gate: threading.Event) -> None:
        guard, done = Guard(0.05), threading.Event()

        def late() -> str:
            gate.wait()
            done.set()
            return "late"

        fault(guard, late)
        gate.set()
        done.wait()
        assert guard.call(OTHER, lambda: "tea") == "tea"

    def test_nor_is_the_answer_to_a_call_that_the_user_interrupted(
        self, gate: threading.Event
    ) -> None:
        guard, done = Guard(), threading.Event()

        def interrupted() -> str:
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
            gate.wait()
            done.set()
            return "late"

        with pytest.raises(KeyboardInterrupt):
            guard.call(COFFEE, interrupted)
        gate.set()
        done.wait()
        assert guard.call(OTHER, lambda: "tea") == "tea"


def test_threads_of_the_desk_do_not_wait_for_each_other() -> None:
    guard, met = Guard(), threading.Barrier(2)
    answers: dict[str, int] = {}

    def ask(name: str) -> None:
        answers[name] = guard.call(COFFEE, lambda: met.wait() * 0 + len(name))

    threads = [threading.Thread(target=ask, args=(name,)) for name in ("one", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {"one": 3, "three": 5}


def test_slow_calls_are_noted() -> None:
    guard = Guard()
    guard.call(COFFEE, lambda: time.sleep(0.06))
    assert [where for where, _ in guard.slow] == [COFFEE]
