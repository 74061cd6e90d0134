"""The command line at the desk of the harbour, as of 24 November 2026."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from resellerdesk.desk.desk import Desk

from cli.conftest import runner
from cli.typing_in import Said
from desk.answers.harbour import harbour, harbour_file, strangers

__all__ = ["harbour", "harbour_file", "strangers"]


@pytest.fixture
def typed(
    harbour: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Said]:
    """Runs a command as Marie, a rep; `--json` is asked for by who wants it."""
    monkeypatch.setenv("RESELLERDESK_DB", str(harbour.store.path))
    monkeypatch.setenv("RESELLERDESK_AS_OF", "2026-11-24")
    monkeypatch.setenv("RESELLERDESK_USER", "marie")
    return runner(capsys)
