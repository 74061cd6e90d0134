"""The plugin as the desk finds it."""

from __future__ import annotations

from resellerdesk.sdk.testing import Registering

import resellerdesk_cloud


class TestRegistering(Registering):
    plugin = resellerdesk_cloud
    families = ("cloud",)
    layouts = ("cloud-subscriptions",)
