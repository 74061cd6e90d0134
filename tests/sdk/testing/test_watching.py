"""What a call touches is noticed however it was imported, and does not happen."""

from __future__ import annotations

import datetime as dt
import gc
import importlib
import logging
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from time import time as seconds

import pytest

from resellerdesk.sdk.testing.watching import Untouchable, watched

HERE = Path(__file__)
Call = Callable[[], object]


@pytest.mark.parametrize(
    ("call", "kind", "what"),
    [
        (lambda: date.today(), "clock", "date.today()"),  # noqa: DTZ011, PLW0108
        (lambda: datetime.now(dt.UTC), "clock", "datetime.now()"),
        (lambda: dt.datetime.utcnow(), "clock", "datetime.utcnow()"),  # noqa: DTZ003, PLW0108
        (lambda: time.time(), "clock", "time.time()"),  # noqa: PLW0108
        (lambda: seconds(), "clock", "time.time()"),  # noqa: PLW0108
        (lambda: time.localtime(), "clock", "time.localtime()"),  # noqa: PLW0108
        (lambda: HERE.exists(), "machine", "posix.stat()"),  # noqa: PLW0108
        (lambda: threading.Thread(target=print).start(), "machine", "_thread.start_new_thread()"),
    ],
)
def test_the_clock_is_noticed_and_goes_on(call: Call, kind: str, what: str) -> None:
    with watched() as touched:
        call()
    [touch, *_] = touched
    assert (touch.kind, touch.where.partition(":")[0]) == (kind, HERE.name)
    assert touch.what.replace("start_joinable_thread", "start_new_thread") == what


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        (lambda: HERE.read_text("utf-8"), "machine"),
        (lambda: os.listdir(HERE.parent), "machine"),  # noqa: PTH208
        (lambda: subprocess.run(["true"], check=False), "machine"),
        (lambda: socket.create_connection(("127.0.0.1", 9), timeout=0.01), "network"),
        (lambda: socket.getaddrinfo("nowhere.example", 80), "network"),
    ],
)
def test_file_process_and_network_are_kept_from_happening(call: Call, kind: str) -> None:
    with watched() as touched, pytest.raises(Untouchable):
        call()
    assert {touch.kind for touch in touched} == {kind}


@pytest.mark.parametrize(
    "call",
    [
        lambda: date(2026, 11, 24).strftime("%d %B"),
        lambda: datetime.strptime("2026-11-24", "%Y-%m-%d"),  # noqa: DTZ007
        lambda: Decimal("1.5").sqrt(),
        lambda: logging.getLogger("family").warning("careful"),
        lambda: gc.collect(),  # noqa: PLW0108
    ],
)
def test_what_is_pure_or_none_of_the_family_s_doing_is_let_be(call: Call) -> None:
    with watched() as touched:
        call()
    assert touched == []


def test_an_import_may_read_its_file() -> None:
    sys.modules.pop("wave", None)
    with watched() as touched:
        importlib.import_module("wave")
    assert touched == []


def test_nothing_is_noticed_outside_and_what_was_there_before_is_there_again() -> None:
    def profile(*_: object) -> None:
        pass

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        with watched() as touched:
            pass
        assert sys.getprofile() is profile
    finally:
        sys.setprofile(before)
    date.today()  # noqa: DTZ011
    HERE.read_text("utf-8")
    assert touched == []
    assert gc.isenabled()


def test_what_others_hang_on_the_collector_is_let_be_and_hangs_there_again() -> None:
    def counts_its_seconds(*_: object) -> None:
        time.perf_counter()

    gc.callbacks.append(counts_its_seconds)
    try:
        with watched() as touched:
            gc.collect()
        assert counts_its_seconds in gc.callbacks
    finally:
        gc.callbacks.remove(counts_its_seconds)
    assert touched == []
