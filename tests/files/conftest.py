"""Files that a test writes by hand, and opens as an import does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.files.detect import open_sheet
from resellerdesk.files.sheet import Sheet

from files.opening import KNOWN, Open, Refused


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Writes some bytes as a file and opens it."""

    def write(content: bytes, known: Sequence[frozenset[str]] = KNOWN) -> Sheet:
        path = tmp_path / "export.csv"
        path.write_bytes(content)
        return open_sheet(path, known)

    return write


@pytest.fixture
def refused(opened: Open, tmp_path: Path) -> Refused:
    """What is said of such a file, in which `export.csv` stands for its path."""

    def say(content: bytes) -> str:
        with pytest.raises(Refusal) as caught:
            list(opened(content).rows)
        line = str(caught.value)
        assert "\n" not in line
        return line.replace(str(tmp_path / "export.csv"), "export.csv")

    return say
