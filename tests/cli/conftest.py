"""The command line on a desk with the sample data, as of 24 November 2026."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from resellerdesk.cli.main import run

from cli.typing_in import Said, Typed


@pytest.fixture
def typed(
    database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Typed:
    monkeypatch.setenv("RESELLERDESK_DB", str(database))
    monkeypatch.setenv("RESELLERDESK_AS_OF", "2026-11-24")
    return runner(capsys)


def runner(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def command(*words: object) -> Said:
        capsys.readouterr()
        status = run([str(word) for word in words])
        written = capsys.readouterr()
        return Said(status, written.out, written.err)

    return command
