"""The catalogues of host and plugins, as the tests of their words read them."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

LANGUAGES = ("de", "fr", "ja", "zh")
ROOT = Path(__file__).resolve().parents[2]
DOMAINS = ("resellerdesk", *sorted(one.name for one in ROOT.glob("plugins/*/resellerdesk_*")))


@dataclass(frozen=True)
class Entry:
    """A message with its translation into one language: one form each, or one a plural."""

    domain: str
    language: str
    english: tuple[str, ...]
    forms: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.domain}, {self.language}: {self.english[0]!r} -> {self.forms[0]!r}"


@cache
def tool() -> ModuleType:
    """tools/messages.py, which is a script and no part of the package."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module("messages")
    finally:
        sys.path.remove(str(ROOT / "tools"))


def sources(domain: str) -> list[Path]:
    """Where the messages of a domain stand in the code."""
    return tool().customer_reads() if domain == "resellerdesk" else [home(domain)]


def home(domain: str) -> Path:
    [folder] = (ROOT / "resellerdesk/translation",) if domain == "resellerdesk" else ROOT.glob(
        f"plugins/*/{domain}"
    )
    return folder


@cache
def catalogue(domain: str, language: str) -> Any:
    return tool().read_catalogue(
        home(domain) / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    )


@cache
def entries(language: str, domain: str = "") -> tuple[Entry, ...]:
    """What is translated, of one domain or of all."""
    return tuple(
        entry for one in ([domain] if domain else DOMAINS) for entry in _entries(one, language)
    )


def _entries(domain: str, language: str) -> Iterator[Entry]:
    for message in catalogue(domain, language):
        if message.id and not message.fuzzy:
            yield Entry(domain, language, _forms(message.id), _forms(message.string))


def _forms(written: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (written,) if isinstance(written, str) else tuple(written)
