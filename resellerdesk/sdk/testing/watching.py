"""Notices what a call touches besides its arguments: the clock, the network, files, processes.

The clock is noticed by a profile function, the rest by an audit hook, which also keeps it from
happening. Both see what is called, however it was imported; what an import itself reads is let be.
"""

from __future__ import annotations

import gc
import sys
import sysconfig
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any, Literal

Kind = Literal["clock", "network", "machine"]

CLOCKS = frozenset(
    "time time_ns localtime gmtime ctime monotonic monotonic_ns perf_counter perf_counter_ns "
    "process_time process_time_ns sleep".split()
)
_NETWORK = ("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.")
_MACHINE = (
    "open", "os.", "shutil.", "glob.", "pathlib.", "tempfile.", "sqlite3.", "subprocess.",
    "fcntl.", "mmap.",
)
_LOOKS = frozenset({"stat", "lstat", "access", "listdir", "scandir"})
_STANDARD = (sysconfig.get_paths()["stdlib"], "<frozen ")
_LET_BE = ("importlib", "logging", "linecache", "warnings", "traceback", "zipimport")
"""What reads files or the clock on its own account: imports, logging, the words of a warning."""


class Untouchable(OSError):
    """Raised in place of what a family may not do, so that nothing happens."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One thing touched: what was called, and from which line."""

    kind: Kind
    what: str
    where: str


@dataclass
class _Watch:
    thread: int
    touched: list[Touch]


_watches: list[_Watch] = []
_hooked: list[bool] = []


@contextmanager
def watched() -> Iterator[list[Touch]]:
    """What is touched by this thread until the end of the block; it grows as it happens."""
    if not _hooked:
        _hooked.append(True)
        sys.addaudithook(_heard)
    watch = _Watch(threading.get_ident(), [])
    before, collects = sys.getprofile(), gc.isenabled()
    # What others hang on the collector is none of the family's doing, even where it collects.
    hung = gc.callbacks[:]
    gc.callbacks.clear()
    gc.disable()
    _watches.append(watch)
    sys.setprofile(_called)
    try:
        yield watch.touched
    finally:
        sys.setprofile(before)
        _watches.remove(watch)
        gc.callbacks[:] = hung
        if collects:
            gc.enable()


def _heard(event: str, args: tuple[Any, ...]) -> None:
    """The audit hook; it cannot be taken away again, so it is quick where nothing is watched."""
    if not _watches or _watches[-1].thread != threading.get_ident():
        return
    kind: Kind
    if event.startswith(_NETWORK):
        kind = "network"
    elif event.startswith(_MACHINE):
        kind = "machine"
    else:
        return
    frame = sys._getframe(1)
    if _is_let_be(frame):
        return
    what = f"{event}({', '.join(map(repr, args[:1]))})"
    _watches[-1].touched.append(Touch(kind, what, _place(frame)))
    raise Untouchable(f"{what}: the conformance kit lets a family touch nothing outside")


def _called(frame: FrameType, event: str, called: Any) -> None:
    """The profile function: builtins that tell the time, look at files or start a thread."""
    if event != "c_call" or not _watches:
        return
    found = _noticed(called)
    if found is not None and not _is_let_be(frame):
        kind, what = found
        _watches[-1].touched.append(Touch(kind, what, _place(frame)))


def _noticed(called: Any) -> tuple[Kind, str] | None:
    name, module = called.__name__, getattr(called, "__module__", None)
    owner = getattr(called, "__self__", None)
    if module == "time" and name in CLOCKS:
        return "clock", f"time.{name}()"
    if name in ("today", "now", "utcnow") and isinstance(owner, type) and issubclass(owner, date):
        return "clock", f"{owner.__name__}.{name}()"
    if (module in ("posix", "nt") and name in _LOOKS) or (
        module == "_thread" and name.startswith("start_")
    ):
        return "machine", f"{module}.{name}()"
    return None


def _is_let_be(frame: FrameType | None) -> bool:
    """Whether a module that may do so is at work between here and what was asked."""
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name.partition(".")[0] in _LET_BE or "importlib" in frame.f_code.co_filename:
            return True
        if name == __name__:
            return False
        frame = frame.f_back
    return False


def _place(frame: FrameType) -> str:
    """File and line of whoever called the standard library."""
    at: FrameType | None = frame
    while at is not None and at.f_code.co_filename.startswith(_STANDARD):
        at = at.f_back
    shown = at or frame
    return f"{Path(shown.f_code.co_filename).name}:{shown.f_lineno}"
