"""What the tests of the catalogues share: the tool that reads messages out of our sources."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """tools/messages.py, which is a script and no part of the package."""
    monkeypatch.syspath_prepend(str(TOOLS))
    return importlib.import_module("messages")
