"""The desk in real terminals."""

from __future__ import annotations

from tui.counter import counter_file

__all__ = ["counter_file"]
