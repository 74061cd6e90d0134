"""Copying through the terminal itself (OSC 52), also from inside tmux and screen."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping

CHUNK = 700
"""What screen takes of one sequence that it is to pass on is 768 bytes."""

ESC, BELL, END = "\x1b", "\a", "\x1b\\"


def copying(text: str, environment: Mapping[str, str]) -> str:
    """What has to be written to the terminal so that it holds a text to be pasted.

    tmux and screen pass on only what is wrapped for them; screen in short pieces.
    """
    encoded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    plain = f"{ESC}]52;c;{encoded}{BELL}"
    if environment.get("TMUX"):
        return f"{ESC}Ptmux;{plain.replace(ESC, ESC * 2)}{END}"
    if environment.get("STY") or environment.get("TERM", "").startswith("screen"):
        return "".join(f"{ESC}P{piece}{END}" for piece in _pieces(plain))
    return plain


def _pieces(text: str) -> Iterator[str]:
    for start in range(0, len(text), CHUNK):
        yield text[start : start + CHUNK]
