"""The door to pytest: a check that does not hold is shown by its own words alone.

Registered as an entry point of pytest, so that a plugin's author has nothing to switch on; it
imports nothing before a test fails.
"""

from __future__ import annotations

from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """The traceback of a check leads into the kit, and helps nobody."""
    report = yield
    if call.excinfo is not None and report.failed and _is_broken(call.excinfo.type):
        report.longrepr = str(call.excinfo.value)
    return report


def _is_broken(kind: type[BaseException]) -> bool:
    """By its name: what fails elsewhere shall not load the desk."""
    return any(
        f"{base.__module__}.{base.__qualname__}" == "resellerdesk.sdk.testing.broken.Broken"
        for base in kind.__mro__
    )
