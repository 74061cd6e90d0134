"""Every sentence of the plugin comes from its own catalogue."""

from __future__ import annotations

from resellerdesk.sdk import texts

T = texts("resellerdesk_cloud")
