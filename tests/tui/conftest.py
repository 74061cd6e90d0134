"""Screens in tests: the same time zone and colours wherever they run."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tui.counter import bare, counter, counter_file

__all__ = ["bare", "counter", "counter_file"]


@pytest.fixture(autouse=True)
def plain_surroundings() -> Iterator[None]:
    """History is shown in the reader's own time; here they read it in Greenwich, in Unicode."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.delenv("NO_COLOR", raising=False)
        for name in ("TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM"):
            patch.delenv(name, raising=False)
        time.tzset()
        yield
    time.tzset()
