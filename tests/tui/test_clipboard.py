"""What is copied goes to the terminal in the wrapping that stands between."""

from __future__ import annotations

import base64
import re

import pytest

from resellerdesk.tui.clipboard import copying

PLAIN = "\x1b]52;c;{}\a"


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize("text", ["show R-1", "Müller 東京", "", "\x1b[2J", "x" * 5000])
def test_a_bare_terminal_gets_it_as_it_is(text: str) -> None:
    assert copying(text, {"TERM": "xterm-256color"}) == PLAIN.format(encoded(text))


def test_tmux_gets_it_wrapped_with_its_escapes_doubled() -> None:
    wrapped = copying("show R-1", {"TMUX": "sockets/default,1,0", "TERM": "screen-256color"})
    assert wrapped == "\x1bPtmux;\x1b" + PLAIN.format(encoded("show R-1")) + "\x1b\\"


@pytest.mark.parametrize("environment", [{"TERM": "screen.xterm"}, {"STY": "1.a", "TERM": "xterm"}])
def test_screen_gets_it_in_pieces_that_it_takes(environment: dict[str, str]) -> None:
    written = copying("x" * 5000, environment)
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", written, re.DOTALL)
    assert "".join(pieces) == PLAIN.format(encoded("x" * 5000))
    assert written == "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    assert max(map(len, pieces)) <= 764


def test_what_is_no_text_is_copied_as_far_as_it_is() -> None:
    assert copying("a\udcffb", {}) == PLAIN.format(encoded("a?b"))
