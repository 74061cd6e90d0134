"""The plugin as the desk finds it."""

from __future__ import annotations

from resellerdesk.sdk.testing import Registering

import resellerdesk_hardware


class TestRegistering(Registering):
    plugin = resellerdesk_hardware
    families = ("hardware",)
    layouts = ("hardware-installed-base",)
