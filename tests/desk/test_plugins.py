"""Switching plugins on and off, for good."""

from __future__ import annotations

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.plugins import disable_plugin, enable_plugin


def status(desk: Desk, name: str = "software") -> str:
    again = open_desk(desk.store.path)
    return next(plugin.status for plugin in again.extensions.plugins if plugin.name == name)


def test_from_the_next_start_on(desk: Desk) -> None:
    disable_plugin(desk, "software")
    assert "software" in desk.extensions.families
    assert status(desk) == "disabled"
    assert open_desk(desk.store.path).extensions.families.keys().isdisjoint({"software"})
    enable_plugin(desk, "software")
    assert status(desk) == "loaded"


def test_one_that_is_disabled_can_be_enabled_without_loading(desk: Desk) -> None:
    disable_plugin(desk, "software")
    enable_plugin(open_desk(desk.store.path, safe=True), "software")
    assert status(desk) == "loaded"


def test_one_that_there_is_not(desk: Desk) -> None:
    names = ", ".join(plugin.name for plugin in desk.extensions.plugins)
    for switch in (enable_plugin, disable_plugin):
        with pytest.raises(Refusal) as caught:
            switch(desk, "sofware")
        assert str(caught.value) == f"no plugin sofware is installed; there are {names}"
