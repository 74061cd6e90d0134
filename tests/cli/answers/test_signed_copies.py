"""accept --file on the command line: one line on standard error, JSON alone on standard output."""

from __future__ import annotations

from pathlib import Path

import pytest

from resellerdesk.desk.desk import Desk

from cli.typing_in import Typed
from desk.answers.harbour import MAIL, OTHER, verified
from documents.viewers import filled, scanned


@pytest.fixture
def copy(typed: Typed, harbour: Desk, tmp_path: Path) -> Path:
    """The quote's own PDF, filled in by the customer."""
    path = tmp_path / "back [red].pdf"
    assert typed("quote", MAIL, "--pdf", path).status == 0
    verified(harbour, MAIL)
    path.write_bytes(filled(path.read_bytes(), name="Hélène\x1b[31m", order_number="PO-4711"))
    return path


def test_the_copy_says_what_the_command_does_not(typed: Typed, copy: Path) -> None:
    said = typed("accept", "Q-2026-0001", "--file", copy, "--json")
    assert said.status == 0
    assert said.json["status"] == "accepted"
    [line] = said.err.splitlines()
    assert line == "resellerdesk: back [red].pdf says: purchase order PO-4711, name Hélène␛[31m"
    [order] = typed("orders", "--json").json
    assert order["purchase_order"] == "PO-4711"
    history = typed("show", MAIL, "--json").json["history"]
    assert "signed by Hélène" in history[-1]["what"]


def test_a_contradiction_is_one_line_and_changes_nothing(typed: Typed, copy: Path) -> None:
    said = typed("accept", "Q-2026-0001", "--po", "PO-1", "--file", copy)
    assert (said.status, said.out) == (1, "")
    assert len(said.err.splitlines()) == 1
    assert typed("quotes", "Q-2026-0001", "--json").json["status"] == "open"


def test_another_quote_s_copy_is_refused(typed: Typed, copy: Path) -> None:
    typed("quote", OTHER)
    said = typed("accept", "Q-2026-0002", "--file", copy)
    assert said.status == 1
    assert said.refusal == "back [red].pdf is a copy of Q-2026-0001, not of Q-2026-0002"


def test_a_scan_wants_the_purchase_order_said(typed: Typed, copy: Path) -> None:
    copy.write_bytes(scanned(copy.read_bytes()))
    said = typed("accept", "Q-2026-0001", "--file", copy)
    assert said.status == 1
    unread, refusal = said.err.splitlines()
    assert "could not be read: it has no fields" in unread
    assert "the customer's purchase order is wanted" in refusal
    assert typed("accept", "Q-2026-0001", "--file", copy, "--po", "PO-1").status == 0


def test_neither_a_purchase_order_nor_a_copy_is_wrong_usage(typed: Typed, copy: Path) -> None:
    said = typed("accept", "Q-2026-0001")
    assert said.status == 2
    assert "--po" in said.err
