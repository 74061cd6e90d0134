"""The desk of the harbour, for examples of what becomes of a quote."""

from __future__ import annotations

from desk.answers.harbour import harbour, harbour_file, strangers

__all__ = ["harbour", "harbour_file", "strangers"]
