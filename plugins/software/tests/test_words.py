"""The desk finds the plugin's words by the name of its package."""

from __future__ import annotations

from pathlib import Path

from resellerdesk.sdk import Text, texts
from resellerdesk.translation.translate import Translator

import resellerdesk_software

DOMAIN = "resellerdesk_software"


def test_a_sentence_of_the_plugin_is_read_in_french() -> None:
    days: Text = texts(DOMAIN)("{level} Support, {months} months", level="Essential", months=12)
    locale = Path(resellerdesk_software.__file__).parent / "locale"
    assert Translator("fr", {DOMAIN: locale}).text(days) == "Support Essential, 12 mois"
