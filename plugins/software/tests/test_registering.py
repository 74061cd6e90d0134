"""The plugin as the desk finds it."""

from __future__ import annotations

from resellerdesk.sdk.testing import Registering

import resellerdesk_software


class TestRegistering(Registering):
    plugin = resellerdesk_software
    families = ("software",)
    layouts = ("software-certificats", "software-licenses")
