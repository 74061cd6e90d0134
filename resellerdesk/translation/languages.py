"""The languages that a quote can be written in: English, and those the host has words for."""

from __future__ import annotations

from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from resellerdesk.translation.catalogues import HOST_DOMAIN, HOST_FOLDER
from resellerdesk.translation.formats import ENGLISH

_SIMPLIFIED = "Hans"  # what a Chinese catalogue is written in


@cache
def languages() -> tuple[str, ...]:
    """Their codes, English first: whoever adds a catalogue adds a language."""
    files = HOST_FOLDER.glob(f"*/LC_MESSAGES/{HOST_DOMAIN}.po")
    return (ENGLISH, *sorted(file.parent.parent.name for file in files))


def language_tag(language: str) -> str:
    """A language as we write its tag, `fr` or `fr-CA`; empty where there is no such language."""
    locale = _locale(language)
    return str(locale).replace("_", "-") if locale else ""


def is_written(language: str) -> bool:
    """Whether a quote can be written in it. Traditional Chinese has no words of ours."""
    locale = _locale(language)
    return (
        locale is not None and locale.language in languages()
        and locale.script in (None, _SIMPLIFIED)
    )


@lru_cache(maxsize=256)
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.strip().replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None
