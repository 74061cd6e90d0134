"""The plugin as the desk finds it."""

from __future__ import annotations

import subprocess
import sys

from resellerdesk.sdk.testing import Registering

import resellerdesk_ssl


class TestRegistering(Registering):
    plugin = resellerdesk_ssl
    families = ("ssl",)
    layouts = ("ssl-orders", "certificate")


def test_the_library_for_certificates_is_loaded_when_one_is_checked_and_not_before() -> None:
    script = "import sys, resellerdesk_ssl; print('cryptography' in sys.modules)"
    out = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert out.strip() == "False"
