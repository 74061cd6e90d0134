"""Strangers' plugins beside the one that comes with the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extensions.strangers import Strangers


@pytest.fixture
def strangers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Strangers]:
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    strangers = Strangers(folder)
    yield strangers
    strangers.forget()
