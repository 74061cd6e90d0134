"""The one way into a plugin: contains what it raises, what it returns and how long it takes."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from resellerdesk.core.refusal import Refusal
from resellerdesk.extensions.fault import Faulted, PluginFault, Where, fault_of

R = TypeVar("R")

LIMIT_SECONDS = 10.0
SLOW_SECONDS = 0.05
SLOW_KEPT = 100


class _Runner(threading.Thread):
    """A daemon thread that makes the calls, so that one that never returns can be left behind."""

    def __init__(self) -> None:
        super().__init__(name="plugin-calls", daemon=True)
        self.asked: queue.SimpleQueue[Callable[[], Any]] = queue.SimpleQueue()
        self.answered: queue.SimpleQueue[tuple[Any, BaseException | None]] = queue.SimpleQueue()
        self.start()

    def run(self) -> None:
        while True:
            function = self.asked.get()
            try:
                self.answered.put((function(), None))
            except BaseException as error:  # handed over, and raised by the one who asked
                self.answered.put((None, error))


class Guard:
    """Calls plugins one at a time; one guard belongs to one thread of the desk.

    `slow` collects the calls that took longer than 50 ms; `stuck` the plugins of which a call
    was abandoned: they are not called again in this process.
    """

    def __init__(self, limit: float = LIMIT_SECONDS) -> None:
        self._limit = limit
        self._local = threading.local()
        self.slow: list[tuple[Where, float]] = []
        self.stuck: dict[str, PluginFault] = {}

    def call(self, where: Where, function: Callable[..., R], *args: Any) -> R:
        """What the function returns. Raises Faulted for whatever else it does; a Refusal by a
        rule of the host passes through."""
        if where.plugin in self.stuck:
            raise Faulted(self.stuck[where.plugin])
        runner = self._runner()
        began = time.monotonic()
        runner.asked.put(lambda: function(*args))
        try:
            result, error = runner.answered.get(timeout=self._limit)
        except BaseException as stopped:
            del self._local.runner  # its answer may still come, and would be taken for another's
            if not isinstance(stopped, queue.Empty):
                raise
            self.stuck[where.plugin] = PluginFault(
                where, f"no answer within {self._limit:g} seconds; set aside until the next start"
            )
            raise Faulted(self.stuck[where.plugin]) from None
        took = time.monotonic() - began
        if took > SLOW_SECONDS and len(self.slow) < SLOW_KEPT:
            self.slow.append((where, took))
        if error is not None:
            _raise(where, error)
        return result  # type: ignore[no-any-return]  # the queue carries any type

    def several(
        self, where: Where, of: type[Any] | tuple[type[Any], ...],
        function: Callable[..., Iterable[R]], *args: Any
    ) -> tuple[R, ...]:
        """What the function returns, consumed here and checked to hold only that type."""
        found = self.call(where, lambda: tuple(function(*args)))
        return tuple(self._checked(where, of, item) for item in found)

    def one(self, where: Where, of: type[Any], function: Callable[..., R], *args: Any) -> R:
        """What the function returns, checked to be of that type."""
        return self._checked(where, of, self.call(where, function, *args))

    def optional(
        self, where: Where, of: type[Any], function: Callable[..., R | None], *args: Any
    ) -> R | None:
        """The same for a function that may return None."""
        found = self.call(where, function, *args)
        return None if found is None else self._checked(where, of, found)

    def _checked(self, where: Where, of: type[Any] | tuple[type[Any], ...], item: R) -> R:
        if isinstance(item, of):
            return item
        kinds = of if isinstance(of, tuple) else (of,)
        wanted = " or ".join(kind.__name__ for kind in kinds)
        raise Faulted(PluginFault(where, f"returned {type(item).__name__}; {wanted} is wanted"))

    def _runner(self) -> _Runner:
        if not hasattr(self._local, "runner"):
            self._local.runner = _Runner()
        runner: _Runner = self._local.runner
        return runner


def _raise(where: Where, error: BaseException) -> None:
    """Whatever a plugin raises becomes a fault, an exit or an interruption too: a real one comes
    to the desk's own thread. A Refusal stays what it is."""
    if isinstance(error, Refusal):
        raise error
    raise Faulted(fault_of(where, error)) from error
