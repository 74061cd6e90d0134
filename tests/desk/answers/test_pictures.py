"""The logo's file is read when it is set, checked, and kept with the quotes that show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.issuing import draw_pdf
from resellerdesk.desk.pictures import picture_of
from resellerdesk.desk.quoting import price_quote
from resellerdesk.desk.settings import get_setting, set_settings

from desk.answers.harbour import MAIL, TODAY, asked

RED = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
LOGO = "reseller.logo"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "logo.svg"
    path.write_bytes(RED)
    return path


def kept(desk: Desk) -> bytes | None:
    with desk.store.read() as db:
        return picture_of(db, get_setting(desk, LOGO))


def refusal(desk: Desk, value: str) -> str:
    with pytest.raises(Refusal) as caught:
        set_settings(desk, {LOGO: value})
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_the_file_is_kept_by_its_hash_and_not_needed_again(empty_desk: Desk, file: Path) -> None:
    set_settings(empty_desk, {LOGO: str(file)})
    file.unlink()
    assert get_setting(empty_desk, LOGO).startswith("sha256:")
    assert kept(empty_desk) == RED


def test_what_the_setting_shows_can_be_set_again(empty_desk: Desk, file: Path) -> None:
    set_settings(empty_desk, {LOGO: str(file)})
    shown = get_setting(empty_desk, LOGO)
    set_settings(empty_desk, {LOGO: ""})
    assert kept(empty_desk) is None
    set_settings(empty_desk, {LOGO: shown})
    assert kept(empty_desk) == RED


def test_a_hash_that_nobody_knows_is_refused(empty_desk: Desk) -> None:
    assert refusal(empty_desk, "sha256:" + "0" * 64) == (
        "reseller.logo: no picture sha256:" + "0" * 64 + " is kept; name a PNG or SVG file"
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"<svg", "no XML"), (b"\x89PNG\r\n\x1a\nrubbish", "cut off"),
     (b" " * 2_000_000, "a file larger than"),
     (RED.replace(b"<path", b"<text/><path"), "a text element")],
)
def test_a_file_that_cannot_be_drawn_changes_nothing(
    empty_desk: Desk, file: Path, content: bytes, why: str
) -> None:
    set_settings(empty_desk, {LOGO: str(file)})
    file.write_bytes(content)
    said = refusal(empty_desk, str(file))
    assert said.startswith(f"reseller.logo: {file} cannot be drawn (")
    assert why in said
    assert said.endswith("save it as PNG, or as SVG of plain filled shapes")
    assert kept(empty_desk) == RED


def test_no_file_no_logo(empty_desk: Desk, tmp_path: Path) -> None:
    assert "cannot be read" in refusal(empty_desk, str(tmp_path / "nowhere.png"))
    assert "cannot be read" in refusal(empty_desk, str(tmp_path))


def test_a_quote_is_drawn_with_the_logo_that_it_was_made_with(harbour: Desk, file: Path) -> None:
    plain = price_quote(harbour, asked(MAIL), TODAY)
    without = draw_pdf(harbour, plain)
    set_settings(harbour, {LOGO: str(file)})
    branded = price_quote(harbour, asked(MAIL), TODAY)
    with_logo = draw_pdf(harbour, branded)
    set_settings(harbour, {LOGO: ""})
    assert draw_pdf(harbour, branded) == with_logo
    assert draw_pdf(harbour, plain) == without != with_logo
