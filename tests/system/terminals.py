"""Terminals to run the desk in: a bare pseudo-terminal whose bytes are counted, and tmux."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("resellerdesk")
DEADLINE = 30.0
"""Seconds after which something that should happen is said not to."""

CAN_SYNCHRONISE = b"\x1b[?2026;2$y"
"""What terminals of today answer when asked whether they paint a frame at once."""


class Terminal:
    """The desk in a pseudo-terminal of its own; used as a context, it leaves nothing running."""

    def __init__(self, environment: Mapping[str, str], size: tuple[int, int] = (120, 40)) -> None:
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execve(PROGRAM, [str(PROGRAM)], {**os.environ, "TERM": "xterm-256color",
                                                **environment})
        columns, rows = size
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.status: int | None = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    def press(self, keys: bytes) -> None:
        os.write(self._fd, keys)

    def until(self, wanted: bytes) -> bytes:
        """What it writes until some bytes come; fails where they do not."""
        written, deadline = b"", time.monotonic() + DEADLINE
        while wanted not in written:
            assert time.monotonic() < deadline, f"{wanted!r} never came after {written[-400:]!r}"
            written += self._read(0.2)
        return written

    def until_quiet(self, seconds: float = 0.6) -> bytes:
        """What it writes until it has written nothing for a while."""
        written = b""
        while more := self._read(seconds):
            written += more
        return written

    def end(self) -> bytes:
        """What it writes until it ends; its exit status is in `status` then."""
        written = b""
        deadline = time.monotonic() + DEADLINE
        while self.status is None:
            assert time.monotonic() < deadline, "it does not end"
            written += self._read(0.1)
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self.status = os.waitstatus_to_exitcode(status)
        return written + self._read(0.1)

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._fd], [], [], seconds)[0]:
            return b""
        try:
            written = os.read(self._fd, 65536)
        except OSError:  # its end
            return b""
        if b"\x1b[?2026$p" in written:
            os.write(self._fd, CAN_SYNCHRONISE)
        return written


class Tmux:
    """A tmux server of its own with one window, in which a shell runs a command."""

    def __init__(self, folder: Path, command: str, size: tuple[int, int] = (80, 24)) -> None:
        self._socket = folder / "tmux"
        columns, rows = map(str, size)
        self._run("new-session", "-d", "-x", columns, "-y", rows, command)

    def __enter__(self) -> Tmux:
        return self

    def __exit__(self, *_: object) -> None:
        self._run("kill-server")

    def press(self, *keys: str) -> None:
        self._run("send-keys", *keys)

    def resize(self, columns: int, rows: int) -> None:
        self._run("resize-window", "-x", str(columns), "-y", str(rows))

    def screen(self) -> str:
        return self._run("capture-pane", "-p")

    def shows(self, *texts: str) -> str:
        """The screen, once it shows some texts."""
        return self._until(lambda screen: all(text in screen for text in texts), str(texts))

    def hides(self, text: str) -> str:
        """The screen, once it no longer shows a text."""
        return self._until(lambda screen: text not in screen, f"no {text}")

    def _until(self, true: Callable[[str], bool], what: str) -> str:
        deadline = time.monotonic() + DEADLINE
        while not true(screen := self.screen()):
            assert time.monotonic() < deadline, f"waited in vain for {what} on\n{screen}"
            time.sleep(0.05)
        return screen

    def _run(self, *words: str) -> str:
        command = ["tmux", "-S", str(self._socket), "-f", "/dev/null", *words]
        # Python's readline tells child processes COLUMNS behind the back of os.environ; whoever
        # has that never sees a window change its size.
        return subprocess.run(
            command, check=True, capture_output=True, text=True, env=dict(os.environ)
        ).stdout
